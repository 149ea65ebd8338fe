import ConceptModel

/// Writes the corpus seen as RDF as JSON-LD 1.1: a context of prefixes and one object a subject; the graph of each
/// document is a nested `@graph`.
struct JSONLDExport {
  private let out: ByteWriter
  private let table: PrefixTable

  static func write(_ graph: ExtractionResult, options: ExportOptions, to out: ByteWriter) throws {
    try JSONLDExport(out: out, table: PrefixTable(base: options.baseIRI)).write(
      RDFView(graph, options: options))
  }

  private func write(_ view: RDFView) throws {
    out.literal("{\"@context\":{")
    for (index, prefix) in table.prefixes.enumerated() {
      if index > 0 { out.literal(",") }
      out.appendJSON(prefix.name)
      out.literal(":")
      out.appendJSON(prefix.iri)
    }
    out.literal("},\n\"@graph\":[")
    var subject: [RDFQuad] = []
    var graph: String?
    var isFirst = true
    try view.forEach(named: true) { quad in
      if let last = subject.last, last.subject != quad.subject || last.graph != quad.graph {
        writeSubject(subject, isFirst: isFirst)
        isFirst = false
        subject = []
      }
      if quad.graph != graph {
        if graph != nil { out.literal("]}") }
        out.literal(isFirst ? "\n{\"@id\":" : ",\n{\"@id\":")
        out.appendJSON(Self.inner(quad.graph ?? ""))
        out.literal(",\"@graph\":[")
        graph = quad.graph
        isFirst = true
      }
      subject.append(quad)
    }
    if !subject.isEmpty { writeSubject(subject, isFirst: isFirst) }
    if graph != nil { out.literal("]}") }
    out.literal("\n]}\n")
  }

  private static func inner(_ term: String) -> String {
    term.hasPrefix("<") ? String(term.dropFirst().dropLast()) : term
  }

  private func writeSubject(_ quads: [RDFQuad], isFirst: Bool) {
    out.literal(isFirst ? "\n{\"@id\":" : ",\n{\"@id\":")
    out.appendJSON(Self.inner(quads[0].subject))
    // One key may stand once in an object, so that the values of a predicate are gathered wherever they stand.
    var order: [String] = []
    var values: [String: [RDFTerm]] = [:]
    for quad in quads {
      if values[quad.predicate] == nil { order.append(quad.predicate) }
      values[quad.predicate, default: []].append(quad.object)
    }
    for predicate in order {
      out.literal(",")
      let isType = predicate == RDFNamespace.type
      out.appendJSON(isType ? "@type" : key(predicate))
      out.literal(":[")
      for (index, value) in (values[predicate] ?? []).enumerated() {
        if index > 0 { out.literal(",") }
        writeValue(value, isType: isType)
      }
      out.literal("]")
    }
    out.literal("}")
  }

  private func key(_ predicate: String) -> String {
    guard let (prefix, local) = table.split(predicate), !local.isEmpty, !local.hasPrefix("//") else {
      return Self.inner(predicate)
    }
    return "\(prefix):\(local)"
  }

  private func writeValue(_ value: RDFTerm, isType: Bool) {
    switch value {
    case .node(let term) where isType: out.appendJSON(Self.inner(term))
    case .node(let term):
      out.literal("{\"@id\":")
      out.appendJSON(Self.inner(term))
      out.literal("}")
    case .literal(let text, let suffix):
      out.literal("{\"@value\":")
      out.appendJSON(text)
      if suffix.hasPrefix("@") {
        out.literal(",\"@language\":")
        out.appendJSON(String(suffix.dropFirst()))
      } else if suffix.hasPrefix("^^") {
        out.literal(",\"@type\":")
        out.appendJSON(Self.inner(String(suffix.dropFirst(2))))
      }
      out.literal("}")
    }
  }
}
