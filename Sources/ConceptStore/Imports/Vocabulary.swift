import ConceptModel

/// What the store knows about IRIs of common vocabularies: which predicates are labels, and which special cases of
/// built-in relations.
enum Vocabulary {
  /// The base under which exports name concepts, relations and documents of a store.
  static let base = "urn:distinguo:"
  static let conceptBase = base + "c:"
  static let relationBase = base + "r:"
  static let deniedRelationBase = base + "r:not-"

  static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  static let rdfs = "http://www.w3.org/2000/01/rdf-schema#"
  static let owl = "http://www.w3.org/2002/07/owl#"
  static let skos = "http://www.w3.org/2004/02/skos/core#"
  static let prefLabel = skos + "prefLabel"

  /// What the literals of a predicate are to their subject, or nil when they are no labels.
  ///
  /// SKOS Reference, section 5, and RDF Schema 1.1, section 3.6.
  static func labelKind(of predicate: String) -> LabelKind? {
    switch predicate {
    case prefLabel, rdfs + "label": .preferred
    case skos + "altLabel": .alternative
    case skos + "hiddenLabel": .hidden
    default: nil
    }
  }

  /// Whether the literals of a predicate say in words what their subject means.
  static func isGloss(_ predicate: String) -> Bool {
    predicate == skos + "definition" || predicate == skos + "scopeNote" || predicate == rdfs + "comment"
  }

  /// The relation that an imported predicate stands for, but for its name.
  static func relation(name: String, iri: String) -> Relation {
    var relation = Relation(name: name, reading: "A \(name) B, as an imported graph says", iri: iri)
    switch iri {
    case rdfs + "subClassOf", skos + "broader", skos + "broaderTransitive", skos + "broadMatch":
      relation.superRelation = "is-a"
    case rdf + "type": relation.superRelation = "instance-of"
    case skos + "exactMatch", skos + "closeMatch", owl + "equivalentClass", owl + "sameAs":
      (relation.superRelation, relation.isSymmetric) = ("same-as", true)
    case skos + "relatedMatch": (relation.superRelation, relation.isSymmetric) = ("maps-to", true)
    case skos + "related": relation.isSymmetric = true
    case owl + "disjointWith", owl + "differentFrom":
      (relation.superRelation, relation.isSymmetric, relation.isBridge) = ("different-from", true, false)
    case "http://purl.org/dc/terms/creator", "http://purl.org/dc/elements/1.1/creator":
      (relation.superRelation, relation.isBridge, relation.isProvenance) = ("authored-by", false, true)
    default: break
    }
    return relation
  }

  /// The part of an IRI behind its last `#`, `/` or `:`; the whole IRI when nothing stands there.
  static func localName(_ iri: String) -> String {
    let separators: [Unicode.Scalar] = ["#", "/", ":"]
    guard let cut = iri.unicodeScalars.lastIndex(where: { separators.contains($0) }) else { return iri }
    let name = iri[iri.unicodeScalars.index(after: cut)...]
    return name.isEmpty ? iri : String(name)
  }
}
