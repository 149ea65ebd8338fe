import ConceptGraph
import ConceptModel

@testable import ConceptQuery

/// A small generator of pseudo-random numbers with a seed (SplitMix64, Steele et al. 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
  mutating func pick<T>(_ list: [T]) -> T { list[below(list.count)] }
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
}

/// Random small multigraphs and path expressions.
struct RandomCases {
  var generator: SeededGenerator

  static let relations = ["is-a", "leads-to", "causes", "requires", "same-as", "different-from", "part-of"]

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// Some statements over a few concepts, with repeated edges, loops, denials and several sources.
  mutating func notation(nodes: Int, facts: Int) -> String {
    let names = (0..<nodes).map { "n\($0)" }
    // Every node is named once, so that ids do not depend on which edges there are.
    var lines = ["@source d0 date 2020-01", "@source d1 date 2022-06", "@source d2 date 2024-12"]
    var used: Set<String> = []
    for _ in 0..<facts {
      let source = "d\(generator.below(3))"
      let confidence = ["0.2", "0.5", "0.8", "1"][generator.below(4)]
      let relation = generator.pick(Self.relations)
      let ends = (generator.pick(names), generator.chance(8) ? nil : generator.pick(names))
      let negation = generator.chance(8) ? "not " : ""
      used.formUnion([ends.0, ends.1 ?? ends.0])
      lines.append(
        "\(ends.0) -[\(negation)\(relation)]-> \(ends.1 ?? ends.0) with source = \(source), confidence = \(confidence)")
    }
    for name in names where !used.contains(name) { lines.append("\(name) -[about]-> \(name)") }
    return lines.joined(separator: "\n") + "\n"
  }

  mutating func path(depth: Int) -> PathSyntax {
    if depth == 0 || generator.chance(35) { return atom() }
    switch generator.below(5) {
    case 0: return .sequence([path(depth: depth - 1), path(depth: depth - 1)])
    case 1: return .alternation([path(depth: depth - 1), path(depth: depth - 1)])
    case 2: return .inverse(path(depth: depth - 1))
    default:
      return .repeated(path(depth: depth - 1), quantifier(), Span(0, 0))
    }
  }

  mutating func quantifier() -> QuantifierSyntax {
    generator.pick([
      QuantifierSyntax(0, nil), QuantifierSyntax(1, nil), QuantifierSyntax(0, 1), QuantifierSyntax(2, 3),
      QuantifierSyntax(1, 2), QuantifierSyntax(2, nil), QuantifierSyntax(0, 2), QuantifierSyntax(0, 0),
    ])
  }

  private mutating func atom() -> PathSyntax {
    switch generator.below(8) {
    case 0: return .any(Span(0, 0))
    case 1:
      return .negated([NegatedSyntax(generator.pick(Self.relations), isInverse: generator.chance(40))], Span(0, 0))
    case 2:
      return .negated(
        [
          NegatedSyntax(generator.pick(Self.relations), isInverse: false),
          NegatedSyntax(generator.pick(Self.relations), isInverse: generator.chance(60)),
        ], Span(0, 0))
    default: return .relation(generator.pick(Self.relations), Span(0, 0))
    }
  }

  mutating func direction() -> ArrowDirection {
    generator.pick([.forward, .forward, .backward, .either])
  }

  mutating func selector() -> PathSelector {
    generator.pick([
      .all, .all, .anyShortest, .anyShortest, .allShortest, .shortest(2), .shortest(3), .any(5), .shortestGroups(2),
    ])
  }
}
