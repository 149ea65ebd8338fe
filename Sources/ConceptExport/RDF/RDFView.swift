import ConceptModel

/// One RDF statement; no graph means the default graph.
struct RDFQuad: Hashable {
  var subject: String
  var predicate: String
  var object: RDFTerm
  var graph: String?
}

/// The namespaces of the vocabularies that exports use.
enum RDFNamespace {
  static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  static let rdfs = "http://www.w3.org/2000/01/rdf-schema#"
  static let skos = "http://www.w3.org/2004/02/skos/core#"
  static let dct = "http://purl.org/dc/terms/"
  static let prov = "http://www.w3.org/ns/prov#"
  static let xsd = "http://www.w3.org/2001/XMLSchema#"

  static let type = "<\(rdf)type>"
  /// The language of labels and definitions.
  static let language = "@en"

  /// The property of SKOS or Dublin Core that a relation is a special case of.
  static func superproperty(of relation: String) -> String? {
    switch relation {
    case "is-a", "part-of": "<\(skos)broader>"
    case "same-as": "<\(skos)closeMatch>"
    case "maps-to": "<\(skos)relatedMatch>"
    case "authored-by": "<\(dct)creator>"
    case "about": "<\(dct)subject>"
    default: nil
    }
  }
}

/// The corpus seen as RDF: concepts as SKOS, edges in the default graph and in the graph of every document that asserts
/// them, assertions by classic reification, documents with Dublin Core and PROV.
///
/// Quads come grouped by graph and subject in an order that depends on content alone.
struct RDFView {
  typealias Body = (RDFQuad) throws -> Void

  let view: GraphView
  let iris: IRIMinter
  /// The nodes of concepts and entities by their numbers in `view`.
  private let nodeIRIs: [String]
  private let imports: ImportedGraphs?
  private let selection: GraphSelection?
  private let documentIRIs: [DocumentID: String]
  /// The dates of the documents that have one; what they say is of that date.
  private let dates: [DocumentID: String]

  init(_ graph: ExtractionResult, options: ExportOptions) {
    view = GraphView(graph)
    imports = options.imports
    selection = options.selection
    let iris = IRIMinter(base: options.baseIRI)
    self.iris = iris
    nodeIRIs = view.nodes.map { iris.concept($0.id) }
    var documents: [DocumentID: String] = [:]
    for id in graph.documents.map(\.id) { documents[id] = iris.document(id) }
    for assertion in graph.assertions {
      for id in [assertion.evidence.document, assertion.effectiveSource] where documents[id] == nil {
        documents[id] = iris.document(id)
      }
    }
    documentIRIs = documents
    let dated = graph.documents.compactMap { document in document.date.map { (document.id, $0) } }
    dates = Dictionary(dated) { first, _ in first }
  }

  func documentIRI(_ id: DocumentID) -> String { documentIRIs[id] ?? iris.document(id) }

  func nodeIRI(_ id: ConceptID) -> String { view.nodeIndex[id].map { nodeIRIs[$0] } ?? iris.concept(id) }

  /// Calls `body` with every statement, those of default graphs first; imported ones stand as they were read.
  func forEach(named: Bool, _ body: Body) throws {
    for document in view.graph.documents { try self.document(document, body) }
    var next = 0
    for (index, node) in view.nodes.enumerated() {
      try self.node(node, nodeIRIs[index], body)
      while next < view.edges.count, view.edges[next].subject == index {
        let edge = view.edges[next]
        if edge.polarity == .asserted || edge.polarity == .denied { try body(quad(edge, graph: nil)) }
        next += 1
      }
    }
    for relation in view.relations { try self.relation(relation, body) }
    try assertions(body)
    // JSON-LD and TriG cannot go back to the default graph, so that imported named graphs come behind those of documents.
    try imported(graphs: named, isNamed: false, body)
    guard named else { return }
    try namedGraphs(body)
    try imported(graphs: true, isNamed: true, body)
  }

  private func text(_ text: String) -> RDFTerm { .literal(text, suffix: RDFNamespace.language) }

  private func document(_ document: DocumentInfo, _ body: Body) throws {
    let subject = documentIRI(document.id)
    func add(_ predicate: String, _ object: RDFTerm) throws {
      try body(RDFQuad(subject: subject, predicate: predicate, object: object))
    }
    try add(RDFNamespace.type, .node(iris.vocabulary("Document")))
    try add(RDFNamespace.type, .node("<\(RDFNamespace.prov)Entity>"))
    try add("<\(RDFNamespace.dct)identifier>", .string(document.id.value))
    if let title = document.title { try add("<\(RDFNamespace.dct)title>", text(title)) }
    for author in document.authors { try add("<\(RDFNamespace.dct)creator>", .string(author)) }
    if let date = document.date { try add("<\(RDFNamespace.dct)date>", .string(date)) }
    if !document.mediaType.isEmpty { try add("<\(RDFNamespace.dct)format>", .string(document.mediaType)) }
    if !document.sha256.isEmpty { try add(iris.vocabulary("sha256"), .string(document.sha256)) }
  }

  private func node(_ node: GraphView.Node, _ subject: String, _ body: Body) throws {
    func add(_ predicate: String, _ object: RDFTerm) throws {
      try body(RDFQuad(subject: subject, predicate: predicate, object: object))
    }
    guard let concept = view.concept(node) else {
      if let kind = node.entity {
        try add(
          RDFNamespace.type, .node(iris.vocabulary(kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst())))
        try add("<\(RDFNamespace.rdfs)label>", text(node.label))
      }
      return
    }
    try add(RDFNamespace.type, .node("<\(RDFNamespace.skos)Concept>"))
    try add("<\(RDFNamespace.skos)prefLabel>", text(concept.label))
    var written: Set<String> = [concept.label]
    for label in concept.labels where written.insert(label.text).inserted {
      try add("<\(RDFNamespace.skos)\(label.kind == .hidden ? "hiddenLabel" : "altLabel")>", text(label.text))
    }
    if let gloss = concept.gloss { try add("<\(RDFNamespace.skos)definition>", text(gloss)) }
  }

  private func quad(_ edge: GraphView.Edge, graph: String?) -> RDFQuad {
    RDFQuad(
      subject: nodeIRIs[edge.subject],
      predicate: iris.relation(view.relations[edge.relation], polarity: edge.polarity),
      object: .node(nodeIRIs[edge.object]), graph: graph)
  }

  private func relation(_ relation: Relation, _ body: Body) throws {
    let subject = iris.relation(relation, polarity: .asserted)
    try body(RDFQuad(subject: subject, predicate: "<\(RDFNamespace.rdfs)label>", object: text(relation.name)))
    try body(RDFQuad(subject: subject, predicate: "<\(RDFNamespace.rdfs)comment>", object: text(relation.reading)))
    if let parent = RDFNamespace.superproperty(of: relation.name) {
      try body(RDFQuad(subject: subject, predicate: "<\(RDFNamespace.rdfs)subPropertyOf>", object: .node(parent)))
    }
  }

  private func imported(graphs: Bool, isNamed: Bool, _ body: Body) throws {
    try imports?.forEachQuad(iris: iris, graphs: graphs, isNamed: isNamed, selection: selection, body)
  }

  private func namedGraphs(_ body: Body) throws {
    var byDocument: [DocumentID: [Int]] = [:]
    for (index, edge) in view.edges.enumerated() where edge.polarity == .asserted || edge.polarity == .denied {
      for source in edge.sources { byDocument[source, default: []].append(index) }
    }
    for document in byDocument.keys.sorted() {
      let graph = documentIRI(document)
      for index in byDocument[document] ?? [] { try body(quad(view.edges[index], graph: graph)) }
    }
  }
}

extension RDFView {
  /// Every assertion as a node with its triple, source, quotation and what else is known of it.
  private func assertions(_ body: Body) throws {
    let relations = Dictionary(view.relations.map { ($0.name, $0) }) { first, _ in first }
    let terms = AssertionTerms(iris)
    var seen: [String: Int] = [:]
    for assertion in view.graph.assertions {
      var id = ContentHash.id(of: assertion)
      let count = seen[id, default: 0] + 1
      seen[id] = count
      if count > 1 { id += "-\(count)" }
      let relation = relations[assertion.relation] ?? Relation(name: assertion.relation, reading: "")
      try write(assertion, id: iris.assertion(id), relation: relation, terms, body)
    }
  }

  /// The predicates of assertions, made once.
  private struct AssertionTerms {
    let type, source, confidence, quote, rule, start, end, polarity, modality, basis, hedged, holder, date: String
    let subject = "<\(RDFNamespace.rdf)subject>"
    let predicate = "<\(RDFNamespace.rdf)predicate>"
    let object = "<\(RDFNamespace.rdf)object>"
    let derived = "<\(RDFNamespace.prov)wasDerivedFrom>"
    let integer = "^^<\(RDFNamespace.xsd)integer>"
    let decimal = "^^<\(RDFNamespace.xsd)decimal>"
    let boolean = "^^<\(RDFNamespace.xsd)boolean>"

    init(_ iris: IRIMinter) {
      type = iris.vocabulary("Assertion")
      source = iris.vocabulary("source")
      confidence = iris.vocabulary("confidence")
      quote = iris.vocabulary("quote")
      rule = iris.vocabulary("rule")
      start = iris.vocabulary("start")
      end = iris.vocabulary("end")
      polarity = iris.vocabulary("polarity")
      modality = iris.vocabulary("modality")
      basis = iris.vocabulary("basis")
      hedged = iris.vocabulary("hedged")
      holder = iris.vocabulary("holder")
      date = iris.vocabulary("date")
    }
  }

  private func write(
    _ assertion: Assertion, id: String, relation: Relation, _ terms: AssertionTerms, _ body: Body
  ) throws {
    func add(_ predicate: String, _ object: RDFTerm) throws {
      try body(RDFQuad(subject: id, predicate: predicate, object: object))
    }
    try add(RDFNamespace.type, .node(terms.type))
    try add(terms.subject, .node(nodeIRI(assertion.subject)))
    try add(terms.predicate, .node(iris.relation(relation, polarity: assertion.polarity)))
    try add(terms.object, .node(nodeIRI(assertion.object)))
    try add(terms.source, .node(documentIRI(assertion.effectiveSource)))
    try add(terms.confidence, .literal(Self.lexicalDecimal(assertion.confidence), suffix: terms.decimal))
    try add(terms.quote, .string(assertion.evidence.quote))
    try add(terms.rule, .string(assertion.rule))
    try add(terms.start, .literal(String(assertion.evidence.start), suffix: terms.integer))
    try add(terms.end, .literal(String(assertion.evidence.end), suffix: terms.integer))
    try add(terms.polarity, .string(assertion.polarity.rawValue))
    try add(terms.modality, .string(assertion.modality.rawValue))
    try add(terms.basis, .string(assertion.basis.rawValue))
    if assertion.hedged { try add(terms.hedged, .literal("true", suffix: terms.boolean)) }
    if let holder = assertion.attribution.holder { try add(terms.holder, .string(holder)) }
    if let date = assertion.date ?? dates[assertion.effectiveSource] { try add(terms.date, .string(date)) }
    if assertion.source != nil { try add(terms.derived, .node(documentIRI(assertion.evidence.document))) }
  }

  /// A confidence with at most six places; `xsd:decimal` has no exponents.
  private static func lexicalDecimal(_ value: Double) -> String {
    let text = decimal(Double(Int(min(max(value, 0), 1) * 1_000_000 + 0.5)) / 1_000_000)
    return text.contains("e") ? "0" : text
  }
}

/// Writes the corpus seen as RDF as N-Triples (default graph only) or N-Quads.
enum NTriplesExport {
  static func write(_ graph: ExtractionResult, options: ExportOptions, named: Bool, to out: ByteWriter) throws {
    let writer = NTriplesWriter(out)
    try RDFView(graph, options: options).forEach(named: named) { quad in
      writer.statement(quad.subject, quad.predicate, quad.object, graph: quad.graph)
    }
  }
}
