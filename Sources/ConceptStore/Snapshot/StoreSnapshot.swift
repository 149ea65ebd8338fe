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
  let isFile: Bool
  let numbers: NodeNumbers
  let predicates: ImportedPredicates
  /// The relation of each predicate number of the corpus, denial apart.
  let corpusRelations: [RelationID]
  let reader: CorpusReader
  let importedNames: SortedNames
  let corpusNames: SortedNames
  let passages: ImportedPassages
  let literalRows: LazyStatement
  let quadRows: LazyStatement
  /// Whether a line of an edge list gives a confidence, a source or a quotation.
  public let hasNotes: Bool
  var knownResources: [Int: ImportedResource] = [:]
  let corpusOut: LazyStatement
  let corpusIn: LazyStatement
  let importedOut: LazyStatement
  let importedIn: LazyStatement
  let importedOutOver: LazyStatement
  let importedInOver: LazyStatement
  /// Whether the rows of one node come in the order of the relation list, so that they need no sorting.
  let corpusIsOrdered: Bool
  let importedIsOrdered: Bool
  /// How many files the imported statements were read from.
  let importedFileCount: Int
  /// What the last look-ups were about, of edges that leave and of those that arrive: the next ones mostly ask for the
  /// same.
  var leavingFilter = NeighbourFilter()
  var arrivingFilter = NeighbourFilter()
  /// The number of edge rows that were read: counted work for tests and `--explain`.
  public internal(set) var rowsRead = 0
  /// When edges are put into arrays.
  public var arrayUse = ArrayUse.whenItPays
  var loadedArrays: EdgeArrays?
  /// The number of rows at which to think about arrays again.
  var nextConsideration = ArrayUse.firstConsideration
  /// Where the arrays came from, for `--explain`.
  public internal(set) var arrayOrigin: ArrayOrigin?

  /// Begins a read transaction on the connection, which the snapshot then owns.
  init(_ connection: Connection, isFile: Bool) throws(Diagnostic) {
    self.connection = connection
    self.isFile = isFile
    try connection.execute("BEGIN")
    numbers = try NodeNumbers(reading: connection)
    nodeCount = numbers.count
    reader = CorpusReader(connection)
    var (list, corpus) = try Self.corpusRelations(reader)
    predicates = try ImportedPredicates(connection, extending: &list)
    relations = list
    corpusRelations = corpus
    corpusNames = try SortedNames(corpus: connection)
    importedNames = try SortedNames(imported: connection)
    passages = try ImportedPassages(connection)
    corpusOut = LazyStatement(connection, "SELECT p, o FROM spo WHERE s = ? ORDER BY p, o")
    corpusIn = LazyStatement(connection, "SELECT p, s FROM ops WHERE o = ? ORDER BY p, s")
    importedOut = LazyStatement(connection, "SELECT p, o FROM imported_spo WHERE s = ? ORDER BY p, o")
    importedIn = LazyStatement(connection, "SELECT p, s FROM imported_ops WHERE o = ? ORDER BY p, s")
    importedOutOver = LazyStatement(connection, "SELECT o FROM imported_spo WHERE s = ? AND p = ? ORDER BY o")
    importedInOver = LazyStatement(connection, "SELECT s FROM imported_ops WHERE o = ? AND p = ? ORDER BY s")
    literalRows = LazyStatement(connection, "SELECT p, value, annotation, g FROM imported_literal WHERE s = ?")
    quadRows = LazyStatement(connection, "SELECT g, line FROM imported_spo WHERE s = ? AND p = ? AND o = ?")
    hasNotes = try connection.number("SELECT 1 FROM imported_note LIMIT 1") == 1
    importedFileCount = Set(passages.graphs.map(\.file)).count
    corpusIsOrdered = Self.isAscending(corpus)
    importedIsOrdered = Self.isAscending(predicates.relations.compactMap { $0 })
  }

  private static func isAscending(_ list: [RelationID]) -> Bool {
    list.indices.dropFirst().allSatisfy { list[$0 - 1] < list[$0] }
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
}

extension Store {
  /// The present state of the store as a graph that later writes do not change.
  public func snapshot() throws(Diagnostic) -> StoreSnapshot {
    try StoreSnapshot(isFile ? Store.readingConnection(path) : try Store.emptyMemory(), isFile: isFile)
  }

  /// Opens a store for nothing but its present state, and tells whether that is dirty.
  ///
  /// One connection serves both, so that the schema is read once: a single question costs as much as that.
  public static func snapshot(at path: String) throws(Diagnostic) -> (snapshot: StoreSnapshot, isDirty: Bool) {
    let store = try open(path, mode: .read)
    let isDirty = try store.isDirty
    return (try StoreSnapshot(store.connection, isFile: store.isFile), isDirty)
  }
}
