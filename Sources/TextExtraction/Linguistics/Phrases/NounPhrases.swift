/// A base noun phrase: a noun with what stands before it, without what follows (`the inner alignment problem`).
public struct NounPhrase: Sendable, Hashable {
  /// Indexes into `AnalyzedDocument.tokens`.
  public var tokens: Range<Int>
  /// The phrase without determiners, possessives and quantities at its start: what a term can be.
  public var core: Range<Int>
  /// The token that the phrase is about, its last noun.
  public var head: Int

  public init(tokens: Range<Int>, core: Range<Int>, head: Int) {
    self.tokens = tokens
    self.core = core
    self.head = head
  }
}

extension AnalyzedDocument {
  /// The base noun phrases of a sentence in text order; they do not overlap.
  ///
  /// The tags decide where a phrase may run and the tree where two phrases meet. Words joined by a hyphen without
  /// spaces stay together; pronouns, and demonstratives without a noun, are no phrases.
  public func nounPhrases(of sentence: Sentence) -> [NounPhrase] {
    NounPhraseChunker(analyzed: self, sentence: sentence).phrases()
  }
}

/// Finds the phrases of one sentence.
private struct NounPhraseChunker {
  let analyzed: AnalyzedDocument
  let sentence: Sentence

  func phrases() -> [NounPhrase] {
    var result: [NounPhrase] = []
    var index = sentence.tokens.lowerBound
    while index < sentence.tokens.upperBound {
      let end = runEnd(index)
      if let phrase = phrase(index..<end) { result.append(phrase) }
      index = max(index + 1, end)
    }
    return result
  }

  private func token(_ index: Int) -> Token { analyzed.tokens[index] }

  /// The index after the longest stretch from a token that can be one phrase.
  private func runEnd(_ start: Int) -> Int {
    var index = start
    var hasContent = false
    while index < sentence.tokens.upperBound {
      let token = token(index)
      if isHyphen(index) && index > start {
        index += 1
        continue
      }
      guard canStand(index, start: start) else { break }
      if isOpener(token) {
        // `all the models`: a determiner may follow a determiner, but not a noun or an adjective.
        if hasContent { break }
      } else {
        hasContent = true
      }
      if index > start, separates(index - 1, index, start: start) { break }
      index += 1
    }
    return index
  }

  private func isOpener(_ token: Token) -> Bool { token.tag == .det || token.tag == .pron }

  private func canStand(_ index: Int, start: Int) -> Bool {
    let token = token(index)
    guard !token.flags.contains(.layout) else { return false }
    switch token.tag {
    case .noun, .propn, .adj, .num, .det: return true
    case .pron: return penn(token).hasPrefix("PRP$") || penn(token) == "WP$"
    case .sym: return index > start
    case .adv: return modifiesAdjective(index)
    case .verb: return modifiesNoun(index)
    case .x: return index > start && isGlued(index - 1)
    default: return isGluedBefore(index, start: start) && isGluedPart(token)
    }
  }

  private func penn(_ token: Token) -> String { analyzed.pennTags[Int(token.penn)] }

  private func relation(_ token: Token) -> String { analyzed.relationNames[Int(token.dependency)] }

  /// An adverb right before the adjective that it modifies: `very large model`.
  private func modifiesAdjective(_ index: Int) -> Bool {
    guard index + 1 < sentence.tokens.upperBound, head(of: index) == index + 1 else { return isBeforeHyphen(index) }
    let next = token(index + 1)
    return next.tag == .adj || next.tag == .num || modifiesNoun(index + 1)
  }

  /// A participle before its noun: `learned policy`, `bounding box`.
  private func modifiesNoun(_ index: Int) -> Bool {
    let token = token(index)
    let tag = penn(token)
    guard tag == "VBN" || tag == "VBG" || tag == "VBD" || isBeforeHyphen(index) || isAfterHyphen(index) else {
      return false
    }
    guard let head = head(of: index), head > index else { return false }
    guard self.token(head).tag == .noun || self.token(head).tag == .propn else { return isBeforeHyphen(index) }
    return relation(token) == "amod" || relation(token) == "compound"
  }

  private func isBeforeHyphen(_ index: Int) -> Bool {
    index + 2 < sentence.tokens.upperBound && isHyphen(index + 1) && isGlued(index) && isGlued(index + 1)
  }

  private func isAfterHyphen(_ index: Int) -> Bool {
    index - 2 >= sentence.tokens.lowerBound && isHyphen(index - 1) && isGlued(index - 2) && isGlued(index - 1)
  }

  private func isGluedBefore(_ index: Int, start: Int) -> Bool {
    isBeforeHyphen(index) || index > start && isAfterHyphen(index)
  }

  /// Parts of hyphenated words that are neither nouns nor adjectives: `out-of-distribution`, `self-aware`.
  private func isGluedPart(_ token: Token) -> Bool { token.tag != .punct && token.tag != .part }

  private func isHyphen(_ index: Int) -> Bool {
    let token = token(index)
    guard token.end - token.start == 1, analyzed.document.text[Int(token.start)] == 0x2D else { return false }
    return index > sentence.tokens.lowerBound && isGlued(index - 1) && isGlued(index)
  }

  private func isGlued(_ index: Int) -> Bool { !token(index).flags.contains(.spaceAfter) }

  private func head(of index: Int) -> Int? {
    let head = token(index).head
    return sentence.isParsed && head >= 0 ? sentence.tokens.lowerBound + Int(head) : nil
  }

  /// Whether a phrase ends between two neighbours, because the left one already hangs on something else than the noun
  /// to come: `gives | agents | rewards`.
  private func separates(_ left: Int, _ right: Int, start: Int) -> Bool {
    let first = token(left)
    guard sentence.isParsed, first.tag == .noun || first.tag == .propn, !isHyphen(right), isWordLike(right) else {
      return false
    }
    guard let head = head(of: left) else { return self.head(of: right) != left }
    if head > left { return !Self.inner.contains(relation(first)) }
    if self.head(of: right) == left || self.head(of: right) == head && head >= start { return false }
    return !Self.inner.contains(relation(first)) || head < start
  }

  private func isWordLike(_ index: Int) -> Bool { token(index).tag != .sym && token(index).tag != .punct }

  private static let inner: Set<String> = [
    "compound", "amod", "flat", "nummod", "det", "nmod", "nmod:poss", "nmod:desc", "goeswith", "nmod:unmarked", "dep",
  ]

  private func phrase(_ run: Range<Int>) -> NounPhrase? {
    var end = run.upperBound
    while end > run.lowerBound, !isNominal(end - 1) { end -= 1 }
    guard end > run.lowerBound else { return nil }
    var start = run.lowerBound
    while start < end - 1, isOpener(token(start)) || isQuantity(start) { start += 1 }
    return NounPhrase(tokens: run.lowerBound..<end, core: start..<end, head: end - 1)
  }

  private func isNominal(_ index: Int) -> Bool {
    let tag = token(index).tag
    return tag == .noun || tag == .propn
  }

  /// Numbers and words such as `many`, `other`, `such` that count or point and do not name.
  private func isQuantity(_ index: Int) -> Bool {
    let token = token(index)
    if token.tag == .num { return !isBeforeHyphen(index) }
    if token.tag == .adv { return true }
    guard token.tag == .adj else { return false }
    return Self.pointing.contains(analyzed.lemmas[Int(token.lemma)])
  }

  private static let pointing: Set<String> = [
    "many", "much", "few", "several", "other", "such", "same", "more", "most", "less", "own", "certain", "various",
    "first", "second", "third", "last", "next", "further", "different",
  ]
}
