import ConceptModel
import Testing

@testable import ConceptGraph

/// The ways to search give the same answers: over arrays and node by node, path beside path and length by length, one
/// beginning after the other and 64 together.
@Suite struct EngineTests {
  /// The same graph, read node by node.
  private final class Nodewise: GraphSource {
    let graph: MemoryGraph
    init(_ graph: MemoryGraph) { self.graph = graph }
    var relations: [Relation] { graph.relations }
    var documents: [DocumentInfo] { graph.documents }
    var nodeCount: Int { graph.nodeCount }
    func info(of node: NodeID) -> NodeInfo { graph.info(of: node) }
    func labels(of node: NodeID) -> [ConceptLabel] { graph.labels(of: node) }
    func nodes(named name: String, at level: NameLevel) -> [NodeID] { graph.nodes(named: name, at: level) }
    func forEachLabel(_ body: (String, NodeID) throws -> Void) rethrows { try graph.forEachLabel(body) }
    func successors(of node: NodeID, denied: Bool, into list: inout [Neighbour]) {
      graph.successors(of: node, denied: denied, into: &list)
    }
    func predecessors(of node: NodeID, denied: Bool, into list: inout [Neighbour]) {
      graph.predecessors(of: node, denied: denied, into: &list)
    }
    func forEachEdge(relation: RelationID?, denied: Bool, _ body: (EdgeKey) throws -> Bool) rethrows {
      try graph.forEachEdge(relation: relation, denied: denied, body)
    }
    func assertions(
      subject: NodeID, relation: RelationID, object: NodeID, polarity: Polarity?
    ) -> [Assertion] { graph.assertions(subject: subject, relation: relation, object: object, polarity: polarity) }
    func definitions(of node: NodeID) -> [Definition] { [] }
    func findings(about node: NodeID?) -> [Finding] { [] }
  }

  private final class PlainEvidence: EdgeEvidence {
    let graph: MemoryGraph
    init(_ graph: MemoryGraph) { self.graph = graph }
    var filters: Bool { false }
    func passes(_ edge: EdgeKey) -> Bool { true }
    func confidence(of edge: EdgeKey) -> Double {
      graph.assertions(subject: edge.subject, relation: edge.relation, object: edge.object, polarity: nil).first?
        .confidence ?? 0
    }
    func text(of node: NodeID) -> String { graph.info(of: node).displayLabel }
  }

  private struct Chance {
    var state: UInt64
    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
  }

  private static let names = ["is-a", "leads-to", "same-as", "different-from", "part-of"]

  /// A random graph with loops, parallel edges, edges without direction, denials and equal labels.
  private func graph(_ chance: inout Chance) -> MemoryGraph {
    let nodes = 3 + chance.below(12)
    var result = ExtractionResult()
    result.concepts = (0..<nodes).map { Concept(id: ConceptID("n\($0)"), label: "n\($0 / 2)") }
    let place = Evidence(document: DocumentID("d"), quote: "q", start: 0, end: 1, bytes: 0..<1, line: 1, column: 1)
    for _ in 0..<chance.below(nodes * 4) {
      result.assertions.append(
        Assertion(
          subject: ConceptID("n\(chance.below(nodes))"), relation: Self.names[chance.below(Self.names.count)],
          object: ConceptID("n\(chance.below(nodes))"), polarity: chance.below(6) == 0 ? .denied : .asserted,
          confidence: [1, 0.5, 0.25][chance.below(3)], rule: "r", subjectText: "", objectText: "", evidence: place))
    }
    return MemoryGraph(result)
  }

  private func hops(_ graph: MemoryGraph, _ chance: inout Chance) -> PathExpression {
    func some(_ chance: inout Chance) -> RelationSet {
      var set = RelationSet()
      for (number, relation) in graph.relations.enumerated() where Self.names.contains(relation.name) {
        if chance.below(2) == 0 { set.insert(RelationID(UInt16(number))) }
      }
      return set
    }
    let denied = chance.below(4)
    return .hop(
      HopSet(
        forward: some(&chance), backward: chance.below(2) == 0 ? some(&chance) : RelationSet(),
        crossesAsserted: denied != 1, crossesDenied: denied < 2))
  }

  private func expression(_ graph: MemoryGraph, _ chance: inout Chance) -> PathExpression {
    let first = hops(graph, &chance)
    switch chance.below(5) {
    case 0: return .sequence([first, .repeated(hops(graph, &chance), lower: 0, upper: nil)])
    case 1: return .alternation([.repeated(first, lower: 2, upper: 4), hops(graph, &chance)])
    default: return .repeated(first, lower: chance.below(2), upper: nil)
    }
  }

  private func finder(
    _ source: any GraphSource, _ graph: MemoryGraph, _ expression: PathExpression, _ mode: PathMode,
    _ budget: SearchBudget
  ) throws -> PathFinder {
    PathFinder(
      source: source, automaton: try PositionAutomaton(parts: [expression], guards: []),
      evidence: PlainEvidence(graph), conditions: PathConditions(mode: mode), budget: budget)
  }

  private func texts(
    _ finder: PathFinder, _ start: NodeID, _ end: NodeID, _ choice: PathChoice, limit: Int = 60
  ) throws -> [String] {
    var out: [String] = []
    try finder.paths(from: start, to: end, choice, limit: limit) { path in
      out.append("\(path.text) \(path.confidence)")
      return out.count < limit
    }
    return out
  }

  @Test(arguments: 0..<60) func arraysAndNodesGiveTheSamePathsForTheSameStates(seed: Int) throws {
    var chance = Chance(state: UInt64(seed) + 1)
    for _ in 0..<20 {
      let graph = graph(&chance)
      let expression = expression(graph, &chance)
      let mode = PathMode.allCases[chance.below(PathMode.allCases.count)]
      let start = NodeID(UInt32(chance.below(graph.nodeCount)))
      let end = NodeID(UInt32(chance.below(graph.nodeCount)))
      for choice in [PathChoice.first(1), .first(3), .allShortest, .groups(2)] {
        let (first, second) = (SearchBudget(maximumStates: 20_000), SearchBudget(maximumStates: 20_000))
        let found = try? texts(finder(graph, graph, expression, mode, first), start, end, choice)
        let other = try? texts(finder(Nodewise(graph), graph, expression, mode, second), start, end, choice)
        #expect(found == other)
        #expect(first.states == second.states)
      }
    }
  }

  @Test(arguments: 0..<60) func pathsBesidePathsAreTheFirstOfAll(seed: Int) throws {
    var chance = Chance(state: UInt64(seed) + 1000)
    for _ in 0..<15 {
      let graph = graph(&chance)
      let expression = PathExpression.repeated(hops(graph, &chance), lower: 1, upper: nil)
      let mode: PathMode = chance.below(2) == 0 ? .simple : .acyclic
      let start = NodeID(UInt32(chance.below(graph.nodeCount)))
      let end = NodeID(UInt32(chance.below(graph.nodeCount)))
      let budget = SearchBudget(maximumStates: 100_000)
      guard let all = try? texts(finder(graph, graph, expression, mode, budget), start, end, .all, limit: 5_000)
      else { continue }
      for count in [2, 3, 7] {
        let few = try texts(finder(graph, graph, expression, mode, SearchBudget()), start, end, .first(count))
        #expect(few == Array(all.prefix(count)))
      }
    }
  }

  @Test(arguments: 0..<40) func closuresTogetherAreThoseOneByOne(seed: Int) throws {
    var chance = Chance(state: UInt64(seed) + 2000)
    let graph = graph(&chance)
    guard case .hop(let set) = hops(graph, &chance) else { return }
    // Small closures one by one, and after a sample all of them together.
    for (lower, sharingSize) in [(0, 1_000), (1, 1_000), (0, 0), (1, 0)] {
      let closures = Closures(
        arrays: try #require(graph.arrays), relations: graph.relations, hops: set, nodeCount: graph.nodeCount,
        budget: SearchBudget(), sharingSize: sharingSize)
      let expression = PathExpression.repeated(.hop(set), lower: lower, upper: nil)
      let single = try finder(graph, graph, expression, .walk, SearchBudget())
      let nodewise = try finder(Nodewise(graph), graph, expression, .walk, SearchBudget())
      // Every node nine times, so that there is more than one pass.
      let starts = (0..<graph.nodeCount * 9).map { NodeID(UInt32($0 % graph.nodeCount)) }
      var count = 0
      try closures.forEach(from: starts, includesStart: lower == 0) { start, ends in
        let one = try single.ends(from: start) { _ in true }
        #expect(start == starts[count])
        #expect(Set(ends) == Set(one) && ends.count == one.count)
        #expect(try one == nodewise.ends(from: start) { _ in true })
        count += 1
        return true
      }
      #expect(count == starts.count)
    }
  }

  @Test func sixtyFourClosuresLookAtSharedNodesTogether() throws {
    // Sixty-four beginnings of one chain.
    var result = ExtractionResult()
    let place = Evidence(document: DocumentID("d"), quote: "q", start: 0, end: 1, bytes: 0..<1, line: 1, column: 1)
    result.concepts = (0..<1064).map { Concept(id: ConceptID("n\($0)"), label: "n\($0)") }
    for number in 0..<1063 {
      result.assertions.append(
        Assertion(
          subject: ConceptID("n\(number)"), relation: "is-a", object: ConceptID("n\(max(64, number + 1))"), rule: "r",
          subjectText: "", objectText: "", evidence: place))
    }
    let graph = MemoryGraph(result)
    let budget = SearchBudget()
    let closures = Closures(
      arrays: try #require(graph.arrays), relations: graph.relations,
      hops: HopSet(forward: RelationSet([RelationID(0)]), backward: RelationSet()), nodeCount: graph.nodeCount,
      budget: budget)
    var total = 0
    // The first few are looked at one by one and show that the closures are large.
    let first = Closures.sample
    let starts = (0..<first + 64).map { NodeID(graph.nodes(named: "n\($0 % 64)", at: .identifier)[0].raw) }
    try closures.forEach(from: starts, includesStart: false) { _, ends in
      total += ends.count
      return true
    }
    #expect(total == 1_000 * starts.count)
    #expect(budget.states == 1064 + first * (1 + 1_000 / Closures.nodesAState))
  }

  @Test func oneRelationLooksAtItsOwnSubjectsOnly() throws {
    var chance = Chance(state: 5)
    let graph = graph(&chance)
    let arrays = try #require(graph.arrays)
    for number in graph.relations.indices {
      let id = RelationID(UInt16(number))
      for denied in [false, true] {
        var (some, all): ([EdgeKey], [EdgeKey]) = ([], [])
        arrays.forEachEdge(relation: id, denied: denied) { edge in
          some.append(edge)
          return true
        }
        arrays.forEachEdge(relation: nil, denied: denied) { edge in
          if edge.relation == id { all.append(edge) }
          return true
        }
        #expect(some == all)
      }
    }
  }
}
