import ConceptModel

extension RuleSet {
  /// The rules as a Markdown list: id, relation, confidence, what it reads, and its examples.
  public func catalogue() -> String {
    var lines: [String] = []
    for relation in rules.map(\.relation).uniqued() {
      lines.append("## \(relation)")
      lines.append("")
      for rule in rules where rule.relation == relation {
        lines.append("### \(rule.id)")
        lines.append("")
        var facts = ["confidence \(rule.confidence)", rule.basis.rawValue]
        if let denied = rule.deniedRelation { facts.append("negated: \(denied)") }
        if !rule.heedsClause { facts.append("holds whatever the clause says") }
        lines.append("\(rule.summary) (\(facts.joined(separator: ", ")))")
        lines.append("")
        for example in rule.examples { lines.append("- \(example.described)") }
        lines.append("")
      }
    }
    return lines.joined(separator: "\n")
  }

  /// One line a rule: id, relation, confidence and summary, in columns.
  public func listing() -> String {
    let width = rules.map(\.id.count).max() ?? 0
    let relationWidth = rules.map(\.relation.count).max() ?? 0
    return rules.map { rule in
      let id = rule.id + String(repeating: " ", count: width - rule.id.count)
      let relation = rule.relation + String(repeating: " ", count: relationWidth - rule.relation.count)
      return "\(id)  \(relation)  \(rule.confidence)  \(rule.summary)"
    }.joined(separator: "\n")
  }
}

extension RuleExample {
  /// The example as one line of Markdown.
  var described: String {
    guard matches else { return "not: \(text)" }
    guard !expected.isEmpty else { return text }
    return "\(text) → \(expected.map { "\($0.subject), \($0.object)" }.joined(separator: "; "))"
  }
}

extension Sequence where Element: Hashable {
  /// The elements without repetition, in the order of their first appearance.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
