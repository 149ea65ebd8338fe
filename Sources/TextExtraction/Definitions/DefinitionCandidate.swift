/// A passage that says what a term means.
///
/// All ranges are bytes of `Document.text`. Who holds the definition is for the caller to find out.
public struct DefinitionCandidate: Sendable, Hashable {
  /// The term, without determiner and quotation marks.
  public var term: Range<Int>
  /// The defining text.
  public var text: Range<Int>
  /// The head noun phrase of the defining text, "a kind of" looked through, without determiner.
  public var genus: Range<Int>?
  /// What sets the term apart within its genus: relative clauses, participles and other complements, in text order.
  public var conditions: [Range<Int>]
  /// Where the definition holds ("in reinforcement learning").
  public var scope: Range<Int>?
  /// From the first to the last of all parts.
  public var quote: Range<Int>
  /// Whether only a necessary condition is given ("X requires Y").
  public var isPartial: Bool
  /// The probability that a careful reader would call the passage a definition of the term, 0…1.
  public var confidence: Double
  /// The id of the rule that found it, such as `DEF-copula`.
  public var rule: String

  public init(
    term: Range<Int>, text: Range<Int>, genus: Range<Int>? = nil, conditions: [Range<Int>] = [],
    scope: Range<Int>? = nil, quote: Range<Int>, isPartial: Bool = false, confidence: Double, rule: String
  ) {
    self.term = term
    self.text = text
    self.genus = genus
    self.conditions = conditions
    self.scope = scope
    self.quote = quote
    self.isPartial = isPartial
    self.confidence = confidence
    self.rule = rule
  }
}
