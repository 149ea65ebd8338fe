import ConceptGraph
import ConceptModel

/// Answers queries in the native notation over one graph source.
///
/// A query runs through stages that each have a type: `QueryText → QuerySyntax → QueryAlgebra → PatternPlan → QueryAnswer`.
/// The engine is not thread-safe; it is as cheap to make as a value.
public struct QueryEngine {
  let source: any GraphSource
  let options: QueryOptions

  public init(source: any GraphSource, options: QueryOptions = QueryOptions()) {
    self.source = source
    self.options = options
  }

  /// Answers one query.
  ///
  /// - Parameter file: the name of the text in error messages; the text of a file ending in `.rq` is SPARQL.
  /// - Throws: `QueryFailure` with every problem of the text; what the graph source throws goes through.
  public func run(_ text: String, file: String = "query") throws -> QueryAnswer {
    let parsed = try parse(text, file: file)
    return try evaluate(parsed.syntax, parsed.text)
  }

  /// Parses and resolves a query without evaluating it: what `check` does.
  public func check(_ text: String, file: String = "query") throws {
    let parsed = try parse(text, file: file)
    _ = try resolve(parsed.syntax, parsed.text)
  }

  /// Answers one query and tells how: syntax, algebra, plan and counted work, one line each.
  public func explain(_ text: String, file: String = "query") throws -> (answer: QueryAnswer, lines: [String]) {
    let parsed = try parse(text, file: file)
    let algebra = try resolve(parsed.syntax, parsed.text)
    let context = QueryContext(source: source, algebra: algebra, options: options)
    let answer = try evaluate(parsed.syntax, parsed.text, algebra, context)
    return (answer, QueryExplanation(syntax: parsed.syntax, context: context, answer: answer).lines())
  }

  /// The stages of a query before its evaluation.
  func resolved(_ text: String, file: String) throws -> (QuerySyntax, QueryAlgebra, NotationText) {
    let parsed = try parse(text, file: file)
    return (parsed.syntax, try resolve(parsed.syntax, parsed.text), parsed.text)
  }

  /// Parses a query without a graph: its problems of spelling and grammar.
  public static func problems(in text: String, file: String = "query") -> [Diagnostic] {
    if SPARQLText.isSPARQL(text, file: file) { return [SPARQLText.refusal(text, file: file)] }
    let notation = NotationText(text, file: file)
    let (syntax, problems) = QueryParser.parse(notation)
    guard let syntax, problems.isEmpty else { return problems }
    // What is wrong in any graph shows in one without concepts; what it does not have is no problem there.
    let nothing = MemoryGraph(ExtractionResult())
    let found = try? QueryResolver.resolve(syntax, text: notation, source: nothing, options: QueryOptions())
    let known: Set = ["unknown-field", "syntax", "not-expressible", "infinite", "too-large"]
    return (found?.diagnostics ?? []).filter { problem in
      known.contains(problem.code) || problem.code == "bad-value" && !problem.message.hasPrefix("there is no rule")
    }
  }

  private func parse(_ text: String, file: String) throws(QueryFailure) -> (syntax: QuerySyntax, text: NotationText) {
    guard text.utf8.count <= QueryParser.maximumBytes else {
      throw QueryFailure([
        Diagnostic(
          code: "too-large", message: "the query is longer than \(QueryParser.maximumBytes) bytes", file: file,
          hint: "use import for large amounts of facts")
      ])
    }
    if SPARQLText.isSPARQL(text, file: file) { throw QueryFailure([SPARQLText.refusal(text, file: file)]) }
    let notation = NotationText(text, file: file)
    let (syntax, diagnostics) = QueryParser.parse(notation)
    guard let syntax, diagnostics.isEmpty else {
      var all = diagnostics
      // Names are looked up even so: one pass finds everything.
      if let syntax,
        let found = try? QueryResolver.resolve(syntax, text: notation, source: source, options: options)
      {
        let lines = Set(all.compactMap(\.place).map { [$0.line, $0.column] })
        all += found.diagnostics.filter { problem in
          problem.code != "syntax" && !lines.contains([problem.place?.line ?? 0, problem.place?.column ?? 0])
        }
      }
      all.sort { a, b in (a.place?.line ?? 0, a.place?.column ?? 0) < (b.place?.line ?? 0, b.place?.column ?? 0) }
      throw QueryFailure(all)
    }
    return (syntax, notation)
  }

  private func resolve(_ syntax: QuerySyntax, _ text: NotationText) throws -> QueryAlgebra {
    let (algebra, diagnostics) = try QueryResolver.resolve(
      syntax, text: text, source: source, options: options)
    guard let algebra else { throw QueryFailure(diagnostics) }
    return algebra
  }

  private func evaluate(_ syntax: QuerySyntax, _ text: NotationText) throws -> QueryAnswer {
    let algebra = try resolve(syntax, text)
    let context = QueryContext(source: source, algebra: algebra, options: options)
    return try evaluate(syntax, text, algebra, context)
  }

  private func evaluate(
    _ syntax: QuerySyntax, _ text: NotationText, _ algebra: QueryAlgebra, _ context: QueryContext
  ) throws -> QueryAnswer {
    do {
      var answer = try StatementEvaluator(context: context, syntax: syntax).run()
      answer.notes = algebra.notes + answer.notes
      return answer
    } catch AutomatonError.tooLarge {
      throw QueryFailure([
        text.diagnostic(
          "too-large", "unrolled, the pattern has more than \(PositionAutomaton.maximumPositions) hops",
          at: Span(0, 1), hint: "use smaller bounds, or + and * for any number")
      ])
    }
  }
}
