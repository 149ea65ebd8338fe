import ConceptModel

/// A passage about words, as found in one sentence or in neighbouring blocks.
struct StatementCandidate: Sendable, Equatable {
  var kind: TermStatementKind
  /// The terms or phrases as they stand or, for pairs, spelled out.
  var terms: [String]
  /// Bytes of the text, one range a passage.
  var passages: [Range<Int>]
  var confidence: Double
  var rule: String
  /// A relation that the passage states beside, with the indexes of its ends in `terms`.
  var relations: [StatedRelation] = []

  /// A relation between two of the terms.
  struct StatedRelation: Sendable, Equatable {
    var relation: String
    var subject: Int
    var object: Int
  }
}

/// Finds what a text says about terms: warnings against confusion, second names, double meanings, rival framings.
///
/// The cues are everyday English ("confused with", "as a technical term"), never the terms of a field.
struct TermStatementFinder {
  let document: WordedDocument
  /// The candidates of every sentence.
  let candidates: [[TermCandidate]]

  var analyzed: AnalyzedDocument { document.analyzed }

  /// The words without which no rule can match.
  private static let cueWords: Set<String> = {
    let lists = [
      confusingVerbs, confusingNouns, blurring, readingVerbs, readingNouns, avoidedTerms, misnomers, betterTerms,
      doubleMeanings, sameIssue, nameCues, mappingVerbs, senseNounCues,
    ]
    return Set(lists.flatMap(\.cues).map(\.key))
  }()

  /// All statements of the document in text order.
  func find() -> [StatementCandidate] {
    var found: [StatementCandidate] = []
    for index in analyzed.sentences.indices {
      // Most sentences hold no word of any cue phrase.
      guard document.words[index].contains(where: { Self.cueWords.contains($0.form) || $0.isHyphenated }) else {
        continue
      }
      let scanner = ArgumentScanner(document, sentence: index, candidates: candidates[index])
      found += conflations(scanner)
      found += senses(scanner, sentence: index, before: found.last { $0.kind == .declaredSenses })
      found += names(scanner, sentence: index)
      found += framings(scanner, sentence: index)
      found += readings(scanner, sentence: index)
      found += discouraged(scanner)
    }
    return found + labelledPositions()
  }

  // MARK: Warnings against confusion

  static let confusingVerbs = CueList([
    "conflate", "conflates", "conflated", "conflating", "confuse", "confuses", "confusing", "confused", "mistake",
    "mistakes", "mistaking", "mistaken", "equate", "equates", "equating", "lump", "lumps", "lumping", "mix up",
    "mixes up",
    "mixing up", "muddle", "mixed up",
  ])
  static let confusingNouns = CueList([
    "confusion around", "confusion about", "confusion between", "confusion of", "confusions between",
    "conflation between", "conflation of", "conflations of", "ambiguity between", "mix-up between", "mix-up of",
  ])
  static let blurring = CueList([
    "blurs the line between", "blur the line between", "blurs the lines between", "blur the lines between",
    "blurring the line between", "blurring the lines between", "blurs the distinction between",
    "blur the distinction between", "blurring the distinction between", "blurs the boundary between",
    "blurred the line between", "blurred the distinction between",
  ])
  private static let joiners: Set<String> = ["and", "with", "for", "as", "from", "to", "or", "/", "together", "&"]

  func conflations(_ scanner: ArgumentScanner) -> [StatementCandidate] {
    var found: [StatementCandidate] = []
    for (phrase, place) in scanner.occurrences(of: Self.confusingVerbs) {
      guard let pair = conflatedPair(scanner, at: place, phrase) else { continue }
      found.append(
        StatementCandidate(
          kind: .warnedConflation, terms: pair.map { scanner.text($0) }, passages: [scanner.range],
          confidence: 0.85, rule: "SAY-conflate",
          relations: [.init(relation: "conflated-with", subject: 0, object: 1)]))
    }
    for (phrase, place) in scanner.occurrences(of: Self.confusingNouns) + scanner.occurrences(of: Self.blurring) {
      guard let first = scanner.argument(after: place.upperBound) else { continue }
      let second = scanner.argument(after: first, joinedBy: Self.joiners)
      if second == nil && phrase.hasPrefix("blur") { continue }
      let terms = [first] + (second.map { [$0] } ?? [])
      let relations =
        second == nil ? [] : [StatementCandidate.StatedRelation(relation: "conflated-with", subject: 0, object: 1)]
      // "confusion around A / B" warns about both words; that one is taken for the other it says only with "between".
      let isPair = phrase.hasSuffix("between") || phrase.hasSuffix("of")
      found.append(
        StatementCandidate(
          kind: .warnedConflation, terms: terms.map { scanner.text($0) }, passages: [scanner.range],
          confidence: isPair ? 0.85 : 0.7, rule: "SAY-confusion", relations: isPair ? relations : []))
    }
    return Self.withoutRepeats(found)
  }

  /// Active "conflate A and B" or passive "A is confused with B".
  private func conflatedPair(
    _ scanner: ArgumentScanner, at place: Range<Int>, _ phrase: String
  ) -> [ArgumentScanner.Argument]? {
    if phrase.hasSuffix("ed") || phrase == "mistaken" || phrase == "mixed up" {
      let before = String(
        decoding: scanner.lower[..<(place.lowerBound - scanner.range.lowerBound)].suffix(24), as: UTF8.self)
      let isPassive = [
        "be ", "is ", "are ", "been ", "was ", "were ", "often ", "easily ", "sometimes ", "being ", "not to be ",
        "frequently ", "commonly ", "usually ",
      ]
      .contains { before.hasSuffix($0) }
      if isPassive {
        guard let subject = scanner.subject(before: place.lowerBound),
          let object = scanner.arguments.first(where: { $0.range.lowerBound >= place.upperBound }),
          let joint = scanner.lower[(place.upperBound - scanner.range.lowerBound)...].split(separator: 0x20).first,
          ["with", "for", "as", "and"].contains(String(decoding: joint, as: UTF8.self)),
          scanner.argument(after: place.upperBound + joint.count + 2, atMost: 3) != nil
        else {
          return passivePair(scanner, before: place.lowerBound)
        }
        return [subject, object]
      }
    }
    guard let first = scanner.argument(after: place.upperBound),
      let second = scanner.argument(after: first, joinedBy: Self.joiners) ?? separated(scanner, after: first)
    else { return nil }
    return [first, second]
  }

  /// "A and B are often confused": both stand before the verb.
  private func passivePair(_ scanner: ArgumentScanner, before place: Int) -> [ArgumentScanner.Argument]? {
    let before = scanner.arguments.filter { $0.range.upperBound <= place }
    for first in before.dropLast() {
      if let second = scanner.argument(after: first, joinedBy: ["and", "/"]), second.range.upperBound <= place {
        return [first, second]
      }
    }
    return nil
  }

  /// A connector further off, past a relative clause or a bracket of the first argument.
  private func separated(
    _ scanner: ArgumentScanner, after first: ArgumentScanner.Argument
  ) -> ArgumentScanner.Argument? {
    for place in scanner.occurrences(of: "with") where place.lowerBound >= first.range.upperBound {
      return scanner.argument(after: place.upperBound)
    }
    return nil
  }

  // MARK: Readings of one thing

  static let readingVerbs = CueList([
    "be thought of as", "be understood as", "be read as", "be interpreted as", "be seen as", "be viewed as",
    "be construed as", "be conceived of as", "be regarded as", "be treated as",
  ])
  static let readingNouns = CueList([
    "two interpretations of", "two readings of", "two ways of understanding", "two ways to read", "two ways of reading",
    "two ways to understand", "two ways of thinking about",
  ])

  private func readings(_ scanner: ArgumentScanner, sentence: Int) -> [StatementCandidate] {
    var found: [StatementCandidate] = []
    for (_, place) in scanner.occurrences(of: Self.readingVerbs) {
      guard isRejected(scanner, before: place.lowerBound), let subject = scanner.subject(before: place.lowerBound),
        let other = acceptedReading(scanner, after: place.upperBound, sentence: sentence)
      else { continue }
      found.append(
        StatementCandidate(
          kind: .twoReadings, terms: [scanner.text(subject)],
          passages: other.lowerBound == scanner.range.lowerBound ? [scanner.range] : [scanner.range, other],
          confidence: 0.75, rule: "SAY-two-readings"))
    }
    for (_, place) in scanner.occurrences(of: Self.readingNouns) {
      guard let term = scanner.argument(after: place.upperBound) else { continue }
      found.append(
        StatementCandidate(
          kind: .twoReadings, terms: [scanner.text(term)], passages: [scanner.range], confidence: 0.7,
          rule: "SAY-two-readings"))
    }
    return Self.withoutRepeats(found)
  }

  private func isRejected(_ scanner: ArgumentScanner, before place: Int) -> Bool {
    let before = String(decoding: scanner.lower[..<(place - scanner.range.lowerBound)].suffix(16), as: UTF8.self)
    return ["not ", "n't ", "n’t ", "never "].contains { before.hasSuffix($0) }
  }

  /// The sentence that gives the reading which the source prefers: this one behind "but", or the next one.
  private func acceptedReading(
    _ scanner: ArgumentScanner, after place: Int, sentence: Int
  ) -> Range<Int>? {
    let rest = String(decoding: scanner.lower[(place - scanner.range.lowerBound)...], as: UTF8.self)
    if [" but as ", " but rather ", " rather than as", "; instead", ", instead", " but instead"].contains(where: {
      rest.contains($0)
    }) {
      return scanner.range
    }
    guard sentence + 1 < analyzed.sentences.count,
      analyzed.sentences[sentence + 1].block == analyzed.sentences[sentence].block
    else { return nil }
    let next = ArgumentScanner(document, sentence: sentence + 1, candidates: [])
    let text = String(decoding: next.lower, as: UTF8.self)
    let opens = ["instead", "rather", "it should", "they should", "it is better"].contains { text.hasPrefix($0) }
    return opens && next.contains(Self.readingVerbs) ? next.range : nil
  }

  // MARK: Labels to avoid

  private func discouraged(_ scanner: ArgumentScanner) -> [StatementCandidate] {
    var found: [StatementCandidate] = []
    for (_, place) in scanner.occurrences(of: Self.avoidedTerms) {
      guard let term = scanner.argument(after: place.upperBound) else { continue }
      found.append(
        StatementCandidate(
          kind: .discouragedLabel, terms: [scanner.text(term)], passages: [scanner.range], confidence: 0.8,
          rule: "SAY-avoid-term"))
    }
    for (_, place) in scanner.occurrences(of: Self.misnomers) {
      guard let term = scanner.subject(before: place.lowerBound) else { continue }
      found.append(
        StatementCandidate(
          kind: .discouragedLabel, terms: [scanner.text(term)], passages: [scanner.range], confidence: 0.8,
          rule: "SAY-misnomer"))
    }
    return found + preferredTerms(scanner)
  }

  static let avoidedTerms = CueList([
    "avoid the term", "avoid the word", "avoid the terms", "drop the term", "abandon the term", "dislike the term",
    "retire the term", "avoid using the term",
  ])
  static let misnomers = CueList([
    "is a misnomer", "is a misleading term", "is a misleading name", "is an unfortunate term", "is a confusing term",
    "is a bad name", "is a poor term", "is an unfortunate name", "is a confusing name",
  ])
  static let betterTerms = CueList([
    "is a better term", "is a better name", "is a better word", "is a more accurate term", "is a clearer term",
  ])

  /// "X is a better term than Y": X is the name to use.
  private func preferredTerms(_ scanner: ArgumentScanner) -> [StatementCandidate] {
    var found: [StatementCandidate] = []
    for (_, place) in scanner.occurrences(of: Self.betterTerms) {
      guard let preferred = nearest(scanner, before: place.lowerBound) ?? scanner.subject(before: place.lowerBound),
        let than = scanner.occurrences(of: "than").first(where: { $0.lowerBound > place.upperBound })
      else { continue }
      let others = scanner.arguments.filter { $0.range.lowerBound > than.upperBound }.prefix(4)
      guard !others.isEmpty else { continue }
      found.append(
        StatementCandidate(
          kind: .alternativeName, terms: [scanner.text(preferred)] + others.map { scanner.text($0) },
          passages: [scanner.range], confidence: 0.75, rule: "SAY-better-term"))
    }
    return found
  }

  private func nearest(_ scanner: ArgumentScanner, before place: Int) -> ArgumentScanner.Argument? {
    scanner.arguments.last { $0.range.upperBound <= place && place - $0.range.upperBound <= 2 }
  }

  static func withoutRepeats(_ found: [StatementCandidate]) -> [StatementCandidate] {
    var seen: [StatementCandidate] = []
    for item in found
    where !seen.contains(where: { $0.kind == item.kind && $0.terms == item.terms && $0.passages == item.passages }) {
      seen.append(item)
    }
    return seen
  }
}
