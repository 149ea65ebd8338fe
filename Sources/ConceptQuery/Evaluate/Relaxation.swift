import ConceptGraph
import ConceptModel

/// What to suggest when the answer is no: the nearest question that has one.
struct Relaxation {
  let context: QueryContext
  let syntax: QuerySyntax

  /// What the searches for a suggestion may cost.
  private static let maximumStates = 20_000

  // MARK: No

  /// Hints behind a `no` to a single arrow: that it holds in several steps, or the other way round.
  func hintsForNo(_ pattern: PatternAlgebra) throws -> [String] {
    guard pattern.atoms.count == 1, let atom = pattern.atoms.first, atom.relationVariable == nil,
      case .hop(let set) = context.underPolarity(atom.expression), set.crossesAsserted,
      case .nodes(let subjects) = atom.subject, case .nodes(let objects) = atom.object, subjects.count == 1,
      objects.count == 1
    else { return [] }
    let names = (try context.node(subjects[0]).notation, try context.node(objects[0]).notation)
    do {
      let more = PathExpression.repeated(atom.expression, lower: 1, upper: nil)
      if let length = try length(more, subjects[0], objects[0]), length > 1 {
        var arrow = atom.arrow
        arrow.quantifier = QuantifierSyntax(1, nil)
        return ["holds in \(length) steps: \(names.0) \(SyntaxPrinter.arrow(arrow)) \(names.1)"]
      }
      if let length = try length(atom.expression, objects[0], subjects[0]), length == 1, objects != subjects {
        return ["holds the other way round: \(names.1) \(SyntaxPrinter.arrow(atom.arrow)) \(names.0)"]
      }
    } catch is SearchStop {}
    return []
  }

  private func length(_ expression: PathExpression, _ start: NodeID, _ end: NodeID) throws -> Int? {
    let budget = SearchBudget(maximumStates: Self.maximumStates, isOverdue: context.options.isOverdue)
    let finder = PathFinder(
      source: context.source,
      automaton: try PositionAutomaton(parts: [context.underPolarity(expression)], guards: []),
      evidence: context.evidence, conditions: PathConditions(mode: .walk), budget: budget)
    return try finder.shortestLength(from: start, to: end)
  }

  // MARK: No path

  /// The nearest relaxation of a path query that has a path, as `what it changes: query`.
  func nearest() throws -> String? {
    guard case .path(let chain, let selector, let mode) = syntax.statement else { return nil }
    for (what, relaxed) in relaxations(of: chain) {
      var query = syntax
      query.statement = .path(relaxed, selector: selector, mode: mode)
      query.outputs = []
      query.order = []
      query.limit = nil
      query.offset = 0
      if try hasPath(query) { return "\(what): \(SyntaxPrinter.text(of: query))" }
    }
    if !syntax.conditions.isEmpty {
      var query = syntax
      query.conditions = []
      if try hasPath(query) { return "without conditions: \(SyntaxPrinter.text(of: query))" }
    }
    return nil
  }

  private func relaxations(of chain: ChainSyntax) -> [(String, ChainSyntax)] {
    var out: [(String, ChainSyntax)] = []
    func add(_ what: String, _ change: (ArrowSyntax) -> ArrowSyntax) {
      var relaxed = chain
      relaxed.arrows = chain.arrows.map(change)
      if relaxed.arrows != chain.arrows, !out.contains(where: { $0.1 == relaxed }) { out.append((what, relaxed)) }
    }
    add("in several steps") { arrow in
      guard arrow.quantifier == nil, !isRoute(arrow), !isDenial(arrow), !isVariable(arrow) else { return arrow }
      var out = arrow
      out.quantifier = QuantifierSyntax(1, nil)
      return out
    }
    if chain.arrows.allSatisfy(isRoute) {
      add("ignoring direction") { ArrowSyntax(.sign(.routeEither), quantifier: $0.quantifier) }
    } else {
      add("over any connecting relations") { ArrowSyntax(.sign(isReversed($0) ? .routeReversed : .route)) }
      add("ignoring direction") { _ in ArrowSyntax(.sign(.routeEither)) }
    }
    return out
  }

  private func isRoute(_ arrow: ArrowSyntax) -> Bool {
    switch arrow.body {
    case .sign(.route), .sign(.routeReversed), .sign(.routeEither): true
    case .sign, .path, .variable, .denied: false
    }
  }

  private func isDenial(_ arrow: ArrowSyntax) -> Bool {
    switch arrow.body {
    case .denied, .sign(.notIsA), .sign(.notConditions), .sign(.notLeadsTo): true
    case .sign, .path, .variable: false
    }
  }

  private func isVariable(_ arrow: ArrowSyntax) -> Bool { if case .variable = arrow.body { true } else { false } }

  private func isReversed(_ arrow: ArrowSyntax) -> Bool {
    switch arrow.body {
    case .sign(let sign): [.isAReversed, .conditions, .leadsToReversed, .routeReversed].contains(sign)
    case .path, .variable, .denied: arrow.direction == .backward
    }
  }

  private func hasPath(_ query: QuerySyntax) throws -> Bool {
    // The printed query is parsed again, so that places and text belong together.
    let text = NotationText(SyntaxPrinter.text(of: query), file: nil)
    guard let syntax = QueryParser.parse(text).syntax,
      let algebra = try QueryResolver.resolve(
        syntax, text: text, source: context.source, options: context.options
      ).algebra,
      case .path(var chain) = algebra.statement
    else { return false }
    chain.selector = .anyShortest
    var options = context.options
    options.maximumStates = Self.maximumStates
    options.maximumPaths = 1
    let inner = QueryContext(source: context.source, algebra: algebra, options: options)
    return try !PathEvaluator(context: inner, chain: chain).run().isEmpty
  }
}
