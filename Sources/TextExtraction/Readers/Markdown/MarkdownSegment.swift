internal import CMD4C

/// Lines of plain CommonMark, parsed by md4c; its text leads back to the source line by line.
final class MarkdownSegment {
  private var buffer: [UInt8] = []
  private var lineStarts: [Int] = []
  private var lineSources: [Int] = []
  private let bytes: [UInt8]
  private var cursor = 0
  private var base: UnsafePointer<CChar>?
  private weak var handler: MarkdownHandler?
  /// Open Markdown blocks and HTML elements, innermost last.
  private var open: [Opened] = []

  private struct Opened {
    var name: String
    var isTag: Bool
  }

  init(_ lines: [MarkdownLine], _ bytes: [UInt8], _ definitions: [MarkdownLine]) {
    self.bytes = bytes
    for line in lines { add(line) }
    if !definitions.isEmpty {
      buffer.append(0x0A)
      for line in definitions { add(line) }
    }
  }

  private func add(_ line: MarkdownLine) {
    lineStarts.append(buffer.count)
    lineSources.append(line.start)
    buffer.append(contentsOf: bytes[line.start..<line.end])
    buffer.append(0x0A)
  }

  /// Runs md4c and hands its events to the flow of a handler.
  func parse(into handler: MarkdownHandler) {
    self.handler = handler
    var parser = MD_PARSER()
    parser.abi_version = 0
    parser.flags =
      UInt32(MD_FLAG_TABLES) | UInt32(MD_FLAG_TASKLISTS) | UInt32(MD_FLAG_STRIKETHROUGH)
      | UInt32(MD_FLAG_PERMISSIVEURLAUTOLINKS) | UInt32(MD_FLAG_LATEXMATHSPANS) | UInt32(MD_FLAG_WIKILINKS)
      | UInt32(MD_FLAG_NOHTMLBLOCKS)
    parser.enter_block = { type, detail, state in MarkdownSegment.of(state).enter(type, detail) }
    parser.leave_block = { _, _, state in MarkdownSegment.of(state).leave() }
    parser.enter_span = { type, detail, state in MarkdownSegment.of(state).enter(span: type, detail) }
    parser.leave_span = { _, _, state in MarkdownSegment.of(state).leave() }
    parser.text = { type, text, size, state in MarkdownSegment.of(state).text(type, text, Int(size)) }
    let state = Unmanaged.passUnretained(self).toOpaque()
    buffer.withUnsafeBytes { raw in
      guard let start = raw.bindMemory(to: CChar.self).baseAddress else { return }
      base = start
      _ = md_parse(start, MD_SIZE(raw.count), &parser, state)
      base = nil
    }
    while !open.isEmpty { closeLast() }
  }

  private static func of(_ state: UnsafeMutableRawPointer?) -> MarkdownSegment {
    Unmanaged<MarkdownSegment>.fromOpaque(state!).takeUnretainedValue()
  }

  // MARK: Blocks and spans

  private func push(_ element: FlowElement, _ name: String = "", isTag: Bool = false) {
    open.append(Opened(name: name, isTag: isTag))
    handler?.flow.open(element)
  }

  private func closeLast() {
    open.removeLast()
    handler?.flow.close()
  }

  private func enter(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) -> Int32 {
    switch type {
    case MD_BLOCK_QUOTE: push(.quote)
    case MD_BLOCK_UL: push(.list(ordered: false, start: 1))
    case MD_BLOCK_OL:
      let start = detail?.assumingMemoryBound(to: MD_BLOCK_OL_DETAIL.self).pointee.start ?? 1
      push(.list(ordered: true, start: Int(start)))
    case MD_BLOCK_LI: push(.item(ordinal: nil))
    case MD_BLOCK_H:
      let level = detail?.assumingMemoryBound(to: MD_BLOCK_H_DETAIL.self).pointee.level ?? 1
      push(.heading(level: Int(level)))
    case MD_BLOCK_CODE: push(.code)
    case MD_BLOCK_P: push(.paragraph)
    case MD_BLOCK_TABLE: push(.table)
    case MD_BLOCK_TR: push(.row)
    case MD_BLOCK_TH: push(.cell(isHeader: true))
    case MD_BLOCK_TD: push(.cell(isHeader: false))
    case MD_BLOCK_THEAD, MD_BLOCK_TBODY: push(.inline)
    default: push(.block)
    }
    return 0
  }

  /// Ends the innermost Markdown element; HTML elements left open within are ended, those that hold blocks go on behind.
  private func leave() -> Int32 {
    var reopened: [String] = []
    while let last = open.last, last.isTag {
      if MarkdownTags.spanning.contains(last.name) { reopened.append(last.name) }
      closeLast()
    }
    if !open.isEmpty { closeLast() }
    for name in reopened.reversed() { push(HTMLElements.table[name] ?? .block, name, isTag: true) }
    return 0
  }

  private func enter(span type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) -> Int32 {
    switch type {
    case MD_SPAN_EM: push(.span(.emphasis))
    case MD_SPAN_STRONG: push(.span(.strong))
    case MD_SPAN_CODE: push(.span(.code))
    case MD_SPAN_DEL: push(.span(.deleted))
    case MD_SPAN_LATEXMATH: push(.span(.math))
    case MD_SPAN_LATEXMATH_DISPLAY: push(.displayMath)
    case MD_SPAN_A:
      let target = detail.map { string($0.assumingMemoryBound(to: MD_SPAN_A_DETAIL.self).pointee.href) } ?? ""
      push(target.isEmpty ? .inline : .span(.link(target: target)))
    case MD_SPAN_WIKILINK:
      let target = detail.map { string($0.assumingMemoryBound(to: MD_SPAN_WIKILINK_DETAIL.self).pointee.target) } ?? ""
      push(.span(.link(target: target)))
    case MD_SPAN_IMG: push(handler?.flow.hasText == true ? .hidden : .caption)
    default: push(.inline)
    }
    return 0
  }

  private func string(_ attribute: MD_ATTRIBUTE) -> String {
    guard let text = attribute.text else { return "" }
    let raw = UnsafeRawBufferPointer(start: text, count: Int(attribute.size))
    return String(decoding: raw, as: UTF8.self)
  }

  // MARK: Text

  private func text(_ type: MD_TEXTTYPE, _ pointer: UnsafePointer<CChar>?, _ size: Int) -> Int32 {
    guard let handler, let pointer, let base else { return 0 }
    let offset = pointer - base
    let isInside = offset >= 0 && offset + size <= buffer.count
    switch type {
    case MD_TEXT_BR, MD_TEXT_SOFTBR: handler.flow.space()
    case MD_TEXT_NULLCHAR: handler.flow.appendUnmapped([0xEF, 0xBF, 0xBD])
    case _ where !isInside:
      let raw = UnsafeRawBufferPointer(start: pointer, count: size)
      handler.flow.appendUnmapped(Array(raw))
    case MD_TEXT_ENTITY:
      let start = source(of: offset)
      if let (decoded, length) = NamedEntities.reference(in: bytes, at: start, end: start + size), length == size {
        handler.flow.append(decoded, from: start..<(start + size))
      } else {
        handler.flow.append(literal: start..<(start + size))
      }
    case MD_TEXT_HTML: tags(in: offset, size)
    default: literal(offset, size)
    }
    return 0
  }

  /// A run of text; one that holds line ends is divided at them.
  private func literal(_ offset: Int, _ size: Int) {
    var start = offset
    while start < offset + size {
      let end = buffer[start..<(offset + size)].firstIndex(of: 0x0A) ?? (offset + size)
      if end > start {
        let from = source(of: start)
        handler?.flow.append(literal: from..<(from + end - start))
      }
      if end < offset + size { handler?.flow.appendUnmapped([0x0A]) }
      start = end + 1
    }
  }

  /// The place in the source of a byte of the buffer.
  private func source(of offset: Int) -> Int {
    if cursor >= lineStarts.count || lineStarts[cursor] > offset { cursor = 0 }
    if cursor == 0 || cursor + 1 < lineStarts.count && lineStarts[cursor + 1] <= offset {
      var low = 0
      var high = lineStarts.count
      while low < high {
        let middle = (low + high) / 2
        if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
      }
      cursor = max(0, low - 1)
    }
    return lineSources[cursor] + offset - lineStarts[cursor]
  }

  // MARK: HTML within Markdown

  private func tags(in offset: Int, _ size: Int) {
    let chunk = Array(buffer[offset..<(offset + size)])
    guard let tag = MarkupTag(chunk, at: 0, end: chunk.count) else { return }
    let name = tag.name.lowercased()
    if tag.isEnd {
      guard let at = open.lastIndex(where: { $0.name == name || !$0.isTag }), open[at].isTag else { return }
      while open.count > at { closeLast() }
      return
    }
    if name == "br" { handler?.flow.space() }
    if name == "hr" { handler?.flow.closeBlock() }
    if tag.isSelfClosing || MarkdownTags.void.contains(name) { return }
    push(MarkdownTags.element(name, tag, chunk), name, isTag: true)
  }
}

/// HTML elements within Markdown.
enum MarkdownTags {
  static let void: Set<String> = ["br", "hr", "img", "input", "wbr", "source", "meta", "link", "col", "embed"]
  /// Elements that commonly hold several Markdown blocks.
  static let spanning: Set<String> = [
    "div", "section", "article", "main", "figure", "figcaption", "details", "blockquote", "center", "aside", "span",
  ]

  static func element(_ name: String, _ tag: MarkupTag, _ bytes: [UInt8]) -> FlowElement {
    func value(_ key: String) -> String? { tag[key].map { String(decoding: bytes[$0], as: UTF8.self) } }
    switch name {
    case "a": return value("href").map { .span(.link(target: $0)) } ?? .inline
    case "abbr": return .span(.abbreviation(expansion: value("title")))
    case "button", "option": return .furniture
    case "title", "form", "label", "header", "footer": return .block
    default: break
    }
    let words = AttributeWords(
      ["class", "id", "role"].compactMap { key in value(key).map { MarkupAttribute(name: key, value: $0) } })
    guard let known = HTMLElements.table[name] else { return .inline }
    if ["div", "section", "aside"].contains(name) {
      if let kind = words.admonition { return .admonition(kind: kind) }
      if words.isFurniture { return .furniture }
    }
    return known == .hidden ? .hidden : known
  }
}
