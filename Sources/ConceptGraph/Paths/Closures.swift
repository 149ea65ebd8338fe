import ConceptModel

/// What can be reached from many nodes over one set of hops, 64 beginnings a pass over arrays.
///
/// A word a node tells which of the 64 have come to it, so that a node is looked at once for all that arrive together:
/// the multi-source breadth-first search of Then et al. (2014).
public final class Closures {
  private let budget: SearchBudget
  /// The wanted edges alone, either way round, as compressed rows: many beginnings share them, and they are few enough
  /// to stay in a cache.
  private var offsets: [UInt32] = [0]
  private var ends: [UInt32] = []
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
    var rows: [(adjacency: Adjacency, wanted: [Bool])] = []
    for isDenied in [false, true] where isDenied ? hops.crossesDenied : hops.crossesAsserted {
      let directions = arrays.directions(denied: isDenied)
      if along.contains(true), directions.out.count > 0 { rows.append((directions.out, along)) }
      if against.contains(true), directions.into.count > 0 { rows.append((directions.into, against)) }
    }
    offsets.reserveCapacity(nodeCount + 1)
    for number in 0..<UInt32(nodeCount) {
      for (adjacency, wanted) in rows {
        for place in adjacency.row(of: NodeID(number)) {
          let end = adjacency.neighbours[place]
          if wanted[Int(end.relation.raw)] { ends.append(end.node.raw) }
        }
      }
      offsets.append(UInt32(ends.count))
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
    let (offsets, ends) = (self.offsets, self.ends)
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
      let node = Int(queue[next].raw)
      next += 1
      let arriving = marks[node].waiting
      marks[node].waiting = 0
      let row = Int(offsets[node])..<Int(offsets[node + 1])
      for place in row {
        let index = Int(ends[place])
        let mark = marks[index]
        let new = arriving & ~mark.seen
        if new == 0 { continue }
        if mark.seen == 0 { reached.append(NodeID(UInt32(index))) }
        if mark.waiting == 0 { queue.append(NodeID(UInt32(index))) }
        marks[index] = Mark(seen: mark.seen | new, waiting: mark.waiting | new)
      }
      try budget.spend(edges: row.count)
    }
    for (start, ends) in zip(starts, Self.lists(reached, marks, starts.count)) where try !body(start, ends) {
      return false
    }
    return true
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
