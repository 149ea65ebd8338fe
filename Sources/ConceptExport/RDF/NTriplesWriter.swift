/// An RDF term: an IRI or blank node in its final form, or a literal whose text is still to be escaped.
public enum RDFTerm: Hashable, Sendable {
  /// `<iri>` or `_:label`.
  case node(String)
  /// A text with `@language`, `^^<datatype>` or nothing behind it.
  case literal(String, suffix: String)

  /// A literal of a datatype.
  static func typed(_ text: String, _ datatype: String) -> RDFTerm { .literal(text, suffix: "^^<\(datatype)>") }

  /// A plain string.
  static func string(_ text: String) -> RDFTerm { .literal(text, suffix: "") }
}

/// Writes N-Triples and N-Quads line by line (RDF 1.1).
public final class NTriplesWriter {
  private let out: ByteWriter

  public init(_ out: ByteWriter) { self.out = out }

  /// Writes one triple between nodes; each is `<iri>` or `_:label`.
  @inline(__always)
  public func triple(_ subject: String, _ predicate: String, _ object: String) {
    let isWritten = withBytes(of: subject) { subject in
      withBytes(of: predicate) { predicate in
        withBytes(of: object) { object in
          out.row(size: 8 + subject.count + predicate.count + object.count) { row in
            row.put(subject)
            row.put(" ")
            row.put(predicate)
            row.put(" ")
            row.put(object)
            row.put(" .\n")
          }
        }
      }
    }
    if isWritten { return }
    out.append(subject)
    out.append(UInt8(ascii: " "))
    out.append(predicate)
    out.append(UInt8(ascii: " "))
    out.append(object)
    out.literal(" .\n")
  }

  /// Writes one triple, or a quad when a graph is given.
  public func statement(_ subject: String, _ predicate: String, _ object: RDFTerm, graph: String? = nil) {
    out.append(subject)
    out.append(UInt8(ascii: " "))
    out.append(predicate)
    out.append(UInt8(ascii: " "))
    out.appendTerm(object)
    if let graph {
      out.append(UInt8(ascii: " "))
      out.append(graph)
    }
    out.literal(" .\n")
  }
}

extension ByteWriter {
  func appendTerm(_ term: RDFTerm) {
    switch term {
    case .node(let text): append(text)
    case .literal(let text, let suffix):
      append(UInt8(ascii: "\""))
      appendRDFString(text)
      append(UInt8(ascii: "\""))
      append(suffix)
    }
  }
}
