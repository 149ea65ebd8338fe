import ConceptModel

/// What an export may be told beside its format.
public struct ExportOptions {
  /// The dialects of GraphML.
  public enum Flavour: String, Sendable, CaseIterable {
    /// Valid against the GraphML schema.
    case plain
    /// With the graphics elements that yEd reads titles and places from.
    case yed
  }

  /// How a diagram groups its concepts.
  public enum Clusters: String, Sendable, CaseIterable {
    case none
    /// By the document with most assertions about a concept.
    case source
    /// By the broadest concept above a concept.
    case topConcept = "top"
  }

  /// The beginning of every IRI that the export makes.
  public var baseIRI: String
  public var flavour: Flavour
  /// The part of the graph to write, or nil for all of it.
  public var selection: GraphSelection?
  /// A title for pictures and pages.
  public var title: String?
  public var clusters: Clusters
  /// The most concepts that a picture shows, or nil for all.
  public var nodeLimit: Int?
  /// Whether a picture explains its arrows.
  public var legend: Bool
  /// The findings that pages show beside the concepts.
  public var findings: [Finding]

  /// The imported graphs that are written with the corpus.
  public var imports: ImportedGraphs?

  /// A picture with more concepts than this is unreadable on a page.
  public static let readableNodeLimit = 80

  public init(
    baseIRI: String = "urn:distinguo:", flavour: Flavour = .plain, selection: GraphSelection? = nil,
    title: String? = nil, clusters: Clusters = .none, nodeLimit: Int? = ExportOptions.readableNodeLimit,
    legend: Bool = true, findings: [Finding] = [], imports: ImportedGraphs? = nil
  ) {
    self.baseIRI = baseIRI
    self.flavour = flavour
    self.selection = selection
    self.title = title
    self.clusters = clusters
    self.nodeLimit = nodeLimit
    self.legend = legend
    self.findings = findings
    self.imports = imports
  }
}
