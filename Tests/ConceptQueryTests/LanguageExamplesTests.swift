import ConceptGraph
import ConceptModel
import Testing

@testable import ConceptQuery

/// The language through its printed answers, on statements of the tests' own.
@Suite struct LanguageExamplesTests {
  private let graph: MemoryGraph

  init() throws {
    let (graph, problems) = Fixture.graph(Harbour.notation)
    try #require(problems.isEmpty, "\(problems.map { $0.rendered() })")
    self.graph = graph
  }

  @Test(arguments: [
    ("dinghy ⊑ sailing boat", "yes"), ("dinghy ⊑ boat", "no"), ("dinghy ⊑+ boat", "yes"), ("dinghy <:{2} boat", "yes"),
    ("dinghy <:{3,} boat", "no"), ("boat ⊒+ dinghy", "yes"), ("boat ⊂ sailing boat", "yes"),
    ("yacht ⊃ sailing boat", "yes"), ("sailing boat ⊂ boat", "no"), ("dinghy ⊑ yacht", "no, denied by almanac"),
    ("dinghy ⋢ yacht", "yes"), ("yacht !<< dinghy", "yes"), ("gale !-> rescue", "yes"),
    ("squall → capsizing", "yes"), ("storm -[causes]-> squall", "yes"), ("storm -[drives]-> squall", "yes"),
    ("swell = waves", "yes, disputed by almanac"), ("waves ≠ swell", "yes, disputed by almanac"),
    ("dinghy -[moored-beside]-> ketch", "yes"), ("rigging <-[part-of]- mast", "yes"),
    ("mast -[part-of]- rigging", "yes"), ("halyard -[belongs-to]-> rigging", "yes"),
    ("dinghy -[descends]-> boat", "yes"), ("wind -[trouble]-> capsizing", "yes"),
    ("storm/gale → squall", "yes"), ("storm/gale → rescue", "no, denied by port guide"),
    ("storm → squall → capsizing", "yes"),
    ("ask ?x ⊑ shelter", "yes"), ("_ ⊑ bell", "yes"), ("bell ⊑ _", "no"), ("boat ⊑* boat", "yes"),
    ("boat ⊑{0} boat", "yes"), ("breeze ~= \"wind (light)\"", "yes"), ("wind ≬ draught", "yes"),
    ("sea walls ⊑ shelter", "yes"), ("Dinghies ⊑ SAILING-BOAT", "yes"), ("dinghy ⊑ sail-boat", "yes"),
    ("wind -[leads to]-> waves", "yes"), ("capsizing → capsizing", "yes"), ("tiller ~> mast", "no"),
    ("harbour#1 ⊑ shelter", "yes"), ("harbour#* ⊑ shelter", "no"), ("dinghy ⊑ yacht where polarity = any", "yes"),
    ("waves → capsizing where source = log", "no"), ("waves → capsizing where source = \"Port Guide\"", "yes"),
    ("wind ≬ draught where modality = may", "yes"), ("squall → capsizing where author = Old Tom", "yes"),
    ("squall → capsizing where author = Reed", "no"), ("waves → capsizing where date = 2024", "yes"),
    ("waves → capsizing where date < 2023", "no"), ("mast -[part-of]-> rigging where agreed-by >= 2", "yes"),
    ("ASK dinghy ⊑ sailing boat", "yes"),
  ])
  func yesOrNo(query: String, answer: String) throws {
    let outcome = try Fixture.run(query, on: graph)
    #expect(outcome.lines.first == answer, "\(query): \(outcome)")
    #expect(outcome.code == (answer.hasPrefix("yes") ? 0 : 1), "\(query)")
  }

  @Test(arguments: [
    ("?x ⊑ shelter", ["breakwater", "harbour#1"]), ("find ?x where ?x like \"*sail*\"", ["sailing boat"]),
    ("?x -[part-of|belongs-to]-> rigging", ["halyard", "mast"]),
    ("?x ⊑+ boat where no _ ⊑ ?x", ["dinghy", "ketch", "yacht"]),
    ("?x ⊑ sailing boat where ?x is not ketch", ["dinghy", "yacht"]),
    ("?x ⊑ sailing boat, ?x -[moored-beside]-> ?y return ?y", ["dinghy", "ketch"]),
    ("?x ⊑ ?y return count(?y)", ["4"]),
    ("?x ⊑ ?y return ?y, count(?x) order by count(?x) desc limit 1", ["sailing boat,3"]),
    ("dinghy -[?r]-> ?x", ["is-a,sailing boat", "moored-beside,ketch"]),
    ("dinghy -[?r]-> ?x where polarity = denied", ["not is-a,yacht"]),
    ("?x -[!(is-a|part-of)]-> mast", ["tiller"]), ("mast -[^sketch/sketch]-> ?x", ["mast"]),
    ("?x ⊑ ?y, ?y ⊑ boat order by ?x desc return ?x", []),
    ("?x ⊑ ?y, ?y ⊑ boat return ?x order by ?x desc", ["yacht", "ketch", "dinghy"]),
    ("?x -[requires]-> wind/rigging", ["sailing boat"]),
    ("?x →{2} capsizing", ["capsizing", "gale", "squall", "storm", "waves", "wind"]),
    ("?x ⋢ ?y", ["dinghy,yacht"]), ("wind -[(leads-to|causes)*]-> ?x", ["capsizing", "rescue", "waves", "wind"]),
    ("?x → ?x", ["capsizing"]), ("harbour#* -[any]-> ?x", ["glass tank", "shelter"]),
    ("?x ⊑ sailing boat limit 1 offset 1", ["ketch"]), ("boat ⊑ ?x return count(?x)", ["0"]),
  ])
  func tables(query: String, rows: [String]) throws {
    let outcome = try Fixture.run(query, on: graph, format: .csv)
    if rows.isEmpty {
      // `order by` stands before `return`: clauses come in any order.
      #expect(outcome.code == 0, "\(query): \(outcome)")
      return
    }
    #expect(Array(outcome.lines.dropFirst()) == rows, "\(query): \(outcome)")
    #expect(outcome.code == 0)
  }

  @Test(arguments: [
    ("path gale ~> rescue", ["gale -[leads-to]-> squall -[causes]-> capsizing -[leads-to]-> rescue"]),
    (
      "all paths wind →+ capsizing",
      ["wind -[leads-to]-> waves -[leads-to]-> capsizing"]
    ),
    (
      "all trail paths waves →{1,2} capsizing",
      ["waves -[leads-to]-> capsizing", "waves -[leads-to]-> capsizing -[leads-to]-> capsizing"]
    ),
    ("path capsizing → capsizing", ["capsizing -[leads-to]-> capsizing"]),
    ("acyclic path capsizing → capsizing", []), ("path boat ⊑* boat", ["boat"]),
    ("path dinghy ⊑ ?m ⊑ boat", ["dinghy -[is-a]-> sailing boat -[is-a]-> boat"]),
    ("path ketch ~ ?x where ?x is dinghy", ["ketch -[moored-beside]- dinghy"]),
    ("path ketch ~ dinghy where length = 2", ["ketch -[is-a]-> sailing boat <-[is-a]- dinghy"]),
    ("path storm ~> capsizing where avoid squall", []),
    ("path ?x ⊑+ boat where length >= 2, ?x like \"k*\"", ["ketch -[is-a]-> sailing boat -[is-a]-> boat"]),
    (
      "shortest 2 groups paths storm ~> rescue",
      [
        "storm -[drives]-> squall -[causes]-> capsizing -[leads-to]-> rescue",
        "storm -[leads-to]-> squall -[causes]-> capsizing -[leads-to]-> rescue",
      ]
    ),
    ("path: wind → waves", ["wind -[leads-to]-> waves"]),
    ("path \"wind (light)\" ~ breeze", ["\"wind (light)\" -[maps-to]- breeze"]),
    ("all paths ?x -[requires/^part-of]-> mast", ["sailing boat -[requires]-> rigging <-[part-of]- mast"]),
    ("path wind ~> rescue where same-source", []),
    ("path mast -[part-of]-> rigging where same-source, agreed-by >= 2", ["mast -[part-of]-> rigging"]),
    ("path mast -[part-of]-> rigging where same-source, agreed-by >= 3", []),
    ("path wind ~> capsizing where same-source", ["wind -[leads-to]-> waves -[leads-to]-> capsizing"]),
    ("path dinghy -[any]-> yacht where polarity = denied", ["dinghy -[not is-a]-> yacht"]),
  ])
  func paths(query: String, lines: [String]) throws {
    let outcome = try Fixture.run(query, on: graph, format: .paths)
    #expect(outcome.lines == lines, "\(query): \(outcome)")
    #expect(outcome.code == (lines.isEmpty ? 1 : 0), "\(query)")
    if lines.isEmpty { #expect(outcome.errors.contains("no path")) }
  }

  @Test func sparqlClientsReadConceptsOfPathsAsResources() throws {
    let options = QueryOptions(addsLabels: true)
    let path = try Fixture.run("path dinghy ⊑* sailing boat", on: graph, format: .srj, options: options).output
    #expect(path.contains("\"from\":{\"type\":\"uri\",\"value\":\"urn:distinguo:c:dinghy\"}"))
    #expect(path.contains("\"relation\":{\"type\":\"uri\",\"value\":\"urn:distinguo:r:is-a\"}"))
    #expect(path.contains("\"to_label\":{\"type\":\"literal\",\"value\":\"sailing boat\"}"))
    #expect(path.contains("\"hop\":{\"type\":\"literal\",\"value\":\"1\",\"datatype\":"))
    let empty = try Fixture.run("path dinghy ⊑* dinghy", on: graph, format: .srj).output
    #expect(!empty.contains("\"relation\":{") && !empty.contains("_label") && empty.contains("\"value\":\"0\""))
    let why = try Fixture.run("why dinghy ⊑ sailing boat", on: graph, format: .srj).output
    #expect(why.contains("urn:distinguo:c:dinghy") && why.contains("urn:distinguo:r:is-a"))
  }

  @Test func everyPathLineParsesBackAsAChain() throws {
    let outcome = try Fixture.run("all paths ?x ~ ?y where length <= 3", on: graph, format: .paths)
    #expect(outcome.lines.count > 100)
    for line in outcome.lines {
      // A special case of a relation answers to it too, so the line may have company.
      let back = try Fixture.run("all paths \(line)", on: graph, format: .paths)
      #expect(back.lines.contains(line))
    }
  }

  @Test func whyListsDenialsLast() throws {
    let outcome = try Fixture.run("why dinghy ⊑ yacht", on: graph, format: .csv)
    #expect(outcome.lines.count == 2)
    #expect(outcome.lines[1].hasPrefix("1,dinghy,is-a,yacht,denied,1,almanac,2023,stated,dinghy ⋢ yacht,facts.facts:"))
    let mast = try Fixture.run("why mast -[part-of]-> rigging", on: graph)
    #expect(mast.lines.first?.hasSuffix("2 documents, no denial") ?? false)
    #expect(try Fixture.run("why wind ⊑ rescue", on: graph).code == 1)
    let chain = try Fixture.run("why dinghy ⊑+ boat", on: graph, format: .csv)
    #expect(chain.lines.count == 4, "\(chain.output)")
  }

  @Test func whySameNamesTheRule() throws {
    let outcome = try Fixture.run("why same sail-boat, sailing boat", on: graph)
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("sail-boat -[alternative-of]-> sailing boat"))
    #expect(try Fixture.run("why same sea wall, breakwater", on: graph).output.contains("pin"))
    #expect(try Fixture.run("why same wind, waves", on: graph).code == 1)
  }

  @Test func hintsTellWhatIsNear() throws {
    #expect(try Fixture.run("dinghy ⊑ boat", on: graph).errors.contains("holds in 2 steps: dinghy ⊑+ boat"))
    #expect(
      try Fixture.run("sailing boat ⊑ dinghy", on: graph).errors.contains(
        "holds the other way round: dinghy ⊑ sailing boat"))
    #expect(
      try Fixture.run("path rescue ~> wind", on: graph).errors.contains("ignoring direction: path rescue ~ wind"))
    #expect(
      try Fixture.run("path wind → capsizing", on: graph).errors.contains("in several steps: path wind →+ capsizing"))
    let kinds = try Fixture.run("boat ⊂ sailing boat", on: graph)
    #expect(
      kinds.errors.contains(
        "sailing boat has all the conditions of boat: every case of sailing boat is a case of boat"))
    #expect(try Fixture.run("sea walls ⊑ shelter", on: graph).errors == "sea walls = breakwater")
    #expect(try Fixture.run("storm/gale → squall", on: graph).errors == "2 of 2 statements hold")
  }

  @Test func fuzzyNamesAreOptional() throws {
    #expect(try Fixture.run("dingy ⊑ sailing boat", on: graph).code == 2)
    let fuzzy = try Fixture.run("dingy ⊑ sailing boat", on: graph, options: QueryOptions(isFuzzy: true))
    #expect(fuzzy.code == 0 && fuzzy.errors == "dingy = dinghy")
  }

  @Test func reportsHaveTheirSections() throws {
    let describe = try Fixture.run("describe sailing boat", on: graph, format: .json)
    for key in ["labels", "relations", "abbreviation", "-[requires]->", "rigging"] {
      #expect(describe.output.contains(key), "\(describe.output)")
    }
    let compare = try Fixture.run("compare swell, waves", on: graph)
    #expect(compare.output.contains("swell = waves") && compare.output.contains("swell ≠ waves"))
    let finding = Finding(
      id: "f1", rule: "TC301", kind: .twoSenses, severity: .warning, terms: ["wind"], concepts: [ConceptID("wind")],
      message: "two senses", fix: nil, evidence: [])
    let withFinding = Fixture.graph(Harbour.notation, findings: [finding]).graph
    #expect(try Fixture.run("conflations of wind", on: withFinding).output.contains("TC301"))
    #expect(!(try Fixture.run("conflations of waves", on: withFinding).output.contains("TC301")))
    #expect(try Fixture.run("conflations", on: withFinding).output.contains("TC301"))
  }
}
