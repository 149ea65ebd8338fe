import ConceptGraph
import ConceptModel

/// Evaluates a resolved query, whatever it asks.
struct StatementEvaluator {
  let context: QueryContext
  let syntax: QuerySyntax

  func run() throws -> QueryAnswer {
    switch context.algebra.statement {
    case .ask(let pattern): return try ask(pattern)
    case .find(let pattern):
      var evaluator = FindEvaluator(context: context, pattern: pattern)
      let (table, isIncomplete) = try evaluator.run()
      return answer(.table(table), isIncomplete: isIncomplete)
    case .path(let chain): return try paths(chain)
    case .why(let chain):
      let (evidence, isIncomplete) = try EvidenceEvaluator(context: context, chain: chain).run()
      var result = answer(.evidence(evidence), isIncomplete: isIncomplete)
      if evidence.hops.isEmpty && !isIncomplete { result.notes.append("nobody states or denies it") }
      return result
    case .whySame(let first, let firstName, let second, let secondName):
      let report = try MergeReport(context: context).report((first, firstName), (second, secondName))
      return answer(.report(report), isIncomplete: false)
    case .describe(let nodes):
      return try reporting { try DescribeReport(context: context).report(nodes) }
    case .compare(let first, let second):
      return try reporting { try CompareReport(context: context).report(first, second) }
    case .conflations(let nodes):
      return try reporting { try ConflationsReport(context: context).report(nodes) }
    }
  }

  private func answer(_ body: QueryAnswer.Body, isIncomplete: Bool) -> QueryAnswer {
    var notes: [String] = []
    if isIncomplete { notes.append(incompleteNote) }
    return QueryAnswer(
      body: body, notes: notes, isIncomplete: isIncomplete,
      statistics: QueryStatistics(states: context.budget.states, edges: context.budget.edges),
      options: context.options)
  }

  private var incompleteNote: String {
    switch context.budget.stop {
    case .states: "incomplete: stopped after \(context.options.maximumStates) states (--max-states allows more)"
    case .deadline: "incomplete: stopped by the clock (--timeout allows more)"
    case nil: "incomplete: more than \(context.options.maximumPaths) paths (--max-paths allows more)"
    }
  }

  private func reporting(_ make: () throws -> ReportAnswer) throws -> QueryAnswer {
    do {
      return answer(.report(try make()), isIncomplete: false)
    } catch is SearchStop {
      return answer(.report(ReportAnswer(title: "", sections: [])), isIncomplete: true)
    }
  }

  // MARK: Yes or no

  private func ask(_ pattern: PatternAlgebra) throws -> QueryAnswer {
    var evaluator = AskEvaluator(context: context, pattern: pattern)
    do {
      var found = try evaluator.run()
      if found.isYes, found.evidence.isEmpty {
        found.witness = try WitnessSearch(context: context, syntax: syntax).path()
      }
      var result = answer(.ask(found), isIncomplete: false)
      result.notes += evaluator.notes
      if !found.isYes { result.notes += try Relaxation(context: context, syntax: syntax).hintsForNo(pattern) }
      result.statistics = QueryStatistics(states: context.budget.states, edges: context.budget.edges)
      return result
    } catch is SearchStop {
      return answer(.ask(AskAnswer(isYes: false, isUnknown: true)), isIncomplete: true)
    }
  }

  // MARK: Paths

  private func paths(_ chain: ChainAlgebra) throws -> QueryAnswer {
    let evaluator = try PathEvaluator(context: context, chain: chain)
    let found = try evaluator.run()
    var paths = try context.answers(found)
    let isIncomplete = evaluator.isIncomplete
    if !context.algebra.outputs.isEmpty {
      var rows = TableRows(TableBuilder(context: context))
      try evaluator.addRows(found, paths, to: &rows)
      return answer(.table(try rows.table()), isIncomplete: isIncomplete)
    }
    if !context.algebra.order.isEmpty { paths = try ordered(paths, found, evaluator) }
    paths = Array(paths.dropFirst(context.algebra.offset).prefix(context.algebra.limit ?? Int.max))
    var result = answer(.paths(PathsAnswer(paths: paths)), isIncomplete: isIncomplete)
    if paths.isEmpty && !isIncomplete {
      let relaxed = try Relaxation(context: context, syntax: syntax).nearest()
      result.notes.append(relaxed.map { "no path; \($0)" } ?? "no path")
    }
    return result
  }

  private func ordered(
    _ paths: [AnswerPath], _ found: [FoundPath], _ evaluator: PathEvaluator
  ) throws -> [AnswerPath] {
    var keyed: [(path: AnswerPath, keys: [AnswerCell])] = []
    for (path, item) in zip(paths, found) {
      let keys = context.algebra.order.map { order -> AnswerCell in
        switch order.key {
        case .length: return .integer(path.hops.count)
        case .confidence: return .decimal(path.confidence)
        case .sources: return .integer(path.sources.count)
        case .variable(let number), .count(let number): return variable(number, path, item)
        }
      }
      keyed.append((path, keys))
    }
    let order = context.algebra.order
    // The sort is stable by the index of paths, which are in their own order already.
    return keyed.enumerated().sorted { a, b in
      for (index, key) in order.enumerated() {
        let (x, y) = (a.element.keys[index], b.element.keys[index])
        if AnswerCell.isBefore(x, y) { return !key.isDescending }
        if AnswerCell.isBefore(y, x) { return key.isDescending }
      }
      return a.offset < b.offset
    }.map(\.element.path)
  }

  /// The value of a variable at an end of a path; inner variables may have several and do not order.
  private func variable(_ number: Int, _ path: AnswerPath, _ item: FoundPath) -> AnswerCell {
    guard case .path(let chain) = context.algebra.statement else { return .text("") }
    if chain.nodes.first == .variable(number) { return .text(path.start.label) }
    if chain.nodes.last == .variable(number) { return .text(path.nodes.last?.label ?? "") }
    return .text("")
  }
}
