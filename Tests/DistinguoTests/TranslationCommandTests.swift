import Foundation
import TestSupport
import Testing

/// Questions printed for other engines, and what those answer.
@Suite struct TranslationCommandTests {
  private static let facts = """
    @source survey-b date 2023-11
    reward hacking ⊑ specification gaming → loss of control with confidence = 0.7
    sycophancy ⊑ reward hacking
    sycophancy ⋢ deception
    @source blog-d date 2024-03 author "A. Reed"
    sycophancy = flattery
    reward hacking ⊑ specification gaming with confidence = 0.5
    "sandbagging"#1 ⊑ deception
    "sandbagging"#2 ⊑ failure
    """

  @Test func lossesAreNamedAndWhatHasNoTranslationIsRefused() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(Self.facts + "\n", to: "x.facts")
    #expect(try tool.run("add", "x.facts").code == 0)
    let sparql = try tool.run("query", "--as", "sparql", "?x ⊑+ deception")
    #expect(sparql.code == 0 && sparql.output.hasSuffix("# set order not promised\n"), "\(sparql.output)")
    let cypher = try tool.run("query", "--as", "cypher", "path sycophancy ~> loss of control")
    #expect(cypher.code == 0 && cypher.output.contains("// simple printed as acyclic\n"))
    let gql = try tool.run("query", "--as", "gql", "sycophancy ⊑ reward hacking")
    #expect(gql.code == 0 && gql.output.hasSuffix("-- exact\n"))
    let edges = try tool.run("query", "--as", "sparql", "--edges", "path sycophancy ⊑+ specification gaming")
    #expect(edges.code == 0 && edges.output.contains("?s ?r ?o"))
    let refused = try tool.run("query", "--as", "sparql", "compare sycophancy, flattery")
    #expect(refused.code == 2 && refused.errors.contains("error[not-expressible]") && refused.output.isEmpty)
    #expect(try tool.run("query", "--edges", "sycophancy ⊑ ?x").code == 2)
  }

  @Test func theOtherEngineGivesTheSameAnswers() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(Self.facts + "\n", to: "x.facts")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      ProcessInfo.processInfo.environment["DISTINGUO_PYTHON"] ?? "python3",
      SharedFolder.packageRoot + "/scripts/compare-sparql", Tool.executable.path, tool.path("x.facts"), "--count", "80",
    ]
    let report = tool.path("report")
    #expect(FileManager.default.createFile(atPath: report, contents: nil))
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: report))
    process.standardError = process.standardOutput
    try process.run()
    process.waitUntilExit()
    let text = String(decoding: tool.contents("report") ?? Data(), as: UTF8.self)
    if process.terminationStatus == 77 || process.terminationStatus == 127 {
      return print("theOtherEngineGivesTheSameAnswers skipped: \(text)")
    }
    #expect(process.terminationStatus == 0, "\(text)")
  }
}
