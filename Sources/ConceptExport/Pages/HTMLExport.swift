import ConceptModel

/// Writes one self-contained HTML page for exploring the graph: no network, no further files.
///
/// The data stand in a JSON block and reach the page as text nodes only, so that no label can become mark-up or script.
struct HTMLExport {
  private let view: GraphView
  private let options: ExportOptions
  private let out: ByteWriter

  static func write(_ view: GraphView, options: ExportOptions, to out: ByteWriter) {
    HTMLExport(view: view, options: options, out: out).write()
  }

  private var title: String { options.title ?? "Concept graph" }

  private func write() {
    out.literal("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    // Nothing may be loaded from anywhere, whatever a label says.
    out.literal(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n"
    )
    out.literal("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
    out.appendXML(singleLine(title))
    out.literal("</title>\n<style>\n")
    out.append(PageStyle.css)
    out.literal("</style>\n</head>\n<body>\n")
    out.append(PageBody.header)
    out.literal("<h1>")
    out.appendXML(singleLine(title))
    out.literal("</h1>\n")
    out.append(PageBody.rest)
    out.literal("<script type=\"application/json\" id=\"data\">")
    writeData()
    out.literal("</script>\n<script>\n")
    out.append(PageScript.model)
    out.append(PageScript.drawing)
    out.append(PageScript.panel)
    out.literal("</script>\n</body>\n</html>\n")
  }

  private func writeData() {
    var data = JSONObjectWriter(out, inHTML: true)
    data.list("documents", view.graph.documents) { writeDocument($0) }
    data.list("relations", view.relations) { relation in
      var object = JSONObjectWriter(out, inHTML: true)
      object.field("name", relation.name)
      object.field("reading", relation.reading)
      object.field("sign", relation.sign)
      object.field("symmetric", relation.isSymmetric)
      object.field("bridge", relation.isBridge)
      object.end()
    }
    let definitions = Dictionary(grouping: view.graph.definitions, by: \.concept)
    data.list("nodes", view.nodes) { writeNode($0, definitions[$0.id] ?? []) }
    let edges = view.edges.filter { $0.polarity == .asserted || $0.polarity == .denied }
    data.list("edges", edges) { writeEdge($0) }
    data.list("findings", options.findings) { writeFinding($0) }
    data.end()
  }

  private func writeDocument(_ document: DocumentInfo) {
    var object = JSONObjectWriter(out, inHTML: true)
    object.field("id", document.id.value)
    object.field("title", document.title)
    if !document.authors.isEmpty { object.field("authors", document.authors.joined(separator: ", ")) }
    object.field("date", document.date)
    object.end()
  }

  private func writeNode(_ node: GraphView.Node, _ definitions: [Definition]) {
    var object = JSONObjectWriter(out, inHTML: true)
    object.field("id", node.id.value)
    object.field("label", node.label)
    object.field("kind", node.entity?.rawValue)
    if let concept = view.concept(node) {
      let names = concept.labels.filter { $0.kind != .preferred && $0.kind != .hidden }.map(\.text)
      if !names.isEmpty { object.field("names", names) }
      object.field("gloss", concept.gloss)
      object.field("mentions", concept.mentions)
      object.field("centrality", concept.centrality)
    }
    if !definitions.isEmpty { object.list("definitions", definitions) { writeEvidence($0.evidence) } }
    object.end()
  }

  private func writeEdge(_ edge: GraphView.Edge) {
    var object = JSONObjectWriter(out, inHTML: true)
    object.field("s", edge.subject)
    object.field("r", edge.relation)
    object.field("o", edge.object)
    if edge.polarity == .denied { object.field("denied", true) }
    object.field("confidence", edge.confidence)
    object.field("sources", edge.sources.map(\.value))
    object.list("evidence", edge.assertions) { index in
      let assertion = view.graph.assertions[index]
      writeEvidence(assertion.evidence, source: assertion.source)
    }
    object.end()
  }

  /// - Parameter source: What a fact stated by hand is attributed to.
  private func writeEvidence(_ evidence: Evidence, source: DocumentID? = nil) {
    var object = JSONObjectWriter(out, inHTML: true)
    object.field("doc", evidence.document.value)
    object.field("line", evidence.line)
    object.field("quote", evidence.quote)
    object.field("source", source?.value)
    object.end()
  }

  private func writeFinding(_ finding: Finding) {
    var object = JSONObjectWriter(out, inHTML: true)
    object.field("rule", finding.rule)
    object.field("severity", finding.severity.rawValue)
    object.field("concepts", finding.concepts.map(\.value))
    object.field("message", finding.message)
    object.field("fix", finding.fix)
    object.list("evidence", finding.evidence) { writeEvidence($0) }
    object.end()
  }
}
