import ArgumentParser
import ConceptModel
import Distinguo

struct IngestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest", abstract: "Read files and folders into the store.",
    discussion: """
      Reads .html .htm .xhtml .xml .md .markdown .txt .facts .jsonl, and other files by their content. Documents that
      have not changed since are skipped. Ends with a summary on standard output.
      """)

  @Argument(help: "Files and folders, read recursively; - for standard input.")
  var paths: [String]

  @OptionGroup var store: StoreOptions

  @Option(help: "How many documents are analysed at a time.")
  var jobs = Console.processorCount

  @Option(help: "A file with rules for relations beside the built-in ones.")
  var rules: String?

  @Flag(help: "Drop the documents whose file is gone.")
  var prune = false

  @Flag(help: "Say what would be done, and do nothing.")
  var dryRun = false

  func validate() throws {
    if paths.isEmpty { throw ValidationError("Name a file or folder to read.") }
    if jobs < 1 { throw ValidationError("--jobs needs a number from 1.") }
  }

  func run() async throws {
    let start = Console.seconds()
    let inputs = try InputList(paths: paths)
    let options = IngestOptions(
      jobs: jobs, prunes: prune, isDryRun: dryRun,
      rules: try rules.map { try ExtractionRules(file: $0) } ?? ExtractionRules())
    let bar = ProgressBar(isQuiet: store.quiet)
    let report: IngestReport
    if dryRun, !Workspace.exists(at: store.resolvedPath) {
      report = try await Workspace.plan(inputs, options: options)
    } else {
      let workspace = try store.openForWriting(create: !dryRun)
      report = try await workspace.ingest(inputs, options: options) { done, name in
        bar.update(done: done, of: inputs.files.count, name: name)
      }
    }
    bar.clear()
    for diagnostic in report.diagnostics { store.note(diagnostic) }
    try Console.answer(summary(report, seconds: Console.seconds() - start))
    if report.isIncomplete { throw ExitCode(Exit.incomplete) }
  }

  private func summary(_ report: IngestReport, seconds: Double) -> String {
    var parts = ["\(report.added.count) added", "\(report.replaced.count) replaced", "\(report.unchanged) unchanged"]
    if !report.removed.isEmpty { parts.append("\(report.removed.count) removed") }
    if report.passedOver > 0 { parts.append("\(report.passedOver) of other kinds passed over") }
    var text = (dryRun ? "would be: " : "") + parts.joined(separator: ", ") + "\n"
    if dryRun {
      for (word, list) in [("add", report.added), ("replace", report.replaced), ("remove", report.removed)] {
        for id in list { text += "  \(word) \(id)\n" }
      }
    }
    if let totals = report.totals {
      text +=
        "\(totals.documents) documents, \(totals.concepts) concepts, \(totals.assertions) assertions, "
        + "\(totals.findings) findings, \(Console.decimal(seconds)) s\n"
    }
    return text
  }
}
