import ConceptModel

/// A definition that leads back to the term it defines.
struct Circular: ConflationRule {
  let about = RuleDescription(
    id: "TC604", name: "circular", kind: .hygiene, severity: .error,
    condition: "A term is defined by itself, or two terms are each placed under the other.",
    rationale: "Such a definition tells only those something who know the term already.",
    fix: "Name a broader notion that can be understood without the term.",
    triggering: [
      RuleExample(
        "law", .defines("a.txt", "negligence", as: "an act of negligence towards others", genus: "act of negligence")),
      RuleExample(
        "medicine",
        .defines("a.txt", "inflammation", as: "a swelling with heat", genus: "swelling", conditions: ["with heat"]),
        .defines("b.txt", "swelling", as: "an inflammation that can be seen", genus: "inflammation")),
      RuleExample(
        "statistics",
        .defines("a.txt", "sampling error", as: "the sampling error that a survey has", genus: "sampling error")),
    ],
    silent: [
      RuleExample("law", .defines("a.txt", "negligence", as: "a failure to take care", genus: "failure")),
      RuleExample(
        "medicine", .defines("a.txt", "inflammation", as: "a swelling with heat", genus: "swelling"),
        .defines("b.txt", "swelling", as: "a growth in size", genus: "growth")),
      RuleExample(
        "statistics", .defines("a.txt", "sampling error", as: "the error due to drawing a sample", genus: "error")),
      RuleExample("physics", .defines("a.txt", "mass", as: "the property that makes masses heavy", genus: "property")),
    ])

  func findings(in corpus: CorpusIndex) -> [Finding] {
    let definitions = corpus.corpus.definitions.filter { $0.confidence >= CorpusIndex.leastConfidence.value }
    return definitions.compactMap { selfReference($0, corpus) } + mutual(definitions, corpus)
  }

  /// The genus repeats the term; a term that only turns up in a condition may be meant in passing.
  private func selfReference(_ definition: Definition, _ corpus: CorpusIndex) -> Finding? {
    guard let genus = definition.genus else { return nil }
    let term = LabelKey.normalised(definition.term)
    let phrase = LabelKey.normalised(genus)
    // Only the term itself, or "… of the term": a compound with it ("physical loss") may well be a narrower sense.
    let repeats = (phrase == term || phrase.hasSuffix(" of \(term)")) && definition.hasDefiningVerb
    guard repeats else { return nil }
    return finding(
      [definition.concept], terms: [corpus.label(definition.concept)],
      message: "\(definition.evidence.document) defines “\(definition.term)” as “\(genus)”, that is, by itself",
      evidence: [definition.evidence])
  }

  private func mutual(_ definitions: [Definition], _ corpus: CorpusIndex) -> [Finding] {
    var genera: [[ConceptID]: Definition] = [:]
    for definition in definitions {
      guard let genus = definition.genusConcept, genus != definition.concept else { continue }
      let key = [definition.concept, genus]
      if let known = genera[key], !Evidence.isBefore(definition.evidence, known.evidence) { continue }
      genera[key] = definition
    }
    return genera.keys.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { key in
      guard key[0] < key[1], let first = genera[key], let second = genera[[key[1], key[0]]],
        !first.evidence.overlaps(second.evidence)
      else { return nil }
      let message =
        "\(first.evidence.document) defines \(corpus.quoted(key[0])) by \(corpus.quoted(key[1])), "
        + "\(second.evidence.document) the other way round"
      return finding(
        key, terms: key.map(corpus.label), message: message, evidence: [first.evidence, second.evidence])
    }
  }
}
