/// What a label is to its concept.
public enum LabelKind: String, Hashable, Sendable, CaseIterable {
  case preferred, alternative, abbreviation, variant, hidden
}

/// One name of a concept and the documents that use it.
public struct ConceptLabel: Hashable, Sendable {
  public var text: String
  public var kind: LabelKind
  /// The documents in which the label was seen, sorted.
  public var documents: [DocumentID]
  /// The named rule that joined this label to the concept, such as `plural` or `abbreviation`; nil for the preferred one.
  public var mergedBy: String?
  /// The passage behind the merge, when it rests on one.
  public var evidence: Evidence?

  public init(
    text: String, kind: LabelKind, documents: [DocumentID] = [], mergedBy: String? = nil, evidence: Evidence? = nil
  ) {
    self.text = text
    self.kind = kind
    self.documents = documents
    self.mergedBy = mergedBy
    self.evidence = evidence
  }
}

/// A notion of the field under one preferred label.
public struct Concept: Hashable, Sendable {
  public var id: ConceptID
  /// The preferred label, without `#sense`.
  public var label: String
  /// All other labels, sorted by kind and text.
  public var labels: [ConceptLabel]
  /// One line that says what is meant, from a definition, when there is one.
  public var gloss: String?
  /// The documents that mention the concept, sorted.
  public var documents: [DocumentID]
  /// How often the concept is mentioned.
  public var mentions: Int
  /// How central the concept is to the corpus, 0…1; `concepts` lists by it.
  public var centrality: Double
  /// Whether a notation file marks the concept as deprecated, and what to use instead.
  public var deprecation: Deprecation?

  public init(
    id: ConceptID, label: String, labels: [ConceptLabel] = [], gloss: String? = nil, documents: [DocumentID] = [],
    mentions: Int = 0, centrality: Double = 0, deprecation: Deprecation? = nil
  ) {
    self.id = id
    self.label = label
    self.labels = labels
    self.gloss = gloss
    self.documents = documents
    self.mentions = mentions
    self.centrality = centrality
    self.deprecation = deprecation
  }

  /// The label as printed in answers: with `#sense` when the label has several senses.
  public var displayLabel: String { id.sense.map { "\(label)#\($0)" } ?? label }
}

/// A `@deprecated` line of a notation file.
public struct Deprecation: Hashable, Sendable {
  /// The label to use instead, if one is named.
  public var replacement: String?
  public init(replacement: String? = nil) { self.replacement = replacement }
}

/// The kinds of named things that are not concepts.
public enum EntityKind: String, Hashable, Sendable, CaseIterable {
  case person, work, organisation
}

/// A person, work or organisation: never a concept, but it may stand at the end of a provenance relation.
public struct Entity: Hashable, Sendable {
  public var id: ConceptID
  public var label: String
  public var kind: EntityKind
  public var documents: [DocumentID]

  public init(id: ConceptID, label: String, kind: EntityKind, documents: [DocumentID] = []) {
    self.id = id
    self.label = label
    self.kind = kind
    self.documents = documents
  }
}

/// One place in a document where a concept or entity is named.
public struct Mention: Hashable, Sendable {
  /// The concept or entity.
  public var concept: ConceptID
  /// The passage; `quote` is the term as it stands.
  public var evidence: Evidence
  public var confidence: Double
  public var rule: String

  public init(concept: ConceptID, evidence: Evidence, confidence: Double, rule: String) {
    self.concept = concept
    self.evidence = evidence
    self.confidence = confidence
    self.rule = rule
  }
}

/// A short form and the long form that the text gives for it.
public struct Abbreviation: Hashable, Sendable {
  public var short: String
  /// Nil where the text gives no long form.
  public var long: String?
  /// Short and long form together.
  public var evidence: Evidence
  public var confidence: Double
  public var rule: String

  public init(short: String, long: String?, evidence: Evidence, confidence: Double, rule: String) {
    self.short = short
    self.long = long
    self.evidence = evidence
    self.confidence = confidence
    self.rule = rule
  }
}

/// What a source says that a term means.
public struct Definition: Hashable, Sendable {
  public var concept: ConceptID
  /// The term as it stands in the text.
  public var term: String
  /// The defining text.
  public var text: String
  /// The broader notion that the term is placed under, as it stands.
  public var genus: String?
  /// The concept of the genus, when it is one.
  public var genusConcept: ConceptID?
  /// What sets the term apart within its genus; each a clause of the defining text or of a "requires" passage.
  public var conditions: [String]
  /// Where the definition holds ("in reinforcement learning"), when the text limits it.
  public var scope: String?
  public var attribution: Attribution
  public var confidence: Double
  public var rule: String
  public var evidence: Evidence

  public init(
    concept: ConceptID, term: String, text: String, genus: String? = nil, genusConcept: ConceptID? = nil,
    conditions: [String] = [], scope: String? = nil, attribution: Attribution = .author, confidence: Double,
    rule: String, evidence: Evidence
  ) {
    self.concept = concept
    self.term = term
    self.text = text
    self.genus = genus
    self.genusConcept = genusConcept
    self.conditions = conditions
    self.scope = scope
    self.attribution = attribution
    self.confidence = confidence
    self.rule = rule
    self.evidence = evidence
  }
}
