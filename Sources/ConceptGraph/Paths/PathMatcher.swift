/// Tells which stretches of a given path match an expression.
public final class PathMatcher {
  private let automaton: HopAutomaton

  public init(source: any GraphSource, expression: PathExpression) throws(AutomatonError) {
    automaton = HopAutomaton(
      try PositionAutomaton(parts: [expression], guards: []), symmetric: source.relations.map(\.isSymmetric))
  }

  /// The indices of nodes at which a match that begins at a node may end, ascending.
  public func ends(in path: GraphPath, from start: Int) throws -> [Int] {
    let nodes = path.nodes
    var state = try automaton.start(at: nodes[start])
    var ends = automaton.isAccepting[Int(state)] ? [start] : []
    for index in start..<path.hops.count {
      let hop = path.hops[index]
      let direction: HopDirection = hop.node == nodes[index] ? .either : hop.direction
      let hopClass = automaton.hopClass(hop.relation, direction, denied: hop.isDenied)
      guard let next = try automaton.step(state, hopClass, to: hop.node) else { break }
      state = next
      if automaton.isAccepting[Int(state)] { ends.append(index + 1) }
    }
    return ends
  }
}
