import ConceptModel

/// Reads the tables of the corpus back into values.
///
/// Names are read as they are needed, so that reading one assertion costs a few rows of the file and not all of it.
final class CorpusReader {
  let connection: Connection
  private let sourceName: LazyStatement
  private let nodeName: LazyStatement
  private let headingPath: LazyStatement
  private let passageRow: LazyStatement
  private var sources: [Int: DocumentID] = [:]
  private var headings: [Int: [String]] = [:]

  init(_ connection: Connection) {
    self.connection = connection
    sourceName = LazyStatement(connection, "SELECT id FROM source WHERE n = ?")
    nodeName = LazyStatement(connection, "SELECT id FROM node WHERE n = ?")
    headingPath = LazyStatement(connection, "SELECT path FROM heading WHERE n = ?")
    passageRow = LazyStatement(
      connection,
      """
      SELECT source, quote, start, "end", byte_start, byte_end, line, "column", heading FROM passage WHERE id = ?
      """)
  }

  func source(_ number: Int) throws(Diagnostic) -> DocumentID {
    if let known = sources[number] { return known }
    let id = DocumentID(try text(in: sourceName, number))
    sources[number] = id
    return id
  }

  func node(_ number: Int) throws(Diagnostic) -> ConceptID { ConceptID(try text(in: nodeName, number)) }

  private func heading(_ number: Int) throws(Diagnostic) -> [String] {
    if let known = headings[number] { return known }
    let path = ListCoding.strings(try text(in: headingPath, number))
    headings[number] = path
    return path
  }

  private func text(in statement: LazyStatement, _ number: Int) throws(Diagnostic) -> String {
    let kept = try statement.ready()
    kept.row.bind(number, at: 1)
    defer { kept.row.reset() }
    return try kept.row.step() ? kept.row.text(0) : ""
  }

  func sourceList(_ text: String) throws(Diagnostic) -> [DocumentID] {
    var result: [DocumentID] = []
    for number in ListCoding.numbers(text) { result.append(try source(number)) }
    return result
  }

  func nodeList(_ text: String) throws(Diagnostic) -> [ConceptID] {
    var result: [ConceptID] = []
    for number in ListCoding.numbers(text) { result.append(try node(number)) }
    return result
  }

  func passage(_ id: Int) throws(Diagnostic) -> Evidence {
    let kept = try passageRow.ready()
    kept.row.bind(id, at: 1)
    defer { kept.row.reset() }
    guard try kept.row.step() else {
      throw StoreFailure.corrupt(connection.path, detail: "passage \(id) is missing")
    }
    let lower = kept.row.integer(4)
    var evidence = Evidence(
      document: DocumentID(""), quote: kept.row.text(1), start: kept.row.integer(2), end: kept.row.integer(3),
      bytes: lower..<max(lower, kept.row.integer(5)), line: kept.row.integer(6), column: kept.row.integer(7))
    evidence.document = try source(kept.row.integer(0))
    if let number = kept.row.integer(optional: 8) { evidence.headings = try heading(number) }
    return evidence
  }

  func passages(from first: Int, count: Int) throws(Diagnostic) -> [Evidence] {
    var result: [Evidence] = []
    for id in first..<(first + count) { result.append(try passage(id)) }
    return result
  }

  /// Collects what `read` makes of every row of a query.
  func rows<T>(
    _ sql: String, _ parameters: [Int] = [], read: (borrowing Statement) throws(Diagnostic) -> T
  ) throws(Diagnostic) -> [T] {
    let statement = try connection.prepare(sql)
    for (index, value) in parameters.enumerated() { statement.bind(value, at: Int32(index + 1)) }
    var result: [T] = []
    while try statement.step() { result.append(try read(statement)) }
    return result
  }

  /// A raw value of a closed list; a name that this version does not know means a damaged file.
  func named<T: RawRepresentable>(_ text: String) throws(Diagnostic) -> T where T.RawValue == String {
    guard let value = T(rawValue: text) else {
      throw StoreFailure.corrupt(connection.path, detail: "\"\(text)\" is no \(T.self)")
    }
    return value
  }
}
