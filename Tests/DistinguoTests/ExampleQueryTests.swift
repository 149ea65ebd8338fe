import Foundation
import TestSupport
import Testing

/// Whether expected answers are written anew instead of compared (`make answers`, `make readme`).
let isRecording = ProcessInfo.processInfo.environment["DISTINGUO_UPDATE_DOCS"] == "1"

/// Asks every question of `queries/` of the facts of `graph/` and compares with the answer beside it.
@Suite struct ExampleQueryTests {
  static let folder = SharedFolder.packageRoot + "/queries"
  static let names =
    (try? FileManager.default.contentsOfDirectory(atPath: folder))?.filter { $0.hasSuffix(".query") }
    .sorted() ?? []

  @Test func thereAreEnoughQuestions() { #expect(Self.names.count >= 15) }

  @Test func everyQuestionHasItsAnswer() throws {
    let tool = try Tool()
    defer { tool.remove() }
    let graph = SharedFolder.packageRoot + "/graph"
    let added = try tool.run("add", graph + "/relations.facts", graph + "/alignment.facts")
    try #require(added.code == 0, "\(added.errors)")
    for name in Self.names {
      let text = try String(contentsOfFile: Self.folder + "/" + name, encoding: .utf8)
      #expect(text.hasPrefix("# question: "), "\(name) does not say what it asks")
      let outcome = try tool.run("query", Self.folder + "/" + name)
      let answer = "# exit code \(outcome.code)\n\(outcome.output)\(outcome.code == 2 ? outcome.errors : "")"
        .replacingOccurrences(of: Self.folder, with: "queries")
      let file = Self.folder + "/" + name.dropLast("query".count) + "answer"
      if isRecording {
        try answer.write(toFile: file, atomically: true, encoding: .utf8)
      } else {
        #expect(
          try String(contentsOfFile: file, encoding: .utf8) == answer, "\(name); after a change run: make answers")
      }
    }
  }
}
