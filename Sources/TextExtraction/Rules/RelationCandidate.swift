import ConceptModel

/// A relation that a rule found between two phrases of a document, before phrases become concepts.
public struct RelationCandidate: Sendable, Hashable {
  /// Bytes of the text: the noun phrase without determiner, as a term would be written.
  public var subject: Range<Int>
  public var object: Range<Int>
  /// The phrase with its prepositional complements ("definition of deception"); begins where `subject` begins.
  public var fullSubject: Range<Int>
  public var fullObject: Range<Int>
  /// A relation of the closed list, or one that the rules declare.
  public var relation: String
  /// The wording that carries the relation.
  public var surface: Range<Int>
  /// The sentence, or the sentences when a pronoun was resolved into an earlier one.
  public var quote: Range<Int>
  public var polarity: Polarity
  public var modality: Modality
  public var hedged: Bool
  public var basis: Basis
  /// The rule's precision, lowered where the parser was unsure.
  public var confidence: Double
  /// The id of the rule.
  public var rule: String
  /// Who holds the view, when the sentence says so: "X argues that …", "according to X", "as defined by X".
  public var holder: Range<Int>?
  /// Whether the view is put down to people in general ("some people think").
  public var isReportedOpinion: Bool
  /// Whether the claim stands inside quotation marks.
  public var isQuoted: Bool
}
