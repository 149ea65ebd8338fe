import ConceptModel

/// Writes the edges as CSV (RFC 4180) with a header, one edge a line, that `import` reads back.
enum CSVExport {
  static let header =
    "subject,relation,object,polarity,confidence,source,quote,sources,subject_id,object_id"

  static func write(_ view: GraphView, to out: ByteWriter) {
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
      for (index, cell) in cells.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        out.appendCSV(cell)
      }
      out.literal("\r\n")
    }
  }
}
