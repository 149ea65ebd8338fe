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

  @Flag(help: "Refuse facts about concepts that are not in the store.")
  var strict = false

  @OptionGroup var store: StoreOptions

  func run() throws {
    let files = statements.filter { InputList.isFile($0) || $0.hasSuffix(".facts") || $0 == "-" }
    if !files.isEmpty && files.count < statements.count {
      throw ValidationError("Give either statements or files in one call.")
    }
    let input =
      files.isEmpty
      ? NotationInput(statement: statements.joined(separator: "\n")) : try NotationInput(files: InputList(paths: files))
    try Self.add(input, to: store, isStrict: strict)
  }

  /// Adds notation and echoes what was understood.
  static func add(_ input: NotationInput, to store: StoreOptions, isStrict: Bool = false) throws {
    let report = try Workspace.add(input, to: store.resolvedPath, isStrict: isStrict)
    for diagnostic in report.diagnostics { store.note(diagnostic) }
    for sentence in report.sentences { store.note(sentence) }
    for label in report.newConcepts { store.note("new concept: \(label)") }
  }
}
