import ConceptModel
import Testing

@testable import TextExtraction

/// Input that no author writes: nothing may be lost, and the work stays in proportion to the text.
@Suite struct LinguisticsHostileTests {
  private func analyze(_ bytes: [UInt8]) -> AnalyzedDocument {
    LinguisticAnalyzer().analyze(
      Document(
        info: DocumentInfo(id: DocumentID("hostile")), text: bytes, offsets: .identity(count: bytes.count),
        sourceLines: LineIndex([]), blocks: [Block(kind: .paragraph, range: 0..<bytes.count)]))
  }

  /// Tokens in order, not empty, not overlapping, with nothing but white space between them.
  private func isComplete(_ analyzed: AnalyzedDocument) -> Bool {
    let text = analyzed.document.text
    var position = 0
    for token in analyzed.tokens {
      guard token.start < token.end, Int(token.start) >= position else { return false }
      guard isBlank(text[position..<Int(token.start)]) else { return false }
      position = Int(token.end)
    }
    return isBlank(text[position...]) && analyzed.sentences.allSatisfy { !$0.tokens.isEmpty }
      && analyzed.sentences.reduce(0) { $0 + $1.tokens.count } == analyzed.tokens.count
  }

  private func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return true }
      let reader = CharacterReader(text: base, end: buffer.count)
      var index = 0
      while index < buffer.count {
        let character = reader.classify(index)
        if character.kind != .space { return false }
        index += character.length
      }
      return true
    }
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8])
  func anyBytes(_ seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
    let alphabet = Array("aZ0 .,-'\"()[]“”’…!?/:@#$%&*=<>\n\u{A0}é漢🙂".utf8)
    let bytes = (0..<4000).map { _ in
      seed % 2 == 0 ? UInt8(truncatingIfNeeded: next() >> 20) : alphabet[Int(next() >> 20) % alphabet.count]
    }
    #expect(isComplete(analyze(bytes)))
  }

  @Test(arguments: ["a", "é", "🙂", "-", ".", "\"", "(", "[", "'", "a-", "x/", "@.", "1,", "word)(", "”’", "a.B", "$1"])
  func noSpaceAnywhere(_ unit: String) {
    let bytes = Array(String(repeating: unit, count: 5_000).utf8)
    let analyzed = analyze(bytes)
    #expect(isComplete(analyzed))
    #expect(analyzed.tokens.count <= bytes.count)
  }

  @Test(arguments: [("word and ", 12_000), ("word; and, ", 24_000), ("wait: ", 12_000)])
  func oneSentenceOfManyWords(_ unit: String, _ tokens: Int) {
    let analyzed = analyze(Array(String(repeating: unit, count: 6_000).utf8))
    #expect(analyzed.tokens.count == tokens)
    #expect(isComplete(analyzed))
    // Cut to what the parser takes, not to crumbs, and every part has a tree.
    #expect(analyzed.sentences.allSatisfy { $0.isParsed && $0.tokens.count <= SentenceSplitter.longest })
    #expect(analyzed.sentences.count <= tokens * 2 / SentenceSplitter.longest + 1)
    for sentence in analyzed.sentences {
      #expect(analyzed.tokens[sentence.tokens].count { $0.head < 0 } == 1)
    }
    #expect(analyzed.diagnostics.map(\.code) == ["long-sentence"])
    #expect(analyzed.diagnostics.allSatisfy { $0.level == .note && $0.message.contains("line 1 ") })
  }

  @Test func longSentencesAreCutBehindTheirStrongestMark() {
    let clause = String(repeating: "word, ", count: 80)
    let text = clause + "and one more; " + clause + "then " + clause + "end."
    let analyzed = analyze(Array(text.utf8))
    let lasts = analyzed.sentences.map { analyzed.tokens[$0.tokens.upperBound - 1].range }
    #expect(
      lasts.map { String(decoding: text.utf8.dropFirst($0.lowerBound).prefix($0.count), as: UTF8.self) } == [
        ";", ",", ".",
      ])
    #expect(analyze(Array("A short sentence; it stays whole.".utf8)).diagnostics.isEmpty)
  }

  @Test(arguments: [
    "🙂🙃 😀👩‍👩‍👧", "مرحبا بالعالم. كيف الحال؟", "שלום עולם", "", " \n\u{3000}\n", "\u{0}\u{1}\u{FEFF}", "日本語のテキスト。",
  ])
  func otherScripts(_ text: String) { #expect(isComplete(analyze(Array(text.utf8)))) }

  @Test func blocksBeyondTheTextAreCut() {
    let text = Array("Short text.".utf8)
    let document = Document(
      info: DocumentInfo(id: DocumentID("x")), text: text, offsets: .identity(count: text.count),
      sourceLines: LineIndex(text), blocks: [Block(kind: .paragraph, range: 6..<400)])
    #expect(LinguisticAnalyzer().analyze(document).tokens.map(\.range) == [6..<10, 10..<11])
  }
}
