import ConceptModel

/// A noun phrase that could be a term, at one place.
struct TermCandidate: Sendable {
  /// Bytes of the text, without determiners and other words that are no part of a term.
  var range: Range<Int>
  /// The words of the phrase, lower case as they stand, `-` kept.
  var words: [String]
  /// Index into `AnalyzedDocument.sentences`.
  var sentence: Int
  var flags: Flags

  /// What the place says about the phrase.
  struct Flags: OptionSet, Sendable, Hashable {
    let rawValue: UInt16
    static let emphasised = Flags(rawValue: 1)
    static let quoted = Flags(rawValue: 2)
    static let defined = Flags(rawValue: 4)
    static let heading = Flags(rawValue: 8)
    static let code = Flags(rawValue: 256)
    /// Part of a longer candidate.
    static let nested = Flags(rawValue: 1024)
    /// The subject of its sentence.
    static let subject = Flags(rawValue: 2048)
    /// Its first word opens the sentence, so that a capital there says nothing.
    static let sentenceInitial = Flags(rawValue: 4096)
    /// "of" follows: the noun names a relation ("creation of …") rather than a thing.
    static let complemented = Flags(rawValue: 8192)
    /// Its head is tagged as a verb form.
    static let verbal = Flags(rawValue: 16384)
  }
}

/// Finds the noun phrases that could be terms.
struct TermCandidateFinder {
  private let analyzed: AnalyzedDocument
  private let words: [[Word]]

  init(_ document: WordedDocument) {
    analyzed = document.analyzed
    words = document.words
  }

  /// All maximal candidates of a sentence in text order, and for longer ones the shorter ones that end with them.
  func candidates(inSentence index: Int) -> [TermCandidate] {
    let sentence = analyzed.sentences[index]
    let (words, shortForms) = bridged(self.words[index])
    let block = analyzed.document.blocks[sentence.block]
    var found: [TermCandidate] = []
    var start = 0
    while start < words.count {
      guard isMaterial(words, start) else {
        start += 1
        continue
      }
      var end = start + 1
      while end < words.count, isMaterial(words, end),
        isAdjacent(words[end - 1], words[end]) || shortForms[end] != nil
      {
        end += 1
      }
      for (low, high) in phrases(words, start..<end) {
        append(words, low..<high, sentence: index, block: block, to: &found)
      }
      start = end
    }
    for (_, word) in shortForms.sorted(by: { $0.key < $1.key }) {
      found.append(TermCandidate(range: word.range, words: [word.form], sentence: index, flags: .nested))
    }
    return found
  }

  /// The words of a sentence without the short forms that interrupt a phrase, "(MT)" in "machine translation (MT) systems",
  /// and these by the number of the word behind them.
  private func bridged(_ words: [Word]) -> (words: [Word], shortForms: [Int: Word]) {
    guard words.contains(where: { $0.isAcronym }) else { return (words, [:]) }
    var line: [Word] = []
    var shortForms: [Int: Word] = [:]
    var index = 0
    while index < words.count {
      if index > 0, index + 3 < words.count, words[index].form == "(", words[index + 1].isAcronym,
        words[index + 2].form == ")", [.noun, .propn].contains(words[index - 1].tag),
        [.noun, .propn].contains(words[index + 3].tag), isAdjacent(words[index - 1], words[index]),
        isAdjacent(words[index + 2], words[index + 3])
      {
        shortForms[line.count] = words[index + 1]
        index += 3
      }
      line.append(words[index])
      index += 1
    }
    return (line, shortForms)
  }

  /// The candidate phrases of a run of term material: the longest head-final phrase, without leading filler.
  private func phrases(_ words: [Word], _ run: Range<Int>) -> [(Int, Int)] {
    var result: [(Int, Int)] = []
    var low = run.lowerBound
    while low < run.upperBound {
      // The phrase reaches to the last head before something that cannot stay inside a noun phrase.
      var high = low
      var lastHead = -1
      while high < run.upperBound {
        if isHead(words, high) { lastHead = high }
        high += 1
      }
      guard lastHead >= low else { break }
      var first = low
      while first < lastHead, words[first].tag == .num || TermFilter.isLeadingFiller(words[first]) { first += 1 }
      if !(first == lastHead && TermFilter.isLeadingFiller(words[first]) && words[first].tag == .adj) {
        result.append((first, lastHead + 1))
      }
      low = lastHead + 1
    }
    return result
  }

  private func append(
    _ words: [Word], _ range: Range<Int>, sentence: Int, block: Block, to found: inout [TermCandidate]
  ) {
    guard range.count <= 7 else {
      return append(words, range.upperBound - 4..<range.upperBound, sentence: sentence, block: block, to: &found)
    }
    let bytes = words[range.lowerBound].range.lowerBound..<words[range.upperBound - 1].range.upperBound
    let forms = words[range].map(\.form)
    guard TermFilter.isWellFormed(forms) else { return }
    let flags = flags(of: words, range, bytes: bytes, block: block)
    found.append(TermCandidate(range: bytes, words: forms, sentence: sentence, flags: flags))
    // Shorter phrases with the same head, for counting how a term occurs inside longer ones.
    var low = range.lowerBound + 1
    while low < range.upperBound {
      if !TermFilter.isLeadingFiller(words[low]) || low == range.upperBound - 1 {
        let inner = words[low].range.lowerBound..<bytes.upperBound
        found.append(
          TermCandidate(
            range: inner, words: words[low..<range.upperBound].map(\.form), sentence: sentence,
            flags: flags.intersection([.heading, .code]).union(.nested)))
      }
      low += 1
    }
    // And the leading parts that are noun phrases themselves ("reward model" in "reward model training").
    guard range.count > 2 else { return }
    for high in range.lowerBound + 2..<range.upperBound where isHead(words, high - 1) {
      let inner = bytes.lowerBound..<words[high - 1].range.upperBound
      found.append(
        TermCandidate(
          range: inner, words: words[range.lowerBound..<high].map(\.form), sentence: sentence,
          flags: flags.intersection([.heading, .code]).union(.nested)))
    }
  }

  private func flags(of words: [Word], _ range: Range<Int>, bytes: Range<Int>, block: Block) -> TermCandidate.Flags {
    var flags: TermCandidate.Flags = []
    if case .heading = block.kind { flags.insert(.heading) }
    if case .definitionTerm = block.kind { flags.insert(.defined) }
    for span in block.spans where span.range.lowerBound < bytes.upperBound && span.range.upperBound > bytes.lowerBound {
      let covers = span.range.lowerBound >= bytes.lowerBound - 3 && span.range.upperBound <= bytes.upperBound + 3
      switch span.kind {
      case .emphasis, .strong: if covers { flags.insert(.emphasised) }
      case .defined: flags.insert(.defined)
      case .quotation: if covers { flags.insert(.quoted) }
      case .code, .math: flags.insert(.code)
      default: break
      }
    }
    let slice = words[range]
    if isQuotedExactly(bytes) { flags.insert(.quoted) }
    if slice.first?.isFirstInSentence == true { flags.insert(.sentenceInitial) }
    if slice.last?.tag == .verb { flags.insert(.verbal) }
    if range.upperBound < words.count, words[range.upperBound].form == "of" { flags.insert(.complemented) }
    if slice.contains(where: { word in
      analyzed.dependency(word.tokens.upperBound - 1).hasPrefix("nsubj")
    }) {
      flags.insert(.subject)
    }
    return flags
  }

  /// Whether quotation marks stand right before and right behind the phrase.
  private func isQuotedExactly(_ bytes: Range<Int>) -> Bool {
    let text = analyzed.document.text
    let before = text[max(0, bytes.lowerBound - 3)..<bytes.lowerBound]
    let after = text[bytes.upperBound..<min(text.count, bytes.upperBound + 3)]
    return
      (before.last == 0x22 || before.elementsEqual([0xE2, 0x80, 0x9C]) || before.elementsEqual([0xE2, 0x80, 0x98]))
      && (after.first == 0x22 || after.elementsEqual([0xE2, 0x80, 0x9D]) || after.elementsEqual([0xE2, 0x80, 0x99])
        || after.dropFirst().first == 0x22)
  }

  /// Whether nothing but a space stands between two words.
  private func isAdjacent(_ a: Word, _ b: Word) -> Bool {
    let gap = analyzed.document.text[a.range.upperBound..<b.range.lowerBound]
    return gap.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
  }

  private func isMaterial(_ words: [Word], _ index: Int) -> Bool {
    let word = words[index]
    if !word.flags.isDisjoint(with: [.layout, .citation]) { return false }
    switch word.tag {
    case .noun, .propn: return true
    case .adj: return word.form.utf8.count > 1
    case .num:
      return index > 0 && !word.isFirstInSentence && word.form.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } != true
    case .verb: return isParticipleModifier(words, index) || isNominalGerund(words, index)
    case .x: return word.form.unicodeScalars.allSatisfy { $0.properties.isAlphabetic }
    default: return false
    }
  }

  /// "learned optimization", "deceiving agent": a participle that modifies the noun behind it.
  private func isParticipleModifier(_ words: [Word], _ index: Int) -> Bool {
    guard index + 1 < words.count, [.noun, .propn, .adj].contains(words[index + 1].tag) else { return false }
    let last = words[index].tokens.upperBound - 1
    let penn = analyzed.penn(last)
    guard penn == "VBN" || penn == "VBG", !TermFilter.isPrepositional(words[index].form) else { return false }
    let label = analyzed.dependency(last)
    if label == "amod" || label == "compound" { return true }
    // Whatever the parser calls it: a participle that depends on the noun behind it modifies that noun.
    guard let sentence = sentence(of: last), sentence.isParsed else { return false }
    let head = Int(analyzed.tokens[last].head) + sentence.tokens.lowerBound
    return head > last && words[index + 1].tokens.lowerBound <= head && analyzed.tokens[head].tag == .noun
  }

  /// "alignment faking", "scheming": a gerund used as a noun, with no object of its own.
  private func isNominalGerund(_ words: [Word], _ index: Int) -> Bool {
    let last = words[index].tokens.upperBound - 1
    guard analyzed.penn(last) == "VBG", words[index].form.hasSuffix("ing") else { return false }
    if index + 1 < words.count, words[index + 1].tag == .det || words[index + 1].tag == .pron { return false }
    switch analyzed.dependency(last) {
    case "nsubj", "nsubj:pass", "csubj", "obj", "obl", "nmod", "compound", "appos", "root", "conj":
      return !hasObject(last)
    default: return false
    }
  }

  private func hasObject(_ token: Int) -> Bool {
    guard let sentence = sentence(of: token) else { return false }
    for index in sentence.tokens where Int(analyzed.tokens[index].head) == token - sentence.tokens.lowerBound {
      switch analyzed.dependency(index) {
      case "obj", "nsubj", "xcomp", "ccomp", "aux", "advmod": return true
      default: continue
      }
    }
    return false
  }

  private func sentence(of token: Int) -> Sentence? {
    var low = 0
    var high = analyzed.sentences.count
    while low < high {
      let middle = (low + high) / 2
      if analyzed.sentences[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low < analyzed.sentences.count ? analyzed.sentences[low] : nil
  }

  private func isHead(_ words: [Word], _ index: Int) -> Bool {
    switch words[index].tag {
    case .noun, .propn: return true
    case .verb: return isNominalGerund(words, index)
    case .x: return words[index].isAcronym
    default: return false
    }
  }
}
