import ConceptModel

/// Reads RSS, RDF site summaries and Atom: every entry becomes a document with the id `FILE#N`.
final class FeedCollector {
  private let input: ReaderInput
  private var entries: [Entry] = []
  private var entry: Entry?
  private var header = Entry()
  private var depth = 0
  private var entryDepth = 0
  /// The field that is open, with the depth of its element.
  private var field: (kind: Field, depth: Int, isMarkup: Bool)?
  private var names: [String] = []

  /// The text of one field: decoded bytes and where they came from.
  struct Text {
    var bytes: [UInt8] = []
    var runs: [OffsetMap.Run] = []
    var isHTML = false
  }

  struct Entry {
    var title = Text()
    var content = Text()
    var summary = Text()
    var authors: [String] = []
    var dates: [String] = []
  }

  private enum Field { case title, content, summary, author, date }

  init(_ input: ReaderInput) { self.input = input }

  static func isRoot(_ name: String) -> Bool { ["rss", "feed", "RDF", "channel", "CHANNEL"].contains(name) }

  func start(_ name: String, namespace: String, _ attributes: [MarkupAttribute]) {
    depth += 1
    names.append(name)
    if let open = field, open.isMarkup {
      return appendTag(name, attributes)
    }
    guard field == nil else { return }
    let lowered = name.lowercased()
    if entry == nil, lowered == "item" || lowered == "entry" || lowered == "fullitem" {
      entry = Entry()
      entryDepth = depth
      return
    }
    let isDirect = entry != nil ? depth <= entryDepth + 2 : true
    guard isDirect, let kind = kind(of: lowered, namespace) else { return }
    let type = attributes["type"] ?? attributes["mode"] ?? ""
    let isMarkup = type == "xhtml" || type.contains("xhtml") || lowered == "body" || lowered == "div"
    field = (kind, depth, isMarkup)
    let isHTML = isMarkup || type.contains("html") || type == "escaped" || kind == .content || kind == .summary
    update(kind) { $0.isHTML = isHTML && type != "text" && type != "text/plain" }
  }

  private func kind(of name: String, _ namespace: String) -> Field? {
    let parent = names.dropLast().last?.lowercased() ?? ""
    if ["image", "textinput", "source"].contains(parent) { return nil }
    switch name {
    case "title": return namespace.contains("media") ? nil : .title
    case "description", "summary", "subtitle", "tagline": return .summary
    case "encoded", "content", "body", "fullitem": return namespace.contains("media") ? nil : .content
    case "author", "creator", "managingeditor":
      return .author
    case "name": return parent == "author" ? .author : nil
    case "pubdate", "published", "issued", "date", "created": return .date
    case "updated", "modified": return .date
    default: return nil
    }
  }

  func end(_ name: String) {
    if let open = field {
      if open.depth == depth {
        field = nil
      } else if open.isMarkup {
        append(Array("</\(name)>".utf8), nil)
      }
    }
    if let done = entry, depth == entryDepth {
      entries.append(done)
      entry = nil
    }
    depth -= 1
    if !names.isEmpty { names.removeLast() }
  }

  func text(_ range: Range<Int>) {
    guard let open = field else { return }
    note(input.decoded.bytes[range], open.kind)
    update(open.kind) {
      $0.runs.appendLiteral(text: $0.bytes.count, length: range.count, source: range.lowerBound)
      $0.bytes.append(contentsOf: input.decoded.bytes[range])
    }
  }

  func text(_ bytes: [UInt8], from range: Range<Int>) {
    guard let open = field else { return }
    note(bytes[...], open.kind)
    // Within XHTML content a decoded ampersand or bracket is text and no mark-up.
    if open.isMarkup, let escaped = Self.escaped(bytes) { return append(escaped, range) }
    append(bytes, range)
  }

  private static func escaped(_ bytes: [UInt8]) -> [UInt8]? {
    switch bytes {
    case [UInt8(ascii: "<")]: Array("&lt;".utf8)
    case [UInt8(ascii: "&")]: Array("&amp;".utf8)
    case [UInt8(ascii: ">")]: Array("&gt;".utf8)
    default: nil
    }
  }

  private func appendTag(_ name: String, _ attributes: [MarkupAttribute]) {
    var tag = "<\(name)"
    for attribute in attributes where ["href", "class", "id", "title"].contains(attribute.name) {
      tag += " \(attribute.name)=\"\(attribute.value.replacing("&", with: "&amp;").replacing("\"", with: "&quot;"))\""
    }
    append(Array((tag + ">").utf8), nil)
  }

  private func append(_ bytes: [UInt8], _ range: Range<Int>?) {
    guard let open = field else { return }
    update(open.kind) {
      if let range {
        $0.runs.appendOpaque(
          text: $0.bytes.count, length: bytes.count, source: range.lowerBound, sourceLength: range.count)
      }
      $0.bytes.append(contentsOf: bytes)
    }
  }

  /// Authors and dates are kept as strings.
  private func note(_ bytes: ArraySlice<UInt8>, _ kind: Field) {
    let value = FlowBuilder.collapsed(Array(bytes))
    guard !value.isEmpty, kind == .author || kind == .date else { return }
    if entry == nil {
      if kind == .author { header.authors.append(value) } else { header.dates.append(value) }
    } else if kind == .author {
      if names.last?.lowercased() != "email", names.last?.lowercased() != "uri" { entry?.authors.append(value) }
    } else {
      entry?.dates.append(value)
    }
  }

  private func update(_ kind: Field, _ change: (inout Text) -> Void) {
    func apply(_ entry: inout Entry) {
      switch kind {
      case .title: change(&entry.title)
      case .content: change(&entry.content)
      case .summary: change(&entry.summary)
      case .author, .date: break
      }
    }
    if entry != nil { apply(&entry!) } else { apply(&header) }
  }

  // MARK: Documents

  func finish() -> [Document] {
    if let open = entry { entries.append(open) }
    if entries.isEmpty {
      return header.title.bytes.isEmpty && header.summary.bytes.isEmpty && header.content.bytes.isEmpty
        ? [] : [FeedEntryReader.document(header, input: input, header: header, number: nil)]
    }
    return entries.enumerated().map { index, entry in
      FeedEntryReader.document(entry, input: input, header: header, number: index + 1)
    }
  }
}

/// Makes a document of one entry of a feed.
enum FeedEntryReader {
  static func document(_ entry: FeedCollector.Entry, input: ReaderInput, header: FeedCollector.Entry, number: Int?)
    -> Document
  {
    var (bytes, runs): ([UInt8], [OffsetMap.Run]) = ([], [])
    func add(_ part: FeedCollector.Text, _ open: String, _ close: String) {
      guard !part.bytes.isEmpty else { return }
      bytes.append(contentsOf: open.utf8)
      let shift = UInt32(bytes.count)
      runs.append(
        contentsOf: part.runs.map { run in
          var moved = run
          moved.text += shift
          return moved
        })
      bytes.append(contentsOf: part.bytes)
      bytes.append(contentsOf: close.utf8)
    }
    var title = entry.title
    if !title.isHTML { title = escaped(title) }
    add(title, "<h1>", "</h1>")
    let body = entry.content.bytes.isEmpty ? entry.summary : entry.content
    add(body.isHTML ? body : escaped(body), "<div>", "</div>")
    let map = OffsetMap(runs: runs).composed(with: input.decoded.map)
    var inner = input
    inner.decoded = DecodedText(bytes: bytes, map: map, encoding: input.decoded.encoding)
    inner.decoded.diagnostics = number == nil || number == 1 ? input.decoded.diagnostics : []
    if let number { inner.info.id = DocumentID("\(input.info.id.value)#\(number)") }
    let authors = entry.authors.isEmpty ? header.authors : entry.authors
    inner.info.authors = authors.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    inner.info.date = (entry.dates + header.dates).lazy.compactMap(DateShape.parse).first
    inner.info.title = entry.title.bytes.isEmpty ? nil : plain(entry.title)
    return HTMLReader.read(inner)
  }

  private static func plain(_ text: FeedCollector.Text) -> String? {
    let value = FlowBuilder.collapsed(text.bytes)
    return value.isEmpty || text.isHTML && value.contains("<") ? nil : value
  }

  /// Plain text made safe to read as HTML, with its runs split at the characters that change.
  private static func escaped(_ text: FeedCollector.Text) -> FeedCollector.Text {
    guard text.bytes.contains(where: { $0 == 0x3C || $0 == 0x26 }) else { return text }
    let map = OffsetMap(runs: text.runs)
    var out = FeedCollector.Text()
    for (index, byte) in text.bytes.enumerated() {
      let source = map.sourceRange(of: index..<(index + 1))
      let replacement: [UInt8] = byte == 0x3C ? Array("&lt;".utf8) : byte == 0x26 ? Array("&amp;".utf8) : [byte]
      if replacement.count == 1, source.count == 1 {
        out.runs.appendLiteral(text: out.bytes.count, length: 1, source: source.lowerBound)
      } else {
        out.runs.appendOpaque(
          text: out.bytes.count, length: replacement.count, source: source.lowerBound, sourceLength: source.count)
      }
      out.bytes.append(contentsOf: replacement)
    }
    return out
  }
}
