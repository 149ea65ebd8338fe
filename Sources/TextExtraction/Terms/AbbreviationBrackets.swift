/// The rules that read brackets: `Long Form (LF)`, `LF (long form)`, `(long form, LF)`, `long and short (L and S)`.
extension AbbreviationScan {
  mutating func readBracket(_ bracket: Bracket) {
    guard bracket.close > bracket.open + 1, bracket.content.count <= 200 else { return }
    let content = withoutLeadIn(trimmedShort(bracket.content))
    guard !content.isEmpty else { return }
    if readPaired(content, bracket) { return }
    let first = trimmedShort(firstPiece(of: content))
    let shape = AbbreviationShape(text, first)
    if shape.couldBeShort && text[first.lowerBound] != 0x28 {
      if readForward(first, bracket) { return }
    }
    if readReversed(content, bracket) { return }
    readInside(content, bracket)
  }

  /// `Long Form (LF)`: the letters of the bracket are looked for in the words before it.
  private mutating func readForward(_ short: Range<Int>, _ bracket: Bracket) -> Bool {
    guard let pair = longForm(of: short, endingAt: bracket.open) else { return false }
    add(
      short: short, long: pair.long, evidence: pair.long.lowerBound..<bracket.close + 1, confidence: pair.confidence,
      rule: "ABBR-paren")
    return true
  }

  /// `true positives and false negatives (TP and FN)`: each short form belongs to its own part.
  private mutating func readPaired(_ content: Range<Int>, _ bracket: Bracket) -> Bool {
    guard let join = joint(in: content) else { return false }
    let left = AbbreviationText.trimmed(text, content.lowerBound..<join.lowerBound)
    let right = AbbreviationText.trimmed(text, join.upperBound..<content.upperBound)
    guard AbbreviationShape(text, left).isAcronym, AbbreviationShape(text, right).isAcronym,
      let second = longForm(of: right, endingAt: bracket.open)
    else { return false }
    var end = second.long.lowerBound
    if let word = AbbreviationText.wordBefore(end, in: sentence, of: text),
      AbbreviationText.has("and", at: word.lowerBound, of: text, end: word.upperBound)
        || AbbreviationText.has("or", at: word.lowerBound, of: text, end: word.upperBound)
    {
      end = word.lowerBound
    }
    guard let first = longForm(of: left, endingAt: end) else { return false }
    let evidence = first.long.lowerBound..<bracket.close + 1
    add(short: left, long: first.long, evidence: evidence, confidence: first.confidence * 0.95, rule: "ABBR-paren-pair")
    add(
      short: right, long: second.long, evidence: evidence, confidence: second.confidence * 0.95, rule: "ABBR-paren-pair"
    )
    return true
  }

  /// ` and `, ` or ` or `/` between two short forms.
  private func joint(in content: Range<Int>) -> Range<Int>? {
    for index in content.dropLast() where index > content.lowerBound {
      if text[index] == 0x2F { return index..<index + 1 }
      guard AbbreviationText.isSpace(text, index) else { continue }
      if AbbreviationText.has("and", at: index + 1, of: text, end: content.upperBound) { return index..<index + 4 }
      if AbbreviationText.has("or", at: index + 1, of: text, end: content.upperBound) { return index..<index + 3 }
    }
    return nil
  }

  /// `LF (long form)`: the word before the bracket is the short form.
  private mutating func readReversed(_ content: Range<Int>, _ bracket: Bracket) -> Bool {
    guard let word = AbbreviationText.wordBefore(bracket.open, in: sentence, of: text) else { return false }
    if readReversed(AbbreviationText.trimmed(text, word), content, bracket, leastFit: 0) { return true }
    // "EMLA cream (eutectic mixture of local anesthetics)": the head noun stands between.
    guard let earlier = AbbreviationText.wordBefore(word.lowerBound, in: sentence, of: text) else { return false }
    let short = AbbreviationText.trimmed(text, earlier)
    guard short == earlier, acronyms.contains(short), short.count >= 3 else { return false }
    return readReversed(short, content, bracket, leastFit: 0.9)
  }

  private mutating func readReversed(
    _ short: Range<Int>, _ content: Range<Int>, _ bracket: Bracket, leastFit: Double
  ) -> Bool {
    guard !short.isEmpty, AbbreviationShape(text, short).couldBeShort else { return false }
    for (index, piece) in [content, cut(content, at: [0x3B]), cut(content, at: [0x2C, 0x3B])].enumerated()
    where !piece.isEmpty {
      let letters = AbbreviationLetters(text, short)
      guard let alignment = aligner.align(letters, in: piece, of: text, anchor: .both),
        let confidence = AbbreviationJudge(text: text, short: short).accepts(alignment, isReversed: true)
      else { continue }
      // "Si (silylene, silene, germylene)" lists kinds.
      if index > 0 && alignment.words == 1 || alignment.fit < leastFit { continue }
      add(
        short: short, long: alignment.long, evidence: short.lowerBound..<bracket.close + 1, confidence: confidence,
        rule: "ABBR-paren-reversed")
      return true
    }
    return false
  }

  /// `(long form, LF)` and `(LF; long form)`: both stand in the bracket.
  private mutating func readInside(_ content: Range<Int>, _ bracket: Bracket) {
    var start = content.lowerBound
    var before: Range<Int>?
    var index = content.lowerBound
    while index <= content.upperBound {
      let ends = index == content.upperBound || text[index] == 0x2C || text[index] == 0x3B || text[index] == 0x3D
      if ends {
        let piece = AbbreviationText.trimmed(text, start..<index)
        if let before, !piece.isEmpty, pairUp(before, piece) { return }
        if !piece.isEmpty { before = piece }
        start = index + 1
      }
      index += 1
    }
  }

  private mutating func pairUp(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    let evidence = left.lowerBound..<right.upperBound
    if AbbreviationShape(text, right).isAcronym, left.count > right.count {
      let letters = AbbreviationLetters(text, right)
      if let alignment = aligner.align(letters, in: left, of: text, anchor: .end),
        let confidence = AbbreviationJudge(text: text, short: right).accepts(alignment), alignment.fit > 0.6
      {
        add(short: right, long: alignment.long, evidence: evidence, confidence: confidence, rule: "ABBR-in-bracket")
        return true
      }
    }
    if AbbreviationShape(text, left).isAcronym, right.count > left.count {
      let letters = AbbreviationLetters(text, left)
      if let alignment = aligner.align(letters, in: right, of: text, anchor: .both),
        let confidence = AbbreviationJudge(text: text, short: left).accepts(alignment, isReversed: true)
      {
        add(short: left, long: alignment.long, evidence: evidence, confidence: confidence, rule: "ABBR-in-bracket")
        return true
      }
    }
    return false
  }

  // MARK: Windows

  /// The long form of a short form that ends at a place, first within the phrase, then across a comma.
  mutating func longForm(of short: Range<Int>, endingAt end: Int) -> (long: Range<Int>, confidence: Double)? {
    let letters = AbbreviationLetters(text, short)
    guard letters.count > 0 else { return nil }
    let judge = AbbreviationJudge(text: text, short: short)
    for crossesComma in [false, true] {
      let window = window(before: end, letters: letters.count, crossesComma: crossesComma)
      guard !window.isEmpty else { continue }
      if let alignment = aligner.align(letters, in: window, of: text, anchor: .end) {
        let isAcrossComma = crossesComma && holdsComma(alignment.long)
        let isGood = !isAcrossComma || alignment.fit > 0.9 && letters.count >= 3
        if isGood, let confidence = judge.accepts(alignment) {
          return (alignment.long, isAcrossComma ? confidence * 0.9 : confidence)
        }
      }
      // "partial least squares (PLS-1)": the number is no part of the long form.
      if !crossesComma, let stem = letters.withoutNumber,
        let alignment = aligner.align(stem, in: window, of: text, anchor: .end), alignment.fit > 0.8,
        alignment.words > 1, let confidence = judge.accepts(alignment)
      {
        return (alignment.long, confidence * 0.95)
      }
    }
    return nil
  }

  private func holdsComma(_ range: Range<Int>) -> Bool {
    range.contains { text[$0] == 0x2C && $0 + 1 < text.count && AbbreviationText.isSpace(text, $0 + 1) }
  }

  /// The words before a place that a long form of so many letters can reach.
  private func window(before end: Int, letters: Int, crossesComma: Bool) -> Range<Int> {
    let limit = min(letters + 5, letters * 2) + 2
    var high = end
    while high > sentence.lowerBound && AbbreviationText.isSpace(text, high - 1) { high -= 1 }
    if high > sentence.lowerBound && text[high - 1] == 0x2C { high -= 1 }
    var index = high
    var words = 0
    var depth = 0
    while index > sentence.lowerBound {
      let byte = text[index - 1]
      if AbbreviationText.isSpace(text, index - 1) {
        if index < high && !AbbreviationText.isSpace(text, index) { words += 1 }
        if words >= limit { break }
      } else if byte == 0x29 || byte == 0x5D {
        depth += 1
      } else if byte == 0x28 || byte == 0x5B {
        if depth == 0 { break }
        depth -= 1
      } else if depth == 0 && isBarrier(byte, at: index - 1, crossesComma: crossesComma) {
        break
      }
      index -= 1
    }
    return index..<high
  }

  private func isBarrier(_ byte: UInt8, at index: Int, crossesComma: Bool) -> Bool {
    let isSpaced = index + 1 < text.count && AbbreviationText.isSpace(text, index + 1)
    switch byte {
    case 0x3B, 0x3D: return true
    case 0x3A, 0x21, 0x3F: return isSpaced
    case 0x2C: return !crossesComma && isSpaced
    default: return false
    }
  }

  // MARK: The parts of a bracket

  /// The content up to a comma, semicolon, colon or equals sign.
  private func firstPiece(of content: Range<Int>) -> Range<Int> { cut(content, at: [0x2C, 0x3B, 0x3A]) }

  /// A short form in a bracket, with the full stop of `C.A.H.`.
  private func trimmedShort(_ range: Range<Int>) -> Range<Int> {
    let trimmed = AbbreviationText.trimmed(text, range)
    let hasStop = trimmed.upperBound < range.upperBound && text[trimmed.upperBound] == 0x2E
    return hasStop && text[trimmed].contains(0x2E) ? trimmed.lowerBound..<trimmed.upperBound + 1 : trimmed
  }

  private func cut(_ content: Range<Int>, at signs: [UInt8]) -> Range<Int> {
    var depth = 0
    for index in content {
      let byte = text[index]
      if byte == 0x28 || byte == 0x5B { depth += 1 }
      if byte == 0x29 || byte == 0x5D { depth -= 1 }
      guard depth == 0, signs.contains(byte) else { continue }
      let isSpaced = index + 1 == content.upperBound || AbbreviationText.isSpace(text, index + 1)
      if isSpaced { return content.lowerBound..<index }
    }
    return content
  }

  /// The content without `or`, `hereafter`, `abbreviated as` and the like before the short form.
  private func withoutLeadIn(_ content: Range<Int>) -> Range<Int> {
    var start = content.lowerBound
    var rounds = 0
    while rounds < 4, let length = leadInLength(at: start, end: content.upperBound) {
      start = AbbreviationText.skipSpaces(text, from: start + length, to: content.upperBound)
      while start < content.upperBound,
        text[start] == 0x2C || text[start] == 0x3A || text[start] == 0x22 || text[start] == 0x20
      {
        start += 1
      }
      rounds += 1
    }
    return trimmedShort(start..<content.upperBound)
  }

  private static let leadIns: [StaticString] = [
    "or", "or simply", "or just", "hereafter", "henceforth", "hereinafter", "abbreviated", "abbreviated as",
    "abbreviation", "abbr.", "acronym", "i.e.", "ie", "also called", "also known as", "also", "aka", "a.k.a.", "called",
    "termed", "denoted", "denoted as", "denoted by", "known as", "referred to as", "designated", "named", "dubbed",
    "short", "in short", "for short", "briefly", "the", "a", "an",
  ]

  private func leadInLength(at start: Int, end: Int) -> Int? {
    var best: Int?
    for phrase in Self.leadIns where AbbreviationText.has(phrase, at: start, of: text, end: end) {
      let length = phrase.utf8CodeUnitCount
      let next = start + length
      // `a` or `An` alone is a short form; a lead-in has something behind it.
      guard next < end, AbbreviationText.isSpace(text, next) || text[next] == 0x2C || text[next] == 0x3A else {
        continue
      }
      best = max(best ?? 0, length)
    }
    return best
  }
}
