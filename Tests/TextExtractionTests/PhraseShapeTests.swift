import ConceptModel
import Testing

@testable import TextExtraction

/// What belongs to a phrase: possessors, quoted modifiers, gerund heads, short forms.
@Suite struct PhraseShapeTests {
  private static func extract(_ text: String) throws -> ExtractionResult {
    let source = Reading.source(Array(text.utf8), "txt")
    let analyzer = LinguisticAnalyzer()
    return Extraction.consolidate(try DocumentReader.read(source).map { Extraction.local(analyzer.analyze($0)) })
  }

  private static func edges(_ text: String) throws -> [String] {
    try extract(text).assertions.map { "\($0.subject) \($0.relation) \($0.object)" }
  }

  @Test func whatIsOwnedIsMeant() throws {
    #expect(try Self.edges("They reported losses due to the river's floods.") == ["floods causes losses"])
  }

  @Test func aShortFormInsideATermIsPartOfItsMention() throws {
    let text = "We train machine translation (MT) systems on parallel corpora."
    let mentions = try Self.extract(text).mentions.map(\.evidence.quote)
    #expect(mentions.contains("machine translation (MT) systems"))
    #expect(!mentions.contains("systems"))
  }

  @Test func praiseIsNoKind() throws {
    #expect(try Self.edges("Grafting is a useful technique.").isEmpty)
    #expect(try Self.edges("Grafting is a horticultural technique.") == ["grafting is-a horticultural-technique"])
  }

  @Test func aPassiveHasNoObject() throws {
    let definition = try #require(
      try Self.extract("Prions are misfolded proteins that damage the brain.").definitions.first)
    #expect(definition.genus == "misfolded proteins")
  }
}
