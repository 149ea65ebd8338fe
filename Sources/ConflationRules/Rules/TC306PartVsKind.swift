import ConceptModel

/// One source makes a term a part of what another makes it a kind of.
struct PartVsKind: ConflationRule {
  let about = RuleDescription(
    id: "TC306", name: "part-vs-kind", kind: .levelSlip, severity: .warning,
    condition: "One source says that A is a part of B, another that A is a kind of B.",
    rationale: "What holds of every B holds of its kinds, but not of its parts.",
    fix: "Decide whether A is a whole B or one piece of it.",
    triggering: [
      RuleExample(
        "medicine",
        .says("a.txt", "The retina is part of the eye.", "retina", "part-of", "eye"),
        .says("b.txt", "The retina is an eye.", "retina", "is-a", "eye")),
      RuleExample(
        "law",
        .says("a.txt", "A clause is a component of a contract.", "clause", "part-of", "contract"),
        .says("b.txt", "A clause is a small contract.", "clause", "is-a", "contract")),
      RuleExample(
        "security",
        .says("a.txt", "Logging is one step of auditing.", "logging", "part-of", "auditing"),
        .says("b.txt", "Logging is a form of auditing.", "logging", "is-a", "auditing")),
    ],
    silent: [
      RuleExample(
        "medicine", .says("a.txt", "The retina is part of the eye.", "retina", "part-of", "eye"),
        .says("b.txt", "The retina is a tissue.", "retina", "is-a", "tissue")),
      RuleExample(
        "law", .says("a.txt", "A clause is part of a contract.", "clause", "part-of", "contract"),
        .says("b.txt", "A clause is not a contract.", "clause", "is-a", "contract", .denied)),
      RuleExample(
        "security", .says("a.txt", "Access logging is part of logging.", "access logging", "part-of", "logging"),
        .says("b.txt", "We use access logging.", "access logging", "is-a", "logging", .asserted, .inferred)),
    ])

  func findings(in corpus: CorpusIndex) -> [Finding] {
    (corpus.triples["part-of"] ?? []).compactMap { triple in
      let (a, b) = (triple.subject, triple.object)
      // "Includes" is said of parts and of kinds alike and tells nothing about either.
      let parts = corpus.worded(a, "part-of", b).filter { !Self.isInclusion($0) }
      guard let (part, kind) = opposedPair(parts, corpus.worded(a, "is-a", b), acrossSources: true) else { return nil }
      let message =
        "\(part.effectiveSource) makes \(corpus.quoted(a)) a part of \(corpus.quoted(b)), "
        + "\(kind.effectiveSource) makes it a kind of it"
      return finding(
        [a, b], terms: [a, b].map(corpus.label), message: message, evidence: [part.evidence, kind.evidence])
    }
  }

  private static func isInclusion(_ assertion: Assertion) -> Bool {
    assertion.surface.map { ContentWords.words($0).contains { $0.hasPrefix("includ") } } ?? false
  }
}
