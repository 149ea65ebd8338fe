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
    var rows = TableRows(builder)
    var isIncomplete = false
    do {
      _ = try PatternEvaluator(context).solve(plan) { bindings in
        rows.add { bindings[$0] }
        // Rows are kept: a wide one costs a state for each cell beyond the ends of one arrow.
        if wanted.count > 2 { try context.budget.spend(states: wanted.count - 2, edges: 0) }
      }
    } catch is SearchStop {
      isIncomplete = true
    }
    return (try rows.table(), isIncomplete)
  }
}

/// Makes tables of bindings: projection, counting, order and slice.
struct TableBuilder {
  let context: QueryContext

  fileprivate var algebra: QueryAlgebra { context.algebra }

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
}

/// Collects solutions and makes the table of them.
///
/// Names are looked up at the end, once for each concept and none for rows that are counted only.
struct TableRows {
  private let builder: TableBuilder
  private let columns: [AlgebraOutput]
  private let keys: [AlgebraOutput]
  private var rows: RankedRows
  /// The variables that are counted, and for every group the values of each.
  private let counted: [Int]
  private var groups: [[RankedRows.Value]: [Set<Binding>]] = [:]

  init(_ builder: TableBuilder) {
    self.builder = builder
    let columns = builder.columns
    let keys = builder.algebra.order.map(\.key)
    var counted: [Int] = []
    for case .count(let number) in columns + keys where !counted.contains(number) { counted.append(number) }
    (self.columns, self.keys, self.counted) = (columns, keys, counted)
    rows = RankedRows(columns: columns.count, descendingKeys: builder.algebra.order.map(\.isDescending))
    // Without a group there is always one row, if only a zero.
    if !counted.isEmpty && group.isEmpty { groups[[]] = Array(repeating: [], count: counted.count) }
  }

  private var group: [AlgebraOutput] { columns.filter { if case .count = $0 { false } else { true } } }

  /// Adds a solution: what variables stand for in it and, for path queries, the path.
  mutating func add(path: AnswerPath? = nil, _ binding: (Int) -> Binding?) {
    func value(_ output: AlgebraOutput) -> RankedRows.Value {
      switch output {
      case .variable(let number), .count(let number): return binding(number).map { .binding($0) } ?? .cell(.text(""))
      case .length: return .cell(.integer(path?.hops.count ?? 0))
      case .confidence: return .cell(.decimal(path?.confidence ?? 1))
      case .sources: return .cell(.text(path?.sources.map(\.value).joined(separator: " ") ?? ""))
      }
    }
    if counted.isEmpty {
      for (index, output) in columns.enumerated() { rows.add(value(output), at: index) }
      for (index, output) in keys.enumerated() { rows.add(value(output), at: columns.count + index) }
      return
    }
    let key = group.map(value)
    for (index, number) in counted.enumerated() {
      guard let member = binding(number) else { continue }
      groups[key, default: Array(repeating: [], count: counted.count)][index].insert(member)
    }
  }

  /// The table of what was added, in order and cut to `offset` and `limit`.
  consuming func table() throws -> TableAnswer {
    let group = group
    for (key, members) in groups {
      for (index, output) in (columns + keys).enumerated() {
        if case .count(let number) = output {
          rows.add(.cell(.integer(counted.firstIndex(of: number).map { members[$0].count } ?? 0)), at: index)
        } else {
          rows.add(group.firstIndex(of: output).map { key[$0] } ?? .cell(.text("")), at: index)
        }
      }
    }
    let algebra = builder.algebra
    let sorted = try rows.sorted(offset: algebra.offset, limit: algebra.limit, builder.context.cell)
    return TableAnswer(columns: columns.map(name), rows: sorted)
  }

  private func name(_ output: AlgebraOutput) -> String {
    switch output {
    case .variable(let number): builder.algebra.variables[number].name ?? "_"
    case .count(let number): "count(?\(builder.algebra.variables[number].name ?? "_"))"
    case .length: "length"
    case .confidence: "confidence"
    case .sources: "sources"
    }
  }
}

extension QueryContext {
  fileprivate func cell(_ value: RankedRows.Value) throws -> AnswerCell {
    switch value {
    case .cell(let cell): return cell
    case .binding(.node(let node)): return try cell(node)
    case .binding(.relation(let id, let isDenied)):
      let relation = relation(id)
      return .relation(relation.name, isDenied: isDenied, iri: relation.iri)
    }
  }
}
