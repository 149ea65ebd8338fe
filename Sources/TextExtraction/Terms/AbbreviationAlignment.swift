/// Where a short form's letters were found in a stretch of text, and how well they sit there.
struct AbbreviationAlignment: Equatable {
  /// Bytes of the long form, from the word with the first letter to the end of the last word taken.
  var long: Range<Int>
  /// The score as a share of the best possible one: 1 when every letter begins a word of the long form.
  var fit: Double
  /// Words of the long form, function words included.
  var words: Int
  /// Content words of the long form that no letter was found in.
  var skippedWords: Int
  /// Whether each letter begins a word or a part of a hyphenated one.
  var isInitial: Bool
}

/// Aligns short forms with long forms by dynamic programming.
///
/// Schwartz and Hearst (2003) take the rightmost letters that match; here every way to find the letters in order is
/// scored and the best one wins: a letter at the start of a word counts most, then one behind a hyphen, one that
/// carries on from the letter before, one inside a word; a content word without any letter costs, a function word
/// next to nothing. The table has one row per letter of the short form and one column per byte of the window, and each
/// cell needs only the best of the row before it, in this word and in the earlier ones: short form × window steps.
struct AbbreviationAligner {
  /// Which end of the window the long form is tied to.
  enum Anchor {
    /// The long form ends where the window ends: `Long Form (LF)`.
    case end
    /// The long form begins where the window begins and ends where it ends: `LF (long form)`.
    case both
    /// The long form begins where the window begins and ends anywhere: `LF stands for long form in …`.
    case start
  }

  private struct Cell {
    var score: Int32
    var start: Int32
    /// Content words passed over.
    var skipped: Int16
    var isInitial: Bool
    static let none = Cell(score: .min / 2, start: -1, skipped: 0, isInitial: false)
  }

  /// Scores in tenths of a letter that begins a word.
  private enum Score {
    static let wordStart: Int32 = 40
    static let functionWordStart: Int32 = 27
    static let partStart: Int32 = 32
    static let contiguous: Int32 = 14
    /// A small letter of the short form that carries on (`Ab` in `mAb`), or a run of capitals taken over as it is.
    static let carriedOn: Int32 = 28
    static let consonant: Int32 = 3
    static let vowel: Int32 = -4
    static let skippedWord: Int32 = 36
    static let skippedFunctionWord: Int32 = 4
    static let leadingWord: Int32 = 26
    static let trailingWord: Int32 = 30
  }

  private var window = AbbreviationWindow()
  private var previous: [Cell] = []
  private var current: [Cell] = []

  /// The best alignment of a short form with a window of the text, or nil when its letters are not there in order.
  mutating func align(
    _ short: AbbreviationLetters, in range: Range<Int>, of text: [UInt8], anchor: Anchor
  ) -> AbbreviationAlignment? {
    guard short.count > 0, !range.isEmpty else { return nil }
    window.read(range, of: text)
    let width = window.count
    guard width > 0, !window.words.isEmpty else { return nil }
    previous.removeAll(keepingCapacity: true)
    current.removeAll(keepingCapacity: true)
    previous.append(contentsOf: repeatElement(.none, count: width))
    current.append(contentsOf: repeatElement(.none, count: width))
    placeFirst(short[0], anchor: anchor)
    for index in 1..<max(1, short.count) { placeNext(short[index]) }
    return best(short, anchor: anchor, offset: range.lowerBound)
  }

  private mutating func placeFirst(_ letter: AbbreviationLetters.Letter, anchor: Anchor) {
    var leading: Int32 = 0
    for word in window.words {
      for place in word.range where !word.isFree && window.matches(letter, at: place) {
        let kind = window.kind[place]
        guard kind != .inside else { continue }
        let isPart = kind == .partStart
        if isPart && anchor != .end { continue }
        // "anti-human immunodeficiency virus (HIV)": a long form may begin behind a hyphen, at a price.
        if isPart && window.letters[max(0, place - 1)] != 0 { continue }
        let score: Int32 =
          isPart ? (window.followsSlash[place] ? Score.partStart : 12) : word.isFunction ? 6 : Score.wordStart
        previous[place] = Cell(score: score - leading, start: Int32(place), skipped: 0, isInitial: !isPart)
      }
      if anchor != .end {
        leading += word.isFunction ? Score.skippedFunctionWord : Score.leadingWord
        if !word.isFunction { return }
      }
    }
  }

  private mutating func placeNext(_ letter: AbbreviationLetters.Letter) {
    var earlier = Cell.none
    for (wordIndex, word) in window.words.enumerated() {
      var sameWord = Cell.none
      for place in word.range {
        var best = Cell.none
        if window.matches(letter, at: place) {
          let kind = window.kind[place]
          if earlier.start >= 0 {
            let gain = gain(kind, place: place, word: wordIndex)
            best = Cell(
              score: earlier.score + gain, start: earlier.start, skipped: earlier.skipped,
              isInitial: earlier.isInitial && kind != .inside)
          }
          if sameWord.start >= 0 {
            let isAdjacent = place > word.range.lowerBound && previous[place - 1].start >= 0
            let gain = kind == .partStart ? Score.partStart : inner(place)
            if sameWord.score + gain > best.score {
              best = Cell(
                score: sameWord.score + gain, start: sameWord.start, skipped: sameWord.skipped,
                isInitial: sameWord.isInitial && kind == .partStart)
            }
            let adjacent = letter.isUpper == window.isCapital(place) ? Score.carriedOn : Score.contiguous
            if isAdjacent && previous[place - 1].score + adjacent > best.score {
              let before = previous[place - 1]
              best = Cell(
                score: before.score + adjacent, start: before.start, skipped: before.skipped, isInitial: false)
            }
          }
        }
        current[place] = best
        if previous[place].start >= 0 && previous[place].score > sameWord.score { sameWord = previous[place] }
      }
      if earlier.start >= 0 {
        earlier.score -= word.isFree ? 0 : word.isFunction ? Score.skippedFunctionWord : Score.skippedWord
        if !word.isFunction && !word.isFree { earlier.skipped += 1 }
      }
      if sameWord.score > earlier.score { earlier = sameWord }
    }
    swap(&previous, &current)
  }

  private func gain(_ kind: AbbreviationWindow.PlaceKind, place: Int, word: Int) -> Int32 {
    switch kind {
    case .wordStart: window.words[word].isFunction ? Score.functionWordStart : Score.wordStart
    case .partStart: Score.partStart - 6
    case .inside: inner(place) - 12
    }
  }

  private func inner(_ place: Int) -> Int32 {
    switch window.letters[place] {
    case 0x61, 0x65, 0x69, 0x6F, 0x75: Score.vowel
    default: Score.consonant
    }
  }

  private func best(_ short: AbbreviationLetters, anchor: Anchor, offset: Int) -> AbbreviationAlignment? {
    var best = Cell.none
    var lastWord = -1
    var trailing: Int32 = 0
    for wordIndex in window.words.indices.reversed() {
      let word = window.words[wordIndex]
      for place in word.range where previous[place].start >= 0 && previous[place].score - trailing > best.score {
        best = previous[place]
        best.score -= trailing
        lastWord = wordIndex
      }
      if anchor != .start && !word.isFree {
        trailing += word.isFunction ? Score.skippedFunctionWord + 10 : Score.trailingWord
      }
    }
    guard best.start >= 0 else { return nil }
    let first = window.word(at: Int(best.start))
    let end = anchor == .start ? lastWord : window.words.count - 1
    let trailingWords =
      anchor == .start ? 0 : (lastWord + 1..<window.words.count).count { !window.words[$0].isFunction }
    let start = anchor == .both ? window.firstContent(atMost: first) : first
    let lower = start == first ? window.start(at: Int(best.start)) : window.words[start].range.lowerBound
    let range = offset + lower..<offset + window.words[end].range.upperBound
    return AbbreviationAlignment(
      long: range, fit: Double(best.score) / Double(Score.wordStart * Int32(short.count)),
      words: end - start + 1, skippedWords: Int(best.skipped) + trailingWords, isInitial: best.isInitial)
  }
}
