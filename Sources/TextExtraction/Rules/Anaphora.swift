import ConceptModel

/// The plainest kind of anaphora: a pronoun with exactly one candidate in the sentence before it, else nothing.
struct Anaphora {
  /// What the sentence before offers.
  struct Candidate {
    var base: Range<Int>
    var full: Range<Int>
    var isPlural: Bool
    /// Subject or object, not part of an adverbial.
    var isCore: Bool
    var sentenceStart: Int
    var headLemma: UInt32
  }

  var candidates: [Candidate] = []
  let core: CoreWords

  /// Gathers the candidates of the grid's sentence for the pronouns of the next one.
  static func candidates(of grid: SentenceGrid, roles: PredicateRoles, reader: ArgumentReader) -> [Candidate] {
    guard grid.isParsed else { return [] }
    var found: [Candidate] = []
    let start = Int(grid.token(0).start)
    for chunk in grid.chunks where !chunk.isPronoun {
      let label = grid.arc[chunk.head]
      let isSubject = label == .nsubj || label == .nsubjPass
      let isPredicate = label == .root && grid.child(of: chunk.head, .cop) != nil
      guard isSubject || label == .obj || isPredicate || label == .root || label == .obl else { continue }
      guard let phrase = reader.phrase(at: chunk.head) else { continue }
      // The nominal of "X is a Y" names the same thing as X.
      if isPredicate { continue }
      found.append(
        Candidate(
          base: phrase.base, full: phrase.full,
          isPlural: grid.penn[chunk.head] == .nns || grid.penn[chunk.head] == .nnps, isCore: isSubject || label == .obj,
          sentenceStart: start, headLemma: grid.token(chunk.head).lemma))
    }
    return found
  }

  /// The antecedent of a pronoun, or of a demonstrative with a noun that repeats one, if there is exactly one.
  func resolve(_ token: Int, in grid: SentenceGrid) -> ArgumentPhrase? {
    let word = grid.form[token]
    if word == core.former || word == core.latter { return formerOrLatter(word, token, in: grid) }
    let isSingular = word == core.it || word == core.this
    let isPlural = word == core.they || word == core.them || word == core.these
    guard isSingular || isPlural, isEarly(token, in: grid), !isCleft(token, in: grid) else { return nil }
    let fitting = candidates.filter { $0.isPlural == isPlural }
    guard fitting.count == 1, let only = fitting.first, only.isCore else { return nil }
    return ArgumentPhrase(
      base: only.base, full: only.full, token: token, antecedentStart: only.sentenceStart, certainty: 0.75)
  }

  /// Nothing else of the same sentence can be meant: no noun phrase stands before the pronoun.
  private func isEarly(_ token: Int, in grid: SentenceGrid) -> Bool {
    !grid.chunks.contains { $0.range.upperBound <= token && !$0.isPronoun }
  }

  /// "It is this error that we guard against": the pronoun points at what its own sentence brings.
  private func isCleft(_ token: Int, in grid: SentenceGrid) -> Bool {
    let governor = grid.head[token]
    guard grid.form[token] == core.it, governor > token, let copula = grid.child(of: governor, .cop), copula > token,
      copula + 1 < grid.count
    else { return false }
    return core.demonstratives.contains(grid.form[copula + 1])
  }

  private func formerOrLatter(_ word: Int32, _ token: Int, in grid: SentenceGrid) -> ArgumentPhrase? {
    guard candidates.count == 2 else { return nil }
    let choice = candidates[word == core.former ? 0 : 1]
    return ArgumentPhrase(
      base: choice.base, full: choice.full, token: token, antecedentStart: choice.sentenceStart, certainty: 0.75)
  }
}
