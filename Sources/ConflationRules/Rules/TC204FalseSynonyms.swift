import ConceptModel

/// Two terms are equated though a condition holds for one of them only.
struct FalseSynonyms: ConflationRule {
  let about = RuleDescription(
    id: "TC204", name: "false-synonyms", kind: .twoTerms, severity: .warning,
    condition: "A source makes two terms one, while one of them requires what the other is said to do without.",
    rationale: "The condition gets lost, or is demanded where nobody meant it.",
    fix: "Keep the terms apart by the condition that tells them apart.",
    triggering: [
      RuleExample(
        "law",
        .says("a.txt", "Murder and manslaughter are the same.", "murder", "same-as", "manslaughter"),
        .says("b.txt", "Murder requires intent.", "murder", "requires", "intent"),
        .says("c.txt", "Manslaughter does not require intent.", "manslaughter", "requires", "intent", .denied)),
      RuleExample(
        "medicine",
        .says("a.txt", "Delirium equals dementia.", "delirium", "same-as", "dementia"),
        .says("b.txt", "Dementia requires a lasting decline.", "dementia", "requires", "lasting decline"),
        .says("b.txt", "Delirium needs no lasting decline.", "delirium", "requires", "lasting decline", .denied)),
      RuleExample(
        "statistics",
        .says("a.txt", "Correlation is dependence.", "correlation", "same-as", "dependence"),
        .says("b.txt", "Correlation requires linearity.", "correlation", "requires", "linearity"),
        .says("c.txt", "Dependence does not require linearity.", "dependence", "requires", "linearity", .denied)),
    ],
    silent: [
      RuleExample(
        "law", .says("b.txt", "Murder requires intent.", "murder", "requires", "intent"),
        .says("c.txt", "Manslaughter does not require intent.", "manslaughter", "requires", "intent", .denied)),
      RuleExample(
        "medicine",
        .says("a.txt", "Delirium equals dementia.", "delirium", "same-as", "dementia"),
        .says("b.txt", "Dementia requires a lasting decline.", "dementia", "requires", "lasting decline")),
      RuleExample(
        "statistics",
        .says("a.txt", "Correlation may be dependence.", "correlation", "same-as", "dependence", .asserted, .may),
        .says("b.txt", "Correlation requires linearity.", "correlation", "requires", "linearity"),
        .says("c.txt", "Dependence does not require linearity.", "dependence", "requires", "linearity", .denied)),
    ])

  func findings(in corpus: CorpusIndex) -> [Finding] {
    let conditions = Dictionary(grouping: corpus.triples["requires"] ?? [], by: \.subject).mapValues { triples in
      Set(triples.map(\.object))
    }
    return (corpus.triples["same-as"] ?? []).compactMap { triple in
      let (a, b) = (triple.subject, triple.object)
      guard let same = corpus.worded(a, "same-as", b).first else { return nil }
      let shared = (conditions[a] ?? []).intersection(conditions[b] ?? []).sorted()
      for (strict, loose) in [(a, b), (b, a)] {
        for condition in shared {
          guard let demand = corpus.worded(strict, "requires", condition).first,
            let denial = corpus.denials(loose, "requires", condition).first
          else { continue }
          let message =
            "\(same.effectiveSource) makes \(corpus.quoted(a)) and \(corpus.quoted(b)) one notion, though "
            + "\(corpus.quoted(strict)) requires \(corpus.quoted(condition)) and \(corpus.quoted(loose)) does not"
          return finding(
            [a, b], terms: [a, b].map(corpus.label), message: message,
            evidence: [same.evidence, demand.evidence, denial.evidence])
        }
      }
      return nil
    }
  }
}
