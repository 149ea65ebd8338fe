import ConceptModel
import Synchronization

/// All edges of a graph in arrays, both ways round: what searches walk without asking the source for each node.
///
/// A row has the same neighbours in the same order as `successors` and `predecessors` of the source that it was read
/// from, so that a search gives the same answer over either.
public final class EdgeArrays: Sendable {
  /// One polarity in both directions.
  public struct Directions: Hashable, Sendable {
    public let out: Adjacency
    public let into: Adjacency
    public init(out: Adjacency, into: Adjacency) {
      self.out = out
      self.into = into
    }
  }

  public let asserted: Directions
  public let denied: Directions
  /// The subjects of the asserted edges of every relation, made when an edge of one relation is first asked for.
  private let subjects = Mutex<[RelationID: [NodeID]]?>(nil)

  public init(asserted: Directions, denied: Directions) {
    self.asserted = asserted
    self.denied = denied
  }

  /// The number of edges of either polarity.
  public var edgeCount: Int { asserted.out.count + denied.out.count }

  @inline(__always)
  func directions(denied isDenied: Bool) -> Directions { isDenied ? denied : asserted }

  /// Calls `body` with every edge by subject, relation and object, until it returns false.
  ///
  /// Of one relation only the rows of its subjects are looked at.
  public func forEachEdge(relation: RelationID?, denied isDenied: Bool, _ body: (EdgeKey) throws -> Bool) rethrows {
    let rows = directions(denied: isDenied).out
    func emit(_ subject: NodeID, _ places: Range<Int>) throws -> Bool {
      for place in places {
        let end = rows.neighbours[place]
        let edge = EdgeKey(subject: subject, relation: end.relation, object: end.node, isDenied: isDenied)
        if try !body(edge) { return false }
      }
      return true
    }
    guard let relation, !isDenied else {
      for subject in 0..<max(0, rows.offsets.count - 1) {
        let node = NodeID(UInt32(subject))
        let row = rows.row(of: node)
        if try !emit(node, relation.map { rows.places(of: $0, in: row) } ?? row) { return }
      }
      return
    }
    for subject in subjects(of: relation) {
      if try !emit(subject, rows.places(of: relation, in: rows.row(of: subject))) { return }
    }
  }

  private func subjects(of relation: RelationID) -> [NodeID] {
    subjects.withLock { known in
      let all = known ?? Self.subjects(of: asserted.out)
      known = all
      return all[relation] ?? []
    }
  }

  private static func subjects(of rows: Adjacency) -> [RelationID: [NodeID]] {
    var lists: [[NodeID]] = []
    for subject in 0..<max(0, rows.offsets.count - 1) {
      let node = NodeID(UInt32(subject))
      var last: RelationID?
      for place in rows.row(of: node) where rows.neighbours[place].relation != last {
        let relation = rows.neighbours[place].relation
        last = relation
        while lists.count <= Int(relation.raw) { lists.append([]) }
        lists[Int(relation.raw)].append(node)
      }
    }
    var byRelation: [RelationID: [NodeID]] = [:]
    for (number, list) in lists.enumerated() where !list.isEmpty { byRelation[RelationID(UInt16(number))] = list }
    return byRelation
  }
}
