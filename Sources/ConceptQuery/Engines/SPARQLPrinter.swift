import ConceptGraph
import ConceptModel

/// Prints queries as SPARQL 1.1 over the store seen as RDF (language reference, sections 4.1 to 4.3).
struct SPARQLPrinter {
  let context: QueryContext
  let syntax: QuerySyntax

  private static let prefixes = ["c", "r", "d", "k"]

  func query() throws -> EngineQuery {
    var losses: [String] = []
    let body: String
    switch context.algebra.statement {
    case .ask(let pattern):
      body = try "ASK \(group(pattern))"
    case .find(let pattern):
      body = try select(pattern)
      losses.append(context.algebra.order.isEmpty ? Loss.order : Loss.exact)
    case .path(let chain):
      let printer = SPARQLPathPrinter(printer: self, chain: chain)
      body = try printer.text()
      losses += printer.losses
    case .why(let chain): body = try evidence(chain)
    case .whySame: throw NotExpressible("why same")
    case .describe: throw NotExpressible("describe", hint: "SPARQL has DESCRIBE, whose answer each engine chooses")
    case .compare: throw NotExpressible("compare", hint: "print its questions one by one")
    case .conflations: throw NotExpressible("conflations")
    }
    if losses.isEmpty { losses = [Loss.exact] }
    return EngineQuery(text: header + body, losses: losses, comment: "#")
  }

  private var header: String {
    let base = context.options.baseIRI
    return Self.prefixes.map { "PREFIX \($0): <\(base)\($0):>\n" }.joined()
      + "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n"
      + "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>\n"
  }

  // MARK: Names

  func name(_ node: NodeID) throws -> String { resource(try context.info(of: node).id.value, "c") }

  func resource(_ id: String, _ prefix: String) -> String {
    if IRI.isIRI(id) { return "<\(id)>" }
    let isLocal = id.unicodeScalars.allSatisfy { Lexer.isLetterOrDigit($0) || $0 == "-" || $0 == "_" }
    return isLocal ? "\(prefix):\(id)" : "<\(context.options.baseIRI)\(prefix):\(ResourceIRI.encoded(id))>"
  }

  func relation(_ number: Int, isDenied: Bool) -> String {
    let relation = context.source.relations[number]
    if let iri = relation.iri, !isDenied { return "<\(iri)>" }
    return resource((isDenied ? "not-" : "") + relation.name, "r")
  }

  func term(_ term: AlgebraTerm) throws -> String {
    switch term {
    case .nodes(let nodes): return try name(nodes[0])
    case .variable(let number): return variable(number)
    }
  }

  func variable(_ number: Int) -> String { "?" + (context.algebra.variables[number].name ?? "_\(number)") }

  // MARK: Property paths

  /// A set of relations as alternatives, symmetric ones both ways.
  func alternatives(_ set: HopSet) -> [String] {
    var out: [String] = []
    for (number, relation) in context.source.relations.enumerated() {
      let id = RelationID(UInt16(number))
      for isDenied in [false, true] where isDenied ? set.crossesDenied : set.crossesAsserted {
        let name = self.relation(number, isDenied: isDenied)
        if set.forward.contains(id) { out.append(name) }
        if set.backward.contains(id) && !(relation.isSymmetric && !set.forward.contains(id)) { out.append("^\(name)") }
      }
    }
    return out
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

  // MARK: Patterns

  private func select(_ pattern: PatternAlgebra) throws -> String {
    let builder = TableBuilder(context: context)
    var grouped: [String] = []
    var hasCount = false
    let columns = builder.columns.map { output -> String in
      switch output {
      case .variable(let number):
        grouped.append(variable(number))
        return variable(number)
      case .count(let number):
        hasCount = true
        return "(COUNT(DISTINCT \(variable(number))) AS ?count_\(variable(number).dropFirst()))"
      case .length, .confidence, .sources: return ""
      }
    }
    var out = "SELECT \(hasCount ? "" : "DISTINCT ")\(columns.joined(separator: " ")) \(try group(pattern))"
    if hasCount, !grouped.isEmpty { out += "\nGROUP BY \(grouped.joined(separator: " "))" }
    if !context.algebra.order.isEmpty {
      let keys = context.algebra.order.map { order -> String in
        var key = ""
        if case .variable(let number) = order.key { key = variable(number) }
        if case .count(let number) = order.key { key = "COUNT(DISTINCT \(variable(number)))" }
        return order.isDescending ? "DESC(\(key))" : "ASC(\(key))"
      }
      out += "\nORDER BY \((keys + (hasCount ? grouped : [])).joined(separator: " "))"
    }
    if let limit = context.algebra.limit { out += "\nLIMIT \(limit)" }
    if context.algebra.offset > 0 { out += "\nOFFSET \(context.algebra.offset)" }
    return out
  }

  /// The group graph pattern of patterns with their conditions.
  private func group(_ pattern: PatternAlgebra) throws -> String {
    var lines: [String] = []
    for atom in pattern.atoms { lines += try triples(atom) }
    for term in pattern.lone { lines.append("\(try self.term(term)) a skos:Concept .") }
    for condition in pattern.conditions { lines.append(try self.condition(condition)) }
    return "{\n" + lines.map { "  \($0)\n" }.joined() + "}"
  }

  private func triples(_ atom: ReachAtom) throws -> [String] {
    let graph = try HopFilter(context: context)
    var lines: [String] = []
    let isQuestion = if case .ask = context.algebra.statement { true } else { false }
    var ends: [[String]] = []
    for (side, term) in [atom.subject, atom.object].enumerated() {
      guard case .nodes(let nodes) = term, nodes.count > 1 else {
        ends.append([try self.term(term)])
        continue
      }
      let names = try nodes.map(name)
      if isQuestion {
        ends.append(names)
      } else {
        // Any member of the set will do.
        let variable = "?_s\(names.count)\(side)\(context.algebra.variables.count)"
        lines.append("VALUES \(variable) { \(names.joined(separator: " ")) }")
        ends.append([variable])
      }
    }
    let expression = context.underPolarity(atom.expression)
    for subject in ends[0] {
      for object in ends[1] {
        lines += try graph.lines(subject, atom, expression, object, self)
        if expression.isNullable, subject.hasPrefix("?") || object.hasPrefix("?") {
          // A path of no hops would match labels and quotations with themselves.
          lines.append("\(subject.hasPrefix("?") ? subject : object) a skos:Concept .")
        }
      }
    }
    return lines
  }

  private func condition(_ condition: RowCondition) throws -> String {
    switch condition {
    case .like(let number, let glob):
      let label = "?_l\(number)"
      return "\(variable(number)) a skos:Concept ; skos:prefLabel|skos:altLabel \(label) "
        + "FILTER(REGEX(STR(\(label)), \(Self.literal(glob.regularExpression)), \"i\"))"
    case .identity(let number, let negated, let other):
      if case .nodes(let nodes) = other, nodes.count > 1 {
        return try
          "FILTER(\(variable(number)) \(negated ? "NOT IN" : "IN") (\(nodes.map(name).joined(separator: ", "))))"
      }
      return "FILTER(\(variable(number)) \(negated ? "!=" : "=") \(try term(other)))"
    case .absent(let atoms, let lone):
      return "FILTER NOT EXISTS " + (try group(PatternAlgebra(atoms: atoms, lone: lone))).replacing("\n", with: " ")
    }
  }

  static func literal(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
  }

  // MARK: Evidence

  private func evidence(_ chain: ChainAlgebra) throws -> String {
    guard chain.arrows.count == 1, case .hop(let set) = chain.arrows[0], case .nodes = chain.nodes[0],
      case .nodes = chain.nodes[1], context.algebra.hopConditions.isEmpty
    else { throw NotExpressible("why over more than one known hop", hint: "ask why about one hop at a time") }
    let ends = (try term(chain.nodes[0]), try term(chain.nodes[1]))
    let names = alternatives(set)
    guard let first = names.first else { throw NotExpressible("a relation that nothing has") }
    let isReversed = first.hasPrefix("^")
    let list = names.map { $0.hasPrefix("^") ? String($0.dropFirst()) : $0 }
    let (subject, object) = isReversed ? (ends.1, ends.0) : ends
    return """
      SELECT ?source ?confidence ?quote {
        VALUES ?r { \(list.joined(separator: " ")) }
        ?a a k:Assertion ; rdf:subject \(subject) ; rdf:predicate ?r ; rdf:object \(object) ;
           k:source ?source ; k:confidence ?confidence ; k:quote ?quote .
      }
      ORDER BY DESC(?confidence) ?source
      """
  }
}

extension Glob {
  /// The pattern as an anchored regular expression.
  var regularExpression: String {
    var out = "^"
    for scalar in scalars {
      switch scalar {
      case "*": out += ".*"
      case "?": out += "."
      default:
        if "\\.+()[]{}|^$".unicodeScalars.contains(scalar) { out += "\\" }
        out.unicodeScalars.append(scalar)
      }
    }
    return out + "$"
  }
}
