import ConceptModel
import TestSupport
import Testing

@testable import TextExtraction

struct DefinitionTests {
  @Test(arguments: DefinitionRule.all.map(\.id))
  func `every example of a rule is read by that rule`(id: String) throws {
    let rule = try #require(DefinitionRule.all.first { $0.id == id })
    #expect(!rule.matches.isEmpty && !rule.rejects.isEmpty)
    for example in rule.matches {
      let document = analyzed(example.text)
      let found = DefinitionFinder.find(in: document)
      #expect(
        found.contains {
          $0.rule == id && document.passage($0.term) == example.term
            && document.passage($0.text).hasPrefix(example.definition)
            && (example.genus == nil || $0.genus.map(document.passage) == example.genus)
        },
        "\(example.text): \(found.map { [$0.rule, document.passage($0.term), document.passage($0.text), $0.genus.map(document.passage) ?? "-"] })"
      )
    }
    for text in rule.rejects {
      let document = analyzed(text)
      let found = DefinitionFinder.find(in: document).filter { $0.rule == id }
      #expect(found.isEmpty, "\(text): \(found.map { document.passage($0.quote) })")
    }
  }

  @Test func `rule ids are unique and carry the prefix`() {
    let ids = DefinitionRule.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.hasPrefix("DEF-") })
  }

  @Test func `genus, conditions and scope are told apart`() throws {
    let text = "In ecology, a keystone species is a species that shapes its habitat and keeps other species in check."
    let document = analyzed(text)
    let definition = try #require(DefinitionFinder.find(in: document).first)
    #expect(document.passage(definition.term) == "keystone species")
    #expect(definition.genus.map(document.passage) == "species")
    #expect(definition.scope.map(document.passage) == "In ecology")
    #expect(
      definition.conditions.map(document.passage) == ["that shapes its habitat", "keeps other species in check"])
    #expect(document.passage(definition.quote) == String(text.dropLast()))
  }

  @Test func `a definition list gives a definition for each description`() throws {
    let bytes = Array("Alpha\n\nA letter that comes first.".utf8)
    let blocks = [
      Block(kind: .definitionTerm, range: 0..<5),
      Block(kind: .definitionDescription, range: 7..<bytes.count, parent: 0),
    ]
    let definition = try #require(DefinitionFinder.find(in: analyzed(bytes, blocks)).first)
    #expect(definition.term == 0..<5)
    #expect(definition.rule == "DEF-list")
    #expect(String(decoding: bytes[try #require(definition.genus)], as: UTF8.self) == "letter")
  }

  @Test func `a table with columns of terms and meanings gives a definition a row`() throws {
    let rows = [
      ("Term", "Definition"), ("osmosis", "a movement of water through a membrane"), ("cell", "a small room"),
    ]
    func terms(_ head: (String, String)) throws -> [String] {
      let lines = [head, ("---", "---")] + rows.dropFirst()
      let text = lines.map { "| \($0.0) | \($0.1) |\n" }.joined()
      let document = LinguisticAnalyzer().analyze(try Reading.document(text, "md"))
      return DefinitionFinder.find(in: document).filter { $0.rule == "DEF-table" }.map { document.passage($0.term) }
    }
    #expect(try terms(rows[0]) == ["osmosis", "cell"])
    #expect(try terms(("Name", "Description")) == [])
    #expect(try terms(("Concept", "Description")) == ["osmosis", "cell"])
  }

  @Test func `a footnote of one noun phrase defines the phrase with its mark`() throws {
    let text = "Some fear a deceptive model[1] most.\nA system that hides its goals from its makers."
    let bytes = Array(text.utf8)
    let split = try #require(bytes.firstIndex(of: 0x0A))
    let mark = try #require(bytes.firstIndex(of: 0x5B))
    let blocks = [
      Block(
        kind: .paragraph, range: 0..<split,
        spans: [InlineSpan(kind: .footnoteMark(label: "1"), range: mark..<mark + 3)]),
      Block(kind: .footnote(label: "1"), range: split + 1..<bytes.count),
    ]
    let found = DefinitionFinder.find(in: analyzed(bytes, blocks))
    let definition = try #require(found.first { $0.rule == "DEF-footnote" })
    #expect(String(decoding: bytes[definition.term], as: UTF8.self) == "deceptive model")
  }

  @Test func `mark-up of a defined term makes its definition surer`() throws {
    let text = "A proxy is a variable that stands for another."
    let bytes = Array(text.utf8)
    let plain = Block(kind: .paragraph, range: 0..<bytes.count)
    var marked = plain
    marked.spans = [InlineSpan(kind: .defined, range: 2..<7)]
    let unsure = try #require(DefinitionFinder.find(in: analyzed(bytes, [plain])).first)
    let sure = try #require(DefinitionFinder.find(in: analyzed(bytes, [marked])).first)
    #expect(sure.term == unsure.term)
    #expect(sure.confidence >= unsure.confidence && sure.confidence >= 0.9)
  }

  @Test(.enabled(if: SharedFolder.path != nil, "needs the shared folder"))
  func `definition sentences of textbooks are found`() throws {
    let folder = try #require(SharedFolder.path) + "/eval/def-deft/dev/"
    var right = 0
    var found = 0
    var wanted = 0
    for (input, answer) in zip(try jsonLines(folder + "docs.jsonl"), try jsonLines(folder + "gold.jsonl")) {
      let document = analyzed(try #require(input["text"] as? String))
      let isDefinition = try #require(answer["definition"] as? Int) != 0
      let isFound = !DefinitionFinder.find(in: document).isEmpty
      right += isDefinition && isFound ? 1 : 0
      found += isFound ? 1 : 0
      wanted += isDefinition ? 1 : 0
    }
    let precision = Double(right) / Double(found)
    let recall = Double(right) / Double(wanted)
    #expect(2 * precision * recall / (precision + recall) >= 0.55)
    #expect(precision >= 0.7)
  }
}

/// A document of given blocks, analysed.
func analyzed(_ bytes: [UInt8], _ blocks: [Block]) -> AnalyzedDocument {
  LinguisticAnalyzer().analyze(
    Document(
      info: DocumentInfo(id: DocumentID("example")), text: bytes, offsets: .identity(count: bytes.count),
      sourceLines: LineIndex(bytes), blocks: blocks))
}
