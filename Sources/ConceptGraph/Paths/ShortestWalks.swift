import ConceptModel

/// The best of all shortest walks between two nodes: highest weakest confidence first, then text.
///
/// Works on the layers of shortest walks without listing them, so that exponentially many ties cost nothing.
struct ShortestWalks {
  private struct Step {
    var hop: Hop
    var next: Int
    var confidence: Double
  }

  private struct LayerState {
    var node: NodeID
    var state: Int32
    var steps: [Step] = []
    var confidence = 1.0
    /// The best step, once chosen.
    var choice = -1
  }

  private let search: PairSearch
  private let text: PathText
  private var layers: [[LayerState]] = []

  init(search: PairSearch, text: PathText) {
    self.search = search
    self.text = text
  }

  /// The best walk of the shortest length; the search must have run and found one.
  mutating func best(length: Int) throws -> GraphPath {
    try buildLayers(length)
    let isForced = layers.allSatisfy { $0.count == 1 && $0[0].steps.count <= 1 }
    if !isForced { try measure() }
    try choose(isForced: isForced)
    var path = GraphPath(start: search.start)
    var index = 0
    for layer in layers.dropLast() {
      let state = layer[index]
      guard state.steps.indices.contains(state.choice) else { break }
      path.hops.append(state.steps[state.choice].hop)
      index = state.steps[state.choice].next
    }
    return path
  }

  private mutating func buildLayers(_ length: Int) throws {
    let expander = search.forward.expander
    let automaton = expander.automaton
    layers = [[LayerState(node: search.start, state: try automaton.start(at: search.start))]]
    var hops: [Hop] = []
    for level in 0..<length {
      var next: [LayerState] = []
      var numbers: [UInt64: Int] = [:]
      for index in layers[level].indices {
        try expander.hops(from: layers[level][index].node, into: &hops)
        for hop in hops {
          guard let state = try automaton.step(layers[level][index].state, hop.hopClass, to: hop.node),
            let rest = search.remaining(hop.node, automaton.states[Int(state)]), rest.isExact,
            Int(rest.bound) == length - level - 1
          else { continue }
          let key = UInt64(hop.node.raw) << 32 | UInt64(UInt32(bitPattern: state))
          let number = numbers[key] ?? next.count
          if number == next.count {
            numbers[key] = number
            next.append(LayerState(node: hop.node, state: state))
          }
          layers[level][index].steps.append(Step(hop: hop, next: number, confidence: 1))
        }
      }
      layers.append(next)
    }
  }

  /// Fills in confidences from the end: of a state, the best weakest hop of any walk from it.
  private mutating func measure() throws {
    let evidence = search.forward.expander.evidence
    for level in stride(from: layers.count - 2, through: 0, by: -1) {
      for index in layers[level].indices {
        var best = -1.0
        let node = layers[level][index].node
        for step in layers[level][index].steps.indices {
          let confidence = try evidence.confidence(of: layers[level][index].steps[step].hop.edge(from: node))
          layers[level][index].steps[step].confidence = confidence
          let rest = layers[level + 1][layers[level][index].steps[step].next].confidence
          best = max(best, min(confidence, rest))
        }
        layers[level][index].confidence = best
      }
    }
  }

  private mutating func choose(isForced: Bool) throws {
    let threshold = layers[0][0].confidence
    for level in stride(from: layers.count - 2, through: 0, by: -1) {
      for index in layers[level].indices {
        var choice = -1
        for (number, step) in layers[level][index].steps.enumerated() {
          if !isForced {
            let next = layers[level + 1][step.next]
            if step.confidence < threshold || next.confidence < threshold { continue }
          }
          if choice < 0 {
            choice = number
          } else if try isBefore(step, layers[level][index].steps[choice], level: level) {
            choice = number
          }
        }
        layers[level][index].choice = choice
      }
    }
  }

  /// Whether the walk through one step comes before that through another, by the text from here to the end.
  private func isBefore(_ a: Step, _ b: Step, level: Int) throws -> Bool {
    var left = try TextCursor(text.text(of: a.hop), level: level + 1, index: a.next)
    var right = try TextCursor(text.text(of: b.hop), level: level + 1, index: b.next)
    while true {
      if left.isAtEnd, right.isAtEnd, left.level == right.level, left.index == right.index { return false }
      let x = try left.next(layers, text)
      let y = try right.next(layers, text)
      switch (x, y) {
      case (nil, _): return y != nil
      case (_, nil): return false
      case (let x?, let y?): if x != y { return x < y }
      }
    }
  }

  /// The text of a walk, byte by byte, read off the choices that were made.
  private struct TextCursor {
    var bytes: [UInt8]
    var offset = 0
    var level: Int
    var index: Int

    init(_ text: String, level: Int, index: Int) {
      bytes = Array(text.utf8)
      self.level = level
      self.index = index
    }

    var isAtEnd: Bool { offset == bytes.count }

    mutating func next(_ layers: [[LayerState]], _ text: PathText) throws -> UInt8? {
      if isAtEnd {
        guard level < layers.count - 1 else { return nil }
        let state = layers[level][index]
        guard state.steps.indices.contains(state.choice) else { return nil }
        let step = state.steps[state.choice]
        bytes = Array(try text.text(of: step.hop).utf8)
        offset = 0
        level += 1
        index = step.next
      }
      offset += 1
      return bytes[offset - 1]
    }
  }
}
