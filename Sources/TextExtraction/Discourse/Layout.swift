import ConceptModel

/// A relation that lay-out states: an item below the phrase that introduces its list.
struct LayoutRelation: Sendable, Equatable {
  var relation: String
  /// Bytes of the item's term.
  var subject: Range<Int>
  /// The class that the list's lead-in names, as a phrase.
  var object: Range<Int>
  /// Bytes of the lead-in and of the item.
  var passage: Range<Int>
  /// The lead-in as it stands.
  var surface: Range<Int>
  var confidence: Double
  var rule: String
}

/// A scale written down with dashes between its members.
struct ScaleCandidate: Sendable, Equatable {
  var members: [Range<Int>]
  var presentsDegrees: Bool
  var block: Int
  var passage: Range<Int>
}

/// Reads the relations that lay-out gives: lists under a lead-in, and scales.
struct LayoutReader {
  let analyzed: AnalyzedDocument
  let words: [[Word]]
  private let candidates: [[TermCandidate]]
  let sentencesOfBlock: [Int: [Int]]

  init(_ document: WordedDocument, candidates: [[TermCandidate]]) {
    analyzed = document.analyzed
    words = document.words
    self.candidates = candidates
    var index: [Int: [Int]] = [:]
    for (number, sentence) in analyzed.sentences.enumerated() { index[sentence.block, default: []].append(number) }
    sentencesOfBlock = index
  }

  // MARK: Lists

  /// `is-a`, `example-of` or `part-of` for every item that begins with a term, below a lead-in that names a class.
  func lists() -> [LayoutRelation] {
    var found: [LayoutRelation] = []
    for (index, block) in analyzed.document.blocks.enumerated() {
      guard case .listItem = block.kind, block.role == .body || block.role == .quotation, let parent = block.parent,
        parent < index, let lead = leadIn(parent), let term = leadingTerm(index)
      else { continue }
      found.append(
        LayoutRelation(
          relation: lead.relation, subject: term, object: lead.term,
          passage: block.range, surface: lead.surface, confidence: lead.confidence, rule: lead.rule))
    }
    return found
  }

  /// The class that a block introduces: "Technical causes:", "There are three kinds of memory:", "Examples of bias:".
  private func leadIn(_ index: Int) -> (
    relation: String, term: Range<Int>, surface: Range<Int>, confidence: Double, rule: String
  )? {
    let block = analyzed.document.blocks[index]
    let text = analyzed.string(block.range)
    guard text.utf8.count <= 120, let sentence = sentencesOfBlock[index]?.last else { return nil }
    let trimmed = text.trimmingTrailing { $0 == " " || $0 == "\n" }
    let hasColon = trimmed.hasSuffix(":")
    if case .heading = block.kind {} else if !hasColon { return nil }
    let words = self.words[sentence].filter { $0.tag != .punct }
    guard let phrase = classPhrase(words) else { return nil }
    let isWhole = phrase.words.count == words.count
    let lower = words.map(\.form)
    // A whole lead-in that is a plural noun phrase, or a sentence that announces kinds, parts or examples.
    let relation: String
    if let marker = lower.first(where: { Self.partMarkers.contains($0) }), !isWhole || lower.first == marker {
      relation = "part-of"
    } else if lower.contains("examples") {
      relation = "example-of"
    } else if isWhole || lower.contains(where: { Self.kindMarkers.contains($0) }) || lower.contains("following")
      || lower.last == "include" || lower.last == "are"
    {
      relation = "is-a"
    } else {
      return nil
    }
    guard phrase.isPlural, !(lower.count == 1 && TermFilter.isEmptyNoun(lower[0])) else { return nil }
    return (relation, phrase.range, block.range, hasColon ? 0.75 : 0.55, hasColon ? "LAY-list" : "LAY-heading-list")
  }

  private static let kindMarkers: Set<String> = [
    "kinds", "types", "forms", "sorts", "classes", "categories", "varieties",
  ]
  private static let partMarkers: Set<String> = ["components", "parts", "steps", "stages", "phases", "elements"]

  /// The plural noun phrase that a lead-in is about, without number words and markers such as "kinds of".
  private func classPhrase(_ words: [Word]) -> (range: Range<Int>, words: ArraySlice<Word>, isPlural: Bool)? {
    var slice = words[...]
    // "There are three kinds of memory" → "memory"; "Examples of bias" → "bias".
    if let marker = slice.firstIndex(where: {
      Self.kindMarkers.contains($0.form) || Self.partMarkers.contains($0.form) || $0.form == "examples"
    }),
      marker + 1 < slice.endIndex, slice[marker + 1].form == "of"
    {
      slice = slice[(marker + 2)...]
      while let first = slice.first, first.tag == .det { slice = slice.dropFirst() }
      guard let nounEnd = phraseEnd(slice) else { return nil }
      let phrase = slice[slice.startIndex..<nounEnd]
      return phrase.isEmpty ? nil : (span(phrase), phrase, true)
    }
    while let first = slice.first,
      first.tag == .det || first.tag == .num || TermFilter.isLeadingFiller(first) || first.form == "there"
        || first.tag == .aux || first.form == "following"
    {
      slice = slice.dropFirst()
    }
    guard let end = phraseEnd(slice), end > slice.startIndex else { return nil }
    var phrase = slice[slice.startIndex..<end]
    // One prepositional complement belongs to the class: "paths to extinction", "sources of error".
    if end + 1 < slice.endIndex, slice[end].tag == .adp || slice[end].form == "to",
      let inner = phraseEnd(slice[(end + 1)...])
    {
      let isHead = isPlural(phrase.last)
      phrase = slice[slice.startIndex..<inner]
      return (span(phrase), words.count == phrase.count ? words[...] : phrase, isHead)
    }
    let plural = isPlural(phrase.last)
    return (span(phrase), words.count == phrase.count ? words[...] : phrase, plural)
  }

  private func phraseEnd(_ slice: ArraySlice<Word>) -> Int? {
    var end = slice.startIndex
    var lastNoun: Int?
    while end < slice.endIndex, [.noun, .propn, .adj, .verb].contains(slice[end].tag) {
      if slice[end].tag == .noun || slice[end].tag == .propn { lastNoun = end + 1 }
      if slice[end].tag == .verb, lastNoun != nil { break }
      end += 1
    }
    return lastNoun
  }

  private func span(_ words: ArraySlice<Word>) -> Range<Int> {
    guard let first = words.first, let last = words.last else { return 0..<0 }
    return first.range.lowerBound..<last.range.upperBound
  }

  private func isPlural(_ word: Word?) -> Bool {
    guard let word else { return false }
    return LabelKey.singular(word.form) != word.form
      || ["criteria", "phenomena", "data", "hypotheses", "analyses", "people"].contains(word.form)
  }

  /// The term that an item opens with, when what follows sets it off: "(", ",", ":", a dash or the end.
  private func leadingTerm(_ index: Int) -> Range<Int>? {
    guard let sentence = sentencesOfBlock[index]?.first else { return nil }
    let words = self.words[sentence].drop { $0.tag == .det || $0.tag == .punct }
    let term = words.prefix { !Self.delimiters.contains($0.form) }
    let isSetOff = term.count < words.count || sentencesOfBlock[index]?.count == 1
    return isSetOff && !goesOn(words.dropFirst(term.count)) ? Self.termRange(term) : nil
  }

  /// Whether a verb follows a bracket: "The cache (in RAM) has been removed" is a sentence about its subject.
  private func goesOn(_ rest: ArraySlice<Word>) -> Bool {
    guard rest.first?.form == "(", let close = rest.firstIndex(where: { $0.form == ")" }) else { return false }
    let next = rest[(close + 1)...].first { $0.tag != .adv }
    return next.map { $0.tag == .aux || $0.tag == .verb } ?? false
  }

  /// The bytes of words that can be a term by their tags; nil for anything longer, empty or with a verb.
  static func termRange(_ words: ArraySlice<Word>) -> Range<Int>? {
    guard (1...6).contains(words.count), let first = words.first, let last = words.last,
      [.noun, .propn, .x].contains(last.tag) || last.tag == .verb && last.form.hasSuffix("ing"),
      first.tag != .adp,
      // An imperative ("Align a model.") opens with a bare verb, never with a noun.
      words.allSatisfy({
        Self.phraseTags.contains($0.tag) || $0.tag == .verb && ($0.form.hasSuffix("ing") || $0.form.hasSuffix("ed"))
      }),
      !(words.count == 1 && TermFilter.isEmptyNoun(first.form))
    else { return nil }
    return first.range.lowerBound..<last.range.upperBound
  }

  private static let delimiters: Set<String> = ["(", ",", ":", "-", "–", "—", ".", ";", "["]
  private static let phraseTags: Set<UniversalTag> = [.noun, .propn, .adj, .adp, .det, .x, .num, .part]

  // MARK: Scales

  /// The blocks, or their parts behind a colon, that are nothing but terms with dashes between them.
  func scales() -> [ScaleCandidate] {
    var found: [ScaleCandidate] = []
    for (index, block) in analyzed.document.blocks.enumerated() where block.role == .body && block.range.count <= 300 {
      switch block.kind {
      case .paragraph, .listItem: break
      default: continue
      }
      let lower = analyzed.document.text[block.range].lastIndex(of: 0x3A).map { $0 + 1 } ?? block.range.lowerBound
      for part in [block.range, lower..<block.range.upperBound] {
        guard let members = scaleMembers(part, block: block, index: index) else { continue }
        found.append(
          ScaleCandidate(
            members: members, presentsDegrees: presentsDegrees(index), block: index,
            passage: members[0].lowerBound..<members[members.count - 1].upperBound))
        break
      }
    }
    return found
  }

  private func scaleMembers(_ range: Range<Int>, block: Block, index number: Int) -> [Range<Int>]? {
    let text = analyzed.document.text
    var marks: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      // A dash or "<" with white space on both sides.
      let width =
        text[index] == 0x2D || text[index] == 0x3C
        ? 1
        : text[index] == 0xE2 && index + 2 < range.upperBound && text[index + 1] == 0x80
          && (text[index + 2] == 0x93 || text[index + 2] == 0x94) ? 3 : 0
      if width > 0, index > range.lowerBound, text[index - 1] <= 0x20, index + width < range.upperBound,
        text[index + width] <= 0x20
      {
        marks.append(index..<index + width)
      }
      index += max(1, width)
    }
    guard marks.count >= 2 else { return nil }
    var members: [Range<Int>] = []
    var start = range.lowerBound
    for mark in marks + [range.upperBound..<range.upperBound] {
      guard let member = scaleMember(start..<mark.lowerBound, block: block, index: number) else { return nil }
      members.append(member)
      start = mark.upperBound
    }
    // Two dashes around an insertion look like three members; a real scale of three has short ones.
    return members.count >= 4 || members.allSatisfy({ $0.count <= 40 }) ? members : nil
  }

  /// A member without white space, footnote marks and a final full stop; nil when it is more than a short phrase.
  private func scaleMember(_ range: Range<Int>, block: Block, index: Int) -> Range<Int>? {
    let text = analyzed.document.text
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, text[low] <= 0x20 { low += 1 }
    var changed = true
    while changed {
      changed = false
      while high > low, text[high - 1] <= 0x20 || text[high - 1] == 0x2E || text[high - 1] == 0x2C {
        high -= 1
        changed = true
      }
      if let mark = block.spans.first(where: { span in
        if case .footnoteMark = span.kind { return span.range.upperBound == high && span.range.lowerBound > low }
        return false
      }) {
        high = mark.range.lowerBound
        changed = true
      }
      if high > low, text[high - 1] == 0x5D, let open = text[low..<high].lastIndex(of: 0x5B), open > low {
        high = open
        changed = true
      }
    }
    guard high > low else { return nil }
    let member = String(decoding: text[low..<high], as: UTF8.self)
    let words = member.split(separator: " ")
    guard (1...5).contains(words.count), !member.contains(where: { ",;:()\"“”?!".contains($0) }),
      words.allSatisfy({ $0.unicodeScalars.first.map { $0.properties.isAlphabetic } ?? false }),
      !hasFunctionWord(low..<high, block: index)
    else { return nil }
    return low..<high
  }

  /// Whether a word stands in the range that belongs to a clause rather than to a term.
  private func hasFunctionWord(_ range: Range<Int>, block: Int) -> Bool {
    (sentencesOfBlock[block] ?? []).contains { sentence in
      analyzed.tokens[analyzed.sentences[sentence].tokens].contains { token in
        token.range.overlaps(range) && [.aux, .pron, .det, .sconj].contains(token.tag)
      }
    }
  }

  /// Whether the text right before says that the members are degrees of one thing.
  private func presentsDegrees(_ index: Int) -> Bool {
    var texts: [String] = [analyzed.string(analyzed.document.blocks[index].range)]
    var back = index - 1
    while back >= 0, back >= index - 2 {
      texts.append(analyzed.string(analyzed.document.blocks[back].range))
      back -= 1
    }
    if let heading = analyzed.document.blocks[index].headings.last {
      texts.append(analyzed.string(analyzed.document.blocks[heading].range))
    }
    let cues = ["spectrum", "continuum", "degrees of", "gradation", "increasingly", "progression", "scale of"]
    return texts.contains { text in
      let lower = text.lowercased()
      return cues.contains { lower.contains($0) }
    }
  }
}

extension String {
  /// The string with every run of white space as one space.
  func collapsingSpaces() -> String {
    split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\r\n" || $0 == "\t" }).joined(separator: " ")
  }

  /// The string without the characters at its end that meet the condition.
  func trimmingTrailing(_ isDropped: (Character) -> Bool) -> String {
    var result = self[...]
    while let last = result.last, isDropped(last) { result = result.dropLast() }
    return String(result)
  }
}
