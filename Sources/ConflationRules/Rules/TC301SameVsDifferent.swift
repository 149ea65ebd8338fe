import ConceptModel

/// One source makes two terms one, another keeps them apart.
struct SameVsDifferent: ConflationRule {
  let about = RuleDescription(
    id: "TC301", name: "same-vs-different", kind: .contradiction, severity: .error,
    condition: "One passage says that two terms name one notion, another that they differ.",
    rationale: "What is known about one of the terms cannot be used for the other before this is settled.",
    fix: "Decide which source to follow, and say so where the terms first meet.",
    triggering: [
      RuleExample(
        "medicine",
        .says("a.txt", "Stroke and cerebral haemorrhage are the same.", "stroke", "same-as", "cerebral haemorrhage"),
        .says(
          "b.txt", "A stroke is not to be equated with a cerebral haemorrhage.", "stroke", "different-from",
          "cerebral haemorrhage")),
      RuleExample(
        "statistics",
        .says("a.txt", "Odds are the same as probability.", "odds", "same-as", "probability"),
        .says("b.txt", "Odds are not the same as probability.", "probability", "same-as", "odds", .denied)),
      RuleExample(
        "security",
        .speaks(
          "a.md", .alternativeName, ["hashing", "encryption"], "Hashing, also called encryption, protects passwords."),
        .speaks("b.md", .declaredDifference, ["hashing", "encryption"], "Hashing ≠ encryption")),
    ],
    silent: [
      RuleExample(
        "medicine",
        .says(
          "a.txt", "A stroke may be the same as a haemorrhage.", "stroke", "same-as", "haemorrhage", .asserted, .may),
        .says("b.txt", "A stroke differs from a haemorrhage.", "stroke", "different-from", "haemorrhage")),
      RuleExample(
        "statistics",
        .says(
          "a.txt", "Gamblers say that odds are the same as probability.", "odds", "same-as", "probability", .asserted,
          .attributed("gamblers")),
        .says("b.txt", "Odds differ from probability.", "odds", "different-from", "probability")),
      RuleExample(
        "physics",
        .says("a.txt", "Heat is the same as energy in transit.", "heat", "same-as", "energy in transit"),
        .says("b.txt", "Heat is different from temperature.", "heat", "different-from", "temperature")),
    ])

  func findings(in corpus: CorpusIndex) -> [Finding] {
    var pairs: Set<[ConceptID]> = []
    for relation in ["same-as", "different-from"] {
      for triple in corpus.triples[relation] ?? [] { pairs.insert([triple.subject, triple.object]) }
    }
    return pairs.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { pair in
      let same = corpus.equating(pair[0], pair[1]).filter(\.isFactual)
      let different = corpus.distinguishing(pair[0], pair[1]).filter(\.isFactual)
      guard let (one, other) = opposedPair(same, different) else { return nil }
      let message =
        "\(one.effectiveSource) makes \(corpus.quoted(pair[0])) and \(corpus.quoted(pair[1])) one notion, "
        + "\(other.effectiveSource) says that they differ"
      return finding(
        pair, terms: pair.map(corpus.label), message: message, evidence: [one.evidence, other.evidence])
    }
  }
}
