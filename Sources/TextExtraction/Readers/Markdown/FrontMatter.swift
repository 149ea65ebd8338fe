/// The block of YAML at the head of a Markdown file: the subset that title, authors and dates are written in.
struct FrontMatter {
  /// A scalar with its place in the file.
  struct Scalar {
    var key: String
    var value: String
    var range: Range<Int>
    /// Whether the place holds exactly the value.
    var isLiteral: Bool
  }

  var scalars: [Scalar] = []
  /// The first byte behind the closing line.
  var end = 0

  /// Reads front matter from the first line on; nil when there is none.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: "---".utf8) else { return nil }
    var lines = MarkdownLine.split(bytes, 0..<min(bytes.count, 1 << 17))
    guard let first = lines.first, Self.isFence(bytes, first, "---") else { return nil }
    lines.removeFirst()
    guard
      let close = lines.prefix(2000).firstIndex(where: {
        Self.isFence(bytes, $0, "---") || Self.isFence(bytes, $0, "...")
      })
    else { return nil }
    guard lines[..<close].contains(where: { bytes[$0.start..<$0.end].contains(UInt8(ascii: ":")) }) || close == 0 else {
      return nil
    }
    end = lines[close].next
    read(bytes, Array(lines[..<close]))
  }

  private static func isFence(_ bytes: [UInt8], _ line: MarkdownLine, _ fence: String) -> Bool {
    BlockShapes.trimmedEnd(bytes[line.start..<line.end]).elementsEqual(fence.utf8)
  }

  private mutating func read(_ bytes: [UInt8], _ lines: [MarkdownLine]) {
    var parents: [(indent: Int, key: String)] = []
    var folded: (key: String, indent: Int, parts: [String])?
    for line in lines {
      var start = line.start
      while start < line.end, bytes[start] == 0x20 { start += 1 }
      let end = BlockShapes.trimmedEnd(bytes[start..<line.end]).endIndex
      if start == end || bytes[start] == UInt8(ascii: "#") { continue }
      let indent = start - line.start
      if let open = folded {
        if indent > open.indent {
          folded?.parts.append(String(decoding: bytes[start..<end], as: UTF8.self))
          continue
        }
        finishFolded(open)
        folded = nil
      }
      var isItem = false
      if bytes[start] == UInt8(ascii: "-"), start + 1 < end, bytes[start + 1] == 0x20 {
        isItem = true
        start += 2
      }
      while let last = parents.last, last.indent >= indent + (isItem ? 1 : 0) { parents.removeLast() }
      let outer = parents.last?.key
      if let (key, value) = Self.pair(bytes, start..<end) {
        let path = outer.map { "\($0).\(key)" } ?? key
        if value.isEmpty {
          parents.append((indent, path))
        } else if bytes[value.lowerBound] == UInt8(ascii: ">") || bytes[value.lowerBound] == UInt8(ascii: "|") {
          folded = (path, indent, [])
        } else {
          add(path, bytes, value)
        }
      } else if isItem, let outer {
        add(outer, bytes, start..<end)
      }
    }
    if let folded { finishFolded(folded) }
  }

  private mutating func finishFolded(_ open: (key: String, indent: Int, parts: [String])) {
    scalars.append(Scalar(key: open.key, value: open.parts.joined(separator: " "), range: 0..<0, isLiteral: false))
  }

  /// `key: value`; the value may be empty.
  private static func pair(_ bytes: [UInt8], _ range: Range<Int>) -> (key: String, value: Range<Int>)? {
    var index = range.lowerBound
    while index < range.upperBound, ASCII.isAlphanumeric(bytes[index]) || [0x5F, 0x2D, 0x2E].contains(bytes[index]) {
      index += 1
    }
    guard index > range.lowerBound, index < range.upperBound, bytes[index] == UInt8(ascii: ":"),
      index + 1 == range.upperBound || bytes[index + 1] == 0x20
    else { return nil }
    let key = String(decoding: bytes[range.lowerBound..<index], as: UTF8.self).lowercased()
    index += 1
    while index < range.upperBound, bytes[index] == 0x20 { index += 1 }
    return (key, index..<range.upperBound)
  }

  /// Adds a scalar without its quotation marks, or the members of a list in brackets.
  private mutating func add(_ key: String, _ bytes: [UInt8], _ range: Range<Int>) {
    let first = bytes[range.lowerBound]
    let last = bytes[range.upperBound - 1]
    if first == UInt8(ascii: "["), last == UInt8(ascii: "]") {
      var start = range.lowerBound + 1
      for index in start..<range.upperBound where bytes[index] == 0x2C || index == range.upperBound - 1 {
        var (from, to) = (start, index)
        while from < to, bytes[from] == 0x20 { from += 1 }
        while to > from, bytes[to - 1] == 0x20 { to -= 1 }
        if from < to { add(key, bytes, from..<to) }
        start = index + 1
      }
      return
    }
    if range.count >= 2, first == last, first == 0x22 || first == 0x27 {
      let inner = (range.lowerBound + 1)..<(range.upperBound - 1)
      let raw = String(decoding: bytes[inner], as: UTF8.self)
      let value =
        first == 0x22
        ? raw.replacing("\\\"", with: "\"").replacing("\\\\", with: "\\") : raw.replacing("''", with: "'")
      scalars.append(Scalar(key: key, value: value, range: inner, isLiteral: value == raw))
    } else {
      let value = String(decoding: bytes[range], as: UTF8.self)
      scalars.append(Scalar(key: key, value: value, range: range, isLiteral: true))
    }
  }

  /// The first scalar with one of the keys.
  func first(_ keys: String...) -> Scalar? {
    for key in keys { if let found = scalars.first(where: { $0.key == key }) { return found } }
    return nil
  }

  /// All scalars with one of the keys.
  func all(_ keys: String...) -> [Scalar] { scalars.filter { keys.contains($0.key) } }
}
