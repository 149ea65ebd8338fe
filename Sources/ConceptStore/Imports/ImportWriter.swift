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
      ["spo", "ops", "literal", "note", "node", "predicate", "graph"].map { "DELETE FROM imported_\($0);" }.joined())
    try writeNames()
    var statements: [Int: Int] = [:]
    try writeNotes()
    try writeQuads(counting: &statements)
    try writeLiterals(counting: &statements)
    return statements
  }

  private func writeNames() throws(Diagnostic) {
    let node = try connection.prepare("INSERT INTO imported_node VALUES (?, ?)", isKept: true)
    for (rank, number) in nodeOrder.enumerated() {
      node.bind(rank, at: 1)
      graph.nodes.withBytes(Int(number)) { node.bind($0, isText: true, at: 2) }
      _ = try node.step()
      node.reset()
    }
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
    let row = try connection.prepare("INSERT INTO imported_spo VALUES (?, ?, ?, ?, ?)", isKept: true)
    for (index, key) in keys.enumerated() where index == 0 || keys[index - 1] != key {
      let (s, p, o, g) = layout.unpack(key)
      counted[g] += 1
      row.bind(s, at: 1)
      row.bind(p, at: 2)
      row.bind(o, at: 3)
      row.bind(g, at: 4)
      row.bind(Int(lines[index]), at: 5)
      _ = try row.step()
      row.reset()
    }
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
    let row = try connection.prepare("INSERT INTO imported_ops VALUES (?, ?, ?)", isKept: true)
    for (index, key) in keys.enumerated() where index == 0 || keys[index - 1] != key {
      let (o, p, s, _) = reverse.unpack(key)
      row.bind(o, at: 1)
      row.bind(p, at: 2)
      row.bind(s, at: 3)
      _ = try row.step()
      row.reset()
    }
  }

  private func writeLiterals(counting statements: inout [Int: Int]) throws(Diagnostic) {
    let order = sortedLiterals()
    let row = try connection.prepare("INSERT OR IGNORE INTO imported_literal VALUES (?, ?, ?, ?, ?, ?)", isKept: true)
    var written = [Int](repeating: 0, count: graph.graphs.count)
    for index in order {
      let literal = graph.literals[index]
      row.bind(Int(nodeRanks[Int(literal.subject)]), at: 1)
      row.bind(Int(predicateRanks[Int(literal.predicate)]), at: 2)
      graph.literalBytes.withUnsafeBufferPointer {
        let range = literal.start..<(literal.start + Int(literal.count))
        row.bind(UnsafeBufferPointer(rebasing: $0[range]), isText: true, at: 3)
      }
      graph.annotations.withBytes(Int(literal.annotation)) { row.bind($0, isText: true, at: 4) }
      row.bind(Int(literal.graph), at: 5)
      row.bind(Int(literal.line), at: 6)
      _ = try row.step()
      row.reset()
      written[Int(literal.graph)] += connection.changes
    }
    for (number, count) in written.enumerated() { statements[graph.graphs[number].file, default: 0] += count }
  }

  /// The literals by subject and predicate, then by value, annotation and graph.
  private func sortedLiterals() -> [Int] {
    let keys = graph.literals.map { literal in
      UInt64(nodeRanks[Int(literal.subject)]) << 32 | UInt64(predicateRanks[Int(literal.predicate)])
    }
    return graph.literalBytes.withUnsafeBufferPointer { bytes in
      graph.literals.indices.sorted { a, b in
        if keys[a] != keys[b] { return keys[a] < keys[b] }
        let (x, y) = (graph.literals[a], graph.literals[b])
        let left = bytes[x.start..<(x.start + Int(x.count))]
        let right = bytes[y.start..<(y.start + Int(y.count))]
        if left.lexicographicallyPrecedes(right) { return true }
        if right.lexicographicallyPrecedes(left) { return false }
        return (x.annotation, x.graph, x.line) < (y.annotation, y.graph, y.line)
      }
    }
  }
}
