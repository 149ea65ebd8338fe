import ConceptModel

/// Decides which keys of a corpus are concepts.
///
/// Termhood adds what the place says (defined, abbreviated, emphasised, headed, related), how the words stand out
/// against everyday English, and C-value over the corpus. The weights were set on the training part of the abstracts and
/// the development part of the term lists; `docs/Quality.md` has the figures.
final class ConceptSelection {
  /// Scores at and above this are concepts.
  static let threshold = 1.1
  /// The termhood of what can be no concept.
  private static let impossible = -10.0

  private let table: TermTable
  private var known: [String: Double] = [:]

  init(table: TermTable) { self.table = table }

  /// The termhood of a key, computed once; keys that can be no concept have a negative one.
  func termhood(_ key: String) -> Double {
    if let value = known[key] { return value }
    let value = computedTermhood(key)
    known[key] = value
    return value
  }

  private func computedTermhood(_ key: String) -> Double {
    guard let stats = table[key], let head = stats.words.last else { return Self.impossible }
    guard TermFilter.isWellFormed(stats.words), stats.code * 2 <= stats.frequency + stats.nested else {
      return Self.impossible
    }
    let words = stats.words
    if words.count == 1 && TermFilter.isEmptyNoun(head) { return Self.impossible }
    if words.allSatisfy({ TermFilter.isEmptyNoun($0) || TermFilter.isFiller($0) }) { return Self.impossible }
    let strong = stats.definitions + stats.abbreviations + stats.scales + stats.defined
    // "ci_low", "friend_1": names of variables.
    if words.count == 1, strong == 0, head.contains("_") { return Self.impossible }
    var score = strong > 0 ? 1.2 : 0
    score += stats.statements > 0 ? 0.4 : 0
    score += min(0.6, 0.3 * Double(stats.relations))
    score += stats.emphasised > 0 ? 0.2 : 0
    score += stats.quoted > 0 ? 0.15 : 0
    score += stats.heading > 0 ? 0.15 : 0
    score += rarity(words)
    score += min(0.6, 0.24 * (1 + max(0, stats.cValue())).binaryLogarithm)
    score += min(0.3, contrast(key, stats))
    score -= passing(stats, strong: strong)
    // "low error", "large corpus": an everyday adjective measures more often than it names.
    if words.count > 1, GeneralEnglish.counts(of: words[0]).adjective >= 8 { score -= 0.15 }
    if TermFilter.isEmptyNoun(head) { score -= 0.6 }
    if words.count == 1, strong == 0 {
      if TermFilter.isScaffolding(head) { score -= TermFilter.isAboutTheWork(head) ? 2 : 1.5 }
      let whole = Double(max(1, stats.frequency))
      score -= 0.4 * Double(stats.complemented) / whole
      score -= 0.6 * Double(stats.verbal) / whole
      if stats.frequency <= 2, stats.relations == 0, isWrittenAsName(stats) { score -= 0.5 }
    }
    return score
  }

  /// What a phrase loses that a long document uses once and says nothing of, the more the longer the document.
  ///
  /// In an abstract every phrase has its place; a chapter passes over many that are no terms of its field.
  private func passing(_ stats: TermStatistics, strong: Int) -> Double {
    guard stats.words.count > 1, stats.frequency + stats.nested == 1, strong + stats.relations + stats.statements == 0,
      stats.density > 0
    else { return 0 }
    let length = 1 / stats.density
    return min(Self.passingLimit, max(0, Self.passingWeight * (length / Self.abstractLength).binaryLogarithm))
  }

  private static let passingWeight = 0.15
  private static let passingLimit = 0.45
  /// Words of a document up to which a phrase that occurs once is no passing one.
  private static let abstractLength = 400.0

  /// Whether a word stands with a capital and small letters inside sentences, and never without: a name as far as the text
  /// tells, and when the text passes over it that of a person or place rather than a term.
  private func isWrittenAsName(_ stats: TermStatistics) -> Bool {
    !stats.forms.isEmpty
      && stats.forms.keys.allSatisfy { form in
        guard let first = form.unicodeScalars.first, first.properties.isUppercase else { return false }
        return form.unicodeScalars.dropFirst().allSatisfy { !$0.properties.isUppercase }
      }
  }

  /// The same with the scaffolding of scholarly prose counted less against: "the method" is no term of a field, and yet what
  /// a sentence says of it is said of something.
  private func nodehood(_ key: String) -> Double {
    let hood = termhood(key)
    guard hood > Self.impossible, let stats = table[key], stats.words.count == 1, TermFilter.isScaffolding(key) else {
      return hood
    }
    return hood + 1
  }

  /// Whether the key is what an edge between terms may end at.
  func isEnd(_ key: String) -> Bool { nodehood(key) >= Self.threshold }

  /// Whether the key is a term: its mentions count, it is listed among the concepts of the field.
  func isTerm(_ key: String) -> Bool { termhood(key) >= Self.threshold }

  /// Whether the key can be the end of an edge: a term, or any noun phrase that a rule related to another one.
  ///
  /// Everyday words stand in relations too ("smoking causes cancer"); kept out are words that say nothing, and a single
  /// everyday word that no document of the corpus uses more than English at large does.
  func isNode(_ key: String) -> Bool {
    let hood = nodehood(key)
    if hood >= Self.threshold { return true }
    guard hood >= 0, let stats = table[key], stats.relations > 0 else { return false }
    return stats.words.count > 1 || isSalient(stats)
  }

  /// Whether some document uses a single word much more than everyday English does.
  private func isSalient(_ stats: TermStatistics) -> Bool {
    guard let word = stats.words.first else { return false }
    let general = Double(GeneralEnglish.counts(of: word).all + 2) / Double(GeneralEnglishTable.total)
    return stats.density >= Self.salience * general
  }

  /// Words of a larger corpus are counted as if it had this many: a rare noun is no less a term in a library.
  private static let wholeCorpus = 50_000
  /// How many times as dense as in everyday English a word has to stand in a document to be something it is about.
  private static let salience = 12.0

  /// Whether a phrase opens with an everyday adjective that it only happens to have.
  ///
  /// "effective feature extraction", seen once, is an extraction of features; "natural language processing", seen again
  /// and again, is a term with its adjective.
  func isChanceModifier(_ key: String) -> Bool {
    guard let stats = table[key], stats.words.count >= 2, stats.frequency + stats.nested <= 1,
      stats.definitions + stats.abbreviations + stats.scales + stats.statements == 0
    else { return false }
    let isEveryday = stats.words.count >= 3 && GeneralEnglish.counts(of: stats.words[0]).adjective >= 8
    guard isEveryday || TermFilter.isGradable(stats.words[0]) else { return false }
    return isTerm(stats.words.dropFirst().joined(separator: " "))
  }

  /// How technical the words look: the mean of head and rarest word, with a bonus for phrases.
  func rarity(_ words: [String]) -> Double {
    let rarities = words.map { word in
      GeneralEnglish.rarity(of: word.split(separator: "-").last.map(String.init) ?? word)
    }
    guard let head = rarities.last, let best = rarities.max() else { return 0 }
    return words.count > 1 ? 0.25 + 0.35 * head + 0.4 * best : 0.75 * head
  }

  /// How much more often a single word occurs here than in everyday English, as the logarithm of the ratio.
  private func contrast(_ key: String, _ stats: TermStatistics) -> Double {
    guard stats.words.count == 1, table.tokenCount > 0 else { return 0 }
    let here = Double(stats.frequency + stats.nested) / Double(min(max(table.tokenCount, 5_000), Self.wholeCorpus))
    let general = Double(GeneralEnglish.counts(of: key).all + 2) / Double(GeneralEnglishTable.total)
    return here > general ? 0.12 * (here / general).binaryLogarithm : -0.2
  }
}
