import ConceptModel

/// A source says that people take one term for another.
struct WarnedConflation: ConflationRule {
  let about = RuleDescription(
    id: "TC001", name: "warned-conflation", kind: .warnedConflation, severity: .warning,
    condition: "A source says that people take one term for another, or warns not to.",
    rationale: "Somebody who knows the field has seen the confusion happen and wrote it down: no surer sign exists.",
    fix: "Say which of the terms you mean, and do not let one stand for the other.",
    triggering: [
      RuleExample(
        "medicine",
        .speaks(
          "ward.md", .warnedConflation, ["effectiveness", "efficacy"],
          "Effectiveness is often mistaken for efficacy, although only the latter is measured in a trial.")),
      RuleExample(
        "statistics",
        .says(
          "course.txt", "Students confuse the standard error with the standard deviation.", "standard error",
          "conflated-with", "standard deviation")),
      RuleExample(
        "security",
        .speaks(
          "handbook.md", .warnedConflation, ["authentication", "authorisation"],
          "Do not mix up authentication and authorisation."),
        .says(
          "vendor.html", "Authentication, that is, authorisation, happens at log-in.", "authentication", "same-as",
          "authorisation")),
    ],
    silent: [
      RuleExample(
        "statistics",
        .says(
          "course.txt", "Do students confuse the mean with the median?", "mean", "conflated-with", "median",
          .questioned)),
      RuleExample(
        "linguistics",
        .says("notes.txt", "A morpheme is part of a word.", "morpheme", "part-of", "word"),
        .says("notes.txt", "A phoneme is not a letter.", "phoneme", "is-a", "letter", .denied)),
      RuleExample(
        "law",
        .says(
          "brief.txt", "Nobody confuses theft with robbery.", "theft", "conflated-with", "robbery", .denied)),
    ])

  func findings(in corpus: CorpusIndex) -> [Finding] {
    corpus.sayings(.warnedConflation, and: corpus.assertions(of: "conflated-with")).map { saying in
      let follower = corpus.equating(saying.concepts, outside: saying.sources)
      var message =
        saying.terms.count > 1
        ? "\(saying.voice) warns that \(saying.pair("is taken for"))"
        : "\(saying.voice) warns that \(saying.pair("")) is taken for something else"
      if let follower { message += ", and \(follower.effectiveSource) uses them as one" }
      return finding(
        saying.concepts, terms: saying.terms, message: message,
        evidence: saying.evidence + (follower.map { [$0.evidence] } ?? []), raised: follower != nil)
    }
  }
}
