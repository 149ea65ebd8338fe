import ArgumentParser

/// `distinguo` itself: holds the commands.
struct RootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "distinguo",
    abstract: "A concept graph of a field's literature in which every edge carries a quotation.",
    discussion: """
      Answers go to standard output; progress, warnings and hints go to standard error.
      Exit codes: 0 done or yes, 1 no answer, 2 the call or its input is wrong, 3 incomplete, 70 internal error.
      """,
    version: Version.current,
    subcommands: [
      IngestCommand.self, ExtractCommand.self, AddCommand.self, ImportCommand.self, QueryCommand.self,
      DescribeCommand.self,
      CompareCommand.self, WhyCommand.self, ConflationsCommand.self, ExplainCommand.self, CheckCommand.self,
      ExportCommand.self, DocumentsCommand.self, ConceptsCommand.self, RelationsCommand.self, RulesCommand.self,
      StatsCommand.self, RemoveCommand.self, VerifyCommand.self, RepairCommand.self, CompletionsCommand.self,
    ])
}

/// The version of the program.
enum Version {
  static let current = "0.1.0"
}
