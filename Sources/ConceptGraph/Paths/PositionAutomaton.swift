/// Why an expression is not searched.
public enum AutomatonError: Error, Hashable, Sendable {
  /// Unrolled, the expression has more than `PositionAutomaton.maximumPositions` hops.
  case tooLarge
}

/// The position automaton of a chain of path expressions, free of empty transitions.
///
/// State 0 is the start; state p > 0 means that position p was crossed just now. Built after Glushkov (1961) and
/// McNaughton and Yamada (1960). Between the parts of the chain stand guards: conditions on the node that is reached.
public struct PositionAutomaton: Sendable {
  /// The largest number of positions that is built.
  public static let maximumPositions = 10_000
  /// The largest number of transitions that is built.
  static let maximumTransitions = 2_000_000

  /// A transition to or from a position under guards, one bit each.
  struct Arc: Hashable, Sendable {
    var position: Int32
    var guards: UInt64
  }

  /// The hop set of every position, as an index into `hopSets`; position 0 has none.
  private(set) var setOfPosition: [Int] = [-1]
  private(set) var hopSets: [HopSet] = []
  private(set) var follow: [[Arc]] = [[]]
  private(set) var precede: [[Arc]] = []
  /// The guards under which a path may end after a position.
  private(set) var accepting: [[UInt64]] = []
  let guards: [NodeGuard]
  /// The least number of hops from a position to the end, guards aside; nil where the end is out of reach.
  private(set) var shortestEnd: [Int32?] = []

  private var transitionCount = 0

  private struct Fragment {
    var isNullable: Bool
    var first: [Int32]
    var last: [Int32]
  }

  /// Builds the automaton of `parts[0] guards[0] parts[1] …`; there is one guard fewer than parts.
  public init(parts: [PathExpression], guards: [NodeGuard]) throws(AutomatonError) {
    let total = parts.reduce(0) { min(1 << 40, $0 + $1.positionCount) }
    guard total <= Self.maximumPositions, guards.count < 64 else { throw .tooLarge }
    self.guards = guards
    var ends = [Arc(position: 0, guards: 0)]
    for (index, part) in parts.enumerated() {
      let fragment = try build(part)
      for end in ends {
        for first in fragment.first { try connect(end.position, first, guards: end.guards) }
      }
      ends = fragment.last.map { Arc(position: $0, guards: 0) } + (fragment.isNullable ? ends : [])
      if index < guards.count, !guards[index].isTrivial {
        for end in ends.indices { ends[end].guards |= 1 << UInt64(index) }
      }
    }
    finish(ends)
  }

  private mutating func finish(_ ends: [Arc]) {
    accepting = Array(repeating: [], count: follow.count)
    for end in ends where !accepting[Int(end.position)].contains(end.guards) {
      accepting[Int(end.position)].append(end.guards)
    }
    precede = Array(repeating: [], count: follow.count)
    for position in follow.indices {
      follow[position] = Array(Set(follow[position])).sorted {
        $0.position != $1.position ? $0.position < $1.position : $0.guards < $1.guards
      }
      for arc in follow[position] {
        precede[Int(arc.position)].append(Arc(position: Int32(position), guards: arc.guards))
      }
    }
    measureEnds()
  }

  private mutating func measureEnds() {
    shortestEnd = Array(repeating: nil, count: follow.count)
    var frontier = accepting.indices.filter { !accepting[$0].isEmpty }
    for position in frontier { shortestEnd[position] = 0 }
    var distance: Int32 = 0
    while !frontier.isEmpty {
      distance += 1
      var next: [Int] = []
      for position in frontier {
        for arc in precede[position] where shortestEnd[Int(arc.position)] == nil {
          shortestEnd[Int(arc.position)] = distance
          next.append(Int(arc.position))
        }
      }
      frontier = next
    }
  }

  private mutating func connect(_ from: Int32, _ to: Int32, guards: UInt64) throws(AutomatonError) {
    transitionCount += 1
    guard transitionCount <= Self.maximumTransitions else { throw .tooLarge }
    follow[Int(from)].append(Arc(position: to, guards: guards))
  }

  private mutating func connect(_ from: [Int32], _ to: [Int32]) throws(AutomatonError) {
    for end in from { for start in to { try connect(end, start, guards: 0) } }
  }

  private mutating func position(of set: HopSet) -> Int32 {
    if let known = hopSets.firstIndex(of: set) {
      setOfPosition.append(known)
    } else {
      hopSets.append(set)
      setOfPosition.append(hopSets.count - 1)
    }
    follow.append([])
    return Int32(setOfPosition.count - 1)
  }

  private mutating func build(_ expression: PathExpression) throws(AutomatonError) -> Fragment {
    switch expression {
    case .hop(let set):
      let position = position(of: set)
      return Fragment(isNullable: false, first: [position], last: [position])
    case .sequence(let parts): return try buildSequence(parts)
    case .alternation(let parts):
      var out = Fragment(isNullable: false, first: [], last: [])
      for part in parts {
        let fragment = try build(part)
        out.isNullable = out.isNullable || fragment.isNullable
        out.first += fragment.first
        out.last += fragment.last
      }
      return out
    case .repeated(let inner, let lower, let upper): return try buildRepetition(inner, lower, upper)
    }
  }

  private mutating func buildSequence(_ parts: [PathExpression]) throws(AutomatonError) -> Fragment {
    var out = Fragment(isNullable: true, first: [], last: [])
    for part in parts {
      let fragment = try build(part)
      try connect(out.last, fragment.first)
      if out.isNullable { out.first += fragment.first }
      out.last = fragment.last + (fragment.isNullable ? out.last : [])
      out.isNullable = out.isNullable && fragment.isNullable
    }
    return out
  }

  private mutating func buildRepetition(
    _ inner: PathExpression, _ lower: Int, _ upper: Int?
  ) throws(AutomatonError) -> Fragment {
    guard upper != 0 else { return Fragment(isNullable: true, first: [], last: []) }
    // Of a nullable part, any number of repetitions may be empty: only the upper bound counts.
    let least = inner.isNullable ? 0 : lower
    let copies = upper ?? max(1, least)
    var out = Fragment(isNullable: least == 0, first: [], last: [])
    var previous: [Int32] = []
    for copy in 1...copies {
      let fragment = try build(inner)
      if copy == 1 { out.first = fragment.first } else { try connect(previous, fragment.first) }
      if copy >= least { out.last += fragment.last }
      if upper == nil && copy == copies { try connect(fragment.last, fragment.first) }
      previous = fragment.last
    }
    return out
  }

  /// Whether infinitely many words match: some position can be crossed again and still reach the end.
  public var isInfinite: Bool {
    // Depth-first search for a cycle among the positions that can reach the end.
    var colour = [UInt8](repeating: 0, count: follow.count)
    var stack: [(position: Int, next: Int)] = [(0, 0)]
    colour[0] = 1
    while let top = stack.last {
      guard top.next < follow[top.position].count else {
        colour[top.position] = 2
        stack.removeLast()
        continue
      }
      stack[stack.count - 1].next += 1
      let next = Int(follow[top.position][top.next].position)
      if shortestEnd[next] == nil || colour[next] == 2 { continue }
      if colour[next] == 1 { return true }
      colour[next] = 1
      stack.append((next, 0))
    }
    return false
  }

  /// Whether a path may end after a position, given the guards that hold.
  func accepts(_ position: Int, guards held: UInt64) -> Bool {
    accepting[position].contains { $0 & ~held == 0 }
  }

  /// Which guards hold at a node, among those in `mask`.
  func heldGuards(_ mask: UInt64, at node: NodeID) throws -> UInt64 {
    guard mask != 0 else { return 0 }
    var held: UInt64 = 0
    for (index, nodeGuard) in guards.enumerated() where mask & 1 << UInt64(index) != 0 {
      if try nodeGuard.allows(node) { held |= 1 << UInt64(index) }
    }
    return held
  }
}
