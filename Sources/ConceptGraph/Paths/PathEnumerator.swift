import ConceptModel

/// Lists the paths of one mode between two nodes by length, each exactly once.
///
/// Partial paths wait in buckets by a lower bound on their whole length. The bound is exact near the end; when many
/// partial paths wait on a weak bound, the exact region grows by a layer instead of following them all.
final class PathEnumerator {
  private struct Partial: PartialPath {
    var parent: Int32
    var hop: Hop
    var state: Int32
    var length: Int32
    var isExact: Bool
  }

  private let search: PairSearch
  private let mode: PathMode
  private let text: PathText
  private let maximumLength: Int
  private var partials: [Partial] = []
  private var buckets: [[Int32]] = []
  private var level = 0
  private var hops: [Hop] = []

  init(search: PairSearch, mode: PathMode, text: PathText, maximumLength: Int?) throws {
    self.search = search
    self.mode = mode
    self.text = text
    self.maximumLength = maximumLength ?? Int.max
    let automaton = search.forward.expander.automaton
    let state = try automaton.start(at: search.start)
    let first = Hop(relation: RelationID(0), direction: .forward, node: search.start)
    if let rest = search.remaining(search.start, automaton.states[Int(state)]) {
      partials.append(Partial(parent: -1, hop: first, state: state, length: 0, isExact: rest.isExact))
      put(0, at: Int(rest.bound))
    }
  }

  private func put(_ partial: Int32, at bound: Int) {
    guard bound <= maximumLength else { return }
    while buckets.count <= bound { buckets.append([]) }
    buckets[bound].append(partial)
  }

  /// The paths of the next length that has any, best first; nil when there are no more.
  /// - Parameter limit: no more than this many are listed.
  func nextGroup(limit: Int) throws -> [GraphPath]? {
    while level < buckets.count {
      let complete = try drain(limit: limit)
      level += 1
      if !complete.isEmpty { return try sorted(complete) }
    }
    return nil
  }

  /// Works off the bucket of the present length; returns the partial paths that turned out complete.
  private func drain(limit: Int) throws -> [Int32] {
    var complete: [Int32] = []
    try sharpen()
    while let number = buckets[level].popLast() {
      if isComplete(partials[Int(number)]) {
        complete.append(number)
        if complete.count >= limit { return complete }
      }
      try extend(number)
      // New partial paths may have come in on weak bounds.
      if buckets[level].count & 1023 == 1023 { try sharpen() }
    }
    return complete
  }

  /// Grows the exact region while fewer states wait at its border than partial paths wait on a weak bound.
  private func sharpen() throws {
    while !search.backward.isExhausted {
      let weak = buckets[level].filter { !partials[Int($0)].isExact }
      guard weak.count > search.backward.frontier.count else { return }
      try search.deepen()
      buckets[level].removeAll { !partials[Int($0)].isExact }
      for number in weak { rebound(number) }
    }
  }

  private func rebound(_ number: Int32) {
    let partial = partials[Int(number)]
    let state = search.forward.expander.automaton.states[Int(partial.state)]
    guard let rest = search.remaining(partial.hop.node, state) else { return }
    partials[Int(number)].isExact = rest.isExact
    put(number, at: max(level, Int(partial.length) + Int(rest.bound)))
  }

  private func isComplete(_ partial: Partial) -> Bool {
    partial.hop.node == search.end && Int(partial.length) == level
      && search.forward.expander.automaton.isAccepting[Int(partial.state)]
  }

  private func extend(_ number: Int32) throws {
    let partial = partials[Int(number)]
    let node = partial.hop.node
    if partial.length > 0 {
      if search.avoided.contains(node) { return }
      // Without repeated nodes, a path that has come to its end goes no further.
      if mode == .simple || mode == .acyclic, node == search.end { return }
    }
    let automaton = search.forward.expander.automaton
    try search.forward.expander.hops(from: node, into: &hops)
    for hop in hops {
      guard let state = try automaton.step(partial.state, hop.hopClass, to: hop.node),
        let rest = search.remaining(hop.node, automaton.states[Int(state)])
      else { continue }
      let bound = Int(partial.length) + 1 + Int(rest.bound)
      guard bound <= maximumLength, partials.allow(hop, after: number, mode: mode, end: search.end) else { continue }
      partials.append(
        Partial(
          parent: number, hop: hop, state: state, length: partial.length + 1, isExact: rest.isExact))
      put(Int32(partials.count - 1), at: max(level, bound))
    }
  }

  private func path(_ number: Int32) -> GraphPath {
    GraphPath(start: search.start, hops: partials.hops(upTo: number))
  }

  private func sorted(_ complete: [Int32]) throws -> [GraphPath] {
    let evidence = search.forward.expander.evidence
    var ranked: [RankedPath] = []
    for number in complete {
      ranked.append(try RankedPath(path(number), evidence: evidence, text: text))
    }
    ranked.sort(by: RankedPath.isBefore)
    return ranked.map(\.path)
  }
}

/// A path with what decides its place in the order.
struct RankedPath {
  var path: GraphPath
  var confidence: Double
  var text: String

  init(_ path: GraphPath, evidence: any EdgeEvidence, text: PathText) throws {
    self.path = path
    confidence = try path.edges.reduce(1.0) { min($0, try evidence.confidence(of: $1)) }
    self.text = try text.text(of: path)
  }

  /// Shorter first, then the better supported weakest hop, then the text by Unicode scalars, then nodes.
  static func isBefore(_ a: RankedPath, _ b: RankedPath) -> Bool {
    if a.path.length != b.path.length { return a.path.length < b.path.length }
    if a.confidence != b.confidence { return a.confidence > b.confidence }
    if a.text != b.text { return scalarLess(a.text, b.text) }
    return a.path.nodes.lexicographicallyPrecedes(b.path.nodes)
  }
}
