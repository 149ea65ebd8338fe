/// Finds the dependency tree of a sentence, with memory of its own; one task uses it at a time.
///
/// A greedy arc-hybrid parser: one net chooses the moves, another names the arc at the moment it is made.
final class Parser {
  /// The longest sentence that is parsed.
  static let longest = 256

  private typealias Lane = IntegerKernels.Lane
  private let weights: ParserWeights
  private let model: LanguageModel
  private var cache: RowCache
  private(set) var state: ParserState
  /// For each word how sure the move was that gave it its head, 0…255.
  let confidences: UnsafeMutablePointer<UInt8>
  /// Rows and tags by node, from -1 (no node) to the root.
  private let rows: UnsafeMutablePointer<UnsafePointer<Int16>>
  private let tags: UnsafeMutablePointer<Int32>
  private let nodes: UnsafeMutablePointer<Int32>
  private let actionSum: UnsafeMutablePointer<Lane>
  private let arcSum: UnsafeMutablePointer<Lane>
  private let vector: UnsafeMutablePointer<Int16>
  /// Scores of moves, then of labels.
  private let scores: UnsafeMutablePointer<Int32>
  private let actionTags: UnsafeMutablePointer<ProductTable>
  private let actionLabels: UnsafeMutablePointer<ProductTable>
  private let arcTags: UnsafeMutablePointer<ProductTable>
  private let arcLabels: UnsafeMutablePointer<ProductTable>

  init(_ weights: ParserWeights) {
    self.weights = weights
    model = weights.model
    cache = RowCache(capacity: 4096, width: ParserWeights.rowWidth, spareRows: Parser.longest + 2)
    state = ParserState(capacity: Parser.longest)
    confidences = .allocate(capacity: Parser.longest)
    rows = .allocate(capacity: Parser.longest + 2)
    tags = .allocate(capacity: Parser.longest + 2)
    nodes = .allocate(capacity: 32)
    actionSum = alignedMemory(Lane.self, count: ParserWeights.actionHidden / 16)
    arcSum = alignedMemory(Lane.self, count: ParserWeights.arcHidden / 16)
    vector = alignedMemory(Int16.self, count: IntegerKernels.widest)
    scores = alignedMemory(Int32.self, count: max(4, model.labelCount))
    actionTags = Parser.copy(weights.actionTags)
    actionLabels = Parser.copy(weights.actionLabels)
    arcTags = Parser.copy(weights.arcTags)
    arcLabels = Parser.copy(weights.arcLabels)
  }

  private static func copy(_ tables: [ProductTable]) -> UnsafeMutablePointer<ProductTable> {
    let memory = UnsafeMutablePointer<ProductTable>.allocate(capacity: tables.count)
    for (index, table) in tables.enumerated() { (memory + index).initialize(to: table) }
    return memory
  }

  deinit {
    cache.deallocate()
    state.deallocate()
    confidences.deallocate()
    rows.deallocate()
    tags.deallocate()
    nodes.deallocate()
    actionSum.deallocate()
    arcSum.deallocate()
    vector.deallocate()
    scores.deallocate()
    actionTags.deallocate()
    actionLabels.deallocate()
    arcTags.deallocate()
    arcLabels.deallocate()
  }

  /// Parses a sentence of at most `longest` words; `words` holds rows of the parser's words, `tags` of the model's tags.
  ///
  /// The result stands in `state.heads`, `state.labels` and `confidences`.
  func parse(words: UnsafePointer<Int32>, tags wordTags: UnsafePointer<UInt8>, count: Int) {
    cache.startSentence()
    setRow(-1, word: weights.noWord, tag: weights.noTag)
    for index in 0..<count { setRow(index, word: Int(words[index]), tag: Int(wordTags[index])) }
    setRow(count, word: weights.rootWord, tag: weights.rootTag)
    state.reset(count: count, noLabel: Int32(weights.noLabel))
    while !state.isFinal { step() }
  }

  private func setRow(_ node: Int, word: Int, tag: Int) {
    let (row, isNew) = cache.row(RowCache.Key(low: UInt64(tag), high: UInt32(truncatingIfNeeded: word)))
    if isNew { weights.fill(row, word: word, tag: tag, vector: vector) }
    rows[node + 1] = UnsafePointer(row)
    tags[node + 1] = Int32(truncatingIfNeeded: tag)
  }

  /// Makes the best legal move.
  private func step() {
    let canShift = state.isLegal(.shift)
    let canLeft = state.isLegal(.left)
    let canRight = state.isLegal(.right)
    if canShift && !canLeft && !canRight { return state.shift() }
    scoreActions()
    var move = Transition.shift
    var best = canShift ? scores[Transition.shift.rawValue] : Int32.min
    if canLeft && (scores[Transition.left.rawValue] > best || !canShift) {
      (move, best) = (.left, scores[Transition.left.rawValue])
    }
    if canRight && (scores[Transition.right.rawValue] > best || !canShift && !canLeft) {
      (move, best) = (.right, scores[Transition.right.rawValue])
    }
    guard move != .shift else { return state.shift() }
    var other = canShift ? scores[Transition.shift.rawValue] : Int32.min
    if move != .left && canLeft { other = max(other, scores[Transition.left.rawValue]) }
    if move != .right && canRight { other = max(other, scores[Transition.right.rawValue]) }
    let (head, dependant) = state.arc(move)
    confidences[dependant] = confidence(best, over: other)
    let label = head == state.count ? model.rootLabel : bestLabel(head: head, dependant: dependant)
    state.attach(move, label: Int32(truncatingIfNeeded: label))
  }

  private func confidence(_ score: Int32, over other: Int32) -> UInt8 {
    // The only legal move says nothing about whether it is right: the chance of the last table entry is too high.
    guard other != .min else { return model.confidence[16] }
    let step = (Int(score) - Int(other)) / max(1, Int(model.parameters[ModelParameter.marginUnit]))
    return model.confidence[min(127, step)]
  }

  private func scoreActions() {
    let hidden = ParserWeights.actionHidden
    let lanes = hidden / 16
    state.writeActionNodes(nodes)
    let sum = actionSum
    let start = UnsafeRawPointer(model.shorts(.actionHiddenBias)).assumingMemoryBound(to: Lane.self)
    for lane in 0..<lanes { sum[lane] = start[lane] }
    for slot in 0..<ModelShape.actionWords {
      IntegerKernels.add(rows[Int(nodes[slot]) &+ 1] + slot &* hidden, to: sum, lanes: lanes)
    }
    for slot in ModelShape.actionWords..<ParserState.actionNodes {
      IntegerKernels.add(actionTags[slot][Int(tags[Int(nodes[slot]) &+ 1])], to: sum, lanes: lanes)
    }
    for slot in 0..<ParserState.actionLabels {
      let label = state.labels[Int(nodes[ParserState.actionNodes &+ slot])]
      IntegerKernels.add(actionLabels[slot][Int(label)], to: sum, lanes: lanes)
    }
    IntegerKernels.rectify(sum, lanes: lanes)
    let activation = UnsafeRawPointer(sum).assumingMemoryBound(to: Int16.self)
    IntegerKernels.scores(
      activation, hidden: hidden, weights: model.shorts(.actionOutput), bias: model.words(.actionOutputBias), count: 3,
      into: scores)
  }

  private func bestLabel(head: Int, dependant: Int) -> Int {
    let hidden = ParserWeights.arcHidden
    let lanes = hidden / 16
    state.writeArcNodes(head: head, dependant: dependant, nodes)
    let sum = arcSum
    let start = UnsafeRawPointer(model.shorts(.arcHiddenBias)).assumingMemoryBound(to: Lane.self)
    for lane in 0..<lanes { sum[lane] = start[lane] }
    for slot in 0..<ModelShape.arcWords {
      let row = rows[Int(nodes[slot]) &+ 1] + ParserWeights.arcPart
      IntegerKernels.add(row + slot &* hidden, to: sum, lanes: lanes)
    }
    for slot in ModelShape.arcWords..<ParserState.arcNodes {
      IntegerKernels.add(arcTags[slot][Int(tags[Int(nodes[slot]) &+ 1])], to: sum, lanes: lanes)
    }
    for slot in 0..<ParserState.arcLabels {
      let label = state.labels[Int(nodes[ParserState.arcNodes &+ slot])]
      IntegerKernels.add(arcLabels[slot][Int(label)], to: sum, lanes: lanes)
    }
    let direction = weights.noLabel &+ (head > dependant ? 1 : 2)
    IntegerKernels.add(arcLabels[ParserState.arcLabels][direction], to: sum, lanes: lanes)
    IntegerKernels.rectify(sum, lanes: lanes)
    let activation = UnsafeRawPointer(sum).assumingMemoryBound(to: Int16.self)
    IntegerKernels.scores(
      activation, hidden: hidden, weights: model.shorts(.arcOutput), bias: model.words(.arcOutputBias),
      count: model.labelCount, into: scores)
    // Only the root word has the label of the root.
    var best = model.rootLabel == 0 ? 1 : 0
    for label in best + 1..<model.labelCount where scores[label] > scores[best] && label != model.rootLabel {
      best = label
    }
    return best
  }
}
