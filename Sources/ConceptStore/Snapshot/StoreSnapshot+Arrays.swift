import ConceptGraph
import ConceptModel

/// When the edges of a snapshot are put into arrays.
public enum ArrayUse: Sendable, Hashable {
  /// Once so many rows were read one by one that arrays would have cost no more: a question never pays more than twice.
  case whenItPays
  /// Only for a question that looks at the whole graph.
  case onDemand

  /// How many rows are read before arrays are thought of.
  static let firstConsideration = 20_000
  /// Reading arrays from their file costs as much as one row for so many edges.
  static let edgesARowOfFile = 20
  /// Making arrays costs as much as one row for so many edges.
  static let edgesARowOfTables = 2
  /// Graphs with fewer edges are put into arrays anew each time.
  static let leastKeptEdges = 50_000
}

/// Where arrays came from.
public enum ArrayOrigin: Sendable, Hashable {
  /// Read from the file beside the store.
  case file
  /// Made from the tables of the store.
  case tables
}

extension StoreSnapshot {
  /// The arrays, once there are any.
  public var arrays: EdgeArrays? { loadedArrays }

  /// All edges in arrays: from the file beside the store when that is of the same state, else made from the tables.
  public func wholeGraph() throws -> EdgeArrays? {
    if loadedArrays == nil { try loadArrays() }
    return loadedArrays
  }

  /// Which engine answers, for `--explain`.
  public var engine: String {
    switch arrayOrigin {
    case nil: "b-trees of the store, \(rowsRead) rows read"
    case .file: "arrays beside the store, after \(rowsRead) rows of its b-trees"
    case .tables: "arrays made from the store, after \(rowsRead) rows of its b-trees"
    }
  }

  /// Loads arrays when the rows that were read so far cost as much; arrays are an aid, so that no error is told.
  func considerArrays() {
    guard arrayUse == .whenItPays else {
      nextConsideration = Int.max
      return
    }
    let edges = (try? edgeEstimate()) ?? 0
    if rowsRead >= edges / ArrayUse.edgesARowOfFile, let found = keptArrays() {
      (loadedArrays, arrayOrigin) = (found, .file)
    } else if rowsRead >= edges / ArrayUse.edgesARowOfTables {
      try? loadArrays()
    }
    nextConsideration = loadedArrays == nil ? rowsRead * 2 : Int.max
  }

  private func loadArrays() throws {
    if let found = keptArrays() {
      (loadedArrays, arrayOrigin) = (found, .file)
      return
    }
    let made = EdgeArrays(asserted: try makeDirections(denied: false), denied: try makeDirections(denied: true))
    (loadedArrays, arrayOrigin) = (made, .tables)
    if made.edgeCount >= ArrayUse.leastKeptEdges { arrayFile?.write(made, nodeCount: nodeCount) }
  }

  private func keptArrays() -> EdgeArrays? {
    arrayFile?.read(nodeCount: nodeCount, relationCount: relations.count)
  }

  /// The file for the arrays of this very state of the store; nil for a store in memory or of an older version.
  private var arrayFile: ArrayFile? {
    guard isFile, let edition = try? connection.text("SELECT value FROM meta WHERE key = 'edition'"),
      let content = try? connection.text(Self.contentQuery)
    else { return nil }
    let names = relations.map { ($0.isSymmetric ? "~" : "") + $0.name }.joined(separator: "\n")
    return ArrayFile(path: connection.path + "-arrays", stamp: "\(edition)\n\(names)\n\(content)")
  }

  /// What the edges were made from: two stores may have the same edition and stand at the same path one after the other.
  private static let contentQuery = """
    SELECT ifnull(group_concat(line, char(10)), '') FROM (
      SELECT id || ' ' || sha256 || ' ' || analysis_version AS line FROM document
      UNION ALL SELECT id || ' ' || sha256 FROM imported_file ORDER BY line)
    """

  /// About how many edges there are, from the sizes of what was stored.
  private func edgeEstimate() throws(Diagnostic) -> Int {
    let imported = try connection.number("SELECT sum(statements) FROM imported_file") ?? 0
    return imported + (try connection.number("SELECT max(ordinal) FROM assertion") ?? 0)
  }

  private func makeDirections(denied: Bool) throws -> EdgeArrays.Directions {
    EdgeArrays.Directions(
      out: try adjacency(outOf: MergedRows(self, .out, denied: denied)),
      into: try adjacency(outOf: MergedRows(self, .into, denied: denied)))
  }

  private func adjacency(outOf merged: MergedRows) throws -> Adjacency {
    var rows = merged
    var builder = AdjacencyBuilder(nodeCount: nodeCount)
    while let (node, neighbour) = try rows.next() { builder.append(neighbour, to: node) }
    return builder.finish()
  }
}
