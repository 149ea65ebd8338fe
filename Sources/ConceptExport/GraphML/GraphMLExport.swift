import ConceptGraph
import ConceptModel

/// Writes a corpus as GraphML, plain or with the graphics that yEd reads.
enum GraphMLExport {
  static func write(_ view: GraphView, options: ExportOptions, to out: ByteWriter) throws {
    let writer = GraphMLWriter(out)
    let graphics = options.flavour == .yed ? YEdGraphics(view) : nil
    writer.begin(
      title: options.title, namespaces: graphics == nil ? "" : YEdGraphics.namespaces,
      extraKeys: graphics == nil ? "" : YEdGraphics.keys)
    for (index, node) in view.nodes.enumerated() {
      writer.node(row(node, view), graphics: graphics?.node(index))
    }
    let imported = try options.imports.map { try ImportedRows($0, beside: view, selection: options.selection) }
    try imported?.forEachNode { node, info in
      writer.node(row(info, try options.imports?.source.labels(of: node) ?? []))
    }
    let names = view.nodes.map { GraphMLWriter.xmlIdentifier($0.id) }
    var captions: [String: GraphMLWriter.Caption] = [:]
    for edge in view.edges where edge.polarity == .asserted || edge.polarity == .denied {
      let label = view.caption(edge)
      let caption =
        captions[label]
        ?? writer.caption(label: label, relation: view.relations[edge.relation].name, polarity: edge.polarity)
      captions[label] = caption
      writer.edge(
        source: names[edge.subject], target: names[edge.object], caption: caption, confidence: edge.confidence,
        sources: edge.sources.map(\.value).joined(separator: "; "), quote: view.best(edge).evidence.quote,
        graphics: graphics?.edge(edge))
    }
    try imported?.forEachEdge { edge in
      let label = (edge.isDenied ? "not " : "") + edge.relation.name
      let caption =
        captions[label]
        ?? writer.caption(
          label: label, relation: edge.relation.name, polarity: edge.isDenied ? .denied : .asserted)
      captions[label] = caption
      writer.edge(
        source: GraphMLWriter.xmlIdentifier(edge.subject.id), target: GraphMLWriter.xmlIdentifier(edge.object.id),
        caption: caption, confidence: edge.best?.confidence ?? 1, sources: edge.best?.effectiveSource.value,
        quote: edge.best?.evidence.quote)
    }
    writer.end()
  }

  private static func row(_ info: NodeInfo, _ labels: [ConceptLabel]) -> GraphMLWriter.Node {
    var row = GraphMLWriter.Node(id: info.id, label: info.displayLabel)
    let others = labels.filter { $0.kind != .preferred && $0.kind != .hidden }
    if !others.isEmpty { row.alternatives = others.map(\.text).joined(separator: "; ") }
    row.definition = info.gloss
    return row
  }

  private static func row(_ node: GraphView.Node, _ view: GraphView) -> GraphMLWriter.Node {
    var row = GraphMLWriter.Node(id: node.id, label: node.label, kind: node.entity?.rawValue ?? "concept")
    guard let concept = view.concept(node) else { return row }
    let others = concept.labels.filter { $0.kind != .preferred && $0.kind != .hidden }
    if !others.isEmpty { row.alternatives = others.map(\.text).joined(separator: "; ") }
    row.definition = concept.gloss
    if !concept.documents.isEmpty { row.documents = concept.documents.map(\.value).joined(separator: "; ") }
    row.mentions = concept.mentions
    row.centrality = concept.centrality
    return row
  }
}
