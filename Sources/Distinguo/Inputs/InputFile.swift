import ConceptModel

/// A file to be read, with the document id that it will have.
public struct InputFile: Sendable, Hashable {
  /// Its path relative to the folder it was found in, or its base name; NFC, `/` between the parts.
  public var id: DocumentID
  /// The path as a message shows it.
  public var path: String
  /// The path in the bytes of the file system; nil for standard input.
  let native: [UInt8]?
  /// Whether it was named in the call rather than found in a folder.
  public var isNamed: Bool
  /// The absolute path, empty for standard input.
  public var absolutePath: String { native == nil ? "" : System.absolute(path) }
  /// The file name extension in lower case without the dot, or nil.
  public var fileExtension: String? {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    let suffix = name[name.index(after: dot)...]
    return suffix.isEmpty ? nil : suffix.lowercased()
  }

  /// Reads the file; the error says why it cannot be read.
  public func contents() throws(Diagnostic) -> [UInt8] {
    guard let bytes = System.contents(of: native) else {
      throw Diagnostic(
        code: "unreadable-file", message: "cannot read \(path): \(System.lastError())",
        hint: "check that the file is there and that you may read it")
    }
    return bytes
  }
}

/// The files that a list of paths stands for: files themselves, folders with all that is in them, `-`.
public struct InputList: Sendable {
  /// Sorted by id.
  public private(set) var files: [InputFile] = []
  /// What could not be looked into.
  public private(set) var problems: [Diagnostic] = []
  /// The absolute paths of the folders that were named.
  public private(set) var folders: [String] = []

  /// Collects the files below the paths.
  ///
  /// Folders are read recursively; names that begin with a dot are passed over there, links that lead back into
  /// themselves are not followed. Throws for a path that is not there and when two inputs would have one id.
  public init(paths: [String]) throws(Diagnostic) {
    for path in paths {
      if path == "-" {
        files.append(InputFile(id: DocumentID("stdin"), path: "standard input", native: nil, isNamed: true))
        continue
      }
      let native = Array(path.utf8)
      guard let entry = System.entry(at: native) else {
        throw Diagnostic(
          code: "missing-file", message: "there is no file or folder \(path) (\(System.lastError()))",
          hint: "check the spelling of the path")
      }
      if entry.kind == .folder {
        var absolute = System.absolute(path)
        while absolute.count > 1 && absolute.last == "/" { absolute.removeLast() }
        folders.append(absolute)
        walk(native, shown: path, prefix: "", above: [entry.identity])
      } else {
        files.append(
          InputFile(id: DocumentID(Self.baseName(path).inNormalizationFormC), path: path, native: native, isNamed: true)
        )
      }
    }
    files.sort { $0.id == $1.id ? scalarLess($0.path, $1.path) : $0.id < $1.id }
    try refuseClashes()
  }

  private mutating func walk(_ folder: [UInt8], shown: String, prefix: String, above: [System.Identity]) {
    guard let names = System.names(in: folder) else {
      problems.append(
        Diagnostic(
          code: "unreadable-file", message: "cannot read the folder \(shown): \(System.lastError())",
          hint: "check that you may read it"))
      return
    }
    for name in names where name.first != 0x2E {
      let text = String(decoding: name, as: UTF8.self)
      let path = shown.utf8.last == 0x2F ? shown + text : shown + "/" + text
      let native = folder + (folder.last == 0x2F ? [] : [0x2F]) + name
      let id = prefix + text
      guard let entry = System.entry(at: native) else {
        problems.append(
          Diagnostic(
            code: "unreadable-file", message: "cannot read \(path): \(System.lastError())",
            hint: "a link whose target is gone is left out"))
        continue
      }
      switch entry.kind {
      case .folder where above.contains(entry.identity):
        problems.append(
          Diagnostic(
            .warning, code: "link-loop", message: "\(path) is a link back to a folder above it and is not followed"))
      case .folder:
        walk(native, shown: path, prefix: id + "/", above: above + [entry.identity])
      case .file:
        let file = InputFile(id: DocumentID(id.inNormalizationFormC), path: path, native: native, isNamed: false)
        files.append(file)
      case .other:
        // A pipe or device: reading it might never end.
        continue
      }
    }
  }

  private func refuseClashes() throws(Diagnostic) {
    for (first, second) in zip(files, files.dropFirst()) where first.id == second.id {
      throw Diagnostic(
        code: "duplicate-document", message: "\(first.path) and \(second.path) would both be the document \(first.id)",
        hint: "ingest the folder above them, so that their ids differ, or rename one")
    }
  }

  /// Whether a path leads to a file that is no folder.
  public static func isFile(_ path: String) -> Bool {
    System.entry(at: Array(path.utf8)).map { $0.kind != .folder } ?? false
  }

  private static func baseName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
