/// The rows of arrays that an automaton needs, as a value that a search holds while it goes through a layer.
///
/// Read anew for every node, the same rows would be retained, released and checked for other access each time, which
/// costs as much as looking at the edges.
struct EdgeScan {
  /// The edges of one polarity that leave nodes, or those that arrive.
  struct Part {
    let rows: Adjacency
    /// The relations that are crossed, ascending.
    let wanted: [RelationID]
    /// For every relation the class of a hop over it; `ignored` for edges that are not looked at.
    let classes: [UInt16]
    let isLeaving: Bool
    let isDenied: Bool
  }

  /// An edge as the scan meets it.
  struct Edge {
    var end: Neighbour
    var hopClass: UInt16
    var isLeaving: Bool
    var isDenied: Bool
    var node: NodeID { end.node }
  }

  /// The rows of so many nodes are sought together.
  static let reachedAtOnce = 16

  /// Stands for edges that are not looked at.
  static let ignored = UInt16.max

  private let parts: [Part]
  private let automaton: HopAutomaton
  private let budget: SearchBudget

  init(parts: [Part], automaton: HopAutomaton, budget: SearchBudget) {
    self.parts = parts
    self.automaton = automaton
    self.budget = budget
  }

  /// Calls `body` with every edge from a node that fits, in the order of `HopExpander.row`; edges of symmetric relations
  /// may come twice.
  @inline(__always)
  func forEach(_ node: NodeID, _ body: (Edge) throws -> Void) throws {
    var count = 0
    for index in parts.indices { count += try look(parts[index], node, body) }
    try budget.spend(edges: count)
  }

  /// Reads where the rows of some nodes begin and what stands there.
  ///
  /// Rows lie anywhere in memory. Reads that do not depend on each other wait for it together, so that going through the
  /// nodes afterwards finds their rows in the cache. What is returned has no meaning but that the reads are needed.
  func reach(_ states: ArraySlice<SearchState>) -> UInt32 {
    var sum: UInt32 = 0
    for part in parts {
      for state in states {
        let row = part.rows.row(of: state.node)
        if !row.isEmpty { sum &+= part.rows.neighbours[row.lowerBound].node.raw }
      }
    }
    return sum
  }

  @inline(__always)
  private func look(_ part: Part, _ node: NodeID, _ body: (Edge) throws -> Void) throws -> Int {
    let row = part.rows.row(of: node)
    var count = 0
    @inline(__always) func look(_ places: Range<Int>) throws {
      for place in places {
        let end = part.rows.neighbours[place]
        var hopClass = part.classes[Int(end.relation.raw)]
        if hopClass == Self.ignored { continue }
        // A loop may be crossed either way, whichever way it is read.
        if end.node == node { hopClass = automaton.hopClass(end.relation, .either, denied: part.isDenied) }
        if hopClass == 0 { continue }
        count += 1
        try body(Edge(end: end, hopClass: hopClass, isLeaving: part.isLeaving, isDenied: part.isDenied))
      }
    }
    if row.count <= 16 || part.wanted.count > 4 {
      try look(row)
    } else {
      // The row of a hub is in the order of relations: the few that are wanted are looked up.
      for relation in part.wanted { try look(part.rows.places(of: relation, in: row)) }
    }
    return count
  }
}
