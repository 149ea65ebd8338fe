/// A set of relations of one graph source, as bits.
public struct RelationSet: Hashable, Sendable {
  private var words: [UInt64] = []

  public init() {}

  public init(_ relations: [RelationID]) { for relation in relations { insert(relation) } }

  public mutating func insert(_ relation: RelationID) {
    let index = Int(relation.raw) >> 6
    while words.count <= index { words.append(0) }
    words[index] |= 1 << UInt64(relation.raw & 63)
  }

  public func contains(_ relation: RelationID) -> Bool {
    let index = Int(relation.raw) >> 6
    return index < words.count && words[index] & 1 << UInt64(relation.raw & 63) != 0
  }

  public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  public func union(_ other: RelationSet) -> RelationSet {
    var out = self
    while out.words.count < other.words.count { out.words.append(0) }
    for (index, word) in other.words.enumerated() { out.words[index] |= word }
    return out
  }

  public static func == (a: RelationSet, b: RelationSet) -> Bool { a.trimmed == b.trimmed }
  public func hash(into hasher: inout Hasher) { hasher.combine(trimmed) }

  private var trimmed: ArraySlice<UInt64> {
    var end = words.count
    while end > 0, words[end - 1] == 0 { end -= 1 }
    return words[..<end]
  }
}

/// How an edge is crossed.
public enum HopDirection: UInt8, Hashable, Sendable {
  /// From subject to object.
  case forward
  /// From object to subject.
  case backward
  /// Over a symmetric relation, which has no direction.
  case either
}

/// Which edges one step of a path may cross.
public struct HopSet: Hashable, Sendable {
  public var forward: RelationSet
  public var backward: RelationSet
  public var crossesAsserted: Bool
  public var crossesDenied: Bool

  public init(forward: RelationSet, backward: RelationSet, crossesAsserted: Bool = true, crossesDenied: Bool = false) {
    self.forward = forward
    self.backward = backward
    self.crossesAsserted = crossesAsserted
    self.crossesDenied = crossesDenied
  }

  public var reversed: HopSet {
    HopSet(
      forward: backward, backward: forward, crossesAsserted: crossesAsserted, crossesDenied: crossesDenied)
  }

  /// The same relations, each crossed either way.
  public var undirected: HopSet {
    let both = forward.union(backward)
    return HopSet(forward: both, backward: both, crossesAsserted: crossesAsserted, crossesDenied: crossesDenied)
  }

  /// Whether a hop over the relation is in the set; `.either` also stands for a loop.
  func matches(_ relation: RelationID, _ direction: HopDirection, denied: Bool) -> Bool {
    guard denied ? crossesDenied : crossesAsserted else { return false }
    switch direction {
    case .forward: return forward.contains(relation)
    case .backward: return backward.contains(relation)
    case .either: return forward.contains(relation) || backward.contains(relation)
    }
  }
}

/// A regular expression over hops.
public indirect enum PathExpression: Hashable, Sendable {
  case hop(HopSet)
  case sequence([PathExpression])
  case alternation([PathExpression])
  /// `upper` nil for any number of times.
  case repeated(PathExpression, lower: Int, upper: Int?)

  /// The expression read from the other end.
  public var reversed: PathExpression {
    switch self {
    case .hop(let set): .hop(set.reversed)
    case .sequence(let parts): .sequence(parts.reversed().map(\.reversed))
    case .alternation(let parts): .alternation(parts.map(\.reversed))
    case .repeated(let inner, let lower, let upper): .repeated(inner.reversed, lower: lower, upper: upper)
    }
  }

  /// The expression with every hop crossed either way.
  public var undirected: PathExpression { mapHops { $0.undirected } }

  /// The expression with every hop set replaced.
  public func mapHops(_ transform: (HopSet) -> HopSet) -> PathExpression {
    switch self {
    case .hop(let set): .hop(transform(set))
    case .sequence(let parts): .sequence(parts.map { $0.mapHops(transform) })
    case .alternation(let parts): .alternation(parts.map { $0.mapHops(transform) })
    case .repeated(let inner, let lower, let upper): .repeated(inner.mapHops(transform), lower: lower, upper: upper)
    }
  }

  /// Whether the expression matches the path of no hops.
  public var isNullable: Bool {
    switch self {
    case .hop: false
    case .sequence(let parts): parts.allSatisfy(\.isNullable)
    case .alternation(let parts): parts.contains(where: \.isNullable)
    case .repeated(let inner, let lower, let upper): lower == 0 || upper == 0 || inner.isNullable
    }
  }

  /// An expression for the same paths but the one of no hops; nil when there are no others.
  public var withoutEmptyPath: PathExpression? {
    guard isNullable else { return self }
    switch self {
    case .hop: return self
    case .sequence(let parts):
      // The first part that is not empty, with what follows it.
      let ways = parts.indices.compactMap { index in
        parts[index].withoutEmptyPath.map { PathExpression.sequence([$0] + parts[(index + 1)...]) }
      }
      return ways.isEmpty ? nil : .alternation(ways)
    case .alternation(let parts):
      let ways = parts.compactMap(\.withoutEmptyPath)
      return ways.isEmpty ? nil : .alternation(ways)
    case .repeated(let inner, _, let upper):
      guard upper != 0, let inner = inner.withoutEmptyPath else { return nil }
      return .repeated(inner, lower: 1, upper: upper)
    }
  }

  /// The number of hop positions once repetitions are unrolled, saturating.
  public var positionCount: Int {
    switch self {
    case .hop: return 1
    case .sequence(let parts), .alternation(let parts):
      return parts.reduce(0) { min(1 << 40, $0 + $1.positionCount) }
    case .repeated(let inner, let lower, let upper):
      let copies = upper ?? max(1, lower)
      let (product, overflow) = inner.positionCount.multipliedReportingOverflow(by: copies)
      return overflow ? 1 << 40 : min(1 << 40, product)
    }
  }
}

/// A condition on the node between two parts of a chain; nil members are no condition.
public struct NodeGuard: Sendable {
  /// The nodes that may stand there, or nil for any.
  public var members: Set<NodeID>?
  /// A further condition.
  public var predicate: (@Sendable (NodeID) throws -> Bool)?

  public init(members: Set<NodeID>? = nil, predicate: (@Sendable (NodeID) throws -> Bool)? = nil) {
    self.members = members
    self.predicate = predicate
  }

  public var isTrivial: Bool { members == nil && predicate == nil }

  public func allows(_ node: NodeID) throws -> Bool {
    if let members, !members.contains(node) { return false }
    if let predicate { return try predicate(node) }
    return true
  }
}
