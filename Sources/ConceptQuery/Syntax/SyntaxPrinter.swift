import ConceptModel

/// Writes syntax trees as notation that parses back to the same tree.
enum SyntaxPrinter {
  static func text(of query: QuerySyntax) -> String {
    var out = statement(query.statement)
    if !query.conditions.isEmpty { out += " where " + query.conditions.map(condition).joined(separator: ", ") }
    if !query.outputs.isEmpty { out += " return " + query.outputs.map(output).joined(separator: ", ") }
    if !query.order.isEmpty {
      out +=
        " order by " + query.order.map { output($0.key) + ($0.isDescending ? " desc" : "") }.joined(separator: ", ")
    }
    if let limit = query.limit { out += " limit \(limit)" }
    if query.offset > 0 { out += " offset \(query.offset)" }
    return out
  }

  static func statement(_ statement: StatementSyntax) -> String {
    switch statement {
    case .patterns(let chains, let force):
      let patterns = chains.map(chain).joined(separator: ", ")
      return force.map { "\($0.rawValue) \(patterns)" } ?? patterns
    case .path(let chain, let selector, let mode):
      let words = [words(of: selector), mode == .simple ? nil : mode.rawValue, "path", self.chain(chain)]
      return words.compactMap { $0 }.joined(separator: " ")
    case .why(let chain): return "why \(self.chain(chain))"
    case .whySame(let a, let b): return "why same \(node(a)), \(node(b))"
    case .describe(let node): return "describe \(self.node(node))"
    case .compare(let a, let b): return "compare \(node(a)), \(node(b))"
    case .conflations(let node): return node.map { "conflations of \(self.node($0))" } ?? "conflations"
    }
  }

  static func words(of selector: PathSelector) -> String? {
    switch selector {
    case .all: "all"
    case .anyShortest: nil
    case .allShortest: "all shortest"
    case .any(let count): "any \(count)"
    case .shortest(let count): "shortest \(count)"
    case .shortestGroups(let count): "shortest \(count) groups"
    }
  }

  static func chain(_ chain: ChainSyntax) -> String {
    var out = chain.nodes.first.map(node) ?? ""
    for (index, arrow) in chain.arrows.enumerated() {
      out += " \(self.arrow(arrow)) \(node(chain.nodes[index + 1]))"
    }
    return out
  }

  static func node(_ node: NodeSyntax) -> String { node.items.map(item).joined(separator: "/") }

  static func item(_ item: ItemSyntax) -> String {
    switch item {
    case .term(let term): self.term(term)
    case .variable(let name, _): "?\(name)"
    case .anything, .missing: "_"
    }
  }

  static func term(_ term: TermSyntax) -> String {
    if term.isIRI { return "<\(term.label)>" }
    return label(term.label) + (term.sense.map { "#\($0)" } ?? "")
  }

  /// A label as it can stand in the notation: bare where its tokens are plain words, else quoted.
  static func label(_ label: String) -> String {
    isBare(label) ? label : quoted(label)
  }

  /// Whether a label reads back as itself without quotation marks.
  static func isBare(_ label: String) -> Bool {
    let (tokens, diagnostics) = Lexer.tokens(of: NotationText(label, file: nil))
    guard diagnostics.isEmpty, tokens.count > 1 else { return false }
    var words: [String] = []
    for (index, token) in tokens.dropLast().enumerated() {
      guard let word = token.word else { return false }
      // A clause must not begin inside the label, whatever stands behind it.
      if index > 0, clauseWords.contains(word.lowercased()), mayStartClause(tokens, index) { return false }
      words.append(word)
    }
    guard let first = words.first, !leading.contains(first.lowercased()) else { return false }
    return words.joined(separator: " ") == label
  }

  /// Words that mean something at the beginning of a statement, a list or an item.
  private static let leading: Set<String> = [
    "ask", "find", "path", "paths", "why", "describe", "compare", "conflations", "all", "any", "shortest", "walk",
    "trail", "acyclic", "simple", "same", "of", "not", "where", "return", "order", "limit", "offset", "with",
  ]
  private static let clauseWords: Set<String> = ["where", "with", "return", "order", "limit", "offset"]

  private static func mayStartClause(_ tokens: [Token], _ index: Int) -> Bool {
    if Keywords.startsClause(tokens, index) { return true }
    let next = tokens[index + 1]
    return tokens[index].isKeyword("with") && Keywords.fields.contains(next.word?.lowercased() ?? "")
  }

  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case let scalar where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  // MARK: Arrows

  static func arrow(_ arrow: ArrowSyntax) -> String {
    let quantifier = arrow.quantifier.map(self.quantifier) ?? ""
    switch arrow.body {
    case .sign(let sign): return sign.rawValue + quantifier
    case .path(let path): return bracketed(self.path(path, outer: .alternation), arrow.direction) + quantifier
    case .variable(let name, _): return bracketed("?\(name)", arrow.direction) + quantifier
    case .denied(let name, _): return bracketed("not \(name)", arrow.direction) + quantifier
    }
  }

  static func bracketed(_ text: String, _ direction: ArrowDirection) -> String {
    switch direction {
    case .forward: "-[\(text)]->"
    case .backward: "<-[\(text)]-"
    case .either: "-[\(text)]-"
    }
  }

  static func quantifier(_ quantifier: QuantifierSyntax) -> String {
    switch (quantifier.lower, quantifier.upper) {
    case (0, nil): "*"
    case (1, nil): "+"
    case (0, 1): "?"
    case (let lower, nil): "{\(lower),}"
    case (let lower, let upper?): lower == upper ? "{\(lower)}" : "{\(lower),\(upper)}"
    }
  }

  /// How tightly the surroundings of a path bind.
  private enum Binding: Int { case alternation, sequence, inverse, atom }

  private static func path(_ path: PathSyntax, outer: Binding) -> String {
    let inner: Binding
    let text: String
    switch path {
    case .relation(let name, _): return name
    case .any: return "any"
    case .negated(let members, _):
      let names = members.map { ($0.isInverse ? "^" : "") + $0.name }
      return names.count == 1 ? "!\(names[0])" : "!(\(names.joined(separator: "|")))"
    case .inverse(let path): (inner, text) = (.inverse, "^" + self.path(path, outer: .atom, allowsQuantifier: true))
    case .sequence(let parts):
      (inner, text) = (.sequence, parts.map { self.path($0, outer: .inverse) }.joined(separator: "/"))
    case .alternation(let parts):
      (inner, text) = (.alternation, parts.map { self.path($0, outer: .sequence) }.joined(separator: "|"))
    case .repeated(let path, let quantifier, _):
      (inner, text) = (.inverse, self.path(path, outer: .atom) + self.quantifier(quantifier))
    }
    return inner.rawValue < outer.rawValue ? "(\(text))" : text
  }

  private static func path(_ path: PathSyntax, outer: Binding, allowsQuantifier: Bool) -> String {
    if case .repeated = path { return self.path(path, outer: .inverse) }
    return self.path(path, outer: outer)
  }

  // MARK: Clauses

  static func condition(_ condition: ConditionSyntax) -> String {
    switch condition {
    case .field(let field, let comparison, let values, _):
      let texts = values.map { value($0.text) }
      let isList = comparison == .isIn || comparison == .isNotIn
      return "\(field) \(comparison.rawValue) " + (isList ? "(\(texts.joined(separator: ", ")))" : texts.joined())
    case .like(let name, let pattern, _): return "?\(name) like \(quoted(pattern))"
    case .identity(let name, let negated, let item, _): return "?\(name) is \(negated ? "not " : "")\(self.item(item))"
    case .sameSource: return "same-source"
    case .avoid(let node, _): return "avoid \(self.node(node))"
    case .absent(let chain, _): return "no \(self.chain(chain))"
    }
  }

  private static func value(_ text: String) -> String {
    let plain = text.unicodeScalars.allSatisfy { Lexer.isLetterOrDigit($0) || $0 == "-" || $0 == "." }
    let isSafe = plain && (text.unicodeScalars.first.map(Lexer.isLetterOrDigit) ?? false)
    return isSafe && isBare(text) && text.lowercased() != "and" ? text : quoted(text)
  }

  static func output(_ output: OutputSyntax) -> String {
    switch output {
    case .variable(let name, _): "?\(name)"
    case .count(let name, _): "count(?\(name))"
    case .length: "length"
    case .confidence: "confidence"
    case .sources: "sources"
    }
  }
}
