import ConceptModel
import Testing

@testable import ConflationRules

@Suite struct ExampleTests {
  static let triggering = ConflationCatalog.rules.flatMap { rule in
    rule.about.triggering.indices.map { (rule.id, $0) }
  }
  static let silent = ConflationCatalog.rules.flatMap { rule in rule.about.silent.indices.map { (rule.id, $0) } }

  @Test(arguments: triggering)
  func speaks(id: String, number: Int) throws {
    let rule = try #require(ConflationCatalog.rule(id))
    let findings = Conflation.findings(in: rule.about.triggering[number].corpus(), rules: [rule])
    #expect(findings.count == 1, "\(rule.about.triggering[number].lines)")
    for finding in findings {
      #expect(finding.rule == id)
      #expect(!finding.terms.isEmpty && !finding.evidence.isEmpty && finding.fix != nil)
      #expect(finding.evidence.count >= 2 || Self.oneQuotationSuffices(rule))
      #expect(!finding.message.hasSuffix(".") && !finding.message.contains("\n"))
    }
  }

  @Test(arguments: silent)
  func isSilent(id: String, number: Int) throws {
    let rule = try #require(ConflationCatalog.rule(id))
    let findings = Conflation.findings(in: rule.about.silent[number].corpus(), rules: [rule])
    #expect(findings.isEmpty, "\(findings.map(\.message)) \(rule.about.silent[number].lines)")
  }

  /// Where a source says it, or where one text is at fault by itself, there is nothing to compare with.
  static func oneQuotationSuffices(_ rule: any ConflationRule) -> Bool {
    rule.id.hasPrefix("TC0") || ["TC206", "TC601", "TC604"].contains(rule.id)
  }

  @Test func everyRuleIsComplete() {
    for rule in ConflationCatalog.rules {
      let about = rule.about
      #expect(about.triggering.count >= 3 && about.silent.count >= 3, "\(rule.id)")
      #expect(Set((about.triggering + about.silent).map(\.field)).count >= 2, "\(rule.id)")
      #expect(about.condition.hasSuffix(".") && about.rationale.hasSuffix(".") && about.fix.hasSuffix("."))
      #expect(about.id.hasPrefix("TC") && about.id.count == 5)
    }
    let ids = ConflationCatalog.rules.map(\.id)
    #expect(ids == ids.sorted() && Set(ids).count == ids.count)
    #expect(Set(ConflationCatalog.rules.map(\.about.name)).count == ids.count)
  }
}
