import Foundation
import Testing

/// What was imported comes out again, and a second import loses nothing.
@Suite struct ImportExportTests {
  private static let triples = """
    <http://example.org/elm> <http://www.w3.org/2004/02/skos/core#broader> <http://example.org/tree?q=1> .
    <http://example.org/elm> <http://www.w3.org/2004/02/skos/core#prefLabel> "Elm \\"x\\" \\\\ \\n ü"@en-GB .
    <http://example.org/elm> <http://example.org/height> "30"^^<http://www.w3.org/2001/XMLSchema#integer> .
    <http://example.org/elm> <http://example.org/note> "plain" .
    <urn:distinguo:c:elm-wood> <urn:distinguo:r:part-of> <http://example.org/elm> .
    """
  private static let quads = """
    <http://example.org/elm> <http://example.org/hosts> <http://example.org/beetle> <http://example.org/g1> .
    <http://example.org/elm> <http://example.org/hosts> <http://example.org/beetle> <http://example.org/g2> .
    <http://example.org/ash> <http://example.org/hosts> <http://example.org/beetle> .
    """
  private static let edges = """
    subject,relation,object,confidence,source,quote
    drought,leads-to,fire,0.4,report-7,"dry wood burns, as they say"
    """

  private func tool() throws -> Tool {
    let tool = try Tool()
    try tool.write(Self.triples + "\n", to: "a.nt")
    try tool.write(Self.quads + "\n", to: "b.nq")
    try tool.write(Self.edges + "\n", to: "c.csv")
    return tool
  }

  private func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init).sorted() }

  private func export(_ tool: Tool, _ format: String) throws -> String {
    let outcome = try tool.run("export", "--format", format)
    #expect(outcome.code == 0, "\(outcome.errors)")
    return outcome.output
  }

  @Test func theSameTriplesComeOut() throws {
    let tool = try tool()
    defer { tool.remove() }
    #expect(try tool.run("import", "a.nt").code == 0)
    #expect(lines(try export(tool, "ntriples")) == lines(Self.triples))
    #expect(lines(try export(tool, "nquads")) == lines(Self.triples))
  }

  @Test func graphsStayWhatTheyWere() throws {
    let tool = try tool()
    defer { tool.remove() }
    #expect(try tool.run("import", "b.nq").code == 0)
    #expect(lines(try export(tool, "nquads")) == lines(Self.quads))
    // The triple of two graphs stands once where there are no graphs.
    #expect(lines(try export(tool, "ntriples")).count == 2)
    #expect(try export(tool, "trig").contains("<http://example.org/g2> {"))
  }

  @Test func aSecondImportAddsAndTheSameFileChangesNothing() throws {
    let tool = try tool()
    defer { tool.remove() }
    for file in ["a.nt", "b.nq", "c.csv"] { #expect(try tool.run("import", file).code == 0) }
    let all = try export(tool, "nquads")
    for line in lines(Self.triples) + lines(Self.quads) { #expect(all.contains(line)) }
    #expect(all.contains("<urn:distinguo:c:drought> <urn:distinguo:r:leads-to> <urn:distinguo:c:fire> ."))
    let again = try tool.run("import", "a.nt", "b.nq", "c.csv")
    #expect(again.code == 0 && again.errors.contains("a.nt: 5 statements, unchanged"))
    #expect(try export(tool, "nquads") == all)
    #expect(try tool.run("verify").code == 0)
  }

  @Test func aChangedFileTakesThePlaceOfTheOldOne() throws {
    let tool = try tool()
    defer { tool.remove() }
    for file in ["a.nt", "b.nq"] { #expect(try tool.run("import", file).code == 0) }
    try tool.write("<http://example.org/oak> <http://example.org/hosts> <http://example.org/jay> .\n", to: "a.nt")
    #expect(try tool.run("verify").output.contains("a.nt"))
    #expect(try tool.run("import", "a.nt").errors.contains("a.nt: 1 statements"))
    let all = try export(tool, "nquads")
    #expect(lines(all).count == 4 && all.contains("/oak>") && !all.contains("/height>"))
    try tool.write(Self.triples, to: "other/a.nt")
    #expect(try tool.run("import", "other/a.nt").errors.contains("warning[duplicate-document]"))
  }

  @Test(arguments: ["graphml", "csv", "turtle", "rdfxml", "jsonld", "skos", "html", "dot", "jsonl", "markdown"])
  func everyFormatHasTheImports(format: String) throws {
    let tool = try tool()
    defer { tool.remove() }
    try tool.write("fire ⊑ hazard\n", to: "own.facts")
    #expect(try tool.run("import", "a.nt", "c.csv", "own.facts").code == 0)
    let text = try export(tool, format)
    #expect(text.contains("Elm") && text.contains("drought") && text.contains("hazard"), "\(text)")
    #expect(try export(tool, format) == text)
    let part = try tool.run("export", "--format", format, "--select", "path drought ~> fire").output
    #expect(part.contains("fire") && !part.contains("Elm"))
  }

  @Test func edgesKeepWhatTheirLinesSay() throws {
    let tool = try tool()
    defer { tool.remove() }
    #expect(try tool.run("import", "c.csv").code == 0)
    let csv = try export(tool, "csv")
    #expect(csv.contains("drought,leads-to,fire,asserted,0.4,report-7,\"dry wood burns, as they say\""))
    try tool.write(csv, to: "again.csv")
    #expect(try tool.run("import", "--db", "again.sqlite", "again.csv").code == 0)
    #expect(try tool.run("export", "--db", "again.sqlite", "--format", "csv").output == csv)
  }
}
