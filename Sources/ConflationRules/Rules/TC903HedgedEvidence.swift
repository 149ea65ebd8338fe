import ConceptModel

/// A fact stated by hand says more than the source that it names.
struct HedgedEvidence: ConflationRule {
  let about = RuleDescription(
    id: "TC903", name: "hedged-evidence", kind: .hygiene, severity: .warning,
    condition:
      "A fact is stated by hand without reserve under a source whose own passages all put it as a possibility.",
    rationale: "The reserve of the source is lost on everybody who reads the graph.",
    fix: "Give the fact the modality of its source, or name a source that says as much.",
    triggering: [
      RuleExample(
        "medicine",
        .says(
          "graph.facts", "coffee -> insomnia", "coffee", "leads-to", "insomnia", .asserted, .stated(source: "a.txt")),
        .says("a.txt", "Coffee may lead to insomnia.", "coffee", "leads-to", "insomnia", .asserted, .may)),
      RuleExample(
        "economics",
        .says("graph.facts", "tariff -> price", "tariff", "leads-to", "price", .asserted, .stated(source: "b.md")),
        .says("b.md", "Perhaps tariffs raise prices.", "tariff", "leads-to", "price", .asserted, .hedged)),
      RuleExample(
        "linguistics",
        .says("graph.facts", "creole <: language", "creole", "is-a", "language", .asserted, .stated(source: "c.txt")),
        .says("c.txt", "A creole could be called a language.", "creole", "is-a", "language", .asserted, .may)),
    ],
    silent: [
      RuleExample(
        "medicine",
        .says(
          "graph.facts", "coffee -> insomnia", "coffee", "leads-to", "insomnia", .asserted, .stated(source: "a.txt")),
        .says("a.txt", "Coffee leads to insomnia.", "coffee", "leads-to", "insomnia")),
      RuleExample(
        "economics",
        .says("graph.facts", "tariff -> price", "tariff", "leads-to", "price", .asserted, .stated(source: "b.md")),
        .says("c.md", "Perhaps tariffs raise prices.", "tariff", "leads-to", "price", .asserted, .hedged)),
      RuleExample(
        "linguistics",
        .says("c.txt", "A creole could be called a language.", "creole", "is-a", "language", .asserted, .may)),
    ])

  func findings(in corpus: CorpusIndex) -> [Finding] {
    corpus.triples.keys.sorted(by: scalarLess).flatMap { relation in
      (corpus.triples[relation] ?? []).flatMap { triple in
        compare(triple, corpus.claims[triple]?.asserted ?? [], corpus)
      }
    }
  }

  private func compare(
    _ triple: CorpusIndex.Triple, _ claims: [Assertion], _ corpus: CorpusIndex
  ) -> [Finding] {
    var reported: Set<DocumentID> = []
    return claims.compactMap { fact in
      guard fact.basis == .stated, fact.isFactual, let source = fact.source else { return nil }
      let own = claims.filter { $0.basis != .stated && $0.evidence.document == source }
      guard let first = own.first, !own.contains(where: \.isFactual), reported.insert(source).inserted else {
        return nil
      }
      let ends = [triple.subject, triple.object]
      let message =
        "\(fact.evidence.document) states “\(corpus.label(ends[0])) \(triple.relation) \(corpus.label(ends[1]))” "
        + "as a fact of \(source), which puts it with reserve"
      return finding(
        ends, terms: ends.map(corpus.label), message: message, evidence: [fact.evidence, first.evidence])
    }
  }
}
