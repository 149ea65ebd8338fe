import ConceptModel

/// The first so many paths without repeated nodes between two nodes, in the order of all lists of paths.
///
/// After Yen (1971) with the improvement of Lawler (1972): every further path leaves an earlier one at some node, so that
/// the best one of those is found by a search from each of its nodes. Such a search starts at both ends and prefers, of
/// the shortest walks, what the order prefers; long detours cost no more than short ones.
struct SpurPaths {
  /// A path and the first hop in which it differs from the one that it was found beside.
  private struct Candidate {
    var ranked: RankedPath
    var deviation: Int
  }

  private let end: NodeID
  private let forward: HopExpander
  private let backward: HopExpander
  private let conditions: PathConditions
  private let text: PathText
  private var accepted: [GraphPath] = []
  private var candidates: [Candidate] = []
  /// How many paths will be asked for; longer ones than these need are not looked for.
  var wanted = Int.max

  /// How many paths are found in this way at the most; for more it is better to list all of each length.
  static let maximumCount = 32

  /// Whether a search is of the kind whose shortest walks repeat no node: any number of hops of one set.
  static func isFit(_ automaton: HopAutomaton, _ conditions: PathConditions, from start: NodeID, to end: NodeID) -> Bool
  {
    let positions = automaton.positions
    return (conditions.mode == .simple || conditions.mode == .acyclic) && conditions.accepts == nil && start != end
      && conditions.avoided.isEmpty && positions.setOfPosition.count == 2 && positions.guards.isEmpty
      && positions.follow[1].contains { $0.position == 1 }
  }

  /// - Parameter first: the first path of all.
  init(
    first: GraphPath, to end: NodeID, forward: HopExpander, backward: HopExpander, conditions: PathConditions,
    text: PathText
  ) throws {
    self.end = end
    self.forward = forward
    self.backward = backward
    self.conditions = conditions
    self.text = text
    candidates = [Candidate(ranked: try RankedPath(first, evidence: forward.evidence, text: text), deviation: 0)]
  }

  /// The next path, or nil when there are no more.
  mutating func next() throws -> GraphPath? {
    guard let best = candidates.indices.min(by: { RankedPath.isBefore(candidates[$0].ranked, candidates[$1].ranked) })
    else { return nil }
    let chosen = candidates.remove(at: best)
    accepted.append(chosen.ranked.path)
    if accepted.count < wanted { try branch(from: chosen) }
    return chosen.ranked.path
  }

  /// Finds the best path that leaves the chosen one at each of its nodes.
  private mutating func branch(from chosen: Candidate) throws {
    let path = chosen.ranked.path
    let nodes = path.nodes
    var confidence = Double.infinity
    for place in path.hops.indices {
      if place >= chosen.deviation, let found = try spur(path, nodes, place, confidence) {
        candidates.append(Candidate(ranked: found, deviation: place))
      }
      confidence = min(confidence, try forward.evidence.confidence(of: path.hops[place].edge(from: nodes[place])))
    }
  }

  private func spur(
    _ path: GraphPath, _ nodes: [NodeID], _ place: Int, _ confidence: Double
  ) throws -> RankedPath? {
    let start = path.hops[..<place]
    let taken = accepted.filter { $0.hops.count > place && $0.hops[..<place].elementsEqual(start) }
    let excluded = Set(taken.map { $0.hops[place] })
    let search = try PairSearch(from: nodes[place], to: end, forward: forward, backward: backward, avoided: [])
    search.restrict(
      through: Array(nodes[...place]), barredSeconds: try barred(behind: nodes[place], excluded))
    let limit = (greatestUsefulLength ?? Int(Int32.max)) - place
    guard limit > 0 else { return nil }
    try search.run(limit: Int32(clamping: limit))
    guard let length = search.shortest, length <= limit else { return nil }
    var walks = ShortestWalks(search: search, text: text, excluding: excluded, bound: confidence)
    let rest = try walks.best(length: Int(length))
    return try RankedPath(
      GraphPath(start: path.start, hops: Array(start) + rest.hops), evidence: forward.evidence, text: text)
  }

  /// The nodes that only excluded hops lead to.
  private func barred(behind node: NodeID, _ excluded: Set<Hop>) throws -> [NodeID] {
    let ends = excluded.map(\.node)
    var others: Set<NodeID> = []
    try forward.forEachHop(from: node, where: ends.contains) { hop in
      if !excluded.contains(hop) { others.insert(hop.node) }
    }
    return ends.filter { !others.contains($0) }
  }

  /// The length above which a path will not be among the wanted ones.
  private var greatestUsefulLength: Int? {
    let missing = wanted - accepted.count
    guard missing > 0, candidates.count >= missing else { return conditions.maximumLength }
    let length = candidates.map(\.ranked.path.length).sorted()[missing - 1]
    return min(length, conditions.maximumLength ?? length)
  }
}
