import ConceptGraph
import ConceptModel

/// For the relations of a look-up, what the predicates of the store are to it.
struct NeighbourFilter {
  /// Whether it says something; a filter in waiting does not.
  private(set) var isMade = false
  private(set) var wanted: [RelationID]?
  private(set) var isDenied = false
  /// For every imported predicate its relation, where that is wanted with this polarity.
  private(set) var imported: [RelationID?] = []
  /// The same for the predicate numbers of the corpus, which have the polarity in their lowest bit.
  private(set) var corpus: [RelationID?] = []
  /// The imported predicates that are wanted, when they are few enough to be sought one by one.
  private(set) var sought: [Int]?

  init() {}

  init(_ wanted: [RelationID]?, denied: Bool, _ predicates: ImportedPredicates, _ relations: [RelationID]) {
    isMade = true
    self.wanted = wanted
    isDenied = denied
    let set = wanted.map(RelationSet.init)
    imported = predicates.ids.indices.map { index in
      guard predicates.isDenied[index] == denied, let relation = predicates.relations[index] else { return nil }
      return set?.contains(relation) ?? true ? relation : nil
    }
    for relation in relations {
      let isWanted = set?.contains(relation) ?? true
      corpus.append(!denied && isWanted ? relation : nil)
      corpus.append(denied && isWanted ? relation : nil)
    }
    guard let wanted else { return }
    let chosen = wanted.flatMap { predicates.predicates[$0] ?? [] }.filter { predicates.isDenied[$0] == denied }
    let all = imported.indices.filter { predicates.relations[$0] != nil }.count
    // All predicates of a node stand together: one seek finds them.
    if chosen.count <= 4, chosen.count < all || all == 0 { sought = chosen }
  }
}

extension StoreSnapshot {
  public func successors(of node: NodeID, denied: Bool, into list: inout [Neighbour]) throws {
    if let arrays = loadedArrays { return (denied ? arrays.denied : arrays.asserted).out.append(node, to: &list) }
    try neighbours(of: node, over: nil, denied: denied, corpusOut, importedOut, importedOutOver, &leavingFilter, &list)
  }

  public func predecessors(of node: NodeID, denied: Bool, into list: inout [Neighbour]) throws {
    if let arrays = loadedArrays { return (denied ? arrays.denied : arrays.asserted).into.append(node, to: &list) }
    try neighbours(of: node, over: nil, denied: denied, corpusIn, importedIn, importedInOver, &arrivingFilter, &list)
  }

  public func successors(
    of node: NodeID, over wanted: [RelationID], denied: Bool, into list: inout [Neighbour]
  ) throws {
    if let arrays = loadedArrays {
      return (denied ? arrays.denied : arrays.asserted).out.append(node, over: wanted, to: &list)
    }
    try neighbours(
      of: node, over: wanted, denied: denied, corpusOut, importedOut, importedOutOver, &leavingFilter, &list)
  }

  public func predecessors(
    of node: NodeID, over wanted: [RelationID], denied: Bool, into list: inout [Neighbour]
  ) throws {
    if let arrays = loadedArrays {
      return (denied ? arrays.denied : arrays.asserted).into.append(node, over: wanted, to: &list)
    }
    try neighbours(of: node, over: wanted, denied: denied, corpusIn, importedIn, importedInOver, &arrivingFilter, &list)
  }

  private func neighbours(
    of node: NodeID, over wanted: [RelationID]?, denied: Bool, _ corpus: LazyStatement, _ imported: LazyStatement,
    _ importedOver: LazyStatement, _ filter: inout NeighbourFilter, _ list: inout [Neighbour]
  ) throws(Diagnostic) {
    if !filter.isMade || filter.isDenied != denied || filter.wanted != wanted {
      filter = NeighbourFilter(wanted, denied: denied, predicates, corpusRelations)
    }
    let start = list.count
    let places = numbers.places(of: node.raw)
    var isSorted = true
    if let number = places.derived {
      try corpusNeighbours(of: number, filter.corpus, corpus, into: &list)
      isSorted = corpusIsOrdered
    }
    if let number = places.imported {
      isSorted = isSorted && list.count == start && importedIsOrdered
      if let sought = filter.sought {
        try soughtNeighbours(of: number, sought, importedOver, into: &list, from: start)
        isSorted = isSorted && sought.count < 2
      } else {
        try importedNeighbours(of: number, filter.imported, imported, into: &list, from: start)
      }
    }
    if !isSorted { Self.sortAndDeduplicate(&list, from: start) }
    if rowsRead >= nextConsideration { considerArrays() }
  }

  private func importedNeighbours(
    of number: Int, _ relations: [RelationID?], _ statement: LazyStatement, into list: inout [Neighbour],
    from start: Int
  ) throws(Diagnostic) {
    let kept = try statement.ready()
    var count = 0
    kept.row.bind(number, at: 1)
    defer {
      kept.row.reset()
      rowsRead += count
    }
    while try kept.row.step() {
      count += 1
      guard let relation = relations[kept.row.integer(0)] else { continue }
      let other = numbers.node(imported: UInt32(truncatingIfNeeded: kept.row.integer(1)))
      append(Neighbour(relation: relation, node: NodeID(other)), to: &list, from: start)
    }
  }

  /// Seeks the edges of a few predicates, so that a hub's other edges are not read.
  private func soughtNeighbours(
    of number: Int, _ sought: [Int], _ statement: LazyStatement, into list: inout [Neighbour], from start: Int
  ) throws(Diagnostic) {
    let kept = try statement.ready()
    for predicate in sought {
      guard let relation = predicates.relations[predicate] else { continue }
      kept.row.bind(number, at: 1)
      kept.row.bind(predicate, at: 2)
      defer { kept.row.reset() }
      while try kept.row.step() {
        rowsRead += 1
        let other = numbers.node(imported: UInt32(truncatingIfNeeded: kept.row.integer(0)))
        append(Neighbour(relation: relation, node: NodeID(other)), to: &list, from: start)
      }
    }
  }

  private func corpusNeighbours(
    of number: Int, _ relations: [RelationID?], _ statement: LazyStatement, into list: inout [Neighbour]
  ) throws(Diagnostic) {
    let kept = try statement.ready()
    let start = list.count
    kept.row.bind(number, at: 1)
    defer { kept.row.reset() }
    while try kept.row.step() {
      rowsRead += 1
      guard let relation = relations[kept.row.integer(0)] else { continue }
      let other = numbers.node(derived: UInt32(truncatingIfNeeded: kept.row.integer(1)))
      append(Neighbour(relation: relation, node: NodeID(other)), to: &list, from: start)
    }
  }

  /// Appends a neighbour unless it is the one before: the rows of one edge, a graph each, follow one another.
  private func append(_ neighbour: Neighbour, to list: inout [Neighbour], from start: Int) {
    if list.count > start, list[list.count - 1] == neighbour { return }
    list.append(neighbour)
  }

  static func sortAndDeduplicate(_ list: inout [Neighbour], from start: Int) {
    guard list.count > start + 1 else { return }
    let sorted = list[start...].sorted { ($0.relation, $0.node) < ($1.relation, $1.node) }
    list.removeSubrange(start...)
    for neighbour in sorted where list.count == start || list[list.count - 1] != neighbour { list.append(neighbour) }
  }
}
