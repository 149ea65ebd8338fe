import ConceptModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes of an input, read piece by piece.
public final class ByteSource {
  /// The name of the input in messages.
  public let name: String
  private var descriptor: Int32
  private var pending: [UInt8]
  private let isOwned: Bool
  /// Sees all bytes of a file as they are read.
  private let observer: ((UnsafeBufferPointer<UInt8>) -> Void)?

  /// Opens a file; `observer` is handed all its bytes, piece by piece.
  public init(
    file path: String, observer: ((UnsafeBufferPointer<UInt8>) -> Void)? = nil
  ) throws(Diagnostic) {
    name = path
    self.observer = observer
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    pending = []
    isOwned = true
    guard descriptor >= 0 else {
      throw Diagnostic(
        code: "unreadable-input", message: "\(path) cannot be opened: \(String(cString: strerror(errno)))", file: path,
        hint: "check the name and that you may read the file")
    }
  }

  /// Takes bytes that are in memory already.
  public init(bytes: [UInt8], name: String) {
    self.name = name
    descriptor = -1
    pending = bytes
    isOwned = false
    observer = nil
  }

  deinit {
    if isOwned { close(descriptor) }
  }

  /// Reads what is left for the observer alone.
  public func readAll() throws(Diagnostic) {
    var bytes: [UInt8] = []
    while try read(1 << 18, into: &bytes) { bytes.removeAll(keepingCapacity: true) }
  }

  /// Appends up to `count` further bytes to an array; false at the end of the input.
  func read(_ count: Int, into bytes: inout [UInt8]) throws(Diagnostic) -> Bool {
    guard descriptor >= 0 else {
      guard !pending.isEmpty else { return false }
      bytes.append(contentsOf: pending)
      pending = []
      return true
    }
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: count))
    var got = -1
    repeat {
      got = bytes.withUnsafeMutableBytes { buffer in
        platformRead(descriptor, buffer.baseAddress?.advanced(by: start), count)
      }
    } while got < 0 && errno == EINTR
    bytes.removeLast(count - max(0, got))
    guard got >= 0 else {
      throw Diagnostic(
        code: "unreadable-input", message: "\(name) cannot be read: \(String(cString: strerror(errno)))", file: name,
        hint: "check that it is a file, and the disk that it is on")
    }
    if let observer, got > 0 {
      bytes.withUnsafeBufferPointer { observer(UnsafeBufferPointer(rebasing: $0[start..<start + got])) }
    }
    return got > 0
  }
}

/// `read` of the C library, out of reach of the method's own name.
private func platformRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
