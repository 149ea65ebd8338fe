/// Numbers for byte strings in the order of their first appearance.
///
/// All strings lie in one arena; the table holds numbers alone. A million strings cost their bytes and 12 bytes each.
struct ByteInterner {
  private(set) var arena: [UInt8] = []
  /// Where each string begins in the arena, and behind the last the end of the arena.
  private(set) var starts: [Int] = [0]
  private var slots: [UInt32]
  private var hashes: [UInt32] = []

  init() { slots = [UInt32](repeating: .max, count: 1 << 10) }

  var count: Int { starts.count - 1 }

  /// The number of a string.
  mutating func number(of bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    if let known = known(bytes) { return known }
    let hash = Self.hash(bytes)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != .max { slot = (slot + 1) & (slots.count - 1) }
    let number = UInt32(count)
    slots[slot] = number
    hashes.append(hash)
    arena.append(contentsOf: bytes)
    starts.append(arena.count)
    if count * 2 > slots.count { grow() }
    return number
  }

  /// The number of a string that was met before, or nil.
  func known(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32? {
    let hash = Self.hash(bytes)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != .max {
      let number = slots[slot]
      if hashes[Int(number)] == hash, equals(number, bytes) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  mutating func number(of text: String) -> UInt32 {
    var text = text
    return text.withUTF8 { number(of: $0) }
  }

  func text(_ number: Int) -> String { String(decoding: arena[starts[number]..<starts[number + 1]], as: UTF8.self) }

  /// Runs `body` on the bytes of the string with a number.
  func withBytes<R>(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    arena.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[starts[number]..<starts[number + 1]])) }
  }

  private func equals(_ number: UInt32, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = starts[Int(number)]
    guard starts[Int(number) + 1] - start == bytes.count else { return false }
    return arena.withUnsafeBytes { arena in
      let raw = UnsafeRawBufferPointer(bytes)
      var offset = 0
      while offset + 8 <= raw.count {
        let word = arena.loadUnaligned(fromByteOffset: start + offset, as: UInt64.self)
        if word != raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self) { return false }
        offset += 8
      }
      while offset < raw.count, arena[start + offset] == raw[offset] { offset += 1 }
      return offset == raw.count
    }
  }

  private mutating func grow() {
    slots = [UInt32](repeating: .max, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] != .max { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number)
    }
  }

  /// A multiplicative hash over words of eight bytes.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash = UInt64(truncatingIfNeeded: raw.count) &* 0x9E37_79B9_7F4A_7C15
    var offset = 0
    while offset + 8 <= raw.count {
      hash = (hash ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash >> 32
      offset += 8
    }
    var tail: UInt64 = 0
    while offset < raw.count {
      tail = tail << 8 | UInt64(raw[offset])
      offset += 1
    }
    hash = (hash ^ tail) &* 0xD6E8_FEB8_6659_FD93
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }

  /// The new number of each string when they are numbered in their order, and the old numbers in the new order.
  ///
  /// Strings for which `isUsed` is false get no number (`UInt32.max`).
  func sorted(where isUsed: (Int) -> Bool) -> (ranks: [UInt32], order: [UInt32]) {
    let used = (0..<count).filter(isUsed)
    let prefix = commonPrefix(of: used)
    var entries: [(key: UInt64, number: UInt32)] = []
    entries.reserveCapacity(used.count)
    arena.withUnsafeBufferPointer { arena in
      for number in used {
        let range = starts[number]..<starts[number + 1]
        var key: UInt64 = 0
        for offset in 0..<8 {
          let place = range.lowerBound + prefix + offset
          key = key << 8 | (place < range.upperBound ? UInt64(arena[place]) : 0)
        }
        entries.append((key, UInt32(number)))
      }
      entries.sort { a, b in
        if a.key != b.key { return a.key < b.key }
        let x = arena[starts[Int(a.number)]..<starts[Int(a.number) + 1]]
        let y = arena[starts[Int(b.number)]..<starts[Int(b.number) + 1]]
        return x.lexicographicallyPrecedes(y)
      }
    }
    var ranks = [UInt32](repeating: .max, count: count)
    for (rank, entry) in entries.enumerated() { ranks[Int(entry.number)] = UInt32(rank) }
    return (ranks, entries.map(\.number))
  }

  private func commonPrefix(of numbers: [Int]) -> Int {
    guard let first = numbers.first else { return 0 }
    var length = starts[first + 1] - starts[first]
    for number in numbers {
      length = min(length, starts[number + 1] - starts[number])
      var offset = 0
      while offset < length, arena[starts[first] + offset] == arena[starts[number] + offset] { offset += 1 }
      length = offset
    }
    return length
  }
}
