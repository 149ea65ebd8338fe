import ConceptModel

/// Writes the corpus as a Markdown glossary: each concept with its names, definitions, relations and findings, all quoted.
struct MarkdownExport {
  private let view: GraphView
  private let options: ExportOptions
  private let out: ByteWriter
  /// The edges at each node, in both directions.
  private let edges: [Int: [GraphView.Edge]]
  private let definitions: [ConceptID: [Definition]]

  static func write(_ view: GraphView, options: ExportOptions, to out: ByteWriter) {
    var edges: [Int: [GraphView.Edge]] = [:]
    for edge in view.edges where edge.polarity == .asserted || edge.polarity == .denied {
      edges[edge.subject, default: []].append(edge)
      if edge.object != edge.subject { edges[edge.object, default: []].append(edge) }
    }
    MarkdownExport(
      view: view, options: options, out: out, edges: edges,
      definitions: Dictionary(grouping: view.graph.definitions, by: \.concept)
    ).write()
  }

  private func write() {
    out.append("# \(escaped(options.title ?? "Concepts"))\n\n")
    let documents = view.graph.documents
    out.append("\(counted(view.nodes.count, "concept")), \(counted(documents.count, "document")).\n")
    for (index, node) in view.nodes.enumerated() { write(node, index) }
    if !documents.isEmpty { writeDocuments(documents) }
  }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  private func write(_ node: GraphView.Node, _ index: Int) {
    out.append("\n## \(escaped(node.label))\n")
    if let kind = node.entity { out.append("\n*\(kind.rawValue)*\n") }
    if let concept = view.concept(node) {
      let names = concept.labels.filter { $0.kind != .preferred && $0.kind != .hidden }.map { escaped($0.text) }
      if !names.isEmpty { out.append("\nAlso: \(names.joined(separator: ", ")).\n") }
      if let gloss = concept.gloss { out.append("\n\(escaped(gloss))\n") }
    }
    for definition in definitions[node.id] ?? [] {
      out.append("\n> \(escaped(definition.evidence.quote))\n>\n> — \(place(definition.evidence))\n")
    }
    let lines = (edges[index] ?? []).map { line($0, at: index) }
    if !lines.isEmpty { out.append("\n" + lines.joined()) }
    let findings = options.findings.filter { $0.concepts.contains(node.id) }
    if !findings.isEmpty { out.append("\n") }
    for finding in findings {
      out.append("- **\(finding.severity.rawValue) \(finding.rule)**: \(escaped(finding.message))\n")
    }
  }

  /// `- *is-a* force: “quotation” (document:line)`, read from this node; `←` marks an edge that comes in.
  private func line(_ edge: GraphView.Edge, at index: Int) -> String {
    let isOut = edge.subject == index
    let other = view.nodes[isOut ? edge.object : edge.subject].label
    let arrow = isOut || view.relations[edge.relation].isSymmetric ? "" : "← "
    let evidence = view.best(edge).evidence
    let more = edge.assertions.count > 1 ? ", and \(counted(edge.assertions.count - 1, "more passage"))" : ""
    return "- \(arrow)*\(escaped(view.caption(edge)))* \(escaped(other)): “\(escaped(evidence.quote))” "
      + "(\(place(evidence))\(more))\n"
  }

  private func place(_ evidence: Evidence) -> String { escaped("\(evidence.document.value):\(evidence.line)") }

  private func writeDocuments(_ documents: [DocumentInfo]) {
    out.literal("\n## Documents\n\n")
    for document in documents {
      let rest = [
        document.title, document.authors.isEmpty ? nil : document.authors.joined(separator: ", "), document.date,
      ]
      let words = rest.compactMap { $0 }.map(escaped).joined(separator: ", ")
      out.append("- \(escaped(document.id.value))\(words.isEmpty ? "" : ": \(words)")\n")
    }
  }

  /// The text on one line with every sign that Markdown or HTML could read as mark-up escaped (CommonMark 0.31, 2.4).
  private func escaped(_ text: String) -> String {
    var out = ""
    for scalar in singleLine(text).unicodeScalars {
      switch scalar {
      case "<": out += "&lt;"
      case "&": out += "&amp;"
      case "\\", "`", "*", "_", "[", "]", ">", "#", "|", "~", "!": out += "\\" + String(scalar)
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
