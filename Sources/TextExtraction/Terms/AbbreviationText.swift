/// Looks at bytes of UTF-8 text around abbreviations.
enum AbbreviationText {
  /// Whether white space or a part of a no-break space stands at an index.
  @inline(__always)
  static func isSpace(_ text: [UInt8], _ index: Int) -> Bool {
    let byte = text[index]
    if byte == 0x20 || byte >= 0x09 && byte <= 0x0D { return true }
    if byte == 0xC2 { return index + 1 < text.count && text[index + 1] == 0xA0 }
    return byte == 0xA0 && index > 0 && text[index - 1] == 0xC2
  }

  /// Whether a curly or angled quotation mark, a dash or an ellipsis of U+2000…U+203F starts at an index.
  @inline(__always)
  static func isWideMark(_ text: [UInt8], _ index: Int) -> Bool {
    text[index] == 0xE2 && index + 2 < text.count && text[index + 1] == 0x80
  }

  /// A range without white space, quotation marks and stray punctuation at its ends; brackets stay when they are paired.
  static func trimmed(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      if isSpace(text, low) || isEdge(text[low]) {
        low += 1
      } else if isWideMark(text, low) {
        low += 3
      } else {
        break
      }
    }
    while high > low {
      if isSpace(text, high - 1) || isEdge(text[high - 1]) {
        high -= 1
      } else if high - 3 >= low && isWideMark(text, high - 3) {
        high -= 3
      } else {
        break
      }
    }
    return balanced(text, low..<high)
  }

  private static func isEdge(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x27, 0x2A, 0x2C, 0x2E, 0x3A, 0x3B, 0x5F, 0x60: true
    default: false
    }
  }

  /// Drops a bracket at an end that has no partner within the range.
  private static func balanced(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return range }
    if text[first] == 0x28 && !text[range].contains(0x29) || text[first] == 0x5B && !text[range].contains(0x5D) {
      return trimmed(text, first + 1..<range.upperBound)
    }
    if text[last] == 0x29 && !text[range].contains(0x28) || text[last] == 0x5D && !text[range].contains(0x5B) {
      return trimmed(text, range.lowerBound..<last)
    }
    return range
  }

  /// Whether the lower-case ASCII phrase stands at an index, followed by no letter.
  static func has(_ phrase: StaticString, at index: Int, of text: [UInt8], end: Int) -> Bool {
    guard index + phrase.utf8CodeUnitCount <= end else { return false }
    for offset in 0..<phrase.utf8CodeUnitCount where lowered(text[index + offset]) != phrase.utf8Start[offset] {
      return false
    }
    let next = index + phrase.utf8CodeUnitCount
    return next >= end || !isWordByte(text[next])
  }

  /// The start of the word that ends before an index, white space passed over; nil at the start of the range.
  static func wordBefore(_ index: Int, in range: Range<Int>, of text: [UInt8]) -> Range<Int>? {
    var high = index
    while high > range.lowerBound && isSpace(text, high - 1) { high -= 1 }
    var low = high
    while low > range.lowerBound && !isSpace(text, low - 1) { low -= 1 }
    return low < high ? low..<high : nil
  }

  /// The number of words that white space makes of a range.
  static func wordCount(_ text: [UInt8], _ range: Range<Int>) -> Int {
    var count = 0
    var wasSpace = true
    for index in range {
      let space = isSpace(text, index)
      if wasSpace && !space { count += 1 }
      wasSpace = space
    }
    return count
  }

  static func skipSpaces(_ text: [UInt8], from index: Int, to end: Int) -> Int {
    var index = index
    while index < end && isSpace(text, index) { index += 1 }
    return index
  }
}
