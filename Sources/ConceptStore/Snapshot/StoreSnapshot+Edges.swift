import ConceptGraph
import ConceptModel

extension StoreSnapshot {
  /// First the edges that were read from documents and then those that only imported graphs have, each by subject.
  public func forEachEdge(relation: RelationID?, denied: Bool, _ body: (EdgeKey) throws -> Bool) throws {
    guard try forEachCorpusEdge(relation: relation, denied: denied, body) else { return }
    guard numbers.importedCount > 0 else { return }
    if let relation, predicates.predicates[relation] == nil { return }
    let rows = try connection.prepare("SELECT s, p, o FROM imported_spo ORDER BY s, p, o")
    var subject: NodeID?
    var group: [Neighbour] = []
    while try rows.step() {
      let predicate = rows.integer(1)
      guard predicates.isDenied[predicate] == denied, let found = predicates.relations[predicate],
        relation == nil || relation == found
      else { continue }
      let node = NodeID(numbers.node(imported: UInt32(truncatingIfNeeded: rows.integer(0))))
      if node != subject {
        guard try emit(&group, of: subject, denied: denied, body) else { return }
        subject = node
      }
      let other = numbers.node(imported: UInt32(truncatingIfNeeded: rows.integer(2)))
      group.append(Neighbour(relation: found, node: NodeID(other)))
    }
    _ = try emit(&group, of: subject, denied: denied, body)
  }

  /// Calls `body` with the edges of one subject and empties the list; false when it asked to stop.
  private func emit(
    _ group: inout [Neighbour], of subject: NodeID?, denied: Bool, _ body: (EdgeKey) throws -> Bool
  ) throws -> Bool {
    guard let subject else { return true }
    defer { group.removeAll(keepingCapacity: true) }
    // Several predicates may stand for one relation, and the corpus may hold the edge too.
    Self.sortAndDeduplicate(&group, from: 0)
    let known = try corpusSuccessors(of: subject, denied: denied)
    for neighbour in group where !known.contains(neighbour) {
      let edge = EdgeKey(
        subject: subject, relation: neighbour.relation, object: neighbour.node, isDenied: denied)
      guard try body(edge) else { return false }
    }
    return true
  }

  private func forEachCorpusEdge(
    relation: RelationID?, denied: Bool, _ body: (EdgeKey) throws -> Bool
  ) throws -> Bool {
    let rows = try connection.prepare("SELECT s, p, o FROM spo ORDER BY s, p, o")
    var last: EdgeKey?
    while try rows.step() {
      let predicate = rows.integer(1)
      let found = corpusRelations[predicate >> 1]
      guard (predicate & 1 == 1) == denied, relation == nil || relation == found else { continue }
      let edge = EdgeKey(
        subject: NodeID(numbers.node(derived: UInt32(truncatingIfNeeded: rows.integer(0)))), relation: found,
        object: NodeID(numbers.node(derived: UInt32(truncatingIfNeeded: rows.integer(2)))), isDenied: denied)
      // One row a source: the sources of one edge follow one another.
      if edge == last { continue }
      last = edge
      guard try body(edge) else { return false }
    }
    return true
  }
}
