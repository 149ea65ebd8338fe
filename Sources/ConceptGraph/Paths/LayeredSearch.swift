/// A state of a search: a node and the position of the automaton that was crossed to reach it.
struct SearchState: Hashable {
  var node: NodeID
  var position: Int32

  var key: UInt64 { UInt64(node.raw) << 16 | UInt64(UInt16(truncatingIfNeeded: position)) }
}

/// Is told of every state that a search reaches for the first time.
protocol StateObserver {
  mutating func reached(_ state: SearchState, at distance: Int32) throws
}

/// Watches a search from one end for states that the search from the other end has reached.
struct Meeting: StateObserver {
  let other: StateTable
  /// The length of the shortest walk that was met.
  var best = Int32.max

  @inline(__always)
  mutating func reached(_ state: SearchState, at distance: Int32) {
    if let rest = other[state.key] { best = min(best, distance + rest) }
  }
}

/// Watches nothing.
struct Unobserved: StateObserver {
  func reached(_ state: SearchState, at distance: Int32) {}
}

/// Breadth-first search over pairs of node and position, one layer at a time, from the beginning or from the end.
final class LayeredSearch {
  let expander: HopExpander
  private let positions: PositionAutomaton
  private let isReversed: Bool
  private let avoided: Set<NodeID>
  /// The beginning of paths that a reversed search looks out for.
  private let start: NodeID?
  /// Whether a reversed search notes every node at which a path may begin.
  var acceptsAnyStart = false
  private(set) var distances = StateTable()
  /// The states of every layer that was reached.
  private(set) var layers: [[SearchState]] = [[]]
  private var hops: [Hop] = []

  init(expander: HopExpander, isReversed: Bool, avoided: Set<NodeID>, start: NodeID? = nil) {
    self.expander = expander
    positions = expander.automaton.positions
    self.isReversed = isReversed
    self.avoided = avoided
    self.start = start
  }

  /// The distance up to which every state is known.
  var depth: Int32 { Int32(layers.count - 1) }
  var frontier: [SearchState] { layers[layers.count - 1] }
  var isExhausted: Bool { layers[layers.count - 1].isEmpty }

  /// The few nodes that may not stand behind the first node of paths.
  var barredSeconds: [NodeID] = []

  @inline(__always)
  private func mayBegin(with second: NodeID) -> Bool { barredSeconds.isEmpty || !barredSeconds.contains(second) }

  /// Keeps paths from going through a node; they may begin at it.
  func block(_ node: NodeID) {
    // A distance that no state has keeps the node from being reached and tells nothing about it.
    for position in 1..<max(1, positions.setOfPosition.count) {
      _ = distances.insert(SearchState(node: node, position: Int32(position)).key, Int32.max)
    }
  }

  private func isStart(_ node: NodeID) -> Bool { node == start || acceptsAnyStart }

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

  /// Keeps what `EdgeScan.reach` returns.
  private var rowsReached: UInt32 = 0

  /// Expands the last layer; tells the observer every new state.
  func advance(_ observer: inout some StateObserver) throws {
    var next: [SearchState] = []
    let distance = depth + 1
    // The table is taken out for the loop: storage of a class is checked for other access at every use.
    var table = StateTable.vacant
    swap(&table, &distances)
    defer { swap(&table, &distances) }
    let layer = frontier
    for (index, state) in layer.enumerated() {
      // Arrays may come while rows are read one by one.
      let scan = expander.edgeScan
      if index % EdgeScan.reachedAtOnce == 0, let scan {
        rowsReached &+= scan.reach(layer[index..<min(index + EdgeScan.reachedAtOnce, layer.count)])
      }
      if isReversed {
        try expandBackwards(state, scan, distance, &table, &next, &observer)
      } else {
        try expand(state, scan, distance, &table, &next, &observer)
      }
    }
    layers.append(next)
  }

  @inline(__always)
  private func expand(
    _ state: SearchState, _ scan: EdgeScan?, _ distance: Int32, _ table: inout StateTable, _ next: inout [SearchState],
    _ observer: inout some StateObserver
  ) throws {
    if state.position != 0, !avoided.isEmpty, avoided.contains(state.node) { return }
    let arcs = positions.follow[Int(state.position)]
    if arcs.isEmpty { return }
    if arcs.count == 1, let scan {
      let arc = arcs[0]
      let matching = expander.automaton.matching(Int(arc.position))
      let held = try positions.heldGuards(arc.guards, at: state.node)
      let isOpen = held == arc.guards
      try scan.forEach(state.node) { edge in
        guard isOpen, matching[Int(edge.hopClass)], state.position != 0 || mayBegin(with: edge.node) else { return }
        let reached = SearchState(node: edge.node, position: arc.position)
        if table.insert(reached.key, distance) {
          next.append(reached)
          try observer.reached(reached, at: distance)
        }
      }
      return
    }
    let row = try expander.row(of: state.node)
    let arena = expander.arena
    for arc in arcs {
      if arc.guards != 0, try positions.heldGuards(arc.guards, at: state.node) != arc.guards { continue }
      let matching = expander.automaton.matching(Int(arc.position))
      for place in row where matching[Int(arena[place].hopClass)] {
        if state.position == 0, !mayBegin(with: arena[place].node) { continue }
        let reached = SearchState(node: arena[place].node, position: arc.position)
        if table.insert(reached.key, distance) {
          next.append(reached)
          try observer.reached(reached, at: distance)
        }
      }
    }
  }

  @inline(__always)
  private func expandBackwards(
    _ state: SearchState, _ scan: EdgeScan?, _ distance: Int32, _ table: inout StateTable, _ next: inout [SearchState],
    _ observer: inout some StateObserver
  ) throws {
    if state.position == 0 { return }
    let matching = expander.automaton.matching(Int(state.position))
    let arcs = positions.precede[Int(state.position)]
    if let scan {
      try scan.forEach(state.node) { edge in
        guard matching[Int(edge.hopClass)] else { return }
        try arrive(at: edge.node, from: state.node, arcs, distance, &table, &next, &observer)
      }
      return
    }
    let row = try expander.row(of: state.node)
    let arena = expander.arena
    for place in row where matching[Int(arena[place].hopClass)] {
      try arrive(at: arena[place].node, from: state.node, arcs, distance, &table, &next, &observer)
    }
  }

  @inline(__always)
  private func arrive(
    at node: NodeID, from later: NodeID, _ arcs: [PositionAutomaton.Arc], _ distance: Int32,
    _ table: inout StateTable, _ next: inout [SearchState], _ observer: inout some StateObserver
  ) throws {
    for arc in arcs {
      if arc.position == 0 ? !isStart(node) || !mayBegin(with: later) : !avoided.isEmpty && avoided.contains(node) {
        continue
      }
      if arc.guards != 0, try positions.heldGuards(arc.guards, at: node) != arc.guards { continue }
      let reached = SearchState(node: node, position: arc.position)
      if table.insert(reached.key, distance) {
        next.append(reached)
        try observer.reached(reached, at: distance)
      }
    }
  }

  /// The states of an expanded layer from which a hop leads to a state that has the given value in a table.
  ///
  /// Their rows were read when the layer was expanded.
  func states(ofLayer level: Int, leadingTo table: StateTable, _ value: Int32) throws -> [SearchState] {
    var found: [SearchState] = []
    for state in layers[level] {
      if state.position != 0, !avoided.isEmpty, avoided.contains(state.node) { continue }
      if try leads(state, to: table, value) { found.append(state) }
    }
    return found
  }

  private func leads(_ state: SearchState, to table: StateTable, _ value: Int32) throws -> Bool {
    var isFound = false
    let scan = expander.edgeScan
    for arc in positions.follow[Int(state.position)] where !isFound {
      if arc.guards != 0, try positions.heldGuards(arc.guards, at: state.node) != arc.guards { continue }
      let matching = expander.automaton.matching(Int(arc.position))
      @inline(__always) func look(_ node: NodeID, _ hopClass: UInt16) {
        guard !isFound, matching[Int(hopClass)], state.position != 0 || mayBegin(with: node) else { return }
        isFound = table[SearchState(node: node, position: arc.position).key] == value
      }
      if let scan {
        try scan.forEach(state.node) { look($0.node, $0.hopClass) }
      } else {
        let row = try expander.row(of: state.node)
        let arena = expander.arena
        for place in row { look(arena[place].node, arena[place].hopClass) }
      }
    }
    return isFound
  }

  /// The states one hop before a state, among those of a given search.
  @inline(__always)
  func predecessors(of state: SearchState, _ body: (SearchState) throws -> Void) throws {
    if state.position == 0 { return }
    let arcs = positions.precede[Int(state.position)]
    if let scan = expander.edgeScan {
      let matching = expander.automaton.matching(Int(state.position))
      try scan.forEach(state.node) { edge in
        guard matching[Int(edge.hopClass)] else { return }
        for arc in arcs {
          if arc.guards != 0, try positions.heldGuards(arc.guards, at: edge.node) != arc.guards { continue }
          try body(SearchState(node: edge.node, position: arc.position))
        }
      }
      return
    }
    try expander.hops(from: state.node, into: &hops)
    for hop in hops where expander.automaton.matches(hop.hopClass, position: Int(state.position)) {
      for arc in arcs {
        if arc.guards != 0, try positions.heldGuards(arc.guards, at: hop.node) != arc.guards { continue }
        try body(SearchState(node: hop.node, position: arc.position))
      }
    }
  }

  /// The nodes at which a path may end, in the order in which they are reached, up to a number of them.
  func ends(allowed: (NodeID) throws -> Bool, limit: Int) throws -> [NodeID] {
    try withoutActuallyEscaping(allowed) { allowed in
      var note = EndNote(positions: positions, allowed: allowed)
      for state in frontier { try note.reached(state, at: 0) }
      while !isExhausted, note.ends.count < limit { try advance(&note) }
      return note.ends
    }
  }

  /// The nodes at which a path to the given end may begin; every node counts as a beginning.
  func beginnings(limit: Int) throws -> [NodeID] {
    var note = BeginningNote()
    for state in frontier { note.reached(state, at: 0) }
    while !isExhausted, note.found.count < limit { try advance(&note) }
    return note.found
  }
}

/// Collects the nodes at which paths may end.
private struct EndNote: StateObserver {
  let positions: PositionAutomaton
  let allowed: (NodeID) throws -> Bool
  var ends: [NodeID] = []
  private var seen = StateTable()

  init(positions: PositionAutomaton, allowed: @escaping (NodeID) throws -> Bool) {
    self.positions = positions
    self.allowed = allowed
  }

  mutating func reached(_ state: SearchState, at distance: Int32) throws {
    let masks = positions.accepting[Int(state.position)]
    if masks.isEmpty || seen[UInt64(state.node.raw)] != nil { return }
    if masks[0] != 0 {
      let held = try positions.heldGuards(masks.reduce(0) { $0 | $1 }, at: state.node)
      guard positions.accepts(Int(state.position), guards: held) else { return }
    }
    guard try allowed(state.node) else { return }
    _ = seen.insert(UInt64(state.node.raw), 0)
    ends.append(state.node)
  }
}

/// Collects the nodes at which paths may begin.
private struct BeginningNote: StateObserver {
  var found: [NodeID] = []
  private var seen = StateTable()

  init() {}

  mutating func reached(_ state: SearchState, at distance: Int32) {
    if state.position == 0, seen.insert(UInt64(state.node.raw), 0) { found.append(state.node) }
  }
}
