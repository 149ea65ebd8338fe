import ConceptModel

/// The phrases of a sentence that a statement about words can be about: noun phrases and quoted passages.
struct ArgumentScanner {
  /// One such phrase.
  struct Argument {
    /// Bytes of the text, without quotation marks.
    var range: Range<Int>
    var isQuoted: Bool
    var isSubject: Bool
  }

  private let analyzed: AnalyzedDocument
  /// The word forms of the sentence, parts of hyphenated ones too: a cheap test for cue phrases.
  private let forms: Set<String>
  /// The bytes of the sentence.
  let range: Range<Int>
  /// The sentence in lower case; ASCII letters only are changed, so that offsets stay.
  let lower: [UInt8]
  /// In text order, without overlaps; a quoted passage swallows the noun phrases in it.
  let arguments: [Argument]

  init(_ document: WordedDocument, sentence: Int, candidates: [TermCandidate]) {
    analyzed = document.analyzed
    forms = Self.forms(document.words[sentence])
    range = analyzed.bytes(of: analyzed.sentences[sentence].tokens)
    lower = analyzed.document.text[range].map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 32 : $0 }
    let quoted = Self.quotations(analyzed.document.text, range)
    var all = quoted.map { Argument(range: $0, isQuoted: true, isSubject: false) }
    for candidate in candidates where !candidate.flags.contains(.nested) {
      if quoted.contains(where: { $0.overlaps(candidate.range) }) { continue }
      all.append(Argument(range: candidate.range, isQuoted: false, isSubject: candidate.flags.contains(.subject)))
    }
    arguments = all.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The text of an argument.
  func text(_ argument: Argument) -> String { analyzed.string(argument.range) }

  /// The word forms of a sentence and the parts of hyphenated ones.
  static func forms(_ words: [Word]) -> Set<String> {
    var forms: Set<String> = []
    for word in words where word.tag != .punct {
      forms.insert(word.form)
      if word.isHyphenated { for part in word.form.split(separator: "-") { forms.insert(String(part)) } }
    }
    return forms
  }

  /// The cue phrases of a list that occur in the sentence, each with its places.
  func occurrences(of list: CueList) -> [(phrase: String, place: Range<Int>)] {
    var found: [(phrase: String, place: Range<Int>)] = []
    for cue in list.cues where forms.contains(cue.key) {
      for place in occurrences(of: cue.phrase) { found.append((cue.phrase, place)) }
    }
    return found
  }

  /// Whether a cue phrase of the list occurs in the sentence.
  func contains(_ list: CueList) -> Bool { !occurrences(of: list).isEmpty }

  /// The offsets within the text at which a lower-case phrase begins and ends, at word boundaries.
  func occurrences(of phrase: String) -> [Range<Int>] {
    let needle = Array(phrase.utf8)
    guard needle.count <= lower.count else { return [] }
    var found: [Range<Int>] = []
    var index = 0
    while index + needle.count <= lower.count {
      if lower[index] == needle[0], lower[index..<index + needle.count].elementsEqual(needle),
        index == 0 || !Self.isLetter(lower[index - 1]),
        index + needle.count == lower.count || !Self.isLetter(lower[index + needle.count])
      {
        found.append(range.lowerBound + index..<range.lowerBound + index + needle.count)
        index += needle.count
      } else {
        index += 1
      }
    }
    return found
  }

  /// The first argument behind a place, when only light words stand between.
  func argument(after place: Int, atMost words: Int = 4) -> Argument? {
    guard let next = arguments.first(where: { $0.range.lowerBound >= place }) else { return nil }
    let gap = gapText(place..<next.range.lowerBound)
    return gap.count <= words && gap.allSatisfy({ Self.light.contains($0) }) ? next : nil
  }

  /// The argument right behind another one, joined by one of the connectors ("and", "with", "/").
  func argument(after first: Argument, joinedBy connectors: Set<String>) -> Argument? {
    guard let next = arguments.first(where: { $0.range.lowerBound >= first.range.upperBound }) else { return nil }
    let gap = gapText(first.range.upperBound..<next.range.lowerBound).filter {
      !Self.light.contains($0) || connectors.contains($0)
    }
    return gap.count == 1 && connectors.contains(gap[0]) ? next : nil
  }

  /// The subject before a place: the last argument marked as one, else the first of the sentence.
  func subject(before place: Int) -> Argument? {
    let before = arguments.filter { $0.range.upperBound <= place }
    return before.last { $0.isSubject } ?? before.first
  }

  /// The words and signs between two places, lower case, without quotation marks.
  private func gapText(_ gap: Range<Int>) -> [String] {
    guard gap.lowerBound < gap.upperBound else { return [] }
    let text = String(
      decoding: lower[gap.lowerBound - range.lowerBound..<gap.upperBound - range.lowerBound], as: UTF8.self)
    var cleaned = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "“", "”", "‘", "’", "(", ")", "[", "]", ",", ".", "!", "?": cleaned += " "
      case "/": cleaned += " / "
      default: cleaned.unicodeScalars.append(scalar)
      }
    }
    return cleaned.split(separator: " ").map(String.init)
  }

  private static let light: Set<String> = [
    "a", "an", "the", "this", "that", "these", "those", "things", "like", "something", "such", "as", "mere", "merely",
    "actual", "actually", "simply", "just", "what", "is", "called", "being", "some", "both", "between", "word", "term",
    "terms", "words", "phrase", "of", "say", "so-called", "more", "general", "simple", "real", "notion", "notions",
    "concept", "concepts",
  ]

  static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x61 && byte <= 0x7A || byte >= 0x41 && byte <= 0x5A || byte >= 0x30 && byte <= 0x39
  }

  /// The passages between quotation marks, without the marks and without a comma or full stop at their end.
  static func quotations(_ text: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var open: Int?
    var index = range.lowerBound
    while index < range.upperBound {
      let isStraight = text[index] == 0x22
      let isCurly = index + 2 < text.count && text[index] == 0xE2 && text[index + 1] == 0x80
      let opens = isStraight && open == nil || isCurly && text[index + 2] == 0x9C
      let closes = isStraight && open != nil || isCurly && text[index + 2] == 0x9D
      let width = isStraight ? 1 : 3
      if opens {
        open = index + width
        index += width
      } else if closes, let start = open {
        var end = index
        while end > start, [0x2C, 0x2E, 0x20].contains(text[end - 1]) { end -= 1 }
        if end > start { found.append(start..<end) }
        open = nil
        index += width
      } else {
        index += 1
      }
    }
    return found
  }
}

/// Cue phrases that are looked for together.
struct CueList: Sendable {
  /// A phrase and its longest word, which has to be in a sentence for the phrase to be.
  struct Cue: Sendable {
    var phrase: String
    var key: String
  }

  let cues: [Cue]

  init(_ phrases: [String]) {
    cues = phrases.map { phrase in
      let words = phrase.split(whereSeparator: { $0 == " " || $0 == "-" })
      return Cue(phrase: phrase, key: String(words.max { $0.count < $1.count } ?? ""))
    }
  }
}
