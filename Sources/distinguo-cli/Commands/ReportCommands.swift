import ArgumentParser
import ConceptModel
import Distinguo

struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe", abstract: "What is known about a concept: labels, definitions, edges, senses.")

  @Argument(help: "A concept.") var term: String
  @OptionGroup var answers: AnswerOptions
  @OptionGroup var store: StoreOptions

  func run() throws { try answers.ask("describe: \(term)", store: store) }
}

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "What two concepts share, what sets them apart, and who says so.")

  @Argument(help: "A concept.") var first: String
  @Argument(help: "Another concept.") var second: String
  @OptionGroup var answers: AnswerOptions
  @OptionGroup var store: StoreOptions

  func run() throws { try answers.ask("compare: \(first), \(second)", store: store) }
}

struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why", abstract: "Every quotation behind an edge, denials too.")

  @Argument(help: "An edge or chain, such as 'MAPS → loss of control'; or: same A, B.") var chain: String
  @OptionGroup var answers: AnswerOptions
  @OptionGroup var store: StoreOptions

  func run() throws { try answers.ask("why \(chain)", store: store) }
}
