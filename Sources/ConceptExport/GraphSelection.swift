import ConceptModel

/// A part of the graph: the answer of a query, applied before an export is written.
public struct GraphSelection: Sendable {
  /// One edge, whatever its polarity.
  public struct Edge: Hashable, Sendable {
    public var subject: ConceptID
    public var relation: String
    public var object: ConceptID
    public init(subject: ConceptID, relation: String, object: ConceptID) {
      self.subject = subject
      self.relation = relation
      self.object = object
    }
  }

  /// The concepts and entities to keep; the ends of `edges` are kept as well.
  public var concepts: Set<ConceptID>
  /// The edges to keep, or nil for all between the concepts.
  public var edges: Set<Edge>?

  public init(concepts: Set<ConceptID>, edges: Set<Edge>? = nil) {
    self.concepts = concepts
    self.edges = edges
    for edge in edges ?? [] {
      self.concepts.insert(edge.subject)
      self.concepts.insert(edge.object)
    }
  }

  /// The part of a graph that the selection names, with the documents that it still quotes.
  public func applied(to graph: ExtractionResult) -> ExtractionResult {
    var part = graph
    part.concepts.removeAll { !concepts.contains($0.id) }
    part.entities.removeAll { !concepts.contains($0.id) }
    part.mentions.removeAll { !concepts.contains($0.concept) }
    part.definitions.removeAll { !concepts.contains($0.concept) }
    let symmetric = Set((Relation.builtIn + graph.relations).filter(\.isSymmetric).map(\.name))
    part.assertions.removeAll { !keeps($0, symmetric: symmetric) }
    part.statements.removeAll { $0.concepts.isEmpty || !$0.concepts.allSatisfy(concepts.contains) }
    let labels = Set(part.concepts.flatMap { [$0.label] + $0.labels.map(\.text) }.map(LabelKey.normalised))
    part.abbreviations.removeAll {
      !labels.contains(LabelKey.normalised($0.short)) && !labels.contains(LabelKey.normalised($0.long ?? $0.short))
    }
    var used = Set(part.assertions.flatMap { [$0.evidence.document, $0.effectiveSource] })
    used.formUnion(part.mentions.map(\.evidence.document))
    used.formUnion(part.definitions.map(\.evidence.document))
    used.formUnion(part.concepts.flatMap(\.documents))
    part.documents.removeAll { !used.contains($0.id) }
    return part
  }

  private func keeps(_ assertion: Assertion, symmetric: Set<String>) -> Bool {
    guard concepts.contains(assertion.subject), concepts.contains(assertion.object) else { return false }
    guard let edges else { return true }
    let edge = Edge(subject: assertion.subject, relation: assertion.relation, object: assertion.object)
    if edges.contains(edge) { return true }
    guard symmetric.contains(assertion.relation) else { return false }
    return edges.contains(Edge(subject: edge.object, relation: edge.relation, object: edge.subject))
  }
}
