import ConceptModel

/// A source says that a thing can be understood in two ways.
struct TwoReadings: ConflationRule {
  let about = RuleDescription(
    id: "TC007", name: "two-readings", kind: .twoSenses, severity: .note,
    condition: "A source says that a thing can be understood in two ways and takes a side.",
    rationale: "What holds in one reading is silently carried over to the other.",
    fix: "Say which reading you use before you draw conclusions.",
    triggering: [
      RuleExample(
        "statistics",
        .speaks(
          "essay.md", .twoReadings, ["probability"],
          "Probability can be read as a frequency or as a degree of belief; here it is a belief.")),
      RuleExample(
        "law",
        .speaks(
          "comment.txt", .twoReadings, ["possession"],
          "Possession should be understood as control, not as ownership.")),
      RuleExample(
        "biology",
        .speaks(
          "lecture.txt", .twoReadings, ["fitness"], "Think of fitness as offspring and not as strength.")),
    ],
    silent: [
      RuleExample("statistics", .uses("essay.md", "probability", "The probability is one half.")),
      RuleExample("biology", .defines("lecture.txt", "fitness", as: "a count of offspring", genus: "count")),
      RuleExample(
        "law", .says("comment.txt", "Possession requires control.", "possession", "requires", "control")),
    ])

  func findings(in corpus: CorpusIndex) -> [Finding] {
    corpus.sayings(.twoReadings).map { saying in
      finding(
        saying.concepts, terms: saying.terms,
        message: "\(saying.voice) says that \(saying.pair("and")) can be understood in two ways",
        evidence: saying.evidence)
    }
  }
}
