import ConceptModel

/// Reads the tables of the corpus back into values.
///
/// Names are read as they are needed, so that reading one assertion costs a few rows of the file and not all of it.
final class CorpusReader {
  let connection: Connection
  private let sourceName: Statement
  private let nodeName: Statement
  private let headingPath: Statement
  private let passageRow: Statement
  private var sources: [Int: DocumentID] = [:]
  private var headings: [Int: [String]] = [:]

  init(_ connection: Connection) throws(Diagnostic) {
    self.connection = connection
    sourceName = try connection.prepare("SELECT id FROM source WHERE n = ?", isKept: true)
    nodeName = try connection.prepare("SELECT id FROM node WHERE n = ?", isKept: true)
    headingPath = try connection.prepare("SELECT path FROM heading WHERE n = ?", isKept: true)
    passageRow = try connection.prepare(
      """
      SELECT source, quote, start, "end", byte_start, byte_end, line, "column", heading FROM passage WHERE id = ?
      """, isKept: true)
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

  private func text(in statement: borrowing Statement, _ number: Int) throws(Diagnostic) -> String {
    statement.bind(number, at: 1)
    defer { statement.reset() }
    return try statement.step() ? statement.text(0) : ""
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
    passageRow.bind(id, at: 1)
    defer { passageRow.reset() }
    guard try passageRow.step() else {
      throw StoreFailure.corrupt(connection.path, detail: "passage \(id) is missing")
    }
    let lower = passageRow.integer(4)
    var evidence = Evidence(
      document: DocumentID(""), quote: passageRow.text(1), start: passageRow.integer(2), end: passageRow.integer(3),
      bytes: lower..<max(lower, passageRow.integer(5)), line: passageRow.integer(6), column: passageRow.integer(7))
    evidence.document = try source(passageRow.integer(0))
    if let number = passageRow.integer(optional: 8) { evidence.headings = try heading(number) }
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
