import ConceptModel

/// One short form stands for several long forms.
struct AcronymCollision: ConflationRule {
  let about = RuleDescription(
    id: "TC107", name: "acronym-collision", kind: .twoSenses, severity: .error,
    condition: "One short form is given two different long forms; an error within a document, a note across documents.",
    rationale: "A reader resolves the short form by the long form that he met first.",
    fix: "Spell out one of the two, or give it another short form.",
    thresholds: [spelling],
    triggering: [
      RuleExample(
        "medicine", .abbreviates("a.txt", "MS", "multiple sclerosis"),
        .abbreviates("a.txt", "MS", "mitral stenosis")),
      RuleExample(
        "statistics", .abbreviates("a.txt", "SD", "standard deviation"),
        .abbreviates("b.txt", "SD", "sequential design")),
      RuleExample(
        "physics", .abbreviates("a.txt", "CMB", "cosmic microwave background"),
        .abbreviates("b.txt", "CMB", "core-mantle boundary")),
    ],
    silent: [
      RuleExample(
        "medicine", .abbreviates("a.txt", "MS", "multiple sclerosis"),
        .abbreviates("b.txt", "MS", "Multiple Sclerosis")),
      RuleExample(
        "computing", .abbreviates("a.txt", "CNN", "convolutional neural network"),
        .abbreviates("b.txt", "CNNs", "convolutional neural nets")),
      RuleExample(
        "statistics", .abbreviates("a.txt", "GLM", "generalised linear model"),
        .abbreviates("b.txt", "GLM", "generalized linear models"),
        .abbreviates("c.txt", "SEM", "structural equation model")),
      RuleExample(
        "chemistry", .abbreviates("a.txt", "NMR", "nuclear magnetic resonance"),
        .abbreviates("b.txt", "NMR", "magnetic resonance")),
    ])

  private static let spelling = RuleThreshold(
    "spelling", 2, "letters that two spellings of one long form may differ by")

  func findings(in corpus: CorpusIndex) -> [Finding] {
    var forms: [String: [Abbreviation]] = [:]
    for abbreviation in corpus.corpus.abbreviations
    where abbreviation.confidence >= CorpusIndex.leastConfidence.value && LongForm.isName(abbreviation.long ?? "") {
      forms[Self.key(abbreviation.short), default: []].append(abbreviation)
    }
    return forms.keys.sorted(by: scalarLess).compactMap { short in
      let all = (forms[short] ?? []).sorted { Evidence.isBefore($0.evidence, $1.evidence) }
      return report(short, all, corpus)
    }
  }

  /// The short form without a plural s; the case of its letters counts.
  private static func key(_ short: String) -> String {
    short.count > 2 && short.hasSuffix("s") && short.dropLast().allSatisfy(\.isUppercase)
      ? String(short.dropLast()) : short
  }

  private func report(_ short: String, _ all: [Abbreviation], _ corpus: CorpusIndex) -> Finding? {
    var distinct: [Abbreviation] = []
    for candidate in all where distinct.count < CorpusIndex.quotationLimit {
      guard let long = candidate.long else { continue }
      if !distinct.contains(where: { LongForm.isSame($0.long ?? "", long, letters: Int(Self.spelling.value)) }) {
        distinct.append(candidate)
      }
    }
    guard distinct.count > 1 else { return nil }
    // A second long form in the same document misleads its own readers; look for one before reporting the first pair.
    let documents = Dictionary(grouping: all, by: \.evidence.document)
    let clash = documents.keys.sorted().lazy.compactMap { document -> [Abbreviation]? in
      let own = documents[document] ?? []
      let first = own[0]
      let other = own.first { !LongForm.isSame($0.long ?? "", first.long ?? "", letters: Int(Self.spelling.value)) }
      return other.map { [first, $0] }
    }.first
    let shown = clash ?? distinct
    let longs = shown.map { "“\($0.long ?? "")”" }.joined(separator: " and ")
    let place = clash.map { " in \($0[0].evidence.document)" } ?? ""
    return finding(
      [], terms: [short] + shown.compactMap(\.long), message: "“\(short)” stands for \(longs)\(place)",
      evidence: shown.map(\.evidence), severity: clash == nil ? .note : .error)
  }
}
