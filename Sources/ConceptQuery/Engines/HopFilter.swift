import ConceptGraph
import ConceptModel

/// Conditions on hops in SPARQL: a named graph for one document, joins with assertions for the rest.
struct HopFilter {
  private let printer: SPARQLPrinter
  /// The one document that every hop must come from, when nothing else is asked of hops.
  private(set) var document: DocumentID?
  private var others: [HopCondition] = []

  init(_ printer: SPARQLPrinter) {
    self.printer = printer
    for condition in printer.context.algebra.hopConditions {
      if case .polarity = condition { continue }
      others.append(condition)
    }
    if others.count == 1, case .source(let comparison, let ids) = others[0], ids.count == 1,
      comparison == .equal || comparison == .isIn
    {
      // Statements of an imported file stand in the default graph; those of the only document are all there are.
      document = printer.isOnlyImport(ids) ? nil : ids.first
      others = []
    }
  }

  /// A filter that lets every edge pass, for the second of two steps.
  init(passingAll printer: SPARQLPrinter) { self.printer = printer }

  /// Whether anything but a document is asked of hops.
  var asksForAssertions: Bool { !others.isEmpty }

  /// Throws when hops must come from an imported file, whose statements an export keeps in their own graphs.
  func check() throws {
    guard let document, printer.imports.contains(document) else { return }
    throw NotExpressible(
      "a condition on one of several imported files",
      hint: "an export keeps their statements in one default graph; import the file into a store of its own")
  }

  /// The triples of one arrow between two ends.
  func lines(_ subject: String, _ atom: ReachAtom, _ expression: PathExpression, _ object: String) throws -> [String] {
    if case .hop(let set) = expression, asksForAssertions || atom.relationVariable != nil {
      let variable = atom.relationVariable.map(printer.variable)
      let branches =
        asksForAssertions ? filtered(subject, set, object, variable) : bound(subject, variable ?? "?_p", object, set)
      if branches.isEmpty { throw NotExpressible("a relation that nothing has") }
      return [wrapped(branches.joined(separator: " UNION "))]
    }
    guard expression.isNullable else { return [wrapped("\(subject) \(try printer.path(expression)) \(object) .")] }
    let zero = Self.zeroLength(subject, object)
    guard let rest = expression.withoutEmptyPath else { return [zero] }
    let isOpen = subject.hasPrefix("?") && object.hasPrefix("?")
    // With a node at one end, SPARQL's path of no hops is that node with itself, as here.
    if !isOpen && document == nil { return ["\(subject) \(try printer.path(expression)) \(object) ."] }
    // Else it would match labels and quotations with themselves, and in a named graph only its own nodes.
    return ["{ \(wrapped("\(subject) \(try printer.path(rest)) \(object) .")) } UNION { \(zero) }"]
  }

  /// Every concept with itself.
  static func zeroLength(_ subject: String, _ object: String) -> String {
    if subject == object { return subject.hasPrefix("?") ? "\(subject) a skos:Concept ." : "" }
    switch (subject.hasPrefix("?"), object.hasPrefix("?")) {
    case (true, true): return "\(subject) a skos:Concept BIND(\(subject) AS \(object))"
    case (false, true): return "BIND(\(subject) AS \(object))"
    case (true, false): return "BIND(\(object) AS \(subject))"
    case (false, false): return "FILTER(\(subject) = \(object))"
    }
  }

  private func wrapped(_ triple: String) -> String {
    guard let document else { return triple }
    return "GRAPH \(printer.document(document)) { \(triple) }"
  }

  /// The hops of a set with the predicate bound to a variable.
  private func bound(_ subject: String, _ variable: String, _ object: String, _ set: HopSet) -> [String] {
    let names = printer.names(of: set)
    let forward = names.forward + names.either
    let backward = names.backward + names.either
    return [(subject, object, forward), (object, subject, backward)].compactMap { from, to, list in
      list.isEmpty ? nil : "{ \(from) \(variable) \(to) FILTER(\(variable) IN (\(list.joined(separator: ", ")))) }"
    }
  }

  // MARK: Assertions

  /// Joins with the assertions behind one hop, one sub-query for each way of crossing an edge.
  ///
  /// Each way is counted apart, since edges there and back are two; a symmetric edge is one, however it was stated.
  private func filtered(_ subject: String, _ set: HopSet, _ object: String, _ variable: String?) -> [String] {
    let names = printer.names(of: set)
    let predicate = variable ?? "?_p"
    let kept = ([subject, object] + (variable.map { [$0] } ?? [])).filter { $0.hasPrefix("?") }
    let projection = Array(Set(kept.isEmpty ? ["?_p"] : kept)).sorted(by: scalarLess)
    return [(names.forward, true, false), (names.backward, false, true), (names.either, true, true)].compactMap {
      list, isForward, isBackward in
      guard !list.isEmpty else { return nil }
      return select(
        projection, predicate, list, isForward ? (subject, object) : nil, isBackward ? (object, subject) : nil)
    }
  }

  /// The edges of any of the given predicates that pass, as a sub-query.
  func select(
    _ projection: [String], _ predicate: String, _ names: [String], _ forward: (String, String)?,
    _ backward: (String, String)?
  ) -> String {
    let ends = [forward, backward].compactMap { $0 }.map { "rdf:subject \($0.0) ; rdf:object \($0.1)" }
    let join =
      ends.count == 1 ? " ?_a \(ends[0]) ." : ends.map { " { ?_a \($0) }" }.joined(separator: " UNION") + " ."
    var body = "VALUES \(predicate) { \(names.joined(separator: " ")) } ?_a rdf:predicate \(predicate) ; k:source ?_d ."
    body += ends.count == 1 ? join : String(join.dropLast(2))
    body += others.map { " " + test($0) }.joined()
    let having = others.compactMap(count).joined(separator: " && ")
    if having.isEmpty { return "{ SELECT DISTINCT \(projection.joined(separator: " ")) { \(body) } }" }
    var group = projection
    if !group.contains(predicate) { group.append(predicate) }
    return "{ SELECT DISTINCT \(projection.joined(separator: " ")) { \(body) } "
      + "GROUP BY \(group.joined(separator: " ")) HAVING(\(having)) }"
  }

  private func count(_ condition: HopCondition) -> String? {
    guard case .agreedBy(let comparison, let values) = condition else { return nil }
    return Self.compare("COUNT(DISTINCT ?_d)", comparison, values.map(String.init))
  }

  /// What an assertion `?_a` of the document `?_d` must be.
  private func test(_ condition: HopCondition) -> String {
    func literals(_ texts: some Collection<String>) -> [String] {
      texts.sorted(by: scalarLess).map(SPARQLPrinter.literal)
    }
    switch condition {
    case .polarity, .agreedBy: return ""
    case .confidence(let comparison, let values):
      return "?_a k:confidence ?_f . FILTER(\(Self.compare("?_f", comparison, values.map { Decimals.text($0) })))"
    case .rule(let comparison, let rules):
      return "?_a k:rule ?_rule . FILTER(\(Self.compare("?_rule", comparison, literals(rules))))"
    case .modality(let comparison, let values):
      return "?_a k:modality ?_m . FILTER(\(Self.compare("?_m", comparison, literals(values.map(\.rawValue)))))"
    case .source(let comparison, let ids):
      return "FILTER(\(Self.compare("?_d", comparison, ids.sorted().map(printer.document))))"
    case .quote(let comparison, let globs):
      let tests = globs.map { "REGEX(?_q, \(SPARQLPrinter.literal(Glob($0).regularExpression)), \"is\")" }
      return "?_a k:quote ?_q . FILTER(\(comparison.isMember(true) ? "" : "!")(\(tests.joined(separator: " || "))))"
    case .date(let comparison, let values):
      // At the precision of the value: 2024-12 is in 2024 and not after it.
      let tests = values.map {
        Self.compare("SUBSTR(STR(?_t), 1, \($0.unicodeScalars.count))", comparison, [SPARQLPrinter.literal($0)])
      }
      let isAnyEnough = comparison == .equal || comparison == .isIn
      let all = tests.joined(separator: isAnyEnough ? " || " : " && ")
      return "?_a k:date ?_t ." + (tests.isEmpty ? "" : " FILTER(\(all))")
    case .author(let comparison, let names):
      // Who holds the view: the named holder, else the authors of the document.
      return "FILTER \(comparison.isMember(true) ? "" : "NOT ")EXISTS { { ?_a k:holder ?_h } UNION "
        + "{ ?_a k:source/dct:creator ?_h FILTER NOT EXISTS { ?_a k:holder ?_n } } "
        + "FILTER(?_h IN (\(literals(names).joined(separator: ", ")))) }"
    }
  }

  private static func compare(_ what: String, _ comparison: Comparison, _ values: [String]) -> String {
    switch comparison {
    case .equal, .isIn: return "\(what) IN (\(values.joined(separator: ", ")))"
    case .unequal, .isNotIn: return "\(what) NOT IN (\(values.joined(separator: ", ")))"
    case .less, .atMost, .greater, .atLeast:
      return values.map { "\(what) \(comparison.rawValue) \($0)" }.joined(separator: " && ")
    }
  }

  // MARK: Two steps

  /// The first of two steps: a query for the graph of all edges that pass, with the concepts and their labels.
  ///
  /// A repeated relation is a property path, and those look at triples alone.
  func construct(_ sets: [HopSet]) -> String {
    var forward: [String] = []
    var either: [String] = []
    for set in sets {
      let names = printer.names(of: set.undirected)
      forward += names.directed.filter { !forward.contains($0) }
      either += names.either.filter { !either.contains($0) }
    }
    let ends = ("?_s", "?_o")
    var branches: [String] = []
    if !forward.isEmpty { branches.append(select(["?_o", "?_p", "?_s"], "?_p", forward, ends, nil)) }
    if !either.isEmpty { branches.append(select(["?_o", "?_p", "?_s"], "?_p", either, ends, ("?_o", "?_s"))) }
    branches.append(
      "{ ?_c a ?_type . VALUES ?_type { \(SPARQLPrinter.nodeTypes) } OPTIONAL { ?_c ?_l ?_text . \(SPARQLPrinter.labelValues("?_l")) } }"
    )
    return """
      CONSTRUCT { ?_s ?_p ?_o . ?_c a ?_type . ?_c ?_l ?_text . } WHERE {
        \(branches.joined(separator: " UNION\n  "))
      }

      """
  }
}
