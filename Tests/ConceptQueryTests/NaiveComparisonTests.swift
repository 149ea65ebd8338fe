import ConceptGraph
import ConceptModel
import Testing

@testable import ConceptQuery

/// The engine against the naive evaluator on seeded random graphs and path expressions.
@Suite struct NaiveComparisonTests {
  /// One random case: a query, its answer by the engine and by definition.
  private struct Case {
    var query: String
    var engine: [String]
    var naive: [String]
    var code: Int32
  }

  /// Walks are compared up to this length; longer ones are cut off on both sides by a condition.
  private static let walkLength = 4

  private func runCase(
    _ cases: inout RandomCases, _ graph: MemoryGraph, _ naive: NaiveEvaluator, nodes: Int
  ) throws -> Case {
    let path = cases.path(depth: 2)
    let direction = cases.direction()
    let selector = cases.selector()
    let mode = cases.generator.pick(PathModeSyntax.allCases)
    let start = cases.generator.chance(70) ? cases.generator.below(nodes) : nil
    let end = cases.generator.chance(70) ? cases.generator.below(nodes) : nil
    let closed = start == nil && end == nil && cases.generator.chance(50)
    let avoid = cases.generator.chance(15) ? Set([cases.generator.below(nodes)]) : []
    var conditions: [String] = []
    if mode == .walk || mode == .trail { conditions.append("length <= \(Self.walkLength)") }
    let odd = cases.generator.chance(10)
    if odd { conditions.append("length != 1") }
    if let avoided = avoid.first { conditions.append("avoid n\(avoided)") }
    let ends = (start.map { "n\($0)" } ?? "?x", end.map { "n\($0)" } ?? (closed ? "?x" : "?y"))
    let arrow = SyntaxPrinter.arrow(ArrowSyntax(.path(path), direction: direction))
    let words = [SyntaxPrinter.words(of: selector), mode.rawValue].compactMap { $0 }.joined(separator: " ")
    var query = "\(words) path \(ends.0) \(arrow) \(ends.1)"
    if !conditions.isEmpty { query += " where " + conditions.joined(separator: ", ") }
    var options = QueryOptions(maximumPaths: 1_000_000)
    // The best of many are chosen without listing them; here two are many, every other time.
    if cases.generator.chance(50) { options.listedTies = 1 }
    let outcome = try Fixture.run(query, on: graph, format: .paths, options: options)
    let limit = mode == .walk || mode == .trail ? Self.walkLength : nodes + 1
    let expected = naive.paths(
      start: start, end: end, closed: closed, path: path, direction: direction, selector: selector,
      mode: PathMode(rawValue: mode.rawValue) ?? .simple, avoid: avoid, lengths: { !odd || $0 != 1 },
      maximumLength: limit)
    return Case(query: query, engine: outcome.lines, naive: expected, code: outcome.code)
  }

  @Test(arguments: 0..<10)
  func pathsAgree(seed: Int) throws {
    var cases = RandomCases(seed: UInt64(seed) &* 7919 &+ 1)
    var compared = 0
    var nonEmpty = 0
    for _ in 0..<26 {
      let nodes = 3 + cases.generator.below(3)
      let notation = cases.notation(nodes: nodes, facts: 4 + cases.generator.below(7))
      let (graph, problems) = Fixture.graph(notation)
      try #require(problems.isEmpty && graph.nodeCount == nodes, "\(problems)\n\(notation)")
      let naive = NaiveEvaluator(graph: graph)
      for _ in 0..<20 {
        let result = try runCase(&cases, graph, naive, nodes: nodes)
        compared += 1
        if !result.naive.isEmpty { nonEmpty += 1 }
        #expect(result.engine == result.naive, "\(result.query)\n\(notation)")
        #expect(result.code == (result.naive.isEmpty ? 1 : 0), "\(result.query)")
      }
    }
    #expect(compared == 520)
    #expect(nonEmpty > 150)
  }
}
