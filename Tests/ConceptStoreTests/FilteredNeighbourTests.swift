import ConceptGraph
import ConceptImport
import ConceptModel
import Testing

@testable import ConceptStore

/// Neighbours over some relations are those of all relations, filtered; few relations of a hub are sought, not read through.
@Suite struct FilteredNeighbourTests {
  /// A store with a hub that many resources know and one likes.
  private func graph(_ folder: TemporaryFolder) throws -> StoreSnapshot {
    var lines = (0..<200).map { "<http://x/n\($0)> <http://v/knows> <http://x/hub> ." }
    lines.append("<http://x/n7> <http://v/likes> <http://x/hub> .")
    lines.append("<http://x/hub> <http://v/likes> <http://x/n3> .")
    lines.append("<http://x/hub> <http://v/likes> <http://x/hub> .")
    let path = try folder.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: "hub.nt")
    let store = try Store.open(folder.file("s"), mode: .write(create: true))
    let info = DocumentInfo(id: DocumentID("hub.nt"), path: path, sha256: "h", mediaType: LineSyntax.nTriples.mediaType)
    _ = try store.importGraph(info, size: 1, graphName: nil) { (sink) throws(Diagnostic) in
      try GraphReader.read(ByteSource(file: path), as: .nTriples) { batch in sink(batch) }
    }
    return try store.snapshot()
  }

  @Test func filteredNeighboursAreThoseOfTheWantedRelations() throws {
    let graph = try graph(TemporaryFolder())
    let all = graph.relations.indices.map { RelationID(UInt16($0)) }
    for wanted in [all, Array(all.suffix(1)), Array(all.suffix(2)), Array(all.prefix(5)), []] {
      for number in 0..<graph.nodeCount {
        let node = NodeID(UInt32(number))
        var (out, into): ([Neighbour], [Neighbour]) = ([], [])
        var (allOut, allInto): ([Neighbour], [Neighbour]) = ([], [])
        try graph.successors(of: node, over: wanted, denied: false, into: &out)
        try graph.predecessors(of: node, over: wanted, denied: false, into: &into)
        try graph.successors(of: node, denied: false, into: &allOut)
        try graph.predecessors(of: node, denied: false, into: &allInto)
        #expect(out == allOut.filter { wanted.contains($0.relation) })
        #expect(into == allInto.filter { wanted.contains($0.relation) })
      }
    }
  }

  @Test func oneRelationOfAHubReadsItsOwnRows() throws {
    let graph = try graph(TemporaryFolder())
    let likes = try #require(graph.relations.firstIndex { $0.name == "likes" })
    let hub = try #require(graph.nodes(named: "http://x/hub", at: .identifier).first)
    let before = graph.rowsRead
    var list: [Neighbour] = []
    try graph.predecessors(of: hub, over: [RelationID(UInt16(likes))], denied: false, into: &list)
    #expect(list.count == 2)
    #expect(graph.rowsRead - before == 2)
  }
}
