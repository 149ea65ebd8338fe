import ArgumentParser
import ConceptModel
import Distinguo

/// The store that a command works on.
struct StoreOptions: ParsableArguments {
  @Option(name: .customLong("db"), help: "The store, one file. [default: $DISTINGUO_DB or distinguo.sqlite]")
  var path: String?

  @Flag(name: .shortAndLong, help: "No progress, no notes.")
  var quiet = false

  var resolvedPath: String { Self.resolved(path) }

  /// The path of the store when this one was given.
  static func resolved(_ path: String?) -> String {
    if let path { return path }
    if let variable = Console.environment("DISTINGUO_DB"), !variable.isEmpty { return variable }
    return "distinguo.sqlite"
  }

  /// Opens the store for reading; nothing is created.
  func open() throws -> Workspace {
    let workspace = try Workspace.open(resolvedPath)
    if let warning = try workspace.freshness() { note(warning) }
    return workspace
  }

  func openForWriting(create: Bool) throws -> Workspace {
    try Workspace.openForWriting(resolvedPath, create: create)
  }

  func note(_ diagnostic: Diagnostic) {
    if !quiet || diagnostic.level == .error { Console.report(diagnostic) }
  }

  func note(_ line: String) {
    if !quiet { Console.note(line) }
  }
}
