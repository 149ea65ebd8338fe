/// Tags sentences, with memory of its own; one task uses it at a time.
final class Tagger {
  /// The longest stretch of words that is tagged at once.
  static let longest = 1024

  private let weights: TaggerWeights
  private let model: LanguageModel
  private var cache: RowCache
  private let rows: UnsafeMutablePointer<UnsafePointer<Int16>>
  private let sum: UnsafeMutablePointer<IntegerKernels.Lane>
  private let vector: UnsafeMutablePointer<Int16>
  private let scores: UnsafeMutablePointer<Int32>
  /// For each word of the last call the best tag of a finite verb, and how far its score lies below that of the word's
  /// tag.
  let finiteTags: UnsafeMutablePointer<UInt8>
  let finiteDistances: UnsafeMutablePointer<Int32>
  private let finite: [Int]

  init(_ weights: TaggerWeights) {
    self.weights = weights
    model = weights.model
    cache = RowCache(capacity: 4096, width: TaggerWeights.rowWidth, spareRows: Tagger.longest)
    rows = .allocate(capacity: Tagger.longest + 4)
    sum = alignedMemory(IntegerKernels.Lane.self, count: TaggerWeights.lanes)
    vector = alignedMemory(Int16.self, count: IntegerKernels.widest)
    scores = alignedMemory(Int32.self, count: model.tagCount)
    finiteTags = .allocate(capacity: Tagger.longest)
    finiteDistances = .allocate(capacity: Tagger.longest)
    finite = ["VERB VBZ", "VERB VBP", "VERB VBD"].compactMap { weights.model.tagNames.firstIndex(of: $0) }
  }

  deinit {
    cache.deallocate()
    rows.deallocate()
    sum.deallocate()
    vector.deallocate()
    scores.deallocate()
    finiteTags.deallocate()
    finiteDistances.deallocate()
  }

  /// Writes a tag for each of at most `longest` words; `words` holds their rows of the vocabulary, or -1.
  func tag(
    _ features: UnsafePointer<WordFeatures>, words: UnsafePointer<Int32>, count: Int,
    into tags: UnsafeMutablePointer<UInt8>
  ) {
    cache.startSentence()
    rows[0] = weights.padding
    rows[1] = weights.padding
    for index in 0..<count {
      let input = TaggerInput(features[index], word: Int(words[index]), model: model)
      let (row, isNew) = cache.row(input.key)
      if isNew { weights.fill(row, input, vector: vector) }
      rows[index + 2] = UnsafePointer(row)
    }
    rows[count + 2] = weights.padding
    rows[count + 3] = weights.padding
    var last = model.tagCount
    var secondLast = model.tagCount
    for index in 0..<count {
      let best = tag(at: index, last: last, secondLast: secondLast)
      tags[index] = UInt8(truncatingIfNeeded: best)
      secondLast = last
      last = best
    }
  }

  @inline(__always)
  private func tag(at index: Int, last: Int, secondLast: Int) -> Int {
    let hidden = TaggerWeights.hidden
    let lanes = TaggerWeights.lanes
    let start = UnsafeRawPointer(weights.bias).assumingMemoryBound(to: IntegerKernels.Lane.self)
    for lane in 0..<lanes { sum[lane] = start[lane] }
    // A word two to the right sees this one at its position -2, and so on.
    for place in 0..<5 { IntegerKernels.add(rows[index &+ place] + place &* hidden, to: sum, lanes: lanes) }
    IntegerKernels.add(weights.history.0[last], to: sum, lanes: lanes)
    IntegerKernels.add(weights.history.1[secondLast], to: sum, lanes: lanes)
    IntegerKernels.rectify(sum, lanes: lanes)
    let activation = UnsafeRawPointer(sum).assumingMemoryBound(to: Int16.self)
    let count = model.tagCount
    IntegerKernels.scores(
      activation, hidden: hidden, weights: weights.output, bias: weights.outputBias, count: count, into: scores)
    var best = 0
    for tag in 1..<count where scores[tag] > scores[best] { best = tag }
    var verb = best
    var distance = Int32.max
    for tag in finite where scores[best] &- scores[tag] < distance {
      verb = tag
      distance = scores[best] &- scores[tag]
    }
    finiteTags[index] = UInt8(truncatingIfNeeded: verb)
    finiteDistances[index] = distance
    return best
  }
}
