/// Splits within a chunk, and clitics.
extension Tokenizer {
  /// Splits what is left of a chunk between its outer marks.
  mutating func inside(_ start: Int, _ end: Int) {
    if isHyphenatedNumber(start, end) {
      tokens.append(start, end)
      return
    }
    var segment = start
    var index = start
    while index < end {
      let byte = text[index]
      if isASCIILetter(byte) || isDigit(byte) {
        index += 1
        continue
      }
      switch split(at: index, segment: segment, start: start, end: end) {
      case .none:
        index += reader.classify(index).length
      case .after:
        index += 1
        tokens.append(segment, index)
        segment = index
      case .mark(let markEnd):
        if segment < index { word(segment, index) }
        tokens.append(index, markEnd)
        segment = markEnd
        index = markEnd
        // What follows a split may open with marks of its own: `word("other")`.
        while index < end, text[index] != 0x2D, let mark = leadingMark(index, end) {
          tokens.append(index, mark)
          segment = mark
          index = mark
        }
      }
    }
    if segment < end { word(segment, end) }
  }

  private enum Split {
    case none
    /// The word ends with this byte.
    case after
    /// A mark stands here and ends at the given index.
    case mark(Int)
  }

  private func split(at index: Int, segment: Int, start: Int, end: Int) -> Split {
    let markEnd = splitEnd(at: index, segment: segment, start: start, end: end)
    if markEnd > index { return .mark(markEnd) }
    let isPrice = text[index] == 0x24 && segment < index && index + 1 < end && isDigit(text[index + 1])
    return isPrice ? .after : .none
  }

  /// The end of the mark that splits at an index; the index itself where nothing splits.
  private func splitEnd(at index: Int, segment: Int, start: Int, end: Int) -> Int {
    let byte = text[index]
    if byte >= 0x80 {
      let character = reader.classify(index)
      switch character.kind {
      case .mark where isHyphen(index): return keepsHyphen(index, segment, end, length: 3) ? index : index + 3
      case .mark, .symbol: return markEnd(index, end)
      case .apostrophe:
        let isInner = index > segment && index + 3 < end && isWordByte(text[index + 3])
        return isInner ? index : index + 3
      default: return index
      }
    }
    let next: UInt8 = index + 1 < end ? text[index + 1] : 0
    let previous: UInt8 = index > start ? text[index - 1] : 0
    let isBetweenDigits = isDigit(previous) && isDigit(next)
    switch byte {
    case 0x2D:
      if next == 0x2D { return markEnd(index, end) }
      return keepsHyphen(index, segment, end, length: 1) ? index : index + 1
    case 0x2E: return stopEnd(index, segment, end)
    case 0x2C: return isBetweenDigits && isThousands(index, end) ? index : index + 1
    case 0x2F: return isBetweenDigits || isSlashWord(index, start, end) ? index : index + 1
    case 0x3A: return isBetweenDigits ? index : index + 1
    case 0x28 where index > segment && isOptional(index, start, end): return index
    case 0x29 where index > segment && isOptionalEnding(segment, index): return index
    case 0x23 where isDigit(next) && index > segment: return index + 1
    case 0x28, 0x29, 0x5B, 0x5D, 0x22, 0x3B, 0x21, 0x3F, 0x2A, 0x3D, 0x3C, 0x3E, 0x7B, 0x7D, 0x7C, 0x7E, 0x60:
      return markEnd(index, end)
    default: return index
    }
  }

  private func isOptional(_ index: Int, _ start: Int, _ end: Int) -> Bool {
    for close in [index + 2, index + 3] where close < end && text[close] == 0x29 {
      return isOptionalEnding(start, close)
    }
    return false
  }

  /// Whether exactly three digits follow a comma: `10,000` and not `13,14`.
  private func isThousands(_ index: Int, _ end: Int) -> Bool {
    var next = index + 1
    while next < end && isDigit(text[next]) { next += 1 }
    return next == index + 4
  }

  /// `I/O`, `n/a`, `w/o`, `w/out`: a slash between single letters or after `w`.
  private func isSlashWord(_ index: Int, _ start: Int, _ end: Int) -> Bool {
    guard index == start + 1, isASCIILetter(text[start]) else { return false }
    if index + 2 == end { return isASCIILetter(text[index + 1]) }
    return text[start] | 0x20 == 0x77 && WordList.key(text, index + 1, min(end, index + 9)) == 0x6F7574
  }

  /// Runs of stops split; so does the stop between a word and a capitalised one (`end.The`).
  private func stopEnd(_ index: Int, _ segment: Int, _ end: Int) -> Int {
    let run = markEnd(index, end)
    if run - index > 1 { return run }
    guard index - segment >= 3, index + 2 < end, isLower(text[index - 1]), isLower(text[index - 2]),
      isUpper(text[index + 1]), isLower(text[index + 2]) || text[index + 2] == 0x27
    else { return index }
    return index + 1
  }

  /// U+2010 and U+2011.
  private func isHyphen(_ index: Int) -> Bool {
    text[index] == 0xE2 && text[index + 1] == 0x80 && (text[index + 2] == 0x90 || text[index + 2] == 0x91)
  }

  /// Whether a hyphen stays in its word: after a prefix (`non-zero`), in names such as `GPT-4`.
  private func keepsHyphen(_ index: Int, _ segment: Int, _ end: Int, length: Int) -> Bool {
    guard index > segment, index + length < end else { return false }
    if lists.prefixes.contains(text, segment, index) { return isWordByte(text[index + length]) }
    guard index - segment <= 5, isDigit(text[index + length]) else { return false }
    var capitals = 0
    for position in segment..<index {
      guard isUpper(text[position]) else { return false }
      capitals += 1
    }
    return capitals > 0
  }

  /// Telephone numbers, dates and the like: digits with two or more hyphens, or `555-1234`.
  private func isHyphenatedNumber(_ start: Int, _ end: Int) -> Bool {
    var hyphens = 0
    var last = start
    for index in start..<end {
      if text[index] == 0x2D {
        hyphens += 1
        last = index
      } else if !isDigit(text[index]) {
        return false
      }
    }
    return hyphens >= 2 || hyphens == 1 && last - start != 4 && last - start >= 3 && end - last == 5
  }

  /// Emits a word, its clitics apart.
  mutating func word(_ start: Int, _ end: Int) {
    let length = end - start
    guard length > 2 else { return append(start, end) }
    let last = text[end - 1] | 0x20
    if length <= 8, last == 0x74 || last == 0x61 || last == 0x65 || last == 0x6F, splitFused(start, end) { return }
    if isDigit(text[start]), length <= 10, splitUnit(start, end) { return }
    if let clitic = cliticStart(start, end) {
      append(start, clitic)
      tokens.append(clitic, end)
    } else {
      append(start, end)
    }
  }

  private mutating func append(_ start: Int, _ end: Int) {
    let hasStop = end - start > 1 && text[end - 1] == 0x2E
    tokens.append(start, end, hasStop ? .abbreviation : [])
  }

  private mutating func splitFused(_ start: Int, _ end: Int) -> Bool {
    let length = end - start
    let middle: Int
    if length == 6 && WordList.key(text, start, end) == 0x63616E6E6F74 {
      middle = start + 3  // cannot
    } else if length == 5 && lists.fused.contains(text, start, end) {
      middle = start + 3
    } else if lists.bareNegations.contains(text, start, end) {
      middle = end - 2
    } else if length == 5 && WordList.key(text, start, end) == 0x64756E6E6F {  // dunno
      tokens.append(start, start + 2)
      tokens.append(start + 2, start + 3)
      tokens.append(start + 3, end)
      return true
    } else {
      return false
    }
    tokens.append(start, middle)
    tokens.append(middle, end)
    return true
  }

  private mutating func splitUnit(_ start: Int, _ end: Int) -> Bool {
    var middle = start
    while middle < end
      && (isDigit(text[middle]) || text[middle] == 0x2E || text[middle] == 0x2C || text[middle] == 0x3A)
    {
      middle += 1
    }
    guard middle < end, isDigit(text[middle - 1]), lists.units.contains(text, middle, end) else { return false }
    tokens.append(start, middle)
    append(middle, end)
    return true
  }

  /// Where `n't`, `'s`, `'d`, `'m`, `'ll`, `'re` or `'ve` begins.
  private func cliticStart(_ start: Int, _ end: Int) -> Int? {
    let last = text[end - 1] | 0x20
    for tail in 1...2 {
      let index = end - tail - 1
      let length = index > start ? (text[index] == 0x27 ? 1 : index - 2 > start ? apostropheLength(index - 2) : 0) : 0
      guard length > 0 else { continue }
      let apostrophe = length == 1 ? index : index - 2
      if tail == 1 {
        if last == 0x73 && (start..<apostrophe).allSatisfy({ isDigit(text[$0]) }) { return nil }  // 1990's
        if last == 0x73 || last == 0x64 || last == 0x6D { return apostrophe }
        if last == 0x74, apostrophe > start, text[apostrophe - 1] | 0x20 == 0x6E { return negation(apostrophe, start) }
      } else {
        let pair = UInt16(text[end - 2] | 0x20) << 8 | UInt16(last)
        if pair == 0x6C6C || pair == 0x7265 || pair == 0x7665 { return apostrophe }
      }
      return nil
    }
    return nil
  }

  private func negation(_ apostrophe: Int, _ start: Int) -> Int? {
    apostrophe - 1 > start ? apostrophe - 1 : nil
  }
}
