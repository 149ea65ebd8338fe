import ArgumentParser
import ConceptModel
import ConceptQuery
import Distinguo

/// The flags of `query` and of the commands that are short for a query.
struct AnswerOptions: ParsableArguments {
  @Option(help: "text, csv, tsv, json, srj, paths or dot.")
  var format = OutputFormat.text

  @Flag(help: "In srj, add a variable with the label of every concept.")
  var labels = false

  @Flag(help: "Let a name be off by one letter.")
  var fuzzy = false

  @Option(help: "List at most so many paths.")
  var maxPaths = QueryOptions().maximumPaths

  @Option(help: "Expand at most so many states of a search.")
  var maxStates = QueryOptions().maximumStates

  @Option(help: "Search at most so many seconds.")
  var timeout = Question.defaultTimeout

  @Option(help: "The beginning of every IRI.")
  var base = QueryOptions().baseIRI

  func validate() throws {
    if maxPaths < 1 { throw ValidationError("--max-paths needs a number from 1.") }
    if maxStates < 1 { throw ValidationError("--max-states needs a number from 1.") }
    if !(timeout > 0) { throw ValidationError("--timeout needs a number of seconds above 0.") }
  }

  /// A question with these flags.
  func question(_ text: String, file: String = "query", store: StoreOptions, explains: Bool = false) -> Question {
    let options = QueryOptions(
      maximumPaths: maxPaths, maximumStates: maxStates, isFuzzy: fuzzy, addsLabels: labels, baseIRI: base)
    return Question(
      text: text, file: file, format: format, options: options, timeout: timeout, explains: explains,
      isQuiet: store.quiet)
  }

  /// Asks, prints the answer, and throws its exit code unless that is 0.
  func ask(_ text: String, store: StoreOptions) throws {
    try question(text, store: store).ask(try store.open().session())
  }
}

extension OutputFormat: ExpressibleByArgument {}
