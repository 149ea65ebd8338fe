/// The signs of the notation that stand for a relation of their own.
public enum Sign: String, Hashable, Sendable, CaseIterable {
  case isA = "⊑"
  case isAReversed = "⊒"
  case conditions = "⊂"
  case conditionsReversed = "⊃"
  case leadsTo = "→"
  case leadsToReversed = "←"
  case same = "="
  case different = "≠"
  case notIsA = "⋢"
  case notConditions = "⊄"
  case notLeadsTo = "↛"
  case mapsTo = "≈"
  case conflated = "≬"
  case route = "~>"
  case routeReversed = "<~"
  case routeEither = "~"

  /// Every spelling of every sign, ASCII forms and other glyphs included.
  static let spellings: [(text: String, sign: Sign)] = [
    // As other systems decompose them: a sign and a long stroke over it.
    ("=\u{338}", .different), ("≡\u{338}", .different), ("⊑\u{338}", .notIsA), ("⊂\u{338}", .notConditions),
    ("⊆\u{338}", .notConditions), ("→\u{338}", .notLeadsTo),
    ("!<:", .notIsA), ("!<<", .notConditions), ("!->", .notLeadsTo),
    ("<:", .isA), (":>", .isAReversed), ("<<", .conditions), (">>", .conditionsReversed), ("->", .leadsTo),
    ("<-", .leadsToReversed), ("!=", .different), ("~=", .mapsTo), ("><", .conflated), ("~>", .route),
    ("<~", .routeReversed),
    ("⊑", .isA), ("⊏", .isA), ("⊒", .isAReversed), ("⊐", .isAReversed), ("⊂", .conditions), ("⊆", .conditions),
    ("⊃", .conditionsReversed), ("⊇", .conditionsReversed), ("→", .leadsTo), ("⟶", .leadsTo), ("⇒", .leadsTo),
    ("←", .leadsToReversed), ("⟵", .leadsToReversed), ("⇐", .leadsToReversed), ("≡", .same), ("≠", .different),
    ("≢", .different), ("⋢", .notIsA), ("⊄", .notConditions), ("⊈", .notConditions), ("↛", .notLeadsTo),
    ("≈", .mapsTo), ("≬", .conflated), ("⇝", .route), ("=", .same), ("~", .routeEither),
  ]
}

/// A word, sign or mark of a query or notation file.
struct Token: Sendable {
  enum Kind: Hashable, Sendable {
    case word(String)
    /// A quoted string, unescaped.
    case string(String)
    case variable(String)
    case anything
    case iri(String)
    /// `#name` or `#*` attached to a term.
    case sense(String)
    case sign(Sign)
    /// `-[` or `<-[`.
    case open(isReversed: Bool)
    /// `]->` or `]-`.
    case close(isForward: Bool)
    /// `<`, `<=`, `>`, `>=`.
    case comparison(String)
    /// One of `/ | , ; : ( ) { } * + ? ! ^ @`.
    case mark(Character)
    case newline
    /// A character sequence that belongs to no token; an error was reported.
    case bad(String)
    case end
  }

  var kind: Kind
  var span: Span
  /// Whether white space or the beginning of the text stands before it.
  var afterSpace: Bool

  /// The word, when the token is one.
  var word: String? { if case .word(let word) = kind { word } else { nil } }

  /// Whether the token is the keyword in lower or UPPER case.
  func isKeyword(_ keyword: String) -> Bool {
    guard case .word(let word) = kind, word.utf8.count == keyword.utf8.count else { return false }
    return word == keyword || word == keyword.uppercased()
  }

  func isMark(_ mark: Character) -> Bool { kind == .mark(mark) }

  /// Whether a statement goes on in the next line after this token.
  var joinsLines: Bool {
    switch kind {
    case .sign, .open, .close, .comparison: true
    case .mark(let mark): "/|,(".contains(mark)
    case .word, .string, .variable, .anything, .iri, .sense, .newline, .bad, .end: false
    }
  }

  /// Whether a line that begins with this token goes on with the statement before it.
  var continuesLine: Bool {
    switch kind {
    case .sign, .open, .close, .comparison: true
    case .mark(let mark): "/|,)".contains(mark)
    case .word, .string, .variable, .anything, .iri, .sense, .newline, .bad, .end: false
    }
  }
}
