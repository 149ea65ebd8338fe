/// A term as written: a label, perhaps one of its senses, perhaps an IRI in angle brackets.
public struct TermSyntax: Hashable, Sendable {
  public var label: String
  /// The name behind `#`, `*` for all senses.
  public var sense: String?
  public var isIRI: Bool
  public var span: Span

  public init(_ label: String, sense: String? = nil, isIRI: Bool = false, span: Span = Span(0, 0)) {
    self.label = label
    self.sense = sense
    self.isIRI = isIRI
    self.span = span
  }
}

/// One member of a node of a chain.
public enum ItemSyntax: Hashable, Sendable {
  case term(TermSyntax)
  case variable(String, Span)
  case anything(Span)
  /// Nothing stood here; an error was reported.
  case missing(Span)

  public var span: Span {
    switch self {
    case .term(let term): term.span
    case .variable(_, let span), .anything(let span), .missing(let span): span
    }
  }
}

/// A node of a chain: one item, or a set `A/B`.
public struct NodeSyntax: Hashable, Sendable {
  public var items: [ItemSyntax]
  public var span: Span

  public init(_ items: [ItemSyntax], span: Span = Span(0, 0)) {
    self.items = items
    self.span = span
  }
}

/// How often a part repeats, `upper` nil for any number of times.
public struct QuantifierSyntax: Hashable, Sendable {
  public var lower: Int
  public var upper: Int?

  public init(_ lower: Int, _ upper: Int?) {
    self.lower = lower
    self.upper = upper
  }
}

/// A regular expression over relation names.
public indirect enum PathSyntax: Hashable, Sendable {
  case relation(String, Span)
  case any(Span)
  case negated([NegatedSyntax], Span)
  case inverse(PathSyntax)
  case sequence([PathSyntax])
  case alternation([PathSyntax])
  case repeated(PathSyntax, QuantifierSyntax, Span)
}

/// A member of `!(a|^b)`.
public struct NegatedSyntax: Hashable, Sendable {
  public var name: String
  public var isInverse: Bool
  public var span: Span

  public init(_ name: String, isInverse: Bool, span: Span = Span(0, 0)) {
    self.name = name
    self.isInverse = isInverse
    self.span = span
  }
}

/// What an arrow stands for.
public enum ArrowBody: Hashable, Sendable {
  case sign(Sign)
  case path(PathSyntax)
  case variable(String, Span)
  case denied(String, Span)
}

/// The direction of a labelled arrow.
public enum ArrowDirection: Hashable, Sendable {
  case forward, backward, either
}

/// An arrow of a chain.
public struct ArrowSyntax: Hashable, Sendable {
  public var body: ArrowBody
  /// The direction of a labelled arrow; `.forward` for every sign.
  public var direction: ArrowDirection
  public var quantifier: QuantifierSyntax?
  public var span: Span

  public init(
    _ body: ArrowBody, direction: ArrowDirection = .forward, quantifier: QuantifierSyntax? = nil,
    span: Span = Span(0, 0)
  ) {
    self.body = body
    self.direction = direction
    self.quantifier = quantifier
    self.span = span
  }
}

/// Nodes with arrows between them: `nodes.count == arrows.count + 1`.
public struct ChainSyntax: Hashable, Sendable {
  public var nodes: [NodeSyntax]
  public var arrows: [ArrowSyntax]

  public init(nodes: [NodeSyntax], arrows: [ArrowSyntax]) {
    self.nodes = nodes
    self.arrows = arrows
  }

  public var span: Span {
    guard let first = nodes.first, let last = nodes.last else { return Span(0, 0) }
    return first.span.through(last.span)
  }
}

/// Which of the matching paths a path query asks for.
public enum PathSelector: Hashable, Sendable {
  case all
  case anyShortest
  case allShortest
  /// `any n`: the first n of the order.
  case any(Int)
  case shortest(Int)
  /// `shortest n groups`: all paths of the n smallest lengths.
  case shortestGroups(Int)
}

/// What a statement asks.
public enum StatementSyntax: Hashable, Sendable {
  /// Patterns; `force` holds the word `ask` or `find` when it was written.
  case patterns([ChainSyntax], force: PatternForce?)
  case path(ChainSyntax, selector: PathSelector, mode: PathModeSyntax)
  case why(ChainSyntax)
  case whySame(NodeSyntax, NodeSyntax)
  case describe(NodeSyntax)
  case compare(NodeSyntax, NodeSyntax)
  case conflations(NodeSyntax?)
}

/// The word before patterns.
public enum PatternForce: String, Hashable, Sendable { case ask, find }

/// What may repeat in a path.
public enum PathModeSyntax: String, Hashable, Sendable, CaseIterable { case walk, trail, acyclic, simple }

/// A comparison in a condition.
public enum Comparison: String, Hashable, Sendable, CaseIterable {
  case equal = "="
  case unequal = "!="
  case less = "<"
  case atMost = "<="
  case greater = ">"
  case atLeast = ">="
  case isIn = "in"
  case isNotIn = "not in"
}

/// A value of a condition or property.
public struct ValueSyntax: Hashable, Sendable {
  public var text: String
  public var span: Span

  public init(_ text: String, span: Span = Span(0, 0)) {
    self.text = text
    self.span = span
  }
}

/// A condition of `where`.
public enum ConditionSyntax: Hashable, Sendable {
  case field(String, Comparison, [ValueSyntax], Span)
  case like(String, String, Span)
  case identity(String, negated: Bool, ItemSyntax, Span)
  case sameSource(Span)
  case avoid(NodeSyntax, Span)
  case absent(ChainSyntax, Span)
}

/// A column of `return` or a key of `order by`.
public enum OutputSyntax: Hashable, Sendable {
  case variable(String, Span)
  case count(String, Span)
  case length(Span)
  case confidence(Span)
  case sources(Span)
}

/// A key of `order by`.
public struct OrderKeySyntax: Hashable, Sendable {
  public var key: OutputSyntax
  public var isDescending: Bool

  public init(_ key: OutputSyntax, isDescending: Bool) {
    self.key = key
    self.isDescending = isDescending
  }
}

/// A query, parsed: names are not looked up yet.
public struct QuerySyntax: Hashable, Sendable {
  public var statement: StatementSyntax
  public var conditions: [ConditionSyntax] = []
  public var outputs: [OutputSyntax] = []
  public var order: [OrderKeySyntax] = []
  public var limit: Int?
  public var offset: Int = 0
  /// The statement words with their place when no colon followed them; they might begin a label.
  public var head = HeadSyntax(words: "", span: Span(0, 0))

  public init(_ statement: StatementSyntax) { self.statement = statement }
}

/// The words before the first term of a statement, which might be meant as part of that term.
public struct HeadSyntax: Sendable, Hashable {
  /// Empty when there are none.
  public var words: String
  public var span: Span

  /// Always true: how a head is written does not change what is asked.
  public static func == (a: HeadSyntax, b: HeadSyntax) -> Bool { true }
  public func hash(into hasher: inout Hasher) {}
}
