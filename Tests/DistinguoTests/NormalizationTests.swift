import Foundation
import Testing

/// Composed and decomposed spellings are one: texts, notation and questions may come in either.
@Suite struct NormalizationTests {
  private static let text =
    "Naïveté is a form of créativité. A façade pattern is a kind of structural pattern. Naïveté leads to résumé inflation.\n"
  private static let facts = "naïveté ⊑ créativité\nMüller effect ≠ Ångström law\nMüller effect ⋢ créativité\n"

  private func tool(_ form: (String) -> String) throws -> Tool {
    let tool = try Tool()
    try tool.write(form(Self.text), to: "text.txt")
    try tool.write(form(Self.facts), to: "stated.facts")
    #expect(try tool.run("ingest", "text.txt", "stated.facts").code == 0)
    return tool
  }

  private func composed(_ text: String) -> String { text.precomposedStringWithCanonicalMapping }
  private func decomposed(_ text: String) -> String { text.decomposedStringWithCanonicalMapping }

  @Test func bothSpellingsGiveTheSameConceptsWithTheirOwnQuotations() throws {
    let (first, second) = (try tool(composed), try tool(decomposed))
    defer {
      first.remove()
      second.remove()
    }
    let concepts = try [first, second].map { try $0.run("query", "?x", "--format", "csv").output }
    #expect(Array(concepts[0].unicodeScalars) == Array(concepts[1].unicodeScalars))
    let rows = try [first, second].map { try $0.run("query", "?x -[?r]-> ?y", "--format", "csv").output }
    #expect(Array(rows[0].unicodeScalars) == Array(rows[1].unicodeScalars))
    #expect(try second.run("verify").code == 0)
    let source = Data(decomposed(Self.text).utf8)
    let scalars = Array(decomposed(Self.text).unicodeScalars)
    var checked = 0
    for line in try second.run("export", "--format", "jsonl").output.split(separator: "\n") {
      let record = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
      guard record["doc"] as? String == "text.txt", let quote = (record["quote"] ?? record["subject"]) as? String,
        let (start, end) = Self.range(record, "byteStart", "byteEnd"),
        let (from, to) = Self.range(record, "start", "end")
      else { continue }
      #expect(Data(quote.utf8) == source[start..<end])
      #expect(Array(quote.unicodeScalars) == Array(scalars[from..<to]))
      checked += 1
    }
    #expect(checked > 5)
  }

  private static func range(_ record: [String: Any], _ first: String, _ last: String) -> (Int, Int)? {
    guard let start = record[first] as? Int, let end = record[last] as? Int else { return nil }
    return (start, end)
  }

  @Test(arguments: [
    "naïveté ⊑ créativité", "Müller effect ≠ ?x", "?x ⊑ ?y where ?x like \"naï*\"", "Müller effect ⋢ créativité",
    "\"Müller effect\" != Ångström law",
  ])
  func questionsMayBeInEitherSpelling(query: String) throws {
    for form in [composed, decomposed] {
      let tool = try tool(form)
      defer { tool.remove() }
      let answers = try [composed(query), decomposed(query)].map { try tool.run("query", $0) }
      #expect(answers[0].code == 0, "\(answers[0].errors)")
      #expect(answers[0].output == answers[1].output && answers[1].code == 0, "\(answers[1].errors)")
    }
  }
}
