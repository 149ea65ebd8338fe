import ConceptModel
import Foundation
import TestSupport
import Testing

@testable import ConceptExport

@Suite struct GraphMLTests {
  static let schema = SharedFolder.path.map { $0 + "/corpora/graphs/graphml-xsd/graphml.xsd" }

  @Test(arguments: [false, true])
  func wellFormed(hostile: Bool) throws {
    let corpus = hostile ? hostileCorpus() : weighingCorpus()
    #expect(xmlErrors(try text(corpus, .graphml)) == [])
    #expect(xmlErrors(try text(corpus, .graphml, ExportOptions(flavour: .yed, title: "<&>"))) == [])
  }

  @Test(.enabled(if: schema != nil, "needs the shared folder"), arguments: [false, true])
  func validAgainstTheSchema(hostile: Bool) throws {
    let schema = try #require(Self.schema)
    #expect(xmlErrors(try text(hostile ? hostileCorpus() : weighingCorpus(), .graphml), schema: schema) == [])
    #expect(
      xmlErrors("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"><edge/></graphml>", schema: schema) != [])
  }

  @Test func golden() throws { try expectGolden(try text(weighingCorpus(), .graphml), "weighing.graphml") }

  @Test func yedGolden() throws {
    try expectGolden(try text(weighingCorpus(), .graphml, ExportOptions(flavour: .yed)), "weighing.yed.graphml")
  }

  @Test func keysAreForNodesOrEdgesAndAvoidGephisTraps() throws {
    let keys = try text(weighingCorpus(), .graphml).split(separator: "\n").filter { $0.hasPrefix("<key") }
    #expect(keys.count == GraphMLWriter.nodeKeys.count + GraphMLWriter.edgeKeys.count)
    for key in keys {
      #expect(key.contains("for=\"node\"") != key.contains("for=\"edge\""))
      #expect(!key.contains("id=\"d3\"") && !key.contains("id=\"d7\""))
    }
  }

  @Test func identifiersAreOneToOne() {
    let ids = ["a b", "a_20_b", "a#b", "a:b", "é", "a.b", "a-b"].map { GraphMLWriter.xmlIdentifier(ConceptID($0)) }
    #expect(Set(ids).count == ids.count)
  }

  @Test(.enabled(if: pythonHas("networkx"), "needs networkx"))
  func networkxOpensIt() throws {
    let script = """
      import sys, networkx
      g = networkx.parse_graphml(sys.stdin.buffer.read().decode(), force_multigraph=True)
      print(g.number_of_nodes(), g.number_of_edges(), len(set(k for _, _, k in g.edges(keys=True))))
      """
    let answer = try #require(try run("python3", ["-c", script], input: text(hostileCorpus(), .graphml)))
    let count = hostileLabels.count
    #expect(answer.output == "\(count) \(count) \(count)\n")
  }

  @Test(.enabled(if: pythonHas("igraph"), "needs igraph"))
  func igraphOpensIt() throws {
    let script = """
      import igraph
      g = igraph.Graph.Read_GraphML('/dev/stdin')
      print(g.vcount(), g.ecount(), g.is_directed(), g.vs.find(concept='mass')['label'])
      """
    let answer = try #require(try run("python3", ["-c", script], input: text(weighingCorpus(), .graphml)))
    #expect(answer.output == "7 6 True mass\n")
  }
}

@Suite struct DOTTests {
  @Test func golden() throws { try expectGolden(try text(weighingCorpus(), .dot), "weighing.dot") }

  @Test(.enabled(if: installed("dot") != nil, "needs Graphviz"), arguments: [false, true])
  func graphvizAcceptsIt(hostile: Bool) throws {
    for clusters in ExportOptions.Clusters.allCases {
      let options = ExportOptions(title: "a \"title\" \\", clusters: clusters)
      let dot = try text(hostile ? hostileCorpus() : weighingCorpus(), .dot, options)
      let answer = try #require(try run("dot", ["-Tsvg"], input: dot))
      #expect(answer.status == 0)
      #expect(!answer.output.contains("Warning") && !answer.output.contains("Error"))
      #expect(xmlErrors(answer.output.drop { $0 != "<" }.description) == [])
    }
  }

  @Test(.enabled(if: installed("dot") != nil, "needs Graphviz"))
  func labelsArriveAsTheyAre() throws {
    let answer = try #require(try run("dot", ["-Tsvg"], input: text(hostileCorpus(), .dot)))
    #expect(answer.output.contains("back\\slash\\"))
    #expect(answer.output.contains("&amp;amp; &amp;lt;"))
    #expect(!answer.output.contains("<script>"))
  }

  @Test func largeGraphsShowTheMostCentralPart() throws {
    var b = CorpusBuilder()
    for index in 0..<300 {
      b.assertion("leaf \(index)", "is-a", "hub \(index % 3)", in: "d", quote: "Leaf \(index) is a hub.")
    }
    b.concept("hub 0", centrality: 1)
    let dot = try text(b.corpus(), .dot)
    let nodes = dot.split(separator: "\n").filter {
      $0.contains("[label=") && !$0.contains("->") && !$0.contains("graph [")
    }
    #expect(nodes.count == ExportOptions.readableNodeLimit)
    #expect(dot.contains("\"hub-0\" [label"))
    #expect(dot.contains("the 80 most central of 303 connected concepts"))
    let all = try text(b.corpus(), .dot, ExportOptions(nodeLimit: nil))
    #expect(all.contains("\"leaf-299\""))
  }

  @Test func deniedEdgesSayNotAndAreDashed() throws {
    let line = try #require(
      try text(weighingCorpus(), .dot).split(separator: "\n").first { $0.contains("not is-a") })
    #expect(line.contains("style=dashed"))
  }
}

@Suite struct DeterminismTests {
  @Test(arguments: ExportFormat.allCases.filter { ($0 != .svg && $0 != .png) || installed("dot") != nil })
  func sameBytesTwiceAndSomethingIsWritten(format: ExportFormat) throws {
    let first = try Exporter().bytes(weighingCorpus(), as: format)
    #expect(try Exporter().bytes(weighingCorpus(), as: format) == first)
    #expect(!first.isEmpty)
  }

  @Test func aFailingSinkStopsTheExport() {
    struct DiskFull: Error {}
    #expect(throws: DiskFull.self) { try Exporter().write(weighingCorpus(), as: .graphml) { _ in throw DiskFull() } }
  }

  @Test func blocksAreBounded() throws {
    var largest = 0
    var total = 0
    var b = CorpusBuilder()
    for index in 0..<3000 { b.assertion("x \(index)", "is-a", "y", in: "d", quote: "X \(index) is a y.") }
    try Exporter().write(b.corpus(), as: .graphml) {
      largest = max(largest, $0.count)
      total += $0.count
    }
    #expect(total > 1 << 18)
    #expect(largest <= 1 << 18)
  }
}
