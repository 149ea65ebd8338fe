import ArgumentParser
import ConceptExport
import ConceptModel
import Distinguo

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the graph in another format.",
    discussion: "Formats: \(ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")).")

  @Option(help: ArgumentHelp("The format.", valueName: "format"))
  var format: ExportFormat

  @Option(name: [.short, .customLong("output")], help: "The file to write; it appears when it is whole.")
  var output: String?

  @Option(help: "A title for pictures and pages.")
  var title: String?

  @Option(help: "How pictures group concepts: none, source or top.")
  var clusters = ExportOptions.Clusters.none

  @Option(help: "The most concepts that a picture shows; 0 for all.")
  var nodes = ExportOptions.readableNodeLimit

  @Option(help: "The dialect of GraphML: plain or yed.")
  var flavour = ExportOptions.Flavour.plain

  @Option(help: "The beginning of every IRI.")
  var base = "urn:distinguo:"

  @Option(help: "Only the concepts or paths that answer a query.")
  var select: String?

  @OptionGroup var store: StoreOptions

  func run() throws {
    let workspace = try store.open()
    let selection = try select.map { try workspace.selection($0) }
    let options = ExportOptions(
      baseIRI: base, flavour: flavour, selection: selection, title: title, clusters: clusters,
      nodeLimit: nodes == 0 ? nil : nodes)
    let warning: Diagnostic?
    if let output {
      let file = try AtomicFile(path: output)
      warning = try workspace.export(as: format, options: options, to: file)
      try file.commit()
    } else {
      warning = try workspace.export(as: format, options: options, to: Console.output)
    }
    if let warning { store.note(warning) }
  }
}

extension ExportFormat: ExpressibleByArgument {}
extension ExportOptions.Clusters: ExpressibleByArgument {}
extension ExportOptions.Flavour: ExpressibleByArgument {}
