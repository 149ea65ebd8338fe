import ConceptModel

/// Tells the article from what stands around it.
enum MainText {
  /// Where a page marks its main part, everything outside becomes furniture, except the page's title and what tells of it.
  static func choose(_ flow: inout FlowBuilder) {
    flow.closeBlock()
    nameCommentWriters(&flow)
    markHeaders(&flow)
    markLinkLists(&flow)
    var inside = 0
    var outside = 0
    for (index, block) in flow.blocks.enumerated() where block.role == .body {
      if flow.facts[index].isInMain { inside += block.range.count } else { outside += block.range.count }
    }
    guard inside > 0, inside * 3 >= outside else { return }
    let hasTitleInside = flow.blocks.indices.contains { flow.facts[$0].isInMain && isTitle(flow.blocks[$0]) }
    var afterTitle = hasTitleInside
    for index in flow.blocks.indices where flow.blocks[index].role == .body && !flow.facts[index].isInMain {
      if case .footnote = flow.blocks[index].kind { continue }
      if !hasTitleInside, isTitle(flow.blocks[index]), !afterTitle {
        afterTitle = true
      } else if !(afterTitle && !hasTitleInside && flow.facts[index].isInHeader) {
        flow.blocks[index].role = .furniture
      }
    }
  }

  private static func isTitle(_ block: Block) -> Bool { block.kind == .heading(level: 1) && block.role == .body }

  /// A comment that begins with a short link alone begins with the name of its writer.
  private static func nameCommentWriters(_ flow: inout FlowBuilder) {
    var names: [Int: String] = [:]
    var seen: Set<Int> = []
    for index in flow.blocks.indices {
      let comment = flow.facts[index].comment
      guard comment > 0, flow.blocks[index].role.isComment else { continue }
      if seen.insert(comment).inserted, flow.blocks[index].role == .comment(author: nil) {
        let line = flow.text[flow.blocks[index].range]
        let isName =
          BlockShapes.wordCount(line) <= 5 && flow.facts[index].linkedBytes == line.count
          && !BlockShapes.endsSentence(line)
        if isName {
          names[comment] = String(decoding: line, as: UTF8.self)
          flow.blocks[index].role = .furniture
          continue
        }
      }
      if let name = names[comment], flow.blocks[index].role == .comment(author: nil) {
        flow.blocks[index].role = .comment(author: name)
      }
    }
  }

  /// In a page header only headings and sentences are text.
  private static func markHeaders(_ flow: inout FlowBuilder) {
    for index in flow.blocks.indices where flow.facts[index].isInHeader && flow.blocks[index].role == .body {
      if case .heading = flow.blocks[index].kind { continue }
      let line = flow.text[flow.blocks[index].range]
      let isSentence = BlockShapes.endsSentence(line) && BlockShapes.wordCount(line) >= 8
      if !isSentence || flow.facts[index].linkedBytes * 2 > line.count { flow.blocks[index].role = .furniture }
    }
  }

  /// Runs of three or more list items that are nothing but short links, outside the main part, are menus.
  private static func markLinkLists(_ flow: inout FlowBuilder) {
    var start = 0
    while start < flow.blocks.count {
      var end = start
      while end < flow.blocks.count, isMenuItem(flow, end) { end += 1 }
      if end - start >= 3 { for index in start..<end { flow.blocks[index].role = .furniture } }
      start = max(end, start + 1)
    }
  }

  private static func isMenuItem(_ flow: FlowBuilder, _ index: Int) -> Bool {
    let block = flow.blocks[index]
    guard case .listItem = block.kind, block.role == .body, !flow.facts[index].isInMain else { return false }
    return flow.facts[index].linkedBytes * 10 >= block.range.count * 9 && block.range.count <= 60
  }
}

extension FlowBuilder {
  var isInsideCode: Bool { current?.keepsSpace ?? frames.contains { $0.element == .code } }

  var isInFootnote: Bool { frames.contains { if case .footnote = $0.element { true } else { false } } }

  /// The main part is text even where an element around it looked like furniture.
  mutating func resetFurniture() {
    guard let last = frames.indices.last, frames[last].role == .furniture, frames[last].element != .furniture else {
      return
    }
    if frames.contains(where: { $0.element == .comment }) { return }
    frames[last].role = .body
  }
}
