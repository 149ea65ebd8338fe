/// The prefixes that an RDF export declares, and the short form of the IRIs under them.
struct PrefixTable {
  let prefixes: [(name: String, iri: String)]

  init(base: String) {
    prefixes = [
      ("c", base + "c:"), ("r", base + "r:"), ("d", base + "d:"), ("a", base + "a:"), ("k", base + "k:"),
      ("rdf", RDFNamespace.rdf), ("rdfs", RDFNamespace.rdfs), ("skos", RDFNamespace.skos), ("dct", RDFNamespace.dct),
      ("prov", RDFNamespace.prov), ("xsd", RDFNamespace.xsd),
    ]
  }

  /// `prefix:local` for an IRI in angle brackets when its rest needs no escape but that of `#`; else the term itself.
  func short(_ term: String) -> String {
    guard let (name, local) = split(term), Self.isPlainLocal(local) else { return term }
    var out = name + ":"
    for character in local.unicodeScalars {
      if character == "#" { out += "\\" }
      out.unicodeScalars.append(character)
    }
    return out
  }

  /// The prefix and the rest of an IRI in angle brackets.
  func split(_ term: String) -> (name: String, local: String)? {
    guard term.hasPrefix("<"), term.hasSuffix(">") else { return nil }
    let iri = term.dropFirst().dropLast()
    for (name, start) in prefixes where iri.hasPrefix(start) { return (name, String(iri.dropFirst(start.count))) }
    return nil
  }

  /// Letters, digits, `_`, `-`, `#`, and dots inside: a subset of PN_LOCAL that all readers agree on.
  private static func isPlainLocal(_ local: String) -> Bool {
    guard let first = local.unicodeScalars.first, let last = local.unicodeScalars.last else { return false }
    if first == "-" || first == "." || first == "#" || last == "." { return false }
    return local.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".", "#": true
      default: false
      }
    }
  }
}
