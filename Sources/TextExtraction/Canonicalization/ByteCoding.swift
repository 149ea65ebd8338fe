import ConceptModel

/// Writes values one behind the other as bytes; the reader below takes them up in the same order.
struct ByteEncoder {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ value: UInt64) {
    // LEB128: seven bits a byte, lowest first.
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ value: Int) { write(UInt64(max(0, value))) }
  mutating func write(_ value: UInt32) { write(UInt64(value)) }
  mutating func write(_ value: Bool) { bytes.append(value ? 1 : 0) }
  mutating func write(_ value: Double) {
    var bits = value.bitPattern
    for _ in 0..<8 {
      bytes.append(UInt8(bits & 0xFF))
      bits >>= 8
    }
  }

  mutating func write(_ value: String) {
    write(value.utf8.count)
    bytes.append(contentsOf: value.utf8)
  }

  mutating func write(_ value: String?) {
    write(value != nil)
    if let value { write(value) }
  }

  mutating func write<T>(_ values: [T], _ body: (inout ByteEncoder, T) -> Void) {
    write(values.count)
    for value in values { body(&self, value) }
  }
}

/// Reads what `ByteEncoder` wrote; anything else is a diagnostic, never a trap.
struct ByteDecoder {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  private static var damaged: Diagnostic {
    Diagnostic(
      code: "damaged-analysis", message: "the stored analysis of a document cannot be read",
      hint: "run: distinguo repair, or ingest the document again")
  }

  mutating func byte() throws(Diagnostic) -> UInt8 {
    guard position < bytes.count else { throw Self.damaged }
    position += 1
    return bytes[position - 1]
  }

  mutating func unsigned() throws(Diagnostic) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = try byte()
      guard shift < 64 else { throw Self.damaged }
      value |= UInt64(next & 0x7F) << shift
      if next & 0x80 == 0 { return value }
      shift += 7
    }
  }

  mutating func integer() throws(Diagnostic) -> Int {
    guard let value = Int(exactly: try unsigned()) else { throw Self.damaged }
    return value
  }

  mutating func word() throws(Diagnostic) -> UInt32 {
    guard let value = UInt32(exactly: try unsigned()) else { throw Self.damaged }
    return value
  }

  mutating func flag() throws(Diagnostic) -> Bool { try byte() != 0 }

  mutating func double() throws(Diagnostic) -> Double {
    var bits: UInt64 = 0
    for shift in 0..<8 { bits |= UInt64(try byte()) << UInt64(shift * 8) }
    return Double(bitPattern: bits)
  }

  mutating func string() throws(Diagnostic) -> String {
    let count = try integer()
    guard count <= bytes.count - position else { throw Self.damaged }
    defer { position += count }
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }

  mutating func optionalString() throws(Diagnostic) -> String? { try flag() ? try string() : nil }

  mutating func list<T>(_ body: (inout ByteDecoder) throws(Diagnostic) -> T) throws(Diagnostic) -> [T] {
    let count = try integer()
    // Every element takes at least one byte, so a larger count can only be damage.
    guard count <= bytes.count - position else { throw Self.damaged }
    var values: [T] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try body(&self)) }
    return values
  }

  /// A case of an enumeration by its raw name.
  mutating func choice<T: RawRepresentable>(_ type: T.Type) throws(Diagnostic) -> T where T.RawValue == String {
    guard let value = T(rawValue: try string()) else { throw Self.damaged }
    return value
  }
}
