import ConceptModel
import Testing

@testable import ConceptGraph

/// Searches look at few edges: the work is counted, not timed.
@Suite struct SearchWorkTests {
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

  /// A random graph of one relation.
  private func graph(nodes: Int, edges: Int) -> MemoryGraph {
    var result = ExtractionResult()
    result.concepts = (0..<nodes).map { Concept(id: ConceptID("n\($0)"), label: "n\($0)") }
    var state: UInt64 = 9
    func random() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % nodes
    }
    let place = Evidence(document: DocumentID("d"), quote: "q", start: 0, end: 1, bytes: 0..<1, line: 1, column: 1)
    for _ in 0..<edges {
      result.assertions.append(
        Assertion(
          subject: ConceptID("n\(random())"), relation: "leads-to", object: ConceptID("n\(random())"), rule: "r",
          subjectText: "", objectText: "", evidence: place))
    }
    return MemoryGraph(result)
  }

  private func leadsTo(_ graph: MemoryGraph) throws -> PathExpression {
    let number = try #require(graph.relations.firstIndex { $0.name == "leads-to" })
    let set = HopSet(forward: RelationSet([RelationID(UInt16(number))]), backward: RelationSet())
    return .repeated(.hop(set), lower: 1, upper: nil)
  }

  private func finder(_ graph: MemoryGraph, _ budget: SearchBudget) throws -> PathFinder {
    let automaton = try PositionAutomaton(parts: [leadsTo(graph)], guards: [])
    return PathFinder(source: graph, automaton: automaton, evidence: PlainEvidence(graph), budget: budget)
  }

  @Test func aShortestPathLooksAtFewOfManyEdges() throws {
    let graph = graph(nodes: 5_000, edges: 25_000)
    var looked = 0
    var found = 0
    for number in 0..<20 {
      let budget = SearchBudget()
      let ends = (NodeID(UInt32(number * 7)), NodeID(UInt32(4_000 + number * 11)))
      try finder(graph, budget).paths(from: ends.0, to: ends.1, .first(1), limit: 1) { _ in
        found += 1
        return false
      }
      looked += budget.edges
    }
    #expect(found >= 18)
    // From one end alone about half of the edges would be looked at each time.
    #expect(looked / 20 < 2_000)
  }

  @Test func aHubOnAShortestPathIsNotGoneBackOver() throws {
    // start → hub → middle → end, and five thousand others that lead to the hub.
    var result = ExtractionResult()
    let place = Evidence(document: DocumentID("d"), quote: "q", start: 0, end: 1, bytes: 0..<1, line: 1, column: 1)
    var edges = [("start", "hub"), ("hub", "middle"), ("middle", "end")]
    for number in 0..<5_000 { edges.append(("leaf\(number)", "hub")) }
    for name in Set(edges.flatMap { [$0.0, $0.1] }).sorted(by: scalarLess) {
      result.concepts.append(Concept(id: ConceptID(name), label: name))
    }
    for (from, to) in edges {
      result.assertions.append(
        Assertion(
          subject: ConceptID(from), relation: "leads-to", object: ConceptID(to), rule: "r", subjectText: "",
          objectText: "", evidence: place))
    }
    let graph = MemoryGraph(result)
    let ends = try ["start", "end"].map { try #require(graph.nodes(named: $0, at: .identifier).first) }
    for choice in [PathChoice.first(1), .allShortest] {
      let budget = SearchBudget()
      var count = 0
      try finder(graph, budget).paths(from: ends[0], to: ends[1], choice, limit: 10) { _ in
        count += 1
        return true
      }
      #expect(count == 1)
      #expect(budget.edges < 50)
    }
  }

  @Test func theBestFewOfVeryManyTiesAreChosenWithoutListingThem() throws {
    // Thirty layers of two nodes: a thousand million shortest paths from one end to the other.
    var result = ExtractionResult()
    let place = Evidence(document: DocumentID("d"), quote: "q", start: 0, end: 1, bytes: 0..<1, line: 1, column: 1)
    func name(_ layer: Int, _ side: Int) -> String { "l\(layer < 10 ? "0" : "")\(layer)\(side)" }
    for layer in 0..<31 {
      for side in 0..<2 { result.concepts.append(Concept(id: ConceptID(name(layer, side)), label: name(layer, side))) }
    }
    for layer in 0..<30 {
      for (from, to) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
        // A weak hop in the middle that every path with the first nodes takes.
        let confidence = layer == 15 && from == 0 ? 0.4 : 0.9
        var assertion = Assertion(
          subject: ConceptID(name(layer, from)), relation: "leads-to", object: ConceptID(name(layer + 1, to)),
          rule: "r",
          subjectText: "", objectText: "", evidence: place)
        assertion.confidence = confidence
        result.assertions.append(assertion)
      }
    }
    let graph = MemoryGraph(result)
    let budget = SearchBudget()
    var sides: [String] = []
    let ends = try ["l000", "l300"].map { try #require(graph.nodes(named: $0, at: .identifier).first) }
    try finder(graph, budget).paths(from: ends[0], to: ends[1], .first(3), limit: 1000) { path in
      #expect(path.confidence == 0.9)
      sides.append(path.path.nodes.map { String(graph.info(of: $0).displayLabel.suffix(1)) }.joined())
      return true
    }
    let zeros = { String(repeating: "0", count: $0) }
    #expect(
      sides == [zeros(15) + "1" + zeros(15), zeros(15) + "1" + zeros(13) + "10", zeros(15) + "1" + zeros(12) + "100"])
    #expect(budget.states < 20_000)
  }

  @Test func everyLengthIsListedBeforeTheNext() throws {
    let graph = graph(nodes: 12, edges: 60)
    var lengths: [Int] = []
    var texts: Set<String> = []
    try finder(graph, SearchBudget()).paths(from: NodeID(0), to: NodeID(5), .all, limit: .max) { path in
      lengths.append(path.path.length)
      #expect(texts.insert(path.text).inserted, "a path is listed once")
      #expect(PathMode.simple.allows(path.path))
      return true
    }
    #expect(lengths == lengths.sorted() && lengths.count > 20)
  }

  @Test func budgetsAreExact() throws {
    let graph = graph(nodes: 60, edges: 600)
    let budget = SearchBudget(maximumStates: 500)
    #expect(throws: SearchStop.states) {
      try finder(graph, budget).paths(from: NodeID(0), to: NodeID(1), .all, limit: .max) { _ in true }
    }
    #expect(budget.states == 501)
  }

  @Test func automataOfUnboundedExpressionsAreInfinite() throws {
    let graph = graph(nodes: 2, edges: 1)
    let unbounded = try leadsTo(graph)
    guard case .repeated(let hop, _, _) = unbounded else { return }
    func isInfinite(_ expression: PathExpression) throws -> Bool {
      try PositionAutomaton(parts: [expression], guards: []).isInfinite
    }
    #expect(try isInfinite(unbounded))
    #expect(try !isInfinite(.repeated(hop, lower: 0, upper: 9)))
    #expect(try !isInfinite(.repeated(unbounded, lower: 0, upper: 0)))
    #expect(throws: AutomatonError.tooLarge) {
      try PositionAutomaton(
        parts: [.repeated(.repeated(hop, lower: 1, upper: 1000), lower: 1, upper: 1000)], guards: [])
    }
  }

  @Test func namesAreFoundLevelByLevel() {
    let fact = { (a: String, b: String) in
      StatedFact(
        subject: StatedTerm(label: a), relation: "is-a", object: StatedTerm(label: b),
        evidence: Evidence(
          document: DocumentID("f"), quote: "q", start: 0, end: 1, bytes: 0..<1, line: 1, column: 1))
    }
    var document = StatedDocument(info: DocumentInfo(id: DocumentID("f")))
    document.facts = [fact("Steep Slope", "place")]
    let graph = MemoryGraph(StatedFacts.result(of: [document]))
    func found(_ name: String, _ level: NameLevel) -> [String] {
      graph.nodes(named: name, at: level).map { graph.info(of: $0).displayLabel }
    }
    #expect(found("steep-slope", .identifier) == ["Steep Slope"])
    #expect(found("Steep Slope", .preferredLabel) == ["Steep Slope"])
    #expect(found("steep slope", .preferredLabel).isEmpty)
    #expect(found("steep slopes", .normalised) == ["Steep Slope"])
  }
}
