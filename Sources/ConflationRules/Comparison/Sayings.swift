import ConceptModel

/// Passages in which sources say the same thing about the same terms.
struct Saying {
  /// The concepts, each once; empty when the passages name none.
  var concepts: [ConceptID]
  /// What the terms are called in the finding.
  var terms: [String]
  /// In order, overlapping quotations once.
  var evidence: [Evidence]
  /// The documents that say it, sorted.
  var sources: [DocumentID]

  /// The document that says it first, with the number of others.
  var voice: String {
    let first = sources.first?.value ?? "a source"
    return switch sources.count {
    case ...1: first
    case 2: "\(first) and 1 other document"
    default: "\(first) and \(sources.count - 1) other documents"
    }
  }

  /// The first two terms in quotation marks, joined.
  func pair(_ joint: String) -> String {
    let quoted = terms.prefix(2).map { "“\($0)”" }
    return quoted.joined(separator: " \(joint) ")
  }
}

extension CorpusIndex {
  /// The quotations printed with a finding at most.
  static let quotationLimit = 6

  /// The statements of a kind together with the assertions that say the same, grouped by their terms.
  ///
  /// - Parameter assertions: Assertions of a symmetric relation between the two terms.
  func sayings(_ kind: TermStatementKind, and assertions: [Assertion] = []) -> [Saying] {
    var groups: [String: Saying] = [:]
    func add(_ concepts: [ConceptID], _ terms: [String], _ evidence: [Evidence], _ source: DocumentID) {
      let names = concepts.isEmpty ? terms.map(LabelKey.normalised) : concepts.map(\.value)
      let key = names.sorted(by: scalarLess).joined(separator: "\u{1}")
      var saying = groups[key] ?? Saying(concepts: concepts, terms: terms, evidence: [], sources: [])
      saying.evidence += evidence
      if !saying.sources.contains(source) { saying.sources.append(source) }
      groups[key] = saying
    }
    for statement in corpus.statements
    where statement.kind == kind && statement.confidence >= Self.leastConfidence.value {
      guard let evidence = statement.evidence.first else { continue }
      let (concepts, terms) = names(of: statement)
      add(concepts, terms, statement.evidence, evidence.document)
    }
    for assertion in assertions {
      let ends = [assertion.subject, assertion.object]
      add(ends, ends.map(label), [assertion.evidence], assertion.effectiveSource)
    }
    return groups.keys.sorted(by: scalarLess).compactMap { key in
      guard var saying = groups[key] else { return nil }
      saying.sources.sort()
      saying.evidence = distinctEvidence(saying.evidence, limit: Self.quotationLimit)
      return saying
    }
  }

  /// The concepts of a statement, each once, and what to call its terms: labels when every term is a concept.
  func names(of statement: TermStatement) -> (concepts: [ConceptID], terms: [String]) {
    var concepts: [ConceptID] = []
    for concept in statement.concepts where !concepts.contains(concept) { concepts.append(concept) }
    if concepts.count >= statement.terms.count { return (concepts, concepts.map(label)) }
    return (concepts, statement.terms)
  }

  /// The assertions of a relation that are put forward, by whomever, with enough confidence.
  func assertions(of relation: String) -> [Assertion] {
    corpus.assertions.filter {
      $0.relation == relation && $0.polarity == .asserted && $0.subject != $0.object
        && $0.confidence >= Self.leastConfidence.value
    }
  }

  /// The first claim by a source outside `sources` that two of the concepts are one.
  func equating(_ concepts: [ConceptID], outside sources: [DocumentID]) -> Assertion? {
    for (index, first) in concepts.enumerated() {
      for second in concepts.dropFirst(index + 1) {
        if let claim = equating(first, second).first(where: { !sources.contains($0.effectiveSource) }) {
          return claim
        }
      }
    }
    return nil
  }

  /// Whether two labels are spelled alike, or one is made of the initials of the other.
  static func areVariants(_ a: String, _ b: String) -> Bool {
    LabelKey.normalised(a) == LabelKey.normalised(b) || isInitialism(a, of: b) || isInitialism(b, of: a)
  }

  private static func isInitialism(_ short: String, of long: String) -> Bool {
    let words = ContentWords.words(long)
    let letters = LabelKey.normalised(short).filter { $0 != " " && $0 != "." }
    guard words.count > 1, letters.count > 1 else { return false }
    let content = words.filter { !ContentWords.functionWords.contains($0) }
    return letters == String(words.compactMap(\.first)) || letters == String(content.compactMap(\.first))
  }
}
