import ConceptModel

/// The notation for stating facts: what `.facts` files and `add` read.
public enum Notation {
  /// The most problems that one file reports.
  static let maximumDiagnostics = 200

  /// Parses a notation file; what could be read is returned beside the problems, all found in one pass.
  ///
  /// Every fact carries its statement as evidence, with byte, code point, line and column in the file.
  /// - Parameter relations: the closed list, to which the file's own `@relation` lines are added.
  public static func parse(
    _ bytes: [UInt8], info: DocumentInfo, relations: [Relation] = Relation.builtIn
  ) -> (document: StatedDocument, diagnostics: [Diagnostic]) {
    let text = NotationText(bytes: bytes, file: info.path.isEmpty ? info.id.value : info.path)
    let (tokens, lexical) = Lexer.tokens(of: text)
    var parser = NotationParser(text: text, tokens: tokens, info: info, relations: relations)
    parser.run()
    var diagnostics = lexical + parser.cursor.diagnostics + parser.warnings
    diagnostics += text.badBytes.prefix(20).map {
      Diagnostic(
        .warning, code: "bad-encoding", message: "byte \($0) is not UTF-8 and was read as U+FFFD", file: text.file,
        hint: "save the file as UTF-8")
    }
    diagnostics.sort { a, b in (a.place?.line ?? 0, a.place?.column ?? 0) < (b.place?.line ?? 0, b.place?.column ?? 0) }
    return (parser.document, Array(diagnostics.prefix(maximumDiagnostics)))
  }
}

/// A term of a fact as it is turned into an edge.
struct NotationParser {
  var cursor: TokenCursor
  var document: StatedDocument
  var warnings: [Diagnostic] = []
  /// The closed list with the file's own declarations.
  var relations: [String: Relation]
  /// Names that are only the other direction of a declared relation.
  var inverses: [String: String] = [:]
  var source: DocumentID?
  /// Whether `@reading ⊂ = kinds` stood above.
  var readsKinds = false

  init(text: NotationText, tokens: [Token], info: DocumentInfo, relations: [Relation]) {
    cursor = TokenCursor(text: text, tokens: tokens)
    document = StatedDocument(info: info)
    self.relations = [:]
    for relation in relations {
      self.relations[relation.name] = relation
      if let inverse = relation.inverse { inverses[inverse] = relation.name }
    }
  }

  mutating func run() {
    while cursor.current.kind != .end {
      if cursor.current.kind == .newline || cursor.current.isMark(";") {
        cursor.advance()
      } else if cursor.current.isMark("@") {
        parsePragma()
        endStatement()
      } else {
        parseFact()
        endStatement()
      }
    }
  }

  private mutating func endStatement() {
    if !cursor.atStatementEnd {
      cursor.report(
        "\(cursor.currentName) is not expected here", at: cursor.current.span,
        hint: "begin a new line for a new fact; put a label with unusual characters in double quotes")
      cursor.skipStatement()
    }
  }

  /// The evidence of a statement: its own characters in the file.
  func evidence(_ span: Span) -> Evidence {
    let text = cursor.text
    let line = text.line(at: span.lower)
    return Evidence(
      document: document.info.id, quote: text.text(span), start: span.lower, end: span.upper,
      bytes: text.byteOffsets[span.lower]..<text.byteOffsets[span.upper], line: line + 1,
      column: span.lower - text.lineStarts[line] + 1)
  }
}
