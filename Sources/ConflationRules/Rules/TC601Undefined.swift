import ConceptModel

/// A much used term that no source defines.
struct Undefined: ConflationRule {
  let about = RuleDescription(
    id: "TC601", name: "undefined", kind: .hygiene, severity: .note,
    condition: "A concept is used often and in several documents, and none of them defines it.",
    rationale: "Each reader supplies a meaning of his own, and nobody notices when the meanings differ.",
    fix: "Define the term at its first use, or point to the definition that you follow.",
    thresholds: [mentions, documents, density, relations, most],
    triggering: [
      used("statistics", "bias", ["error", "survey", "score"]), used("security", "trust", ["key", "access", "policy"]),
      used("law", "equity", ["hardship", "court", "relief"]),
    ],
    silent: [
      RuleExample(
        "statistics", .uses("a.txt", "bias", "bias 1"), .uses("a.txt", "bias", "bias 2"),
        .says("b.txt", "Bias leads to error.", "bias", "leads-to", "error")),
      used(
        "security", "trust", ["key", "access", "policy"],
        and: .defines("c.txt", "trust", as: "the reliance on another party", genus: "reliance")),
      used("law", "equity", ["hardship"]),
    ])

  /// A term named three times in each of three documents and related to other terms, each in a sentence of its own.
  private static func used(
    _ field: String, _ term: String, _ others: [String], and passage: ExamplePassage? = nil
  ) -> RuleExample {
    var passages: [ExamplePassage] = []
    for document in ["a.txt", "b.txt", "c.txt"] {
      for number in 1...3 { passages.append(.uses(document, term, "Here \(term) is named, time \(number).")) }
    }
    for other in others {
      passages.append(.says("a.txt", "The \(term) leads to the \(other).", term, "leads-to", other))
    }
    return RuleExample(field, passages + (passage.map { [$0] } ?? []))
  }

  private static let mentions = RuleThreshold("least mentions", 10, "how often the corpus must name the concept")
  private static let documents = RuleThreshold("least documents", 3, "how many documents must name it")
  private static let density = RuleThreshold(
    "least density", 3, "mentions a document for a label of one word: everyday words are spread more thinly")
  private static let relations = RuleThreshold(
    "least relations", 3, "in how many relations it must stand: a word in fewer is no term of the corpus")
  private static let most = RuleThreshold("most findings", 10, "the most central concepts are reported first")

  func findings(in corpus: CorpusIndex) -> [Finding] {
    var passages: [ConceptID: [Evidence]] = [:]
    for assertion in corpus.corpus.assertions where assertion.relation != "is-a" || assertion.basis != .inferred {
      passages[assertion.subject, default: []].append(assertion.evidence)
      passages[assertion.object, default: []].append(assertion.evidence)
    }
    let defined = Set(corpus.corpus.definitions.map(\.concept))
    let candidates = corpus.corpus.concepts.filter { concept in
      concept.mentions >= Int(Self.mentions.value) && concept.documents.count >= Int(Self.documents.value)
        && isDense(concept) && concept.gloss == nil && !defined.contains(concept.id)
        && (passages[concept.id] ?? []).count >= Int(Self.relations.value)
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

  private func isDense(_ concept: Concept) -> Bool {
    LabelKey.folded(concept.label).contains(" ")
      || Double(concept.mentions) >= Self.density.value * Double(concept.documents.count)
  }

  private func isMoreCentral(_ a: Concept, _ b: Concept) -> Bool {
    if a.centrality != b.centrality { return a.centrality > b.centrality }
    if a.mentions != b.mentions { return a.mentions > b.mentions }
    return a.id < b.id
  }
}
