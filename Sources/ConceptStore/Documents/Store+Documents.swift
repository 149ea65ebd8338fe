import ConceptModel

extension Store {
  /// Stores a document in one transaction, in place of the one with the same id; marks the store dirty.
  public func put(document: StoredDocument) throws(Diagnostic) {
    try write { () throws(Diagnostic) in
      try deleteDocument(document.info.id)
      let info = document.info
      let row = try connection.prepare(
        """
        INSERT INTO document (id, path, sha256, media_type, encoding, title, authors, date, role, is_notation,
          analysis_version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING n
        """)
      for (index, value) in info.columns.enumerated() { row.bind(value, at: Int32(index + 1)) }
      row.bind(.flag(document.isNotation), at: 10)
      row.bind(document.analysisVersion, at: 11)
      guard try row.step() else { throw connection.failure() }
      let number = row.integer(0)
      // RETURNING statements insert on the first step but must be run to the end.
      _ = try row.step()
      let content = try connection.prepare("INSERT INTO document_content VALUES (?, ?, ?, ?)")
      content.bind(number, at: 1)
      document.text.withUnsafeBufferPointer { content.bind($0, isText: true, at: 2) }
      content.bind(.blob(document.offsets), at: 3)
      content.bind(.blob(document.analysis), at: 4)
      _ = try content.step()
      try markDirty()
    }
  }

  /// Removes a document or an imported file, if it is there; true when it was.
  @discardableResult
  public func remove(_ id: DocumentID) throws(Diagnostic) -> Bool {
    try write { () throws(Diagnostic) in
      guard try deleteDocument(id) else { return try deleteImport(id) }
      try markDirty()
      return true
    }
  }

  @discardableResult
  private func deleteDocument(_ id: DocumentID) throws(Diagnostic) -> Bool {
    guard let number = try documentNumber(id) else { return false }
    try connection.prepare("DELETE FROM document WHERE n = ?").run(.integer(number))
    try connection.prepare("DELETE FROM document_content WHERE document = ?").run(.integer(number))
    return true
  }

  private func documentNumber(_ id: DocumentID) throws(Diagnostic) -> Int? {
    let statement = try connection.prepare("SELECT n FROM document WHERE id = ?")
    statement.bind(id.value, at: 1)
    return try statement.step() ? statement.integer(0) : nil
  }

  private func markDirty() throws(Diagnostic) {
    try connection.execute("INSERT OR REPLACE INTO meta VALUES ('dirty', 1)")
  }

  /// The ingested documents, sorted by id; imported graphs are in `imports()`.
  public func documents() throws(Diagnostic) -> [DocumentInfo] {
    var result: [DocumentInfo] = []
    let statement = try connection.prepare("SELECT \(DocumentInfo.columnNames) FROM document ORDER BY id")
    while try statement.step() { result.append(DocumentInfo(row: statement, from: 0)) }
    return result
  }

  /// The ingested documents with the versions of the rules that made their analyses, sorted by id; contents are not read.
  public func analysisVersions() throws(Diagnostic) -> [(info: DocumentInfo, version: String, isNotation: Bool)] {
    var result: [(info: DocumentInfo, version: String, isNotation: Bool)] = []
    let statement = try connection.prepare(
      "SELECT \(DocumentInfo.columnNames), analysis_version, is_notation FROM document ORDER BY id")
    while try statement.step() {
      result.append((DocumentInfo(row: statement, from: 0), statement.text(9), statement.flag(10)))
    }
    return result
  }

  /// The document with an id as it was put, or nil when there is none.
  public func document(_ id: DocumentID) throws(Diagnostic) -> StoredDocument? {
    let statement = try connection.prepare(
      """
      SELECT \(DocumentInfo.columnNames), text, offsets, analysis, analysis_version, is_notation
      FROM document JOIN document_content ON document = n WHERE id = ?
      """)
    statement.bind(id.value, at: 1)
    guard try statement.step() else { return nil }
    return StoredDocument(
      info: DocumentInfo(row: statement, from: 0), text: statement.blob(9), offsets: statement.blob(10),
      analysis: statement.blob(11), analysisVersion: statement.text(12), isNotation: statement.flag(13))
  }

  /// Calls `body` with the analysis of every document, or the text of a notation file, in the order of their ids.
  public func forEachAnalysis(
    _ body: (StoredAnalysis) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let statement = try connection.prepare(
      """
      SELECT \(DocumentInfo.columnNames), is_notation, analysis_version,
        CASE is_notation WHEN 1 THEN text ELSE analysis END
      FROM document JOIN document_content ON document = n ORDER BY id
      """)
    while try statement.step() {
      try body(
        StoredAnalysis(
          info: DocumentInfo(row: statement, from: 0), isNotation: statement.flag(9),
          analysisVersion: statement.text(10), content: statement.blob(11)))
    }
  }

  /// The analyses of all documents in the order of their ids: all that consolidation depends on.
  public func analyses() throws(Diagnostic) -> [StoredAnalysis] {
    var result: [StoredAnalysis] = []
    try forEachAnalysis { (analysis) throws(Diagnostic) in result.append(analysis) }
    return result
  }
}

extension DocumentInfo {
  static let columnNames = "id, path, sha256, media_type, encoding, title, authors, date, role"

  /// The values of `columnNames`.
  var columns: [Statement.Value] {
    [
      .text(id.value), .text(path), .text(sha256), .text(mediaType), .text(encoding), .text(optional: title),
      .text(ListCoding.encode(authors)), .text(optional: date), .text(optional: role?.rawValue),
    ]
  }

  /// Reads the columns of `columnNames` from a row.
  init(row: borrowing Statement, from first: Int32) {
    self.init(
      id: DocumentID(row.text(first)), path: row.text(first + 1), sha256: row.text(first + 2),
      mediaType: row.text(first + 3), encoding: row.text(first + 4), title: row.text(optional: first + 5),
      authors: ListCoding.strings(row.text(first + 6)), date: row.text(optional: first + 7),
      role: row.text(optional: first + 8).flatMap(DocumentRole.init(rawValue:)))
  }
}
