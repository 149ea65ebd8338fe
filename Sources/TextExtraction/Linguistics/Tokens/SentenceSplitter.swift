/// Finds the ends of sentences in the tokens of a block.
///
/// A sentence ends at a closing mark (`. ! ? …`) with the quotation marks and brackets that close after it, at a blank
/// line and at the end of the block; not inside brackets, not before a mark that carries on. What is longer than the
/// parser takes is cut at its semicolons, colons, dashes or commas, so that every word is analysed in bounded time.
struct SentenceSplitter {
  let text: UnsafePointer<UInt8>
  let tokens: UnsafePointer<RawToken>
  let count: Int
  let lists: TokenizerLists
  /// The farthest that a closing bracket may stand from its opening one to keep a sentence together.
  static let bracketReach = 120
  /// The most tokens of a sentence: what the parser takes.
  static let longest = Parser.longest

  init(text: UnsafePointer<UInt8>, tokens: TokenBuffer, lists: TokenizerLists = .standard) {
    self.text = text
    self.tokens = UnsafePointer(tokens.base)
    self.count = tokens.count
    self.lists = lists
  }

  /// Appends the index after each sentence's last token; returns how many sentences were cut for their length.
  @discardableResult
  func split(into ends: inout [Int]) -> Int {
    var cuts = 0
    var start = 0
    var openUntil = 0
    var opensSentence = false
    var index = 0
    while index < count {
      if index > start && tokens[index].marks.contains(.paragraphStart) {
        cuts += append(index, from: start, to: &ends)
        start = index
      }
      if isOpeningBracket(index) && index >= openUntil, let close = closingBracket(of: index) {
        openUntil = close
        opensSentence = index == start
      }
      let closesSentence = index == openUntil && opensSentence && index > 0 && terminal(index - 1) == .stop
      if closesSentence && index > start {
        cuts += append(index + 1, from: start, to: &ends)
        start = index + 1
        index = start
      } else if index >= openUntil, let end = sentenceEnd(at: index, start: start) {
        cuts += append(end, from: start, to: &ends)
        start = end
        index = end
      } else {
        index += 1
      }
    }
    if start < count { cuts += append(count, from: start, to: &ends) }
    return cuts
  }

  /// Appends the end of a sentence; one that is longer than the parser takes is cut at its marks first. Returns 1 if so.
  private func append(_ end: Int, from first: Int, to ends: inout [Int]) -> Int {
    var start = first
    while end - start > SentenceSplitter.longest {
      start = cut(from: start)
      ends.append(start)
    }
    ends.append(end)
    return start > first ? 1 : 0
  }

  /// Where to cut a sentence that is too long: behind the last of its strongest marks in the second half of what the
  /// parser takes, or where that ends.
  private func cut(from start: Int) -> Int {
    let limit = start + SentenceSplitter.longest
    var best = limit
    var strength = 0
    for index in stride(from: limit - 1, through: start + SentenceSplitter.longest / 2, by: -1) {
      let found = clauseMark(index)
      if found > strength { (best, strength) = (index + 1, found) }
    }
    return best
  }

  /// How much a token parts clauses: semicolons most, then colons and dashes, then commas.
  private func clauseMark(_ index: Int) -> Int {
    let token = tokens[index]
    guard !token.marks.contains(.opaque) else { return 0 }
    let start = Int(token.start)
    switch text[start] {
    case 0x3B where token.length == 1: return 3
    case 0x3A where token.length == 1: return 2
    case 0x2D where token.length == 2 && text[start + 1] == 0x2D: return 2
    case 0xE2 where token.length == 3 && text[start + 1] == 0x80: return text[start + 2] & 0xFE == 0x94 ? 2 : 0
    case 0x2C where token.length == 1: return 1
    default: return 0
    }
  }

  /// The index after the last token of the sentence that the token ends, or nil when it ends none.
  private func sentenceEnd(at index: Int, start: Int) -> Int? {
    let kind = terminal(index)
    if kind == .none { return nil }
    var next = index + 1
    while next < count && closes(next) { next += 1 }
    guard next < count else { return next }
    let follower = tokens[next]
    if follower.marks.contains(.paragraphStart) { return next }
    let first = text[Int(follower.start)]
    if first == 0x2C || first == 0x3B || first == 0x3A { return nil }
    let isSpaced = tokens[next - 1].marks.contains(.spaceAfter)
    let isLowercase = isLower(first)
    switch kind {
    case .none: return nil
    case .stop:
      if isListNumber(index, start) { return nil }
      if isLowercase { return isSpaced && next == index + 1 ? next : nil }
      return isSpaced || isUpper(first) ? next : nil
    case .exclamation:
      if isLowercase && next > index + 1 { return nil }
      return isSpaced || isUpper(first) ? next : nil
    case .ellipsis:
      return isSpaced && !isLowercase ? next : nil
    case .abbreviation:
      guard isSpaced && isUpper(first) else { return nil }
      return lists.starters.contains(text, Int(follower.start), Int(follower.end)) ? next : nil
    }
  }

  private enum Terminal { case none, stop, exclamation, ellipsis, abbreviation }

  private func terminal(_ index: Int) -> Terminal {
    let token = tokens[index]
    let first = text[Int(token.start)]
    if token.marks.contains(.opaque) { return .none }
    switch first {
    case 0x2E: return token.length == 1 ? .stop : text[Int(token.start) + 1] == 0x2E ? .ellipsis : .none
    case 0x21, 0x3F: return .exclamation
    case 0xE2 where token.length == 3 && text[Int(token.start) + 1] == 0x80 && text[Int(token.start) + 2] == 0xA6:
      return .ellipsis
    default: break
    }
    guard token.marks.contains(.abbreviation) else { return .none }
    return lists.titles.contains(text, Int(token.start), Int(token.end) - 1) || token.length == 2 && isUpper(first)
      ? .none : .abbreviation
  }

  /// Whether a token closes what the sentence opened: glued to the token before it.
  private func closes(_ index: Int) -> Bool {
    guard !tokens[index - 1].marks.contains(.spaceAfter) else { return false }
    let token = tokens[index]
    if token.marks.contains(.layout) { return true }
    let start = Int(token.start)
    switch text[start] {
    case 0x22, 0x27: return token.marks.contains(.spaceAfter) || index + 1 == count || isClosingBracket(index + 1)
    case 0x29, 0x5D, 0x7D: return true
    case 0xE2 where token.length == 3 && text[start + 1] == 0x80:
      return text[start + 2] == 0x9D || text[start + 2] == 0x99
    default: return false
    }
  }

  private func isClosingBracket(_ index: Int) -> Bool {
    let byte = text[Int(tokens[index].start)]
    return byte == 0x29 || byte == 0x5D
  }

  /// `1.` at the start of a sentence numbers it.
  private func isListNumber(_ index: Int, _ start: Int) -> Bool {
    guard index == start + 1, !tokens[start].marks.contains(.spaceAfter) else { return false }
    let token = tokens[start]
    return token.length <= 3 && (Int(token.start)..<Int(token.end)).allSatisfy { isDigit(text[$0]) }
      && tokens[index].marks.contains(.spaceAfter)
  }

  private func isOpeningBracket(_ index: Int) -> Bool {
    let byte = text[Int(tokens[index].start)]
    return tokens[index].length == 1 && (byte == 0x28 || byte == 0x5B)
  }

  /// The token that closes a bracket, when it stands near enough.
  private func closingBracket(of index: Int) -> Int? {
    let open = text[Int(tokens[index].start)]
    let close: UInt8 = open == 0x28 ? 0x29 : 0x5D
    var depth = 1
    for candidate in index + 1..<max(index + 1, min(count, index + SentenceSplitter.bracketReach)) {
      let token = tokens[candidate]
      if token.marks.contains(.paragraphStart) { return nil }
      guard token.length == 1 else { continue }
      let byte = text[Int(token.start)]
      if byte == open { depth += 1 } else if byte == close { depth -= 1 }
      if depth == 0 { return candidate }
    }
    return nil
  }
}
