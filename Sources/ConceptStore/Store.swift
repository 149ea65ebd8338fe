import ConceptGraph
import ConceptModel

/// What a store is opened for.
public enum StoreMode: Sendable, Hashable {
  /// Reading alone: the file is never written to.
  case read
  /// Reading and writing; `create` allows a store to be made where there is none.
  case write(create: Bool)
}

/// A file with documents, what was read out of them, and imported graphs.
///
/// One SQLite database in WAL mode. A store value is for one thread at a time; snapshots have connections of their
/// own and are not disturbed by later writes.
public final class Store {
  /// The path that the store was opened with.
  public let path: String
  let connection: Connection
  /// Nil for a file that holds nothing yet, which is read as an empty store in memory.
  let isFile: Bool
  private let mode: StoreMode

  private init(path: String, connection: Connection, isFile: Bool, mode: StoreMode) {
    self.path = path
    self.connection = connection
    self.isFile = isFile
    self.mode = mode
  }

  /// Opens the store at a path.
  ///
  /// A file without content counts as an empty store. A store of an older version is brought to the present one.
  /// - Throws: a diagnostic for a missing file, a folder, a file that is not a store or is from a newer version, a
  ///   locked, read-only or damaged one; the file is then left as it was.
  public static func open(_ path: String, mode: StoreMode) throws(Diagnostic) -> Store {
    let file = StoreFile(path)
    switch (file.kind, mode) {
    case (.missing, .write(create: true)):
      guard file.folderExists else { throw StoreFailure.noFolder(path) }
    case (.missing, _): throw StoreFailure.missing(path)
    case (.folder, _): throw StoreFailure.isFolder(path)
    case (.unreadable, _): throw StoreFailure.unreadable(path)
    case (.other, _): throw StoreFailure.notADatabase(path)
    case (.empty, .read):
      return Store(path: path, connection: try emptyMemory(), isFile: false, mode: mode)
    case (.empty, _), (.database, _): break
    }
    // A file without our mark is looked at before anything may write to it, if only to fold its log into it.
    if file.kind == .database, file.applicationID != Schema.applicationID {
      if try probe(path, file) == .foreign { throw StoreFailure.foreign(path) }
    }
    return mode == .read ? try openForReading(path) : try openForWriting(path, isNew: file.kind == .missing)
  }

  /// Looks at a file without our mark, and leaves it as it is.
  private static func probe(_ path: String, _ file: StoreFile) throws(Diagnostic) -> Schema.State {
    do {
      return try Schema.state(of: try Connection(path: path, access: .probe))
    } catch  where error.code == "store-read-only" && file.isBarelyBegun {
      // Killed while SQLite made the file: only a connection that may write undoes that by the journal.
      return try Schema.state(of: try Connection(path: path, access: .write))
    }
  }

  private static func openForReading(_ path: String) throws(Diagnostic) -> Store {
    let connection = try readingConnection(path)
    switch try Schema.state(of: connection) {
    case .current: return Store(path: path, connection: connection, isFile: true, mode: .read)
    case .empty: return Store(path: path, connection: try emptyMemory(), isFile: false, mode: .read)
    case .foreign: throw StoreFailure.foreign(path)
    case .unversioned: throw StoreFailure.wrongLayout(path, detail: "it has none")
    case .newer(let version): throw StoreFailure.newer(path, version: version, known: Schema.currentVersion)
    case .older:
      // Reading needs the present layout; bringing it up to date is the only write that reading ever causes.
      try Schema.migrate(try Connection(path: path, access: .write))
      return Store(path: path, connection: try readingConnection(path), isFile: true, mode: .read)
    }
  }

  /// A connection for reading; where not even the index of the log can be made, the file is taken as immutable.
  static func readingConnection(_ path: String) throws(Diagnostic) -> Connection {
    let connection = try Connection(path: path, access: .read)
    do {
      _ = try connection.number("PRAGMA user_version")
      try connection.execute("PRAGMA query_only = 1; PRAGMA cache_size = -6000")
      return connection
    } catch  where error.code == "store-unreadable" || error.code == "store-read-only" {
      return try Connection(path: path, access: .readImmutable)
    }
  }

  private static func openForWriting(_ path: String, isNew: Bool) throws(Diagnostic) -> Store {
    let connection = try Connection(path: path, access: isNew ? .create : .write)
    switch try Schema.state(of: connection) {
    case .foreign: throw StoreFailure.foreign(path)
    case .unversioned: throw StoreFailure.wrongLayout(path, detail: "it has none")
    case .newer(let version): throw StoreFailure.newer(path, version: version, known: Schema.currentVersion)
    case .current: try configure(connection)
    case .empty, .older:
      try configure(connection)
      try Schema.migrate(connection)
    }
    return Store(path: path, connection: connection, isFile: true, mode: .write(create: isNew))
  }

  private static func configure(_ connection: Connection) throws(Diagnostic) {
    try connection.execute(
      """
      PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000
      """)
  }

  static func emptyMemory() throws(Diagnostic) -> Connection {
    let connection = try Connection(path: "", access: .memory)
    try Schema.migrate(connection)
    return connection
  }

  /// Whether documents were put or removed since the last `replaceDerived`: answers may then be out of date.
  public var isDirty: Bool {
    get throws(Diagnostic) { try connection.number("SELECT value FROM meta WHERE key = 'dirty'") == 1 }
  }

  /// Runs `body` in one write transaction.
  ///
  /// Every such transaction raises the store's edition, by which files made from an earlier state are told apart.
  func write<R>(_ body: () throws(Diagnostic) -> R) throws(Diagnostic) -> R {
    guard mode != .read else { throw StoreFailure.readOnly(path) }
    return try connection.transaction { () throws(Diagnostic) in
      let result = try body()
      try connection.execute("INSERT INTO meta VALUES ('edition', 1) ON CONFLICT (key) DO UPDATE SET value = value + 1")
      return result
    }
  }
}
