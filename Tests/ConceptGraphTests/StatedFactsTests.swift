import ConceptModel
import Testing

@testable import ConceptGraph

/// Labels of notation files on their way to concepts.
@Suite struct StatedFactsTests {
  private func fact(
    _ subject: StatedTerm, _ relation: String, _ object: StatedTerm, quote: String? = nil, line: String? = nil
  ) -> StatedFact {
    let text = line ?? "\(subject.label) -[\(relation)]-> \(object.label)"
    return StatedFact(
      subject: subject, relation: relation, object: object, source: DocumentID("log"), quote: quote,
      evidence: Evidence(
        document: DocumentID("a.facts"), quote: text, start: 10, end: 10 + text.unicodeScalars.count,
        bytes: 12..<12 + text.utf8.count, line: 3, column: 1))
  }

  private func term(_ label: String, _ sense: String? = nil) -> StatedTerm { StatedTerm(label: label, sense: sense) }

  private func result(_ facts: [StatedFact], _ change: (inout StatedDocument) -> Void = { _ in }) -> ExtractionResult {
    var document = StatedDocument(info: DocumentInfo(id: DocumentID("a.facts")))
    document.facts = facts
    change(&document)
    return StatedFacts.result(of: [document])
  }

  @Test func spellingsThatDifferByCaseHyphenOrPluralAreOneConcept() throws {
    let found = result([
      fact(term("sail-boat"), "is-a", term("boat")), fact(term("Sail boats"), "requires", term("wind")),
      fact(term("sail-boat"), "requires", term("rope")),
    ])
    #expect(found.concepts.map(\.id.value) == ["boat", "rope", "sail-boat", "wind"])
    let boat = try #require(found.concepts.first { $0.id.value == "sail-boat" })
    #expect(boat.label == "sail-boat")
    #expect(boat.labels.map(\.text) == ["Sail boats"])
    #expect(boat.labels.first?.mergedBy == "plural")
    #expect(boat.mentions == 3)
  }

  @Test func anAlternativeSpellingWithTheSameKeyIsALabelOfItsConcept() throws {
    for used in ["sail-boat", "sail boat"] {
      let found = result([
        fact(term("sail-boat"), "alternative-of", term("sail boat")), fact(term(used), "is-a", term("boat")),
        fact(term(used), "requires", term("wind")),
      ])
      #expect(found.diagnostics.isEmpty)
      let boat = try #require(found.concepts.first { $0.id.value == "sail-boat" })
      #expect(boat.label == "sail boat" && boat.labels.map(\.text) == ["sail-boat"])
      #expect(boat.labels.map(\.kind) == [.alternative])
      #expect(found.assertions.map(\.subject.value) == ["sail-boat", "sail-boat"])
    }
  }

  @Test func aLabelWithSensesMeansTheOnlyOneOrIsAmbiguous() throws {
    let one = result([
      fact(term("bank", "river"), "is-a", term("slope")), fact(term("Bank"), "requires", term("water")),
    ])
    #expect(one.diagnostics.isEmpty)
    #expect(one.assertions.map(\.subject.value) == ["bank#river", "bank#river"])
    let two = result([
      fact(term("bank", "river"), "is-a", term("slope")), fact(term("bank", "money"), "is-a", term("firm")),
      fact(term("bank"), "requires", term("water")), fact(term("BK"), "abbreviates", term("bank")),
    ])
    #expect(two.diagnostics.map(\.code) == ["ambiguous-term", "ambiguous-term"])
    #expect(two.diagnostics.first?.choices.map(\.text) == ["bank#money", "bank#river"])
    #expect(two.assertions.count == 2 && !two.concepts.contains { $0.id.value == "bank" })
  }

  @Test func acronymsAreNoPlurals() {
    let found = result([fact(term("MAP"), "is-a", term("estimate")), fact(term("MAPS"), "is-a", term("club"))])
    #expect(found.concepts.count == 4)
  }

  @Test func anAbbreviationWithTwoReadingsIsReportedWhereItIsUsed() {
    let found = result([
      fact(term("AB"), "abbreviates", term("able body")), fact(term("AB"), "abbreviates", term("air brake")),
      fact(term("AB"), "is-a", term("thing")), fact(term("AX"), "abbreviates", term("axle")),
      fact(term("AX"), "is-a", term("thing")),
    ])
    #expect(found.assertions.map(\.subject.value) == ["axle"])
    #expect(found.diagnostics.map(\.code) == ["ambiguous-term"])
    #expect(found.diagnostics.first?.choices.map(\.text) == ["able body", "air brake"])
    let axle = found.concepts.first { $0.id.value == "axle" }
    #expect(axle?.labels.first?.kind == .abbreviation)
  }

  @Test func sensesStayApart() {
    let found = result([
      fact(term("bank", "1"), "is-a", term("slope")), fact(term("bank", "2"), "is-a", term("firm")),
    ]) { $0.splits = [StatedSplit(label: "bank", sense: "2", gloss: "lends money")] }
    #expect(found.concepts.map(\.id.value) == ["bank#1", "bank#2", "firm", "slope"])
    #expect(found.concepts.map(\.displayLabel) == ["bank#1", "bank#2", "firm", "slope"])
    #expect(found.concepts[1].gloss == "lends money")
  }

  @Test func pinsJoinAndDeprecationsStay() throws {
    let found = result([fact(term("quay"), "is-a", term("place")), fact(term("wharf"), "requires", term("water"))]) {
      $0.pins = [StatedPin(label: "wharf", target: "quay")]
      $0.deprecations = [StatedDeprecation(label: "quay", replacement: "pier")]
    }
    #expect(found.concepts.map(\.id.value) == ["place", "quay", "water"])
    let quay = try #require(found.concepts.first { $0.id.value == "quay" })
    #expect(quay.labels.map(\.mergedBy) == ["pin"])
    #expect(quay.deprecation == Deprecation(replacement: "pier"))
    #expect(Set(found.assertions.map(\.subject.value)) == ["quay"])
  }

  @Test func idsThatClashAreNumberedInTheOrderOfLabels() {
    let found = result([fact(term("C++"), "is-a", term("c")), fact(term("C#", nil), "is-a", term("language"))])
    #expect(Set(found.concepts.map(\.id.value)) == ["c", "c-2", "c-3", "language"])
    #expect(found.concepts.first { $0.label == "C#" }?.id.value == "c")
  }

  @Test func aQuotationIsFoundInItsLine() throws {
    let line = "a ⊑ b with quote = \"An a is a \\\"b\\\".\""
    let plain = result([fact(term("a"), "is-a", term("b"), quote: "é b", line: "a ⊑ b with quote = \"é b\"")])
    let place = try #require(plain.assertions.first?.evidence)
    #expect(place.quote == "é b")
    #expect(place.start == 10 + 20 && place.end == 33)
    #expect(place.bytes == 12 + 22..<12 + 26)
    #expect(place.column == 21)
    let escaped = result([fact(term("a"), "is-a", term("b"), quote: "An a is a \"b\".", line: line)])
    #expect(escaped.assertions.first?.evidence.quote == "An a is a \\\"b\\\".")
    #expect(escaped.assertions.first?.source == DocumentID("log"))
  }

  @Test func endsOfProvenanceRelationsAreEntities() {
    let found = result([
      fact(term("drift"), "defined-by", term("Ann Lee")), fact(term("drift"), "is-a", term("motion")),
    ])
    #expect(found.entities.map(\.label) == ["Ann Lee"])
    #expect(found.concepts.map(\.label) == ["drift", "motion"])
  }

  @Test func theOrderOfFilesDoesNotShow() {
    var first = StatedDocument(info: DocumentInfo(id: DocumentID("a.facts")))
    first.facts = [fact(term("x"), "is-a", term("y")), fact(term("X"), "is-a", term("z"))]
    var second = StatedDocument(info: DocumentInfo(id: DocumentID("b.facts")))
    second.facts = [fact(term("y"), "leads-to", term("Xs"))]
    let results = [[first, second], [second, first]].map { StatedFacts.result(of: $0) }
    #expect(results[0].concepts == results[1].concepts)
    #expect(results[0].assertions == results[1].assertions)
    #expect(results[0].documents == results[1].documents)
  }
}
