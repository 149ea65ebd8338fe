import ConceptGraph
import ConceptModel

/// The languages of other engines that queries are printed in.
public enum TargetLanguage: String, CaseIterable, Sendable {
  case sparql, gql, cypher
}

/// A query in another engine's language, with what is lost.
public struct EngineQuery: Hashable, Sendable {
  /// The query or, for SPARQL paths, the queries to run in order.
  public var text: String
  /// What differs from the native answer, from a fixed list; `exact` when nothing does.
  public var losses: [String]

  /// The query with its losses as comments behind it.
  public var printed: String { text + "\n" + losses.map { "\(comment) \($0)\n" }.joined() }
  /// How the language begins a comment.
  var comment: String
}

extension QueryEngine {
  /// Prints a query for another engine.
  ///
  /// Throws `QueryFailure` with the code `not-expressible` naming the construct that has no translation.
  /// - Parameter asEdges: for a path in SPARQL, one query for all edges on some walk rather than for the paths.
  public func translated(
    _ text: String, to language: TargetLanguage, asEdges: Bool = false, file: String = "query"
  ) throws -> EngineQuery {
    let (syntax, algebra, notation) = try resolved(text, file: file)
    let context = QueryContext(source: source, algebra: algebra, options: options)
    do {
      switch language {
      case .sparql:
        let printer = SPARQLPrinter(context: context, syntax: syntax)
        return try asEdges ? printer.edges() : printer.query()
      case .gql where asEdges, .cypher where asEdges: throw NotExpressible("--edges")
      case .gql, .cypher: return try GraphLanguagePrinter(context: context, syntax: syntax, language: language).query()
      }
    } catch let problem as NotExpressible {
      throw QueryFailure([
        notation.diagnostic(
          "not-expressible", "\(problem.construct) has no translation to \(language.rawValue)", at: Span(0, 1),
          hint: problem.hint)
      ])
    }
  }
}

/// A construct that another language cannot say.
struct NotExpressible: Error {
  var construct: String
  var hint: String

  init(_ construct: String, hint: String = "ask it here, or leave the construct out") {
    self.construct = construct
    self.hint = hint
  }
}

extension QueryAlgebra {
  /// Refuses clauses of a path query that have no place where paths are rows or pages of queries.
  func checkPathClauses() throws {
    if !outputs.isEmpty { throw NotExpressible("return of a path query", hint: "print the paths, without return") }
    if !order.isEmpty { throw NotExpressible("order by of a path query", hint: "print the paths, without order by") }
  }
}

/// The fixed list of losses.
enum Loss {
  static let exact = "exact"
  static let order = "set order not promised"
  static let acyclic = "simple printed as acyclic"
  static let ties = "ties are broken by the engine, not by confidence and text"
  static let imports = "imported statements have no assertions there and are left out"
  static let unclassed = "imported resources are concepts there only where they have that class"
  static let twoSteps = "needs two steps"
  static let walks = "edges of walks, not only of simple paths"
  static func bounded(_ hops: Int) -> String { "bounded to \(hops) hops" }
}
