import ConceptModel

/// A source gives a second name for a concept.
struct AlternativeName: ConflationRule {
  let about = RuleDescription(
    id: "TC005", name: "alternative-name", kind: .twoTerms, severity: .note,
    condition: "A source gives a second name for a concept, or prefers one of two names.",
    rationale: "A reader who meets the other name elsewhere takes it for another thing.",
    fix: "Use one name throughout and give the other once; join the labels with @pin when you agree.",
    triggering: [
      RuleExample(
        "medicine",
        .speaks(
          "atlas.txt", .alternativeName, ["tibia", "shinbone"], "The tibia is commonly called the shinbone.")),
      RuleExample(
        "statistics",
        .says(
          "course.txt", "The normal distribution, also known as the Gaussian distribution, is symmetric.",
          "normal distribution", "same-as", "Gaussian distribution", .asserted, .worded("also known as"))),
      RuleExample(
        "geology",
        .says("facts", "halite = rock salt", "halite", "same-as", "rock salt", .asserted, .stated(source: "atlas"))),
    ],
    silent: [
      RuleExample(
        "medicine",
        .speaks(
          "atlas.txt", .alternativeName, ["body mass index", "BMI"], "The body mass index is called BMI for short.")),
      RuleExample(
        "statistics",
        .speaks("course.txt", .alternativeName, ["p-value", "p values"], "We write p values for p-value.")),
      RuleExample(
        "history of science",
        .says(
          "a.txt", "The practice of measuring the skull is known as phrenology.", "skull", "same-as", "phrenology",
          .asserted, .worded("is known as")),
        .says(
          "a.txt", "This probability is called the p-value.", "probability", "same-as", "p-value", .asserted,
          .worded("is called"))),
      RuleExample(
        "physics",
        .says("essay.txt", "Is heat another name for energy?", "heat", "same-as", "energy", .questioned)),
    ])

  func findings(in corpus: CorpusIndex) -> [Finding] {
    let names = (corpus.triples["same-as"] ?? []).flatMap { triple in
      (corpus.claims[triple]?.asserted ?? []).filter(Self.givesName)
    }
    return corpus.sayings(.alternativeName, and: names).compactMap { saying in
      guard saying.terms.count > 1, !CorpusIndex.areVariants(saying.terms[0], saying.terms[1]) else { return nil }
      let names = saying.terms.map { "“\($0)”" }.joined(separator: ", ")
      let message =
        saying.terms.count == 2
        ? "\(saying.voice) gives \(saying.pair("and")) as names of one concept"
        : "\(saying.voice) chooses between the names \(names)"
      return finding(saying.concepts, terms: saying.terms, message: message, evidence: saying.evidence)
    }
  }

  private static func givesName(_ assertion: Assertion) -> Bool {
    assertion.basis == .stated || assertion.isWorded && NamedPhrase.givesName(assertion)
  }
}
