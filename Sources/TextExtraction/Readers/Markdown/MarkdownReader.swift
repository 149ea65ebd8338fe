import ConceptModel

/// Reads Markdown: CommonMark with tables, footnotes, front matter, admonitions, components, wiki links and mathematics.
enum MarkdownReader {
  static func read(_ input: ReaderInput) -> Document {
    let handler = MarkdownHandler(input)
    handler.run()
    return handler.finish()
  }
}

/// Takes containers that CommonMark does not know apart and hands what lies between them to md4c.
final class MarkdownHandler {
  let input: ReaderInput
  let bytes: [UInt8]
  var flow: FlowBuilder
  /// The lines that define the targets of links, for every part.
  var definitions: [MarkdownLine] = []
  private var depth = 0
  private var frontMatter: FrontMatter?

  init(_ input: ReaderInput) {
    self.input = input
    bytes = input.decoded.bytes
    flow = FlowBuilder(source: bytes, depthLimit: input.limits.depth)
    flow.open(.block)
  }

  func run() {
    frontMatter = FrontMatter(bytes)
    let lines = MarkdownLine.split(bytes, (frontMatter?.end ?? 0)..<bytes.count)
    if let frontMatter { writeTitle(frontMatter, lines) }
    collectDefinitions(lines)
    process(lines)
  }

  func finish() -> Document {
    flow.close()
    flow.closeBlock()
    if let frontMatter { settle(frontMatter) }
    if flow.metadata.titles.isEmpty,
      let heading = flow.blocks.first(where: { $0.kind == .heading(level: 1) && $0.role == .body })
    {
      flow.metadata.titles.append(String(decoding: flow.text[heading.range], as: UTF8.self))
    }
    MarkdownMarks.find(&flow)
    return flow.document(input)
  }

  private func settle(_ matter: FrontMatter) {
    if let title = matter.first("title") { flow.metadata.titles.insert(title.value, at: 0) }
    for author in matter.all("author", "authors", "author.name", "authors.name", "creator") {
      for name in author.value.replacing(" and ", with: ", ").split(separator: ",") {
        flow.addAuthor(FlowBuilder.collapsed(Array(name.utf8)))
      }
    }
    for key in ["date", "date_published", "published", "pubdate", "date_created", "created"] {
      if let date = matter.first(key) { flow.metadata.dates.append(date.value) }
    }
  }

  /// The title heads the text where the text has no heading of its own for it; a description follows it.
  private func writeTitle(_ matter: FrontMatter, _ lines: [MarkdownLine]) {
    guard let title = matter.first("title"), title.isLiteral else { return }
    let isRepeated = lines.prefix(80).contains { line in
      let text = bytes[line.start..<line.end]
      return text.starts(with: "# ".utf8) && String(decoding: text, as: UTF8.self).contains(title.value)
    }
    if isRepeated { return }
    write(title.range, as: .heading(level: 1))
    if let text = matter.first("abstract", "description", "subtitle"), text.isLiteral {
      write(text.range, as: .paragraph)
    }
  }

  /// A stretch of the source as a block of its own.
  func write(_ range: Range<Int>, as element: FlowElement) {
    flow.open(element)
    flow.append(literal: range)
    flow.close()
  }

  /// A stretch of the source that is Markdown itself.
  func writeMarkdown(_ range: Range<Int>, as element: FlowElement) {
    flow.open(element)
    MarkdownSegment(MarkdownLine.split(bytes, range), bytes, definitions).parse(into: self)
    flow.close()
  }

  private func collectDefinitions(_ lines: [MarkdownLine]) {
    var size = 0
    for line in lines where line.indent(bytes) < 4 {
      let start = line.first(bytes)
      guard start < line.end, bytes[start] == UInt8(ascii: "["), start + 1 < line.end,
        bytes[start + 1] != UInt8(ascii: "^"),
        let close = bytes[start..<line.end].firstIndex(of: UInt8(ascii: "]")), close + 2 < line.end,
        bytes[close + 1] == UInt8(ascii: ":")
      else { continue }
      size += line.end - line.start
      if size > 1 << 16 { break }
      definitions.append(line)
    }
  }

  // MARK: Containers

  /// Reads lines: containers here, the rest by md4c.
  func process(_ lines: [MarkdownLine]) {
    depth += 1
    defer { depth -= 1 }
    var rest: [MarkdownLine] = []
    var index = 0
    var fence: ArraySlice<UInt8>?
    var caption: Range<Int>?
    while index < lines.count {
      let line = lines[index]
      let start = line.first(bytes)
      if let open = fence {
        rest.append(line)
        caption = caption ?? ChunkOptions.caption(bytes, line, isHead: false)
        if isClosing(line, open) {
          fence = nil
          if let found = caption {
            parse(rest)
            rest = []
            writeMarkdown(found, as: .caption)
          }
        }
        index += 1
        continue
      }
      if let marks = codeFence(line) {
        fence = marks
        caption = ChunkOptions.caption(bytes, line, isHead: true)
        rest.append(line)
        index += 1
        continue
      }
      if depth < 64, start < line.end, let container = MarkdownContainer.find(lines, index, bytes, start) {
        parse(rest)
        rest = []
        index = container.next
        write(container)
        continue
      }
      rest.append(trimmed(line, start, previous: rest.last))
      index += 1
    }
    parse(rest)
  }

  private func parse(_ lines: [MarkdownLine]) {
    guard lines.contains(where: { !$0.isBlank(bytes) }) else { return }
    MarkdownSegment(lines, bytes, definitions).parse(into: self)
  }

  private func codeFence(_ line: MarkdownLine) -> ArraySlice<UInt8>? {
    let start = line.first(bytes)
    guard start < line.end, bytes[start] == UInt8(ascii: "`") || bytes[start] == UInt8(ascii: "~") else { return nil }
    let marks = bytes[start..<line.end].prefix { $0 == bytes[start] }
    guard marks.count >= 3 else { return nil }
    if marks.first == UInt8(ascii: "`"), bytes[marks.endIndex..<line.end].contains(UInt8(ascii: "`")) { return nil }
    return marks
  }

  private func isClosing(_ line: MarkdownLine, _ open: ArraySlice<UInt8>) -> Bool {
    let start = line.first(bytes)
    let marks = bytes[start..<line.end].prefix { $0 == open.first }
    return marks.count >= open.count && bytes[marks.endIndex..<line.end].allSatisfy(ASCII.isSpace)
  }

  /// Headings lose their attribute lists (`{#id}`), and tags below a tag lose the indentation that would make them code.
  private func trimmed(_ line: MarkdownLine, _ start: Int, previous: MarkdownLine?) -> MarkdownLine {
    var out = line
    guard start < line.end else { return line }
    if bytes[start] == UInt8(ascii: "#"), let open = bytes[start..<line.end].lastIndex(of: UInt8(ascii: "{")),
      open + 1 < line.end, [0x23, 0x2E, 0x3A, 0x2D].contains(bytes[open + 1]),
      BlockShapes.trimmedEnd(bytes[start..<line.end]).last == UInt8(ascii: "}")
    {
      out.end = open
    }
    if bytes[start] == UInt8(ascii: "<"), let previous, line.indent(bytes) >= 4 {
      let before = previous.first(bytes)
      if before < previous.end, bytes[before] == UInt8(ascii: "<") { out.start = start }
    }
    return out
  }

  private func write(_ container: MarkdownContainer) {
    switch container.kind {
    case .skipped: return
    case .furniture(let range): write(range, as: .furniture)
    case .caption(let range): write(range, as: .caption)
    case .math:
      flow.open(.displayMath)
      for line in container.lines {
        flow.append(literal: line.start..<line.end)
        flow.space()
      }
      flow.close()
    case .footnote(let label):
      flow.open(.footnote(label: label, id: nil))
      process(container.lines)
      flow.close()
    case .box(let kind, let title):
      flow.open(kind == "quote" ? .quote : .admonition(kind: kind))
      if let title, !title.isEmpty { writeMarkdown(title, as: .paragraph) }
      process(container.lines)
      flow.close()
    case .part:
      flow.open(.block)
      process(container.lines)
      flow.close()
    case .component(let tag): write(tag, container.lines)
    }
  }

  /// A component of MDX: attributes that hold prose are written as blocks, its content as what its name says.
  private func write(_ tag: MarkupTag, _ lines: [MarkdownLine]) {
    let kind = tag.name.lowercased()
    if let term = tag["term"], !term.isEmpty {
      flow.open(.admonition(kind: kind))
      writeMarkdown(term, as: .term)
      flow.open(.description)
      if let text = tag["definition"] ?? tag["text"], !text.isEmpty { writeMarkdown(text, as: .inline) }
      process(lines)
      flow.close()
    } else if kind.contains("quote") {
      flow.open(.quote)
      process(lines)
      for name in ["text", "quote", "speaker", "author", "position", "date", "source"] {
        if let value = tag[name], !value.isEmpty { writeMarkdown(value, as: .paragraph) }
      }
    } else {
      let isBox = tag["title"] != nil || HTMLElements.admonitionWords.contains(kind)
      flow.open(isBox ? .admonition(kind: kind) : .block)
      if let title = tag["title"], !title.isEmpty { writeMarkdown(title, as: .paragraph) }
      if let caption = tag["caption"], !caption.isEmpty { writeMarkdown(caption, as: .caption) }
      process(lines)
    }
    flow.close()
  }
}
