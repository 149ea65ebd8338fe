import ArgumentParser
import ConceptModel
import ConceptStore
import Distinguo

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Find every quotation again and check the store.",
    discussion: "Exit code 1 when the file is damaged or a quotation does not stand at its place.")

  @OptionGroup var store: StoreOptions

  func run() throws {
    let report = try store.open().verify()
    var text = ""
    for damage in report.damages { text += "damaged: \(damage)\n" }
    for failure in report.failures {
      text += "not found: \(Self.line(failure.evidence)) (\(failure.reason.rawValue))\n"
    }
    for passage in report.notCheckable { text += "not checkable: \(Self.line(passage.evidence))\n" }
    for source in report.changedSources { text += "\(source.state.rawValue): \(source.document.id)\n" }
    text +=
      "\(report.confirmed) quotations found at their places, \(report.failures.count) not found, "
      + "\(report.notCheckable.count) not checkable, \(report.changedSources.count) sources changed or gone\n"
    try Console.answer(text)
    if !report.isSound { throw ExitCode(Exit.noAnswer) }
  }

  private static func line(_ evidence: Evidence) -> String {
    let words = evidence.quote.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return "\(evidence.document):\(evidence.line):\(evidence.column) \"\(words)\""
  }
}

struct RepairCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair", abstract: "Make everything anew that follows from the documents.",
    discussion: """
      From a damaged file what can still be read goes to a new one; the damaged file is kept with .damaged behind its
      name. Exit code 1 when documents or imported graphs were lost.
      """)

  @OptionGroup var store: StoreOptions

  func run() throws {
    let report = try Workspace.repair(at: store.resolvedPath)
    for part in report.rebuilt { store.note("made anew: \(part)") }
    for damage in report.remaining { Console.note(damage) }
    if !report.remaining.isEmpty { throw ExitCode(Exit.noAnswer) }
  }
}

struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "stats", abstract: "Count what the store holds.")

  @OptionGroup var store: StoreOptions

  @Option(help: "text, csv or tsv.")
  var format = TableFormat.text

  func run() throws {
    let counts = try store.open().statistics()
    let rows: [(String, Int)] = [
      ("documents", counts.documents), ("notation files", counts.notationFiles), ("concepts", counts.concepts),
      ("entities", counts.entities), ("labels", counts.labels), ("mentions", counts.mentions),
      ("definitions", counts.definitions), ("assertions", counts.assertions), ("edges", counts.edges),
      ("denied edges", counts.deniedEdges), ("findings", counts.findings), ("imported files", counts.importedFiles),
      ("imported statements", counts.importedStatements), ("bytes", counts.bytes),
    ]
    try Console.answer(format.table(header: ["what", "count"], rows: rows.map { [$0.0, String($0.1)] }))
  }
}
