/// The passage that supports an assertion: never empty, and found again at its place by `verify`.
public struct Evidence: Hashable, Sendable {
  /// The document that holds the passage.
  public var document: DocumentID
  /// The exact words, `text[start..<end]` of the document's text as read.
  public var quote: String
  /// The first Unicode code point of the quotation in the document's text as read.
  public var start: Int
  /// One past the last Unicode code point of the quotation.
  public var end: Int
  /// The bytes of the source file that the quotation came from, mark-up between its words included.
  public var bytes: Range<Int>
  /// The line of the source file, from 1.
  public var line: Int
  /// The column in Unicode code points, from 1.
  public var column: Int
  /// The headings above the passage, outermost first.
  public var headings: [String]

  public init(
    document: DocumentID, quote: String, start: Int, end: Int, bytes: Range<Int>, line: Int, column: Int,
    headings: [String] = []
  ) {
    self.document = document
    self.quote = quote
    self.start = start
    self.end = end
    self.bytes = bytes
    self.line = line
    self.column = column
    self.headings = headings
  }
}

/// Whether a source states a relation, denies it, asks about it or merely supposes it.
public enum Polarity: String, Hashable, Sendable, CaseIterable {
  case asserted, denied, questioned, hypothetical
}

/// How strongly a source puts a relation: as a fact, a capability, a possibility or an obligation.
public enum Modality: String, Hashable, Sendable, CaseIterable {
  case fact, can, may, should
}

/// How an assertion was come by.
public enum Basis: String, Hashable, Sendable, CaseIterable {
  /// A wording that says so.
  case explicit
  /// A wording that amounts to it.
  case paraphrase
  /// A conclusion from lay-out, word form or several passages.
  case inferred
  /// Written by hand in a notation file.
  case stated
}

/// Who holds a view, and who reports it.
public struct Attribution: Hashable, Sendable {
  /// The person, work or group that holds the view; nil for the author of the document.
  public var holder: String?
  /// Who reports it, when that is not the author of the document.
  public var reporter: String?

  public init(holder: String? = nil, reporter: String? = nil) {
    self.holder = holder
    self.reporter = reporter
  }

  /// The author's own view.
  public static let author = Attribution()
}

/// One passage's support for an edge: subject, relation and object with who says so, how, and where.
public struct Assertion: Hashable, Sendable {
  /// The concept (or entity) that the relation is read from.
  public var subject: ConceptID
  /// The name of the relation in the closed list, such as `is-a`.
  public var relation: String
  /// The concept (or entity) that the relation is read to.
  public var object: ConceptID
  public var polarity: Polarity
  public var attribution: Attribution
  public var modality: Modality
  /// Whether the source hedges ("perhaps", "it seems").
  public var hedged: Bool
  public var basis: Basis
  /// The probability that a careful reader would agree, 0…1.
  public var confidence: Double
  /// The id of the extraction rule that found it, or `stated`.
  public var rule: String
  /// The wording that carried the relation, such as "leads to".
  public var surface: String?
  /// The subject as it stands in the text.
  public var subjectText: String
  /// The object as it stands in the text.
  public var objectText: String
  /// The source that a stated fact is attributed to (`@source` or `source =`), when it is not the evidence's document.
  public var source: DocumentID?
  /// The date that a notation file gives for this assertion, when it differs from its document's.
  public var date: String?
  public var evidence: Evidence

  public init(
    subject: ConceptID, relation: String, object: ConceptID, polarity: Polarity = .asserted,
    attribution: Attribution = .author, modality: Modality = .fact, hedged: Bool = false, basis: Basis = .explicit,
    confidence: Double = 1, rule: String, surface: String? = nil, subjectText: String, objectText: String,
    source: DocumentID? = nil, date: String? = nil, evidence: Evidence
  ) {
    self.subject = subject
    self.relation = relation
    self.object = object
    self.polarity = polarity
    self.attribution = attribution
    self.modality = modality
    self.hedged = hedged
    self.basis = basis
    self.confidence = confidence
    self.rule = rule
    self.surface = surface
    self.subjectText = subjectText
    self.objectText = objectText
    self.source = source
    self.date = date
    self.evidence = evidence
  }

  /// The document that counts as the source of the assertion in filters and answers.
  public var effectiveSource: DocumentID { source ?? evidence.document }
}
