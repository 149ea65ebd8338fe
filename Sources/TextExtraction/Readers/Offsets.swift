import ConceptModel

/// The way from the bytes of a document's text back to the bytes of its source.
///
/// Runs are in order of the text. A literal run has equal bytes on both sides; any other run (a decoded entity, a
/// character of another encoding) maps as a whole.
public struct OffsetMap: Sendable, Hashable {
  /// A stretch of text and the stretch of source it came from.
  public struct Run: Sendable, Hashable {
    public var text: UInt32
    public var textLength: UInt32
    public var source: UInt32
    public var sourceLength: UInt32
    /// Whether the bytes are the same on both sides.
    public var isLiteral: Bool { textLength == sourceLength }
    public init(text: Int, textLength: Int, source: Int, sourceLength: Int) {
      self.text = UInt32(text)
      self.textLength = UInt32(textLength)
      self.source = UInt32(source)
      self.sourceLength = UInt32(sourceLength)
    }
  }

  public var runs: [Run]

  public init(runs: [Run] = []) { self.runs = runs }

  /// The map of a text that is its source, byte for byte.
  public static func identity(count: Int) -> OffsetMap {
    OffsetMap(runs: count == 0 ? [] : [Run(text: 0, textLength: count, source: 0, sourceLength: count)])
  }

  /// The source bytes from the first to the last byte of a text range; mark-up between them is included.
  public func sourceRange(of range: Range<Int>) -> Range<Int> {
    guard !runs.isEmpty else { return 0..<0 }
    let first = runs[runIndex(atOrAfter: range.lowerBound)]
    let offset = max(0, range.lowerBound - Int(first.text))
    let start = Int(first.source) + (first.isLiteral ? offset : 0)
    if range.isEmpty { return start..<start }
    let last = runs[runIndex(atOrBefore: range.upperBound - 1)]
    let length = min(range.upperBound - Int(last.text), Int(last.textLength))
    let end = Int(last.source) + (last.isLiteral ? length : Int(last.sourceLength))
    return start..<max(start, end)
  }

  private func runIndex(atOrAfter offset: Int) -> Int {
    let index = runIndex(atOrBefore: offset)
    let run = runs[index]
    return offset >= Int(run.text) + Int(run.textLength) && index + 1 < runs.count ? index + 1 : index
  }

  private func runIndex(atOrBefore offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if Int(runs[middle].text) <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }
}

/// The byte offsets at which the lines of a source begin.
public struct LineIndex: Sendable, Hashable {
  public var starts: [UInt32]

  /// Indexes a source; `\n`, `\r\n` and a lone `\r` end a line.
  public init(_ source: [UInt8]) {
    starts = [0]
    var index = 0
    while index < source.count {
      let byte = source[index]
      index += 1
      if byte == 0x0A || byte == 0x0D && !(index < source.count && source[index] == 0x0A) {
        starts.append(UInt32(index))
      }
    }
  }

  /// The line from 1 of a byte offset, and the offset of the line's first byte.
  public func line(at offset: Int) -> (number: Int, start: Int) {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    return (low, Int(starts[low - 1]))
  }
}
