import ConceptModel

/// An imported graph file.
public struct ImportedFile: Sendable, Hashable {
  public var info: DocumentInfo
  /// The number of distinct statements, literals included.
  public var statements: Int
}

extension Store {
  /// The imported files, sorted by id.
  public func imports() throws(Diagnostic) -> [ImportedFile] {
    var result: [ImportedFile] = []
    let rows = try connection.prepare("SELECT \(DocumentInfo.columnNames), statements FROM imported_file ORDER BY id")
    while try rows.step() {
      result.append(ImportedFile(info: DocumentInfo(row: rows, from: 0), statements: rows.integer(9)))
    }
    return result
  }
}
