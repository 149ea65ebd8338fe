import ArgumentParser
import ConceptModel
import Distinguo

struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "State facts by hand.",
    discussion: """
      A fact is written as it is asked for: distinguo add 'alignment faking ⊑ deception'. The name of a file that is
      there reads that file, one document that a later reading replaces.
      """)

  @Argument(help: "A statement, or notation files (.facts).")
  var statements: [String]

  @OptionGroup var store: StoreOptions

  func run() throws {
    let files = statements.filter { InputList.isFile($0) || $0.hasSuffix(".facts") || $0 == "-" }
    if !files.isEmpty && files.count < statements.count {
      throw ValidationError("Give either statements or files in one call.")
    }
    let input =
      files.isEmpty
      ? NotationInput(statement: statements.joined(separator: "\n")) : try NotationInput(files: InputList(paths: files))
    let report = try Workspace.add(input, to: store.resolvedPath)
    for diagnostic in report.diagnostics { store.note(diagnostic) }
    for sentence in report.sentences { store.note(sentence) }
  }
}
