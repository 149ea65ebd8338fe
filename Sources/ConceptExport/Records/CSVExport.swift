import ConceptModel

/// Writes the edges as CSV (RFC 4180) with a header, one edge a line, that `import` reads back.
enum CSVExport {
  static let header =
    "subject,relation,object,polarity,confidence,source,quote,sources,subject_id,object_id"

  static func write(_ view: GraphView, options: ExportOptions, to out: ByteWriter) throws {
    out.append(header)
    out.literal("\r\n")
    for edge in view.edges {
      let best = view.best(edge)
      let cells = [
        view.nodes[edge.subject].label, view.relations[edge.relation].name, view.nodes[edge.object].label,
        edge.polarity.rawValue, decimal(edge.confidence), best.effectiveSource.value, best.evidence.quote,
        edge.sources.map(\.value).joined(separator: "; "), view.nodes[edge.subject].id.value,
        view.nodes[edge.object].id.value,
      ]
      write(cells, to: out)
    }
    guard let imports = options.imports else { return }
    try ImportedRows(imports, beside: view, selection: options.selection).forEachEdge { edge in
      let source = edge.best?.effectiveSource.value ?? ""
      let quote = imports.hasNotes ? edge.best?.evidence.quote ?? "" : ""
      write(
        [
          edge.subject.displayLabel, edge.relation.name, edge.object.displayLabel,
          (edge.isDenied ? Polarity.denied : .asserted).rawValue, decimal(edge.best?.confidence ?? 1), source, quote,
          source, edge.subject.id.value, edge.object.id.value,
        ], to: out)
    }
  }

  private static func write(_ cells: [String], to out: ByteWriter) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      out.appendCSV(cell)
    }
    out.literal("\r\n")
  }
}
