import ConceptGraph
import ConceptModel

/// What a variable stands for in a row.
enum Binding: Hashable, Sendable {
  case node(NodeID)
  case relation(RelationID, isDenied: Bool)
}

/// Evaluates patterns: the bindings under which every arrow is joined by some walk.
final class PatternEvaluator {
  private let context: QueryContext
  private var finders: [PathExpression: PathFinder] = [:]
  private var endsFrom: [ReachKey: [NodeID]] = [:]
  private var endsTo: [ReachKey: [NodeID]] = [:]
  private var joined: [PairKey: Bool] = [:]
  private var bindings: [Binding?]

  private struct ReachKey: Hashable {
    var expression: PathExpression
    var node: NodeID
  }

  private struct PairKey: Hashable {
    var expression: PathExpression
    var subject: NodeID
    var object: NodeID
  }

  /// - Parameter bindings: what is bound from outside, one place for every variable.
  init(_ context: QueryContext, bindings: [Binding?]? = nil) {
    self.context = context
    self.bindings = bindings ?? Array(repeating: nil, count: context.algebra.variables.count)
  }

  /// Calls `emit` with the bindings of every solution of a plan; `emit` returns whether the row was new and wanted.
  ///
  /// Returns whether there was a solution.
  func solve(_ plan: PatternPlan, emit: ([Binding?]) throws -> Void) throws -> Bool {
    try solve(plan, 0, emit)
  }

  private func solve(_ plan: PatternPlan, _ index: Int, _ emit: ([Binding?]) throws -> Void) throws -> Bool {
    guard index < plan.steps.count else {
      try emit(bindings)
      return true
    }
    let isExistential = index >= plan.existentialFrom
    switch plan.steps[index] {
    case .filter(let condition): return try holds(condition) && solve(plan, index + 1, emit)
    case .absent(let inner):
      let found = try solve(inner, 0) { _ in }
      return try !found && solve(plan, index + 1, emit)
    case .generate(let variable, let glob):
      var found = false
      for node in try nodes(matching: glob) {
        bindings[variable] = .node(node)
        if try solve(plan, index + 1, emit) { found = true }
        if found && isExistential { break }
      }
      bindings[variable] = nil
      return found
    case .atom(let atom, let ends): return try solve(atom, ends, plan, index, isExistential, emit)
    }
  }

  private func nodes(matching glob: Glob?) throws -> [NodeID] {
    var found: Set<NodeID> = []
    if let glob {
      try context.source.forEachLabel(with: glob.words) { label, node in
        if glob.matches(label) { found.insert(node) }
      }
    } else {
      found = Set((0..<context.source.nodeCount).map { NodeID(UInt32($0)) })
    }
    // People and works are no concepts; they are found through relations only.
    return found.subtracting(try context.entities()).sorted()
  }

  // MARK: Conditions

  private func holds(_ condition: RowCondition) throws -> Bool {
    switch condition {
    case .like(let variable, let glob):
      guard case .node(let node)? = bindings[variable] else { return false }
      return try context.source.labels(of: node).contains { glob.matches($0.text) }
        || glob.matches(try context.label(of: node))
    case .identity(let variable, let negated, let term):
      guard case .node(let node)? = bindings[variable] else { return false }
      return try values(of: term).contains(node) != negated
    case .absent: return true
    }
  }

  /// The nodes that a bound term stands for.
  private func values(of term: AlgebraTerm) throws -> [NodeID] {
    switch term {
    case .nodes(let nodes): return nodes
    case .variable(let variable):
      if case .node(let node)? = bindings[variable] { return [node] }
      return []
    }
  }

  // MARK: Atoms

  private func solve(
    _ atom: ReachAtom, _ ends: PatternPlan.BoundEnds, _ plan: PatternPlan, _ index: Int, _ isExistential: Bool,
    _ emit: ([Binding?]) throws -> Void
  ) throws -> Bool {
    var found = false
    func proceed() throws -> Bool {
      // Joins cost too: what is bound counts, whether or not the graph had to be read for it.
      try context.budget.spend(edges: 0)
      if try solve(plan, index + 1, emit) { found = true }
      return !(found && isExistential)
    }
    if let variable = atom.relationVariable {
      try forEachHop(of: atom, ends) { subject, hop, object in
        try bind(atom, subject, object, relation: (variable, hop), proceed)
      }
      return found
    }
    switch ends {
    case .both:
      for subject in try values(of: atom.subject) {
        for object in try values(of: atom.object) where try isJoined(atom, subject, object) {
          if try !proceed() { return found }
          return found
        }
      }
    case .subject:
      for subject in try values(of: atom.subject) {
        for object in try reached(atom, from: subject) {
          if try !bind(atom, subject, object, relation: nil, proceed) { return found }
        }
      }
    case .object:
      for object in try values(of: atom.object) {
        for subject in try reaching(atom, to: object) {
          if try !bind(atom, subject, object, relation: nil, proceed) { return found }
        }
      }
    case .none:
      try forEachPair(of: atom) { subject, object in try bind(atom, subject, object, relation: nil, proceed) }
    }
    return found
  }

  /// Binds the ends of an arrow that are not bound yet and goes on; returns false when no more is wanted.
  private func bind(
    _ atom: ReachAtom, _ subject: NodeID, _ object: NodeID, relation: (Int, Hop)?, _ proceed: () throws -> Bool
  ) throws -> Bool {
    var undo: [Int] = []
    defer { for variable in undo { bindings[variable] = nil } }
    func bind(_ variable: Int, _ binding: Binding) -> Bool {
      if let bound = bindings[variable] { return bound == binding }
      bindings[variable] = binding
      undo.append(variable)
      return true
    }
    if let variable = atom.subject.variable, !bind(variable, .node(subject)) { return true }
    if let variable = atom.object.variable, !bind(variable, .node(object)) { return true }
    if let (variable, hop) = relation,
      !bind(variable, .relation(hop.relation, isDenied: hop.isDenied))
    {
      return true
    }
    return try proceed()
  }

  /// The expression that must match between a node and others, or nil when none can.
  ///
  /// A path of no hops stands for every concept, so that between variables it is no answer for a person or a work.
  private func expression(of atom: ReachAtom, at node: NodeID) throws -> PathExpression? {
    guard atom.expression.isNullable, atom.subject.variable != nil, atom.object.variable != nil,
      try context.entities().contains(node)
    else { return atom.expression }
    return atom.expression.withoutEmptyPath
  }

  private func finder(_ expression: PathExpression) throws -> PathFinder {
    if let known = finders[expression] { return known }
    let finder = try context.finder(parts: [expression])
    finders[expression] = finder
    return finder
  }

  private func isJoined(_ atom: ReachAtom, _ subject: NodeID, _ object: NodeID) throws -> Bool {
    guard let expression = try expression(of: atom, at: subject) else { return false }
    let key = PairKey(expression: expression, subject: subject, object: object)
    if let known = joined[key] { return known }
    if let ends = endsFrom[ReachKey(expression: expression, node: subject)] { return ends.contains(object) }
    let holds = try finder(expression).holds(from: subject, to: object)
    joined[key] = holds
    return holds
  }

  private func reached(_ atom: ReachAtom, from node: NodeID) throws -> [NodeID] {
    guard let expression = try expression(of: atom, at: node) else { return [] }
    let key = ReachKey(expression: expression, node: node)
    if let known = endsFrom[key] { return known }
    let ends = try finder(expression).ends(from: node) { _ in true }
    endsFrom[key] = ends
    return ends
  }

  private func reaching(_ atom: ReachAtom, to node: NodeID) throws -> [NodeID] {
    guard let expression = try expression(of: atom, at: node) else { return [] }
    let key = ReachKey(expression: expression, node: node)
    if let known = endsTo[key] { return known }
    let ends = try finder(expression).beginnings(to: node) { _ in true }
    endsTo[key] = ends
    return ends
  }

  /// Every pair that an arrow joins: by a scan of edges for a single hop, else from every node.
  private func forEachPair(of atom: ReachAtom, _ body: (NodeID, NodeID) throws -> Bool) throws {
    if case .hop(let set) = context.underPolarity(atom.expression) {
      try forEachEdge(in: set) { subject, _, object in try body(subject, object) }
      return
    }
    if try forEachClosurePair(of: atom, body) { return }
    for number in 0..<context.source.nodeCount {
      let node = NodeID(UInt32(number))
      for object in try reached(atom, from: node) {
        if try !body(node, object) { return }
      }
    }
  }

  /// Every pair of a closure over one set of hops, 64 beginnings a pass; false when the arrow is no such closure.
  private func forEachClosurePair(of atom: ReachAtom, _ body: (NodeID, NodeID) throws -> Bool) throws -> Bool {
    guard case .repeated(.hop(let set), let lower, nil) = context.underPolarity(atom.expression), lower <= 1,
      !context.evidence.filters, let arrays = try context.source.wholeGraph()
    else { return false }
    let closures = Closures(
      arrays: arrays, relations: context.source.relations, hops: set, nodeCount: context.source.nodeCount,
      budget: context.budget)
    // Where no hop counts too, people and works begin apart: they do not reach themselves by it.
    let apart = lower == 0 ? try context.entities() : []
    let nodes = (0..<context.source.nodeCount).lazy.map { NodeID(UInt32($0)) }
    var goesOn = true
    for (starts, includesStart) in [
      (nodes.filter { !apart.contains($0) }, lower == 0), (nodes.filter(apart.contains), false),
    ]
    where goesOn {
      try closures.forEach(from: starts, includesStart: includesStart) { node, ends in
        for end in ends where try !body(node, end) { goesOn = false }
        return goesOn
      }
    }
    return true
  }

  private func forEachEdge(in set: HopSet, _ body: (NodeID, Hop, NodeID) throws -> Bool) throws {
    for (number, relation) in context.source.relations.enumerated() {
      let id = RelationID(UInt16(number))
      let along = set.forward.contains(id)
      let against = set.backward.contains(id)
      guard along || against else { continue }
      for denied in [false, true] where denied ? set.crossesDenied : set.crossesAsserted {
        var goesOn = true
        try context.source.forEachEdge(relation: id, denied: denied) { edge in
          try context.budget.look(edges: 1)
          let either = relation.isSymmetric
          let hop = Hop(
            relation: id, direction: either ? .either : .forward, isDenied: denied, node: edge.object)
          if context.evidence.filters, try !context.evidence.passes(hop.edge(from: edge.subject)) { return true }
          if along || either { goesOn = try body(edge.subject, hop, edge.object) }
          if goesOn, against || either, edge.subject != edge.object {
            goesOn = try body(edge.object, hop, edge.subject)
          } else if goesOn, against, !along, !either {
            goesOn = try body(edge.object, hop, edge.subject)
          }
          return goesOn
        }
        if !goesOn { return }
      }
    }
  }

  private func forEachHop(
    of atom: ReachAtom, _ ends: PatternPlan.BoundEnds, _ body: (NodeID, Hop, NodeID) throws -> Bool
  ) throws {
    switch ends {
    case .both, .subject:
      let objects = ends == .both ? Set(try values(of: atom.object)) : nil
      for subject in try values(of: atom.subject) {
        for hop in try finder(atom.expression).hops(at: subject, arriving: false)
        where objects?.contains(hop.node) ?? true {
          if try !body(subject, hop, hop.node) { return }
        }
      }
    case .object:
      for object in try values(of: atom.object) {
        for hop in try finder(atom.expression).hops(at: object, arriving: true) {
          if try !body(hop.node, hop, object) { return }
        }
      }
    case .none:
      guard case .hop(let set) = context.underPolarity(atom.expression) else { return }
      try forEachEdge(in: set, body)
    }
  }
}
