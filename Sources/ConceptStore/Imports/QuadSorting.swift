/// Sorted rows of three columns and a payload, packed into words.
struct PackedRows {
  /// How many bits each column takes, first column in the highest bits.
  struct Layout {
    var first: Int
    var second: Int
    var third: Int
    var fourth: Int

    /// The layout for columns that hold numbers below the given counts, or nil when a word cannot hold them.
    init?(_ first: Int, _ second: Int, _ third: Int, _ fourth: Int) {
      func bits(_ count: Int) -> Int { count <= 1 ? 0 : Int.bitWidth - (count - 1).leadingZeroBitCount }
      self.first = bits(first)
      self.second = bits(second)
      self.third = bits(third)
      self.fourth = bits(fourth)
      guard self.first + self.second + self.third + self.fourth <= 64 else { return nil }
    }

    var bits: Int { first + second + third + fourth }

    @inline(__always)
    func pack(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> UInt64 {
      ((UInt64(a) << UInt64(second) | UInt64(b)) << UInt64(third) | UInt64(c)) << UInt64(fourth) | UInt64(d)
    }

    @inline(__always)
    func unpack(_ key: UInt64) -> (Int, Int, Int, Int) {
      func part(_ shift: Int, _ width: Int) -> Int {
        Int(truncatingIfNeeded: (key >> UInt64(shift)) & (width == 64 ? .max : (1 << UInt64(width)) - 1))
      }
      return (
        part(second + third + fourth, first), part(third + fourth, second), part(fourth, third), part(0, fourth)
      )
    }
  }

  /// Sorts keys and carries their payloads along: least significant digit first, which keeps equal keys in order.
  static func sort(_ keys: inout [UInt64], _ payloads: inout [UInt32], bits: Int) {
    let width = 11
    var otherKeys = [UInt64](repeating: 0, count: keys.count)
    var otherPayloads = [UInt32](repeating: 0, count: payloads.count)
    for shift in stride(from: 0, to: bits, by: width) {
      var counts = [Int](repeating: 0, count: 1 << width)
      let mask = UInt64(counts.count - 1)
      for key in keys { counts[Int((key >> UInt64(shift)) & mask)] += 1 }
      var sum = 0
      for digit in counts.indices { (counts[digit], sum) = (sum, sum + counts[digit]) }
      for index in keys.indices {
        let digit = Int((keys[index] >> UInt64(shift)) & mask)
        otherKeys[counts[digit]] = keys[index]
        if !payloads.isEmpty { otherPayloads[counts[digit]] = payloads[index] }
        counts[digit] += 1
      }
      swap(&keys, &otherKeys)
      swap(&payloads, &otherPayloads)
    }
  }
}
