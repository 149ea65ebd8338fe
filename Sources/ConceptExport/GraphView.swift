import ConceptModel

/// A corpus as nodes and edges with dense numbers: what the drawing formats are written from.
///
/// An edge is a distinct (subject, relation, object, polarity). A symmetric edge stands once, from the smaller id.
struct GraphView {
  struct Node {
    var id: ConceptID
    var label: String
    var entity: EntityKind?
    /// The index into `ExtractionResult.concepts`; nil for an entity or an end of an edge that has no record.
    var concept: Int?
  }

  struct Edge {
    var subject: Int
    var relation: Int
    var object: Int
    var polarity: Polarity
    /// The best of the assertions.
    var confidence: Double
    /// The documents that the assertions are attributed to, sorted.
    var sources: [DocumentID]
    /// Indexes into `ExtractionResult.assertions`, best first, then by document and place.
    var assertions: [Int]
  }

  let graph: ExtractionResult
  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []
  /// The relations that occur: built-in and declared ones in their order, then any others by name.
  private(set) var relations: [Relation] = []
  private(set) var nodeIndex: [ConceptID: Int] = [:]

  init(_ graph: ExtractionResult) {
    self.graph = graph
    collectNodes()
    collectRelations()
    collectEdges()
  }

  /// The assertion that is quoted for an edge.
  func best(_ edge: Edge) -> Assertion { graph.assertions[edge.assertions[0]] }

  func concept(_ node: Node) -> Concept? { node.concept.map { graph.concepts[$0] } }

  /// The relation's name as it is drawn: a denied edge says so in words.
  func caption(_ edge: Edge) -> String {
    let name = relations[edge.relation].name
    switch edge.polarity {
    case .asserted: return name
    case .denied: return "not \(name)"
    case .questioned: return "\(name)?"
    case .hypothetical: return "if \(name)"
    }
  }

  private mutating func collectNodes() {
    var found: [ConceptID: Node] = [:]
    for (index, concept) in graph.concepts.enumerated() {
      found[concept.id] = Node(id: concept.id, label: concept.displayLabel, concept: index)
    }
    for entity in graph.entities where found[entity.id] == nil {
      found[entity.id] = Node(id: entity.id, label: entity.label, entity: entity.kind)
    }
    for assertion in graph.assertions {
      for end in [assertion.subject, assertion.object] where found[end] == nil {
        found[end] = Node(id: end, label: end.value)
      }
    }
    nodes = found.values.sorted { $0.id < $1.id }
    nodeIndex = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1.id, $0) })
  }

  private mutating func collectRelations() {
    let used = Set(graph.assertions.map(\.relation))
    var known: Set<String> = []
    for relation in Relation.builtIn + graph.relations where used.contains(relation.name) {
      if known.insert(relation.name).inserted { relations.append(relation) }
    }
    for name in used.subtracting(known).sorted(by: scalarLess) {
      relations.append(Relation(name: name, reading: "A \(name) B"))
    }
  }

  private struct EdgeKey: Hashable, Comparable {
    var subject: Int
    var relation: Int
    var object: Int
    var polarity: Int
    static func < (a: EdgeKey, b: EdgeKey) -> Bool {
      (a.subject, a.relation, a.object, a.polarity) < (b.subject, b.relation, b.object, b.polarity)
    }
  }

  private mutating func collectEdges() {
    let relationIndex = Dictionary(uniqueKeysWithValues: relations.enumerated().map { ($1.name, $0) })
    var groups: [EdgeKey: [Int]] = [:]
    for (index, assertion) in graph.assertions.enumerated() {
      guard var subject = nodeIndex[assertion.subject], var object = nodeIndex[assertion.object],
        let relation = relationIndex[assertion.relation],
        let polarity = Polarity.allCases.firstIndex(of: assertion.polarity)
      else { continue }
      if relations[relation].isSymmetric && object < subject { swap(&subject, &object) }
      let key = EdgeKey(subject: subject, relation: relation, object: object, polarity: polarity)
      groups[key, default: []].append(index)
    }
    edges = groups.keys.sorted().map { key in makeEdge(key, groups[key] ?? []) }
  }

  private func makeEdge(_ key: EdgeKey, _ indexes: [Int]) -> Edge {
    let ordered = indexes.sorted { first, second in
      let a = graph.assertions[first]
      let b = graph.assertions[second]
      if a.confidence != b.confidence { return a.confidence > b.confidence }
      if a.evidence.document != b.evidence.document { return a.evidence.document < b.evidence.document }
      if a.evidence.start != b.evidence.start { return a.evidence.start < b.evidence.start }
      return first < second
    }
    return Edge(
      subject: key.subject, relation: key.relation, object: key.object, polarity: Polarity.allCases[key.polarity],
      confidence: graph.assertions[ordered[0]].confidence,
      sources: Set(indexes.map { graph.assertions[$0].effectiveSource }).sorted(), assertions: ordered)
  }
}
