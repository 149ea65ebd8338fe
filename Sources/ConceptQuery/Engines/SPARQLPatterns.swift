import ConceptGraph
import ConceptModel

extension SPARQLPrinter {
  func select(_ pattern: PatternAlgebra) throws -> String {
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
    let selection = "SELECT \(hasCount ? "" : "DISTINCT ")\(columns.joined(separator: " "))"
    var out = "\(selection) \(try group(pattern, extra: labelLines))"
    if hasCount, !grouped.isEmpty { out += "\nGROUP BY \(grouped.joined(separator: " "))" }
    if isOrdered { out += "\nORDER BY \(orderKeys(isGrouped: hasCount).joined(separator: " "))" }
    if let limit = context.algebra.limit { out += "\nLIMIT \(limit)" }
    if context.algebra.offset > 0 { out += "\nOFFSET \(context.algebra.offset)" }
    return out
  }

  /// Whether the order matters: it was asked for, or decides what a limit leaves.
  var isOrdered: Bool {
    !context.algebra.order.isEmpty || context.algebra.limit != nil || context.algebra.offset > 0
  }

  /// The concepts that the order compares, by their labels.
  private var labelledVariables: [Int] {
    guard isOrdered else { return [] }
    let outputs = context.algebra.order.map(\.key) + TableBuilder(context: context).columns
    var out: [Int] = []
    for case .variable(let number) in outputs where !context.algebra.variables[number].isRelation {
      if !out.contains(number) { out.append(number) }
    }
    return out
  }

  private var labelLines: [String] {
    labelledVariables.map { "OPTIONAL { \(variable($0)) skos:prefLabel|rdfs:label ?_t\($0) }" }
  }

  /// The keys that were asked for, then all columns.
  private func orderKeys(isGrouped: Bool) -> [String] {
    let columns = TableBuilder(context: context).columns.map { AlgebraOrder(key: $0, isDescending: false) }
    var keys: [String] = []
    for order in context.algebra.order + columns {
      var parts: [String] = []
      switch order.key {
      case .variable(let number):
        if labelledVariables.contains(number) {
          parts.append(isGrouped ? "MIN(STR(?_t\(number)))" : "STR(?_t\(number))")
        }
        parts.append("STR(\(variable(number)))")
      case .count(let number): parts.append("COUNT(DISTINCT \(variable(number)))")
      case .length, .confidence, .sources: break
      }
      for part in parts where !keys.contains(where: { $0.hasSuffix("(\(part))") }) {
        keys.append("\(order.isDescending ? "DESC" : "ASC")(\(part))")
      }
    }
    return keys
  }

  /// The group graph pattern of patterns with their conditions.
  func group(_ pattern: PatternAlgebra, extra: [String] = [], scope: String = "") throws -> String {
    var lines: [String] = []
    for (number, atom) in pattern.atoms.enumerated() { lines += try triples(atom, "\(scope)\(number)") }
    for term in pattern.lone { lines.append("\(try self.term(term)) a skos:Concept .") }
    for (number, condition) in pattern.conditions.enumerated() {
      lines.append(try self.condition(condition, "\(scope)n\(number)"))
    }
    return "{\n" + (lines + extra).map { "  \($0)\n" }.joined() + "}"
  }

  /// The classes of what stands at the ends of edges.
  static let nodeTypes = "skos:Concept k:Person k:Work k:Organisation"

  /// The properties that hold the names of concepts, as values of a variable.
  static func labelValues(_ variable: String) -> String {
    "VALUES \(variable) { skos:prefLabel skos:altLabel skos:hiddenLabel rdfs:label }"
  }

  private func triples(_ atom: ReachAtom, _ scope: String) throws -> [String] {
    let filter = hopFilter()
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
        let variable = "?_s\(scope)\(side == 0 ? "a" : "b")"
        lines.append("VALUES \(variable) { \(names.joined(separator: " ")) }")
        ends.append([variable])
      }
    }
    let expression = context.underPolarity(atom.expression)
    for subject in ends[0] {
      for object in ends[1] { lines += try filter.lines(subject, atom, expression, object) }
    }
    return lines
  }

  private func condition(_ condition: RowCondition, _ scope: String) throws -> String {
    switch condition {
    case .like(let number, let glob):
      return "FILTER EXISTS { \(variable(number)) skos:prefLabel|skos:altLabel|skos:hiddenLabel|rdfs:label ?_l "
        + "FILTER(REGEX(STR(?_l), \(Self.literal(glob.regularExpression)), \"is\")) }"
    case .identity(let number, let negated, let other):
      if case .nodes(let nodes) = other, nodes.count > 1 {
        return try
          "FILTER(\(variable(number)) \(negated ? "NOT IN" : "IN") (\(nodes.map(name).joined(separator: ", "))))"
      }
      return "FILTER(\(variable(number)) \(negated ? "!=" : "=") \(try term(other)))"
    case .absent(let atoms, let lone):
      let pattern = try group(PatternAlgebra(atoms: atoms, lone: lone), scope: scope)
      return "FILTER NOT EXISTS " + pattern.replacing("\n", with: " ")
    }
  }

  static func literal(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
  }

  // MARK: Evidence

  func evidence(_ chain: ChainAlgebra) throws -> String {
    guard chain.arrows.count == 1, case .hop(let set) = chain.arrows[0], case .nodes = chain.nodes[0],
      case .nodes = chain.nodes[1], context.algebra.hopConditions.isEmpty
    else { throw NotExpressible("why over more than one known hop", hint: "ask why about one hop at a time") }
    let ends = (try term(chain.nodes[0]), try term(chain.nodes[1]))
    var everything = set
    (everything.crossesAsserted, everything.crossesDenied) = (true, true)
    let names = names(of: everything)
    // Every polarity has its own predicate, so the ends of all of them are the same.
    let branches = [(names.forward + names.either, ends.0, ends.1), (names.backward + names.either, ends.1, ends.0)]
      .filter { !$0.0.isEmpty }
    if branches.isEmpty { throw NotExpressible("a relation that nothing has") }
    let body = branches.map { list, subject, object in
      "{ ?a rdf:subject \(subject) ; rdf:object \(object) . VALUES ?r { \(list.joined(separator: " ")) } }"
    }
    return """
      SELECT DISTINCT ?a ?polarity ?confidence ?source ?quote {
        \(body.joined(separator: " UNION\n  "))
        ?a rdf:predicate ?r ; k:polarity ?polarity ; k:source ?source ; k:confidence ?confidence ; k:quote ?quote .
      }
      ORDER BY (?polarity = "denied") DESC(?confidence) ?source
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
