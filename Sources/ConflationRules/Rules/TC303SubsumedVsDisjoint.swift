import ConceptModel

/// One passage makes a term a kind of another, a second one keeps them apart as alternatives or denies it.
struct SubsumedVsDisjoint: ConflationRule {
  let about = RuleDescription(
    id: "TC303", name: "subsumed-vs-disjoint", kind: .contradiction, severity: .error,
    condition:
      "Every A is a B by the steps that sources state, while a source denies it or sets A and B against each other.",
    rationale:
      "A kind is never the alternative of its own genus; that A and B are not the same, by contrast, contradicts nothing.",
    fix: "Check each step on the way from A to B: one of them, or the denial, does not hold.",
    triggering: [
      RuleExample(
        "biology",
        .says("a.txt", "A bat is a flying mammal.", "bat", "is-a", "flying mammal"),
        .says("b.txt", "Flying mammals are birds.", "flying mammal", "is-a", "bird"),
        .says("c.txt", "A bat is not a bird.", "bat", "is-a", "bird", .denied)),
      RuleExample(
        "law",
        .says("a.txt", "Arbitration is a kind of litigation.", "arbitration", "is-a", "litigation"),
        .says(
          "b.txt", "Parties choose arbitration as against litigation.", "arbitration", "contrasts-with", "litigation")),
      RuleExample(
        "linguistics",
        .says("a.txt", "Sarcasm is a lie.", "sarcasm", "is-a", "lie"),
        .says("b.txt", "Sarcasm and lies are opposites.", "lie", "contrasts-with", "sarcasm")),
    ],
    silent: [
      RuleExample(
        "biology", .says("a.txt", "A bat is a mammal.", "bat", "is-a", "mammal"),
        .says("b.txt", "A bat is not the same as a mammal.", "bat", "different-from", "mammal")),
      RuleExample(
        "law", .says("a.txt", "A lease is a contract.", "lease", "is-a", "contract"),
        .says("b.txt", "A lease is not a gift.", "lease", "is-a", "gift", .denied)),
      RuleExample(
        "linguistics", .says("a.txt", "A metaphor may be a lie.", "metaphor", "is-a", "lie", .asserted, .may),
        .says("b.txt", "Metaphors contrast with lies.", "metaphor", "contrasts-with", "lie")),
    ])

  func findings(in corpus: CorpusIndex) -> [Finding] { denied(corpus) + contrasted(corpus) }

  /// Denials of what follows in two or more steps; a direct contradiction is for TC307.
  private func denied(_ corpus: CorpusIndex) -> [Finding] {
    (corpus.triples["is-a"] ?? []).compactMap { triple in
      let (a, b) = (triple.subject, triple.object)
      guard let denial = corpus.denials(a, "is-a", b).first, let path = corpus.kindPath(a, b), path.count > 1 else {
        return nil
      }
      let message =
        "\(denial.effectiveSource) denies that \(corpus.quoted(a)) is a kind of \(corpus.quoted(b)), "
        + "though it follows in \(path.count) steps by way of \(corpus.quoted(path[0].object))"
      return finding(
        [a, b], terms: [a, b].map(corpus.label), message: message,
        evidence: [denial.evidence] + path.map(\.evidence))
    }
  }

  private func contrasted(_ corpus: CorpusIndex) -> [Finding] {
    (corpus.triples["contrasts-with"] ?? []).compactMap { triple in
      let (a, b) = (triple.subject, triple.object)
      let contrasts = corpus.worded(a, "contrasts-with", b)
      let kinds = corpus.worded(a, "is-a", b) + corpus.worded(b, "is-a", a)
      guard let (kind, contrast) = opposedPair(kinds, contrasts) else { return nil }
      let message =
        "\(kind.effectiveSource) makes \(corpus.quoted(kind.subject)) a kind of \(corpus.quoted(kind.object)), "
        + "\(contrast.effectiveSource) sets the two against each other"
      return finding(
        [a, b], terms: [a, b].map(corpus.label), message: message, evidence: [kind.evidence, contrast.evidence],
        severity: .warning)
    }
  }
}
