import ConceptModel

/// A source equates what most others order.
struct Lumped: ConflationRule {
  let about = RuleDescription(
    id: "TC205", name: "lumped", kind: .twoTerms, severity: .warning,
    condition: "A source says that two terms name one notion, while more sources say that one is a kind of the other.",
    rationale: "The odd source out throws together what its field keeps apart.",
    fix: "Follow the majority unless you have a reason, and name it.",
    thresholds: [leastSources],
    triggering: [
      RuleExample(
        "medicine",
        .says("a.txt", "Sepsis is the same as infection.", "sepsis", "same-as", "infection"),
        .says("b.txt", "Sepsis is an infection that overwhelms the body.", "sepsis", "is-a", "infection"),
        .says("c.txt", "Sepsis, an infection, needs care at once.", "sepsis", "is-a", "infection")),
      RuleExample(
        "law",
        .says("a.txt", "Slander is defamation and defamation is slander.", "slander", "same-as", "defamation"),
        .says("b.txt", "Slander is spoken defamation.", "slander", "is-a", "defamation"),
        .says("c.txt", "Slander is one kind of defamation.", "slander", "is-a", "defamation")),
      RuleExample(
        "physics",
        .says("a.txt", "Speed equals velocity.", "speed", "same-as", "velocity"),
        .says("b.txt", "Speed is a velocity without direction.", "speed", "is-a", "velocity"),
        .says("c.txt", "A speed is a velocity of sorts.", "speed", "is-a", "velocity"),
        .says("d.txt", "Each speed is a velocity.", "speed", "is-a", "velocity")),
    ],
    silent: [
      RuleExample(
        "medicine",
        .says("a.txt", "Sepsis is the same as infection.", "sepsis", "same-as", "infection"),
        .says("b.txt", "Sepsis is an infection.", "sepsis", "is-a", "infection")),
      RuleExample(
        "law",
        .says("a.txt", "Slander is defamation.", "slander", "same-as", "defamation"),
        .says("b.txt", "Slander is spoken defamation.", "slander", "is-a", "defamation"),
        .says("b.txt", "Slander is defamation by speech.", "slander", "is-a", "defamation")),
      RuleExample(
        "physics", .says("a.txt", "Speed equals pace.", "speed", "same-as", "pace"),
        .says("b.txt", "Speed is a quantity.", "speed", "is-a", "quantity"),
        .says("c.txt", "A speed is a quantity.", "speed", "is-a", "quantity")),
    ])

  private static let leastSources = RuleThreshold(
    "least sources", 2, "so many sources must order the terms, and more than equate them")

  /// Whether the sources of the second list are enough and more than those of the first.
  static func isOutvoted(_ same: [Assertion], by kinds: [Assertion]) -> Bool {
    let equating = Set(same.map(\.effectiveSource))
    let ordering = Set(kinds.map(\.effectiveSource)).subtracting(equating)
    return ordering.count >= Int(leastSources.value) && ordering.count > equating.count
  }

  func findings(in corpus: CorpusIndex) -> [Finding] {
    (corpus.triples["same-as"] ?? []).compactMap { triple in
      let (a, b) = (triple.subject, triple.object)
      let same = corpus.worded(a, "same-as", b)
      for (narrow, wide) in [(a, b), (b, a)] {
        let kinds = corpus.worded(narrow, "is-a", wide).filter { kind in
          !same.contains { $0.evidence.overlaps(kind.evidence) }
        }
        guard let one = same.first, Self.isOutvoted(same, by: kinds) else { continue }
        let count = Set(kinds.map(\.effectiveSource)).count
        let message =
          "\(one.effectiveSource) makes \(corpus.quoted(a)) and \(corpus.quoted(b)) one notion, while "
          + "\(count) sources make \(corpus.quoted(narrow)) a kind of \(corpus.quoted(wide))"
        let evidence = distinctEvidence(kinds.map(\.evidence), limit: CorpusIndex.quotationLimit - 1)
        return finding([a, b], terms: [a, b].map(corpus.label), message: message, evidence: [one.evidence] + evidence)
      }
      return nil
    }
  }
}
