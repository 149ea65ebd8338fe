import ConceptModel

extension FlowBuilder {
  /// Opens the block that the open elements call for.
  mutating func openBlock() {
    if !text.isEmpty { text.append(contentsOf: [0x0A, 0x0A]) }
    let top = frames.last
    var block = OpenBlock(kind: .paragraph, role: top?.role ?? .body, start: text.count)
    block.facts.isInMain = top?.isInMain ?? false
    block.facts.isInHeader = top?.isHeader ?? false
    block.facts.comment = top?.comment ?? 0
    shape(&block)
    pending = .none
    current = block
  }

  /// Finds kind and parent: the innermost element that decides on them.
  private func shape(_ block: inout OpenBlock) {
    for index in frames.indices.reversed() {
      let frame = frames[index]
      let first = firstBlock(within: index)
      switch frame.element {
      case .heading(let level): block.kind = .heading(level: level > 0 ? level : frame.sectionDepth + 1)
      case .code: (block.kind, block.keepsSpace) = (.code, true)
      case .displayMath: block.kind = .math
      case .caption: block.kind = .caption
      case .term: block.kind = .definitionTerm
      case .description:
        if first == nil { block.kind = .definitionDescription }
        block.parent = first ?? frame.parent
      case .cell(let isHeader):
        block.kind = .tableCell(table: frame.table, row: frame.row, column: frame.column, isHeader: isHeader)
      case .item(let ordinal):
        if first == nil { block.kind = .listItem(depth: max(1, frame.listDepth), ordinal: ordinal) }
        block.parent = first ?? frame.parent
      case .footnote(let label, let id):
        if first == nil { block.kind = .footnote(label: label ?? id ?? "") }
        block.parent = first
        block.facts.ids = frames[...index].reversed().compactMap(\.id)
      default: continue
      }
      return
    }
  }

  /// The first block that was written within a frame or an element below it that is still open.
  private func firstBlock(within index: Int) -> Int? {
    for frame in frames[index...] { if let first = frame.firstBlock { return first } }
    return nil
  }

  /// Ends the current block; one without text leaves no trace.
  mutating func closeBlock() {
    pending = .none
    guard var block = current else { return }
    current = nil
    for index in frames.indices {
      guard case .span(let span) = frames[index].element else { continue }
      if let start = frames[index].spanStart { addSpan(span, from: start, to: text.count, in: &block) }
      frames[index].spanStart = nil
      unstartedSpans += 1
    }
    if block.keepsSpace {
      trimEnd(to: block.start)
      // The colours of a listing say nothing about its text.
      block.spans.removeAll()
    }
    guard text.count > block.start else { return removeSeparator() }
    let index = blocks.count
    var finished = Block(
      kind: block.kind, role: block.role, range: block.start..<text.count,
      headings: headingStack.map(\.block), parent: block.parent, spans: sortedSpans(block.spans))
    if case .heading(let level) = block.kind { place(&finished, level: level, at: index) }
    blocks.append(finished)
    facts.append(block.facts)
    noteFirstBlock(index)
    if block.kind == .definitionTerm { lastTerm = index }
    replayNotes(under: index)
  }

  private mutating func place(_ block: inout Block, level: Int, at index: Int) {
    guard block.role != .furniture else { return }
    headingStack.removeAll { $0.level >= level }
    block.headings = headingStack.map(\.block)
    headingStack.append((level, index))
  }

  private mutating func noteFirstBlock(_ index: Int) {
    guard !frames.isEmpty, frames[frames.count - 1].firstBlock == nil else { return }
    frames[frames.count - 1].firstBlock = index
    // The item around a paragraph has its first block at once, so that a nested list finds it.
    var at = frames.count - 1
    while at > 0 {
      switch frames[at].element {
      case .item, .description, .footnote, .list, .cell, .table: return
      default: break
      }
      at -= 1
      if frames[at].firstBlock != nil { return }
      frames[at].firstBlock = index
    }
  }

  private mutating func trimEnd(to start: Int) {
    while text.count > start, ASCII.isSpace(text[text.count - 1]) {
      text.removeLast()
      guard let last = runs.last, Int(last.text) + Int(last.textLength) > text.count else { continue }
      if last.isLiteral, last.textLength > 1 {
        runs[runs.count - 1].textLength -= 1
        runs[runs.count - 1].sourceLength -= 1
      } else {
        runs.removeLast()
      }
    }
  }

  private mutating func removeSeparator() {
    while let last = text.last, last == 0x0A { text.removeLast() }
  }

  private func sortedSpans(_ spans: [InlineSpan]) -> [InlineSpan] {
    spans.enumerated().sorted {
      ($0.element.range.lowerBound, -$0.element.range.upperBound, $0.offset)
        < ($1.element.range.lowerBound, -$1.element.range.upperBound, $1.offset)
    }.map(\.element)
  }

  // MARK: Spans

  /// Ends a span; one without text is dropped.
  mutating func closeSpan(_ span: SpanElement, start: Int?) {
    guard let start else {
      unstartedSpans = max(0, unstartedSpans - 1)
      return
    }
    guard var block = current else { return }
    // Taken out while it changes: a second owner would copy all its spans.
    current = nil
    addSpan(span, from: start, to: text.count, in: &block)
    current = block
  }

  private mutating func addSpan(_ span: SpanElement, from start: Int, to end: Int, in block: inout OpenBlock) {
    guard end > start else { return }
    block.spans.append(InlineSpan(kind: kind(of: span, text: text[start..<end]), range: start..<end))
    if case .link = span { block.facts.linkedBytes += end - start }
    if case .footnoteMark(_, let target?) = span, case .footnoteMark(let label) = block.spans.last?.kind {
      markTargets[target] = label
    }
  }

  private func kind(of span: SpanElement, text: ArraySlice<UInt8>) -> InlineSpan.Kind {
    switch span {
    case .emphasis: .emphasis
    case .strong: .strong
    case .code: .code
    case .math: .math
    case .defined: .defined
    case .citation: .citation
    case .quotation: .quotation
    case .deleted: .deleted
    case .abbreviation(let expansion): .abbreviation(expansion: expansion)
    case .link(let target): .link(target: target)
    case .footnoteMark(let label, _): .footnoteMark(label: label ?? Self.markLabel(text))
    }
  }

  /// The label of a mark without brackets: `[2]` and `²`'s mark-up `2` both carry `2`.
  static func markLabel(_ text: ArraySlice<UInt8>) -> String {
    let bytes = text.filter { !ASCII.isSpace($0) && ![0x5B, 0x5D, 0x28, 0x29, 0x5E].contains($0) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
