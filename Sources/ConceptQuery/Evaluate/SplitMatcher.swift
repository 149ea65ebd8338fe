import ConceptGraph

/// Splits a found path at the nodes of its chain, to bind inner variables and test conditions on them.
final class SplitMatcher {
  private let context: QueryContext
  private let chain: ChainAlgebra
  private let matchers: [PathMatcher]
  private let conditions: PatternPlan

  init(context: QueryContext, chain: ChainAlgebra) throws {
    self.context = context
    self.chain = chain
    matchers = try chain.arrows.map {
      try PathMatcher(source: context.source, expression: context.underPolarity($0))
    }
    let bound = Set(chain.nodes.compactMap(\.variable) + chain.relationVariables.compactMap { $0 })
    conditions = PatternPlan(atoms: [], lone: [], conditions: chain.conditions, bound: bound, wanted: [])
  }

  /// Calls `emit` with the bindings of every split until it returns false.
  func forEachSplit(of path: GraphPath, _ emit: ([Binding?]) throws -> Bool) throws {
    var bindings = [Binding?](repeating: nil, count: context.algebra.variables.count)
    guard bind(chain.nodes[0], path.start, &bindings) else { return }
    _ = try split(path, path.nodes, arrow: 0, from: 0, &bindings, emit)
  }

  /// Whether some split meets every condition.
  func matches(_ path: GraphPath) throws -> Bool {
    var found = false
    try forEachSplit(of: path) { _ in
      found = true
      return false
    }
    return found
  }

  private func split(
    _ path: GraphPath, _ nodes: [NodeID], arrow: Int, from: Int, _ bindings: inout [Binding?],
    _ emit: ([Binding?]) throws -> Bool
  ) throws -> Bool {
    if arrow == chain.arrows.count {
      guard from == path.hops.count, try meetsConditions(bindings) else { return true }
      return try emit(bindings)
    }
    for end in try matchers[arrow].ends(in: path, from: from) {
      try context.budget.spend(edges: 0)
      var next = bindings
      guard bind(chain.nodes[arrow + 1], nodes[end], &next) else { continue }
      if let variable = chain.relationVariables[arrow] {
        let hop = path.hops[from]
        let binding = Binding.relation(hop.relation, isDenied: hop.isDenied)
        if let bound = next[variable], bound != binding { continue }
        next[variable] = binding
      }
      if try !split(path, nodes, arrow: arrow + 1, from: end, &next, emit) { return false }
    }
    return true
  }

  private func bind(_ term: AlgebraTerm, _ node: NodeID, _ bindings: inout [Binding?]) -> Bool {
    switch term {
    case .nodes(let members): return members.contains(node)
    case .variable(let number):
      if let bound = bindings[number] { return bound == .node(node) }
      bindings[number] = .node(node)
      return true
    }
  }

  private func meetsConditions(_ bindings: [Binding?]) throws -> Bool {
    if chain.conditions.isEmpty { return true }
    return try PatternEvaluator(context, bindings: bindings).solve(conditions) { _ in }
  }
}
