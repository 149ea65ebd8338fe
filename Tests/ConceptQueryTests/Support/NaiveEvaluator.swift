import ConceptGraph
import ConceptModel

@testable import ConceptQuery

/// A second, slow implementation of path queries, read off the definitions: enumerate walks, filter by mode, pick by
/// selector. It shares no search code with the engine and works on the syntax tree and plain edges.
struct NaiveEvaluator {
  /// An edge with all its evidence; a symmetric one stands once, with ends in order.
  struct Edge: Hashable {
    var subject: Int
    var relation: Int
    var object: Int
    var isDenied: Bool
  }

  /// A step: an edge crossed to a node.
  struct Step: Hashable {
    var edge: Edge
    var isForward: Bool
    var to: Int
  }

  struct Walk: Hashable {
    var start: Int
    var steps: [Step]
    var end: Int { steps.last?.to ?? start }
  }

  let relations: [Relation]
  let labels: [String]
  /// Passing edges with the best confidence.
  let edges: [Edge: Double]
  let stepsFrom: [[Step]]
  /// The documents behind every edge.
  let documents: [Edge: Set<String>]

  init(graph: MemoryGraph, passes: (Assertion) -> Bool = { _ in true }, denied: Bool = false) {
    let relations = graph.relations
    self.relations = relations
    labels = (0..<graph.nodeCount).map { graph.info(of: NodeID(UInt32($0))).displayLabel }
    var edges: [Edge: Double] = [:]
    var documents: [Edge: Set<String>] = [:]
    for isDenied in denied ? [false, true] : [false] {
      graph.forEachEdge(relation: nil, denied: isDenied) { key in
        var ends = (Int(key.subject.raw), Int(key.object.raw))
        if relations[Int(key.relation.raw)].isSymmetric, ends.1 < ends.0 { ends = (ends.1, ends.0) }
        let edge = Edge(subject: ends.0, relation: Int(key.relation.raw), object: ends.1, isDenied: isDenied)
        for assertion in graph.assertions(
          subject: key.subject, relation: key.relation, object: key.object, polarity: isDenied ? .denied : .asserted)
        where passes(assertion) {
          edges[edge] = max(edges[edge] ?? 0, assertion.confidence)
          documents[edge, default: []].insert(assertion.effectiveSource.value)
        }
        return true
      }
    }
    self.edges = edges
    self.documents = documents
    stepsFrom = NaiveEvaluator.steps(edges, relations, count: labels.count)
  }

  private static func steps(_ edges: [Edge: Double], _ relations: [Relation], count: Int) -> [[Step]] {
    var steps: [[Step]] = Array(repeating: [], count: count)
    for edge in edges.keys {
      steps[edge.subject].append(Step(edge: edge, isForward: true, to: edge.object))
      if edge.subject != edge.object {
        steps[edge.object].append(Step(edge: edge, isForward: false, to: edge.subject))
      }
    }
    return steps
  }

  // MARK: Matching

  /// Whether a single step is in the language of a one-hop expression.
  private func matches(_ step: Step, name: String, backward: Bool) -> Bool {
    let relation = relations[step.edge.relation]
    let isSame = name == "any" ? !relation.isProvenance : relation.name == name || relation.superRelation == name
    guard isSame, !step.edge.isDenied else { return false }
    return relation.isSymmetric || step.edge.subject == step.edge.object || step.isForward != backward
  }

  /// The places at which a match of an expression that begins at a place may end, by structural recursion.
  func ends(_ path: PathSyntax, _ steps: [Step], from: Int, backward: Bool) -> Set<Int> {
    switch path {
    case .relation(let name, _):
      return from < steps.count && matches(steps[from], name: name, backward: backward) ? [from + 1] : []
    case .any: return from < steps.count && matches(steps[from], name: "any", backward: backward) ? [from + 1] : []
    case .negated(let members, _): return negated(members, steps, from, backward)
    case .inverse(let inner): return ends(inner, steps, from: from, backward: !backward)
    case .sequence(let parts):
      var places: Set<Int> = [from]
      for part in backward ? parts.reversed() : parts {
        places = places.reduce(into: []) { $0.formUnion(ends(part, steps, from: $1, backward: backward)) }
      }
      return places
    case .alternation(let parts):
      return parts.reduce(into: []) { $0.formUnion(ends($1, steps, from: from, backward: backward)) }
    case .repeated(let inner, let quantifier, _):
      return repeated(quantifier, from) { ends(inner, steps, from: $0, backward: backward) }
    }
  }

  private func repeated(_ quantifier: QuantifierSyntax, _ from: Int, _ once: (Int) -> Set<Int>) -> Set<Int> {
    var places: Set<Int> = [from]
    for _ in 0..<quantifier.lower { places = places.reduce(into: []) { $0.formUnion(once($1)) } }
    var all = places
    var rounds = quantifier.lower
    while quantifier.upper.map({ rounds < $0 }) ?? true {
      let next: Set<Int> = places.reduce(into: []) { $0.formUnion(once($1)) }
      rounds += 1
      if next.isSubset(of: all) && quantifier.upper == nil { break }
      places = quantifier.upper == nil ? next.subtracting(all) : next
      all.formUnion(next)
      if places.isEmpty { break }
    }
    return all
  }

  private func negated(_ members: [NegatedSyntax], _ steps: [Step], _ from: Int, _ backward: Bool) -> Set<Int> {
    guard from < steps.count, !steps[from].edge.isDenied else { return [] }
    let step = steps[from]
    let relation = relations[step.edge.relation]
    let isEither = relation.isSymmetric || step.edge.subject == step.edge.object
    func excluded(_ inverse: Bool) -> Bool {
      members.filter { $0.isInverse == inverse }.contains {
        relation.name == $0.name || relation.superRelation == $0.name
      }
    }
    let asksForward = members.contains { !$0.isInverse }
    let asksBackward = members.contains { $0.isInverse }
    let goesForward = isEither || step.isForward != backward
    let goesBackward = isEither || step.isForward == backward
    let matches = asksForward && goesForward && !excluded(false) || asksBackward && goesBackward && !excluded(true)
    return matches ? [from + 1] : []
  }

  // MARK: Walks

  /// All walks from a node up to a length, the mode's dead ends cut off.
  func walks(from start: Int, mode: PathMode, maximumLength: Int, avoid: Set<Int>, emit: (Walk) -> Void) {
    var steps: [Step] = []
    func extend(_ node: Int) {
      emit(Walk(start: start, steps: steps))
      guard steps.count < maximumLength else { return }
      if !steps.isEmpty && avoid.contains(node) { return }
      for step in stepsFrom[node] {
        steps.append(step)
        if allows(Walk(start: start, steps: steps), mode) { extend(step.to) }
        steps.removeLast()
      }
    }
    extend(start)
  }

  func allows(_ walk: Walk, _ mode: PathMode) -> Bool {
    let nodes = [walk.start] + walk.steps.map(\.to)
    let distinctEdges = Set(walk.steps.map(\.edge)).count == walk.steps.count
    switch mode {
    case .walk: return true
    case .trail: return distinctEdges
    case .acyclic: return Set(nodes).count == nodes.count
    case .simple:
      let distinct = Set(nodes).count == nodes.count
      let closes = nodes.count > 1 && nodes.first == nodes.last && Set(nodes.dropLast()).count == nodes.count - 1
      return distinctEdges && (distinct || closes)
    }
  }

  func confidence(_ walk: Walk) -> Double { walk.steps.map { edges[$0.edge] ?? 0 }.min() ?? 1 }

  func text(_ walk: Walk) -> String {
    var out = labels[walk.start]
    for step in walk.steps {
      let relation = relations[step.edge.relation]
      let arrow =
        relation.isSymmetric
        ? "-[\(relation.name)]-" : step.isForward ? "-[\(relation.name)]->" : "<-[\(relation.name)]-"
      out += " \(arrow) \(labels[step.to])"
    }
    return out
  }

  // MARK: Queries

  /// The paths of `selector mode path START -[expression]-> END` for the given ends, nil for a variable.
  func paths(
    start: Int?, end: Int?, closed: Bool = false, path: PathSyntax, direction: ArrowDirection, selector: PathSelector,
    mode: PathMode, avoid: Set<Int> = [], lengths: (Int) -> Bool = { _ in true }, maximumLength: Int,
    accepts: (Walk) -> Bool = { _ in true }
  ) -> [String] {
    var groups: [[Int]: [Walk]] = [:]
    for first in start.map({ [$0] }) ?? Array(labels.indices) {
      walks(from: first, mode: mode, maximumLength: maximumLength, avoid: avoid) { walk in
        guard end.map({ $0 == walk.end }) ?? true, !closed || walk.end == first, lengths(walk.steps.count),
          accepts(walk), matches(walk, path, direction)
        else { return }
        groups[[first, walk.end], default: []].append(walk)
      }
    }
    return groups.values.flatMap { select(sorted($0), selector) }.sorted(by: isBefore).map(text)
  }

  private func matches(_ walk: Walk, _ path: PathSyntax, _ direction: ArrowDirection) -> Bool {
    switch direction {
    case .forward: return ends(path, walk.steps, from: 0, backward: false).contains(walk.steps.count)
    case .backward: return ends(path, walk.steps, from: 0, backward: true).contains(walk.steps.count)
    case .either: return ends(Self.undirected(path), walk.steps, from: 0, backward: false).contains(walk.steps.count)
    }
  }

  /// Every atom either way.
  static func undirected(_ path: PathSyntax) -> PathSyntax {
    switch path {
    case .relation, .any: return .alternation([path, .inverse(path)])
    case .negated: return .alternation([path, .inverse(path)])
    case .inverse(let inner): return .inverse(undirected(inner))
    case .sequence(let parts): return .sequence(parts.map(undirected))
    case .alternation(let parts): return .alternation(parts.map(undirected))
    case .repeated(let inner, let quantifier, let span): return .repeated(undirected(inner), quantifier, span)
    }
  }

  private func isBefore(_ a: Walk, _ b: Walk) -> Bool {
    if a.steps.count != b.steps.count { return a.steps.count < b.steps.count }
    let confidences = (confidence(a), confidence(b))
    if confidences.0 != confidences.1 { return confidences.0 > confidences.1 }
    return scalarLess(text(a), text(b))
  }

  private func sorted(_ walks: [Walk]) -> [Walk] { Array(Set(walks)).sorted(by: isBefore) }

  private func select(_ sorted: [Walk], _ selector: PathSelector) -> [Walk] {
    switch selector {
    case .all: return sorted
    case .anyShortest: return Array(sorted.prefix(1))
    case .allShortest: return sorted.filter { $0.steps.count == sorted[0].steps.count }
    case .any(let count), .shortest(let count): return Array(sorted.prefix(count))
    case .shortestGroups(let count):
      let lengths = Set(sorted.map(\.steps.count)).sorted().prefix(count)
      return sorted.filter { lengths.contains($0.steps.count) }
    }
  }
}
