import ConceptModel

/// The reference of the conflation rules, generated from the rules themselves.
public enum RuleReference {
  /// `docs/Rules.md`.
  public static func markdown() -> String {
    var out = """
      # Conflation rules

      This page is generated from the rules; a test compares the two. `distinguo explain ID` prints an entry, and
      `distinguo conflations --rule ID` runs one rule. The profile says when a rule runs by itself: `corpus` rules with
      `conflations`. An assertion counts against its author only when he puts it forward himself (no question, no
      supposition, no report of another's view) and its confidence is at least \(decimal(CorpusIndex.leastConfidence.value)).

      Definitions are compared by their genus and by their content words: function words are dropped, endings are cut
      off, and the measure is the number of shared stems divided by that of the smaller set (overlap) or of both
      together (similarity).

      | rule | name | severity | profile | reports |
      |---|---|---|---|---|

      """
    for rule in ConflationCatalog.rules {
      let about = rule.about
      let anchor = "\(about.id)-\(about.name)".lowercased()
      out += "| [\(about.id)](#\(anchor)) | \(about.name) | \(about.severity.rawValue) | \(about.profile.rawValue) "
      out += "| \(about.kind.rawValue) |\n"
    }
    for rule in ConflationCatalog.rules { out += "\n" + entry(rule.about) }
    return out
  }

  private static func entry(_ about: RuleDescription) -> String {
    var out = "## \(about.id) \(about.name)\n\n\(about.condition)\n\n"
    out += "*Why.* \(about.rationale)\n\n*What to do.* \(about.fix)\n\n"
    if let precision = about.measuredPrecision { out += "*Precision.* \(precision).\n\n" }
    for threshold in about.thresholds {
      out += "*Threshold.* \(threshold.name) \(decimal(threshold.value)): \(threshold.meaning).\n\n"
    }
    for (title, examples) in [("Reported", about.triggering), ("Not reported", about.silent)] {
      out += "\(title):\n\n"
      for example in examples {
        out += "- \(example.field)\n"
        for line in example.lines { out += "  - \(escaped(line))\n" }
      }
      out += "\n"
    }
    out.removeLast()
    return out
  }

  /// The signs of the notation that Markdown or HTML would take for its own.
  private static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      if "<>[]*_`|\\".contains(character) { out += "\\" }
      out.append(character)
    }
    return out
  }

  static func decimal(_ value: Double) -> String {
    Double(Int(value)) == value ? String(Int(value)) : value.description
  }
}

/// The answers of `distinguo explain`.
public enum Explanation {
  /// What a rule (by id or name) or a diagnostic code means, or nil when there is none of that name.
  public static func text(of name: String) -> String? {
    if let rule = ConflationCatalog.rule(name) { return text(of: rule.about) }
    return DiagnosticCatalog.explanation(of: name).map { entry in
      "\(entry.code)  (\(entry.topic.rawValue.lowercased()))\n\n  \(entry.meaning)\n  \(entry.advice)\n"
    }
  }

  /// The ids of all rules and then all diagnostic codes, for suggestions and completion.
  public static var names: [String] { ConflationCatalog.rules.map(\.id) + DiagnosticCatalog.all.map(\.code) }

  private static func text(of about: RuleDescription) -> String {
    var out = "\(about.id) \(about.name)  (\(about.severity.rawValue), profile \(about.profile.rawValue))\n\n"
    out += "  \(about.condition)\n\n  Why: \(about.rationale)\n  Fix: \(about.fix)\n"
    for threshold in about.thresholds {
      out += "  Threshold: \(threshold.name) \(RuleReference.decimal(threshold.value)), \(threshold.meaning)\n"
    }
    out += "  Precision: \(about.measuredPrecision ?? "not measured yet on annotated documents")\n"
    for (title, examples) in [("Reported", about.triggering), ("Not reported", about.silent)] {
      out += "\n  \(title):\n"
      for (index, example) in examples.enumerated() {
        out += "    \(index + 1). \(example.field)\n"
        for line in example.lines { out += "       \(line)\n" }
      }
    }
    return out
  }
}
