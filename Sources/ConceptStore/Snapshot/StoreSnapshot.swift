import ConceptGraph
import ConceptModel

/// One consistent state of a store as a graph, read straight from its b-trees.
///
/// Nothing is loaded but the relation list: a question costs the pages that its answer lies on, whatever the size of
/// the store. The snapshot holds a read transaction on a connection of its own until it goes out of use; writers are
/// not held up by it and do not change what it shows. For one thread at a time.
public final class StoreSnapshot: GraphSource {
  public let relations: [Relation]
  public let nodeCount: Int

  let connection: Connection
  let numbers: NodeNumbers
  let predicates: ImportedPredicates
  /// The relation of each predicate number of the corpus, denial apart.
  let corpusRelations: [RelationID]
  let reader: CorpusReader
  let importedNames: SortedNames
  let corpusNames: SortedNames
  let passages: ImportedPassages
  let literalRows: Statement
  let quadRows: Statement
  /// Whether a line of an edge list gives a confidence, a source or a quotation.
  public let hasNotes: Bool
  var knownResources: [Int: ImportedResource] = [:]
  private let corpusOut: Statement
  private let corpusIn: Statement
  private let importedOut: Statement
  private let importedIn: Statement
  private let importedOutOver: Statement
  private let importedInOver: Statement
  /// Whether the rows of one node come in the order of the relation list, so that they need no sorting.
  private let corpusIsOrdered: Bool
  private let importedIsOrdered: Bool
  /// The number of edge rows that were read: counted work for tests and `--explain`.
  public private(set) var rowsRead = 0

  /// Begins a read transaction on the connection, which the snapshot then owns.
  init(_ connection: Connection) throws(Diagnostic) {
    self.connection = connection
    try connection.execute("BEGIN")
    numbers = try NodeNumbers(reading: connection)
    nodeCount = numbers.count
    reader = try CorpusReader(connection)
    var (list, corpus) = try Self.corpusRelations(reader)
    predicates = try ImportedPredicates(connection, extending: &list)
    relations = list
    corpusRelations = corpus
    corpusNames = try SortedNames(corpus: connection)
    importedNames = try SortedNames(imported: connection)
    passages = try ImportedPassages(connection)
    corpusOut = try connection.prepare("SELECT p, o FROM spo WHERE s = ? ORDER BY p, o", isKept: true)
    corpusIn = try connection.prepare("SELECT p, s FROM ops WHERE o = ? ORDER BY p, s", isKept: true)
    importedOut = try connection.prepare("SELECT p, o FROM imported_spo WHERE s = ? ORDER BY p, o", isKept: true)
    importedIn = try connection.prepare("SELECT p, s FROM imported_ops WHERE o = ? ORDER BY p, s", isKept: true)
    literalRows = try connection.prepare(
      "SELECT p, value, annotation, g FROM imported_literal WHERE s = ?", isKept: true)
    quadRows = try connection.prepare(
      "SELECT g, line FROM imported_spo WHERE s = ? AND p = ? AND o = ?", isKept: true)
    hasNotes = try connection.number("SELECT 1 FROM imported_note LIMIT 1") == 1
    importedOutOver = try connection.prepare(
      "SELECT o FROM imported_spo WHERE s = ? AND p = ? ORDER BY o", isKept: true)
    importedInOver = try connection.prepare(
      "SELECT s FROM imported_ops WHERE o = ? AND p = ? ORDER BY s", isKept: true)
    let known = predicates.relations.compactMap { $0 }
    corpusIsOrdered = zip(corpus, corpus.dropFirst()).allSatisfy { $0 < $1 }
    importedIsOrdered = zip(known, known.dropFirst()).allSatisfy { $0 < $1 }
  }

  /// The built-in relations, those of notation files and any others that assertions use; and the place in that list
  /// of each relation number of the corpus.
  private static func corpusRelations(_ reader: CorpusReader) throws(Diagnostic) -> ([Relation], [RelationID]) {
    var list = Relation.builtIn
    var places: [String: Int] = [:]
    for (index, relation) in list.enumerated() { places[relation.name] = index }
    for relation in try reader.declaredRelations() where places[relation.name] == nil {
      places[relation.name] = list.count
      list.append(relation)
    }
    let names = try reader.rows("SELECT name FROM relation ORDER BY n") { row in row.text(0) }
    let numbers = names.map { name in
      let place = places[name] ?? list.count
      if place == list.count {
        places[name] = place
        list.append(Relation(name: name, reading: "A \(name) B"))
      }
      return RelationID(UInt16(place))
    }
    return (list, numbers)
  }

  public func successors(of node: NodeID, denied: Bool, into list: inout [Neighbour]) throws {
    try neighbours(of: node, denied: denied, corpus: corpusOut, imported: importedOut, into: &list)
  }

  public func predecessors(of node: NodeID, denied: Bool, into list: inout [Neighbour]) throws {
    try neighbours(of: node, denied: denied, corpus: corpusIn, imported: importedIn, into: &list)
  }

  public func successors(
    of node: NodeID, over wanted: [RelationID], denied: Bool, into list: inout [Neighbour]
  ) throws {
    if try seek(node, wanted, denied: denied, corpus: corpusOut, imported: importedOutOver, into: &list) { return }
    var all: [Neighbour] = []
    try successors(of: node, denied: denied, into: &all)
    let set = RelationSet(wanted)
    list += all.filter { set.contains($0.relation) }
  }

  public func predecessors(
    of node: NodeID, over wanted: [RelationID], denied: Bool, into list: inout [Neighbour]
  ) throws {
    if try seek(node, wanted, denied: denied, corpus: corpusIn, imported: importedInOver, into: &list) { return }
    var all: [Neighbour] = []
    try predecessors(of: node, denied: denied, into: &all)
    let set = RelationSet(wanted)
    list += all.filter { set.contains($0.relation) }
  }

  /// Seeks the imported edges of a few predicates, so that a hub's other edges are not read; false for many predicates.
  private func seek(
    _ node: NodeID, _ wanted: [RelationID], denied: Bool, corpus: borrowing Statement, imported: borrowing Statement,
    into list: inout [Neighbour]
  ) throws(Diagnostic) -> Bool {
    let chosen = wanted.flatMap { predicates.predicates[$0] ?? [] }.filter { predicates.isDenied[$0] == denied }
    guard chosen.count <= 4 else { return false }
    let start = list.count
    let places = numbers.places(of: node.raw)
    if let number = places.derived {
      var all: [Neighbour] = []
      try corpusNeighbours(of: number, denied: denied, corpus, into: &all)
      let set = RelationSet(wanted)
      list += all.filter { set.contains($0.relation) }
    }
    if let number = places.imported {
      for predicate in chosen {
        guard let relation = predicates.relations[predicate] else { continue }
        imported.bind(number, at: 1)
        imported.bind(predicate, at: 2)
        defer { imported.reset() }
        while try imported.step() {
          rowsRead += 1
          let other = numbers.node(imported: UInt32(truncatingIfNeeded: imported.integer(0)))
          append(Neighbour(relation: relation, node: NodeID(other)), to: &list, from: start)
        }
      }
    }
    Self.sortAndDeduplicate(&list, from: start)
    return true
  }

  private func neighbours(
    of node: NodeID, denied: Bool, corpus: borrowing Statement, imported: borrowing Statement,
    into list: inout [Neighbour]
  ) throws(Diagnostic) {
    let start = list.count
    let places = numbers.places(of: node.raw)
    if let number = places.derived { try corpusNeighbours(of: number, denied: denied, corpus, into: &list) }
    var isSorted = corpusIsOrdered
    defer { if !isSorted { Self.sortAndDeduplicate(&list, from: start) } }
    guard let number = places.imported else { return }
    isSorted = list.count == start && importedIsOrdered
    imported.bind(number, at: 1)
    defer { imported.reset() }
    while try imported.step() {
      rowsRead += 1
      let predicate = imported.integer(0)
      guard predicates.isDenied[predicate] == denied, let relation = predicates.relations[predicate] else { continue }
      let other = numbers.node(imported: UInt32(truncatingIfNeeded: imported.integer(1)))
      append(Neighbour(relation: relation, node: NodeID(other)), to: &list, from: start)
    }
  }

  private func corpusNeighbours(
    of number: Int, denied: Bool, _ rows: borrowing Statement, into list: inout [Neighbour]
  ) throws(Diagnostic) {
    let start = list.count
    rows.bind(number, at: 1)
    defer { rows.reset() }
    while try rows.step() {
      rowsRead += 1
      let predicate = rows.integer(0)
      guard (predicate & 1 == 1) == denied else { continue }
      let other = numbers.node(derived: UInt32(truncatingIfNeeded: rows.integer(1)))
      append(Neighbour(relation: corpusRelations[predicate >> 1], node: NodeID(other)), to: &list, from: start)
    }
  }

  /// The ends of the edges that leave a node and were read from documents.
  func corpusSuccessors(of node: NodeID, denied: Bool) throws(Diagnostic) -> [Neighbour] {
    var list: [Neighbour] = []
    if let number = numbers.places(of: node.raw).derived {
      try corpusNeighbours(of: number, denied: denied, corpusOut, into: &list)
    }
    return list
  }

  /// Appends a neighbour unless it is the one before: the rows of one edge, a graph each, follow one another.
  private func append(_ neighbour: Neighbour, to list: inout [Neighbour], from start: Int) {
    if list.count > start, list[list.count - 1] == neighbour { return }
    list.append(neighbour)
  }

  static func sortAndDeduplicate(_ list: inout [Neighbour], from start: Int) {
    let sorted = list[start...].sorted { ($0.relation, $0.node) < ($1.relation, $1.node) }
    list.removeSubrange(start...)
    for neighbour in sorted where list.count == start || list[list.count - 1] != neighbour { list.append(neighbour) }
  }
}

extension Store {
  /// The present state of the store as a graph that later writes do not change.
  public func snapshot() throws(Diagnostic) -> StoreSnapshot {
    try StoreSnapshot(isFile ? Store.readingConnection(path) : try Store.emptyMemory())
  }
}
