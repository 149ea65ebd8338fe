import ConceptModel
import Foundation
import TestSupport
import Testing

@testable import ConceptExport

@Suite struct TurtleTests {
  @Test func golden() throws {
    try expectGolden(try text(weighingCorpus(), .turtle), "weighing.ttl")
    try expectGolden(try text(weighingCorpus(), .trig), "weighing.trig")
    try expectGolden(try text(weighingCorpus(), .skos), "weighing.skos.ttl")
    try expectGolden(try text(weighingCorpus(), .rdfxml), "weighing.rdf")
    try expectGolden(try text(weighingCorpus(), .jsonld), "weighing.jsonld")
  }

  @Test(.enabled(if: pythonHas("rdflib"), "needs rdflib"), arguments: [false, true])
  func rdflibReadsTheSameGraphInEverySyntax(hostile: Bool) throws {
    let corpus = hostile ? hostileCorpus() : weighingCorpus()
    let formats: [(ExportFormat, String)] = [
      (.ntriples, "nt"), (.turtle, "turtle"), (.rdfxml, "xml"),
    ]
    var counts: Set<String> = []
    for (format, name) in formats {
      let script = """
        import sys, rdflib
        print(len(rdflib.Graph().parse(sys.stdin.buffer, format='\(name)', publicID='urn:x')))
        """
      let answer = try #require(try run("python3", ["-c", script], input: text(corpus, format)))
      counts.insert(answer.output)
    }
    #expect(counts.count == 1)
  }

  @Test(arguments: [
    ("<urn:distinguo:c:alignment-faking>", "c:alignment-faking"), ("<urn:distinguo:c:bank#shore>", "c:bank\\#shore"),
    ("<urn:distinguo:d:a/b.txt>", "<urn:distinguo:d:a/b.txt>"), ("<urn:distinguo:d:ward.txt>", "d:ward.txt"),
    ("<http://example.org/x>", "<http://example.org/x>"), ("_:b0", "_:b0"),
    ("<urn:distinguo:c:x.>", "<urn:distinguo:c:x.>"),
  ])
  func shortForms(term: String, short: String) {
    #expect(PrefixTable(base: "urn:distinguo:").short(term) == short)
  }

  @Test func rdfXMLIsWellFormedForAnyLabel() throws {
    #expect(xmlErrors(try text(hostileCorpus(), .rdfxml)) == [])
  }

  @Test func rdfXMLRefusesWhatItCannotName() throws {
    var b = CorpusBuilder()
    b.assertion("a", "42", "b", in: "d", quote: "A 42 b.")
    #expect(throws: Diagnostic.self) { try Exporter().bytes(b.corpus(), as: .rdfxml) }
  }

  @Test(arguments: [false, true])
  func jsonLDHoldsEveryLabel(hostile: Bool) throws {
    let corpus = hostile ? hostileCorpus() : weighingCorpus()
    let data = Data(try Exporter().bytes(corpus, as: .jsonld))
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let nodes = try #require(root["@graph"] as? [[String: Any]])
    let labels = nodes.flatMap { $0["skos:prefLabel"] as? [[String: Any]] ?? [] }.compactMap { $0["@value"] as? String }
    #expect(Set(labels) == Set(corpus.concepts.map(\.label)))
    #expect(nodes.contains { $0["@graph"] != nil })
  }

  @Test func skosSaysWhatTheConceptsAre() throws {
    let finding = ReportTests.findings()[0]
    let skos = try text(weighingCorpus(), .skos, ExportOptions(findings: [finding]))
    #expect(skos.contains("c:weight\n    a skos:Concept ;"))
    #expect(skos.contains("skos:broader c:force"))
    #expect(skos.contains("skos:narrower c:weight"))
    #expect(skos.contains("skos:closeMatch c:weight"))
    #expect(skos.contains("r:not-is-a c:force"))
    #expect(skos.contains("skos:editorialNote \"TC301 error: a says one thing, c another\"@en"))
    #expect(!skos.contains("skos:related c:force"))
  }
}

@Suite struct PageTests {
  @Test func goldens() throws {
    try expectGolden(
      try text(weighingCorpus(), .markdown, ExportOptions(findings: ReportTests.findings())), "weighing.md")
    try expectGolden(try text(weighingCorpus(), .mermaid), "weighing.mmd")
  }

  @Test func noLabelBecomesMarkUpInHTML() throws {
    let html = try text(hostileCorpus(), .html, ExportOptions(title: "<script>alert(0)</script>"))
    #expect(html.components(separatedBy: "<script").count == 3)
    #expect(html.components(separatedBy: "</script").count == 3)
    #expect(!html.contains("<img"))
    let start = try #require(html.range(of: "id=\"data\">"))
    let end = try #require(html.range(of: "</script>", range: start.upperBound..<html.endIndex))
    let json = Data(html[start.upperBound..<end.lowerBound].utf8)
    let data = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    let labels = try #require(data["nodes"] as? [[String: Any]]).compactMap { $0["label"] as? String }
    #expect(Set(labels) == Set(hostileLabels))
  }

  @Test func hostileLabelsStayOnTheirLineInMarkdownAndMermaid() throws {
    let markdown = try text(hostileCorpus(), .markdown)
    #expect(!markdown.contains("<script") && !markdown.contains("<img"))
    #expect(markdown.components(separatedBy: "\n## ").count == hostileLabels.count + 2)
    let mermaid = try text(hostileCorpus(), .mermaid).split(separator: "\n")
    #expect(mermaid.count == 1 + 2 * hostileLabels.count)
    for line in mermaid.dropFirst() { #expect(line.filter { $0 == "\"" }.count == 2) }
  }

  @Test(.enabled(if: installed("dot") != nil, "needs Graphviz"))
  func picturesComeFromGraphviz() throws {
    let svg = try text(weighingCorpus(), .svg)
    #expect(svg.contains("<svg") && svg.contains("body mass index"))
    let png = try Exporter().bytes(weighingCorpus(), as: .png)
    #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(throws: Diagnostic.self) { try GraphvizProcess.render(Array("no graph {".utf8), as: "svg") }
  }
}
