import ArgumentParser
import ConceptModel
import ConflationRules
import Distinguo
import TextExtraction

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "What a rule or an error code means, why, and with which examples.")

  @Argument(help: "The id of a rule, such as TC301, or a code, such as unknown-relation.")
  var id: String

  func run() throws {
    if let text = Self.explanation(of: id) { return try Console.answer(text) }
    throw Diagnostic(
      code: "unknown-rule", message: "there is no rule or code \(id)", hint: "list the rules with: distinguo rules")
  }

  /// What there is to say about a rule or code, or nil when there is none of that name.
  static func explanation(of id: String) -> String? {
    if let text = Explanation.text(of: id) { return text }
    let rule = RuleSet.builtIn.rules.first { LabelKey.folded($0.id) == LabelKey.folded(id) }
    return rule.map(Self.text)
  }

  private static func text(of rule: Rule) -> String {
    var out = "\(rule.id)  (extraction rule for \(rule.relation))\n\n  \(rule.summary)\n"
    out += "  Confidence \(rule.confidence), \(rule.basis.rawValue)"
    if let denied = rule.deniedRelation { out += "; negated it gives \(denied)" }
    out += "\n\n  Examples:\n"
    for example in rule.examples { out += "    \(example.matches ? "found in    " : "not found in") \(example.text)\n" }
    return out
  }
}

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the rules, or run the examples of a rules file.",
    subcommands: [ListRules.self, TestRules.self], defaultSubcommand: ListRules.self)

  struct ListRules: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List all rules.")

    func run() throws {
      let conflation = ConflationCatalog.rules.map(\.about).map { about in
        [about.id, about.severity.rawValue, about.name, about.condition]
      }
      let text = "Conflation rules\n" + TableFormat.text.table(header: [], rows: conflation)
      try Console.answer(text + "\nExtraction rules\n" + RuleSet.builtIn.listing() + "\n")
    }
  }

  struct TestRules: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "test", abstract: "Run the examples of a rules file; exit code 1 when one does not come out.")

    @Argument(help: "A rules file.")
    var file: String

    func run() throws {
      let rules = try ExtractionRules(file: file)
      let problems = rules.checkExamples()
      Console.report(problems)
      Console.note("\(rules.addedCount) rules, \(problems.count) examples that do not come out")
      if !problems.isEmpty { throw ExitCode(Exit.noAnswer) }
    }
  }
}
