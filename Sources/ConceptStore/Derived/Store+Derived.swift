import ConceptModel

extension Store {
  /// Replaces everything that was read out of the corpus, in one transaction, and clears the dirty mark.
  public func replaceDerived(with result: ExtractionResult, findings: [Finding]) throws(Diagnostic) {
    try write { () throws(Diagnostic) in
      try CorpusWriter(connection, result: result, findings: findings).write()
      try NodeNumbers.rebuild(connection)
      try connection.execute("DELETE FROM meta WHERE key = 'dirty'")
    }
  }

  /// What the last `replaceDerived` stored, array by array in the same order.
  public func derived() throws(Diagnostic) -> ExtractionResult {
    try reading { (reader) throws(Diagnostic) in try reader.result() }
  }

  /// The findings that the last `replaceDerived` stored, in the same order.
  public func findings() throws(Diagnostic) -> [Finding] {
    try reading { (reader) throws(Diagnostic) in try reader.findings(where: "TRUE") }
  }

  /// Runs `body` in one read transaction, so that it sees one state of the file.
  func reading<R>(_ body: (CorpusReader) throws(Diagnostic) -> R) throws(Diagnostic) -> R {
    try connection.execute("BEGIN")
    do {
      let result = try body(CorpusReader(connection))
      try connection.execute("COMMIT")
      return result
    } catch {
      try? connection.execute("ROLLBACK")
      throw error
    }
  }
}
