import ConceptGraph
import ConceptModel

/// What `--explain` prints: every stage of a query and the work that its evaluation took.
struct QueryExplanation {
  let syntax: QuerySyntax
  let context: QueryContext
  let answer: QueryAnswer

  func lines() -> [String] {
    var lines = ["syntax    \(SyntaxPrinter.text(of: syntax))"]
    lines += indented("algebra   ", algebra)
    lines += indented("plan      ", plan)
    lines.append("engine    \(context.source.engine)")
    let statistics = answer.statistics
    lines.append("work      \(statistics.states) states expanded, \(statistics.edges) edges looked at, \(rows) rows")
    return lines
  }

  private func indented(_ title: String, _ list: [String]) -> [String] {
    list.enumerated().map { index, line in (index == 0 ? title : String(repeating: " ", count: 10)) + line }
  }

  private var rows: Int {
    switch answer.body {
    case .ask: 1
    case .table(let table): table.rows.count
    case .paths(let paths): paths.paths.count
    case .evidence(let evidence): evidence.hops.reduce(0) { $0 + $1.evidence.count }
    case .report(let report): report.sections.reduce(0) { $0 + $1.rows.count }
    }
  }

  // MARK: Algebra

  private var algebra: [String] {
    let algebra = context.algebra
    switch algebra.statement {
    case .ask(let pattern): return ["exists"] + lines(of: pattern)
    case .find(let pattern): return ["distinct \(columns)"] + lines(of: pattern)
    case .path(let chain): return ["paths, \(chain.mode.rawValue), \(selector(chain.selector))"] + lines(of: chain)
    case .why(let chain): return ["evidence of"] + lines(of: chain)
    case .whySame: return ["labels and merging rules of one concept"]
    case .describe(let nodes): return ["description of \(nodes.map(name).joined(separator: ", "))"]
    case .compare(let first, let second): return ["comparison of \(name(first)) and \(name(second))"]
    case .conflations(let nodes):
      return ["findings\(nodes.map { " about " + $0.map(name).joined(separator: ", ") } ?? "")"]
    }
  }

  private var columns: String {
    TableBuilder(context: context).columns.map { output in
      switch output {
      case .variable(let number): variable(number)
      case .count(let number): "count(\(variable(number)))"
      case .length: "length"
      case .confidence: "confidence"
      case .sources: "sources"
      }
    }.joined(separator: ", ")
  }

  private func selector(_ selector: PathSelector) -> String { SyntaxPrinter.words(of: selector) ?? "any shortest" }

  private func lines(of pattern: PatternAlgebra) -> [String] {
    pattern.atoms.map { atom in
      let kind = atom.isSingleHop ? "edge " : "reach"
      let count = atom.expression.positionCount
      return
        "  \(kind) \(term(atom.subject)) \(SyntaxPrinter.arrow(atom.arrow)) \(term(atom.object))   (\(count) positions)"
    } + pattern.lone.map { "  node  \(term($0))" } + conditions(pattern.conditions)
  }

  private func lines(of chain: ChainAlgebra) -> [String] {
    var lines: [String] = []
    for (index, arrow) in chain.arrows.enumerated() {
      lines.append(
        "  \(term(chain.nodes[index])) to \(term(chain.nodes[index + 1]))   (\(arrow.positionCount) positions)")
    }
    if chain.isSameSource { lines.append("  one run for each document at a known end") }
    if !chain.avoided.isEmpty { lines.append("  avoiding \(chain.avoided.sorted().map(name).joined(separator: ", "))") }
    return lines + conditions(chain.conditions)
  }

  private func conditions(_ rows: [RowCondition]) -> [String] {
    let hops = context.algebra.hopConditions.count
    return (hops > 0 ? ["  \(hops) conditions on hops, tested while searching"] : [])
      + (rows.isEmpty ? [] : ["  \(rows.count) conditions on nodes"])
  }

  private func term(_ term: AlgebraTerm) -> String {
    switch term {
    case .nodes(let nodes): nodes.count == 1 ? name(nodes[0]) : "{\(nodes.map(name).joined(separator: ", "))}"
    case .variable(let number): variable(number)
    }
  }

  private func variable(_ number: Int) -> String { context.algebra.variables[number].name.map { "?\($0)" } ?? "_" }

  private func name(_ node: NodeID) -> String { (try? context.info(of: node).id.value) ?? "?" }

  // MARK: Plan

  private var plan: [String] {
    switch context.algebra.statement {
    case .ask, .find: return context.trace.isEmpty ? ["nothing to do"] : context.trace
    case .path(let chain), .why(let chain):
      let known = (known(chain.nodes.first), known(chain.nodes.last))
      switch known {
      case (true, true): return ["search from both ends by layers, the smaller frontier first"]
      case (true, false): return ["reach from the beginning, then one search for each end"]
      case (false, true): return ["reach back from the end, then one search for each beginning"]
      case (false, false): return ["reach from every node, then one search for each pair"]
      }
    case .whySame, .describe, .compare, .conflations: return ["fixed look-ups"]
    }
  }

  private func known(_ term: AlgebraTerm?) -> Bool { if case .nodes? = term { true } else { false } }
}
