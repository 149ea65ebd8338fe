import ConceptModel

/// Reads XML prose: JATS, TEI, CNXML, DocBook, feeds, and anything else by its text.
enum XMLReader {
  static func read(_ input: ReaderInput) throws(Diagnostic) -> [Document] {
    let handler = XMLHandler(input)
    let outcome = XMLParser(bytes: input.decoded.bytes, events: handler, limits: input.limits).parse()
    var diagnostics: [Diagnostic] = []
    switch outcome {
    case .complete: break
    case .refused(let message, let offset):
      throw input.diagnostic(
        .error, code: "unsafe-xml", message: "the document is not read: \(message)", at: offset,
        hint: "remove the entity declaration, or replace the entity by its text")
    case .malformed(let message, let offset):
      let problem = input.diagnostic(
        .warning, code: "malformed-xml", message: "the XML is malformed: \(message)", at: offset,
        hint: "what could be told apart was read; correct the mark-up")
      diagnostics.append(problem)
    }
    if handler.isPage { return [HTMLReader.read(input)] }
    var documents = handler.finish()
    if documents.allSatisfy(\.blocks.isEmpty), case .malformed(let message, let offset) = outcome {
      throw input.diagnostic(
        .error, code: "malformed-xml", message: "the XML cannot be read: \(message)", at: offset,
        hint: "correct the mark-up at this place")
    }
    if documents.isEmpty { documents = [handler.emptyDocument()] }
    documents[0].diagnostics += diagnostics
    return documents
  }
}

/// Turns the events of the XML parser into those of the flow.
final class XMLHandler: XMLEvents {
  let input: ReaderInput
  private var flow: FlowBuilder
  private var vocabulary: XMLVocabulary?
  /// The names of the open elements down to the depth limit, and how many are open below it.
  private var path: [String] = []
  private var deeper = 0
  private var feed: FeedCollector?
  private var contributorIsAuthor = true
  /// Whether the root is that of an HTML page.
  private(set) var isPage = false

  init(_ input: ReaderInput) {
    self.input = input
    flow = FlowBuilder(source: input.decoded.bytes, depthLimit: input.limits.depth)
    flow.open(.block)
  }

  func start(_ name: String, namespace: String, _ attributes: [MarkupAttribute], at offset: Int) {
    if isPage { return }
    if vocabulary == nil { begin(name, namespace, attributes) }
    if path.count < input.limits.depth { path.append(name) } else { deeper += 1 }
    if let feed { return feed.start(name, namespace: namespace, attributes) }
    if isPage { return }
    let element = element(name, attributes)
    flow.open(element, id: attributes["id"])
  }

  func end(_ name: String) {
    if isPage { return }
    defer { leavePath() }
    if let feed { return feed.end(name) }
    flow.close()
    leave(name)
  }

  func text(_ range: Range<Int>) {
    if isPage { return }
    if let feed { return feed.text(range) }
    if flow.collect(flow.source[range]) { return }
    flow.append(literal: range)
  }

  func text(_ bytes: [UInt8], from range: Range<Int>) {
    if isPage { return }
    if let feed { return feed.text(bytes, from: range) }
    if flow.collect(bytes[...]) { return }
    flow.append(bytes, from: range)
  }

  private func leavePath() {
    if deeper > 0 { deeper -= 1 } else if !path.isEmpty { path.removeLast() }
  }

  private func begin(_ name: String, _ namespace: String, _ attributes: [MarkupAttribute]) {
    let head = flow.source.prefix(8192)
    vocabulary = XMLVocabulary.of(root: name, namespace: namespace, attributes, head: head)
    if name.lowercased() == "html" {
      isPage = true
    } else if FeedCollector.isRoot(name) {
      feed = FeedCollector(input)
    }
  }

  // MARK: Elements

  private func element(_ name: String, _ attributes: [MarkupAttribute]) -> FlowElement {
    let parent = path.dropLast().last ?? ""
    guard let vocabulary else { return .unknown }
    if let special = special(name, parent: parent, attributes, vocabulary.name) { return special }
    if let known = vocabulary.elements[name] { return known }
    if path.dropLast().contains("math") { return .inline }
    if let common = XMLVocabulary.common[name] { return common }
    return .unknown
  }

  /// Elements whose meaning depends on where they stand and on their attributes.
  private func special(
    _ name: String, parent: String, _ attributes: [MarkupAttribute], _ vocabulary: String
  ) -> FlowElement? {
    switch vocabulary {
    case "JATS": return jatsElement(name, parent: parent, attributes)
    case "TEI": return teiElement(name, parent: parent, attributes)
    case "CNXML": return cnxmlElement(name, parent: parent, attributes)
    case "DocBook": return docbookElement(name, parent: parent, attributes)
    default: return nil
    }
  }

  private func jatsElement(_ name: String, parent: String, _ attributes: [MarkupAttribute]) -> FlowElement? {
    let inReference = path.contains("ref") || path.contains("person-group")
    let inFront = path.contains("article-meta") && !path.contains("abstract") && !inReference
    switch name {
    case "article-title" where inReference: return .field
    case "article-title" where inFront: return nil
    case "volume", "issue", "fpage", "lpage":
      return inFront ? .hidden : .field
    case "surname" where inFront && isAuthor: return .metadata(.surname)
    case "given-names" where inFront && isAuthor: return .metadata(.givenName)
    case "year" where parent == "pub-date" && !path.contains("sub-article"): return .metadata(.year)
    case "month" where parent == "pub-date": return .metadata(.month)
    case "day" where parent == "pub-date": return .metadata(.day)
    case "contrib":
      contributorIsAuthor = attributes["contrib-type"].map { $0 == "author" } ?? true
      return .block
    case "name", "string-name", "collab": return inReference ? .field : (inFront ? .block : .field)
    case "contrib-group" where parent == "article-meta": return .furniture
    case "contrib-group", "front-stub": return .furniture
    case "title" where parent == "caption": return .caption
    case "title" where path.contains("ref-list") && parent == "ref-list": return .heading(level: 2)
    case "label" where ["fig", "table-wrap", "media", "supplementary-material"].contains(parent): return .caption
    case "p" where path.contains("caption"): return .caption
    case "list":
      return .list(
        ordered: attributes["list-type"]?.hasSuffix("order") ?? (attributes["list-type"] == "order"), start: 1)
    case "xref" where attributes["ref-type"] == "fn":
      return .span(.footnoteMark(label: nil, target: attributes["rid"]))
    case "ext-link": return attributes["href"].map { .span(.link(target: $0)) }
    case "fn" where path.contains("author-notes") || path.contains("table-wrap-foot"): return .paragraph
    case "fn": return .footnote(label: attributes["symbol"] ?? "", id: attributes["id"])
    case "label" where parent == "fn" || parent == "ref" || parent == "disp-formula": return .hidden
    case "comment": return path.contains("ref") ? .field : .inline
    default: return nil
    }
  }

  private var isAuthor: Bool { contributorIsAuthor && path.contains("contrib") && !path.contains("sub-article") }

  private func teiElement(_ name: String, parent: String, _ attributes: [MarkupAttribute]) -> FlowElement? {
    if path.contains("teiHeader") {
      switch name {
      case "teiHeader", "fileDesc", "titleStmt", "author", "sourceDesc", "biblStruct", "analytic", "persName":
        return .block
      case "title" where path.contains("titleStmt") || attributes["level"] == "a": return .metadata(.title)
      case "surname": return .metadata(.surname)
      case "forename": return .metadata(.givenName)
      case "date" where path.contains("publicationStmt"): return .metadata(.date)
      default: return .hidden
      }
    }
    switch name {
    case "head":
      let level = attributes["level"].flatMap { Int($0) } ?? 0
      return ["figure", "table"].contains(parent) ? .caption : .heading(level: level)
    case "note":
      let kind = attributes["place"] ?? attributes["type"] ?? ""
      return ["foot", "bottom", "end", "footnote"].contains(kind)
        ? .footnote(label: attributes["n"] ?? "", id: attributes["id"]) : .furniture
    case "ref" where attributes["type"] == "foot" || attributes["type"] == "noteAnchor":
      return .span(.footnoteMark(label: nil, target: attributes["target"].map { String($0.drop { $0 == "#" }) }))
    case "ref": return attributes["target"].map { .span(.link(target: $0)) }
    case "formula": return flow.hasText ? .span(.math) : .displayMath
    case "table" where parent == "figure": return .block
    case "list": return .list(ordered: attributes["rend"] == "numbered" || attributes["type"] == "ordered", start: 1)
    case "quote" where !flow.hasText: return .quote
    case "label" where parent == "list": return .term
    case "label" where parent == "figure": return .inline
    default: return nil
    }
  }

  private func cnxmlElement(_ name: String, parent: String, _ attributes: [MarkupAttribute]) -> FlowElement? {
    if path.contains("metadata"), name != "metadata" {
      if name == "title" { return .metadata(.title) }
      return .hidden
    }
    switch name {
    case "metadata": return .block
    case "title" where parent == "document":
      return .heading(level: 1)
    case "title" where parent == "para" || parent == "list" || parent == "figure" || parent == "table":
      return parent == "figure" || parent == "table" ? .caption : .span(.strong)
    case "term" where parent == "definition": return .term
    case "term": return .span(.defined)
    case "list":
      return .list(
        ordered: attributes["list-type"] == "enumerated", start: attributes["start-value"].flatMap { Int($0) } ?? 1)
    case "emphasis": return .span(attributes["effect"] == "bold" ? .strong : .emphasis)
    case "link": return attributes["url"].map { .span(.link(target: $0)) }
    case "entry": return .cell(isHeader: path.contains("thead"))
    case "quote" where !flow.hasText: return .quote
    case "note": return .admonition(kind: attributes["type"] ?? "note")
    case "code" where attributes["display"] == "block": return .code
    default: return nil
    }
  }

  private func docbookElement(_ name: String, parent: String, _ attributes: [MarkupAttribute]) -> FlowElement? {
    let inInfo = parent.hasSuffix("info") || path.contains { $0.hasSuffix("info") }
    switch name {
    case "title" where path.count <= 2 || inInfo && path.count <= 3: return .heading(level: 1)
    case "title" where ["table", "figure", "example"].contains(parent): return .caption
    case "firstname" where inInfo, "givenname" where inInfo: return .metadata(.givenName)
    case "surname" where inInfo: return .metadata(.surname)
    case "pubdate" where inInfo, "date" where inInfo: return .metadata(.date)
    case "term": return .term
    case "listitem" where parent == "varlistentry": return .description
    case "ulink", "link": return (attributes["url"] ?? attributes["href"]).map { .span(.link(target: $0)) }
    case "emphasis" where attributes["role"] == "bold" || attributes["role"] == "strong": return .span(.strong)
    case "entry": return .cell(isHeader: path.contains("thead"))
    default: return nil
    }
  }

  private func leave(_ name: String) {
    switch name {
    case "name", "persName", "author", "contrib", "string-name", "personname": flow.endName()
    case "pub-date": flow.endDate()
    default: break
    }
  }

  // MARK: The end

  func finish() -> [Document] {
    if let feed { return feed.finish() }
    deeper = 0
    while let last = path.last { end(last) }
    while !flow.frames.isEmpty { flow.close() }
    flow.close()
    flow.closeBlock()
    if let heading = flow.blocks.first(where: { $0.kind == .heading(level: 1) && $0.role == .body }) {
      flow.metadata.titles.append(String(decoding: flow.text[heading.range], as: UTF8.self))
    }
    return [flow.document(input)]
  }

  func emptyDocument() -> Document {
    var empty = FlowBuilder(source: [], depthLimit: 1)
    return empty.document(input)
  }
}
