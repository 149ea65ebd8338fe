import ConceptModel

/// The syntaxes of graphs made by others that are read as streams of lines.
public enum LineSyntax: String, Sendable, Hashable, CaseIterable {
  case nTriples = "nt"
  case nQuads = "nq"
  case csv, tsv

  /// The syntax that a file name extension stands for, in lower case without the dot.
  public init?(fileExtension: String) {
    self.init(rawValue: fileExtension)
  }

  public var mediaType: String {
    switch self {
    case .nTriples: "application/n-triples"
    case .nQuads: "application/n-quads"
    case .csv: "text/csv"
    case .tsv: "text/tab-separated-values"
    }
  }
}

/// Reads graphs made by others.
public enum GraphReader {
  /// Calls `body` with the statements of an input in their order, thousands at a time.
  public static func read(
    _ source: ByteSource, as syntax: LineSyntax, body: (StatementBatch) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    switch syntax {
    case .nTriples: try NQuadsReader.read(source, allowsGraphs: false, body: body)
    case .nQuads: try NQuadsReader.read(source, allowsGraphs: true, body: body)
    case .csv: try EdgeListReader.read(source, body: body)
    case .tsv: try EdgeListReader.read(source, delimiter: UInt8(ascii: "\t"), body: body)
    }
  }
}
