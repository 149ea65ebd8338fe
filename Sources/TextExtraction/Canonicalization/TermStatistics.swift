import ConceptModel

/// What a corpus says about one merge key.
struct TermStatistics {
  /// The words of the key.
  var words: [String]
  /// How often it is a whole candidate, and how often only part of a longer one.
  var frequency = 0
  var nested = 0
  /// The number of documents that hold it.
  var documents = 0
  /// The distinct longer keys it is nested in, by number.
  var containers: Set<Int> = []
  /// Spellings with their counts in running text.
  var forms: [String: Int] = [:]
  /// Spellings from headings, sentence starts and evidence, where capitals say nothing.
  var displayForms: [String: Int] = [:]
  var emphasised = 0
  var quoted = 0
  var defined = 0
  var heading = 0
  var code = 0
  var complemented = 0
  var verbal = 0
  /// How often a relation, definition, abbreviation, scale or statement names it.
  var relations = 0
  var definitions = 0
  var abbreviations = 0
  var scales = 0
  var statements = 0
  /// The largest share of the words of a document that it makes up.
  var density = 0.0

  /// C-value of Frantzi, Ananiadou and Mima (2000) with log₂(n + 1), so that single words count too.
  func cValue() -> Double {
    let total = Double(frequency + nested)
    let length = Double(words.count + 1).binaryLogarithm
    guard !containers.isEmpty else { return length * total }
    return length * (total - Double(nested) / Double(containers.count))
  }
}

/// The statistics of all keys of a corpus.
struct TermTable {
  /// All keys in the order in which the documents bring them.
  private(set) var keys: [String] = []
  private(set) var statistics: [TermStatistics] = []
  private(set) var tokenCount = 0
  private var numbers: [String: Int] = [:]
  /// Shares of shorter documents are taken of this many words: one occurrence says little.
  private static let leastWords = 100
  /// The merge key of spellings that are no candidates of their own, computed once.
  private var cache: [String: String] = [:]

  init(_ locals: [LocalExtraction]) {
    for local in locals {
      tokenCount += local.tokenCount
      let numbers = local.spellings.map { number(ofKey: $0.key) }
      count(local, numbers)
      countEvidence(local)
    }
  }

  /// The merge key of a label, from the cache.
  mutating func key(_ label: String) -> String {
    if let key = cache[label] { return key }
    let key = MergeKey.of(TermPhrase.stripped(label))
    cache[label] = key
    return key
  }

  /// What is known about a key, or nil when no document has it.
  subscript(key: String) -> TermStatistics? { numbers[key].map { statistics[$0] } }

  private mutating func number(ofKey key: String) -> Int {
    if let number = numbers[key] { return number }
    numbers[key] = keys.count
    keys.append(key)
    statistics.append(TermStatistics(words: key.split(separator: " ").map(String.init)))
    return keys.count - 1
  }

  /// Counts per spelling first, so that the corpus tables are touched once a spelling and not once a place.
  private mutating func count(_ local: LocalExtraction, _ numbers: [Int]) {
    var tallies = [SpellingTally](repeating: SpellingTally(), count: local.spellings.count)
    var pairs: Set<UInt64> = []
    var container = 0
    var containerEnd: UInt32 = 0
    for term in local.terms {
      let spelling = Int(term.spelling)
      if term.flags.contains(.nested) {
        tallies[spelling].nested += 1
        if term.place.end <= containerEnd { pairs.insert(UInt64(numbers[spelling]) << 32 | UInt64(container)) }
      } else {
        container = numbers[spelling]
        containerEnd = term.place.end
        tallies[spelling].add(term.flags)
      }
      if term.flags.contains(.code) { tallies[spelling].code += 1 }
    }
    var here: [Int: Int] = [:]
    for (index, tally) in tallies.enumerated() {
      let number = numbers[index]
      tally.add(to: &statistics[number], spelling: TermPhrase.withoutShortForm(local.spellings[index].text))
      here[number, default: 0] += tally.occurrences
    }
    for (number, count) in here {
      statistics[number].documents += 1
      let share = Double(count) / Double(max(local.tokenCount, Self.leastWords))
      statistics[number].density = max(statistics[number].density, share)
    }
    for pair in pairs { statistics[Int(pair >> 32)].containers.insert(Int(pair & 0xFFFF_FFFF)) }
  }

  private mutating func update(_ label: String, _ body: (inout TermStatistics) -> Void) {
    let stripped = TermPhrase.stripped(label)
    let key = key(stripped)
    guard !key.isEmpty else { return }
    let number = number(ofKey: key)
    statistics[number].displayForms[stripped, default: 0] += 1
    body(&statistics[number])
  }

  private mutating func countEvidence(_ local: LocalExtraction) {
    for item in local.abbreviations {
      if let long = item.long { update(long) { $0.abbreviations += 1 } }
    }
    for item in local.definitions { update(item.term) { $0.definitions += 1 } }
    for item in local.relations {
      update(item.subject) { $0.relations += 1 }
      update(item.object) { $0.relations += 1 }
    }
    for item in local.scales {
      for member in item.members { update(member) { $0.scales += 1 } }
    }
    for item in local.statements {
      for term in item.terms where term.split(separator: " ").count <= 6 { update(term) { $0.statements += 1 } }
    }
  }
}

/// How one spelling stands in one document.
private struct SpellingTally {
  var nested = 0
  var plain = 0
  var display = 0
  var emphasised = 0
  var quoted = 0
  var defined = 0
  var heading = 0
  var code = 0
  var complemented = 0
  var verbal = 0

  var occurrences: Int { nested + plain + display }

  mutating func add(_ flags: TermCandidate.Flags) {
    if flags.contains(.heading) || flags.contains(.sentenceInitial) { display += 1 } else { plain += 1 }
    if flags.contains(.emphasised) { emphasised += 1 }
    if flags.contains(.quoted) { quoted += 1 }
    if flags.contains(.defined) { defined += 1 }
    if flags.contains(.heading) { heading += 1 }
    if flags.contains(.complemented) { complemented += 1 }
    if flags.contains(.verbal) { verbal += 1 }
  }

  func add(to stats: inout TermStatistics, spelling: String) {
    stats.nested += nested
    stats.frequency += plain + display
    if plain > 0 { stats.forms[spelling, default: 0] += plain }
    if display > 0 { stats.displayForms[spelling, default: 0] += display }
    stats.emphasised += emphasised
    stats.quoted += quoted
    stats.defined += defined
    stats.heading += heading
    stats.code += code
    stats.complemented += complemented
    stats.verbal += verbal
  }
}

/// Phrases as arguments of relations come: with articles, possessives and appraisals before the term.
enum TermPhrase {
  private static let determiners: Set<String> = [
    "a", "an", "the", "this", "that", "these", "those", "its", "their", "our", "my", "your", "his", "her", "no", "what",
    "which", "some", "any", "each", "every", "all", "both", "either", "neither", "one", "two", "three", "four", "five",
  ]

  /// The phrase without leading determiners and filler adjectives, quotation marks and final punctuation.
  static func stripped(_ phrase: String) -> String {
    if isPlainWord(phrase) { return phrase }
    let whole = withoutShortForm(phrase)
    var text = whole[...]
    while let first = text.first, marks.contains(first) { text = text.dropFirst() }
    while let last = text.last, marks.contains(last), !(last == "." && isDottedAcronym(text)) { text = text.dropLast() }
    if let last = text.last, last == ")" || last == "]", !text.contains(last == ")" ? "(" : "[") {
      text = text.dropLast()
    }
    var words = text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\u{A0}" || $0 == "\r" || $0 == "\t" })[
      ...]
    while words.count > 1, let first = words.first {
      let lower = first.lowercased()
      guard determiners.contains(lower) || TermFilter.isFiller(lower) else { break }
      words = words.dropFirst()
    }
    let term = words.joined(separator: " ")
    // "the “plus four” method": the marks cite the words and are none of them.
    return term.contains(where: quotationMarks.contains) ? term.filter { !quotationMarks.contains($0) } : term
  }

  /// "machine translation (MT) systems" and "machine translation (MT)" without the short form.
  static func withoutShortForm(_ phrase: String) -> String {
    guard phrase.utf8.contains(0x28), let open = phrase.firstRange(of: " ("),
      let close = phrase[open.upperBound...].firstIndex(of: ")"),
      phrase[open.upperBound..<close].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" })
    else { return phrase }
    return String(phrase[..<open.lowerBound]) + phrase[phrase.index(after: close)...]
  }

  private static let quotationMarks: Set<Character> = ["\"", "“", "”", "„", "«", "»"]
  private static let marks: Set<Character> = [
    "\"", "“", "”", "'", "‘", "’", "*", "_", "`", " ", "\n", "(", "[", ",", ".", ";", ":", "!", "?",
  ]

  /// Whether the phrase is one word of ASCII letters and hyphens, from which nothing can be stripped.
  private static func isPlainWord(_ phrase: String) -> Bool {
    phrase.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x41 && $0 <= 0x5A || $0 == 0x2D }
  }

  private static func isDottedAcronym(_ text: Substring) -> Bool { text.dropLast().contains(".") }
}
