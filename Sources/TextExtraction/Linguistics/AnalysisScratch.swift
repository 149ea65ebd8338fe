import ConceptModel

/// The working memory of one analysis at a time.
final class AnalysisScratch {
  private var buffer = TokenBuffer()
  private var ends: [Int] = []

  deinit { buffer.deallocate() }

  func analyze(_ document: Document) -> AnalyzedDocument {
    var result = AnalyzedDocument(
      document: document, sentences: [], tokens: [], lemmas: [], pennTags: ["_"], relationNames: ["_"])
    document.text.withUnsafeBufferPointer { bytes in
      guard let text = bytes.baseAddress else { return }
      for (index, block) in document.blocks.enumerated() where LinguisticAnalyzer.isProse(block) {
        tokenize(block, text: text, count: bytes.count)
        appendSentences(of: index, text: text, to: &result)
      }
    }
    return result
  }

  private func tokenize(_ block: Block, text: UnsafePointer<UInt8>, count: Int) {
    buffer.removeAll()
    var tokenizer = Tokenizer(text: text, count: count, tokens: buffer)
    let range = block.range.clamped(to: 0..<count)
    tokenizer.tokenize(range, opaque: OpaqueSpan.spans(of: block, text: text, within: range))
    buffer = tokenizer.tokens
    ends.removeAll(keepingCapacity: true)
    SentenceSplitter(text: text, tokens: buffer).split(into: &ends)
  }

  private func appendSentences(of block: Int, text: UnsafePointer<UInt8>, to result: inout AnalyzedDocument) {
    var start = 0
    for end in ends {
      let first = result.tokens.count
      for index in start..<end {
        result.tokens.append(token(buffer.base[index], text: text, lemmas: &result.lemmas))
      }
      result.sentences.append(Sentence(block: block, tokens: first..<result.tokens.count, isParsed: false))
      start = end
    }
  }

  private func token(_ raw: RawToken, text: UnsafePointer<UInt8>, lemmas: inout [String]) -> Token {
    let first = text[Int(raw.start)]
    let tag: UniversalTag = isDigit(first) ? .num : isWordByte(first) ? .noun : .punct
    let bytes = UnsafeBufferPointer(start: text + Int(raw.start), count: raw.length)
    lemmas.append(String(decoding: bytes, as: UTF8.self))
    var flags: Token.Flags = raw.marks.contains(.spaceAfter) ? .spaceAfter : []
    if raw.marks.contains(.layout) { flags.insert(.layout) }
    return Token(start: raw.start, end: raw.end, tag: tag, lemma: UInt32(lemmas.count - 1), flags: flags)
  }
}
