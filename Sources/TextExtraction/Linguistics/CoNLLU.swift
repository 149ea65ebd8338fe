import ConceptModel

/// The CoNLL-U format of Universal Dependencies.
public enum CoNLLU {
  /// Appends a document: a `# doc =` comment, then its sentences with ten columns a word.
  ///
  /// Every character of the text that is not white space stands in the FORM column, in order: what was not analysed
  /// (code; furniture and bullets unless `Document.wholeText` was analysed) comes as sentences with `_` in the columns
  /// of the analysis.
  public static func write(_ analyzed: AnalyzedDocument, into output: inout [UInt8]) {
    var writer = CoNLLUWriter(analyzed: analyzed)
    writer.write(into: &output)
  }
}

/// Writes one document.
private struct CoNLLUWriter {
  let analyzed: AnalyzedDocument
  private var isNamed = false
  /// The text before this byte has been written.
  private var position = 0

  init(analyzed: AnalyzedDocument) { self.analyzed = analyzed }

  mutating func write(into output: inout [UInt8]) {
    for sentence in analyzed.sentences {
      guard let first = sentence.tokens.first else { continue }
      writeRest(upTo: Int(analyzed.tokens[first].start), into: &output)
      name(into: &output)
      for index in sentence.tokens { writeWord(index, of: sentence, into: &output) }
      output.append(0x0A)
      position = Int(analyzed.tokens[sentence.tokens.upperBound - 1].end)
    }
    writeRest(upTo: analyzed.document.text.count, into: &output)
  }

  private mutating func name(into output: inout [UInt8]) {
    guard !isNamed else { return }
    isNamed = true
    output.append(contentsOf: "# doc = ".utf8)
    output.append(contentsOf: analyzed.document.info.id.value.utf8.map { $0 < 0x20 ? 0x20 : $0 })
    output.append(0x0A)
  }

  private func writeWord(_ index: Int, of sentence: Sentence, into output: inout [UInt8]) {
    let token = analyzed.tokens[index]
    number(index - sentence.tokens.lowerBound + 1, into: &output)
    form(token.range, into: &output)
    let lemma = Int(token.lemma) < analyzed.lemmas.count ? analyzed.lemmas[Int(token.lemma)] : "_"
    column(lemma, into: &output)
    column(token.tag.name, into: &output)
    column(analyzed.pennTags[Int(token.penn)], into: &output)
    column("_", into: &output)
    if sentence.isParsed {
      number(Int(token.head) + 1, into: &output, closes: true)
      column(analyzed.relationNames[Int(token.dependency)], into: &output)
    } else {
      column("_", into: &output)
      column("_", into: &output)
    }
    column("_", into: &output)
    misc(token.flags.contains(.spaceAfter), into: &output)
  }

  /// Writes what lies between the last written byte and an offset as words without analysis.
  private mutating func writeRest(upTo end: Int, into output: inout [UInt8]) {
    guard position < end else { return }
    var tokens: [RawToken] = []
    analyzed.document.text.withUnsafeBufferPointer { bytes in
      guard let text = bytes.baseAddress else { return }
      var tokenizer = Tokenizer(text: text, count: end, tokens: TokenBuffer())
      tokenizer.tokenize(position..<end)
      tokens = Array(UnsafeBufferPointer(start: tokenizer.tokens.base, count: tokenizer.tokens.count))
      tokenizer.tokens.deallocate()
    }
    position = end
    guard !tokens.isEmpty else { return }
    name(into: &output)
    var ordinal = 0
    for token in tokens {
      if ordinal > 0 && token.marks.contains(.paragraphStart) {
        output.append(0x0A)
        ordinal = 0
      }
      ordinal += 1
      number(ordinal, into: &output)
      form(Int(token.start)..<Int(token.end), into: &output)
      for _ in 0..<7 { column("_", into: &output) }
      misc(token.marks.contains(.spaceAfter), into: &output)
    }
    output.append(0x0A)
  }

  private func form(_ range: Range<Int>, into output: inout [UInt8]) {
    output.append(0x09)
    for byte in analyzed.document.text[range] { output.append(byte < 0x20 ? 0x20 : byte) }
  }

  private func column(_ text: String, into output: inout [UInt8]) {
    output.append(0x09)
    if text.isEmpty { output.append(0x5F) }
    for byte in text.utf8 { output.append(byte < 0x20 ? 0x20 : byte) }
  }

  private func misc(_ hasSpace: Bool, into output: inout [UInt8]) {
    column(hasSpace ? "_" : "SpaceAfter=No", into: &output)
    output.append(0x0A)
  }

  private func number(_ value: Int, into output: inout [UInt8], closes: Bool = false) {
    if closes { output.append(0x09) }
    output.append(contentsOf: String(value).utf8)
  }
}
