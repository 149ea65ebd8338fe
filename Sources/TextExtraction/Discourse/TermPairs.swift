import ConceptModel

/// Two terms written as one: "inner/outer alignment", "SG/GMG", "outer vs. inner evaluations".
struct TermPair: Sendable, Equatable {
  /// The whole expression in the text.
  var range: Range<Int>
  /// The two terms spelled out: "inner alignment", "outer alignment".
  var terms: [String]
  /// Whether "vs." joins them rather than a slash.
  var isVersus: Bool
}

/// Finds slashed and versus pairs and spells out what they share.
enum TermPairFinder {
  /// The nouns that say what the pair is rather than belong to it: "the SG/GMG framing".
  static let framingNouns: Set<String> = [
    "framing", "framings", "frame", "frames", "framework", "distinction", "taxonomy", "decomposition", "dichotomy",
    "split", "categorisation", "categorization", "typology", "classification", "terminology", "vocabulary", "paradigm",
    "lens", "divide", "debate", "contrast", "spectrum", "axis", "confusion", "difference", "description", "view",
  ]

  /// The pairs of a sentence in text order.
  static func pairs(in document: WordedDocument, sentence: Int) -> [TermPair] {
    let analyzed = document.analyzed
    let words = document.words[sentence]
    var found: [TermPair] = []
    for index in words.indices where index > 0 && index + 1 < words.count {
      let isSlash = words[index].form == "/"
      let isVersus = ["vs.", "vs", "versus"].contains(words[index].form)
      guard isSlash || isVersus else { continue }
      let right = skipDot(words, index + 1)
      guard right < words.count, isTermWord(words[index - 1]), isTermWord(words[right]) else { continue }
      if let pair = spellOut(analyzed, words, left: index - 1, right: right, isVersus: isVersus) { found.append(pair) }
    }
    return found
  }

  /// "vs" and its full stop may be two tokens.
  private static func skipDot(_ words: [Word], _ index: Int) -> Int {
    words[index].form == "." ? index + 1 : index
  }

  private static func isTermWord(_ word: Word) -> Bool {
    switch word.tag {
    case .noun, .propn, .adj, .x, .verb: return word.form.utf8.count > 1
    default: return false
    }
  }

  private static func spellOut(
    _ analyzed: AnalyzedDocument, _ words: [Word], left: Int, right: Int, isVersus: Bool
  ) -> TermPair? {
    // What follows the right member, up to the head of its noun phrase.
    var end = right
    while end + 1 < words.count, isTermWord(words[end + 1]), words[end + 1].tag != .verb,
      isAdjacent(analyzed, words[end], words[end + 1])
    {
      end += 1
    }
    var low = left
    while low > 0, [.noun, .propn, .adj].contains(words[low - 1].tag), isAdjacent(analyzed, words[low - 1], words[low]),
      !TermFilter.isLeadingFiller(words[low - 1])
    {
      low -= 1
    }
    let tail = words[(right + 1)..<(end + 1)].filter { !framingNouns.contains($0.form) }
    let rightWords = words[right...end].filter { !framingNouns.contains($0.form) }.map { analyzed.string($0.range) }
    let leftWords = words[low...left].map { analyzed.string($0.range) }
    guard !rightWords.isEmpty else { return nil }
    var terms = [leftWords.joined(separator: " "), rightWords.joined(separator: " ")]
    // One word before the sign and a shared head behind it: the head belongs to both.
    let sharesHead = low == left && !tail.isEmpty && !words[left].isAcronym && isModifier(words[left], words[right])
    if sharesHead {
      terms[0] = ([leftWords[0]] + tail.map { analyzed.string($0.range) }).joined(separator: " ")
    }
    guard terms[0].lowercased() != terms[1].lowercased() else { return nil }
    return TermPair(
      range: words[low].range.lowerBound..<words[end].range.upperBound, terms: terms, isVersus: isVersus)
  }

  private static func isModifier(_ left: Word, _ right: Word) -> Bool {
    left.tag == .adj || right.tag == .adj || left.tag == right.tag
  }

  private static func isAdjacent(_ analyzed: AnalyzedDocument, _ a: Word, _ b: Word) -> Bool {
    let gap = analyzed.document.text[a.range.upperBound..<b.range.lowerBound]
    return !gap.isEmpty && gap.allSatisfy { $0 == 0x20 || $0 == 0x0A }
  }
}
