import ConceptGraph
import ConceptModel

/// Prints queries as GQL (ISO/IEC 39075) or Cypher 25 over a property graph: nodes have `id`, edges a label in upper case.
final class GraphLanguagePrinter {
  private let context: QueryContext
  private let syntax: QuerySyntax
  private let language: TargetLanguage
  private var losses: [String] = []
  private var wheres: [String] = []
  private var anonymous = 0

  init(context: QueryContext, syntax: QuerySyntax, language: TargetLanguage) {
    self.context = context
    self.syntax = syntax
    self.language = language
  }

  func query() throws -> EngineQuery {
    let text: String
    switch context.algebra.statement {
    case .ask(let pattern): text = try ask(pattern)
    case .find(let pattern): text = try find(pattern)
    case .path(let chain): text = try path(chain)
    case .why:
      throw NotExpressible("why", hint: "evidence is kept here; export the graph to have it as edge properties")
    case .whySame: throw NotExpressible("why same")
    case .describe: throw NotExpressible("describe")
    case .compare: throw NotExpressible("compare")
    case .conflations: throw NotExpressible("conflations")
    }
    if losses.isEmpty { losses = [Loss.exact] }
    return EngineQuery(text: text, losses: losses, comment: language == .gql ? "--" : "//")
  }

  // MARK: Statements

  private func ask(_ pattern: PatternAlgebra) throws -> String {
    "\(try match(pattern))\nRETURN count(*) > 0 AS answer"
  }

  private func find(_ pattern: PatternAlgebra) throws -> String {
    var text = try match(pattern)
    let builder = TableBuilder(context: context)
    let keys = orderKeys(builder.columns)
    let columns = builder.columns.map { output -> String in
      switch output {
      case .variable(let number): column(number)
      case .count(let number): "count(DISTINCT \(variable(number))) AS count_\(variable(number))"
      case .length, .confidence, .sources: ""
      }
    }
    text += "\nRETURN DISTINCT \(columns.joined(separator: ", "))" + slice(keys)
    if keys.isEmpty { losses.append(Loss.order) }
    return text
  }

  private func column(_ number: Int) -> String {
    let name = variable(number)
    if context.algebra.variables[number].isRelation {
      return language == .gql ? "LABELS(\(name)) AS \(name)" : "type(\(name)) AS \(name)"
    }
    return "\(name).label AS \(name)"
  }

  /// The keys that were asked for, then all columns; none where neither an order nor a part of the rows is wanted.
  private func orderKeys(_ columns: [AlgebraOutput]) -> [String] {
    let algebra = context.algebra
    if algebra.order.isEmpty && algebra.limit == nil && algebra.offset == 0 { return [] }
    var keys: [String] = []
    for order in algebra.order + columns.map({ AlgebraOrder(key: $0, isDescending: false) }) {
      let name: String
      switch order.key {
      case .variable(let number): name = variable(number)
      case .count(let number): name = "count_\(variable(number))"
      case .length, .confidence, .sources: continue
      }
      if !keys.contains(where: { $0 == name || $0 == "\(name) DESC" }) {
        keys.append(order.isDescending ? "\(name) DESC" : name)
      }
    }
    return keys
  }

  private func slice(_ keys: [String]) -> String {
    var text = ""
    if !keys.isEmpty { text += "\nORDER BY \(keys.joined(separator: ", "))" }
    if context.algebra.offset > 0 { text += "\n\(language == .gql ? "OFFSET" : "SKIP") \(context.algebra.offset)" }
    if let limit = context.algebra.limit { text += "\nLIMIT \(limit)" }
    return text
  }

  private func match(_ pattern: PatternAlgebra) throws -> String {
    var parts: [String] = []
    for atom in pattern.atoms {
      let prefix = atom.isSingleHop ? "" : "ANY "
      let subject = try node(atom.subject)
      let expression = context.underPolarity(atom.expression)
      let edge = try atom.relationVariable.map { try named(expression, variable($0), atom.subject) } ?? edge(expression)
      parts.append("\(prefix)\(subject)\(edge)\(try node(atom.object))")
    }
    for term in pattern.lone { parts.append(try node(term)) }
    for condition in pattern.conditions { try add(condition) }
    return "MATCH " + parts.joined(separator: ",\n      ") + whereClause()
  }

  private func whereClause() -> String { wheres.isEmpty ? "" : "\nWHERE " + wheres.joined(separator: " AND ") }

  private func path(_ chain: ChainAlgebra) throws -> String {
    try context.algebra.checkPathClauses()
    if chain.isSameSource { throw NotExpressible("same-source", hint: "ask one query a document") }
    guard chain.relationVariables.allSatisfy({ $0 == nil }) else {
      throw NotExpressible("a relation variable in a path")
    }
    var text = try node(chain.nodes[0])
    for (index, arrow) in chain.arrows.enumerated() {
      text += try edge(context.underPolarity(arrow)) + node(chain.nodes[index + 1])
    }
    for condition in chain.conditions { try add(condition) }
    if !chain.avoided.isEmpty {
      let ids = try chain.avoided.sorted().map { Self.literal(try context.info(of: $0).id.value) }
      wheres.append("NONE(n IN nodes(p)[1..-1] WHERE n.id IN [\(ids.joined(separator: ", "))])")
    }
    for length in chain.lengths {
      guard length.values.count == 1 else { throw NotExpressible("a list of lengths") }
      let comparison = length.comparison == .unequal ? "<>" : length.comparison.rawValue
      wheres.append("\(language == .gql ? "PATH_LENGTH(p)" : "length(p)") \(comparison) \(length.values[0])")
    }
    losses.append(Loss.order)
    if chain.selector != .all && chain.selector != .allShortest { losses.append(Loss.ties) }
    return "MATCH p = \(selector(chain.selector)) \(mode(chain.mode))\(text)\(whereClause())\nRETURN p\(slice([]))"
  }

  private func selector(_ selector: PathSelector) -> String {
    switch selector {
    case .all: "ALL"
    case .anyShortest: language == .gql ? "ANY SHORTEST" : "SHORTEST 1"
    case .allShortest: "ALL SHORTEST"
    case .any(let count), .shortest(let count): "SHORTEST \(count)"
    case .shortestGroups(let count): "SHORTEST \(count) GROUPS"
    }
  }

  private func mode(_ mode: PathMode) -> String {
    switch mode {
    case .walk: return "WALK "
    case .trail: return "TRAIL "
    case .acyclic: return "ACYCLIC "
    case .simple:
      if language == .gql { return "SIMPLE " }
      losses.append(Loss.acyclic)
      return "ACYCLIC "
    }
  }

  // MARK: Nodes

  private func variable(_ number: Int) -> String { context.algebra.variables[number].name ?? "_\(number)" }

  private func node(_ term: AlgebraTerm) throws -> String {
    switch term {
    case .variable(let number):
      return context.algebra.variables[number].name == nil ? "()" : "(\(variable(number)))"
    case .nodes(let nodes):
      let ids = try nodes.map { Self.literal(try context.info(of: $0).id.value) }
      if ids.count == 1 { return "({id: \(ids[0])})" }
      if case .ask = context.algebra.statement {
        throw NotExpressible("a set in a yes-or-no question", hint: "ask one query a member")
      }
      anonymous += 1
      wheres.append("s\(anonymous).id IN [\(ids.joined(separator: ", "))]")
      return "(s\(anonymous))"
    }
  }

  static func literal(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }

  // MARK: Edges

  private func label(_ number: Int, isDenied: Bool) -> String {
    let name = (isDenied ? "not-" : "") + context.source.relations[number].name
    var out = ""
    for scalar in name.unicodeScalars {
      out += Lexer.isLetterOrDigit(scalar) ? String(scalar).uppercased() : "_"
    }
    return out
  }

  private func edge(_ expression: PathExpression) throws -> String {
    if case .repeated(let inner, let lower, let upper) = expression, case .hop = inner {
      return try single(inner, name: edgeName(), quantifier: quantifier(lower, upper))
    }
    if case .hop = expression { return try single(expression, name: edgeName(), quantifier: "") }
    guard language == .gql, context.algebra.hopConditions.allSatisfy(isPolarity) else {
      throw NotExpressible("a nested path expression", hint: "write the pattern with named nodes between its parts")
    }
    return "-/\(try simplified(expression))/-"
  }

  private func isPolarity(_ condition: HopCondition) -> Bool { if case .polarity = condition { true } else { false } }

  private func edgeName() -> String {
    guard !context.algebra.hopConditions.allSatisfy(isPolarity) else { return "" }
    anonymous += 1
    return "e\(anonymous)"
  }

  private func quantifier(_ lower: Int, _ upper: Int?) -> String {
    switch (lower, upper) {
    case (0, nil): "*"
    case (1, nil): "+"
    case (let lower, nil): "{\(lower),}"
    case (let lower, let upper?): "{\(lower),\(upper)}"
    }
  }

  /// The labels of a set of hops by the way their edges are crossed.
  private struct Labels {
    var forward: [String] = []
    var backward: [String] = []
    var either: [String] = []
    var all: String { (forward + backward + either).joined(separator: "|") }
    /// Whether one arrow is enough.
    var isPlain: Bool { [forward, backward, either].filter(\.isEmpty).count == 2 }

    /// An arrow for every way of crossing.
    func arrows(_ name: String, _ filter: String?) -> [String] {
      [(forward, "-", "->"), (backward, "<-", "-"), (either, "-", "-")].compactMap { labels, start, end in
        guard !labels.isEmpty else { return nil }
        return "\(start)[\(name):\(labels.joined(separator: "|"))\(filter.map { " WHERE \($0)" } ?? "")]\(end)"
      }
    }
  }

  private func labels(_ expression: PathExpression) throws -> Labels {
    guard case .hop(let set) = expression else { throw NotExpressible("a relation variable in an expression") }
    var out = Labels()
    for (number, relation) in context.source.relations.enumerated() {
      let id = RelationID(UInt16(number))
      for isDenied in [false, true] where isDenied ? set.crossesDenied : set.crossesAsserted {
        let label = self.label(number, isDenied: isDenied)
        switch (set.forward.contains(id), set.backward.contains(id)) {
        case (false, false): break
        case (true, false) where !relation.isSymmetric: out.forward.append(label)
        case (false, true) where !relation.isSymmetric: out.backward.append(label)
        default: out.either.append(label)
        }
      }
    }
    if out.all.isEmpty { throw NotExpressible("a relation that nothing has") }
    return out
  }

  /// One hop with its condition and quantifier.
  private func single(_ expression: PathExpression, name: String, quantifier: String) throws -> String {
    let labels = try labels(expression)
    let filter = try hopFilter(name)
    if labels.isPlain { return labels.arrows(name, filter)[0] + quantifier }
    guard language == .gql else { return try mixed(labels, isFiltered: filter != nil, quantifier) }
    if filter != nil { return " (\(labels.arrows(name, filter).joined(separator: "|")))\(quantifier) " }
    let parts =
      labels.forward.map { "\($0)>" } + labels.backward.map { "<\($0)" } + labels.either.map { "<\($0)>" }
    return "-/(\(parts.joined(separator: "|")))\(quantifier)/-"
  }

  /// One hop whose edge has a name of its own, from a known beginning.
  private func named(_ expression: PathExpression, _ name: String, _ start: AlgebraTerm) throws -> String {
    let labels = try labels(expression)
    let filter = try hopFilter(name)
    if labels.isPlain { return labels.arrows(name, filter)[0] }
    if language == .gql { return " (\(labels.arrows(name, filter).joined(separator: "|"))) " }
    let isStart: String
    switch start {
    case .variable(let number) where context.algebra.variables[number].name != nil:
      isStart = "\(name)) = \(variable(number))"
    case .nodes(let nodes):
      isStart = "\(name)).id IN [\(try ids(nodes))]"
    case .variable:
      throw NotExpressible("a relation variable behind _", hint: "write a variable such as ?x for it")
    }
    wheres.append("(\(tests(labels, name, isStart).joined(separator: " OR ")))")
    return "-[\(name):\(labels.all)\(filter.map { " WHERE \($0)" } ?? "")]-"
  }

  /// What tells that an edge is crossed in a way that its label allows; `isStart` ends `startNode(…` of it.
  private func tests(_ labels: Labels, _ edge: String, _ isStart: String) -> [String] {
    var tests: [String] = []
    func hasType(_ list: [String]) -> String {
      "type(\(edge)) IN [\(list.map(Self.literal).joined(separator: ", "))]"
    }
    if !labels.either.isEmpty { tests.append(hasType(labels.either)) }
    if !labels.forward.isEmpty { tests.append("(\(hasType(labels.forward)) AND startNode(\(isStart))") }
    if !labels.backward.isEmpty { tests.append("(\(hasType(labels.backward)) AND endNode(\(isStart))") }
    return tests
  }

  private func ids(_ nodes: [NodeID]) throws -> String {
    try nodes.map { Self.literal(try context.info(of: $0).id.value) }.joined(separator: ", ")
  }

  /// Directed and symmetric labels in one quantified pattern of Cypher.
  private func mixed(_ labels: Labels, isFiltered: Bool, _ quantifier: String) throws -> String {
    anonymous += 1
    let (s, e, t) = ("a\(anonymous)", "r\(anonymous)", "b\(anonymous)")
    var test = tests(labels, e, "\(e)) = \(s)").joined(separator: " OR ")
    if isFiltered { test = "(\(test)) AND \(try hopFilter(e) ?? "true")" }
    return " ((\(s))-[\(e):\(labels.all)]-(\(t)) WHERE \(test))\(quantifier.isEmpty ? "{1}" : quantifier) "
  }

  private func hopFilter(_ edge: String) throws -> String? {
    var tests: [String] = []
    for condition in context.algebra.hopConditions {
      switch condition {
      case .polarity: break
      case .source(let comparison, let ids):
        let list = ids.sorted().map { "\(Self.literal($0.value)) IN \(edge).sources" }.joined(separator: " OR ")
        tests.append(comparison.isMember(true) ? "(\(list))" : "NOT (\(list))")
      case .confidence(let comparison, let values):
        guard values.count == 1 else { throw NotExpressible("a list of confidences") }
        let sign = comparison == .unequal ? "<>" : comparison == .isIn ? "=" : comparison.rawValue
        tests.append("\(edge).confidence \(sign) \(Decimals.text(values[0]))")
      case .agreedBy(let comparison, let values):
        guard values.count == 1 else { throw NotExpressible("a list of counts") }
        tests.append("size(\(edge).sources) \(comparison == .unequal ? "<>" : comparison.rawValue) \(values[0])")
      case .author, .date, .rule, .modality, .quote:
        throw NotExpressible("a condition on single assertions", hint: "edges carry only sources and confidence there")
      }
    }
    return tests.isEmpty ? nil : tests.joined(separator: " AND ")
  }

  /// GQL's simplified path patterns.
  private func simplified(_ expression: PathExpression) throws -> String {
    switch expression {
    case .hop:
      let text = try single(expression, name: "", quantifier: "")
      if text.hasPrefix("-/") { return String(text.dropFirst(2).dropLast(2)) }
      let labels = text.split(whereSeparator: { "[]:".contains($0) }).dropFirst().first.map(String.init) ?? ""
      let names = labels.split(separator: "|")
      let isBackward = text.hasPrefix("<")
      let isForward = text.hasSuffix(">")
      let parts = names.map { (isForward ? "" : "<") + $0 + (isBackward ? "" : ">") }
      return parts.count == 1 ? parts[0] : "(\(parts.joined(separator: "|")))"
    case .sequence(let parts): return "(\(try parts.map(simplified).joined(separator: " ")))"
    case .alternation(let parts): return "(\(try parts.map(simplified).joined(separator: "|")))"
    case .repeated(let inner, let lower, let upper): return "(\(try simplified(inner)))\(quantifier(lower, upper))"
    }
  }

  // MARK: Conditions

  private func add(_ condition: RowCondition) throws {
    switch condition {
    case .like(let number, let glob):
      guard language == .cypher else { throw NotExpressible("like", hint: "GQL has no pattern matching of strings") }
      wheres.append("\(variable(number)).label =~ '(?i)\(glob.regularExpression.replacing("\\", with: "\\\\"))'")
    case .identity(let number, let negated, .nodes(let nodes)):
      let ids = try nodes.map { Self.literal(try context.info(of: $0).id.value) }
      let test = "\(variable(number)).id IN [\(ids.joined(separator: ", "))]"
      wheres.append(negated ? "NOT (\(test))" : test)
    case .identity(let number, let negated, .variable(let other)):
      wheres.append("\(variable(number)) \(negated ? "<>" : "=") \(variable(other))")
    case .absent(let atoms, let lone):
      let saved = wheres
      wheres = []
      var parts: [String] = []
      for atom in atoms {
        parts.append(
          "\(try node(atom.subject))\(try edge(context.underPolarity(atom.expression)))\(try node(atom.object))")
      }
      for term in lone { parts.append(try node(term)) }
      let inner =
        "NOT EXISTS { \(parts.joined(separator: ", "))\(wheres.isEmpty ? "" : " WHERE " + wheres.joined(separator: " AND ")) }"
      wheres = saved + [inner]
    }
  }
}
