import ConceptModel

/// A small generator of pseudo-random numbers (SplitMix64), so that every run tests the same values.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Makes extraction results of random shape, with texts that are hard to store.
struct RandomValues {
  var generator: SeededGenerator
  private let texts = [
    "", "deception", "a \"quoted\" \\ back\\slash", "line\nend\ttab\r\n", "null", "[1,2]", "\u{0}nul\u{0}",
    "né\u{301}e",
    "née", "⊑ ≬ 𝔄 👩‍👩‍👧", "\u{1}\u{1F}\u{7F}", "'; DROP TABLE node; --", "𐀀\u{FFFF}\u{E000}", "  spaced  ",
  ]

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
  mutating func flag() -> Bool { Bool.random(using: &generator) }
  mutating func real() -> Double { Double.random(in: 0...1, using: &generator) }
  mutating func one<T>(of list: [T]) -> T { list[number(0...list.count - 1)] }
  mutating func text() -> String { flag() ? one(of: texts) : one(of: texts) + "-\(number(0...99))" }
  mutating func optionalText() -> String? { flag() ? text() : nil }
  mutating func document() -> DocumentID { DocumentID("folder/\(number(0...9)).md") }
  mutating func concept() -> ConceptID { ConceptID("concept-\(number(0...40))\(flag() ? "" : "#1")") }

  mutating func list<T>(upTo count: Int = 3, _ make: (inout RandomValues) -> T) -> [T] {
    (0..<number(0...count)).map { _ in make(&self) }
  }

  mutating func evidence() -> Evidence {
    let start = number(0...10_000)
    let byte = number(0...1_000_000)
    return Evidence(
      document: document(), quote: text(), start: start, end: start + number(0...50),
      bytes: byte..<(byte + number(0...60)), line: number(1...900), column: number(1...200),
      headings: list { $0.text() })
  }

  mutating func attribution() -> Attribution { Attribution(holder: optionalText(), reporter: optionalText()) }

  mutating func info(_ id: DocumentID) -> DocumentInfo {
    DocumentInfo(
      id: id, path: "/data/\(id.value)", sha256: String(number(0...99_999)), mediaType: "text/markdown",
      encoding: "UTF-8", title: optionalText(), authors: list { $0.text() }, date: flag() ? "2024-03" : nil,
      role: flag() ? one(of: DocumentRole.allCases) : nil)
  }

  mutating func label() -> ConceptLabel {
    ConceptLabel(
      text: text(), kind: one(of: LabelKind.allCases), documents: list { $0.document() }, mergedBy: optionalText(),
      evidence: flag() ? evidence() : nil)
  }

  mutating func assertion() -> Assertion {
    Assertion(
      subject: concept(), relation: one(of: ["is-a", "leads-to", "same-as", "guards", "undeclared"]),
      object: concept(), polarity: one(of: Polarity.allCases), attribution: attribution(),
      modality: one(of: Modality.allCases), hedged: flag(), basis: one(of: Basis.allCases), confidence: real(),
      rule: text(), surface: optionalText(), subjectText: text(), objectText: text(),
      source: flag() ? document() : nil, date: optionalText(), evidence: evidence())
  }

  mutating func definition() -> Definition {
    Definition(
      concept: concept(), term: text(), text: text(), genus: optionalText(), genusConcept: flag() ? concept() : nil,
      conditions: list { $0.text() }, scope: optionalText(), attribution: attribution(), confidence: real(),
      rule: text(), evidence: evidence())
  }

  mutating func finding() -> Finding {
    Finding(
      id: text(), rule: "TC\(number(1...999))", kind: one(of: FindingKind.allCases),
      severity: one(of: Severity.allCases), terms: list { $0.text() }, concepts: list { $0.concept() },
      message: text(), fix: optionalText(), evidence: list { $0.evidence() })
  }

  mutating func diagnostic() -> Diagnostic {
    Diagnostic(
      one(of: [.error, .warning, .note]), code: text(), message: text(), file: optionalText(),
      place: flag()
        ? .init(line: number(1...9), column: number(1...9), length: number(1...9), source: text()) : nil,
      hint: optionalText(), choices: list { Diagnostic.Choice($0.text(), note: $0.optionalText()) })
  }

  mutating func relation() -> Relation {
    Relation(
      name: one(of: ["guards", "is-a", "spoils"]), reading: text(), sign: optionalText(), isSymmetric: flag(),
      isTransitive: flag(), isBridge: flag(), isProvenance: flag(), inverse: optionalText(),
      superRelation: optionalText(), macro: optionalText(), iri: optionalText())
  }

  mutating func result() -> ExtractionResult {
    var result = ExtractionResult()
    result.documents = list(upTo: 5) { values in values.info(values.document()) }
    result.concepts = (0..<number(0...30)).map { index in
      Concept(
        id: ConceptID("concept-\(index)\(index % 5 == 0 ? "#1" : "")"), label: text(), labels: list { $0.label() },
        gloss: optionalText(), documents: list { $0.document() }, mentions: number(0...500), centrality: real(),
        deprecation: flag() ? Deprecation(replacement: optionalText()) : nil)
    }
    result.entities = (0..<number(0...5)).map { index in
      Entity(
        id: ConceptID("entity-\(index)"), label: text(), kind: one(of: EntityKind.allCases),
        documents: list { $0.document() })
    }
    result.mentions = list(upTo: 40) {
      Mention(concept: $0.concept(), evidence: $0.evidence(), confidence: $0.real(), rule: $0.text())
    }
    result.abbreviations = list {
      Abbreviation(
        short: $0.text(), long: $0.optionalText(), evidence: $0.evidence(), confidence: $0.real(), rule: $0.text())
    }
    result.definitions = list(upTo: 10) { $0.definition() }
    result.assertions = list(upTo: 60) { $0.assertion() }
    result.statements = list {
      TermStatement(
        kind: $0.one(of: TermStatementKind.allCases), concepts: $0.list { $0.concept() }, terms: $0.list { $0.text() },
        evidence: $0.list { $0.evidence() }, attribution: $0.attribution(), confidence: $0.real(), rule: $0.text())
    }
    result.relations = list { $0.relation() }
    result.diagnostics = list { $0.diagnostic() }
    return result
  }
}

/// The bytes of a value's dump: `String` takes canonically equal texts for equal, and a store must not.
func exactDump<T>(_ value: T) -> [UInt8] {
  var out = ""
  dump(value, to: &out)
  return Array(out.utf8)
}
