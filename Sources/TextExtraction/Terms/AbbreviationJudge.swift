/// Decides whether an alignment makes a pair, and how surely.
struct AbbreviationJudge {
  let text: [UInt8]
  let short: Range<Int>
  let shape: AbbreviationShape

  init(text: [UInt8], short: Range<Int>) {
    self.text = text
    self.short = short
    shape = AbbreviationShape(text, short)
  }

  /// The confidence of the pair, or nil when it is none.
  func accepts(_ alignment: AbbreviationAlignment, isReversed: Bool = false) -> Double? {
    let letters = AbbreviationLetters(text, short).count
    let long = AbbreviationText.trimmed(text, alignment.long)
    guard long.count > short.count + 2, !containsShort(long) else { return nil }
    if isReversed && alignment.words == 1 && shape.uppers < 2 { return nil }
    if shape.uppers == 0 && !acceptsLowercase(alignment, letters) { return nil }
    if letters == 1 { return acceptsSingle(alignment, long, isReversed: isReversed) }
    let least = threshold(alignment, letters, isReversed: isReversed)
    guard alignment.fit >= least else { return nil }
    let margin = (alignment.fit - least) / (1 - least)
    return min(0.98, 0.82 + 0.16 * margin)
  }

  /// The least fit that counts: a long form of one word hides its letters inside, two letters are soon found by chance.
  private func threshold(_ alignment: AbbreviationAlignment, _ letters: Int, isReversed: Bool) -> Double {
    var least = alignment.words == 1 ? (letters > 2 ? 0.24 : 0.4) : letters == 2 ? 0.54 : 0.42
    if isReversed { least += 0.12 }
    if shape.uppers < 2 { least += 0.1 }
    return least
  }

  /// Short forms in small letters are easily words: every letter has to begin a word.
  private func acceptsLowercase(_ alignment: AbbreviationAlignment, _ letters: Int) -> Bool {
    if shape.digits > 0 { return shape.letters >= 2 && alignment.fit > 0.85 }
    return letters >= 2 && letters <= 6 && alignment.words >= 2 && alignment.fit > 0.85 && !isCommonWord
  }

  private var isCommonWord: Bool {
    text.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { Self.commonWords.contains($0, short.lowerBound, short.upperBound) } ?? true
    }
  }

  private static let commonWords = WordList(
    """
    a an and are as at be but by can did do each for from had has have if in is it its may mean men new no non not now
    of off old on one only or our out over per see some sum than that the then they this to too top two up use was we
    were when who with left right both all none high low min max day days hour hours year years total
    """)

  /// One capital letter stands for the one word before it.
  private func acceptsSingle(_ alignment: AbbreviationAlignment, _ long: Range<Int>, isReversed: Bool) -> Double? {
    guard !isReversed, shape.uppers == 1, short.count == 1, alignment.words == 1, alignment.fit >= 0.9, long.count >= 4
    else { return nil }
    return 0.7
  }

  /// Whether the long form holds the short form as a word of its own.
  private func containsShort(_ long: Range<Int>) -> Bool {
    guard long.count > short.count else { return true }
    var index = long.lowerBound
    while index + short.count <= long.upperBound {
      if text[index] == text[short.lowerBound],
        text[index..<index + short.count].elementsEqual(text[short]),
        index == long.lowerBound || !isWordByte(text[index - 1]),
        index + short.count == long.upperBound || !isWordByte(text[index + short.count])
      {
        return true
      }
      index += 1
    }
    return false
  }
}
