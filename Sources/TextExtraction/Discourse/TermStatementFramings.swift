import ConceptModel

extension TermStatementFinder {
  // MARK: Rival framings

  static let mappingVerbs = CueList([
    "map", "maps", "mapped", "mapping", "correspond", "corresponds", "mirror", "mirrors", "align", "aligns",
    "parallels",
    "parallel", "match", "matches", "carve", "carves", "translate", "translates", "overlap", "overlaps", "line up",
    "lines up", "resemble", "resembles", "similar", "same", "analogous", "equivalent", "alternative",
  ])

  /// "The A/B framing maps onto C/D": two pairs that cut the same ground.
  func framings(_ scanner: ArgumentScanner, sentence: Int) -> [StatementCandidate] {
    guard scanner.contains(Self.mappingVerbs) else { return [] }
    let pairs = TermPairFinder.pairs(in: document, sentence: sentence)
    guard pairs.count >= 2 else { return [] }
    let (first, second) = (pairs[0], pairs[1])
    var passages = [scanner.range]
    var relations: [StatementCandidate.StatedRelation] = []
    let terms = first.terms + second.terms
    if let (match, range) = pairing(first, second, from: sentence) {
      relations = match.map { .init(relation: "maps-to", subject: $0.0, object: $0.1) }
      if range != scanner.range { passages.append(range) }
    }
    return [
      StatementCandidate(
        kind: .rivalFramings, terms: terms, passages: passages, confidence: 0.75, rule: "SAY-framings",
        relations: relations)
    ]
  }

  /// Which member of the first pair goes with which of the second: told by clauses that name one of each.
  ///
  /// The order of the pairs in the mapping sentence proves nothing, so without such clauses no pairing is given.
  private func pairing(_ first: TermPair, _ second: TermPair, from sentence: Int) -> ([(Int, Int)], Range<Int>)? {
    for next in (sentence + 1)...(sentence + 2) where next < analyzed.sentences.count {
      guard analyzed.sentences[next].block == analyzed.sentences[sentence].block else { break }
      let scanner = ArgumentScanner(document, sentence: next, candidates: [])
      let text = String(decoding: scanner.lower, as: UTF8.self)
      let marks = first.terms.map { text.firstPlace(of: $0.lowercased()) }
      guard let a = marks[0], let b = marks[1], a != b else { continue }
      // The clause of a member reaches to where the other one is named, or to the end.
      let clauses = a < b ? [a..<b, b..<text.utf8.count] : [a..<text.utf8.count, b..<a]
      let keys = distinguishing(second.terms)
      let hits = clauses.map { clause in
        let part = String(decoding: Array(text.utf8)[clause], as: UTF8.self)
        return keys.indices.filter { part.firstPlace(of: keys[$0]) != nil }
      }
      if hits[0].count == 1, hits[1].count == 1, hits[0] != hits[1] {
        return ([(0, 2 + hits[0][0]), (1, 2 + hits[1][0])], scanner.range)
      }
    }
    return nil
  }

  /// The words that tell the two terms apart, lower case: "inner", "outer".
  private func distinguishing(_ terms: [String]) -> [String] {
    let words = terms.map { $0.lowercased().split(separator: " ").map(String.init) }
    return words.indices.map { index in
      let other = Set(words[1 - index])
      return words[index].filter { !other.contains($0) }.joined(separator: " ")
    }
  }

  // MARK: Motte and bailey

  /// Neighbouring blocks or sentences labelled "Motte:" and "Bailey:".
  func labelledPositions() -> [StatementCandidate] {
    let blocks = analyzed.document.blocks
    var found: [StatementCandidate] = []
    var motte: (block: Int, range: Range<Int>)?
    for index in blocks.indices {
      let text = analyzed.string(blocks[index].range).lowercased()
      for part in Self.labelledParts(text, ["motte", "bailey"]) {
        let range =
          blocks[index].range.lowerBound + part.range.lowerBound..<blocks[index].range.lowerBound
          + part.range.upperBound
        if part.label == "motte" {
          motte = (index, range)
        } else if let first = motte, index - first.block <= 3 {
          let terms = quotedTerms(first.range) + quotedTerms(range)
          found.append(
            StatementCandidate(
              kind: .motteAndBailey, terms: terms.isEmpty ? ["motte", "bailey"] : terms,
              passages: [first.range, range],
              confidence: 0.95, rule: "SAY-motte-bailey"))
          motte = nil
        }
      }
    }
    return found
  }

  /// The stretches of a text that open with one of the labels and a colon.
  private static func labelledParts(_ text: String, _ labels: [String]) -> [(label: String, range: Range<Int>)] {
    var starts: [(String, Int)] = []
    for label in labels {
      if let place = text.firstPlace(of: label + ":"), place == 0 || Array(text.utf8)[place - 1] <= 0x20 {
        starts.append((label, place))
      }
    }
    starts.sort { $0.1 < $1.1 }
    return starts.indices.map { index in
      let end = index + 1 < starts.count ? starts[index + 1].1 : text.utf8.count
      return (starts[index].0, starts[index].1..<end)
    }
  }

  /// The longest multi-word candidates within a passage: what the positions are about.
  private func quotedTerms(_ range: Range<Int>) -> [String] {
    var terms: [String] = []
    for (index, sentence) in analyzed.sentences.enumerated() where analyzed.bytes(of: sentence.tokens).overlaps(range) {
      for candidate in candidates[index]
      where !candidate.flags.contains(.nested) && candidate.words.count > 1
        && range.contains(candidate.range.lowerBound)
      {
        terms.append(analyzed.string(candidate.range))
      }
    }
    return Array(terms.prefix(3))
  }
}

extension String {
  /// The byte offset of the first occurrence of a phrase that does not start or end inside a word.
  func firstPlace(of phrase: String) -> Int? {
    let text = Array(utf8)
    let needle = Array(phrase.utf8)
    guard !needle.isEmpty, needle.count <= text.count else { return nil }
    for start in 0...(text.count - needle.count) {
      guard text[start] == needle[0], text[start..<start + needle.count].elementsEqual(needle) else { continue }
      let leftFree = start == 0 || !ArgumentScanner.isLetter(text[start - 1])
      let end = start + needle.count
      let rightFree =
        end == text.count || !ArgumentScanner.isLetter(text[end]) || !ArgumentScanner.isLetter(needle[needle.count - 1])
      if leftFree, rightFree { return start }
    }
    return nil
  }
}
