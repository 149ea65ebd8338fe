/// Nouns that name events, states and properties by the look of their ending: "collision", "weakness", "misalignment".
enum AbstractNouns {
  private static let endings: [[UInt8]] = [
    "tion", "sion", "ment", "ance", "ence", "ancy", "ency", "ity", "ness", "ism", "sis", "ship", "hood", "ing", "acy",
    "itis", "osis", "emia", "pathy", "phobia", "ysis", "xia",
  ].map { Array($0.utf8) }

  /// Names of things and bodies that only sound like them.
  private static let concrete: Set<String> = [
    "document", "instrument", "element", "segment", "department", "environment", "government", "apartment", "garment",
    "monument", "cement", "fragment", "compartment", "parliament", "ornament", "filament", "ligament", "pigment",
    "equipment", "statement", "station", "nation", "section", "caption", "portion", "lotion", "option", "function",
    "city", "university", "facility", "community", "entity", "quantity", "building", "thing", "string", "ring", "king",
    "wing", "ceiling", "clothing", "painting", "sentence", "fence", "audience", "science", "ambulance", "appliance",
    "ship", "neighborhood", "neighbourhood", "prism", "organism", "mechanism", "pharmacy", "partition", "version",
  ]

  /// Whether a lemma ends as abstract nouns do and names no thing.
  static func contains(_ lemma: String) -> Bool {
    if concrete.contains(lemma) { return false }
    let bytes = Array(lemma.utf8)
    return endings.contains { bytes.count > $0.count + 1 && bytes.suffix($0.count).elementsEqual($0) }
  }
}
