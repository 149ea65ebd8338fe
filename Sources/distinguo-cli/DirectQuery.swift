import ConceptQuery
import Distinguo

/// A `query` with nothing but a question and the flags of nearly every call, read without the argument parser.
///
/// Looking at the declarations of all commands takes the parser longer than an answer takes the engine. Whatever is
/// not as simple as this, wrong calls among it, is the parser's.
struct DirectQuery {
  private var query: QueryCommand

  /// - Parameter arguments: those of the process without its name.
  init?(_ arguments: [String]) {
    guard arguments.first == "query" else { return nil }
    var text: String?
    var store = StoreOptions()
    (store.path, store.quiet) = (nil, false)
    var answers = AnswerOptions.standard
    var explains = false
    var index = 1
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      switch argument {
      case "--explain": explains = true
      case "--quiet", "-q": store.quiet = true
      case "--db", "--format":
        // A value that looks like a flag is a question for the parser.
        guard index < arguments.count, !arguments[index].hasPrefix("-") else { return nil }
        let value = arguments[index]
        index += 1
        if argument == "--db" {
          guard store.path == nil else { return nil }
          store.path = value
        } else {
          guard let format = OutputFormat(rawValue: value) else { return nil }
          answers.format = format
        }
      default:
        guard text == nil, !argument.hasPrefix("-") else { return nil }
        text = argument
      }
    }
    guard let text else { return nil }
    query = QueryCommand()
    query.query = text
    query.lines = false
    query.explain = explains
    query.language = nil
    query.edges = false
    query.answers = answers
    query.store = store
  }

  func run() throws { try query.run() }
}
