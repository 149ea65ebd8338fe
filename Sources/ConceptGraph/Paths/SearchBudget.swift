/// The end of a search before its answer was complete.
public enum SearchStop: Error, Hashable, Sendable {
  /// More states were expanded than the budget allows.
  case states
  /// The clock ran out or the caller cancelled.
  case deadline
}

/// What a search may cost: expanded states, which are the same on every machine, and a clock as a safety net.
public final class SearchBudget {
  public let maximumStates: Int
  /// The states that were expanded so far.
  public private(set) var states = 0
  /// The edges that were looked at so far.
  public private(set) var edges = 0
  /// The stop that was thrown, once there was one.
  public private(set) var stop: SearchStop?
  private let isOverdue: (() -> Bool)?

  /// - Parameter isOverdue: asked every 256 states; true ends the search.
  public init(maximumStates: Int = 2_000_000, isOverdue: (() -> Bool)? = nil) {
    self.maximumStates = maximumStates
    self.isOverdue = isOverdue
  }

  /// Counts one expanded state and the edges looked at from it.
  public func spend(edges looked: Int) throws {
    states += 1
    edges += looked
    if states > maximumStates {
      stop = .states
      throw SearchStop.states
    }
    if states & 255 == 0, let isOverdue, isOverdue() {
      stop = .deadline
      throw SearchStop.deadline
    }
  }

  /// Counts edges that were looked at outside a state.
  public func look(edges looked: Int) throws {
    edges += looked
    if edges & 4095 < looked, let isOverdue, isOverdue() {
      stop = .deadline
      throw SearchStop.deadline
    }
  }
}

/// A table from 64-bit keys to small numbers, by open addressing: the bookkeeping of searches.
struct StateTable {
  private var keys: [UInt64]
  private var values: [Int32]
  private(set) var count = 0
  private var mask: Int

  init() {
    keys = Array(repeating: UInt64.max, count: 64)
    values = Array(repeating: 0, count: 64)
    mask = 63
  }

  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
  }

  @inline(__always)
  subscript(key: UInt64) -> Int32? {
    var index = slot(key)
    while true {
      let found = keys[index]
      if found == key { return values[index] }
      if found == UInt64.max { return nil }
      index = (index + 1) & mask
    }
  }

  /// Adds a value unless the key has one; returns whether it was added.
  @inline(__always)
  mutating func insert(_ key: UInt64, _ value: Int32) -> Bool {
    if count * 2 > mask { grow() }
    var index = slot(key)
    while true {
      let found = keys[index]
      if found == key { return false }
      if found == UInt64.max { break }
      index = (index + 1) & mask
    }
    keys[index] = key
    values[index] = value
    count += 1
    return true
  }

  private mutating func grow() {
    let oldKeys = keys
    let oldValues = values
    let size = (mask + 1) * 4
    keys = Array(repeating: UInt64.max, count: size)
    values = Array(repeating: 0, count: size)
    mask = size - 1
    for (old, key) in oldKeys.enumerated() where key != UInt64.max {
      var index = slot(key)
      while keys[index] != UInt64.max { index = (index + 1) & mask }
      keys[index] = key
      values[index] = oldValues[old]
    }
  }
}
