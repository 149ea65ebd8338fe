import ConceptModel

/// The names of a graph in memory by level of the look-up.
struct NameIndex: Sendable {
  private var identifiers: [String: [NodeID]] = [:]
  private var preferred: [String: [NodeID]] = [:]
  private var labels: [String: [NodeID]] = [:]
  private var normalised: [String: [NodeID]] = [:]

  init(_ nodes: [MemoryGraph.MemoryNode]) {
    for (number, node) in nodes.enumerated() {
      let id = NodeID(UInt32(number))
      NameIndex.add(id, to: &identifiers[node.info.id.value])
      if node.info.id.sense != nil { NameIndex.add(id, to: &identifiers[node.info.displayLabel]) }
      if IRI.isIRI(node.info.id.value) {
        NameIndex.add(id, to: &labels[IRI.localName(of: node.info.id.value)])
      }
      for label in node.labels {
        if label.kind == .preferred { NameIndex.add(id, to: &preferred[label.text]) }
        NameIndex.add(id, to: &labels[label.text])
        NameIndex.add(id, to: &normalised[LabelKey.normalised(label.text)])
      }
    }
  }

  private static func add(_ id: NodeID, to list: inout [NodeID]?) {
    if list?.last != id { list = (list ?? []) + [id] }
  }

  func nodes(named name: String, at level: NameLevel) -> [NodeID] {
    switch level {
    case .identifier: identifiers[name] ?? []
    case .preferredLabel: preferred[name] ?? []
    case .anyLabel: labels[name] ?? []
    case .normalised: normalised[LabelKey.normalised(name)] ?? []
    }
  }
}
