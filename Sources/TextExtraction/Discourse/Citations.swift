extension AnalyzedDocument {
  /// Flags the tokens of citations: brackets that hold a year as citations do, and Pandoc's `[@key]` and `@key`.
  ///
  /// What stands there names works and their authors; it is no part of the sentence around it.
  mutating func markCitations() {
    for sentence in sentences { markBrackets(sentence.tokens) }
    markKeys()
  }

  /// "(Smith, 2002; Jones, 2004)", "(for example, Exner, 2002)".
  private mutating func markBrackets(_ range: Range<Int>) {
    var open = -1
    var hasYear = false
    for index in range {
      switch singleByte(index) {
      case UInt8(ascii: "("):
        open = index
        hasYear = false
      case UInt8(ascii: ")"):
        if open >= 0, hasYear { for inner in open...index { tokens[inner].flags.insert(.citation) } }
        open = -1
      default:
        if open >= 0, isYear(index), index + 1 < range.upperBound, closesYear(index + 1), opensYear(index - 1) {
          hasYear = true
        }
      }
    }
  }

  private mutating func markKeys() {
    let keys = document.blocks.flatMap(\.spans).filter { span in
      guard case .citation = span.kind, let first = document.text[span.range].first else { return false }
      return first == UInt8(ascii: "@") || first == UInt8(ascii: "[")
    }.map(\.range).sorted { $0.lowerBound < $1.lowerBound }
    guard !keys.isEmpty else { return }
    var next = 0
    for index in tokens.indices {
      while next < keys.count, keys[next].upperBound <= Int(tokens[index].start) { next += 1 }
      if next == keys.count { return }
      if keys[next].lowerBound < Int(tokens[index].end) { tokens[index].flags.insert(.citation) }
    }
  }

  private func singleByte(_ index: Int) -> UInt8? {
    tokens[index].range.count == 1 ? document.text[Int(tokens[index].start)] : nil
  }

  /// A year between 1800 and 2099, with a letter behind it where an author has several works of one year.
  private func isYear(_ index: Int) -> Bool {
    let bytes = document.text[tokens[index].range]
    guard bytes.count == 4 || bytes.count == 5, bytes.prefix(4).allSatisfy(ASCII.isDigit) else { return false }
    if bytes.count == 5, !bytes.suffix(1).allSatisfy(ASCII.isLower) { return false }
    return bytes.starts(with: "18".utf8) || bytes.starts(with: "19".utf8) || bytes.starts(with: "20".utf8)
  }

  private func closesYear(_ index: Int) -> Bool {
    switch singleByte(index) {
    case UInt8(ascii: ")"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: ":"): true
    default: false
    }
  }

  private func opensYear(_ index: Int) -> Bool {
    switch tokens[index].tag {
    case .propn, .punct, .x, .noun: true
    default: false
    }
  }
}
