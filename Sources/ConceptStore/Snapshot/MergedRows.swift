import ConceptGraph
import ConceptModel

/// The edges of a store in one direction and of one polarity by ascending node: what was read from documents and what
/// was imported, joined while both tables are read in their order.
///
/// Within a node neighbours may repeat and need not be in order.
struct MergedRows {
  enum Direction { case out, into }

  private let numbers: NodeNumbers
  private let filter: NeighbourFilter
  private let corpus: KeptStatement
  private let imported: KeptStatement
  /// The nodes of the present rows; the greatest number at the end of a table.
  private var corpusNode = UInt32.max
  private var importedNode = UInt32.max

  /// - Parameter wanted: the relations to read, nil for all.
  init(
    _ snapshot: StoreSnapshot, _ direction: Direction, over wanted: [RelationID]? = nil, denied: Bool
  ) throws(Diagnostic) {
    numbers = snapshot.numbers
    filter = NeighbourFilter(wanted, denied: denied, snapshot.predicates, snapshot.corpusRelations)
    let columns = direction == .out ? "s, p, o" : "o, p, s"
    let table = direction == .out ? "spo" : "ops"
    corpus = try KeptStatement(snapshot.connection, "SELECT \(columns) FROM \(table) ORDER BY \(columns)")
    imported = try KeptStatement(
      snapshot.connection, "SELECT \(columns) FROM imported_\(table) ORDER BY \(columns)")
    if filter.corpus.contains(where: { $0 != nil }) { try stepCorpus() }
    if filter.imported.contains(where: { $0 != nil }) { try stepImported() }
  }

  private mutating func stepCorpus() throws(Diagnostic) {
    corpusNode = try corpus.row.step() ? numbers.node(derived: UInt32(truncatingIfNeeded: corpus.row.integer(0))) : .max
  }

  private mutating func stepImported() throws(Diagnostic) {
    importedNode =
      try imported.row.step() ? numbers.node(imported: UInt32(truncatingIfNeeded: imported.row.integer(0))) : .max
  }

  /// The next edge, or nil when there are no more.
  mutating func next() throws(Diagnostic) -> (node: NodeID, neighbour: Neighbour)? {
    while corpusNode != .max || importedNode != .max {
      if corpusNode <= importedNode {
        let node = NodeID(corpusNode)
        let relation = filter.corpus[corpus.row.integer(1)]
        let end = numbers.node(derived: UInt32(truncatingIfNeeded: corpus.row.integer(2)))
        try stepCorpus()
        if let relation { return (node, Neighbour(relation: relation, node: NodeID(end))) }
      } else {
        let node = NodeID(importedNode)
        let relation = filter.imported[imported.row.integer(1)]
        let end = numbers.node(imported: UInt32(truncatingIfNeeded: imported.row.integer(2)))
        try stepImported()
        if let relation { return (node, Neighbour(relation: relation, node: NodeID(end))) }
      }
    }
    return nil
  }
}
