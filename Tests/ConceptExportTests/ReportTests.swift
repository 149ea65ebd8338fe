import ConceptModel
import Foundation
import Testing

@testable import ConceptExport

@Suite struct ReportTests {
  static let rules = [
    ReportedRule(
      id: "TC301", name: "same-vs-different", severity: .error, condition: "Two passages disagree.",
      rationale: "It matters.", fix: "Decide.")
  ]
  static let report = FindingReport(rules: rules, version: "1.2.3")

  static func findings(_ label: String = "mass") -> [Finding] {
    let first = Evidence(
      document: DocumentID("notes/a b.txt"), quote: "\(label) is weight", start: 10, end: 24, bytes: 12..<26, line: 3,
      column: 5)
    let second = Evidence(
      document: DocumentID("c.md"), quote: "they differ", start: 0, end: 11, bytes: 0..<11, line: 1, column: 1)
    return [
      Finding(
        id: "0123456789abcdef", rule: "TC301", kind: .contradiction, severity: .error, terms: [label, "weight"],
        concepts: [ConceptID("mass"), ConceptID("weight")], message: "a says one thing, c another", fix: "Decide.",
        evidence: [first, second]),
      Finding(
        id: "fedcba9876543210", rule: "TC005", kind: .twoTerms, severity: .note, terms: [label],
        concepts: [], message: "a name", fix: nil, evidence: [second]),
    ]
  }

  @Test func textGolden() throws {
    try expectGolden(try Self.report.text(Self.findings(), as: .text), "findings.txt")
  }

  @Test func sarifGolden() throws {
    try expectGolden(try Self.report.text(Self.findings(), as: .sarif), "findings.sarif")
  }

  @Test func jsonLinesGolden() throws {
    try expectGolden(try Self.report.text(Self.findings(), as: .jsonl), "findings.jsonl")
  }

  @Test(arguments: hostileLabels)
  func hostileTermsStayData(label: String) throws {
    let findings = Self.findings(label)
    for format in [FindingFormat.json, .sarif] {
      let text = try Self.report.text(findings, as: format)
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
    }
    let lines = try Self.report.text(findings, as: .jsonl).split(separator: "\n")
    #expect(lines.count == findings.count)
    let record = try #require(try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
    #expect((record["terms"] as? [String])?.first == label)
    let text = try Self.report.text(findings, as: .text)
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
    #expect(text.split(separator: "\n").count == 10)
    #expect(try Self.report.text(findings, as: .github).split(separator: "\n").count == findings.count)
  }

  @Test func sarifHasWhatScannersLookFor() throws {
    let text = try Self.report.text(Self.findings(), as: .sarif)
    let log = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(log["version"] as? String == "2.1.0")
    #expect(results.count == 2)
    #expect((results[0]["relatedLocations"] as? [Any])?.count == 1)
    #expect((results[0]["partialFingerprints"] as? [String: String])?.values.first == "0123456789abcdef")
    #expect(results.map { $0["ruleIndex"] as? Int } == [0, 1])
    #expect(text.contains("notes/a%20b.txt"))
  }

  @Test func nothingFoundIsStillAReport() throws {
    #expect(try Self.report.text([], as: .text) == "")
    #expect(try Self.report.text([], as: .json) == "[\n]\n")
    let text = try Self.report.text([], as: .sarif)
    #expect(text.contains("\"results\":[]"))
  }
}
