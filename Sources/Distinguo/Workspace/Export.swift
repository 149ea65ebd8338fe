import ConceptExport
import ConceptModel

extension Workspace {
  /// Writes the graph, or the part that the options select, in a format; the same bytes on every run.
  public func export(as format: ExportFormat, options: ExportOptions, to sink: any ByteSink) throws {
    var options = options
    options.findings = try store.findings()
    try Exporter(options: options).write(try store.derived(), as: format) { bytes in try sink.write(bytes) }
  }
}
