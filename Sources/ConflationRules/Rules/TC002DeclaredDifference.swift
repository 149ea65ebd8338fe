import ConceptModel

/// A source says that two terms are not the same.
struct DeclaredDifference: ConflationRule {
  let about = RuleDescription(
    id: "TC002", name: "declared-difference", kind: .warnedConflation, severity: .note,
    condition: "A source says that two terms are different things, in words, in a title or with a sign.",
    rationale:
      "A difference is declared where somebody expects it to be missed; it is a warning when another source equates the terms.",
    fix: "Keep the terms apart, and say where they differ when both occur.",
    measuredPrecision: "0.65 (13 of 20 findings in two textbooks and a blog, read by hand)",
    triggering: [
      RuleExample(
        "physics",
        .says("handbook.md", "Mass ≠ weight.", "mass", "different-from", "weight")),
      RuleExample(
        "medicine",
        .speaks(
          "leaflet.txt", .declaredDifference, ["a cold", "influenza"], "A cold and influenza are two illnesses.")),
      RuleExample(
        "law",
        .says("primer.md", "Robbery is not the same as theft.", "robbery", "same-as", "theft", .denied),
        .says("forum.html", "Robbery, i.e. theft, is common.", "robbery", "same-as", "theft")),
    ],
    silent: [
      RuleExample(
        "physics",
        .says("essay.txt", "If heat were different from energy …", "heat", "different-from", "energy", .hypothetical)),
      RuleExample(
        "statistics",
        .says(
          "essay.txt", "Some hold that odds differ from chances.", "odds", "different-from", "chance", .asserted,
          .attributed("some people"))),
      RuleExample(
        "linguistics",
        .says("notes.txt", "Vowels contrast with consonants.", "vowel", "contrasts-with", "consonant")),
    ])

  func findings(in corpus: CorpusIndex) -> [Finding] {
    let differences = (corpus.triples["different-from"] ?? []) + (corpus.triples["same-as"] ?? [])
    var claims: [Assertion] = []
    for triple in differences {
      let sides = corpus.claims[triple] ?? .init()
      claims += triple.relation == "same-as" ? sides.denied : sides.asserted.filter { isWarning($0, corpus) }
    }
    claims += contrastsOfEquated(corpus)
    return corpus.sayings(.declaredDifference, and: claims).map { saying in
      let other = corpus.equating(saying.concepts, outside: saying.sources)
      var message = "\(saying.voice) says that \(saying.pair("and")) are different things"
      if let other { message += ", while \(other.effectiveSource) equates them" }
      return finding(
        saying.concepts, terms: saying.terms, message: message, evidence: saying.evidence, raised: other != nil)
    }
  }

  /// Whether a difference is one that readers might miss: it denies sameness, or the two terms are alike.
  ///
  /// "The difference between the two groups" by itself tells of a comparison and warns of nothing.
  private func isWarning(_ claim: Assertion, _ corpus: CorpusIndex) -> Bool {
    guard claim.isWorded else { return false }
    guard claim.basis != .stated, let surface = claim.surface else { return true }
    if surface.unicodeScalars.contains(where: { "≠≢=".unicodeScalars.contains($0) }) { return true }
    if ContentWords.words(surface).contains(where: Self.identityWords.contains) { return true }
    let labels = [corpus.label(claim.subject), corpus.label(claim.object)].map { ContentWords.stems($0) }
    return !labels[0].isDisjoint(with: labels[1]) || !corpus.equating(claim.subject, claim.object).isEmpty
  }

  private static let identityWords: Set<String> = [
    "same", "identical", "equal", "equate", "equated", "equivalent", "synonym", "synonyms", "synonymous",
    "interchangeable", "interchangeably", "confused", "confuse", "mistaken", "distinct", "different",
  ]

  /// Contrasts count only where another source makes one of the two poles: by itself a contrast warns of nothing.
  private func contrastsOfEquated(_ corpus: CorpusIndex) -> [Assertion] {
    (corpus.triples["contrasts-with"] ?? []).flatMap { triple -> [Assertion] in
      let equating = corpus.equating(triple.subject, triple.object)
      guard !equating.isEmpty else { return [] }
      return (corpus.claims[triple]?.asserted ?? []).filter { contrast in
        contrast.isWorded && equating.contains { $0.effectiveSource != contrast.effectiveSource }
      }
    }
  }
}
