import ConceptModel

/// A source says that one word has several senses.
struct DeclaredSenses: ConflationRule {
  let about = RuleDescription(
    id: "TC003", name: "declared-senses", kind: .twoSenses, severity: .note,
    condition: "A source says that one word has an ordinary and a technical sense, or two technical ones.",
    rationale: "A reader who knows one of the senses reads the others wrongly without noticing.",
    fix: "Name the sense at the first use, or split the label with a line @split in a notation file.",
    triggering: [
      RuleExample(
        "physics",
        .speaks("primer.md", .declaredSenses, ["work"], "Work as an everyday word has little to do with the quantity.")),
      RuleExample(
        "statistics",
        .speaks(
          "course.txt", .declaredSenses, ["significance"],
          "The technical sense of significance is not that of plain English.")),
      RuleExample(
        "linguistics",
        .speaks(
          "reader.md", .declaredSenses, ["grammar"], "Grammar has two senses: the system, and a book about it.")),
    ],
    silent: [
      RuleExample("physics", .uses("primer.md", "work", "The work done is force times distance.")),
      RuleExample("law", .defines("code.txt", "contract", as: "an agreement that binds", genus: "agreement")),
      RuleExample(
        "statistics",
        .speaks("course.txt", .alternativeName, ["mean", "average"], "The mean is also called the average.")),
    ])

  func findings(in corpus: CorpusIndex) -> [Finding] {
    corpus.sayings(.declaredSenses).map { saying in
      finding(
        saying.concepts, terms: saying.terms,
        message: "\(saying.voice) says that \(saying.pair("and")) is used in more than one sense",
        evidence: saying.evidence)
    }
  }
}
