import ConceptModel

/// Reads records of delimited text (RFC 4180) one after the other: quoted fields may hold delimiters, line ends and
/// doubled quotation marks.
struct DelimitedRecords {
  /// One record with the place of each of its fields.
  struct Record {
    var fields: [String] = []
    /// The line on which the record begins.
    var line = 0
    /// The columns, in scalars from 1 on their own line, at which the fields begin.
    var columns: [Int] = []
    /// The text of the record's first line.
    var source = ""
  }

  private var chunks: LineChunks
  private var piece: [UInt8] = []
  private var offset = 0
  private var lines: LineCounter?
  private let delimiter: UInt8
  /// The marks of the lines read since they were taken last.
  var marks: [StatementBatch.LineMark] = []

  init(_ source: ByteSource, delimiter: UInt8) {
    chunks = LineChunks(source)
    self.delimiter = delimiter
  }

  /// The next record that is not an empty line; nil at the end.
  mutating func next() throws(Diagnostic) -> Record? {
    while true {
      if offset >= piece.count {
        guard try refill(keepingFrom: piece.count) else { return nil }
      }
      let start = offset
      let counter = lines
      let markCount = marks.count
      if let record = try parse() {
        if record.fields == [""] { continue }
        return record
      }
      // The record goes on behind the piece: once more from its beginning with a longer one.
      offset = start
      lines = counter
      marks.removeSubrange(markCount...)
      guard try refill(keepingFrom: start) else { return nil }
    }
  }

  private mutating func refill(keepingFrom start: Int) throws(Diagnostic) -> Bool {
    lines?.finish(start, in: piece, isASCII: chunks.isASCII)
    guard let next = try chunks.next(after: piece[start...]) else { return false }
    if lines == nil { lines = LineCounter(hasMark: chunks.hasMark) }
    piece = next
    offset = 0
    return true
  }

  /// Parses one record; nil when its end does not lie in the piece.
  private mutating func parse() throws(Diagnostic) -> Record? {
    begin(at: offset)
    let start = offset
    var record = Record(line: lines?.line ?? 1)
    while true {
      record.columns.append(column(of: offset))
      let field: String?
      if offset < piece.count && piece[offset] == UInt8(ascii: "\"") {
        field = try quotedField(record, start)
      } else {
        field = bareField()
      }
      guard let field else { return nil }
      record.fields.append(field)
      guard offset < piece.count, piece[offset] == delimiter else { break }
      offset += 1
    }
    if offset < piece.count {
      guard isLineEnd(piece[offset]) else {
        throw failure("a quotation mark closes before the end of its field", "double it inside a field", record, start)
      }
      offset += piece[offset] == 0x0D && offset + 1 < piece.count && piece[offset + 1] == 0x0A ? 2 : 1
    }
    record.source = firstLine(from: start)
    return record
  }

  private mutating func begin(at offset: Int) {
    lines?.begin(at: offset, in: piece, isASCII: chunks.isASCII, marks: &marks)
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private mutating func bareField() -> String? {
    let start = offset
    while offset < piece.count, piece[offset] != delimiter, !isLineEnd(piece[offset]) { offset += 1 }
    return String(decoding: piece[start..<offset], as: UTF8.self)
  }

  private mutating func quotedField(_ record: Record, _ start: Int) throws(Diagnostic) -> String? {
    var bytes: [UInt8] = []
    offset += 1
    while offset < piece.count {
      let byte = piece[offset]
      offset += 1
      if byte == UInt8(ascii: "\"") {
        guard offset < piece.count, piece[offset] == byte else { return String(decoding: bytes, as: UTF8.self) }
        offset += 1
      } else if byte == 0x0A || byte == 0x0D && !(offset < piece.count && piece[offset] == 0x0A) {
        begin(at: offset)
      }
      bytes.append(byte)
    }
    guard !chunks.isLast else {
      throw failure("the closing quotation mark of a field is missing", "put \" at its end", record, start)
    }
    return nil
  }

  private func column(of offset: Int) -> Int {
    piece[(lines?.start ?? 0)..<offset].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  private func firstLine(from start: Int) -> String {
    let end = piece[start...].firstIndex(where: isLineEnd) ?? piece.count
    return String(decoding: piece[start..<end], as: UTF8.self)
  }

  private func failure(_ message: String, _ hint: String, _ record: Record, _ start: Int) -> Diagnostic {
    Diagnostic(
      code: "syntax", message: message, file: chunks.source.name,
      place: .init(
        line: record.line, column: record.columns.last ?? 1, length: 1, source: firstLine(from: start)), hint: hint)
  }
}
