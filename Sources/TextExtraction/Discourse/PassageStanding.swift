/// What the place of a passage makes of its sentences: statements of the text, suppositions of an exercise, or titles.
///
/// A list of references names works and an exercise sets up cases; neither says how the concepts of the field stand to
/// each other. Decided by lay-out alone: mark-up, headings, and the shape of a bibliographic entry.
struct PassageStanding {
  /// How the sentences of a block are to be taken.
  enum Standing: Sendable, Equatable {
    /// They state what they say.
    case states
    /// They set up a case or ask for an answer.
    case supposes
    /// They identify works.
    case cites
  }

  private let byBlock: [Standing]
  private let starts: [Int]

  init(_ document: Document) {
    let titles = document.blocks.map { Self.standing(ofHeading: $0, text: document.text) }
    byBlock = document.blocks.map { block in
      switch block.role {
      case .reference: return .cites
      case .admonition(let kind) where Self.exerciseKinds.contains(kind): return .supposes
      default: break
      }
      if let outer = block.headings.lazy.compactMap({ $0 < titles.count ? titles[$0] : nil }).first { return outer }
      return Self.isBibliographicEntry(document.text[block.range]) ? .cites : .states
    }
    starts = document.blocks.map(\.range.lowerBound)
  }

  /// The standing of the block that holds a byte of the text.
  subscript(place: Range<Int>) -> Standing {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= place.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? byBlock[low - 1] : .states
  }

  // MARK: Headings

  private static let exerciseKinds: Set<String> = ["exercise", "problem", "question", "quiz", "solution", "answer"]

  private static let referenceTitles: Set<String> = [
    "references", "bibliography", "works cited", "literature cited", "cited literature", "further reading",
    "suggested reading", "suggested readings", "recommended reading", "additional reading", "external links",
    "see also", "resources", "additional resources", "further resources", "reference", "sources", "cited works",
    "literature", "reading list", "useful links", "links", "references and further reading", "citation", "credits",
    "acknowledgements", "acknowledgments", "photo credits",
  ]

  /// Words of which the title of a set of exercises is made, besides one that names it.
  private static let exerciseModifiers: Set<String> = [
    "review", "practice", "critical", "thinking", "conceptual", "personal", "application", "study", "discussion",
    "comprehension", "and", "&", "self", "check", "more", "chapter", "additional", "multiple", "choice", "free",
    "response",
  ]

  private static func standing(ofHeading block: Block, text: [UInt8]) -> Standing? {
    guard case .heading = block.kind, block.range.count <= 60 else { return nil }
    var words = String(decoding: text[block.range], as: UTF8.self).lowercased()
      .split(whereSeparator: { !$0.isLetter && $0 != "&" }).map(String.init)
    // "12.3 References", "Appendix references": the number is gone with the split.
    if words.first == "chapter" { words.removeFirst() }
    let title = words.joined(separator: " ")
    if referenceTitles.contains(title) { return .cites }
    if ["test yourself", "check your understanding", "self check", "knowledge check", "try it yourself"].contains(title)
    {
      return .supposes
    }
    let rest = words.filter { !exerciseModifiers.contains($0) }
    if rest.isEmpty { return nil }
    let isAlone = rest.count == words.count
    let names: Set<String> =
      isAlone
      ? ["exercises", "exercise", "homework", "quiz"]
      : [
        "exercises", "exercise", "homework", "quiz", "questions", "problems",
      ]
    return rest.allSatisfy(names.contains) ? .supposes : nil
  }

  // MARK: Bibliographic entries

  /// Whether a short block looks like one entry of a list of references: an inverted name or a year in brackets with
  /// volume and pages, or a DOI behind a year.
  static func isBibliographicEntry(_ block: ArraySlice<UInt8>) -> Bool {
    guard (30...600).contains(block.count) else { return false }
    let hasYear = containsYear(block)
    guard hasYear || hasPages(block) else { return false }
    if hasPages(block) { return true }
    if contains("doi.org/", block) || contains("doi:", block) { return true }
    return hasYear && opensWithInvertedName(block)
  }

  /// "Smith, J." or "Smith J," at the start.
  private static func opensWithInvertedName(_ block: ArraySlice<UInt8>) -> Bool {
    var index = block.startIndex
    guard let first = block.first, (0x41...0x5A).contains(first) || first >= 0xC3 else { return false }
    while index < block.endIndex, isNamePart(block[index]) { index += 1 }
    guard index - block.startIndex >= 2, index + 4 < block.endIndex, block[index] == 0x2C, block[index + 1] == 0x20
    else { return false }
    return (0x41...0x5A).contains(block[index + 2]) && block[index + 3] == 0x2E
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x27 || byte >= 0x80
  }

  /// A year between 1800 and 2099 in brackets, or between a comma and a full stop.
  private static func containsYear(_ block: ArraySlice<UInt8>) -> Bool {
    guard block.count >= 6 else { return false }
    for index in block.startIndex..<(block.endIndex - 5) {
      let opens = block[index] == 0x28 || block[index] == 0x20 && index > block.startIndex && block[index - 1] == 0x2C
      guard opens, isYear(block[(index + 1)...(index + 4)]) else { continue }
      if block[index + 5] == 0x29 || block[index + 5] == 0x2C || block[index + 5] == 0x2E { return true }
    }
    return false
  }

  private static func isYear(_ digits: ArraySlice<UInt8>) -> Bool {
    guard digits.allSatisfy(ASCII.isDigit), let first = digits.first else { return false }
    let second = digits[digits.startIndex + 1]
    return first == 0x31 && (second == 0x38 || second == 0x39) || first == 0x32 && second == 0x30
  }

  /// "108(17), 6889–6892" or "12, 34–56.": a volume with the pages behind it.
  private static func hasPages(_ block: ArraySlice<UInt8>) -> Bool {
    var index = block.startIndex
    while index < block.endIndex {
      guard ASCII.isDigit(block[index]), index > block.startIndex, block[index - 1] == 0x20 else {
        index += 1
        continue
      }
      var end = digitsEnd(block, index)
      var hasIssue = false
      if end < block.endIndex, block[end] == 0x28 {
        let close = digitsEnd(block, end + 1)
        if close > end + 1, close < block.endIndex, block[close] == 0x29 {
          end = close + 1
          hasIssue = true
        }
      }
      if hasIssue, end + 2 < block.endIndex, block[end] == 0x2C || block[end] == 0x3A,
        block[(end + 1)...].first(where: { $0 != 0x20 }).map(ASCII.isDigit) == true
      {
        return true
      }
      index = max(end, index + 1)
    }
    return false
  }

  private static func digitsEnd(_ block: ArraySlice<UInt8>, _ start: Int) -> Int {
    var end = start
    while end < block.endIndex, ASCII.isDigit(block[end]) { end += 1 }
    return end
  }

  private static func contains(_ word: StaticString, _ block: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(block)
    return ASCII.find(word, in: bytes, 0..<bytes.count) != nil
  }
}
