import ConceptGraph
import ConceptModel

/// Answers path queries: the matching paths of every pair of ends, by mode and selector.
final class PathEvaluator {
  private let context: QueryContext
  private let chain: ChainAlgebra
  private let matcher: SplitMatcher?
  private let placed: PlacedConditions
  private(set) var isIncomplete = false
  /// Why the search ended early, for the note.
  private(set) var hitPathLimit = false

  init(context: QueryContext, chain: ChainAlgebra) throws {
    self.context = context
    self.chain = chain
    placed = PlacedConditions(chain: chain)
    matcher = placed.needsSplits ? try SplitMatcher(context: context, chain: chain) : nil
  }

  /// The selected paths in order.
  func run() throws -> [FoundPath] {
    var found: [FoundPath] = []
    if chain.isSameSource {
      let whole = context.evidence
      for document in try documentsAtEnds() {
        let evidence = HopEvidence(
          source: context.source, conditions: context.algebra.hopConditions, documents: context.facts,
          document: document, whole: whole)
        try search(evidence, into: &found)
        if isIncomplete { break }
      }
      found = select(found)
    } else {
      try search(context.evidence, into: &found)
    }
    return found.sorted(by: FoundPath.isBefore)
  }

  // MARK: Searching

  private func search(_ evidence: HopEvidence, into found: inout [FoundPath]) throws {
    let finder = try context.finder(
      parts: chain.arrows, guards: guards(), evidence: evidence, conditions: pathConditions())
    let apart = try finderOfEntities(evidence)
    do {
      try forEachPair(finder) { start, end in
        guard try allowsPair(start, end) else { return true }
        // Between variables the path of no hops stands for every concept, and for no person or work.
        let isApart = try apart != nil && start == end && context.entities().contains(start)
        try (isApart ? apart ?? finder : finder).paths(
          from: start, to: end, choice, limit: context.options.maximumPaths - found.count
        ) { path in
          if found.count >= context.options.maximumPaths {
            hitPathLimit = true
            isIncomplete = true
            return false
          }
          found.append(path)
          return true
        }
        return !isIncomplete
      }
    } catch is SearchStop {
      isIncomplete = true
    }
  }

  /// A finder that leaves out the path of no hops; nil where that is none of the paths, or not of a variable's choosing.
  private func finderOfEntities(_ evidence: HopEvidence) throws -> PathFinder? {
    guard chain.arrows.allSatisfy(\.isNullable), chain.nodes[0].variable != nil,
      chain.nodes[chain.nodes.count - 1].variable != nil, try !context.entities().isEmpty
    else { return nil }
    var conditions = pathConditions()
    let accepts = conditions.accepts
    conditions.accepts = { path in try path.length > 0 && (accepts?(path) ?? true) }
    return try context.finder(parts: chain.arrows, guards: guards(), evidence: evidence, conditions: conditions)
  }

  private var choice: PathChoice {
    switch chain.selector {
    case .all: .all
    case .anyShortest: .first(1)
    case .allShortest: .allShortest
    case .any(let count), .shortest(let count): .first(count)
    case .shortestGroups(let count): .groups(count)
    }
  }

  private func pathConditions() -> PathConditions {
    let lengths = chain.lengths
    let maximum = lengths.compactMap(\.maximum).min()
    let matcher = matcher
    var conditions = PathConditions(
      mode: chain.mode, avoided: chain.avoided, maximumLength: maximum,
      allowsLength: lengths.isEmpty ? nil : { length in lengths.allSatisfy { $0.allows(length) } },
      accepts: matcher.map { matcher in { try matcher.matches($0) } })
    conditions.listedTies = context.options.listedTies
    return conditions
  }

  /// A guard for every inner node of the chain.
  private func guards() -> [NodeGuard] {
    chain.nodes.dropFirst().dropLast().map { term in
      switch term {
      case .nodes(let nodes): return NodeGuard(members: Set(nodes))
      case .variable(let variable):
        guard let members = placed.members[variable] else { return NodeGuard() }
        return NodeGuard(members: members)
      }
    }
  }

  // MARK: Ends

  private func forEachPair(_ finder: PathFinder, _ body: (NodeID, NodeID) throws -> Bool) throws {
    let starts = candidates(chain.nodes[0])
    let ends = candidates(chain.nodes[chain.nodes.count - 1])
    // No more pairs than paths can be listed; some pairs may turn out to have none in the wanted mode.
    let limit = 4 * context.options.maximumPaths + 16
    if isClosed {
      for node in starts ?? allNodes where try !body(node, node) { return }
    } else if let starts, let ends {
      for start in starts { for end in ends where try !body(start, end) { return } }
    } else if let starts {
      for start in starts {
        let reached = try finder.ends(from: start, limit: limit) { _ in true }
        if reached.count >= limit { isIncomplete = true }
        for end in reached where try !body(start, end) { return }
      }
    } else if let ends {
      for end in ends {
        let reaching = try finder.beginnings(to: end, limit: limit) { _ in true }
        for start in reaching where try !body(start, end) { return }
      }
    } else {
      for start in allNodes {
        for end in try finder.ends(from: start, limit: limit, allowed: { _ in true }) where try !body(start, end) {
          return
        }
      }
    }
  }

  private var allNodes: [NodeID] { (0..<context.source.nodeCount).map { NodeID(UInt32($0)) } }

  /// Whether both ends are one variable.
  private var isClosed: Bool {
    if case .variable(let first) = chain.nodes[0], case .variable(let last) = chain.nodes[chain.nodes.count - 1] {
      return first == last
    }
    return false
  }

  private func candidates(_ term: AlgebraTerm) -> [NodeID]? {
    switch term {
    case .nodes(let nodes): nodes
    case .variable(let variable): placed.members[variable]?.sorted()
    }
  }

  /// Whether the conditions on the two ends alone are met.
  private func allowsPair(_ start: NodeID, _ end: NodeID) throws -> Bool {
    guard !placed.onEnds.isEmpty else { return true }
    var bindings = [Binding?](repeating: nil, count: context.algebra.variables.count)
    if case .variable(let first) = chain.nodes[0] { bindings[first] = .node(start) }
    if case .variable(let last) = chain.nodes[chain.nodes.count - 1] { bindings[last] = .node(end) }
    let bound = Set(bindings.indices.filter { bindings[$0] != nil })
    let plan = PatternPlan(atoms: [], lone: [], conditions: placed.onEnds, bound: bound, wanted: [])
    return try PatternEvaluator(context, bindings: bindings).solve(plan) { _ in }
  }

  // MARK: same-source

  /// The documents that state a hop at a known end; all documents when no end is known.
  private func documentsAtEnds() throws -> [DocumentID] {
    let all = try context.facts.documents().map(\.id)
    guard let known = candidates(chain.nodes[0]) ?? candidates(chain.nodes[chain.nodes.count - 1]) else { return all }
    let atStart = candidates(chain.nodes[0]) != nil
    let finder = try context.finder(parts: chain.arrows, guards: guards())
    var documents: Set<DocumentID> = []
    for node in known {
      for hop in try finder.hops(at: node, arriving: !atStart) {
        for assertion in try context.evidence.assertions(of: hop.edge(from: node)) {
          documents.insert(assertion.effectiveSource)
        }
      }
    }
    // A path without hops has no source; any document will do to find it.
    if documents.isEmpty { return [DocumentID("")] }
    return documents.sorted()
  }

  /// Applies the selector to the union of the runs.
  private func select(_ found: [FoundPath]) -> [FoundPath] {
    var groups: [[NodeID]: Set<FoundPath>] = [:]
    for path in found { groups[[path.path.start, path.path.end], default: []].insert(path) }
    var out: [FoundPath] = []
    for group in groups.values {
      let sorted = group.sorted(by: FoundPath.isBefore)
      switch choice {
      case .all: out += sorted
      case .allShortest: out += sorted.prefix { $0.path.length == sorted[0].path.length }
      case .first(let count): out += sorted.prefix(count)
      case .groups(let count):
        let lengths = Set(sorted.map(\.path.length)).sorted().prefix(count)
        out += sorted.filter { lengths.contains($0.path.length) }
      }
    }
    return out
  }

  /// Adds the rows of a path query with `return`.
  func addRows(_ found: [FoundPath], _ answers: [AnswerPath], to rows: inout TableRows) throws {
    let matcher = try self.matcher ?? SplitMatcher(context: context, chain: chain)
    for (path, answer) in zip(found, answers) {
      try matcher.forEachSplit(of: path.path) { bindings in
        rows.add(path: answer) { bindings[$0] }
        return true
      }
    }
  }
}

/// The row conditions of a path query, put where they can be tested soonest.
struct PlacedConditions {
  /// The nodes that a variable is held to by `is`.
  private(set) var members: [Int: Set<NodeID>] = [:]
  /// Conditions on the two ends alone.
  private(set) var onEnds: [RowCondition] = []
  /// Whether paths must be split at inner nodes to test conditions or repeated variables.
  private(set) var needsSplits = false

  init(chain: ChainAlgebra) {
    let ends = Set([chain.nodes[0], chain.nodes[chain.nodes.count - 1]].compactMap(\.variable))
    for condition in chain.conditions {
      if case .identity(let variable, negated: false, .nodes(let nodes)) = condition {
        members[variable] = members[variable]?.intersection(nodes) ?? Set(nodes)
      } else if Set(condition.variables).isSubset(of: ends.union(PlacedConditions.own(condition, chain))) {
        onEnds.append(condition)
      } else {
        needsSplits = true
      }
    }
    let inner = chain.nodes.dropFirst().dropLast().compactMap(\.variable)
    let relations = chain.relationVariables.compactMap { $0 }
    if Set(inner).count < inner.count || !ends.isDisjoint(with: inner) || Set(relations).count < relations.count {
      needsSplits = true
    }
  }

  /// The variables of a condition that the chain does not have.
  private static func own(_ condition: RowCondition, _ chain: ChainAlgebra) -> Set<Int> {
    let known = Set(chain.nodes.compactMap(\.variable) + chain.relationVariables.compactMap { $0 })
    return Set(condition.variables).subtracting(known)
  }
}
