import ConceptModel

/// A graph in arrays, built from an extraction result: what questions are asked of when there is no store.
public final class MemoryGraph: GraphSource, Sendable {
  public let relations: [Relation]
  public let documents: [DocumentInfo]
  let nodes: [MemoryNode]
  let names: NameIndex
  private let edges: EdgeArrays
  /// All assertions by subject, relation and object, best first within a triple.
  private let assertionList: [Assertion]
  private let assertionRanges: [Triple: Range<Int>]
  private let definitionList: [UInt32: [Definition]]
  private let findingList: [Finding]

  /// A concept or entity with all that is told of it.
  struct MemoryNode: Sendable {
    var info: NodeInfo
    var labels: [ConceptLabel]
  }

  struct Triple: Hashable, Sendable {
    var subject: UInt32
    var relation: UInt16
    var object: UInt32
  }

  /// Builds the graph; assertions about ids that are no concept or entity of the result are left out.
  public init(_ result: ExtractionResult, findings: [Finding] = []) {
    let nodes = MemoryGraph.nodes(of: result)
    let numbers = Dictionary(nodes.enumerated().map { ($1.info.id, UInt32($0)) }, uniquingKeysWith: { a, _ in a })
    let relations = MemoryGraph.relations(of: result)
    let relationNumbers = Dictionary(
      relations.enumerated().map { ($1.name, UInt16($0)) }, uniquingKeysWith: { a, _ in a })
    let triples = result.assertions.compactMap { assertion -> (Triple, Assertion)? in
      guard let subject = numbers[assertion.subject], let object = numbers[assertion.object],
        let relation = relationNumbers[assertion.relation]
      else { return nil }
      return (Triple(subject: subject, relation: relation, object: object), assertion)
    }
    self.nodes = nodes
    self.relations = relations
    documents = result.documents.sorted { $0.id < $1.id }
    names = NameIndex(nodes)
    edges = EdgeArrays(
      asserted: MemoryGraph.adjacency(triples, .asserted, nodeCount: nodes.count),
      denied: MemoryGraph.adjacency(triples, .denied, nodeCount: nodes.count))
    (assertionList, assertionRanges) = MemoryGraph.grouped(triples)
    var definitions: [UInt32: [Definition]] = [:]
    for definition in result.definitions {
      if let node = numbers[definition.concept] { definitions[node, default: []].append(definition) }
    }
    definitionList = definitions
    findingList = findings.sorted { a, b in
      a.severity != b.severity ? a.severity < b.severity : scalarLess(a.id, b.id)
    }
  }

  private static func nodes(of result: ExtractionResult) -> [MemoryNode] {
    var nodes = result.concepts.map { concept in
      MemoryNode(
        info: NodeInfo(
          id: concept.id, displayLabel: concept.displayLabel, gloss: concept.gloss,
          documentCount: concept.documents.count),
        labels: [ConceptLabel(text: concept.label, kind: .preferred, documents: concept.documents)] + concept.labels)
    }
    nodes += result.entities.map { entity in
      MemoryNode(
        info: NodeInfo(
          id: entity.id, displayLabel: entity.label, isEntity: true, documentCount: entity.documents.count),
        labels: [ConceptLabel(text: entity.label, kind: .preferred, documents: entity.documents)])
    }
    return nodes.sorted { $0.info.id < $1.info.id }
  }

  private static func relations(of result: ExtractionResult) -> [Relation] {
    var list = Relation.builtIn
    var known = Set(list.map(\.name))
    for relation in result.relations where known.insert(relation.name).inserted { list.append(relation) }
    let others = Set(result.assertions.map(\.relation)).subtracting(known).sorted(by: scalarLess)
    return list + others.map { Relation(name: $0, reading: "A \($0) B") }
  }

  private static func adjacency(
    _ triples: [(Triple, Assertion)], _ polarity: Polarity, nodeCount: Int
  ) -> EdgeArrays.Directions {
    let chosen = triples.filter { $0.1.polarity == polarity }.map(\.0)
    return EdgeArrays.Directions(
      out: Adjacency(
        nodeCount: nodeCount,
        pairs: chosen.map { ($0.subject, Neighbour(relation: RelationID($0.relation), node: NodeID($0.object))) }),
      into: Adjacency(
        nodeCount: nodeCount,
        pairs: chosen.map { ($0.object, Neighbour(relation: RelationID($0.relation), node: NodeID($0.subject))) })
    )
  }

  private static func grouped(_ triples: [(Triple, Assertion)]) -> ([Assertion], [Triple: Range<Int>]) {
    let sorted = triples.sorted { a, b in
      if a.0.subject != b.0.subject { return a.0.subject < b.0.subject }
      if a.0.relation != b.0.relation { return a.0.relation < b.0.relation }
      if a.0.object != b.0.object { return a.0.object < b.0.object }
      return bestFirst(a.1, b.1)
    }
    var ranges: [Triple: Range<Int>] = [:]
    var start = 0
    for index in sorted.indices where index + 1 == sorted.count || sorted[index + 1].0 != sorted[index].0 {
      ranges[sorted[index].0] = start..<index + 1
      start = index + 1
    }
    return (sorted.map(\.1), ranges)
  }

  /// Best confidence first, then document and place, then content.
  public static func bestFirst(_ a: Assertion, _ b: Assertion) -> Bool {
    if a.confidence != b.confidence { return a.confidence > b.confidence }
    return inPlace(a, b)
  }

  /// By document, place, triple and polarity.
  static func inPlace(_ a: Assertion, _ b: Assertion) -> Bool {
    if a.effectiveSource != b.effectiveSource { return a.effectiveSource < b.effectiveSource }
    if a.evidence.document != b.evidence.document { return a.evidence.document < b.evidence.document }
    if a.evidence.start != b.evidence.start { return a.evidence.start < b.evidence.start }
    if a.evidence.end != b.evidence.end { return a.evidence.end < b.evidence.end }
    if a.subject != b.subject { return a.subject < b.subject }
    if a.relation != b.relation { return scalarLess(a.relation, b.relation) }
    if a.object != b.object { return a.object < b.object }
    return scalarLess(a.polarity.rawValue, b.polarity.rawValue)
  }

  /// Assertions in the order of an extraction result.
  public static func sorted(_ assertions: [Assertion]) -> [Assertion] { assertions.sorted(by: inPlace) }

  // MARK: GraphSource

  public var nodeCount: Int { nodes.count }

  public func info(of node: NodeID) -> NodeInfo { nodes[Int(node.raw)].info }

  public func labels(of node: NodeID) -> [ConceptLabel] { nodes[Int(node.raw)].labels }

  public func nodes(named name: String, at level: NameLevel) -> [NodeID] { names.nodes(named: name, at: level) }

  public func forEachLabel(_ body: (String, NodeID) throws -> Void) rethrows {
    for (index, node) in nodes.enumerated() {
      for label in node.labels { try body(label.text, NodeID(UInt32(index))) }
    }
  }

  public func successors(of node: NodeID, denied isDenied: Bool, into list: inout [Neighbour]) {
    edges.directions(denied: isDenied).out.append(node, to: &list)
  }

  public func predecessors(of node: NodeID, denied isDenied: Bool, into list: inout [Neighbour]) {
    edges.directions(denied: isDenied).into.append(node, to: &list)
  }

  public func successors(
    of node: NodeID, over wanted: [RelationID], denied isDenied: Bool, into list: inout [Neighbour]
  ) {
    edges.directions(denied: isDenied).out.append(node, over: wanted, to: &list)
  }

  public func predecessors(
    of node: NodeID, over wanted: [RelationID], denied isDenied: Bool, into list: inout [Neighbour]
  ) {
    edges.directions(denied: isDenied).into.append(node, over: wanted, to: &list)
  }

  public func forEachEdge(relation: RelationID?, denied isDenied: Bool, _ body: (EdgeKey) throws -> Bool) rethrows {
    try edges.forEachEdge(relation: relation, denied: isDenied, body)
  }

  public var arrays: EdgeArrays? { edges }

  public func assertions(
    subject: NodeID, relation: RelationID, object: NodeID, polarity: Polarity?
  ) -> [Assertion] {
    let triple = Triple(subject: subject.raw, relation: relation.raw, object: object.raw)
    guard let range = assertionRanges[triple] else { return [] }
    guard let polarity else { return Array(assertionList[range]) }
    return assertionList[range].filter { $0.polarity == polarity }
  }

  public func definitions(of node: NodeID) -> [Definition] { definitionList[node.raw] ?? [] }

  public func findings(about node: NodeID?) -> [Finding] {
    guard let node else { return findingList }
    let id = info(of: node).id
    return findingList.filter { $0.concepts.contains(id) }
  }
}
