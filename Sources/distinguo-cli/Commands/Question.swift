import ArgumentParser
import ConceptModel
import ConceptQuery
import Distinguo

/// One question and how it is to be answered: what flags say, free of the types that declare them.
struct Question {
  static let defaultTimeout = 5.0

  var text: String
  /// Where the text stands, for errors.
  var file = "query"
  var format = OutputFormat.text
  /// What the answer may cost, but for the time.
  var options = QueryOptions()
  /// The seconds that a search may take.
  var timeout = Question.defaultTimeout
  var explains = false
  var isQuiet = false

  /// Asks, prints the answer, and throws its exit code unless that is 0.
  func ask(_ session: QuerySession) throws {
    let code: Int32
    do {
      let answer: QueryAnswer
      if explains {
        let explained = try session.explain(text, options: starting(), file: file)
        answer = explained.answer
        for line in explained.lines { Console.note(line) }
      } else {
        answer = try session.query(text, options: starting(), file: file)
      }
      let output = try answer.formatted(format)
      if !isQuiet {
        for note in answer.notes { Console.note(note) }
      }
      try Console.answer(output)
      code = answer.exitCode
    } catch let failure as QueryFailure where format == .json {
      Console.note(failure.json)
      throw ExitCode(failure.exitCode)
    }
    if code != 0 { throw ExitCode(code) }
  }

  /// The options with a clock that starts now.
  func starting() -> QueryOptions {
    let end = Console.seconds() + timeout
    var options = options
    options.isOverdue = { Console.seconds() > end }
    options.knownRules = { Workspace.ruleIDs }
    return options
  }
}
