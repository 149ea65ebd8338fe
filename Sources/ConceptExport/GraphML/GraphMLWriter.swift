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

  /// What the edges of one relation and polarity have in common, made once by `caption` and used for each of them.
  public struct Caption {
    fileprivate let bytes: [UInt8]
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
  /// The confidence of the last edge as text: most edges of a graph share a few values.
  private var lastConfidence: (value: Double, bytes: [UInt8]) = (.nan, [])

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
    // Nearly all edges are asserted: readers fill in the default.
    let end = key.id == "e_polarity" ? "><default>asserted</default></key>" : "/>"
    out.append("<key id=\"\(key.id)\" for=\"\(domain)\" attr.name=\"\(key.name)\" attr.type=\"\(key.type)\"\(end)\n")
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

  /// The part of an edge that tells its relation: the label is the relation's name, with `not` before it when denied.
  public func caption(label: String, relation: String, polarity: Polarity) -> Caption {
    var bytes: [UInt8] = []
    let writer = ByteWriter(capacity: 256) { bytes += $0 }
    writer.literal("\">")
    var values = [("e_label", label), ("e_interaction", label), ("e_relation", relation)]
    if polarity != .asserted { values.append(("e_polarity", polarity.rawValue)) }
    for (id, value) in values {
      writer.append("<data key=\"\(id)\">")
      writer.appendXML(value)
      writer.literal("</data>")
    }
    // The sink of this writer only grows an array, so that it has no error to throw.
    try? writer.finish()
    return Caption(bytes: bytes)
  }

  /// Writes one edge under the next free id.
  ///
  /// - Parameters:
  ///   - source: What `xmlIdentifier` made of the subject's id; `target` likewise of the object's.
  ///   - sources: The documents behind the edge as one text.
  ///   - quote: The first quotation.
  ///   - graphics: Mark-up of a flavour, put in as it is.
  public func edge(
    source: String, target: String, caption: borrowing Caption, confidence: Double, sources: String? = nil,
    quote: String? = nil, graphics: String? = nil
  ) {
    if confidence != lastConfidence.value { lastConfidence = (confidence, Self.measures(confidence)) }
    if !edgeStart(source, target, caption) {
      out.literal("<edge id=\"e")
      out.append(edgeCount)
      out.literal("\" source=\"")
      out.append(source)
      out.literal("\" target=\"")
      out.append(target)
      out.append(caption.bytes)
      out.append(lastConfidence.bytes)
    }
    edgeCount += 1
    if let sources { data("e_sources", sources) }
    if let quote { data("e_quote", quote) }
    if let graphics { out.append(graphics) }
    out.literal("</edge>\n")
  }

  /// Writes an edge up to its confidence in one piece; false when it is too large for that.
  private func edgeStart(_ source: String, _ target: String, _ caption: borrowing Caption) -> Bool {
    let (number, measures, captionBytes) = (edgeCount, lastConfidence.bytes, caption.bytes)
    return withBytes(of: source) { source in
      withBytes(of: target) { target in
        out.row(size: 64 + source.count + target.count + captionBytes.count + measures.count) { row in
          row.put("<edge id=\"e")
          row.put(number)
          row.put("\" source=\"")
          row.put(source)
          row.put("\" target=\"")
          row.put(target)
          captionBytes.withUnsafeBufferPointer { row.put($0) }
          measures.withUnsafeBufferPointer { row.put($0) }
        }
      }
    }
  }

  private static func measures(_ confidence: Double) -> [UInt8] {
    let value = decimal(confidence)
    return Array("<data key=\"e_confidence\">\(value)</data><data key=\"e_weight\">\(value)</data>".utf8)
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
}
