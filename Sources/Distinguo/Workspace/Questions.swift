import ConceptExport
import ConceptGraph
import ConceptModel
import ConceptQuery
import ConceptStore
import ConflationRules
import TextExtraction

/// Questions over one snapshot of a store, whatever is written to it meanwhile.
public struct QuerySession {
  let source: any GraphSource

  /// Answers one question.
  /// - Throws: `QueryFailure` with every problem of the text.
  public func query(
    _ text: String, options: QueryOptions = QueryOptions(), file: String = "query"
  ) throws -> QueryAnswer {
    try QueryEngine(source: source, options: options).run(text, file: file)
  }

  /// Answers one question as one line of JSON; never throws.
  public func line(_ text: String, options: QueryOptions = QueryOptions()) -> String {
    QueryEngine(source: source, options: options).runLine(text)
  }

  /// Answers one question and tells how, line by line.
  public func explain(
    _ text: String, options: QueryOptions = QueryOptions(), file: String = "query"
  ) throws -> (answer: QueryAnswer, lines: [String]) {
    try QueryEngine(source: source, options: options).explain(text, file: file)
  }

  /// Prints a question for another engine, with what is lost as comments behind it.
  ///
  /// For a path in SPARQL, `asEdges` asks for all edges on some walk in one query rather than for the paths.
  /// - Throws: `QueryFailure` with the code `not-expressible` for what the other language cannot say.
  public func translated(
    _ text: String, to language: TargetLanguage, asEdges: Bool = false, options: QueryOptions = QueryOptions(),
    file: String = "query"
  ) throws -> String {
    try QueryEngine(source: source, options: options).translated(text, to: language, asEdges: asEdges, file: file)
      .printed
  }

  /// What could stand at the end of a question that is being typed, and how many scalars it takes the place of.
  public func completions(for text: String) throws -> [(text: String, replaces: Int)] {
    try QueryEngine(source: source).completions(for: text).map { ($0.text, $0.replaces) }
  }
}

extension QuerySession {
  /// Opens a store for questions about its present content alone, which takes half the time of opening it for more.
  ///
  /// The second value is a warning when the last run was interrupted.
  public static func open(_ path: String) throws(Diagnostic) -> (session: QuerySession, freshness: Diagnostic?) {
    let (snapshot, isDirty) = try Store.snapshot(at: path)
    return (QuerySession(source: snapshot), isDirty ? Workspace.staleness : nil)
  }
}

extension Workspace {
  /// A snapshot for any number of questions.
  public func session() throws -> QuerySession { QuerySession(source: try store.snapshot()) }

  /// Answers one question about the store's present content.
  /// - Throws: `QueryFailure` with every problem of the text.
  public func query(
    _ text: String, options: QueryOptions = QueryOptions(), file: String = "query"
  ) throws -> QueryAnswer {
    try session().query(text, options: options, file: file)
  }

  /// The findings of all rules, most severe first; with a term those about any concept of that name.
  /// - Throws: `QueryFailure` when no concept has the name.
  public func findings(about term: String? = nil) throws -> [Finding] {
    guard let term else { return try store.findings() }
    let source = try store.snapshot()
    for level in NameLevel.allCases {
      let nodes = try source.nodes(named: term, at: level)
      if nodes.isEmpty { continue }
      let ids = Set(try nodes.flatMap { try source.findings(about: $0) }.map(\.id))
      return try store.findings().filter { ids.contains($0.id) }
    }
    // The query of the same meaning knows the suggestions.
    _ = try QueryEngine(source: source).run("conflations of: \(term)")
    return []
  }

  /// The part of the graph that answers a question.
  public func selection(_ query: String, options: QueryOptions = QueryOptions()) throws -> GraphSelection {
    let answer = try self.query(query, options: options)
    switch answer.body {
    case .table(let table):
      var concepts: Set<ConceptID> = []
      for case .concept(let id, _) in table.rows.joined() { concepts.insert(id) }
      return GraphSelection(concepts: concepts)
    case .paths(let paths):
      let edges = paths.paths.flatMap { path in zip(path.nodes, path.hops).map { Self.edge($0, $1) } }
      return GraphSelection(concepts: Set(paths.paths.flatMap { $0.nodes.map(\.id) }), edges: Set(edges))
    case .evidence(let evidence):
      let edges = evidence.hops.map {
        GraphSelection.Edge(subject: $0.from.id, relation: $0.relation, object: $0.to.id)
      }
      return GraphSelection(concepts: [], edges: Set(edges))
    case .ask, .report:
      throw Diagnostic(
        code: "not-expressible", message: "the question does not select concepts",
        hint: "select with variables, such as '?x ⊑+ deception', or with a path query")
    }
  }

  private static func edge(_ node: AnswerNode, _ hop: AnswerHop) -> GraphSelection.Edge {
    hop.direction == .backward
      ? GraphSelection.Edge(subject: hop.to.id, relation: hop.relation, object: hop.from.id)
      : GraphSelection.Edge(subject: node.id, relation: hop.relation, object: hop.to.id)
  }

  /// What is wrong with a file of notation (`.facts`), rules (`.rules`) or a query, found without a store.
  public static func problems(inFile path: String) throws -> [Diagnostic] {
    let file = try InputList(paths: [path]).files
    guard let input = file.first, file.count == 1 else {
      throw Diagnostic(code: "missing-file", message: "\(path) is a folder", hint: "name the files in it")
    }
    let bytes = try input.contents()
    let text = String(decoding: bytes, as: UTF8.self)
    switch input.fileExtension {
    case "facts": return Notation.parse(bytes, info: DocumentInfo(id: input.id, path: path)).diagnostics
    case "rules": return RuleSet.parse(text, file: path).1
    default: return QueryEngine.problems(in: text, file: path)
    }
  }
}
