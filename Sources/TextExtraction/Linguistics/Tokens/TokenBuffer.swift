/// A word or mark as the tokenizer finds it: a range of the text and what stands around it.
struct RawToken {
  var start: UInt32
  var end: UInt32
  var marks: Marks

  struct Marks: OptionSet {
    let rawValue: UInt8
    static let spaceAfter = Marks(rawValue: 1)
    /// A blank line precedes.
    static let paragraphStart = Marks(rawValue: 2)
    /// A footnote mark, a bullet.
    static let layout = Marks(rawValue: 4)
    /// A word that ends in a full stop of its own.
    static let abbreviation = Marks(rawValue: 8)
    /// Stands alone, whatever its characters are: a span of code or mathematics.
    static let opaque = Marks(rawValue: 16)
  }

  var length: Int { Int(end - start) }
}

/// The tokens of one block, in memory that is reused from block to block.
struct TokenBuffer {
  private(set) var base: UnsafeMutablePointer<RawToken>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 1024) {
    base = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  func deallocate() { base.deallocate() }

  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(_ start: Int, _ end: Int, _ marks: RawToken.Marks = []) {
    if count == capacity { grow() }
    base[count] = RawToken(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end), marks: marks)
    count += 1
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<RawToken>.allocate(capacity: capacity * 2)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
    capacity *= 2
  }
}
