/// A construct around lines of Markdown that CommonMark does not know.
struct MarkdownContainer {
  enum Kind {
    /// Comments, scripts and styles.
    case skipped
    /// Import and export lines of MDX.
    case furniture(Range<Int>)
    /// A display of mathematics.
    case math
    /// The description of an image.
    case caption(Range<Int>)
    case footnote(label: String)
    case box(kind: String, title: Range<Int>?)
    case part
    case component(MarkupTag)
  }
  var kind: Kind
  /// The lines within, their prefixes taken off.
  var lines: [MarkdownLine] = []
  /// The index of the first line behind.
  var next: Int

  /// The container that begins at a line, if any.
  static func find(_ lines: [MarkdownLine], _ index: Int, _ bytes: [UInt8], _ start: Int) -> MarkdownContainer? {
    let line = lines[index]
    guard line.indent(bytes) < 4 else { return nil }
    switch bytes[start] {
    case UInt8(ascii: "["): return footnote(lines, index, bytes, start)
    case UInt8(ascii: ":"): return fence(lines, index, bytes, start)
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return admonition(lines, index, bytes, start)
    case UInt8(ascii: ">"): return alert(lines, index, bytes, start)
    case UInt8(ascii: "<"): return markup(lines, index, bytes, start)
    case UInt8(ascii: "i"), UInt8(ascii: "e"): return module(lines, index, bytes, start)
    case UInt8(ascii: "\\"): return environment(lines, index, bytes, start)
    default: return nil
    }
  }

  /// `[^x]: text`, with the lines below that are indented or go on without a blank line.
  private static func footnote(_ lines: [MarkdownLine], _ index: Int, _ bytes: [UInt8], _ start: Int) -> Self? {
    let line = lines[index]
    guard let (label, behind) = footnoteLabel(bytes, start, line.end) else { return nil }
    var first = line
    first.start = behind
    var inner = [first]
    var next = index + 1
    var blanks = 0
    while next < lines.count {
      let candidate = lines[next]
      if candidate.isBlank(bytes) {
        blanks += 1
        next += 1
        continue
      }
      let indent = candidate.indent(bytes)
      let at = candidate.first(bytes)
      let isNewNote = footnoteLabel(bytes, at, candidate.end) != nil
      guard indent >= 2 || blanks == 0 && !isNewNote && bytes[at] != UInt8(ascii: "#") else { break }
      for _ in 0..<blanks {
        inner.append(MarkdownLine(start: candidate.start, end: candidate.start, next: candidate.start))
      }
      blanks = 0
      inner.append(candidate.unindented(bytes, by: 4))
      next += 1
    }
    return MarkdownContainer(kind: .footnote(label: label), lines: inner, next: next - blanks)
  }

  private static func footnoteLabel(_ bytes: [UInt8], _ start: Int, _ end: Int) -> (label: String, behind: Int)? {
    guard start + 4 < end, bytes[start] == UInt8(ascii: "["), bytes[start + 1] == UInt8(ascii: "^"),
      let close = bytes[start..<end].firstIndex(of: UInt8(ascii: "]")), close + 1 < end, close > start + 2,
      bytes[close + 1] == UInt8(ascii: ":")
    else { return nil }
    var behind = close + 2
    while behind < end, ASCII.isSpace(bytes[behind]) { behind += 1 }
    return (String(decoding: bytes[(start + 2)..<close], as: UTF8.self), behind)
  }

  /// `::: {.callout-note}` or `:::note Title` to the line that closes it; fences may be nested.
  private static func fence(_ lines: [MarkdownLine], _ index: Int, _ bytes: [UInt8], _ start: Int) -> Self? {
    let line = lines[index]
    let colons = bytes[start..<line.end].prefix { $0 == UInt8(ascii: ":") }.count
    let head = BlockShapes.trimmedEnd(bytes[(start + colons)..<line.end])
    guard colons >= 3 else { return nil }
    guard !head.allSatisfy(ASCII.isSpace) else { return MarkdownContainer(kind: .skipped, next: index + 1) }
    var depth = 1
    var next = index + 1
    var inner: [MarkdownLine] = []
    while next < lines.count {
      let at = lines[next].first(bytes)
      let marks = bytes[at..<lines[next].end].prefix { $0 == UInt8(ascii: ":") }
      if marks.count >= 3 {
        let isClosing = bytes[marks.endIndex..<lines[next].end].allSatisfy(ASCII.isSpace)
        depth += isClosing ? -1 : 1
        if depth == 0 { break }
      }
      inner.append(lines[next])
      next += 1
    }
    let (kind, title) = fenceKind(bytes, head)
    return MarkdownContainer(
      kind: kind.map { .box(kind: $0, title: title) } ?? .part, lines: inner, next: min(lines.count, next + 1))
  }

  /// The kind of a fenced box: its class in braces, or its first word with a title behind.
  private static func fenceKind(_ bytes: [UInt8], _ head: ArraySlice<UInt8>) -> (String?, Range<Int>?) {
    let text = String(decoding: head, as: UTF8.self)
    if let open = text.firstIndex(of: "{") {
      let classes = text[open...].split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == ".") }
      let words = AttributeWords([
        MarkupAttribute(
          name: "class",
          value: classes.filter { $0.hasPrefix(".") }.map { String($0.dropFirst()) }.joined(separator: " "))
      ])
      return (words.admonition, nil)
    }
    let name = head.drop { ASCII.isSpace($0) }.prefix { ASCII.isAlphanumeric($0) || $0 == 0x2D }
    let words = AttributeWords([MarkupAttribute(name: "class", value: String(decoding: name, as: UTF8.self))])
    var title = name.endIndex
    while title < head.endIndex, ASCII.isSpace(bytes[title]) || bytes[title] == UInt8(ascii: ":") { title += 1 }
    return (words.admonition, title..<head.endIndex)
  }

  /// `!!! note "Title"` or `??? note "Title"` with its indented lines.
  private static func admonition(_ lines: [MarkdownLine], _ index: Int, _ bytes: [UInt8], _ start: Int) -> Self? {
    let line = lines[index]
    let mark = bytes[start]
    if let image = embeddedImage(lines, index, bytes, start) { return image }
    guard start + 4 < line.end, bytes[start + 1] == mark, bytes[start + 2] == mark else { return nil }
    var at = start + 3
    if bytes[at] == UInt8(ascii: "+") { at += 1 }
    guard at < line.end, ASCII.isSpace(bytes[at]) else { return nil }
    while at < line.end, ASCII.isSpace(bytes[at]) { at += 1 }
    let kind = bytes[at..<line.end].prefix { ASCII.isAlphanumeric($0) || $0 == 0x2D || $0 == 0x5F }
    guard !kind.isEmpty else { return nil }
    var title = kind.endIndex..<BlockShapes.trimmedEnd(bytes[kind.endIndex..<line.end]).endIndex
    if let open = bytes[title].firstIndex(of: 0x22), let close = bytes[title].lastIndex(of: 0x22), close > open {
      title = (open + 1)..<close
    }
    var inner: [MarkdownLine] = []
    var next = index + 1
    while next < lines.count, lines[next].isBlank(bytes) || lines[next].indent(bytes) >= 4 {
      inner.append(lines[next].unindented(bytes, by: 4))
      next += 1
    }
    let name = String(decoding: kind, as: UTF8.self).lowercased()
    return MarkdownContainer(kind: .box(kind: name, title: title), lines: inner, next: next)
  }

  /// `![[file|description]]` on a line of its own: the description is a caption.
  private static func embeddedImage(
    _ lines: [MarkdownLine], _ index: Int, _ bytes: [UInt8], _ start: Int
  ) -> Self? {
    let text = BlockShapes.trimmedEnd(bytes[start..<lines[index].end])
    guard text.starts(with: "![[".utf8), text.suffix(2).elementsEqual("]]".utf8) else { return nil }
    let bar = text.firstIndex(of: UInt8(ascii: "|")).map { $0 + 1 } ?? (text.endIndex - 2)
    return MarkdownContainer(kind: .caption(bar..<(text.endIndex - 2)), next: index + 1)
  }

  /// `> [!note] Title` and the quoted lines below.
  private static func alert(_ lines: [MarkdownLine], _ index: Int, _ bytes: [UInt8], _ start: Int) -> Self? {
    let first = unquoted(lines[index], bytes)
    let at = first.first(bytes)
    guard at + 3 < first.end, bytes[at] == UInt8(ascii: "["), bytes[at + 1] == UInt8(ascii: "!"),
      let close = bytes[at..<first.end].firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    let kind = String(decoding: bytes[(at + 2)..<close], as: UTF8.self).lowercased()
    guard !kind.isEmpty, kind.utf8.allSatisfy({ ASCII.isAlphanumeric($0) || $0 == 0x2D || $0 == 0x20 }) else {
      return nil
    }
    var title = close + 1
    while title < first.end, [0x2B, 0x2D, 0x20].contains(bytes[title]) { title += 1 }
    var inner: [MarkdownLine] = []
    var next = index + 1
    while next < lines.count {
      let at = lines[next].first(bytes)
      guard at < lines[next].end, bytes[at] == UInt8(ascii: ">") else { break }
      inner.append(unquoted(lines[next], bytes))
      next += 1
    }
    return MarkdownContainer(kind: .box(kind: kind, title: title..<first.end), lines: inner, next: next)
  }

  private static func unquoted(_ line: MarkdownLine, _ bytes: [UInt8]) -> MarkdownLine {
    var out = line
    out.start = line.first(bytes) + 1
    if out.start < out.end, bytes[out.start] == 0x20 { out.start += 1 }
    return out
  }

  /// A display of LaTeX: `\begin{equation}` to its `\end`, or `\[` to `\]`.
  private static func environment(_ lines: [MarkdownLine], _ index: Int, _ bytes: [UInt8], _ start: Int) -> Self? {
    let text = bytes[start..<lines[index].end]
    var closing = Array("\\]".utf8)
    if text.starts(with: "\\begin{".utf8) {
      guard let brace = text.firstIndex(of: UInt8(ascii: "}")) else { return nil }
      closing = Array("\\end{".utf8) + bytes[(start + 7)...brace]
    } else if !text.elementsEqual("\\[".utf8) {
      return nil
    }
    var next = index
    while next < lines.count, next - index < 200 {
      let line = lines[next]
      if next > index || closing.count > 2, MarkdownContainer.place(of: closing, in: line, bytes) != nil {
        return MarkdownContainer(kind: .math, lines: Array(lines[index...next]), next: next + 1)
      }
      next += 1
    }
    return nil
  }

  /// `import …` and `export …` at the margin.
  private static func module(_ lines: [MarkdownLine], _ index: Int, _ bytes: [UInt8], _ start: Int) -> Self? {
    let line = lines[index]
    let text = bytes[start..<line.end]
    guard start == line.start, text.starts(with: "import ".utf8) || text.starts(with: "export ".utf8) else {
      return nil
    }
    let last = BlockShapes.trimmedEnd(text).last
    let isImport =
      ASCII.find(" from ", in: bytes, start..<line.end) != nil && (last == 0x3B || last == 0x22 || last == 0x27)
    let isExport = text.starts(with: "export const ".utf8) || text.starts(with: "export default ".utf8)
    return isImport || isExport ? MarkdownContainer(kind: .furniture(start..<line.end), next: index + 1) : nil
  }
}
