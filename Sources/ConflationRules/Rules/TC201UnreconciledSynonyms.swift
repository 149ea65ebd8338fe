import ConceptModel

/// Two words have one definition, and nobody says how they relate.
struct UnreconciledSynonyms: ConflationRule {
  let about = RuleDescription(
    id: "TC201", name: "unreconciled-synonyms", kind: .twoTerms, severity: .note,
    condition:
      "Two terms are defined in two documents under one genus in nearly the same words, and no source says how they relate.",
    rationale: "Results found under one name are not found by those who search for the other.",
    fix: "Say that they are one and choose a name, or say where they differ.",
    thresholds: [similarity, leastWords],
    triggering: [
      RuleExample(
        "medicine",
        .defines(
          "a.txt", "myocardial infarction",
          as: "the death of heart muscle caused by a blocked coronary artery", genus: "death of heart muscle"),
        .defines(
          "b.txt", "heart attack", as: "death of heart muscle caused when a coronary artery is blocked",
          genus: "death of heart muscle")),
      RuleExample(
        "statistics",
        .defines(
          "a.txt", "sensitivity", as: "the share of true cases that a test detects", genus: "share of true cases"),
        .defines("b.txt", "recall", as: "the share of true cases detected by the test", genus: "share of true cases")),
      RuleExample(
        "security",
        .defines(
          "a.txt", "phishing", as: "a fraud that tricks users into giving their passwords by mail", genus: "fraud"),
        .defines(
          "b.txt", "mail spoofing", as: "a fraud by mail that tricks users into giving passwords", genus: "fraud")),
    ],
    silent: [
      RuleExample(
        "medicine",
        .defines(
          "a.txt", "stroke", as: "the death of brain tissue caused by a blocked artery", genus: "death of tissue"),
        .defines(
          "b.txt", "heart attack", as: "the death of heart muscle after a clot in a vessel", genus: "death of muscle")),
      RuleExample(
        "statistics",
        .defines(
          "a.txt", "sensitivity", as: "the share of true cases that a test detects", genus: "share of true cases"),
        .defines("b.txt", "recall", as: "the share of true cases detected by the test", genus: "share of true cases"),
        .says("c.txt", "Recall is another name for sensitivity.", "recall", "same-as", "sensitivity")),
      RuleExample(
        "security", .defines("a.txt", "phishing", as: "a fraud by mail", genus: "fraud"),
        .defines("b.txt", "spoofing", as: "a fraud by mail", genus: "fraud")),
    ])

  private static let similarity = RuleThreshold(
    "similarity", 0.6, "shared content words by all content words of both definitions")
  private static let leastWords = RuleThreshold(
    "least words", 4, "content words that both definitions must share")
  /// A word in more definitions than this tells nothing about a pair.
  private static let commonWord = 40

  func findings(in corpus: CorpusIndex) -> [Finding] {
    let all = corpus.definitions.keys.sorted(by: scalarLess).flatMap { corpus.definitions[$0] ?? [] }
      .compactMap { ComparedDefinition($0) }.filter { $0.genus != nil }
    var seen: Set<[ConceptID]> = []
    return Self.candidates(all).compactMap { pair in
      let concepts = [all[pair.0].definition.concept, all[pair.1].definition.concept].sorted()
      guard !seen.contains(concepts), let finding = compare(all[pair.0], all[pair.1], corpus) else { return nil }
      seen.insert(concepts)
      return finding
    }
  }

  /// The pairs of definitions that share enough words that are not common, so that not all pairs are compared.
  private static func candidates(_ all: [ComparedDefinition]) -> [(Int, Int)] {
    var postings: [String: [Int]] = [:]
    for (index, definition) in all.enumerated() {
      for stem in definition.stems { postings[stem, default: []].append(index) }
    }
    var result: [(Int, Int)] = []
    for (index, definition) in all.enumerated() {
      var shared: [Int: Int] = [:]
      for stem in definition.stems {
        let list = postings[stem] ?? []
        guard list.count <= commonWord else { continue }
        for other in list where other > index { shared[other, default: 0] += 1 }
      }
      for (other, count) in shared where count * 2 >= Int(leastWords.value) { result.append((index, other)) }
    }
    return result.sorted { $0 < $1 }
  }

  private func compare(_ a: ComparedDefinition, _ b: ComparedDefinition, _ corpus: CorpusIndex) -> Finding? {
    let (first, second) = (a.definition, b.definition)
    guard first.concept != second.concept, first.concept.base != second.concept.base,
      first.evidence.document != second.evidence.document, let genusA = a.genus, let genusB = b.genus,
      genusA.isSame(as: genusB), a.stems.intersection(b.stems).count >= Int(Self.leastWords.value),
      !isContained(corpus.label(first.concept), corpus.label(second.concept)),
      !CorpusIndex.areVariants(corpus.label(first.concept), corpus.label(second.concept)),
      !areReconciled(first.concept, second.concept, corpus)
    else { return nil }
    let similarity = ContentWords.similarity(a.stems, b.stems)
    guard similarity >= Self.similarity.value else { return nil }
    let concepts = [first.concept, second.concept]
    let message =
      "\(corpus.quoted(concepts[0])) in \(first.evidence.document) and \(corpus.quoted(concepts[1])) in "
      + "\(second.evidence.document) are defined alike (similarity \(hundredths(similarity)), at least "
      + "\(hundredths(Self.similarity.value))), and no source says how they relate"
    return finding(
      concepts, terms: concepts.map(corpus.label), message: message, evidence: [first.evidence, second.evidence])
  }

  /// Whether one label has all the words of the other: then the labels themselves say how the terms relate.
  private func isContained(_ a: String, _ b: String) -> Bool {
    let first = ContentWords.stems(a)
    let second = ContentWords.stems(b)
    return first.isSubset(of: second) || second.isSubset(of: first)
  }

  private func areReconciled(_ a: ConceptID, _ b: ConceptID, _ corpus: CorpusIndex) -> Bool {
    for relation in ["same-as", "different-from", "contrasts-with", "conflated-with", "maps-to"] {
      let sides = corpus.claims(a, relation, b)
      if !sides.asserted.isEmpty || !sides.denied.isEmpty { return true }
    }
    return corpus.isKind(a, of: b) || corpus.isKind(b, of: a)
  }
}
