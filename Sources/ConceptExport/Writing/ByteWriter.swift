/// Collects bytes in one block of memory and hands each full block to a sink, so that output of any size needs little memory.
///
/// Appending cannot fail: the first error of the sink is kept, later bytes are dropped, and `finish()` throws it.
public final class ByteWriter {
  private let storage: UnsafeMutablePointer<UInt8>
  private let capacity: Int
  private var count = 0
  private let sink: ([UInt8]) throws -> Void
  private var failure: (any Error)?
  /// The bytes handed to the sink so far.
  public private(set) var bytesWritten = 0

  /// Makes a writer whose blocks hold `capacity` bytes.
  public init(capacity: Int = 1 << 18, sink: @escaping ([UInt8]) throws -> Void) {
    self.capacity = max(capacity, 64)
    storage = .allocate(capacity: self.capacity)
    self.sink = sink
  }

  deinit { storage.deallocate() }

  /// Hands on what is left and throws the first error that the sink threw.
  public func finish() throws {
    flush()
    if let failure { throw failure }
  }

  private func flush() {
    guard count > 0 else { return }
    let block = [UInt8](UnsafeBufferPointer(start: storage, count: count))
    count = 0
    guard failure == nil else { return }
    do {
      try sink(block)
      bytesWritten += block.count
    } catch { failure = error }
  }

  /// Appends one byte.
  @inline(__always)
  public func append(_ byte: UInt8) {
    if count == capacity { flush() }
    storage[count] = byte
    count += 1
  }

  /// Appends a literal of the program.
  @inline(__always)
  func literal(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends bytes as they are.
  public func append(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append($0) } }

  /// Appends a text as UTF-8, as it is.
  public func append(_ text: String) {
    // Nearly all texts lie in one piece, so that no copy has to be made for `withUTF8`.
    if text.utf8.withContiguousStorageIfAvailable({ append($0) }) != nil { return }
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Appends a row of at most `size` bytes that `fill` puts together, where the block has room for all of it at once.
  ///
  /// Rows that are written a million times save the test for room and the move of the end at each of their parts.
  /// - Returns: false when the row is too large for a block; nothing is then appended.
  @inline(__always)
  func row(size: Int, _ fill: (inout RowCursor) -> Void) -> Bool {
    if size > capacity { return false }
    if size > capacity - count { flush() }
    var cursor = RowCursor(place: storage + count)
    fill(&cursor)
    count = cursor.place - storage
    return true
  }

  func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    if bytes.count <= capacity - count {
      (storage + count).update(from: base, count: bytes.count)
      count += bytes.count
      return
    }
    var offset = 0
    while offset < bytes.count {
      if count == capacity { flush() }
      let part = min(capacity - count, bytes.count - offset)
      (storage + count).update(from: base + offset, count: part)
      count += part
      offset += part
    }
  }

  /// Appends a whole number in decimal.
  public func append(_ number: Int) {
    if number < 0 {
      append(UInt8(ascii: "-"))
      append(decimal: number.magnitude)
    } else {
      append(decimal: UInt(number))
    }
  }

  private func append(decimal number: UInt) {
    if capacity - count < 20 { flush() }
    var digits = 1
    var rest = number
    while rest >= 10 {
      rest /= 10
      digits += 1
    }
    rest = number
    var place = count + digits
    count = place
    repeat {
      place -= 1
      storage[place] = UInt8(truncatingIfNeeded: 48 + rest % 10)
      rest /= 10
    } while rest > 0
  }
}

/// The place in a block at which the next part of a row goes; only `ByteWriter.row` makes one, with room behind it.
struct RowCursor {
  fileprivate(set) var place: UnsafeMutablePointer<UInt8>

  @inline(__always)
  mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    place.update(from: base, count: bytes.count)
    place += bytes.count
  }

  @inline(__always)
  mutating func put(_ text: StaticString) {
    place.update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    place += text.utf8CodeUnitCount
  }

  /// Puts a number from 0 in decimal: at most 20 bytes.
  @inline(__always)
  mutating func put(_ number: Int) {
    var digits = 1
    var limit = 10
    while number >= limit, digits < 19 {
      digits += 1
      limit *= 10
    }
    var rest = number
    var index = digits
    while index > 0 {
      index -= 1
      place[index] = UInt8(truncatingIfNeeded: 48 + rest % 10)
      rest /= 10
    }
    place += digits
  }
}

/// Calls `body` with the bytes of a text, without a copy where they lie in one piece.
@inline(__always)
func withBytes<R>(of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
  if let result = text.utf8.withContiguousStorageIfAvailable(body) { return result }
  var text = text
  return text.withUTF8(body)
}

/// Runs `body` with a writer over a sink that need not escape, and hands on the last block.
func withByteWriter(
  to sink: ([UInt8]) throws -> Void, _ body: (ByteWriter) throws -> Void
) throws {
  try withoutActuallyEscaping(sink) { escaping in
    let writer = ByteWriter(sink: escaping)
    try body(writer)
    try writer.finish()
  }
}
