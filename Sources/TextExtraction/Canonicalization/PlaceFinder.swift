import ConceptModel

/// Turns byte ranges of a document's text into places and passages.
struct PlaceFinder {
  private let document: Document
  /// Code points before every 256th byte of the text.
  private let checkpoints: [UInt32]
  private let isIdentity: Bool
  private let headingIndex: [Int: UInt32]
  /// The distinct heading paths in block order; the first one is empty.
  let headingPaths: [[String]]
  private let blockStarts: [Int]

  private static let stride = 256

  init(_ document: Document) {
    self.document = document
    var marks: [UInt32] = []
    marks.reserveCapacity(document.text.count / Self.stride + 1)
    var count: UInt32 = 0
    for (offset, byte) in document.text.enumerated() {
      if offset % Self.stride == 0 { marks.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    marks.append(count)
    checkpoints = marks
    isIdentity = document.offsets == .identity(count: document.text.count)
    var paths: [[String]] = [[]]
    var known: [[String]: UInt32] = [[]: 0]
    var index: [Int: UInt32] = [:]
    for (number, block) in document.blocks.enumerated() where !block.headings.isEmpty {
      let path = block.headings.map { heading in
        String(decoding: document.text[document.blocks[heading].range], as: UTF8.self)
      }
      if let existing = known[path] {
        index[number] = existing
      } else {
        known[path] = UInt32(paths.count)
        index[number] = UInt32(paths.count)
        paths.append(path)
      }
    }
    headingPaths = paths
    headingIndex = index
    blockStarts = document.blocks.map(\.range.lowerBound)
  }

  /// The number of code points before a byte offset of the text.
  func scalarOffset(_ byte: Int) -> Int {
    let mark = min(byte / Self.stride, checkpoints.count - 1)
    var count = Int(checkpoints[mark])
    var index = mark * Self.stride
    while index < byte, index < document.text.count {
      if document.text[index] & 0xC0 != 0x80 { count += 1 }
      index += 1
    }
    return count
  }

  /// The place of a byte range of the text.
  func place(_ range: Range<Int>) -> Place {
    let source = document.offsets.sourceRange(of: range)
    let line = document.sourceLines.line(at: source.lowerBound)
    // In sources with mark-up the column counts bytes: the source itself is not kept.
    let column =
      isIdentity ? scalarOffset(source.lowerBound) - scalarOffset(line.start) + 1 : source.lowerBound - line.start + 1
    return Place(
      start: UInt32(scalarOffset(range.lowerBound)), end: UInt32(scalarOffset(range.upperBound)),
      sourceStart: UInt32(source.lowerBound), sourceEnd: UInt32(source.upperBound), line: UInt32(line.number),
      column: UInt32(column), headings: headingIndex[block(at: range.lowerBound)] ?? 0)
  }

  /// The passage of a byte range of the text, without white space at its ends.
  func passage(_ range: Range<Int>) -> LocalPassage {
    let trimmed = trim(range)
    return LocalPassage(quote: string(trimmed), place: place(trimmed))
  }

  /// The text of a byte range.
  func string(_ range: Range<Int>) -> String { String(decoding: document.text[range], as: UTF8.self) }

  /// The range without white space at its ends.
  func trim(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }
    while low < high, isSpace(document.text[low]) { low += 1 }
    while high > low, isSpace(document.text[high - 1]) { high -= 1 }
    return low..<high
  }

  private func block(at byte: Int) -> Int {
    var low = 0
    var high = blockStarts.count
    while low < high {
      let middle = (low + high) / 2
      if blockStarts[middle] <= byte { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}
