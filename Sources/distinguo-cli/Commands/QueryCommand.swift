import ArgumentParser
import ConceptModel
import ConceptQuery
import Distinguo

struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Ask a question.",
    discussion: """
      A question without variables is answered with yes or no, one with variables by a table, one that begins with path
      by paths. The name of a file that is there reads the question from it; - reads it from standard input. Without a
      question, on a terminal, a prompt.
      """)

  @Argument(help: "The question, or a file with it.")
  var query: String?

  @Flag(help: "Read one question a line from standard input and write one JSON answer a line.")
  var lines = false

  @Flag(help: "Print on standard error how the question is answered.")
  var explain = false

  @Option(
    name: .customLong("as"),
    help: "Print the question for another engine and what is lost as comments: sparql, gql or cypher.")
  var language: TargetLanguage?

  @Flag(help: "With --as sparql, print a path as one query for all edges on some walk, for drawing.")
  var edges = false

  @OptionGroup var answers: AnswerOptions
  @OptionGroup var store: StoreOptions

  func validate() throws {
    if edges && language != .sparql { throw ValidationError("--edges goes with --as sparql.") }
    if language != nil && (lines || query == nil) { throw ValidationError("--as prints one question; give it.") }
    if lines && query != nil { throw ValidationError("--lines reads the questions from standard input; give none.") }
    if !lines && query == nil && !Prompt.isAvailable { throw ValidationError("Give a question, or - to read one.") }
  }

  func run() throws {
    let workspace = try store.open()
    if lines { return try LineSession(workspace: workspace, question: answers.question("", store: store)).run() }
    guard let query else { return try PromptSession(workspace: workspace, answers: answers, store: store).run() }
    let (text, file) = try Self.text(of: query)
    let question = answers.question(text, file: file, store: store, explains: explain)
    guard let language else { return try question.ask(try workspace.session()) }
    let printed = try workspace.session().translated(
      text, to: language, asEdges: edges, options: question.starting(), file: file)
    try Console.answer(printed)
  }

  /// The question itself: the argument, or what is in the file of that name.
  static func text(of argument: String) throws -> (text: String, file: String) {
    // A name that only a file can have is looked for as one, so that a slip in it is told as such.
    let namesFile = argument.hasSuffix(".query") && !argument.contains(" ")
    guard argument == "-" || namesFile || InputList.isFile(argument) else { return (argument, "query") }
    let file = try InputList(paths: [argument]).files[0]
    return (String(decoding: try file.contents(), as: UTF8.self), file.path)
  }
}

/// Questions from standard input, one a line, answered over one snapshot.
struct LineSession {
  let workspace: Workspace
  /// How every question is answered.
  let question: Question

  func run() throws {
    let session = try workspace.session()
    while let line = readLine() {
      let text = line.trimmed
      if text.isEmpty || text.hasPrefix("#") { continue }
      try Console.answer(session.line(text, options: question.starting()) + "\n")
    }
  }
}

extension TargetLanguage: ExpressibleByArgument {}

extension String {
  /// Without white space at both ends.
  var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
