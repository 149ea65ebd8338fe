import ConceptModel

/// The working memory of one analysis at a time: tokens and tags of the whole document first, then its trees.
final class AnalysisScratch {
  private var buffer = TokenBuffer()
  private var ends: [Int] = []
  private var nets: (tagging: SentenceTagging, parsing: SentenceParsing)?
  private let model: LanguageModel?
  private let evensOut: Bool

  init(_ nets: TrainedNets?, without missing: Set<Remedy> = []) {
    model = nets?.model
    evensOut = !missing.contains(.documentTags)
    self.nets = nets.map { (SentenceTagging($0, without: missing), SentenceParsing($0, without: missing)) }
  }

  deinit { buffer.deallocate() }

  func analyze(_ document: Document) -> AnalyzedDocument {
    var result = AnalyzedDocument(
      document: document, sentences: [], tokens: [], lemmas: [], pennTags: model?.penn.names ?? ["_"],
      relationNames: model?.labelNames ?? ["_"])
    var cut = 0
    var firstCut = document.text.count
    document.text.withUnsafeBufferPointer { bytes in
      guard let text = bytes.baseAddress else { return }
      for (index, block) in document.blocks.enumerated() where LinguisticAnalyzer.isProse(block) {
        let cuts = tokenize(block, text: text, count: bytes.count)
        appendSentences(of: index, to: &result)
        if cuts > 0 {
          cut += cuts
          firstCut = min(firstCut, block.range.lowerBound)
        }
      }
      if let nets { analyze(&result, text: text, nets) }
    }
    if cut > 0 { result.diagnostics.append(longSentences(cut, from: firstCut, document)) }
    return result
  }

  private func longSentences(_ count: Int, from offset: Int, _ document: Document) -> Diagnostic {
    let source = document.offsets.sourceRange(of: offset..<offset + 1)
    let line = document.sourceLines.line(at: source.lowerBound).number
    let what = count == 1 ? "a sentence has" : "\(count) sentences have"
    return Diagnostic(
      .note, code: "long-sentence",
      message: "\(what) more than \(SentenceSplitter.longest) words, the first in the text from line \(line) on, "
        + "and were read in parts",
      file: document.info.id.value, hint: "relations across the parts are not seen; end sentences with full stops")
  }

  /// Returns how many sentences were cut for their length.
  private func tokenize(_ block: Block, text: UnsafePointer<UInt8>, count: Int) -> Int {
    buffer.removeAll()
    var tokenizer = Tokenizer(text: text, count: count, tokens: buffer)
    let range = block.range.clamped(to: 0..<count)
    tokenizer.tokenize(range, opaque: OpaqueSpan.spans(of: block, text: text, within: range))
    buffer = tokenizer.tokens
    ends.removeAll(keepingCapacity: true)
    return SentenceSplitter(text: text, tokens: buffer).split(into: &ends)
  }

  private func appendSentences(of block: Int, to result: inout AnalyzedDocument) {
    var start = 0
    for end in ends {
      let first = result.tokens.count
      for index in start..<end {
        let raw = buffer.base[index]
        var flags: Token.Flags = raw.marks.contains(.spaceAfter) ? .spaceAfter : []
        if raw.marks.contains(.layout) { flags.insert(.layout) }
        result.tokens.append(Token(start: raw.start, end: raw.end, flags: flags))
      }
      result.sentences.append(Sentence(block: block, tokens: first..<result.tokens.count, isParsed: false))
      start = end
    }
  }

  /// Tags every sentence, evens the tags out over the document, then parses.
  private func analyze(
    _ result: inout AnalyzedDocument, text: UnsafePointer<UInt8>,
    _ nets: (tagging: SentenceTagging, parsing: SentenceParsing)
  ) {
    let count = result.tokens.count
    let words = UnsafeMutablePointer<TaggedWord>.allocate(capacity: max(1, count))
    defer { words.deallocate() }
    var lemmas = LemmaTable(nets.tagging.model)
    result.tokens.withUnsafeMutableBufferPointer { buffer in
      guard let tokens = buffer.baseAddress else { return }
      for sentence in result.sentences {
        nets.tagging.tag(tokens, sentence.tokens, text: text, into: words)
      }
      if evensOut { DocumentTags(model: nets.tagging.model, words: words, count: count).evenOut() }
      for index in 0..<count {
        let tag = Int(words[index].tag)
        let form = UnsafeBufferPointer(start: text + Int(tokens[index].start), count: tokens[index].range.count)
        tokens[index].tag = nets.tagging.model.universalTags[tag]
        tokens[index].penn = nets.tagging.model.penn.index[tag]
        tokens[index].lemma = lemmas.lemma(
          of: form, penn: Int(tokens[index].penn), isCapital: words[index].isCapital)
      }
      for sentence in result.sentences.indices {
        let range = result.sentences[sentence].tokens
        result.sentences[sentence].isParsed = nets.parsing.parse(tokens, words, range, text: text)
      }
    }
    result.lemmas = lemmas.strings
  }
}
