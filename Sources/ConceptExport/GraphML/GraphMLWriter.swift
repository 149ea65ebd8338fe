import ConceptModel

/// Writes GraphML row by row: `begin`, every `node`, every `edge`, `end`; nothing of the graph is kept.
///
/// The file is valid against the GraphML 1.0 schema. It declares every key for nodes or for edges, gives each edge an
/// id, and names the attributes as yEd, Gephi, Cytoscape, igraph, networkx and Neo4j look for them.
public final class GraphMLWriter {
  /// One node as written.
  public struct Node {
    /// The concept id, from which the node's XML id is made.
    public var id: ConceptID
    public var label: String
    /// `concept`, `person`, `work` or `organisation`.
    public var kind: String
    public var alternatives: String?
    public var definition: String?
    public var documents: String?
    public var mentions: Int?
    public var centrality: Double?
    public init(id: ConceptID, label: String, kind: String = "concept") {
      self.id = id
      self.label = label
      self.kind = kind
    }
  }

  /// One edge as written; `source` and `target` are what `xmlIdentifier` made of the ends' ids.
  public struct Edge {
    public var source: String
    public var target: String
    /// The caption: the relation's name, with `not` before it when denied.
    public var label: String
    public var relation: String
    public var polarity: Polarity
    public var confidence: Double
    public var sources: String?
    public var quote: String?
    public init(
      source: String, target: String, label: String, relation: String, polarity: Polarity, confidence: Double,
      sources: String? = nil, quote: String? = nil
    ) {
      self.source = source
      self.target = target
      self.label = label
      self.relation = relation
      self.polarity = polarity
      self.confidence = confidence
      self.sources = sources
      self.quote = quote
    }
  }

  /// (key id, attribute name, type); the ids never read `d3` or `d7`, which Gephi takes for labels.
  static let nodeKeys: [(id: String, name: String, type: String)] = [
    ("n_label", "label", "string"), ("n_name", "name", "string"), ("n_concept", "concept", "string"),
    ("n_kind", "kind", "string"), ("n_labels", "labels", "string"), ("n_alternatives", "alternatives", "string"),
    ("n_definition", "definition", "string"), ("n_documents", "documents", "string"),
    ("n_mentions", "mentions", "int"), ("n_centrality", "centrality", "double"),
  ]
  static let edgeKeys: [(id: String, name: String, type: String)] = [
    ("e_label", "label", "string"), ("e_interaction", "interaction", "string"), ("e_relation", "relation", "string"),
    ("e_polarity", "polarity", "string"), ("e_confidence", "confidence", "double"), ("e_weight", "weight", "double"),
    ("e_sources", "sources", "string"), ("e_quote", "quote", "string"),
  ]

  let out: ByteWriter
  private var edgeCount = 0
  /// What stands between the ends of an edge and its confidence, for the relation and polarity of the last edges.
  private var heads: [EdgeHead: [UInt8]] = [:]
  private var lastHead: (key: EdgeHead, bytes: [UInt8])?

  private struct EdgeHead: Hashable {
    var label: String
    var relation: String
    var polarity: Polarity
  }

  public init(_ out: ByteWriter) { self.out = out }

  /// An XML name token made from a concept id, one to one: letters, digits, `-` and `.` of ASCII stay, others become `_hex_`.
  public static func xmlIdentifier(_ id: ConceptID) -> String {
    var text = "c."
    for scalar in id.value.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", ".": text.unicodeScalars.append(scalar)
      case "#": text += ":"
      default: text += "_" + String(scalar.value, radix: 16) + "_"
      }
    }
    return text
  }

  /// Writes the XML declaration, the keys and the opening of the graph.
  ///
  /// - Parameter extraKeys: whole `key` elements of a flavour and the namespace declarations that they need.
  public func begin(title: String? = nil, namespaces: String = "", extraKeys: String = "") {
    out.literal(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"")
    out.append(namespaces)
    out.literal(">\n")
    for key in Self.nodeKeys { writeKey(key, domain: "node") }
    for key in Self.edgeKeys { writeKey(key, domain: "edge") }
    out.append(extraKeys)
    out.literal("<graph id=\"graph\" edgedefault=\"directed\">\n")
    if let title {
      out.literal("<desc>")
      out.appendXML(title)
      out.literal("</desc>\n")
    }
  }

  private func writeKey(_ key: (id: String, name: String, type: String), domain: String) {
    out.append(
      "<key id=\"\(key.id)\" for=\"\(domain)\" attr.name=\"\(key.name)\" attr.type=\"\(key.type)\"/>\n")
  }

  /// Writes one node; `graphics` is mark-up of a flavour, put in as it is.
  public func node(_ node: Node, graphics: String? = nil) {
    out.literal("<node id=\"")
    out.append(Self.xmlIdentifier(node.id))
    out.literal("\">")
    data("n_label", node.label)
    data("n_name", node.label)
    data("n_concept", node.id.value)
    data("n_kind", node.kind)
    data("n_labels", node.kind == "concept" ? ":Concept" : ":Entity")
    if let value = node.alternatives { data("n_alternatives", value) }
    if let value = node.definition { data("n_definition", value) }
    if let value = node.documents { data("n_documents", value) }
    if let value = node.mentions { data("n_mentions", String(value)) }
    if let value = node.centrality { data("n_centrality", decimal(value)) }
    if let graphics { out.append(graphics) }
    out.literal("</node>\n")
  }

  /// Writes one edge under the next free id; `graphics` is mark-up of a flavour, put in as it is.
  public func edge(_ edge: Edge, graphics: String? = nil) {
    out.literal("<edge id=\"e")
    out.append(edgeCount)
    edgeCount += 1
    out.literal("\" source=\"")
    out.append(edge.source)
    out.literal("\" target=\"")
    out.append(edge.target)
    out.append(head(EdgeHead(label: edge.label, relation: edge.relation, polarity: edge.polarity)))
    let confidence = decimal(edge.confidence)
    out.append(confidence)
    out.literal("</data><data key=\"e_weight\">")
    out.append(confidence)
    out.literal("</data>")
    if let value = edge.sources { data("e_sources", value) }
    if let value = edge.quote { data("e_quote", value) }
    if let graphics { out.append(graphics) }
    out.literal("</edge>\n")
  }

  /// Closes the graph and the file.
  public func end() { out.literal("</graph>\n</graphml>\n") }

  private func data(_ key: StaticString, _ value: String) {
    out.literal("<data key=\"")
    out.literal(key)
    out.literal("\">")
    out.appendXML(value)
    out.literal("</data>")
  }

  private func head(_ key: EdgeHead) -> [UInt8] {
    if let lastHead, lastHead.key == key { return lastHead.bytes }
    let bytes = heads[key] ?? makeHead(key)
    heads[key] = bytes
    lastHead = (key, bytes)
    return bytes
  }

  private func makeHead(_ key: EdgeHead) -> [UInt8] {
    var bytes: [UInt8] = []
    let writer = ByteWriter(capacity: 256) { bytes += $0 }
    writer.literal("\">")
    for (id, value) in [
      ("e_label", key.label), ("e_interaction", key.label), ("e_relation", key.relation),
      ("e_polarity", key.polarity.rawValue),
    ] {
      writer.append("<data key=\"\(id)\">")
      writer.appendXML(value)
      writer.literal("</data>")
    }
    writer.literal("<data key=\"e_confidence\">")
    // The sink of this writer only grows an array, so that it has no error to throw.
    try? writer.finish()
    return bytes
  }
}
