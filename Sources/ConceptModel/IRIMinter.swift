/// Makes the IRIs of the store seen as RDF: `c:` concepts, `r:` relations, `d:` documents, `a:` assertions, `k:` vocabulary.
///
/// An id that is an IRI or a blank node itself (an imported resource) stays what it is.
public struct IRIMinter: Sendable {
  /// The beginning of every IRI, such as `urn:distinguo:`.
  public let base: String

  public init(base: String = "urn:distinguo:") { self.base = base }

  /// A term in N-Triples form: `<iri>`, or `_:b0` for an imported blank node.
  public func concept(_ id: ConceptID) -> String {
    if id.value.hasPrefix("_:") { return id.value }
    // Ids of our own have no colon.
    if id.value.utf8.contains(0x3A) { return Self.reference(id.value) }
    // The first # separates a sense from its label and may stand as the fragment of the IRI.
    let parts = id.value.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    return "<\(base)c:" + parts.map { Self.escaped(String($0)) }.joined(separator: "#") + ">"
  }

  /// The predicate of the edges of a relation in N-Triples form; other polarities have predicates of their own.
  public func relation(_ relation: Relation, polarity: Polarity) -> String {
    if let iri = relation.iri, polarity == .asserted { return Self.reference(iri) }
    let name = Self.escaped(relation.name)
    switch polarity {
    case .asserted: return "<\(base)r:\(name)>"
    case .denied: return "<\(base)r:not-\(name)>"
    case .questioned: return "<\(base)r:not-known-\(name)>"
    case .hypothetical: return "<\(base)r:not-claimed-\(name)>"
    }
  }

  /// The named graph of a document in N-Triples form.
  public func document(_ id: DocumentID) -> String {
    Self.isIRI(id.value) ? "<\(Self.escaped(id.value, keeping: "#%[]?"))>" : "<\(base)d:\(Self.escaped(id.value))>"
  }

  /// A class or property of the vocabulary in which assertions and documents are described.
  public func vocabulary(_ name: String) -> String { "<\(base)k:\(name)>" }

  /// An assertion by the hash of its content.
  public func assertion(_ id: String) -> String { "<\(base)a:\(id)>" }

  /// An imported IRI as it is, but for characters that cannot stand between angle brackets (N-Triples, IRIREF).
  private static func reference(_ iri: String) -> String {
    let isClean = iri.utf8.allSatisfy { byte in
      byte > 0x20 && byte != 0x3C && byte != 0x3E && byte != 0x22 && byte != 0x7B && byte != 0x7D && byte != 0x7C
        && byte != 0x5E && byte != 0x60 && byte != 0x5C
    }
    return isClean ? "<\(iri)>" : "<\(escaped(iri, keeping: "#%[]?"))>"
  }

  /// Whether a text begins like an IRI: a scheme of at least two characters, a colon, and no space anywhere.
  public static func isIRI(_ text: String) -> Bool {
    guard let colon = text.utf8.firstIndex(of: 0x3A), !text.utf8.contains(0x20) else { return false }
    let scheme = text.utf8[..<colon]
    guard scheme.count >= 2, let first = scheme.first, isASCIILetter(first) else { return false }
    let rest = text.utf8[text.utf8.index(after: colon)...]
    let isScheme = scheme.allSatisfy { isASCIILetter($0) || (0x30...0x39).contains($0) || "+-.".utf8.contains($0) }
    return isScheme && (rest.starts(with: "//".utf8) || text.hasPrefix("urn:") || text.hasPrefix("mailto:"))
  }

  private static func isASCIILetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// The text with every character that an IRI (RFC 3987) may not hold at this place as `%XX` of its UTF-8 bytes.
  public static func escaped(_ text: String, keeping kept: String = "") -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      if isAllowed(scalar) || kept.unicodeScalars.contains(scalar) {
        out.unicodeScalars.append(scalar)
      } else {
        for byte in String(scalar).utf8 {
          let hex = String(byte, radix: 16, uppercase: true)
          out += "%" + (hex.count == 1 ? "0" : "") + hex
        }
      }
    }
    return out
  }

  /// A relative reference (RFC 3986, ASCII only) from a document id; an id that is an IRI keeps its scheme.
  public static func uriReference(_ id: String) -> String {
    if isIRI(id) { return escaped(id, keeping: "#%[]?") }
    var out = ""
    for byte in id.utf8 {
      let scalar = Unicode.Scalar(byte)
      // A colon in the first part would read as the end of a scheme.
      if byte < 0x80 && isAllowed(scalar) && scalar != ":" {
        out.unicodeScalars.append(scalar)
      } else {
        out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return out
  }

  /// `ipchar` and `/` of RFC 3987, without the percent sign.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", "!", "$", "&", "'", "(", ")", "*", "+", ",", ";", "=",
      ":", "@", "/":
      return true
    default: break
    }
    switch scalar.value {
    case 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF, 0x10000...0x1FFFD, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
      0x40000...0xDFFFD, 0xE1000...0xEFFFD:
      // White space and marks that turn the direction of text are legal in part but mislead the eye.
      let category = scalar.properties.generalCategory
      return !scalar.properties.isWhitespace && category != .format && category != .unassigned
    default: return false
    }
  }
}
