import ConceptModel

/// Cuts notation into tokens; every odd character is reported once and skipped.
struct Lexer {
  let text: NotationText
  private var position = 0
  private var depth = 0
  private var tokens: [Token] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ text: NotationText) { self.text = text }

  /// The tokens of the text, with the ends of lines that do not end a statement left out, and `.end` last.
  static func tokens(of text: NotationText) -> (tokens: [Token], diagnostics: [Diagnostic]) {
    var lexer = Lexer(text)
    lexer.run()
    return (joiningLines(lexer.tokens), lexer.diagnostics)
  }

  private var scalars: [Unicode.Scalar] { text.scalars }

  private func scalar(_ ahead: Int = 0) -> Unicode.Scalar? {
    let index = position + ahead
    return index < text.scalars.count && index >= 0 ? text.scalars[index] : nil
  }

  private mutating func run() {
    var afterSpace = true
    while let scalar = scalar() {
      if scalar == "\n" || scalar == "\r" && self.scalar(1) != "\n" {
        emit(.newline, length: 1, afterSpace: true)
        depth = 0
        afterSpace = true
      } else if Lexer.isSpace(scalar) {
        position += 1
        afterSpace = true
      } else if scalar == "#" && afterSpace {
        while let next = self.scalar(), next != "\n", next != "\r" { position += 1 }
      } else {
        lexToken(scalar, afterSpace: afterSpace)
        afterSpace = false
      }
    }
    tokens.append(Token(kind: .end, span: Span(position, position), afterSpace: true))
  }

  private mutating func report(_ message: String, at span: Span, hint: String) {
    guard diagnostics.count < TokenCursor.maximumProblems else { return }
    diagnostics.append(text.diagnostic("syntax", message, at: span, hint: hint))
  }

  private mutating func emit(_ kind: Token.Kind, length: Int, afterSpace: Bool) {
    tokens.append(Token(kind: kind, span: Span(position, position + length), afterSpace: afterSpace))
    position += length
  }

  private mutating func lexToken(_ scalar: Unicode.Scalar, afterSpace: Bool) {
    if scalar == "\"" || scalar == "\u{201C}" { return lexString(afterSpace: afterSpace) }
    if scalar == "#" { return lexSense(afterSpace: afterSpace) }
    if scalar == "?", let next = self.scalar(1), Lexer.isLetter(next) { return lexVariable(afterSpace: afterSpace) }
    if scalar == "<", let length = iriLength() {
      let iri = text.text(Span(position + 1, position + length - 1))
      return emit(.iri(iri), length: length, afterSpace: afterSpace)
    }
    if let length = wordLength() {
      let word = text.text(Span(position, position + length))
      emit(word == "_" ? .anything : .word(word.inNormalizationFormC), length: length, afterSpace: afterSpace)
      // A dot at the end of a word closes a sentence; it is no part of the word.
      if self.scalar() == ".", self.scalar(1).map(Lexer.isSpace) ?? true || self.scalar(1) == "\n" { position += 1 }
      return
    }
    if lexArrow(afterSpace: afterSpace) { return }
    if "/|,;:(){}*+?!^@".unicodeScalars.contains(scalar) {
      return emit(.mark(Character(scalar)), length: 1, afterSpace: afterSpace)
    }
    reportOddCharacter(scalar, afterSpace: afterSpace)
  }

  private func starts(with word: String) -> Bool {
    for (index, scalar) in word.unicodeScalars.enumerated() where self.scalar(index) != scalar { return false }
    return true
  }

  /// Brackets, signs and comparisons, longest first; returns false when none begins here.
  private mutating func lexArrow(afterSpace: Bool) -> Bool {
    for wrong in ["<-->", "-->", "<--", "--", "=>", "=="] where starts(with: wrong) && !starts(with: "--[") {
      reportWrongArrow(wrong)
      emit(.bad(wrong), length: wrong.unicodeScalars.count, afterSpace: afterSpace)
      return true
    }
    let brackets: [(String, Token.Kind)] = [
      ("<-[", .open(isReversed: true)), ("-[", .open(isReversed: false)), ("]->", .close(isForward: true)),
      ("]-", .close(isForward: false)),
    ]
    for (spelling, kind) in brackets where starts(with: spelling) {
      emit(kind, length: spelling.unicodeScalars.count, afterSpace: afterSpace)
      return true
    }
    for (spelling, sign) in Sign.spellings where starts(with: spelling) {
      emit(.sign(sign), length: spelling.unicodeScalars.count, afterSpace: afterSpace)
      return true
    }
    for comparison in ["<=", ">=", "<", ">"] where starts(with: comparison) {
      emit(.comparison(comparison), length: comparison.unicodeScalars.count, afterSpace: afterSpace)
      return true
    }
    return false
  }

  private mutating func reportWrongArrow(_ wrong: String) {
    let span = Span(position, position + wrong.unicodeScalars.count)
    let message: String
    switch wrong {
    case "=>": message = "\"=>\" is not an arrow here: → (->) means leads-to, ⊑ (<:) means is-a"
    case "==": message = "\"==\" is not a sign here: = means one concept"
    default: message = "\"\(wrong)\" is not an arrow here: → (->) means leads-to, -[any]-> means any relation"
    }
    let hint = wrong == "==" ? "write =" : "write -> or -[any]->"
    report(message, at: span, hint: hint)
  }

  private mutating func reportOddCharacter(_ scalar: Unicode.Scalar, afterSpace: Bool) {
    let span = Span(position, position + 1)
    let shown = scalar == "\u{FFFD}" ? "a byte that is not UTF-8" : "\"\(Character(scalar))\""
    let hint: String
    switch scalar {
    case "-": hint = "there are no negative numbers and no minus sign; put a label that has one in double quotes"
    case "]", "[": hint = "a relation is written -[name]->"
    default: hint = "put a label with unusual characters in double quotes"
    }
    report("\(shown) has no meaning in the notation here", at: span, hint: hint)
    emit(.bad(String(Character(scalar))), length: 1, afterSpace: afterSpace)
  }
}

// MARK: - Words, strings, senses

extension Lexer {
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0B, 0x0C, 0x0D, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
      true
    default: false
    }
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      return scalar.value >= 0x61 && scalar.value <= 0x7A || scalar.value >= 0x41 && scalar.value <= 0x5A
    }
    return scalar.properties.isAlphabetic
  }

  static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return isLetter(scalar) || scalar.value >= 0x30 && scalar.value <= 0x39 }
    if scalar.properties.isAlphabetic || scalar.properties.numericType != nil { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return scalar.value == 0x200C || scalar.value == 0x200D
    }
  }

  private static func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2010, 0x2011, 0x2012, 0x2013, 0x2212: true
    default: false
    }
  }

  /// The number of scalars of the word that begins here, or nil.
  private func wordLength() -> Int? {
    var length = 0
    while let scalar = scalar(length) {
      if Lexer.isLetterOrDigit(scalar) || scalar == "_" || scalar == "&" || scalar == "'" || scalar == "\u{2019}" {
        length += 1
      } else if scalar == ".", length > 0 || self.scalar(1).map(Lexer.isLetterOrDigit) ?? false {
        length += 1
      } else if Lexer.isHyphen(scalar), length > 0, let before = self.scalar(length - 1),
        let after = self.scalar(length + 1), Lexer.isLetterOrDigit(before), Lexer.isLetterOrDigit(after)
      {
        length += 1
      } else {
        break
      }
    }
    while length > 0, scalar(length - 1) == "." { length -= 1 }
    return length > 0 ? length : nil
  }

  private func iriLength() -> Int? {
    guard let first = scalar(1), Lexer.isLetter(first) || first == "_" else { return nil }
    var length = 1
    var hasColon = false
    while let scalar = scalar(length) {
      if scalar == ">" { return hasColon ? length + 1 : nil }
      if Lexer.isSpace(scalar) || scalar == "\n" || scalar == "<" || scalar == "\"" { return nil }
      if scalar == ":" { hasColon = true }
      length += 1
    }
    return nil
  }

  private mutating func lexVariable(afterSpace: Bool) {
    var length = 1
    while let scalar = scalar(length), Lexer.isLetterOrDigit(scalar) || scalar == "_" { length += 1 }
    emit(.variable(text.text(Span(position + 1, position + length))), length: length, afterSpace: afterSpace)
  }

  private mutating func lexSense(afterSpace: Bool) {
    var length = 1
    if scalar(1) == "*" {
      length = 2
    } else {
      while let scalar = scalar(length),
        Lexer.isLetterOrDigit(scalar) || scalar == "_"
          || (scalar == "-" || scalar == ".") && self.scalar(length + 1).map(Lexer.isLetterOrDigit) ?? false
      { length += 1 }
    }
    if length == 1 {
      report(
        "a sense has no name", at: Span(position, position + 1),
        hint: "write the sense behind #, as in sandbagging#1, or a space before # for a comment")
      return emit(.bad("#"), length: 1, afterSpace: afterSpace)
    }
    emit(
      .sense(text.text(Span(position + 1, position + length)).inNormalizationFormC), length: length,
      afterSpace: afterSpace)
  }

  private mutating func lexString(afterSpace: Bool) {
    let closing: Unicode.Scalar = scalar() == "\"" ? "\"" : "\u{201D}"
    var value = String.UnicodeScalarView()
    var length = 1
    while let scalar = scalar(length), scalar != "\n" {
      if scalar == closing {
        return emit(.string(String(value).inNormalizationFormC), length: length + 1, afterSpace: afterSpace)
      }
      if scalar == "\\" {
        length += escape(at: length, into: &value)
      } else {
        value.append(scalar)
        length += 1
      }
    }
    let span = Span(position, position + length)
    report("a quotation has no end", at: span, hint: "close it with \" on the same line")
    emit(.string(String(value).inNormalizationFormC), length: length, afterSpace: afterSpace)
  }

  /// Reads `\"`, `\\`, `\n`, `\t` or `\uXXXX` at an offset; returns how many scalars it took.
  private mutating func escape(at offset: Int, into value: inout String.UnicodeScalarView) -> Int {
    let span = Span(position + offset, position + offset + 2)
    switch scalar(offset + 1) {
    case "\"": value.append("\"")
    case "\\": value.append("\\")
    case "n": value.append("\n")
    case "t": value.append("\t")
    case "u":
      let digits = text.text(Span(position + offset + 2, position + offset + 6))
      if digits.count == 4, let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code) {
        value.append(scalar)
        return 6
      }
      report("\\u needs four hexadecimal digits", at: span, hint: "for example \\u2192")
    default:
      report("this escape is not known", at: span, hint: "only \\\" \\\\ \\n \\t and \\uXXXX are")
      return 1
    }
    return 2
  }
}

// MARK: - Lines

extension Lexer {
  /// Leaves out the ends of lines inside a statement.
  private static func joiningLines(_ tokens: [Token]) -> [Token] {
    var out: [Token] = []
    out.reserveCapacity(tokens.count)
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      guard token.kind == .newline else {
        out.append(token)
        index += 1
        continue
      }
      var next = index
      while tokens[next].kind == .newline { next += 1 }
      if !joins(out, tokens, next) { out.append(token) }
      index = next
    }
    return out
  }

  private static func joins(_ before: [Token], _ tokens: [Token], _ next: Int) -> Bool {
    guard let last = before.last, last.kind != .newline else { return true }
    if tokens[next].kind == .end { return false }
    if last.joinsLines || tokens[next].continuesLine { return true }
    if isQuantifier(last), let sign = before.dropLast().last(where: { !isQuantifier($0) }), sign.joinsLines {
      return true
    }
    if before.count > 1, last.word != nil {
      // A clause word at the end of a line, if what follows makes it one.
      let ahead = [last] + tokens[next..<min(next + 3, tokens.count)]
      let isBy = last.isKeyword("by") && before[before.count - 2].isKeyword("order")
      if isBy || Keywords.startsClause(ahead, 0) { return true }
    }
    return Keywords.startsClause(tokens, next)
  }

  private static func isQuantifier(_ token: Token) -> Bool {
    if case .mark(let mark) = token.kind { return "*+?".contains(mark) }
    return false
  }
}
