@_spi(Training) import TextExtraction

/// The tags that words have been seen with, as one small number for each word.
struct AmbiguityClasses {
  /// For each word of the vocabulary.
  var rows: [UInt8]
  static let padding: UInt8 = 255

  /// Counts the examples: words seen three times or more have the list of their tags with a share of a tenth.
  init(_ examples: [Example], vocabulary: Int) {
    var counts = [[Int: Int]](repeating: [:], count: vocabulary)
    for example in examples {
      for (word, tag) in zip(example.words, example.tags) where word >= 0 && tag >= 0 {
        counts[word][tag, default: 0] += 1
      }
    }
    let lists = counts.map { AmbiguityClasses.list($0) }
    var frequency: [[Int]: Int] = [:]
    for list in lists where !list.isEmpty { frequency[list, default: 0] += 1 }
    let common = frequency.sorted { ($1.value, $0.key.description) < ($0.value, $1.key.description) }.prefix(250)
    var index: [[Int]: UInt8] = [:]
    for (row, entry) in common.enumerated() { index[entry.key] = UInt8(row + 2) }
    rows = lists.map { list in list.isEmpty ? 0 : index[list] ?? index[[list[0]]] ?? 1 }
  }

  private static func list(_ counts: [Int: Int]) -> [Int] {
    let total = counts.values.reduce(0, +)
    guard total >= 3 else { return [] }
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return sorted.prefix(3).filter { $0.value * 10 >= total }.map(\.key)
  }
}

/// The tagger with its tables, in floating point.
final class TaggerNet {
  let lexicon: Lexicon
  let words: Table
  let suffixes: Table
  let affixes: Table
  let shapes: Table
  let ambiguity: Table
  let tags: Table
  let net: SlotNetwork
  var classes = AmbiguityClasses([], vocabulary: 0)
  var counts: [Int] = []
  private var random: RandomSource

  init(_ lexicon: Lexicon, vectors: WordVectors, seed: UInt64) {
    self.lexicon = lexicon
    var random = RandomSource(seed: seed)
    let vocabulary = lexicon.vocabulary.count
    words = Table(rows: vocabulary + 2, width: ModelShape.taggerWord, scale: 0.3, &random)
    vectors.fill(words, vocabulary: lexicon.vocabulary, norm: 2)
    suffixes = Table(rows: WordFeatures.suffixRows + 1, width: ModelShape.taggerSuffix, scale: 0.3, &random)
    affixes = Table(rows: WordFeatures.affixRows + 1, width: ModelShape.taggerAffix, scale: 0.3, &random)
    shapes = Table(rows: WordFeatures.shapeRows + 1, width: ModelShape.taggerShape, scale: 0.5, &random)
    ambiguity = Table(rows: ModelShape.ambiguityRows, width: ModelShape.taggerAmbiguity, scale: 0.5, &random)
    tags = Table(rows: lexicon.tagNames.count + 1, width: ModelShape.taggerTag, scale: 0.5, &random)
    let tables = (words, suffixes, affixes, shapes, ambiguity, tags)
    let slots = TaggerSlot.all.map { slot in
      switch slot.table {
      case .word: tables.0
      case .suffix3, .suffix4: tables.1
      case .suffix2, .prefix3: tables.2
      case .shape: tables.3
      case .ambiguity: tables.4
      case .tag: tables.5
      }
    }
    net = SlotNetwork(slots: slots, hidden: ModelShape.taggerHidden, outputs: lexicon.tagNames.count, &random)
    self.random = random
  }

  var parameters: [Parameters] {
    [words, suffixes, affixes, shapes, ambiguity, tags].map(\.parameters) + net.parameters
  }

  func train(_ examples: [Example], epochs: Int, log: (String) -> Void) {
    classes = AmbiguityClasses(examples, vocabulary: lexicon.vocabulary.count)
    counts = [Int](repeating: 0, count: lexicon.vocabulary.count)
    for word in examples.lazy.flatMap(\.words) where word >= 0 { counts[word] += 1 }
    var order = Array(examples.indices)
    let total = epochs * examples.count
    var seen = 0
    for epoch in 0..<epochs {
      random.shuffle(&order)
      var right = 0
      var words = 0
      for index in order {
        let rate = 0.03 * (1 - 0.9 * Float(seen) / Float(total))
        let result = tag(examples[index], rate: rate)
        right += zip(result, examples[index].tags).reduce(0) { $0 + ($1.0 == $1.1 ? 1 : 0) }
        words += result.count
        seen += 1
        if seen * 2 > total && seen % 600 == 0 { parameters.forEach { $0.sample() } }
      }
      log("tagger epoch \(epoch): \(percent(right, words)) on the way")
    }
    parameters.forEach { $0.takeAverage() }
  }

  /// Tags a sentence; with a rate it also learns from its gold tags.
  func tag(_ example: Example, rate: Float = 0) -> [Int] {
    var result: [Int] = []
    var rows = [Int32](repeating: 0, count: TaggerSlot.all.count)
    var gradient = [Float](repeating: 0, count: net.outputs)
    // A word is hidden from all the windows of its sentence at once.
    let hidden = example.words.map { word in
      rate > 0 && word >= 0 && random.unit() < 0.3 / Float(counts[word] + 1)
    }
    for index in example.words.indices {
      for (slot, place) in TaggerSlot.all.enumerated() {
        rows[slot] = row(place, example, index, result, hidden)
      }
      net.forward(rows)
      var best = 0
      for tag in 1..<net.outputs where net.scores[tag] > net.scores[best] { best = tag }
      if rate > 0 && example.tags[index] >= 0 {
        if softmax(net, gold: example.tags[index], &gradient) <= 0.97 { net.backward(rows, gradient, rate: rate) }
      }
      result.append(best)
    }
    return result
  }

  private func row(_ slot: TaggerSlot, _ example: Example, _ index: Int, _ history: [Int], _ hidden: [Bool]) -> Int32 {
    let place = index + slot.position
    let isInside = place >= 0 && place < example.words.count
    let vocabulary = lexicon.vocabulary.count
    switch slot.table {
    case .word:
      guard isInside else { return Int32(vocabulary + 1) }
      return Int32(hidden[place] || example.words[place] < 0 ? vocabulary : example.words[place])
    case .suffix3: return isInside ? Int32(example.features[place].suffix3) : Int32(WordFeatures.suffixRows)
    case .suffix4: return isInside ? Int32(example.features[place].suffix4) : Int32(WordFeatures.suffixRows)
    case .suffix2: return Int32(example.features[index].suffix2)
    case .prefix3: return Int32(example.features[index].prefix3)
    case .shape: return isInside ? Int32(example.features[place].shape) : Int32(WordFeatures.shapeRows)
    case .ambiguity:
      guard isInside else { return Int32(AmbiguityClasses.padding) }
      return hidden[place] || example.words[place] < 0 ? 0 : Int32(classes.rows[example.words[place]])
    case .tag: return place >= 0 ? Int32(history[place]) : Int32(lexicon.tagNames.count)
    }
  }
}

/// Fills the gradient of the log loss and returns the probability of the gold output.
func softmax(_ net: SlotNetwork, gold: Int, _ gradient: inout [Float]) -> Float {
  var highest = net.scores[0]
  for unit in 1..<net.outputs { highest = max(highest, net.scores[unit]) }
  var sum: Float = 0
  for unit in 0..<net.outputs {
    gradient[unit] = exponential(net.scores[unit] - highest)
    sum += gradient[unit]
  }
  for unit in 0..<net.outputs { gradient[unit] /= sum }
  let probability = gradient[gold]
  gradient[gold] -= 1
  return probability
}

func percent(_ part: Int, _ whole: Int) -> String {
  let value = whole == 0 ? 0 : part * 10000 / whole
  return "\(value / 100).\(value % 100 < 10 ? "0" : "")\(value % 100)"
}
