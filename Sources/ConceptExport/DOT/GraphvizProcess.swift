import ConceptModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Runs the program `dot` of Graphviz on a drawing.
enum GraphvizProcess {
  /// The picture in a format of Graphviz (`svg`, `png`).
  ///
  /// Throws a `Diagnostic` when the program is not installed or does not accept the drawing. Both sides go through files
  /// in a folder of their own under the folder for temporary files, which is removed again.
  static func render(_ dot: [UInt8], as format: String) throws(Diagnostic) -> [UInt8] {
    var template = Array("\(temporaryFolder)/distinguo-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Diagnostic(
        code: "not-written", message: "no temporary folder for the drawing could be made",
        hint: "check the room in \(temporaryFolder), or set TMPDIR")
    }
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let input = folder + "/drawing.dot"
    let output = folder + "/drawing." + format
    defer {
      unlink(input)
      unlink(output)
      rmdir(folder)
    }
    guard save(dot, to: input) else {
      throw Diagnostic(
        code: "not-written", message: "the drawing could not be written to \(folder)",
        hint: "make room on the disk, or set TMPDIR")
    }
    let status = try run(["dot", "-T\(format)", "-o", output, input])
    guard status == 0, let picture = load(output) else {
      throw Diagnostic(
        code: "graphviz-failed", message: "Graphviz could not draw the graph",
        hint: "export with --format dot and run dot -T\(format) on the file to see why")
    }
    return picture
  }

  private static var temporaryFolder: String {
    guard let value = getenv("TMPDIR") else { return "/tmp" }
    let folder = String(cString: value)
    return folder.isEmpty ? "/tmp" : folder
  }

  private static func run(_ arguments: [String]) throws(Diagnostic) -> Int32 {
    var strings: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    // Graphviz finds its fonts by these; nothing else of our environment is its business.
    let names = ["PATH", "HOME", "LANG", "LC_ALL", "FONTCONFIG_PATH", "GVBINDIR"]
    var environment: [UnsafeMutablePointer<CChar>?] = names.compactMap { name in
      getenv(name).map { strdup("\(name)=\(String(cString: $0))") }
    }
    environment.append(nil)
    defer { for string in strings + environment { free(string) } }
    // Its remarks about single edges help nobody; that it failed shows in its status.
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var process = pid_t()
    guard posix_spawnp(&process, "dot", &actions, nil, &strings, &environment) == 0 else {
      throw Diagnostic(
        code: "graphviz-missing", message: "the program dot of Graphviz is not installed",
        hint: "install it (apt install graphviz, brew install graphviz), or export with --format dot")
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1 && errno == EINTR {}
    return status
  }

  private static func save(_ bytes: [UInt8], to path: String) -> Bool {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard file >= 0 else { return false }
    defer { close(file) }
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer -> Int in
        write(file, buffer.baseAddress.map { $0 + done }, bytes.count - done)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  private static func load(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = block.withUnsafeMutableBytes { buffer -> Int in
        read(file, buffer.baseAddress, buffer.count)
      }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return bytes }
      bytes += block[..<count]
    }
  }
}
