import ConceptModel

/// A chain of equations joins two terms that a source keeps apart.
struct ClosureConflict: ConflationRule {
  let about = RuleDescription(
    id: "TC310", name: "closure-conflict", kind: .contradiction, severity: .error,
    condition: "A chain of two or more same-as claims joins two terms that a source declares to be different.",
    rationale: "Each equation looks harmless; the chain equates what nobody would equate outright.",
    fix: "Look at the weakest equation first: it is the one to give up.",
    thresholds: [longest],
    triggering: [
      RuleExample(
        "medicine",
        .says("a.txt", "A cold is the same as a catarrh.", "cold", "same-as", "catarrh"),
        .says("b.txt", "Catarrh, i.e. influenza.", "catarrh", "same-as", "influenza"),
        .says("c.txt", "A cold is not influenza.", "cold", "different-from", "influenza")),
      RuleExample(
        "physics",
        .says("a.txt", "Mass equals inertia.", "mass", "same-as", "inertia"),
        .says("b.txt", "Inertia equals momentum.", "inertia", "same-as", "momentum"),
        .says("c.txt", "Mass and momentum differ.", "mass", "different-from", "momentum")),
      RuleExample(
        "security",
        .says("a.txt", "A bug is a fault.", "bug", "same-as", "fault"),
        .says("b.txt", "A fault is a flaw.", "fault", "same-as", "flaw"),
        .says("c.txt", "A flaw is a vulnerability.", "flaw", "same-as", "vulnerability"),
        .says("d.txt", "Not every bug is a vulnerability: they differ.", "bug", "different-from", "vulnerability")),
    ],
    silent: [
      RuleExample(
        "medicine", .says("a.txt", "A cold is the same as a catarrh.", "cold", "same-as", "catarrh"),
        .says("c.txt", "A cold is not influenza.", "cold", "different-from", "influenza")),
      RuleExample(
        "physics", .says("a.txt", "Mass equals inertia.", "mass", "same-as", "inertia"),
        .says("c.txt", "Mass and inertia differ.", "mass", "different-from", "inertia")),
      RuleExample(
        "security", .says("a.txt", "A bug is a fault.", "bug", "same-as", "fault"),
        .says("b.txt", "A fault may be a flaw.", "fault", "same-as", "flaw", .asserted, .may),
        .says("c.txt", "A bug is not a flaw.", "bug", "different-from", "flaw")),
    ])

  private static let longest = RuleThreshold("longest chain", 6, "equations; longer chains prove little")

  /// A knot of equations with more terms than this is not searched further.
  private static let walkLimit = 300

  func findings(in corpus: CorpusIndex) -> [Finding] {
    var neighbours: [ConceptID: [ConceptID]] = [:]
    for triple in corpus.triples["same-as"] ?? []
    where !corpus.worded(triple.subject, "same-as", triple.object).isEmpty {
      neighbours[triple.subject, default: []].append(triple.object)
      neighbours[triple.object, default: []].append(triple.subject)
    }
    return (corpus.triples["different-from"] ?? []).compactMap { triple in
      let (a, b) = (triple.subject, triple.object)
      guard let difference = corpus.distinguishing(a, b).first(where: \.isFactual),
        corpus.worded(a, "same-as", b).isEmpty, let chain = chain(from: a, to: b, neighbours)
      else { return nil }
      return report(difference, chain, corpus)
    }
  }

  private func chain(
    from start: ConceptID, to end: ConceptID, _ neighbours: [ConceptID: [ConceptID]]
  ) -> [ConceptID]? {
    var cameFrom: [ConceptID: ConceptID] = [:]
    var layer = [start]
    for _ in 0..<Int(Self.longest.value) where !layer.isEmpty && cameFrom.count < Self.walkLimit {
      var next: [ConceptID] = []
      for here in layer {
        for other in neighbours[here] ?? [] where other != start && cameFrom[other] == nil {
          cameFrom[other] = here
          next.append(other)
        }
      }
      if cameFrom[end] != nil { break }
      layer = next
    }
    guard cameFrom[end] != nil else { return nil }
    var path = [end]
    while let before = cameFrom[path[path.count - 1]] { path.append(before) }
    return path.reversed()
  }

  private func report(_ difference: Assertion, _ chain: [ConceptID], _ corpus: CorpusIndex) -> Finding? {
    let steps = zip(chain, chain.dropFirst()).compactMap { pair in
      corpus.worded(pair.0, "same-as", pair.1).max { $0.confidence < $1.confidence }
    }
    guard let weakest = steps.min(by: { $0.confidence < $1.confidence }) else { return nil }
    let ends = [chain[0], chain[chain.count - 1]]
    let message =
      "\(chain.map(corpus.quoted).joined(separator: " = ")) by \(steps.count) equations, but "
      + "\(difference.effectiveSource) says that the first and the last differ; the weakest equation is "
      + "\(corpus.quoted(weakest.subject)) = \(corpus.quoted(weakest.object)) in \(weakest.effectiveSource)"
    return finding(
      ends, terms: ends.map(corpus.label), message: message,
      evidence: [difference.evidence] + steps.map(\.evidence))
  }
}
