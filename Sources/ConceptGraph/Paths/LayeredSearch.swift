/// A state of a search: a node and the position of the automaton that was crossed to reach it.
struct SearchState: Hashable {
  var node: NodeID
  var position: Int32

  var key: UInt64 { UInt64(node.raw) << 16 | UInt64(UInt16(truncatingIfNeeded: position)) }
}

/// Breadth-first search over pairs of node and position, one layer at a time, from the beginning or from the end.
final class LayeredSearch {
  let expander: HopExpander
  private let positions: PositionAutomaton
  private let isReversed: Bool
  private let avoided: Set<NodeID>
  /// The beginnings of paths that a reversed search looks out for.
  private let starts: Set<NodeID>
  /// Whether a reversed search notes every node at which a path may begin.
  var acceptsAnyStart = false
  private(set) var distances = StateTable()
  /// The states of every layer that was reached.
  private(set) var layers: [[SearchState]] = [[]]
  private var hops: [Hop] = []

  init(expander: HopExpander, isReversed: Bool, avoided: Set<NodeID>, starts: Set<NodeID> = []) {
    self.expander = expander
    positions = expander.automaton.positions
    self.isReversed = isReversed
    self.avoided = avoided
    self.starts = starts
  }

  /// The distance up to which every state is known.
  var depth: Int32 { Int32(layers.count - 1) }
  var frontier: [SearchState] { layers[layers.count - 1] }
  var isExhausted: Bool { layers[layers.count - 1].isEmpty }

  private func isStart(_ node: NodeID) -> Bool { acceptsAnyStart || starts.contains(node) }

  /// Begins at the first node of paths.
  func begin(at node: NodeID) {
    let state = SearchState(node: node, position: 0)
    if distances.insert(state.key, 0) { layers[0].append(state) }
  }

  /// Begins at the last node of paths.
  func beginBackwards(at node: NodeID) throws {
    for position in positions.accepting.indices where !positions.accepting[position].isEmpty {
      let mask = positions.accepting[position].reduce(0) { $0 | $1 }
      guard positions.accepts(position, guards: try positions.heldGuards(mask, at: node)) else { continue }
      if position == 0 && !isStart(node) { continue }
      let state = SearchState(node: node, position: Int32(position))
      if distances.insert(state.key, 0) { layers[0].append(state) }
    }
  }

  /// Expands the last layer; calls `found` with every new state.
  func advance(_ found: (SearchState) throws -> Void) throws {
    var next: [SearchState] = []
    let distance = depth + 1
    for state in frontier {
      if isReversed {
        try expandBackwards(state, distance, &next, found)
      } else {
        try expand(state, distance, &next, found)
      }
    }
    layers.append(next)
  }

  private func expand(
    _ state: SearchState, _ distance: Int32, _ next: inout [SearchState], _ found: (SearchState) throws -> Void
  ) throws {
    if state.position != 0, avoided.contains(state.node) { return }
    let arcs = positions.follow[Int(state.position)]
    if arcs.isEmpty { return }
    try expander.hops(from: state.node, into: &hops)
    for arc in arcs {
      if arc.guards != 0, try positions.heldGuards(arc.guards, at: state.node) != arc.guards { continue }
      for hop in hops where expander.automaton.matches(hop.hopClass, position: Int(arc.position)) {
        let reached = SearchState(node: hop.node, position: arc.position)
        if distances.insert(reached.key, distance) {
          next.append(reached)
          try found(reached)
        }
      }
    }
  }

  private func expandBackwards(
    _ state: SearchState, _ distance: Int32, _ next: inout [SearchState], _ found: (SearchState) throws -> Void
  ) throws {
    if state.position == 0 { return }
    try expander.hops(from: state.node, into: &hops)
    for hop in hops where expander.automaton.matches(hop.hopClass, position: Int(state.position)) {
      for arc in positions.precede[Int(state.position)] {
        if arc.position == 0 ? !isStart(hop.node) : avoided.contains(hop.node) { continue }
        if arc.guards != 0, try positions.heldGuards(arc.guards, at: hop.node) != arc.guards { continue }
        let reached = SearchState(node: hop.node, position: arc.position)
        if distances.insert(reached.key, distance) {
          next.append(reached)
          try found(reached)
        }
      }
    }
  }

  /// The states one hop before a state, among those of a given search.
  func predecessors(of state: SearchState, _ body: (SearchState) throws -> Void) throws {
    if state.position == 0 { return }
    try expander.hops(from: state.node, into: &hops)
    for hop in hops where expander.automaton.matches(hop.hopClass, position: Int(state.position)) {
      for arc in positions.precede[Int(state.position)] {
        if arc.guards != 0, try positions.heldGuards(arc.guards, at: hop.node) != arc.guards { continue }
        try body(SearchState(node: hop.node, position: arc.position))
      }
    }
  }

  /// The nodes at which a path may end, in the order in which they are reached, up to a number of them.
  func ends(allowed: (NodeID) throws -> Bool, limit: Int) throws -> [NodeID] {
    var ends: [NodeID] = []
    var seen: Set<NodeID> = []
    func note(_ state: SearchState) throws {
      let masks = positions.accepting[Int(state.position)]
      if masks.isEmpty || seen.contains(state.node) { return }
      let held = try positions.heldGuards(masks.reduce(0) { $0 | $1 }, at: state.node)
      guard positions.accepts(Int(state.position), guards: held), try allowed(state.node) else { return }
      seen.insert(state.node)
      ends.append(state.node)
    }
    for state in frontier { try note(state) }
    while !isExhausted, ends.count < limit { try advance(note) }
    return ends
  }

  /// The nodes at which a path to the given end may begin; every node counts as a beginning.
  func beginnings(limit: Int) throws -> [NodeID] {
    var found: [NodeID] = []
    var seen: Set<NodeID> = []
    func note(_ state: SearchState) {
      if state.position == 0, seen.insert(state.node).inserted { found.append(state.node) }
    }
    for state in frontier { note(state) }
    while !isExhausted, found.count < limit { try advance(note) }
    return found
  }
}
