import ConceptGraph
import ConceptModel

/// The path that shows why the answer to a question over several steps is yes.
struct WitnessSearch {
  let context: QueryContext
  let syntax: QuerySyntax

  /// The first of the shortest paths that the question's one chain matches, or nil when the question has several.
  func path() throws -> AnswerPath? {
    guard case .patterns(let chains, _) = syntax.statement, chains.count == 1, let chain = chains.first,
      !chain.arrows.isEmpty
    else { return nil }
    var query = syntax
    query.statement = .path(chain, selector: .anyShortest, mode: .simple)
    query.outputs = []
    query.order = []
    query.limit = nil
    query.offset = 0
    // The printed query is parsed again, so that places and text belong together.
    let text = NotationText(SyntaxPrinter.text(of: query), file: nil)
    guard let parsed = QueryParser.parse(text).syntax,
      let algebra = try QueryResolver.resolve(
        parsed, text: text, source: context.source, options: context.options
      ).algebra,
      case .path(let chain) = algebra.statement
    else { return nil }
    var options = context.options
    options.maximumPaths = 1
    let inner = QueryContext(source: context.source, algebra: algebra, options: options)
    do {
      return try inner.answers(PathEvaluator(context: inner, chain: chain).run()).first
    } catch is SearchStop {
      return nil
    }
  }
}
