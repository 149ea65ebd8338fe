import ConceptModel

/// A source names the modest and the bold position.
struct LabelledMotteAndBailey: ConflationRule {
  let about = RuleDescription(
    id: "TC004", name: "labelled-motte-and-bailey", kind: .motteBailey, severity: .warning,
    condition: "A source names two positions under one word: a modest one to defend and a bold one to use.",
    rationale: "Evidence for the modest claim is then taken as evidence for the bold one.",
    fix: "Say which of the two claims you make, and give evidence for that one.",
    triggering: [
      RuleExample(
        "medicine",
        .speaks(
          "review.md", .motteAndBailey, ["detox diet"], "Motte: \"Eating more vegetables is good for you.\"",
          "Bailey: \"Juice removes poisons from the blood.\"")),
      RuleExample(
        "linguistics",
        .speaks(
          "blog.html", .motteAndBailey, ["linguistic relativity"],
          "The motte is that words nudge attention.", "The bailey is that language fixes what can be thought.")),
      RuleExample(
        "economics",
        .speaks(
          "column.txt", .motteAndBailey, ["rational choice"], "Motte: people respond to prices.",
          "Bailey: people maximise utility.")),
    ],
    silent: [
      RuleExample("history", .uses("castle.txt", "motte", "The motte was raised in a year.")),
      RuleExample("history", .says("castle.txt", "The bailey is part of the castle.", "bailey", "part-of", "castle")),
      RuleExample(
        "economics",
        .speaks("column.txt", .twoReadings, ["utility"], "Utility can be read as pleasure or as a number.")),
    ])

  func findings(in corpus: CorpusIndex) -> [Finding] {
    corpus.corpus.statements.compactMap { statement in
      guard statement.kind == .motteAndBailey, let first = statement.evidence.first,
        statement.confidence >= CorpusIndex.leastConfidence.value
      else { return nil }
      let (concepts, terms) = corpus.names(of: statement)
      // With more terms it would be a guess which of them the two claims are about.
      let subject = terms.count == 1 ? " about “\(terms[0])”" : ""
      return finding(
        concepts, terms: terms,
        message: "\(first.document) names a modest claim and a bold one\(subject) that pass for each other",
        evidence: statement.evidence)
    }
  }
}
