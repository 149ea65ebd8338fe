import ConceptModel

/// What can be reached from many nodes over one set of hops, over arrays of the wanted edges alone.
///
/// Small closures are found one after the other. Large ones go 64 beginnings a pass: a word a node tells which of the 64
/// have come to it, so that a node is looked at once for all that arrive together, which is the multi-source
/// breadth-first search of Then et al. (2014).
public final class Closures {
  private let budget: SearchBudget
  /// The wanted edges alone, either way round, as compressed rows: many beginnings share them, and they are few enough
  /// to stay in a cache.
  private var offsets: [UInt32] = [0]
  private var ends: [UInt32] = []
  private var marks: [Mark] = []
  /// For every node the number of the single search that reached it last.
  private var visits: [UInt32]
  private var search: UInt32 = 0
  private let sharingSize: Int
  /// So many closures are looked at before their size is judged.
  static let sample = 16
  /// So many nodes of a single closure count as one state of the budget: they are looked at in the time of one.
  static let nodesAState = 16

  /// The beginnings that have come to a node, and those of them that were not passed on yet.
  private struct Mark {
    var seen: UInt64 = 0
    var waiting: UInt64 = 0
  }

  /// - Parameter sharingSize: closures of so many nodes on average share enough of them for a pass of 64 to pay.
  public init(
    arrays: EdgeArrays, relations: [Relation], hops: HopSet, nodeCount: Int, budget: SearchBudget,
    sharingSize: Int = 1_000
  ) {
    self.budget = budget
    self.sharingSize = sharingSize
    var along: [Bool] = []
    var against: [Bool] = []
    for (number, relation) in relations.enumerated() {
      let id = RelationID(UInt16(number))
      let (forward, backward) = (hops.forward.contains(id), hops.backward.contains(id))
      along.append(forward || relation.isSymmetric && backward)
      against.append(backward || relation.isSymmetric && forward)
    }
    visits = Array(repeating: 0, count: nodeCount)
    var rows: [(adjacency: Adjacency, wanted: [Bool])] = []
    for isDenied in [false, true] where isDenied ? hops.crossesDenied : hops.crossesAsserted {
      let directions = arrays.directions(denied: isDenied)
      if along.contains(true), directions.out.count > 0 { rows.append((directions.out, along)) }
      if against.contains(true), directions.into.count > 0 { rows.append((directions.into, against)) }
    }
    offsets.reserveCapacity(nodeCount + 1)
    // No more than all edges of the rows; what is not used of the room is never touched.
    let room = rows.reduce(0) { $0 + $1.adjacency.count }
    var offsets = self.offsets
    let ends = [UInt32](unsafeUninitializedCapacity: room) { buffer, count in
      for number in 0..<UInt32(nodeCount) {
        for index in rows.indices {
          for place in rows[index].adjacency.row(of: NodeID(number)) {
            let end = rows[index].adjacency.neighbours[place]
            guard rows[index].wanted[Int(end.relation.raw)] else { continue }
            buffer[count] = end.node.raw
            count += 1
          }
        }
        offsets.append(UInt32(count))
      }
    }
    (self.offsets, self.ends) = (offsets, ends)
  }

  /// Calls `body` with every beginning in turn and the nodes that one hop or more leads to, until it returns false.
  ///
  /// - Parameter includesStart: whether no hop at all counts too, so that every node reaches itself.
  public func forEach(
    from starts: some Sequence<NodeID>, includesStart: Bool, _ body: (NodeID, [NodeID]) throws -> Bool
  ) throws {
    var group: [NodeID] = []
    var found: [NodeID] = []
    var (begun, reached) = (0, 0)
    for start in starts {
      if begun < Self.sample || reached < begun * sharingSize {
        try closure(of: start, includesStart, into: &found)
        (begun, reached) = (begun + 1, reached + found.count)
        if try !body(start, found) { return }
        continue
      }
      group.append(start)
      if group.count == 64 {
        if try !pass(group, includesStart, body) { return }
        group.removeAll(keepingCapacity: true)
      }
    }
    if !group.isEmpty { _ = try pass(group, includesStart, body) }
  }

  /// Replaces the list by what one beginning reaches.
  private func closure(of start: NodeID, _ includesStart: Bool, into found: inout [NodeID]) throws {
    let (offsets, ends) = (self.offsets, self.ends)
    var visits: [UInt32] = []
    swap(&visits, &self.visits)
    defer { swap(&visits, &self.visits) }
    if search == .max {
      for index in visits.indices { visits[index] = 0 }
      search = 0
    }
    search += 1
    let mark = search
    found.removeAll(keepingCapacity: true)
    if includesStart {
      found.append(start)
      visits[Int(start.raw)] = mark
    }
    var node = Int(start.raw)
    var next = includesStart ? 1 : 0
    var edges = 0
    while true {
      let row = Int(offsets[node])..<Int(offsets[node + 1])
      edges += row.count
      for place in row where visits[Int(ends[place])] != mark {
        visits[Int(ends[place])] = mark
        found.append(NodeID(ends[place]))
      }
      if next & 4095 == 4095 {
        try budget.spend(states: 4096 / Self.nodesAState, edges: edges)
        edges = 0
      }
      guard next < found.count else { break }
      node = Int(found[next].raw)
      next += 1
    }
    try budget.spend(states: 1 + (next & 4095) / Self.nodesAState, edges: edges)
  }

  private func pass(
    _ starts: [NodeID], _ includesStart: Bool, _ body: (NodeID, [NodeID]) throws -> Bool
  ) throws -> Bool {
    // Out of the class for the loop, whose storage would be checked for other access at every use.
    let (offsets, ends) = (self.offsets, self.ends)
    var marks = self.marks.isEmpty ? Array(repeating: Mark(), count: visits.count) : self.marks
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
