@_spi(Training) import TextExtraction

/// The parser's two nets with the tables that they share, in floating point.
final class ParserNet {
  let lexicon: Lexicon
  let words: Table
  let tags: Table
  let labels: Table
  let action: SlotNetwork
  let arc: SlotNetwork
  private var state = ParserState(capacity: 1024)
  private var random: RandomSource
  private var nodes = [Int32](repeating: 0, count: 32)
  private var rows = [Int32](repeating: 0, count: 64)
  private var wordRows: [Int32] = []
  private var tagRows: [Int32] = []
  private var gradient: [Float]

  init(_ lexicon: Lexicon, vectors: WordVectors, seed: UInt64) {
    self.lexicon = lexicon
    var random = RandomSource(seed: seed)
    let vocabulary = lexicon.vocabulary.count
    words = Table(rows: vocabulary + WordFeatures.bucketRows + 2, width: ModelShape.parserWord, scale: 0.3, &random)
    vectors.fill(words, vocabulary: lexicon.vocabulary, norm: 2)
    tags = Table(rows: lexicon.tagNames.count + 2, width: ModelShape.parserTag, scale: 0.5, &random)
    labels = Table(rows: lexicon.labelNames.count + 3, width: ModelShape.parserLabel, scale: 0.5, &random)
    action = SlotNetwork(
      slots: [Table](repeating: words, count: ModelShape.actionWords)
        + [Table](repeating: tags, count: ParserState.actionNodes)
        + [Table](repeating: labels, count: ParserState.actionLabels),
      hidden: ModelShape.actionHidden, outputs: 3, &random)
    arc = SlotNetwork(
      slots: [Table](repeating: words, count: ModelShape.arcWords)
        + [Table](repeating: tags, count: ParserState.arcNodes)
        + [Table](repeating: labels, count: ModelShape.arcLabels),
      hidden: ModelShape.arcHidden, outputs: lexicon.labelNames.count, &random)
    gradient = [Float](repeating: 0, count: max(3, lexicon.labelNames.count))
    self.random = random
  }

  var parameters: [Parameters] {
    [words, tags, labels].map(\.parameters) + action.parameters + arc.parameters
  }

  private var noLabel: Int32 { Int32(lexicon.labelNames.count) }

  func train(_ examples: [Example], epochs: Int, rate highest: Float = 0.02, afterEpoch: (Int) -> Void) {
    let trees = examples.map { GoldTree($0) }
    var order = Array(examples.indices)
    let total = epochs * examples.count
    var seen = 0
    for epoch in 0..<epochs {
      random.shuffle(&order)
      for index in order {
        let rate = highest * (1 - 0.9 * Float(seen) / Float(total))
        learn(examples[index], trees[index], rate: rate, exploration: epoch == 0 ? 0 : 0.9)
        seen += 1
        if seen * 2 > total && seen % 600 == 0 { parameters.forEach { $0.sample() } }
      }
      afterEpoch(epoch)
    }
    parameters.forEach { $0.takeAverage() }
  }

  /// Looks up the rows of a sentence; index 0 is "no node", the root comes last.
  private func prepare(_ example: Example, hides: Bool) {
    let vocabulary = lexicon.vocabulary.count
    wordRows = [Int32(vocabulary + WordFeatures.bucketRows)]
    for (index, word) in example.words.enumerated() {
      let isHidden = word < 0 || hides && random.unit() < 0.25 / Float(lexicon.counts[word] + 1)
      wordRows.append(Int32(isHidden ? vocabulary + Int(example.features[index].bucket) : word))
    }
    wordRows.append(Int32(vocabulary + WordFeatures.bucketRows + 1))
    let count = Int32(lexicon.tagNames.count)
    tagRows = [count] + example.predicted.map { Int32($0) } + [count + 1]
    state.reset(count: example.words.count, noLabel: noLabel)
  }

  private func scoreActions() {
    nodes.withUnsafeMutableBufferPointer { state.writeActionNodes($0.baseAddress!) }
    var slot = 0
    for index in 0..<ModelShape.actionWords {
      rows[slot] = wordRows[Int(nodes[index]) + 1]
      slot += 1
    }
    for index in 0..<ParserState.actionNodes {
      rows[slot] = tagRows[Int(nodes[index]) + 1]
      slot += 1
    }
    for index in 0..<ParserState.actionLabels {
      rows[slot] = state.labels[Int(nodes[ParserState.actionNodes + index])]
      slot += 1
    }
    action.forward(rows)
  }

  private func scoreLabels(head: Int, dependant: Int) {
    nodes.withUnsafeMutableBufferPointer { state.writeArcNodes(head: head, dependant: dependant, $0.baseAddress!) }
    var slot = 0
    for index in 0..<ModelShape.arcWords {
      rows[slot] = wordRows[Int(nodes[index]) + 1]
      slot += 1
    }
    for index in 0..<ParserState.arcNodes {
      rows[slot] = tagRows[Int(nodes[index]) + 1]
      slot += 1
    }
    for index in 0..<ParserState.arcLabels {
      rows[slot] = state.labels[Int(nodes[ParserState.arcNodes + index])]
      slot += 1
    }
    rows[slot] = noLabel + (head > dependant ? 1 : 2)
    arc.forward(rows)
  }

  private func learn(_ example: Example, _ tree: GoldTree, rate: Float, exploration: Float) {
    prepare(example, hides: true)
    while !state.isFinal {
      scoreActions()
      let legal = Transition.allCases.filter { state.isLegal($0) }
      let costs = legal.map { tree.cost(of: $0, in: state) }
      let least = costs.min() ?? 0
      var gold = legal[0]
      var goldScore = -Float.infinity
      var best = legal[0]
      for (move, cost) in zip(legal, costs) {
        let score = action.scores[move.rawValue]
        if cost == least && score > goldScore { (gold, goldScore) = (move, score) }
        if score > action.scores[best.rawValue] { best = move }
      }
      if legal.count > 1 { learnMove(gold, legal.filter { tree.cost(of: $0, in: state) > least }, rate: rate) }
      let move = exploration > 0 && random.unit() < exploration ? best : gold
      if move == .shift {
        state.shift()
      } else {
        attach(move, tree: tree, rate: rate, usesGold: exploration == 0)
      }
    }
  }

  private func learnMove(_ gold: Transition, _ others: [Transition], rate: Float) {
    guard !others.isEmpty else { return }
    let goldScore = action.scores[gold.rawValue]
    let highest = others.reduce(goldScore) { max($0, action.scores[$1.rawValue]) }
    var sum = exponential(goldScore - highest)
    for index in 0..<3 { gradient[index] = 0 }
    for move in others {
      gradient[move.rawValue] = exponential(action.scores[move.rawValue] - highest)
      sum += gradient[move.rawValue]
    }
    let probability = exponential(goldScore - highest) / sum
    guard probability <= 0.97 else { return }
    for index in 0..<3 { gradient[index] /= sum }
    gradient[gold.rawValue] = probability - 1
    action.backward(rows, gradient, rate: rate)
  }

  private func attach(_ move: Transition, tree: GoldTree, rate: Float, usesGold: Bool) {
    let (head, dependant) = state.arc(move)
    guard head < state.count else { return state.attach(move, label: Int32(lexicon.rootLabel)) }
    scoreLabels(head: head, dependant: dependant)
    var label = bestLabel()
    if tree.heads[dependant] == head {
      let gold = tree.labels[dependant]
      if softmax(arc, gold: gold, &gradient) <= 0.97 { arc.backward(rows, gradient, rate: rate) }
      if usesGold { label = gold }
    }
    state.attach(move, label: Int32(label))
  }

  private func bestLabel() -> Int {
    var best = lexicon.rootLabel == 0 ? 1 : 0
    for label in 0..<arc.outputs where label != lexicon.rootLabel && arc.scores[label] > arc.scores[best] {
      best = label
    }
    return best
  }

  /// Parses a sentence greedily with its predicted tags.
  func parse(_ example: Example) -> (heads: [Int], labels: [Int]) {
    prepare(example, hides: false)
    while !state.isFinal {
      scoreActions()
      var best: Transition?
      for move in Transition.allCases where state.isLegal(move) {
        if best.map({ action.scores[move.rawValue] > action.scores[$0.rawValue] }) ?? true { best = move }
      }
      guard let best else { break }
      guard best != .shift else {
        state.shift()
        continue
      }
      let (head, dependant) = state.arc(best)
      if head == state.count {
        state.attach(best, label: Int32(lexicon.rootLabel))
      } else {
        scoreLabels(head: head, dependant: dependant)
        state.attach(best, label: Int32(bestLabel()))
      }
    }
    let count = example.words.count
    return ((0..<count).map { Int(state.heads[$0]) }, (0..<count).map { Int(state.labels[$0]) })
  }
}
