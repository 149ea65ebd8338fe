import ConceptModel

extension FlowBuilder {
  /// Text that stands in the source as it is; runs of white space become one blank.
  mutating func append(literal range: Range<Int>) {
    if notes.depth > 0 { return notes.events.append(.literal(range)) }
    if isTextHidden { return }
    if current?.keepsSpace ?? (openKeepsSpace) { return appendKept(literal: range) }
    var index = range.lowerBound
    let end = range.upperBound
    while index < end {
      let width = Self.spaceWidth(source, index, end)
      if width > 0 {
        note(space: source[index] == 0x20 ? .blank(source: index) : .other)
        index += width
        continue
      }
      let start = index
      index += 1
      while index < end, source[index] > 0x20, source[index] != 0xC2 || Self.spaceWidth(source, index, end) == 0 {
        index += 1
      }
      if metadata.divided != nil { joinDividedWord(before: source[start]) }
      beginText()
      runs.appendLiteral(text: text.count, length: index - start, source: start)
      text.append(contentsOf: source[start..<index])
    }
  }

  /// Text that stands for other bytes of the source: a decoded entity, for example.
  mutating func append(_ bytes: [UInt8], from range: Range<Int>) {
    if notes.depth > 0 { return notes.events.append(.bytes(bytes, range)) }
    if isTextHidden || bytes.isEmpty { return }
    let keeps = current?.keepsSpace ?? openKeepsSpace
    if !keeps, Self.spaceWidth(bytes, 0, bytes.count) == bytes.count { return note(space: .other) }
    if !keeps, bytes.contains(where: ASCII.isSpace) { return appendWords(bytes, from: range) }
    beginText()
    runs.appendOpaque(text: text.count, length: bytes.count, source: range.lowerBound, sourceLength: range.count)
    text.append(contentsOf: bytes)
  }

  /// Several words that stand for one stretch of the source.
  private mutating func appendWords(_ bytes: [UInt8], from range: Range<Int>) {
    var isFirst = true
    for word in bytes.split(omittingEmptySubsequences: false, whereSeparator: ASCII.isSpace) {
      if !isFirst { note(space: .other) }
      isFirst = false
      if word.isEmpty { continue }
      beginText()
      runs.appendOpaque(text: text.count, length: word.count, source: range.lowerBound, sourceLength: range.count)
      text.append(contentsOf: word)
    }
  }

  /// Text without a place in the source, such as a line end that a parser has normalised.
  mutating func appendUnmapped(_ bytes: [UInt8]) {
    if notes.depth > 0 || isTextHidden || bytes.isEmpty { return }
    let keeps = current?.keepsSpace ?? openKeepsSpace
    if Self.isSpace(bytes) {
      if !keeps { return note(space: .other) }
      if !hasText { return }
    }
    beginText()
    text.append(contentsOf: bytes)
  }

  private static func isSpace(_ bytes: [UInt8]) -> Bool { bytes.allSatisfy(ASCII.isSpace) }

  /// White space between words whose place does not matter.
  mutating func space() { if current?.keepsSpace != true { note(space: .other) } }

  private mutating func note(space: PendingSpace) {
    guard hasText else { return }
    pending = pending == .none ? space : .other
  }

  private mutating func appendKept(literal range: Range<Int>) {
    var lower = range.lowerBound
    // A code block begins behind its first line end.
    if !hasText, lower < range.upperBound, source[lower] == 0x0A { lower += 1 }
    if lower >= range.upperBound { return }
    beginText()
    runs.appendLiteral(text: text.count, length: range.upperBound - lower, source: lower)
    text.append(contentsOf: source[lower..<range.upperBound])
  }

  /// Opens a block if none is open, writes the space before the text and begins the spans.
  private mutating func beginText() {
    if current == nil { openBlock() }
    if pending != .none {
      if hasText {
        if case .blank(let offset) = pending { runs.appendLiteral(text: text.count, length: 1, source: offset) }
        text.append(0x20)
      }
      pending = .none
    }
    guard unstartedSpans > 0 else { return }
    unstartedSpans = 0
    for index in frames.indices {
      if case .span = frames[index].element, frames[index].spanStart == nil { frames[index].spanStart = text.count }
    }
  }

  /// A line end of the lay-out: a hyphen before it divides a word that goes on behind it.
  mutating func layoutBreak() {
    if hasText, pending == .none, text.count >= 2, text[text.count - 1] == 0x2D, ASCII.isLetter(text[text.count - 2]) {
      metadata.divided = text.count
    } else {
      space()
    }
  }

  /// Takes the hyphen of a divided word away when a small letter follows right behind the break.
  mutating func joinDividedWord(before next: UInt8?) {
    guard let at = metadata.divided else { return }
    metadata.divided = nil
    guard let next, ASCII.isLower(next), pending == .none, at == text.count else { return }
    guard let last = runs.last, last.isLiteral, last.textLength > 1 else { return }
    text.removeLast()
    runs[runs.count - 1].textLength -= 1
    runs[runs.count - 1].sourceLength -= 1
  }

  private var openKeepsSpace: Bool {
    for frame in frames.reversed() {
      switch frame.element {
      case .inline, .span, .field: continue
      case .code: return true
      default: return false
      }
    }
    return false
  }

  var isTextHidden: Bool {
    hiddenOverflow != Int.max || !frames.isEmpty && frames[frames.count - 1].isHidden
  }

  /// The length of the white space character at an index, 0 when there is none; U+00A0 and its like count.
  @inline(__always)
  static func spaceWidth(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int {
    let byte = bytes[index]
    if byte <= 0x20 { return 1 }
    if byte == 0xC2, index + 1 < end, bytes[index + 1] == 0xA0 || bytes[index + 1] == 0x85 { return 2 }
    return 0
  }
}
