import ConceptModel
import Foundation
import TestSupport
import Testing

@testable import TextExtraction

/// A plain document of one paragraph a line, analysed.
func analyzed(_ text: String) -> AnalyzedDocument {
  let bytes = Array(text.utf8)
  var blocks: [Block] = []
  var start = 0
  for index in 0...bytes.count where index == bytes.count || bytes[index] == 0x0A {
    if index > start { blocks.append(Block(kind: .paragraph, range: start..<index)) }
    start = index + 1
  }
  let document = Document(
    info: DocumentInfo(id: DocumentID("example")), text: bytes, offsets: .identity(count: bytes.count),
    sourceLines: LineIndex(bytes), blocks: blocks)
  return LinguisticAnalyzer().analyze(document)
}

extension AnalyzedDocument {
  func passage(_ range: Range<Int>) -> String { String(decoding: document.text[range], as: UTF8.self) }
}

struct AbbreviationTests {
  @Test(arguments: AbbreviationRule.all.map(\.id))
  func `every example of a rule is read by that rule`(id: String) throws {
    let rule = try #require(AbbreviationRule.all.first { $0.id == id })
    #expect(!rule.matches.isEmpty && !rule.rejects.isEmpty)
    for example in rule.matches {
      let document = analyzed(example.text)
      let found = AbbreviationFinder.find(in: document)
      #expect(
        found.contains {
          $0.rule == id && document.passage($0.short) == example.short && $0.long.map(document.passage) == example.long
        }, "\(example.text): \(found.map { ($0.rule, document.passage($0.short), $0.long.map(document.passage)) })")
    }
    for text in rule.rejects {
      let document = analyzed(text)
      let found = AbbreviationFinder.find(in: document).filter { $0.rule == id }
      #expect(found.isEmpty, "\(text): \(found.map { document.passage($0.evidence) })")
    }
  }

  @Test func `evidence covers both forms and the bracket`() throws {
    let document = analyzed("Goal misgeneralization (GMG) is feared.")
    let pair = try #require(AbbreviationFinder.find(in: document).first)
    #expect(document.passage(pair.evidence) == "Goal misgeneralization (GMG)")
    #expect(pair.confidence > 0.8)
  }

  @Test func `a long form is not looked for in the sentence before`() {
    let document = analyzed("We use support vector machines. (SVM) is the name of a file.")
    #expect(AbbreviationFinder.find(in: document).allSatisfy { $0.long == nil })
  }

  @Test func `the alignment prefers the beginnings of words`() throws {
    let text = Array("suggested designs for a supersonic transport".utf8)
    var aligner = AbbreviationAligner()
    let letters = AbbreviationLetters(Array("SST".utf8), 0..<3)
    let best = aligner.align(letters, in: 0..<text.count, of: text, anchor: .end)
    let alignment = try #require(best)
    #expect(String(decoding: text[alignment.long], as: UTF8.self) == "supersonic transport")
    #expect(alignment.words == 2 && alignment.skippedWords == 0)
  }

  @Test func `letters above ASCII and numerals stand for their names`() throws {
    let document = analyzed("Levels of interferon γ (IFNG) and of phase II trials (P2T) rose.")
    let found = AbbreviationFinder.find(in: document).compactMap { $0.long.map(document.passage) }
    #expect(found == ["interferon γ", "phase II trials"])
  }

  @Test func `a lone short form is given once`() {
    let document = analyzed("An RNN is small.\nAnother RNN is large.\nRNNs differ.")
    let found = AbbreviationFinder.find(in: document).map { document.passage($0.short) }
    #expect(found == ["RNN", "RNNs"])
  }

  @Test(.enabled(if: SharedFolder.path != nil, "needs the shared folder"))
  func `pairs of medical abstracts are found with few errors`() throws {
    let folder = try #require(SharedFolder.path) + "/eval/abbr-med1250/dev/"
    let documents = try jsonLines(folder + "docs.jsonl")
    let gold = try jsonLines(folder + "gold.jsonl")
    var right = 0
    var found = 0
    var wanted = 0
    for (input, answer) in zip(documents, gold) {
      let document = analyzed(try #require(input["text"] as? String))
      let pairs = try #require(answer["pairs"] as? [[String: String]])
      let expected = Set(pairs.map { [$0["short"], $0["long"]] })
      let mine = Set(
        AbbreviationFinder.find(in: document).compactMap { pair in
          pair.long.map { [document.passage(pair.short), document.passage($0)] }
        })
      wanted += expected.count
      found += mine.count
      right += expected.intersection(mine).count
    }
    let precision = Double(right) / Double(found)
    let recall = Double(right) / Double(wanted)
    #expect(precision >= 0.96)
    #expect(2 * precision * recall / (precision + recall) >= 0.90)
  }
}

/// The objects of a JSON Lines file.
func jsonLines(_ path: String) throws -> [[String: Any]] {
  let data = try Data(contentsOf: URL(fileURLWithPath: path))
  return try data.split(separator: 0x0A).compactMap { try JSONSerialization.jsonObject(with: $0) as? [String: Any] }
}
