/// What a passage says about words rather than about the world.
public enum TermStatementKind: String, Hashable, Sendable, CaseIterable {
  /// People take the first term for the second, or are warned not to.
  case warnedConflation
  /// The terms are declared to be different things.
  case declaredDifference
  /// One word is said to have several senses (an ordinary and a technical one, or two technical ones).
  case declaredSenses
  /// The modest and the bold position are named as such.
  case motteAndBailey
  /// A second name is given for a concept, or one is preferred.
  case alternativeName
  /// Two sets of terms are said to cut the same ground differently.
  case rivalFramings
  /// One thing is said to be understood in two ways, of which the source takes one.
  case twoReadings
  /// A label is said to be avoided or badly chosen.
  case discouragedLabel
}

/// A passage that speaks about terms: the raw material of the conflation rules TC001 to TC007.
public struct TermStatement: Hashable, Sendable {
  public var kind: TermStatementKind
  /// The concepts concerned, in the order in which the passage names them; a passage may name none that is a concept.
  public var concepts: [ConceptID]
  /// The terms or phrases concerned as they stand in the text, at least one.
  public var terms: [String]
  /// One or more passages; for `motteAndBailey` first the motte and then the bailey.
  public var evidence: [Evidence]
  public var attribution: Attribution
  public var confidence: Double
  public var rule: String

  public init(
    kind: TermStatementKind, concepts: [ConceptID], terms: [String], evidence: [Evidence],
    attribution: Attribution = .author, confidence: Double, rule: String
  ) {
    self.kind = kind
    self.concepts = concepts
    self.terms = terms
    self.evidence = evidence
    self.attribution = attribution
    self.confidence = confidence
    self.rule = rule
  }
}

/// Everything that was read out of a corpus, consolidated: a pure function of its documents and rules.
///
/// Every array is sorted (documents and concepts by id, the others by document, place and content), so that equal
/// corpora give equal bytes however they were ingested.
public struct ExtractionResult: Sendable {
  public var documents: [DocumentInfo] = []
  public var concepts: [Concept] = []
  public var entities: [Entity] = []
  public var mentions: [Mention] = []
  public var abbreviations: [Abbreviation] = []
  public var definitions: [Definition] = []
  public var assertions: [Assertion] = []
  public var statements: [TermStatement] = []
  /// Relations that notation files declare beyond the built-in ones.
  public var relations: [Relation] = []
  public var diagnostics: [Diagnostic] = []

  public init() {}
}

/// How much a finding matters.
public enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
  case error, warning, note

  /// 0 for an error, 1 for a warning, 2 for a note.
  public var rank: Int { self == .error ? 0 : self == .warning ? 1 : 2 }

  /// The more severe one comes first.
  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}

/// The kinds of confusion that findings are grouped by.
public enum FindingKind: String, Hashable, Sendable, CaseIterable {
  case warnedConflation = "warned-conflation"
  case twoSenses = "two-senses"
  case twoTerms = "two-terms"
  case motteBailey = "motte-bailey"
  case rivalFramings = "rival-framings"
  case levelSlip = "level-slip"
  case contradiction, misuse, hygiene
}

/// A confusion of terms with the quotations that prove it.
public struct Finding: Hashable, Sendable {
  /// A fingerprint of rule, concepts and normalised quotations that survives moved lines.
  public var id: String
  /// The rule, such as `TC301`.
  public var rule: String
  public var kind: FindingKind
  public var severity: Severity
  /// The labels concerned.
  public var terms: [String]
  public var concepts: [ConceptID]
  /// One sentence that says what differs.
  public var message: String
  /// What to write or check instead.
  public var fix: String?
  /// At least one quotation; two where the rule compares passages.
  public var evidence: [Evidence]

  public init(
    id: String, rule: String, kind: FindingKind, severity: Severity, terms: [String], concepts: [ConceptID],
    message: String, fix: String?, evidence: [Evidence]
  ) {
    self.id = id
    self.rule = rule
    self.kind = kind
    self.severity = severity
    self.terms = terms
    self.concepts = concepts
    self.message = message
    self.fix = fix
    self.evidence = evidence
  }
}
