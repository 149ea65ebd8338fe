import Foundation
import Testing

/// What goes to which stream, with which exit code.
@Suite struct QueryCommandTests {
  private static let facts = """
    SG -[abbreviates]-> specification gaming
    reward hacking ⊑ specification gaming → loss of control
    sycophancy ⊑ reward hacking
    sycophancy ⋢ deception
    """

  private func tool() throws -> Tool {
    let tool = try Tool()
    try tool.write(Self.facts + "\n", to: "x.facts")
    #expect(try tool.run("add", "x.facts").code == 0)
    return tool
  }

  @Test(arguments: [
    ("sycophancy ⊑+ SG", Int32(0), "yes\n"), ("sycophancy ⊑ SG", 1, "no\n"), ("?x ⊑+ SG", 0, "x\n"),
    ("?x ⊑ sycophancy", 1, "x\n"), ("path SG ~> sycophancy", 1, ""),
    ("?x ⊑ SG return count(?x)", 0, "count(?x)\n1\n"), ("?x ⊑ loss of control return count(?x)", 0, "count(?x)\n0\n"),
  ])
  func answersGoToStandardOutputAndNotesDoNot(query: String, code: Int32, start: String) throws {
    let tool = try tool()
    defer { tool.remove() }
    let outcome = try tool.run("query", query)
    #expect(outcome.code == code)
    #expect(outcome.output.hasPrefix(start) && (!start.isEmpty || outcome.output.isEmpty), "\(outcome.output)")
    #expect(outcome.errors.contains("SG = specification gaming") == query.contains("SG"))
    #expect(try tool.run("query", query, "--quiet").errors.isEmpty)
  }

  @Test func aBudgetThatIsHitIsSaid() throws {
    let tool = try tool()
    defer { tool.remove() }
    let outcome = try tool.run("query", "all paths sycophancy ~ loss of control", "--max-states", "1")
    #expect(outcome.code == 3)
    #expect(outcome.errors.contains("incomplete"))
  }

  @Test func mistakesAreReportedAsTextOrJSON() throws {
    let tool = try tool()
    defer { tool.remove() }
    let text = try tool.run("query", "sycophency ⊑ ?x")
    #expect(text.code == 2 && text.output.isEmpty)
    #expect(text.errors.contains("error[unknown-term]") && text.errors.contains("sycophancy"))
    let json = try tool.run("query", "sycophency ⊑ ?x", "--format", "json")
    #expect(json.code == 2 && json.output.isEmpty)
    let problems = try JSONSerialization.jsonObject(with: Data(json.errors.utf8)) as? [[String: Any]]
    #expect(problems?.first?["code"] as? String == "unknown-term")
    #expect(problems?.first?["column"] as? Int == 1)
    let sparql = try tool.run("query", "SELECT ?x { ?x ?p ?y }")
    #expect(sparql.code == 2 || !sparql.output.isEmpty)
  }

  @Test func filesAndLinesAreAskedInOneProcess() throws {
    let tool = try tool()
    defer { tool.remove() }
    try tool.write("# question: what is specification gaming?\n?x ⊑ SG\n", to: "a.query")
    #expect(try tool.run("query", "a.query").output == "x\nreward hacking\n")
    let outcome = try tool.run(
      ["query", "--lines"], input: "?x ⊑ SG\nsycophancy ⊑ ⊑\npath sycophancy ~> loss of control\n")
    let answers = try outcome.output.split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
    #expect(answers.map { $0?["code"] as? Int } == [0, 2, 0])
    #expect((answers[0]?["rows"] as? [[String: String]])?.first == ["x": "reward hacking"])
    #expect(answers[1]?["error"] != nil && answers[2]?["paths"] != nil)
    #expect(answers.allSatisfy { $0?["microseconds"] is Int })
  }

  @Test func shortcutsAnswerAsTheirQueries() throws {
    let tool = try tool()
    defer { tool.remove() }
    for (short, query) in [
      (["describe", "SG"], "describe: SG"), (["compare", "SG", "sycophancy"], "compare: SG, sycophancy"),
      (["why", "sycophancy ⊑+ SG"], "why sycophancy ⊑+ SG"),
    ] {
      let answer = try tool.run(short)
      #expect(answer.code == 0 && !answer.output.isEmpty)
      #expect(answer.output == (try tool.run("query", query).output))
    }
  }

  @Test func aPartOfTheGraphIsExported() throws {
    let tool = try tool()
    defer { tool.remove() }
    let part = try tool.run("export", "--format", "csv", "--select", "path sycophancy ~> SG")
    #expect(part.code == 0)
    let edges = part.output.split(whereSeparator: \.isNewline).dropFirst().map {
      $0.split(separator: ",").prefix(3).joined(separator: " ")
    }
    #expect(edges == ["reward hacking is-a specification gaming", "sycophancy is-a reward hacking"])
    #expect(try tool.run("export", "--format", "csv", "--select", "sycophancy ⊑ SG").code == 2)
  }

  @Test func aReaderThatGoesAwayEndsTheCommandQuietly() throws {
    let tool = try tool()
    defer { tool.remove() }
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", "'\(Tool.executable.path)' export --format graphml 2>errors | true"]
    shell.currentDirectoryURL = tool.folder
    try shell.run()
    shell.waitUntilExit()
    #expect(tool.contents("errors") == Data())
  }
}
