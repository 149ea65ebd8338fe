import ConceptModel
import Testing

@testable import TextExtraction

@Suite struct MergeKeyTests {
  @Test(arguments: [
    ("Alignment faking", "alignment-faking"), ("goal mis-generalization", "goal misgeneralisation"),
    ("behavioural test", "Behavioral tests"), ("pre-training", "pretraining"), ("modelling error", "modeling errors"),
    ("p-value", "P values"), ("defence mechanism", "defense mechanisms"),
  ])
  func joinsSpellings(a: String, b: String) { #expect(MergeKey.of(a) == MergeKey.of(b)) }

  @Test(arguments: [
    ("exercise", "exercize"), ("outer alignment", "inner alignment"), ("mis takes", "mistakes"), ("unit test", "units"),
    ("supervised learning", "superviser learning"),
  ])
  func keepsApart(a: String, b: String) { #expect(MergeKey.of(a) != MergeKey.of(b)) }

  @Test(arguments: [
    ("reward model", "Reward Model", ["case"]), ("reward model", "reward-model", ["hyphen"]),
    ("reward model", "reward models", ["plural"]), ("generalization", "generalisation", ["spelling"]),
    ("goal misgeneralization", "goal mis-generalization", ["prefix-hyphen"]),
  ])
  func namesTheRule(a: String, b: String, rules: [String]) { #expect(MergeKey.rules(between: a, and: b) == rules) }

  @Test(arguments: [
    ("deceive", "deception"), ("optimize", "optimization"), ("train", "training"), ("align", "alignment"),
    ("measure", "measurement"), ("plan", "planning"), ("perceive", "perception"), ("evaluate", "evaluation"),
    ("interact", "interaction"), ("infer", "inference"), ("comprehend", "comprehension"),
  ])
  func nounsOfVerbs(verb: String, noun: String) { #expect(Nominalisation.nouns(of: verb).contains(noun)) }

  @Test(arguments: [(1.0, 0.0), (2.0, 1.0), (8.0, 3.0), (10.0, 3.321928094887362), (0.75, -0.4150374992788438)])
  func binaryLogarithm(value: Double, log: Double) { #expect(abs(value.binaryLogarithm - log) < 1e-9) }

  @Test func everydayWordsAreNotRare() {
    #expect(GeneralEnglish.rarity(of: "time") == 0)
    #expect(GeneralEnglish.rarity(of: "heteroscedasticity") == 1)
    #expect(GeneralEnglish.isEverydayNoun("people"))
    #expect(!GeneralEnglish.isEverydayNoun("entropy"))
  }
}

@Suite struct LocalCodingTests {
  private static let sample: LocalExtraction = {
    var local = LocalExtraction(
      info: DocumentInfo(id: DocumentID("a/b.md"), title: "T", authors: ["A. B."], date: "2024"))
    let place = Place(start: 3, end: 9, sourceStart: 4, sourceEnd: 12, line: 2, column: 1, headings: 1)
    let passage = LocalPassage(quote: "Überhang ≠ x", place: place)
    local.tokenCount = 77
    local.headingPaths = [[], ["One", "Two"]]
    local.ordinaryWords = ["alpha"]
    local.spellings = [LocalSpelling(text: "mass", key: "mass")]
    local.terms = [LocalTerm(spelling: 0, place: place, sentence: 1, flags: [.heading, .quoted])]
    local.names = [LocalName(text: "Ada Lovelace", place: place, cues: [.compound, .givenName])]
    local.abbreviations = [LocalAbbreviation(short: "SE", long: nil, passage: passage, confidence: 0.5, rule: "R")]
    local.definitions = [
      LocalDefinition(
        term: "mass", text: "a measure of inertia", genus: "measure", genusVerb: nil, conditions: ["of inertia"],
        scope: "in mechanics",
        attribution: Attribution(holder: "Newton"), confidence: 0.9, rule: "D", passage: passage)
    ]
    local.relations = [
      LocalRelation(
        relation: "is-a", subject: "a", object: "b", fullSubject: "a of c", fullObject: nil, polarity: .denied,
        attribution: .author, modality: .can, hedged: true, basis: .inferred, confidence: 0.25, rule: "X",
        surface: "is",
        passage: passage)
    ]
    local.statements = [
      LocalStatement(
        kind: .rivalFramings, terms: ["a", "b"], passages: [passage, passage], attribution: .author, confidence: 1,
        rule: "S")
    ]
    local.scales = [
      LocalScale(members: ["cold", "hot"], presentsDegrees: true, attribution: .author, passage: passage)
    ]
    return local
  }()

  @Test func roundTrip() throws {
    #expect(try LocalExtraction(decoding: Self.sample.encoded()) == Self.sample)
  }

  @Test func everyTruncationIsRefused() throws {
    let bytes = Self.sample.encoded()
    for count in 0..<bytes.count {
      #expect(throws: Diagnostic.self) { try LocalExtraction(decoding: Array(bytes[..<count])) }
    }
  }

  @Test func damageNeverTraps() throws {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let bytes = Self.sample.encoded()
    for _ in 0..<2_000 {
      var copy = bytes
      copy[random(copy.count)] = UInt8(random(256))
      _ = try? LocalExtraction(decoding: copy)
    }
  }
}
