import ConceptModel

/// Reads RDF 1.1 N-Triples and N-Quads as a stream.
///
/// Every rule of the two grammars is checked, IRIs must be absolute, and the first error ends the reading.
public enum NQuadsReader {
  /// Calls `body` with the statements of an input in their order, thousands at a time.
  ///
  /// - Parameter allowsGraphs: whether a fourth term may name a graph, as in N-Quads.
  /// - Throws: a diagnostic with line and column at the first place that is not N-Triples (or N-Quads).
  public static func read(
    _ source: ByteSource, allowsGraphs: Bool, body: (StatementBatch) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    var chunks = LineChunks(source)
    var lines: LineCounter?
    while let piece = try chunks.next() {
      var parser = NQuadsParser(
        piece: piece, isASCII: chunks.isASCII, lines: lines ?? LineCounter(hasMark: chunks.hasMark),
        allowsGraphs: allowsGraphs, file: source.name)
      try parser.parseLines()
      lines = parser.lines
      try body(parser.batch)
    }
  }
}

/// Parses the lines of one piece; terms without escapes are slices of the piece itself.
struct NQuadsParser {
  /// The batch under construction; its bytes are the piece, followed by the terms that had escapes.
  private(set) var batch = StatementBatch()
  private(set) var lines: LineCounter
  private let end: Int
  private let isASCII: Bool
  private let allowsGraphs: Bool
  private let file: String
  var offset = 0

  init(piece: [UInt8], isASCII: Bool, lines: LineCounter, allowsGraphs: Bool, file: String) {
    batch.bytes = piece
    batch.statements.reserveCapacity(piece.count / 80)
    end = piece.count
    self.isASCII = isASCII
    self.lines = lines
    self.allowsGraphs = allowsGraphs
    self.file = file
  }

  mutating func parseLines() throws(Diagnostic) {
    while offset < end {
      lines.begin(at: offset, in: batch.bytes, isASCII: isASCII, marks: &batch.marks)
      try parseLine()
    }
    lines.finish(end, in: batch.bytes, isASCII: isASCII)
  }

  /// The byte at the present place; a line end behind the last.
  @inline(__always) var current: UInt8 { offset < end ? batch.bytes[offset] : 0x0A }

  @inline(__always) mutating func skipSpace() {
    while current == 0x20 || current == 0x09 { offset += 1 }
  }

  private mutating func parseLine() throws(Diagnostic) {
    skipSpace()
    if !isLineEnd(current) && current != UInt8(ascii: "#") { try parseStatement() }
    skipSpace()
    if current == UInt8(ascii: "#") { while !isLineEnd(current) { offset += 1 } }
    guard isLineEnd(current) else { throw failure("a statement ends with its line", "put the next one on a new line") }
    if current == 0x0D && offset + 1 < end && batch.bytes[offset + 1] == 0x0A { offset += 1 }
    offset += 1
  }

  @inline(__always) private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private mutating func parseStatement() throws(Diagnostic) {
    let subject = try parseResource("a subject")
    skipSpace()
    guard current == UInt8(ascii: "<") else {
      throw failure("the predicate must be an IRI", "write it as <https://…>")
    }
    let predicate = try parseIRI()
    skipSpace()
    var annotation = StatementBatch.Slice.none
    var object = (slice: StatementBatch.Slice.none, kind: StatementBatch.TermKind.literal)
    if current == UInt8(ascii: "\"") {
      object.slice = try parseString()
      annotation = try parseAnnotation()
    } else {
      object = try parseResource("an object")
    }
    skipSpace()
    var graph = (slice: StatementBatch.Slice.none, kind: StatementBatch.TermKind.iri)
    if allowsGraphs && current != UInt8(ascii: ".") {
      graph = try parseResource("a graph or \".\"")
      skipSpace()
    }
    guard current == UInt8(ascii: ".") else { throw failure("\".\" is missing", "a statement ends with \" .\"") }
    offset += 1
    batch.statements.append(
      StatementBatch.Statement(
        subject: subject.slice, subjectKind: subject.kind, predicate: predicate, predicateKind: .iri,
        object: object.slice, objectKind: object.kind, annotation: annotation, graph: graph.slice,
        graphKind: graph.kind, line: lines.line))
  }

  private mutating func parseResource(
    _ what: String
  ) throws(Diagnostic) -> (slice: StatementBatch.Slice, kind: StatementBatch.TermKind) {
    switch current {
    case UInt8(ascii: "<"): return (try parseIRI(), .iri)
    case UInt8(ascii: "_"): return (try parseBlankNode(), .blankNode)
    default: throw failure("\(what) is missing", "write <https://…> or _:name")
    }
  }

  /// A failure at the present place, or at an offset of the piece.
  func failure(_ message: String, _ hint: String, at place: Int? = nil) -> Diagnostic {
    var lineEnd = lines.start
    while lineEnd < end, !isLineEnd(batch.bytes[lineEnd]) { lineEnd += 1 }
    let line = batch.bytes[lines.start..<lineEnd]
    let place = min(place ?? offset, lineEnd)
    let column = batch.bytes[lines.start..<place].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    return Diagnostic(
      code: "syntax", message: message, file: file,
      place: .init(line: lines.line, column: column, length: 1, source: String(decoding: line, as: UTF8.self)),
      hint: hint)
  }

  /// Begins a term with escapes behind the piece: copies what was read of it so far.
  mutating func beginDecoded(_ range: Range<Int>) -> Int {
    let start = batch.bytes.count
    // One by one: appending a slice of the array to itself would copy the whole of it.
    for index in range { batch.bytes.append(batch.bytes[index]) }
    return start
  }

  mutating func appendDecoded(_ byte: UInt8) { batch.bytes.append(byte) }

  mutating func appendDecoded(_ scalar: Unicode.Scalar) {
    batch.bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
  }

  func decoded(from start: Int) -> StatementBatch.Slice { .init(start: start, count: batch.bytes.count - start) }

  func byte(_ offset: Int) -> UInt8 { offset < end ? batch.bytes[offset] : 0x0A }
}
