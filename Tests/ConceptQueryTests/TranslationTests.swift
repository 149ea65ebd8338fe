import ConceptGraph
import ConceptModel
import Testing

@testable import ConceptQuery

/// Queries printed for other engines.
@Suite struct TranslationTests {
  private let graph = Fixture.graph(Harbour.notation).graph

  private func body(_ query: String, _ language: TargetLanguage) throws -> String {
    let printed = try QueryEngine(source: graph).translated(query, to: language).text
    let lines = printed.split(separator: "\n").filter { !$0.hasPrefix("PREFIX") && !$0.hasPrefix("# length") }
    return lines.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.joined(separator: " ")
  }

  @Test(arguments: [
    ("dinghy ⊑ sailing boat", "ASK { c:dinghy r:is-a c:sailing-boat . }"),
    ("dinghy <:+ boat", "ASK { c:dinghy r:is-a+ c:boat . }"),
    ("storm/gale -[requires]-> wind", "ASK { c:storm r:requires c:wind . c:gale r:requires c:wind . }"),
    ("swell ≠ waves", "ASK { c:swell (r:different-from|^r:different-from) c:waves . }"),
    ("dinghy ⋢ yacht", "ASK { c:dinghy r:not-is-a c:yacht . }"),
    ("?x ⊑+ boat", "SELECT DISTINCT ?x { ?x r:is-a+ c:boat . }"),
    ("?x ⊑* boat", "SELECT DISTINCT ?x { ?x r:is-a* c:boat . }"),
    (
      "?x ⊑* ?y",
      "SELECT DISTINCT ?x ?y { { ?x r:is-a+ ?y . } UNION { ?x a skos:Concept BIND(?x AS ?y) } }"
    ),
    ("?x ⊑{2,4} boat", "SELECT DISTINCT ?x { ?x (r:is-a/r:is-a/(r:is-a/r:is-a?)?) c:boat . }"),
    ("?x ⊑{2,} boat", "SELECT DISTINCT ?x { ?x (r:is-a/r:is-a+) c:boat . }"),
    ("?x -[part-of|is-a]-> boat", "SELECT DISTINCT ?x { ?x (r:part-of|r:is-a) c:boat . }"),
    ("?x -[is-a/requires]-> wind", "SELECT DISTINCT ?x { ?x (r:is-a/r:requires) c:wind . }"),
    ("boat ⊒ ?x", "SELECT DISTINCT ?x { c:boat ^r:is-a ?x . }"),
    (
      "?x ⊑ boat where no _ ⊑ ?x",
      "SELECT DISTINCT ?x { ?x r:is-a c:boat . FILTER NOT EXISTS { ?_1 r:is-a ?x . } }"
    ),
    ("?x ⊑ ?y where source = log", "SELECT DISTINCT ?x ?y { GRAPH d:log { ?x r:is-a ?y . } }"),
    ("?x ⊑ ?y where ?x is not ?y", "SELECT DISTINCT ?x ?y { ?x r:is-a ?y . FILTER(?x != ?y) }"),
    (
      "?x ⊑ ?y return ?y, count(?x) order by count(?x) desc limit 2",
      "SELECT ?y (COUNT(DISTINCT ?x) AS ?count_x) { ?x r:is-a ?y . OPTIONAL { ?y skos:prefLabel|rdfs:label ?_t1 } } GROUP BY ?y ORDER BY DESC(COUNT(DISTINCT ?x)) ASC(MIN(STR(?_t1))) ASC(STR(?y)) LIMIT 2"
    ),
    ("harbour#1 ⊑ shelter", "ASK { <urn:distinguo:c:harbour#1> r:is-a c:shelter . }"),
    ("dinghy ⊑{0} ?x", "SELECT DISTINCT ?x { BIND(c:dinghy AS ?x) }"),
  ])
  func sparql(query: String, expected: String) throws {
    #expect(try body(query, .sparql) == expected)
  }

  @Test(arguments: [
    ("dinghy ⊑ boat", "MATCH ({id: 'dinghy'})-[:IS_A]->({id: 'boat'}) RETURN count(*) > 0 AS answer"),
    ("?x ⊑+ boat", "MATCH ANY (x)-[:IS_A]->+({id: 'boat'}) RETURN DISTINCT x.label AS x"),
    ("swell = ?x", "MATCH ({id: 'swell'})-[:SAME_AS]-(x) RETURN DISTINCT x.label AS x"),
    (
      "all shortest paths dinghy ⊑{1,3} boat",
      "MATCH p = ALL SHORTEST ACYCLIC ({id: 'dinghy'})-[:IS_A]->{1,3}({id: 'boat'}) RETURN p"
    ),
    (
      "?x ⊑ boat where confidence >= 0.5",
      "MATCH (x)-[e1:IS_A WHERE e1.confidence >= 0.5]->({id: 'boat'}) RETURN DISTINCT x.label AS x"
    ),
  ])
  func cypher(query: String, expected: String) throws {
    #expect(try body(query, .cypher) == expected)
  }

  @Test func relationVariablesAreBoundWhicheverWayEdgesAreCrossed() throws {
    let gql = try body("dinghy -[?r]-> ?x where agreed-by >= 2", .gql)
    #expect(gql.contains("(-[r:IS_A|") && gql.contains(">= 2]->|-[r:SAME_AS|") && gql.contains("LABELS(r) AS r"))
    let cypher = try body("?x -[?r]-> boat", .cypher)
    #expect(cypher.contains("(x)-[r:IS_A|") && cypher.contains("startNode(r) = x)") && cypher.contains("type(r) AS r"))
    #expect(try body("dinghy -[?r]-> ?x", .cypher).contains("startNode(r).id IN ['dinghy'])"))
    #expect(try body("dinghy -[?r]-> ?x where confidence > 0.5", .cypher).contains(" WHERE r.confidence > 0.5]-(x)"))
    #expect(throws: QueryFailure.self) { try body("_ -[?r]-> boat", .cypher) }
    #expect(try body("path dinghy ~> boat where confidence > 0.5", .gql).contains("]->|-[e1:SAME_AS"))
  }

  @Test func aPartOfTheRowsIsOrderedByEveryColumn() throws {
    #expect(try body("?x ⊑ ?y order by ?y desc", .gql).hasSuffix("ORDER BY y DESC, x"))
    #expect(try body("?x ⊑ ?y limit 2", .cypher).hasSuffix("ORDER BY x, y LIMIT 2"))
  }

  @Test func clausesThatWouldBeLostAreRefused() throws {
    let engine = QueryEngine(source: graph)
    for language in TargetLanguage.allCases {
      for clause in ["return length", "order by length desc"] {
        #expect(throws: QueryFailure.self) { try engine.translated("path dinghy ⊑+ boat \(clause)", to: language) }
      }
    }
    #expect(try engine.translated("all walk paths dinghy ⊑{1,2} boat", to: .sparql).losses == [Loss.order])
  }

  @Test func gqlHasSimplePathsAndExpressions() throws {
    #expect(
      try body("all shortest paths dinghy ⊑+ boat", .gql)
        == "MATCH p = ALL SHORTEST SIMPLE ({id: 'dinghy'})-[:IS_A]->+({id: 'boat'}) RETURN p")
    #expect(try body("?x -[(is-a/requires)+]-> wind", .gql).contains("-/((IS_A> REQUIRES>))+/-"))
  }

  @Test(arguments: ["path dinghy ⊑+ boat where confidence > 0.5", "?x ⊑+ boat where confidence > 0.5"])
  func aConditionOnARepeatedHopNeedsTwoSteps(query: String) throws {
    let printed = try QueryEngine(source: graph).translated(query, to: .sparql)
    #expect(printed.losses.contains("needs two steps"))
    for part in ["# step 1", "CONSTRUCT", "# step 2"] { #expect(printed.text.contains(part)) }
    #expect(printed.text.contains("FILTER(?_f > 0.5)"))
  }

  @Test func edgesOfAPathAreOneQuery() throws {
    let printed = try QueryEngine(source: graph).translated("path dinghy ⊑+ boat", to: .sparql, asEdges: true)
    #expect(printed.text.contains("c:dinghy r:is-a* ?s . ?s ?r ?o . ?o r:is-a* c:boat"))
    let failure = #expect(throws: QueryFailure.self) {
      try QueryEngine(source: graph).translated("path dinghy ⊑{2,3} boat", to: .sparql, asEdges: true)
    }
    #expect(failure?.diagnostics.first?.code == "not-expressible")
  }

  @Test func pathsAreOneQueryALength() throws {
    let printed = try QueryEngine(source: graph).translated("all paths dinghy ⊑{1,2} boat", to: .sparql)
    #expect(printed.text.contains("# length 1\n") && printed.text.contains("# length 2\n"))
    #expect(!printed.text.contains("# length 3\n"))
    #expect(printed.text.contains("FILTER(?n1 NOT IN (c:dinghy, c:boat))"))
    #expect(printed.losses == [Loss.order])
    let open = try QueryEngine(source: graph).translated("path dinghy ~> boat", to: .sparql)
    #expect(open.losses.contains("bounded to 4 hops"))
    #expect(open.printed.contains("# bounded to 4 hops"))
  }

  @Test(arguments: [
    ("describe boat", TargetLanguage.cypher), ("compare boat, wind", .gql),
    ("?x ⊑ boat where author = Reed", .cypher), ("path dinghy ~> boat where same-source", .gql),
    ("?x -[(is-a/requires)+]-> wind", .cypher), ("conflations", .sparql), ("?x ⊑ boat where ?x like \"d*\"", .gql),
  ])
  func whatHasNoTranslationIsRefused(query: String, language: TargetLanguage) throws {
    let failure = #expect(throws: QueryFailure.self) {
      try QueryEngine(source: graph).translated(query, to: language)
    }
    #expect(failure?.diagnostics.first?.code == "not-expressible")
  }
}
