import ConceptGraph
import ConceptModel

/// Conditions on hops in SPARQL: a named graph for one document, joins with assertions for the rest.
struct HopFilter {
  private let context: QueryContext
  /// The one document that every hop must come from.
  private(set) var document: DocumentID?
  private var others: [HopCondition] = []

  init(context: QueryContext) throws {
    self.context = context
    for condition in context.algebra.hopConditions {
      switch condition {
      case .source(let comparison, let ids) where ids.count == 1 && document == nil:
        guard comparison == .equal || comparison == .isIn else { fallthrough }
        document = ids.first
      case .source, .confidence, .agreedBy, .rule: others.append(condition)
      case .polarity: break
      case .author: throw NotExpressible("a condition on author")
      case .date: throw NotExpressible("a condition on date")
      case .modality: throw NotExpressible("a condition on modality")
      case .quote: throw NotExpressible("a condition on quote")
      }
    }
  }

  /// Whether anything but a document is asked of hops.
  var asksForAssertions: Bool { !others.isEmpty }

  /// The triples of one arrow between two ends.
  func lines(
    _ subject: String, _ atom: ReachAtom, _ expression: PathExpression, _ object: String, _ printer: SPARQLPrinter
  ) throws -> [String] {
    if let variable = atom.relationVariable {
      if asksForAssertions { throw NotExpressible("a condition on hops of a relation variable") }
      return [wrapped(relationTriple(subject, printer.variable(variable), expression, object, printer), printer)]
    }
    guard asksForAssertions else {
      return [wrapped("\(subject) \(try printer.path(expression)) \(object) .", printer)]
    }
    guard case .hop(let set) = expression else {
      throw NotExpressible(
        "a condition on the hops of a repeated relation",
        hint: "needs two steps: export the filtered edges, then ask for the path over them")
    }
    return [try assertions(subject, set, object, printer)]
  }

  private func wrapped(_ triple: String, _ printer: SPARQLPrinter) -> String {
    guard let document else { return triple }
    return "GRAPH \(printer.resource(document.value, "d")) { \(triple) }"
  }

  private func relationTriple(
    _ subject: String, _ relation: String, _ expression: PathExpression, _ object: String, _ printer: SPARQLPrinter
  ) -> String {
    guard case .hop(let set) = expression else { return "" }
    let names = printer.alternatives(set)
    let forward = names.filter { !$0.hasPrefix("^") }
    let backward = names.filter { $0.hasPrefix("^") }.map { String($0.dropFirst()) }
    var parts: [String] = []
    if !forward.isEmpty {
      parts.append("{ \(subject) \(relation) \(object) FILTER(\(relation) IN (\(forward.joined(separator: ", ")))) }")
    }
    if !backward.isEmpty {
      parts.append("{ \(object) \(relation) \(subject) FILTER(\(relation) IN (\(backward.joined(separator: ", ")))) }")
    }
    return parts.joined(separator: " UNION ")
  }

  /// A join with the assertions behind one hop.
  private func assertions(
    _ subject: String, _ set: HopSet, _ object: String, _ printer: SPARQLPrinter
  ) throws -> String {
    let names = printer.alternatives(set)
    guard !names.contains(where: { $0.hasPrefix("^") }) || names.allSatisfy({ $0.hasPrefix("^") }) else {
      throw NotExpressible("a condition on hops of a symmetric relation")
    }
    let isReversed = names.first?.hasPrefix("^") ?? false
    let list = names.map { $0.hasPrefix("^") ? String($0.dropFirst()) : $0 }
    let ends = isReversed ? (object, subject) : (subject, object)
    var filters: [String] = []
    var having = ""
    for condition in others {
      switch condition {
      case .confidence(let comparison, let values):
        filters.append(Self.compare("?_f", comparison, values.map { Decimals.text($0) }))
      case .rule(let comparison, let rules):
        filters.append(Self.compare("?_rule", comparison, rules.sorted(by: scalarLess).map(SPARQLPrinter.literal)))
      case .source(let comparison, let ids):
        filters.append(Self.compare("?_d", comparison, ids.sorted().map { printer.resource($0.value, "d") }))
      case .agreedBy(let comparison, let values):
        having = " HAVING(\(Self.compare("COUNT(DISTINCT ?_d)", comparison, values.map(String.init))))"
      case .author, .date, .modality, .quote, .polarity: break
      }
    }
    var body = "VALUES ?_p { \(list.joined(separator: " ")) } ?_a a k:Assertion ; rdf:subject \(ends.0) ; "
    body += "rdf:predicate ?_p ; rdf:object \(ends.1) ; k:source ?_d ; k:confidence ?_f ; k:rule ?_rule ."
    if !filters.isEmpty { body += " FILTER(\(filters.joined(separator: " && ")))" }
    if let document { body += " FILTER(?_d = \(printer.resource(document.value, "d")))" }
    let kept = [ends.0, ends.1].filter { $0.hasPrefix("?") }
    let projection = kept.isEmpty ? "?_p" : kept.joined(separator: " ")
    if having.isEmpty { return "{ SELECT DISTINCT \(projection) { \(body) } }" }
    return "{ SELECT DISTINCT \(projection) { \(body) } GROUP BY \((kept + ["?_p"]).joined(separator: " "))\(having) }"
  }

  private static func compare(_ what: String, _ comparison: Comparison, _ values: [String]) -> String {
    switch comparison {
    case .equal, .isIn: return "\(what) IN (\(values.joined(separator: ", ")))"
    case .unequal, .isNotIn: return "\(what) NOT IN (\(values.joined(separator: ", ")))"
    case .less, .atMost, .greater, .atLeast: return "\(what) \(comparison.rawValue) \(values.first ?? "0")"
    }
  }
}
