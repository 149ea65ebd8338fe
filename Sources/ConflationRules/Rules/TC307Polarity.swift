import ConceptModel

/// One passage states what another denies.
struct OpposedPolarity: ConflationRule {
  let about = RuleDescription(
    id: "TC307", name: "polarity", kind: .contradiction, severity: .error,
    condition: "One passage states a relation as a fact, another denies it as a fact.",
    rationale: "Either a source is wrong, or the two use a term in different senses.",
    fix: "Read both passages: if both hold, a term has two senses that should be told apart.",
    triggering: [
      RuleExample(
        "medicine",
        .says("a.txt", "Vaccine X causes fever.", "vaccine X", "causes", "fever"),
        .says("b.txt", "Vaccine X does not cause fever.", "vaccine X", "causes", "fever", .denied)),
      RuleExample(
        "biology",
        .says("a.txt", "A fungus is a plant.", "fungus", "is-a", "plant"),
        .says("b.txt", "A fungus is no plant.", "fungus", "is-a", "plant", .denied)),
      RuleExample(
        "security",
        .says("a.md", "Salting prevents collisions.", "salting", "undermines", "collision"),
        .says("a.md", "Salting does nothing against collisions.", "salting", "undermines", "collision", .denied)),
    ],
    silent: [
      RuleExample(
        "medicine", .says("a.txt", "Vaccine X can cause fever.", "vaccine X", "causes", "fever", .asserted, .may),
        .says("b.txt", "Vaccine X does not cause fever.", "vaccine X", "causes", "fever", .denied)),
      RuleExample(
        "biology",
        .says(
          "a.txt", "Linnaeus held that a fungus is a plant.", "fungus", "is-a", "plant", .asserted,
          .attributed("Linnaeus")),
        .says("b.txt", "A fungus is no plant.", "fungus", "is-a", "plant", .denied)),
      RuleExample(
        "security",
        .says("a.md", "Does salting prevent collisions?", "salting", "undermines", "collision", .questioned),
        .says("b.md", "Salting does not prevent collisions.", "salting", "undermines", "collision", .denied)),
    ])

  /// These have rules of their own: TC301 compares sameness with difference, TC308 conditions.
  private static let comparedElsewhere: Set<String> = ["same-as", "different-from", "requires", "conflated-with"]

  func findings(in corpus: CorpusIndex) -> [Finding] {
    let provenance = Set((Relation.builtIn + corpus.corpus.relations).filter(\.isProvenance).map(\.name))
    let relations = corpus.triples.keys.filter { !Self.comparedElsewhere.contains($0) && !provenance.contains($0) }
    return relations.sorted(by: scalarLess).flatMap { relation in
      (corpus.triples[relation] ?? []).compactMap { triple in
        let (a, b) = (triple.subject, triple.object)
        let stated = corpus.worded(a, relation, b)
        guard let (one, other) = opposedPair(stated, corpus.denials(a, relation, b)) else { return nil }
        let message =
          "\(one.effectiveSource) states “\(corpus.label(a)) \(relation) \(corpus.label(b))”, "
          + "\(other.effectiveSource) denies it"
        return finding(
          [a, b], terms: [a, b].map(corpus.label), message: message, evidence: [one.evidence, other.evidence])
      }
    }
  }
}
