@_spi(Training) import TextExtraction

/// The gold tree of a sentence, prepared for asking what a move costs.
struct GoldTree {
  /// The root word has the artificial root, `count`, as its head.
  let heads: [Int]
  let labels: [Int]
  /// For each node its dependants in ascending order.
  private let dependants: [[Int]]

  init(_ example: Example) {
    heads = GoldTree.projective(example.heads)
    labels = example.labels
    var lists = [[Int]](repeating: [], count: example.heads.count + 1)
    for (word, head) in heads.enumerated() { lists[head].append(word) }
    dependants = lists
  }

  /// The number of gold arcs that a move makes unreachable (Goldberg and Nivre 2013, arc-hybrid).
  func cost(of transition: Transition, in state: ParserState) -> Int {
    switch transition {
    case .shift:
      let next = state.next
      var cost = 0
      for index in 0..<state.stackCount {
        let word = Int(state.stack[index])
        if heads[word] == next { cost += 1 }
        if heads[next] == word && index < state.stackCount - 1 { cost += 1 }
      }
      return cost
    case .left:
      let top = Int(state.stack[state.stackCount - 1])
      let below = state.stackCount > 1 ? Int(state.stack[state.stackCount - 2]) : -1
      return waiting(for: top, in: state) + (heads[top] == below || heads[top] > state.next ? 1 : 0)
    case .right:
      let top = Int(state.stack[state.stackCount - 1])
      return waiting(for: top, in: state) + (heads[top] >= state.next ? 1 : 0)
    }
  }

  private func waiting(for word: Int, in state: ParserState) -> Int {
    var count = 0
    for dependant in dependants[word].reversed() {
      if dependant < state.next { break }
      count += 1
    }
    return count
  }

  /// Lifts the dependant of the shortest crossing arc to its grandparent until no arcs cross.
  static func projective(_ heads: [Int]) -> [Int] {
    var heads = heads
    while let word = shortestCrossing(heads) {
      heads[word] = heads[heads[word]]
    }
    return heads
  }

  private static func shortestCrossing(_ heads: [Int]) -> Int? {
    var best: (length: Int, word: Int)?
    // A dependant of the root word stays: lifted, it would be a second root.
    for word in heads.indices where heads[word] < heads.count && heads[heads[word]] < heads.count {
      let low = min(word, heads[word])
      let high = max(word, heads[word])
      if let best, best.length <= high - low { continue }
      // A tree has crossing arcs when a word under some arc hangs on one outside of it.
      let isCrossed = (low + 1..<max(low + 1, high)).contains { heads[$0] < low || heads[$0] > high }
      if isCrossed { best = (high - low, word) }
    }
    return best?.word
  }
}
