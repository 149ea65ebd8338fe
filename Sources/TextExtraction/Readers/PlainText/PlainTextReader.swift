import ConceptModel

/// Reads plain text: paragraphs, headings, lists and footnotes told by their shape alone.
enum PlainTextReader {
  static func read(_ input: ReaderInput) -> Document {
    let text = input.decoded.bytes
    var document = Document(
      info: input.info, text: text, offsets: input.decoded.map, sourceLines: input.sourceLines,
      blocks: blocks(of: text), diagnostics: input.decoded.diagnostics)
    settle(&document)
    return document
  }

  /// The blocks of a text, without furniture, marks and sections.
  static func blocks(of text: [UInt8]) -> [Block] {
    var parser = PlainTextParser(text: text)
    parser.run()
    return parser.blocks
  }

  /// The passes that look at the document as a whole.
  static func settle(_ document: inout Document) {
    PageFurniture.mark(&document)
    PlainTextMarks.find(&document)
    FootnoteSections.number(&document.blocks)
    if document.info.title == nil, let first = document.blocks.first(where: { $0.role == .body }),
      first.kind == .heading(level: 1)
    {
      document.info.title = String(decoding: document.text[first.range], as: UTF8.self)
    }
  }
}

/// Walks the lines of a plain text and groups them to blocks.
struct PlainTextParser {
  let text: [UInt8]
  let lines: [TextLine]
  var blocks: [Block] = []
  var headings: [(level: Int, block: Int)] = []
  /// The open list items by indentation, outermost first.
  var items: [(indent: Int, block: Int)] = []
  /// What introduces the list that is open.
  var listParent: Int?
  /// The footnote whose text is being read, and the indentation that belongs to it.
  var note: (label: String, indent: Int, block: Int?)?
  var index = 0

  init(text: [UInt8]) {
    self.text = text
    lines = TextLine.split(text, 0..<text.count)
  }

  mutating func run() {
    while index < lines.count {
      let line = lines[index]
      if let open = note, line.indent <= open.indent, !(open.block == nil && line.blankBefore == 0) { note = nil }
      if startFootnote(line) || skipRule(line) || readQuotation(line) || readSibling(line) || readHeading(line)
        || readItem(line)
      {
        continue
      }
      readParagraph(line)
    }
  }

  // MARK: Footnotes

  /// `1. ^` alone or before its text, and `[1]` or `^1` at the start of a line behind the last heading or note.
  private mutating func startFootnote(_ line: TextLine) -> Bool {
    guard let marker = LineMarker.find(text, line.range), case .number(let number) = marker.kind else { return false }
    let rest = (line.range.lowerBound + marker.length)..<line.range.upperBound
    guard text[rest.lowerBound] == UInt8(ascii: "^") || text[rest].starts(with: "↑".utf8) else { return false }
    let width = text[rest.lowerBound] == UInt8(ascii: "^") ? 1 : 3
    let after = text[(rest.lowerBound + width)..<rest.upperBound]
    guard after.isEmpty || FlowBuilder.spaceWidth(text, after.startIndex, after.endIndex) > 0 else { return false }
    items = []
    note = (String(number), line.indent, nil)
    index += 1
    let start = after.firstIndex { !ASCII.isSpace($0) && $0 != 0xC2 && $0 != 0xA0 } ?? after.endIndex
    if start < after.endIndex { append(kind: .paragraph, start..<joinedEnd(from: start, line: index - 1), parent: nil) }
    return true
  }

  // MARK: Rules, quotations, headings

  /// Lines of `---`, `***`, `===` separate and say nothing.
  private mutating func skipRule(_ line: TextLine) -> Bool {
    let bytes = text[line.range]
    guard bytes.count >= 3, let first = bytes.first, [0x2D, 0x2A, 0x3D, 0x5F, 0x7E, 0x23].contains(first),
      bytes.allSatisfy({ $0 == first || $0 == 0x20 })
    else { return false }
    items = []
    index += 1
    return true
  }

  /// Lines that begin with `>` are someone else's words.
  private mutating func readQuotation(_ line: TextLine) -> Bool {
    guard text[line.range.lowerBound] == UInt8(ascii: ">") else { return false }
    var start = line.range.lowerBound
    while start < line.range.upperBound, text[start] == 0x3E || ASCII.isSpace(text[start]) { start += 1 }
    index += 1
    if start < line.range.upperBound {
      append(kind: .paragraph, start..<line.range.upperBound, parent: nil, role: .quotation)
    }
    return true
  }

  private mutating func readHeading(_ line: TextLine) -> Bool {
    let next = index + 1 < lines.count ? lines[index + 1] : nil
    if let next, next.blankBefore == 0, let level = underlineLevel(next), line.range.count <= 120 {
      addHeading(line.range, level: level)
      index += 2
      return true
    }
    guard note == nil, let level = HeadingShape.level(of: line, at: index, lines: lines, text: text) else {
      return false
    }
    addHeading(line.range, level: level)
    index += 1
    return true
  }

  private func underlineLevel(_ line: TextLine) -> Int? {
    let bytes = text[line.range]
    guard bytes.count >= 3, let first = bytes.first, first == 0x3D || first == 0x2D,
      bytes.allSatisfy({ $0 == first })
    else { return nil }
    return first == 0x3D ? 1 : 2
  }

  private mutating func addHeading(_ range: Range<Int>, level: Int) {
    items = []
    headings.removeAll { $0.level >= level }
    let block = blocks.count
    append(kind: .heading(level: level), range, parent: nil)
    headings.append((level, block))
  }

  // MARK: Items and paragraphs

  /// A line whose marker goes on from, or leads to, that of a line near by is an item however short it is.
  private mutating func readSibling(_ line: TextLine) -> Bool {
    guard let marker = LineMarker.find(text, line.range), hasSibling(marker) else { return false }
    return readItem(line)
  }

  private mutating func readItem(_ line: TextLine) -> Bool {
    guard let marker = LineMarker.find(text, line.range), isItem(marker, line) else { return false }
    let start = line.range.lowerBound + marker.length
    if items.isEmpty { listParent = introducer() }
    while let last = items.last, last.indent >= line.indent { items.removeLast() }
    let parent = items.last?.block ?? note?.block ?? listParent
    let block = blocks.count
    index += 1
    let end = joinedEnd(from: start, line: index - 1, itemIndent: line.indent)
    append(kind: .listItem(depth: items.count + 1, ordinal: marker.ordinal), start..<end, parent: parent)
    items.append((line.indent, block))
    return true
  }

  /// A letter or a dash at the margin is a marker only beside another one; `A) …` in running text is not.
  private func isItem(_ marker: LineMarker, _ line: TextLine) -> Bool {
    if line.indent > 0 || !items.isEmpty { return true }
    switch marker.kind {
    case .bullet(let byte): return byte != 0xE2 || text[line.range.lowerBound + 2] != 0x93 || hasSibling(marker)
    case .number(let n): return n == 1 || hasSibling(marker) || line.range.count > 60
    case .letter: return hasSibling(marker)
    }
  }

  private func hasSibling(_ marker: LineMarker) -> Bool {
    for other in [index - 1, index - 2, index + 1, index + 2, index + 3] where lines.indices.contains(other) {
      guard let found = LineMarker.find(text, lines[other].range) else { continue }
      switch (marker.kind, found.kind) {
      case (.bullet(let a), .bullet(let b)): if a == b { return true }
      case (.number(let a), .number(let b)), (.letter(let a), .letter(let b)): if abs(a - b) == 1 { return true }
      default: continue
      }
    }
    return false
  }

  private mutating func readParagraph(_ line: TextLine) {
    index += 1
    let end = joinedEnd(from: line.range.lowerBound, line: index - 1)
    var parent: Int?
    if note != nil {
      parent = note?.block
    } else if let item = items.last(where: { $0.indent < line.indent }) {
      parent = item.block
      while let last = items.last, last.indent >= line.indent { items.removeLast() }
    } else {
      items = []
    }
    append(kind: .paragraph, line.range.lowerBound..<end, parent: parent)
  }

  /// The end of the block that begins on a line: lines that only the width of the page divides are joined.
  private mutating func joinedEnd(from start: Int, line first: Int, itemIndent: Int? = nil) -> Int {
    var last = first
    while !lines[last].isLastOfGroup, index < lines.count {
      let next = lines[index]
      if LineMarker.find(text, next.range).map({ isItem($0, next) }) ?? false || text[next.range.lowerBound] == 0x3E {
        break
      }
      let hangs = itemIndent.map { next.indent > $0 } ?? false
      guard hangs || WrappedLines.joins(lines[last], next, text: text) else { break }
      last = index
      index += 1
    }
    return lines[last].range.upperBound
  }

  private func introducer() -> Int? {
    guard let last = blocks.indices.last else { return nil }
    return BlockShapes.introducesList(blocks[last], text: text) ? last : nil
  }

  mutating func append(kind: Block.Kind, _ range: Range<Int>, parent: Int?, role: Block.Role = .body) {
    var kind = kind
    if let open = note, open.block == nil {
      kind = .footnote(label: open.label)
      note?.block = blocks.count
    }
    blocks.append(Block(kind: kind, role: role, range: range, headings: headings.map(\.block), parent: parent))
  }
}
