import ConceptModel

/// A stretch of Unicode scalars of a query or notation file, `lower..<upper`.
///
/// Spans do not take part in the equality of syntax trees: two trees are equal when they say the same.
public struct Span: Hashable, Sendable {
  public var lower: Int
  public var upper: Int

  public init(_ lower: Int, _ upper: Int) {
    self.lower = lower
    self.upper = upper
  }

  /// The stretch from the beginning of this span to the end of another.
  public func through(_ other: Span) -> Span { Span(min(lower, other.lower), max(upper, other.upper)) }

  /// Always true, so that derived equality of syntax trees ignores places.
  public static func == (a: Span, b: Span) -> Bool { true }
  public func hash(into hasher: inout Hasher) {}
}

/// A query or notation file as Unicode scalars, with the way back to bytes, lines and columns.
struct NotationText: Sendable {
  let file: String?
  let scalars: [Unicode.Scalar]
  /// The byte offset of every scalar, and of the end.
  let byteOffsets: [Int]
  /// The scalar at which every line starts.
  let lineStarts: [Int]
  /// The byte offsets of sequences that are not UTF-8; each was read as U+FFFD.
  let badBytes: [Int]

  init(bytes: [UInt8], file: String?) {
    self.file = file
    var scalars: [Unicode.Scalar] = []
    var offsets: [Int] = []
    var bad: [Int] = []
    scalars.reserveCapacity(bytes.count)
    offsets.reserveCapacity(bytes.count + 1)
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    decoding: while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded):
        scalars.append(Unicode.UTF8.decode(encoded))
        offsets.append(offset)
        offset += encoded.count
      case .error(let length):
        scalars.append("\u{FFFD}")
        offsets.append(offset)
        bad.append(offset)
        offset += length
      case .emptyInput: break decoding
      }
    }
    offsets.append(offset)
    self.scalars = scalars
    byteOffsets = offsets
    badBytes = bad
    lineStarts = NotationText.lineStarts(in: scalars)
  }

  init(_ text: String, file: String?) { self.init(bytes: Array(text.utf8), file: file) }

  private static func lineStarts(in scalars: [Unicode.Scalar]) -> [Int] {
    var starts = [0]
    for (index, scalar) in scalars.enumerated() {
      let endsLine =
        scalar == "\n" || scalar == "\r" && !(index + 1 < scalars.count && scalars[index + 1] == "\n")
      if endsLine { starts.append(index + 1) }
    }
    return starts
  }

  /// The line (from 0) that a scalar stands in.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  /// The number of scalars of a line without its end.
  func lineLength(_ line: Int) -> Int {
    let start = lineStarts[line]
    var end = line + 1 < lineStarts.count ? lineStarts[line + 1] : scalars.count
    while end > start, scalars[end - 1] == "\n" || scalars[end - 1] == "\r" { end -= 1 }
    return end - start
  }

  /// The line without its end.
  func lineText(_ line: Int) -> String { text(Span(lineStarts[line], lineStarts[line] + lineLength(line))) }

  func text(_ span: Span) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[max(0, span.lower)..<min(scalars.count, span.upper)])
    return String(view)
  }

  /// The place of a span for a diagnostic; what runs over the end of the line is cut off.
  func place(_ span: Span) -> Diagnostic.Place {
    let number = line(at: min(span.lower, scalars.count))
    let start = lineStarts[number]
    let column = span.lower - start + 1
    let width = lineLength(number)
    let length = max(1, min(span.upper - span.lower, width - (span.lower - start)))
    // A very long line is shown as its beginning, and not at all when the place is further on.
    let source = width <= 400 ? lineText(number) : column <= 300 ? text(Span(start, start + 400)) : ""
    return Diagnostic.Place(line: number + 1, column: column, length: min(length, 400), source: source)
  }

  /// An error at a span.
  func diagnostic(
    _ code: String, _ message: String, at span: Span, hint: String? = nil, choices: [Diagnostic.Choice] = []
  ) -> Diagnostic {
    Diagnostic(.error, code: code, message: message, file: file, place: place(span), hint: hint, choices: choices)
  }
}
