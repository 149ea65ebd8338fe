import ConceptModel
import Testing

@testable import TextExtraction

/// Tables whose headed columns relate what stands in them.
@Suite struct LayoutTableTests {
  private static func edges(_ head: (String, String), _ rows: [(String, String)]) throws -> [String] {
    let lines = [head, ("---", "---")] + rows
    let text = lines.map { "| \($0.0) | \($0.1) |\n" }.joined()
    let analyzer = LinguisticAnalyzer()
    let locals = try DocumentReader.read(Reading.source(Array(text.utf8), "md")).map {
      Extraction.local(analyzer.analyze($0))
    }
    let found = Extraction.consolidate(locals).assertions.filter { $0.rule == "LAY-table" }
    for item in found {
      #expect(text.contains(item.subjectText) && text.contains(item.objectText))
      #expect(item.evidence.quote.contains(item.subjectText) && item.evidence.quote.contains(item.objectText))
    }
    return found.map { "\($0.subject) \($0.relation) \($0.object)" }
  }

  @Test func causesStandBesideTheirEffects() throws {
    let edges = try Self.edges(
      ("Cause", "Effect"), [("Overload", "Cable fire, power outage"), ("Short circuit", "Sparks")])
    #expect(
      edges.sorted() == [
        "overload leads-to cable-fire", "overload leads-to power-outage", "short-circuit leads-to sparks",
      ])
  }

  @Test func theOrderOfTheColumnsIsFree() throws {
    let edges = try Self.edges(("Effect", "Cause"), [("Cable fire", "Overload")])
    #expect(edges == ["overload leads-to cable-fire"])
  }

  @Test(arguments: [
    ("Threat", "Countermeasure", "Flooding", "Sandbag wall", "sandbag-wall addresses flooding"),
    ("Category", "Examples", "Citrus fruits", "Lemons", "lemons example-of citrus-fruits"),
    ("Term", "Also known as", "Sodium chloride", "Table salt", "sodium-chloride same-as table-salt"),
    ("Tool", "Purpose", "Barometer", "Pressure measurement", "barometer used-for pressure-measurement"),
    ("Component", "System", "Rotor", "Turbine assembly", "rotor part-of turbine-assembly"),
  ])
  func headingsNameTheRelation(left: String, right: String, a: String, b: String, edge: String) throws {
    #expect(try Self.edges((left, right), [(a, b)]) == [edge])
  }

  @Test func otherColumnsAndSentencesStateNothing() throws {
    #expect(try Self.edges(("Name", "Type"), [("Spirit level", "String")]).isEmpty)
    #expect(
      try Self.edges(("Tool", "Purpose"), [("Spirit level", "We check with it whether a shelf is level.")]).isEmpty)
    #expect(try Self.edges(("Year", "Effect"), [("1990", "Cable fire")]).isEmpty)
  }
}
