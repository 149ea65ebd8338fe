/// The end of a path that a search has built so far; the one that it goes on from is named by its place in an array.
protocol PartialPath {
  /// The place of the path without its last hop, or -1 at the beginning.
  var parent: Int32 { get }
  /// The last hop; at the beginning one that stands for the first node.
  var hop: Hop { get }
}

extension Array where Element: PartialPath {
  /// The hops of a partial path from its beginning.
  func hops(upTo number: Int32) -> [Hop] {
    var hops: [Hop] = []
    var current = number
    while self[Int(current)].parent >= 0 {
      hops.append(self[Int(current)].hop)
      current = self[Int(current)].parent
    }
    return hops.reversed()
  }

  /// Whether a mode allows a hop behind a partial path: what may not come back differs between them.
  func allow(_ hop: Hop, after number: Int32, mode: PathMode, end: NodeID) -> Bool {
    if mode == .walk { return true }
    let edge = hop.edge(from: self[Int(number)].hop.node)
    var current = number
    while current >= 0 {
      let partial = self[Int(current)]
      let isStart = partial.parent < 0
      if mode != .trail, partial.hop.node == hop.node {
        // Only a simple path may close, and only at its end.
        guard mode == .simple, isStart, hop.node == end else { return false }
      }
      if !isStart, mode != .acyclic, partial.hop.edge(from: self[Int(partial.parent)].hop.node) == edge {
        return false
      }
      current = partial.parent
    }
    return true
  }
}
