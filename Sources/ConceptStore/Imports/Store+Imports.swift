import ConceptModel

/// An imported graph file.
public struct ImportedFile: Sendable, Hashable {
  public var info: DocumentInfo
  /// The number of distinct statements, literals included.
  public var statements: Int

  public init(info: DocumentInfo, statements: Int) {
    self.info = info
    self.statements = statements
  }
}

extension Store {
  /// The imported files, sorted by id.
  public func imports() throws(Diagnostic) -> [ImportedFile] {
    var result: [ImportedFile] = []
    let rows = try connection.prepare("SELECT \(DocumentInfo.columnNames), statements FROM imported_file ORDER BY id")
    while try rows.step() {
      result.append(ImportedFile(info: DocumentInfo(row: rows, from: 0), statements: rows.integer(9)))
    }
    return result
  }

  /// The file that was imported under an id, when statements without a graph went to the given one.
  public func importedFile(_ id: DocumentID, graphName: String?) throws(Diagnostic) -> ImportedFile? {
    guard let file = try imports().first(where: { $0.info.id == id }) else { return nil }
    let rows = try connection.prepare(
      "SELECT g.name FROM imported_graph g JOIN imported_file f ON f.n = g.file WHERE f.id = ?")
    rows.bind(id.value, at: 1)
    while try rows.step() { if rows.text(optional: 0) == graphName { return file } }
    return nil
  }

  /// Imports a graph file, in place of what was imported under the same id, in one transaction.
  ///
  /// The statements go to the tables of the imports, which consolidation leaves alone. `read` is called once, before
  /// the store is locked, and hands the statements of the file to its argument, batch by batch; when it throws, nothing
  /// is changed. `size` is the size of the file in bytes, by which it is later told whether the file is still the same.
  /// - Parameters:
  ///   - graphName: the IRI of the graph for statements that name none; nil for the default graph.
  ///   - digest: asked for the SHA-256 of the file after all of it was read.
  @discardableResult
  public func importGraph(
    _ info: DocumentInfo, size: Int, graphName: String? = nil, digest: (() -> String)? = nil,
    read: ((StatementBatch) -> Void) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> ImportedFile {
    var graph = BulkGraph()
    var marks: [StatementBatch.LineMark] = []
    let tag = Self.blankNodeTag(of: info.id)
    try read { batch in
      graph.add(batch, tag: tag, defaultGraph: graphName)
      marks += batch.marks
    }
    var info = info
    if let digest { info.sha256 = digest() }
    let statements = try write { () throws(Diagnostic) in
      try self.rewriteImports(adding: (info, size, marks), replacing: info.id, &graph)
    }
    try? connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return ImportedFile(info: info, statements: statements)
  }

  /// What the labels of a file's blank nodes begin with, so that no two files share a blank node.
  static func blankNodeTag(of id: DocumentID) -> String {
    let digits = String(LabelHash.ofKey(id.value), radix: 16)
    return "f" + String(repeating: "0", count: 8 - digits.count) + digits + "-"
  }

  /// Removes an imported file; part of `remove`.
  func deleteImport(_ id: DocumentID) throws(Diagnostic) -> Bool {
    guard try imports().contains(where: { $0.info.id == id }) else { return false }
    var graph = BulkGraph()
    _ = try rewriteImports(adding: nil, replacing: id, &graph)
    return true
  }

  /// Writes all imports anew: those stored before but for the replaced file, and what the graph holds of a new one.
  private func rewriteImports(
    adding file: (info: DocumentInfo, size: Int, marks: [StatementBatch.LineMark])?, replacing id: DocumentID,
    _ graph: inout BulkGraph
  ) throws(Diagnostic) -> Int {
    let old = try connection.prepare("SELECT n FROM imported_file WHERE id = ?")
    old.bind(id.value, at: 1)
    let replaced = try old.step() ? old.integer(0) : nil
    old.reset()
    let next = (try connection.number("SELECT max(n) FROM imported_file")).map { $0 + 1 } ?? 0
    let number = replaced ?? next
    if let replaced { try connection.execute("DELETE FROM imported_file WHERE n = \(replaced)") }
    graph.setNewFile(number)
    try graph.addStored(connection, except: replaced)
    if let file { try insert(file.info, number, size: file.size, marks: file.marks) }
    let counts = try writeImports(&graph)
    let update = try connection.prepare("UPDATE imported_file SET statements = ? WHERE n = ?")
    for (file, count) in counts.sorted(by: { $0.key < $1.key }) { try update.run(.integer(count), .integer(file)) }
    try SearchIndex.rebuildImported(connection)
    try NodeNumbers.rebuild(connection)
    return file == nil ? 0 : counts[number] ?? 0
  }

  /// Hands the graph over to a writer, so that its memory is free before the indexes are made.
  private func writeImports(_ graph: inout BulkGraph) throws(Diagnostic) -> [Int: Int] {
    var order: [Int] = []
    let files = try connection.prepare("SELECT n FROM imported_file ORDER BY id")
    while try files.step() { order.append(files.integer(0)) }
    graph.sortGraphs(files: order)
    var writer = ImportWriter(connection, graph)
    graph = BulkGraph()
    return try writer.write()
  }

  private func insert(
    _ info: DocumentInfo, _ number: Int, size: Int, marks: [StatementBatch.LineMark]
  ) throws(Diagnostic) {
    let row = try connection.prepare(
      """
      INSERT INTO imported_file (n, statements, size, lines, \(DocumentInfo.columnNames))
      VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    row.bind(number, at: 1)
    row.bind(size, at: 2)
    row.bind(.blob(ImportedPassages.encode(marks)), at: 3)
    for (index, value) in info.columns.enumerated() { row.bind(value, at: Int32(index + 4)) }
    _ = try row.step()
  }
}
