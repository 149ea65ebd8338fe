import ConceptModel
import Testing

@testable import TextExtraction

/// What is kept out of the graph: references, exercises, citations, passing things, chance phrases.
@Suite struct GraphPrecisionTests {
  private static func extract(_ text: String, _ fileExtension: String = "md") throws -> ExtractionResult {
    let source = Reading.source(Array(text.utf8), fileExtension)
    let analyzer = LinguisticAnalyzer()
    return Extraction.consolidate(try DocumentReader.read(source).map { Extraction.local(analyzer.analyze($0)) })
  }

  private static func edges(_ result: ExtractionResult) -> [String] {
    result.assertions.map { "\($0.subject) \($0.relation) \($0.object) \($0.polarity)" }
  }

  @Test(arguments: ["References", "Works cited", "4.2 Further Reading", "See also"])
  func titlesUnderReferencesStateNothing(heading: String) throws {
    let result = try Self.extract("# \(heading)\n\nSmoking causes cancer: a review of forty trials.\n")
    #expect(result.assertions.isEmpty)
    let body = try Self.extract("# Findings\n\nSmoking causes cancer: a review of forty trials.\n")
    #expect(Self.edges(body) == ["smoking causes cancer asserted"])
  }

  @Test(arguments: ["Exercises", "Review Questions", "Test Yourself", "Problems & Exercises"])
  func exercisesSuppose(heading: String) throws {
    let result = try Self.extract("# \(heading)\n\nSmoking causes cancer.\n")
    #expect(Self.edges(result) == ["smoking causes cancer hypothetical"])
  }

  @Test(arguments: ["Problems", "Open questions", "Review", "Practice"])
  func headingsThatOnlySoundAlikeState(heading: String) throws {
    let result = try Self.extract("# \(heading)\n\nSmoking causes cancer.\n")
    #expect(Self.edges(result) == ["smoking causes cancer asserted"])
  }

  @Test(arguments: [
    "Anker, T. (2011). Smoking causes cancer. Annals of Health, 108(17), 6889–6892.",
    "Anker, T. B. (2011). Malaria, a parasitic disease. Basel: North Press.",
    "Journal of Things, 12(3), 34–51.",
  ])
  func bibliographicEntriesAreTold(entry: String) {
    #expect(PassageStanding.isBibliographicEntry(Array(entry.utf8)[...]))
  }

  @Test(arguments: [
    "In 2011, T. Anker showed that smoking causes cancer, in 12 of 34 wards.",
    "Malaria, a parasitic disease, kills many people every year (Anker, 2011).",
    "Water boils at 100 degrees, and at 71 degrees on the highest peaks of the earth.",
  ])
  func sentencesAreNoEntries(sentence: String) {
    #expect(!PassageStanding.isBibliographicEntry(Array(sentence.utf8)[...]))
  }

  @Test func citedAuthorsAreNoKinds() throws {
    let result = try Self.extract(
      "Many projective tests (for example, Exner, 2002) were revised. Some fruits (for example, apples) keep well.\n")
    let kinds = result.assertions.filter { $0.relation == "is-a" }.map(\.subjectText)
    #expect(kinds == ["apples"])
    #expect(!result.concepts.contains { $0.label.lowercased() == "exner" })
  }

  @Test func citationKeysAreNoConcepts() throws {
    let result = try Self.extract(
      "A prior is a belief [-@gelman_bda_2013, p. 3]. The prior in @fig-prior1 is flat. A prior has a mean.\n")
    #expect(!result.concepts.contains { $0.label.contains("fig") || $0.label.contains("gelman") })
    #expect(result.concepts.contains { $0.label == "prior" })
  }

  @Test func aNameKeepsItsCapitals() throws {
    let result = try Self.extract(
      "We use the Central Limit Theorem. The Central Limit Theorem is a theorem about sums. It is old.\n")
    #expect(result.concepts.contains { $0.label.lowercased() == "central limit theorem" })
    #expect(!result.concepts.contains { $0.label.lowercased() == "limit theorem" })
  }

  @Test(arguments: [
    ("The sample is a random sample.", "is-a"), ("Another type of metal is copper.", "copper is-a metal asserted"),
    ("The endocrine system consists of a series of glands.", "glands part-of endocrine-system asserted"),
    ("With the staff being a team, work is fun.", "is-a"),
  ])
  func kindsAreKinds(text: String, edge: String) throws {
    let found = Self.edges(try Self.extract(text))
    if edge.contains(" ") {
      #expect(found == [edge])
    } else {
      #expect(!found.contains { $0.contains(edge) })
    }
  }

  @Test func sidesOfAnEquationAreNoConcepts() throws {
    let result = try Self.extract("The graph of an equation of the form y = a + bx is a straight line.\n")
    #expect(!result.assertions.contains { $0.subjectText.contains("bx") })
  }

  /// Enough text about something else to make a document a long one.
  private static let filler = (0..<40).map {
    "Section \($0) treats the growth of barley roots in wet soil and in dry soil.\n\n"
  }.joined()

  /// In a long text a term of the field comes back; what is mentioned once in passing is no end of an edge.
  @Test func passingThingsStandAtNoEnd() throws {
    let text = Self.filler + "Nitrogen increases barley growth. A guitar creates sound waves.\n\n"
    let long = Self.edges(try Self.extract(text + "Nitrogen is scarce. Barley growth is slow without nitrogen.\n"))
    #expect(!long.contains { $0.contains("guitar") })
    #expect(long.contains { $0.hasPrefix("nitrogen leads-to") })
  }

  /// "the remaining task" is no kind of task; a phrase that a text uses again and again is.
  @Test func onlyEstablishedPhrasesAreKindsOfTheirHead() throws {
    let text =
      "A tide is a rise of the sea. A spring tide is high. Each spring tide follows a new moon, and a spring tide ends "
      + "within days. One curious tide was seen in March.\n"
    func kinds(_ text: String) throws -> [String] {
      try Self.extract(text).assertions.filter { $0.rule == "HEAD-inclusion" }.map(\.subject.value)
    }
    #expect(try kinds(Self.filler + text) == ["spring-tide"])
    #expect(try kinds(text) == [])
  }

  @Test func namesWithoutCuesAreEntitiesUnlessTheyAreConcepts() throws {
    let source = Reading.source(Array("The talks were held in Cotonou last year. Later Dainis signed.\n".utf8), "md")
    let locals = try DocumentReader.read(source).map { Extraction.local(LinguisticAnalyzer().analyze($0)) }
    var selection = EntitySelection(locals)
    #expect(selection.kinds["Cotonou"] == nil)
    selection.acceptUncertain { $0 == "Dainis" }
    #expect(selection.kinds == ["Cotonou": .organisation])
  }

  @Test(arguments: ["It is believed by some that", "Although it is believed by some that", "It is often said that"])
  func whatSomeBelieveIsNotTheAuthors(opening: String) throws {
    let result = try Self.extract("\(opening) autism is triggered by the vaccine, the evidence is thin.\n")
    let edge = try #require(result.assertions.first { $0.relation == "leads-to" })
    #expect(edge.attribution != .author)
  }

  @Test(arguments: [
    "Surgeons operate on mammals that are vertebrates.", "In this case, the parameter is a proportion.",
    "In our example, the vessel is a tank.",
  ])
  func whatPicksOutOrHoldsOfOneCaseIsNoKind(text: String) throws {
    #expect(try Self.extract(text).assertions.allSatisfy { $0.relation != "is-a" })
  }

  @Test func notTheFirstToSuspectDeniesNothing() throws {
    let result = try Self.extract("Newton was not the first to suspect that gravity causes tides.")
    #expect(Self.edges(result).contains("gravity causes tides asserted"))
  }

  @Test func theSubjectBehindAnOpeningPhraseIsNoApposition() throws {
    let opened = try Self.extract("Guided by the lens, a novel detector, built from silicon, was tested.")
    #expect(opened.assertions.allSatisfy { $0.relation != "is-a" })
    let beside = try Self.extract("They used the lens, a novel detector, built from silicon.")
    #expect(Self.edges(beside).contains { $0.hasPrefix("lens is-a") })
  }

  @Test func anItemThatIsASentenceNamesNoMember() throws {
    let text =
      "# Offline stores\n\n- The cell cache (on disk) has been removed from browsers.\n- Service worker (a script)\n"
    let members = try Self.extract(text).assertions.filter { $0.rule.hasPrefix("LAY-") }.map(\.subject.value)
    #expect(members == ["service-worker"])
  }

  @Test func fieldsOfAFormAreNotDefined() throws {
    let form = (1...3).map { "## Part \($0)\n\n- **Impact**: A loss of data that number \($0) brings about.\n" }
      .joined()
    #expect(try Self.extract(form).definitions.isEmpty)
    #expect(try !Self.extract("- **Impact**: A loss of data that faults bring about.\n").definitions.isEmpty)
  }

  /// A short text keeps a phrase that it says once; a long one passes over it, unless something is said of it.
  @Test func whatALongTextSaysOnceIsPassedOver() throws {
    let filler = (0..<300).map { "Visitor \($0) walked along the muddy path until evening." }.joined(separator: " ")
    let passing = "They stood near a rusty turbine bracket."
    let defined = "A rusty turbine bracket is a clamp that holds a rotor."
    func has(_ text: String) throws -> Bool {
      try Self.extract(text, "txt").concepts.contains {
        $0.label == "rusty turbine bracket" || $0.label == "turbine bracket"
      }
    }
    #expect(try has(passing))
    #expect(try !has(filler + " " + passing))
    #expect(try has(filler + " " + defined))
  }
}
