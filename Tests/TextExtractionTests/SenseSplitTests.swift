import ConceptModel
import Testing

@testable import TextExtraction

/// Homographs are kept apart, rival definitions of one thing are not.
@Suite struct SenseSplitTests {
  private static let shore =
    "A bank is sloping land beside a river or lake. Floods erode the bank, and willow roots hold its soil together. "
    + "Sediment settles on the inner bank of a meander."
  private static let lender =
    "A bank is a financial institution that accepts deposits and lends money. A bank must hold reserves against its "
    + "liabilities. When depositors lose confidence, a bank run may make the bank insolvent."

  private static func corpus(
    _ texts: [String: String], stated: ExtractionResult = ExtractionResult()
  ) throws -> ExtractionResult {
    let analyzer = LinguisticAnalyzer()
    let locals = try texts.flatMap { name, text in
      try DocumentReader.read(Reading.source(Array(text.utf8), "txt", id: name)).map {
        Extraction.local(analyzer.analyze($0))
      }
    }
    return Extraction.consolidate(locals, stated: stated)
  }

  private static func ids(_ result: ExtractionResult, of base: String) -> [String] {
    result.concepts.map(\.id).filter { $0.base == base }.map(\.value)
  }

  @Test func homographsAreTwoSenses() throws {
    let result = try Self.corpus(["river": Self.shore, "money": Self.lender])
    #expect(Self.ids(result, of: "bank") == ["bank#1", "bank#2"])
    let kinds = result.assertions.filter { $0.relation == "is-a" && $0.subject.base == "bank" }
    #expect(kinds.map { "\($0.subject) \($0.object)" } == ["bank#1 financial-institution", "bank#2 sloping-land"])
    for mention in result.mentions where mention.concept.base == "bank" {
      #expect(mention.concept.sense == (mention.evidence.document.value.hasPrefix("money") ? "1" : "2"))
    }
    #expect(
      result.concepts.filter { $0.id.base == "bank" }.map(\.gloss) == [
        "a financial institution that accepts deposits and lends money", "sloping land beside a river or lake",
      ])
  }

  @Test func aDocumentThatDefinesNothingGoesWhereItBelongs() throws {
    let third = "The central bank lends reserves to a bank when its depositors withdraw deposits."
    let result = try Self.corpus(["river": Self.shore, "money": Self.lender, "policy": third])
    let senses = result.mentions.filter { $0.concept.base == "bank" && $0.evidence.document.value.hasPrefix("policy") }
    #expect(!senses.isEmpty && senses.allSatisfy { $0.concept.sense == "1" })
  }

  @Test(arguments: [
    [
      "Fever is a raised temperature of the body. Fever follows an infection. Doctors measure fever with a thermometer.",
      "Fever is a defence of the organism against germs. Cytokines trigger fever through the hypothalamus.",
    ],
    [
      "Memory is the faculty of storing past experience. The hippocampus consolidates memory during sleep.",
      "Memory is a reconstruction of events from fragments. Witnesses show that memory is malleable.",
    ],
    [
      "Robustness is the ability of a model to keep its accuracy under shift. Adversarial training improves robustness.",
      "Robustness is insensitivity of an estimator to outliers. The median has more robustness than the mean.",
    ],
  ])
  func rivalDefinitionsAreOneConcept(texts: [String]) throws {
    let result = try Self.corpus(["a": texts[0], "b": texts[1]])
    #expect(result.definitions.count >= 2 && Set(result.definitions.map(\.evidence.document)).count == 2)
    #expect(result.concepts.allSatisfy { $0.id.sense == nil })
  }

  @Test func whatIsStatedIsNeverSplit() throws {
    var stated = ExtractionResult()
    stated.concepts = [Concept(id: ConceptID("bank"), label: "bank", documents: [DocumentID("x.facts")])]
    let result = try Self.corpus(["river": Self.shore, "money": Self.lender], stated: stated)
    #expect(Self.ids(result, of: "bank") == ["bank"])
  }
}
