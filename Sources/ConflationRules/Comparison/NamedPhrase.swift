import ConceptModel

/// Whether a name is given to a concept, or to a longer phrase that the concept only stands in.
enum NamedPhrase {
  /// Whether the wording gives a name rather than claims that two things are one.
  static func givesName(_ assertion: Assertion) -> Bool {
    guard let surface = assertion.surface else { return false }
    let words = ContentWords.words(surface)
    return words.contains(where: namingWords.contains) || words == ["a", "k", "a"]
  }

  private static let namingWords: Set<String> = [
    "called", "known", "termed", "named", "dubbed", "referred", "aka", "alias", "synonym", "name", "label",
  ]

  /// Whether a passage equates something other than the two concepts: a longer phrase around one of them.
  static func isPartial(_ assertion: Assertion) -> Bool {
    guard assertion.relation == "same-as", assertion.polarity == .asserted, assertion.basis != .stated else {
      return false
    }
    return assertion.hasNarrowedObject || givesName(assertion) && !isWhole(assertion)
  }

  /// True when the subject opens its clause, or the name follows it at once after a comma or in brackets.
  ///
  /// In "the practice of measuring the skull is known as phrenology" the name does not belong to the skull, and in "this
  /// probability is called the p-value" it belongs to one probability among others.
  static func isWhole(_ assertion: Assertion) -> Bool {
    let quote = Array(LabelKey.folded(assertion.evidence.quote).unicodeScalars)
    let subject = Array(LabelKey.folded(assertion.subjectText).unicodeScalars)
    guard !subject.isEmpty, let start = firstOccurrence(of: subject, in: quote) else { return false }
    let rest = quote[(start + subject.count)...].drop { $0 == " " || $0 == "\"" }
    if let next = rest.first, next == "," || next == "(" { return true }
    return opensClause(quote[..<start])
  }

  private static func firstOccurrence(of part: [Unicode.Scalar], in whole: [Unicode.Scalar]) -> Int? {
    guard part.count <= whole.count else { return nil }
    return (0...(whole.count - part.count)).first { start in
      let end = start + part.count
      return whole[start..<end].elementsEqual(part) && isBorder(whole, start - 1) && isBorder(whole, end)
    }
  }

  private static func isBorder(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard scalars.indices.contains(index) else { return true }
    return !scalars[index].properties.isAlphabetic && scalars[index].properties.numericType == nil
  }

  /// Whether nothing but an article stands between the beginning of the clause and this place.
  private static func opensClause(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: before)
    let clause = String(view).split(omittingEmptySubsequences: false) { ".,;:(".contains($0) }.last ?? ""
    let words = ContentWords.words(String(clause))
    return words.isEmpty || words.count == 1 && ["a", "an", "the"].contains(words[0])
  }
}
