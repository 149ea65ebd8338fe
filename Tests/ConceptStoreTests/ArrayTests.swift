import ConceptGraph
import ConceptImport
import ConceptModel
import Testing

@testable import ConceptStore

/// Arrays hold the same edges in the same order as the tables, are kept for one state of the store, and are made when
/// they pay.
@Suite struct ArrayTests {
  /// A store with so many edges between a tenth as many nodes.
  private func store(_ folder: TemporaryFolder, edges: Int, seed: UInt64 = 3) throws -> Store {
    let store = try Store.open(folder.file("s"), mode: .write(create: true))
    try add("g.nt", edges, seed, to: store, folder)
    return store
  }

  private func add(_ name: String, _ edges: Int, _ seed: UInt64, to store: Store, _ folder: TemporaryFolder) throws {
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    var text = ""
    for _ in 0..<edges {
      text += "<http://x/n\(next(edges / 10))> <http://v/p\(next(4))> <http://x/n\(next(edges / 10))> .\n"
    }
    let path = try folder.write(Array(text.utf8), to: name)
    let info = DocumentInfo(id: DocumentID(name), path: path, mediaType: LineSyntax.nTriples.mediaType)
    try store.importGraph(info, size: text.utf8.count) { (sink) throws(Diagnostic) in
      try GraphReader.read(ByteSource(file: path), as: .nTriples) { batch in sink(batch) }
    }
  }

  private func edges(_ graph: StoreSnapshot, _ relation: RelationID? = nil) throws -> [EdgeKey] {
    var list: [EdgeKey] = []
    for denied in [false, true] {
      try graph.forEachEdge(relation: relation, denied: denied) { edge in
        list.append(edge)
        return true
      }
    }
    return list
  }

  private func neighbours(_ graph: StoreSnapshot) throws -> [[Neighbour]] {
    let some = [RelationID(UInt16(graph.relations.count - 2))]
    return try (0..<UInt32(graph.nodeCount)).flatMap { number -> [[Neighbour]] in
      var lists: [[Neighbour]] = [[], [], [], []]
      try graph.successors(of: NodeID(number), denied: false, into: &lists[0])
      try graph.predecessors(of: NodeID(number), denied: false, into: &lists[1])
      try graph.successors(of: NodeID(number), over: some, denied: false, into: &lists[2])
      try graph.predecessors(of: NodeID(number), over: some, denied: false, into: &lists[3])
      return lists
    }
  }

  @Test func arraysHoldWhatTheTablesHold() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder, edges: 600)
    let tables = try store.snapshot()
    let arrays = try store.snapshot()
    _ = try arrays.wholeGraph()
    #expect(arrays.arrayOrigin == .tables)
    #expect(try edges(tables) == edges(arrays))
    let relation = RelationID(UInt16(tables.relations.count - 1))
    #expect(try edges(tables, relation) == edges(arrays, relation))
    #expect(try neighbours(tables) == neighbours(arrays))
    #expect(tables.arrays == nil && tables.rowsRead > 0 && arrays.rowsRead == 0)
    #expect(StoreFile.size(of: folder.file("s") + "-arrays") == nil, "a small graph is not kept beside the store")
  }

  @Test func keptArraysAreThoseOfOneState() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder, edges: 60_000)
    let made = try store.snapshot()
    _ = try made.wholeGraph()
    #expect(made.arrayOrigin == .tables)
    let before = try store.snapshot()
    _ = try before.wholeGraph()
    #expect(before.arrayOrigin == .file)
    #expect(before.rowsRead == 0)
    #expect(try edges(made) == edges(before))
    let old = try store.snapshot()
    try add("h.nt", 100, 9, to: store, folder)
    // A snapshot of the state before may still use the file; one of the new state may not.
    _ = try old.wholeGraph()
    #expect(old.arrayOrigin == .file)
    let new = try store.snapshot()
    _ = try new.wholeGraph()
    #expect(new.arrayOrigin == .tables)
    #expect(try edges(new).count > edges(old).count)
  }

  @Test func aDamagedFileIsNotUsed() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder, edges: 60_000)
    _ = try store.snapshot().wholeGraph()
    let path = folder.file("s") + "-arrays"
    let size = try #require(StoreFile.size(of: path))
    let whole = try #require(StoreFile.read(path, from: 0, count: size))
    let expected = try edges(store.snapshot())
    var damages: [[UInt8]] = [[], Array(whole.dropLast(8)), whole + [0]]
    for place in [0, 9, 30, 40, 70, whole.count / 2, whole.count - 1] {
      var bytes = whole
      bytes[place] ^= 1
      damages.append(bytes)
    }
    for bytes in damages {
      _ = try folder.write(bytes, to: "s-arrays")
      let graph = try store.snapshot()
      _ = try graph.wholeGraph()
      #expect(graph.arrayOrigin == .tables)
      #expect(try edges(graph) == expected)
    }
  }

  @Test func arraysComeWhenTheyPay() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder, edges: 60_000)
    func rowsUntilArrays() throws -> (Int, ArrayOrigin?) {
      let graph = try store.snapshot()
      var list: [Neighbour] = []
      for number in 0..<UInt32(graph.nodeCount) {
        try graph.successors(of: NodeID(number), denied: false, into: &list)
        if graph.arrays != nil { break }
      }
      return (graph.rowsRead, graph.arrayOrigin)
    }
    // Half of the edges read one by one cost as much as making arrays.
    let first = try rowsUntilArrays()
    #expect(first.1 == .tables && first.0 >= 30_000 && first.0 < 60_000)
    let second = try rowsUntilArrays()
    #expect(second.1 == .file && second.0 >= 20_000 && second.0 < 21_000)
    let patient = try store.snapshot()
    patient.arrayUse = .onDemand
    _ = try neighbours(patient)
    #expect(patient.arrays == nil)
  }
}
