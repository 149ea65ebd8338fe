extension MarkdownContainer {
  /// Comments, scripts and components that begin a line.
  static func markup(_ lines: [MarkdownLine], _ index: Int, _ bytes: [UInt8], _ start: Int) -> Self? {
    let line = lines[index]
    let rest = bytes[start..<line.end]
    if rest.starts(with: "<!--".utf8) { return skipped(lines, index, bytes, until: "-->") }
    for (open, close) in machinery
    where ASCII.find(open, in: bytes, start..<min(line.end, start + open.utf8CodeUnitCount)) != nil {
      return skipped(lines, index, bytes, until: close)
    }
    guard rest.count > 1, ASCII.isUpper(rest[start + 1]) else { return nil }
    return component(lines, index, bytes, start)
  }

  private static let machinery: [(StaticString, StaticString)] = [
    ("<script", "</script>"), ("<style", "</style>"), ("<svg", "</svg>"), ("<iframe", "</iframe>"),
    ("<video", "</video>"),
  ]

  /// How many lines below an opening its end is looked for, so that many unclosed ones cost little.
  private static let reach = 2_000

  /// The lines to the one that holds a mark; without one, the first line alone.
  private static func skipped(
    _ lines: [MarkdownLine], _ index: Int, _ bytes: [UInt8], until mark: StaticString
  ) -> MarkdownContainer? {
    var next = index
    while next < min(lines.count, index + reach) {
      if let at = ASCII.find(mark, in: bytes, lines[next].start..<lines[next].end) {
        var rest = lines[next]
        rest.start = at + mark.utf8CodeUnitCount
        return MarkdownContainer(kind: .part, lines: rest.isBlank(bytes) ? [] : [rest], next: next + 1)
      }
      next += 1
    }
    return nil
  }

  /// `<Name …>` to `</Name>`, or `<Name … />`; the tag may take several lines.
  private static func component(_ lines: [MarkdownLine], _ index: Int, _ bytes: [UInt8], _ start: Int) -> Self? {
    let limit = lines[min(lines.count - 1, index + 40)].end
    guard let tag = MarkupTag(bytes, at: start, end: limit), !tag.isEnd else { return nil }
    var next = index
    while next < lines.count, lines[next].end < tag.end { next += 1 }
    guard next < lines.count else { return nil }
    var rest = lines[next]
    rest.start = tag.end
    if tag.isSelfClosing {
      return MarkdownContainer(kind: .component(tag), lines: rest.isBlank(bytes) ? [] : [rest], next: next + 1)
    }
    var inner: [MarkdownLine] = rest.isBlank(bytes) ? [] : [rest]
    let opening = Array("<\(tag.name)".utf8)
    let closing = Array("</\(tag.name)".utf8)
    var depth = 1
    var at = rest.isBlank(bytes) ? next + 1 : next
    if at == next { inner = [] }
    while at < min(lines.count, index + reach) {
      var line = lines[at]
      if at == next { line.start = tag.end }
      if starts(line, opening, bytes), !isSelfClosing(line, bytes) { depth += 1 }
      if depth > 50 { break }
      if let close = place(of: closing, in: line, bytes) {
        depth -= 1
        if depth == 0 {
          line.end = close
          if !line.isBlank(bytes) { inner.append(line) }
          return MarkdownContainer(kind: .component(tag), lines: inner, next: at + 1)
        }
      }
      inner.append(line)
      at += 1
    }
    // Without an end the tag stands for itself.
    return MarkdownContainer(kind: .component(tag), lines: [], next: next + 1)
  }

  private static func starts(_ line: MarkdownLine, _ word: [UInt8], _ bytes: [UInt8]) -> Bool {
    bytes[line.first(bytes)..<line.end].starts(with: word)
  }

  private static func isSelfClosing(_ line: MarkdownLine, _ bytes: [UInt8]) -> Bool {
    BlockShapes.trimmedEnd(bytes[line.start..<line.end]).suffix(2).elementsEqual("/>".utf8)
  }

  static func place(of word: [UInt8], in line: MarkdownLine, _ bytes: [UInt8]) -> Int? {
    guard line.end - line.start >= word.count else { return nil }
    return (line.start...(line.end - word.count)).first { bytes[$0] == word[0] && bytes[$0...].starts(with: word) }
  }
}
