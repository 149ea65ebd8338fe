import ConceptModel
import Testing

@testable import TextExtraction

@Suite struct LinguisticsCoNLLUTests {
  private func forms(_ output: [UInt8]) -> [UInt8] {
    output.split(separator: 0x0A).filter { $0.first.map { isDigit($0) } ?? false }
      .flatMap { $0.split(separator: 0x09, omittingEmptySubsequences: false)[1] }
  }

  @Test func holdsEveryCharacterInOrder() {
    let text = Array("• First item.\n\nHome | Share\n\nlet x = 1\n\n\u{A0}Last “words”…".utf8)
    let blocks = [
      Block(kind: .listItem(depth: 1, ordinal: nil), range: 4..<15),
      Block(kind: .paragraph, role: .furniture, range: 17..<29), Block(kind: .code, range: 31..<40),
      Block(kind: .paragraph, range: 42..<text.count),
    ]
    let document = Document(
      info: DocumentInfo(id: DocumentID("a/b.md")), text: text, offsets: .identity(count: text.count),
      sourceLines: LineIndex(text), blocks: blocks)
    let analyzed = LinguisticAnalyzer().analyze(document)
    #expect(Set(analyzed.sentences.map(\.block)) == [0, 3])
    var output: [UInt8] = []
    CoNLLU.write(analyzed, into: &output)
    let expected = String(decoding: text, as: UTF8.self).unicodeScalars.filter { !$0.properties.isWhitespace }
    let found = String(decoding: forms(output), as: UTF8.self).unicodeScalars.filter { !$0.properties.isWhitespace }
    #expect(found.elementsEqual(expected))
    #expect(String(decoding: output, as: UTF8.self).hasPrefix("# doc = a/b.md\n1\t•\t"))
  }

  @Test func analysesFurnitureAndBulletsOfTheWholeText() {
    let text = Array("• First item.\n***\nReply\n\nlet x = 1\n\n2) Last words\n_____".utf8)
    let blocks = [
      Block(kind: .listItem(depth: 1, ordinal: nil), range: 4..<15),
      Block(kind: .paragraph, role: .furniture, range: 20..<25), Block(kind: .code, range: 27..<36),
      Block(kind: .listItem(depth: 1, ordinal: 2), range: 41..<51, headings: [0], parent: 0),
    ]
    let document = Document(
      info: DocumentInfo(id: DocumentID("a.txt")), text: text, offsets: .identity(count: text.count),
      sourceLines: LineIndex(text), blocks: blocks)
    let analyzed = LinguisticAnalyzer().analyze(document.wholeText)
    let sentences = analyzed.sentences.map { sentence in
      analyzed.tokens[sentence.tokens].map { String(decoding: text[$0.range], as: UTF8.self) }.joined(separator: " ")
    }
    #expect(sentences == ["• First item .", "***", "Reply", "2 ) Last words", "_____"])
    #expect(analyzed.sentences.allSatisfy { $0.isParsed })
  }

  @Test func givesEveryWordTenColumns() {
    var output: [UInt8] = []
    CoNLLU.write(LinguisticAnalyzer().analyze(paragraph("Goals, plans.\n\nEnds")), into: &output)
    let lines = output.split(separator: 0x0A, omittingEmptySubsequences: false)
    for line in lines where line.first.map(isDigit) ?? false {
      #expect(line.split(separator: 0x09, omittingEmptySubsequences: false).count == 10)
    }
    #expect(lines.filter(\.isEmpty).count == 3)  // two sentences, and the end of the text
  }
}
