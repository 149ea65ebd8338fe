import ConceptModel

/// Writes statements as Turtle, or TriG when they stand in named graphs (RDF 1.1), each subject once.
final class TurtleWriter {
  private let out: ByteWriter
  private let table: PrefixTable
  private var graph: String?
  private var subject: String?
  private var predicate: String?
  private var shortForms: [String: String] = [:]

  init(_ out: ByteWriter, base: String) {
    self.out = out
    table = PrefixTable(base: base)
    for (name, iri) in table.prefixes { out.append("@prefix \(name): <\(iri)> .\n") }
  }

  /// Writes one statement; statements of one subject must follow each other.
  func statement(_ quad: RDFQuad) {
    if quad.graph != graph { enter(quad.graph) }
    if quad.subject == subject {
      if quad.predicate == predicate {
        out.literal(" , ")
      } else {
        out.literal(" ;\n    ")
        writePredicate(quad.predicate)
      }
    } else {
      endSubject()
      out.literal("\n")
      out.append(short(quad.subject))
      out.literal("\n    ")
      writePredicate(quad.predicate)
      subject = quad.subject
    }
    predicate = quad.predicate
    writeObject(quad.object)
  }

  /// Ends the last subject and graph.
  func end() {
    endSubject()
    if graph != nil { out.literal("}\n") }
    graph = nil
  }

  private func enter(_ graph: String?) {
    end()
    self.graph = graph
    if let graph {
      out.literal("\n")
      out.append(short(graph))
      out.literal(" {")
    }
  }

  private func endSubject() {
    if subject != nil { out.literal(" .\n") }
    subject = nil
    predicate = nil
  }

  private func writePredicate(_ predicate: String) {
    out.append(predicate == RDFNamespace.type ? "a" : short(predicate))
    out.literal(" ")
  }

  private func writeObject(_ object: RDFTerm) {
    switch object {
    case .node(let term): out.append(short(term))
    case .literal(let text, let suffix):
      let datatype = suffix.hasPrefix("^^") ? "^^" + short(String(suffix.dropFirst(2))) : suffix
      out.appendTerm(.literal(text, suffix: datatype))
    }
  }

  private func short(_ term: String) -> String {
    // Most terms come back many times, in runs.
    if let known = shortForms[term] { return known }
    let form = table.short(term)
    if shortForms.count < 100_000 { shortForms[term] = form }
    return form
  }
}

/// Writes the corpus seen as RDF as Turtle (default graph) or TriG (with the graph of each document).
enum TurtleExport {
  static func write(_ graph: ExtractionResult, options: ExportOptions, named: Bool, to out: ByteWriter) throws {
    let writer = TurtleWriter(out, base: options.baseIRI)
    try RDFView(graph, options: options).forEach(named: named) { writer.statement($0) }
    writer.end()
  }
}
