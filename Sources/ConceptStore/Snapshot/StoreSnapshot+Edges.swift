import ConceptGraph
import ConceptModel

extension StoreSnapshot {
  /// The edges by subject, relation and object, each once.
  public func forEachEdge(relation: RelationID?, denied: Bool, _ body: (EdgeKey) throws -> Bool) throws {
    if let arrays = loadedArrays {
      return try arrays.forEachEdge(relation: relation, denied: denied, body)
    }
    var rows = try MergedRows(self, .out, over: relation.map { [$0] }, denied: denied)
    var subject: NodeID?
    var group: [Neighbour] = []
    while let (node, neighbour) = try rows.next() {
      rowsRead += 1
      if node != subject {
        guard try emit(&group, of: subject, denied: denied, body) else { return }
        subject = node
      }
      group.append(neighbour)
    }
    _ = try emit(&group, of: subject, denied: denied, body)
  }

  /// Calls `body` with the edges of one subject and empties the list; false when it asked to stop.
  private func emit(
    _ group: inout [Neighbour], of subject: NodeID?, denied: Bool, _ body: (EdgeKey) throws -> Bool
  ) throws -> Bool {
    guard let subject else { return true }
    defer { group.removeAll(keepingCapacity: true) }
    // Several predicates may stand for one relation, an edge may have several sources, and both parts of the store
    // may hold it.
    Self.sortAndDeduplicate(&group, from: 0)
    for neighbour in group {
      let edge = EdgeKey(
        subject: subject, relation: neighbour.relation, object: neighbour.node, isDenied: denied)
      guard try body(edge) else { return false }
    }
    return true
  }
}
