import ConceptGraph
import ConceptModel

/// Conditions, columns and order of a query.
extension QueryResolver {
  /// Sorts the conditions into those on hops, on paths and on rows; the latter are returned.
  mutating func resolveConditions(onPaths: Bool) throws -> [RowCondition] {
    var rows: [RowCondition] = []
    for condition in syntax.conditions {
      switch condition {
      case .field(let field, let comparison, let values, let span):
        try resolveField(field, comparison, values, span, onPaths: onPaths)
      case .like(let name, let pattern, let span):
        if let number = known(name, at: span) { rows.append(.like(number, Glob(pattern))) }
      case .identity(let name, let negated, let item, let span):
        if case .variable(let second, let place) = item, known(second, at: place) == nil { continue }
        let other = try term(NodeSyntax([item], span: item.span))
        if let number = known(name, at: span) { rows.append(.identity(number, negated: negated, other)) }
      case .sameSource(let span):
        if onPaths {
          isSameSource = true
        } else {
          report(
            "not-expressible", "same-source is a condition on paths", at: span,
            hint: "write path before the pattern, or source = X")
        }
      case .avoid(let node, let span):
        guard onPaths else {
          report("not-expressible", "avoid is a condition on paths", at: span, hint: "write path before the pattern")
          continue
        }
        if case .nodes(let members) = try term(node) {
          avoided.formUnion(members)
        } else {
          report("syntax", "avoid names concepts", at: node.span, hint: "write avoid A or avoid A/B")
        }
      case .absent(let chain, _):
        let pattern = try resolvePatterns([chain])
        rows.append(.absent(atoms: pattern.atoms, lone: pattern.lone))
      }
    }
    return rows
  }

  /// The number of a node variable that occurs in the pattern.
  private mutating func known(_ name: String, at span: Span) -> Int? {
    guard let number = numbers[name], number < patternVariables else {
      let names = variables.prefix(patternVariables).compactMap(\.name)
      let near =
        names.isEmpty ? "the pattern has no variables" : "it has \(names.map { "?\($0)" }.joined(separator: ", "))"
      report("syntax", "?\(name) does not occur in the pattern", at: span, hint: near)
      return nil
    }
    if variables[number].isRelation {
      report(
        "not-expressible", "?\(name) stands for a relation", at: span,
        hint: "conditions of this kind are about concepts")
      return nil
    }
    return number
  }

  // MARK: Fields

  private mutating func resolveField(
    _ field: String, _ comparison: Comparison, _ values: [ValueSyntax], _ span: Span, onPaths: Bool
  ) throws {
    let isAny = values.count == 1 && values[0].text.lowercased() == "any"
    switch field.lowercased() {
    case "source": try resolveSource(comparison, values, isAny)
    case "author": try resolveAuthor(comparison, values, isAny)
    case "date": resolveDate(comparison, values, isAny)
    case "confidence":
      if let numbers = numbers(values, in: 0...1) { hopConditions.append(.confidence(comparison, numbers)) }
    case "agreed-by":
      if let counts = counts(values) { hopConditions.append(.agreedBy(comparison, counts)) }
    case "rule":
      guard checkEquality(comparison, field, span), !isAny else { return }
      try resolveRule(comparison, values)
    case "quote":
      guard checkEquality(comparison, field, span), !isAny else { return }
      hopConditions.append(.quote(comparison, values.map(\.text)))
    case "polarity": resolvePolarity(comparison, values, isAny, span)
    case "modality": resolveModality(comparison, values, isAny, span)
    case "length":
      guard onPaths else {
        report(
          "not-expressible", "length is a condition on paths", at: span,
          hint: "write path before the pattern, or bound it: ⊑{1,4}")
        return
      }
      if let counts = counts(values) { lengths.append(LengthCondition(comparison: comparison, values: counts)) }
    default:
      let near = Suggestions.nearest(to: field, among: Keywords.fields, limit: 1).first
      report(
        "unknown-field", "there is no field \"\(field)\"", at: span,
        hint: near.map { "did you mean \"\($0)\"?" } ?? "fields are \(Keywords.fields.joined(separator: ", "))")
    }
  }

  /// Whether a comparison suits a field whose values have no order.
  private mutating func checkEquality(_ comparison: Comparison, _ field: String, _ span: Span) -> Bool {
    switch comparison {
    case .equal, .unequal, .isIn, .isNotIn: return true
    case .less, .atMost, .greater, .atLeast:
      report("bad-value", "\(field) has no order", at: span, hint: "write \(field) = X, != X or in (X, Y)")
      return false
    }
  }

  private mutating func resolveSource(_ comparison: Comparison, _ values: [ValueSyntax], _ isAny: Bool) throws {
    guard let span = values.first?.span, checkEquality(comparison, "source", span), !isAny else { return }
    let documents = try source.documents
    var ids: Set<DocumentID> = []
    for value in values {
      let found = SourceNames.documents(named: value.text, among: documents)
      if found.count == 1 {
        ids.insert(found[0])
      } else if found.isEmpty {
        let candidates = documents.flatMap { [$0.id.value] + ($0.title.map { [$0] } ?? []) }
        reportUnknownSource(
          "there is no source \"\(value.text)\"", value, candidates, list: "list: distinguo documents")
      } else {
        diagnostics.append(
          text.diagnostic(
            "unknown-source", "\"\(value.text)\" could be \(found.count) sources", at: value.span,
            hint: "write one of them in full", choices: found.prefix(5).map { Diagnostic.Choice($0.value) }))
      }
    }
    hopConditions.append(.source(comparison, ids))
  }

  private mutating func resolveAuthor(_ comparison: Comparison, _ values: [ValueSyntax], _ isAny: Bool) throws {
    guard let span = values.first?.span, checkEquality(comparison, "author", span), !isAny else { return }
    let authors = Set(try source.documents.flatMap(\.authors))
    var holders: [String]?
    var wanted: Set<String> = []
    for value in values {
      var found = SourceNames.people(named: value.text, among: authors.sorted(by: scalarLess))
      if found.isEmpty {
        if holders == nil { holders = try source.holders }
        found = SourceNames.people(named: value.text, among: holders ?? [])
      }
      if found.isEmpty {
        reportUnknownSource(
          "no source is by, and no view is held by, \"\(value.text)\"", value,
          authors.union(holders ?? []).sorted(by: scalarLess), list: "authors are listed by: distinguo documents")
      }
      wanted.formUnion(found)
    }
    hopConditions.append(.author(comparison, wanted))
  }

  private mutating func resolveRule(_ comparison: Comparison, _ values: [ValueSyntax]) throws {
    let known = Set(knownRules?() ?? []).union(try source.rules)
    for value in values where !known.contains(value.text) {
      let near = Suggestions.nearest(to: value.text, among: known.sorted(by: scalarLess), limit: 3)
      diagnostics.append(
        text.diagnostic(
          "bad-value", "there is no rule \"\(value.text)\"", at: value.span,
          hint: near.first.map { "did you mean \"\($0)\"?" } ?? "list: distinguo rules",
          choices: near.dropFirst().map { Diagnostic.Choice($0) }))
    }
    hopConditions.append(.rule(comparison, Set(values.map(\.text))))
  }

  private mutating func reportUnknownSource(
    _ message: String, _ value: ValueSyntax, _ candidates: [String], list: String
  ) {
    let near = Suggestions.nearest(to: value.text, among: candidates, limit: 3)
    diagnostics.append(
      text.diagnostic(
        "unknown-source", message, at: value.span, hint: near.first.map { "did you mean \"\($0)\"?" } ?? list,
        choices: near.dropFirst().map { Diagnostic.Choice($0) }))
  }

  private mutating func resolveDate(_ comparison: Comparison, _ values: [ValueSyntax], _ isAny: Bool) {
    for value in values where !isAny && !DateText.isValid(value.text) {
      report(
        "bad-value", "\"\(value.text)\" is no date", at: value.span, hint: "write 2024, 2024-06 or 2024-06-30")
    }
    // `date = any` asks only that there is one.
    hopConditions.append(.date(comparison, isAny ? [] : values.map(\.text)))
  }

  private mutating func resolvePolarity(
    _ comparison: Comparison, _ values: [ValueSyntax], _ isAny: Bool, _ span: Span
  ) {
    guard checkEquality(comparison, "polarity", span) else { return }
    var polarities: Set<Polarity> = isAny ? Set(Polarity.allCases) : []
    for value in values where !isAny {
      if let polarity = Polarity(rawValue: value.text.lowercased()) {
        polarities.insert(polarity)
      } else {
        reportChoice(value, "polarity", Polarity.allCases.map(\.rawValue) + ["any"])
      }
    }
    if comparison == .unequal || comparison == .isNotIn {
      polarities = Set(Polarity.allCases).subtracting(polarities)
    }
    var isWhy = false
    if case .why = syntax.statement { isWhy = true }
    if !isWhy, !polarities.isEmpty, polarities.isDisjoint(with: [.asserted, .denied]) {
      report(
        "not-expressible", "questioned and hypothetical statements are no edges", at: span,
        hint: "ask about one pair: why A → B where polarity = questioned")
    }
    hopConditions.append(.polarity(polarities))
  }

  private mutating func resolveModality(
    _ comparison: Comparison, _ values: [ValueSyntax], _ isAny: Bool, _ span: Span
  ) {
    guard checkEquality(comparison, "modality", span), !isAny else { return }
    var modalities: Set<Modality> = []
    for value in values {
      if let modality = Modality(rawValue: value.text.lowercased()) {
        modalities.insert(modality)
      } else {
        reportChoice(value, "modality", Modality.allCases.map(\.rawValue) + ["any"])
      }
    }
    hopConditions.append(.modality(comparison, modalities))
  }

  private mutating func reportChoice(_ value: ValueSyntax, _ field: String, _ choices: [String]) {
    report(
      "bad-value", "\"\(value.text)\" is no \(field)", at: value.span,
      hint: "write \(choices.joined(separator: ", "))")
  }

  private mutating func numbers(_ values: [ValueSyntax], in range: ClosedRange<Double>) -> [Double]? {
    var out: [Double] = []
    for value in values {
      guard let number = Double(value.text), range.contains(number) else {
        report(
          "bad-value", "\"\(value.text)\" is no confidence", at: value.span,
          hint: "write a number from 0 to 1, such as 0.7")
        continue
      }
      out.append(number)
    }
    return out.count == values.count ? out : nil
  }

  private mutating func counts(_ values: [ValueSyntax]) -> [Int]? {
    var out: [Int] = []
    for value in values {
      guard let number = Int(value.text), number >= 0 else {
        report("bad-value", "\"\(value.text)\" is no whole number", at: value.span, hint: "write a number such as 2")
        continue
      }
      out.append(number)
    }
    return out.count == values.count ? out : nil
  }
}

/// Finds documents and people by the names that users give them.
enum SourceNames {
  /// Documents by id, title, levelled spelling, or file name without folder and extension.
  static func documents(named name: String, among documents: [DocumentInfo]) -> [DocumentID] {
    let key = LabelKey.folded(name)
    let ways: [(DocumentInfo) -> Bool] = [
      { $0.id.value == name }, { $0.title == name }, { LabelKey.folded($0.id.value) == key },
      { $0.title.map(LabelKey.folded) == key }, { LabelKey.folded(baseName($0.id.value)) == key },
    ]
    for way in ways {
      let found = documents.filter(way)
      if !found.isEmpty { return found.map(\.id) }
    }
    return []
  }

  /// People by name, levelled spelling or surname.
  static func people(named name: String, among people: [String]) -> [String] {
    if people.contains(name) { return [name] }
    let key = LabelKey.folded(name)
    let alike = people.filter { LabelKey.folded($0) == key }
    if !alike.isEmpty { return alike }
    return people.filter { LabelKey.folded($0).split(separator: " ").last.map(String.init) == key }
  }

  private static func baseName(_ id: String) -> String {
    let file = id.split(separator: "/").last.map(String.init) ?? id
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return file }
    return String(file[..<dot])
  }
}
