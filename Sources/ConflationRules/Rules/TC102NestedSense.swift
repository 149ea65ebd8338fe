import ConceptModel

/// One source asks for more than another before it uses a word.
struct NestedSense: ConflationRule {
  let about = RuleDescription(
    id: "TC102", name: "nested-sense", kind: .twoSenses, severity: .warning,
    condition:
      "Two documents define a term under one genus, and one of them has all the conditions of the other and more.",
    rationale: "Cases under the wider definition are counted as cases under the narrower one.",
    fix: "Say which conditions you require; give the narrower sense a name of its own.",
    thresholds: [same, other],
    triggering: [
      RuleExample(
        "medicine",
        .defines(
          "a.txt", "obesity", as: "a condition with a body mass index above thirty", genus: "condition",
          conditions: ["with a body mass index above thirty"]),
        .defines(
          "b.txt", "obesity", as: "a condition with body mass index above thirty and impaired health",
          genus: "condition", conditions: ["with a body mass index above thirty", "impaired health"])),
      RuleExample(
        "law",
        .defines(
          "a.txt", "fraud", as: "deception for gain", genus: "deception", conditions: ["for gain"]),
        .defines(
          "b.txt", "fraud", as: "deception for gain that succeeds in causing loss", genus: "deception",
          conditions: ["for gain", "succeeds in causing loss"])),
      RuleExample(
        "statistics",
        .defines(
          "a.txt", "random sample", as: "a subset in which each unit has a known chance", genus: "subset",
          conditions: ["each unit has a known chance"]),
        .defines(
          "b.txt", "random sample", as: "a subset in which each unit has a known chance, drawn independently",
          genus: "subset", conditions: ["each unit has a known chance", "drawn independently"])),
    ],
    silent: [
      RuleExample(
        "medicine",
        .defines(
          "a.txt", "obesity", as: "a condition with a body mass index above thirty", genus: "condition",
          conditions: ["with a body mass index above thirty"]),
        .defines(
          "b.txt", "obesity", as: "a condition marked by a body mass index above thirty", genus: "condition",
          conditions: ["marked by a body mass index above thirty"])),
      RuleExample(
        "law",
        .defines("a.txt", "fraud", as: "deception for gain", genus: "deception", conditions: ["for gain"]),
        .defines(
          "a.txt", "fraud", as: "deception for gain that causes loss", genus: "deception",
          conditions: ["for gain", "causes loss"])),
      RuleExample(
        "statistics",
        .defines(
          "a.txt", "random sample", as: "a subset drawn blindly", genus: "subset", conditions: ["drawn blindly"]),
        .defines("b.txt", "random sample", as: "a subset", genus: "subset")),
    ])

  private static let same = RuleThreshold(
    "same condition", 0.75, "shared content words by those of the shorter condition; from it on they are one")
  private static let other = RuleThreshold(
    "other condition", 0.25, "shared content words; up to it a condition is a further one")
  private static let definitionLimit = 30

  func findings(in corpus: CorpusIndex) -> [Finding] {
    corpus.definitions.keys.sorted(by: scalarLess).compactMap { base in
      let all = (corpus.definitions[base] ?? []).prefix(Self.definitionLimit).compactMap { ComparedDefinition($0) }
        .filter { !$0.conditions.isEmpty }
      for wide in all {
        for narrow in all {
          if let finding = compare(wide, narrow, corpus) { return finding }
        }
      }
      return nil
    }
  }

  private func compare(_ wide: ComparedDefinition, _ narrow: ComparedDefinition, _ corpus: CorpusIndex) -> Finding? {
    let (first, second) = (wide.definition, narrow.definition)
    guard first.concept == second.concept, first.evidence.document != second.evidence.document,
      narrow.conditions.count > wide.conditions.count, let genus = wide.genus, let otherGenus = narrow.genus,
      genus.isSame(as: otherGenus)
    else { return nil }
    let isContained = wide.conditions.allSatisfy { condition in
      narrow.conditions.contains { ContentWords.overlap($0.stems, condition.stems) >= Self.same.value }
    }
    let further = narrow.conditions.filter { condition in
      wide.conditions.allSatisfy { ContentWords.overlap($0.stems, condition.stems) <= Self.other.value }
        && ContentWords.overlap(wide.stems, condition.stems) <= Self.other.value
    }
    guard isContained, let extra = further.first else { return nil }
    let message =
      "\(second.evidence.document) asks for more than \(first.evidence.document) before it speaks of "
      + "\(corpus.quoted(first.concept)): also “\(extra.text)” "
      + "(overlap with the other's conditions at most \(hundredths(Self.other.value)))"
    return finding(
      [first.concept], terms: [corpus.label(first.concept)], message: message,
      evidence: [first.evidence, second.evidence])
  }
}
