/// Tells headings of plain text by their look.
enum HeadingShape {
  /// The level of a heading, or nil for other lines.
  ///
  /// A heading stands alone between blank lines, is short, begins with a capital or a number, does not end like a
  /// sentence, and something follows it. The first line of a text is its title.
  static func level(of line: TextLine, at index: Int, lines: [TextLine], text: [UInt8]) -> Int? {
    guard line.blankBefore > 0, line.isLastOfGroup, line.indent < 4, index + 1 < lines.count else {
      return title(line, at: index, lines: lines, text: text)
    }
    let bytes = text[line.range]
    let words = BlockShapes.wordCount(bytes)
    guard bytes.count <= 110, words <= 16, hasHeadingStart(bytes), hasHeadingEnd(bytes), !looksLikeSentence(bytes)
    else {
      return nil
    }
    // A short line right above other lines begins a list, an address or a poem.
    guard lines[index + 1].blankBefore > 0 else { return nil }
    if index == 0 { return 1 }
    if let depth = numberDepth(bytes) { return depth + 1 }
    return 2
  }

  /// The first line of a text is its title even where a by-line follows directly.
  private static func title(_ line: TextLine, at index: Int, lines: [TextLine], text: [UInt8]) -> Int? {
    let bytes = text[line.range]
    let words = BlockShapes.wordCount(bytes)
    guard line.blankBefore > 0, index + 1 < lines.count, words <= 16, bytes.count <= 110, hasHeadingStart(bytes),
      hasHeadingEnd(bytes), !looksLikeSentence(bytes)
    else { return nil }
    let next = text[lines[index + 1].range]
    guard lines[index + 1].isLastOfGroup, isByline(next) else { return nil }
    return index == 0 ? 1 : 2
  }

  /// "By NAME …" with a capital behind the word.
  private static func isByline(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.starts(with: "By ".utf8) && bytes.dropFirst(3).first.map { ASCII.isUpper($0) || $0 >= 0xC3 } ?? false
  }

  private static func hasHeadingStart(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    if ASCII.isUpper(first) || ASCII.isDigit(first) || first >= 0xC3 && first != 0xE2 { return true }
    return false
  }

  private static func hasHeadingEnd(_ bytes: ArraySlice<UInt8>) -> Bool {
    let line = BlockShapes.withoutTrailingMarks(bytes)
    guard let last = line.last else { return false }
    if last == UInt8(ascii: "?") { return numberDepth(bytes) != nil || BlockShapes.wordCount(line) <= 10 }
    if last == UInt8(ascii: ":") || last == UInt8(ascii: "|") { return false }
    if line.count < bytes.count { return false }
    if let final = PageFurniture.Words(line).all.last, openEndings.contains(final) { return false }
    if line.suffix(3).elementsEqual("…".utf8) { return numberDepth(bytes) != nil }
    // A quotation is no heading, a heading that ends with a quoted word is one.
    if last == 0x22 || line.suffix(3).elementsEqual("”".utf8) {
      return line.first != 0x22 && !line.starts(with: "“".utf8) && !BlockShapes.endsSentence(line)
    }
    return ![0x2E, 0x2C, 0x3B, 0x21].contains(last)
  }

  /// Words that leave a line open: what ends with them goes on below.
  private static let openEndings: Set<String> = [
    "like", "that", "of", "the", "a", "an", "to", "with", "and", "or", "for", "as", "in", "on", "is", "are", "was",
    "be",
    "least", "including", "namely", "by",
  ]

  /// Lines that say something of someone: they begin with a pronoun, or are an answer behind a label.
  private static func looksLikeSentence(_ bytes: ArraySlice<UInt8>) -> Bool {
    let words = PageFurniture.Words(bytes).all
    guard let first = words.first else { return true }
    if sentenceStarts.contains(first) { return true }
    let digits = bytes.reduce(0) { $0 + (ASCII.isDigit($1) ? 1 : 0) }
    let letters = bytes.reduce(0) { $0 + (ASCII.isLetter($1) || $1 >= 0x80 ? 1 : 0) }
    if digits >= letters { return true }
    // "Result: nobody moves" is a sentence behind a label; "Section A: the problem" has a number or letter before the colon.
    if let colon = bytes.firstIndex(of: UInt8(ascii: ":")) {
      let before = PageFurniture.Words(bytes[..<colon]).all
      let after = PageFurniture.Words(bytes[(colon + 1)...]).all
      if before.count == 1, !before[0].utf8.allSatisfy({ ASCII.isDigit($0) }), after.count > 5 { return true }
    }
    return words.contains { $0 == "http" || $0 == "https" || $0 == "www" }
  }

  private static let sentenceStarts: Set<String> = [
    "i", "we", "you", "he", "she", "it", "they", "there", "this", "these", "those", "that", "so", "but", "and", "or",
    "yes",
    "no", "also", "because", "however", "thus", "hence", "then", "if", "i'm", "i've", "i'd", "it's", "thanks", "note",
    "source", "url", "image", "figure", "table",
  ]

  /// The depth of a heading's number: `2` and `2:` are 1, `2.1` is 2; nil without a number.
  static func numberDepth(_ bytes: ArraySlice<UInt8>) -> Int? {
    let head = bytes.prefix { ASCII.isDigit($0) || $0 == UInt8(ascii: ".") }
    guard let first = head.first, ASCII.isDigit(first), head.count < bytes.count else { return nil }
    let parts = head.split(separator: UInt8(ascii: "."))
    let behind = bytes[head.endIndex]
    guard behind == UInt8(ascii: ":") || ASCII.isSpace(behind) || behind == UInt8(ascii: ")"),
      parts.allSatisfy({ $0.count <= 2 }), behind != 0x20 || parts.count > 1 || head.last == UInt8(ascii: ".")
    else { return nil }
    return min(5, parts.count)
  }
}

/// Tells the line ends that only the width of the page makes.
enum WrappedLines {
  /// Whether a line goes on in the next one.
  ///
  /// A line was broken for its width when the next word would not have fitted, measured by the longest line of its group.
  static func joins(_ line: TextLine, _ next: TextLine, text: [UInt8]) -> Bool {
    let width = line.groupWidth
    let start = text[next.range.lowerBound]
    let ends = BlockShapes.endsSentence(text[line.range])
    if ASCII.isLower(start), !ends, width >= 30 { return true }
    guard width >= 45, width <= 140 else { return false }
    let word = text[next.range].prefix { !ASCII.isSpace($0) }.count
    if line.range.count + 1 + word > width { return true }
    return !ends && line.range.count * 4 >= width * 3
  }
}
