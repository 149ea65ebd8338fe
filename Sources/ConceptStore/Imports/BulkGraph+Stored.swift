import ConceptModel

extension BulkGraph {
  /// Adds what the store has imported before, but for one file.
  mutating func addStored(_ connection: Connection, except file: Int?) throws(Diagnostic) {
    var nodeNumbers: [UInt32] = []
    let nodeRows = try connection.prepare("SELECT id FROM imported_resource ORDER BY n")
    while try nodeRows.step() { nodeNumbers.append(nodeRows.withBytes(0) { nodes.number(of: $0) }) }
    var predicateNumbers: [UInt32] = []
    let predicateRows = try connection.prepare("SELECT id FROM imported_predicate ORDER BY n")
    while try predicateRows.step() {
      predicateNumbers.append(predicateRows.withBytes(0) { predicates.number(of: $0) })
    }
    // A graph of the excluded file has no number; its statements are left out.
    var graphNumbers: [UInt32?] = []
    let graphRows = try connection.prepare("SELECT file, name FROM imported_graph ORDER BY n")
    while try graphRows.step() {
      let number = graphRows.integer(0)
      let name = graphRows.text(optional: 1)
      graphNumbers.append(number == file ? nil : graph(Graph(file: number, name: name)))
    }
    try addStoredQuads(connection, nodeNumbers, predicateNumbers, graphNumbers)
    try addStoredLiterals(connection, nodeNumbers, predicateNumbers, graphNumbers)
  }

  private mutating func addStoredQuads(
    _ connection: Connection, _ nodes: [UInt32], _ predicates: [UInt32], _ graphs: [UInt32?]
  ) throws(Diagnostic) {
    let rows = try connection.prepare("SELECT s, p, o, g, line FROM imported_spo")
    while try rows.step() {
      guard let graph = graphs[rows.integer(3)] else { continue }
      quads.append(
        Quad(
          subject: nodes[rows.integer(0)], predicate: predicates[rows.integer(1)], object: nodes[rows.integer(2)],
          graph: graph, line: UInt32(truncatingIfNeeded: rows.integer(4))))
    }
    let noteRows = try connection.prepare(
      "SELECT s, p, o, g, line, confidence, source, quote FROM imported_note")
    while try noteRows.step() {
      guard let graph = graphs[noteRows.integer(3)] else { continue }
      let quad = Quad(
        subject: nodes[noteRows.integer(0)], predicate: predicates[noteRows.integer(1)],
        object: nodes[noteRows.integer(2)], graph: graph, line: UInt32(truncatingIfNeeded: noteRows.integer(4)))
      let note = StatementBatch.Note(
        confidence: noteRows.isNull(5) ? nil : noteRows.real(5), source: noteRows.text(optional: 6),
        quote: noteRows.text(optional: 7))
      notes.append(Note(quad: quad, note: note))
    }
  }

  private mutating func addStoredLiterals(
    _ connection: Connection, _ nodes: [UInt32], _ predicates: [UInt32], _ graphs: [UInt32?]
  ) throws(Diagnostic) {
    let rows = try connection.prepare("SELECT s, p, value, annotation, g, line FROM imported_literal")
    while try rows.step() {
      guard let graph = graphs[rows.integer(4)] else { continue }
      let start = literalBytes.count
      rows.withBytes(2) { literalBytes.append(contentsOf: $0) }
      literals.append(
        Literal(
          subject: nodes[rows.integer(0)], predicate: predicates[rows.integer(1)], graph: graph,
          line: UInt32(truncatingIfNeeded: rows.integer(5)), start: start,
          count: UInt32(literalBytes.count - start),
          annotation: rows.withBytes(3) { annotations.number(of: $0) }))
    }
  }
}
