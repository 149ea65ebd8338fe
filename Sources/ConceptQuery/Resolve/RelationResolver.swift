import ConceptGraph
import ConceptModel

/// Turns arrows and path expressions over names into expressions over the relations of a graph source.
struct RelationResolver {
  private let relations: [Relation]
  private let byName: [String: Int]
  private let text: NotationText
  var diagnostics: [Diagnostic] = []
  private(set) var notes: [String] = []
  /// The macros that are being taken apart, to stop at a circle.
  private var openMacros: [String] = []

  init(source: any GraphSource, text: NotationText) {
    relations = source.relations
    self.text = text
    byName = Dictionary(
      relations.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { a, _ in a })
  }

  // MARK: Hop sets

  private func hop(forward: [Int], backward: [Int] = []) -> HopSet {
    var along = RelationSet()
    var against = RelationSet()
    for index in forward {
      along.insert(RelationID(UInt16(index)))
      if relations[index].isSymmetric { against.insert(RelationID(UInt16(index))) }
    }
    for index in backward {
      against.insert(RelationID(UInt16(index)))
      if relations[index].isSymmetric { along.insert(RelationID(UInt16(index))) }
    }
    return HopSet(forward: along, backward: against)
  }

  /// A relation with all that are special cases of it.
  private func family(_ index: Int) -> [Int] {
    relations.indices.filter { candidate in
      var current = candidate
      var steps = 0
      while current != index, steps < relations.count, let above = relations[current].superRelation,
        let next = byName[above]
      {
        current = next
        steps += 1
      }
      return current == index
    }
  }

  /// Hops along a relation or its special cases, or against a relation that is declared as its inverse.
  private func hops(_ index: Int) -> HopSet {
    let names = Set([relations[index].name])
    let inverses = relations.indices.filter { relations[$0].inverse.map(names.contains) ?? false }
    return hop(forward: family(index), backward: inverses.flatMap(family))
  }

  /// Any relation but those between terms and works.
  var any: HopSet { hop(forward: relations.indices.filter { isEdge($0) && !relations[$0].isProvenance }) }
  /// The relations that a route may cross.
  var connecting: HopSet {
    hop(forward: relations.indices.filter { isEdge($0) && relations[$0].isBridge && !relations[$0].isProvenance })
  }
  /// Every relation, for `-[?r]->`.
  var all: HopSet { hop(forward: relations.indices.filter(isEdge)) }

  /// A macro stands for a path; no edge has it as its relation.
  private func isEdge(_ index: Int) -> Bool { relations[index].macro == nil }

  // MARK: Arrows

  /// The expression of an arrow with its quantifier.
  mutating func expression(of arrow: ArrowSyntax) -> PathExpression {
    switch arrow.body {
    case .sign(let sign): return expression(of: sign, arrow.quantifier)
    case .path(let path): return quantified(directed(expression(of: path), arrow.direction), arrow.quantifier)
    case .variable: return directed(.hop(all), arrow.direction)
    case .denied(let name, let span):
      guard let base = hopSet(named: name, at: span) else { return .hop(hop(forward: [])) }
      return directed(.hop(denied(base)), arrow.direction)
    }
  }

  private func denied(_ set: HopSet) -> HopSet {
    HopSet(forward: set.forward, backward: set.backward, crossesAsserted: false, crossesDenied: true)
  }

  private func directed(_ expression: PathExpression, _ direction: ArrowDirection) -> PathExpression {
    switch direction {
    case .forward: expression
    case .backward: expression.reversed
    case .either: expression.undirected
    }
  }

  private func quantified(_ expression: PathExpression, _ quantifier: QuantifierSyntax?) -> PathExpression {
    guard let quantifier else { return expression }
    return .repeated(expression, lower: quantifier.lower, upper: quantifier.upper)
  }

  private mutating func expression(of sign: Sign, _ quantifier: QuantifierSyntax?) -> PathExpression {
    let isA = named("is-a")
    let leadsTo = named("leads-to")
    switch sign {
    case .isA, .conditionsReversed: return quantified(.hop(isA), quantifier)
    case .isAReversed, .conditions: return quantified(.hop(isA.reversed), quantifier)
    case .leadsTo: return quantified(.hop(leadsTo), quantifier)
    case .leadsToReversed: return quantified(.hop(leadsTo.reversed), quantifier)
    case .same: return quantified(.hop(named("same-as")), quantifier)
    case .different: return quantified(.hop(named("different-from")), quantifier)
    case .mapsTo: return quantified(.hop(named("maps-to")), quantifier)
    case .conflated: return quantified(.hop(named("conflated-with")), quantifier)
    case .notIsA: return .hop(denied(isA))
    case .notConditions: return .hop(denied(isA).reversed)
    case .notLeadsTo: return .hop(denied(leadsTo))
    // A route is one or more hops; a quantifier says how many instead.
    case .route: return quantified(.hop(connecting), quantifier ?? QuantifierSyntax(1, nil))
    case .routeReversed: return quantified(.hop(connecting.reversed), quantifier ?? QuantifierSyntax(1, nil))
    case .routeEither: return quantified(.hop(connecting.undirected), quantifier ?? QuantifierSyntax(1, nil))
    }
  }

  private func named(_ name: String) -> HopSet { byName[name].map(hops) ?? hop(forward: []) }

  // MARK: Names

  private mutating func expression(of path: PathSyntax) -> PathExpression {
    switch path {
    case .relation(let name, let span): return relation(named: name, at: span)
    case .any: return .hop(any)
    case .negated(let members, _): return .hop(negated(members))
    case .inverse(let inner): return expression(of: inner).reversed
    case .sequence(let parts): return .sequence(expressions(of: parts))
    case .alternation(let parts): return .alternation(expressions(of: parts))
    case .repeated(let inner, let quantifier, _):
      return .repeated(expression(of: inner), lower: quantifier.lower, upper: quantifier.upper)
    }
  }

  private mutating func expressions(of parts: [PathSyntax]) -> [PathExpression] {
    var out: [PathExpression] = []
    for part in parts { out.append(expression(of: part)) }
    return out
  }

  /// `!a` goes along every edge but a's; with `^b` among the members also against every edge but b's.
  private mutating func negated(_ members: [NegatedSyntax]) -> HopSet {
    var excluded: (along: HopSet, against: HopSet) = (hop(forward: []), hop(forward: []))
    var hasForward = false
    var hasBackward = false
    for member in members {
      let set = hopSet(named: member.name, at: member.span) ?? hop(forward: [])
      if member.isInverse {
        hasBackward = true
        excluded.against.forward = excluded.against.forward.union(set.forward)
      } else {
        hasForward = true
        excluded.along.forward = excluded.along.forward.union(set.forward)
      }
    }
    let edges = relations.indices.filter(isEdge)
    func rest(_ set: RelationSet) -> [Int] { edges.filter { !set.contains(RelationID(UInt16($0))) } }
    return hop(
      forward: hasForward ? rest(excluded.along.forward) : [],
      backward: hasBackward ? rest(excluded.against.forward) : [])
  }

  private mutating func relation(named name: String, at span: Span) -> PathExpression {
    guard let index = index(named: name, at: span) else { return .hop(hop(forward: [])) }
    guard let macro = relations[index.number].macro else {
      let set = hops(index.number)
      return .hop(index.isInverse ? set.reversed : set)
    }
    let expanded = expand(relations[index.number].name, macro, at: span)
    return index.isInverse ? expanded.reversed : expanded
  }

  private mutating func hopSet(named name: String, at span: Span) -> HopSet? {
    guard let index = index(named: name, at: span) else { return nil }
    if relations[index.number].macro != nil {
      diagnostics.append(
        text.diagnostic(
          "not-expressible", "\(name) stands for a path and cannot be denied or excluded", at: span,
          hint: "name the relations it is made of"))
      return nil
    }
    let set = hops(index.number)
    return index.isInverse ? set.reversed : set
  }

  private mutating func expand(_ name: String, _ macro: String, at span: Span) -> PathExpression {
    if openMacros.contains(name) {
      diagnostics.append(
        text.diagnostic(
          "bad-value", "\(name) is declared by itself: \((openMacros + [name]).joined(separator: " → "))", at: span,
          hint: "correct its @relation line"))
      return .hop(hop(forward: []))
    }
    let (parsed, problems) = PathText.parse(macro)
    guard let parsed, problems.isEmpty else {
      diagnostics.append(
        text.diagnostic(
          "bad-value", "the path of \(name) cannot be read: \(macro)", at: span, hint: "correct its @relation line"))
      return .hop(hop(forward: []))
    }
    openMacros.append(name)
    defer { openMacros.removeLast() }
    var inner = RelationResolver(relations: relations, byName: byName, text: text, openMacros: openMacros)
    let expression = inner.expression(of: parsed)
    diagnostics += inner.diagnostics.prefix(1).map { problem in
      text.diagnostic(problem.code, "in \(name): \(problem.message)", at: span, hint: problem.hint)
    }
    // Macros of macros can grow beyond any bound; they stop at the first that is too large.
    guard expression.positionCount <= PositionAutomaton.maximumPositions else {
      diagnostics.append(
        text.diagnostic(
          "too-large", "\(name) stands for more hops than are searched", at: span,
          hint: "use smaller bounds in its @relation line"))
      return .hop(hop(forward: []))
    }
    return expression
  }

  private init(relations: [Relation], byName: [String: Int], text: NotationText, openMacros: [String]) {
    self.relations = relations
    self.byName = byName
    self.text = text
    self.openMacros = openMacros
  }

  /// A relation by name, IRI, inverse or levelled spelling.
  private mutating func index(named name: String, at span: Span) -> (number: Int, isInverse: Bool)? {
    if let exact = byName[name] { return (exact, false) }
    if name.hasPrefix("<"), name.hasSuffix(">") {
      let iri = String(name.dropFirst().dropLast())
      if let found = relations.firstIndex(where: { $0.iri == iri || $0.name == iri }) { return (found, false) }
    }
    if let inverse = relations.firstIndex(where: { $0.inverse == name }) { return (inverse, true) }
    let key = LabelKey.folded(name)
    let alike = relations.indices.filter { LabelKey.folded(relations[$0].name) == key }
    if alike.count == 1 {
      let note = "\(name) = \(relations[alike[0]].name)"
      if !notes.contains(note) { notes.append(note) }
      return (alike[0], false)
    }
    let local = relations.indices.filter { relations[$0].iri.map(IRI.localName) == name }
    if local.count == 1 { return (local[0], false) }
    reportUnknown(name, at: span, local: local)
    return nil
  }

  private mutating func reportUnknown(_ name: String, at span: Span, local: [Int]) {
    if name == "abbreviates" || name == "alternative-of" {
      diagnostics.append(
        text.diagnostic(
          "unknown-relation", "\(name) is about labels; it is no edge", at: span,
          hint: "describe TERM lists the labels of a concept"))
      return
    }
    var hint = "see the list: distinguo relations"
    var choices: [Diagnostic.Choice] = []
    if local.count > 1 {
      hint = "several imported relations end in it; write one as an IRI"
      choices = local.map { Diagnostic.Choice("<\(relations[$0].iri ?? relations[$0].name)>") }
    } else {
      let iris = name.hasPrefix("<") ? relations.compactMap(\.iri).map { "<\($0)>" } : []
      let names = iris + relations.map(\.name) + relations.compactMap(\.inverse)
      let near = Suggestions.nearest(to: name, among: names, limit: 3)
      if let first = near.first { hint = "did you mean \"\(first)\"?   (list: distinguo relations)" }
      choices = near.dropFirst().map { Diagnostic.Choice($0) }
    }
    diagnostics.append(
      text.diagnostic("unknown-relation", "there is no relation \"\(name)\"", at: span, hint: hint, choices: choices))
  }
}

/// Path expressions that stand alone, as in `@relation`.
enum PathText {
  static func parse(_ text: String) -> (path: PathSyntax?, diagnostics: [Diagnostic]) {
    let notation = NotationText(text, file: nil)
    let (tokens, lexical) = Lexer.tokens(of: notation)
    var cursor = TokenCursor(text: notation, tokens: tokens)
    cursor.diagnostics = lexical
    let path = cursor.parsePath(depth: 0)
    if !cursor.atStatementEnd { cursor.report("\(cursor.currentName) is not expected", at: cursor.current.span) }
    return (path, cursor.diagnostics)
  }
}
