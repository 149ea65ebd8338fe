import ConceptGraph
import ConceptImport
import ConceptModel
import Foundation
import Testing

@testable import ConceptStore

@Suite struct ImportTests {
  @discardableResult
  private func load(
    _ store: Store, _ folder: TemporaryFolder, _ name: String, _ text: String, as syntax: LineSyntax = .nTriples,
    graph: String? = nil
  ) throws -> ImportedFile {
    let path = try folder.write(Array(text.utf8), to: name)
    let info = DocumentInfo(id: DocumentID(name), path: path, sha256: "h", mediaType: syntax.mediaType)
    return try store.importGraph(info, size: text.utf8.count, graphName: graph) { (sink) throws(Diagnostic) in
      try GraphReader.read(ByteSource(file: path), as: syntax) { batch in sink(batch) }
    }
  }

  private func make(_ folder: TemporaryFolder) throws -> Store {
    try Store.open(folder.file("s"), mode: .write(create: true))
  }

  /// Every edge of a graph as text.
  private func edges(_ graph: StoreSnapshot) throws -> [String] {
    var result: [String] = []
    for node in 0..<graph.nodeCount {
      var list: [Neighbour] = []
      let id = NodeID(UInt32(node))
      for denied in [false, true] {
        list = []
        try graph.successors(of: id, denied: denied, into: &list)
        for end in list {
          let name = (denied ? "not " : "") + graph.relations[Int(end.relation.raw)].name
          result.append("\(try graph.info(of: id).id) \(name) \(try graph.info(of: end.node).id)")
        }
      }
    }
    return result.sorted()
  }

  private func reversed(_ graph: StoreSnapshot) throws -> [String] {
    var result: [String] = []
    for node in 0..<graph.nodeCount {
      let id = NodeID(UInt32(node))
      for denied in [false, true] {
        var list: [Neighbour] = []
        try graph.predecessors(of: id, denied: denied, into: &list)
        for end in list {
          let name = (denied ? "not " : "") + graph.relations[Int(end.relation.raw)].name
          result.append("\(try graph.info(of: end.node).id) \(name) \(try graph.info(of: id).id)")
        }
      }
    }
    return result.sorted()
  }

  private func scanned(_ graph: StoreSnapshot) throws -> [String] {
    var result: [String] = []
    for denied in [false, true] {
      try graph.forEachEdge(relation: nil, denied: denied) { edge in
        let name = (denied ? "not " : "") + graph.relations[Int(edge.relation.raw)].name
        result.append("\(try graph.info(of: edge.subject).id) \(name) \(try graph.info(of: edge.object).id)")
        return true
      }
    }
    return result.sorted()
  }

  private let small = """
    <http://x/b> <http://v/likes> <http://x/a> .
    <http://x/a> <http://v/likes> <http://x/c> .
    <http://x/a> <http://v/likes> <http://x/c> .
    <http://x/a> <http://w#knows> _:n .
    _:n <http://w#knows> <http://x/b> .
    <http://x/a> <http://www.w3.org/2000/01/rdf-schema#label> "Alpha Beta"@en .
    <http://x/a> <http://www.w3.org/2004/02/skos/core#altLabel> "alphas" .
    <http://x/b> <http://v/age> "3"^^<http://www.w3.org/2001/XMLSchema#integer> .
    <urn:distinguo:c:scheming> <urn:distinguo:r:is-a> <urn:distinguo:c:deception> .
    <urn:distinguo:c:scheming> <urn:distinguo:r:not-is-a> <http://x/a> .

    """

  @Test func triplesBecomeEdgesUnderTheLocalNamesOfTheirPredicates() throws {
    let folder = try TemporaryFolder()
    let store = try make(folder)
    let file = try load(store, folder, "g.nt", small)
    #expect(file.statements == 9, "one triple stands there twice")
    let graph = try store.snapshot()
    let blank = "_:" + Store.blankNodeTag(of: DocumentID("g.nt")) + "n"
    let expected = [
      "\(blank) knows http://x/b", "http://x/a knows \(blank)", "http://x/a likes http://x/c",
      "http://x/b likes http://x/a", "scheming is-a deception", "scheming not is-a http://x/a",
    ].sorted()
    #expect(try edges(graph) == expected)
    #expect(try reversed(graph) == expected)
    #expect(try scanned(graph) == expected)
    #expect(graph.relations.suffix(2).map(\.name) == ["likes", "knows"])
    #expect(graph.relations.suffix(2).map(\.iri) == ["http://v/likes", "http://w#knows"])
    let ids = try (0..<graph.nodeCount).map { try graph.info(of: NodeID(UInt32($0))).id }
    #expect(ids == ids.sorted())
    #expect(try store.verify().isSound)
  }

  @Test func resourcesAnswerToTheirLabelsAndFailingThoseToTheirLocalNames() throws {
    let folder = try TemporaryFolder()
    let store = try make(folder)
    try load(store, folder, "g.nt", small)
    let graph = try store.snapshot()
    func ids(_ name: String, _ level: NameLevel) throws -> [String] {
      try graph.nodes(named: name, at: level).map { try graph.info(of: $0).id.value }
    }
    #expect(try ids("http://x/a", .identifier) == ["http://x/a"])
    #expect(try ids("Alpha Beta", .preferredLabel) == ["http://x/a"])
    #expect(try ids("alpha-beta", .normalised) == ["http://x/a"])
    #expect(try ids("alphas", .preferredLabel) == [])
    #expect(try ids("alphas", .anyLabel) == ["http://x/a"])
    #expect(try ids("alpha", .normalised) == ["http://x/a"])
    #expect(try ids("a", .anyLabel) == [], "a resource with labels does not go by its local name")
    #expect(try ids("c", .preferredLabel) == ["http://x/c"])
    #expect(try ids("scheming", .identifier) == ["scheming"])
    let node = try #require(try graph.nodes(named: "http://x/a", at: .identifier).first)
    #expect(try graph.info(of: node).displayLabel == "Alpha Beta")
    #expect(try graph.labels(of: node).map(\.text) == ["Alpha Beta", "alphas"])
  }

  @Test func evidenceIsTheLineOfTheFileAndTheTripleWhenTheFileIsGone() throws {
    let folder = try TemporaryFolder()
    let store = try make(folder)
    let filler = (0..<700).map { "<http://é/\($0)> <http://v/likes> <http://é/x> .\n" }.joined()
    let wanted = "<http://x/b> <http://v/likes> <http://x/a> ."
    try load(store, folder, "g.nt", filler + "  " + wanted + " \n")
    func evidence() throws -> Evidence {
      let graph = try store.snapshot()
      let from = try #require(try graph.nodes(named: "http://x/b", at: .identifier).first)
      let to = try #require(try graph.nodes(named: "http://x/a", at: .identifier).first)
      let relation = try #require(graph.relations.firstIndex { $0.name == "likes" })
      let list = try graph.assertions(
        subject: from, relation: RelationID(UInt16(relation)), object: to, polarity: nil)
      #expect(list.count == 1 && list[0].confidence == 1 && list[0].rule == "import")
      #expect(list[0].evidence.document.value == "g.nt")
      return list[0].evidence
    }
    let found = try evidence()
    #expect(found.quote == wanted && found.line == 701 && found.column == 3)
    let text = try folder.bytes("g.nt")
    #expect(text[found.bytes].elementsEqual(wanted.utf8))
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    #expect(scalars[found.start..<found.end].elementsEqual(wanted.unicodeScalars))
    try folder.write([], to: "g.nt")
    let lost = try evidence()
    #expect(lost.quote == wanted && lost.line == 701 && lost.bytes.isEmpty)
  }

  @Test func importsAndDocumentsShareOneGraphAndSurviveConsolidation() throws {
    let folder = try TemporaryFolder()
    let store = try make(folder)
    try load(store, folder, "g.nt", small)
    var values = RandomValues(seed: 77)
    for _ in 0..<3 {
      var result = values.result()
      for _ in 0..<30 {
        var assertion = values.assertion()
        if values.flag() { assertion.subject = ConceptID("scheming") }
        if values.flag() { assertion.object = ConceptID(values.flag() ? "deception" : "zebra") }
        assertion.relation = "is-a"
        result.assertions.append(assertion)
      }
      try store.replaceDerived(with: result, findings: [])
      let graph = try store.snapshot()
      let ids = try (0..<graph.nodeCount).map { try graph.info(of: NodeID(UInt32($0))).id }
      #expect(ids == Set(ids).sorted())
      var expected = SnapshotTests.Expected(result, []).edges
      for key in [
        "http://x/b likes http://x/a", "http://x/a likes http://x/c", "scheming is-a deception",
        "scheming not is-a http://x/a",
      ] { expected.insert(key) }
      let blank = "_:" + Store.blankNodeTag(of: DocumentID("g.nt")) + "n"
      expected.formUnion(["http://x/a knows \(blank)", "\(blank) knows http://x/b"])
      #expect(try edges(graph) == expected.sorted())
      #expect(try reversed(graph) == expected.sorted())
      #expect(try scanned(graph) == expected.sorted())
      #expect(exactDump(try store.derived()) == exactDump(result))
      let numbers = try NodeNumbers(reading: store.connection)
      for node in 0..<UInt32(graph.nodeCount) {
        let places = numbers.places(of: node)
        if let number = places.derived { #expect(numbers.node(derived: UInt32(number)) == node) }
        if let number = places.imported { #expect(numbers.node(imported: UInt32(number)) == node) }
      }
    }
  }

  @Test func theOrderOfImportsDoesNotShow() throws {
    let folder = try TemporaryFolder()
    let texts = [
      ("a.nt", small), ("b.nt", "<http://x/a> <http://v/likes> <http://x/c> .\n_:n <http://v/likes> _:m .\n"),
      ("c.nt", "<http://0/a> <http://0/likes> <http://x/b> .\n"),
    ]
    func content(_ store: Store) throws -> [String] {
      var rows: [String] = []
      for table in ["resource", "predicate", "spo", "ops", "literal", "key"] {
        let statement = try store.connection.prepare("SELECT * FROM imported_\(table)")
        while try statement.step() {
          rows.append(table + " " + (0..<6).map { statement.text(optional: $0) ?? "" }.joined(separator: " "))
        }
      }
      return rows
    }
    var contents: [[String]] = []
    for (number, order) in [[0, 1, 2], [2, 0, 1], [1, 2, 0]].enumerated() {
      let store = try Store.open(folder.file("s\(number)"), mode: .write(create: true))
      for index in order { try load(store, folder, texts[index].0, texts[index].1) }
      contents.append(try content(store))
      #expect(try store.imports().map(\.info.id.value) == ["a.nt", "b.nt", "c.nt"])
    }
    #expect(contents[0] == contents[1] && contents[0] == contents[2])
    // Once more, and once removed.
    let store = try Store.open(folder.file("s0"), mode: .write(create: false))
    try load(store, folder, "b.nt", texts[1].1)
    #expect(try content(store) == contents[0])
    #expect(try store.remove(DocumentID("b.nt")))
    try load(store, folder, "c.nt", "")
    let alone = try Store.open(folder.file("alone"), mode: .write(create: true))
    try load(alone, folder, "a.nt", small)
    #expect(try content(store) == (try content(alone)))
    #expect(try store.isDirty == false, "imports need no consolidation")
  }

  @Test func anEdgeListBecomesConceptsWithNotes() throws {
    let folder = try TemporaryFolder()
    let store = try make(folder)
    try load(
      store, folder, "e.csv",
      """
      subject,relation,object,confidence,source,quote
      Alignment faking,is-a,deception,0.8,blog-d,"AF, they say, is deception."
      alignment-faking,is-a,deception,0.6,,
      deception,guards against,trust,,,

      """, as: .csv)
    let graph = try store.snapshot()
    #expect(try edges(graph) == ["alignment-faking is-a deception", "deception guards-against trust"])
    let faking = try #require(try graph.nodes(named: "Alignment faking", at: .preferredLabel).first)
    #expect(try graph.labels(of: faking).map(\.text) == ["Alignment faking", "alignment-faking"])
    let deception = try #require(try graph.nodes(named: "deception", at: .identifier).first)
    let list = try graph.assertions(
      subject: faking, relation: RelationID(0), object: deception, polarity: .asserted)
    #expect(list.map(\.confidence) == [0.8, 0.6])
    #expect(list.map(\.effectiveSource.value) == ["blog-d", "e.csv"])
    #expect(list[0].evidence.quote == "AF, they say, is deception." && list[1].evidence.line == 3)
    #expect(try graph.documents.map(\.id.value) == ["blog-d", "e.csv"])
  }

  @Test func importedStatementsAreReadBackAsTheyWere() throws {
    let folder = try TemporaryFolder()
    let store = try make(folder)
    try load(store, folder, "g.nt", small)
    try load(store, folder, "h.nt", "<http://x/a> <http://v/likes> <http://x/c> .\n", graph: "http://x/graph")
    var found: [String] = []
    try store.snapshot().forEachImportedBatch { batch in
      for statement in batch.statements {
        let kinds = "\(statement.subjectKind) \(statement.predicateKind) \(statement.objectKind)"
        let texts = [statement.subject, statement.predicate, statement.object, statement.annotation, statement.graph]
        found.append("\(statement.line) \(kinds) " + texts.map { batch.text($0) }.joined(separator: "|"))
      }
    }
    let tag = Store.blankNodeTag(of: DocumentID("g.nt"))
    #expect(
      found.sorted()
        == [
          "5 blankNode iri iri \(tag)n|http://w#knows|http://x/b||",
          "6 iri iri literal http://x/a|http://www.w3.org/2000/01/rdf-schema#label|Alpha Beta|@en|",
          "7 iri iri literal http://x/a|http://www.w3.org/2004/02/skos/core#altLabel|alphas||",
          "2 iri iri iri http://x/a|http://v/likes|http://x/c||",
          "1 iri iri iri http://x/a|http://v/likes|http://x/c||http://x/graph",
          "4 iri iri blankNode http://x/a|http://w#knows|\(tag)n||",
          "1 iri iri iri http://x/b|http://v/likes|http://x/a||",
          "8 iri iri literal http://x/b|http://v/age|3|http://www.w3.org/2001/XMLSchema#integer|",
          "9 label label label scheming|is-a|deception||",
          "10 label label iri scheming|not-is-a|http://x/a||",
        ].sorted())
  }

  @Test func aFailedReadingChangesNothing() throws {
    let folder = try TemporaryFolder()
    let store = try make(folder)
    try load(store, folder, "g.nt", small)
    let before = try edges(try store.snapshot())
    #expect(throws: Diagnostic.self) { try load(store, folder, "g.nt", small + "<broken\n") }
    #expect(try edges(try store.snapshot()) == before)
    #expect(try store.imports().count == 1)
  }

  @Test func repairMakesTheReverseOrderAndTheSearchAnew() throws {
    let folder = try TemporaryFolder()
    let store = try make(folder)
    try load(store, folder, "g.nt", small)
    let before = try reversed(try store.snapshot())
    try store.connection.execute("DELETE FROM imported_ops; DELETE FROM imported_key")
    #expect(try reversed(try store.snapshot()).isEmpty)
    #expect(try store.repair().remaining.isEmpty)
    let graph = try store.snapshot()
    #expect(try reversed(graph) == before)
    #expect(try graph.nodes(named: "Alpha Beta", at: .preferredLabel).count == 1)
  }

  @Test func keysOfLabelsAgreeWithTheNormalisedOnes() {
    for label in [
      "deception", "Alignment-Faking", "  spaced   out ", "policies", "AI s", "a\tb", "-x-", "", "née", "CI/CD", "AIs",
      "naïve biases", "UPPER case WORDS",
    ] {
      #expect(LabelHash.of(label) == LabelHash.ofKey(LabelKey.normalised(label)), "\(label)")
    }
  }
}
