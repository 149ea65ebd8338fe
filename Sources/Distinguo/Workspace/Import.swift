import ConceptImport
import ConceptModel
import ConceptStore

/// What an `import` of graphs did.
public struct ImportReport: Sendable {
  /// The files in the order of their ids, with the number of distinct statements of each.
  public var files: [ImportedFile] = []
}

extension Workspace {
  /// The file name extensions that `importGraphs` reads.
  public static let graphExtensions = LineSyntax.allCases.map(\.rawValue)

  /// Reads graphs made by others into the store; each file takes the place of an earlier one of the same id.
  ///
  /// A file is read whole before the store is locked, so that a wrong one changes nothing.
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
      let info = DocumentInfo(id: file.id, path: file.absolutePath, mediaType: syntax.mediaType)
      let size = System.size(of: Array(file.path.utf8))
      report.files.append(
        try workspace.store.importGraph(info, size: size, graphName: graphName) { (add) throws(Diagnostic) in
          let source = try ByteSource(file: file.path)
          try GraphReader.read(source, as: syntax) { (batch) throws(Diagnostic) in add(batch) }
        })
    }
    return report
  }
}
