import ConceptModel

/// One step of a stated chain with its relation read: which way it goes and whether it is denied.
struct StatedStep {
  var relation: String
  var isReversed: Bool
  var isDenied: Bool
}

/// What follows `with`.
struct FactProperties {
  var confidence = 1.0
  var polarity: Polarity?
  var modality = Modality.fact
  var source: DocumentID?
  var holder: String?
  var date: String?
  var rule: String?
  var quote: String?
}

extension NotationParser {
  /// chain [ "with" prop { "," prop } ]
  mutating func parseFact() {
    let errors = cursor.diagnostics.count
    let start = cursor.current.span
    if refuseQuestion() { return }
    let chain = cursor.parseChain()
    if refuseUnknownField(chain) { return cursor.skipStatement() }
    var properties = FactProperties()
    if cursor.current.isKeyword("with") { parseProperties(into: &properties) }
    let span = start.through(cursor.previous?.span ?? start)
    if chain.arrows.isEmpty && cursor.diagnostics.count == errors {
      cursor.report(
        "a fact needs a relation", at: chain.span, hint: "write it as A ⊑ B, A → B or A -[requires]-> B")
    }
    var steps: [StatedStep?] = []
    for arrow in chain.arrows { steps.append(step(arrow)) }
    var nodes: [[StatedTerm]] = []
    for node in chain.nodes { nodes.append(terms(node)) }
    guard cursor.diagnostics.count == errors else { return }
    for (index, step) in steps.enumerated() {
      guard let step else { continue }
      for left in nodes[index] {
        for right in nodes[index + 1] { appendFact(left, step, right, properties, span) }
      }
    }
  }

  /// Reports and passes a question; one that begins with `path` may as well be a label, such as *path dependence*.
  private mutating func refuseQuestion() -> Bool {
    guard let word = Keywords.statements.first(where: cursor.current.isKeyword), !word.hasPrefix("path") else {
      return false
    }
    switch cursor.peek().kind {
    case .word, .string, .variable, .anything, .mark(":"): break
    default: return false
    }
    cursor.report(
      "\(word) begins a question; a fact is stated here", at: cursor.current.span,
      hint: "ask with: distinguo query '\(word) …', or put a label that begins so in double quotes")
    cursor.skipStatement()
    return true
  }

  /// Reports `A ⊑ B with conf = 0.9`, which would else say that *B with conf* is the same as *0.9*.
  private mutating func refuseUnknownField(_ chain: ChainSyntax) -> Bool {
    for (index, arrow) in chain.arrows.enumerated() where index > 0 {
      guard case .sign(.same) = arrow.body, case .term(let term)? = chain.nodes[index].items.last, !term.isIRI,
        cursor.text.scalars[term.span.lower] != "\""
      else { continue }
      let words = term.label.split(separator: " ").map(String.init)
      guard words.count > 2, words[words.count - 2].lowercased() == "with",
        let field = Suggestions.nearest(to: words[words.count - 1], among: Keywords.fields, limit: 1).first
      else { continue }
      let length = words[words.count - 1].unicodeScalars.count
      cursor.report(
        "a fact has no property \"\(words[words.count - 1])\"",
        at: Span(max(term.span.lower, term.span.upper - length), term.span.upper), code: "unknown-field",
        hint: "did you mean \"\(field)\"? A label with these words goes in double quotes")
      return true
    }
    return false
  }

  private mutating func appendFact(
    _ left: StatedTerm, _ step: StatedStep, _ right: StatedTerm, _ properties: FactProperties, _ span: Span
  ) {
    let ends = step.isReversed ? (right, left) : (left, right)
    let polarity = step.isDenied ? Polarity.denied : properties.polarity ?? .asserted
    document.facts.append(
      StatedFact(
        subject: ends.0, relation: step.relation, object: ends.1, polarity: polarity, modality: properties.modality,
        confidence: properties.confidence, source: properties.source ?? source, holder: properties.holder,
        date: properties.date, rule: properties.rule, quote: properties.quote, evidence: evidence(span)))
  }

  /// The terms of a node; variables and `_` are errors in a fact.
  private mutating func terms(_ node: NodeSyntax) -> [StatedTerm] {
    var terms: [StatedTerm] = []
    for item in node.items {
      switch item {
      case .term(let term):
        if term.sense == "*" {
          cursor.report(
            "a fact is about one sense", at: term.span, hint: "write \(term.label)#1, or one fact for each sense")
        }
        terms.append(StatedTerm(label: term.label, sense: term.sense, isIRI: term.isIRI))
      case .variable(let name, let span):
        cursor.report("a fact has no variables", at: span, hint: "write a concept for ?\(name), or ask with: query")
      case .anything(let span):
        cursor.report("a fact names its concepts", at: span, hint: "write a concept for _")
      case .missing: break
      }
    }
    return terms
  }

  // MARK: Relations

  private mutating func step(_ arrow: ArrowSyntax) -> StatedStep? {
    if arrow.quantifier != nil {
      cursor.report("a fact states one step", at: arrow.span, hint: "drop the quantifier")
      return nil
    }
    switch arrow.body {
    case .sign(let sign): return step(sign, at: arrow.span)
    case .denied(let name, let span):
      return step(name, arrow.direction, isDenied: true, at: span, arrow: arrow.span)
    case .path(.relation(let name, let span)):
      return step(name, arrow.direction, isDenied: false, at: span, arrow: arrow.span)
    case .path, .variable:
      if cursor.diagnostics.isEmpty || arrow.span.upper > arrow.span.lower {
        cursor.report("a fact states one relation", at: arrow.span, hint: "write one relation name in the brackets")
      }
      return nil
    }
  }

  private mutating func step(_ sign: Sign, at span: Span) -> StatedStep? {
    switch sign {
    case .isA: StatedStep(relation: "is-a", isReversed: false, isDenied: false)
    case .isAReversed: StatedStep(relation: "is-a", isReversed: true, isDenied: false)
    case .conditions: StatedStep(relation: "is-a", isReversed: !readsKinds, isDenied: false)
    case .conditionsReversed: StatedStep(relation: "is-a", isReversed: readsKinds, isDenied: false)
    case .leadsTo: StatedStep(relation: "leads-to", isReversed: false, isDenied: false)
    case .leadsToReversed: StatedStep(relation: "leads-to", isReversed: true, isDenied: false)
    case .same: StatedStep(relation: "same-as", isReversed: false, isDenied: false)
    case .different: StatedStep(relation: "different-from", isReversed: false, isDenied: false)
    case .notIsA: StatedStep(relation: "is-a", isReversed: false, isDenied: true)
    case .notConditions: StatedStep(relation: "is-a", isReversed: !readsKinds, isDenied: true)
    case .notLeadsTo: StatedStep(relation: "leads-to", isReversed: false, isDenied: true)
    case .mapsTo: StatedStep(relation: "maps-to", isReversed: false, isDenied: false)
    case .conflated: StatedStep(relation: "conflated-with", isReversed: false, isDenied: false)
    case .route, .routeReversed, .routeEither: routeInFact(at: span)
    }
  }

  private mutating func routeInFact(at span: Span) -> StatedStep? {
    cursor.report(
      "\(cursor.text.text(span)) asks for a route; it states nothing", at: span,
      hint: "write the relation, such as ⊑, → or -[requires]->")
    return nil
  }

  private mutating func step(
    _ name: String, _ direction: ArrowDirection, isDenied: Bool, at span: Span, arrow: Span
  ) -> StatedStep? {
    var reversed = direction == .backward
    var relationName = name
    let isLabelStatement = name == "abbreviates" || name == "alternative-of"
    if !isLabelStatement, relations[name] == nil {
      guard let forward = inverses[name] else {
        reportUnknownRelation(name, at: span)
        return nil
      }
      relationName = forward
      reversed.toggle()
    }
    let relation = relations[relationName]
    if relation?.macro != nil {
      cursor.report(
        "\(name) stands for a path and cannot be stated", at: span, hint: "state the relations it is made of")
      return nil
    }
    if direction == .either, !(relation?.isSymmetric ?? false) {
      cursor.report(
        "a fact with \(name) needs a direction", at: arrow, hint: "write -[\(name)]-> or <-[\(name)]-")
      return nil
    }
    return StatedStep(relation: relationName, isReversed: reversed, isDenied: isDenied)
  }

  mutating func reportUnknownRelation(_ name: String, at span: Span) {
    let near = Suggestions.nearest(to: name, among: relations.keys.sorted(by: scalarLess) + ["abbreviates"], limit: 3)
    let hint =
      near.first.map { "did you mean \"\($0)\"?   (list: distinguo relations)" }
      ?? "see the list: distinguo relations, or declare it: @relation \(name)"
    let place = cursor.text.place(span)
    cursor.diagnostics.append(
      Diagnostic(
        .error, code: "unknown-relation", message: "there is no relation \"\(name)\"", file: cursor.text.file,
        place: place, hint: hint, choices: near.dropFirst().map { Diagnostic.Choice($0) }))
  }

  // MARK: Properties

  private mutating func parseProperties(into properties: inout FactProperties) {
    cursor.advance()
    repeat {
      let field = cursor.current
      guard let name = field.word, cursor.peek().kind == .sign(.same) else {
        cursor.report(
          "a property is missing before \(cursor.currentName)", at: field.span,
          hint: "write with source = X, quote = \"…\", confidence = 0.9")
        cursor.recover()
        continue
      }
      cursor.advance()
      cursor.advance()
      guard let value = cursor.parseValue() else { continue }
      set(name, to: value, at: field.span, in: &properties)
    } while cursor.take(",")
  }

  private mutating func set(
    _ field: String, to value: ValueSyntax, at span: Span, in properties: inout FactProperties
  ) {
    switch field.lowercased() {
    case "source": properties.source = DocumentID(value.text)
    case "author": properties.holder = value.text
    case "quote": properties.quote = value.text
    case "rule": properties.rule = value.text
    case "date":
      if DateText.isValid(value.text) {
        properties.date = value.text
      } else {
        reportValue("\"\(value.text)\" is no date", at: value.span, hint: "write 2024, 2024-06 or 2024-06-30")
      }
    case "confidence":
      if let number = Double(value.text), number >= 0, number <= 1 {
        properties.confidence = number
      } else {
        reportValue(
          "\"\(value.text)\" is no confidence", at: value.span, hint: "write a number from 0 to 1, such as 0.8")
      }
    case "polarity":
      properties.polarity = Polarity(rawValue: value.text)
      if properties.polarity == nil { reportChoice(value, Polarity.allCases.map(\.rawValue), "polarity") }
    case "modality":
      if let modality = Modality(rawValue: value.text) {
        properties.modality = modality
      } else {
        reportChoice(value, Modality.allCases.map(\.rawValue), "modality")
      }
    default:
      cursor.report(
        "a fact has no property \"\(field)\"", at: span, code: "unknown-field",
        hint: "write source, author, date, confidence, rule, polarity, modality or quote")
    }
  }

  private mutating func reportValue(_ message: String, at span: Span, hint: String) {
    cursor.report(message, at: span, code: "bad-value", hint: hint)
  }

  private mutating func reportChoice(_ value: ValueSyntax, _ choices: [String], _ field: String) {
    reportValue(
      "\"\(value.text)\" is no \(field)", at: value.span, hint: "write \(choices.joined(separator: ", "))")
  }
}

/// Dates as the notation writes them: a year, a month of a year, or a day.
enum DateText {
  /// Whether the text is `YYYY`, `YYYY-MM` or `YYYY-MM-DD` with a month and a day that exist.
  static func isValid(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4, number(parts[0]) != nil else { return false }
    guard parts.count > 1 else { return true }
    guard parts[1].utf8.count == 2, let month = number(parts[1]), (1...12).contains(month) else { return false }
    guard parts.count > 2 else { return true }
    guard parts[2].utf8.count == 2, let day = number(parts[2]), day >= 1 else { return false }
    let year = number(parts[0]) ?? 0
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= days[month - 1]
  }

  private static func number(_ digits: Substring) -> Int? {
    digits.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? Int(digits) : nil
  }
}
