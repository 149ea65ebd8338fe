import ConceptGraph
import ConceptModel

/// Answers a pattern with variables by a table.
struct FindEvaluator {
  let context: QueryContext
  let pattern: PatternAlgebra

  /// The rows that were found before a budget ended the search, if it did.
  mutating func run() throws -> (table: TableAnswer, isIncomplete: Bool) {
    let algebra = context.algebra
    let builder = TableBuilder(context: context)
    let wanted = builder.wantedVariables
    let plan = PatternPlan(
      atoms: pattern.atoms, lone: pattern.lone, conditions: pattern.conditions, bound: [], wanted: Set(wanted))
    context.trace += plan.lines(context)
    var rows: Set<[Binding]> = []
    var isIncomplete = false
    do {
      _ = try PatternEvaluator(context).solve(plan) { bindings in
        rows.insert(wanted.compactMap { bindings[$0] })
      }
    } catch is SearchStop {
      isIncomplete = true
    }
    let facts = rows.map { TableBuilder.Fact(bindings: $0, path: nil) }
    let table = try builder.table(facts, wanted: wanted)
    return (builder.sliced(table, algebra), isIncomplete)
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

  func table(_ facts: [Fact], wanted: [Int]) throws -> TableAnswer {
    let names = columns.map(name)
    let rows = hasCount ? try counted(facts, wanted) : try plain(facts, wanted)
    return TableAnswer(columns: names, rows: rows)
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

  /// A row with the keys that order it.
  private struct Row: Hashable {
    var cells: [AnswerCell]
    var keys: [AnswerCell]
  }

  private func plain(_ facts: [Fact], _ wanted: [Int]) throws -> [[AnswerCell]] {
    var rows: Set<Row> = []
    for fact in facts {
      let cells = try columns.map { try cell($0, fact, wanted) }
      rows.insert(Row(cells: cells, keys: try algebra.order.map { try cell($0.key, fact, wanted) }))
    }
    return ordered(Array(rows))
  }

  private func counted(_ facts: [Fact], _ wanted: [Int]) throws -> [[AnswerCell]] {
    let group = columns.filter { if case .count = $0 { false } else { true } }
    var counts: [Int] = []
    for output in columns + algebra.order.map(\.key) {
      if case .count(let number) = output, !counts.contains(number) { counts.append(number) }
    }
    var members: [[AnswerCell]: [Set<Binding>]] = [:]
    for fact in facts {
      let key = try group.map { try cell($0, fact, wanted) }
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
    let rows = members.map { key, sets in
      func value(_ output: AlgebraOutput) -> AnswerCell {
        if case .count(let number) = output {
          return .integer(counts.firstIndex(of: number).map { sets[$0].count } ?? 0)
        }
        return group.firstIndex(of: output).map { key[$0] } ?? .text("")
      }
      return Row(cells: columns.map(value), keys: algebra.order.map { value($0.key) })
    }
    return ordered(rows)
  }

  private func cell(_ output: AlgebraOutput, _ fact: Fact, _ wanted: [Int]) throws -> AnswerCell {
    switch output {
    case .variable(let number), .count(let number):
      guard let place = wanted.firstIndex(of: number), place < fact.bindings.count else { return .text("") }
      switch fact.bindings[place] {
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

  private func ordered(_ rows: [Row]) -> [[AnswerCell]] {
    let directions = algebra.order.map(\.isDescending)
    return rows.sorted { a, b in
      for (index, isDescending) in directions.enumerated() {
        let (x, y) = (a.keys[index], b.keys[index])
        if Self.isBefore(x, y) { return !isDescending }
        if Self.isBefore(y, x) { return isDescending }
      }
      for (x, y) in zip(a.cells, b.cells) {
        if Self.isBefore(x, y) { return true }
        if Self.isBefore(y, x) { return false }
      }
      return false
    }.map(\.cells)
  }

  static func isBefore(_ a: AnswerCell, _ b: AnswerCell) -> Bool {
    switch (a, b) {
    case (.integer(let x), .integer(let y)): return x < y
    case (.decimal(let x), .decimal(let y)): return x < y
    case (.concept(let x, let textX), .concept(let y, let textY)):
      return textX != textY ? scalarLess(textX, textY) : x < y
    default: return scalarLess(a.text, b.text)
    }
  }

  /// `offset` and `limit`.
  func sliced(_ table: TableAnswer, _ algebra: QueryAlgebra) -> TableAnswer {
    var out = table
    out.rows = Array(table.rows.dropFirst(algebra.offset).prefix(algebra.limit ?? Int.max))
    return out
  }
}
