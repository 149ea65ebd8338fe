import ConceptGraph
import ConceptModel

/// The imported graphs of a store, for exports: as statements one after the other, or as nodes and edges.
///
/// What an export needs of them at one time does not grow with their size.
public struct ImportedGraphs {
  let source: any GraphSource
  /// The number of statements, literals included.
  let statements: Int
  /// Whether lines of edge lists give confidences, sources or quotations.
  let hasNotes: Bool
  private let read: ((StatementBatch) throws -> Void) throws -> Void

  /// More statements than this are no part of pages, pictures and records, which are made in memory.
  public static let readableStatements = 100_000

  /// - Parameter read: calls its argument with every statement, by subject and predicate.
  public init(
    source: any GraphSource, statements: Int, hasNotes: Bool,
    read: @escaping ((StatementBatch) throws -> Void) throws -> Void
  ) {
    self.source = source
    self.statements = statements
    self.hasNotes = hasNotes
    self.read = read
  }

  /// Calls `body` with every statement as a quad, as it was imported but under the given base.
  ///
  /// With `graphs`, only those of default graphs or only those of named ones; without, all, and a triple that stands in
  /// several graphs once.
  func forEachQuad(
    iris: IRIMinter, graphs: Bool, isNamed: Bool, selection: GraphSelection?, _ body: (RDFQuad) throws -> Void
  ) throws {
    let reader = StatementReader(iris: iris, selection: selection, relations: source.relations)
    var last: RDFQuad?
    try read { batch in
      for statement in batch.statements {
        if graphs, (statement.graph.count > 0) != isNamed { continue }
        guard var quad = reader.quad(statement, batch) else { continue }
        if !graphs { quad.graph = nil }
        if quad == last { continue }
        last = quad
        try body(quad)
      }
    }
  }

  /// Adds concepts and assertions to a corpus, for exports that show them together.
  func merged(into corpus: ExtractionResult) throws -> ExtractionResult {
    var out = corpus
    var known = Set(corpus.concepts.map(\.id) + corpus.entities.map(\.id))
    let declared = Set((Relation.builtIn + corpus.relations).map(\.name))
    out.relations += source.relations.filter { !declared.contains($0.name) }
    let documents = Set(corpus.documents.map(\.id))
    out.documents = (out.documents + (try source.documents.filter { !documents.contains($0.id) })).sorted {
      $0.id < $1.id
    }
    for number in 0..<source.nodeCount {
      let node = NodeID(UInt32(number))
      let info = try source.info(of: node)
      guard known.insert(info.id).inserted else { continue }
      out.concepts.append(
        Concept(
          id: info.id, label: info.displayLabel, labels: try source.labels(of: node), gloss: info.gloss))
    }
    for isDenied in [false, true] {
      try source.forEachEdge(relation: nil, denied: isDenied) { edge in
        let found = try source.assertions(
          subject: edge.subject, relation: edge.relation, object: edge.object, polarity: isDenied ? .denied : .asserted)
        out.assertions += found.filter { $0.rule == Self.rule }
        return true
      }
    }
    return out
  }

  /// The rule id of assertions that an imported graph makes.
  static let rule = "import"
}

/// Turns statements of batches into quads with terms in N-Triples form.
private struct StatementReader {
  private let iris: IRIMinter
  private let selection: GraphSelection?
  /// The names of relations by the predicates that stand for them.
  private var names: [String: String] = [:]

  init(iris: IRIMinter, selection: GraphSelection?, relations: [Relation]) {
    self.iris = iris
    self.selection = selection
    for relation in relations { if let iri = relation.iri { names[iri] = relation.name } }
  }

  func quad(_ statement: StatementBatch.Statement, _ batch: StatementBatch) -> RDFQuad? {
    let subject = id(statement.subject, statement.subjectKind, batch)
    let predicate = batch.text(statement.predicate)
    guard keeps(subject, predicate, statement, batch) else { return nil }
    var quad = RDFQuad(
      subject: iris.concept(ConceptID(subject)),
      predicate: iris.relation(
        Relation(name: predicate, reading: "", iri: IRI.isIRI(predicate) ? predicate : nil), polarity: .asserted),
      object: .node(""))
    if statement.objectKind == .literal {
      let annotation = batch.text(statement.annotation)
      let suffix = annotation.isEmpty || annotation.hasPrefix("@") ? annotation : "^^<\(annotation)>"
      quad.object = .literal(batch.text(statement.object), suffix: suffix)
    } else {
      quad.object = .node(iris.concept(ConceptID(id(statement.object, statement.objectKind, batch))))
    }
    if statement.graph.count > 0 {
      quad.graph = iris.concept(ConceptID(id(statement.graph, statement.graphKind, batch)))
    }
    return quad
  }

  private func id(
    _ slice: StatementBatch.Slice, _ kind: StatementBatch.TermKind, _ batch: StatementBatch
  ) -> String {
    kind == .blankNode ? "_:\(batch.text(slice))" : batch.text(slice)
  }

  private func keeps(
    _ subject: String, _ predicate: String, _ statement: StatementBatch.Statement, _ batch: StatementBatch
  ) -> Bool {
    guard let selection else { return true }
    guard selection.concepts.contains(ConceptID(subject)) else { return false }
    if statement.objectKind == .literal { return true }
    let object = ConceptID(id(statement.object, statement.objectKind, batch))
    guard selection.concepts.contains(object) else { return false }
    guard let edges = selection.edges else { return true }
    let edge = GraphSelection.Edge(
      subject: ConceptID(subject), relation: names[predicate] ?? predicate, object: object)
    return edges.contains(edge)
      || edges.contains(GraphSelection.Edge(subject: object, relation: edge.relation, object: edge.subject))
  }
}
