import ConceptModel

/// Finds the concept that a phrase of one document stands for.
struct TermResolver {
  /// The concept of every accepted merge key.
  let concepts: [String: ConceptID]
  /// Short forms with exactly one long form in the corpus.
  let abbreviations: [String: String]
  /// Short forms as each document defines them, by document number.
  let localAbbreviations: [Int: [String: String]]
  let entities: EntitySelection
  let entityIDs: [String: ConceptID]
  var table: TermTable

  /// The concept of a phrase as it stands; nil when the phrase stands for none.
  ///
  /// The whole phrase first, then what is left when leading modifiers are dropped that the corpus does not use in terms.
  mutating func concept(_ phrase: String, document: Int) -> ConceptID? {
    let text = TermPhrase.stripped(phrase)
    if text.isEmpty || entities.isName(text) { return nil }
    if let long = expansion(text, document: document), let id = concepts[table.key(long)] { return id }
    if let id = concepts[table.key(text)] { return id }
    var words = text.split(separator: " ")
    guard words.count <= 8 else { return nil }
    // "scaffolded SG agents": a short form inside a longer phrase stays; only modifiers are dropped.
    while words.count > 1 {
      let dropped = words.removeFirst().lowercased()
      let rest = words.joined(separator: " ")
      if let id = expansion(rest, document: document).flatMap({ concepts[table.key($0)] }) ?? concepts[table.key(rest)]
      {
        return isPlainModifier(dropped) ? id : nil
      }
    }
    return nil
  }

  /// The entity of a phrase, for the ends of provenance relations.
  func entity(_ phrase: String) -> ConceptID? {
    entities.entity(TermPhrase.stripped(phrase)).flatMap { entityIDs[$0.name] }
  }

  /// The concepts named inside a longer passage, such as a quoted scenario: the longest accepted phrases in it.
  mutating func concepts(inside passage: String, document: Int) -> [ConceptID] {
    let words = passage.split(whereSeparator: { " \n\t,;:()[]\"“”?!".contains($0) })
    var found: [ConceptID] = []
    var index = 0
    while index < words.count {
      var step = 1
      for length in stride(from: min(5, words.count - index), to: 0, by: -1) {
        let phrase = words[index..<index + length].joined(separator: " ")
        let id =
          expansion(phrase, document: document).flatMap { concepts[table.key($0)] } ?? concepts[table.key(phrase)]
        if let id {
          if !found.contains(id) { found.append(id) }
          step = length
          break
        }
      }
      index += step
    }
    return found
  }

  private func expansion(_ text: String, document: Int) -> String? {
    if let long = localAbbreviations[document]?[text] { return long }
    if let long = abbreviations[text] { return long }
    // A plural short form: "LLMs".
    if text.hasSuffix("s"), text.count > 2 {
      let singular = String(text.dropLast())
      return localAbbreviations[document]?[singular] ?? abbreviations[singular]
    }
    return nil
  }

  /// Whether dropping the word before a term leaves the same concept: appraisals and everyday adjectives.
  private func isPlainModifier(_ word: String) -> Bool {
    if TermFilter.isFiller(word) { return true }
    let counts = GeneralEnglish.counts(of: word)
    return counts.adjective > 20 && counts.adjective > counts.noun
  }
}
