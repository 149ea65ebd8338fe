import ConceptModel

/// Writes the default graph of the corpus seen as RDF as RDF/XML (RDF 1.1 XML Syntax).
///
/// RDF/XML needs every predicate as an XML name; a relation whose name has no letter cannot be written and is refused.
struct RDFXMLExport {
  private let out: ByteWriter
  private let table: PrefixTable

  static func write(_ graph: ExtractionResult, options: ExportOptions, to out: ByteWriter) throws {
    let export = RDFXMLExport(out: out, table: PrefixTable(base: options.baseIRI))
    export.begin()
    var subject: String?
    var failure: Diagnostic?
    try RDFView(graph, options: options).forEach(named: false) { quad in
      if quad.subject != subject {
        if subject != nil { out.literal("</rdf:Description>\n") }
        subject = quad.subject
        export.open(quad.subject)
      }
      if !export.property(quad.predicate, quad.object) && failure == nil {
        failure = Diagnostic(
          code: "not-expressible", message: "RDF/XML has no name for the predicate \(quad.predicate)",
          hint: "export as turtle or nquads instead")
      }
    }
    if subject != nil { out.literal("</rdf:Description>\n") }
    out.literal("</rdf:RDF>\n")
    if let failure { throw failure }
  }

  private func begin() {
    out.literal("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF")
    for (name, iri) in table.prefixes {
      out.append("\n  xmlns:\(name)=\"")
      out.appendXML(iri)
      out.literal("\"")
    }
    out.literal(">\n")
  }

  private func open(_ subject: String) {
    out.literal("<rdf:Description ")
    if subject.hasPrefix("_:") {
      out.append("rdf:nodeID=\"\(subject.dropFirst(2))\">\n")
    } else {
      out.literal("rdf:about=\"")
      out.appendXML(String(subject.dropFirst().dropLast()))
      out.literal("\">\n")
    }
  }

  /// Writes one property element; false when its predicate has no XML name.
  private func property(_ predicate: String, _ object: RDFTerm) -> Bool {
    guard let (name, declaration) = element(predicate) else { return false }
    out.append("  <\(name)\(declaration)")
    switch object {
    case .node(let term) where term.hasPrefix("_:"): out.append(" rdf:nodeID=\"\(term.dropFirst(2))\"/>\n")
    case .node(let term):
      out.literal(" rdf:resource=\"")
      out.appendXML(String(term.dropFirst().dropLast()))
      out.literal("\"/>\n")
    case .literal(let text, let suffix):
      if suffix.hasPrefix("@") { out.append(" xml:lang=\"\(suffix.dropFirst())\"") }
      if suffix.hasPrefix("^^<") {
        out.literal(" rdf:datatype=\"")
        out.appendXML(String(suffix.dropFirst(3).dropLast()))
        out.literal("\"")
      }
      out.literal(">")
      out.appendXML(text)
      out.append("</\(name)>\n")
    }
    return true
  }

  /// A qualified name, with the declaration of a namespace of its own when no prefix fits.
  private func element(_ predicate: String) -> (name: String, declaration: String)? {
    if let (prefix, local) = table.split(predicate), Self.isName(local) { return ("\(prefix):\(local)", "") }
    let iri = Array(predicate.dropFirst().dropLast().unicodeScalars)
    var start = iri.count
    while start > 0, Self.isNameCharacter(iri[start - 1]) { start -= 1 }
    while start < iri.count, !Self.isNameStart(iri[start]) { start += 1 }
    guard start < iri.count, start > 0 else { return nil }
    var local = String.UnicodeScalarView()
    local.append(contentsOf: iri[start...])
    var namespace = String.UnicodeScalarView()
    namespace.append(contentsOf: iri[..<start])
    let escaped = String(namespace).split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&amp;")
    return ("p:\(String(local))", " xmlns:p=\"\(escaped)\"")
  }

  private static func isName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, isNameStart(first) else { return false }
    return text.unicodeScalars.allSatisfy(isNameCharacter)
  }

  private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "_": true
    default: false
    }
  }

  private static func isNameCharacter(_ scalar: Unicode.Scalar) -> Bool {
    isNameStart(scalar) || ("0"..."9").contains(scalar) || scalar == "-" || scalar == "."
  }
}
