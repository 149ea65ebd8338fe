import ConceptModel

/// Finds short forms with their long forms, and short forms that stand alone.
///
/// Brackets and cue phrases say where a pair may be, `AbbreviationAligner` whether the letters fit. A long form is looked
/// for within the sentence only. Reference: A. Schwartz and M. Hearst, "A simple algorithm for identifying abbreviation
/// definitions in biomedical text", PSB 2003, for the idea of brackets as anchors.
public enum AbbreviationFinder {
  /// The candidates of a document in the order of their evidence.
  ///
  /// A pair is given at each place that states it. A short form without a long form is given once, at its first place.
  public static func find(in analyzed: AnalyzedDocument) -> [AbbreviationCandidate] {
    var scan = AbbreviationScan(text: analyzed.document.text)
    for sentence in analyzed.sentences {
      guard let first = sentence.tokens.first, let last = sentence.tokens.last else { continue }
      let block = analyzed.document.blocks[sentence.block]
      if block.role == .reference { continue }
      scan.read(Int(analyzed.tokens[first].start)..<Int(analyzed.tokens[last].end))
    }
    for block in analyzed.document.blocks where !block.spans.isEmpty && block.role != .furniture {
      scan.readMarkup(block)
    }
    return scan.finish()
  }
}

/// One pass over the sentences of a document.
struct AbbreviationScan {
  let text: [UInt8]
  var aligner = AbbreviationAligner()
  var pairs: [AbbreviationCandidate] = []
  /// Short forms met outside the brackets that define them, in order.
  var mentions: [Range<Int>] = []

  // What the sentence at hand holds.
  var sentence = 0..<0
  var brackets: [Bracket] = []
  var acronyms: [Range<Int>] = []
  var openBrackets: [Int] = []

  struct Bracket {
    var open: Int
    var close: Int
    var content: Range<Int> { open + 1..<close }
  }

  init(text: [UInt8]) { self.text = text }

  /// Reads one sentence.
  mutating func read(_ range: Range<Int>) {
    sentence = range
    collect()
    if brackets.isEmpty && acronyms.isEmpty { return }
    let firstPair = pairs.count
    for bracket in brackets { readBracket(bracket) }
    if !acronyms.isEmpty {
      readCues(since: firstPair)
      readRest(since: firstPair)
    }
  }

  /// Finds the brackets and the words spelled like acronyms.
  private mutating func collect() {
    brackets.removeAll(keepingCapacity: true)
    acronyms.removeAll(keepingCapacity: true)
    openBrackets.removeAll(keepingCapacity: true)
    var index = sentence.lowerBound
    var wordStart = -1
    var uppers = 0
    while index < sentence.upperBound {
      let byte = text[index]
      if isUpper(byte) || isDigit(byte) {
        if wordStart < 0 { wordStart = index }
        uppers += 1
      } else if isLower(byte) || byte >= 0x80 && !AbbreviationText.isWideMark(text, index) {
        if wordStart < 0 { wordStart = index }
      } else {
        endWord(wordStart, index, uppers)
        wordStart = -1
        uppers = 0
        if byte == 0x28 || byte == 0x5B { openBrackets.append(index) }
        if byte == 0x29 || byte == 0x5D, let open = openBrackets.popLast() {
          if text[open] == byte &- 1 || text[open] == byte &- 2 { brackets.append(Bracket(open: open, close: index)) }
        }
        if byte == 0xE2 { index += 2 }
      }
      index += 1
    }
    endWord(wordStart, sentence.upperBound, uppers)
  }

  private mutating func endWord(_ start: Int, _ end: Int, _ uppers: Int) {
    guard start >= 0, uppers >= 2 else { return }
    let range = start..<end
    let shape = AbbreviationShape(text, range)
    guard shape.isAcronym, !AbbreviationShape.isRomanNumeral(text, range) else { return }
    acronyms.append(range)
  }

  /// Adds a pair unless it says nothing.
  mutating func add(short: Range<Int>, long: Range<Int>, evidence: Range<Int>, confidence: Double, rule: String) {
    var trimmed = AbbreviationText.trimmed(text, long)
    // The full stop of "British Aircraft Corp. (BAC)" is part of the name.
    if trimmed.upperBound < long.upperBound, text[trimmed.upperBound] == 0x2E, long.upperBound < short.lowerBound {
      trimmed = trimmed.lowerBound..<trimmed.upperBound + 1
    }
    guard !trimmed.isEmpty, !trimmed.overlaps(short), !isSameSpelling(short, trimmed) else { return }
    pairs.append(
      AbbreviationCandidate(short: short, long: trimmed, evidence: evidence, confidence: confidence, rule: rule))
  }

  private func isSameSpelling(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    text[a].lazy.filter(isWordByte).map(lowered).elementsEqual(text[b].lazy.filter(isWordByte).map(lowered))
  }

  /// The pairs and lone short forms in text order.
  consuming func finish() -> [AbbreviationCandidate] {
    var seen = Set<[UInt8]>()
    for pair in pairs { seen.insert(Array(text[pair.short])) }
    var all = pairs
    for mention in mentions where seen.insert(Array(text[mention])).inserted {
      all.append(
        AbbreviationCandidate(short: mention, long: nil, evidence: mention, confidence: 0.8, rule: "ABBR-alone"))
    }
    return all.sorted {
      ($0.evidence.lowerBound, $0.evidence.upperBound, $0.short.lowerBound)
        < ($1.evidence.lowerBound, $1.evidence.upperBound, $1.short.lowerBound)
    }
  }
}
