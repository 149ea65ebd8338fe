import ConceptImport
import ConceptModel
import ConceptStore
import TextExtraction

/// What an `import` of graphs did.
public struct ImportReport: Sendable {
  /// The files in the order of their ids, with the number of distinct statements of each.
  public var files: [ImportedFile] = []
  /// The files among them that were in the store just as they are now, and were left alone.
  public var unchanged: Set<DocumentID> = []
  /// Warnings about files that took the place of others.
  public var diagnostics: [Diagnostic] = []
}

extension Workspace {
  /// The file name extensions that `importGraphs` reads.
  public static let graphExtensions = LineSyntax.allCases.map(\.rawValue)

  /// Reads graphs made by others into the store, beside what was imported before.
  ///
  /// A file that was imported before and has not changed since is left alone; one of the same id with other content takes
  /// the place of the earlier one, with a warning when that lay under another path. A file is read whole before the store is locked, so that a wrong one changes nothing.
  /// - Parameter graphName: the IRI of the graph for statements that name none.
  public static func importGraphs(
    _ inputs: InputList, graphName: String? = nil, to path: String
  ) throws(Diagnostic) -> ImportReport {
    var syntaxes: [LineSyntax] = []
    for file in inputs.files {
      guard let syntax = file.fileExtension.flatMap({ LineSyntax(fileExtension: $0) }) else {
        throw Diagnostic(
          code: "unsupported-input",
          message: "\(file.path) is of no kind that is imported: .\(graphExtensions.joined(separator: ", .")), .facts",
          hint: "convert it to N-Triples, for example with: rapper -o ntriples FILE")
      }
      syntaxes.append(syntax)
    }
    let workspace = try openForWriting(path, create: true)
    var report = ImportReport()
    for (file, syntax) in zip(inputs.files, syntaxes) {
      let known = try workspace.store.importedFile(file.id, graphName: graphName)
      if let known, known.info.path == file.absolutePath, known.info.sha256 == (try? digest(of: file.path)) {
        report.files.append(known)
        report.unchanged.insert(file.id)
        continue
      }
      if let earlier = try workspace.store.imports().first(where: { $0.info.id == file.id }),
        earlier.info.path != file.absolutePath
      {
        report.diagnostics.append(
          Diagnostic(
            .warning, code: "duplicate-document",
            message: "\(file.path) took the place of \(earlier.info.path), which had the same id \(file.id)",
            hint: "rename one of the files to have both"))
      }
      report.files.append(try workspace.importGraph(file, syntax, graphName: graphName))
    }
    return report
  }

  private func importGraph(
    _ file: InputFile, _ syntax: LineSyntax, graphName: String?
  ) throws(Diagnostic) -> ImportedFile {
    let info = DocumentInfo(id: file.id, path: file.absolutePath, mediaType: syntax.mediaType)
    let size = System.size(of: Array(file.path.utf8))
    let digest = RunningDigest()
    return try store.importGraph(
      info, size: size, graphName: graphName, digest: { digest.value.hexadecimal }
    ) { (add) throws(Diagnostic) in
      let source = try ByteSource(file: file.path) { digest.value.add($0) }
      try GraphReader.read(source, as: syntax) { (batch) throws(Diagnostic) in add(batch) }
    }
  }

  /// The digest of a file, read in pieces.
  static func digest(of path: String) throws(Diagnostic) -> String {
    let digest = RunningDigest()
    let source = try ByteSource(file: path) { digest.value.add($0) }
    try source.readAll()
    return digest.value.hexadecimal
  }
}

/// A digest that several closures add to.
private final class RunningDigest {
  var value = SHA256()
}
