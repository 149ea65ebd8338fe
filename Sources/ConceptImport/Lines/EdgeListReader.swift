import ConceptModel

/// Reads edge lists: delimited text whose header names `subject`, `relation`, `object` and, where they are given,
/// `confidence`, `source` and `quote`.
///
/// Subjects and objects are labels of concepts, or IRIs with a scheme and `//`, or in angle brackets. Relations are
/// names or signs of the relation list; other names are added to it.
public enum EdgeListReader {
  private static let batchSize = 4096

  /// Calls `body` with the statements of an input in their order, thousands at a time.
  ///
  /// - Throws: a diagnostic with line and column at the first record that is not as the header says.
  public static func read(
    _ source: ByteSource, delimiter: UInt8 = UInt8(ascii: ","), body: (StatementBatch) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    var records = DelimitedRecords(source, delimiter: delimiter)
    guard let first = try records.next() else {
      throw Diagnostic(
        code: "no-header", message: "the edge list is empty", file: source.name,
        hint: "its first line must be a header: subject,relation,object")
    }
    let header = try EdgeListHeader(first, file: source.name)
    var batch = StatementBatch()
    while let record = try records.next() {
      let row = try header.row(of: record)
      batch.append(row.subject, row.relation, row.object, line: record.line, note: row.note)
      if batch.statements.count >= batchSize {
        swap(&batch.marks, &records.marks)
        try body(batch)
        batch = StatementBatch()
        records.marks = []
      }
    }
    batch.marks = records.marks
    try body(batch)
  }
}

/// Which field of a record is what.
struct EdgeListHeader {
  /// A record taken apart.
  struct Row {
    var subject: ImportedTerm
    var relation: ImportedTerm
    var object: ImportedTerm
    var note: StatementBatch.Note?
  }

  private let file: String
  private let count: Int
  private let subject: Int
  private let relation: Int
  private let object: Int
  private let confidence: Int?
  private let source: Int?
  private let quote: Int?

  init(_ record: DelimitedRecords.Record, file: String) throws(Diagnostic) {
    self.file = file
    count = record.fields.count
    let names = record.fields.map { LabelKey.folded($0) }
    func required(_ name: String) throws(Diagnostic) -> Int {
      guard let index = names.firstIndex(of: name) else {
        throw Diagnostic(
          code: "no-header", message: "the header has no column \"\(name)\"", file: file,
          place: .init(
            line: record.line, column: 1, length: max(1, record.source.unicodeScalars.count), source: record.source),
          hint: "the first line must name subject,relation,object and may name confidence,source,quote")
      }
      return index
    }
    subject = try required("subject")
    relation = try required("relation")
    object = try required("object")
    confidence = names.firstIndex(of: "confidence")
    source = names.firstIndex(of: "source")
    quote = names.firstIndex(of: "quote")
  }

  func row(of record: DelimitedRecords.Record) throws(Diagnostic) -> Row {
    guard record.fields.count == count else {
      throw failure(
        record, min(record.fields.count, count) - 1,
        "the line has \(record.fields.count) fields and the header \(count)",
        "put a field that holds a comma in quotation marks")
    }
    return Row(
      subject: try term(record, subject, "subject"), relation: try relationTerm(record),
      object: try term(record, object, "object"), note: try note(record))
  }

  private func term(_ record: DelimitedRecords.Record, _ index: Int, _ what: String) throws(Diagnostic) -> ImportedTerm
  {
    let text = Self.trimmed(record.fields[index])
    guard !text.isEmpty else { throw failure(record, index, "the \(what) is empty", "give it a name or an IRI") }
    return Self.iri(text).map(ImportedTerm.iri) ?? .label(text)
  }

  private func relationTerm(_ record: DelimitedRecords.Record) throws(Diagnostic) -> ImportedTerm {
    let term = try term(record, relation, "relation")
    guard case .label(let text) = term else { return term }
    if let known = Relation.builtIn.first(where: { $0.sign == text }) { return .label(known.name) }
    let name = text.split(whereSeparator: { $0 == " " || $0 == "_" }).joined(separator: "-").lowercased()
    return .label(name.isEmpty ? text : name)
  }

  private func note(_ record: DelimitedRecords.Record) throws(Diagnostic) -> StatementBatch.Note? {
    var note = StatementBatch.Note()
    if let index = confidence, case let text = Self.trimmed(record.fields[index]), !text.isEmpty {
      guard let value = Double(text), (0...1).contains(value) else {
        throw failure(record, index, "the confidence \"\(text)\" is no number from 0 to 1", "write it like 0.8")
      }
      note.confidence = value
    }
    if let index = source, case let text = Self.trimmed(record.fields[index]), !text.isEmpty { note.source = text }
    if let index = quote, !record.fields[index].isEmpty { note.quote = record.fields[index] }
    return note == StatementBatch.Note() ? nil : note
  }

  private static func iri(_ text: String) -> String? {
    if text.hasPrefix("<"), text.hasSuffix(">"), text.contains(":") { return String(text.dropFirst().dropLast()) }
    guard let colon = text.firstIndex(of: ":"), !text.utf8.contains(0x20) else { return nil }
    return text[colon...].hasPrefix("://") || text.hasPrefix("urn:") ? text : nil
  }

  private static func trimmed(_ text: String) -> String {
    let space: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !space($0) }), let last = scalars.lastIndex(where: { !space($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  private func failure(
    _ record: DelimitedRecords.Record, _ index: Int, _ message: String, _ hint: String
  ) -> Diagnostic {
    let column = record.columns.indices.contains(index) ? record.columns[index] : 1
    return Diagnostic(
      code: "bad-record", message: message, file: file,
      place: .init(
        line: record.line, column: column, length: max(1, record.fields[max(0, index)].unicodeScalars.count),
        source: record.source), hint: hint)
  }
}
