import ConceptModel
import TestSupport
import Testing

@testable import TextExtraction

struct DefinitionSenseTests {
  private func similarity(_ a: String, _ b: String) throws -> Double {
    let vectors = WordPieceVectors.english
    return WordPieceVectors.cosine(
      try #require(vectors.sum(of: Array(a.utf8))), try #require(vectors.sum(of: Array(b.utf8))))
  }

  @Test func `related phrases are nearer than unrelated ones`() throws {
    #expect(try similarity("specification gaming", "reward hacking") > 0.3)
    #expect(try similarity("specification gaming", "banana bread") < 0.1)
    #expect(try similarity("authentication", "authorization") > 0.7)
  }

  @Test func `words are cut into the longest known pieces`() {
    let vectors = WordPieceVectors.english
    #expect(vectors.pieces(of: Array("model".utf8)).count == 1)
    #expect(vectors.pieces(of: Array("pretends".utf8)).count == 2)
    #expect(
      WordPieceVectors.words(of: Array("Café, au lait!".utf8)).map { String(decoding: $0, as: UTF8.self) } == [
        "cafe", ",", "au", "lait", "!",
      ])
    #expect(vectors.sum(of: Array("  ".utf8)) == nil)
  }

  @Test func `a use is matched with the definition of its sense`() {
    let text = "He deposited the cheque at the bank and paid off his loan."
    let document = analyzed(text)
    let target = 31..<35
    #expect(document.passage(target) == "bank")
    let river = SenseMatcher.match(
      context: document, target: target, definition: "sloping land beside a body of water", hypernyms: [])
    let money = SenseMatcher.match(
      context: document, target: target, definition: "an institution that lends money", hypernyms: ["lender"])
    #expect(money.match && !river.match)
    #expect(money.confidence > 0.5 && money.confidence <= 0.75)
  }

  @Test(.enabled(if: SharedFolder.path != nil, "needs the shared folder"))
  func `uses are told apart better than by chance`() throws {
    let folder = try #require(SharedFolder.path) + "/eval/sense-wictsv/dev/"
    var right = 0
    let documents = try jsonLines(folder + "docs.jsonl")
    for (input, answer) in zip(documents, try jsonLines(folder + "gold.jsonl")) {
      let text = Array(try #require(input["text"] as? String).utf8)
      let similarity = SenseMatcher.similarity(
        context: text, target: 0..<text.count, definition: try #require(input["definition"] as? String),
        hypernyms: try #require(input["hypernyms"] as? [String]))
      let isMatch = (similarity ?? 1) >= SenseMatcher.threshold
      right += try #require(answer["match"] as? Bool) == isMatch ? 1 : 0
    }
    #expect(Double(right) / Double(documents.count) >= 0.595)
  }
}
