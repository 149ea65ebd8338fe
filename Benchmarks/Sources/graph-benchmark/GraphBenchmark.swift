import ConceptExport
import ConceptGraph
import ConceptImport
import ConceptModel
import ConceptStore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Measures loading and reading of large graphs, and prints JSON.
///
///     graph-benchmark generate EDGES FILE.nt
///     graph-benchmark load FILE.nt STORE
///     graph-benchmark read STORE
///     graph-benchmark export EDGES FOLDER
///     graph-benchmark search STORE QUESTIONS tables|arrays ROUNDS
@main struct GraphBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    switch (arguments.dropFirst().first, arguments.count) {
    case ("generate", 4): try generate(Int(arguments[2]) ?? 0, arguments[3])
    case ("load", 4): try load(arguments[2], arguments[3])
    case ("read", 3): try read(arguments[2])
    case ("export", 4): try export(Int(arguments[2]) ?? 0, arguments[3])
    case ("search", 6): try search(arguments[2], arguments[3], arguments[4] == "arrays", Int(arguments[5]) ?? 1)
    default:
      print(
        """
        usage: graph-benchmark generate EDGES FILE.nt | load FILE.nt STORE | read STORE
               graph-benchmark export EDGES FOLDER
               graph-benchmark search STORE QUESTIONS tables|arrays ROUNDS
        """)
      exit(2)
    }
  }

  private static func generate(_ edges: Int, _ path: String) throws {
    guard let file = fopen(path, "w") else {
      perror(path)
      exit(2)
    }
    defer { fclose(file) }
    var generator = ConceptGraphGenerator(edges: edges, seed: 20_260_101)
    generator.generate { bytes in fwrite(bytes, 1, bytes.count, file) }
  }

  private static func load(_ path: String, _ store: String) throws {
    var status = stat()
    stat(path, &status)
    let begin = Usage()
    let store = try Store.open(store, mode: .write(create: true))
    let info = DocumentInfo(id: DocumentID("graph.nt"), path: path, mediaType: LineSyntax.nTriples.mediaType)
    var parsed = begin
    let file = try store.importGraph(info, size: Int(status.st_size)) { (sink) throws(Diagnostic) in
      try GraphReader.read(ByteSource(file: path), as: .nTriples) { batch in sink(batch) }
      parsed = Usage()
    }
    let end = Usage()
    let bytes = try store.statistics().bytes
    print(
      """
      {"what":"load","statements":\(file.statements),"seconds":\(end.wall - begin.wall),"cpuSeconds":\
      \(end.cpu - begin.cpu),"readingSeconds":\(parsed.cpu - begin.cpu),"statementsPerCpuSecond":\
      \(Int(Double(file.statements) / (end.cpu - begin.cpu))),"bytes":\(bytes),"peakBytes":\(end.peakBytes)}
      """)
  }

  /// Writes graphs of so many edges between a fifth as many nodes, row by row, into files.
  private static func export(_ edges: Int, _ folder: String) throws {
    let nodes = max(1, edges / 5)
    func measure(_ what: String, _ body: (ByteWriter) -> Void) throws {
      guard let file = fopen("\(folder)/\(what)", "w") else {
        perror(folder)
        exit(2)
      }
      defer { fclose(file) }
      let begin = Usage()
      let out = ByteWriter { block in fwrite(block, 1, block.count, file) }
      body(out)
      try out.finish()
      let end = Usage()
      print(
        "{\"what\":\"export \(what)\",\"seconds\":\(end.cpu - begin.cpu),\"bytes\":\(out.bytesWritten),\"peakBytes\":\(end.peakBytes)}"
      )
    }
    let ids = (0..<nodes).map { ConceptID("concept-\($0)") }
    let names = ids.map(GraphMLWriter.xmlIdentifier)
    try measure("graphml") { out in
      let writer = GraphMLWriter(out)
      let caption = writer.caption(label: "is-a", relation: "is-a", polarity: .asserted)
      writer.begin()
      for id in ids { writer.node(GraphMLWriter.Node(id: id, label: id.value)) }
      for edge in 0..<edges {
        writer.edge(
          source: names[edge &* 7919 % nodes], target: names[edge % nodes], caption: caption, confidence: 0.9)
      }
      writer.end()
    }
    let iris = ids.map { "<urn:distinguo:c:\($0.value)>" }
    try measure("nt") { out in
      let writer = NTriplesWriter(out)
      for edge in 0..<edges { writer.triple(iris[edge &* 7919 % nodes], "<urn:distinguo:r:is-a>", iris[edge % nodes]) }
    }
  }

  private static func search(_ path: String, _ questions: String, _ usesArrays: Bool, _ rounds: Int) throws {
    let graph = try Store.open(path, mode: .read).snapshot()
    graph.arrayUse = .onDemand
    if usesArrays {
      let begin = Usage()
      _ = try graph.wholeGraph()
      print("{\"what\":\"arrays\",\"milliseconds\":\((Usage().cpu - begin.cpu) * 1000)}")
    }
    try SearchBenchmark(graph: graph, rounds: rounds).run(questions)
  }

  private static func read(_ path: String) throws {
    let begin = Usage()
    let graph = try Store.open(path, mode: .read).snapshot()
    let opened = Usage()
    print("{\"what\":\"open\",\"milliseconds\":\((opened.cpu - begin.cpu) * 1000)}")
    var list: [Neighbour] = []
    var state: UInt64 = 7
    let rounds = 20_000
    for _ in 0..<rounds {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      list.removeAll(keepingCapacity: true)
      try graph.successors(
        of: NodeID(UInt32((state >> 33) % UInt64(graph.nodeCount))), denied: false, into: &list)
    }
    let stepped = Usage()
    print(
      "{\"what\":\"neighbours\",\"microseconds\":\((stepped.cpu - opened.cpu) * 1_000_000 / Double(rounds))}")
    var count = 0
    try graph.forEachEdge(relation: nil, denied: false) { _ in
      count += 1
      return true
    }
    let end = Usage()
    print(
      "{\"what\":\"all edges\",\"edges\":\(count),\"seconds\":\(end.cpu - stepped.cpu),\"peakBytes\":\(end.peakBytes)}")
  }
}

/// What the process has used so far.
struct Usage {
  var wall: Double
  var cpu: Double
  var peakBytes: Int

  init() {
    var usage = rusage()
    // RUSAGE_SELF, whose type differs between the platforms.
    getrusage(0, &usage)
    #if canImport(Glibc)
      peakBytes = usage.ru_maxrss * 1024
    #else
      peakBytes = usage.ru_maxrss
    #endif
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime)
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    wall = Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}
