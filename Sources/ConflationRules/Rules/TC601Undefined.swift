import ConceptModel

/// A much used term that no source defines.
struct Undefined: ConflationRule {
  let about = RuleDescription(
    id: "TC601", name: "undefined", kind: .hygiene, severity: .note,
    condition: "A concept is used often and in several documents, and none of them defines it.",
    rationale: "Each reader supplies a meaning of his own, and nobody notices when the meanings differ.",
    fix: "Define the term at its first use, or point to the definition that you follow.",
    thresholds: [mentions, documents, most],
    triggering: [
      RuleExample(
        "statistics", .uses("a.txt", "bias", "The bias of the survey"), .uses("a.txt", "bias", "bias again"),
        .uses("a.txt", "bias", "more bias"), .uses("a.txt", "bias", "less bias"),
        .uses("b.txt", "bias", "Bias in the scores"), .uses("b.txt", "bias", "bias of the coder"),
        .uses("b.txt", "bias", "bias upward"), .uses("b.txt", "bias", "bias downward"),
        .says("c.txt", "Bias leads to error.", "bias", "leads-to", "error"), .uses("c.txt", "bias", "bias, again")),
      RuleExample(
        "security", .uses("a.md", "trust", "trust 1"), .uses("a.md", "trust", "trust 2"),
        .uses("a.md", "trust", "trust 3"), .uses("a.md", "trust", "trust 4"), .uses("a.md", "trust", "trust 5"),
        .says("b.md", "Trust requires keys.", "trust", "requires", "key"),
        .says("b.md", "Trust leads to access.", "trust", "leads-to", "access"),
        .says("b.md", "Trust is part of security.", "trust", "part-of", "security"),
        .uses("b.md", "trust", "trust 6"), .uses("b.md", "trust", "trust 7")),
      RuleExample(
        "law", .uses("a.txt", "equity", "equity 1"), .uses("a.txt", "equity", "equity 2"),
        .uses("a.txt", "equity", "equity 3"), .uses("a.txt", "equity", "equity 4"),
        .uses("a.txt", "equity", "equity 5"), .uses("a.txt", "equity", "equity 6"),
        .uses("b.txt", "equity", "equity 7"), .uses("b.txt", "equity", "equity 8"),
        .uses("b.txt", "equity", "equity 9"),
        .says("c.txt", "Equity addresses hardship.", "equity", "addresses", "hardship")),
    ],
    silent: [
      RuleExample(
        "statistics", .uses("a.txt", "bias", "bias 1"), .uses("a.txt", "bias", "bias 2"),
        .says("b.txt", "Bias leads to error.", "bias", "leads-to", "error")),
      RuleExample(
        "security", .uses("a.md", "trust", "trust 1"), .uses("a.md", "trust", "trust 2"),
        .uses("a.md", "trust", "trust 3"), .uses("a.md", "trust", "trust 4"), .uses("a.md", "trust", "trust 5"),
        .uses("b.md", "trust", "trust 6"), .uses("b.md", "trust", "trust 7"), .uses("b.md", "trust", "trust 8"),
        .uses("b.md", "trust", "trust 9"), .says("b.md", "Trust requires keys.", "trust", "requires", "key"),
        .defines("c.md", "trust", as: "the reliance on another party", genus: "reliance")),
      RuleExample(
        "law", .uses("a.txt", "equity", "equity 1"), .uses("a.txt", "equity", "equity 2"),
        .uses("a.txt", "equity", "equity 3"), .uses("a.txt", "equity", "equity 4"),
        .uses("a.txt", "equity", "equity 5"), .uses("a.txt", "equity", "equity 6"),
        .uses("a.txt", "equity", "equity 7"), .uses("a.txt", "equity", "equity 8"),
        .uses("a.txt", "equity", "equity 9"),
        .says("a.txt", "Equity addresses hardship.", "equity", "addresses", "hardship")),
    ])

  private static let mentions = RuleThreshold("least mentions", 10, "how often the corpus must name the concept")
  private static let documents = RuleThreshold("least documents", 2, "how many documents must name it")
  private static let most = RuleThreshold("most findings", 20, "the most central concepts are reported first")

  func findings(in corpus: CorpusIndex) -> [Finding] {
    // A concept that only ever stands in one name with others is no term of the corpus: it must be in a relation.
    var passages: [ConceptID: [Evidence]] = [:]
    for assertion in corpus.corpus.assertions where assertion.relation != "is-a" || assertion.basis != .inferred {
      passages[assertion.subject, default: []].append(assertion.evidence)
      passages[assertion.object, default: []].append(assertion.evidence)
    }
    let defined = Set(corpus.corpus.definitions.map(\.concept))
    let candidates = corpus.corpus.concepts.filter { concept in
      concept.mentions >= Int(Self.mentions.value) && concept.documents.count >= Int(Self.documents.value)
        && concept.gloss == nil && !defined.contains(concept.id) && passages[concept.id] != nil
        && corpus.definitions[concept.id.base] == nil && corpus.broader[concept.id] == nil
    }
    return candidates.sorted(by: isMoreCentral).prefix(Int(Self.most.value)).map { concept in
      finding(
        [concept.id], terms: [concept.displayLabel],
        message:
          "“\(concept.displayLabel)” is named \(concept.mentions) times in \(concept.documents.count) documents, and none of them defines it",
        evidence: distinctEvidence(passages[concept.id] ?? [], limit: 2))
    }
  }

  private func isMoreCentral(_ a: Concept, _ b: Concept) -> Bool {
    if a.centrality != b.centrality { return a.centrality > b.centrality }
    if a.mentions != b.mentions { return a.mentions > b.mentions }
    return a.id < b.id
  }
}
