import ConceptGraph
import ConceptModel
import Testing

@testable import ConceptQuery

/// What facts may say: terms, readings of labels, and no questions.
@Suite struct StatedTermTests {
  private let readings = "AF -[abbreviates]-> alignment faking\nAF -[abbreviates]-> Alignment Forum\n"

  @Test(arguments: [("AF#2 ⊑ forum", "Alignment Forum"), ("AF#1 ⊑ forum", "alignment faking"), ("forum → AF#7", "")])
  func aNumberedReadingIsNoSense(fact: String, named: String) {
    let (graph, problems) = Fixture.graph(readings + fact + "\n")
    #expect(problems.map(\.code) == ["ambiguous-term"])
    #expect(problems[0].hint?.hasSuffix(named) ?? false, "\(problems[0].rendered())")
    #expect(problems[0].choices.map(\.text) == ["alignment faking", "Alignment Forum"])
    #expect(graph.nodeCount == 3)
  }

  @Test func aDeclaredSenseOfAnAbbreviationIsOne() throws {
    let split = "@split AF#2 \"a forum of its own\"\n@split AF#1 \"another\"\n"
    let (graph, problems) = Fixture.graph(readings + split + "AF#2 ⊑ forum\n")
    #expect(problems.isEmpty, "\(problems.map { $0.rendered() })")
    #expect(try Fixture.run("?x ⊑ forum", on: graph, format: .csv).lines == ["x", "AF#2"])
  }

  @Test func theNumberOfAReadingIsKnownInQuestions() throws {
    let graph = Fixture.graph(readings + "Alignment Forum ⊑ forum\n").graph
    for (question, code) in [("AF#1 ⊑ forum", 1), ("AF#2 ⊑ forum", 0)] as [(String, Int32)] {
      #expect(try Fixture.run(question, on: graph).code == code, "\(question)")
    }
  }

  @Test func thePluralOfAnAcronymIsTheAcronym() throws {
    let (graph, problems) = Fixture.graph("deceptive AIs ⊑ AIs\ndeceptive AI → harm\nMAPS → harm\nMAP ⊑ chart\n")
    #expect(problems.isEmpty)
    #expect(try Fixture.run("deceptive AIs → ?x", on: graph, format: .csv).lines == ["x", "harm"])
    #expect(try Fixture.run("?x ⊑ AI", on: graph, format: .csv).lines.count == 2)
    // Capitals to the end are no plural: these are two concepts.
    #expect(try Fixture.run("?x → harm where ?x is MAPS", on: graph, format: .csv).lines == ["x", "MAPS"])
    #expect(try Fixture.run("MAP → harm", on: graph).code == 1)
  }

  @Test(arguments: [
    ("why a ⊑ b", "syntax", "distinguo query 'why …'"), ("ask a ⊑ b", "syntax", "distinguo query 'ask …'"),
    ("describe a", "syntax", "query"), ("find ?x", "syntax", "query"), ("why: a ⊑ b", "syntax", "query"),
    ("a ⊑ b with conf = 0.5", "unknown-field", "\"confidence\""),
    ("a ⊑ b with sorce = x, confidence = 0.5", "unknown-field", "\"source\""),
  ])
  func whatIsNoFactIsRefused(text: String, code: String, help: String) {
    let (graph, problems) = Fixture.graph(text + "\n")
    #expect(problems.map(\.code) == [code], "\(problems.map { $0.rendered() })")
    #expect(problems[0].rendered().contains(help))
    #expect(graph.nodeCount == 0)
  }

  @Test(arguments: ["\"why me\" ⊑ b", "why ⊑ b", "ask → b", "coping with loss = grief", "a = \"b with conf\" = c"])
  func labelsThatLookAlikeAreTaken(text: String) {
    let (graph, problems) = Fixture.graph(text + "\n")
    #expect(problems.isEmpty && graph.nodeCount >= 2, "\(problems.map { $0.rendered() })")
  }

  /// People and works are no concepts: no question with variables alone finds them by a path of no hops.
  @Test(arguments: [
    ("?x ⊑* ?y", ["method,method", "tool,tool"]),
    ("?x -[defined-by*]-> ?y", ["method,Ada Reed", "method,method", "tool,tool"]),
    ("?x -[defined-by?]-> ?y", ["method,Ada Reed", "method,method", "tool,tool"]),
    ("?x -[(defined-by?)/(is-a*)]-> ?y", ["method,Ada Reed", "method,method", "tool,tool"]),
    ("?x -[defined-by]-> ?m, ?m ⊑* ?y return ?y", []), ("Ada Reed ⊑* ?x", ["Ada Reed"]),
    ("?x ⊑{0} Ada Reed", ["Ada Reed"]),
    ("?x -[(^defined-by/defined-by)*]-> ?y", ["Ada Reed,Ada Reed", "method,method", "tool,tool"]),
    ("?x ⊑{0} ?y", ["method,method", "tool,tool"]), ("?x", ["method", "tool"]),
    ("?x -[is-a|defined-by]-> ?y", ["method,Ada Reed"]),
  ])
  func pathsOfNoHopsAreOfConcepts(query: String, rows: [String]) throws {
    let graph = Fixture.graph("method -[defined-by]-> Ada Reed\ntool -[not is-a]-> method\n").graph
    #expect(try Array(Fixture.run(query, on: graph, format: .csv).lines.dropFirst()) == rows, "\(query)")
  }

  @Test func listedPathsOfNoHopsAreOfConceptsToo() throws {
    let graph = Fixture.graph("method -[defined-by]-> Ada Reed\n").graph
    let lines = try Fixture.run("all paths ?x -[defined-by*]-> ?y", on: graph, format: .paths).lines
    #expect(lines == ["method", "method -[defined-by]-> Ada Reed"])
    #expect(try Fixture.run("path Ada Reed ⊑* ?y", on: graph, format: .paths).lines == ["Ada Reed"])
  }
}
