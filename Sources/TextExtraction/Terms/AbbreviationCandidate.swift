/// A short form found in a text, with the long form that the text gives for it.
public struct AbbreviationCandidate: Sendable, Hashable {
  /// Bytes of the short form in `Document.text`.
  public var short: Range<Int>
  /// Bytes of the long form, or nil where the text gives none.
  public var long: Range<Int>?
  /// Bytes from the first to the last of both forms, brackets included.
  public var evidence: Range<Int>
  /// The probability that a careful reader would agree, 0…1.
  public var confidence: Double
  /// The id of the rule that found it, such as `ABBR-paren`.
  public var rule: String

  public init(short: Range<Int>, long: Range<Int>?, evidence: Range<Int>, confidence: Double, rule: String) {
    self.short = short
    self.long = long
    self.evidence = evidence
    self.confidence = confidence
    self.rule = rule
  }
}
