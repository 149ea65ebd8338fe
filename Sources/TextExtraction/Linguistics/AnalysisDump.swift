import ConceptModel

/// A readable listing of sentences with their words: what `--dump sentences` prints.
public enum AnalysisDump {
  /// The document as lines of text, the same for the same document: a line for each sentence with its block and
  /// bytes, then a line for each word with its number, form, lemma, tags, head, relation, confidence of the arc in
  /// percent, and flags, then its noun phrases.
  public static func write(_ analyzed: AnalyzedDocument) -> String {
    var output: [UInt8] = []
    output += Array("document \(analyzed.document.info.id.value)\n".utf8)
    for (number, sentence) in analyzed.sentences.enumerated() {
      let first = analyzed.tokens[sentence.tokens.lowerBound]
      let last = analyzed.tokens[sentence.tokens.upperBound - 1]
      let note = sentence.isParsed ? "" : " unparsed"
      output += Array("sentence \(number + 1) block \(sentence.block) bytes \(first.start)..<\(last.end)\(note)\n".utf8)
      for index in sentence.tokens { writeWord(index, sentence, analyzed, &output) }
      for phrase in analyzed.nounPhrases(of: sentence) { writePhrase(phrase, analyzed, &output) }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func writeWord(
    _ index: Int, _ sentence: Sentence, _ analyzed: AnalyzedDocument, _ output: inout [UInt8]
  ) {
    let token = analyzed.tokens[index]
    let lemma = Int(token.lemma) < analyzed.lemmas.count ? analyzed.lemmas[Int(token.lemma)] : "_"
    output += Array("  \(index - sentence.tokens.lowerBound + 1)\t".utf8)
    append(token.range, analyzed, &output)
    var line = "\t\(lemma)\t\(token.tag.name)\t\(analyzed.pennTags[Int(token.penn)])"
    if sentence.isParsed {
      let relation = analyzed.relationNames[Int(token.dependency)]
      line += "\t\(token.head + 1)\t\(relation)\t\(Int(token.arcConfidence) * 100 / 255)"
    }
    let flags: [(Token.Flags, String)] = [(.quoted, "quoted"), (.bracketed, "bracketed"), (.layout, "layout")]
    for (flag, name) in flags where token.flags.contains(flag) { line += "\t\(name)" }
    output += Array((line + "\n").utf8)
  }

  private static func writePhrase(_ phrase: NounPhrase, _ analyzed: AnalyzedDocument, _ output: inout [UInt8]) {
    let range = analyzed.tokens[phrase.core.lowerBound].range.lowerBound
    let end = analyzed.tokens[phrase.core.upperBound - 1].range.upperBound
    output += Array("  phrase\t".utf8)
    append(range..<end, analyzed, &output)
    output.append(0x0A)
  }

  private static func append(_ range: Range<Int>, _ analyzed: AnalyzedDocument, _ output: inout [UInt8]) {
    for byte in analyzed.document.text[range] { output.append(byte < 0x20 ? 0x20 : byte) }
  }
}
