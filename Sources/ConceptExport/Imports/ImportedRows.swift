import ConceptGraph
import ConceptModel

/// The nodes and edges of imported graphs that a corpus does not have itself, one after the other.
struct ImportedRows {
  let imports: ImportedGraphs
  let selection: GraphSelection?
  /// The nodes of the source that the corpus has, and its edges, in both orders where they are symmetric.
  private var known: [NodeID: Int] = [:]
  private var edges: Set<EdgeKey> = []

  init(_ imports: ImportedGraphs, beside view: GraphView, selection: GraphSelection?) throws {
    self.imports = imports
    self.selection = selection
    var numbers: [Int: NodeID] = [:]
    for (index, node) in view.nodes.enumerated() {
      for found in try imports.source.nodes(named: node.id.value, at: .identifier) {
        known[found] = index
        numbers[index] = found
      }
    }
    let relations = Dictionary(imports.source.relations.enumerated().map { ($1.name, $0) }) { first, _ in first }
    for edge in view.edges where edge.polarity == .asserted || edge.polarity == .denied {
      guard let relation = relations[view.relations[edge.relation].name], let subject = numbers[edge.subject],
        let object = numbers[edge.object]
      else { continue }
      let id = RelationID(UInt16(relation))
      let isDenied = edge.polarity == .denied
      edges.insert(EdgeKey(subject: subject, relation: id, object: object, isDenied: isDenied))
      guard view.relations[edge.relation].isSymmetric else { continue }
      edges.insert(EdgeKey(subject: object, relation: id, object: subject, isDenied: isDenied))
    }
  }

  /// Calls `body` with every node that the corpus lacks.
  func forEachNode(_ body: (NodeID, NodeInfo) throws -> Void) throws {
    for number in 0..<imports.source.nodeCount {
      let node = NodeID(UInt32(number))
      if known[node] != nil { continue }
      let info = try imports.source.info(of: node)
      if let selection, !selection.concepts.contains(info.id) { continue }
      try body(node, info)
    }
  }

  /// One edge between nodes of the source.
  struct Edge {
    var subject: NodeInfo
    var relation: Relation
    var object: NodeInfo
    var isDenied: Bool
    /// The best assertion, where lines of edge lists say more than a triple.
    var best: Assertion?
  }

  /// Calls `body` with every edge that the corpus lacks.
  func forEachEdge(_ body: (Edge) throws -> Void) throws {
    let source = imports.source
    for isDenied in [false, true] {
      try source.forEachEdge(relation: nil, denied: isDenied) { key in
        if edges.contains(key) { return true }
        let edge = Edge(
          subject: try source.info(of: key.subject), relation: source.relations[Int(key.relation.raw)],
          object: try source.info(of: key.object), isDenied: isDenied,
          best: imports.hasNotes
            ? try source.assertions(
              subject: key.subject, relation: key.relation, object: key.object,
              polarity: isDenied ? .denied : .asserted
            ).first : nil)
        if keeps(edge) { try body(edge) }
        return true
      }
    }
  }

  private func keeps(_ edge: Edge) -> Bool {
    guard let selection else { return true }
    guard selection.concepts.contains(edge.subject.id), selection.concepts.contains(edge.object.id) else {
      return false
    }
    guard let wanted = selection.edges else { return true }
    let name = edge.relation.name
    return wanted.contains(GraphSelection.Edge(subject: edge.subject.id, relation: name, object: edge.object.id))
      || wanted.contains(GraphSelection.Edge(subject: edge.object.id, relation: name, object: edge.subject.id))
  }
}
