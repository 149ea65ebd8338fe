internal import CSQLite
import ConceptModel

/// A prepared statement that is finalised when it goes out of use.
///
/// Not copyable, so that no two owners can finalise or step the same one.
struct Statement: ~Copyable {
  private let raw: OpaquePointer

  /// Takes over a statement that `sqlite3_prepare_v3` made.
  init(owning raw: OpaquePointer) { self.raw = raw }

  deinit { sqlite3_finalize(raw) }

  /// A value of a parameter.
  enum Value {
    case null, integer(Int), real(Double), text(String), blob([UInt8])

    static func text(optional text: String?) -> Value { text.map(Value.text) ?? .null }
    static func integer(optional number: Int?) -> Value { number.map(Value.integer) ?? .null }
    static func flag(_ flag: Bool) -> Value { .integer(flag ? 1 : 0) }
  }

  /// Binds an integer to the parameter with an index from 1.
  func bind(_ value: Int, at index: Int32) { sqlite3_bind_int64(raw, index, Int64(value)) }

  /// Binds bytes that SQLite copies, as text when `isText` is set.
  func bind(_ bytes: UnsafeBufferPointer<UInt8>, isText: Bool, at index: Int32) {
    // An empty buffer may have no address, which SQLite would take for NULL.
    let code: Int32
    switch (bytes.baseAddress, isText) {
    case (let base?, true):
      let start = UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self)
      code = sqlite3_bind_text64(raw, index, start, UInt64(bytes.count), Self.copied, UInt8(SQLITE_UTF8))
    case (let base?, false): code = sqlite3_bind_blob64(raw, index, base, UInt64(bytes.count), Self.copied)
    case (nil, true): code = sqlite3_bind_text(raw, index, "", 0, Self.copied)
    case (nil, false): code = sqlite3_bind_zeroblob(raw, index, 0)
    }
    assert(code == SQLITE_OK)
  }

  func bind(_ text: String, at index: Int32) {
    var text = text
    text.withUTF8 { bind($0, isText: true, at: index) }
  }

  func bind(_ value: Value, at index: Int32) {
    switch value {
    case .null: sqlite3_bind_null(raw, index)
    case .integer(let number): bind(number, at: index)
    case .real(let number): sqlite3_bind_double(raw, index, number)
    case .text(let text): bind(text, at: index)
    case .blob(let bytes): bytes.withUnsafeBufferPointer { bind($0, isText: false, at: index) }
    }
  }

  /// Advances to the next row; false when there is none.
  func step() throws(Diagnostic) -> Bool {
    switch sqlite3_step(raw) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw StoreFailure.current(of: sqlite3_db_handle(raw))
    }
  }

  /// Makes the statement ready for its next execution; the bound values stay.
  func reset() { sqlite3_reset(raw) }

  /// Executes a statement that returns no rows with the given values, and resets it.
  func run(_ values: Value...) throws(Diagnostic) {
    for (index, value) in values.enumerated() { bind(value, at: Int32(index + 1)) }
    defer { reset() }
    _ = try step()
  }

  /// Calls `body` at every row that the given values select, and resets the statement.
  func forEachRow(
    _ values: Value..., body: (borrowing Statement) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    for (index, value) in values.enumerated() { bind(value, at: Int32(index + 1)) }
    defer { reset() }
    while try step() { try body(self) }
  }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(raw, column) == SQLITE_NULL }
  func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(raw, column)) }
  func flag(_ column: Int32) -> Bool { integer(column) != 0 }
  func integer(optional column: Int32) -> Int? { isNull(column) ? nil : integer(column) }

  /// A floating-point column; SQLite keeps "not a number" as NULL.
  func real(_ column: Int32) -> Double { isNull(column) ? .nan : sqlite3_column_double(raw, column) }

  /// The bytes of a text or blob column, valid until the next step.
  func withBytes<R>(_ column: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    let start = sqlite3_column_blob(raw, column)
    let count = Int(sqlite3_column_bytes(raw, column))
    return body(UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: start == nil ? 0 : count))
  }

  func text(_ column: Int32) -> String { withBytes(column) { String(decoding: $0, as: UTF8.self) } }
  func text(optional column: Int32) -> String? { isNull(column) ? nil : text(column) }
  func blob(_ column: Int32) -> [UInt8] { withBytes(column) { Array($0) } }

  /// `SQLITE_TRANSIENT`, a cast that the importer does not translate: SQLite copies the bytes.
  private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}
