/// A word as terms are made of: one token, or tokens glued by hyphens (`alignment - faking`).
struct Word: Sendable {
  /// Indexes into `AnalyzedDocument.tokens`.
  var tokens: Range<Int>
  /// Bytes of the text.
  var range: Range<Int>
  /// The tag that counts for chunking: that of the last part, `noun` for hyphenated words that end in a gerund.
  var tag: UniversalTag
  /// The lower-case form as it stands.
  var form: String
  /// The lower-case lemma; for a glued word its form with the last part's lemma.
  var lemma: String
  /// Whether the first letter is a capital.
  var isCapitalised: Bool
  /// Whether it has at least two letters and all are capitals (a plural `s` may follow).
  var isAcronym: Bool
  var isHyphenated: Bool
  var isFirstInSentence: Bool
  var flags: Token.Flags
}

/// An analysed document with the words of its sentences, glued once for all finders.
struct WordedDocument: Sendable {
  let analyzed: AnalyzedDocument
  /// The words of every sentence.
  let words: [[Word]]

  init(_ analyzed: AnalyzedDocument) {
    self.analyzed = analyzed
    words = analyzed.sentences.map { analyzed.words(of: $0) }
  }
}

extension AnalyzedDocument {
  /// The text of a byte range.
  func string(_ range: Range<Int>) -> String {
    String(decoding: document.text[range], as: UTF8.self)
  }

  /// The text of a token as it stands.
  func form(_ index: Int) -> String { string(tokens[index].range) }

  /// The dependency label of a token, or the empty string in a sentence without heads.
  func dependency(_ index: Int) -> String {
    let number = Int(tokens[index].dependency)
    return number < relationNames.count ? relationNames[number] : ""
  }

  /// The fine-grained tag of a token.
  func penn(_ index: Int) -> String {
    let number = Int(tokens[index].penn)
    return number < pennTags.count ? pennTags[number] : ""
  }

  /// The lemma of a token in lower case.
  func lemma(_ index: Int) -> String {
    let number = Int(tokens[index].lemma)
    guard number < lemmas.count, !lemmas[number].isEmpty else { return form(index).lowercased() }
    return lemmas[number].lowercased()
  }

  /// The bytes from the first to the last token of a range of token indexes.
  func bytes(of range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    return Int(tokens[first].start)..<Int(tokens[last].end)
  }

  /// The words of a sentence, hyphenated ones glued.
  func words(of sentence: Sentence) -> [Word] {
    var words: [Word] = []
    words.reserveCapacity(sentence.tokens.count)
    var index = sentence.tokens.lowerBound
    while index < sentence.tokens.upperBound {
      var end = index + 1
      while end + 1 < sentence.tokens.upperBound, isGluingHyphen(end, from: index), isWordLike(end + 1) { end += 2 }
      words.append(word(index..<end, isFirst: words.allSatisfy { $0.tag == .punct }))
      index = end
    }
    return words
  }

  /// Whether the token is a hyphen without spaces on either side.
  private func isGluingHyphen(_ index: Int, from start: Int) -> Bool {
    let token = tokens[index]
    guard token.end - token.start <= 3, !token.flags.contains(.spaceAfter),
      !tokens[index - 1].flags.contains(.spaceAfter), isWordLike(index - 1)
    else { return false }
    if document.text[Int(token.start)] == 0x2D { return token.end - token.start == 1 }
    return ["\u{2010}", "\u{2011}"].contains(form(index))
  }

  private func isWordLike(_ index: Int) -> Bool {
    let byte = document.text[Int(tokens[index].start)]
    if byte < 0x80 {
      return byte >= 0x61 && byte <= 0x7A || byte >= 0x41 && byte <= 0x5A || byte >= 0x30 && byte <= 0x39
    }
    guard let first = form(index).unicodeScalars.first else { return false }
    return first.properties.isAlphabetic || first.properties.numericType != nil
  }

  private func word(_ range: Range<Int>, isFirst: Bool) -> Word {
    let span = bytes(of: range)
    let text = string(span)
    let last = range.upperBound - 1
    let glued = range.count > 1
    var tag = tokens[last].tag
    if glued, tag == .verb || tag == .x || tag == .adv { tag = penn(last) == "VBN" ? .adj : .noun }
    var capitals = 0
    var letters = 0
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        // Most words are plain letters; asking Unicode for their properties would take most of the time.
        if scalar.value >= 0x61 && scalar.value <= 0x7A { letters += 1 }
        if scalar.value >= 0x41 && scalar.value <= 0x5A {
          letters += 1
          capitals += 1
        }
      } else if scalar.properties.isAlphabetic {
        letters += 1
        if scalar.properties.isUppercase { capitals += 1 }
      }
    }
    let form = capitals == 0 ? text : text.lowercased()
    let lemma =
      glued ? string(span.lowerBound..<Int(tokens[last].start)).lowercased() + self.lemma(last) : self.lemma(last)
    return Word(
      tokens: range, range: span, tag: tag, form: form, lemma: lemma,
      isCapitalised: text.unicodeScalars.first?.properties.isUppercase ?? false,
      isAcronym: letters >= 2
        && (capitals == letters || capitals == letters - 1 && text.hasSuffix("s") && capitals >= 2),
      isHyphenated: glued, isFirstInSentence: isFirst, flags: tokens[range.lowerBound].flags)
  }
}
