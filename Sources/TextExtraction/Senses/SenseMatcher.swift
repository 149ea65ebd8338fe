/// Tells whether a use of a term carries a given definition.
public enum SenseMatcher {
  /// The similarity from which a use counts as carrying the definition: the value that parts the uses of WiC-TSV's
  /// training part best, where it is right for 60 of 100.
  static let threshold = 0.43

  /// Compares the passage that a term is used in with a definition of the term and the broader terms of that sense.
  ///
  /// `confidence`, 0.5…1, grows with the distance from the threshold.
  public static func judge(
    use passage: String, definition: String, hypernyms: [String] = []
  ) -> (matches: Bool, confidence: Double) {
    let sense = ([definition] + hypernyms).joined(separator: " ")
    let distance = WordVectors.english.similarity(passage, sense) - threshold
    return (distance >= 0, 0.5 + min(0.5, abs(distance)) / 2)
  }
}
