import ConceptGraph
import ConceptModel

/// Answers a pattern with variables by a table.
struct FindEvaluator {
  let context: QueryContext
  let pattern: PatternAlgebra

  /// The rows that were found before a budget ended the search, if it did.
  mutating func run() throws -> (table: TableAnswer, isIncomplete: Bool) {
    let builder = TableBuilder(context: context)
    let wanted = builder.wantedVariables
    let plan = PatternPlan(
      atoms: pattern.atoms, lone: pattern.lone, conditions: pattern.conditions, bound: [], wanted: Set(wanted))
    context.trace += plan.lines(context)
    var rows: Set<[Binding]> = []
    var isIncomplete = false
    do {
      _ = try PatternEvaluator(context).solve(plan) { bindings in
        guard rows.insert(wanted.compactMap { bindings[$0] }).inserted, wanted.count > 2 else { return }
        // Rows are kept: a wide one costs a state for each cell beyond the ends of one arrow.
        try context.budget.spend(states: wanted.count - 2, edges: 0)
      }
    } catch is SearchStop {
      isIncomplete = true
    }
    return (try builder.table(rows.lazy.map { TableBuilder.Fact(bindings: $0, path: nil) }, wanted), isIncomplete)
  }
}

/// Makes tables of bindings: projection, counting, order and slice.
struct TableBuilder {
  let context: QueryContext

  /// A solution: the bindings of the wanted variables and, for path queries, the path.
  struct Fact {
    var bindings: [Binding]
    var path: AnswerPath?
  }

  private var algebra: QueryAlgebra { context.algebra }

  /// The columns: those of `return`, else every named variable of the pattern in order of appearance.
  var columns: [AlgebraOutput] {
    if !algebra.outputs.isEmpty { return algebra.outputs }
    return (0..<algebra.patternVariables).filter { algebra.variables[$0].name != nil }.map { .variable($0) }
  }

  /// The variables that the columns and the order need.
  var wantedVariables: [Int] {
    var out: [Int] = []
    for output in columns + algebra.order.map(\.key) {
      switch output {
      case .variable(let number), .count(let number): if !out.contains(number) { out.append(number) }
      case .length, .confidence, .sources: break
      }
    }
    return out
  }

  private var hasCount: Bool { columns.contains { if case .count = $0 { true } else { false } } }

  /// The table of some solutions, in order and cut to `offset` and `limit`.
  func table(_ facts: some Sequence<Fact>, _ wanted: [Int]) throws -> TableAnswer {
    let keys = algebra.order.map(\.key)
    var rows = RankedRows(columns: columns.count, descendingKeys: algebra.order.map(\.isDescending))
    if hasCount {
      try addCounted(facts, wanted, keys, to: &rows)
    } else {
      var places: [[Binding: UInt32]] = Array(repeating: [:], count: columns.count + keys.count)
      for fact in facts {
        for (index, output) in (columns + keys).enumerated() {
          // A concept stands in many rows; its cell is made once.
          let binding = binding(output, fact, wanted)
          if let binding, let place = places[index][binding] {
            rows.add(place: place, at: index)
            continue
          }
          let place = rows.add(try cell(output, binding, fact), at: index)
          if let binding { places[index][binding] = place }
        }
      }
    }
    return TableAnswer(columns: columns.map(name), rows: rows.sorted(offset: algebra.offset, limit: algebra.limit))
  }

  private func name(_ output: AlgebraOutput) -> String {
    switch output {
    case .variable(let number): algebra.variables[number].name ?? "_"
    case .count(let number): "count(?\(algebra.variables[number].name ?? "_"))"
    case .length: "length"
    case .confidence: "confidence"
    case .sources: "sources"
    }
  }

  private func addCounted(
    _ facts: some Sequence<Fact>, _ wanted: [Int], _ keys: [AlgebraOutput], to rows: inout RankedRows
  ) throws {
    let group = columns.filter { if case .count = $0 { false } else { true } }
    var counts: [Int] = []
    for output in columns + keys {
      if case .count(let number) = output, !counts.contains(number) { counts.append(number) }
    }
    var members: [[AnswerCell]: [Set<Binding>]] = [:]
    for fact in facts {
      let key = try group.map { try cell($0, binding($0, fact, wanted), fact) }
      var sets = members[key] ?? Array(repeating: [], count: counts.count)
      for (index, number) in counts.enumerated() {
        if let place = wanted.firstIndex(of: number), place < fact.bindings.count {
          sets[index].insert(fact.bindings[place])
        }
      }
      members[key] = sets
    }
    // Without a group there is always one row, if only a zero.
    if group.isEmpty && members.isEmpty { members[[]] = Array(repeating: [], count: counts.count) }
    for (key, sets) in members {
      for (index, output) in (columns + keys).enumerated() {
        if case .count(let number) = output {
          rows.add(.integer(counts.firstIndex(of: number).map { sets[$0].count } ?? 0), at: index)
        } else {
          rows.add(group.firstIndex(of: output).map { key[$0] } ?? .text(""), at: index)
        }
      }
    }
  }

  private func binding(_ output: AlgebraOutput, _ fact: Fact, _ wanted: [Int]) -> Binding? {
    switch output {
    case .variable(let number), .count(let number):
      guard let place = wanted.firstIndex(of: number), place < fact.bindings.count else { return nil }
      return fact.bindings[place]
    case .length, .confidence, .sources: return nil
    }
  }

  private func cell(_ output: AlgebraOutput, _ binding: Binding?, _ fact: Fact) throws -> AnswerCell {
    switch output {
    case .variable, .count:
      switch binding {
      case nil: return .text("")
      case .node(let node): return try context.cell(node)
      case .relation(let id, let isDenied):
        let relation = context.relation(id)
        return .relation(relation.name, isDenied: isDenied, iri: relation.iri)
      }
    case .length: return .integer(fact.path?.hops.count ?? 0)
    case .confidence: return .decimal(fact.path?.confidence ?? 1)
    case .sources: return .text(fact.path?.sources.map(\.value).joined(separator: " ") ?? "")
    }
  }
}
