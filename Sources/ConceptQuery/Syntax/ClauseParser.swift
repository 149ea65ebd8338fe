import ConceptModel

/// `where`, `return`, `order by`, `limit` and `offset`.
extension TokenCursor {
  mutating func parseClauses(into query: inout QuerySyntax) {
    var limits: Set<String> = []
    while true {
      if takeKeyword("where") {
        parseConditions(into: &query.conditions)
      } else if current.isKeyword("return") {
        advance()
        repeat { if let output = parseOutput() { query.outputs.append(output) } } while take(",")
      } else if current.isKeyword("order") && peek().isKeyword("by") {
        advance()
        advance()
        repeat { if let key = parseOrderKey() { query.order.append(key) } } while take(",")
      } else if current.isKeyword("limit") || current.isKeyword("offset") {
        let word = current.isKeyword("limit") ? "limit" : "offset"
        if !limits.insert(word).inserted {
          report("\(word) stands twice", at: current.span, hint: "write one \(word)")
        }
        parseLimit(into: &query)
      } else {
        if current.isKeyword("with"), startsClause {
          report("with belongs to facts", at: current.span, hint: "in a query write where")
          skipStatement()
        }
        return
      }
    }
  }

  private mutating func parseLimit(into query: inout QuerySyntax) {
    let isLimit = current.isKeyword("limit")
    let keyword = current
    advance()
    guard let word = current.word, let number = Int(word), number >= 0 else {
      report("\(text.text(keyword.span)) needs a number", at: current.span, hint: "write limit 10")
      if !atStatementEnd { advance() }
      return
    }
    advance()
    if isLimit { query.limit = number } else { query.offset = number }
  }

  private mutating func parseOrderKey() -> OrderKeySyntax? {
    guard let output = parseOutput() else { return nil }
    if takeKeyword("desc") { return OrderKeySyntax(output, isDescending: true) }
    _ = takeKeyword("asc")
    return OrderKeySyntax(output, isDescending: false)
  }

  private mutating func parseOutput() -> OutputSyntax? {
    let token = current
    if case .variable(let name) = token.kind {
      advance()
      return .variable(name, token.span)
    }
    if token.isKeyword("count") {
      advance()
      return parseCount(from: token.span)
    }
    for (word, output) in [
      ("length", OutputSyntax.length(token.span)), ("confidence", .confidence(token.span)),
      ("sources", .sources(token.span)),
    ] where token.isKeyword(word) {
      advance()
      return output
    }
    report(
      "\(currentName) cannot be returned", at: token.span,
      hint: "write ?x, count(?x), length, confidence or sources")
    recover()
    return nil
  }

  private mutating func parseCount(from start: Span) -> OutputSyntax? {
    guard take("("), case .variable(let name) = current.kind else {
      report("count needs a variable", at: current.span, hint: "write count(?x)")
      recover()
      return nil
    }
    advance()
    if !take(")") { report("a parenthesis is not closed", at: current.span, hint: "write count(?\(name))") }
    return .count(name, start.through(previous?.span ?? start))
  }

  // MARK: Conditions

  private mutating func parseConditions(into conditions: inout [ConditionSyntax]) {
    repeat {
      if let condition = parseCondition() { conditions.append(condition) }
      if !atStatementEnd && !startsClause && !current.isMark(",") {
        let hint =
          current.isKeyword("and")
          ? "separate conditions with a comma" : "end the condition here, or separate conditions with a comma"
        report("\(currentName) is not expected in a condition", at: current.span, hint: hint)
        recover()
      }
    } while take(",")
  }

  private mutating func parseCondition() -> ConditionSyntax? {
    let token = current
    if case .variable(let name) = token.kind { return parseVariableCondition(name) }
    if token.isKeyword("same-source") {
      advance()
      return .sameSource(token.span)
    }
    if token.isKeyword("avoid") {
      advance()
      let node = parseNode()
      return .avoid(node, token.span.through(node.span))
    }
    if token.isKeyword("no") {
      advance()
      let chain = parseChain()
      if chain.arrows.isEmpty {
        report("no needs a relation", at: chain.span, hint: "write it as: no _ ⊑ ?x")
      }
      return .absent(chain, token.span.through(chain.span))
    }
    return parseFieldCondition()
  }

  private mutating func parseVariableCondition(_ name: String) -> ConditionSyntax? {
    let start = current.span
    advance()
    if takeKeyword("like") {
      guard case .string(let pattern) = current.kind else {
        report("like needs a pattern in double quotes", at: current.span, hint: "write like \"*align*\"")
        recover()
        return nil
      }
      advance()
      return .like(name, pattern, start)
    }
    if takeKeyword("is") {
      let negated = takeKeyword("not")
      return .identity(name, negated: negated, parseItem(after: nil), start)
    }
    report(
      "a condition on ?\(name) is missing", at: current.span,
      hint: "write like \"…\", is A or is not A; a relation belongs before where, or behind no")
    recover()
    return nil
  }

  private mutating func parseFieldCondition() -> ConditionSyntax? {
    let token = current
    guard let word = token.word else {
      report("a condition is missing before \(currentName)", at: token.span, hint: conditionHint)
      recover()
      return nil
    }
    advance()
    let comparison: Comparison
    if case .sign(.same) = current.kind {
      comparison = .equal
      advance()
    } else if case .sign(.different) = current.kind {
      comparison = .unequal
      advance()
    } else if case .comparison(let text) = current.kind {
      comparison = Comparison(rawValue: text) ?? .equal
      advance()
    } else if takeKeyword("in") {
      return parseMembers(word, .isIn, token.span)
    } else if current.isKeyword("not"), peek().isKeyword("in") {
      advance()
      advance()
      return parseMembers(word, .isNotIn, token.span)
    } else {
      let isGlob = word == "quote" && current.isKeyword("like")
      report(
        "\"\(word)\" is no condition", at: token.span,
        hint: isGlob ? "write it with =, which reads * and ?: quote = \"*…*\"" : conditionHint)
      recover()
      return nil
    }
    guard let value = parseValue() else { return nil }
    return .field(word, comparison, [value], token.span)
  }

  private var conditionHint: String { "write FIELD = value, same-source, avoid A, no A ⊑ ?x or ?x like \"…\"" }

  private mutating func parseMembers(_ field: String, _ comparison: Comparison, _ span: Span) -> ConditionSyntax? {
    guard take("(") else {
      report("in needs a list in parentheses", at: current.span, hint: "write in (a, b)")
      recover()
      return nil
    }
    var values: [ValueSyntax] = []
    repeat { if let value = parseValue() { values.append(value) } } while take(",")
    if !take(")") { report("a parenthesis is not closed", at: current.span, hint: "write ) here") }
    return values.isEmpty ? nil : .field(field, comparison, values, span)
  }

  /// A string, or words and marks up to a comma, `)`, clause or end; tokens that touch are joined as written.
  mutating func parseValue() -> ValueSyntax? {
    let start = current.span
    if case .string(let value) = current.kind {
      advance()
      return ValueSyntax(value, span: start)
    }
    var last: Span?
    while !atStatementEnd, !current.isMark(","), !current.isMark(")"), last == nil || !startsClause {
      if last != nil, current.isKeyword("and") { break }
      if current.afterSpace, last != nil, current.word == nil { break }
      guard isValuePart(current) else { break }
      last = current.span
      advance()
    }
    guard let last else {
      report("a value is missing before \(currentName)", at: start, hint: "write a name, number, date or \"text\"")
      recover()
      return nil
    }
    let span = start.through(last)
    let words = text.text(span).split(whereSeparator: \.isWhitespace)
    return ValueSyntax(words.joined(separator: " "), span: span)
  }

  private func isValuePart(_ token: Token) -> Bool {
    switch token.kind {
    case .word, .anything, .sense: true
    case .mark(let mark): "/:@+!?*".contains(mark)
    case .iri: true
    case .string, .variable, .sign, .open, .close, .comparison, .newline, .bad, .end: false
    }
  }
}
