import ConceptModel

/// A label that somebody advises against.
struct DiscouragedLabel: ConflationRule {
  let about = RuleDescription(
    id: "TC206", name: "discouraged-label", kind: .twoTerms, severity: .note,
    condition:
      "A source says that it avoids a label, or a notation file marks a label as deprecated that is still used.",
    rationale: "A label is given up because it misled readers.",
    fix: "Use the label that is recommended instead, and mention the old one once.",
    triggering: [
      RuleExample(
        "medicine",
        .speaks(
          "guide.md", .discouragedLabel, ["consumption"], "We avoid the term consumption, which says little.")),
      RuleExample(
        "statistics", .deprecates("pins.facts", "normal curve", use: "normal distribution"),
        .uses("a.txt", "normal curve", "The normal curve is shown in figure 2.")),
      RuleExample(
        "linguistics",
        .speaks("reader.md", .discouragedLabel, ["dead language"], "Dead language is an unhappy choice of words.")),
    ],
    silent: [
      RuleExample("medicine", .uses("guide.md", "consumption", "Consumption was common.")),
      RuleExample("statistics", .deprecates("pins.facts", "normal curve", use: "normal distribution")),
      RuleExample(
        "linguistics",
        .speaks("reader.md", .alternativeName, ["tongue", "language"], "A tongue is also called a language.")),
    ])

  func findings(in corpus: CorpusIndex) -> [Finding] {
    let said = corpus.sayings(.discouragedLabel).map { saying in
      finding(
        saying.concepts, terms: saying.terms,
        message: "\(saying.voice) advises against the label \(saying.pair("in favour of"))", evidence: saying.evidence)
    }
    return said + deprecated(corpus)
  }

  private func deprecated(_ corpus: CorpusIndex) -> [Finding] {
    let marked = corpus.corpus.concepts.filter { $0.deprecation != nil }
    guard !marked.isEmpty else { return [] }
    var uses: [ConceptID: [Evidence]] = [:]
    for mention in corpus.corpus.mentions { uses[mention.concept, default: []].append(mention.evidence) }
    return marked.compactMap { concept in
      guard let passages = uses[concept.id] else { return nil }
      let instead = concept.deprecation?.replacement
      let advice = instead.map { "; write “\($0)”" } ?? ""
      return finding(
        [concept.id], terms: [concept.displayLabel],
        message: "“\(concept.displayLabel)” is marked as deprecated and still used\(advice)",
        fix: instead.map { "Write “\($0)” instead." }, evidence: distinctEvidence(passages, limit: 3))
    }
  }
}
