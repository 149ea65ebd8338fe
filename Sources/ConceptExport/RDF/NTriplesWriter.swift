/// Writes N-Triples and N-Quads line by line (RDF 1.1); terms are given in their final form.
public final class NTriplesWriter {
  private let out: ByteWriter

  public init(_ out: ByteWriter) { self.out = out }

  /// Writes one triple; each term is `<iri>`, `_:label` or a literal made by `literal(_:language:datatype:)`.
  @inline(__always)
  public func triple(_ subject: String, _ predicate: String, _ object: String) {
    out.append(subject)
    out.append(UInt8(ascii: " "))
    out.append(predicate)
    out.append(UInt8(ascii: " "))
    out.append(object)
    out.literal(" .\n")
  }

  /// Writes one quad.
  @inline(__always)
  public func quad(_ subject: String, _ predicate: String, _ object: String, graph: String) {
    out.append(subject)
    out.append(UInt8(ascii: " "))
    out.append(predicate)
    out.append(UInt8(ascii: " "))
    out.append(object)
    out.append(UInt8(ascii: " "))
    out.append(graph)
    out.literal(" .\n")
  }

  /// A literal in N-Triples form, its text escaped.
  public static func literal(_ text: String, language: String? = nil, datatype: String? = nil) -> String {
    var bytes: [UInt8] = []
    let writer = ByteWriter(capacity: 512) { bytes += $0 }
    writer.literal("\"")
    writer.appendRDFString(text)
    writer.literal("\"")
    if let language {
      writer.append("@\(language)")
    } else if let datatype {
      writer.append("^^<\(datatype)>")
    }
    // The sink only grows an array, so that it has no error to throw.
    try? writer.finish()
    return String(decoding: bytes, as: UTF8.self)
  }
}
