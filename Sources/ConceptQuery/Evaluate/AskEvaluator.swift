import ConceptGraph
import ConceptModel

/// Answers yes or no, with the sources for and against.
struct AskEvaluator {
  let context: QueryContext
  let pattern: PatternAlgebra

  /// The most single statements that one question with sets stands for.
  static let maximumStatements = 10_000

  private(set) var notes: [String] = []
  private let evaluator: PatternEvaluator
  private var finders: [HopSet: PathFinder] = [:]

  init(context: QueryContext, pattern: PatternAlgebra) {
    self.context = context
    self.pattern = pattern
    evaluator = PatternEvaluator(context)
  }

  mutating func run() throws -> AskAnswer {
    var answer = AskAnswer(isYes: try holds())
    try addSources(to: &answer)
    return answer
  }

  // MARK: Yes or no

  private mutating func holds() throws -> Bool {
    let hasNames = context.algebra.variables.prefix(context.algebra.patternVariables).contains { $0.name != nil }
    // With variables a set means any of its members; without them all of its statements must hold.
    if hasNames { return try solve(pattern) }
    var held = 0
    var total = 0
    for part in parts() {
      for single in try singles(of: part) {
        total += 1
        if try solve(single) { held += 1 }
      }
    }
    if total > 1, parts().contains(where: { $0.atoms.contains(where: hasSet) }) {
      notes.append("\(held) of \(total) statements hold")
    }
    return held == total
  }

  private func hasSet(_ atom: ReachAtom) -> Bool {
    [atom.subject, atom.object].contains { if case .nodes(let nodes) = $0 { nodes.count > 1 } else { false } }
  }

  private func solve(_ pattern: PatternAlgebra) throws -> Bool {
    let plan = PatternPlan(
      atoms: pattern.atoms, lone: pattern.lone, conditions: pattern.conditions, bound: [], wanted: [])
    context.trace += plan.lines(context)
    return try evaluator.solve(plan) { _ in }
  }

  /// The atoms that hang together by `_`, each group a question of its own.
  private func parts() -> [PatternAlgebra] {
    var groups: [(variables: Set<Int>, atoms: [ReachAtom])] = []
    for atom in pattern.atoms {
      var variables = Set(atom.variables)
      var atoms = [atom]
      groups.removeAll { group in
        guard !group.variables.isDisjoint(with: variables) else { return false }
        variables.formUnion(group.variables)
        atoms = group.atoms + atoms
        return true
      }
      groups.append((variables, atoms))
    }
    // Conditions on `_` cannot be written, so they concern every part alike.
    var parts = groups.map { PatternAlgebra(atoms: $0.atoms, conditions: pattern.conditions) }
    if !pattern.lone.isEmpty || parts.isEmpty {
      parts.append(PatternAlgebra(lone: pattern.lone, conditions: pattern.conditions))
    }
    return parts
  }

  /// The single statements that a pattern with sets stands for.
  private func singles(of part: PatternAlgebra) throws -> [PatternAlgebra] {
    var out = [PatternAlgebra(lone: part.lone, conditions: part.conditions)]
    for atom in part.atoms {
      var next: [PatternAlgebra] = []
      for subject in members(atom.subject) {
        for object in members(atom.object) {
          var single = atom
          single.subject = subject
          single.object = object
          next += out.map { PatternAlgebra(atoms: $0.atoms + [single], lone: $0.lone, conditions: $0.conditions) }
        }
      }
      out = next
      if out.count > Self.maximumStatements {
        throw QueryFailure([
          Diagnostic(
            code: "too-large",
            message: "the sets of this question stand for more than \(Self.maximumStatements) statements",
            hint: "ask about smaller sets")
        ])
      }
    }
    return out
  }

  private func members(_ term: AlgebraTerm) -> [AlgebraTerm] {
    if case .nodes(let nodes) = term { return nodes.map { .nodes([$0]) } }
    return [term]
  }

  // MARK: Sources

  private mutating func addSources(to answer: inout AskAnswer) throws {
    var seenFor: Set<EdgeKey> = []
    var seenAgainst: Set<EdgeKey> = []
    for atom in pattern.atoms {
      guard case .hop(let set) = context.underPolarity(atom.expression), atom.relationVariable == nil,
        case .nodes(let subjects) = atom.subject, case .nodes(let objects) = atom.object
      else { continue }
      for subject in subjects {
        for object in objects {
          for edge in try edges(set, subject, object) where seenFor.insert(edge).inserted {
            answer.evidence += try context.evidence.assertions(of: edge).map(context.evidenceOf)
          }
          for against in opposites(of: set) {
            for edge in try edges(against, subject, object) where seenAgainst.insert(edge).inserted {
              answer.opposition += try context.evidence.assertions(of: edge).map(context.evidenceOf)
            }
          }
        }
      }
    }
    answer.sources = Set(answer.evidence.map(\.source)).sorted()
    answer.opposed = Set(answer.opposition.map(\.source)).sorted()
  }

  /// The edges between two nodes that a hop may cross.
  private mutating func edges(_ set: HopSet, _ subject: NodeID, _ object: NodeID) throws -> [EdgeKey] {
    let finder = try finders[set] ?? context.bareFinder(.hop(set))
    finders[set] = finder
    return try finder.hops(at: subject, arriving: false).filter { $0.node == object }.map { $0.edge(from: subject) }
  }

  /// What speaks against a hop: its denial, and `≠` against `=`.
  private func opposites(of set: HopSet) -> [HopSet] {
    // A question for either polarity has no opposite.
    guard set.crossesAsserted != set.crossesDenied else { return [] }
    var denial = set
    denial.crossesAsserted = set.crossesDenied
    denial.crossesDenied = set.crossesAsserted
    var out = [denial]
    for (name, opposite) in [("same-as", "different-from"), ("different-from", "same-as")] {
      guard let relation = context.relationID(name), let other = context.relationID(opposite),
        set.forward.contains(relation)
      else { continue }
      let both = RelationSet([other])
      out.append(
        HopSet(
          forward: both, backward: both, crossesAsserted: set.crossesAsserted, crossesDenied: set.crossesDenied))
    }
    return out
  }
}
