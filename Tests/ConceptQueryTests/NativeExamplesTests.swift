import ConceptGraph
import ConceptModel
import Foundation
import TestSupport
import Testing

@testable import ConceptQuery

/// The examples of the language reference, through the graph in memory and the printed formats.
@Suite struct NativeExamplesTests {
  private static var folder: String? { SharedFolder.path.map { $0 + "/conformance/native" } }

  @Test(.enabled(if: SharedFolder.path != nil, "needs the shared folder"))
  func allExamplesAgree() throws {
    let folder = try #require(Self.folder)
    let notation = try String(contentsOfFile: folder + "/fixture.facts", encoding: .utf8)
    let (graph, problems) = Fixture.graph(notation)
    #expect(problems.isEmpty, "\(problems.map { $0.rendered() })")
    let lines = try String(contentsOfFile: folder + "/examples.jsonl", encoding: .utf8).split(separator: "\n")
    #expect(lines.count >= 55)
    for line in lines {
      let example = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      try check(example, on: graph)
    }
  }

  private func check(_ example: [String: Any], on graph: MemoryGraph) throws {
    let id = example["id"] as? String ?? "?"
    let query = try #require(example["query"] as? String)
    let expected = try #require(example["expected"] as? [String: Any])
    let kind = try #require(expected["kind"] as? String)
    let format: OutputFormat = ["rows": .csv, "paths": .paths, "evidence": .csv][kind] ?? .text
    let outcome = try Fixture.run(query, on: graph, format: format)
    let comment = Comment("\(id) \(query)\n\(outcome)")
    func strings(_ key: String) -> [String] { expected[key] as? [String] ?? [] }
    switch kind {
    case "ask":
      let answer = try #require(expected["answer"] as? String)
      #expect(outcome.output.hasPrefix(answer), comment)
      #expect(outcome.code == (answer == "yes" ? 0 : 1), comment)
      for name in strings("sources") + strings("denied") + strings("disputed") {
        #expect(outcome.output.contains(name), comment)
      }
      if let hint = expected["hint"] as? String { #expect(outcome.errors.contains(hint), comment) }
    case "error":
      #expect(outcome.code == 2, comment)
      #expect(outcome.errors.contains("error[\(expected["code"] as? String ?? "?")]"), comment)
      for name in strings("choices") + strings("suggest") { #expect(outcome.errors.contains(name), comment) }
      if let column = expected["column"] as? Int { #expect(outcome.errors.contains(":1:\(column)"), comment) }
    case "paths":
      #expect(outcome.lines == strings("paths"), comment)
      #expect(outcome.code == (strings("paths").isEmpty ? 1 : 0), comment)
      if strings("paths").isEmpty { #expect(outcome.errors.contains("no path"), comment) }
    case "evidence":
      #expect(outcome.lines.count - 1 == (expected["ids"] as? [Any])?.count, comment)
    default:
      let rows = (expected["rows"] as? [[Any]] ?? []).map { $0.map { "\($0)" }.joined(separator: ",") }
      let got = Array(outcome.lines.dropFirst())
      #expect(expected["ordered"] != nil ? got == rows : got.sorted() == rows.sorted(), comment)
      if let variables = expected["vars"] as? [String] {
        #expect(outcome.lines.first == variables.joined(separator: ","), comment)
      }
    }
  }
}
