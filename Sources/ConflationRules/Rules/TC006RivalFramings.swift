import ConceptModel

/// Two sets of terms are said to cut the same ground differently.
struct RivalFramings: ConflationRule {
  let about = RuleDescription(
    id: "TC006", name: "rival-framings", kind: .rivalFramings, severity: .note,
    condition:
      "A source says that two sets of terms cut the same ground differently, or maps at least two terms of one set to another.",
    rationale: "Claims made in one framing are carried over to the other, where the borders lie elsewhere.",
    fix: "Choose one framing and say how the other translates, term by term.",
    thresholds: [leastPairs, nearness],
    triggering: [
      RuleExample(
        "linguistics",
        .speaks(
          "survey.md", .rivalFramings, ["langue", "parole", "competence", "performance"],
          "The pair langue and parole covers much the same ground as competence and performance.")),
      RuleExample(
        "security",
        .says(
          "guide.txt", "Spoofing maps to authenticity and tampering to integrity.", "spoofing", "maps-to",
          "authenticity"),
        .says("guide.txt", "So too tampering maps to integrity.", "tampering", "maps-to", "integrity")),
      RuleExample(
        "psychology",
        .speaks(
          "essay.txt", .rivalFramings, ["fast thinking", "intuition"],
          "Fast and slow thinking is intuition and reason under another cut.")),
    ],
    silent: [
      RuleExample(
        "security",
        .says("guide.txt", "Spoofing maps to authenticity.", "spoofing", "maps-to", "authenticity")),
      RuleExample(
        "linguistics", .says("notes.txt", "A noun is a word.", "noun", "is-a", "word"),
        .says("notes.txt", "A verb is a word.", "verb", "is-a", "word")),
      RuleExample(
        "security",
        .says("a.txt", "Does spoofing map to authenticity?", "spoofing", "maps-to", "authenticity", .questioned),
        .says("a.txt", "Does tampering map to integrity?", "tampering", "maps-to", "integrity", .questioned)),
    ])

  private static let leastPairs = RuleThreshold(
    "least pairs", 2, "a document that maps fewer pairs of terms compares terms, not framings")

  private static let nearness = RuleThreshold("nearness", 400, "characters between two passages that belong together")

  func findings(in corpus: CorpusIndex) -> [Finding] {
    let stated = corpus.sayings(.rivalFramings).map { saying in
      finding(
        saying.concepts, terms: saying.terms,
        message: "\(saying.voice) sets the framings of \(list(saying.terms)) against each other",
        evidence: saying.evidence)
    }
    return stated + mapped(corpus, besides: stated)
  }

  private func mapped(_ corpus: CorpusIndex, besides stated: [Finding]) -> [Finding] {
    let claims = (corpus.triples["maps-to"] ?? []).flatMap { corpus.claims[$0]?.asserted ?? [] }
      .filter { $0.isWorded && Self.isMapping($0) }
    let byDocument = Dictionary(grouping: claims, by: \.effectiveSource)
    return byDocument.keys.sorted().compactMap { document in
      let pairs = Self.neighbouring((byDocument[document] ?? []).sorted { Evidence.isBefore($0.evidence, $1.evidence) })
      let concepts = pairs.flatMap { [$0.subject, $0.object] }
      let evidence = distinctEvidence(pairs.map(\.evidence), limit: CorpusIndex.quotationLimit)
      let isStated = stated.contains { $0.evidence.contains { old in evidence.contains(where: old.overlaps) } }
      guard pairs.count >= Int(Self.leastPairs.value), !isStated else {
        return nil
      }
      let terms = concepts.map(corpus.label)
      return finding(
        concepts, terms: terms, message: "\(document) maps one framing onto another: \(list(terms))",
        evidence: evidence)
    }
  }

  /// Said of terms in so many words; mere likeness maps nothing.
  private static func isMapping(_ claim: Assertion) -> Bool {
    guard claim.basis != .stated, let surface = claim.surface else { return true }
    return ContentWords.words(surface).contains { $0.hasPrefix("map") || $0.hasPrefix("correspond") || $0 == "≈" }
  }

  /// The first run of pairs near each other in which no term stands twice: a framing maps term by term.
  private static func neighbouring(_ claims: [Assertion]) -> [Assertion] {
    var run: [Assertion] = []
    for claim in claims {
      if let last = run.last, claim.evidence.start - last.evidence.end > Int(nearness.value) {
        if run.count >= Int(leastPairs.value) { return run }
        run = []
      }
      let terms = Set(run.flatMap { [$0.subject, $0.object] })
      if terms.isDisjoint(with: [claim.subject, claim.object]) { run.append(claim) }
    }
    return run
  }

  private func list(_ terms: [String]) -> String { terms.map { "“\($0)”" }.joined(separator: ", ") }
}
