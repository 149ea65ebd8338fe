import ConceptModel

/// The hops that leave a node and fit an automaton, read from a graph source and kept.
final class HopExpander {
  let source: any GraphSource
  let automaton: HopAutomaton
  let evidence: any EdgeEvidence
  let budget: SearchBudget
  private let symmetric: [Bool]
  private let isReversed: Bool
  private let filters: Bool
  private var scratch: [Neighbour] = []
  private var scratchBack: [Neighbour] = []
  private var arena: [Hop] = []
  private var kept: [UInt32: Range<Int>] = [:]

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
  }

  /// Replaces the list by the hops from a node, in an order that depends on content alone.
  func hops(from node: NodeID, into list: inout [Hop]) throws {
    list.removeAll(keepingCapacity: true)
    if let range = kept[node.raw] {
      list.append(contentsOf: arena[range])
      try budget.spend(edges: 0)
      return
    }
    let start = arena.count
    if automaton.needsAsserted { try read(node, denied: false) }
    if automaton.needsDenied { try read(node, denied: true) }
    let range = start..<arena.count
    kept[node.raw] = range
    list.append(contentsOf: arena[range])
    try budget.spend(edges: range.count)
  }

  private func read(_ node: NodeID, denied: Bool) throws {
    scratch.removeAll(keepingCapacity: true)
    scratchBack.removeAll(keepingCapacity: true)
    // A reversed search walks the same edges from their other ends.
    let leaving = isReversed ? automaton.against : automaton.along
    let arriving = isReversed ? automaton.along : automaton.against
    if !leaving.isEmpty { try source.successors(of: node, over: leaving, denied: denied, into: &scratch) }
    if !arriving.isEmpty { try source.predecessors(of: node, over: arriving, denied: denied, into: &scratchBack) }
    for neighbour in scratch { try keep(neighbour, .forward, node, denied) }
    for neighbour in scratchBack {
      let isEither = symmetric[Int(neighbour.relation.raw)] || neighbour.node == node
      if isEither, contains(scratch, neighbour) { continue }
      try keep(neighbour, .backward, node, denied)
    }
  }

  /// Neighbours come sorted by relation and node.
  private func contains(_ list: [Neighbour], _ wanted: Neighbour) -> Bool {
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      let found = list[middle]
      if found == wanted { return true }
      let isBefore =
        found.relation != wanted.relation ? found.relation < wanted.relation : found.node < wanted.node
      if isBefore { low = middle + 1 } else { high = middle }
    }
    return false
  }

  private func keep(_ neighbour: Neighbour, _ direction: HopDirection, _ node: NodeID, _ denied: Bool) throws {
    let isSymmetric = symmetric[Int(neighbour.relation.raw)]
    let isLoop = neighbour.node == node
    var matched = isSymmetric || isLoop ? HopDirection.either : direction
    if isReversed, matched != .either { matched = matched == .forward ? .backward : .forward }
    let hopClass = automaton.hopClass(neighbour.relation, matched, denied: denied)
    guard hopClass != 0 else { return }
    let printed: HopDirection = isSymmetric ? .either : isLoop ? .forward : direction
    let hop = Hop(
      relation: neighbour.relation, direction: printed, isDenied: denied, node: neighbour.node, hopClass: hopClass)
    if filters, try !evidence.passes(hop.edge(from: node)) { return }
    arena.append(hop)
  }
}
