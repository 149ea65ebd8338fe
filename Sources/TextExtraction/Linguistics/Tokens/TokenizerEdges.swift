/// Marks at the ends of a chunk.
extension Tokenizer {
  /// The end of the mark at the start of a chunk, or nil where a word begins.
  func leadingMark(_ index: Int, _ end: Int) -> Int? {
    let character = reader.classify(index)
    switch character.kind {
    case .letter, .digit, .space: return nil
    case .mark, .symbol: return markEnd(index, end)
    case .apostrophe: return startsClitic(index + 3, end) ? nil : index + 3
    case .punctuation: break
    }
    let next = index + 1
    let follower: UInt8 = next < end ? text[next] : 0
    switch text[index] {
    case 0x23 where isWordByte(follower) && !isDigit(follower): return nil  // #tag
    case 0x40 where isWordByte(follower): return nil  // @user
    case 0x2E where isDigit(follower): return nil  // .5
    case 0x2D where isDigit(follower) && index > 0 && !isWordByte(text[index - 1]): return nil  // -5
    case 0x2B where isDigit(follower): return nil  // +5
    case 0x5B where isElision(index, end): return index + 5  // [...]
    case 0x27 where startsClitic(next, end): return nil
    default: return markEnd(index, end)
    }
  }

  /// `[...]`
  private func isElision(_ index: Int, _ end: Int) -> Bool {
    guard index + 5 <= end, text[index + 4] == 0x5D else { return false }
    return text[index + 1] == 0x2E && text[index + 2] == 0x2E && text[index + 3] == 0x2E
  }

  /// Whether a word follows that is written with an apostrophe before it: `'s`, `'em`, `'90s`.
  private func startsClitic(_ start: Int, _ end: Int) -> Bool {
    var last = start
    while last < end && last - start <= WordList.longest && isWordByte(text[last]) { last += 1 }
    if last - start == 2 && isDigit(text[start]) && isDigit(text[start + 1]) { return true }
    if last - start == 3 && isDigit(text[start]) && isDigit(text[start + 1]) && text[start + 2] == 0x73 { return true }
    switch WordList.key(text, start, min(last, start + WordList.longest)) {
    case 0x73, 0x64, 0x6D, 0x6C6C, 0x7265, 0x7665, 0x656D, 0x74696C, 0x6361757365, 0x6E, 0x746973, 0x74776173:
      return true
    default: return false
    }
  }

  /// The end of the mark that starts at an index; a run of one character, of `!?` or of symbols is one mark.
  func markEnd(_ index: Int, _ end: Int) -> Int {
    let character = reader.classify(index)
    var next = index + character.length
    if character.kind == .symbol {
      while next < end {
        let follower = reader.classify(next)
        let joins =
          text[next] == 0x3D || text[next] == 0xE2 && next + 2 < end && text[next + 1] == 0x80 && text[next + 2] == 0x8D
        guard follower.kind == .symbol || joins else { break }
        next += follower.length
      }
      return next
    }
    guard character.kind == .punctuation else { return next }
    let byte = text[index]
    switch byte {
    case 0x2D, 0x2A, 0x5F, 0x7E:
      while next < end && text[next] == byte { next += 1 }
    case 0x2E, 0x21, 0x3F:
      while next < end && (text[next] == 0x21 || text[next] == 0x3F || text[next] == 0x2E) { next += 1 }
    case 0x3C, 0x3E:
      while next < end && text[next] == byte { next += 1 }
      if next == index + 1 { next = operatorEnd(index, end) }
    case 0x3D: next = operatorEnd(index, end)
    case 0x60, 0x27:
      if next < end && text[next] == byte { next += 1 }
    default: break
    }
    return next
  }

  /// The end of a sign drawn with `=`, `<`, `>`, `-` and the signs above ASCII: `=>`, `<->`, `=≠=`, `>=`.
  private func operatorEnd(_ index: Int, _ end: Int) -> Int {
    var next = index + 1
    while next < end {
      let byte = text[next]
      if byte == 0x3D || byte == 0x3E || byte == 0x2D && next + 1 < end && text[next + 1] == 0x3E {
        next += 1
      } else if byte >= 0x80, reader.classify(next).kind == .symbol {
        next += reader.classify(next).length
      } else {
        break
      }
    }
    return next
  }

  /// The end of a chunk without the marks that close it.
  func coreEnd(_ start: Int, _ end: Int) -> Int {
    var last = end
    while last > start {
      let before = reader.start(before: last, from: start)
      let character = reader.classify(before)
      switch character.kind {
      case .letter, .digit, .space: return last
      case .mark, .symbol, .apostrophe: break
      case .punctuation where keepsTrailing(text[before], start, before, last): return last
      case .punctuation: break
      }
      last = before
    }
    return start
  }

  /// Whether a closing mark belongs to its word: the stop of an abbreviation, `C++`, `C#`, `10+`.
  private func keepsTrailing(_ byte: UInt8, _ start: Int, _ index: Int, _ end: Int) -> Bool {
    guard index > start else { return false }
    switch byte {
    case 0x2E: return end == index + 1 && text[index - 1] != 0x2E && isAbbreviation(start, index)
    case 0x2B: return index - start == 2 && text[index - 1] == 0x2B || isDigit(text[index - 1])
    case 0x23: return index - start == 1 && isUpper(text[start])
    case 0x27: return index - start >= 5 && text[index - 1] | 0x20 == 0x6E && text[index - 2] | 0x20 == 0x69  // lovin'
    case 0x29: return isOptionalEnding(start, index)
    default: return false
    }
  }

  /// `word(s)`
  func isOptionalEnding(_ start: Int, _ close: Int) -> Bool {
    guard close - start >= 4 else { return false }
    for open in [close - 2, close - 3] where open > start && text[open] == 0x28 {
      return isASCIILetter(text[open - 1]) && (open + 1..<close).allSatisfy { isASCIILetter(text[$0]) }
    }
    return false
  }

  /// Whether the word before a full stop is written with one.
  func isAbbreviation(_ start: Int, _ end: Int) -> Bool {
    var first = start
    // After a bracket, hyphen or slash within the chunk the word starts anew.
    for index in stride(from: end - 1, through: max(start, end - 12), by: -1) {
      let byte = text[index]
      if !isWordByte(byte) && byte != 0x2E {
        first = index + 1
        break
      }
    }
    let length = end - first
    if length == 1 { return isUpper(text[first]) && text[first] != 0x49 }
    guard length > 1 else { return false }
    // `etc.` at the end of a block closes the sentence too, and `No.` is an answer unless a number follows.
    let key = WordList.key(text, first, min(end, first + WordList.longest))
    if key == 0x657463 && end + 1 >= blockEnd { return false }
    if key == 0x6E6F { return end + 2 < blockEnd && isDigit(text[end + 2]) }
    return lists.abbreviations.contains(text, first, end) || isDottedAcronym(first, end)
  }

  /// `U.S`, `a.k.a`: single letters with stops between.
  private func isDottedAcronym(_ start: Int, _ end: Int) -> Bool {
    guard (end - start) & 1 == 1, end - start <= 11 else { return false }
    for index in start..<end where (index - start) & 1 == 0 ? !isASCIILetter(text[index]) : text[index] != 0x2E {
      return false
    }
    return true
  }
}
