import ArgumentParser
import ConceptModel
import Distinguo

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Read graphs made by others into the store.",
    discussion: """
      N-Triples (.nt), N-Quads (.nq), edge lists (.csv, .tsv with a header subject,relation,object and optionally
      confidence,source,quote) and notation (.facts). Importing a file again
      does nothing when it is unchanged, and replaces what it brought before when it has changed; other files stay.
      """)

  @Argument(help: "Files.")
  var files: [String]

  @Option(help: "The graph for statements that name none.")
  var graph: String?

  @OptionGroup var store: StoreOptions

  func run() throws {
    let notation = files.filter { $0.lowercased().hasSuffix(".facts") }
    let graphs = files.filter { !$0.lowercased().hasSuffix(".facts") }
    // Looked at together, so that no two of them have one id.
    _ = try InputList(paths: files)
    if !notation.isEmpty {
      try AddCommand.add(NotationInput(files: InputList(paths: notation)), to: store)
    }
    guard !graphs.isEmpty else { return }
    let report = try Workspace.importGraphs(InputList(paths: graphs), graphName: graph, to: store.resolvedPath)
    for diagnostic in report.diagnostics { store.note(diagnostic) }
    for file in report.files {
      let state = report.unchanged.contains(file.info.id) ? ", unchanged" : ""
      store.note("\(file.info.id): \(file.statements) statements\(state)")
    }
  }
}
