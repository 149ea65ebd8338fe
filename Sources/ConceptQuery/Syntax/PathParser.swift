import ConceptModel

/// Regular expressions over relation names, as between brackets and behind `=` in `@relation`.
extension TokenCursor {
  /// The deepest nesting of parentheses that is read.
  static let maximumNesting = 100
  /// The largest bound of a repetition.
  static let maximumBound = 1000

  /// pseq { "|" pseq }
  mutating func parsePath(depth: Int) -> PathSyntax {
    var parts = [parseSequence(depth: depth)]
    while take("|") { parts.append(parseSequence(depth: depth)) }
    return parts.count == 1 ? parts[0] : .alternation(parts)
  }

  /// pinv { "/" pinv }
  private mutating func parseSequence(depth: Int) -> PathSyntax {
    var parts = [parseInverse(depth: depth)]
    while take("/") { parts.append(parseInverse(depth: depth)) }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  /// ["^"] patom [quant]
  private mutating func parseInverse(depth: Int) -> PathSyntax {
    let isInverse = take("^")
    let start = current.span
    var path = parseAtom(depth: depth)
    if let quantifier = parseQuantifier(inBrackets: true) {
      path = .repeated(path, quantifier, start.through(previous?.span ?? start))
    }
    return isInverse ? .inverse(path) : path
  }

  private mutating func parseAtom(depth: Int) -> PathSyntax {
    let token = current
    if token.isMark("(") { return parseGroup(depth: depth) }
    if token.isMark("!") {
      advance()
      return parseNegated(from: token.span)
    }
    switch token.kind {
    case .word, .iri:
      let (name, span) = parseRelationName()
      return name == "any" || name == "ANY" ? .any(span) : .relation(name, span)
    case .variable(let name):
      report(
        "?\(name) cannot be part of a larger expression", at: token.span,
        hint: "write -[?\(name)]-> for one hop over any relation")
      advance()
    case .close, .end, .newline:
      report("a relation is missing before \(currentName)", at: token.span, hint: "write a relation name or any here")
    default:
      report("\(currentName) is no relation", at: token.span, hint: "write a relation name or any here")
      if !token.isMark("|") && !token.isMark("/") && !token.isMark(")") { advance() }
    }
    return .any(token.span)
  }

  /// A relation name: one word, or several for an imported relation with spaces, or an IRI.
  private mutating func parseRelationName() -> (name: String, span: Span) {
    let start = current.span
    if case .iri(let iri) = current.kind {
      advance()
      return ("<\(iri)>", start)
    }
    var words: [String] = []
    var last = start
    while let word = current.word {
      words.append(word)
      last = current.span
      advance()
    }
    return (words.joined(separator: " "), start.through(last))
  }

  private mutating func parseGroup(depth: Int) -> PathSyntax {
    let open = current.span
    if depth >= Self.maximumNesting {
      report(
        "parentheses are nested deeper than \(Self.maximumNesting)", at: open, code: "too-large",
        hint: "take some of them away")
      isTooDeep = true
      skipGroup()
      return .any(open)
    }
    advance()
    let inner = parsePath(depth: depth + 1)
    if !take(")"), !isTooDeep {
      report("a parenthesis is not closed", at: open, hint: "write ) before \(currentName)")
    }
    return inner
  }

  /// Skips to the end of the brackets.
  private mutating func skipGroup() {
    while !atStatementEnd {
      if case .close = current.kind { return }
      advance()
    }
  }

  private mutating func parseNegated(from start: Span) -> PathSyntax {
    var members: [NegatedSyntax] = []
    let grouped = take("(")
    repeat {
      let isInverse = take("^")
      switch current.kind {
      case .word, .iri:
        let (name, span) = parseRelationName()
        members.append(NegatedSyntax(name, isInverse: isInverse, span: span))
      default:
        report("a relation is missing behind !", at: current.span, hint: "write !name or !(name|^name)")
      }
    } while grouped && take("|")
    if grouped && !take(")") {
      report("a parenthesis is not closed", at: start, hint: "write ) before \(currentName)")
    }
    return .negated(members, start.through(previous?.span ?? start))
  }

  /// `*`, `+`, `?`, `{n}`, `{n,m}`, `{n,}`, `{,m}`.
  mutating func parseQuantifier(inBrackets: Bool) -> QuantifierSyntax? {
    let token = current
    if token.isMark("*") || token.isMark("+") || token.isMark("?") {
      advance()
      return token.isMark("*")
        ? QuantifierSyntax(0, nil) : token.isMark("+") ? QuantifierSyntax(1, nil) : QuantifierSyntax(0, 1)
    }
    guard token.isMark("{") else { return nil }
    advance()
    let lower = parseBound()
    var upper = lower
    if take(",") { upper = parseBound() }
    let span = token.span.through(current.span)
    if !take("}") {
      report("a repetition is not closed", at: token.span, hint: "write it as {2}, {2,4}, {2,} or {,4}")
      while !atStatementEnd, current.word != nil || current.isMark(",") { advance() }
      _ = take("}")
    }
    if lower == nil && upper == nil {
      report("a repetition has no numbers", at: span, hint: "write it as {2}, {2,4}, {2,} or {,4}")
      return nil
    }
    return checked(QuantifierSyntax(lower ?? 0, upper), at: span)
  }

  private mutating func parseBound() -> Int? {
    guard let word = current.word else { return nil }
    guard word.allSatisfy(\.isWholeNumber), word.utf8.count == word.count else {
      report("\(currentName) is not a number of repetitions", at: current.span, hint: "write it as {2,4}")
      advance()
      return 1
    }
    advance()
    // More digits than any accepted bound has: too large, whatever the number.
    return word.count > 9 ? Int.max : Int(word)
  }

  private mutating func checked(_ quantifier: QuantifierSyntax, at span: Span) -> QuantifierSyntax {
    let largest = max(quantifier.lower, quantifier.upper ?? 0)
    if largest > Self.maximumBound {
      report(
        "a repetition of more than \(Self.maximumBound) is not searched", at: span, code: "too-large",
        hint: "write + or * for any number, or a bound up to \(Self.maximumBound)")
      return QuantifierSyntax(0, nil)
    }
    if let upper = quantifier.upper, upper < quantifier.lower {
      report(
        "the lower bound is above the upper one", at: span, hint: "write {\(upper),\(quantifier.lower)}")
      return QuantifierSyntax(upper, quantifier.lower)
    }
    return quantifier
  }
}
