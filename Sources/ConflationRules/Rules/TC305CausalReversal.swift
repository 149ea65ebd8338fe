import ConceptModel

/// Two sources turn cause and effect round.
struct CausalReversal: ConflationRule {
  let about = RuleDescription(
    id: "TC305", name: "causal-reversal", kind: .contradiction, severity: .warning,
    condition: "One source says that A leads to B, another that B leads to A, and neither speaks of a feedback.",
    rationale: "An intervention that works in one direction is useless in the other.",
    fix: "Name the direction, or say that each feeds the other.",
    triggering: [
      RuleExample(
        "medicine",
        .says("a.txt", "Depression causes insomnia.", "depression", "causes", "insomnia"),
        .says("b.txt", "Insomnia leads to depression.", "insomnia", "leads-to", "depression")),
      RuleExample(
        "economics",
        .says("a.txt", "Wages drive prices.", "wage", "leads-to", "price"),
        .says("b.txt", "Prices drive wages.", "price", "leads-to", "wage")),
      RuleExample(
        "linguistics",
        .says("a.txt", "Contact produces simplification.", "contact", "causes", "simplification"),
        .says("b.txt", "Simplification produces contact.", "simplification", "causes", "contact")),
    ],
    silent: [
      RuleExample(
        "medicine",
        .says("a.txt", "Depression causes insomnia.", "depression", "causes", "insomnia"),
        .says(
          "b.txt", "In a vicious circle insomnia leads back to depression.", "insomnia", "leads-to", "depression")),
      RuleExample(
        "economics", .says("a.txt", "Wages drive prices.", "wage", "leads-to", "price"),
        .says("b.txt", "Prices may drive wages.", "price", "leads-to", "wage", .asserted, .may)),
      RuleExample(
        "physics", .says("a.txt", "Friction leads to heat.", "friction", "leads-to", "heat"),
        .says("b.txt", "Heat does not lead to friction.", "heat", "leads-to", "friction", .denied)),
    ])

  /// Words of passages that mean a mutual influence.
  private static let feedbackStems: Set<String> = Set(
    [
      "feedback", "loop", "circle", "cycle", "spiral", "mutual", "mutually", "reciprocal", "reciprocally", "reinforce",
      "reinforcing", "bidirectional", "interact", "interplay", "turn",
    ].map(ContentWords.stem))

  func findings(in corpus: CorpusIndex) -> [Finding] {
    var pairs: Set<[ConceptID]> = []
    for relation in ["leads-to", "causes"] {
      for triple in corpus.triples[relation] ?? [] where triple.subject < triple.object {
        pairs.insert([triple.subject, triple.object])
      }
    }
    return pairs.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { pair in
      let forth = effects(pair[0], pair[1], corpus)
      let back = effects(pair[1], pair[0], corpus)
      guard let (one, other) = opposedPair(forth, back, acrossSources: true) else { return nil }
      let message =
        "\(one.effectiveSource) says that \(corpus.quoted(pair[0])) leads to \(corpus.quoted(pair[1])), "
        + "\(other.effectiveSource) says the reverse"
      return finding(
        pair, terms: pair.map(corpus.label), message: message, evidence: [one.evidence, other.evidence])
    }
  }

  private func effects(_ cause: ConceptID, _ effect: ConceptID, _ corpus: CorpusIndex) -> [Assertion] {
    let claims = corpus.worded(cause, "causes", effect) + corpus.worded(cause, "leads-to", effect)
    return claims.filter { claim in
      ContentWords.stems(claim.evidence.quote).isDisjoint(with: Self.feedbackStems)
    }
  }
}
