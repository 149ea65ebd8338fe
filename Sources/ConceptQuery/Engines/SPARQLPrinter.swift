import ConceptGraph
import ConceptModel

/// Prints queries as SPARQL 1.1 over the store seen as RDF (language reference, sections 4.1 to 4.3).
struct SPARQLPrinter {
  let context: QueryContext
  let syntax: QuerySyntax

  private static let prefixes = ["c", "r", "d", "k"]
  /// Whether hops are unconditional: so in the second of two steps.
  private var passesAll = false

  init(context: QueryContext, syntax: QuerySyntax) {
    self.context = context
    self.syntax = syntax
  }

  func query() throws -> EngineQuery {
    var losses: [String] = []
    var body: String
    var steps = ""
    var printer = self
    if needsTwoSteps {
      steps =
        "# step 1: the edges that pass\n\(hopFilter().construct(hopSets))# step 2: over the graph that step 1 gave\n"
      losses.append(Loss.twoSteps)
      printer.passesAll = true
    }
    try HopFilter(self).check()
    if !imports.isEmpty, HopFilter(self).asksForAssertions { losses.append(Loss.imports) }
    if !imports.isEmpty, asksForEveryConcept { losses.append(Loss.unclassed) }
    switch context.algebra.statement {
    case .ask(let pattern):
      body = try "ASK \(printer.group(pattern))"
    case .find(let pattern):
      body = try printer.select(pattern)
      if !isOrdered { losses.append(Loss.order) }
    case .path(let chain):
      let paths = SPARQLPathPrinter(printer: printer, chain: chain)
      body = try paths.text()
      losses += paths.losses
    case .why(let chain): body = try evidence(chain)
    case .whySame: throw NotExpressible("why same")
    case .describe: throw NotExpressible("describe", hint: "SPARQL has DESCRIBE, whose answer each engine chooses")
    case .compare: throw NotExpressible("compare", hint: "print its questions one by one")
    case .conflations: throw NotExpressible("conflations")
    }
    if losses.isEmpty { losses = [Loss.exact] }
    return EngineQuery(text: header + steps + body, losses: losses, comment: "#")
  }

  /// One query for all edges on some walk between the ends of a path, for drawing.
  func edges() throws -> EngineQuery {
    guard case .path(let chain) = context.algebra.statement, chain.arrows.count == 1,
      !HopFilter(self).asksForAssertions,
      case .repeated(.hop(let hop), let lower, nil) = context.underPolarity(chain.arrows[0]), lower <= 1,
      !chain.isSameSource, chain.avoided.isEmpty, chain.lengths.isEmpty, chain.conditions.isEmpty,
      chain.relationVariables[0] == nil
    else {
      throw NotExpressible(
        "--edges", hint: "it takes a path over one relation any number of times, such as: path A ~> B")
    }
    let star = try path(.repeated(.hop(hop), lower: 0, upper: nil))
    let names = names(of: hop)
    let (start, end) = (try term(chain.nodes[0]), try term(chain.nodes[1]))
    let ways = [(names.forward + names.either, "?s", "?o"), (names.backward + names.either, "?o", "?s")]
    let branches = ways.filter { !$0.0.isEmpty }.map { list, from, to in
      "{ \(start) \(star) \(from) . ?s ?r ?o . \(to) \(star) \(end) . FILTER(?r IN (\(list.joined(separator: ", ")))) }"
    }
    var body = branches.joined(separator: " UNION\n  ")
    if let document = HopFilter(self).document { body = "GRAPH \(self.document(document)) {\n  \(body)\n  }" }
    return EngineQuery(
      text: header + "SELECT DISTINCT ?s ?r ?o {\n  \(body)\n}", losses: [Loss.order, Loss.walks], comment: "#")
  }

  /// Whether all concepts are candidates: a node alone, or the path of no hops between variables.
  private var asksForEveryConcept: Bool {
    switch context.algebra.statement {
    case .ask(let pattern), .find(let pattern):
      return !pattern.lone.isEmpty
        || allAtoms(pattern).contains {
          $0.expression.isNullable && $0.subject.variable != nil && $0.object.variable != nil
        }
    case .path, .why, .whySame, .describe, .compare, .conflations: return false
    }
  }

  /// Whether a condition on assertions meets a hop that is repeated, which property paths cannot say.
  private var needsTwoSteps: Bool {
    guard HopFilter(self).asksForAssertions else { return false }
    switch context.algebra.statement {
    case .ask(let pattern), .find(let pattern): return !allAtoms(pattern).allSatisfy(\.isSingleHop)
    case .path: return true
    case .why, .whySame, .describe, .compare, .conflations: return false
    }
  }

  private func allAtoms(_ pattern: PatternAlgebra) -> [ReachAtom] {
    pattern.atoms
      + pattern.conditions.flatMap { if case .absent(let atoms, _) = $0 { atoms } else { [ReachAtom]() } }
  }

  /// Every set of relations that the query crosses.
  private var hopSets: [HopSet] {
    var expressions: [PathExpression] = []
    switch context.algebra.statement {
    case .ask(let pattern), .find(let pattern): expressions = allAtoms(pattern).map(\.expression)
    case .path(let chain): expressions = chain.arrows
    case .why, .whySame, .describe, .compare, .conflations: break
    }
    var sets: [HopSet] = []
    for expression in expressions {
      _ = context.underPolarity(expression).mapHops { set in
        sets.append(set)
        return set
      }
    }
    return sets
  }

  /// The imported files of the graph.
  var imports: Set<DocumentID> {
    let types = ["application/n-triples", "application/n-quads", "text/csv", "text/tab-separated-values"]
    return Set(((try? context.source.documents) ?? []).filter { types.contains($0.mediaType) }.map(\.id))
  }

  /// Whether the documents are one imported file of triples and nothing else is in the store.
  func isOnlyImport(_ ids: Set<DocumentID>) -> Bool {
    guard ids.isSubset(of: imports), let all = try? context.source.documents, Set(all.map(\.id)) == ids else {
      return false
    }
    return !all.contains { $0.mediaType == "application/n-quads" }
  }

  func hopFilter() -> HopFilter { passesAll ? HopFilter(passingAll: self) : HopFilter(self) }

  private var header: String {
    let base = context.options.baseIRI
    return Self.prefixes.map { "PREFIX \($0): <\(base)\($0):>\n" }.joined()
      + "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n"
      + "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>\n"
      + "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"
      + "PREFIX dct: <http://purl.org/dc/terms/>\n"
  }

  // MARK: Names

  private var iris: IRIMinter { IRIMinter(base: context.options.baseIRI) }

  func name(_ node: NodeID) throws -> String {
    let id = try context.info(of: node).id
    if id.value.hasPrefix("_:") {
      throw NotExpressible("a blank node", hint: "it has no name outside its file; start from a node with an IRI")
    }
    return short(iris.concept(id))
  }

  func document(_ id: DocumentID) -> String { short(iris.document(id)) }

  func relation(_ number: Int, isDenied: Bool) -> String {
    short(iris.relation(context.source.relations[number], polarity: isDenied ? .denied : .asserted))
  }

  /// An IRI in angle brackets with its beginning as a prefix, where what is left needs no escapes.
  private func short(_ iri: String) -> String {
    let base = context.options.baseIRI
    for prefix in Self.prefixes where iri.hasPrefix("<\(base)\(prefix):") {
      let local = iri.dropFirst(base.count + prefix.count + 2).dropLast()
      let isPlain = local.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D
          || $0 == 0x5F
      }
      if isPlain, !local.isEmpty, local.first != "-" { return "\(prefix):\(local)" }
    }
    return iri
  }

  func term(_ term: AlgebraTerm) throws -> String {
    switch term {
    case .nodes(let nodes): return try name(nodes[0])
    case .variable(let number): return variable(number)
    }
  }

  func variable(_ number: Int) -> String { "?" + (context.algebra.variables[number].name ?? "_\(number)") }

  // MARK: Property paths

  /// The predicates of a set by how they are crossed; `either` are those of symmetric relations, which stand in the data
  /// one way only.
  struct PredicateNames {
    var forward: [String] = []
    var backward: [String] = []
    var either: [String] = []

    /// Those with a direction, each once.
    var directed: [String] { forward + backward.filter { !forward.contains($0) } }
  }

  func names(of set: HopSet) -> PredicateNames {
    var out = PredicateNames()
    for (number, relation) in context.source.relations.enumerated() {
      let id = RelationID(UInt16(number))
      for isDenied in [false, true] where isDenied ? set.crossesDenied : set.crossesAsserted {
        let (isForward, isBackward) = (set.forward.contains(id), set.backward.contains(id))
        guard isForward || isBackward else { continue }
        let name = self.relation(number, isDenied: isDenied)
        if relation.isSymmetric { out.either.append(name) }
        if isForward && !relation.isSymmetric { out.forward.append(name) }
        if isBackward && !relation.isSymmetric { out.backward.append(name) }
      }
    }
    return out
  }

  /// A set of relations as alternatives, symmetric ones both ways.
  func alternatives(_ set: HopSet) -> [String] {
    let names = names(of: set)
    return names.forward + names.backward.map { "^\($0)" } + names.either.flatMap { [$0, "^\($0)"] }
  }

  func path(_ expression: PathExpression) throws -> String {
    switch expression {
    case .hop(let set):
      let names = alternatives(set)
      if names.isEmpty { throw NotExpressible("a relation that nothing has") }
      return names.count == 1 ? names[0] : "(\(names.joined(separator: "|")))"
    case .sequence(let parts): return try "(\(parts.map(path).joined(separator: "/")))"
    case .alternation(let parts): return try "(\(parts.map(path).joined(separator: "|")))"
    case .repeated(let inner, let lower, let upper): return try repeated(path(inner), lower, upper)
    }
  }

  /// `{n,m}` spelled out: SPARQL 1.1 has only `*`, `+` and `?`.
  private func repeated(_ inner: String, _ lower: Int, _ upper: Int?) throws -> String {
    let item = inner.hasPrefix("(") ? inner : "(\(inner))"
    let short = inner.hasPrefix("^") || inner.contains("/") || inner.contains("|") ? item : inner
    guard let upper else {
      if lower <= 1 { return short + (lower == 0 ? "*" : "+") }
      return "(" + (Array(repeating: short, count: lower - 1) + ["\(short)+"]).joined(separator: "/") + ")"
    }
    guard upper > 0 else { throw NotExpressible("{0}", hint: "write one node instead of two") }
    guard upper <= 100 else { throw NotExpressible("a bound above 100") }
    var optional = ""
    for _ in 0..<(upper - lower) { optional = optional.isEmpty ? "\(short)?" : "(\(short)/\(optional))?" }
    let fixed = Array(repeating: short, count: lower)
    return "(" + (fixed + (optional.isEmpty ? [] : [optional])).joined(separator: "/") + ")"
  }
}
