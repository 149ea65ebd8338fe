import ConceptGraph

/// The order in which the parts of a pattern are evaluated.
struct PatternPlan: Sendable {
  /// One step: it binds variables or tests them.
  enum Step: Sendable {
    case atom(ReachAtom, ends: BoundEnds)
    /// Every node, or those whose labels match.
    case generate(Int, Glob?)
    case filter(RowCondition)
    case absent(PatternPlan)
  }

  /// Which ends of an arrow are known when its turn comes.
  enum BoundEnds: String, Sendable { case both, subject, object, none }

  var steps: [Step] = []
  /// The first step before which every wanted variable is bound; from there on one success is enough.
  var existentialFrom = 0

  /// Orders atoms so that known ends come first, then single hops, then walks from anywhere.
  init(
    atoms: [ReachAtom], lone: [AlgebraTerm], conditions: [RowCondition], bound initially: Set<Int>, wanted: Set<Int>
  ) {
    var planner = Planner(atoms: atoms, lone: lone, conditions: conditions, bound: initially)
    steps = planner.run()
    var bound = initially
    existentialFrom = steps.count
    if wanted.isSubset(of: bound) { existentialFrom = 0 }
    for (index, step) in steps.enumerated() where existentialFrom == steps.count {
      bound.formUnion(step.variables)
      if wanted.isSubset(of: bound) { existentialFrom = index + 1 }
    }
  }

  /// The plan as lines of text.
  func lines(_ context: QueryContext, indent: String = "") -> [String] {
    steps.flatMap { step -> [String] in
      switch step {
      case .atom(let atom, let ends):
        let arrow = SyntaxPrinter.arrow(atom.arrow)
        let known = ends == .none ? "nothing known" : ends == .both ? "both ends known" : "\(ends.rawValue) known"
        let passes = ends == .none && atom.isClosure && !context.evidence.filters ? ", 64 beginnings a pass" : ""
        return ["\(indent)\(atom.isSingleHop ? "hop" : "reach") \(arrow), \(known)\(passes)"]
      case .generate(_, let glob): return ["\(indent)\(glob == nil ? "every node" : "labels that match")"]
      case .filter: return ["\(indent)test"]
      case .absent(let plan): return ["\(indent)no match of:"] + plan.lines(context, indent: indent + "  ")
      }
    }
  }
}

extension PatternPlan.Step {
  /// The variables that are bound after the step.
  var variables: [Int] {
    switch self {
    case .atom(let atom, _): atom.variables
    case .generate(let variable, _): [variable]
    case .filter, .absent: []
    }
  }
}

extension ReachAtom {
  /// Whether the arrow is any number of one set of hops, so that the closures of many nodes can be found together.
  var isClosure: Bool {
    if case .repeated(.hop, let lower, nil) = expression { lower <= 1 } else { false }
  }

  var variables: [Int] { [subject.variable, object.variable, relationVariable].compactMap { $0 } }
}

extension RowCondition {
  var variables: [Int] {
    switch self {
    case .like(let variable, _): [variable]
    case .identity(let variable, _, let term): [variable] + (term.variable.map { [$0] } ?? [])
    case .absent(let atoms, let lone): atoms.flatMap(\.variables) + lone.compactMap(\.variable)
    }
  }
}

/// Chooses steps greedily by what is bound so far.
private struct Planner {
  private var atoms: [ReachAtom]
  private var lone: [AlgebraTerm]
  private var conditions: [RowCondition]
  private var bound: Set<Int>
  private var steps: [PatternPlan.Step] = []
  /// Every variable that the pattern itself binds sooner or later.
  private let all: Set<Int>

  init(atoms: [ReachAtom], lone: [AlgebraTerm], conditions: [RowCondition], bound: Set<Int>) {
    self.atoms = atoms
    self.lone = lone
    self.conditions = conditions
    self.bound = bound
    all = bound.union(atoms.flatMap(\.variables)).union(lone.compactMap(\.variable))
  }

  mutating func run() -> [PatternPlan.Step] {
    flushConditions()
    while !atoms.isEmpty {
      let ranks = atoms.map(rank)
      var best = 0
      for index in ranks.indices where ranks[index] < ranks[best] { best = index }
      // Rather than from anywhere, begin at the nodes that a condition leaves.
      if ranks[best] >= 3, let (variable, glob) = generator() {
        steps.append(.generate(variable, glob))
        bound.insert(variable)
        flushConditions()
        continue
      }
      let atom = atoms.remove(at: best)
      steps.append(.atom(atom, ends: ends(atom)))
      bound.formUnion(atom.variables)
      flushConditions()
    }
    for case .variable(let variable) in lone where bound.insert(variable).inserted {
      var glob: Glob?
      if case .like(_, let pattern)? = conditions.first(where: { isLike($0, variable) }) { glob = pattern }
      steps.append(.generate(variable, glob))
      flushConditions()
    }
    return steps
  }

  private func isLike(_ condition: RowCondition, _ variable: Int) -> Bool {
    if case .like(let other, _) = condition { return other == variable }
    return false
  }

  private func isBound(_ term: AlgebraTerm) -> Bool { term.variable.map(bound.contains) ?? true }

  private func ends(_ atom: ReachAtom) -> PatternPlan.BoundEnds {
    switch (isBound(atom.subject), isBound(atom.object)) {
    case (true, true): .both
    case (true, false): .subject
    case (false, true): .object
    case (false, false): .none
    }
  }

  private func rank(_ atom: ReachAtom) -> Int {
    switch ends(atom) {
    case .both: 0
    case .subject, .object: atom.isSingleHop ? 1 : 2
    case .none: atom.isSingleHop ? 3 : 4
    }
  }

  /// A variable of a waiting atom with a condition on its label.
  private func generator() -> (Int, Glob)? {
    let waiting = Set(atoms.flatMap(\.variables))
    for case .like(let variable, let glob) in conditions where waiting.contains(variable) && !bound.contains(variable) {
      return (variable, glob)
    }
    return nil
  }

  /// Conditions are tested as soon as what they are about is bound.
  private mutating func flushConditions() {
    var waiting: [RowCondition] = []
    for condition in conditions {
      let needed = Set(condition.variables).intersection(all)
      guard needed.isSubset(of: bound) else {
        waiting.append(condition)
        continue
      }
      if case .absent(let atoms, let lone) = condition {
        steps.append(
          .absent(PatternPlan(atoms: atoms, lone: lone, conditions: [], bound: bound, wanted: [])))
      } else {
        steps.append(.filter(condition))
      }
    }
    conditions = waiting
  }
}
