import ConceptGraph
import ConceptModel

/// `return`, `order by`, and which clauses a statement takes.
extension QueryResolver {
  /// Statements with a fixed layout take no `return`, `order by` or `limit`.
  mutating func checkClauses(_ statement: AlgebraStatement) {
    let name: String
    switch statement {
    case .find, .path: return
    case .ask: name = "a yes-or-no question"
    case .why, .whySame: name = "why"
    case .describe: name = "describe"
    case .compare: name = "compare"
    case .conflations: name = "conflations"
    }
    if let output = syntax.outputs.first ?? syntax.order.first?.key {
      report("syntax", "\(name) returns no columns", at: output.span, hint: "drop the clause, or ask with a variable")
    }
    switch statement {
    case .describe, .compare, .conflations, .whySame:
      if let condition = syntax.conditions.first {
        report("syntax", "\(name) takes no conditions", at: condition.span, hint: "drop where")
      }
    case .ask, .find, .path, .why: break
    }
  }

  mutating func resolveOutputs(_ statement: AlgebraStatement) -> [AlgebraOutput] {
    var out: [AlgebraOutput] = []
    for output in syntax.outputs {
      if let resolved = resolve(output, statement), !out.contains(resolved) { out.append(resolved) }
    }
    return out
  }

  private mutating func resolve(_ output: OutputSyntax, _ statement: AlgebraStatement) -> AlgebraOutput? {
    switch output {
    case .variable(let name, let span): return returned(name, at: span).map { .variable($0) }
    case .count(let name, let span): return returned(name, at: span).map { .count($0) }
    case .length(let span), .confidence(let span), .sources(let span):
      guard case .path = statement else {
        report(
          "not-expressible", "\(SyntaxPrinter.output(output)) belongs to paths", at: span,
          hint: "write path before the pattern")
        return nil
      }
      switch output {
      case .length: return .length
      case .confidence: return .confidence
      case .sources, .variable, .count: return .sources
      }
    }
  }

  private mutating func returned(_ name: String, at span: Span) -> Int? {
    if let number = numbers[name], number < patternVariables { return number }
    let names = variables.prefix(patternVariables).compactMap(\.name).map { "?\($0)" }
    report(
      "syntax", "?\(name) does not occur in the pattern", at: span,
      hint: names.isEmpty ? "the pattern has no variables" : "it has \(names.joined(separator: ", "))")
    return nil
  }

  mutating func resolveOrder(_ outputs: [AlgebraOutput], _ statement: AlgebraStatement) -> [AlgebraOrder] {
    var order: [AlgebraOrder] = []
    let hasCount = outputs.contains { if case .count = $0 { true } else { false } }
    for key in syntax.order {
      guard let resolved = resolve(key.key, statement) else { continue }
      var isColumn = outputs.contains(resolved)
      if outputs.isEmpty, case .variable = resolved { isColumn = true }
      // Of grouped rows, any count may decide the order; of paths, any measure.
      if hasCount, case .count = resolved { isColumn = true }
      if case .path = statement {
        switch resolved {
        case .length, .confidence, .sources: isColumn = isColumn || outputs.isEmpty
        case .variable, .count: break
        }
      }
      guard isColumn else {
        report(
          "syntax", "\(SyntaxPrinter.output(key.key)) is no column of the answer", at: key.key.span,
          hint: "return it too, or order by a column that is returned")
        continue
      }
      order.append(AlgebraOrder(key: resolved, isDescending: key.isDescending))
    }
    return order
  }
}

extension OutputSyntax {
  var span: Span {
    switch self {
    case .variable(_, let span), .count(_, let span), .length(let span), .confidence(let span), .sources(let span): span
    }
  }
}

extension ConditionSyntax {
  var span: Span {
    switch self {
    case .field(_, _, _, let span), .like(_, _, let span), .identity(_, _, _, let span), .sameSource(let span),
      .avoid(_, let span), .absent(_, let span):
      span
    }
  }
}
