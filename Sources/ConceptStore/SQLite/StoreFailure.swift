internal import CSQLite
import ConceptModel

/// The messages for what can go wrong with a store file; each says what to do next.
enum StoreFailure {
  /// The diagnostic of a connection's last error.
  static func current(of handle: OpaquePointer?) -> Diagnostic {
    let path = sqlite3_db_filename(handle, "main").map { String(cString: $0) } ?? ""
    let detail = sqlite3_errmsg(handle).map { String(cString: $0) } ?? "unknown error"
    return diagnostic(for: sqlite3_extended_errcode(handle), path: path, detail: detail)
  }

  /// The diagnostic of an SQLite result code; `detail` is SQLite's own wording, used where no better one is known.
  static func diagnostic(for extendedCode: Int32, path: String, detail: String) -> Diagnostic {
    switch extendedCode & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: return locked(path)
    case SQLITE_READONLY, SQLITE_PERM: return readOnly(path)
    case SQLITE_FULL: return diskFull(path)
    case SQLITE_IOERR: return diskError(path, detail: detail)
    case SQLITE_CORRUPT: return corrupt(path, detail: detail)
    case SQLITE_NOTADB: return notADatabase(path)
    case SQLITE_CANTOPEN, SQLITE_AUTH: return unreadable(path)
    case SQLITE_TOOBIG:
      return Diagnostic(
        code: "store-value-too-large", message: "a document or value is too large for the store", file: path,
        hint: "split the document into parts of less than 1 GB")
    case SQLITE_ERROR
    where detail.hasPrefix("no such ") || detail.contains(" columns but ") || detail.hasSuffix(" already exists"):
      return wrongLayout(path, detail: detail)
    default:
      return Diagnostic(
        code: "store-failed", message: "the store could not do what was asked: \(detail)", file: path,
        hint: "run `distinguo verify`, and report the message if it persists")
    }
  }

  static func missing(_ path: String) -> Diagnostic {
    Diagnostic(
      code: "no-store", message: "there is no store at \(path)", file: path,
      hint: "make one with `distinguo ingest PATH`, or name another with --db FILE")
  }

  static func isFolder(_ path: String) -> Diagnostic {
    Diagnostic(
      code: "store-is-folder", message: "\(path) is a folder, not a store", file: path,
      hint: "name a file in it with --db FILE")
  }

  static func noFolder(_ path: String) -> Diagnostic {
    Diagnostic(
      code: "no-folder", message: "the folder of \(path) does not exist", file: path,
      hint: "make the folder first, or name another file with --db FILE")
  }

  static func notADatabase(_ path: String) -> Diagnostic {
    Diagnostic(
      code: "not-a-store", message: "\(path) is not a store: it is not an SQLite database", file: path,
      hint: "the file was left alone; name another with --db FILE")
  }

  static func foreign(_ path: String) -> Diagnostic {
    Diagnostic(
      code: "not-a-store", message: "\(path) is a database of another program", file: path,
      hint: "the file was left alone; name another with --db FILE")
  }

  static func newer(_ path: String, version: Int, known: Int) -> Diagnostic {
    Diagnostic(
      code: "newer-store",
      message: "\(path) was written by a newer version of distinguo (schema \(version); this one knows \(known))",
      file: path, hint: "upgrade distinguo, or build a new store with this version under another --db FILE")
  }

  static func wrongLayout(_ path: String, detail: String) -> Diagnostic {
    Diagnostic(
      code: "store-layout", message: "the store has not the layout that its version says (\(detail))", file: path,
      hint: "the file was left as it was; make a new store from the sources: distinguo ingest PATH --db FILE")
  }

  static func locked(_ path: String) -> Diagnostic {
    Diagnostic(
      code: "store-locked", message: "another process is writing to the store", file: path,
      hint: "nothing was changed; wait until it has finished and run the command again")
  }

  static func readOnly(_ path: String) -> Diagnostic {
    Diagnostic(
      code: "store-read-only", message: "the store or its folder may not be written to", file: path,
      hint: "change the permissions (chmod u+w), or work on a copy with --db FILE")
  }

  static func unreadable(_ path: String) -> Diagnostic {
    Diagnostic(
      code: "store-unreadable", message: "the store cannot be opened", file: path,
      hint: "check that you may read the file and write to its folder")
  }

  static func diskFull(_ path: String) -> Diagnostic {
    Diagnostic(
      code: "disk-full", message: "the disk is full", file: path,
      hint: "the store is as it was before; free some space and run the command again")
  }

  static func diskError(_ path: String, detail: String) -> Diagnostic {
    Diagnostic(
      code: "store-disk-error", message: "reading or writing the store failed (\(detail))", file: path,
      hint: "check the disk and its free space, then run `distinguo verify`")
  }

  static func beyondRepair(_ path: String, detail: String) -> Diagnostic {
    Diagnostic(
      code: "store-corrupt", message: "the store is too damaged to be repaired (\(detail))", file: path,
      hint: "the file was left as it is; delete it and ingest the sources again")
  }

  static func corrupt(_ path: String, detail: String) -> Diagnostic {
    Diagnostic(
      code: "store-corrupt", message: "the store is damaged (\(detail))", file: path,
      hint: "run `distinguo repair`; if that fails, delete the file and ingest the sources again")
  }
}
