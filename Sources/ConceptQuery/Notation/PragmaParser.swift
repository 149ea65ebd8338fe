import ConceptModel

/// The `@` lines of a notation file.
extension NotationParser {
  mutating func parsePragma() {
    let at = cursor.current.span
    cursor.advance()
    let name = cursor.current
    switch name.word {
    case "source": parseSource()
    case "relation": parseRelation()
    case "pin": parsePin()
    case "split": parseSplit()
    case "deprecated": parseDeprecated()
    case "reading": parseReading()
    default:
      cursor.report(
        "there is no line @\(name.word ?? "")", at: at.through(name.span),
        hint: "write @source, @relation, @pin, @split, @deprecated or @reading")
      cursor.skipStatement()
    }
  }

  /// A name of touching tokens, or a string.
  private mutating func parseName(_ what: String) -> ValueSyntax? {
    let start = cursor.current.span
    if case .string(let value) = cursor.current.kind {
      cursor.advance()
      return ValueSyntax(value, span: start)
    }
    var last: Span?
    while !cursor.atStatementEnd, last == nil || !cursor.current.afterSpace {
      if case .sign = cursor.current.kind { break }
      last = cursor.current.span
      cursor.advance()
    }
    guard let last else {
      cursor.report("\(what) is missing", at: start, hint: "write a name or \"a name in quotes\"")
      return nil
    }
    let span = start.through(last)
    return ValueSyntax(cursor.text.text(span), span: span)
  }

  /// `@source NAME { NAME value }`
  private mutating func parseSource() {
    cursor.advance()
    guard let name = parseName("the name of the source") else { return cursor.skipStatement() }
    var stated = StatedSource(id: DocumentID(name.text))
    while !cursor.atStatementEnd {
      guard let field = cursor.current.word else {
        cursor.report(
          "\(cursor.currentName) is no field of a source", at: cursor.current.span,
          hint: "write pairs such as date 2024-06 title \"…\" author \"…\"")
        cursor.skipStatement()
        break
      }
      cursor.advance()
      if cursor.current.kind == .sign(.same) { cursor.advance() }
      guard let value = parseName("the \(field) of the source") else { break }
      set(field, to: value, of: &stated)
      _ = cursor.take(",")
    }
    source = stated.id
    if let index = document.sources.firstIndex(where: { $0.id == stated.id }) {
      var known = document.sources[index]
      merge(stated, into: &known, at: name.span)
      document.sources[index] = known
    } else {
      document.sources.append(stated)
    }
  }

  private mutating func set(_ field: String, to value: ValueSyntax, of source: inout StatedSource) {
    switch field.lowercased() {
    case "title": source.title = value.text
    case "author", "authors": source.authors.append(value.text)
    case "date":
      if DateText.isValid(value.text) {
        source.date = value.text
      } else {
        cursor.report(
          "\"\(value.text)\" is no date", at: value.span, code: "bad-value", hint: "write 2024, 2024-06 or 2024-06-30")
      }
    default: source.fields.append(StatedSource.Field(name: field, value: value.text))
    }
  }

  private mutating func merge(_ new: StatedSource, into old: inout StatedSource, at span: Span) {
    if let date = new.date, let known = old.date, date != known {
      cursor.report(
        "the source \(new.id) has another date above: \(known)", at: span, code: "bad-value",
        hint: "give the date once")
    }
    old.title = old.title ?? new.title
    old.date = old.date ?? new.date
    for author in new.authors where !old.authors.contains(author) { old.authors.append(author) }
    for field in new.fields where !old.fields.contains(field) { old.fields.append(field) }
  }

  /// `@relation NAME { property }`
  private mutating func parseRelation() {
    let start = cursor.current.span
    cursor.advance()
    guard let name = parseName("the name of the relation") else { return cursor.skipStatement() }
    var relation = Relation(name: name.text, reading: "A \(name.text) B")
    while !cursor.atStatementEnd {
      if cursor.current.kind == .sign(.same) {
        parseMacro(into: &relation)
      } else if !parseRelationProperty(into: &relation) {
        cursor.report(
          "\(cursor.currentName) is no property of a relation", at: cursor.current.span,
          hint: "write symmetric, transitive, no-bridge, provenance, inverse NAME, under NAME or = path")
        cursor.skipStatement()
        return
      }
    }
    declare(relation, at: start.through(name.span))
  }

  private mutating func parseRelationProperty(into relation: inout Relation) -> Bool {
    switch cursor.current.word {
    case "symmetric": relation.isSymmetric = true
    case "transitive": relation.isTransitive = true
    case "no-bridge": relation.isBridge = false
    case "provenance":
      relation.isProvenance = true
      relation.isBridge = false
    case "inverse":
      cursor.advance()
      relation.inverse = parseName("the name of the inverse")?.text
      return true
    case "under":
      cursor.advance()
      guard let name = parseName("the name of the super-relation") else { return true }
      if relations[name.text] == nil { reportUnknownRelation(name.text, at: name.span) }
      relation.superRelation = name.text
      return true
    case "reads":
      cursor.advance()
      relation.reading = parseName("the reading")?.text ?? relation.reading
      return true
    default: return false
    }
    cursor.advance()
    return true
  }

  private mutating func parseMacro(into relation: inout Relation) {
    cursor.advance()
    let start = cursor.current.span
    let errors = cursor.diagnostics.count
    let path = cursor.parsePath(depth: 0)
    if cursor.diagnostics.count == errors { reportUnknownNames(in: path) }
    let span = start.through(cursor.previous?.span ?? start)
    relation.macro = cursor.text.text(span).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private mutating func reportUnknownNames(in path: PathSyntax) {
    for (name, span) in path.relationNames where relations[name] == nil && inverses[name] == nil {
      reportUnknownRelation(name, at: span)
    }
  }

  private mutating func declare(_ relation: Relation, at span: Span) {
    if let known = relations[relation.name] {
      // The reading of a built-in relation is its own sentence; a declaration need not repeat it.
      var compared = relation
      if compared.reading == "A \(relation.name) B" { compared.reading = known.reading }
      compared.sign = known.sign
      compared.iri = known.iri
      if Relation.builtIn.contains(where: { $0.name == relation.name }), isBare(relation) { return }
      if compared != known {
        cursor.report(
          "the relation \(relation.name) is declared otherwise already", at: span, code: "bad-value",
          hint: "use another name, or repeat the declaration unchanged")
      }
      return
    }
    relations[relation.name] = relation
    if let inverse = relation.inverse { inverses[inverse] = relation.name }
    document.relations.append(relation)
  }

  /// Whether a declaration names no property at all.
  private func isBare(_ relation: Relation) -> Bool {
    relation == Relation(name: relation.name, reading: relation.reading)
  }

  /// `@pin TERM = TERM`
  private mutating func parsePin() {
    cursor.advance()
    let errors = cursor.diagnostics.count
    let left = cursor.parseItem(after: nil)
    guard cursor.current.kind == .sign(.same) else {
      cursor.report("@pin needs two labels", at: cursor.current.span, hint: "write @pin A = B")
      return cursor.skipStatement()
    }
    cursor.advance()
    let right = cursor.parseItem(after: nil)
    guard cursor.diagnostics.count == errors, case .term(let a) = left, case .term(let b) = right else {
      return notATerm([left, right])
    }
    document.pins.append(StatedPin(label: a.written, target: b.written))
  }

  /// `@split TERM#NAME "gloss"`
  private mutating func parseSplit() {
    cursor.advance()
    let errors = cursor.diagnostics.count
    let item = cursor.parseItem(after: nil)
    guard cursor.diagnostics.count == errors, case .term(let term) = item else { return notATerm([item]) }
    guard let sense = term.sense, sense != "*" else {
      cursor.report("@split names a sense", at: term.span, hint: "write @split \(term.label)#1 \"what it means\"")
      return cursor.skipStatement()
    }
    var gloss = ""
    if case .string(let text) = cursor.current.kind {
      gloss = text
      cursor.advance()
    } else {
      cursor.report(
        "a sense needs a gloss", at: cursor.current.span, hint: "write @split \(term.label)#\(sense) \"what it means\"")
      cursor.skipStatement()
    }
    document.splits.append(StatedSplit(label: term.label, sense: sense, gloss: gloss))
  }

  /// `@deprecated TERM [ "use" TERM ]`
  private mutating func parseDeprecated() {
    cursor.advance()
    let errors = cursor.diagnostics.count
    let (label, useIsInside) = parseDeprecatedTerm()
    var replacement: String?
    if cursor.takeKeyword("use") || useIsInside {
      if case .term(let term) = cursor.parseItem(after: nil) { replacement = term.written }
    }
    guard cursor.diagnostics.count == errors, let label else { return cursor.skipStatement() }
    document.deprecations.append(StatedDeprecation(label: label, replacement: replacement))
  }

  /// The term before `use`; bare words run up to that word.
  private mutating func parseDeprecatedTerm() -> (label: String?, passedUse: Bool) {
    guard cursor.current.word != nil else {
      if case .term(let term) = cursor.parseItem(after: nil) { return (term.written, false) }
      return (nil, false)
    }
    var words: [String] = []
    while let word = cursor.current.word {
      if !words.isEmpty && cursor.current.isKeyword("use") {
        cursor.advance()
        return (words.joined(separator: " "), true)
      }
      words.append(word)
      cursor.advance()
      if case .sense(let sense) = cursor.current.kind {
        cursor.advance()
        return (words.joined(separator: " ") + "#" + sense, false)
      }
    }
    return (words.joined(separator: " "), false)
  }

  /// `@reading ⊂ = ( kinds | conditions )`
  private mutating func parseReading() {
    cursor.advance()
    let hint = "write @reading ⊂ = kinds, or conditions"
    guard cursor.current.kind == .sign(.conditions), cursor.peek().kind == .sign(.same) else {
      cursor.report("@reading is about ⊂", at: cursor.current.span, hint: hint)
      return cursor.skipStatement()
    }
    cursor.advance()
    cursor.advance()
    if cursor.takeKeyword("kinds") {
      readsKinds = true
    } else if cursor.takeKeyword("conditions") {
      readsKinds = false
    } else {
      cursor.report("\(cursor.currentName) is no reading of ⊂", at: cursor.current.span, hint: hint)
      cursor.skipStatement()
    }
  }

  private mutating func notATerm(_ items: [ItemSyntax]) {
    for item in items {
      switch item {
      case .variable(_, let span), .anything(let span):
        cursor.report("a concept is missing here", at: span, hint: "write a label")
      case .term, .missing: break
      }
    }
    cursor.skipStatement()
  }
}

extension TermSyntax {
  /// The term with its sense, as it is written without quotation marks.
  var written: String { label + (sense.map { "#\($0)" } ?? "") }
}

extension PathSyntax {
  /// Every relation name in the expression with its place.
  var relationNames: [(String, Span)] {
    switch self {
    case .relation(let name, let span): [(name, span)]
    case .any: []
    case .negated(let members, _): members.map { ($0.name, $0.span) }
    case .inverse(let path), .repeated(let path, _, _): path.relationNames
    case .sequence(let parts), .alternation(let parts): parts.flatMap(\.relationNames)
    }
  }
}
