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
  /// Whether the automaton has but one position, and no guard that could tell two states of it apart.
  private let isSingle: Bool
  /// The layer of the forward search in which the searches met.
  private var meeting: Int32 = 0

  init(from start: NodeID, to end: NodeID, forward: HopExpander, backward: HopExpander, avoided: Set<NodeID>) throws {
    self.start = start
    self.end = end
    self.avoided = avoided
    isSingle = forward.automaton.positions.setOfPosition.count == 2
    self.forward = LayeredSearch(expander: forward, isReversed: false, avoided: avoided)
    self.backward = LayeredSearch(expander: backward, isReversed: true, avoided: avoided, start: start)
    self.forward.begin(at: start)
    try self.backward.beginBackwards(at: end)
  }

  /// Keeps paths from going through some nodes, the first one among them, and from having some nodes behind the first.
  func restrict(through blocked: [NodeID], barredSeconds: [NodeID]) {
    for node in blocked {
      forward.block(node)
      backward.block(node)
    }
    forward.barredSeconds = barredSeconds
    backward.barredSeconds = barredSeconds
  }

  /// Finds the shortest length; run once.
  /// - Parameter limit: lengths above are not looked for.
  func run(limit: Int32 = Int32.max) throws {
    var best = isMetAtOnce ? 0 : Int32.max
    while best > forward.depth + backward.depth, forward.depth + backward.depth < limit {
      if forward.isExhausted || backward.isExhausted { break }
      best = min(best, try advance())
    }
    if best != Int32.max {
      shortest = best
      try markShortest(best)
    }
  }

  /// Whether a path exists; stops behind the layer of the first meeting.
  func holds() throws -> Bool {
    if isMetAtOnce { return true }
    while !forward.isExhausted, !backward.isExhausted {
      if try advance() != Int32.max { return true }
    }
    return false
  }

  /// Whether the beginning and the end are one state.
  private var isMetAtOnce: Bool { forward.frontier.contains { backward.distances[$0.key] != nil } }

  /// Takes the search with the smaller frontier one layer further; returns the shortest length that was met.
  private func advance() throws -> Int32 {
    let isForward = forward.frontier.count <= backward.frontier.count
    let (search, other) = isForward ? (forward, backward) : (backward, forward)
    var meeting = Meeting(other: other.distances)
    try search.advance(&meeting)
    return meeting.best
  }

  /// For each state that shortest walks go through, up to so many states of the layer before are looked at rather than
  /// the state's predecessors: such states are often hubs, with thousands of these.
  private static let rescannedStates = 256

  /// Marks the states before the meeting that lie on a shortest walk.
  private func markShortest(_ length: Int32) throws {
    meeting = max(0, length - backward.depth)
    guard meeting > 0, Int(meeting) < forward.layers.count else { return }
    // Taken out for the loop: storage of a class is checked for other access at every use.
    let (reached, left) = (forward.distances, backward.distances)
    var remaining = StateTable()
    defer { remainingOnShortest = remaining }
    var current = forward.layers[Int(meeting)].filter { left[$0.key] == length - meeting }
    for state in current { _ = remaining.insert(state.key, length - meeting) }
    var level = meeting
    while level > 0 {
      var before: [SearchState] = []
      if forward.layers[Int(level - 1)].count <= Self.rescannedStates * current.count {
        before = try forward.states(ofLayer: Int(level - 1), leadingTo: remaining, length - level)
        for state in before { _ = remaining.insert(state.key, length - level + 1) }
      } else {
        for state in current {
          try backward.predecessors(of: state) { earlier in
            guard reached[earlier.key] == level - 1 else { return }
            if earlier.position != 0, !avoided.isEmpty, avoided.contains(earlier.node) { return }
            if remaining.insert(earlier.key, length - level + 1) { before.append(earlier) }
          }
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
  func deepen() throws {
    var observer = Unobserved()
    try backward.advance(&observer)
  }

  /// What remains on shortest walks, as a value to hold while their layers are gone through.
  var exact: ExactRemains {
    ExactRemains(behindMeeting: backward.distances, beforeMeeting: remainingOnShortest, isSingle: isSingle)
  }
}

/// From which states a shortest walk has how many hops left.
struct ExactRemains {
  fileprivate let behindMeeting: StateTable
  fileprivate let beforeMeeting: StateTable
  fileprivate let isSingle: Bool

  /// Whether a shortest walk may have a number of hops left at a node: false spares a closer look.
  @inline(__always)
  func mayRemain(_ node: NodeID, _ rest: Int32) -> Bool {
    // With one position, states and nodes are the same.
    guard isSingle else { return true }
    return isExact(SearchState(node: node, position: 1), rest)
  }

  /// Whether a shortest walk has so many hops left at one of the states of a node.
  func remains(_ node: NodeID, _ positions: [Int32], exactly rest: Int32) -> Bool {
    positions.contains { isExact(SearchState(node: node, position: $0), rest) }
  }

  @inline(__always)
  private func isExact(_ state: SearchState, _ rest: Int32) -> Bool {
    if let exact = behindMeeting[state.key] { return exact == rest }
    return beforeMeeting[state.key] == rest
  }
}
