/// One hop of a path as seen from the node before it.
public struct Hop: Hashable, Sendable {
  public var relation: RelationID
  public var direction: HopDirection
  public var isDenied: Bool
  /// The node that the hop leads to.
  public var node: NodeID
  /// The class of the hop in the automaton of its search.
  var hopClass: UInt16

  public init(relation: RelationID, direction: HopDirection, isDenied: Bool = false, node: NodeID) {
    self.relation = relation
    self.direction = direction
    self.isDenied = isDenied
    self.node = node
    hopClass = 0
  }

  init(relation: RelationID, direction: HopDirection, isDenied: Bool, node: NodeID, hopClass: UInt16) {
    self.relation = relation
    self.direction = direction
    self.isDenied = isDenied
    self.node = node
    self.hopClass = hopClass
  }

  public static func == (a: Hop, b: Hop) -> Bool {
    a.relation == b.relation && a.direction == b.direction && a.isDenied == b.isDenied && a.node == b.node
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(relation)
    hasher.combine(direction)
    hasher.combine(isDenied)
    hasher.combine(node)
  }

  /// The edge that the hop crosses from a node; the two directions of a symmetric edge are one edge.
  public func edge(from node: NodeID) -> EdgeKey {
    switch direction {
    case .forward: EdgeKey(subject: node, relation: relation, object: self.node, isDenied: isDenied)
    case .backward: EdgeKey(subject: self.node, relation: relation, object: node, isDenied: isDenied)
    case .either:
      EdgeKey(subject: min(node, self.node), relation: relation, object: max(node, self.node), isDenied: isDenied)
    }
  }
}

/// A path: nodes with the hops between them.
public struct GraphPath: Hashable, Sendable {
  public var start: NodeID
  public var hops: [Hop]

  public init(start: NodeID, hops: [Hop] = []) {
    self.start = start
    self.hops = hops
  }

  public var length: Int { hops.count }
  public var end: NodeID { hops.last?.node ?? start }
  public var nodes: [NodeID] { [start] + hops.map(\.node) }

  /// The edges in order.
  public var edges: [EdgeKey] {
    var node = start
    var out: [EdgeKey] = []
    out.reserveCapacity(hops.count)
    for hop in hops {
      out.append(hop.edge(from: node))
      node = hop.node
    }
    return out
  }
}

/// What a search asks about edges beyond their being there.
public protocol EdgeEvidence: AnyObject {
  /// Whether `passes` can say no; false spares asking.
  var filters: Bool { get }
  /// Whether the edge exists for the query: enough of its assertions meet the conditions on hops.
  func passes(_ edge: EdgeKey) throws -> Bool
  /// The confidence of the best passing assertion.
  func confidence(of edge: EdgeKey) throws -> Double
  /// The confidence of every edge, when all are known to have the same.
  var commonConfidence: Double? { get }
  /// The node as printed on a `paths` line.
  func text(of node: NodeID) throws -> String
}

extension EdgeEvidence {
  /// Unknown.
  public var commonConfidence: Double? { nil }
}

/// What may repeat in a path.
public enum PathMode: String, Hashable, Sendable, CaseIterable {
  /// Anything may.
  case walk
  /// No edge twice.
  case trail
  /// No node twice.
  case acyclic
  /// No node twice but that the last may be the first; no edge twice.
  case simple

  /// Whether a path is of this mode.
  public func allows(_ path: GraphPath) -> Bool {
    switch self {
    case .walk: return true
    case .trail: return Set(path.edges).count == path.hops.count
    case .acyclic: return Set(path.nodes).count == path.hops.count + 1
    case .simple:
      let inner = Set(path.hops.map(\.node)).count == path.hops.count
      let startsInside = path.hops.dropLast().contains { $0.node == path.start }
      return inner && !startsInside && Set(path.edges).count == path.hops.count
    }
  }
}
