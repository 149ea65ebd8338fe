/// The position automaton made deterministic on the way, over classes of hops.
///
/// Every walk has exactly one run, so that no path is found twice however many ways the expression matches it.
final class HopAutomaton {
  let positions: PositionAutomaton
  /// The class of every (relation, direction, polarity); class 0 matches nothing.
  private var classOfHop: [UInt16] = []
  private(set) var classCount = 1
  /// For every hop set, which classes are in it.
  private var classes: [[Bool]] = []
  /// The relations that are crossed from subject to object, and those crossed the other way, ascending.
  private(set) var along: [RelationID] = []
  private(set) var against: [RelationID] = []
  private(set) var needsAsserted = false
  private(set) var needsDenied = false

  /// A deterministic state: the positions that may just have been crossed, and the guards that hold here.
  struct State: Hashable {
    var positions: [Int32]
    var held: UInt64
  }

  private(set) var states: [State] = []
  private var numbers: [State: Int32] = [:]
  private var raws: [[Int32]] = []
  private var rawNumbers: [[Int32]: Int32] = [:]
  private var rawGuards: [UInt64] = []
  private var rawState: [Int32] = []
  /// raw set after state and class; -2 unknown, -1 none.
  private var transitions: [Int32] = []
  private(set) var isAccepting: [Bool] = []

  /// - Parameter symmetric: for every relation, whether it is symmetric.
  init(_ positions: PositionAutomaton, symmetric: [Bool]) {
    self.positions = positions
    classify(symmetric)
  }

  private func classify(_ symmetric: [Bool]) {
    let sets = positions.hopSets
    var known: [[Bool]: UInt16] = [:]
    classes = Array(repeating: [false], count: sets.count)
    classOfHop = Array(repeating: 0, count: symmetric.count * 6)
    // One hop set, the usual case, has one class beside the empty one.
    if let only = sets.first, sets.count == 1 {
      classes = [[false, true]]
      classCount = 2
      forEachHop(symmetric) { relation, direction, denied, slot in
        guard only.matches(relation, direction, denied: denied) else { return }
        noteNeeds(relation, direction, denied: denied, isSymmetric: symmetric[Int(relation.raw)])
        classOfHop[slot] = 1
      }
      return
    }
    forEachHop(symmetric) { relation, direction, denied, slot in
      let key = sets.map { $0.matches(relation, direction, denied: denied) }
      guard key.contains(true) else { return }
      noteNeeds(relation, direction, denied: denied, isSymmetric: symmetric[Int(relation.raw)])
      let number = known[key] ?? UInt16(classCount)
      if known.updateValue(number, forKey: key) == nil {
        for (set, isMember) in key.enumerated() { classes[set].append(isMember) }
        classCount += 1
      }
      classOfHop[slot] = number
    }
  }

  private func forEachHop(_ symmetric: [Bool], _ body: (RelationID, HopDirection, Bool, Int) -> Void) {
    for relation in symmetric.indices {
      for (direction, offset) in [(HopDirection.forward, 0), (.backward, 2), (.either, 4)] {
        for denied in [false, true] {
          body(RelationID(UInt16(relation)), direction, denied, relation * 6 + offset + (denied ? 1 : 0))
        }
      }
    }
  }

  private func noteNeeds(_ relation: RelationID, _ direction: HopDirection, denied: Bool, isSymmetric: Bool) {
    // A loop counts as either way; only symmetric relations need both lists for it.
    let isBoth = direction == .either && isSymmetric
    if direction == .forward || isBoth, along.last != relation { along.append(relation) }
    if direction == .backward || isBoth, against.last != relation { against.append(relation) }
    if denied { needsDenied = true } else { needsAsserted = true }
  }

  func hopClass(_ relation: RelationID, _ direction: HopDirection, denied: Bool) -> UInt16 {
    classOfHop[Int(relation.raw) * 6 + Int(direction.rawValue) * 2 + (denied ? 1 : 0)]
  }

  /// Whether hops of a class may be crossed as a position.
  @inline(__always)
  func matches(_ hopClass: UInt16, position: Int) -> Bool { matching(position)[Int(hopClass)] }

  /// For every class of hops, whether its hops may be crossed as a position: read once before a loop over hops.
  @inline(__always)
  func matching(_ position: Int) -> [Bool] { classes[positions.setOfPosition[position]] }

  /// The positions that may just have been crossed in a state.
  @inline(__always)
  func positions(of state: Int32) -> [Int32] { states[Int(state)].positions }

  /// The state at the first node of a path.
  func start(at node: NodeID) throws -> Int32 { try state(raw([0]), at: node) }

  /// The state after crossing a hop to a node, or nil when the hop fits nowhere.
  func step(_ state: Int32, _ hopClass: UInt16, to node: NodeID) throws -> Int32? {
    let slot = Int(state) * classCount + Int(hopClass)
    var next = transitions[slot]
    if next == -2 {
      next = computeStep(state, hopClass)
      transitions[slot] = next
    }
    return next < 0 ? nil : try self.state(next, at: node)
  }

  private func computeStep(_ number: Int32, _ hopClass: UInt16) -> Int32 {
    let state = states[Int(number)]
    var reached: Set<Int32> = []
    for position in state.positions {
      for arc in positions.follow[Int(position)] where arc.guards & ~state.held == 0 {
        if matches(hopClass, position: Int(arc.position)) { reached.insert(arc.position) }
      }
    }
    return reached.isEmpty ? -1 : raw(reached.sorted())
  }

  private func raw(_ set: [Int32]) -> Int32 {
    if let known = rawNumbers[set] { return known }
    let number = Int32(raws.count)
    rawNumbers[set] = number
    raws.append(set)
    var mask: UInt64 = 0
    for position in set {
      for arc in positions.follow[Int(position)] { mask |= arc.guards }
      for guards in positions.accepting[Int(position)] { mask |= guards }
    }
    rawGuards.append(mask)
    rawState.append(-1)
    return number
  }

  private func state(_ raw: Int32, at node: NodeID) throws -> Int32 {
    let mask = rawGuards[Int(raw)]
    if mask == 0, rawState[Int(raw)] >= 0 { return rawState[Int(raw)] }
    let state = State(positions: raws[Int(raw)], held: try positions.heldGuards(mask, at: node))
    if let known = numbers[state] { return known }
    let number = Int32(states.count)
    numbers[state] = number
    states.append(state)
    transitions.append(contentsOf: repeatElement(-2, count: classCount))
    isAccepting.append(state.positions.contains { positions.accepts(Int($0), guards: state.held) })
    if mask == 0 { rawState[Int(raw)] = number }
    return number
  }
}
