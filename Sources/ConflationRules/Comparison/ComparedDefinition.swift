import ConceptModel

/// A definition with what is compared of it.
struct ComparedDefinition {
  let definition: Definition
  let genus: Genus?
  /// The content words of the defining text without those of the term itself.
  let stems: Set<String>
  /// The content words of each condition that has any.
  let conditions: [(text: String, stems: Set<String>)]

  /// Nil for a definition that extraction itself doubts.
  init?(_ definition: Definition) {
    guard definition.confidence >= CorpusIndex.leastConfidence.value else { return nil }
    self.definition = definition
    genus = Genus(definition)
    let own = ContentWords.stems(definition.term)
    stems = ContentWords.stems(definition.text, without: own)
    conditions = definition.conditions.compactMap { text in
      let stems = ContentWords.stems(text, without: own)
      return stems.isEmpty ? nil : (text, stems)
    }
  }
}

/// A share with two places behind the point.
func hundredths(_ share: Double) -> String {
  let value = Int(share * 100 + 0.5)
  return "\(value / 100).\(value % 100 < 10 ? "0" : "")\(value % 100)"
}
