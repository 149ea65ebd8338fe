import ConceptModel

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The few calls of the operating system that inputs and outputs need, without Foundation.
///
/// Paths are bytes: on Linux a file name need not be UTF-8.
enum System {
  /// What a path leads to, symbolic links followed.
  enum Entry { case file, folder, other }

  /// The identity of a file that survives different names for it.
  struct Identity: Hashable {
    var device: UInt64
    var node: UInt64
  }

  /// The message of the last failed call, such as "Permission denied".
  static func lastError() -> String { String(cString: strerror(errno)) }

  static func entry(at path: [UInt8]) -> (kind: Entry, identity: Identity)? {
    var status = stat()
    guard withPath(path, { stat($0, &status) }) == 0 else { return nil }
    let identity = Identity(device: UInt64(status.st_dev), node: UInt64(status.st_ino))
    switch status.st_mode & S_IFMT {
    case S_IFREG: return (.file, identity)
    case S_IFDIR: return (.folder, identity)
    default: return (.other, identity)
    }
  }

  /// The size of a file in bytes; 0 when there is none.
  static func size(of path: [UInt8]) -> Int {
    var status = stat()
    return withPath(path) { stat($0, &status) } == 0 ? Int(status.st_size) : 0
  }

  /// The names in a folder without `.` and `..`, sorted by their bytes; nil when it cannot be read.
  static func names(in folder: [UInt8]) -> [[UInt8]]? {
    guard let stream = withPath(folder, { opendir($0) }) else { return nil }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [0x2E] && name != [0x2E, 0x2E] { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The bytes of a file, or of standard input for nil; nil when reading fails, `lastError` then says why.
  static func contents(of path: [UInt8]?) -> [UInt8]? {
    var descriptor: Int32 = 0
    if let path {
      descriptor = withPath(path) { open($0, O_RDONLY | O_CLOEXEC) }
      guard descriptor >= 0 else { return nil }
    }
    defer { if path != nil { close(descriptor) } }
    var status = stat()
    let size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    if status.st_mode & S_IFMT == S_IFDIR {
      errno = EISDIR
      return nil
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + 1)
    let chunk = max(size + 1, 1 << 16)
    while true {
      let before = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: chunk))
      let got = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress! + before, chunk) }
      bytes.removeLast(chunk - max(0, got))
      if got == 0 { return bytes }
      if got < 0 && errno != EINTR { return nil }
    }
  }

  /// Writes all bytes; false when the system refuses, `lastError` then says why.
  static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      #if canImport(Darwin)
        let count = Darwin.write(descriptor, bytes.baseAddress! + done, bytes.count - done)
      #elseif canImport(Glibc)
        let count = Glibc.write(descriptor, bytes.baseAddress! + done, bytes.count - done)
      #else
        let count = Musl.write(descriptor, bytes.baseAddress! + done, bytes.count - done)
      #endif
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return false }
      done += count
    }
    return true
  }

  /// The absolute path of a path, which need not exist; `..` and links are left as they are.
  static func absolute(_ path: String) -> String {
    if path.utf8.first == 0x2F { return path }
    guard let here = getcwd(nil, 0) else { return path }
    defer { free(here) }
    let folder = String(cString: here)
    return folder.utf8.last == 0x2F ? folder + path : folder + "/" + path
  }

  private static func withPath<Result>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    var terminated = path.map { CChar(bitPattern: $0) }
    terminated.append(0)
    return terminated.withUnsafeBufferPointer { body($0.baseAddress!) }
  }
}
