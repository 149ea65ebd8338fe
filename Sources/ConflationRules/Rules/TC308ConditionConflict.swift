import ConceptModel

/// One passage makes a thing a condition of a term, another says that it is none.
struct ConditionConflict: ConflationRule {
  let about = RuleDescription(
    id: "TC308", name: "condition-conflict", kind: .contradiction, severity: .error,
    condition: "One passage says that a term requires a thing, another that it, or a kind of it, does not.",
    rationale: "The two sources count different cases under one name.",
    fix: "Say which conditions you require before you count cases.",
    triggering: [
      RuleExample(
        "law",
        .says("a.txt", "Theft requires intent.", "theft", "requires", "intent"),
        .says("b.txt", "Theft does not require intent.", "theft", "requires", "intent", .denied)),
      RuleExample(
        "medicine",
        .says("a.txt", "A migraine requires pain.", "migraine", "requires", "pain"),
        .says("b.txt", "An aura is a migraine.", "aura", "is-a", "migraine"),
        .says("c.txt", "An aura needs no pain.", "aura", "requires", "pain", .denied)),
      RuleExample(
        "statistics",
        .says("a.txt", "The test demands a normal sample.", "t-test", "requires", "normality"),
        .says("b.txt", "With many cases the test does without it.", "t-test", "requires", "normality", .denied)),
    ],
    silent: [
      RuleExample(
        "law", .says("a.txt", "Theft requires intent.", "theft", "requires", "intent"),
        .says("b.txt", "Negligence does not require intent.", "negligence", "requires", "intent", .denied)),
      RuleExample(
        "medicine",
        .says("a.txt", "A migraine does not require pain.", "migraine", "requires", "pain", .denied),
        .says("b.txt", "An aura is a migraine.", "aura", "is-a", "migraine"),
        .says("c.txt", "An aura requires pain.", "aura", "requires", "pain")),
      RuleExample(
        "statistics", .says("a.txt", "The test requires a sample.", "t-test", "requires", "sample"),
        .says("b.txt", "Perhaps it requires no sample.", "t-test", "requires", "sample", .denied, .hedged)),
    ])

  func findings(in corpus: CorpusIndex) -> [Finding] {
    let triples = corpus.triples["requires"] ?? []
    let byCondition = Dictionary(grouping: triples, by: \.object)
    return triples.compactMap { triple in
      let (term, condition) = (triple.subject, triple.object)
      let denials = corpus.denials(term, "requires", condition)
      guard !denials.isEmpty else { return nil }
      if let (one, other) = opposedPair(corpus.worded(term, "requires", condition), denials) {
        let message =
          "\(one.effectiveSource) says that \(corpus.quoted(term)) requires \(corpus.quoted(condition)), "
          + "\(other.effectiveSource) says that it does not"
        return finding(
          [term, condition], terms: [term, condition].map(corpus.label), message: message,
          evidence: [one.evidence, other.evidence])
      }
      return inherited(term, condition, denials, byCondition[condition] ?? [], corpus)
    }
  }

  /// A condition of the broader term that the narrower one is said to do without.
  private func inherited(
    _ term: ConceptID, _ condition: ConceptID, _ denials: [Assertion], _ others: [CorpusIndex.Triple],
    _ corpus: CorpusIndex
  ) -> Finding? {
    for other in others where other.subject != term {
      guard let (demand, denial) = opposedPair(corpus.worded(other.subject, "requires", condition), denials),
        let path = corpus.kindPath(term, other.subject)
      else { continue }
      let message =
        "\(denial.effectiveSource) says that \(corpus.quoted(term)) does not require \(corpus.quoted(condition)), "
        + "though it is a kind of \(corpus.quoted(other.subject)), which does according to \(demand.effectiveSource)"
      return finding(
        [term, condition], terms: [term, condition].map(corpus.label), message: message,
        evidence: [denial.evidence, demand.evidence] + path.map(\.evidence))
    }
    return nil
  }
}
