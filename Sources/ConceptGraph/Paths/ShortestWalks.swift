import ConceptModel

/// The best of all shortest walks between two nodes: highest weakest confidence first, then text.
///
/// Works on the layers of shortest walks without listing them, so that exponentially many ties cost nothing; names are
/// read only where walks of one confidence part.
struct ShortestWalks {
  private struct Step {
    var hop: Hop
    /// The place of the next state among all states.
    var next: Int
    var confidence: Double
  }

  private struct LayerState {
    var node: NodeID
    var state: Int32
    /// The steps that lead on, as places among all steps.
    var steps: Range<Int>
    /// Of all walks from here, the greatest weakest confidence.
    var confidence = 1.0
  }

  /// A walk that may still be the best one: where it has come and what of its text is not compared yet.
  private struct Candidate: Hashable {
    var state: Int
    var rest: ArraySlice<UInt8>
    /// The place of its last step in the trail, or -1.
    var trail: Int
  }

  private let search: PairSearch
  private let text: PathText
  /// First hops that are not wanted.
  private let excluded: Set<Hop>
  /// The confidence of what stands before the walk, above which its own does not matter.
  private let bound: Double
  /// All states by layer; the last one is the end.
  private var states: [LayerState] = []
  private var steps: [Step] = []

  init(search: PairSearch, text: PathText, excluding excluded: Set<Hop> = [], bound: Double = .infinity) {
    self.search = search
    self.text = text
    self.excluded = excluded
    self.bound = bound
  }

  /// The best walk of the shortest length; the search must have run and found one.
  mutating func best(length: Int) throws -> GraphPath {
    try buildLayers(length)
    if states.contains(where: { $0.steps.count > 1 }) { try measure() }
    return GraphPath(start: search.start, hops: try choose())
  }

  private mutating func buildLayers(_ length: Int) throws {
    let expander = search.forward.expander
    let automaton = expander.automaton
    let exact = search.exact
    states = [LayerState(node: search.start, state: try automaton.start(at: search.start), steps: 0..<0)]
    var layer = 0..<1
    for level in 0..<length {
      let rest = Int32(length - level - 1)
      // A state lies on shortest walks at one distance only, so that one layer's numbers are enough.
      var numbers = StateTable()
      for index in layer {
        let first = steps.count
        let (node, before) = (states[index].node, states[index].state)
        try expander.forEachHop(from: node, where: { exact.mayRemain($0, rest) }) { hop in
          guard level > 0 || excluded.isEmpty || !excluded.contains(hop),
            let state = try automaton.step(before, hop.hopClass, to: hop.node),
            exact.remains(hop.node, automaton.positions(of: state), exactly: rest)
          else { return }
          let key = UInt64(hop.node.raw) << 32 | UInt64(UInt32(bitPattern: state))
          let number = numbers[key].map(Int.init) ?? states.count
          if number == states.count {
            _ = numbers.insert(key, Int32(number))
            states.append(LayerState(node: hop.node, state: state, steps: 0..<0))
          }
          steps.append(Step(hop: hop, next: number, confidence: 1))
        }
        states[index].steps = first..<steps.count
      }
      layer = layer.upperBound..<states.count
    }
  }

  /// Fills in confidences from the end.
  private mutating func measure() throws {
    let evidence = search.forward.expander.evidence
    if evidence.commonConfidence != nil { return }
    for index in states.indices.reversed() where !states[index].steps.isEmpty {
      var best = -1.0
      for place in states[index].steps {
        let confidence = try evidence.confidence(of: steps[place].hop.edge(from: states[index].node))
        steps[place].confidence = confidence
        best = max(best, min(confidence, states[steps[place].next].confidence))
      }
      states[index].confidence = best
    }
  }

  /// The hops of the walk whose text comes first, among those of the greatest weakest confidence.
  ///
  /// Texts are compared from the front, as far as all candidates have some, and the smallest stay.
  private func choose() throws -> [Hop] {
    let threshold = min(states[0].confidence, bound)
    var trail: [(hop: Hop, before: Int)] = []
    var candidates = [Candidate(state: 0, rest: [], trail: -1)]
    while true {
      var next: [Candidate] = []
      var seen: Set<Candidate> = []
      for candidate in candidates {
        if !candidate.rest.isEmpty {
          next.append(candidate)
          continue
        }
        let state = states[candidate.state]
        // A text that ends here comes before all that go on.
        if state.steps.isEmpty { return hops(trail, candidate.trail) }
        for place in state.steps {
          let step = steps[place]
          if step.confidence < threshold || states[step.next].confidence < threshold { continue }
          trail.append((step.hop, candidate.trail))
          next.append(Candidate(state: step.next, rest: [], trail: trail.count - 1))
        }
        // One way only: its text decides nothing.
        if candidates.count == 1, next.count == 1 { break }
        for index in next.indices where next[index].rest.isEmpty {
          next[index].rest = Array(try text.text(of: trail[next[index].trail].hop).utf8)[...]
        }
      }
      guard next.count > 1 else {
        guard let only = next.first else { return [] }
        candidates = [Candidate(state: only.state, rest: [], trail: only.trail)]
        continue
      }
      let width = next.reduce(Int.max) { min($0, $1.rest.count) }
      var least = next[0].rest.prefix(width)
      for candidate in next where candidate.rest.prefix(width).lexicographicallyPrecedes(least) {
        least = candidate.rest.prefix(width)
      }
      candidates = next.filter { $0.rest.starts(with: least) }.compactMap { candidate in
        var rest = candidate
        rest.rest = candidate.rest.dropFirst(width)
        // Of two walks with one future the first stays.
        return seen.insert(Candidate(state: rest.state, rest: rest.rest, trail: 0)).inserted ? rest : nil
      }
    }
  }

  private func hops(_ trail: [(hop: Hop, before: Int)], _ last: Int) -> [Hop] {
    var hops: [Hop] = []
    var place = last
    while place >= 0 {
      hops.append(trail[place].hop)
      place = trail[place].before
    }
    return hops.reversed()
  }
}
