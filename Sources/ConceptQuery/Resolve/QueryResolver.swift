import ConceptGraph
import ConceptModel

/// Looks up every name of a query; all that cannot be resolved is reported in one pass.
struct QueryResolver {
  let source: any GraphSource
  let text: NotationText
  let syntax: QuerySyntax
  let names: NameResolver
  /// The ids of extraction rules that need not occur in the graph.
  let knownRules: (@Sendable () -> [String])?
  var relations: RelationResolver
  var diagnostics: [Diagnostic] = []
  var variables: [AlgebraVariable] = []
  var numbers: [String: Int] = [:]
  var hopConditions: [HopCondition] = []
  var lengths: [LengthCondition] = []
  var isSameSource = false
  var avoided: Set<NodeID> = []
  var notes: [String] = []
  /// The variables below this number occur in the pattern; later ones only in conditions.
  var patternVariables = 0

  init(source: any GraphSource, text: NotationText, syntax: QuerySyntax, options: QueryOptions) {
    self.source = source
    self.text = text
    self.syntax = syntax
    names = NameResolver(source: source, text: text, isFuzzy: options.isFuzzy)
    knownRules = options.knownRules
    relations = RelationResolver(source: source, text: text)
  }

  /// The query with its names resolved, or nil and the reasons.
  static func resolve(
    _ syntax: QuerySyntax, text: NotationText, source: any GraphSource, options: QueryOptions
  ) throws -> (algebra: QueryAlgebra?, diagnostics: [Diagnostic]) {
    var resolver = QueryResolver(source: source, text: text, syntax: syntax, options: options)
    let algebra = try resolver.run()
    var diagnostics = resolver.diagnostics + resolver.relations.diagnostics + resolver.names.diagnostics
    diagnostics.sort { a, b in (a.place?.line ?? 0, a.place?.column ?? 0) < (b.place?.line ?? 0, b.place?.column ?? 0) }
    return (diagnostics.contains { $0.level == .error } ? nil : algebra, diagnostics)
  }

  mutating func report(_ code: String, _ message: String, at span: Span, hint: String?) {
    diagnostics.append(text.diagnostic(code, message, at: span, hint: hint))
  }

  private mutating func run() throws -> QueryAlgebra {
    try checkHead()
    let statement = try resolveStatement()
    checkClauses(statement)
    let outputs = resolveOutputs(statement)
    let order = resolveOrder(outputs, statement)
    return QueryAlgebra(
      statement: statement, variables: variables, patternVariables: patternVariables, hopConditions: hopConditions,
      outputs: outputs, order: order,
      limit: syntax.limit, offset: syntax.offset, notes: names.notes + relations.notes + notes)
  }

  /// Statement words that could begin a known label are refused, with both readings.
  private mutating func checkHead() throws {
    let head = syntax.head
    guard !head.words.isEmpty, let first = firstTerm, !first.isIRI, first.span.lower >= head.span.upper else { return }
    guard text.scalars[first.span.lower] != "\"" else { return }
    let label = "\(head.words) \(first.label)"
    guard try names.isKnown(label) else { return }
    diagnostics.append(
      text.diagnostic(
        "ambiguous-term", "\"\(label)\" is a concept, and \"\(head.words)\" begins a statement", at: head.span,
        hint: "say which is meant",
        choices: [
          Diagnostic.Choice("\"\(label)\" …", note: "the concept"),
          Diagnostic.Choice("\(head.words): \(first.label) …", note: "the statement"),
        ]))
  }

  private var firstTerm: TermSyntax? {
    let node: NodeSyntax?
    switch syntax.statement {
    case .patterns(let chains, _): node = chains.first?.nodes.first
    case .path(let chain, _, _), .why(let chain): node = chain.nodes.first
    case .whySame(let first, _), .compare(let first, _), .describe(let first): node = first
    case .conflations(let optional): node = optional
    }
    if case .term(let term) = node?.items.first { return term }
    return nil
  }

  // MARK: Statements

  private mutating func resolveStatement() throws -> AlgebraStatement {
    switch syntax.statement {
    case .patterns(let chains, let force):
      var pattern = try resolvePatterns(chains)
      let hasVariables = variables.contains { $0.name != nil }
      patternVariables = variables.count
      pattern.conditions = try resolveConditions(onPaths: false)
      if force == .find && !hasVariables {
        report(
          "syntax", "find needs a variable", at: chains.first?.span ?? Span(0, 0),
          hint: "write ?x where the answer should stand, or ask for yes or no")
      }
      return force == .ask || !hasVariables ? .ask(pattern) : .find(pattern)
    case .path(let chain, let selector, let mode):
      var resolved = try resolveChain(chain, selector: selector, mode: PathMode(rawValue: mode.rawValue) ?? .simple)
      patternVariables = variables.count
      resolved.conditions = try resolveConditions(onPaths: true)
      finish(&resolved)
      checkFinite(resolved, chain)
      return .path(resolved)
    case .why(let chain):
      var resolved = try resolveChain(chain, selector: .anyShortest, mode: .simple)
      patternVariables = variables.count
      resolved.conditions = try resolveConditions(onPaths: true)
      finish(&resolved)
      return .why(resolved)
    case .whySame(let first, let second):
      let a = try one(first)
      let b = try one(second)
      return .whySame(a, written(first), b, written(second))
    case .describe(let node): return .describe(try nodes(node))
    case .compare(let first, let second): return .compare(try one(first), try one(second))
    case .conflations(let node):
      // That a label has several senses is what is asked about.
      names.takesAllSenses = true
      return .conflations(try node.map { try nodes($0) })
    }
  }

  private mutating func finish(_ chain: inout ChainAlgebra) {
    chain.avoided = avoided
    chain.lengths = lengths
    chain.isSameSource = isSameSource
  }

  private func written(_ node: NodeSyntax) -> String {
    if case .term(let term) = node.items.first { return term.written }
    return ""
  }

  /// The nodes of a statement about concepts; variables are errors there.
  private mutating func nodes(_ node: NodeSyntax) throws -> [NodeID] {
    var out: [NodeID] = []
    for item in node.items {
      switch item {
      case .term(let term): out += try names.resolve(term)
      case .variable(_, let span), .anything(let span):
        report("syntax", "this statement is about a concept", at: span, hint: "write the label of a concept")
      case .missing: break
      }
    }
    return out
  }

  private mutating func one(_ node: NodeSyntax) throws -> NodeID {
    let found = try nodes(node)
    if found.count > 1 {
      report("syntax", "this statement compares single concepts", at: node.span, hint: "write one concept")
    }
    return found.first ?? NodeID(0)
  }

  // MARK: Patterns

  mutating func resolvePatterns(_ chains: [ChainSyntax]) throws -> PatternAlgebra {
    var pattern = PatternAlgebra()
    for chain in chains {
      let atoms = try resolveAtoms(chain)
      if chain.arrows.isEmpty, let node = chain.nodes.first {
        pattern.lone.append(try term(node))
      }
      pattern.atoms += atoms
    }
    return pattern
  }

  mutating func resolveAtoms(_ chain: ChainSyntax) throws -> [ReachAtom] {
    guard !chain.arrows.isEmpty else { return [] }
    var subject = try term(chain.nodes[0])
    var atoms: [ReachAtom] = []
    for (index, arrow) in chain.arrows.enumerated() {
      // Variables are numbered in the order in which they stand.
      let relation = relationVariable(arrow)
      let object = try term(chain.nodes[index + 1])
      atoms.append(
        ReachAtom(
          subject: subject, object: object, expression: expression(of: arrow), relationVariable: relation,
          arrow: arrow))
      subject = object
      echo(arrow, chain.nodes[index], chain.nodes[index + 1])
    }
    return atoms
  }

  private mutating func expression(of arrow: ArrowSyntax) -> PathExpression {
    let expression = relations.expression(of: arrow)
    if expression.positionCount > PositionAutomaton.maximumPositions {
      report(
        "too-large", "unrolled, this arrow has more than \(PositionAutomaton.maximumPositions) hops", at: arrow.span,
        hint: "use smaller bounds, or + and * for any number")
      return .hop(HopSet(forward: RelationSet(), backward: RelationSet()))
    }
    return expression
  }

  private mutating func relationVariable(_ arrow: ArrowSyntax) -> Int? {
    guard case .variable(let name, let span) = arrow.body else { return nil }
    let number = variable(name, isRelation: true, at: span)
    return number
  }

  private mutating func variable(_ name: String, isRelation: Bool, at span: Span) -> Int {
    if let known = numbers[name] {
      if variables[known].isRelation != isRelation {
        report(
          "syntax", "?\(name) stands for a concept and for a relation", at: span, hint: "use two different variables")
      }
      return known
    }
    variables.append(AlgebraVariable(name: name, isRelation: isRelation))
    numbers[name] = variables.count - 1
    return variables.count - 1
  }

  /// A node of a pattern: a variable, or the set of its members.
  mutating func term(_ node: NodeSyntax) throws -> AlgebraTerm {
    if node.items.count == 1 {
      switch node.items[0] {
      case .variable(let name, let span): return .variable(variable(name, isRelation: false, at: span))
      case .anything, .missing:
        variables.append(AlgebraVariable(name: nil))
        return .variable(variables.count - 1)
      case .term(let term): return .nodes(try names.resolve(term))
      }
    }
    var members: [NodeID] = []
    for item in node.items {
      switch item {
      case .term(let term): members += try names.resolve(term)
      case .variable(_, let span), .anything(let span):
        report(
          "syntax", "a set has only concepts as members", at: span, hint: "write a concept, or a pattern of its own")
      case .missing: break
      }
    }
    var seen: Set<NodeID> = []
    return .nodes(members.filter { seen.insert($0).inserted })
  }

  /// Says how ⊂ was understood.
  private mutating func echo(_ arrow: ArrowSyntax, _ left: NodeSyntax, _ right: NodeSyntax) {
    guard case .sign(let sign) = arrow.body, sign == .conditions || sign == .conditionsReversed else { return }
    let isForward = sign == .conditions
    guard let weaker = label(isForward ? left : right), let stronger = label(isForward ? right : left) else { return }
    notes.append(
      "\(stronger) has all the conditions of \(weaker): every case of \(stronger) is a case of \(weaker)")
  }

  private func label(_ node: NodeSyntax) -> String? {
    guard node.items.count == 1 else { return SyntaxPrinter.node(node) }
    switch node.items[0] {
    case .term(let term): return term.written
    case .variable(let name, _): return "?\(name)"
    case .anything, .missing: return nil
    }
  }

  // MARK: Chains

  private mutating func resolveChain(
    _ chain: ChainSyntax, selector: PathSelector, mode: PathMode
  ) throws -> ChainAlgebra {
    var terms = [try term(chain.nodes[0])]
    var arrows: [PathExpression] = []
    var variables: [Int?] = []
    for (index, arrow) in chain.arrows.enumerated() {
      arrows.append(expression(of: arrow))
      variables.append(relationVariable(arrow))
      terms.append(try term(chain.nodes[index + 1]))
      echo(arrow, chain.nodes[index], chain.nodes[index + 1])
    }
    if chain.arrows.isEmpty {
      report("syntax", "a path needs an arrow", at: chain.span, hint: "write path A ~> B")
    } else if chain.arrows.count > 60
      || arrows.reduce(0, { $0 + $1.positionCount }) > PositionAutomaton.maximumPositions
    {
      report("too-large", "this chain is longer than is searched", at: chain.span, hint: "split it")
    }
    return ChainAlgebra(
      nodes: terms, arrows: arrows, relationVariables: variables, selector: selector, mode: mode)
  }

  /// `all walk` of an unbounded pattern has infinitely many answers.
  private mutating func checkFinite(_ chain: ChainAlgebra, _ syntax: ChainSyntax) {
    guard chain.mode == .walk, chain.selector == .all, !chain.lengths.contains(where: { $0.maximum != nil }),
      let automaton = try? PositionAutomaton(
        parts: chain.arrows, guards: Array(repeating: NodeGuard(), count: max(0, chain.arrows.count - 1))),
      automaton.isInfinite
    else { return }
    let arrow = syntax.arrows.first { $0.quantifier?.upper == nil } ?? syntax.arrows[0]
    var bounded = arrow
    bounded.quantifier = nil
    let bound = arrow.quantifier == nil ? "{1,4}" : "\(SyntaxPrinter.arrow(bounded)){1,4}"
    report(
      "infinite", "all walk paths of an unbounded pattern", at: arrow.span,
      hint: "drop \"walk\" (paths then repeat no concept), or bound it: \(bound)")
  }
}
