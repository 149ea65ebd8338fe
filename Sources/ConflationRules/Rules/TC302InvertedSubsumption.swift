import ConceptModel

/// Two sources order two terms as kinds of each other.
struct InvertedSubsumption: ConflationRule {
  let about = RuleDescription(
    id: "TC302", name: "inverted-subsumption", kind: .contradiction, severity: .error,
    condition: "One source says that every A is a B, another that every B is an A, and nobody says that they are one.",
    rationale: "A conclusion drawn for the broader term is drawn for the wrong one in half of the literature.",
    fix: "Find out which of the two is broader, or whether they are meant to be one.",
    triggering: [
      RuleExample(
        "medicine",
        .says("a.txt", "Dementia is a form of Alzheimer's disease.", "dementia", "is-a", "Alzheimer's disease"),
        .says("b.txt", "Alzheimer's disease is a dementia.", "Alzheimer's disease", "is-a", "dementia")),
      RuleExample(
        "law",
        .says("a.txt", "Every tort is a crime.", "tort", "is-a", "crime"),
        .says("b.txt", "A crime is a kind of tort.", "crime", "is-a", "tort")),
      RuleExample(
        "linguistics",
        .says("a.txt", "A creole is a pidgin.", "creole", "is-a", "pidgin"),
        .says("b.txt", "The pidgin, a creole, has few speakers.", "pidgin", "is-a", "creole")),
    ],
    silent: [
      RuleExample(
        "medicine", .says("a.txt", "Alzheimer's disease is a dementia.", "Alzheimer's disease", "is-a", "dementia"),
        .says("b.txt", "Alzheimer's disease, a dementia, is common.", "Alzheimer's disease", "is-a", "dementia")),
      RuleExample(
        "law", .says("a.txt", "A tort is a wrong.", "tort", "is-a", "wrong"),
        .says("b.txt", "Is every wrong a tort?", "wrong", "is-a", "tort", .questioned)),
      RuleExample(
        "statistics",
        .says("a.txt", "The mean is an average.", "mean", "is-a", "average"),
        .says("b.txt", "An average is a mean.", "average", "is-a", "mean"),
        .says("c.txt", "Mean and average are one and the same.", "mean", "same-as", "average")),
    ])

  func findings(in corpus: CorpusIndex) -> [Finding] {
    (corpus.triples["is-a"] ?? []).compactMap { triple in
      let (a, b) = (triple.subject, triple.object)
      guard a < b, corpus.equating(a, b).isEmpty else { return nil }
      guard
        let (one, other) = opposedPair(corpus.worded(a, "is-a", b), corpus.worded(b, "is-a", a), acrossSources: true)
      else {
        return nil
      }
      let message =
        "\(one.effectiveSource) makes \(corpus.quoted(a)) a kind of \(corpus.quoted(b)), "
        + "\(other.effectiveSource) makes it the other way round"
      return finding(
        [a, b], terms: [a, b].map(corpus.label), message: message, evidence: [one.evidence, other.evidence])
    }
  }
}
