/// The parser's part of a model, with what is computed from it once.
final class ParserWeights: @unchecked Sendable {
  static let actionHidden = ModelShape.actionHidden
  static let arcHidden = ModelShape.arcHidden
  /// A word's row: its contributions, with its tag, to the ten word slots of the action net and the eight of the label net.
  static let rowWidth = ModelShape.actionWords * actionHidden + ModelShape.arcWords * arcHidden
  static let arcPart = ModelShape.actionWords * actionHidden

  let model: LanguageModel
  private let actionWordBlocks: [WeightBlock]
  private let arcWordBlocks: [WeightBlock]
  let actionTags: [ProductTable]
  let actionLabels: [ProductTable]
  let arcTags: [ProductTable]
  let arcLabels: [ProductTable]
  let noWord: Int
  let rootWord: Int
  let noTag: Int
  let rootTag: Int
  let noLabel: Int

  init(_ model: LanguageModel) {
    self.model = model
    noWord = model.vocabulary.count + WordFeatures.bucketRows
    rootWord = noWord + 1
    noTag = model.tagCount
    rootTag = noTag + 1
    noLabel = model.labelCount
    let action = ParserNetTables(
      model, hidden: ParserWeights.actionHidden, section: .actionHidden, shifts: ModelParameter.actionShifts,
      slots: (ModelShape.actionWords, ParserState.actionNodes, ParserState.actionLabels))
    actionWordBlocks = action.words
    actionTags = action.tags
    actionLabels = action.labels
    let arc = ParserNetTables(
      model, hidden: ParserWeights.arcHidden, section: .arcHidden, shifts: ModelParameter.arcShifts,
      slots: (ModelShape.arcWords, ParserState.arcNodes, ModelShape.arcLabels))
    arcWordBlocks = arc.words
    arcTags = arc.tags
    arcLabels = arc.labels
  }

  /// Computes the row of a word with a tag.
  func fill(_ row: UnsafeMutablePointer<Int16>, word: Int, tag: Int, vector: UnsafeMutablePointer<Int16>) {
    let embedding = model.bytes(.parserWords) + word * ModelShape.parserWord
    for element in 0..<ModelShape.parserWord { vector[element] = Int16(embedding[element]) }
    for (slot, block) in actionWordBlocks.enumerated() {
      let hidden = ParserWeights.actionHidden
      (row + slot * hidden).update(from: actionTags[slot][tag], count: hidden)
      IntegerKernels.accumulate(into: row + slot * hidden, hidden: hidden, vector: vector, block: block)
    }
    for (slot, block) in arcWordBlocks.enumerated() {
      let hidden = ParserWeights.arcHidden
      let part = row + ParserWeights.arcPart + slot * hidden
      part.update(from: arcTags[slot][tag], count: hidden)
      IntegerKernels.accumulate(into: part, hidden: hidden, vector: vector, block: block)
    }
  }
}

/// The blocks and products of one of the parser's nets.
private struct ParserNetTables {
  let words: [WeightBlock]
  let tags: [ProductTable]
  let labels: [ProductTable]

  init(
    _ model: LanguageModel, hidden: Int, section: ModelSection, shifts: Int, slots: (words: Int, tags: Int, labels: Int)
  ) {
    let widths =
      [Int](repeating: ModelShape.parserWord, count: slots.words)
      + [Int](repeating: ModelShape.parserTag, count: slots.tags)
      + [Int](repeating: ModelShape.parserLabel, count: slots.labels)
    let blocks = WeightBlock.blocks(
      widths: widths, hidden: hidden, weights: model.shorts(section), shifts: model.parameters + shifts)
    words = Array(blocks[..<slots.words])
    let vector = alignedMemory(Int16.self, count: IntegerKernels.widest)
    defer { vector.deallocate() }
    func products(_ blocks: ArraySlice<WeightBlock>, _ rows: Int, _ table: ModelSection) -> [ProductTable] {
      blocks.map { block in
        ProductTable(
          rowCount: rows, embeddings: model.bytes(table), block: block, hidden: hidden, vector: vector)
      }
    }
    tags = products(blocks[slots.words..<slots.words + slots.tags], model.tagCount + 2, .parserTags)
    labels = products(blocks[(slots.words + slots.tags)...], model.labelCount + 3, .parserLabels)
  }
}
