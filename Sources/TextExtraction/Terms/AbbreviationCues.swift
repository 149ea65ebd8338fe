import ConceptModel

/// The rules that go by words instead of brackets, and what is left: short forms that stand alone.
extension AbbreviationScan {
  /// Tries every acronym of the sentence that has no bracket with the wordings that introduce one.
  mutating func readCues(since firstPair: Int) {
    for acronym in acronyms {
      if pairs[firstPair...].contains(where: { $0.short.overlaps(acronym) || $0.long?.overlaps(acronym) == true }) {
        continue
      }
      if readBefore(acronym) { continue }
      _ = readAfter(acronym)
    }
  }

  /// `long form, or LF`, `long form abbreviated as LF`, `long form, LF,`, `long form = LF`.
  private mutating func readBefore(_ short: Range<Int>) -> Bool {
    var place = skipQuotes(before: short.lowerBound)
    var strictness = 0.95
    if let cue = Self.cuesBefore.first(where: { ends($0, at: place) }) {
      place -= cue.utf8CodeUnitCount
      while place > sentence.lowerBound, AbbreviationText.isSpace(text, place - 1) { place -= 1 }
      strictness = 0.7
    } else if place > sentence.lowerBound, text[place - 1] == 0x3D {
      place -= 1
      strictness = 0.7
    } else if place > sentence.lowerBound, text[place - 1] == 0x2C, closesApposition(short.upperBound) {
      place -= 1
    } else {
      return false
    }
    guard AbbreviationLetters(text, short).count >= (strictness > 0.9 ? 3 : 2),
      let pair = longForm(of: short, endingAt: place)
    else { return false }
    let letters = AbbreviationLetters(text, short)
    guard let alignment = aligner.align(letters, in: pair.long, of: text, anchor: .both), alignment.fit >= strictness
    else { return false }
    add(
      short: short, long: pair.long, evidence: pair.long.lowerBound..<short.upperBound,
      confidence: pair.confidence * 0.92, rule: strictness > 0.9 ? "ABBR-apposition" : "ABBR-cue")
    return true
  }

  private static let cuesBefore: [StaticString] = [
    ", or", "abbreviated as", "abbreviated to", "abbreviated by", "abbreviated", "known as", "referred to as",
    "or simply",
    "denoted as", "denoted by", "hereafter", "henceforth", "hereinafter", "for short",
  ]

  /// `LF stands for long form`, `LF, short for long form`, `LF = long form`, `LF: long form` at the start of a line.
  private mutating func readAfter(_ short: Range<Int>) -> Bool {
    var place = short.upperBound
    while place < sentence.upperBound, text[place] == 0x22 || text[place] == 0x27 || text[place] == 0x2A { place += 1 }
    place = AbbreviationText.skipSpaces(text, from: place, to: sentence.upperBound)
    guard place < sentence.upperBound else { return false }
    var strictness = 0.6
    if let cue = Self.cuesAfter.first(where: { AbbreviationText.has($0, at: place, of: text, end: sentence.upperBound) }
    ) {
      place += cue.utf8CodeUnitCount
    } else if text[place] == 0x3D {
      place += 1
    } else if text[place] == 0x3A, isAtLineStart(short.lowerBound) {
      place += 1
      strictness = 0.8
    } else {
      return false
    }
    place = AbbreviationText.skipSpaces(text, from: place, to: sentence.upperBound)
    let letters = AbbreviationLetters(text, short)
    let window = place..<phraseEnd(from: place, words: letters.count * 2 + 2)
    guard letters.count >= 2, !window.isEmpty,
      let alignment = aligner.align(letters, in: window, of: text, anchor: .start), alignment.fit >= strictness,
      let confidence = AbbreviationJudge(text: text, short: short).accepts(alignment)
    else { return false }
    let long = AbbreviationText.trimmed(text, withoutArticle(alignment.long))
    add(
      short: short, long: long, evidence: short.lowerBound..<long.upperBound, confidence: confidence * 0.95,
      rule: "ABBR-cue-after")
    return true
  }

  private static let cuesAfter: [StaticString] = [
    "stands for", "stand for", "is short for", ", short for", "short for", "is an abbreviation for",
    "is an abbreviation of", "is the abbreviation for", "is the abbreviation of", "is an acronym for",
    "is the acronym for", "is an acronym of", "is the acronym of", ", which stands for", "means", "denotes",
    "represents",
    "refers to", ", an abbreviation for", ", an acronym for", "abbreviates",
  ]

  private func ends(_ phrase: StaticString, at place: Int) -> Bool {
    let start = place - phrase.utf8CodeUnitCount
    guard start >= sentence.lowerBound, AbbreviationText.has(phrase, at: start, of: text, end: place) else {
      return false
    }
    return start == sentence.lowerBound || !isWordByte(text[start - 1]) || !isWordByte(text[start])
  }

  /// The place before white space and quotation marks.
  private func skipQuotes(before place: Int) -> Int {
    AbbreviationText.trimmed(text, sentence.lowerBound..<place).upperBound == place
      ? place : trimBack(place)
  }

  private func trimBack(_ place: Int) -> Int {
    var index = place
    while index > sentence.lowerBound {
      if AbbreviationText.isSpace(text, index - 1) || text[index - 1] == 0x22 || text[index - 1] == 0x27 {
        index -= 1
      } else if index - 3 >= sentence.lowerBound, AbbreviationText.isWideMark(text, index - 3), text[index - 1] >= 0x98
      {
        index -= 3
      } else {
        break
      }
    }
    return index
  }

  /// Whether a comma, bracket or the end of the sentence follows.
  private func closesApposition(_ place: Int) -> Bool {
    let index = AbbreviationText.skipSpaces(text, from: place, to: sentence.upperBound)
    guard index < sentence.upperBound else { return true }
    return text[index] == 0x2C || text[index] == 0x29 || text[index] == 0x5D || text[index] == 0x3B
      || text[index] == 0x2E
  }

  private func isAtLineStart(_ place: Int) -> Bool {
    var index = place
    while index > sentence.lowerBound, !isWordByte(text[index - 1]), text[index - 1] != 0x0A { index -= 1 }
    return index == sentence.lowerBound || text[index - 1] == 0x0A
  }

  private func withoutArticle(_ range: Range<Int>) -> Range<Int> {
    for article in ["the", "a", "an"] as [StaticString]
    where AbbreviationText.has(article, at: range.lowerBound, of: text, end: range.upperBound) {
      return AbbreviationText.skipSpaces(
        text, from: range.lowerBound + article.utf8CodeUnitCount, to: range.upperBound)..<range.upperBound
    }
    return range
  }

  /// The end of the phrase that begins at a place: a comma, semicolon, bracket or so many words on.
  private func phraseEnd(from place: Int, words: Int) -> Int {
    var index = place
    var count = 0
    while index < sentence.upperBound {
      let byte = text[index]
      if byte == 0x3B || byte == 0x28 || byte == 0x29 { break }
      if byte == 0x2C, index + 1 == sentence.upperBound || AbbreviationText.isSpace(text, index + 1) { break }
      if AbbreviationText.isSpace(text, index) {
        count += 1
        if count > words { break }
      }
      index += 1
    }
    return index
  }

  /// Marks what is left: long forms elsewhere in the sentence whose initials fit exactly, and lone short forms.
  mutating func readRest(since firstPair: Int) {
    let isShouted = isMostlyCapitals()
    for acronym in acronyms {
      let mine = pairs[firstPair...].contains { $0.short == acronym }
      if mine { continue }
      if !isKnown(acronym) {
        if let long = exactInitials(of: acronym) {
          add(
            short: acronym, long: long,
            evidence: min(long.lowerBound, acronym.lowerBound)..<max(long.upperBound, acronym.upperBound),
            confidence: 0.7, rule: "ABBR-same-sentence")
          continue
        }
      }
      if !isShouted || acronym.contains(where: { isDigit(text[$0]) }) { mentions.append(acronym) }
    }
  }

  /// Whether the document gave the long form before, or a bracket holds the acronym as part of something.
  private func isKnown(_ acronym: Range<Int>) -> Bool {
    let stem = text[acronym].last == 0x73 ? acronym.dropLast() : acronym
    return pairs.contains { pair in
      pair.short.overlaps(acronym)
        || text[pair.short].starts(with: text[stem]) && pair.short.count <= stem.count + 1
    }
  }

  /// Whether the sentence is set in capitals, as some headings are: its words are no acronyms then.
  private func isMostlyCapitals() -> Bool {
    var uppers = 0
    var lowers = 0
    for index in sentence {
      if isUpper(text[index]) { uppers += 1 } else if isLower(text[index]) { lowers += 1 }
    }
    return uppers > lowers * 2 && uppers > 12
  }

  /// The words elsewhere in the sentence that begin with the letters of a short form, one each; function words may
  /// stand between them.
  private func exactInitials(of short: Range<Int>) -> Range<Int>? {
    let letters = AbbreviationLetters(text, short)
    guard letters.count >= 3 else { return nil }
    var window = AbbreviationWindow()
    window.read(sentence, of: text)
    let words = window.words
    for first in words.indices
    where initial(words[first], window) == letters[0].code && !words[first].isFree && !words[first].isFunction {
      var word = first
      var letter = 0
      while word < words.count, letter < letters.count, !words[word].isFree {
        if initial(words[word], window) == letters[letter].code {
          letter += 1
        } else {
          break
        }
        word += 1
      }
      guard letter == letters.count else { continue }
      let range =
        sentence.lowerBound + words[first].range.lowerBound..<sentence.lowerBound + words[word - 1].range.upperBound
      let long = AbbreviationText.trimmed(text, range)
      if long.count > short.count * 2, !long.overlaps(short), !text[long].contains(0x2C) { return long }
    }
    return nil
  }

  private func initial(_ word: AbbreviationWindow.Word, _ window: AbbreviationWindow) -> UInt8 {
    for place in word.range where window.letters[place] != 0 { return window.letters[place] }
    return 0
  }

  /// `<abbr title="long form">`: the page says it outright; the title is no part of the text, so a mention is all there is.
  mutating func readMarkup(_ block: Block) {
    for span in block.spans {
      if case .abbreviation = span.kind, !span.range.isEmpty { mentions.append(span.range) }
    }
  }
}
