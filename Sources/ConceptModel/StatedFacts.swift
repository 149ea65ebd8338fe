/// A notation file, parsed: the facts that a person wrote down, before their names are resolved to concepts.
public struct StatedDocument: Sendable {
  public var info: DocumentInfo
  /// The `@source` lines in order.
  public var sources: [StatedSource] = []
  public var facts: [StatedFact] = []
  public var relations: [Relation] = []
  public var pins: [StatedPin] = []
  public var splits: [StatedSplit] = []
  public var deprecations: [StatedDeprecation] = []

  public init(info: DocumentInfo) { self.info = info }
}

/// A source that notation files attribute facts to.
public struct StatedSource: Hashable, Sendable {
  public var id: DocumentID
  public var title: String?
  public var date: String?
  public var authors: [String]
  /// Any other fields of the line, in order, as written.
  public var fields: [Field]

  /// A field of an `@source` line.
  public struct Field: Hashable, Sendable {
    public var name: String
    public var value: String
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  public init(
    id: DocumentID, title: String? = nil, date: String? = nil, authors: [String] = [], fields: [Field] = []
  ) {
    self.id = id
    self.title = title
    self.date = date
    self.authors = authors
    self.fields = fields
  }
}

/// A term as written in a notation file: a label and, optionally, the name of one of its senses.
public struct StatedTerm: Hashable, Sendable {
  public var label: String
  public var sense: String?
  /// Set when the term was written as an IRI in angle brackets.
  public var isIRI: Bool
  public init(label: String, sense: String? = nil, isIRI: Bool = false) {
    self.label = label
    self.sense = sense
    self.isIRI = isIRI
  }
}

/// One edge that a notation file states; chains and sets are already taken apart, `⊂` is already turned into `is-a`.
public struct StatedFact: Hashable, Sendable {
  public var subject: StatedTerm
  /// A relation name, or `abbreviates` / `alternative-of` for a statement about labels.
  public var relation: String
  public var object: StatedTerm
  public var polarity: Polarity
  public var modality: Modality
  public var hedged: Bool
  public var confidence: Double
  /// The document that the fact is attributed to: `source =` or the `@source` line above, if any.
  public var source: DocumentID?
  /// The `author =` or the holder of the view, when given.
  public var holder: String?
  /// The `date =` of this fact, when given.
  public var date: String?
  /// The `rule =` of this fact, when given.
  public var rule: String?
  /// The `quote =` of the fact.
  public var quote: String?
  /// The line of notation itself with its place in the notation file.
  public var evidence: Evidence

  public init(
    subject: StatedTerm, relation: String, object: StatedTerm, polarity: Polarity = .asserted,
    modality: Modality = .fact, hedged: Bool = false, confidence: Double = 1, source: DocumentID? = nil,
    holder: String? = nil, date: String? = nil, rule: String? = nil, quote: String? = nil, evidence: Evidence
  ) {
    self.subject = subject
    self.relation = relation
    self.object = object
    self.polarity = polarity
    self.modality = modality
    self.hedged = hedged
    self.confidence = confidence
    self.source = source
    self.holder = holder
    self.date = date
    self.rule = rule
    self.quote = quote
    self.evidence = evidence
  }
}

/// `@pin A = B`: the two labels name one concept, whatever the merging rules think.
public struct StatedPin: Hashable, Sendable {
  public var label: String
  public var target: String
  public init(label: String, target: String) {
    self.label = label
    self.target = target
  }
}

/// `@split TERM#sense "gloss"`: the label has a sense of its own by that name.
public struct StatedSplit: Hashable, Sendable {
  public var label: String
  public var sense: String
  public var gloss: String
  public init(label: String, sense: String, gloss: String) {
    self.label = label
    self.sense = sense
    self.gloss = gloss
  }
}

/// `@deprecated TERM use TERM`.
public struct StatedDeprecation: Hashable, Sendable {
  public var label: String
  public var replacement: String?
  public init(label: String, replacement: String? = nil) {
    self.label = label
    self.replacement = replacement
  }
}
