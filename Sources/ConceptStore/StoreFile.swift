#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What lies at a path, found out without SQLite so that a file that is not a store is never touched.
struct StoreFile {
  enum Kind: Equatable { case missing, folder, unreadable, empty, database, other }

  let path: String

  init(_ path: String) { self.path = path }

  var kind: Kind {
    var status = stat()
    guard stat(path, &status) == 0 else {
      return errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable
    }
    if status.st_mode & S_IFMT == S_IFDIR { return .folder }
    if status.st_mode & S_IFMT != S_IFREG { return .other }
    if status.st_size == 0 {
      // A store whose process was killed right after making it may have all its content in the log.
      return Self.size(of: path + "-wal") ?? 0 > 0 ? .database : .empty
    }
    guard let header = Self.read(path, from: 0, count: 16) else { return .unreadable }
    return header == Array("SQLite format 3\0".utf8) ? .database : .other
  }

  /// The mark in the header of a database, which says what program it belongs to; 0 when there is none.
  var applicationID: Int {
    (Self.read(path, from: 68, count: 4) ?? []).reduce(0) { $0 << 8 | Int($1) }
  }

  /// Whether there is one page and a journal of the transaction that made it.
  var isBarelyBegun: Bool {
    (Self.size(of: path) ?? 0) <= 4096 && (Self.size(of: path + "-journal") ?? 0) > 0
  }

  var folderExists: Bool {
    let folder = path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) : "."
    var status = stat()
    return stat(folder.isEmpty ? "/" : folder, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The size of a file in bytes, or nil when there is none.
  static func size(of path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// Up to `count` bytes of a file from an offset, or nil when it cannot be read.
  static func read(_ path: String, from offset: Int, count: Int) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var result = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = result.withUnsafeMutableBytes { buffer in
        pread(descriptor, buffer.baseAddress?.advanced(by: filled), count - filled, off_t(offset + filled))
      }
      if got < 0 && errno == EINTR { continue }
      if got < 0 { return nil }
      if got == 0 { break }
      filled += got
    }
    return Array(result.prefix(filled))
  }
}
