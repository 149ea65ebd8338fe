import ConceptModel
import Foundation
import TestSupport
import Testing

@testable import ConflationRules

@Suite struct ReferenceTests {
  /// Compares a generated page with its file; `DISTINGUO_UPDATE_DOCS=1` writes it instead.
  private func expectPage(_ text: String, _ name: String) throws {
    let file = URL(fileURLWithPath: SharedFolder.packageRoot + "/docs/" + name)
    if ProcessInfo.processInfo.environment["DISTINGUO_UPDATE_DOCS"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let page = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(page == text, "docs/\(name) is not what the sources generate; run the tests with DISTINGUO_UPDATE_DOCS=1")
  }

  @Test func rulesPage() throws { try expectPage(RuleReference.markdown(), "Rules.md") }

  @Test func diagnosticsPage() throws { try expectPage(DiagnosticCatalog.markdown(), "Diagnostics.md") }

  @Test func everyRuleAndCodeIsExplained() throws {
    for name in Explanation.names {
      let text = try #require(Explanation.text(of: name), "\(name)")
      #expect(text.hasPrefix(name) && text.count > name.count + 40)
    }
    #expect(Explanation.text(of: "tc301") == Explanation.text(of: "same-vs-different"))
    #expect(Explanation.text(of: "no such thing") == nil)
    #expect(Set(Explanation.names).count == Explanation.names.count)
  }

  /// The codes written as literals in the sources, each with a file that uses it.
  ///
  /// A code follows `code:`, or is the hyphenated literal in the arguments of a call that reports a diagnostic.
  private func usedCodes() throws -> [String: String] {
    let root = SharedFolder.packageRoot + "/Sources"
    let call = /\b(?:report|diagnostic|failure)\([^"\n]*"([a-z]+(?:-[a-z]+)+)"/
    let field = /[^.]code: "([a-z]+(?:-[a-z]+)*)"/
    var codes: [String: String] = [:]
    let files = FileManager.default.enumerator(atPath: root)
    while let name = files?.nextObject() as? String {
      guard name.hasSuffix(".swift"), name != "ConceptModel/DiagnosticCatalog.swift" else { continue }
      let text = try String(decoding: Data(contentsOf: URL(fileURLWithPath: root + "/" + name)), as: UTF8.self)
      guard text.contains("Diagnostic") || text.contains("report(") else { continue }
      for match in text.matches(of: call) { codes[String(match.1)] = name }
      for match in text.matches(of: field) { codes[String(match.1)] = name }
    }
    return codes
  }

  @Test func theCatalogHasEveryCodeThatTheSourcesUse() throws {
    let known = Set(DiagnosticCatalog.all.map(\.code))
    let missing = try usedCodes().filter { !known.contains($0.key) }
    #expect(missing.isEmpty, "add these to ConceptModel/DiagnosticCatalog.swift: \(missing.sorted { $0.key < $1.key })")
  }

  @Test func codesOfTheLanguageReferenceAreThere() {
    let codes = [
      "syntax", "unknown-term", "ambiguous-term", "unknown-relation", "unknown-source", "unknown-field", "bad-value",
      "infinite", "too-large", "not-expressible",
    ]
    for code in codes { #expect(DiagnosticCatalog.explanation(of: code)?.topic == .notation) }
  }
}
