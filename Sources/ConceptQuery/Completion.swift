import ConceptGraph
import ConceptModel

/// What could stand at a place of a query that is being typed.
public struct QueryCompletion: Hashable, Sendable {
  /// What kind of word it is.
  public enum Kind: String, Hashable, Sendable { case concept, relation, field, source, keyword }

  /// The text that replaces the typed beginning.
  public var text: String
  public var kind: Kind
  /// The number of characters before the place that it replaces.
  public var replaces: Int
}

extension QueryEngine {
  /// Candidates for the word before the end of a text, best first: at most `limit`.
  ///
  /// Between brackets these are relations, behind `where` fields and sources, elsewhere concepts and statement words.
  public func completions(for text: String, limit: Int = 20) throws -> [QueryCompletion] {
    let notation = NotationText(text, file: nil)
    let (tokens, _) = Lexer.tokens(of: notation)
    let typed = tokens.dropLast().filter { $0.kind != .newline }
    switch Self.position(typed) {
    case .relation(let beginning): return relations(beginning, limit)
    case .field(let beginning):
      return words(Keywords.fields + ["same-source", "avoid", "no"], beginning, .field, limit)
    case .source(let beginning):
      return try words(source.documents.map(\.id.value), beginning, .source, limit)
    case .concept(let beginning, let before): return try concepts(beginning, before, limit)
    }
  }

  /// Whether a text ends where a query cannot, so that it goes on in the next line: behind an operator, a comma or a
  /// clause word.
  public static func isUnfinished(_ text: String) -> Bool {
    let tokens = Lexer.tokens(of: NotationText(text, file: nil)).tokens
    guard let last = tokens.last(where: { $0.kind != .newline && $0.kind != .end }) else { return false }
    switch last.kind {
    case .sign, .open, .close, .comparison: return true
    case .mark(let mark): return ",/|(".contains(mark)
    default: return ["where", "return", "with"].contains { last.isKeyword($0) } && tokens.count > 2
    }
  }

  private enum Position {
    case relation(String)
    case field(String)
    case source(String)
    case concept(String, before: Before)
  }

  /// What stands before a name.
  private enum Before {
    case nothing, item, other
  }

  private static func position(_ tokens: [Token]) -> Position {
    var words: [String] = []
    var rest = tokens[...]
    while let last = rest.last, let word = last.word, !last.isKeyword("where") {
      words.insert(word, at: 0)
      rest.removeLast()
    }
    let beginning = words.joined(separator: " ")
    let brackets = tokens.reduce(0) { depth, token in
      switch token.kind {
      case .open: depth + 1
      case .close: depth - 1
      default: depth
      }
    }
    if brackets > 0 { return .relation(words.last ?? "") }
    if let place = tokens.lastIndex(where: { $0.isKeyword("where") }) {
      let behind = tokens[(place + 1)...]
      let isValue: Bool
      if case .sign(.same)? = rest.last?.kind { isValue = true } else { isValue = false }
      if isValue, rest.dropLast().last?.isKeyword("source") ?? false { return .source(beginning) }
      let startsCondition = rest.last.map { $0.isKeyword("where") || $0.isMark(",") } ?? false
      if startsCondition || behind.isEmpty { return .field(beginning) }
    }
    switch rest.last?.kind {
    case nil: return .concept(beginning, before: .nothing)
    case .variable, .anything, .string, .iri, .sense: return .concept(beginning, before: .item)
    default: return .concept(beginning, before: .other)
    }
  }

  private func relations(_ beginning: String, _ limit: Int) -> [QueryCompletion] {
    words(source.relations.map(\.name) + ["any", "not"], beginning, .relation, limit)
  }

  private func words(
    _ list: [String], _ beginning: String, _ kind: QueryCompletion.Kind, _ limit: Int
  ) -> [QueryCompletion] {
    let key = LabelKey.folded(beginning)
    let found = Set(list).filter { LabelKey.folded($0).hasPrefix(key) }.sorted(by: scalarLess)
    return found.prefix(limit).map {
      QueryCompletion(text: $0, kind: kind, replaces: beginning.unicodeScalars.count)
    }
  }

  private func concepts(_ beginning: String, _ before: Before, _ limit: Int) throws -> [QueryCompletion] {
    var typed = beginning
    // Behind a statement word the concept begins anew.
    var statement: String?
    if before == .nothing, let word = beginning.split(separator: " ").first, Keywords.statements.contains(String(word))
    {
      statement = String(word)
      typed = String(beginning.dropFirst(word.count).drop { $0 == " " })
    }
    let key = LabelKey.folded(typed)
    var found: Set<String> = []
    if !key.isEmpty {
      let words = LabelWord.words(ofPattern: key + "*")
      try source.forEachLabel(with: words) { label, _ in
        if LabelKey.folded(label).hasPrefix(key) { found.insert(label) }
      }
    }
    let sorted = found.sorted { a, b in
      a.unicodeScalars.count != b.unicodeScalars.count
        ? a.unicodeScalars.count < b.unicodeScalars.count : scalarLess(a, b)
    }
    let labels = sorted.map {
      QueryCompletion(text: SyntaxPrinter.label($0), kind: .concept, replaces: typed.unicodeScalars.count)
    }
    var keywords: [QueryCompletion] = []
    if before == .nothing && statement == nil && !typed.contains(" ") {
      keywords = words(Keywords.statements + Keywords.selectors + Keywords.modes, typed, .keyword, limit)
    } else if labels.isEmpty {
      // A name is whole and another word begins.
      let cut = typed.lastIndex(of: " ").map { typed.index(after: $0) }
      if let start = cut ?? (before == .item ? typed.startIndex : nil) {
        keywords = words(Keywords.clauses, String(typed[start...]), .keyword, limit)
      }
    }
    return Array((keywords + labels).prefix(limit))
  }
}
