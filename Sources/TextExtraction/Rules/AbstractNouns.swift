/// Nouns that name events, states and properties by the look of their ending: "collision", "weakness", "misalignment".
enum AbstractNouns {
  private static let endings: [[UInt8]] = [
    "tion", "sion", "ment", "ance", "ence", "ancy", "ency", "ity", "ness", "ism", "sis", "ship", "hood", "ing", "acy",
    "itis", "osis", "emia", "pathy", "phobia", "ysis", "xia",
  ].map { Array($0.utf8) }

  /// Whether a lemma ends as abstract nouns do.
  static func contains(_ lemma: String) -> Bool {
    let bytes = Array(lemma.utf8)
    return endings.contains { bytes.count > $0.count + 1 && bytes.suffix($0.count).elementsEqual($0) }
  }
}
