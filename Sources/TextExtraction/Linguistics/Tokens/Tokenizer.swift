/// Splits text into words and marks by the conventions of the English Universal Dependencies treebanks.
///
/// White space separates chunks; a chunk loses the marks at its ends, is split at the marks within, and its words lose
/// their clitics. Every byte that is not white space ends up in exactly one token, in order.
struct Tokenizer {
  let text: UnsafePointer<UInt8>
  let reader: CharacterReader
  let lists: TokenizerLists
  var tokens: TokenBuffer
  /// The end of the range that is being tokenized.
  private(set) var blockEnd = 0

  init(text: UnsafePointer<UInt8>, count: Int, tokens: TokenBuffer, lists: TokenizerLists = .standard) {
    self.text = text
    self.reader = CharacterReader(text: text, end: count)
    self.lists = lists
    self.tokens = tokens
  }

  /// Tokenizes a range of the text; `opaque` holds the ranges that are one token each, sorted and disjoint.
  mutating func tokenize(_ range: Range<Int>, opaque: [OpaqueSpan] = []) {
    var index = range.lowerBound
    var newlines = 0
    var isBroken = false
    var nextSpan = 0
    blockEnd = range.upperBound
    if let end = ordinalEnd(index) {
      tokens.append(index, end)
      index = end
    }
    while index < range.upperBound {
      let character = reader.classify(index)
      if character.kind == .space {
        if text[index] == 0x0A { newlines += 1 }
        markSpace()
        index += character.length
        continue
      }
      isBroken = newlines > 1
      newlines = 0
      let first = tokens.count
      while nextSpan < opaque.count && opaque[nextSpan].range.upperBound <= index { nextSpan += 1 }
      if nextSpan < opaque.count && opaque[nextSpan].range.lowerBound <= index {
        let end = min(opaque[nextSpan].range.upperBound, range.upperBound)
        tokens.append(index, end, opaque[nextSpan].marks)
        index = end
      } else {
        let limit =
          nextSpan < opaque.count ? min(range.upperBound, opaque[nextSpan].range.lowerBound) : range.upperBound
        index = chunk(from: index, to: limit)
      }
      if isBroken && first < tokens.count { tokens.base[first].marks.insert(.paragraphStart) }
    }
  }

  /// The end of a list number `1.` that the range starts with.
  private func ordinalEnd(_ start: Int) -> Int? {
    var end = start
    while end < blockEnd && isDigit(text[end]) { end += 1 }
    guard end > start, end - start < 3, end + 1 < blockEnd, text[end] == 0x2E, text[end + 1] == 0x20 else { return nil }
    return end + 1
  }

  private mutating func markSpace() {
    if tokens.count > 0 { tokens.base[tokens.count - 1].marks.insert(.spaceAfter) }
  }

  /// Takes the chunk that starts at an index and returns its end.
  private mutating func chunk(from start: Int, to limit: Int) -> Int {
    var end = start
    while end < limit && isASCIILetter(text[end]) { end += 1 }
    if end == limit || text[end] == 0x20 || text[end] == 0x0A {
      word(start, end)
      return end
    }
    var hasAt = false
    var hasScheme = false
    while end < limit {
      let byte = text[end]
      if byte == 0x40 { hasAt = true }
      if byte == 0x2F && end > start + 1 && text[end - 1] == 0x2F && text[end - 2] == 0x3A { hasScheme = true }
      let character = reader.classify(end)
      if character.kind == .space { break }
      end += character.length
    }
    end = min(end, limit)
    if isEmoticon(start, end) {
      tokens.append(start, end)
    } else if isFileName(start, end) {
      tokens.append(start, end)
    } else if hasScheme || startsWithDOI(start, end) || hasAt && isAddress(start, end) || startsWithWWW(start, end) {
      address(start, end)
    } else {
      strip(start, end)
    }
    return end
  }

  /// Takes the marks off both ends of a chunk and splits what is left.
  private mutating func strip(_ start: Int, _ end: Int) {
    var first = start
    while first < end, let next = leadingMark(first, end) {
      tokens.append(first, next)
      first = next
    }
    var last = end
    var footnote: Int?
    if let mark = trailingFootnote(first, last) {
      footnote = mark
      last = mark
    }
    last = coreEnd(first, last)
    if first < last { inside(first, last) }
    marks(last, footnote ?? end)
    if let footnote { layoutMark(footnote, end) }
  }

  /// Emits a stretch that holds marks only.
  mutating func marks(_ start: Int, _ end: Int) {
    var index = start
    while index < end {
      let next = possessive(index, end) ?? markEnd(index, end)
      tokens.append(index, next)
      index = next
    }
  }

  /// A stretch `'s` that was left behind by a closing mark, as in `"word"'s`.
  private func possessive(_ index: Int, _ end: Int) -> Int? {
    guard index + 1 < end else { return nil }
    let apostrophe = apostropheLength(index)
    guard apostrophe > 0, index + apostrophe < end, text[index + apostrophe] | 0x20 == 0x73 else { return nil }
    return index + apostrophe + 1
  }

  private mutating func layoutMark(_ start: Int, _ end: Int) {
    tokens.append(start, start + 1, .layout)
    tokens.append(start + 1, end - 1, .layout)
    tokens.append(end - 1, end, .layout)
  }

  /// The start of a footnote mark `[12]` glued to the end of a chunk.
  private func trailingFootnote(_ start: Int, _ end: Int) -> Int? {
    guard end - start > 3, text[end - 1] == 0x5D else { return nil }
    var index = end - 2
    while index > start && isDigit(text[index]) { index -= 1 }
    return index > start && index < end - 2 && text[index] == 0x5B ? index : nil
  }

  /// 1 for `'`, 3 for U+2019, else 0.
  @inline(__always)
  func apostropheLength(_ index: Int) -> Int {
    if text[index] == 0x27 { return 1 }
    if index + 2 < reader.end && text[index] == 0xE2 && text[index + 1] == 0x80 && text[index + 2] == 0x99 { return 3 }
    return 0
  }
}

/// A range of the text that is one token whatever it holds.
struct OpaqueSpan {
  var range: Range<Int>
  var marks: RawToken.Marks
}
