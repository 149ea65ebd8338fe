import ConceptGraph
import ConceptModel
import Testing

@testable import ConceptQuery

/// `find` and hop conditions against evaluation by definition, and properties that relate answers to each other.
@Suite struct FindComparisonTests {
  private func graph(_ cases: inout RandomCases, nodes: Int) throws -> (MemoryGraph, String) {
    let notation = cases.notation(nodes: nodes, facts: 5 + cases.generator.below(6))
    let (graph, problems) = Fixture.graph(notation)
    try #require(problems.isEmpty && graph.nodeCount == nodes)
    return (graph, notation)
  }

  /// The pairs that some walk joins, by the product of nodes and matches up to a length that is enough.
  private func pairs(_ naive: NaiveEvaluator, _ path: PathSyntax, nodes: Int, length: Int) -> Set<[Int]> {
    var pairs: Set<[Int]> = []
    for start in 0..<nodes {
      naive.walks(from: start, mode: .walk, maximumLength: length, avoid: []) { walk in
        if naive.ends(path, walk.steps, from: 0, backward: false).contains(walk.steps.count) {
          pairs.insert([start, walk.end])
        }
      }
    }
    return pairs
  }

  @Test func joinsOfReachabilityAgree() throws {
    var cases = RandomCases(seed: 99)
    for _ in 0..<60 {
      let (graph, notation) = try graph(&cases, nodes: 3)
      let naive = NaiveEvaluator(graph: graph)
      // Bounded expressions of at most four hops, so that walks of four hops are all there are.
      let paths = (0..<2).map { _ in cases.path(depth: 1) }
      guard paths.allSatisfy({ !SyntaxPrinter.arrow(ArrowSyntax(.path($0))).contains(where: { "*+".contains($0) }) }),
        !paths.contains(where: { SyntaxPrinter.arrow(ArrowSyntax(.path($0))).contains(",}") })
      else { continue }
      let (first, second) = (
        pairs(naive, paths[0], nodes: 3, length: 4), pairs(naive, paths[1], nodes: 3, length: 4)
      )
      var rows: Set<String> = []
      for a in first { for b in second where a[1] == b[0] { rows.insert("n\(a[0]),n\(a[1]),n\(b[1])") } }
      let arrows = paths.map { SyntaxPrinter.arrow(ArrowSyntax(.path($0))) }
      let query = "?x \(arrows[0]) ?y, ?y \(arrows[1]) ?z"
      let outcome = try Fixture.run(query, on: graph, format: .csv)
      #expect(Set(outcome.lines.dropFirst()) == rows, "\(query)\n\(notation)")
      let chain = try Fixture.run("?x \(arrows[0]) ?y \(arrows[1]) ?z return ?x, ?y, ?z", on: graph, format: .csv)
      #expect(chain.lines.dropFirst() == outcome.lines.dropFirst())
    }
  }

  @Test(arguments: [
    "confidence >= 0.5", "confidence < 0.8", "source = d1", "source != d1", "source in (d0, d2)", "date >= 2022",
    "date < 2022-06", "confidence >= 0.5, source not in (d0)",
  ])
  func hopConditionsDeleteEdges(condition: String) throws {
    var cases = RandomCases(seed: 3)
    let dates = ["d0": "2020-01", "d1": "2022-06", "d2": "2024-12"]
    let passes: [String: (Assertion) -> Bool] = [
      "confidence >= 0.5": { $0.confidence >= 0.5 }, "confidence < 0.8": { $0.confidence < 0.8 },
      "source = d1": { $0.effectiveSource.value == "d1" }, "source != d1": { $0.effectiveSource.value != "d1" },
      "source in (d0, d2)": { $0.effectiveSource.value != "d1" },
      "date >= 2022": { (dates[$0.effectiveSource.value] ?? "") >= "2022" },
      "date < 2022-06": { (dates[$0.effectiveSource.value] ?? "") < "2022-06" },
      "confidence >= 0.5, source not in (d0)": { $0.confidence >= 0.5 && $0.effectiveSource.value != "d0" },
    ]
    let test = try #require(passes[condition])
    for _ in 0..<25 {
      let (graph, notation) = try graph(&cases, nodes: 4)
      let naive = NaiveEvaluator(graph: graph, passes: test)
      let path = PathSyntax.repeated(.any(Span(0, 0)), QuantifierSyntax(1, nil), Span(0, 0))
      let expected = naive.paths(
        start: 0, end: nil, path: path, direction: .either, selector: .all, mode: .simple, maximumLength: 5)
      let outcome = try Fixture.run("all paths n0 -[any+]- ?y where \(condition)", on: graph, format: .paths)
      #expect(outcome.lines == expected, "\(condition)\n\(notation)")
    }
  }

  @Test func sameSourcePathsHaveOneDocumentBehindEveryHop() throws {
    var cases = RandomCases(seed: 21)
    for _ in 0..<60 {
      let (graph, notation) = try graph(&cases, nodes: 4)
      let naive = NaiveEvaluator(graph: graph)
      let path = PathSyntax.repeated(.any(Span(0, 0)), QuantifierSyntax(0, nil), Span(0, 0))
      // How many documents agree is a matter of all of them, whichever one states every hop.
      for (selector, agreeing) in [
        (PathSelector.all, 1), (.anyShortest, 1), (.shortest(2), 1), (.all, 2), (.anyShortest, 2),
      ] {
        let expected = naive.paths(
          start: 0, end: nil, path: path, direction: .either, selector: selector, mode: .simple, maximumLength: 5
        ) { walk in
          var common: Set<String>?
          for step in walk.steps {
            let behind = naive.documents[step.edge] ?? []
            if behind.count < agreeing { return false }
            common = common?.intersection(behind) ?? behind
          }
          return !(common?.isEmpty ?? false)
        }
        let words = SyntaxPrinter.words(of: selector).map { "\($0) " } ?? ""
        let query = "\(words)path n0 -[any*]- ?y where same-source, agreed-by >= \(agreeing)"
        let outcome = try Fixture.run(query, on: graph, format: .paths)
        #expect(outcome.lines == expected, "\(query)\n\(notation)")
      }
    }
  }

  // MARK: Relations between answers

  private func lines(_ query: String, _ graph: MemoryGraph) throws -> [String] {
    try Fixture.run(query, on: graph, format: .paths).lines
  }

  @Test func modesAreNestedAndShortestAreAmongAll() throws {
    var cases = RandomCases(seed: 41)
    for _ in 0..<60 {
      let (graph, notation) = try graph(&cases, nodes: 4)
      let arrow = SyntaxPrinter.arrow(ArrowSyntax(.path(cases.path(depth: 2)), direction: cases.direction()))
      func all(_ mode: String) throws -> Set<String> {
        Set(try lines("all \(mode) paths n0 \(arrow) ?y where length <= 4", graph))
      }
      let sets = try ["acyclic", "simple", "trail", "walk"].map(all)
      #expect(
        sets[0].isSubset(of: sets[1]) && sets[1].isSubset(of: sets[2]) && sets[2].isSubset(of: sets[3]),
        "\(arrow)\n\(notation)")
      let shortest = Set(try lines("all shortest paths n0 \(arrow) ?y where length <= 4", graph))
      let any = Set(try lines("path n0 \(arrow) ?y where length <= 4", graph))
      #expect(any.isSubset(of: shortest) && shortest.isSubset(of: sets[1]), "\(arrow)\n\(notation)")
      // A condition that always holds changes nothing.
      let filtered = Set(
        try lines("all simple paths n0 \(arrow) ?y where length <= 4, confidence >= 0, date = any", graph))
      #expect(filtered == sets[1])
    }
  }

  @Test func turnedArrowsGiveTurnedPaths() throws {
    var cases = RandomCases(seed: 43)
    for _ in 0..<60 {
      let (graph, notation) = try graph(&cases, nodes: 4)
      let path = cases.path(depth: 2)
      let there = try lines("all paths n0 \(SyntaxPrinter.arrow(ArrowSyntax(.path(path)))) n1", graph)
      let back = try lines(
        "all paths n1 \(SyntaxPrinter.arrow(ArrowSyntax(.path(path), direction: .backward))) n0", graph)
      func turnedWord(_ word: Substring) -> String {
        if word.hasSuffix("]->") { return "<\(word.dropLast(1))" }
        return word.hasPrefix("<-[") ? "\(word.dropFirst(1))>" : "\(word)"
      }
      func turned(_ line: String) -> String {
        line.split(separator: " ").reversed().map(turnedWord).joined(separator: " ")
      }
      // A loop prints in its stored direction both ways.
      let hasLoop = there.contains { line in
        let words = line.split(separator: " ")
        return stride(from: 2, to: words.count, by: 2).contains { words[$0] == words[$0 - 2] }
      }
      if !hasLoop {
        #expect(Set(there) == Set(back.map(turned)), "\(SyntaxPrinter.arrow(ArrowSyntax(.path(path))))\n\(notation)")
      }
    }
  }

  @Test func repetitionsEqualTheirMeaning() throws {
    var cases = RandomCases(seed: 47)
    for _ in 0..<40 {
      let (graph, _) = try graph(&cases, nodes: 4)
      for (left, right) in [
        ("⊑{1}", "⊑"), ("⊑?", "⊑{0,1}"), ("⊑*", "⊑{0,}"), ("⊑+", "⊑{1,}"), ("-[is-a|requires]->", "-[requires|is-a]->"),
        ("-[^(is-a/requires)]->", "-[^requires/^is-a]->"), ("<-[is-a+]-", "⊒+"), ("→", "-[leads-to|causes]->"),
      ] {
        let queries = [left, right].map { "all paths ?x \($0) ?y where length <= 3" }
        #expect(try lines(queries[0], graph) == lines(queries[1], graph), "\(queries)")
      }
    }
  }

  @Test func moreStatementsNeverTakeAPathAway() throws {
    var cases = RandomCases(seed: 53)
    for _ in 0..<40 {
      let (graph, notation) = try graph(&cases, nodes: 4)
      let more = Fixture.graph(notation + "n0 -[requires]-> n1 with source = d9\n").graph
      let arrow = SyntaxPrinter.arrow(ArrowSyntax(.path(cases.path(depth: 2))))
      let query = "all paths ?x \(arrow) ?y"
      #expect(Set(try lines(query, graph)).isSubset(of: try lines(query, more)), "\(query)\n\(notation)")
    }
  }

  @Test func setsAreUnionsBeforeTheSelector() throws {
    var cases = RandomCases(seed: 59)
    for _ in 0..<40 {
      let (graph, notation) = try graph(&cases, nodes: 4)
      let arrow = SyntaxPrinter.arrow(ArrowSyntax(.path(cases.path(depth: 2)), direction: cases.direction()))
      let both = try lines("all paths n0/n1 \(arrow) ?y", graph)
      let single = try lines("all paths n0 \(arrow) ?y", graph) + lines("all paths n1 \(arrow) ?y", graph)
      #expect(Set(both) == Set(single), "\(arrow)\n\(notation)")
    }
  }

  @Test func splittingADocumentChangesOnlyAgreement() throws {
    var cases = RandomCases(seed: 61)
    for _ in 0..<30 {
      let (graph, notation) = try graph(&cases, nodes: 4)
      var number = 0
      let split = notation.split(separator: "\n").map { line in
        number += 1
        return line.hasPrefix("@")
          ? String(line) : String(line).replacing("source = d1", with: "source = d1-\(number % 2)")
      }.joined(separator: "\n")
      let parts = Fixture.graph(split + "\n").graph
      let arrow = SyntaxPrinter.arrow(ArrowSyntax(.path(cases.path(depth: 2)), direction: cases.direction()))
      for query in ["all paths ?x \(arrow) ?y", "shortest 2 paths ?x \(arrow) ?y where confidence >= 0.5"] {
        #expect(try lines(query, graph) == lines(query, parts), "\(query)\n\(notation)")
      }
    }
  }
}
