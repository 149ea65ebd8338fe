import ConceptModel

/// Which of the paths between two nodes are wanted.
public enum PathChoice: Hashable, Sendable {
  case all
  case allShortest
  /// The first so many of the order.
  case first(Int)
  /// All paths of the so many smallest lengths.
  case groups(Int)
}

/// A path with its weakest confidence.
public struct FoundPath: Hashable, Sendable {
  public var path: GraphPath
  public var confidence: Double
  /// The path as on a `paths` line.
  public var text: String

  public init(path: GraphPath, confidence: Double, text: String) {
    self.path = path
    self.confidence = confidence
    self.text = text
  }

  /// The order of every list of paths: length, weakest confidence (high first), text by Unicode scalars.
  public static func isBefore(_ a: FoundPath, _ b: FoundPath) -> Bool {
    if a.path.length != b.path.length { return a.path.length < b.path.length }
    if a.confidence != b.confidence { return a.confidence > b.confidence }
    if a.text != b.text { return scalarLess(a.text, b.text) }
    return a.path.nodes.lexicographicallyPrecedes(b.path.nodes)
  }
}

/// What the paths of a search must be like as a whole.
public struct PathConditions {
  public var mode: PathMode
  /// The nodes that may stand only at the ends.
  public var avoided: Set<NodeID>
  /// Whether a length is wanted.
  public var allowsLength: (Int) -> Bool
  /// Whether `allowsLength` may say no.
  let limitsLengths: Bool
  /// Lengths above are never wanted.
  public var maximumLength: Int?
  /// More paths of one length than this are not listed to choose the best few.
  public var listedTies = 512
  /// A last condition on the whole path.
  public var accepts: ((GraphPath) throws -> Bool)?

  public init(
    mode: PathMode = .simple, avoided: Set<NodeID> = [], maximumLength: Int? = nil,
    allowsLength: ((Int) -> Bool)? = nil, accepts: ((GraphPath) throws -> Bool)? = nil
  ) {
    self.mode = mode
    self.avoided = avoided
    self.maximumLength = maximumLength
    self.allowsLength = allowsLength ?? { _ in true }
    limitsLengths = allowsLength != nil
    self.accepts = accepts
  }
}

/// Finds paths that match an automaton in a graph source.
///
/// One finder serves many pairs of nodes; what it read of the graph is kept.
public final class PathFinder {
  private let source: any GraphSource
  private let evidence: any EdgeEvidence
  private let conditions: PathConditions
  private let forward: HopExpander
  private let backward: HopExpander
  private let text: PathText
  /// Made for the first closure; nil where arrays or the expression do not allow it.
  private lazy var forwardScan = ReachScan(forward)

  public init(
    source: any GraphSource, automaton: PositionAutomaton, evidence: any EdgeEvidence,
    conditions: PathConditions = PathConditions(), budget: SearchBudget
  ) {
    self.source = source
    self.evidence = evidence
    self.conditions = conditions
    let symmetric = source.relations.map(\.isSymmetric)
    let hops = HopAutomaton(automaton, symmetric: symmetric)
    forward = HopExpander(
      source: source, automaton: hops, symmetric: symmetric, evidence: evidence, budget: budget, isReversed: false)
    backward = HopExpander(
      source: source, automaton: hops, symmetric: symmetric, evidence: evidence, budget: budget, isReversed: true)
    text = PathText(source: source, evidence: evidence)
  }

  /// The wanted paths from one node to another, in order; calls `emit` with each until it returns false.
  ///
  /// Throws `SearchStop` when the budget ends; what was emitted before stands.
  public func paths(
    from start: NodeID, to end: NodeID, _ choice: PathChoice, limit: Int, emit: (FoundPath) throws -> Bool
  ) throws {
    let search = try PairSearch(
      from: start, to: end, forward: forward, backward: backward, avoided: conditions.avoided)
    try search.run(limit: Int32(clamping: conditions.maximumLength ?? Int(Int32.max)))
    guard let shortest = search.shortest else { return }
    if case .first(let count) = choice, count <= SpurPaths.maximumCount,
      count > 1 && SpurPaths.isFit(forward.automaton, conditions, from: start, to: end)
    {
      var walks = ShortestWalks(search: search, text: text)
      try branch(from: walks.best(length: Int(shortest)), to: end, count, emit)
      return
    }
    if choice == .first(1), conditions.allowsLength(Int(shortest)) {
      var walks = ShortestWalks(search: search, text: text)
      let best = try walks.best(length: Int(shortest))
      if try conditions.mode.allows(best) && (conditions.accepts?(best) ?? true) {
        _ = try emit(found(best))
        return
      }
    }
    try enumerate(search, choice, limit: limit, emit: emit)
  }

  /// The first so many paths, each found beside one before.
  private func branch(
    from first: GraphPath, to end: NodeID, _ count: Int, _ emit: (FoundPath) throws -> Bool
  ) throws {
    var paths = try SpurPaths(
      first: first, to: end, forward: forward, backward: backward, conditions: conditions, text: text)
    var emitted = 0
    if !conditions.limitsLengths { paths.wanted = count }
    while emitted < count, let path = try paths.next() {
      guard conditions.allowsLength(path.length) else { continue }
      if try !emit(found(path)) { return }
      emitted += 1
    }
  }

  private func enumerate(
    _ search: PairSearch, _ choice: PathChoice, limit: Int, emit: (FoundPath) throws -> Bool
  ) throws {
    let enumerator = try PathEnumerator(
      search: search, mode: conditions.mode, text: text, maximumLength: conditions.maximumLength)
    var groups = 0
    var count = 0
    // A choice of the best few, or by a last condition, needs whole groups to choose from.
    var groupLimit = limit == Int.max || conditions.accepts != nil ? Int.max : limit + 1
    if case .first(let wanted) = choice, conditions.accepts == nil {
      groupLimit = max(conditions.listedTies, wanted + 1)
    }
    while var group = try enumerator.nextGroup(limit: groupLimit) {
      guard let length = group.first?.length, conditions.allowsLength(length) else { continue }
      if case .first(let wanted) = choice, group.count >= groupLimit {
        // Too many tie to list them all; there are enough of this length to be done with it.
        var best = BestOfLength(search: search, mode: conditions.mode, text: text, length: length)
        group = try best.paths(wanted - count)
      }
      var isEmpty = true
      for path in group where try conditions.accepts?(path) ?? true {
        isEmpty = false
        if try !emit(found(path)) { return }
        count += 1
        if case .first(let wanted) = choice, count >= wanted { return }
      }
      if isEmpty { continue }
      groups += 1
      switch choice {
      case .all, .first: break
      case .allShortest: return
      case .groups(let wanted): if groups >= wanted { return }
      }
    }
  }

  /// A path with its confidence and text.
  public func found(_ path: GraphPath) throws -> FoundPath {
    let ranked = try RankedPath(path, evidence: evidence, text: text)
    return FoundPath(path: path, confidence: ranked.confidence, text: ranked.text)
  }

  /// The nodes that a walk from a node may end at, nearest first, until there are `limit`.
  public func ends(from start: NodeID, limit: Int = Int.max, allowed: (NodeID) throws -> Bool) throws -> [NodeID] {
    if limit == .max, conditions.avoided.isEmpty, let scan = forwardScan {
      return try scan.ends(from: start).filter(allowed)
    }
    let search = LayeredSearch(expander: forward, isReversed: false, avoided: conditions.avoided)
    search.begin(at: start)
    return try search.ends(allowed: allowed, limit: limit)
  }

  /// The nodes that a walk to a node may begin at, nearest first, until there are `limit`.
  public func beginnings(to end: NodeID, limit: Int = Int.max, allowed: (NodeID) throws -> Bool) throws -> [NodeID] {
    // Read from the other end, beginnings are ends.
    let search = LayeredSearch(
      expander: backward, isReversed: true, avoided: conditions.avoided)
    search.acceptsAnyStart = true
    try search.beginBackwards(at: end)
    return try search.beginnings(limit: limit).filter(allowed)
  }

  /// Whether some walk joins two nodes.
  public func holds(from start: NodeID, to end: NodeID) throws -> Bool {
    try PairSearch(from: start, to: end, forward: forward, backward: backward, avoided: conditions.avoided).holds()
  }

  /// The length of the shortest walk between two nodes.
  public func shortestLength(from start: NodeID, to end: NodeID) throws -> Int? {
    let search = try PairSearch(
      from: start, to: end, forward: forward, backward: backward, avoided: conditions.avoided)
    try search.run()
    return search.shortest.map { Int($0) }
  }

  /// The single hops from a node, or those that arrive at it.
  public func hops(at node: NodeID, arriving: Bool) throws -> [Hop] {
    var list: [Hop] = []
    try (arriving ? backward : forward).hops(from: node, into: &list)
    return list
  }
}
