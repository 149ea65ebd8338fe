import Foundation
import TestSupport
import Testing

/// Reading folders: what is read, what is skipped, and that neither order nor number of jobs shows.
@Suite struct IngestTests {
  private static let texts = [
    "a.md": "# Error rates\n\nA **Type I error** is a rejection of a true null hypothesis. Power requires data.\n",
    "sub/b.txt": "Mass is not weight. Gravity causes weight. Mass is often confused with weight.\n",
    "sub/c.html": "<html><body><h1>Heat</h1><p>Friction leads to heat. Heat is not temperature.</p></body></html>",
    "d.facts": "heat ≠ temperature\nfriction → heat\n",
  ]

  private func corpus(_ tool: Tool) throws {
    for (name, text) in Self.texts { try tool.write(text, to: "in/" + name) }
  }

  private static let formats = ["jsonl", "csv", "graphml", "dot", "ntriples"]

  private func exports(_ tool: Tool, db: String) throws -> [String] {
    try Self.formats.map { format in
      let outcome = try tool.run("export", "--format", format, "--db", db)
      #expect(outcome.code == 0)
      return outcome.output
    }
  }

  @Test func orderJobsAndPiecesDoNotShow() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try corpus(tool)
    #expect(try tool.run("ingest", "in", "--db", "one.sqlite", "--jobs", "1").code == 0)
    #expect(try tool.run("ingest", "in", "--db", "many.sqlite", "--jobs", "7").code == 0)
    // The same in pieces, in another order, with a document that changes and one that comes and goes.
    try tool.write("Heat requires friction.\n", to: "pieces/sub/c.html")
    try tool.write("A passing remark about entropy.\n", to: "pieces/z.txt")
    #expect(try tool.run("ingest", "pieces", "--db", "pieces.sqlite").code == 0)
    for name in ["d.facts", "sub/b.txt", "sub/c.html"] {
      try tool.write(Self.texts[name] ?? "", to: "pieces/" + name)
      #expect(try tool.run("ingest", "pieces", "--db", "pieces.sqlite").code == 0)
    }
    try FileManager.default.removeItem(atPath: tool.path("pieces/z.txt"))
    try tool.write(Self.texts["a.md"] ?? "", to: "pieces/a.md")
    #expect(try tool.run("ingest", "pieces", "--prune", "--db", "pieces.sqlite").code == 0)
    let whole = try exports(tool, db: "one.sqlite")
    #expect(whole.allSatisfy { !$0.isEmpty })
    #expect(try exports(tool, db: "many.sqlite") == whole)
    #expect(try exports(tool, db: "pieces.sqlite") == whole)
    #expect(try tool.run("verify", "--db", "pieces.sqlite").code == 0)
    #expect(try tool.run("repair", "--db", "pieces.sqlite").code == 0)
    #expect(try exports(tool, db: "pieces.sqlite") == whole)
  }

  @Test func unchangedDocumentsAreSkippedAndADryRunChangesNothing() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try corpus(tool)
    let planned = try tool.run("ingest", "in", "--dry-run")
    #expect(planned.code == 0 && planned.output.contains("4 added"))
    #expect(try tool.names().contains("distinguo.sqlite") == false)
    #expect(try tool.run("ingest", "in").output.hasPrefix("4 added, 0 replaced, 0 unchanged"))
    #expect(try tool.run("ingest", "in").output.hasPrefix("0 added, 0 replaced, 4 unchanged"))
    try tool.write("friction → heat\n", to: "in/d.facts")
    let before = try tool.run("export", "--format", "jsonl").output
    #expect(try tool.run("ingest", "in", "--dry-run").output.contains("replace d.facts"))
    #expect(try tool.run("export", "--format", "jsonl").output == before)
    #expect(try tool.run("ingest", "in").output.hasPrefix("0 added, 1 replaced, 3 unchanged"))
    #expect(try tool.run("remove", "sub/b.txt").code == 0)
    #expect(try tool.run("documents", "--format", "tsv").output.contains("sub/b.txt") == false)
    try FileManager.default.removeItem(atPath: tool.path("in/a.md"))
    #expect(try tool.run("ingest", "in").output.contains("removed") == false)
    #expect(try tool.run("ingest", "in", "--prune").output.contains("1 removed"))
  }

  @Test func whatCannotBeReadIsNamedAndTheRestIsDone() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try corpus(tool)
    try tool.write(
      Data([0x00, 0x01, 0x02, 0x03, 0x00, 0x00] + [UInt8](repeating: 0, count: 200)), to: "in/broken.html")
    try tool.write(Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), to: "in/picture.png")
    try tool.write("a ⊑ ⊑ b\n", to: "in/wrong.facts")
    let outcome = try tool.run("ingest", "in")
    #expect(outcome.code == 3)
    #expect(outcome.errors.contains("broken.html"))
    #expect(outcome.errors.contains("wrong.facts:1:"))
    #expect(!outcome.errors.contains("picture.png"))
    #expect(outcome.output.hasPrefix("4 added, 0 replaced, 0 unchanged, 1 of other kinds passed over"))
  }

  @Test func standardInputAndLinesAreDocuments() throws {
    let tool = try Tool()
    defer { tool.remove() }
    #expect(try tool.run(["ingest", "-"], input: "Friction leads to heat.\n").code == 0)
    #expect(try tool.run("documents", "--format", "tsv").output.contains("stdin"))
    let lines =
      "{\"doc\":\"z\",\"text\":\"Friction leads to heat.\"}\n{\"doc\":\"a\",\"text\":\"Deceptive alignment is a form of pseudo-alignment.\"}\n"
    let records = try tool.run(["extract", "--jsonl", "-"], input: lines)
    #expect(records.code == 0)
    let documents = records.output.split(separator: "\n").map { $0.prefix(10) }
    #expect(documents.first == "{\"doc\":\"z\"" && documents.last == "{\"doc\":\"a\"")
  }

  @Test func relationsOfOneNotationFileHoldInTheOthers() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("@relation detects under evaluates\n", to: "in/z.facts")
    try tool.write("audit -[detects]-> fraud\n", to: "in/a.facts")
    #expect(try tool.run("ingest", "in").code == 0)
    #expect(try tool.run("add", "audit -[detects]-> error").code == 0)
    #expect(try tool.run("relations", "--format", "tsv").output.contains("detects\t"))
  }

  @Test(.enabled(if: SharedFolder.path != nil, "needs the shared folder"))
  func hostileInputsNeitherCrashNorHang() throws {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try tool.run("ingest", (SharedFolder.path ?? "") + "/corpora/hostile")
    #expect(outcome.code == 0 || outcome.code == 3)
    #expect(outcome.output.contains("documents"))
    #expect(try tool.run("verify").code == 0)
  }
}
