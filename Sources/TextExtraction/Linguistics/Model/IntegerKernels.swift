internal import CLanguageModel

/// Integer arithmetic of the nets: the same sums on every machine, because integers add up the same in any order.
enum IntegerKernels {
  typealias Lane = SIMD16<Int16>

  /// The widest embedding.
  static let widest = 64

  /// Adds an embedding's product with its block of weights, shifted into pre-activation units, to a sum.
  ///
  /// `vector` is room for the embedding in sixteen bits.
  static func accumulate(
    into sum: UnsafeMutablePointer<Int16>, hidden: Int, embedding: UnsafePointer<Int8>, block: WeightBlock,
    vector: UnsafeMutablePointer<Int16>
  ) {
    for element in 0..<block.width { vector[element] = Int16(embedding[element]) }
    accumulate(into: sum, hidden: hidden, vector: vector, block: block)
  }

  @inline(__always)
  static func accumulate(
    into sum: UnsafeMutablePointer<Int16>, hidden: Int, vector: UnsafePointer<Int16>, block: WeightBlock
  ) {
    distinguo_accumulate(
      vector, CInt(truncatingIfNeeded: block.width), block.weights, CInt(truncatingIfNeeded: hidden), block.shift, sum)
  }

  /// Sets scores to the inner products of activations with the weights of each output, plus its bias.
  @inline(__always)
  static func scores(
    _ activation: UnsafePointer<Int16>, hidden: Int, weights: UnsafePointer<Int16>, bias: UnsafePointer<Int32>,
    count: Int, into scores: UnsafeMutablePointer<Int32>
  ) {
    distinguo_scores(
      activation, CInt(truncatingIfNeeded: hidden), weights, bias, CInt(truncatingIfNeeded: count), scores)
  }

  /// Adds a row to a sum, sixteen numbers at a time.
  @inline(__always)
  static func add(_ row: UnsafePointer<Int16>, to sum: UnsafeMutablePointer<Lane>, lanes: Int) {
    let source = UnsafeRawPointer(row).assumingMemoryBound(to: Lane.self)
    for lane in 0..<lanes { sum[lane] = sum[lane] &+ source[lane] }
  }

  @inline(__always)
  static func rectify(_ sum: UnsafeMutablePointer<Lane>, lanes: Int) {
    for lane in 0..<lanes { sum[lane] = pointwiseMax(sum[lane], Lane()) }
  }
}

/// Zeroed memory, aligned for vectors.
func alignedMemory<Value: BitwiseCopyable>(_ type: Value.Type, count: Int) -> UnsafeMutablePointer<Value> {
  let bytes = max(1, count) * MemoryLayout<Value>.stride
  let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
  memory.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
  return memory.bindMemory(to: type, capacity: count)
}
