import ConceptModel

/// A term is placed in two broad classes of thing.
struct CategoryShift: ConflationRule {
  let about = RuleDescription(
    id: "TC103", name: "category-shift", kind: .levelSlip, severity: .warning,
    condition:
      "Two documents place a term in two of the broad classes behaviour, disposition, capability, goal, mechanism, event, measure and artefact.",
    rationale:
      "Evidence for a single act proves no tendency, and a tendency is no ability: the levels need different proof.",
    fix: "Say whether you mean the act, the tendency to it, the ability for it or its measure, and name it so.",
    triggering: [
      RuleExample(
        "psychology",
        .defines("a.txt", "aggression", as: "a behaviour that harms others", genus: "behaviour"),
        .defines("b.txt", "aggression", as: "a tendency to harm others", genus: "tendency")),
      RuleExample(
        "security",
        .says("a.txt", "A breach is an incident.", "breach", "is-a", "security incident"),
        .says("b.txt", "A breach is a capability of the attacker.", "breach", "is-a", "attacker capability")),
      RuleExample(
        "medicine",
        .defines("a.txt", "compliance", as: "the rate at which doses are taken", genus: "rate"),
        .says("b.txt", "Compliance is a disposition of the patient.", "compliance", "is-a", "disposition")),
    ],
    silent: [
      RuleExample(
        "psychology",
        .defines("a.txt", "aggression", as: "a behaviour that harms others", genus: "behaviour"),
        .defines("b.txt", "aggression", as: "conduct that harms others", genus: "conduct")),
      RuleExample(
        "security", .says("a.txt", "A breach is an incident.", "breach", "is-a", "incident"),
        .says("b.txt", "A breach may be a capability.", "breach", "is-a", "capability", .asserted, .may)),
      RuleExample(
        "statistics",
        .defines("a.txt", "bootstrap", as: "a method of resampling", genus: "method"),
        .defines("b.txt", "bootstrap", as: "a program that resamples", genus: "program")),
    ])

  /// Classes that one word names at once without harm: a method and the program that runs it, an act and the way it is done.
  private static let harmless: [Set<TopCategory>] = [
    [.mechanism, .artefact], [.behaviour, .mechanism], [.behaviour, .event], [.mechanism, .event],
    [.measure, .artefact],
  ]

  private struct Placement {
    var category: TopCategory
    var noun: String
    var source: DocumentID
    var evidence: Evidence
  }

  func findings(in corpus: CorpusIndex) -> [Finding] {
    var placements: [ConceptID: [Placement]] = [:]
    for definition in corpus.corpus.definitions where definition.confidence >= CorpusIndex.leastConfidence.value {
      guard let category = Genus(definition)?.category, let noun = definition.genus, !definition.looksLikeHeading
      else { continue }
      placements[definition.concept, default: []].append(
        Placement(
          category: category, noun: noun, source: definition.evidence.document, evidence: definition.evidence))
    }
    for triple in corpus.triples["is-a"] ?? [] {
      guard let category = Genus.category(of: corpus.label(triple.object)) else { continue }
      for claim in corpus.worded(triple.subject, "is-a", triple.object) where Self.isCopular(claim) {
        placements[triple.subject, default: []].append(
          Placement(
            category: category, noun: corpus.label(triple.object), source: claim.effectiveSource,
            evidence: claim.evidence))
      }
    }
    return placements.keys.sorted().compactMap { concept in
      report(concept, (placements[concept] ?? []).sorted { Evidence.isBefore($0.evidence, $1.evidence) }, corpus)
    }
  }

  /// Said with "is" or "are": lists of examples and brackets are too loose a ground for placing a term.
  private static func isCopular(_ claim: Assertion) -> Bool {
    guard let surface = claim.surface else { return claim.basis == .stated }
    return ContentWords.words(surface).contains { ["is", "are", "was", "were", "be"].contains($0) }
  }

  private func report(_ concept: ConceptID, _ placements: [Placement], _ corpus: CorpusIndex) -> Finding? {
    for (index, first) in placements.prefix(50).enumerated() {
      for second in placements.prefix(50).dropFirst(index + 1) {
        let classes: Set<TopCategory> = [first.category, second.category]
        guard classes.count == 2, first.source != second.source, !Self.harmless.contains(classes),
          !first.evidence.overlaps(second.evidence)
        else { continue }
        let message =
          "\(corpus.quoted(concept)) is a \(first.category.rawValue) (“\(first.noun)”) in \(first.source) "
          + "and a \(second.category.rawValue) (“\(second.noun)”) in \(second.source)"
        return finding(
          [concept], terms: [corpus.label(concept)], message: message, evidence: [first.evidence, second.evidence])
      }
    }
    return nil
  }
}
