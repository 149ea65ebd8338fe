/// A line of plain text, white space at both ends cut off.
struct TextLine {
  /// The bytes without indentation, line end and trailing space.
  var range: Range<Int>
  /// The columns of white space before it; a tab leads to the next multiple of four.
  var indent: Int
  /// The number of blank lines before it.
  var blankBefore: Int
  /// Whether a blank line or the end follows.
  var isLastOfGroup = true
  /// The length in bytes of the longest line of the group, the lines between two blank ones.
  var groupWidth = 0

  /// The lines of a text that are not blank.
  static func split(_ text: [UInt8], _ whole: Range<Int>) -> [TextLine] {
    var lines: [TextLine] = []
    var start = whole.lowerBound
    var blanks = 1
    while start < whole.upperBound {
      var end = start
      while end < whole.upperBound, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
      var next = end + 1
      if end < whole.upperBound, text[end] == 0x0D, next < whole.upperBound, text[next] == 0x0A { next += 1 }
      let (first, indent) = indentation(text, start..<end)
      let last = trimmedEnd(text, first..<end)
      if first == last {
        blanks += 1
      } else {
        if blanks == 0, !lines.isEmpty { lines[lines.count - 1].isLastOfGroup = false }
        lines.append(TextLine(range: first..<last, indent: indent, blankBefore: blanks))
        blanks = 0
      }
      start = next
    }
    measureGroups(&lines)
    return lines
  }

  private static func measureGroups(_ lines: inout [TextLine]) {
    var first = 0
    var width = 0
    for index in lines.indices {
      width = max(width, lines[index].range.count)
      guard lines[index].isLastOfGroup else { continue }
      for member in first...index { lines[member].groupWidth = width }
      (first, width) = (index + 1, 0)
    }
  }

  /// Skips white space, U+00A0 and zero-width marks included.
  private static func indentation(_ text: [UInt8], _ range: Range<Int>) -> (first: Int, columns: Int) {
    var index = range.lowerBound
    var columns = 0
    while index < range.upperBound {
      if text[index] == 0x09 {
        columns += 4 - columns % 4
        index += 1
      } else if ASCII.isSpace(text[index]) {
        columns += 1
        index += 1
      } else if text[index] == 0xC2, index + 1 < range.upperBound, text[index + 1] == 0xA0 {
        columns += 1
        index += 2
      } else if text[index] == 0xE2, index + 2 < range.upperBound, text[index + 1] == 0x80,
        text[index + 2] == 0x8B
      {
        index += 3
      } else if text[index] == 0xE3, index + 2 < range.upperBound, text[index + 1] == 0x80, text[index + 2] == 0x80 {
        columns += 2
        index += 3
      } else {
        break
      }
    }
    return (index, columns)
  }

  static func trimmedEnd(_ text: [UInt8], _ range: Range<Int>) -> Int {
    BlockShapes.trimmedEnd(text[range]).endIndex
  }
}

/// A bullet or number at the start of a line.
struct LineMarker: Equatable {
  enum Kind: Equatable { case bullet(UInt8), number(Int), letter(Int) }
  var kind: Kind
  /// Bytes from the start of the line to its text.
  var length: Int

  var ordinal: Int? {
    switch kind {
    case .bullet: nil
    case .number(let n), .letter(let n): n
    }
  }

  /// The marker at the start of a line: `•`, `-`, `*`, `1.`, `2)`, `(3)`, `a)`.
  static func find(_ text: [UInt8], _ line: Range<Int>) -> LineMarker? {
    let bytes = text[line]
    for bullet in ["•", "◦", "▪", "‣", "●", "○", "–", "·", "∙"] where bytes.starts(with: bullet.utf8) {
      return spaced(text, line, after: bullet.utf8.count, .bullet(bytes.first ?? 0))
    }
    guard let first = bytes.first else { return nil }
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || first == UInt8(ascii: "+") {
      return spaced(text, line, after: 1, .bullet(first))
    }
    return number(text, line)
  }

  private static func number(_ text: [UInt8], _ line: Range<Int>) -> LineMarker? {
    var index = line.lowerBound
    let isOpen = text[index] == UInt8(ascii: "(")
    if isOpen { index += 1 }
    let start = index
    while index < line.upperBound, ASCII.isDigit(text[index]), index - start < 4 { index += 1 }
    var kind: Kind?
    if index > start, let value = Int(String(decoding: text[start..<index], as: UTF8.self)) {
      kind = .number(value)
    } else if index < line.upperBound, ASCII.isLetter(text[index]) {
      kind = .letter(Int(ASCII.lowered(text[index])) - 0x60)
      index += 1
    }
    guard let kind, index < line.upperBound else { return nil }
    let closer = text[index]
    if closer == UInt8(ascii: ")") { return spaced(text, line, after: index + 1 - line.lowerBound, kind) }
    if case .number(let n) = kind, closer == UInt8(ascii: "."), !isOpen, n < 1000 {
      return spaced(text, line, after: index + 1 - line.lowerBound, kind)
    }
    return nil
  }

  /// The marker when white space follows it.
  private static func spaced(_ text: [UInt8], _ line: Range<Int>, after length: Int, _ kind: Kind) -> LineMarker? {
    var index = line.lowerBound + length
    let start = index
    while index < line.upperBound {
      let width = FlowBuilder.spaceWidth(text, index, line.upperBound)
      if width == 0 { break }
      index += width
    }
    guard index > start, index < line.upperBound else { return nil }
    return LineMarker(kind: kind, length: index - line.lowerBound)
  }
}
