import ConceptModel

/// The imported statements of a store while they are in memory: what is read from files and what was there before.
struct BulkGraph {
  /// A statement between resources.
  struct Quad {
    var subject: UInt32
    var predicate: UInt32
    var object: UInt32
    var graph: UInt32
    var line: UInt32
  }

  /// A statement whose object is a literal.
  struct Literal {
    var subject: UInt32
    var predicate: UInt32
    var graph: UInt32
    var line: UInt32
    var start: Int
    var count: UInt32
    var annotation: UInt32

    /// The bytes of the value.
    var range: Range<Int> { start..<(start + Int(count)) }
  }

  /// What a line of an edge list says beyond its triple.
  struct Note {
    var quad: Quad
    var note: StatementBatch.Note
  }

  /// A graph: the number of its file and its name, nil for the file's default graph.
  struct Graph: Hashable {
    var file: Int
    var name: String?
  }

  var nodes = ByteInterner()
  var predicates = ByteInterner()
  var annotations = ByteInterner()
  var graphs: [Graph] = []
  private var graphNumbers: [Graph: UInt32] = [:]
  var quads: [Quad] = []
  var literals: [Literal] = []
  var literalBytes: [UInt8] = []
  var notes: [Note] = []

  /// The number that stands for the file being read until the store has given it one.
  private static let newFile = -1

  /// The nodes of the labels of edge lists.
  private var labels = ByteInterner()
  private var labelNodes: [UInt32] = []
  private var scratch: [UInt8] = []

  mutating func graph(_ graph: Graph) -> UInt32 {
    if let known = graphNumbers[graph] { return known }
    let number = UInt32(graphs.count)
    graphNumbers[graph] = number
    graphs.append(graph)
    return number
  }

  /// Gives the file that was read its number.
  mutating func setNewFile(_ number: Int) {
    for index in graphs.indices where graphs[index].file == Self.newFile { graphs[index].file = number }
    graphNumbers = [:]
  }

  /// Numbers the graphs anew by the given order of their files and then by name.
  mutating func sortGraphs(files: [Int]) {
    func place(_ graph: Graph) -> Int { files.firstIndex(of: graph.file) ?? files.count }
    let order = graphs.indices.sorted { a, b in
      let (x, y) = (place(graphs[a]), place(graphs[b]))
      return x != y ? x < y : scalarLess(graphs[a].name ?? "", graphs[b].name ?? "")
    }
    var ranks = [UInt32](repeating: 0, count: graphs.count)
    for (rank, number) in order.enumerated() { ranks[number] = UInt32(rank) }
    graphs = order.map { graphs[$0] }
    if order == Array(order.indices) { return }
    for index in quads.indices { quads[index].graph = ranks[Int(quads[index].graph)] }
    for index in literals.indices { literals[index].graph = ranks[Int(literals[index].graph)] }
    for index in notes.indices { notes[index].quad.graph = ranks[Int(notes[index].quad.graph)] }
  }

  /// Adds the statements of a batch; `tag` tells the blank nodes of its file from those of others.
  mutating func add(_ batch: StatementBatch, tag: String, defaultGraph: String?) {
    var graphNumber: (name: StatementBatch.Slice, number: UInt32)?
    batch.bytes.withUnsafeBufferPointer { bytes in
      var lastSubject = StatementBatch.Slice.none
      var subject: UInt32 = 0
      for statement in batch.statements {
        if graphNumber == nil || statement.graph.count != 0 || graphNumber?.name.count != 0 {
          let name = graphName(statement, bytes, tag) ?? defaultGraph
          graphNumber = (statement.graph, self.graph(Graph(file: Self.newFile, name: name)))
        }
        let graph = graphNumber?.number ?? 0
        if lastSubject.count == 0 || statement.subjectKind == .label
          || !Self.equal(bytes, lastSubject, statement.subject)
        {
          subject = node(bytes, statement.subject, statement.subjectKind, tag, graph, statement.line)
          lastSubject = statement.subject
        }
        let predicate = self.predicate(bytes, statement.predicate)
        guard statement.objectKind != .literal else {
          append(
            bytes, statement.object, statement.annotation, subject: subject, predicate: predicate, graph: graph,
            line: statement.line)
          continue
        }
        let object = node(bytes, statement.object, statement.objectKind, tag, graph, statement.line)
        let quad = Quad(
          subject: subject, predicate: predicate, object: object, graph: graph, line: statement.line)
        quads.append(quad)
        if statement.note >= 0 { notes.append(Note(quad: quad, note: batch.notes[Int(statement.note)])) }
      }
    }
  }

  private func graphName(
    _ statement: StatementBatch.Statement, _ bytes: UnsafeBufferPointer<UInt8>, _ tag: String
  ) -> String? {
    guard statement.graph.count > 0 else { return nil }
    let text = String(decoding: bytes[statement.graph.range], as: UTF8.self)
    return statement.graphKind == .blankNode ? "_:\(tag)\(text)" : text
  }

  private static func equal(
    _ bytes: UnsafeBufferPointer<UInt8>, _ a: StatementBatch.Slice, _ b: StatementBatch.Slice
  ) -> Bool {
    guard a.count == b.count else { return false }
    for offset in 0..<Int(a.count) where bytes[Int(a.start) + offset] != bytes[Int(b.start) + offset] { return false }
    return true
  }

  private mutating func predicate(_ bytes: UnsafeBufferPointer<UInt8>, _ slice: StatementBatch.Slice) -> UInt32 {
    let buffer = UnsafeBufferPointer(rebasing: bytes[slice.range])
    guard Self.hasPrefix(buffer, Vocabulary.relationBase) else { return predicates.number(of: buffer) }
    return predicates.number(
      of: NTriples.percentDecoded(String(decoding: buffer, as: UTF8.self).dropFirst(Vocabulary.relationBase.utf8.count))
    )
  }

  private mutating func node(
    _ bytes: UnsafeBufferPointer<UInt8>, _ slice: StatementBatch.Slice, _ kind: StatementBatch.TermKind, _ tag: String,
    _ graph: UInt32, _ line: UInt32
  ) -> UInt32 {
    let buffer = UnsafeBufferPointer(rebasing: bytes[slice.range])
    switch kind {
    case .iri, .literal:
      guard Self.hasPrefix(buffer, Vocabulary.conceptBase) else { return nodes.number(of: buffer) }
      let name = String(decoding: buffer, as: UTF8.self).dropFirst(Vocabulary.conceptBase.utf8.count)
      return nodes.number(of: NTriples.percentDecoded(name))
    case .blankNode:
      scratch.removeAll(keepingCapacity: true)
      scratch.append(contentsOf: "_:\(tag)".utf8)
      scratch.append(contentsOf: buffer)
      return scratch.withUnsafeBufferPointer { nodes.number(of: $0) }
    case .label: return labelNode(buffer, graph, line)
    }
  }

  @inline(__always)
  private static func hasPrefix(_ buffer: UnsafeBufferPointer<UInt8>, _ prefix: String) -> Bool {
    // Nearly all IRIs differ in the first byte.
    buffer.first == UInt8(ascii: "u") && buffer.starts(with: prefix.utf8)
  }

  /// The concept that a label names; where the label is met first it becomes a label of the concept.
  private mutating func labelNode(
    _ label: UnsafeBufferPointer<UInt8>, _ graph: UInt32, _ line: UInt32
  ) -> UInt32 {
    let number = Int(labels.number(of: label))
    if number < labelNodes.count { return labelNodes[number] }
    let text = String(decoding: label, as: UTF8.self)
    let node = nodes.number(of: LabelKey.identifier(text))
    labelNodes.append(node)
    let start = literalBytes.count
    literalBytes.append(contentsOf: label)
    literals.append(
      Literal(
        subject: node, predicate: predicates.number(of: Vocabulary.prefLabel), graph: graph, line: line, start: start,
        count: UInt32(label.count), annotation: annotations.number(of: "")))
    return node
  }

  private mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>, _ value: StatementBatch.Slice, _ annotation: StatementBatch.Slice,
    subject: UInt32, predicate: UInt32, graph: UInt32, line: UInt32
  ) {
    let start = literalBytes.count
    literalBytes.append(contentsOf: bytes[value.range])
    literals.append(
      Literal(
        subject: subject, predicate: predicate, graph: graph, line: line, start: start, count: value.count,
        annotation: annotations.number(of: UnsafeBufferPointer(rebasing: bytes[annotation.range]))))
  }
}
