import ConceptModel

/// One word is defined as two unrelated things.
struct Homonym: ConflationRule {
  let about = RuleDescription(
    id: "TC101", name: "homonym", kind: .twoSenses, severity: .warning,
    condition:
      "One term is defined in two documents under genera of which neither is the other or broader, in words that share next to nothing, or its label is split into senses; a note unless the genera are of different broad classes.",
    rationale: "A statement about the one is read as a statement about the other.",
    fix: "Name the senses apart with @split, and say which one you mean at the first use.",
    thresholds: [overlap, leastWords],
    triggering: [
      RuleExample(
        "finance and law",
        .defines(
          "a.txt", "consideration", as: "a price that each side of a contract pays", genus: "price",
          conditions: ["each side of a contract pays"]),
        .defines(
          "b.txt", "consideration", as: "careful thought before acting on some question", genus: "thought",
          conditions: ["careful", "before acting on some question"])),
      RuleExample(
        "biology and computing",
        .defines(
          "a.txt", "virus", as: "an infectious agent that replicates inside living cells", genus: "agent",
          conditions: ["replicates inside living cells"]),
        .defines(
          "b.txt", "virus", as: "malicious code attaching itself to other software on a computer", genus: "code",
          conditions: ["attaching itself to other software on a computer"])),
      RuleExample(
        "geography",
        .says("a.txt", "A bank lies along a stream.", "bank#shore", "part-of", "stream"),
        .says("b.txt", "A bank lends money.", "bank#lender", "is-a", "firm")),
    ],
    silent: [
      RuleExample(
        "biology",
        .defines("a.txt", "virus", as: "an infectious agent that replicates inside living cells", genus: "agent"),
        .defines("b.txt", "virus", as: "a small agent replicating only inside the cells of hosts", genus: "agent")),
      RuleExample(
        "statistics",
        .defines("a.txt", "variance", as: "a measure of how far values spread around their mean", genus: "measure"),
        .defines("b.txt", "variance", as: "the average squared deviation of values from their mean", genus: "average")),
      RuleExample(
        "medicine",
        .defines("a.txt", "fever", as: "a raised temperature", genus: "temperature"),
        .defines("b.txt", "fever", as: "a defence against germs", genus: "defence")),
      RuleExample(
        "law",
        .defines("a.txt", "tort", as: "a civil wrong that causes another person loss or harm", genus: "wrong"),
        .defines("b.txt", "tort", as: "conduct giving rise to liability outside contract", genus: "conduct"),
        .says("c.txt", "Every wrong is conduct.", "wrong", "is-a", "conduct")),
    ])

  private static let overlap = RuleThreshold(
    "overlap", 0.1, "shared content words by those of the shorter definition; below it the words are unrelated")
  private static let leastWords = RuleThreshold(
    "least words", 4, "content words of each definition; shorter ones say too little to compare")
  /// Documents beyond these add no further pair worth comparing.
  private static let definitionLimit = 30

  func findings(in corpus: CorpusIndex) -> [Finding] {
    splitLabels(corpus) + unrelatedDefinitions(corpus)
  }

  /// Labels whose senses the corpus tells apart already.
  private func splitLabels(_ corpus: CorpusIndex) -> [Finding] {
    let senses = corpus.corpus.concepts.filter { $0.id.sense != nil }
    let passages = firstPassages(of: Set(senses.map(\.id)), corpus)
    let byLabel = Dictionary(grouping: senses, by: \.id.base)
    return byLabel.keys.sorted(by: scalarLess).compactMap { base in
      let known = (byLabel[base] ?? []).filter { passages[$0.id] != nil }
      guard known.count > 1 else { return nil }
      let names = known.map { "“\($0.displayLabel)”" }.joined(separator: ", ")
      return finding(
        known.map(\.id), terms: known.map(\.displayLabel),
        message: "“\(known[0].label)” stands for \(known.count) concepts: \(names)",
        evidence: known.compactMap { passages[$0.id] })
    }
  }

  /// A passage that shows each sense: its definition, else its first assertion, else its first mention.
  private func firstPassages(of senses: Set<ConceptID>, _ corpus: CorpusIndex) -> [ConceptID: Evidence] {
    var found: [ConceptID: Evidence] = [:]
    func offer(_ id: ConceptID, _ evidence: Evidence) {
      if senses.contains(id) && found[id] == nil { found[id] = evidence }
    }
    for definition in corpus.corpus.definitions { offer(definition.concept, definition.evidence) }
    for assertion in corpus.corpus.assertions {
      offer(assertion.subject, assertion.evidence)
      offer(assertion.object, assertion.evidence)
    }
    for mention in corpus.corpus.mentions { offer(mention.concept, mention.evidence) }
    return found
  }

  private func unrelatedDefinitions(_ corpus: CorpusIndex) -> [Finding] {
    corpus.definitions.keys.sorted(by: scalarLess).compactMap { base in
      let candidates = (corpus.definitions[base] ?? []).filter { $0.concept.sense == nil }
        .prefix(Self.definitionLimit).compactMap { ComparedDefinition($0) }
        .filter { $0.stems.count >= Int(Self.leastWords.value) }
      for (index, first) in candidates.enumerated() {
        for second in candidates.dropFirst(index + 1) {
          if let finding = compare(first, second, corpus) { return finding }
        }
      }
      return nil
    }
  }

  private func compare(_ a: ComparedDefinition, _ b: ComparedDefinition, _ corpus: CorpusIndex) -> Finding? {
    let (first, second) = (a.definition, b.definition)
    guard first.evidence.document != second.evidence.document, let genusA = a.genus, let genusB = b.genus,
      !genusA.isComparable(with: genusB, in: corpus)
    else { return nil }
    let overlap = ContentWords.overlap(a.stems, b.stems)
    guard overlap < Self.overlap.value else { return nil }
    let message =
      "\(first.evidence.document) defines \(corpus.quoted(first.concept)) as a kind of “\(first.genus ?? "")”, "
      + "\(second.evidence.document) as a kind of “\(second.genus ?? "")” "
      + "(overlap \(hundredths(overlap)), below \(hundredths(Self.overlap.value)))"
    return finding(
      [first.concept], terms: [corpus.label(first.concept)], message: message,
      evidence: [first.evidence, second.evidence],
      severity: genusA.category != nil && genusB.category != nil ? .warning : .note)
  }
}
