import ConceptModel

/// What can be reached from many nodes over one set of hops, 64 beginnings a pass over arrays.
///
/// A word a node tells which of the 64 have come to it, so that a node is looked at once for all that arrive together:
/// the multi-source breadth-first search of Then et al. (2014).
public final class Closures {
  private let budget: SearchBudget
  /// The rows to look at, each with the relations that are crossed in its direction.
  private var rows: [(adjacency: Adjacency, wanted: [Bool])] = []
  private var marks: [Mark]

  /// The beginnings that have come to a node, and those of them that were not passed on yet.
  private struct Mark {
    var seen: UInt64 = 0
    var waiting: UInt64 = 0
  }

  public init(arrays: EdgeArrays, relations: [Relation], hops: HopSet, nodeCount: Int, budget: SearchBudget) {
    self.budget = budget
    var along: [Bool] = []
    var against: [Bool] = []
    for (number, relation) in relations.enumerated() {
      let id = RelationID(UInt16(number))
      let (forward, backward) = (hops.forward.contains(id), hops.backward.contains(id))
      along.append(forward || relation.isSymmetric && backward)
      against.append(backward || relation.isSymmetric && forward)
    }
    marks = Array(repeating: Mark(), count: nodeCount)
    for isDenied in [false, true] where isDenied ? hops.crossesDenied : hops.crossesAsserted {
      let directions = arrays.directions(denied: isDenied)
      if along.contains(true), directions.out.count > 0 { rows.append((directions.out, along)) }
      if against.contains(true), directions.into.count > 0 { rows.append((directions.into, against)) }
    }
  }

  /// Calls `body` with every beginning in turn and the nodes that one hop or more leads to, until it returns false.
  ///
  /// - Parameter includesStart: whether no hop at all counts too, so that every node reaches itself.
  public func forEach(
    from starts: some Sequence<NodeID>, includesStart: Bool, _ body: (NodeID, [NodeID]) throws -> Bool
  ) throws {
    var group: [NodeID] = []
    for start in starts {
      group.append(start)
      if group.count == 64 {
        if try !pass(group, includesStart, body) { return }
        group.removeAll(keepingCapacity: true)
      }
    }
    if !group.isEmpty { _ = try pass(group, includesStart, body) }
  }

  private func pass(
    _ starts: [NodeID], _ includesStart: Bool, _ body: (NodeID, [NodeID]) throws -> Bool
  ) throws -> Bool {
    // Out of the class for the loop, whose storage would be checked for other access at every use.
    var marks = self.marks
    self.marks = []
    var reached: [NodeID] = []
    var queue: [NodeID] = []
    defer {
      for node in reached { marks[Int(node.raw)].seen = 0 }
      for node in queue { marks[Int(node.raw)].waiting = 0 }
      self.marks = marks
    }
    for (bit, start) in starts.enumerated() {
      let index = Int(start.raw)
      if marks[index].waiting == 0 { queue.append(start) }
      marks[index].waiting |= 1 << UInt64(bit)
      guard includesStart else { continue }
      if marks[index].seen == 0 { reached.append(start) }
      marks[index].seen |= 1 << UInt64(bit)
    }
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      let arriving = marks[Int(node.raw)].waiting
      marks[Int(node.raw)].waiting = 0
      var looked = 0
      for (adjacency, wanted) in rows {
        looked += Self.spread(arriving, adjacency, node, wanted, &marks, &reached, &queue)
      }
      try budget.spend(edges: looked)
    }
    for (start, ends) in zip(starts, Self.lists(reached, marks, starts.count)) where try !body(start, ends) {
      return false
    }
    return true
  }

  /// Passes beginnings on along the wanted edges of a row; returns the length of the row.
  @inline(__always)
  private static func spread(
    _ arriving: UInt64, _ rows: Adjacency, _ node: NodeID, _ wanted: [Bool], _ marks: inout [Mark],
    _ reached: inout [NodeID], _ queue: inout [NodeID]
  ) -> Int {
    let row = rows.row(of: node)
    for place in row {
      let end = rows.neighbours[place]
      guard wanted[Int(end.relation.raw)] else { continue }
      let index = Int(end.node.raw)
      let mark = marks[index]
      let new = arriving & ~mark.seen
      if new == 0 { continue }
      if mark.seen == 0 { reached.append(end.node) }
      if mark.waiting == 0 { queue.append(end.node) }
      marks[index] = Mark(seen: mark.seen | new, waiting: mark.waiting | new)
    }
    return row.count
  }

  /// For every beginning the nodes that it has come to.
  private static func lists(_ reached: [NodeID], _ marks: [Mark], _ count: Int) -> [[NodeID]] {
    var lists: [[NodeID]] = Array(repeating: [], count: count)
    for node in reached {
      var bits = marks[Int(node.raw)].seen
      while bits != 0 {
        lists[bits.trailingZeroBitCount].append(node)
        bits &= bits - 1
      }
    }
    return lists
  }
}
