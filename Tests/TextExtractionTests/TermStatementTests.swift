import ConceptModel
import Testing

@testable import TextExtraction

/// Statements about words in texts of several fields, from plain text to consolidated concepts.
@Suite struct TermStatementTests {
  private static func extract(_ text: String) throws -> ExtractionResult {
    let source = SourceText(id: DocumentID("t.txt"), bytes: Array(text.utf8), fileExtension: "txt")
    let analyzer = LinguisticAnalyzer()
    return Extraction.consolidate(try DocumentReader.read(source).map { Extraction.local(analyzer.analyze($0)) })
  }

  private static func statements(_ text: String, _ kind: TermStatementKind) throws -> [[String]] {
    try extract(text).statements.filter { $0.kind == kind }.map { $0.terms.map { $0.lowercased() } }
  }

  @Test(arguments: [
    ("Students often confuse mass with weight.", ["mass", "weight"]),
    ("The standard error is often confused with the standard deviation.", ["standard error", "standard deviation"]),
    ("Newspapers conflate authentication and authorization.", ["authentication", "authorization"]),
    ("Heat should not be confused with temperature.", ["heat", "temperature"]),
    ("This report blurs the line between incidence and prevalence.", ["incidence", "prevalence"]),
    (
      "There is a common confusion between negative reinforcement and punishment.",
      ["negative reinforcement", "punishment"]
    ),
  ])
  func warnings(text: String, terms: [String]) throws {
    #expect(try Self.statements(text, .warnedConflation) == [terms])
  }

  @Test(arguments: [
    "The confused patient was given water.", "A lump of iron fell on the table.", "She made a mistake with the dose.",
    "The results equate to a loss of three percent.",
  ])
  func noWarning(text: String) throws { #expect(try Self.statements(text, .warnedConflation).isEmpty) }

  @Test(arguments: [
    ("Significance as a technical term says nothing about importance.", "significance"),
    ("In the technical sense of power, a test has it before any data are seen.", "power"),
    ("The word theory has two meanings.", "theory"),
  ])
  func senses(text: String, term: String) throws {
    let found = try Self.statements(text, .declaredSenses)
    #expect(found.contains { $0.first?.contains(term) == true }, "\(found)")
  }

  @Test func pairsAreSpelledOut() throws {
    let found = try Self.statements(
      "The systematic/random error distinction corresponds to bias/variance in this literature.", .rivalFramings)
    #expect(found == [["systematic error", "random error", "bias", "variance"]])
  }

  @Test func motteAndBaileyAreReadAsPositions() throws {
    let result = try Self.extract(
      """
      Two claims are run together here.

      Motte: "large doses of the drug can harm the liver"

      Bailey: "the drug is a poison at any dose"
      """)
    let item = try #require(result.statements.first { $0.kind == .motteAndBailey })
    #expect(item.evidence.map { String($0.quote.prefix(6)) } == ["Motte:", "Bailey"])
  }

  @Test func aScaleOfDegreesIncludesAndAMereOrderDoesNot() throws {
    let degrees = try Self.extract(
      """
      Losses of attention form a whole spectrum.

      distraction - chronic distraction - burnout

      Chronic distraction is a distraction that lasts for weeks.
      """)
    #expect(degrees.assertions.contains { $0.rule == "LAY-scale-inclusion" && $0.subject.value == "burnout" })
    let order = try Self.extract("Water was kept at four settings.\n\nfreezing - cold - warm - hot")
    #expect(order.assertions.filter { $0.relation == "is-a" }.isEmpty)
  }

  @Test func itemsBelongToTheClassThatIntroducesThem() throws {
    let result = try Self.extract(
      """
      Sources of systematic error:

        1. Selection bias (SB), where the sample is not drawn at random.
        2. Recall bias, which depends on memory.
      """)
    let edges = result.assertions.filter { $0.rule == "LAY-list" }.map { "\($0.subject) \($0.relation) \($0.object)" }
    #expect(
      edges.sorted() == [
        "recall-bias is-a sources-of-systematic-error", "selection-bias is-a sources-of-systematic-error",
      ])
  }

  @Test func aDenialInASentenceOfItsOwn() throws {
    let result = try Self.extract("Some people say that heat is a substance. This is wrong.")
    let claims = result.assertions.filter { $0.relation == "is-a" }
    #expect(!claims.isEmpty && claims.allSatisfy { $0.polarity == .denied })
  }
}
