import ConceptModel

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A place that output goes to piece by piece: a file descriptor or a file that appears when it is whole.
public protocol ByteSink: AnyObject {
  func write(_ bytes: [UInt8]) throws(Diagnostic)
}

/// Raised when whoever read the output has gone away; a command then ends quietly.
public enum BrokenPipe { public static let code = "broken-pipe" }

/// An open file descriptor, usually standard output.
public final class DescriptorSink: ByteSink, Sendable {
  private let descriptor: Int32
  private let name: String

  public init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  public func write(_ bytes: [UInt8]) throws(Diagnostic) {
    if bytes.withUnsafeBytes({ System.write($0, to: descriptor) }) { return }
    if errno == EPIPE { throw Diagnostic(code: BrokenPipe.code, message: "the reader of \(name) has gone") }
    throw Diagnostic(
      code: "not-written", message: "cannot write to \(name): \(System.lastError())",
      hint: "check the space that is left")
  }
}

/// A file written under a temporary name beside its place and renamed when it is complete.
///
/// Whatever stood under the name stays until then, and for good when writing fails.
public final class AtomicFile: ByteSink {
  private let path: String
  /// Nil when the output goes to a device or pipe, which is written to directly.
  private let temporary: String?
  private var descriptor: Int32

  /// Opens the temporary file; throws when the folder is not there or not writable.
  public init(path: String) throws(Diagnostic) {
    var target = path
    var isPlain = true
    var status = stat()
    if stat(path, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR {
        throw Diagnostic(code: "not-written", message: "\(path) is a folder", hint: "name a file")
      }
      isPlain = status.st_mode & S_IFMT == S_IFREG
      // A link keeps pointing to the file, which is replaced where it is.
      if let real = realpath(path, nil) {
        target = String(cString: real)
        free(real)
      }
    }
    self.path = target
    temporary = isPlain ? "\(target).part-\(getpid())" : nil
    if isPlain { Self.removeLeftovers(of: target) }
    descriptor = open(temporary ?? target, O_WRONLY | (isPlain ? O_CREAT | O_TRUNC : 0) | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw refusal() }
  }

  /// Removes the temporary files of processes that were killed before they could finish the same file.
  private static func removeLeftovers(of target: String) {
    let cut = target.utf8.lastIndex(of: 0x2F).map { target.utf8.index(after: $0) } ?? target.startIndex
    let folder = Array((cut == target.startIndex ? "./" : target[..<cut]).utf8)
    let beginning = Array("\(target[cut...]).part-".utf8)
    for name in System.names(in: folder) ?? [] where name.starts(with: beginning) {
      guard let process = Int32(String(decoding: name.dropFirst(beginning.count), as: UTF8.self)), process > 0,
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      unlink(String(decoding: folder + name, as: UTF8.self))
    }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    if let temporary { unlink(temporary) }
  }

  public func write(_ bytes: [UInt8]) throws(Diagnostic) {
    if !bytes.withUnsafeBytes({ System.write($0, to: descriptor) }) { throw refusal() }
  }

  /// Puts the file in its place.
  public func commit() throws(Diagnostic) {
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw refusal() }
    close(descriptor)
    descriptor = -1
    guard let temporary else { return }
    if rename(temporary, path) != 0 {
      let error = refusal()
      unlink(temporary)
      throw error
    }
  }

  private func refusal() -> Diagnostic {
    Diagnostic(
      code: "not-written", message: "cannot write \(path): \(System.lastError())",
      hint: "check that the folder is there, that you may write in it, and the space that is left")
  }
}
