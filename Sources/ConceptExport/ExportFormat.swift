import ConceptModel

/// The formats of `distinguo export --format`.
public enum ExportFormat: String, Sendable, CaseIterable {
  case graphml, dot, mermaid, svg, png, html, markdown, turtle, ntriples, nquads, trig, rdfxml, jsonld, skos, csv, jsonl

  /// Whether imported graphs are read into memory for it, which only small ones can be.
  public var isMadeInMemory: Bool {
    switch self {
    case .dot, .mermaid, .svg, .png, .html, .markdown, .jsonl: true
    case .graphml, .turtle, .ntriples, .nquads, .trig, .rdfxml, .jsonld, .skos, .csv: false
    }
  }

  /// The media type of what is written.
  public var mediaType: String {
    switch self {
    case .graphml: "application/graphml+xml"
    case .dot: "text/vnd.graphviz"
    case .mermaid: "text/vnd.mermaid"
    case .svg: "image/svg+xml"
    case .png: "image/png"
    case .html: "text/html; charset=utf-8"
    case .markdown: "text/markdown; charset=utf-8"
    case .turtle, .skos: "text/turtle"
    case .ntriples: "application/n-triples"
    case .nquads: "application/n-quads"
    case .trig: "application/trig"
    case .rdfxml: "application/rdf+xml"
    case .jsonld: "application/ld+json"
    case .csv: "text/csv; charset=utf-8"
    case .jsonl: "application/jsonl"
    }
  }
}

/// Writes a corpus in any of the export formats, the same bytes on every run.
public struct Exporter {
  public var options: ExportOptions

  public init(options: ExportOptions = ExportOptions()) { self.options = options }

  /// Writes the graph, or the selected part of it, block by block to a sink.
  ///
  /// Throws what the sink throws, and a `Diagnostic` when a picture is asked for and Graphviz is missing or fails.
  public func write(
    _ graph: ExtractionResult, as format: ExportFormat, to sink: ([UInt8]) throws -> Void
  ) throws {
    var graph = graph
    if let imports = options.imports, format.isMadeInMemory, imports.statements <= ImportedGraphs.readableStatements {
      graph = try imports.merged(into: graph)
    }
    let part = options.selection?.applied(to: graph) ?? graph
    try withByteWriter(to: sink) { out in
      switch format {
      case .graphml: try GraphMLExport.write(GraphView(part), options: options, to: out)
      case .dot: DOTExport.write(GraphView(part), options: options, to: out)
      case .mermaid: MermaidExport.write(GraphView(part), options: options, to: out)
      case .svg, .png: out.append(try picture(part, as: format))
      case .html: HTMLExport.write(GraphView(part), options: options, to: out)
      case .markdown: MarkdownExport.write(GraphView(part), options: options, to: out)
      case .turtle: try TurtleExport.write(part, options: options, named: false, to: out)
      case .trig: try TurtleExport.write(part, options: options, named: true, to: out)
      case .rdfxml: try RDFXMLExport.write(part, options: options, to: out)
      case .jsonld: try JSONLDExport.write(part, options: options, to: out)
      case .skos: try SKOSExport.write(part, options: options, to: out)
      case .csv: try CSVExport.write(GraphView(part), options: options, to: out)
      case .jsonl: JSONLinesExport.write(part, to: out)
      case .ntriples: try NTriplesExport.write(part, options: options, named: false, to: out)
      case .nquads: try NTriplesExport.write(part, options: options, named: true, to: out)
      }
    }
  }

  private func picture(_ part: ExtractionResult, as format: ExportFormat) throws(Diagnostic) -> [UInt8] {
    var dot: [UInt8] = []
    let writer = ByteWriter { dot += $0 }
    DOTExport.write(GraphView(part), options: options, to: writer)
    // The sink only grows an array, so that it has no error to throw.
    try? writer.finish()
    return try GraphvizProcess.render(dot, as: format.rawValue)
  }

  /// The export as bytes in memory.
  public func bytes(_ graph: ExtractionResult, as format: ExportFormat) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try write(graph, as: format) { bytes += $0 }
    return bytes
  }
}
