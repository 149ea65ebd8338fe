import ConceptModel

/// One RDF statement with terms in N-Triples form; no graph means the default graph.
struct RDFQuad: Hashable {
  var subject: String
  var predicate: String
  var object: String
  var graph: String?
}

/// The corpus seen as RDF: concepts as SKOS, edges in the default graph and in the graph of every document that asserts
/// them, assertions by classic reification, documents with Dublin Core and PROV.
///
/// Quads come grouped by subject in an order that depends on content alone.
struct RDFView {
  static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  static let rdfs = "http://www.w3.org/2000/01/rdf-schema#"
  static let skos = "http://www.w3.org/2004/02/skos/core#"
  static let dct = "http://purl.org/dc/terms/"
  static let prov = "http://www.w3.org/ns/prov#"
  static let xsd = "http://www.w3.org/2001/XMLSchema#"
  static let language = "en"

  let view: GraphView
  let iris: IRIMinter
  private let type = "<\(rdf)type>"
  private let relations: [String: Relation]

  init(_ graph: ExtractionResult, base: String) {
    view = GraphView(graph)
    iris = IRIMinter(base: base)
    relations = Dictionary(view.relations.map { ($0.name, $0) }) { first, _ in first }
  }

  /// Calls `body` with every statement, those of the default graph first.
  func forEach(named: Bool, _ body: (RDFQuad) -> Void) {
    for document in view.graph.documents { self.document(document, body) }
    var next = 0
    for (index, node) in view.nodes.enumerated() {
      self.node(node, body)
      while next < view.edges.count, view.edges[next].subject == index {
        edge(view.edges[next], body)
        next += 1
      }
    }
    for relation in view.relations { self.relation(relation, body) }
    assertions(body)
    if named { namedGraphs(body) }
  }

  private func text(_ text: String) -> String { NTriplesWriter.literal(text, language: Self.language) }

  private func document(_ document: DocumentInfo, _ body: (RDFQuad) -> Void) {
    let subject = iris.document(document.id)
    body(RDFQuad(subject: subject, predicate: type, object: iris.vocabulary("Document")))
    body(RDFQuad(subject: subject, predicate: type, object: "<\(Self.prov)Entity>"))
    body(
      RDFQuad(
        subject: subject, predicate: "<\(Self.dct)identifier>", object: NTriplesWriter.literal(document.id.value)))
    if let title = document.title {
      body(RDFQuad(subject: subject, predicate: "<\(Self.dct)title>", object: text(title)))
    }
    for author in document.authors {
      body(RDFQuad(subject: subject, predicate: "<\(Self.dct)creator>", object: NTriplesWriter.literal(author)))
    }
    if let date = document.date {
      body(RDFQuad(subject: subject, predicate: "<\(Self.dct)date>", object: NTriplesWriter.literal(date)))
    }
    if !document.mediaType.isEmpty {
      let type = NTriplesWriter.literal(document.mediaType)
      body(RDFQuad(subject: subject, predicate: "<\(Self.dct)format>", object: type))
    }
    if !document.sha256.isEmpty {
      let hash = NTriplesWriter.literal(document.sha256)
      body(RDFQuad(subject: subject, predicate: iris.vocabulary("sha256"), object: hash))
    }
  }

  private func node(_ node: GraphView.Node, _ body: (RDFQuad) -> Void) {
    let subject = iris.concept(node.id)
    guard let concept = view.concept(node) else {
      if let kind = node.entity {
        let name = kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()
        body(RDFQuad(subject: subject, predicate: type, object: iris.vocabulary(name)))
        body(RDFQuad(subject: subject, predicate: "<\(Self.rdfs)label>", object: text(node.label)))
      }
      return
    }
    body(RDFQuad(subject: subject, predicate: type, object: "<\(Self.skos)Concept>"))
    body(RDFQuad(subject: subject, predicate: "<\(Self.skos)prefLabel>", object: text(concept.label)))
    var written: Set<String> = [concept.label]
    for label in concept.labels where written.insert(label.text).inserted {
      let predicate = label.kind == .hidden ? "hiddenLabel" : "altLabel"
      body(RDFQuad(subject: subject, predicate: "<\(Self.skos)\(predicate)>", object: text(label.text)))
    }
    if let gloss = concept.gloss {
      body(RDFQuad(subject: subject, predicate: "<\(Self.skos)definition>", object: text(gloss)))
    }
  }

  private func edge(_ edge: GraphView.Edge, _ body: (RDFQuad) -> Void) {
    guard edge.polarity == .asserted || edge.polarity == .denied else { return }
    body(quad(edge, graph: nil))
  }

  private func quad(_ edge: GraphView.Edge, graph: String?) -> RDFQuad {
    RDFQuad(
      subject: iris.concept(view.nodes[edge.subject].id),
      predicate: iris.relation(view.relations[edge.relation], polarity: edge.polarity),
      object: iris.concept(view.nodes[edge.object].id), graph: graph)
  }

  private func relation(_ relation: Relation, _ body: (RDFQuad) -> Void) {
    let subject = iris.relation(relation, polarity: .asserted)
    body(RDFQuad(subject: subject, predicate: "<\(Self.rdfs)label>", object: text(relation.name)))
    body(RDFQuad(subject: subject, predicate: "<\(Self.rdfs)comment>", object: text(relation.reading)))
    guard let parent = Self.standardSuperproperty(relation.name) else { return }
    body(RDFQuad(subject: subject, predicate: "<\(Self.rdfs)subPropertyOf>", object: "<\(parent)>"))
  }

  /// The property of SKOS or Dublin Core that a relation is a special case of.
  static func standardSuperproperty(_ relation: String) -> String? {
    switch relation {
    case "is-a", "part-of": skos + "broader"
    case "same-as": skos + "closeMatch"
    case "maps-to": skos + "relatedMatch"
    case "authored-by": dct + "creator"
    case "about": dct + "subject"
    default: nil
    }
  }

  private func assertions(_ body: (RDFQuad) -> Void) {
    var seen: [String: Int] = [:]
    for assertion in view.graph.assertions {
      var id = ContentHash.id(of: assertion)
      let count = seen[id, default: 0] + 1
      seen[id] = count
      if count > 1 { id += "-\(count)" }
      self.assertion(assertion, id: iris.assertion(id), body)
    }
  }

  private func assertion(_ assertion: Assertion, id: String, _ body: (RDFQuad) -> Void) {
    let relation = relations[assertion.relation] ?? Relation(name: assertion.relation, reading: "")
    func add(_ predicate: String, _ object: String) {
      body(RDFQuad(subject: id, predicate: predicate, object: object))
    }
    func number(_ value: Int) -> String { NTriplesWriter.literal(String(value), datatype: Self.xsd + "integer") }
    add(type, iris.vocabulary("Assertion"))
    add("<\(Self.rdf)subject>", iris.concept(assertion.subject))
    add("<\(Self.rdf)predicate>", iris.relation(relation, polarity: assertion.polarity))
    add("<\(Self.rdf)object>", iris.concept(assertion.object))
    add(iris.vocabulary("source"), iris.document(assertion.effectiveSource))
    add(
      iris.vocabulary("confidence"),
      NTriplesWriter.literal(decimalLexical(assertion.confidence), datatype: Self.xsd + "decimal"))
    add(iris.vocabulary("quote"), NTriplesWriter.literal(assertion.evidence.quote))
    add(iris.vocabulary("rule"), NTriplesWriter.literal(assertion.rule))
    add(iris.vocabulary("start"), number(assertion.evidence.start))
    add(iris.vocabulary("end"), number(assertion.evidence.end))
    add(iris.vocabulary("polarity"), NTriplesWriter.literal(assertion.polarity.rawValue))
    add(iris.vocabulary("modality"), NTriplesWriter.literal(assertion.modality.rawValue))
    add(iris.vocabulary("basis"), NTriplesWriter.literal(assertion.basis.rawValue))
    if assertion.hedged {
      add(iris.vocabulary("hedged"), NTriplesWriter.literal("true", datatype: Self.xsd + "boolean"))
    }
    if let holder = assertion.attribution.holder { add(iris.vocabulary("holder"), NTriplesWriter.literal(holder)) }
    if assertion.source != nil {
      add("<\(Self.prov)wasDerivedFrom>", iris.document(assertion.evidence.document))
    }
  }

  /// `xsd:decimal` has no exponents; confidences have at most six places here.
  private func decimalLexical(_ value: Double) -> String {
    let text = decimal((value * 1_000_000).rounded() / 1_000_000)
    return text.contains("e") ? "0" : text
  }

  private func namedGraphs(_ body: (RDFQuad) -> Void) {
    var byDocument: [DocumentID: [Int]] = [:]
    for (index, edge) in view.edges.enumerated() where edge.polarity == .asserted || edge.polarity == .denied {
      for source in edge.sources { byDocument[source, default: []].append(index) }
    }
    for document in byDocument.keys.sorted() {
      let graph = iris.document(document)
      for index in byDocument[document] ?? [] { body(quad(view.edges[index], graph: graph)) }
    }
  }
}

/// Writes the corpus seen as RDF as N-Triples (default graph only) or N-Quads.
enum NTriplesExport {
  static func write(_ graph: ExtractionResult, options: ExportOptions, named: Bool, to out: ByteWriter) {
    let writer = NTriplesWriter(out)
    RDFView(graph, base: options.baseIRI).forEach(named: named) { quad in
      if let graph = quad.graph {
        writer.quad(quad.subject, quad.predicate, quad.object, graph: graph)
      } else {
        writer.triple(quad.subject, quad.predicate, quad.object)
      }
    }
  }
}
