import ConceptGraph
import ConceptModel
import Testing

@testable import ConceptQuery

/// What is printed parses back to the same.
@Suite struct RoundTripTests {
  @Test func queriesParseBackToThemselves() {
    var cases = SyntaxCases(seed: 11)
    for _ in 0..<3000 {
      let query = cases.query()
      let text = SyntaxPrinter.text(of: query)
      let (parsed, problems) = QueryParser.parse(NotationText(text, file: nil))
      #expect(problems.isEmpty, "\(text)\n\(problems.map { $0.rendered() }.joined())")
      #expect(parsed == query, "\(text)\n\(parsed.map(SyntaxPrinter.text) ?? "")")
    }
  }

  @Test func notationParsesBackToItself() throws {
    let info = DocumentInfo(id: DocumentID("a.facts"))
    let (document, problems) = Notation.parse(Array(Harbour.notation.utf8), info: info)
    #expect(problems.isEmpty)
    let printed = Notation.print(document)
    let (again, more) = Notation.parse(Array(printed.utf8), info: info)
    #expect(more.isEmpty, "\(more.map { $0.rendered() })\n\(printed)")
    #expect(again.facts.count == document.facts.count)
    for (a, b) in zip(document.facts, again.facts) {
      var (x, y) = (a, b)
      x.evidence = b.evidence
      y.evidence = b.evidence
      #expect(x == y, "\(a)\n\(b)")
    }
    #expect(Set(again.sources) == Set(document.sources))
    #expect(again.relations == document.relations)
    #expect(again.pins == document.pins && again.splits == document.splits)
    #expect(again.deprecations == document.deprecations)
  }

  @Test(arguments: [
    "plain label", "path dependence", "all paths", "where to stop", "rate limit", "a \"quoted\" word", "back\\slash",
    "C++", "return on investment", "expected return", "order by chance", "with source", "GPT-4", "naïve Bayes",
    "50% rule", "(in brackets)", "A.B.C.", "#hash", "?mark", "日本語 ラベル", "tab\tinside", "R&D", "it's", "no",
  ])
  func labelsParseBack(label: String) {
    let chain = ChainSyntax(
      nodes: [NodeSyntax([.term(TermSyntax(label))]), NodeSyntax([.term(TermSyntax(label, sense: "2"))])],
      arrows: [ArrowSyntax(.sign(.isA))])
    let query = QuerySyntax(.patterns([chain], force: nil))
    let text = SyntaxPrinter.text(of: query)
    let (parsed, problems) = QueryParser.parse(NotationText(text, file: nil))
    #expect(problems.isEmpty, "\(text)")
    #expect(parsed == query, "\(text)")
  }
}

/// Random syntax trees in the shape that the parser makes.
struct SyntaxCases {
  var cases: RandomCases

  init(seed: UInt64) { cases = RandomCases(seed: seed) }

  private mutating func pick<T>(_ list: [T]) -> T { cases.generator.pick(list) }
  private mutating func chance(_ percent: Int) -> Bool { cases.generator.chance(percent) }
  private let none = Span(0, 0)

  private mutating func item(allowsVariable: Bool = true) -> ItemSyntax {
    if allowsVariable && chance(35) { return .variable(pick(["x", "y", "z1"]), none) }
    if allowsVariable && chance(10) { return .anything(none) }
    if chance(5) { return .term(TermSyntax("http://example.org/a#b", isIRI: true)) }
    let label = pick([
      "alpha", "beta gamma", "path dependence", "C++", "a \"b\" c", "rate limit", "GPT-4", "where", "Δ-rule", "not so",
    ])
    return .term(TermSyntax(label, sense: chance(15) ? pick(["1", "*", "some-2023"]) : nil))
  }

  private mutating func node() -> NodeSyntax {
    if chance(15) { return NodeSyntax((0..<(2 + cases.generator.below(2))).map { _ in item(allowsVariable: false) }) }
    return NodeSyntax([item()])
  }

  private mutating func arrow() -> ArrowSyntax {
    let quantifier = chance(30) ? cases.quantifier() : nil
    switch cases.generator.below(6) {
    case 0: return ArrowSyntax(.variable("r", none), direction: cases.direction())
    case 1: return ArrowSyntax(.denied("is-a", none), direction: cases.direction())
    case 2, 3: return ArrowSyntax(.path(cases.path(depth: 3)), direction: cases.direction(), quantifier: quantifier)
    default:
      let sign = pick(Sign.allCases)
      let isDenial = [Sign.notIsA, .notConditions, .notLeadsTo].contains(sign)
      return ArrowSyntax(.sign(sign), quantifier: isDenial ? nil : quantifier)
    }
  }

  private mutating func chain(minimum: Int = 0) -> ChainSyntax {
    let arrows = (0..<max(minimum, cases.generator.below(3))).map { _ in arrow() }
    return ChainSyntax(nodes: (0...arrows.count).map { _ in node() }, arrows: arrows)
  }

  private mutating func condition() -> ConditionSyntax {
    switch cases.generator.below(7) {
    case 0: return .like("x", pick(["*a*", "q\"u", "a?b"]), none)
    case 1: return .identity("x", negated: chance(50), item(), none)
    case 2: return .sameSource(none)
    case 3: return .avoid(node(), none)
    case 4: return .absent(chain(minimum: 1), none)
    case 5:
      let values = [ValueSyntax("log"), ValueSyntax("The \"Log\"")]
      return .field("source", chance(50) ? .isIn : .isNotIn, values, none)
    default:
      let comparison = pick([Comparison.equal, .unequal, .less, .atMost, .greater, .atLeast])
      return .field(
        pick(["confidence", "date", "rule"]), comparison, [ValueSyntax(pick(["0.7", "2024-06", "A b", "and"]))], none)
    }
  }

  private mutating func output() -> OutputSyntax {
    pick([.variable("x", none), .count("y", none), .length(none), .confidence(none), .sources(none)])
  }

  mutating func query() -> QuerySyntax {
    var query = QuerySyntax(statement())
    switch query.statement {
    case .patterns, .path, .why:
      if chance(40) { query.conditions = (0..<(1 + cases.generator.below(3))).map { _ in condition() } }
      if chance(30) { query.outputs = (0..<(1 + cases.generator.below(2))).map { _ in output() } }
      if chance(20) { query.order = [OrderKeySyntax(output(), isDescending: chance(50))] }
      if chance(20) { query.limit = cases.generator.below(50) }
      if query.limit != nil, chance(30) { query.offset = 1 + cases.generator.below(9) }
    case .whySame, .describe, .compare, .conflations: break
    }
    return query
  }

  private mutating func statement() -> StatementSyntax {
    switch cases.generator.below(9) {
    case 0, 1:
      let mode = pick(PathModeSyntax.allCases)
      return .path(chain(minimum: 1), selector: cases.selector(), mode: mode)
    case 2: return .why(chain(minimum: 1))
    case 3: return .whySame(node(), node())
    case 4: return .describe(node())
    case 5: return .compare(node(), node())
    case 6: return .conflations(chance(70) ? node() : nil)
    default:
      let chains = (0..<(1 + cases.generator.below(3))).map { _ in chain() }
      return .patterns(chains, force: pick([nil, nil, .ask, .find]))
    }
  }
}
