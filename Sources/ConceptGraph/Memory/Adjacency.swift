import ConceptModel

/// The neighbours of every node in one direction, as compressed rows: an offset a node, then all ends in a row.
struct Adjacency: Sendable {
  private(set) var offsets: [UInt32]
  private(set) var neighbours: [Neighbour]

  /// Builds rows from (node, neighbour) pairs; duplicates are dropped, rows are sorted by relation and node.
  init(nodeCount: Int, pairs: [(node: UInt32, neighbour: Neighbour)]) {
    let sorted = pairs.sorted { a, b in
      if a.node != b.node { return a.node < b.node }
      if a.neighbour.relation != b.neighbour.relation { return a.neighbour.relation < b.neighbour.relation }
      return a.neighbour.node < b.neighbour.node
    }
    var offsets: [UInt32] = [0]
    offsets.reserveCapacity(nodeCount + 1)
    var neighbours: [Neighbour] = []
    neighbours.reserveCapacity(sorted.count)
    var node: UInt32 = 0
    var last: (UInt32, Neighbour)?
    for pair in sorted {
      if let last, last.0 == pair.node, last.1 == pair.neighbour { continue }
      while node < pair.node {
        offsets.append(UInt32(neighbours.count))
        node += 1
      }
      neighbours.append(pair.neighbour)
      last = pair
    }
    while offsets.count < nodeCount + 1 { offsets.append(UInt32(neighbours.count)) }
    self.offsets = offsets
    self.neighbours = neighbours
  }

  func append(_ node: NodeID, to list: inout [Neighbour]) {
    let index = Int(node.raw)
    guard index + 1 < offsets.count else { return }
    list.append(contentsOf: neighbours[Int(offsets[index])..<Int(offsets[index + 1])])
  }

  /// Appends the neighbours over some relations; a few are looked up, many are picked out in one pass.
  func append(_ node: NodeID, over wanted: [RelationID], to list: inout [Neighbour]) {
    let index = Int(node.raw)
    guard index + 1 < offsets.count else { return }
    let row = Int(offsets[index])..<Int(offsets[index + 1])
    if row.count <= 8 * wanted.count {
      var next = 0
      for place in row {
        while next < wanted.count, wanted[next] < neighbours[place].relation { next += 1 }
        if next < wanted.count, wanted[next] == neighbours[place].relation { list.append(neighbours[place]) }
      }
      return
    }
    for relation in wanted {
      var low = row.lowerBound
      var high = row.upperBound
      while low < high {
        let middle = (low + high) / 2
        if neighbours[middle].relation < relation { low = middle + 1 } else { high = middle }
      }
      while low < row.upperBound, neighbours[low].relation == relation {
        list.append(neighbours[low])
        low += 1
      }
    }
  }
}
