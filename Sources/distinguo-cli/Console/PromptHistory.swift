import ConceptModel
import Distinguo

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The questions of earlier prompts, a line each in a file of the user's own.
///
/// `DISTINGUO_HISTORY` names another file, or is `off` to keep nothing. That the file cannot be read or written spoils
/// no session and is not told.
struct PromptHistory {
  /// The most lines that are kept.
  static let maximumLines = 1000
  /// Files beyond this many bytes are not ours to read.
  private static let maximumBytes = 4 << 20

  private let path: String?

  /// - Parameter environment: the value of a variable; those asked for are DISTINGUO_HISTORY, XDG_STATE_HOME and HOME.
  init(environment: (String) -> String?) {
    if let wanted = environment("DISTINGUO_HISTORY"), !wanted.isEmpty {
      path = wanted == "off" ? nil : wanted
    } else if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") {
      // A relative path is invalid there and to be ignored, says the XDG Base Directory Specification.
      path = state + "/distinguo/history"
    } else {
      path = environment("HOME").flatMap { $0.hasPrefix("/") ? $0 + "/.local/state/distinguo/history" : nil }
    }
  }

  /// The kept lines, the latest last; shortens a file that has grown to twice as many.
  func lines() -> [String] {
    guard let path, let file = try? InputList(paths: [path]).files.first, let bytes = try? file.contents(),
      bytes.count <= Self.maximumBytes
    else { return [] }
    let all = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    let kept = Array(all.suffix(Self.maximumLines))
    if all.count >= 2 * Self.maximumLines, let short = try? AtomicFile(path: path) {
      try? short.write(Array(kept.map { $0 + "\n" }.joined().utf8))
      try? short.commit()
    }
    return kept
  }

  /// Puts a line behind the others at once, so that a session that is killed has lost nothing.
  func append(_ line: String) {
    guard let path, !line.isEmpty else { return }
    makeFolders(of: path)
    // What somebody asked is nobody else's business.
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    try? DescriptorSink(descriptor: descriptor, name: path).write(Array((line + "\n").utf8))
    close(descriptor)
  }

  private func makeFolders(of path: String) {
    for index in path.indices.dropFirst() where path[index] == "/" { _ = mkdir(String(path[..<index]), 0o700) }
  }
}
