/// A xorshift generator: the same numbers for the same seed on every machine.
struct RandomSource {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    for _ in 0..<8 { _ = next() }
  }

  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_F491_4F6C_DD1D
  }

  /// Uniform in 0..<1.
  mutating func unit() -> Float { Float(next() >> 40) / Float(1 << 24) }

  /// Uniform in -scale...scale.
  mutating func symmetric(_ scale: Float) -> Float { (unit() * 2 - 1) * scale }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  mutating func shuffle(_ items: inout [Int]) {
    for index in stride(from: items.count - 1, to: 0, by: -1) { items.swapAt(index, below(index + 1)) }
  }
}

/// e to the x by a polynomial: unlike the C library's, the same on every machine.
func exponential(_ x: Float) -> Float {
  if x < -80 { return 0 }
  let scaled = min(x, 80) * 1.442_695_04
  let whole = scaled.rounded()
  let rest = (scaled - whole) * 0.693_147_18
  var sum: Float = 1 + rest * (1.0 / 6)
  sum = 1 + rest * (1.0 / 5) * sum
  sum = 1 + rest * (1.0 / 4) * sum
  sum = 1 + rest * (1.0 / 3) * sum
  sum = 1 + rest * (1.0 / 2) * sum
  sum = 1 + rest * sum
  return sum * Float(sign: .plus, exponent: Int(whole), significand: 1)
}
