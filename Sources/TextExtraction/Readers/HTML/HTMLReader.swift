import ConceptModel

/// Reads HTML: the article with its structure; navigation, forms and the like become furniture.
enum HTMLReader {
  static func read(_ input: ReaderInput) -> Document {
    let handler = HTMLHandler(input)
    let (bytes, flood) = AttributeFlood.blanked(input.decoded.bytes)
    HTMLParser(bytes: bytes, events: handler, attributeLimit: input.limits.attributeBytes).parse()
    var document = handler.finish()
    if let flood {
      let warning = input.diagnostic(
        .warning, code: "too-many-attributes",
        message: "an element has more than \(AttributeFlood.limit) attributes; the others are left out", at: flood,
        hint: "remove attributes that say nothing")
      document.diagnostics.append(warning)
    }
    return document
  }
}

/// Turns the events of the HTML parser into those of the flow.
final class HTMLHandler: HTMLEvents {
  let input: ReaderInput
  var flow: FlowBuilder
  var metadata = HTMLMetadata()
  /// Names of the open elements, to pair ends with starts.
  private var names: [String] = []
  private var breaks = 0
  /// The depth of the list of notes that is open, if any, and the number of its last note.
  private var noteDepth: Int?
  private var noteNumber = 0
  private var bylineStart: (depth: Int, text: Int)?

  init(_ input: ReaderInput) {
    self.input = input
    flow = FlowBuilder(source: input.decoded.bytes, depthLimit: input.limits.depth)
    flow.open(.block)
  }

  func start(_ name: String, _ attributes: [MarkupAttribute]) {
    names.append(name)
    if name == "br" {
      breaks += 1
      if breaks > 1, !flow.isInsideCode { flow.closeBlock() }
      if flow.isInsideCode { flow.appendUnmapped([0x0A]) }
    } else if flow.hasText == false {
      breaks = 0
    }
    let words = AttributeWords(attributes)
    if name == "meta" || name == "script" || name == "time" || name == "link" {
      metadata.note(name, attributes, inComment: flow.frames.last?.role.isComment ?? false)
    }
    let element = element(name, attributes, words)
    if case .metadata(.title) = element, metadata.hasTitleElement { return flow.open(.hidden) }
    let inMain = HTMLElements.isMain(name, words, attributes)
    flow.open(element, id: attributes["id"], inMain: inMain)
    if inMain { flow.resetFurniture() }
    if bylineStart == nil, !words.all.isDisjoint(with: HTMLElements.authorWords), metadata.byline == nil,
      !(flow.frames.last?.role.isComment ?? false), element != .hidden
    {
      bylineStart = (names.count, flow.text.count)
    }
  }

  func end(_ name: String) {
    guard names.last == name || names.contains(name) else { return }
    while let last = names.popLast() {
      closeByline()
      if let depth = noteDepth, names.count < depth { noteDepth = nil }
      flow.close()
      if last == name { break }
    }
  }

  func text(_ range: Range<Int>) {
    if flow.collect(flow.source[range]) { return }
    if metadata.collect(flow.source[range], isScript: names.last == "script") { return }
    if breaks > 0, !flow.source[range].allSatisfy(ASCII.isSpace) { breaks = 0 }
    flow.append(literal: range)
  }

  func text(_ bytes: [UInt8], from range: Range<Int>) {
    if flow.collect(bytes[...]) { return }
    breaks = 0
    flow.append(bytes, from: range)
  }

  private func closeByline() {
    guard let start = bylineStart, names.count < start.depth else { return }
    bylineStart = nil
    guard start.text < flow.text.count, flow.text.count - start.text < 300 else { return }
    metadata.byline = FlowBuilder.collapsed(Array(flow.text[start.text...]))
  }

  // MARK: Elements

  private func element(_ name: String, _ attributes: [MarkupAttribute], _ words: AttributeWords) -> FlowElement {
    if attributes["aria-hidden"] == "true", name != "body" { return .hidden }
    if let note = noteElement(name, attributes, words) { return note }
    if flow.frames.last?.role.isComment == true, !words.all.isDisjoint(with: HTMLElements.authorWords) {
      return .commentAuthor
    }
    let base = HTMLElements.table[name] ?? unknownElement(name)
    switch base {
    case .hidden, .metadata, .lineBreak: return base
    case .list(true, _): return .list(ordered: true, start: attributes["start"].flatMap { Int($0) } ?? 1)
    case .item: return .item(ordinal: attributes["value"].flatMap { Int($0) })
    default: break
    }
    if let inline = inlineElement(name, attributes, words) { return inline }
    if base == .inline, name != "object" { return base }
    if case .span = base { return base }
    if name == "form", names.count <= 3 { return .block }
    return classified(base, name, attributes, words)
  }

  private func unknownElement(_ name: String) -> FlowElement {
    if HTMLElements.blockTags.contains(name) { return .block }
    switch name {
    case "d-cite", "dt-cite": return .inline
    case "d-footnote", "dt-fn": return .footnote(label: "", id: nil)
    case "d-math": return .span(.math)
    case "d-code": return .code
    case "d-bibliography", "d-citation-list": return .reference
    default: return .inline
    }
  }

  private func inlineElement(_ name: String, _ attributes: [MarkupAttribute], _ words: AttributeWords) -> FlowElement? {
    switch name {
    case "a":
      guard let target = attributes["href"], !target.isEmpty else { return .inline }
      return .span(.link(target: target))
    case "abbr", "acronym":
      return .span(.abbreviation(expansion: attributes["title"].flatMap { $0.isEmpty ? nil : $0 }))
    case "span", "font", "u", "small", "big", "sup", "sub", "ins", "mark", "bdi", "bdo", "ruby", "img":
      if words.all.contains("math") {
        return words.all.contains("display") ? .displayMath : .span(.math)
      }
      if words.all.contains("mjx-chtml") || words.all.contains("mathjax_preview") { return .hidden }
      return words.isFurniture && name == "span" ? .furniture : .inline
    default: return nil
    }
  }

  /// Marks of footnotes, the notes themselves and their links back.
  private func noteElement(
    _ name: String, _ attributes: [MarkupAttribute], _ words: AttributeWords
  ) -> FlowElement? {
    let isNoteList = !words.all.isDisjoint(with: HTMLElements.footnoteWords)
    if noteDepth == nil, isNoteList, ["section", "div", "ol", "ul", "aside", "footer", "dl"].contains(name) {
      noteDepth = names.count
      noteNumber = 0
      return name == "ol" || name == "ul" ? .list(ordered: true, start: 1) : .block
    }
    if noteDepth != nil, !words.all.isDisjoint(with: HTMLElements.backlinkWords) { return .hidden }
    if name == "a", let target = attributes["href"], target.hasPrefix("#"), target.utf8.count > 1 {
      let id = String(target.dropFirst())
      let isBack = flow.isInFootnote && (id.contains("ref") || !words.all.isDisjoint(with: HTMLElements.backlinkWords))
      if isBack { return .hidden }
      let isMark =
        names.dropLast().last == "sup" || !words.all.isDisjoint(with: HTMLElements.footnoteMarkWords)
        || attributes["epub:type"] == "noteref"
      if isMark { return .span(.footnoteMark(label: nil, target: id)) }
    }
    let id = attributes["id"]
    let isItem =
      (noteDepth != nil && (name == "li" || name == "dd"))
      || (["li", "p", "div", "aside", "dd"].contains(name)
        && (!words.all.isDisjoint(with: HTMLElements.footnoteItemWords)
          || id.map { flow.markTargets[$0] != nil } ?? false))
    guard isItem, !flow.isInFootnote else { return nil }
    noteNumber = attributes["value"].flatMap { Int($0) } ?? (noteNumber + 1)
    return .footnote(label: noteDepth != nil ? String(noteNumber) : "", id: id)
  }

  /// Looks at class, id and role of a block.
  private func classified(
    _ base: FlowElement, _ name: String, _ attributes: [MarkupAttribute], _ words: AttributeWords
  ) -> FlowElement {
    if ["html", "body", "main", "h1", "h2", "h3", "h4", "h5", "h6"].contains(name) { return base }
    if attributes["hidden"] != nil || attributes["style"].map(Self.isNotDisplayed) == true { return .furniture }
    if words.isComment, name != "ol" && name != "ul" {
      return name == "article" || words.isCommentItem ? .comment : .block
    }
    if words.isComment { return base }
    if !words.all.isDisjoint(with: HTMLElements.referenceWords), name != "a" {
      if case .list = base { return base }
      return .reference
    }
    if words.all.contains("csl-entry") { return .reference }
    if let role = words.role, ["navigation", "search", "complementary", "contentinfo", "dialog", "menu"].contains(role)
    {
      return .furniture
    }
    if name == "aside", flow.frames.last?.isInMain == true { return .admonition(kind: words.admonition ?? "aside") }
    if name != "article", name != "p" || words.all.count < 3, words.isFurniture { return .furniture }
    if name == "div" || name == "section" || name == "details", let kind = words.admonition {
      return .admonition(kind: kind)
    }
    return base
  }

  private static func isNotDisplayed(_ style: String) -> Bool {
    let compact = style.lowercased().filter { $0 != " " }
    return compact.contains("display:none") || compact.contains("visibility:hidden")
  }

  // MARK: The end

  func finish() -> Document {
    while !names.isEmpty { end(names[names.count - 1]) }
    flow.close()
    MainText.choose(&flow)
    metadata.settle(&flow)
    return flow.document(input)
  }
}
