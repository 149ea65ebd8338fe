import ConceptModel

/// Writes the concepts as a SKOS concept scheme in Turtle (SKOS Reference, W3C 2009).
///
/// Every sense is a concept of its own. Definitions of several sources stand beside each other, each with its source.
/// What SKOS cannot say (denials, causes, conditions) is kept under the relation's own name, so that no conflict is lost.
struct SKOSExport {
  private let rdf: RDFView
  private let options: ExportOptions
  private let writer: TurtleWriter
  private let scheme: String

  static func write(_ graph: ExtractionResult, options: ExportOptions, to out: ByteWriter) throws {
    let rdf = RDFView(graph, options: options)
    try SKOSExport(
      rdf: rdf, options: options, writer: TurtleWriter(out, base: options.baseIRI),
      scheme: rdf.iris.vocabulary("scheme")
    ).write()
  }

  private func write() throws {
    add(scheme, RDFNamespace.type, .node(skos("ConceptScheme")))
    add(scheme, "<\(RDFNamespace.dct)title>", .literal(options.title ?? "Concepts", suffix: RDFNamespace.language))
    for document in rdf.view.graph.documents { writeDocument(document) }
    let definitions = Dictionary(grouping: rdf.view.graph.definitions, by: \.concept)
    let edges = Edges(rdf.view)
    for (index, node) in rdf.view.nodes.enumerated() {
      guard let concept = rdf.view.concept(node) else { continue }
      let subject = rdf.nodeIRI(concept.id)
      writeLabels(concept, subject, isTop: edges.broader[index] == nil)
      writeEdges(index, subject, edges)
      if let gloss = concept.gloss { add(subject, skos("definition"), text(gloss)) }
      for (number, definition) in (definitions[concept.id] ?? []).enumerated() {
        add(subject, skos("definition"), .node(definitionNode(definition, number)))
      }
      for finding in options.findings where finding.concepts.contains(concept.id) {
        add(subject, skos("editorialNote"), text("\(finding.rule) \(finding.severity.rawValue): \(finding.message)"))
      }
    }
    for concept in rdf.view.graph.concepts {
      for (number, definition) in (definitions[concept.id] ?? []).enumerated() { writeDefinition(definition, number) }
    }
    try options.imports?.forEachQuad(
      iris: rdf.iris, graphs: false, isNamed: false, selection: options.selection
    ) { writer.statement($0) }
    writer.end()
  }

  private func add(_ subject: String, _ predicate: String, _ object: RDFTerm) {
    writer.statement(RDFQuad(subject: subject, predicate: predicate, object: object))
  }

  private func skos(_ name: String) -> String { "<\(RDFNamespace.skos)\(name)>" }

  private func text(_ text: String) -> RDFTerm { .literal(text, suffix: RDFNamespace.language) }

  private func writeDocument(_ document: DocumentInfo) {
    let subject = rdf.documentIRI(document.id)
    add(subject, RDFNamespace.type, .node("<\(RDFNamespace.prov)Entity>"))
    add(subject, "<\(RDFNamespace.dct)identifier>", .string(document.id.value))
    if let title = document.title { add(subject, "<\(RDFNamespace.dct)title>", text(title)) }
    for author in document.authors { add(subject, "<\(RDFNamespace.dct)creator>", .string(author)) }
    if let date = document.date { add(subject, "<\(RDFNamespace.dct)date>", .string(date)) }
  }

  /// The preferred label names the sense too: two concepts of a scheme should not share one.
  private func writeLabels(_ concept: Concept, _ subject: String, isTop: Bool) {
    add(subject, RDFNamespace.type, .node(skos("Concept")))
    add(subject, skos("inScheme"), .node(scheme))
    if isTop { add(subject, skos("topConceptOf"), .node(scheme)) }
    add(subject, skos("notation"), .string(concept.id.value))
    add(subject, skos("prefLabel"), text(concept.displayLabel))
    var written: Set<String> = [concept.displayLabel]
    var labels = concept.labels.filter { $0.kind != .hidden }.map(\.text)
    if concept.id.sense != nil { labels.insert(concept.label, at: 0) }
    for label in labels where written.insert(label).inserted { add(subject, skos("altLabel"), text(label)) }
    for label in concept.labels where label.kind == .hidden && written.insert(label.text).inserted {
      add(subject, skos("hiddenLabel"), text(label.text))
    }
  }

  private final class Edges {
    private var known: [Int: Set<Int>] = [:]
    var broader: [Int: [Int]] = [:]
    var narrower: [Int: [Int]] = [:]
    var bySubject: [Int: [GraphView.Edge]] = [:]
    /// The other ends of symmetric and unordered relations, which SKOS calls related.
    var related: [Int: Set<Int>] = [:]

    init(_ view: GraphView) {
      for edge in view.edges where edge.polarity == .asserted || edge.polarity == .denied {
        bySubject[edge.subject, default: []].append(edge)
        let name = view.relations[edge.relation].name
        guard edge.polarity == .asserted, edge.subject != edge.object else { continue }
        if RDFNamespace.superproperty(of: name) == "<\(RDFNamespace.skos)broader>" {
          broader[edge.subject, default: []].append(edge.object)
          narrower[edge.object, default: []].append(edge.subject)
        } else if view.relations[edge.relation].isBridge && RDFNamespace.superproperty(of: name) == nil {
          related[edge.subject, default: []].insert(edge.object)
          related[edge.object, default: []].insert(edge.subject)
        }
      }
    }

    /// All concepts above one; related concepts must not be among them (SKOS integrity condition S27).
    func above(_ node: Int) -> Set<Int> {
      if let set = known[node] { return set }
      var seen: Set<Int> = []
      var queue = broader[node] ?? []
      while let next = queue.popLast() {
        if seen.insert(next).inserted { queue += broader[next] ?? [] }
      }
      known[node] = seen
      return seen
    }
  }

  private func writeEdges(_ index: Int, _ subject: String, _ edges: Edges) {
    let view = rdf.view
    func node(_ other: Int) -> RDFTerm { .node(rdf.nodeIRI(view.nodes[other].id)) }
    func isConcept(_ other: Int) -> Bool { view.nodes[other].concept != nil }
    for other in Set(edges.broader[index] ?? []).sorted() where isConcept(other) {
      add(subject, skos("broader"), node(other))
    }
    for other in Set(edges.narrower[index] ?? []).sorted() where isConcept(other) {
      add(subject, skos("narrower"), node(other))
    }
    if let related = edges.related[index] {
      let above = edges.above(index)
      for other in related.sorted() where isConcept(other) && !above.contains(other) {
        if !edges.above(other).contains(index) { add(subject, skos("related"), node(other)) }
      }
    }
    for edge in edges.bySubject[index] ?? [] {
      let relation = view.relations[edge.relation]
      if edge.polarity == .asserted, let match = RDFNamespace.superproperty(of: relation.name), match.contains("Match>")
      {
        add(subject, match, node(edge.object))
      }
      add(subject, rdf.iris.relation(relation, polarity: edge.polarity), node(edge.object))
    }
  }

  private func definitionNode(_ definition: Definition, _ number: Int) -> String {
    var hash = ContentHash()
    hash.add(definition.concept.value)
    hash.add(definition.evidence.document.value)
    hash.add(definition.text)
    hash.add(String(definition.evidence.start))
    hash.add(String(number))
    return rdf.iris.assertion("definition-" + hash.hexadecimal)
  }

  private func writeDefinition(_ definition: Definition, _ number: Int) {
    let subject = definitionNode(definition, number)
    add(subject, RDFNamespace.type, .node(rdf.iris.vocabulary("Definition")))
    add(subject, "<\(RDFNamespace.rdf)value>", text(definition.text))
    add(subject, "<\(RDFNamespace.dct)source>", .node(rdf.documentIRI(definition.evidence.document)))
    add(subject, rdf.iris.vocabulary("quote"), .string(definition.evidence.quote))
  }
}
