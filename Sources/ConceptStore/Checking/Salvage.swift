import ConceptModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Store {
  /// Makes a new store from what a damaged one still holds: documents one by one, imported graphs as a whole.
  ///
  /// What follows from the documents is left to be consolidated. The damaged file is kept beside the new one, under its
  /// name with `.damaged` behind it. The report names what could not be read again.
  /// - Throws: the diagnostic of the damage when not even the list of tables can be read; nothing is then changed.
  public static func salvage(_ path: String) throws(Diagnostic) -> RepairReport {
    let fresh = "\(path).repair-\(getpid())"
    for ending in ["", "-wal", "-shm"] { unlink(fresh + ending) }
    var report = RepairReport()
    do {
      try fill(fresh, from: path, &report)
    } catch {
      for ending in ["", "-wal", "-shm"] { unlink(fresh + ending) }
      throw StoreFailure.beyondRepair(path, detail: error.message)
    }
    for ending in ["-wal", "-shm"] { unlink(path + ending) }
    guard rename(path, path + ".damaged") == 0, rename(fresh, path) == 0 else {
      throw StoreFailure.readOnly(path)
    }
    report.rebuilt.append("the file; the damaged one is \(path).damaged")
    return report
  }

  private static func fill(
    _ fresh: String, from path: String, _ report: inout RepairReport
  ) throws(Diagnostic) {
    let connection = try Connection(path: fresh, access: .create)
    try connection.execute("PRAGMA journal_mode = DELETE")
    try Schema.migrate(connection)
    let attach = try connection.prepare("ATTACH ? AS damaged")
    attach.bind(path.hasPrefix("/") ? path : "./" + path, at: 1)
    _ = try attach.step()
    let version = try connection.number("PRAGMA damaged.user_version") ?? 0
    guard version == Schema.currentVersion else {
      throw StoreFailure.corrupt(path, detail: "its version cannot be read")
    }
    try copyDocuments(connection, &report)
    try copyImports(connection, &report)
    try connection.execute("INSERT OR REPLACE INTO meta VALUES ('dirty', 1)")
    try SearchIndex.rebuildImported(connection)
    try NodeNumbers.rebuild(connection)
    try connection.execute("DETACH damaged")
  }

  /// Copies the documents whose rows can be read, coming from both ends upon a damaged stretch.
  private static func copyDocuments(
    _ connection: Connection, _ report: inout RepairReport
  ) throws(Diagnostic) {
    var numbers: Set<Int> = []
    for list in [
      "SELECT n FROM damaged.document ORDER BY n", "SELECT n FROM damaged.document ORDER BY n DESC",
      "SELECT document FROM damaged.document_content ORDER BY document",
      "SELECT document FROM damaged.document_content ORDER BY document DESC",
    ] {
      guard let rows = try? connection.prepare(list) else { continue }
      while let isRow = try? rows.step(), isRow { numbers.insert(rows.integer(0)) }
    }
    for number in numbers.sorted() {
      do {
        try connection.transaction { () throws(Diagnostic) in
          for (table, key) in [("document", "n"), ("document_content", "document")] {
            try connection.execute("INSERT INTO main.\(table) SELECT * FROM damaged.\(table) WHERE \(key) = \(number)")
            if connection.changes != 1 { throw StoreFailure.corrupt(connection.path, detail: "a row is missing") }
          }
        }
      } catch {
        let id = try? connection.text("SELECT id FROM damaged.document WHERE n = \(number)")
        report.remaining.append("lost: \(id.map { "the document \($0)" } ?? "a document"); ingest it again")
      }
    }
    report.rebuilt.append("documents")
  }

  private static func copyImports(
    _ connection: Connection, _ report: inout RepairReport
  ) throws(Diagnostic) {
    let names = (try? connection.number("SELECT count(*) FROM damaged.imported_file")) ?? nil
    if names == 0 { return }
    do {
      try connection.transaction { () throws(Diagnostic) in
        for table in ["file", "graph", "namespace", "node", "predicate", "spo", "literal", "note"] {
          try connection.execute("INSERT INTO main.imported_\(table) SELECT * FROM damaged.imported_\(table)")
        }
        try connection.execute(EdgeTables.fillImportedReverse)
      }
      report.rebuilt.append("imported graphs")
    } catch {
      report.remaining.append("lost: the imported graphs; import their files again")
    }
  }
}
