import ConceptModel

/// A place in a list of tokens, with what every parser of the notation needs: look-ahead, errors and recovery.
struct TokenCursor {
  let text: NotationText
  let tokens: [Token]
  private(set) var index = 0
  var diagnostics: [Diagnostic] = []
  /// Set when parentheses were nested too deep; what follows from that is not reported again.
  var isTooDeep = false

  init(text: NotationText, tokens: [Token]) {
    self.text = text
    self.tokens = tokens
  }

  var current: Token { tokens[index] }
  var previous: Token? { index > 0 ? tokens[index - 1] : nil }

  func peek(_ ahead: Int = 1) -> Token { tokens[min(index + ahead, tokens.count - 1)] }

  mutating func advance() { if index + 1 < tokens.count { index += 1 } }

  /// Goes back to a token that was passed before.
  mutating func rewind(to earlier: Int) { index = earlier }

  mutating func take(_ mark: Character) -> Bool {
    guard current.isMark(mark) else { return false }
    advance()
    return true
  }

  mutating func takeKeyword(_ keyword: String) -> Bool {
    guard current.isKeyword(keyword) else { return false }
    advance()
    return true
  }

  /// Whether the statement ends here.
  var atStatementEnd: Bool {
    current.kind == .end || current.kind == .newline || current.isMark(";")
  }

  var startsClause: Bool { Keywords.startsClause(tokens, index) }

  /// The most problems that are kept; a text with more is no text of the notation.
  static let maximumProblems = 200

  /// Reports an error, at most once at any place.
  mutating func report(_ message: String, at span: Span, code: String = "syntax", hint: String? = nil) {
    guard diagnostics.count < Self.maximumProblems else { return }
    let place = text.place(span)
    if diagnostics.contains(where: { $0.place?.line == place.line && $0.place?.column == place.column }) { return }
    diagnostics.append(
      Diagnostic(.error, code: code, message: message, file: text.file, place: place, hint: hint))
  }

  /// Skips to the next comma, clause or end of the statement after an error.
  mutating func recover() {
    while !atStatementEnd && !current.isMark(",") && !startsClause { advance() }
  }

  /// Skips to the end of the statement.
  mutating func skipStatement() {
    while !atStatementEnd { advance() }
  }

  /// The token as a reader would name it.
  var currentName: String {
    switch current.kind {
    case .end: "the end"
    case .newline: "the end of the line"
    default: "\"\(text.text(current.span))\""
    }
  }
}
