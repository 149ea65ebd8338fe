import ArgumentParser
import ConceptModel
import ConceptQuery
import Distinguo

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The command line of Distinguo.
@main
struct Main {
  static func main() async {
    // A reader that goes away ends the command quietly, through the error of `write`.
    signal(SIGPIPE, SIG_IGN)
    do {
      if let query = DirectQuery(Array(CommandLine.arguments.dropFirst())) { return try query.run() }
      var command = try RootCommand.parseAsRoot()
      if var command = command as? AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      exit(conclude(error))
    }
  }

  /// Prints what an error has to say and gives the exit code that goes with it.
  private static func conclude(_ error: any Error) -> Int32 {
    switch error {
    case let code as ExitCode:
      return code.rawValue
    case let diagnostic as Diagnostic:
      if diagnostic.code == BrokenPipe.code { return Exit.done }
      Console.report(diagnostic)
      return diagnostic.code == "internal" ? Exit.internalError : Exit.wrong
    case let problems as InputProblems:
      Console.report(problems.diagnostics)
      return Exit.wrong
    case let failure as QueryFailure:
      Console.report(failure.diagnostics)
      return failure.exitCode
    default:
      return concludeParsing(error)
    }
  }

  private static func concludeParsing(_ error: any Error) -> Int32 {
    let message = RootCommand.fullMessage(for: error)
    switch RootCommand.exitCode(for: error) {
    case .success:
      do { try Console.answer(message + "\n") } catch { return Exit.done }
      return Exit.done
    case .validationFailure:
      Console.note(message)
      return Exit.wrong
    default:
      Console.note("error[internal]: \(message)")
      return Exit.internalError
    }
  }
}
