/// A table from 64-bit keys to small numbers, by open addressing: the bookkeeping of searches.
///
/// No key is the greatest number, which marks a free place.
struct StateTable {
  /// Key and value side by side, so that a look-up touches one line of the cache.
  private struct Entry {
    var key: UInt64
    var value: Int32
  }

  private var entries: [Entry]
  private(set) var count = 0
  private var mask: Int

  init() {
    entries = Array(repeating: Entry(key: .max, value: 0), count: 256)
    mask = 255
  }

  /// A table that stands in while another owner has the storage; nothing is ever put into it.
  static let vacant = StateTable()

  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
  }

  @inline(__always)
  subscript(key: UInt64) -> Int32? {
    var index = slot(key)
    while true {
      let found = entries[index]
      if found.key == key { return found.value }
      if found.key == .max { return nil }
      index = (index + 1) & mask
    }
  }

  /// Adds a value unless the key has one; returns whether it was added.
  @inline(__always)
  mutating func insert(_ key: UInt64, _ value: Int32) -> Bool {
    if count * 2 > mask { grow() }
    var index = slot(key)
    while true {
      let found = entries[index].key
      if found == key { return false }
      if found == .max { break }
      index = (index + 1) & mask
    }
    entries[index] = Entry(key: key, value: value)
    count += 1
    return true
  }

  private mutating func grow() {
    let old = entries
    let size = (mask + 1) * 4
    entries = Array(repeating: Entry(key: .max, value: 0), count: size)
    mask = size - 1
    for entry in old where entry.key != .max {
      var index = slot(entry.key)
      while entries[index].key != .max { index = (index + 1) & mask }
      entries[index] = entry
    }
  }
}
