internal import CSQLite
import ConceptModel

/// One connection to a store file, for use by one thread at a time.
final class Connection {
  /// How a connection may touch the file.
  ///
  /// `read` may still tidy the log away when it is the last to close the file; `probe` leaves every byte as it is.
  enum Access { case read, probe, readImmutable, write, create, memory }

  private let raw: OpaquePointer
  let path: String

  /// Opens the file; SQLite reads its first page only when the first statement runs.
  init(path: String, access: Access, busyMilliseconds: Int32 = 1000) throws(Diagnostic) {
    self.path = path
    var handle: OpaquePointer?
    let code = sqlite3_open_v2(Self.name(of: path, access), &handle, Self.flags(for: access), nil)
    guard code == SQLITE_OK, let handle else {
      defer { sqlite3_close_v2(handle) }
      throw StoreFailure.diagnostic(
        for: handle.map { sqlite3_extended_errcode($0) } ?? code, path: path, detail: "out of memory")
    }
    raw = handle
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, busyMilliseconds)
  }

  deinit { sqlite3_close_v2(raw) }

  private static func flags(for access: Access) -> Int32 {
    switch access {
    case .probe: SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX
    case .read, .write: SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX
    case .readImmutable: SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI
    case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
    case .memory: SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX
    }
  }

  private static func name(of path: String, _ access: Access) -> String {
    switch access {
    case .memory: return ":memory:"
    case .readImmutable:
      let unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/"
      let escaped = path.utf8.map { byte in
        let scalar = Unicode.Scalar(byte)
        return byte < 128 && unreserved.unicodeScalars.contains(scalar)
          ? String(scalar) : "%" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
      }
      return "file:\(escaped.joined())?immutable=1"
    // A relative name that begins with a dash or colon must not be taken for anything but a file.
    default: return path.hasPrefix("/") ? path : "./" + path
    }
  }

  /// Compiles one statement; `isKept` says that it will be executed many times.
  func prepare(_ sql: String, isKept: Bool = false) throws(Diagnostic) -> Statement {
    var statement: OpaquePointer?
    let flags = isKept ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
    guard sqlite3_prepare_v3(raw, sql, -1, flags, &statement, nil) == SQLITE_OK, let statement else {
      throw failure()
    }
    return Statement(owning: statement)
  }

  /// Runs one or more statements without parameters or results.
  func execute(_ sql: String) throws(Diagnostic) {
    guard sqlite3_exec(raw, sql, nil, nil, nil) == SQLITE_OK else { throw failure() }
  }

  /// The first column of the first row as a number, or nil when there is no row.
  func number(_ sql: String) throws(Diagnostic) -> Int? {
    let statement = try prepare(sql)
    return try statement.step() ? statement.integer(optional: 0) : nil
  }

  /// The first column of the first row as text, or nil when there is no row.
  func text(_ sql: String) throws(Diagnostic) -> String? {
    let statement = try prepare(sql)
    return try statement.step() ? statement.text(optional: 0) : nil
  }

  /// Runs `body` in one write transaction: all of it is stored, or nothing.
  func transaction<R>(_ body: () throws(Diagnostic) -> R) throws(Diagnostic) -> R {
    try execute("BEGIN IMMEDIATE")
    do {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      // Some failures (disk full, for one) have already rolled back; a second rollback is then harmless.
      sqlite3_exec(raw, "ROLLBACK", nil, nil, nil)
      throw error
    }
  }

  /// The number of rows that the last statement changed.
  var changes: Int { Int(sqlite3_changes(raw)) }

  /// The diagnostic of the last failure.
  func failure() -> Diagnostic { StoreFailure.current(of: raw) }

  /// The number of pages that this connection read from the file since the last call: counted work for tests.
  func takePageReads() -> Int {
    var current: Int32 = 0
    var highest: Int32 = 0
    sqlite3_db_status(raw, SQLITE_DBSTATUS_CACHE_MISS, &current, &highest, 1)
    return Int(current)
  }
}
