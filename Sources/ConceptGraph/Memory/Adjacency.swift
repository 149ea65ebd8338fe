import ConceptModel

/// The neighbours of every node in one direction, as compressed rows: an offset a node, then all ends in a row.
public struct Adjacency: Hashable, Sendable {
  /// Where the row of each node begins in `neighbours`, and the number of all neighbours behind the last.
  public private(set) var offsets: [UInt32]
  /// The rows one after the other, each by relation and then node, without repetitions.
  public private(set) var neighbours: [Neighbour]

  /// Takes over rows that were built before, or returns nil when offsets and rows do not fit together.
  public init?(offsets: [UInt32], neighbours: [Neighbour]) {
    guard offsets.first == 0, offsets.last.map(Int.init) == neighbours.count,
      zip(offsets, offsets.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return nil }
    self.offsets = offsets
    self.neighbours = neighbours
  }

  /// Builds rows from (node, neighbour) pairs; duplicates are dropped, rows are sorted by relation and node.
  init(nodeCount: Int, pairs: [(node: UInt32, neighbour: Neighbour)]) {
    var builder = AdjacencyBuilder(nodeCount: nodeCount)
    for pair in pairs.sorted(by: { $0.node < $1.node }) { builder.append(pair.neighbour, to: NodeID(pair.node)) }
    self = builder.finish()
  }

  fileprivate init(trusted offsets: [UInt32], _ neighbours: [Neighbour]) {
    self.offsets = offsets
    self.neighbours = neighbours
  }

  /// The number of edges.
  public var count: Int { neighbours.count }

  /// The places of a node's neighbours; empty for a node that has none or is not there.
  @inline(__always)
  func row(of node: NodeID) -> Range<Int> {
    let index = Int(node.raw)
    guard index + 1 < offsets.count else { return 0..<0 }
    return Int(offsets[index])..<Int(offsets[index + 1])
  }

  /// Appends the neighbours of a node.
  public func append(_ node: NodeID, to list: inout [Neighbour]) {
    list.append(contentsOf: neighbours[row(of: node)])
  }

  /// Appends the neighbours over some relations; a few are looked up, many are picked out in one pass.
  public func append(_ node: NodeID, over wanted: [RelationID], to list: inout [Neighbour]) {
    let row = row(of: node)
    if row.count <= 8 * wanted.count {
      var next = 0
      for place in row {
        while next < wanted.count, wanted[next] < neighbours[place].relation { next += 1 }
        if next < wanted.count, wanted[next] == neighbours[place].relation { list.append(neighbours[place]) }
      }
      return
    }
    for relation in wanted { list.append(contentsOf: neighbours[places(of: relation, in: row)]) }
  }

  /// The part of a row that is over one relation.
  func places(of relation: RelationID, in row: Range<Int>) -> Range<Int> {
    func bound(_ isBefore: (RelationID) -> Bool) -> Int {
      var low = row.lowerBound
      var high = row.upperBound
      while low < high {
        let middle = (low + high) / 2
        if isBefore(neighbours[middle].relation) { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let start = bound { $0 < relation }
    return start..<max(start, bound { $0 <= relation })
  }
}

/// Builds rows from neighbours that come by ascending node; within a node in any order.
public struct AdjacencyBuilder {
  private let nodeCount: Int
  private var offsets: [UInt32] = [0]
  private var neighbours: [Neighbour] = []
  private var start = 0
  private var isSorted = true

  /// - Parameter expected: the number of neighbours to make room for.
  public init(nodeCount: Int, expected: Int = 0) {
    self.nodeCount = nodeCount
    offsets.reserveCapacity(nodeCount + 1)
    neighbours.reserveCapacity(expected)
  }

  /// Adds a neighbour of a node, which must not come before the last one; a repetition is dropped.
  @inlinable
  public mutating func append(_ neighbour: Neighbour, to node: NodeID) { add(neighbour, node) }

  @usableFromInline
  mutating func add(_ neighbour: Neighbour, _ node: NodeID) {
    while offsets.count <= Int(node.raw) { closeRow() }
    if neighbours.count > start {
      let last = neighbours[neighbours.count - 1]
      if last == neighbour { return }
      if neighbour.isBefore(last) { isSorted = false }
    }
    neighbours.append(neighbour)
  }

  private mutating func closeRow() {
    if !isSorted {
      let row = neighbours[start...].sorted { $0.isBefore($1) }
      neighbours.removeSubrange(start...)
      for neighbour in row where neighbours.count == start || neighbours[neighbours.count - 1] != neighbour {
        neighbours.append(neighbour)
      }
      isSorted = true
    }
    start = neighbours.count
    offsets.append(UInt32(start))
  }

  /// The rows; the builder is then empty.
  public mutating func finish() -> Adjacency {
    while offsets.count < nodeCount + 1 { closeRow() }
    defer { self = AdjacencyBuilder(nodeCount: 0) }
    return Adjacency(trusted: offsets, neighbours)
  }
}

extension Neighbour {
  /// The order of neighbours: by relation and then node.
  @inline(__always)
  func isBefore(_ other: Neighbour) -> Bool {
    relation != other.relation ? relation < other.relation : node < other.node
  }
}
