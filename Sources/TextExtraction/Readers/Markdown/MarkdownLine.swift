/// A line of Markdown, or the rest of it behind a prefix that a container has taken.
struct MarkdownLine {
  var start: Int
  /// Without the line end.
  var end: Int
  /// The start of the next line.
  var next: Int

  static func split(_ bytes: [UInt8], _ range: Range<Int>) -> [MarkdownLine] {
    var lines: [MarkdownLine] = []
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      var next = end + 1
      if end < range.upperBound, bytes[end] == 0x0D, next < range.upperBound, bytes[next] == 0x0A { next += 1 }
      lines.append(MarkdownLine(start: start, end: end, next: min(next, range.upperBound)))
      start = next
    }
    return lines
  }

  func isBlank(_ bytes: [UInt8]) -> Bool { bytes[start..<end].allSatisfy(ASCII.isSpace) }

  /// The columns of white space at the start; a tab leads to the next multiple of four.
  func indent(_ bytes: [UInt8]) -> Int {
    var columns = 0
    for byte in bytes[start..<end] {
      if byte == 0x20 { columns += 1 } else if byte == 0x09 { columns += 4 - columns % 4 } else { break }
    }
    return columns
  }

  /// The first byte that is no white space.
  func first(_ bytes: [UInt8]) -> Int { bytes[start..<end].firstIndex { !ASCII.isSpace($0) } ?? end }

  /// The line without up to some columns of indentation.
  func unindented(_ bytes: [UInt8], by columns: Int) -> MarkdownLine {
    var line = self
    var left = columns
    while left > 0, line.start < line.end {
      if bytes[line.start] == 0x20 { left -= 1 } else if bytes[line.start] == 0x09 { left -= 4 } else { break }
      line.start += 1
    }
    return line
  }
}

/// The tag of an HTML element or component in Markdown.
struct MarkupTag {
  var name: String
  var isEnd = false
  var isSelfClosing = false
  var attributes: [(name: String, value: Range<Int>)] = []
  /// The first byte behind `>`.
  var end: Int

  /// Reads a tag; attribute values may be quoted, bare, or in the braces of JSX.
  init?(_ bytes: [UInt8], at start: Int, end limit: Int) {
    guard start + 1 < limit, bytes[start] == UInt8(ascii: "<") else { return nil }
    var index = start + 1
    if bytes[index] == UInt8(ascii: "/") {
      isEnd = true
      index += 1
    }
    let nameStart = index
    while index < limit, ASCII.isAlphanumeric(bytes[index]) || bytes[index] == 0x2D || bytes[index] == 0x2E {
      index += 1
    }
    guard index > nameStart, ASCII.isLetter(bytes[nameStart]) else { return nil }
    name = String(decoding: bytes[nameStart..<index], as: UTF8.self)
    end = index
    guard readAttributes(bytes, from: index, limit) else { return nil }
  }

  private mutating func readAttributes(_ bytes: [UInt8], from start: Int, _ limit: Int) -> Bool {
    var index = start
    while index < limit {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") {
        end = index + 1
        return true
      }
      if byte == UInt8(ascii: "/") { isSelfClosing = index + 1 < limit && bytes[index + 1] == UInt8(ascii: ">") }
      if byte == UInt8(ascii: "<") { return false }
      guard ASCII.isAlphanumeric(byte) || byte == 0x5F || byte == 0x3A else {
        index = byte == UInt8(ascii: "{") ? Self.behindBraces(bytes, index, limit) : index + 1
        continue
      }
      let keyStart = index
      while index < limit, ASCII.isAlphanumeric(bytes[index]) || [0x2D, 0x5F, 0x3A].contains(bytes[index]) {
        index += 1
      }
      let key = String(decoding: bytes[keyStart..<index], as: UTF8.self).lowercased()
      while index < limit, ASCII.isSpace(bytes[index]) { index += 1 }
      guard index < limit, bytes[index] == UInt8(ascii: "=") else { continue }
      index += 1
      while index < limit, ASCII.isSpace(bytes[index]) { index += 1 }
      guard index < limit else { return false }
      let value = Self.value(bytes, index, limit)
      attributes.append((key, value.range))
      index = value.next
    }
    return false
  }

  private static func value(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> (range: Range<Int>, next: Int) {
    let opener = bytes[start]
    if opener == 0x22 || opener == 0x27 {
      let close = bytes[(start + 1)..<limit].firstIndex(of: opener) ?? limit
      return ((start + 1)..<close, min(limit, close + 1))
    }
    if opener == UInt8(ascii: "{") {
      let next = behindBraces(bytes, start, limit)
      var inner = (start + 1)..<max(start + 1, next - 1)
      if inner.count >= 2, [0x22, 0x27, 0x60].contains(bytes[inner.lowerBound]),
        bytes[inner.upperBound - 1] == bytes[inner.lowerBound]
      {
        inner = (inner.lowerBound + 1)..<(inner.upperBound - 1)
      }
      return (inner, next)
    }
    var index = start
    while index < limit, !ASCII.isSpace(bytes[index]), bytes[index] != UInt8(ascii: ">") { index += 1 }
    return (start..<index, index)
  }

  private static func behindBraces(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int {
    var depth = 0
    var index = start
    while index < limit {
      if bytes[index] == UInt8(ascii: "{") { depth += 1 }
      if bytes[index] == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 { return index + 1 }
      }
      index += 1
    }
    return limit
  }

  subscript(attribute: String) -> Range<Int>? { attributes.first { $0.name == attribute }?.value }
}
