import ConceptModel

/// Which words and phrases of English cannot be terms or parts of them, whatever the field.
enum TermFilter {
  /// Words that come before a noun without belonging to the term: quantity, order, identity, appraisal.
  private static let fillers: Set<String> = [
    "many", "much", "more", "most", "several", "various", "numerous", "few", "fewer", "some", "any", "other", "another",
    "same", "different", "certain", "such", "own", "whole", "entire", "all", "both", "each", "every", "single",
    "first", "second", "third", "fourth", "last", "next", "previous", "following", "above", "former", "latter",
    "final", "initial", "new", "old", "recent", "current", "existing", "present", "past", "future", "further",
    "additional", "extra", "particular",
    "important", "crucial", "essential", "significant", "relevant", "interesting", "useful", "helpful", "good",
    "better", "best", "bad", "worse", "worst", "great", "larger", "smaller", "huge", "tiny",
    "nice", "easy", "difficult", "obvious", "clear", "possible", "likely", "unlikely",
    "potential", "actual", "suitable", "appropriate", "typical", "usual",
    "popular", "famous", "well-known", "so-called", "able", "available", "similar", "related", "entirely",
    "usually", "interested", "enough", "only", "very", "quite", "rather",
    "powerful", "promising", "novel", "traditional", "conventional",
    "underlying", "resulting", "corresponding", "respective", "given", "proposed", "desired", "said", "just", "mere",
    "sufficient", "sufficiently", "necessary", "reasonable", "surprising", "remarkable", "excellent",
    "considerable", "substantial", "kind", "sort",
  ]

  /// Adjectives that measure or rank in most phrases and belong to the term in some: "large language model", "standard error".
  private static let gradable: Set<String> = [
    "standard", "central", "primary", "key", "main", "major", "minor", "special", "specific", "true", "real", "right",
    "wrong", "proper", "common", "simple", "complete", "full", "total", "overall", "large", "small", "weak", "strong",
    "basic", "fundamental", "original", "hard", "big", "little",
  ]

  /// Whether a participle has become a preposition or a conjunction, as "including" has.
  static func isPrepositional(_ form: String) -> Bool {
    [
      "including", "excluding", "regarding", "concerning", "following", "according", "considering", "given",
      "depending",
      "using", "involving", "containing", "having", "being", "making", "based", "related", "provided", "compared",
    ].contains(form)
  }

  /// Whether a lower-case adjective may or may not belong to the term behind it.
  static func isGradable(_ form: String) -> Bool { gradable.contains(form) }

  /// Nouns that point at the text, at an amount, at time or at anything at all: never terms on their own.
  private static let emptyNouns: Set<String> = [
    "thing", "things", "stuff", "something", "anything", "nothing", "everything", "someone", "anyone", "everyone",
    "people", "person", "man", "woman", "guy", "folk", "everybody", "somebody", "way", "ways", "kind", "sort", "type",
    "lot", "bit", "number", "amount", "couple", "variety", "range", "set", "case", "cases", "example", "examples",
    "instance",
    "section", "chapter", "figure", "table", "page", "paragraph", "part", "post", "posts", "paper", "article", "book",
    "comment", "comments", "note", "notes", "footnote", "link", "text", "word", "words", "sentence", "quote", "reply",
    "fact", "point", "points", "idea", "ideas", "thought", "thoughts", "opinion", "view", "views", "question",
    "questions", "answer", "answers", "issue", "issues", "matter", "reason", "reasons", "problem", "problems", "topic",
    "time", "times", "day", "days", "week", "month", "year", "years", "today", "moment", "hour", "minute", "second",
    "date", "morning", "evening", "night", "weekend", "place", "side", "end", "beginning", "start", "rest", "middle",
    "top", "bottom", "front", "back", "line", "lines", "list", "item", "items", "piece", "pieces", "step", "steps",
    "one", "ones", "other", "others", "another", "none", "half", "both", "same", "own", "etc", "etc.", "use", "uses",
    "work", "works", "job", "result", "results", "effect", "change", "changes", "difference", "version",
    "order", "term", "terms", "name", "names", "sense", "mind", "hand", "eye", "fun", "luck", "thanks", "yes", "no",
    "guess", "look", "try", "go", "lack", "rise", "attempt", "need", "help", "author", "authors", "reader", "readers",
    "friend", "world", "life", "home", "course", "regard", "regards", "respect", "fraction", "majority", "pair",
    "aspect", "aspects", "detail", "details", "feature", "area", "field", "level", "degree", "extent", "manner",
    "i.e.", "e.g.", "aka", "cf", "cf.", "vs", "vs.", "p.", "pp.", "fig.", "al", "al.", "yeah", "ok", "okay", "oh",
    "lots", "kinds", "sorts", "types", "sake", "everyday", "part", "parts",
    "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// Nouns of scholarly prose that speak of the work itself or relate other things: they carry a term only with a
  /// modifier that does.
  private static let scaffolding: Set<String> = Set(
    """
    ability absence accordance account achievement addition advance advantage agreement aim alternative analogy analysis \
    appearance application approach argument arrangement article aspect assessment assumption attempt attention \
    availability background basis behalf belief benefit capability category cause challenge characteristic choice claim \
    class collection combination comparison completion complexity component concept conclusion condition consequence \
    consideration construction contrast contribution creation criterion decision definition demonstration derivation \
    description design determination development difference difficulty dimension direction discovery discussion \
    effectiveness efficiency effort element emphasis evaluation evidence examination existence expectation experience \
    experiment explanation exploration expression extension extent factor failure feasibility finding focus form \
    formulation foundation framework function fundamental generality goal group handling hypothesis identification \
    illustration impact implementation implication importance improvement increase indication influence information \
    insight instance intention interest introduction investigation justification kind knowledge lack limitation literature \
    manner material means measure measurement mechanism method methodology modification motivation nature necessity \
    notion objective observation operation opportunity outcome overview performance period perspective phase phenomenon \
    position possibility practice presence presentation principle procedure process progress project proof property \
    proportion proposal purpose quality quantity reason reduction reference regard relation relationship relevance \
    requirement research researcher response restriction role sample scenario scheme scope selection series setting \
    significance similarity simplicity situation size solution source spectrum stage state statement strategy strength \
    structure study subject success suggestion summary support survey task technique tendency theory tool treatment trend \
    understanding unit usefulness user utility validity value variant variation variety weakness writing
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))

  /// Scaffolding that names what a work makes or uses; the rest says what it does, finds and how it judges that.
  private static let artefacts: Set<String> = [
    "application", "approach", "category", "class", "component", "criterion", "element", "framework", "function",
    "knowledge", "measure", "measurement", "mechanism", "method", "methodology", "principle", "procedure", "process",
    "property", "quantity", "relation", "sample", "scheme", "source", "strategy", "structure", "task", "technique",
    "theory", "tool", "treatment", "unit", "variant",
  ]

  /// Whether a scaffolding noun speaks of the doings and findings of a work and of no thing: "improvement", "study".
  static func isAboutTheWork(_ form: String) -> Bool {
    isScaffolding(form) && !artefacts.contains(LabelKey.singular(form))
  }

  /// Whether a lower-case noun is part of the scaffolding of scholarly prose.
  static func isScaffolding(_ form: String) -> Bool { scaffolding.contains(LabelKey.singular(form)) }

  /// Whether the word, standing before a noun, is no part of a term.
  static func isLeadingFiller(_ word: Word) -> Bool {
    if fillers.contains(word.form) { return true }
    // Comparatives and superlatives measure; they do not name.
    if word.tag == .adj, word.form.hasSuffix("est"), word.form.utf8.count > 5 { return true }
    return false
  }

  /// Whether the lower-case word can be a leading filler; for phrases that come without tags.
  static func isFiller(_ form: String) -> Bool { fillers.contains(form) }

  /// Whether a lower-case noun says nothing by itself.
  static func isEmptyNoun(_ form: String) -> Bool {
    emptyNouns.contains(form) || emptyNouns.contains(LabelKey.singular(form))
  }

  /// Whether the words can be a term at all: letters in them, no lone initial, no web address, sane lengths.
  static func isWellFormed(_ words: [String]) -> Bool {
    guard let head = words.last, words.count <= 8 else { return false }
    for word in words {
      guard word.utf8.count <= 40 else { return false }
      if word.utf8.contains(where: { $0 == 0x40 || $0 == 0x5C || $0 == 0x3C || $0 == 0x3E || $0 == 0x7C }) {
        return false
      }
      if word.hasPrefix("http") || word.hasPrefix("www.") { return false }
    }
    let letters = head.unicodeScalars.filter { $0.properties.isAlphabetic }.count
    return letters >= 2 && letters * 2 >= head.unicodeScalars.count
      && !(words.count == 1 && isEmptyNoun(head))
  }
}
