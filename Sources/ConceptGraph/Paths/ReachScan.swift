import ConceptModel

/// What can be reached over any number of hops of one set, straight over arrays: one beginning after the other.
///
/// Finds the same nodes in the same order as a `LayeredSearch`, and spends as much of the budget. Its marks last from
/// one search to the next, so that a small closure in a large graph costs what its own nodes cost.
final class ReachScan {
  private let scan: EdgeScan
  private let includesStart: Bool
  /// For every node the number of the search that reached it last.
  private var marks: [UInt32]
  private var search: UInt32 = 0

  /// Returns nil unless the expander has arrays and its automaton is one set of hops, repeated without a bound.
  init?(_ expander: HopExpander) {
    let positions = expander.automaton.positions
    guard let scan = expander.edgeScan, positions.setOfPosition.count == 2, positions.guards.isEmpty,
      positions.follow[1].count == 1
    else { return nil }
    self.scan = scan
    includesStart = !positions.accepting[0].isEmpty
    marks = Array(repeating: 0, count: expander.source.nodeCount)
  }

  /// The nodes that a walk from a node may end at, nearest first.
  func ends(from start: NodeID) throws -> [NodeID] {
    var marks = self.marks
    self.marks = []
    defer { self.marks = marks }
    if search == .max {
      for index in marks.indices { marks[index] = 0 }
      search = 0
    }
    search += 1
    let mark = search
    // The beginning stands in front and is reached once more when a cycle leads back to it.
    var queue = [start]
    var next = 0
    var isBack = false
    while next < queue.count {
      let node = queue[next]
      try scan.forEach(node) { edge in
        let end = edge.node
        guard marks[Int(end.raw)] != mark else { return }
        marks[Int(end.raw)] = mark
        if end == start { isBack = true }
        queue.append(end)
      }
      next += 1
    }
    guard includesStart else {
      queue.removeFirst()
      return queue
    }
    if isBack, let again = queue.dropFirst().firstIndex(of: start) { queue.remove(at: again) }
    return queue
  }
}
