import ConceptModel
import TestSupport
import Testing

@testable import ConflationRules

@Suite struct ConflationTests {
  /// A corpus in which several rules speak, with passages in an order of the caller's choice.
  private func corpus(reversed: Bool = false, padding: Bool = false) -> ExtractionResult {
    var b = CorpusBuilder()
    if padding { _ = b.quote("A new paragraph at the top moves every line below it.", in: "a.txt") }
    b.assertion("mass", "same-as", "weight", in: "a.txt", quote: "Mass is the same as weight.")
    b.assertion("mass", "is-a", "weight", in: "b.txt", quote: "Mass is a kind of weight.")
    b.assertion("weight", "is-a", "mass", in: "c.txt", quote: "Every weight is a mass.")
    b.assertion("mass", "different-from", "weight", in: "c.txt", quote: "Mass ≠ weight")
    b.assertion("force", "leads-to", "motion", in: "a.txt", quote: "Force leads to motion.")
    b.assertion("force", "leads-to", "motion", in: "c.txt", quote: "Force does not lead to motion.") {
      $0.polarity = .denied
    }
    var result = b.corpus()
    if reversed { result.assertions.reverse() }
    return result
  }

  @Test func mostSevereFirstThenByRule() {
    let findings = Conflation.findings(in: corpus())
    #expect(findings.map(\.rule) == ["TC301", "TC307", "TC002", "TC304"])
    #expect(findings.map(\.severity) == [.error, .error, .warning, .warning])
  }

  @Test func theOrderOfTheInputDoesNotShow() {
    #expect(Conflation.findings(in: corpus()) == Conflation.findings(in: corpus(reversed: true)))
  }

  @Test func fingerprintsSurviveMovedLines() {
    let before = Conflation.findings(in: corpus())
    let after = Conflation.findings(in: corpus(padding: true))
    #expect(before.map(\.id) == after.map(\.id))
    #expect(before.map(\.evidence) != after.map(\.evidence))
    #expect(Set(before.map(\.id)).count == before.count)
    #expect(before.allSatisfy { $0.id.count == 16 && $0.id.allSatisfy(\.isHexDigit) })
  }

  @Test func fingerprintsChangeWithTheQuotation() {
    var changed = corpus()
    for index in changed.assertions.indices where changed.assertions[index].relation == "leads-to" {
      changed.assertions[index].evidence.quote += " Indeed."
    }
    let before = Set(Conflation.findings(in: corpus()).map(\.id))
    let after = Set(Conflation.findings(in: changed).map(\.id))
    #expect(before.symmetricDifference(after).count == 2)
  }

  @Test func bothWaysRoundIsOneFinding() {
    var b = CorpusBuilder()
    b.assertion("odds", "different-from", "chance", in: "a.txt", quote: "Odds differ from chance.")
    b.assertion("chance", "different-from", "odds", in: "b.txt", quote: "Chance is not odds.")
    let findings = Conflation.findings(in: b.corpus())
    #expect(findings.map(\.rule) == ["TC002"])
    #expect(findings[0].evidence.count == 2)
  }

  @Test func whatASourceSaysComesBeforeWhatIsConcluded() {
    var b = CorpusBuilder()
    b.statement(.declaredSenses, ["odds"], in: "a.txt", quotes: ["Odds has two senses."])
    b.statement(.twoReadings, ["odds"], in: "a.txt", quotes: ["Odds can be read in two ways."])
    var result = b.corpus()
    result.statements[1].evidence = result.statements[0].evidence
    #expect(Conflation.findings(in: result).map(\.rule) == ["TC003"])
  }

  @Test func doubtfulAssertionsAreNotHeldAgainstAnybody() {
    var result = corpus()
    for index in result.assertions.indices { result.assertions[index].confidence = 0.3 }
    #expect(Conflation.findings(in: result).isEmpty)
  }

  @Test func onePassageNeverContradictsItself() {
    var b = CorpusBuilder()
    b.assertion("a thing", "same-as", "its kind", in: "a.txt", quote: "A thing, a kind of its kind.")
    b.assertion("a thing", "is-a", "its kind", in: "b.txt", quote: "x")
    var result = b.corpus()
    result.assertions[1].evidence = result.assertions[0].evidence
    #expect(Conflation.findings(in: result).isEmpty)
  }

  /// Three thousand assertions over four hundred concepts, a tenth of them at odds with another one.
  static func large() -> ExtractionResult {
    var b = CorpusBuilder()
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let relations = ["is-a", "leads-to", "same-as", "different-from", "requires", "part-of"]
    for index in 0..<3_000 {
      let relation = relations[next(relations.count)]
      let (subject, object) = (next(400), next(400))
      b.assertion(
        "concept \(subject)", relation, "concept \(object)", in: "doc \(index % 50)", quote: "sentence \(index)"
      ) { if next(10) == 0 { $0.polarity = .denied } }
    }
    return b.corpus()
  }

  @Test func aLargeCorpusGivesEqualFindingsTwice() {
    let corpus = Self.large()
    let first = Conflation.findings(in: corpus)
    #expect(!first.isEmpty)
    #expect(Conflation.findings(in: corpus) == first)
  }
}

@Suite struct ComparisonTests {
  @Test(arguments: [
    ("measured", "measurement"), ("behaviours", "behavior"), ("organise", "organized"), ("deceive", "deceiving"),
    ("policies", "policy"), ("planned", "planning"), ("generalization", "generalize"),
  ])
  func inflectionsShareAStem(a: String, b: String) { #expect(ContentWords.stem(a) == ContentWords.stem(b)) }

  @Test(arguments: [("mass", "mast"), ("policy", "police"), ("organ", "organise"), ("ration", "rate")])
  func otherWordsDoNot(a: String, b: String) { #expect(ContentWords.stem(a) != ContentWords.stem(b)) }

  @Test func functionWordsDoNotCount() {
    #expect(ContentWords.stems("the share of those that are in it") == [ContentWords.stem("share")])
  }

  @Test func overlapIsByTheSmallerSet() {
    #expect(ContentWords.overlap(["a", "b"], ["b", "c", "d", "e"]) == 0.5)
    #expect(ContentWords.overlap([], ["a"]) == 0)
    #expect(ContentWords.similarity(["a", "b"], ["b", "c"]) == 1.0 / 3)
  }

  @Test(arguments: [
    ("a statistical measure of spread", "measur", TopCategory.measure),
    ("one kind of behaviour", "behavior", .behaviour),
    ("the process by which cells divide", "process", .mechanism),
  ])
  func genusHeads(text: String, head: String, category: TopCategory) throws {
    let evidence = Evidence(
      document: DocumentID("d"), quote: "q", start: 0, end: 1, bytes: 0..<1, line: 1, column: 1)
    let definition = Definition(
      concept: ConceptID("x"), term: "x", text: text, genus: text, confidence: 1, rule: "r", evidence: evidence)
    let genus = try #require(Genus(definition))
    #expect(genus.head == head)
    #expect(genus.category == category)
  }

  @Test(arguments: [
    ("generalised linear model", "generalized linear models", true),
    ("recurrent neural network", "recursive neural network", false),
    ("alignment faking", "Alignment Forum", false), ("convolutional neural nets", "convolutional neural network", true),
    ("goal mis-generalization", "goal misgeneralisation", true),
  ])
  func longForms(a: String, b: String, same: Bool) { #expect(LongForm.isSame(a, b, letters: 2) == same) }

  @Test(arguments: [("kitten", "sitting", 3), ("abc", "abc", 0), ("", "ab", 2)])
  func editDistances(a: String, b: String, distance: Int) {
    #expect(LongForm.editDistance(Array(a.utf8), Array(b.utf8), atMost: 5) == distance)
  }

  @Test func componentsOfAGraph() {
    func id(_ text: String) -> ConceptID { ConceptID(text) }
    let edges = [
      id("a"): [id("b")], id("b"): [id("c")], id("c"): [id("a"), id("d")], id("d"): [id("e")], id("e"): [id("d")],
      id("f"): [id("f")],
    ]
    #expect(StrongComponents.of(edges) == [[id("a"), id("b"), id("c")], [id("d"), id("e")]])
  }
}
