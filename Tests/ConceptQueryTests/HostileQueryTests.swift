import ConceptGraph
import ConceptModel
import Testing

@testable import ConceptQuery

/// Queries that try to take for ever end within the budget or are refused.
@Suite struct HostileQueryTests {
  /// Every concept leads to every other.
  private static let clique: MemoryGraph = {
    var lines: [String] = []
    for from in 0..<50 { for to in 0..<50 where from != to { lines.append("k\(from) → k\(to)") } }
    return Fixture.graph(lines.joined(separator: "\n") + "\n").graph
  }()

  private func code(_ query: String, _ options: QueryOptions = QueryOptions(maximumStates: 20_000)) throws -> Int32 {
    try Fixture.run(query, on: Self.clique, format: .json, options: options).code
  }

  @Test(arguments: [
    "all paths k0 →+ k1", "all trail paths k0 →+ k1", "all paths k0 ~ k1", "all paths ?x →+ ?y",
    "all walk paths k0 →{1,900} k1", "shortest 1000 groups paths k0 →+ k1", "all paths k0 -[(any/any)*]-> k1",
    "all paths ?x →{10,20} ?x",
  ])
  func pathsOfACliqueAreIncomplete(query: String) throws {
    let outcome = try Fixture.run(query, on: Self.clique, format: .paths, options: QueryOptions(maximumStates: 20_000))
    #expect(outcome.code == 3, "\(query)")
    #expect(outcome.errors.contains("incomplete"))
    #expect(outcome.lines.count <= 1000)
  }

  @Test func theSameQueryStopsAtTheSamePlace() throws {
    let first = try Fixture.run("all paths k0 →+ k1", on: Self.clique, format: .paths)
    let second = try Fixture.run("all paths k0 →+ k1", on: Self.clique, format: .paths)
    #expect(first.lines.count == 1000)
    #expect(first.output == second.output)
  }

  @Test func shortestPathsOfAGridAreNotListedToFindTheBest() throws {
    // The corners of a grid are joined by 40!/(20!)² shortest paths.
    var lines: [String] = []
    for x in 0...20 {
      for y in 0...20 {
        if x < 20 { lines.append("g\(x)x\(y) → g\(x + 1)x\(y)") }
        if y < 20 { lines.append("g\(x)x\(y) → g\(x)x\(y + 1)") }
      }
    }
    let graph = Fixture.graph(lines.joined(separator: "\n") + "\n").graph
    let answer = try QueryEngine(source: graph, options: QueryOptions(maximumStates: 20_000))
      .run("path g0x0 →+ g20x20")
    #expect(answer.exitCode == 0)
    #expect(try answer.formatted(.json).contains("\"length\":40"))
  }

  @Test func theClockEndsASearch() throws {
    let options = QueryOptions(maximumPaths: 1_000_000, isOverdue: { true })
    let answer = try QueryEngine(source: Self.clique, options: options).run("all paths k0 →+ k1")
    #expect(answer.exitCode == 3)
    #expect(answer.notes.contains { $0.contains("clock") })
  }

  @Test func tenThousandParenthesesAreRefused() throws {
    let nested = String(repeating: "(", count: 10_000) + "any" + String(repeating: ")", count: 10_000)
    let outcome = try Fixture.run("k0 -[\(nested)]-> ?x", on: Self.clique)
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("too-large"))
    let quantified = "any" + String(repeating: "*", count: 10_000)
    #expect(try code("k0 -[\(quantified)]-> ?x") == 2)
  }

  @Test(arguments: [
    "k0 -[((any{0,1000}){0,1000}){0,1000}]-> k1", "k0 -[(any{1000}){1000}]-> k1", "k0 →{99999999999999999999} k1",
    "path k0 -[(any{900}/any{900}){900}]-> k1",
  ])
  func hugeBoundsAreRefused(query: String) throws {
    let outcome = try Fixture.run(query, on: Self.clique)
    #expect(outcome.code == 2 && outcome.errors.contains("too-large"), "\(query): \(outcome.errors.prefix(300))")
  }

  @Test func exponentialPatternsEndWithinTheBudget() throws {
    let pattern = String(repeating: "(leads-to|leads-to/leads-to)*/", count: 20) + "leads-to"
    #expect([0, 3].contains(try code("k0 -[\(pattern)]-> k1")))
    #expect([1, 3].contains(try code("path k0 -[(leads-to/leads-to){40}]-> k1")))
    let joins = (0..<8).map { "?a\($0) → ?a\($0 + 1)" }.joined(separator: ", ")
    #expect(try code(joins) == 3)
  }

  @Test func aMegabyteOfTextIsAnswered() throws {
    let words = String(repeating: "word ", count: 200_000)
    #expect(try code("\(words)⊑ ?x") == 2)
    let quoted = "\"" + String(repeating: "x", count: 1_000_000) + "\" ⊑ ?x"
    #expect(try code(quoted) == 2)
    #expect(try code(String(repeating: "⊑", count: 300_000)) == 2)
    #expect(try code(String(repeating: "k0 → k1 → ", count: 200) + "k2") == 0)
    #expect(try code("path " + String(repeating: "k0 → k1 → ", count: 200) + "k2") == 2)
    #expect(try code(String(repeating: "k0/", count: 20_000) + "k1 → k2") == 0)
  }

  @Test(arguments: [
    String(repeating: "k0 → ?x, ", count: 1000) + "k0 → ?x", "k0" + String(repeating: " → k1", count: 80_000),
    "?x → k0 where " + String(repeating: "no ?x → k1, ", count: 1000) + "no ?x → k2",
  ])
  func thousandsOfArrowsAreRefused(query: String) throws {
    let outcome = try Fixture.run(query, on: Self.clique)
    #expect(outcome.code == 2 && outcome.errors.contains("more than 1000 arrows"))
  }

  @Test func wideRowsCostMoreOfTheBudget() throws {
    // Joins that share no variable: every row is kept until all are sorted.
    let options = QueryOptions(maximumStates: 20_000)
    for arrows in [2, 3, 12] {
      let query = (0..<arrows).map { "?a\($0) → ?b\($0)" }.joined(separator: ", ")
      let answer = try QueryEngine(source: Self.clique, options: options).run(query)
      #expect(answer.exitCode == 3)
      let first = try QueryEngine(source: Self.clique, options: options).run(query + " limit 5 offset 1")
      guard case .table(let table) = answer.body, case .table(let part) = first.body else {
        Issue.record("no table")
        continue
      }
      #expect((table.rows.count - 1) * (2 * arrows - 1) < 20_000, "\(arrows)")
      #expect(part.rows == Array(table.rows[1...5]))
    }
  }

  @Test func bytesThatAreNoTextAreRefused() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<300 {
      let bytes = (0..<60).map { _ in UInt8(generator.below(256)) }
      let text = NotationText(bytes: bytes, file: nil)
      _ = QueryParser.parse(text)
      _ = Notation.parse(bytes, info: DocumentInfo(id: DocumentID("noise.facts")))
    }
    let (_, problems) = Notation.parse([0x61, 0xFF, 0x20, 0x0A], info: DocumentInfo(id: DocumentID("x.facts")))
    #expect(problems.contains { $0.code == "bad-encoding" })
  }
}
