/// The products of every row of a small embedding table with the weights of one slot, computed once.
struct ProductTable {
  let rows: UnsafeMutablePointer<Int16>
  let hidden: Int

  init(
    rowCount: Int, embeddings: UnsafePointer<Int8>, block: WeightBlock, hidden: Int,
    vector: UnsafeMutablePointer<Int16>
  ) {
    self.hidden = hidden
    rows = alignedMemory(Int16.self, count: rowCount * hidden)
    for row in 0..<rowCount {
      IntegerKernels.accumulate(
        into: rows + row * hidden, hidden: hidden, embedding: embeddings + row * block.width, block: block,
        vector: vector)
    }
  }

  @inline(__always)
  subscript(row: Int) -> UnsafePointer<Int16> { UnsafePointer(rows + row &* hidden) }
}

/// A slot of a net: its weights, unit by unit, and how far its products are shifted.
struct WeightBlock {
  var weights: UnsafePointer<Int16>
  var width: Int
  var shift: Int32

  /// The blocks of a net's slots, in order.
  static func blocks(
    widths: [Int], hidden: Int, weights: UnsafePointer<Int16>, shifts: UnsafePointer<Int32>
  ) -> [WeightBlock] {
    var result: [WeightBlock] = []
    var start = 0
    for (slot, width) in widths.enumerated() {
      // A shift out of range would be a damaged file; its low bits are as good as any.
      result.append(WeightBlock(weights: weights + start * hidden, width: width, shift: shifts[slot] & 15))
      start += width
    }
    return result
  }
}
