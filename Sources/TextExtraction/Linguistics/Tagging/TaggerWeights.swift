/// The tagger's part of a model, with what is computed from it once.
final class TaggerWeights: @unchecked Sendable {
  static let hidden = ModelShape.taggerHidden
  static let lanes = hidden / 16
  /// A word's row: its contribution to the windows of five words, itself and its two neighbours on either side.
  static let rowWidth = 5 * hidden

  let model: LanguageModel
  /// The slots that look at words, with their weights and the window position that they belong to.
  private let slots: [(slot: TaggerSlot, block: WeightBlock)]
  /// The products of the last tag and of the one before it.
  let history: (ProductTable, ProductTable)
  let bias: UnsafePointer<Int16>
  let output: UnsafePointer<Int16>
  let outputBias: UnsafePointer<Int32>
  /// The row of what lies outside the sentence.
  let padding: UnsafePointer<Int16>

  init(_ model: LanguageModel) {
    self.model = model
    let blocks = WeightBlock.blocks(
      widths: TaggerSlot.all.map(\.width), hidden: TaggerWeights.hidden, weights: model.shorts(.taggerHidden),
      shifts: model.parameters + ModelParameter.taggerShifts)
    let all = Array(zip(TaggerSlot.all, blocks)).map { (slot: $0, block: $1) }
    slots = all.filter { $0.slot.table != .tag }
    let vector = alignedMemory(Int16.self, count: IntegerKernels.widest)
    defer { vector.deallocate() }
    let tables = all.filter { $0.slot.table == .tag }.map { entry in
      ProductTable(
        rowCount: model.tagCount + 1, embeddings: model.bytes(.taggerTags), block: entry.block,
        hidden: TaggerWeights.hidden, vector: vector)
    }
    history = (tables[0], tables[1])
    bias = model.shorts(.taggerHiddenBias)
    output = model.shorts(.taggerOutput)
    outputBias = model.words(.taggerOutputBias)
    let row = alignedMemory(Int16.self, count: TaggerWeights.rowWidth)
    padding = UnsafePointer(row)
    for (slot, block) in slots {
      let (table, index) = TaggerWeights.place(slot.table, TaggerInput.padding(model))
      IntegerKernels.accumulate(
        into: row + (slot.position + 2) * TaggerWeights.hidden, hidden: TaggerWeights.hidden,
        embedding: model.bytes(table) + index * block.width, block: block, vector: vector)
    }
  }

  /// Computes a word's row.
  func fill(_ row: UnsafeMutablePointer<Int16>, _ input: TaggerInput, vector: UnsafeMutablePointer<Int16>) {
    row.update(repeating: 0, count: TaggerWeights.rowWidth)
    for (slot, block) in slots {
      let (table, index) = TaggerWeights.place(slot.table, input)
      IntegerKernels.accumulate(
        into: row + (slot.position + 2) * TaggerWeights.hidden, hidden: TaggerWeights.hidden,
        embedding: model.bytes(table) + index * block.width, block: block, vector: vector)
    }
  }

  private static func place(_ table: TaggerSlot.Table, _ input: TaggerInput) -> (ModelSection, Int) {
    switch table {
    case .word: (.taggerWords, input.word)
    case .suffix3: (.taggerSuffixes, input.suffix3)
    case .suffix4: (.taggerSuffixes, input.suffix4)
    case .suffix2: (.taggerAffixes, input.suffix2)
    case .prefix3: (.taggerAffixes, input.prefix3)
    case .shape: (.taggerShapes, input.shape)
    case .ambiguity: (.taggerAmbiguity, input.ambiguity)
    case .tag: (.taggerTags, 0)
    }
  }
}

/// The rows of the tagger's tables for one word.
struct TaggerInput {
  var word: Int
  var suffix3: Int
  var suffix4: Int
  var suffix2: Int
  var prefix3: Int
  var shape: Int
  var ambiguity: Int

  init(_ features: WordFeatures, word row: Int, model: LanguageModel) {
    word = row < 0 ? model.vocabulary.count : row
    suffix3 = Int(features.suffix3)
    suffix4 = Int(features.suffix4)
    suffix2 = Int(features.suffix2)
    prefix3 = Int(features.prefix3)
    shape = Int(features.shape)
    ambiguity = row < 0 ? 0 : Int(model.ambiguity[row])
  }

  private init(word: Int, suffix: Int, affix: Int, shape: Int, ambiguity: Int) {
    self.word = word
    suffix3 = suffix
    suffix4 = suffix
    suffix2 = affix
    prefix3 = affix
    self.shape = shape
    self.ambiguity = ambiguity
  }

  /// What stands for the words before the first and after the last.
  static func padding(_ model: LanguageModel) -> TaggerInput {
    TaggerInput(
      word: model.vocabulary.count + 1, suffix: WordFeatures.suffixRows, affix: WordFeatures.affixRows,
      shape: WordFeatures.shapeRows, ambiguity: 255)
  }

  /// All that the row depends on.
  var key: RowCache.Key {
    let ends = UInt64(suffix3) << 44 | UInt64(suffix4) << 31 | UInt64(suffix2) << 20 | UInt64(prefix3) << 9
    return RowCache.Key(low: ends | UInt64(shape), high: UInt32(word))
  }
}
