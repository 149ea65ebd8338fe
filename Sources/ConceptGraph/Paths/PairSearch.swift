/// The shortest length between two nodes and bounds on what remains, found from both ends at once.
///
/// Both searches go on layer by layer, the smaller frontier first, until no shorter meeting is possible; in a graph of a
/// million edges that looks at about a thousand of them.
final class PairSearch {
  let start: NodeID
  let end: NodeID
  let forward: LayeredSearch
  let backward: LayeredSearch
  let avoided: Set<NodeID>
  /// The length of the shortest walk; nil when there is none.
  private(set) var shortest: Int32?
  /// What remains from states that lie on a shortest walk, before the searches met.
  private var remainingOnShortest = StateTable()
  /// The layer of the forward search in which the searches met.
  private var meeting: Int32 = 0

  init(from start: NodeID, to end: NodeID, forward: HopExpander, backward: HopExpander, avoided: Set<NodeID>) throws {
    self.start = start
    self.end = end
    self.avoided = avoided
    self.forward = LayeredSearch(expander: forward, isReversed: false, avoided: avoided)
    self.backward = LayeredSearch(expander: backward, isReversed: true, avoided: avoided, starts: [start])
    self.forward.begin(at: start)
    try self.backward.beginBackwards(at: end)
  }

  /// Finds the shortest length; run once.
  /// - Parameter limit: lengths above are not looked for.
  func run(limit: Int32 = Int32.max) throws {
    var best = Int32.max
    for state in forward.frontier where backward.distances[state.key] != nil { best = 0 }
    while best > forward.depth + backward.depth, forward.depth + backward.depth < limit {
      if forward.isExhausted || backward.isExhausted { break }
      if forward.frontier.count <= backward.frontier.count {
        let distance = forward.depth + 1
        try forward.advance { state in
          if let rest = backward.distances[state.key] { best = min(best, distance + rest) }
        }
      } else {
        let distance = backward.depth + 1
        try backward.advance { state in
          if let rest = forward.distances[state.key] { best = min(best, distance + rest) }
        }
      }
    }
    if best != Int32.max {
      shortest = best
      try markShortest(best)
    }
  }

  /// Whether a path exists; stops at the first meeting.
  func holds() throws -> Bool {
    for state in forward.frontier where backward.distances[state.key] != nil { return true }
    var met = false
    while !met, !forward.isExhausted, !backward.isExhausted {
      if forward.frontier.count <= backward.frontier.count {
        try forward.advance { if backward.distances[$0.key] != nil { met = true } }
      } else {
        try backward.advance { if forward.distances[$0.key] != nil { met = true } }
      }
    }
    return met
  }

  /// Marks the states before the meeting that lie on a shortest walk.
  private func markShortest(_ length: Int32) throws {
    meeting = max(0, length - backward.depth)
    guard meeting > 0, Int(meeting) < forward.layers.count else { return }
    var current = forward.layers[Int(meeting)].filter { backward.distances[$0.key] == length - meeting }
    for state in current { _ = remainingOnShortest.insert(state.key, length - meeting) }
    var level = meeting
    while level > 0 {
      var before: [SearchState] = []
      for state in current {
        try backward.predecessors(of: state) { earlier in
          guard forward.distances[earlier.key] == level - 1 else { return }
          if earlier.position != 0, avoided.contains(earlier.node) { return }
          if remainingOnShortest.insert(earlier.key, length - level + 1) { before.append(earlier) }
        }
      }
      current = before
      level -= 1
    }
  }

  /// A lower bound on the hops that remain from a state, and whether it is exact; nil when the end is out of reach.
  func remaining(_ state: SearchState) -> (bound: Int32, isExact: Bool)? {
    if let exact = backward.distances[state.key] { return (exact, true) }
    if let exact = remainingOnShortest[state.key] { return (exact, true) }
    if backward.isExhausted { return nil }
    var bound = backward.depth + 1
    if let shortest, let reached = forward.distances[state.key], reached <= meeting {
      bound = max(bound, shortest - reached + 1)
    }
    return (bound, false)
  }

  /// The bound for a deterministic state: the least over its positions.
  func remaining(_ node: NodeID, _ state: HopAutomaton.State) -> (bound: Int32, isExact: Bool)? {
    var best: (bound: Int32, isExact: Bool)?
    for position in state.positions {
      guard let found = remaining(SearchState(node: node, position: position)) else { continue }
      // Of equal bounds the exact one decides.
      if best == nil || found.bound < best!.bound || found.bound == best!.bound && found.isExact { best = found }
    }
    return best
  }

  /// Extends the exact region at the end by one layer.
  func deepen() throws { try backward.advance { _ in } }
}
