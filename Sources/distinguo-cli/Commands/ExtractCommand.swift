import ArgumentParser
import ConceptModel
import Distinguo

struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Read files and folders and print what is in them, without a store.",
    discussion:
      "One JSON record a line: concepts, entities, abbreviations, definitions and relations with their quotations.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case jsonl, conllu }

  @Argument(help: "Files and folders, read recursively; - for standard input.")
  var paths: [String]

  @Flag(help: "The inputs are lines of {\"doc\":ID,\"text\":TEXT}; answers come in their order.")
  var jsonl = false

  @Option(help: "jsonl or conllu (tokens, tags, lemmas, heads).")
  var format = Format.jsonl

  @Option(help: "Print a stage instead: document, sentences, mentions or assertions.")
  var dump: ExtractionStage?

  @Option(help: "A file with rules for relations beside the built-in ones.")
  var rules: String?

  @Option(help: "How many documents are analysed at a time.")
  var jobs = Console.processorCount

  @Flag(name: .shortAndLong, help: "No warnings.")
  var quiet = false

  func validate() throws {
    if jobs < 1 { throw ValidationError("--jobs needs a number from 1.") }
  }

  func run() async throws {
    let corpus = MemoryCorpus(
      reading: try InputList(paths: paths), asLines: jsonl,
      rules: try rules.map { try ExtractionRules(file: $0) } ?? ExtractionRules())
    for diagnostic in corpus.diagnostics where !quiet || diagnostic.level == .error { Console.report(diagnostic) }
    let output = dump.map(ExtractionOutput.dump) ?? (format == .conllu ? .conllu : .records)
    let notes = try await corpus.write(output, jobs: jobs, to: Console.output)
    if !quiet { Console.report(notes) }
    if corpus.isIncomplete { throw ExitCode(corpus.order.isEmpty ? Exit.wrong : Exit.incomplete) }
  }
}

extension ExtractionStage: ExpressibleByArgument {}
