import ArgumentParser

/// The command line of Distinguo.
@main
struct DistinguoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "distinguo", abstract: "A concept graph with quotations.")
}
