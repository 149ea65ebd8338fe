import ConceptModel

/// A definition with what is compared of it.
struct ComparedDefinition {
  let definition: Definition
  let genus: Genus?
  /// The content words of the defining text without those of the term itself.
  let stems: Set<String>
  /// The content words of each condition that has any.
  let conditions: [(text: String, stems: Set<String>)]

  /// Nil for a definition that extraction itself doubts, and for what looks like a heading.
  init?(_ definition: Definition) {
    guard definition.confidence >= CorpusIndex.leastConfidence.value, !definition.looksLikeHeading else { return nil }
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

extension Definition {
  /// Whether a verb of defining follows the term in the quotation: "x is …", "x refers to …", not "x, x which …".
  var hasDefiningVerb: Bool {
    let words = ContentWords.words(evidence.quote)
    let term = ContentWords.words(self.term)
    guard !term.isEmpty, words.count > term.count else { return false }
    for start in 0..<(words.count - term.count) where words[start..<start + term.count].elementsEqual(term) {
      return Self.definingVerbs.contains(words[start + term.count])
    }
    return false
  }

  private static let definingVerbs: Set<String> = [
    "is", "are", "was", "were", "means", "mean", "refers", "refer", "denotes", "denote", "describes", "designates",
  ]

  /// Whether the passage has the shape of a heading or a field ("Appendix: The proof …") rather than of a definition.
  var looksLikeHeading: Bool {
    guard let first = text.unicodeScalars.first, first.properties.isUppercase, !hasDefiningVerb else { return false }
    return evidence.quote.unicodeScalars.contains { $0 == ":" || $0 == "–" || $0 == "—" }
  }
}

/// A share with two places behind the point.
func hundredths(_ share: Double) -> String {
  let value = Int(share * 100 + 0.5)
  return "\(value / 100).\(value % 100 < 10 ? "0" : "")\(value % 100)"
}
