import ConceptModel

/// What `repair` did.
public struct RepairReport: Sendable, Hashable {
  /// What was made anew, in order.
  public var rebuilt: [String] = []
  /// The damages that are left; empty when the store is sound again.
  public var remaining: [String] = []

  public init() {}
}

extension Store {
  /// Makes everything anew that follows from other content of the file: orders of edges, indexes, search, numbering.
  ///
  /// Documents and assertions themselves are not touched. One transaction: it is done wholly or not at all.
  public func repair() throws(Diagnostic) -> RepairReport {
    var report = RepairReport()
    try write { () throws(Diagnostic) in
      try connection.execute("REINDEX")
      report.rebuilt.append("indexes")
      try connection.execute(EdgeTables.fillFromAssertions)
      try connection.execute(EdgeTables.fillImportedReverse)
      report.rebuilt.append("orders of the edges")
      try SearchIndex.rebuildCorpus(connection)
      try SearchIndex.rebuildImported(connection)
      report.rebuilt.append("full-text search")
      try NodeNumbers.rebuild(connection)
      report.rebuilt.append("numbering of the nodes")
    }
    report.remaining = try verify().damages
    return report
  }
}

/// How much a store holds.
public struct StoreStatistics: Sendable, Hashable {
  public var documents = 0
  public var notationFiles = 0
  public var concepts = 0
  public var entities = 0
  public var labels = 0
  public var mentions = 0
  public var definitions = 0
  public var assertions = 0
  /// Distinct asserted (subject, relation, object) that were read from documents.
  public var edges = 0
  /// Distinct denied ones.
  public var deniedEdges = 0
  public var findings = 0
  public var importedFiles = 0
  public var importedStatements = 0
  public var importedNodes = 0
  /// The nodes of the graph: concepts, entities and imported resources.
  public var nodes = 0
  /// The size of the file in bytes.
  public var bytes = 0

  public init() {}
}

extension Store {
  /// Counts what the store holds.
  public func statistics() throws(Diagnostic) -> StoreStatistics {
    func count(_ what: String) throws(Diagnostic) -> Int { try connection.number("SELECT count(*) FROM \(what)") ?? 0 }
    let numbers = try NodeNumbers(reading: connection)
    var result = StoreStatistics()
    result.documents = try count("document WHERE NOT is_notation")
    result.notationFiles = try count("document WHERE is_notation")
    result.concepts = try count("concept")
    result.entities = try count("entity")
    result.labels = try count("label")
    result.mentions = try count("mention")
    result.definitions = try count("definition")
    result.assertions = try count("assertion")
    result.edges = try count("ops WHERE p % 2 = 0")
    result.deniedEdges = try count("ops WHERE p % 2 = 1")
    result.findings = try count("finding")
    result.importedFiles = try count("imported_file")
    result.importedStatements = try connection.number("SELECT sum(statements) FROM imported_file") ?? 0
    result.importedNodes = numbers.importedCount
    result.nodes = numbers.count
    result.bytes = (try connection.number("PRAGMA page_count") ?? 0) * (try connection.number("PRAGMA page_size") ?? 0)
    return result
  }
}
