import ConceptModel

extension TermStatementFinder {
  // MARK: One word, several senses

  static let senseNouns = ["word", "term", "sense", "meaning", "usage"]
  private static let senseAdjectives = [
    "english", "ordinary", "everyday", "common", "colloquial", "general", "technical", "lay", "broad", "broader",
    "narrow", "narrower", "strict", "loose", "legal", "statistical", "mathematical", "scientific", "popular", "formal",
  ]
  static let senseNounCues = CueList(senseNouns)
  static let doubleMeanings = CueList([
    "duplicate meaning", "double meaning", "dual meaning", "two meanings", "two senses", "different meanings",
    "different senses", "several meanings", "several senses", "multiple meanings", "multiple senses", "many meanings",
    "two different meanings", "two different things", "different things to different", "two distinct senses",
    "two distinct meanings", "is ambiguous", "is overloaded", "is an overloaded term", "is polysemous",
    "is used in two", "is used in several", "used in different senses", "two related but distinct",
  ])
  static let sameIssue = CueList([
    "suffers from the same", "suffer from the same", "has the same issue", "has the same problem",
    "have the same problem", "the same goes for", "the same is true of", "the same holds for",
  ])

  func senses(_ scanner: ArgumentScanner, sentence: Int, before: StatementCandidate?) -> [StatementCandidate] {
    var found: [StatementCandidate] = []
    if scanner.contains(Self.senseNounCues), let term = termWithSense(scanner) {
      found.append(
        StatementCandidate(
          kind: .declaredSenses, terms: [term], passages: [scanner.range], confidence: 0.75, rule: "SAY-sense"))
    }
    if found.isEmpty {
      for (_, place) in scanner.occurrences(of: Self.doubleMeanings) {
        let behind = scanner.lower[(place.upperBound - scanner.range.lowerBound)...]
        let ofTerm = behind.starts(with: " of ".utf8) ? scanner.argument(after: place.upperBound + 3) : nil
        guard
          let term = ofTerm.flatMap({ Self.isMeta(scanner.text($0)) ? nil : $0 })
            ?? scanner.subject(before: place.lowerBound)
        else { continue }
        let text = scanner.text(term)
        guard !Self.isMeta(text) else { continue }
        found.append(
          StatementCandidate(
            kind: .declaredSenses, terms: [text], passages: [scanner.range], confidence: 0.7, rule: "SAY-senses"))
      }
    }
    // "X suffers from the same issue", said right behind such a statement.
    if found.isEmpty, let before, before.kind == .declaredSenses,
      let last = before.passages.last, isNextSentence(sentence, after: last), let subject = scanner.arguments.first,
      scanner.contains(Self.sameIssue)
    {
      found.append(
        StatementCandidate(
          kind: .declaredSenses, terms: [scanner.text(subject)], passages: [last, scanner.range], confidence: 0.7,
          rule: "SAY-same-issue"))
    }
    return TermStatementFinder.withoutRepeats(found)
  }

  /// The term of "X as an English word …", "in the technical sense of X", "X in the broad sense".
  private func termWithSense(_ scanner: ArgumentScanner) -> String? {
    for adjective in Self.senseAdjectives {
      for noun in Self.senseNouns {
        for article in ["as a ", "as an ", "in the ", "in a ", "in its ", "in their "] {
          for place in scanner.occurrences(of: article + adjective + " " + noun) {
            if let term = scanner.arguments.last(where: {
              $0.range.upperBound <= place.lowerBound && place.lowerBound - $0.range.upperBound <= 3
            }), !Self.isMeta(scanner.text(term)) {
              return scanner.text(term)
            }
            let behind = scanner.lower[(place.upperBound - scanner.range.lowerBound)...]
            if behind.starts(with: " of ".utf8), let term = scanner.argument(after: place.upperBound + 3),
              !Self.isMeta(scanner.text(term))
            {
              return scanner.text(term)
            }
          }
        }
      }
    }
    return nil
  }

  /// Phrases that talk about words as such: "the word", "this meaning".
  static func isMeta(_ text: String) -> Bool {
    guard let head = text.lowercased().split(separator: " ").last else { return true }
    return [
      "word", "words", "term", "terms", "meaning", "meanings", "sense", "senses", "name", "names", "phrase", "concept",
      "notion", "english",
    ]
    .contains(String(head))
  }

  private func isNextSentence(_ sentence: Int, after range: Range<Int>) -> Bool {
    guard sentence > 0 else { return false }
    let before = analyzed.bytes(of: analyzed.sentences[sentence - 1].tokens)
    let twoBefore = sentence > 1 ? analyzed.bytes(of: analyzed.sentences[sentence - 2].tokens) : before
    return before.overlaps(range) || twoBefore.overlaps(range)
  }

  // MARK: Second names

  static let nameCues = CueList([
    "alternative name", "alternative names", "another name", "alternate name", "other name", "alternative term",
    "alternative label", "better name", "better called", "better described as", "better termed", "prefer the term",
    "prefer the name",
  ])

  func names(_ scanner: ArgumentScanner, sentence: Int) -> [StatementCandidate] {
    var found: [StatementCandidate] = []
    for (phrase, place) in scanner.occurrences(of: Self.nameCues) {
      guard let (first, second, passages) = namePair(scanner, at: place, sentence: sentence, phrase) else { continue }
      var terms = [first, second]
      var relations: [StatementCandidate.StatedRelation] = [.init(relation: "same-as", subject: 0, object: 1)]
      if let left = Self.splitPair(first), let right = Self.splitPair(second) {
        // "outer vs. inner evaluations" under the name "dualistic vs. embedded evaluations": name by name.
        terms = [left.0, right.0, left.1, right.1]
        relations = [
          .init(relation: "same-as", subject: 0, object: 1), .init(relation: "same-as", subject: 2, object: 3),
          .init(relation: "contrasts-with", subject: 0, object: 2),
          .init(relation: "contrasts-with", subject: 1, object: 3),
        ]
      }
      found.append(
        StatementCandidate(
          kind: .alternativeName, terms: terms, passages: passages, confidence: 0.75, rule: "SAY-alternative-name",
          relations: relations))
    }
    return TermStatementFinder.withoutRepeats(found)
  }

  /// The name in force and the second one.
  private func namePair(
    _ scanner: ArgumentScanner, at place: Range<Int>, sentence: Int, _ phrase: String
  ) -> (String, String, [Range<Int>])? {
    let after = scanner.arguments.first { $0.range.lowerBound >= place.upperBound }
    let isVerb = phrase.hasPrefix("better ") && phrase != "better name"
    if isVerb {
      guard let subject = scanner.subject(before: place.lowerBound), let after else { return nil }
      return (scanner.text(subject), scanner.text(after), [scanner.range])
    }
    // "an alternative name for X is Y"
    if let forPlace = scanner.occurrences(of: "for").first(where: {
      $0.lowerBound >= place.upperBound && $0.lowerBound - place.upperBound <= 2
    }),
      let term = scanner.argument(after: forPlace.upperBound),
      let name = scanner.arguments.first(where: { $0.range.lowerBound > term.range.upperBound })
    {
      return (scanner.text(term), scanner.text(name), [scanner.range])
    }
    guard let name = after, scanner.argument(after: place.upperBound) != nil else { return nil }
    // The name in force: quoted earlier in this sentence or in one of the two before it.
    for back in 0...2 where sentence - back >= 0 {
      guard analyzed.sentences[sentence - back].block == analyzed.sentences[sentence].block else { break }
      let earlier =
        back == 0
        ? scanner : ArgumentScanner(document, sentence: sentence - back, candidates: candidates[sentence - back])
      let limit = back == 0 ? place.lowerBound : earlier.range.upperBound
      if let known = earlier.arguments.last(where: { $0.isQuoted && $0.range.upperBound <= limit }) {
        return (earlier.text(known), scanner.text(name), back == 0 ? [scanner.range] : [earlier.range, scanner.range])
      }
    }
    guard let subject = scanner.subject(before: place.lowerBound), !Self.isMeta(scanner.text(subject)) else {
      return nil
    }
    return (scanner.text(subject), scanner.text(name), [scanner.range])
  }

  /// "outer vs. inner evaluations" → ("outer evaluations", "inner evaluations"); nil without a pair sign.
  static func splitPair(_ text: String) -> (String, String)? {
    for sign in [" vs. ", " vs ", " versus ", "/"] {
      guard let range = firstRange(of: sign, in: text) else { continue }
      let left = String(text[..<range.lowerBound])
      let right = String(text[range.upperBound...])
      let leftWords = left.split(separator: " ")
      let rightWords = right.split(separator: " ")
      guard let first = leftWords.first, !rightWords.isEmpty, leftWords.count <= 4, rightWords.count <= 4 else {
        return nil
      }
      if leftWords.count == 1, rightWords.count > 1 {
        return (([first] + rightWords.dropFirst()).joined(separator: " "), right)
      }
      return (left, right)
    }
    return nil
  }

  private static func firstRange(of needle: String, in text: String) -> Range<String.Index>? {
    var index = text.startIndex
    while index < text.endIndex {
      if text[index...].hasPrefix(needle) { return index..<text.index(index, offsetBy: needle.count) }
      index = text.index(after: index)
    }
    return nil
  }
}
