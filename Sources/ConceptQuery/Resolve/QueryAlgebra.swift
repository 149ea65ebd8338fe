import ConceptGraph
import ConceptModel

/// A node of a pattern, resolved: any of some nodes, or a variable.
enum AlgebraTerm: Hashable, Sendable {
  case nodes([NodeID])
  case variable(Int)

  var variable: Int? { if case .variable(let number) = self { number } else { nil } }
}

/// A variable of a query.
struct AlgebraVariable: Hashable, Sendable {
  /// The name without `?`; nil for `_`.
  var name: String?
  /// Whether it stands for a relation.
  var isRelation = false
}

/// One arrow of a pattern: the pairs joined by a walk that matches.
struct ReachAtom: Sendable {
  var subject: AlgebraTerm
  var object: AlgebraTerm
  var expression: PathExpression
  /// The variable of `-[?r]->`, which binds the relation of one hop.
  var relationVariable: Int?
  /// The arrow as written, for hints.
  var arrow: ArrowSyntax

  /// Whether the arrow stands for exactly one hop.
  var isSingleHop: Bool { if case .hop = expression { true } else { false } }
}

/// A condition on the nodes of a row.
enum RowCondition: Sendable {
  case like(Int, Glob)
  case identity(Int, negated: Bool, AlgebraTerm)
  /// No binding of the pattern's own variables makes it hold.
  case absent(atoms: [ReachAtom], lone: [AlgebraTerm])
}

/// Patterns with conditions: what `ask` and `find` evaluate.
struct PatternAlgebra: Sendable {
  var atoms: [ReachAtom] = []
  /// Nodes that stand alone in a pattern without arrows.
  var lone: [AlgebraTerm] = []
  var conditions: [RowCondition] = []
}

/// A chain for path search.
struct ChainAlgebra: Sendable {
  var nodes: [AlgebraTerm]
  var arrows: [PathExpression]
  /// The relation variables of the arrows.
  var relationVariables: [Int?]
  var conditions: [RowCondition] = []
  var selector: PathSelector
  var mode: PathMode
  var avoided: Set<NodeID> = []
  var lengths: [LengthCondition] = []
  var isSameSource = false
}

/// A condition on the length of a path.
struct LengthCondition: Hashable, Sendable {
  var comparison: Comparison
  var values: [Int]

  func allows(_ length: Int) -> Bool { comparison.holds(length, values) }

  /// The greatest length that the condition can allow, when it has one.
  var maximum: Int? {
    switch comparison {
    case .equal, .isIn: values.max()
    case .less: values.min().map { $0 - 1 }
    case .atMost: values.min()
    case .unequal, .greater, .atLeast, .isNotIn: nil
    }
  }
}

extension Comparison {
  /// Whether a value stands in this relation to the given ones.
  func holds<Value: Comparable>(_ value: Value, _ others: [Value]) -> Bool {
    switch self {
    case .equal, .isIn: others.contains(value)
    case .unequal, .isNotIn: !others.contains(value)
    case .less: others.allSatisfy { value < $0 }
    case .atMost: others.allSatisfy { value <= $0 }
    case .greater: others.allSatisfy { value > $0 }
    case .atLeast: others.allSatisfy { value >= $0 }
    }
  }
}

/// What a query asks, with names resolved.
enum AlgebraStatement: Sendable {
  case ask(PatternAlgebra)
  case find(PatternAlgebra)
  case path(ChainAlgebra)
  case why(ChainAlgebra)
  case whySame(NodeID, String, NodeID, String)
  case describe([NodeID])
  case compare(NodeID, NodeID)
  case conflations([NodeID]?)
}

/// A column of the answer.
enum AlgebraOutput: Hashable, Sendable {
  case variable(Int)
  case count(Int)
  case length
  case confidence
  case sources
}

/// A key of the order of the answer.
struct AlgebraOrder: Hashable, Sendable {
  var key: AlgebraOutput
  var isDescending: Bool
}

/// A query with names resolved to nodes, relations and documents of one graph source.
struct QueryAlgebra: Sendable {
  var statement: AlgebraStatement
  var variables: [AlgebraVariable]
  /// The variables below this number occur in the pattern; later ones only in conditions.
  var patternVariables: Int
  var hopConditions: [HopCondition]
  /// Columns in the order of `return`; empty when there is no `return`.
  var outputs: [AlgebraOutput]
  var order: [AlgebraOrder]
  var limit: Int?
  var offset: Int
  /// What standard error says about how names and signs were understood.
  var notes: [String]
}

/// A pattern of `like`: `*` for any characters, `?` for one, case folded.
struct Glob: Hashable, Sendable {
  private let pattern: [Unicode.Scalar]
  private let text: String
  /// The characters of the pattern, case folded.
  var scalars: [Unicode.Scalar] { pattern }

  /// The words that every label which matches has.
  var words: [LabelWord] { LabelWord.words(ofPattern: text) }

  init(_ pattern: String) {
    text = pattern
    self.pattern = Array(pattern.lowercased().unicodeScalars)
  }

  func matches(_ label: String) -> Bool {
    let text = Array(label.lowercased().unicodeScalars)
    var (i, j) = (0, 0)
    var star = -1
    var mark = 0
    // Greedy matching with one place to go back to: linear for one star, quadratic at worst.
    while i < text.count {
      if j < pattern.count, pattern[j] == "*" {
        star = j
        mark = i
        j += 1
      } else if j < pattern.count, pattern[j] == "?" || pattern[j] == text[i] {
        i += 1
        j += 1
      } else if star >= 0 {
        mark += 1
        i = mark
        j = star + 1
      } else {
        return false
      }
    }
    while j < pattern.count, pattern[j] == "*" { j += 1 }
    return j == pattern.count
  }
}
