import ConceptModel

/// Writes a bulk graph into the emptied tables of the imports, every table in the order of its key.
struct ImportWriter {
  private let connection: Connection
  private var graph: BulkGraph
  private let nodeRanks: [UInt32]
  private let nodeOrder: [UInt32]
  private let predicateRanks: [UInt32]
  private let predicateOrder: [UInt32]

  init(_ connection: Connection, _ graph: consuming BulkGraph) {
    self.connection = connection
    var isNode = [Bool](repeating: false, count: graph.nodes.count)
    var isPredicate = [Bool](repeating: false, count: graph.predicates.count)
    for quad in graph.quads {
      isNode[Int(quad.subject)] = true
      isNode[Int(quad.object)] = true
      isPredicate[Int(quad.predicate)] = true
    }
    for literal in graph.literals {
      isNode[Int(literal.subject)] = true
      isPredicate[Int(literal.predicate)] = true
    }
    (nodeRanks, nodeOrder) = graph.nodes.sorted { isNode[$0] }
    (predicateRanks, predicateOrder) = graph.predicates.sorted { isPredicate[$0] }
    self.graph = graph
  }

  /// Writes everything and returns the number of statements of each file.
  mutating func write() throws(Diagnostic) -> [Int: Int] {
    try connection.execute(
      ["spo", "ops", "literal", "note", "node", "namespace", "predicate", "graph"].map { "DELETE FROM imported_\($0);" }
        .joined())
    try writeNames()
    var statements: [Int: Int] = [:]
    try writeNotes()
    try writeQuads(counting: &statements)
    try writeLiterals(counting: &statements)
    return statements
  }

  private func writeNames() throws(Diagnostic) {
    try writeNodes()
    var isRelation = [Bool](repeating: false, count: graph.predicates.count)
    for quad in graph.quads { isRelation[Int(quad.predicate)] = true }
    let predicate = try connection.prepare("INSERT INTO imported_predicate VALUES (?, ?, ?)")
    for (rank, number) in predicateOrder.enumerated() {
      try predicate.run(
        .integer(rank), .text(graph.predicates.text(Int(number))), .flag(isRelation[Int(number)]))
    }
    let row = try connection.prepare("INSERT INTO imported_graph VALUES (?, ?, ?)")
    for (number, item) in graph.graphs.enumerated() {
      try row.run(.integer(number), .integer(item.file), .text(optional: item.name))
    }
  }

  private func writeNodes() throws(Diagnostic) {
    let namespaces = Namespaces(of: graph.nodes, nodeOrder)
    let prefix = try connection.prepare("INSERT INTO imported_namespace VALUES (?, ?)")
    for (number, text) in namespaces.prefixes.enumerated() {
      prefix.bind(number, at: 1)
      text.withUnsafeBufferPointer { prefix.bind($0, isText: true, at: 2) }
      _ = try prefix.step()
      prefix.reset()
    }
    let inserter = try RowInserter(connection, into: "imported_node", columns: 3)
    for (rank, number) in nodeOrder.enumerated() {
      try inserter.add { row, index in
        row.bind(rank, at: index + 1)
        graph.nodes.withBytes(Int(number)) { bytes in
          let namespace = namespaces.number(for: bytes)
          row.bind(namespace, at: index + 2)
          let name = bytes[namespaces.prefixes[namespace].count...]
          row.bind(UnsafeBufferPointer(rebasing: name), isText: true, at: index + 3)
        }
      }
    }
    try inserter.finish()
  }

  private func writeNotes() throws(Diagnostic) {
    let row = try connection.prepare("INSERT OR IGNORE INTO imported_note VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    for item in graph.notes {
      try row.run(
        .integer(Int(nodeRanks[Int(item.quad.subject)])), .integer(Int(predicateRanks[Int(item.quad.predicate)])),
        .integer(Int(nodeRanks[Int(item.quad.object)])), .integer(Int(item.quad.graph)),
        .integer(Int(item.quad.line)), item.note.confidence.map(Statement.Value.real) ?? .null,
        .text(optional: item.note.source), .text(optional: item.note.quote))
    }
  }

  /// Writes both orders; of equal quads in one graph the first stays.
  private mutating func writeQuads(counting statements: inout [Int: Int]) throws(Diagnostic) {
    let counts = (nodes: nodeOrder.count, predicates: predicateOrder.count, graphs: graph.graphs.count)
    guard let layout = PackedRows.Layout(counts.nodes, counts.predicates, counts.nodes, counts.graphs) else {
      throw Diagnostic(
        code: "graph-too-large", message: "the imported graphs have too many resources for one store",
        file: connection.path, hint: "import them into several stores with --db FILE")
    }
    var keys: [UInt64] = []
    var lines: [UInt32] = []
    keys.reserveCapacity(graph.quads.count)
    lines.reserveCapacity(graph.quads.count)
    for quad in graph.quads {
      keys.append(
        layout.pack(
          nodeRanks[Int(quad.subject)], predicateRanks[Int(quad.predicate)], nodeRanks[Int(quad.object)], quad.graph))
      lines.append(quad.line)
    }
    graph.quads = []
    PackedRows.sort(&keys, &lines, bits: layout.bits)
    var counted = [Int](repeating: 0, count: counts.graphs)
    let inserter = try RowInserter(connection, into: "imported_spo", columns: 5)
    for (index, key) in keys.enumerated() where index == 0 || keys[index - 1] != key {
      let (s, p, o, g) = layout.unpack(key)
      counted[g] += 1
      try inserter.add { row, start in
        row.bind(s, at: start + 1)
        row.bind(p, at: start + 2)
        row.bind(o, at: start + 3)
        row.bind(g, at: start + 4)
        row.bind(Int(lines[index]), at: start + 5)
      }
    }
    try inserter.finish()
    for (number, count) in counted.enumerated() { statements[graph.graphs[number].file, default: 0] += count }
    lines = []
    try writeReverse(&keys, layout)
  }

  private func writeReverse(_ keys: inout [UInt64], _ layout: PackedRows.Layout) throws(Diagnostic) {
    guard let reverse = PackedRows.Layout(nodeOrder.count, predicateOrder.count, nodeOrder.count, 1) else { return }
    for index in keys.indices {
      let (s, p, o, _) = layout.unpack(keys[index])
      keys[index] = reverse.pack(UInt32(o), UInt32(p), UInt32(s), 0)
    }
    var none: [UInt32] = []
    PackedRows.sort(&keys, &none, bits: reverse.bits)
    let inserter = try RowInserter(connection, into: "imported_ops", columns: 3)
    for (index, key) in keys.enumerated() where index == 0 || keys[index - 1] != key {
      let (o, p, s, _) = reverse.unpack(key)
      try inserter.add { row, start in
        row.bind(o, at: start + 1)
        row.bind(p, at: start + 2)
        row.bind(s, at: start + 3)
      }
    }
    try inserter.finish()
  }

  private func writeLiterals(counting statements: inout [Int: Int]) throws(Diagnostic) {
    let inserter = try RowInserter(connection, into: "imported_literal", columns: 6)
    var written = [Int](repeating: 0, count: graph.graphs.count)
    var last: BulkGraph.Literal?
    for index in sortedLiterals() {
      let literal = graph.literals[index]
      if let last, isSame(last, literal) { continue }
      last = literal
      written[Int(literal.graph)] += 1
      try inserter.add { row, start in
        row.bind(Int(nodeRanks[Int(literal.subject)]), at: start + 1)
        row.bind(Int(predicateRanks[Int(literal.predicate)]), at: start + 2)
        graph.literalBytes.withUnsafeBufferPointer {
          row.bind(UnsafeBufferPointer(rebasing: $0[literal.range]), isText: true, at: start + 3)
        }
        graph.annotations.withBytes(Int(literal.annotation)) { row.bind($0, isText: true, at: start + 4) }
        row.bind(Int(literal.graph), at: start + 5)
        row.bind(Int(literal.line), at: start + 6)
      }
    }
    try inserter.finish()
    for (number, count) in written.enumerated() { statements[graph.graphs[number].file, default: 0] += count }
  }

  private func isSame(_ a: BulkGraph.Literal, _ b: BulkGraph.Literal) -> Bool {
    a.subject == b.subject && a.predicate == b.predicate && a.graph == b.graph && a.annotation == b.annotation
      && graph.literalBytes[a.range].elementsEqual(graph.literalBytes[b.range])
  }

  /// The literals by subject and predicate, then by value, annotation and graph; equal ones by line.
  private func sortedLiterals() -> [Int] {
    let keys = graph.literals.map { literal in
      UInt64(nodeRanks[Int(literal.subject)]) << 32 | UInt64(predicateRanks[Int(literal.predicate)])
    }
    return graph.literalBytes.withUnsafeBufferPointer { bytes in
      graph.literals.indices.sorted { a, b in
        if keys[a] != keys[b] { return keys[a] < keys[b] }
        let (x, y) = (graph.literals[a], graph.literals[b])
        let left = bytes[x.range]
        let right = bytes[y.range]
        if left.lexicographicallyPrecedes(right) { return true }
        if right.lexicographicallyPrecedes(left) { return false }
        return (x.annotation, x.graph, x.line) < (y.annotation, y.graph, y.line)
      }
    }
  }
}
