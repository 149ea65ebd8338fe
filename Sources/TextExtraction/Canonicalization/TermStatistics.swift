import ConceptModel

/// What a corpus says about one merge key.
struct TermStatistics {
  /// The words of the key.
  var words: [String]
  /// How often it is a whole candidate, and how often only part of a longer one.
  var frequency = 0
  var nested = 0
  var documents: Set<Int> = []
  /// The distinct longer keys it is nested in.
  var containers: Set<String> = []
  /// Spellings with their counts; headings and sentence starts counted apart, for their capitals say nothing.
  var forms: [String: Int] = [:]
  var displayForms: [String: Int] = [:]
  var emphasised = 0
  var quoted = 0
  var defined = 0
  var heading = 0
  var acronym = 0
  var capitalised = 0
  var proper = 0
  var code = 0
  var determined = 0
  /// How often a relation, definition, abbreviation, scale or statement names it.
  var relations = 0
  var definitions = 0
  var abbreviations = 0
  var scales = 0
  var statements = 0

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
  private(set) var table: [String: TermStatistics] = [:]
  /// The merge key of every spelling, computed once.
  private var keys: [String: String] = [:]
  private(set) var tokenCount = 0

  init(_ locals: [LocalExtraction]) {
    for (number, local) in locals.enumerated() {
      tokenCount += local.tokenCount
      count(local, document: number)
      countEvidence(local, document: number)
    }
  }

  /// The merge key of a label, from the cache.
  mutating func key(_ label: String) -> String {
    if let key = keys[label] { return key }
    let key = MergeKey.of(TermPhrase.stripped(label))
    keys[label] = key
    return key
  }

  subscript(key: String) -> TermStatistics? { table[key] }

  private mutating func update(_ label: String, document: Int, _ body: (inout TermStatistics) -> Void) {
    let key = key(label)
    guard !key.isEmpty else { return }
    body(&table[key, default: TermStatistics(words: key.split(separator: " ").map(String.init))])
    table[key]?.documents.insert(document)
  }

  private mutating func count(_ local: LocalExtraction, document: Int) {
    var container = ""
    var containerEnd: UInt32 = 0
    for term in local.terms {
      let isNested = term.flags.contains(.nested)
      if !isNested {
        container = key(term.text)
        containerEnd = term.place.end
      }
      let outer = container
      let inside = isNested && term.place.end <= containerEnd
      update(term.text, document: document) { stats in
        if isNested {
          stats.nested += 1
          if inside { stats.containers.insert(outer) }
        } else {
          stats.frequency += 1
          let unsure = term.flags.contains(.heading) || term.flags.contains(.sentenceInitial)
          if unsure { stats.displayForms[term.text, default: 0] += 1 } else { stats.forms[term.text, default: 0] += 1 }
        }
        if term.flags.contains(.emphasised) { stats.emphasised += 1 }
        if term.flags.contains(.quoted) { stats.quoted += 1 }
        if term.flags.contains(.defined) { stats.defined += 1 }
        if term.flags.contains(.heading), !isNested { stats.heading += 1 }
        if term.flags.contains(.acronym) { stats.acronym += 1 }
        if term.flags.contains(.capitalised) { stats.capitalised += 1 }
        if term.flags.contains(.proper) { stats.proper += 1 }
        if term.flags.contains(.code) { stats.code += 1 }
        if term.flags.contains(.determined) { stats.determined += 1 }
      }
    }
  }

  private mutating func countEvidence(_ local: LocalExtraction, document: Int) {
    for item in local.abbreviations {
      guard let long = item.long else { continue }
      update(long, document: document) {
        $0.abbreviations += 1
        $0.displayForms[long, default: 0] += 1
      }
    }
    for item in local.definitions {
      update(item.term, document: document) {
        $0.definitions += 1
        $0.displayForms[TermPhrase.stripped(item.term), default: 0] += 1
      }
    }
    for item in local.relations {
      for end in [item.subject, item.object] {
        update(end, document: document) {
          $0.relations += 1
          $0.displayForms[TermPhrase.stripped(end), default: 0] += 1
        }
      }
    }
    for item in local.scales {
      for member in item.members {
        update(member, document: document) {
          $0.scales += 1
          $0.displayForms[member, default: 0] += 1
        }
      }
    }
    for item in local.statements {
      for term in item.terms where term.split(separator: " ").count <= 6 {
        update(term, document: document) {
          $0.statements += 1
          $0.displayForms[TermPhrase.stripped(term), default: 0] += 1
        }
      }
    }
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
    var text = phrase[...]
    let marks: Set<Character> = ["\"", "“", "”", "'", "‘", "’", "*", "_", "`", " ", "\n", "(", "[", ",", ".", ";", ":", "!", "?"]
    while let first = text.first, marks.contains(first) { text = text.dropFirst() }
    while let last = text.last, marks.contains(last), !(last == "." && isDottedAcronym(text)) { text = text.dropLast() }
    if let last = text.last, last == ")" || last == "]", !text.contains(last == ")" ? "(" : "[") { text = text.dropLast() }
    var words = text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\u{A0}" || $0 == "\r" || $0 == "\t" })
    while words.count > 1, let first = words.first {
      let lower = first.lowercased()
      guard determiners.contains(lower) || TermFilter.isFiller(lower) else { break }
      words = Array(words.dropFirst())
    }
    return words.joined(separator: " ")
  }

  private static func isDottedAcronym(_ text: Substring) -> Bool { text.dropLast().contains(".") }
}
