import ConceptModel

/// Reads a query into its syntax tree; all errors are found in one pass.
enum QueryParser {
  /// The largest text that is read as a query, in bytes.
  static let maximumBytes = 4 << 20
  /// The most arrows that a query has.
  static let maximumArrows = 1000
  /// The most errors that one query reports.
  static let maximumErrors = 50

  /// Parses exactly one query.
  static func parse(_ text: NotationText) -> (syntax: QuerySyntax?, diagnostics: [Diagnostic]) {
    let (tokens, lexical) = Lexer.tokens(of: text)
    var cursor = TokenCursor(text: text, tokens: tokens)
    cursor.diagnostics = Array(lexical.prefix(maximumErrors))
    while cursor.current.kind == .newline || cursor.current.isMark(";") { cursor.advance() }
    if cursor.current.kind == .end {
      if cursor.diagnostics.isEmpty {
        cursor.report("there is no query", at: cursor.current.span, hint: "write one, such as: ?x ⊑+ deception")
      }
      return (nil, cursor.diagnostics)
    }
    let syntax = cursor.parseQuery()
    cursor.parseQueryEnd()
    if let excess = syntax.chains.excess(over: maximumArrows) {
      cursor.report(
        "a query of more than \(maximumArrows) arrows is not searched", at: excess, code: "too-large",
        hint: "ask for parts of it, one query each")
      return (nil, cursor.diagnostics)
    }
    cursor.diagnostics.sort { a, b in
      (a.place?.line ?? 0, a.place?.column ?? 0) < (b.place?.line ?? 0, b.place?.column ?? 0)
    }
    return (syntax, Array(cursor.diagnostics.prefix(maximumErrors)))
  }
}

extension QuerySyntax {
  /// Every chain of the query, those of conditions among them.
  fileprivate var chains: [ChainSyntax] {
    var chains: [ChainSyntax]
    switch statement {
    case .patterns(let all, _): chains = all
    case .path(let chain, _, _), .why(let chain): chains = [chain]
    case .whySame, .describe, .compare, .conflations: chains = []
    }
    for case .absent(let chain, _) in conditions { chains.append(chain) }
    return chains
  }
}

extension [ChainSyntax] {
  /// The place of the first arrow beyond a number of them.
  fileprivate func excess(over limit: Int) -> Span? {
    var count = 0
    for chain in self {
      if count + chain.arrows.count > limit { return chain.arrows[limit - count].span }
      count += chain.arrows.count
    }
    return nil
  }
}

extension TokenCursor {
  fileprivate mutating func parseQueryEnd() {
    if !atStatementEnd {
      report("\(currentName) is not expected here", at: current.span, hint: endHint)
      skipStatement()
    }
    while current.kind == .newline || current.isMark(";") { advance() }
    if current.kind != .end {
      report(
        "a second query begins here", at: current.span, hint: "ask one query at a time, or join lines with a comma")
    }
  }

  private var endHint: String {
    switch current.kind {
    case .mark("("), .mark(")"): "put a label with parentheses in double quotes"
    case .mark(":"): "put a label with a colon in double quotes, an IRI in < >"
    case .word(let word) where word == "and" || word == "AND": "separate patterns and conditions with a comma"
    case .word(let word) where Relation.builtIn.contains { $0.name == word }:
      "a relation stands between brackets: -[\(word)]->"
    default: "end the query here, or separate patterns with a comma"
    }
  }

  /// Whether an operator follows the statement words, so that they are a term themselves.
  private func isArrow(_ token: Token) -> Bool {
    switch token.kind {
    case .sign, .open: true
    default: false
    }
  }

  fileprivate mutating func parseQuery() -> QuerySyntax {
    let start = index
    let first = current.span
    if let statement = parseStatement() {
      var query = statement.query
      if !statement.hadColon, statement.headEnd > start {
        query.head = HeadSyntax(
          words: tokens[start..<statement.headEnd].compactMap(\.word).joined(separator: " "),
          span: first.through(tokens[statement.headEnd - 1].span))
      }
      parseClauses(into: &query)
      return query
    }
    var query = QuerySyntax(.patterns(parsePatterns(), force: nil))
    parseClauses(into: &query)
    return query
  }

  private struct ParsedStatement {
    var query: QuerySyntax
    var headEnd: Int
    var hadColon: Bool
  }

  private mutating func parseStatement() -> ParsedStatement? {
    let start = index
    let selection = parseSelectorAndMode()
    if current.isKeyword("path") || current.isKeyword("paths") {
      advance()
      guard let head = endHead(from: start) else { return nil }
      let chain = parseChain()
      return ParsedStatement(
        query: QuerySyntax(.path(chain, selector: selection.selector, mode: selection.mode)), headEnd: head.end,
        hadColon: head.colon)
    }
    rewind(to: start)
    guard let keyword = Keywords.statements.first(where: current.isKeyword) else { return nil }
    advance()
    let isSame = keyword == "why" && current.isKeyword("same") && !isArrow(peek())
    if isSame { advance() }
    if keyword == "conflations", current.isKeyword("of") { advance() }
    guard let head = endHead(from: start) else { return nil }
    let statement = parseStatementBody(keyword, isSame: isSame)
    return ParsedStatement(query: QuerySyntax(statement), headEnd: head.end, hadColon: head.colon)
  }

  /// Passes the colon behind statement words; nil when they turn out to be a term of their own.
  private mutating func endHead(from start: Int) -> (end: Int, colon: Bool)? {
    let end = index
    if take(":") { return (end, true) }
    if isArrow(current) {
      rewind(to: start)
      return nil
    }
    return (end, false)
  }

  private mutating func parseStatementBody(_ keyword: String, isSame: Bool) -> StatementSyntax {
    switch keyword {
    case "ask": return .patterns(parsePatterns(), force: .ask)
    case "find": return .patterns(parsePatterns(), force: .find)
    case "why" where isSame:
      let pair = parsePair("why same")
      return .whySame(pair.0, pair.1)
    case "why":
      let chain = parseChain()
      if chain.arrows.isEmpty {
        report(
          "why needs a relation to explain", at: chain.span,
          hint: "write it as: why A → B, or: why same A, B")
      }
      return .why(chain)
    case "describe": return .describe(parseNode())
    case "compare":
      let pair = parsePair("compare")
      return .compare(pair.0, pair.1)
    default:
      return .conflations(atStatementEnd ? nil : parseNode())
    }
  }

  private mutating func parsePair(_ statement: String) -> (NodeSyntax, NodeSyntax) {
    let first = parseNode()
    if !take(",") {
      report(
        "\(statement) needs two concepts", at: current.span, hint: "write them with a comma: \(statement) A, B")
      return (first, NodeSyntax([.missing(current.span)], span: current.span))
    }
    return (first, parseNode())
  }

  mutating func parsePatterns() -> [ChainSyntax] {
    var chains = [parseChain()]
    while take(",") { chains.append(parseChain()) }
    return chains
  }

  // MARK: Selectors and modes

  private mutating func parseSelectorAndMode() -> (selector: PathSelector, mode: PathModeSyntax) {
    let selector = parseSelector()
    var mode = PathModeSyntax.simple
    if let word = Keywords.modes.first(where: current.isKeyword) {
      mode = PathModeSyntax(rawValue: word) ?? .simple
      advance()
    }
    return (selector, mode)
  }

  private mutating func parseSelector() -> PathSelector {
    if takeKeyword("all") { return takeKeyword("shortest") ? .allShortest : .all }
    if takeKeyword("any") {
      if takeKeyword("shortest") { return .anyShortest }
      return takeCount().map { .any($0) } ?? .anyShortest
    }
    if takeKeyword("shortest") {
      guard let count = takeCount() else { return .anyShortest }
      return takeKeyword("group") || takeKeyword("groups") ? .shortestGroups(count) : .shortest(count)
    }
    return .anyShortest
  }

  /// A positive number of paths; digits that are none are reported where nothing but a count could be meant.
  private mutating func takeCount() -> Int? {
    guard let word = current.word, word.allSatisfy(\.isNumber) else { return nil }
    if let number = Int(word), number > 0 {
      advance()
      return number
    }
    guard [peek(), peek(2)].contains(where: { $0.isKeyword("path") || $0.isKeyword("paths") }) else { return nil }
    report(
      "\"\(word)\" is no number of paths", at: current.span, code: "bad-value", hint: "write a number from 1, such as 3"
    )
    advance()
    return 1
  }
}
