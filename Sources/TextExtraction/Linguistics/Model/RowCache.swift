/// Rows of pre-computed sums, found by the exact inputs that they are made of.
///
/// A direct-mapped table: a row that is in use by the current sentence is never overwritten; a clash within a sentence
/// goes to a spare row instead. What is cached has no influence on the results, only on the time they take.
struct RowCache {
  struct Key: Equatable {
    var low: UInt64
    var high: UInt32
  }

  private let keys: UnsafeMutablePointer<Key>
  private let stamps: UnsafeMutablePointer<UInt32>
  private let rows: UnsafeMutablePointer<Int16>
  private let spare: UnsafeMutablePointer<Int16>
  private let width: Int
  private let mask: Int
  private var stamp: UInt32 = 0
  private var spareUsed = 0
  /// Rows that had to be computed.
  private(set) var misses = 0

  /// `capacity` is a power of two; `spareRows` is the most rows that one sentence asks for.
  init(capacity: Int, width: Int, spareRows: Int) {
    self.width = width
    mask = capacity - 1
    keys = .allocate(capacity: capacity)
    keys.initialize(repeating: Key(low: .max, high: .max), count: capacity)
    stamps = .allocate(capacity: capacity)
    stamps.initialize(repeating: 0, count: capacity)
    // Left untouched until used, so that a short text takes little memory.
    rows = RowCache.untouched(capacity * width)
    spare = RowCache.untouched(spareRows * width)
  }

  private static func untouched(_ count: Int) -> UnsafeMutablePointer<Int16> {
    UnsafeMutableRawPointer.allocate(byteCount: count * 2, alignment: 64).bindMemory(to: Int16.self, capacity: count)
  }

  func deallocate() {
    keys.deallocate()
    stamps.deallocate()
    rows.deallocate()
    spare.deallocate()
  }

  mutating func startSentence() {
    spareUsed = 0
    stamp &+= 1
    if stamp == 0 {
      stamps.update(repeating: 0, count: mask + 1)
      stamp = 1
    }
  }

  /// The row for a key and whether it has to be filled.
  @inline(__always)
  mutating func row(_ key: Key) -> (row: UnsafeMutablePointer<Int16>, isNew: Bool) {
    var hash = key.low ^ UInt64(key.high) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
    let place = Int(truncatingIfNeeded: hash >> 40) & mask
    if keys[place] == key {
      stamps[place] = stamp
      return (rows + place &* width, false)
    }
    misses &+= 1
    if stamps[place] == stamp {
      defer { spareUsed += 1 }
      return (spare + spareUsed &* width, true)
    }
    stamps[place] = stamp
    keys[place] = key
    return (rows + place &* width, true)
  }
}
