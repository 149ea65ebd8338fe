import ConceptModel

/// The broad classes of thing that a defining noun may belong to; a term does not belong to two of them at once.
enum TopCategory: String, Sendable {
  case behaviour, disposition, capability, goal, mechanism, event, measure, artefact
}

/// The broader notion that a definition places its term under, reduced to what can be compared.
struct Genus {
  /// The stem of the head noun: `a statistical measure of spread` → `measur`.
  let head: String
  /// The stems of the noun phrase up to its first preposition.
  let stems: Set<String>
  let concept: ConceptID?
  let category: TopCategory?

  /// Nil when the definition names no genus or one without content.
  init?(_ definition: Definition) {
    guard let text = definition.genus else { return nil }
    var words = ContentWords.words(text)
    // "a kind of X", "one form of X" say X.
    while let index = words.firstIndex(where: Self.classifiers.contains), index + 1 < words.count,
      words[index + 1] == "of"
    {
      words.removeFirst(index + 2)
    }
    let phrase = words.prefix { !Self.phraseEnds.contains($0) }.filter { !ContentWords.functionWords.contains($0) }
    guard let last = phrase.last else { return nil }
    head = ContentWords.stem(last)
    stems = Set(phrase.map(ContentWords.stem))
    concept = definition.genusConcept
    category = Self.categories[LabelKey.singular(last)]
  }

  /// Whether one of the genera is the other, or broader, or of the same broad class.
  func isComparable(with other: Genus, in corpus: CorpusIndex) -> Bool {
    if isSame(as: other) || stems.isSubset(of: other.stems) || other.stems.isSubset(of: stems) { return true }
    if let category, category == other.category { return true }
    guard let concept, let otherConcept = other.concept else { return false }
    return corpus.isKind(concept, of: otherConcept) || corpus.isKind(otherConcept, of: concept)
      || !corpus.equating(concept, otherConcept).isEmpty
  }

  func isSame(as other: Genus) -> Bool { head == other.head || concept != nil && concept == other.concept }

  /// The broad class that the head noun of a label names, if it names one.
  static func category(of label: String) -> TopCategory? {
    let words = ContentWords.words(label)
    return (words.prefix { !phraseEnds.contains($0) }.last).flatMap { categories[LabelKey.singular($0)] }
  }

  private static let classifiers: Set<String> = [
    "kind", "kinds", "type", "types", "form", "forms", "sort", "sorts", "class", "family", "case", "cases",
    "instance", "species", "variety", "variant", "subset", "subtype", "example",
  ]

  private static let phraseEnds: Set<String> = [
    "of", "for", "in", "on", "by", "with", "from", "to", "that", "which", "who", "where", "when", "whose", "at",
    "between", "among", "used", "based", "designed",
  ]

  /// Head nouns that name a broad class by themselves.
  private static let categories: [String: TopCategory] = {
    let lists: [(TopCategory, String)] = [
      (.behaviour, "behaviour behavior act action conduct practice activity"),
      (.disposition, "disposition tendency propensity inclination trait drive attitude habit"),
      (.capability, "capability capacity ability skill competence"),
      (.goal, "goal objective aim purpose target"),
      (.mechanism, "mechanism process procedure method technique approach algorithm strategy"),
      (.event, "event incident episode occurrence accident"),
      (.measure, "measure metric score quantity statistic ratio rate index coefficient number magnitude"),
      (.artefact, "artefact artifact tool device instrument machine system program software dataset document"),
    ]
    var table: [String: TopCategory] = [:]
    for (category, words) in lists { for word in words.split(separator: " ") { table[String(word)] = category } }
    return table
  }()
}
