import ConceptModel

/// The hops that leave a node and fit an automaton, read from a graph source and kept.
final class HopExpander {
  let source: any GraphSource
  let automaton: HopAutomaton
  let evidence: any EdgeEvidence
  let budget: SearchBudget
  /// All hops that were read: `row(of:)` tells which of them are those of a node.
  private(set) var arena: [Hop] = []
  private let symmetric: [Bool]
  private let isReversed: Bool
  private let filters: Bool
  /// For every relation and polarity, the class of a hop over an edge that leaves, and over one that arrives.
  private var leaving: [UInt16]
  private var arriving: [UInt16]
  private var arrays: EdgeArrays?
  /// The rows to look at where there are arrays and every edge passes; what searches use rather than `row`.
  private(set) var edgeScan: EdgeScan?
  private var scratch: [Neighbour] = []
  private var scratchBack: [Neighbour] = []
  /// The number of each node that was read, and where its hops begin and end in the arena.
  private var numbers = StateTable()
  private var rows: [Range<Int32>] = []

  /// - Parameter isReversed: whether the search runs against the automaton, from the ends of paths to their beginnings.
  init(
    source: any GraphSource, automaton: HopAutomaton, symmetric: [Bool], evidence: any EdgeEvidence,
    budget: SearchBudget, isReversed: Bool
  ) {
    self.source = source
    self.evidence = evidence
    self.budget = budget
    self.isReversed = isReversed
    self.automaton = automaton
    self.symmetric = symmetric
    filters = evidence.filters
    leaving = Array(repeating: EdgeScan.ignored, count: symmetric.count * 2)
    arriving = leaving
    // A reversed search walks the same edges from their other ends.
    let (along, against) = isReversed ? (automaton.against, automaton.along) : (automaton.along, automaton.against)
    for denied in [false, true] {
      for relation in along { leaving[slot(relation, denied)] = hopClass(relation, .forward, denied) }
      for relation in against { arriving[slot(relation, denied)] = hopClass(relation, .backward, denied) }
    }
    takeArrays()
  }

  private func takeArrays() {
    arrays = source.arrays
    edgeScan = arrays.flatMap(makeScan)
  }

  @inline(__always)
  private func slot(_ relation: RelationID, _ denied: Bool) -> Int { Int(relation.raw) * 2 + (denied ? 1 : 0) }

  /// The class of a hop as seen from the node where it is read.
  private func hopClass(_ relation: RelationID, _ direction: HopDirection, _ denied: Bool) -> UInt16 {
    var matched = symmetric[Int(relation.raw)] ? HopDirection.either : direction
    if isReversed, matched != .either { matched = matched == .forward ? .backward : .forward }
    return automaton.hopClass(relation, matched, denied: denied)
  }

  /// Whether edges are read from arrays rather than row by row.
  var canScan: Bool { edgeScan != nil }

  private func makeScan(_ arrays: EdgeArrays) -> EdgeScan? {
    guard !filters else { return nil }
    var parts: [EdgeScan.Part] = []
    let (along, against) = isReversed ? (automaton.against, automaton.along) : (automaton.along, automaton.against)
    for denied in [false, true] where denied ? automaton.needsDenied : automaton.needsAsserted {
      let directions = arrays.directions(denied: denied)
      for (wanted, classes, isLeaving) in [(along, leaving, true), (against, arriving, false)] where !wanted.isEmpty {
        parts.append(
          EdgeScan.Part(
            rows: isLeaving ? directions.out : directions.into, wanted: wanted,
            classes: symmetric.indices.map { classes[$0 * 2 + (denied ? 1 : 0)] }, isLeaving: isLeaving,
            isDenied: denied))
      }
    }
    return EdgeScan(parts: parts, automaton: automaton, budget: budget)
  }

  /// The hop over an edge that a scan met; nil when the edge has no direction and was met before.
  func hop(over edge: EdgeScan.Edge, from node: NodeID) -> Hop? {
    let isSymmetric = symmetric[Int(edge.end.relation.raw)]
    let isLoop = edge.node == node
    if !edge.isLeaving, isSymmetric || isLoop, leaving[slot(edge.end.relation, edge.isDenied)] != EdgeScan.ignored,
      let arrays
    {
      // Loops are in the rows of both directions.
      let out = arrays.directions(denied: edge.isDenied).out
      let row = out.row(of: node)
      if isLoop || out.neighbours[out.places(of: edge.end.relation, in: row)].contains(edge.end) { return nil }
    }
    let direction: HopDirection = isSymmetric ? .either : isLoop || edge.isLeaving ? .forward : .backward
    return Hop(
      relation: edge.end.relation, direction: direction, isDenied: edge.isDenied, node: edge.node,
      hopClass: edge.hopClass)
  }

  /// Calls `body` with every hop from a node, in an order that depends on content alone.
  @inline(__always)
  func forEachHop(from node: NodeID, where isWanted: (NodeID) -> Bool, _ body: (Hop) throws -> Void) throws {
    if let edgeScan {
      try edgeScan.forEach(node) { edge in
        if isWanted(edge.node), let hop = hop(over: edge, from: node) { try body(hop) }
      }
      return
    }
    let row = try row(of: node)
    let arena = arena
    for place in row where isWanted(arena[place].node) { try body(arena[place]) }
  }

  /// The places in `arena` of the hops from a node, whose order depends on content alone.
  ///
  /// The arena may move when the next row is read.
  func row(of node: NodeID) throws -> Range<Int> {
    if let number = numbers[UInt64(node.raw)] {
      try budget.spend(edges: 0)
      let row = rows[Int(number)]
      return Int(row.lowerBound)..<Int(row.upperBound)
    }
    let start = arena.count
    if automaton.needsAsserted { try read(node, denied: false) }
    if automaton.needsDenied { try read(node, denied: true) }
    _ = numbers.insert(UInt64(node.raw), Int32(rows.count))
    rows.append(Int32(start)..<Int32(arena.count))
    try budget.spend(edges: arena.count - start)
    return start..<arena.count
  }

  /// Replaces the list by the hops from a node.
  func hops(from node: NodeID, into list: inout [Hop]) throws {
    let row = try row(of: node)
    list.removeAll(keepingCapacity: true)
    list.append(contentsOf: arena[row])
  }

  private func read(_ node: NodeID, denied: Bool) throws {
    let (along, against) = isReversed ? (automaton.against, automaton.along) : (automaton.along, automaton.against)
    scratch.removeAll(keepingCapacity: true)
    scratchBack.removeAll(keepingCapacity: true)
    if !along.isEmpty { try source.successors(of: node, over: along, denied: denied, into: &scratch) }
    if !against.isEmpty { try source.predecessors(of: node, over: against, denied: denied, into: &scratchBack) }
    for neighbour in scratch { try keep(neighbour, .forward, node, denied) }
    for neighbour in scratchBack {
      let isEither = symmetric[Int(neighbour.relation.raw)] || neighbour.node == node
      if isEither, contains(scratch, neighbour) { continue }
      try keep(neighbour, .backward, node, denied)
    }
    // A source may put its edges into arrays once it has been read long enough.
    if arrays == nil { takeArrays() }
  }

  /// Neighbours come sorted by relation and node.
  private func contains(_ list: [Neighbour], _ wanted: Neighbour) -> Bool {
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      let found = list[middle]
      if found == wanted { return true }
      if found.isBefore(wanted) { low = middle + 1 } else { high = middle }
    }
    return false
  }

  /// Adds the hop over an edge unless the automaton or a condition has no use for it.
  private func keep(_ neighbour: Neighbour, _ direction: HopDirection, _ node: NodeID, _ denied: Bool) throws {
    let isSymmetric = symmetric[Int(neighbour.relation.raw)]
    let isLoop = neighbour.node == node
    let hopClass =
      isLoop
      ? automaton.hopClass(neighbour.relation, .either, denied: denied)
      : self.hopClass(neighbour.relation, direction, denied)
    guard hopClass != 0 else { return }
    let printed: HopDirection = isSymmetric ? .either : isLoop ? .forward : direction
    let hop = Hop(
      relation: neighbour.relation, direction: printed, isDenied: denied, node: neighbour.node, hopClass: hopClass)
    if filters, try !evidence.passes(hop.edge(from: node)) { return }
    arena.append(hop)
  }
}
