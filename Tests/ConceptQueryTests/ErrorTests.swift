import ConceptGraph
import ConceptModel
import Testing

@testable import ConceptQuery

/// What a reader meets who types something wrong: a code, a place, a next step.
@Suite struct ErrorTests {
  private let graph = Fixture.graph(Harbour.notation).graph

  @Test(arguments: [
    ("dinghy ⊑ ⊑ boat", "syntax", 10, "write a concept"), ("dinghy --> boat", "syntax", 8, "-[any]->"),
    ("dinghy ⊑ boaat", "unknown-term", 10, "boat"), ("harbour ⊑ ?x", "ambiguous-term", 1, "harbour#1"),
    ("SB ⊑ ?x", "ambiguous-term", 1, "storm bell"), ("?x -[is-aa]-> boat", "unknown-relation", 6, "is-a"),
    ("?x ⊑ boat where source = logg", "unknown-source", 26, "log"),
    ("?x ⊑ boat where author = \"Ada Rood\"", "unknown-source", 26, "Ada Reed"),
    ("?x ⊑ boat where confidence > 2", "bad-value", 30, "0 to 1"),
    ("?x ⊑ boat where date > 2024-13", "bad-value", 24, "2024-06"),
    ("?x is-a boat", "syntax", 4, "-[is-a]->"), ("dinghy requires wind", "unknown-term", 1, "-[requires]->"),
    ("dinghy -[skos:broader]-> ?x", "syntax", 14, "local name"),
    ("?x ⊑ boat where rule = stat", "bad-value", 24, "stated"),
    ("?x ⊑ boat where colour = red", "unknown-field", 17, "fields are"),
    ("all walk paths wind →+ ?x", "infinite", 21, "drop"), ("wind →{1,2000} ?x", "too-large", 7, "up to 1000"),
    ("?x ⊑ boat return ?y", "syntax", 18, "it has ?x"), ("find wind → waves", "syntax", 6, "?x"),
    ("?x ⊑ boat where length < 3", "not-expressible", 17, "path"),
    ("?x ⊑ boat where avoid wind", "not-expressible", 17, "path"),
    ("\"wind", "syntax", 1, "close it"), ("wind → waves)", "syntax", 13, "quotes"),
    ("wind → waves and swell → wind", "unknown-term", 8, "waves"), ("wind -[]-> ?x", "syntax", 6, "any"),
    ("wind -[?r+]-> ?x", "syntax", 10, "]->"), ("wind -[?r]->+ ?x", "syntax", 13, "any"),
    ("wind ⋢+ ?x", "syntax", 7, "quantifier"), ("wind > waves", "syntax", 6, "->"),
    ("wind → ?x where ?x like wave", "syntax", 25, "quotes"),
    ("wind → ?x where confidence > 0.5 and date > 2020", "syntax", 34, "comma"),
    ("path wind", "syntax", 6, "arrow"), ("compare wind", "syntax", 13, "comma"), ("wind =>", "syntax", 6, "->"),
    ("?x ⊑ boat limit ten", "unknown-term", 6, "boat"), ("wind → waves return ?x", "syntax", 21, "ask with a variable"),
    ("wind → -waves", "syntax", 8, "minus"), ("SELECT ?x WHERE { ?x ?y ?z }", "not-expressible", 1, "native"),
    ("ask { <a:b> <a:c> <a:d> }", "not-expressible", 1, "native"), ("describe <a:b>", "not-expressible", 1, "native"),
    ("wind → ?x where polarity = questioned", "not-expressible", 17, "why"),
    ("wind → ?x where polarity = maybe", "bad-value", 28, "asserted"),
    ("?x -[?x]-> wind", "syntax", 6, "different variables"),
    ("SB -[abbreviates]-> ?x", "unknown-relation", 6, "describe"),
    ("harbour#3 ⊑ ?x", "unknown-term", 1, "harbour#1"),
    ("?x ⊑ boat limit 1 limit 2", "syntax", 19, "one limit"), ("all walk paths wind →+ ?x", "infinite", 21, "→{1,4}"),
    ("any 0 paths wind →+ waves", "bad-value", 5, "from 1"),
    ("shortest 99999999999999999999 trail paths wind →+ waves", "bad-value", 10, "from 1"),
    ("wind → ?x where quote like \"*a*\"", "syntax", 17, "write it with ="),
    ("", "syntax", 1, "such as"),
  ])
  func errorsHaveCodePlaceAndNextStep(query: String, code: String, column: Int, help: String) throws {
    let failure = #expect(throws: QueryFailure.self) { try QueryEngine(source: graph).run(query) }
    let problems = try #require(failure?.diagnostics)
    let first = try #require(problems.first { $0.code == code }, "\(query): \(problems.map { $0.rendered() })")
    #expect(first.place?.column == column, "\(query)\n\(first.rendered())")
    #expect(first.rendered().contains(help), "\(query)\n\(first.rendered())")
    #expect(first.hint != nil)
  }

  @Test func allProblemsAreFoundInOnePass() throws {
    let query = "dingy ⊑ boaat, ?x -[is-aa]-> boat where source = logg, colour = red"
    let failure = try #require(throws: QueryFailure.self) { try QueryEngine(source: graph).run(query) }
    #expect(
      failure.diagnostics.map(\.code) == [
        "unknown-term", "unknown-term", "unknown-relation", "unknown-source", "unknown-field",
      ])
    #expect(failure.json.contains("\"column\":1"))
  }

  @Test func problemsStandInTheOrderOfTheText() throws {
    let failure = try #require(throws: QueryFailure.self) { try QueryEngine(source: graph).run("dingy ⊑ boat, wind →") }
    #expect(failure.diagnostics.map(\.code) == ["unknown-term", "syntax"])
  }

  @Test func aQueryWithoutAGraphIsCheckedForWhatIsWrongInAny() {
    for (query, codes) in [
      ("a ⊑ b where confdence > 3, source = x, rule = y", ["unknown-field"]),
      ("?x -[some-relation]-> b where confidence > 3", ["bad-value"]), ("all walk paths a ⊑+ ?x", ["infinite"]),
      ("?x ⊑ b where length < 3", ["not-expressible"]), ("?x ⊑ b return ?y", ["syntax"]),
      ("path a ~> b where avoid c", []),
    ] { #expect(QueryEngine.problems(in: query).map(\.code) == codes, "\(query)") }
  }

  @Test func aStatementWordThatBeginsALabelIsRefused() throws {
    let (graph, _) = Fixture.graph("path dependence ⊑ inertia\ndependence ⊑ need\n")
    let failure = try #require(throws: QueryFailure.self) {
      try QueryEngine(source: graph).run("path dependence ⊑ ?x")
    }
    #expect(failure.diagnostics.first?.code == "ambiguous-term")
    #expect(failure.diagnostics.first?.choices.count == 2)
    #expect(try Fixture.run("\"path dependence\" ⊑ ?x", on: graph, format: .csv).lines == ["x", "inertia"])
    #expect(try Fixture.run("path: dependence ⊑ ?x", on: graph, format: .paths).lines == ["dependence -[is-a]-> need"])
  }

  @Test func bareClauseWordsAreLabelsWhereNoClauseCanStart() throws {
    let (graph, problems) = Fixture.graph("rate limit ⊑ social order\nsocial order → expected return\npath ⊑ way\n")
    #expect(problems.isEmpty)
    #expect(try Fixture.run("rate limit ⊑ social order → expected return", on: graph).code == 0)
    #expect(try Fixture.run("path ⊑ ?x", on: graph, format: .csv).lines == ["x", "way"])
    #expect(try Fixture.run("?x ⊑ social order limit 1", on: graph, format: .csv).lines == ["x", "rate limit"])
  }

  @Test func lineAnswersAreOneObjectEach() throws {
    let engine = QueryEngine(source: graph)
    let yes = engine.runLine("dinghy ⊑ sailing boat")
    #expect(yes.hasPrefix("{\"query\":\"dinghy ⊑ sailing boat\",\"code\":0,\"answer\":\"yes\""))
    #expect(yes.contains("\"microseconds\":") && !yes.contains("\n"))
    #expect(engine.runLine("?x ⊑ shelter").contains("\"rows\":[{\"x\":\"breakwater\"},{\"x\":\"harbour#1\"}]"))
    #expect(engine.runLine("path wind → waves").contains("\"paths\":[{\"nodes\":[\"wind\",\"waves\"]"))
    #expect(engine.runLine("wind → ⊑").contains("\"code\":2,\"error\":[{\"code\":\"syntax\""))
  }

  @Test func completionsFitThePlace() throws {
    let engine = QueryEngine(source: graph)
    func texts(_ typed: String) throws -> [String] { try engine.completions(for: typed).map(\.text) }
    #expect(try texts("din") == ["dinghy"])
    #expect(try texts("path sailing") == ["sailing boat"])
    #expect(try texts("wind -[lea") == ["leads-to"])
    #expect(try texts("?x ⊑ boat where conf") == ["confidence"])
    #expect(try texts("?x ⊑ boat where source = a") == ["almanac"])
    #expect(try texts("des") == ["describe"])
  }

  @Test func explanationsShowEveryStage() throws {
    let lines = try QueryEngine(source: graph).explain("?x ⊑+ boat, ?x -[requires]-> wind").lines
    for word in ["syntax", "algebra", "plan", "work"] { #expect(lines.contains { $0.hasPrefix(word) }, "\(lines)") }
    // The single hop with a known end comes before the closure.
    let plan = lines.filter { $0.contains("known") }
    #expect(plan.first?.contains("-[requires]->") ?? false, "\(lines)")
  }
}
