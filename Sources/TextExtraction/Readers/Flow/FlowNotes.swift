import ConceptModel

/// What a parser said within a note in the middle of a sentence, kept until the block around it ends.
enum FlowEvent {
  case open(FlowElement, id: String?, inMain: Bool)
  case close
  case literal(Range<Int>)
  case bytes([UInt8], Range<Int>)
}

/// The notes that wait for the end of the block that they stand in.
struct WaitingNotes {
  var events: [FlowEvent] = []
  /// The open elements within the note that is being recorded.
  var depth = 0
  var isReplaying = false
}

extension FlowBuilder {
  /// Whether an element begins a note in the middle of a sentence.
  func beginsInlineNote(_ element: FlowElement) -> Bool {
    guard case .footnote = element, hasText, !notes.isReplaying else { return false }
    return frames.contains { if case .paragraph = $0.element { true } else { $0.element == .item(ordinal: nil) } }
  }

  /// Writes the notes that stood within a block behind it; they hang under that block.
  mutating func replayNotes(under block: Int) {
    guard !notes.events.isEmpty, notes.depth == 0, !notes.isReplaying else { return }
    let events = notes.events
    notes.events = []
    notes.isReplaying = true
    let saved = (frames, unstartedSpans, pending)
    var root = FlowFrame(element: .block, inheriting: frames.last)
    root.parent = nil
    root.item = nil
    frames = [root]
    unstartedSpans = 0
    for event in events {
      switch event {
      case .open(let element, let id, let inMain): open(element, id: id, inMain: inMain)
      case .close: close()
      case .literal(let range): append(literal: range)
      case .bytes(let bytes, let range): append(bytes, from: range)
      }
    }
    closeBlock()
    (frames, unstartedSpans, pending) = saved
    notes.isReplaying = false
    for index in (block + 1)..<max(block + 1, blocks.count) where blocks[index].parent == nil {
      blocks[index].parent = block
    }
  }
}
