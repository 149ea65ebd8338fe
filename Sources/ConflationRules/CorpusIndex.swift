import ConceptModel

/// A corpus arranged for comparing its passages: built once, read by all rules.
///
/// What counts here is what an author puts forward as his own view: questions, suppositions, reports of other people's
/// views and assertions of low confidence are left out of `claims`.
public final class CorpusIndex: Sendable {
  /// A triple whose ends stand in the order of their ids when the relation is symmetric.
  struct Triple: Hashable, Sendable, Comparable {
    var subject: ConceptID
    var relation: String
    var object: ConceptID

    static func < (a: Triple, b: Triple) -> Bool {
      if a.subject != b.subject { return a.subject < b.subject }
      if a.relation != b.relation { return scalarLess(a.relation, b.relation) }
      return a.object < b.object
    }
  }

  /// The claims about one triple, each side by document and place.
  struct Claims: Sendable {
    var asserted: [Assertion] = []
    var denied: [Assertion] = []
  }

  /// Assertions that extraction itself doubts prove nothing against an author.
  static let leastConfidence = RuleThreshold(
    "least confidence", 0.5, "an assertion below it is not held against its author")

  let corpus: ExtractionResult
  /// All claims by triple.
  let claims: [Triple: Claims]
  /// The triples of each relation, sorted.
  let triples: [String: [Triple]]
  /// What each concept is said to be, in so many words or by inference; for walking up.
  let broader: [ConceptID: [ConceptID]]
  /// Definitions by the part of the concept's id before `#`, each list by document and place.
  let definitions: [String: [Definition]]
  private let labels: [ConceptID: String]
  private let symmetric: Set<String>

  init(_ corpus: ExtractionResult) {
    self.corpus = corpus
    let symmetric = Set((Relation.builtIn + corpus.relations).filter(\.isSymmetric).map(\.name))
    self.symmetric = symmetric
    labels = Dictionary(
      corpus.entities.map { ($0.id, $0.label) } + corpus.concepts.map { ($0.id, $0.displayLabel) }
    ) { _, last in last }
    var claims: [Triple: Claims] = [:]
    var broader: [ConceptID: Set<ConceptID>] = [:]
    let stated = corpus.assertions + corpus.statements.compactMap(Self.assertion)
    for assertion in stated where Self.isClaim(assertion) && assertion.subject != assertion.object {
      let triple = Self.triple(assertion, symmetric)
      switch assertion.polarity {
      case .asserted: claims[triple, default: Claims()].asserted.append(assertion)
      case .denied: claims[triple, default: Claims()].denied.append(assertion)
      case .questioned, .hypothetical: break
      }
      if assertion.relation == "is-a", assertion.polarity == .asserted {
        broader[assertion.subject, default: []].insert(assertion.object)
      }
    }
    self.claims = claims.mapValues { sides in
      Claims(asserted: sides.asserted.sorted(by: Self.isBefore), denied: sides.denied.sorted(by: Self.isBefore))
    }
    triples = Dictionary(grouping: claims.keys, by: \.relation).mapValues { $0.sorted() }
    self.broader = broader.mapValues { $0.sorted() }
    definitions = Dictionary(grouping: corpus.definitions, by: \.concept.base).mapValues {
      $0.sorted { Evidence.isBefore($0.evidence, $1.evidence) }
    }
  }

  /// What a statement about exactly two concepts asserts: that they differ, or that both names are of one notion.
  private static func assertion(_ statement: TermStatement) -> Assertion? {
    let relation: String
    switch statement.kind {
    case .declaredDifference: relation = "different-from"
    case .alternativeName: relation = "same-as"
    default: return nil
    }
    guard statement.concepts.count == 2, let evidence = statement.evidence.first else { return nil }
    return Assertion(
      subject: statement.concepts[0], relation: relation, object: statement.concepts[1],
      attribution: statement.attribution, confidence: statement.confidence, rule: statement.rule,
      subjectText: statement.terms.first ?? "", objectText: statement.terms.last ?? "", evidence: evidence)
  }

  /// Whether the author of the document puts the assertion forward himself.
  static func isClaim(_ assertion: Assertion) -> Bool {
    guard assertion.confidence >= leastConfidence.value, !NamedPhrase.isPartial(assertion) else { return false }
    // A fact stated by hand names the holder of the view as its author.
    return assertion.attribution.holder == nil || assertion.basis == .stated
  }

  private static func isBefore(_ a: Assertion, _ b: Assertion) -> Bool { Evidence.isBefore(a.evidence, b.evidence) }

  private static func triple(_ assertion: Assertion, _ symmetric: Set<String>) -> Triple {
    let turned = symmetric.contains(assertion.relation) && assertion.object < assertion.subject
    return Triple(
      subject: turned ? assertion.object : assertion.subject, relation: assertion.relation,
      object: turned ? assertion.subject : assertion.object)
  }

  /// The claims about a triple, whichever way round a symmetric one is given.
  func claims(_ subject: ConceptID, _ relation: String, _ object: ConceptID) -> Claims {
    let turned = symmetric.contains(relation) && object < subject
    let triple = Triple(
      subject: turned ? object : subject, relation: relation, object: turned ? subject : object)
    return claims[triple] ?? Claims()
  }

  /// The label as printed in answers.
  func label(_ id: ConceptID) -> String { labels[id] ?? id.value }

  /// The label between quotation marks.
  func quoted(_ id: ConceptID) -> String { "“\(label(id))”" }

  /// Whether `a` is said to be a kind of `b`, in any number of steps; false for equal concepts.
  func isKind(_ a: ConceptID, of b: ConceptID) -> Bool {
    var seen: Set<ConceptID> = [a]
    var queue = [a]
    var next = 0
    while next < queue.count, next < Self.walkLimit {
      for above in broader[queue[next]] ?? [] where seen.insert(above).inserted {
        if above == b { return true }
        queue.append(above)
      }
      next += 1
    }
    return false
  }

  /// More concepts than this are not looked at on one way up: what is farther off proves little to a reader.
  private static let walkLimit = 500

  /// The claims by which `a` is a kind of `b`, the shortest way and the first of equals; nil when there is none.
  ///
  /// Only claims put as facts in so many words count.
  func kindPath(_ a: ConceptID, _ b: ConceptID) -> [Assertion]? {
    var cameBy: [ConceptID: Assertion] = [:]
    var queue = [a]
    var next = 0
    while next < queue.count, next < Self.walkLimit {
      let here = queue[next]
      next += 1
      for above in broader[here] ?? [] where cameBy[above] == nil && above != a {
        guard let claim = worded(here, "is-a", above).first else { continue }
        cameBy[above] = claim
        if above == b { return way(to: b, from: a, cameBy) }
        queue.append(above)
      }
    }
    return nil
  }

  private func way(to end: ConceptID, from start: ConceptID, _ cameBy: [ConceptID: Assertion]) -> [Assertion] {
    var path: [Assertion] = []
    var here = end
    while here != start, let claim = cameBy[here] {
      path.append(claim)
      here = claim.subject
    }
    return path.reversed()
  }

  /// The asserted claims of a triple that are put as facts in so many words.
  func worded(_ subject: ConceptID, _ relation: String, _ object: ConceptID) -> [Assertion] {
    claims(subject, relation, object).asserted.filter { $0.isFactual && $0.isWorded }
  }

  /// The denials of a triple that are put as facts and deny all of it.
  ///
  /// "Not a statement about hypotheses" does not deny that something is a statement.
  func denials(_ subject: ConceptID, _ relation: String, _ object: ConceptID) -> [Assertion] {
    claims(subject, relation, object).denied.filter { $0.isFactual && !$0.hasNarrowedObject }
  }

  /// Claims that two concepts are one: asserted same-as and denied different-from.
  func equating(_ a: ConceptID, _ b: ConceptID) -> [Assertion] {
    (claims(a, "same-as", b).asserted.filter { $0.basis != .inferred } + claims(a, "different-from", b).denied)
      .sorted(by: Self.isBefore)
  }

  /// Claims that two concepts are two: asserted different-from and denied same-as.
  func distinguishing(_ a: ConceptID, _ b: ConceptID) -> [Assertion] {
    (claims(a, "different-from", b).asserted + claims(a, "same-as", b).denied).sorted(by: Self.isBefore)
  }
}

extension Assertion {
  /// Put as a fact without a hedge.
  var isFactual: Bool { modality == .fact && !hedged }

  /// Whether the object is narrowed by what follows it in the quotation, so that more is said than its concept holds.
  var hasNarrowedObject: Bool {
    let words = ContentWords.words(evidence.quote)
    let object = ContentWords.words(objectText)
    guard !object.isEmpty, words.count > object.count else { return false }
    for start in 0..<(words.count - object.count) where words[start..<start + object.count].elementsEqual(object) {
      if Self.narrowingWords.contains(words[start + object.count]) { return true }
    }
    return false
  }

  private static let narrowingWords: Set<String> = [
    "of", "about", "for", "that", "which", "who", "whose", "in", "to", "with", "on", "from", "by", "under", "where",
    "when", "per", "between", "among",
  ]

  /// Said in so many words rather than concluded from lay-out or the form of a word.
  var isWorded: Bool { basis != .inferred }
}

extension Evidence {
  /// The order of findings' quotations: by document, then by place.
  static func isBefore(_ a: Evidence, _ b: Evidence) -> Bool {
    if a.document != b.document { return a.document < b.document }
    if a.start != b.start { return a.start < b.start }
    return a.end < b.end
  }

  /// Whether two quotations share words of one document.
  func overlaps(_ other: Evidence) -> Bool {
    document == other.document && start < other.end && other.start < end
  }
}

/// The quotations in order, of overlapping ones the first, at most `limit`.
func distinctEvidence(_ evidence: [Evidence], limit: Int = .max) -> [Evidence] {
  var kept: [Evidence] = []
  for candidate in evidence.sorted(by: Evidence.isBefore) where !kept.contains(where: { $0.overlaps(candidate) }) {
    kept.append(candidate)
    if kept.count == limit { break }
  }
  return kept
}

/// The first pair of a first and a second assertion whose quotations do not overlap; pairs of two sources are preferred.
///
/// - Parameter acrossSources: Whether a pair within one source does not count: what one author says in two ways is more
///   often a figure of speech than a confusion.
func opposedPair(
  _ first: [Assertion], _ second: [Assertion], acrossSources: Bool = false
) -> (Assertion, Assertion)? {
  var sameSource: (Assertion, Assertion)?
  // The lists are short for nearly all triples; the cap keeps a triple with thousands of claims from costing its square.
  for a in first.prefix(pairLimit) {
    for b in second.prefix(pairLimit) where !a.evidence.overlaps(b.evidence) {
      if a.effectiveSource != b.effectiveSource { return (a, b) }
      if sameSource == nil && !acrossSources { sameSource = (a, b) }
    }
  }
  return sameSource
}

private let pairLimit = 50
