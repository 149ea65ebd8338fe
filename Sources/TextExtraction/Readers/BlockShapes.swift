import ConceptModel

/// What the look of a block says.
enum BlockShapes {
  /// Whether a heading, or a paragraph ending with a colon, a dash or no full stop, stands before a list to introduce it.
  static func introducesList(_ block: Block, text: [UInt8]) -> Bool {
    switch block.kind {
    case .heading, .definitionTerm: return true
    case .paragraph, .listItem, .definitionDescription, .caption: break
    default: return false
    }
    let line = withoutTrailingMarks(text[block.range])
    guard let last = line.last else { return false }
    if last == UInt8(ascii: ":") || line.suffix(3).elementsEqual("—".utf8) || line.suffix(3).elementsEqual("：".utf8) {
      return true
    }
    let tail = String(decoding: line.suffix(80), as: UTF8.self).lowercased()
    if tail.contains("following") || tail.contains("as follows") || tail.contains("below") { return true }
    return !endsSentence(line)
  }

  /// The line without footnote marks and white space at its end.
  static func withoutTrailingMarks(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = trimmedEnd(line)
    while rest.last == UInt8(ascii: "]"), let open = rest.lastIndex(of: UInt8(ascii: "[")),
      rest.count - (open - rest.startIndex) <= 6, rest[(open + 1)...].dropLast().allSatisfy(ASCII.isDigit)
    {
      rest = trimmedEnd(rest[..<open])
    }
    return rest
  }

  static func trimmedEnd(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = line
    while let last = rest.last {
      if ASCII.isSpace(last) {
        rest.removeLast()
      } else if last == 0xA0, rest.count >= 2, rest[rest.endIndex - 2] == 0xC2 {
        rest.removeLast(2)
      } else {
        break
      }
    }
    return rest
  }

  /// Whether a line ends with a full stop or its like, closing quotes and brackets aside.
  static func endsSentence(_ line: ArraySlice<UInt8>) -> Bool {
    var rest = trimmedEnd(line)
    var changed = true
    while changed {
      changed = false
      for closer in closers where rest.count > closer.count && rest.suffix(closer.count).elementsEqual(closer) {
        rest.removeLast(closer.count)
        changed = true
      }
    }
    guard let last = rest.last else { return false }
    if [0x2E, 0x21, 0x3F, 0x3B, 0x2C].contains(last) { return true }
    return ["…", "。", "！", "？"].contains { rest.suffix(3).elementsEqual($0.utf8) }
  }

  private static let closers = ["\"", "'", ")", "]", "”", "’", "»", "*", "_"].map { Array($0.utf8) }

  /// The number of words, split at ASCII white space.
  static func wordCount(_ line: ArraySlice<UInt8>) -> Int {
    var count = 0
    var inWord = false
    for byte in line {
      let space = ASCII.isSpace(byte)
      if !space && !inWord { count += 1 }
      inWord = !space
    }
    return count
  }
}
