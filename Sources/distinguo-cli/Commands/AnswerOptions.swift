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
  var timeout = AnswerOptions.defaultTimeout

  @Option(help: "The beginning of every IRI.")
  var base = QueryOptions().baseIRI

  /// The values that hold when no flag is given, made without the argument parser.
  static var standard: AnswerOptions {
    let options = QueryOptions()
    var answers = AnswerOptions()
    (answers.format, answers.labels, answers.fuzzy) = (.text, false, options.isFuzzy)
    (answers.maxPaths, answers.maxStates, answers.timeout) = (
      options.maximumPaths, options.maximumStates, defaultTimeout
    )
    answers.base = options.baseIRI
    return answers
  }

  static let defaultTimeout = 5.0

  func validate() throws {
    if maxPaths < 1 { throw ValidationError("--max-paths needs a number from 1.") }
    if maxStates < 1 { throw ValidationError("--max-states needs a number from 1.") }
    if !(timeout > 0) { throw ValidationError("--timeout needs a number of seconds above 0.") }
  }

  /// The options of one query whose clock starts now.
  func starting() -> QueryOptions {
    let end = Console.seconds() + timeout
    return QueryOptions(
      maximumPaths: maxPaths, maximumStates: maxStates, isOverdue: { Console.seconds() > end }, isFuzzy: fuzzy,
      addsLabels: labels, knownRules: { Workspace.ruleIDs }, baseIRI: base)
  }

  /// Asks, prints the answer, and throws its exit code unless that is 0.
  func ask(
    _ text: String, file: String = "query", of workspace: Workspace, store: StoreOptions, explains: Bool = false
  ) throws {
    let code: Int32
    do {
      let session = try workspace.session()
      let answer: QueryAnswer
      if explains {
        let explained = try session.explain(text, options: starting(), file: file)
        answer = explained.answer
        for line in explained.lines { Console.note(line) }
      } else {
        answer = try session.query(text, options: starting(), file: file)
      }
      let output = try answer.formatted(format)
      for note in answer.notes { store.note(note) }
      try Console.answer(output)
      code = answer.exitCode
    } catch let failure as QueryFailure where format == .json {
      Console.note(failure.json)
      throw ExitCode(failure.exitCode)
    }
    if code != 0 { throw ExitCode(code) }
  }
}

extension OutputFormat: ExpressibleByArgument {}
