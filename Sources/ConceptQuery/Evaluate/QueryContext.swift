import ConceptGraph
import ConceptModel

/// What the evaluation of one query shares: the source, its evidence, the budget and the options.
final class QueryContext {
  let source: any GraphSource
  let algebra: QueryAlgebra
  let options: QueryOptions
  let budget: SearchBudget
  let facts: DocumentFacts
  let evidence: HopEvidence
  private var infos: [NodeID: NodeInfo] = [:]
  private var knownEntities: Set<NodeID>?
  /// What `--explain` tells about the evaluation.
  var trace: [String] = []

  init(source: any GraphSource, algebra: QueryAlgebra, options: QueryOptions) {
    self.source = source
    self.algebra = algebra
    self.options = options
    budget = SearchBudget(maximumStates: options.maximumStates, isOverdue: options.isOverdue)
    facts = DocumentFacts(source)
    evidence = HopEvidence(source: source, conditions: algebra.hopConditions, documents: facts)
  }

  /// The people and works of the graph, read once.
  func entities() throws -> Set<NodeID> {
    if let knownEntities { return knownEntities }
    let found = try source.entities
    knownEntities = found
    return found
  }

  func info(of node: NodeID) throws -> NodeInfo {
    if let known = infos[node] { return known }
    let info = try source.info(of: node)
    infos[node] = info
    return info
  }

  func label(of node: NodeID) throws -> String { try info(of: node).displayLabel }

  func relation(_ id: RelationID) -> Relation { source.relations[Int(id.raw)] }

  func relationID(_ name: String) -> RelationID? {
    source.relations.firstIndex { $0.name == name }.map { RelationID(UInt16($0)) }
  }

  func node(_ node: NodeID) throws -> AnswerNode {
    let info = try info(of: node)
    return AnswerNode(id: info.id, label: info.displayLabel, notation: NodeText.notation(info))
  }

  func cell(_ node: NodeID) throws -> AnswerCell {
    let info = try info(of: node)
    return .concept(info.id, info.displayLabel)
  }

  /// An assertion as it is shown in answers.
  func evidenceOf(_ assertion: Assertion) throws -> AnswerEvidence {
    let place = assertion.evidence
    return AnswerEvidence(
      polarity: assertion.polarity, confidence: assertion.confidence, source: assertion.effectiveSource,
      date: try facts.date(of: assertion), rule: assertion.rule, quote: place.quote,
      position: "\(place.document.value):\(place.line):\(place.column)", holder: assertion.attribution.holder)
  }

  /// A finder for an expression whose polarity is already settled.
  func bareFinder(_ expression: PathExpression) throws -> PathFinder {
    PathFinder(
      source: source, automaton: try PositionAutomaton(parts: [expression], guards: []), evidence: evidence,
      conditions: PathConditions(mode: .walk), budget: budget)
  }

  /// An expression under the query's `polarity` condition.
  func underPolarity(_ expression: PathExpression) -> PathExpression {
    var polarities: Set<Polarity>?
    for case .polarity(let allowed) in algebra.hopConditions {
      polarities = polarities.map { $0.intersection(allowed) } ?? allowed
    }
    guard let polarities else { return expression }
    return expression.mapHops { set in
      var out = set
      let asksForDenial = set.crossesDenied && !set.crossesAsserted
      out.crossesAsserted = !asksForDenial && polarities.contains(.asserted)
      out.crossesDenied = polarities.contains(.denied)
      return out
    }
  }

  func finder(
    parts: [PathExpression], guards: [NodeGuard] = [], evidence: HopEvidence? = nil,
    conditions: PathConditions = PathConditions(mode: .walk)
  ) throws -> PathFinder {
    let automaton = try PositionAutomaton(parts: parts.map(underPolarity), guards: guards)
    return PathFinder(
      source: source, automaton: automaton, evidence: evidence ?? self.evidence, conditions: conditions,
      budget: budget)
  }
}

/// What a query may cost and how names are looked up.
public struct QueryOptions: Sendable {
  /// The most paths that one answer lists.
  public var maximumPaths: Int
  /// The most states that a search expands; the same query stops at the same place on every machine.
  public var maximumStates: Int
  /// Asked now and then; true ends the search with an incomplete answer.
  public var isOverdue: (@Sendable () -> Bool)?
  /// More paths of one length than this are not listed to choose the best few; another number changes no answer.
  public var listedTies = 512
  /// Whether names may be off by one letter.
  public var isFuzzy: Bool
  /// Whether `srj` adds a `_label` variable to every concept.
  public var addsLabels: Bool
  /// The rules that a condition may name beside those that occur in the graph; called only when one names a rule.
  public var knownRules: (@Sendable () -> [String])?
  /// The base of the IRIs of concepts, relations and documents.
  public var baseIRI: String

  public init(
    maximumPaths: Int = 1000, maximumStates: Int = 2_000_000, isOverdue: (@Sendable () -> Bool)? = nil,
    isFuzzy: Bool = false, addsLabels: Bool = false, knownRules: (@Sendable () -> [String])? = nil,
    baseIRI: String = "urn:distinguo:"
  ) {
    self.maximumPaths = maximumPaths
    self.maximumStates = maximumStates
    self.isOverdue = isOverdue
    self.isFuzzy = isFuzzy
    self.addsLabels = addsLabels
    self.knownRules = knownRules
    self.baseIRI = baseIRI
  }
}
