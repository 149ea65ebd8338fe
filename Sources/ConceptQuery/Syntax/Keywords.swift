/// The words with a meaning of their own, and where they have it.
enum Keywords {
  /// The fields of `where` and `with`.
  static let fields = [
    "source", "author", "date", "confidence", "agreed-by", "rule", "polarity", "modality", "length", "quote",
  ]
  static let statements = ["ask", "find", "path", "paths", "why", "describe", "compare", "conflations"]
  static let selectors = ["all", "any", "shortest"]
  /// What may follow a pattern.
  static let clauses = ["where", "return", "order by", "limit", "offset"]
  static let modes = ["walk", "trail", "acyclic", "simple"]
  static let measures = ["length", "confidence", "sources"]

  /// Whether a clause begins at a token, so that a bare term ends before it.
  static func startsClause(_ tokens: [Token], _ index: Int) -> Bool {
    let token = tokens[index]
    guard token.word != nil else { return false }
    let next = index + 1 < tokens.count ? tokens[index + 1] : nil
    if token.isKeyword("where") { return true }
    if token.isKeyword("with") { return startsProperties(tokens, index) }
    if token.isKeyword("return") { return startsReturn(tokens, index) }
    if token.isKeyword("order") { return next?.isKeyword("by") ?? false }
    if token.isKeyword("limit") || token.isKeyword("offset") {
      return next?.word.flatMap { Int($0) } != nil
    }
    return false
  }

  private static func startsProperties(_ tokens: [Token], _ index: Int) -> Bool {
    guard index + 2 < tokens.count, let field = tokens[index + 1].word else { return false }
    return fields.contains(field.lowercased()) && tokens[index + 2].kind == .sign(.same)
  }

  private static func startsReturn(_ tokens: [Token], _ index: Int) -> Bool {
    guard index + 2 < tokens.count else { return false }
    if case .variable = tokens[index + 1].kind { return true }
    if tokens[index + 1].isKeyword("count") { return tokens[index + 2].isMark("(") }
    guard measures.contains(where: tokens[index + 1].isKeyword) else { return false }
    let after = tokens[index + 2]
    return after.kind == .end || after.kind == .newline || after.isMark(",") || after.isMark(";")
      || startsClause(tokens, index + 2)
  }
}
