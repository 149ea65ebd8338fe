import ConceptQuery
import Distinguo

/// A `query` with nothing but a question and the flags of nearly every call, read without the argument parser.
///
/// Looking at the declarations of all commands takes the parser longer than an answer takes the engine; even their types
/// cost a tenth of it. Whatever is not as simple as this, wrong calls among it, is the parser's.
struct DirectQuery {
  private var question = Question(text: "")
  private var path: String?

  /// - Parameter arguments: those of the process without its name.
  init?(_ arguments: [String]) {
    guard arguments.first == "query" else { return nil }
    var text: String?
    var index = 1
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      switch argument {
      case "--explain": question.explains = true
      case "--quiet", "-q": question.isQuiet = true
      case "--db", "--format":
        // A value that looks like a flag is a question for the parser.
        guard index < arguments.count, !arguments[index].hasPrefix("-") else { return nil }
        let value = arguments[index]
        index += 1
        if argument == "--db" {
          guard path == nil else { return nil }
          path = value
        } else {
          guard let format = OutputFormat(rawValue: value) else { return nil }
          question.format = format
        }
      default:
        guard text == nil, !argument.hasPrefix("-") else { return nil }
        text = argument
      }
    }
    guard let text else { return nil }
    question.text = text
  }

  func run() throws {
    let (session, freshness) = try QuerySession.open(StoreOptions.resolved(path))
    if let freshness, !question.isQuiet { Console.report(freshness) }
    var question = question
    (question.text, question.file) = try QueryCommand.text(of: question.text)
    try question.ask(session)
  }
}
