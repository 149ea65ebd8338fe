/// Integer arithmetic of the nets: the same sums on every machine, because integers add up the same in any order.
enum IntegerKernels {
  typealias Lane = SIMD16<Int16>

  /// Adds an embedding's product with its block of weights, shifted into pre-activation units, to a sum.
  static func accumulate(
    into sum: UnsafeMutablePointer<Int16>, hidden: Int, embedding: UnsafePointer<Int8>, width: Int,
    weights: UnsafePointer<Int16>, shift: Int32, scratch: UnsafeMutablePointer<Int32>
  ) {
    for unit in 0..<hidden { scratch[unit] = 0 }
    for element in 0..<width {
      let value = Int32(embedding[element])
      let row = weights + element &* hidden
      for unit in 0..<hidden { scratch[unit] = scratch[unit] &+ value &* Int32(row[unit]) }
    }
    let half: Int32 = shift > 0 ? 1 &<< (shift &- 1) : 0
    for unit in 0..<hidden {
      sum[unit] = sum[unit] &+ Int16(truncatingIfNeeded: (scratch[unit] &+ half) &>> shift)
    }
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

  /// The inner product of activations and output weights.
  @inline(__always)
  static func product(_ a: UnsafePointer<Int16>, _ b: UnsafePointer<Int16>, count: Int) -> Int32 {
    var sum: Int32 = 0
    for index in 0..<count { sum = sum &+ Int32(a[index]) &* Int32(b[index]) }
    return sum
  }
}

/// Zeroed memory, aligned for vectors.
func alignedMemory<Value: BitwiseCopyable>(_ type: Value.Type, count: Int) -> UnsafeMutablePointer<Value> {
  let bytes = max(1, count) * MemoryLayout<Value>.stride
  let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
  memory.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
  return memory.bindMemory(to: type, capacity: count)
}
