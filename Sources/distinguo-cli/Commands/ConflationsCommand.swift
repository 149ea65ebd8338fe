import ArgumentParser
import ConceptExport
import ConceptModel
import ConflationRules
import Distinguo

struct ConflationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflations", abstract: "Confusions of terms in the corpus, the most severe first.")

  @Argument(help: "Only those about this concept.")
  var term: String?

  @Option(help: "text, json, jsonl or sarif.")
  var format = FindingFormat.text

  @Option(help: "Only those of this rule, such as TC301; may be repeated.")
  var rule: [String] = []

  @Option(help: "The rules that run: author, corpus, vocab or all.")
  var profile = RuleProfile.corpus

  @OptionGroup var store: StoreOptions

  func run() throws {
    let rules = try rule.map { name in
      guard let known = ConflationCatalog.rule(name) else {
        throw Diagnostic(
          code: "unknown-rule", message: "there is no conflation rule \(name)", hint: "list them with: distinguo rules")
      }
      return known.about.id
    }
    let chosen = rules.isEmpty ? ConflationCatalog.rules(of: profile).map(\.about.id) : rules
    let workspace = try store.open()
    let findings = try workspace.findings(about: term).filter { chosen.contains($0.rule) }
    let report = FindingReport(
      rules: ConflationCatalog.rules.map(\.about).map { about in
        ReportedRule(
          id: about.id, name: about.name, severity: about.severity, condition: about.condition,
          rationale: about.rationale, fix: about.fix)
      }, version: Version.current)
    try report.write(findings, as: format) { try Console.output.write($0) }
    let count = findings.isEmpty ? "no" : String(findings.count)
    if format == .text { store.note("\(count) \(findings.count == 1 ? "finding" : "findings")") }
  }
}

extension FindingFormat: ExpressibleByArgument {}
extension RuleProfile: ExpressibleByArgument {}
