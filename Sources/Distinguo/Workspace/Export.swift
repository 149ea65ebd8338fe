import ConceptExport
import ConceptModel
import ConceptStore

extension Workspace {
  /// Writes the graph, or the part that the options select, in a format; the same bytes on every run.
  ///
  /// Imported graphs are part of it: statement by statement in the RDF formats, as edges in GraphML and CSV. Pages,
  /// pictures and records, which are made in memory, leave out large ones.
  /// - Returns: a warning when they did.
  @discardableResult
  public func export(as format: ExportFormat, options: ExportOptions, to sink: any ByteSink) throws -> Diagnostic? {
    var options = options
    options.findings = try store.findings()
    let statements = try store.imports().reduce(0) { $0 + $1.statements }
    if statements > 0 {
      let snapshot = try store.snapshot()
      options.imports = ImportedGraphs(source: snapshot, statements: statements, hasNotes: snapshot.hasNotes) { body in
        try snapshot.forEachImportedBatch(body)
      }
    }
    try Exporter(options: options).write(try store.derived(), as: format) { bytes in try sink.write(bytes) }
    guard format.isMadeInMemory, statements > ImportedGraphs.readableStatements else { return nil }
    return Diagnostic(
      .warning, code: "imports-left-out",
      message: "the imported graphs (\(statements) statements) are too large for \(format.rawValue) and were left out",
      hint: "export them as ntriples, nquads, turtle, graphml or csv")
  }
}
