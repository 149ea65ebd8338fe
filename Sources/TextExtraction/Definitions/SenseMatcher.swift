import ConceptModel

/// Says whether a use of a term carries a given definition.
///
/// The static vectors of the use's surroundings and of the definition with its hypernyms are compared by cosine: a weak
/// signal, for ranking definitions and grouping uses, never proof by itself.
public enum SenseMatcher {
  /// The cosine from which on a use counts as carrying the definition.
  ///
  /// Measured on development data where half of the pairs fit; any value from 0.37 to 0.44 does nearly as well.
  static let threshold = 0.43
  /// Bytes of context on either side of the target that are read.
  private static let reach = 400

  /// Whether the words around a target (bytes of the context's text) fit a definition, with the confidence of the answer.
  public static func match(
    context: AnalyzedDocument, target: Range<Int>, definition: String, hypernyms: [String]
  ) -> (match: Bool, confidence: Double) {
    let similarity = similarity(
      context: context.document.text, target: target, definition: definition, hypernyms: hypernyms)
    guard let similarity else { return (true, 0.5) }
    let margin = min(1, abs(similarity - threshold) / 0.4)
    return (similarity >= threshold, 0.5 + 0.25 * margin)
  }

  /// The cosine of context and definition, or nil when one of them holds no known word.
  static func similarity(
    context: [UInt8], target: Range<Int>, definition: String, hypernyms: [String]
  ) -> Double? {
    let vectors = WordPieceVectors.english
    let low = wordBoundary(context, from: max(0, min(target.lowerBound, context.count) - reach), step: 1)
    let high = wordBoundary(context, from: min(context.count, target.upperBound + reach), step: -1)
    guard low < high, let use = vectors.sum(of: Array(context[low..<high])) else { return nil }
    let meaning = ([definition] + hypernyms).joined(separator: " ")
    guard let sense = vectors.sum(of: Array(meaning.utf8)) else { return nil }
    return WordPieceVectors.cosine(use, sense)
  }

  /// The nearest place in a direction where no word is cut; the ends of the text are such places.
  private static func wordBoundary(_ text: [UInt8], from place: Int, step: Int) -> Int {
    var place = place
    while place > 0, place < text.count, isWordByte(text[place]), isWordByte(text[place - 1]) { place += step }
    return place
  }
}
