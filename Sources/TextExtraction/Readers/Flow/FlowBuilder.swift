import ConceptModel

/// Builds the text, the offsets and the blocks of a document from the events of a mark-up parser.
///
/// Elements are opened and closed in pairs; text between them goes into the block that the open elements call for.
/// White space is collapsed except in code.
struct FlowBuilder {
  /// The decoded source that literal text is taken from.
  let source: [UInt8]
  let depthLimit: Int

  var text: [UInt8] = []
  var runs: [OffsetMap.Run] = []
  var blocks: [Block] = []
  /// What is known about each block beside what `Block` holds.
  var facts: [BlockFacts] = []
  var frames: [FlowFrame] = []
  var current: OpenBlock?
  var pending = PendingSpace.none
  /// Inline frames whose span has not begun in the current block.
  var unstartedSpans = 0
  /// The open headings by level, outermost first.
  var headingStack: [(level: Int, block: Int)] = []
  var tableCount = 0
  var lastTerm: Int?
  var overflow = 0
  var hiddenOverflow = Int.max
  var deepest = 0
  var metadata = FlowMetadata()
  /// The ids that footnote marks point to, with the label of the mark.
  var markTargets: [String: String] = [:]
  var commentCount = 0
  var notes = WaitingNotes()

  init(source: [UInt8], depthLimit: Int) {
    self.source = source
    self.depthLimit = depthLimit
    text.reserveCapacity(source.count / 2)
  }

  /// White space that is written only when more text follows.
  enum PendingSpace: Equatable {
    case none
    /// A single blank of the source, which is literal text.
    case blank(source: Int)
    case other
  }

  // MARK: Elements

  /// Opens an element; `id` is what footnote marks may point to.
  mutating func open(_ element: FlowElement, id: String? = nil, inMain: Bool = false) {
    if notes.depth > 0 || beginsInlineNote(element) {
      notes.depth += 1
      return notes.events.append(.open(element, id: id, inMain: inMain))
    }
    guard frames.count < depthLimit, overflow == 0 else {
      overflow += 1
      deepest = max(deepest, frames.count + overflow)
      if element == .hidden && hiddenOverflow > overflow { hiddenOverflow = overflow }
      return
    }
    deepest = max(deepest, frames.count + 1)
    var frame = FlowFrame(element: element, inheriting: frames.last)
    frame.id = id
    if inMain { frame.isInMain = true }
    prepare(&frame)
    frames.append(frame)
  }

  private mutating func prepare(_ frame: inout FlowFrame) {
    switch frame.element {
    case .inline: return
    case .field: space()
    case .unknown:
      if hasText { frame.element = .inline } else { closeBlock() }
    case .span: unstartedSpans += 1
    case .lineBreak: space()
    case .layoutBreak: layoutBreak()
    case .hidden: frame.isHidden = true
    case .metadata(let field): beginMetadata(field, &frame)
    case .commentAuthor:
      closeBlock()
      metadata.commentAuthorStart = blocks.count
    case .list(_, let start): openList(&frame, start: start)
    case .item(let ordinal): openItem(&frame, ordinal: ordinal)
    default:
      closeBlock()
      enter(&frame)
    }
  }

  /// Sets the role and counters that an element brings with it.
  private mutating func enter(_ frame: inout FlowFrame) {
    switch frame.element {
    case .quote: frame.setRole(.quotation)
    case .reference: frame.setRole(.reference)
    case .admonition(let kind): frame.setRole(.admonition(kind: kind))
    case .comment:
      frame.setRole(.comment(author: nil))
      commentCount += 1
      frame.comment = commentCount
    case .furniture: frame.setRole(.furniture)
    case .header: frame.isHeader = true
    case .section: frame.sectionDepth += 1
    case .article: headingStack.removeAll { $0.level > 1 }
    case .term: frame.parent = nil
    case .description: frame.parent = lastTerm
    case .table:
      frame.table = tableCount
      tableCount += 1
    case .row:
      if let table = frames.lastIndex(where: { $0.element == .table }) {
        frame.row = frames[table].nextRow
        frames[table].nextRow += 1
      }
    case .cell:
      if let row = frames.lastIndex(where: { $0.element == .row }) {
        frame.column = frames[row].nextColumn
        frames[row].nextColumn += 1
      }
    default: break
    }
  }

  private mutating func openList(_ frame: inout FlowFrame, start: Int) {
    closeBlock()
    frame.listDepth += 1
    frame.nextOrdinal = start
    if frame.listDepth > 1,
      let item = frames.last(where: { if case .item = $0.element { true } else { false } })?.firstBlock
    {
      frame.parent = item
    } else {
      frame.parent = introducer()
    }
  }

  private mutating func openItem(_ frame: inout FlowFrame, ordinal: Int?) {
    closeBlock()
    frame.parent = frames.last?.parent
    frame.item = nil
    guard let list = frames.lastIndex(where: { if case .list = $0.element { true } else { false } }) else { return }
    frame.parent = frames[list].parent
    if case .list(let ordered, _) = frames[list].element, ordered {
      let number = ordinal ?? frames[list].nextOrdinal
      frames[list].nextOrdinal = number + 1
      frame.element = .item(ordinal: number)
    }
  }

  /// Closes the innermost element.
  mutating func close() {
    if notes.depth > 0 {
      notes.depth -= 1
      return notes.events.append(.close)
    }
    if overflow > 0 {
      if overflow == hiddenOverflow { hiddenOverflow = Int.max }
      overflow -= 1
      return
    }
    guard let frame = frames.popLast() else { return }
    switch frame.element {
    case .inline, .lineBreak, .layoutBreak, .hidden: break
    case .field: space()
    case .span(let span): closeSpan(span, start: frame.spanStart)
    case .metadata(let field): endMetadata(field)
    case .commentAuthor: endCommentAuthor()
    default:
      closeBlock()
      handFirstBlockUp(frame)
    }
  }

  /// The first block of an item belongs to the item, however many elements stand between them.
  private mutating func handFirstBlockUp(_ frame: FlowFrame) {
    guard let first = frame.firstBlock, !frames.isEmpty else { return }
    if frames[frames.count - 1].firstBlock == nil { frames[frames.count - 1].firstBlock = first }
  }

  /// The name of a comment's writer holds for the rest of the comment and is no part of it.
  private mutating func endCommentAuthor() {
    closeBlock()
    guard let start = metadata.commentAuthorStart else { return }
    metadata.commentAuthorStart = nil
    var name: [UInt8] = []
    for index in start..<max(start, blocks.count) {
      blocks[index].role = .furniture
      name.append(contentsOf: text[blocks[index].range] + [0x20])
    }
    let trimmed = Self.collapsed(name)
    guard !trimmed.isEmpty, trimmed.utf8.count < 80, let comment = frames.lastIndex(where: { $0.element == .comment })
    else { return }
    for index in comment..<frames.count where frames[index].role.isComment {
      frames[index].role = .comment(author: trimmed)
    }
  }

  /// Whether the current block has any text.
  var hasText: Bool {
    guard let start = current?.start else { return false }
    return start < text.count
  }

  /// The heading, or the paragraph that ends with a colon or without a full stop, right before a list.
  private func introducer() -> Int? {
    guard let last = blocks.indices.last, blocks[last].role != .furniture else { return nil }
    return BlockShapes.introducesList(blocks[last], text: text) ? last : nil
  }
}

/// An open element.
struct FlowFrame {
  var element: FlowElement
  var id: String?
  var role: Block.Role = .body
  var isHidden = false
  var isHeader = false
  var isInMain = false
  var sectionDepth = 0
  /// The number of the comment around, 0 outside comments.
  var comment = 0
  var listDepth = 0
  var nextOrdinal = 1
  var table = 0
  var row = 0
  var column = 0
  var nextRow = 0
  var nextColumn = 0
  /// The first block within the element.
  var firstBlock: Int?
  /// The first block of the item around a nested list.
  var item: Int?
  /// What the blocks of a list or description hang under.
  var parent: Int?
  var spanStart: Int?

  init(element: FlowElement, inheriting outer: FlowFrame?) {
    self.element = element
    guard let outer else { return }
    role = outer.role
    isHidden = outer.isHidden
    isHeader = outer.isHeader
    isInMain = outer.isInMain
    sectionDepth = outer.sectionDepth
    comment = outer.comment
    listDepth = outer.listDepth
    table = outer.table
    row = outer.row
    column = outer.column
    parent = outer.parent
    if case .item = outer.element { item = outer.firstBlock } else { item = outer.item ?? outer.firstBlock }
  }

  /// Takes on a role, except that furniture stays furniture and a comment's boxes stay the comment's.
  mutating func setRole(_ new: Block.Role) {
    if role == .furniture { return }
    if case .admonition = new, role.isComment { return }
    role = new
  }
}

/// A block that text is being written to.
struct OpenBlock {
  var kind: Block.Kind
  var role: Block.Role
  var start: Int
  var parent: Int?
  var spans: [InlineSpan] = []
  var facts = BlockFacts()
  var keepsSpace = false
}

/// What the passes behind the parser need to know about a block.
struct BlockFacts {
  var isInMain = false
  var isInHeader = false
  /// Bytes of text within links.
  var linkedBytes = 0
  var comment = 0
  /// The ids around a footnote, innermost first.
  var ids: [String] = []
}

extension Block.Role {
  var isComment: Bool { if case .comment = self { true } else { false } }
}
