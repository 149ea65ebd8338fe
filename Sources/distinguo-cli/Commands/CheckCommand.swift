import ArgumentParser
import ConceptModel
import ConceptQuery
import Distinguo

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Parse a query, notation or rules file and do nothing else.",
    discussion: "Told apart by their names: .facts is notation, .rules rules, anything else a query.")

  @Argument(help: "The files; - for a query on standard input.")
  var files: [String]

  @Flag(name: .shortAndLong, help: "Say nothing about what is right.")
  var quiet = false

  func run() throws {
    var problems: [Diagnostic] = []
    for file in files {
      let found = try Workspace.problems(inFile: file)
      problems += found
      if found.isEmpty && !quiet { Console.note("\(file): no problems") }
    }
    Console.report(problems)
    if problems.contains(where: { $0.level == .error }) { throw ExitCode(Exit.wrong) }
  }
}
