import ConceptModel

extension Notation {
  /// Writes a notation document as text that parses back to the same facts and lines.
  public static func print(_ document: StatedDocument) -> String {
    var lines: [String] = []
    for relation in document.relations { lines.append(line(relation)) }
    for split in document.splits {
      lines.append("@split \(SyntaxPrinter.label(split.label))#\(split.sense) \(SyntaxPrinter.quoted(split.gloss))")
    }
    for pin in document.pins { lines.append("@pin \(term(pin.label)) = \(term(pin.target))") }
    for deprecation in document.deprecations {
      let use = deprecation.replacement.map { " use \(term($0))" } ?? ""
      // A bare label could run into the word "use".
      lines.append("@deprecated \(quotedTerm(deprecation.label))\(use)")
    }
    var printed: Set<DocumentID> = []
    var current: DocumentID?
    for fact in document.facts {
      if let source = fact.source, source != current, let stated = document.sources.first(where: { $0.id == source }) {
        lines.append(printed.insert(source).inserted ? line(stated) : "@source \(SyntaxPrinter.quoted(source.value))")
        current = source
      }
      lines.append(line(fact, below: current))
    }
    for source in document.sources where !printed.contains(source.id) { lines.append(line(source)) }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func term(_ written: String) -> String {
    let parts = written.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty else { return SyntaxPrinter.label(written) }
    return SyntaxPrinter.label(String(parts[0])) + "#" + parts[1]
  }

  private static func quotedTerm(_ written: String) -> String {
    let parts = written.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty else { return SyntaxPrinter.quoted(written) }
    return SyntaxPrinter.quoted(String(parts[0])) + "#" + parts[1]
  }

  private static func line(_ source: StatedSource) -> String {
    var out = "@source \(SyntaxPrinter.quoted(source.id.value))"
    if let date = source.date { out += " date \(date)" }
    if let title = source.title { out += " title \(SyntaxPrinter.quoted(title))" }
    for author in source.authors { out += " author \(SyntaxPrinter.quoted(author))" }
    for field in source.fields { out += " \(field.name) \(SyntaxPrinter.quoted(field.value))" }
    return out
  }

  private static func line(_ relation: Relation) -> String {
    var out = "@relation \(relation.name)"
    if relation.isSymmetric { out += " symmetric" }
    if relation.isTransitive { out += " transitive" }
    if relation.isProvenance { out += " provenance" } else if !relation.isBridge { out += " no-bridge" }
    if let inverse = relation.inverse { out += " inverse \(inverse)" }
    if let under = relation.superRelation { out += " under \(under)" }
    if relation.reading != "A \(relation.name) B" { out += " reads \(SyntaxPrinter.quoted(relation.reading))" }
    if let macro = relation.macro { out += " = \(macro)" }
    return out
  }

  private static func line(_ fact: StatedFact, below source: DocumentID?) -> String {
    var out = "\(term(fact.subject)) \(arrow(fact)) \(term(fact.object))"
    var properties: [String] = []
    if let own = fact.source, own != source { properties.append("source = \(SyntaxPrinter.quoted(own.value))") }
    if fact.confidence != 1 { properties.append("confidence = \(fact.confidence)") }
    if let date = fact.date { properties.append("date = \(date)") }
    if let holder = fact.holder { properties.append("author = \(SyntaxPrinter.quoted(holder))") }
    if let rule = fact.rule { properties.append("rule = \(SyntaxPrinter.quoted(rule))") }
    if fact.polarity == .questioned || fact.polarity == .hypothetical {
      properties.append("polarity = \(fact.polarity.rawValue)")
    }
    if fact.modality != .fact { properties.append("modality = \(fact.modality.rawValue)") }
    if let quote = fact.quote { properties.append("quote = \(SyntaxPrinter.quoted(quote))") }
    if !properties.isEmpty { out += " with " + properties.joined(separator: ", ") }
    return out
  }

  private static func term(_ term: StatedTerm) -> String {
    SyntaxPrinter.term(TermSyntax(term.label, sense: term.sense, isIRI: term.isIRI))
  }

  private static func arrow(_ fact: StatedFact) -> String {
    let isDenied = fact.polarity == .denied
    switch (fact.relation, isDenied) {
    case ("is-a", false): return "⊑"
    case ("is-a", true): return "⋢"
    case ("leads-to", false): return "→"
    case ("leads-to", true): return "↛"
    case ("same-as", false): return "="
    case ("different-from", false): return "≠"
    case ("maps-to", false): return "≈"
    case ("conflated-with", false): return "≬"
    case (let name, false): return "-[\(name)]->"
    case (let name, true): return "-[not \(name)]->"
    }
  }
}
