import Foundation
import Testing

/// Killed processes, damaged files and leftovers lose nothing that could be kept.
@Suite struct RobustnessTests {
  private func corpus(_ tool: Tool, files: Int) throws {
    for number in 0..<files {
      try tool.write(
        """
        A dinghy\(number) is a kind of sailing boat. Strong wind leads to high waves. A dinghy\(number) requires wind.
        A storm is a kind of strong wind. The harbour protects boats.

        """, to: "corpus/note\(number).txt")
    }
  }

  /// Starts the command and kills it when a condition holds, or after it ended.
  private func kill(_ tool: Tool, _ arguments: [String], when: () -> Bool) throws {
    let process = Process()
    process.executableURL = Tool.executable
    process.arguments = arguments
    process.currentDirectoryURL = tool.folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    while process.isRunning && !when() { usleep(2_000) }
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  private func export(_ tool: Tool, _ store: String) throws -> String {
    try tool.run("export", "--db", store, "--format", "jsonl").output
  }

  @Test func aKilledIngestLeavesAReadableStoreThatTheNextOneFinishes() throws {
    let tool = try Tool()
    defer { tool.remove() }
    // Few files do: each is a transaction of its own, and a kill falls between or within any of them.
    try corpus(tool, files: 16)
    #expect(try tool.run("ingest", "corpus", "--db", "whole.sqlite").code == 0)
    let whole = try export(tool, "whole.sqlite")
    var unfinished = 0
    // Killed at several moments: right after the file is there, and when so much was written to its log.
    for threshold in [1, 100_000, 200_000, 300_000] {
      let name = "killed\(threshold).sqlite"
      try kill(tool, ["ingest", "corpus", "--db", name]) {
        let sizes = [name, name + "-wal"].map {
          (try? FileManager.default.attributesOfItem(atPath: tool.path($0))[.size] as? Int) ?? nil
        }
        return sizes.reduce(0) { $0 + ($1 ?? 0) } >= threshold
      }
      guard FileManager.default.fileExists(atPath: tool.path(name)) else { continue }
      let stats = try tool.run("stats", "--db", name)
      #expect(stats.code == 0, "\(stats.errors)")
      #expect([0, 1].contains(try tool.run("query", "--db", name, "?x ⊑ ?y").code))
      #expect(try tool.run("verify", "--db", name).code == 0)
      if try export(tool, name) != whole { unfinished += 1 }
      #expect(try tool.run("ingest", "corpus", "--db", name).code == 0)
      #expect(try export(tool, name) == whole)
    }
    #expect(unfinished > 0, "no kill came before the end")
  }

  @Test func leftoversOfAKilledExportAreInNobodysWay() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("dinghy ⊑ boat\n", to: "x.facts")
    #expect(try tool.run("add", "x.facts").code == 0)
    // No process has the number 2^22 or more.
    try tool.write("half of a file", to: "out.nt.part-4194400")
    try tool.write("of someone else", to: "out.nt.part-mine")
    #expect(try tool.run("export", "--format", "ntriples", "-o", "out.nt").code == 0)
    #expect(try tool.names() == ["distinguo.sqlite", "out.nt", "out.nt.part-mine", "x.facts"])
    #expect(String(decoding: tool.contents("out.nt") ?? Data(), as: UTF8.self).contains("<urn:distinguo:c:boat>"))
  }

  @Test func aDamagedStoreIsSaidToBeSoAndIsRepaired() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try corpus(tool, files: 1)
    try tool.write("dinghy ⊑ boat\n", to: "x.facts")
    try tool.write("<http://example.org/a> <http://example.org/p> <http://example.org/b> .\n", to: "a.nt")
    #expect(try tool.run("ingest", "corpus", "x.facts").code == 0)
    #expect(try tool.run("import", "a.nt").code == 0)
    let whole = try export(tool, "distinguo.sqlite")
    let bytes = try #require(tool.contents("distinguo.sqlite"))
    var outcomes: [Int32: Int] = [:]
    // The tables stand one behind the other, so that every fourth page falls on each of the large ones.
    for page in stride(from: 1, to: bytes.count / 4096, by: 4) {
      var damaged = bytes
      damaged.replaceSubrange(page * 4096..<(page + 1) * 4096, with: Data(repeating: 0x5A, count: 4096))
      try tool.write(damaged, to: "d.sqlite")
      for name in ["d.sqlite-wal", "d.sqlite-shm", "d.sqlite.damaged"] {
        try? FileManager.default.removeItem(atPath: tool.path(name))
      }
      let verified = try tool.run("verify", "--db", "d.sqlite")
      #expect([0, 1, 2].contains(verified.code) && !verified.errors.contains("internal"), "page \(page)")
      let repaired = try tool.run("repair", "--db", "d.sqlite")
      outcomes[repaired.code, default: 0] += 1
      if repaired.code == 2 {
        // Not even the list of tables can be read: the file is left as it is.
        #expect(repaired.errors.contains("too damaged") && tool.contents("d.sqlite") == damaged, "page \(page)")
        continue
      }
      #expect(try tool.run("verify", "--db", "d.sqlite").code == 0, "page \(page)")
      if repaired.code == 0 { #expect(try export(tool, "d.sqlite") == whole, "page \(page)") }
      if repaired.code == 1 { #expect(repaired.errors.contains("lost: "), "page \(page)") }
    }
    // Most pages hold what follows from the documents.
    #expect(outcomes[0, default: 0] > outcomes.values.reduce(0, +) / 2, "\(outcomes)")
  }

  @Test(arguments: [("not a database at all", "not-a-store"), ("SQLite format 3\0 and then nothing", "not-a-store")])
  func whatIsNoStoreIsSaidToBeNone(content: String, code: String) throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(content, to: "x.sqlite")
    for command in [["stats"], ["verify"], ["repair"], ["query", "a ⊑ b"], ["add", "a ⊑ b"]] {
      let outcome = try tool.run(command + ["--db", "x.sqlite"])
      #expect(outcome.code == 2 && outcome.errors.contains("error[\(code)]"), "\(command) \(outcome.errors)")
      #expect(tool.contents("x.sqlite") == Data(content.utf8))
    }
  }
}
