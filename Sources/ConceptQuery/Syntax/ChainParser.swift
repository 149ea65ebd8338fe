import ConceptModel

/// Chains, nodes and arrows: the part of the notation that stating and asking share.
extension TokenCursor {
  /// node { arrow node }
  mutating func parseChain() -> ChainSyntax {
    var nodes = [parseNode()]
    var arrows: [ArrowSyntax] = []
    while startsArrow {
      let arrow = parseArrow()
      arrows.append(arrow)
      nodes.append(parseNode(after: arrow))
    }
    return ChainSyntax(nodes: nodes, arrows: arrows)
  }

  var startsArrow: Bool {
    switch current.kind {
    case .sign, .open, .comparison: true
    case .bad(let text): text.count > 1
    default: false
    }
  }

  /// item { ("/" | "|") item }
  mutating func parseNode(after arrow: ArrowSyntax? = nil) -> NodeSyntax {
    var items = [parseItem(after: arrow)]
    while current.isMark("/") || current.isMark("|") {
      advance()
      items.append(parseItem(after: nil))
    }
    let span = (items.first?.span ?? current.span).through(items.last?.span ?? current.span)
    return NodeSyntax(items, span: span)
  }

  mutating func parseItem(after arrow: ArrowSyntax?) -> ItemSyntax {
    let token = current
    switch token.kind {
    case .variable(let name):
      advance()
      return .variable(name, token.span)
    case .anything:
      advance()
      return .anything(token.span)
    case .iri(let iri):
      advance()
      return .term(TermSyntax(iri, isIRI: true, span: token.span))
    case .string(let label):
      advance()
      if label.allSatisfy(\.isWhitespace) {
        report("a label has no text", at: token.span, hint: "write the label between the quotation marks")
        return .missing(token.span)
      }
      return .term(finishTerm(label, from: token.span))
    case .word where !startsClause: return parseBareTerm()
    default: return missingItem(after: arrow)
    }
  }

  private mutating func parseBareTerm() -> ItemSyntax {
    let start = current.span
    var words: [String] = []
    var last = start
    while let word = current.word, words.isEmpty || !startsClause {
      words.append(word)
      last = current.span
      advance()
      if case .sense = current.kind { break }
    }
    return .term(finishTerm(words.joined(separator: " "), from: start.through(last)))
  }

  private mutating func finishTerm(_ label: String, from span: Span) -> TermSyntax {
    if case .sense(let sense) = current.kind {
      let whole = span.through(current.span)
      advance()
      return TermSyntax(label, sense: sense, span: whole)
    }
    return TermSyntax(label, span: span)
  }

  /// Reports that a concept is missing; the wrong token stays, unless nothing could begin with it.
  private mutating func missingItem(after arrow: ArrowSyntax?) -> ItemSyntax {
    let span = current.span
    let hint = "write a concept, ?x or _ here"
    if let arrow, startsArrow {
      let signs = (text.text(arrow.span), text.text(current.span))
      report("a concept is missing between \(signs.0) and \(signs.1)", at: span, hint: hint)
    } else if let arrow, atStatementEnd || startsClause || current.isMark(",") {
      let after = Span(max(0, span.lower), span.upper)
      report("a concept is missing after \(text.text(arrow.span))", at: after, hint: hint)
    } else if startsArrow {
      report("a concept is missing before \(text.text(span))", at: span, hint: hint)
    } else if case .bad = current.kind {
      advance()
      if !atStatementEnd, current.word != nil { return parseItem(after: nil) }
    } else if case .mark("?") = current.kind {
      report("a variable is written ? and a letter, as in ?x", at: span, hint: "write ?x")
      advance()
    } else {
      report("a concept is missing before \(currentName)", at: span, hint: hint)
      if !atStatementEnd && !startsClause && !current.isMark(",") && !current.isMark("/") && !current.isMark("|") {
        advance()
      }
    }
    return .missing(span)
  }

  /// (SIGN | LABELLED) [quant]
  mutating func parseArrow() -> ArrowSyntax {
    let token = current
    var arrow: ArrowSyntax
    switch token.kind {
    case .sign(let sign):
      advance()
      arrow = ArrowSyntax(.sign(sign), span: token.span)
    case .open(let isReversed):
      arrow = parseLabelledArrow(isReversed: isReversed)
    default:
      if case .comparison = token.kind {
        report(
          "\"\(text.text(token.span))\" compares values; it is no relation", at: token.span,
          hint: "write <: for is-a or -> for leads-to; comparisons stand behind where")
      }
      advance()
      arrow = ArrowSyntax(.path(.any(token.span)), span: token.span)
    }
    let quantifierSpan = current.span
    if let quantifier = parseQuantifier(inBrackets: false) {
      arrow.quantifier = quantifier
      checkQuantified(arrow, at: quantifierSpan)
      arrow.span = arrow.span.through(previous?.span ?? arrow.span)
    }
    return arrow
  }

  private mutating func checkQuantified(_ arrow: ArrowSyntax, at span: Span) {
    switch arrow.body {
    case .variable(let name, _):
      report(
        "?\(name) stands for the relation of one hop and cannot be repeated", at: span,
        hint: "drop the quantifier, or write -[any]-> to go over any relations")
    case .denied:
      report("a denial cannot be repeated", at: span, hint: "drop the quantifier")
    case .sign(.notIsA), .sign(.notConditions), .sign(.notLeadsTo):
      report("a denial cannot be repeated", at: span, hint: "drop the quantifier")
    case .sign, .path: break
    }
  }

  private mutating func parseLabelledArrow(isReversed: Bool) -> ArrowSyntax {
    let open = current.span
    advance()
    let body = parseArrowBody(open)
    var direction: ArrowDirection = isReversed ? .backward : .forward
    if case .close(let isForward) = current.kind {
      if isReversed && isForward {
        report("an arrow points both ways", at: current.span, hint: "write -[…]- for either direction")
      }
      if !isReversed { direction = isForward ? .forward : .either }
      advance()
    } else {
      let hint =
        current.isMark(":") ? "there are no prefixes: write the local name alone, or <IRI>" : "write ]-> or ]- here"
      report("the bracket is not closed before \(currentName)", at: current.span, hint: hint)
      while !atStatementEnd {
        if case .close = current.kind { break }
        if startsClause || current.isMark(",") { break }
        advance()
      }
      if case .close = current.kind { advance() }
    }
    return ArrowSyntax(body, direction: direction, span: open.through(previous?.span ?? open))
  }

  private mutating func parseArrowBody(_ open: Span) -> ArrowBody {
    let token = current
    if case .variable(let name) = token.kind {
      advance()
      return .variable(name, token.span)
    }
    if token.isKeyword("not"), peek().word != nil {
      let name = peek()
      advance()
      advance()
      return .denied(name.word ?? "", name.span)
    }
    if case .close = token.kind {
      report(
        "no relation stands between the brackets", at: open.through(token.span),
        hint: "write a relation, or any for all of them")
      return .path(.any(token.span))
    }
    return .path(parsePath(depth: 0))
  }
}
