import ConceptModel

/// Tells SPARQL from the native notation by the first words.
public enum SPARQLText {
  /// Whether a text is SPARQL: a file ending in `.rq`, or a first word with what only SPARQL puts behind it.
  public static func isSPARQL(_ text: String, file: String = "query") -> Bool {
    if file.hasSuffix(".rq") { return true }
    let (first, rest) = firstWord(of: text)
    switch first.uppercased() {
    case "PREFIX": return startsWithPrefixedName(rest)
    case "BASE": return rest.hasPrefix("<")
    case "SELECT":
      return ["?", "$", "*", "("].contains(where: rest.hasPrefix)
        || ["DISTINCT", "REDUCED"].contains(firstWord(of: rest).word.uppercased())
    case "CONSTRUCT", "ASK":
      return rest.hasPrefix("{") || ["WHERE", "FROM"].contains(firstWord(of: rest).word.uppercased())
    case "DESCRIBE":
      // A colon right behind the word is the native one, as in describe: scheming.
      return ["?", "$", "*", "<"].contains(where: rest.hasPrefix)
        || !rest.hasPrefix(":") && startsWithPrefixedName(rest)
    default: return false
    }
  }

  /// What is said to SPARQL until it is answered.
  static func refusal(_ text: String, file: String) -> Diagnostic {
    let notation = NotationText(text, file: file)
    let (word, _) = firstWord(of: text)
    let lower = notation.scalars.firstIndex { !Lexer.isSpace($0) && $0 != "\n" && $0 != "\r" } ?? 0
    return notation.diagnostic(
      "not-expressible", "SPARQL is not supported yet by this version", at: Span(lower, lower + word.count),
      hint: "ask in the native notation, such as: ?x ⊑+ deception")
  }

  /// The first word and what follows it, comments and white space passed over.
  private static func firstWord(of text: some StringProtocol) -> (word: String, rest: Substring) {
    var rest = Substring(text)
    while let character = rest.first {
      if character.isWhitespace || character == "\u{FEFF}" {
        rest = rest.dropFirst()
      } else if character == "#" {
        rest = rest.drop { !$0.isNewline }
      } else {
        break
      }
    }
    let word = rest.prefix { $0.isLetter }
    return (String(word), rest.dropFirst(word.count).drop { $0.isWhitespace })
  }

  /// A prefix and a colon with no space between them, such as `skos:`.
  private static func startsWithPrefixedName(_ text: Substring) -> Bool {
    let name = text.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == "." }
    return text.dropFirst(name.count).first == ":"
  }
}
