import Foundation
import Testing

/// Wrong calls: one clear message, exit code 2, nothing on standard output, and the store as it was.
@Suite struct BadCallTests {
  struct Call: CustomTestStringConvertible, Sendable {
    var arguments: [String]
    /// What the message has to say.
    var message: String
    var testDescription: String { arguments.joined(separator: " ") }
    init(_ arguments: String..., says message: String) {
      self.arguments = arguments
      self.message = message
    }
  }

  static let calls = [
    Call("nonsense", says: "Unexpected argument 'nonsense'"),
    Call("--nonsense", says: "Unknown option '--nonsense'"),
    Call("add", says: "Missing expected argument"),
    Call("add", "alignment faking", says: "error[syntax]"),
    Call("add", "a -[led-to]-> b", says: "error[unknown-relation]"),
    Call("add", "?x ⊑ b", says: "error[syntax]"),
    Call("add", "no-such-file.facts", says: "no-such-file.facts"),
    Call("add", "wrong.facts", says: "wrong.facts:2"),
    Call("add", "right.facts", "wrong.facts", says: "wrong.facts:2"),
    Call("add", "right.facts", "other/right.facts", says: "other/right.facts"),
    Call("export", "--format", "papyrus", says: "papyrus"),
    Call("export", "--format", "csv", "-o", "no/such/folder/x.csv", says: "no/such/folder/x.csv"),
    Call("export", "--format", "csv", "-o", "other", says: "other is a folder"),
    Call("documents", "--db", "missing.sqlite", says: "missing.sqlite"),
    Call("documents", "--db", "right.facts", says: "right.facts"),
    Call("add", "a ⊑ b", "--db", "right.facts", says: "right.facts"),
    Call("add", "a ⊑ b", "--db", "no/such/folder/x.sqlite", says: "no/such/folder/x.sqlite"),
    Call("remove", "nobody.txt", says: "nobody.txt"),
    Call("concepts", "--limit", "-1", says: "--limit"),
    Call("completions", "tcsh", says: "tcsh"),
  ]

  @Test(arguments: calls) func eachHasItsMessage(call: Call) throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("a ⊑ b\n", to: "right.facts")
    try tool.write("a ⊑ b\na ⊑ ⊑ b\n", to: "wrong.facts")
    try tool.write("c ⊑ d\n", to: "other/right.facts")
    #expect(try tool.run("add", "alignment faking ⊑ deception").code == 0)
    let before = try tool.run("export", "--format", "jsonl").output
    #expect(!before.isEmpty)
    let names = try tool.names()
    let outcome = try tool.run(call.arguments)
    #expect(outcome.code == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(call.message), "\(outcome.errors)")
    #expect(try tool.run("export", "--format", "jsonl").output == before)
    #expect(try tool.names() == names)
  }

  @Test func aWrongFirstStatementMakesNoStore() throws {
    let tool = try Tool()
    defer { tool.remove() }
    #expect(try tool.run("add", "alignment faking ⊑").code == 2)
    #expect(try tool.names() == [])
  }

  @Test func aForeignDatabaseIsLeftAlone() throws {
    let tool = try Tool()
    defer { tool.remove() }
    let bytes = Data("SQLite format 3\0".utf8) + Data(repeating: 7, count: 4096)
    try tool.write(bytes, to: "distinguo.sqlite")
    for arguments in [["documents"], ["add", "a ⊑ b"]] {
      #expect(try tool.run(arguments).code == 2)
      #expect(tool.contents("distinguo.sqlite") == bytes)
    }
  }
}
