import ConceptModel

extension StoreSnapshot {
  /// Calls `body` with every imported statement, literals included, thousands at a time and by subject.
  ///
  /// Resources of the store itself (concepts, relations) have the kind `.label` and stand under their ids; blank nodes
  /// have labels that are unique in the store. Each statement has the graph that it was read in, empty for a default
  /// graph, and its line. What was read from documents is not among them.
  public func forEachImportedBatch(_ body: (StatementBatch) throws -> Void) throws {
    guard numbers.importedCount > 0 else { return }
    let names = try ImportedNames(connection)
    let edges = try connection.prepare("SELECT s, p, o, g, line FROM imported_spo ORDER BY s, p, o, g")
    let literals = try connection.prepare(
      "SELECT s, p, value, annotation, g, line FROM imported_literal ORDER BY s, p, value, annotation, g")
    var writer = BatchWriter(names: names, predicates: predicates.ids, graphs: passages.graphs.map(\.name))
    var hasEdge = try edges.step()
    var hasLiteral = try literals.step()
    while hasEdge || hasLiteral {
      if hasLiteral && !(hasEdge && edges.integer(0) < literals.integer(0)) {
        writer.append(literal: literals)
        hasLiteral = try literals.step()
      } else {
        writer.append(edge: edges)
        hasEdge = try edges.step()
      }
      if writer.batch.statements.count == BatchWriter.limit { try body(writer.takeBatch()) }
    }
    try body(writer.takeBatch())
  }
}

/// The ids of all imported nodes in one array, for reading every statement.
private struct ImportedNames {
  private(set) var bytes: [UInt8] = []
  private var starts: [Int] = [0]

  init(_ connection: Connection) throws(Diagnostic) {
    let rows = try connection.prepare(
      "SELECT prefix, name FROM imported_node m CROSS JOIN imported_namespace s ON s.n = namespace ORDER BY m.n")
    while try rows.step() {
      rows.withBytes(0) { bytes.append(contentsOf: $0) }
      rows.withBytes(1) { bytes.append(contentsOf: $0) }
      starts.append(bytes.count)
    }
  }

  func range(_ number: Int) -> Range<Int> { starts[number]..<starts[number + 1] }

  /// What a node is: a blank node, an IRI, or a concept of the store.
  func kind(_ number: Int) -> StatementBatch.TermKind {
    let id = bytes[range(number)]
    if id.starts(with: [UInt8(ascii: "_"), UInt8(ascii: ":")]) { return .blankNode }
    return id.contains(UInt8(ascii: ":")) ? .iri : .label
  }
}

/// Fills batches from rows of the import tables.
private struct BatchWriter {
  static let limit = 4096
  let names: ImportedNames
  let predicates: [String]
  let graphs: [String?]
  private(set) var batch = StatementBatch()

  init(names: ImportedNames, predicates: [String], graphs: [String?]) {
    self.names = names
    self.predicates = predicates
    self.graphs = graphs
  }

  mutating func takeBatch() -> StatementBatch {
    defer { batch = StatementBatch() }
    return batch
  }

  mutating func append(edge row: borrowing Statement) {
    let subject = append(node: row.integer(0))
    let predicate = append(text: predicates[row.integer(1)])
    let object = append(node: row.integer(2))
    finish(subject, predicate, object, .none, graph: row.integer(3), line: row.integer(4))
  }

  mutating func append(literal row: borrowing Statement) {
    let subject = append(node: row.integer(0))
    let predicate = append(text: predicates[row.integer(1)])
    let value = row.withBytes(2) { append($0) }
    let annotation = row.withBytes(3) { append($0) }
    finish(subject, predicate, (value, .literal), annotation, graph: row.integer(4), line: row.integer(5))
  }

  private typealias Term = (slice: StatementBatch.Slice, kind: StatementBatch.TermKind)

  private mutating func finish(
    _ subject: Term, _ predicate: Term, _ object: Term, _ annotation: StatementBatch.Slice, graph: Int, line: Int
  ) {
    var name: Term = (.none, .iri)
    if let graph = graphs[graph] {
      name = append(text: graph)
      if graph.hasPrefix("_:") {
        name = (StatementBatch.Slice(start: Int(name.slice.start) + 2, count: Int(name.slice.count) - 2), .blankNode)
      }
    }
    batch.statements.append(
      StatementBatch.Statement(
        subject: subject.slice, subjectKind: subject.kind, predicate: predicate.slice, predicateKind: predicate.kind,
        object: object.slice, objectKind: object.kind, annotation: annotation, graph: name.slice,
        graphKind: name.kind, line: line))
  }

  private mutating func append(node number: Int) -> Term {
    let kind = names.kind(number)
    // The kind says what `_:` does.
    let range = names.range(number).dropFirst(kind == .blankNode ? 2 : 0)
    let start = batch.bytes.count
    batch.bytes.append(contentsOf: names.bytes[range])
    return (StatementBatch.Slice(start: start, count: range.count), kind)
  }

  private mutating func append(text: String) -> Term {
    let start = batch.bytes.count
    batch.bytes.append(contentsOf: text.utf8)
    let kind: StatementBatch.TermKind = text.utf8.contains(UInt8(ascii: ":")) ? .iri : .label
    return (StatementBatch.Slice(start: start, count: batch.bytes.count - start), kind)
  }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) -> StatementBatch.Slice {
    let start = batch.bytes.count
    batch.bytes.append(contentsOf: bytes)
    return StatementBatch.Slice(start: start, count: bytes.count)
  }
}
