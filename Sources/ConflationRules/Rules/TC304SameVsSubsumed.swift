import ConceptModel

/// One source makes two terms one, another makes one a kind of the other.
struct SameVsSubsumed: ConflationRule {
  let about = RuleDescription(
    id: "TC304", name: "same-vs-subsumed", kind: .contradiction, severity: .warning,
    condition: "One source says that two terms name one notion, another that one is a kind of the other.",
    rationale: "Cases of the broader term that are none of the narrower one get lost when the two are equated.",
    fix: "Write the narrower term only where its further conditions hold.",
    triggering: [
      RuleExample(
        "medicine",
        .says("a.txt", "Influenza is the same as a viral infection.", "influenza", "same-as", "viral infection"),
        .says("b.txt", "Influenza is a viral infection.", "influenza", "is-a", "viral infection")),
      RuleExample(
        "statistics",
        .says(
          "a.txt", "Linear regression, that is, least squares, is used.", "linear regression", "same-as",
          "least squares"),
        .says(
          "b.txt", "Linear regression is a special case of least squares.", "linear regression", "is-a", "least squares"
        )),
      RuleExample(
        "security",
        .says("a.txt", "A worm is a virus.", "worm", "is-a", "virus"),
        .speaks("b.txt", .alternativeName, ["virus", "worm"], "Viruses, also called worms, spread by mail.")),
    ],
    silent: [
      RuleExample(
        "statistics",
        .says(
          "a.txt", "This probability is called the p-value.", "probability", "same-as", "p-value", .asserted,
          .worded("is called")),
        .says("b.txt", "A p-value is a probability.", "p-value", "is-a", "probability")),
      RuleExample(
        "security",
        .says(
          "a.txt", "Phishing, i.e. fraud by mail, is common.", "phishing", "same-as", "fraud", .asserted,
          .worded("i.e.")),
        .says("b.txt", "Phishing is a fraud.", "phishing", "is-a", "fraud")),
      RuleExample(
        "medicine", .says("a.txt", "Influenza is the same as the flu.", "influenza", "same-as", "flu"),
        .says("b.txt", "Influenza is an infection.", "influenza", "is-a", "infection")),
      RuleExample(
        "statistics",
        .says("a.txt", "Sample variance is the same as variance here.", "sample variance", "same-as", "variance"),
        .says("b.txt", "The sample variance is computed.", "sample variance", "is-a", "variance", .asserted, .inferred)),
      RuleExample(
        "security",
        .says("a.txt", "Perhaps worms are just viruses.", "worm", "same-as", "virus", .asserted, .hedged),
        .says("b.txt", "A worm is a virus.", "worm", "is-a", "virus")),
    ])

  func findings(in corpus: CorpusIndex) -> [Finding] {
    (corpus.triples["same-as"] ?? []).compactMap { triple in
      let (a, b) = (triple.subject, triple.object)
      let same = corpus.worded(a, "same-as", b)
      let directions = [corpus.worded(a, "is-a", b), corpus.worded(b, "is-a", a)]
      // Where a majority orders the terms, TC205 says so with all its quotations.
      guard !directions.contains(where: { Lumped.isOutvoted(same, by: $0) }),
        let (one, other) = opposedPair(same, directions[0] + directions[1], acrossSources: true)
      else { return nil }
      let message =
        "\(one.effectiveSource) makes \(corpus.quoted(a)) and \(corpus.quoted(b)) one notion, "
        + "\(other.effectiveSource) makes \(corpus.quoted(other.subject)) a kind of \(corpus.quoted(other.object))"
      return finding(
        [a, b], terms: [a, b].map(corpus.label), message: message, evidence: [one.evidence, other.evidence])
    }
  }
}
