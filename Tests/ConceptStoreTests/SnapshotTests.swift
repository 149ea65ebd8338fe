import ConceptGraph
import ConceptModel
import Testing

@testable import ConceptStore

@Suite struct SnapshotTests {
  /// The graph of a result worked out naively, edge by edge, to compare the b-trees with.
  struct Expected {
    var ids: [ConceptID]
    var edges: Set<String> = []

    init(_ result: ExtractionResult, _ findings: [Finding]) {
      var all = Set(result.concepts.map(\.id) + result.entities.map(\.id) + result.mentions.map(\.concept))
      all.formUnion(result.definitions.flatMap { [$0.concept] + ($0.genusConcept.map { [$0] } ?? []) })
      all.formUnion(result.assertions.flatMap { [$0.subject, $0.object] })
      all.formUnion(result.statements.flatMap(\.concepts) + findings.flatMap(\.concepts))
      ids = all.sorted()
      for item in result.assertions where item.polarity == .asserted || item.polarity == .denied {
        edges.insert(Self.key(item.subject, item.relation, item.object, item.polarity == .denied))
      }
    }

    static func key(_ subject: ConceptID, _ relation: String, _ object: ConceptID, _ denied: Bool) -> String {
      "\(subject) \(denied ? "not " : "")\(relation) \(object)"
    }
  }

  @Test(arguments: 1...12)
  func theGraphIsThatOfTheResult(seed: Int) throws {
    let folder = try TemporaryFolder()
    var values = RandomValues(seed: UInt64(seed))
    let result = values.result()
    let findings = values.list(upTo: 8) { $0.finding() }
    let store = try Store.open(folder.file("s"), mode: .write(create: true))
    try store.replaceDerived(with: result, findings: findings)
    let graph = try store.snapshot()
    let expected = Expected(result, findings)
    #expect(graph.nodeCount == expected.ids.count)
    var out: Set<String> = []
    var back: Set<String> = []
    var scanned: Set<String> = []
    for (number, id) in expected.ids.enumerated() {
      let node = NodeID(UInt32(number))
      #expect(try graph.info(of: node).id == id)
      #expect(try graph.nodes(named: id.value, at: .identifier) == [node])
      for denied in [false, true] {
        var list: [Neighbour] = []
        try graph.successors(of: node, denied: denied, into: &list)
        #expect(list == list.sorted { ($0.relation, $0.node) < ($1.relation, $1.node) })
        for end in list {
          let other = expected.ids[Int(end.node.raw)]
          #expect(out.insert(Expected.key(id, graph.relations[Int(end.relation.raw)].name, other, denied)).inserted)
        }
        list = []
        try graph.predecessors(of: node, denied: denied, into: &list)
        #expect(list == list.sorted { ($0.relation, $0.node) < ($1.relation, $1.node) })
        for end in list {
          let other = expected.ids[Int(end.node.raw)]
          #expect(back.insert(Expected.key(other, graph.relations[Int(end.relation.raw)].name, id, denied)).inserted)
        }
      }
    }
    for denied in [false, true] {
      try graph.forEachEdge(relation: nil, denied: denied) { edge in
        let name = graph.relations[Int(edge.relation.raw)].name
        let key = Expected.key(
          expected.ids[Int(edge.subject.raw)], name, expected.ids[Int(edge.object.raw)], denied)
        #expect(scanned.insert(key).inserted)
        return true
      }
    }
    #expect(out == expected.edges)
    #expect(back == expected.edges)
    #expect(scanned == expected.edges)
  }

  @Test(arguments: 1...10)
  func assertionsDefinitionsAndFindingsAreFoundByTheirConcepts(seed: Int) throws {
    let folder = try TemporaryFolder()
    var values = RandomValues(seed: UInt64(seed) &+ 500)
    let result = values.result()
    let findings = values.list(upTo: 12) { $0.finding() }
    let store = try Store.open(folder.file("s"), mode: .write(create: true))
    try store.replaceDerived(with: result, findings: findings)
    let graph = try store.snapshot()
    let ids = Expected(result, findings).ids
    func node(_ id: ConceptID) -> NodeID { NodeID(UInt32(ids.firstIndex(of: id) ?? -1)) }
    for item in result.assertions {
      let relation = try #require(graph.relations.firstIndex { $0.name == item.relation })
      let found = try graph.assertions(
        subject: node(item.subject), relation: RelationID(UInt16(relation)), object: node(item.object), polarity: nil)
      let same = result.assertions.filter {
        $0.subject == item.subject && $0.relation == item.relation && $0.object == item.object
      }
      #expect(found.count == same.count && Set(found) == Set(same))
      #expect(zip(found, found.dropFirst()).allSatisfy { $0.confidence >= $1.confidence })
      let denied = try graph.assertions(
        subject: node(item.subject), relation: RelationID(UInt16(relation)), object: node(item.object),
        polarity: .denied)
      #expect(Set(denied) == Set(same.filter { $0.polarity == .denied }))
    }
    for id in ids {
      #expect(try graph.definitions(of: node(id)) == result.definitions.filter { $0.concept == id })
      let about = try graph.findings(about: node(id))
      #expect(Set(about) == Set(findings.filter { $0.concepts.contains(id) }))
      #expect(zip(about, about.dropFirst()).allSatisfy { $0.severity.rank <= $1.severity.rank })
    }
    #expect(try graph.findings(about: nil).count == findings.count)
  }

  private func named() -> ExtractionResult {
    var result = ExtractionResult()
    result.concepts = [
      Concept(
        id: ConceptID("alignment-faking"), label: "alignment faking",
        labels: [
          ConceptLabel(text: "AF", kind: .abbreviation), ConceptLabel(text: "Alignment-Faking", kind: .variant),
        ], gloss: "pretending", documents: [DocumentID("a"), DocumentID("b")]),
      Concept(id: ConceptID("alignment-forum"), label: "Alignment Forum", labels: [.init(text: "AF", kind: .hidden)]),
      Concept(id: ConceptID("sandbagging#1"), label: "sandbagging"),
      Concept(id: ConceptID("sandbagging#2"), label: "sandbagging"),
      Concept(id: ConceptID("situational-awareness#evans"), label: "Situational Awareness"),
    ]
    result.entities = [Entity(id: ConceptID("carlsmith"), label: "Joe Carlsmith", kind: .person)]
    return result
  }

  @Test(arguments: [
    ("alignment faking", NameLevel.preferredLabel, ["alignment-faking"]),
    ("Alignment faking", .preferredLabel, []),
    ("Alignment faking", .normalised, ["alignment-faking"]),
    ("alignment fakings", .normalised, ["alignment-faking"]),
    ("AF", .preferredLabel, []),
    ("AF", .anyLabel, ["alignment-faking", "alignment-forum"]),
    ("af", .anyLabel, []),
    ("alignment-faking", .identifier, ["alignment-faking"]),
    ("urn:distinguo:c:alignment-faking", .identifier, ["alignment-faking"]),
    ("sandbagging", .identifier, []),
    ("sandbagging", .preferredLabel, ["sandbagging#1", "sandbagging#2"]),
    ("sandbagging#2", .identifier, ["sandbagging#2"]),
    ("situational awareness#evans", .identifier, ["situational-awareness#evans"]),
    ("Situational Awareness#other", .identifier, []),
    ("Joe Carlsmith", .preferredLabel, ["carlsmith"]),
    ("nobody", .normalised, []),
  ])
  func namesAreLookedUpLevelByLevel(name: String, level: NameLevel, ids: [String]) throws {
    let folder = try TemporaryFolder()
    let store = try Store.open(folder.file("s"), mode: .write(create: true))
    try store.replaceDerived(with: named(), findings: [])
    let graph = try store.snapshot()
    #expect(try graph.nodes(named: name, at: level).map { try graph.info(of: $0).id.value } == ids)
  }

  @Test func aNodeTellsItsLabels() throws {
    let folder = try TemporaryFolder()
    let store = try Store.open(folder.file("s"), mode: .write(create: true))
    try store.replaceDerived(with: named(), findings: [])
    let graph = try store.snapshot()
    let faking = try #require(try graph.nodes(named: "alignment-faking", at: .identifier).first)
    let info = try graph.info(of: faking)
    #expect(info.displayLabel == "alignment faking")
    #expect(info.gloss == "pretending" && info.documentCount == 2 && !info.isEntity)
    #expect(
      try graph.labels(of: faking) == [
        ConceptLabel(
          text: "alignment faking", kind: .preferred, documents: [DocumentID("a"), DocumentID("b")]),
        ConceptLabel(text: "AF", kind: .abbreviation), ConceptLabel(text: "Alignment-Faking", kind: .variant),
      ])
    let second = try #require(try graph.nodes(named: "sandbagging#2", at: .identifier).first)
    #expect(try graph.info(of: second).displayLabel == "sandbagging#2")
    let person = try #require(try graph.nodes(named: "carlsmith", at: .identifier).first)
    #expect(try graph.info(of: person).isEntity)
    var pairs: [String] = []
    try graph.forEachLabel { label, node in pairs.append("\(node.raw) \(label)") }
    #expect(pairs.count == 9 && pairs.contains("0 AF") && pairs.contains("1 AF"))
  }
}
