import ConceptGraph
import ConceptModel

/// Looks up the names of concepts by the levels of the language reference, section 3.4.
final class NameResolver {
  private let source: any GraphSource
  private let text: NotationText
  private let isFuzzy: Bool
  private var known: [TermSyntax: [NodeID]] = [:]
  /// Whether a name of several senses stands for all of them, as in a question about the name itself.
  var takesAllSenses = false
  private(set) var notes: [String] = []
  var diagnostics: [Diagnostic] = []

  init(source: any GraphSource, text: NotationText, isFuzzy: Bool) {
    self.source = source
    self.text = text
    self.isFuzzy = isFuzzy
  }

  /// The nodes of a term: one, or all senses for `#*`; none when an error was reported.
  func resolve(_ term: TermSyntax) throws -> [NodeID] {
    if let found = known[term] { return found }
    let found = try lookUp(term)
    known[term] = found
    return found
  }

  /// Whether a label is known at any level but the fuzzy one.
  func isKnown(_ label: String) throws -> Bool {
    for level in NameLevel.allCases where try !source.nodes(named: label, at: level).isEmpty { return true }
    return false
  }

  private func lookUp(_ term: TermSyntax) throws -> [NodeID] {
    if term.isIRI {
      let found = try source.nodes(named: term.label, at: .identifier)
      if found.isEmpty { try reportUnknown(term) }
      return found
    }
    if let sense = term.sense { return try lookUpSense(term, sense) }
    for level in NameLevel.allCases {
      let found = try source.nodes(named: term.label, at: level)
      if found.isEmpty { continue }
      if found.count > 1 {
        if takesAllSenses { return found }
        try reportAmbiguous(term, found)
        return []
      }
      if level.rawValue >= NameLevel.anyLabel.rawValue { try noteResolution(term, found[0]) }
      return found
    }
    if isFuzzy, let near = try fuzzyMatch(term.label) {
      try noteResolution(term, near)
      return [near]
    }
    try reportUnknown(term)
    return []
  }

  private func lookUpSense(_ term: TermSyntax, _ sense: String) throws -> [NodeID] {
    if sense != "*" {
      let exact = try source.nodes(named: "\(term.label)#\(sense)", at: .identifier)
      if !exact.isEmpty { return exact }
    }
    let readings = try self.readings(of: term.label)
    if readings.isEmpty {
      try reportUnknown(term)
      return []
    }
    if sense == "*" { return readings }
    let named = try readings.filter { try source.info(of: $0).id.sense == sense }
    if !named.isEmpty { return named }
    // A label with several readings that are no senses of their own: numbered in the order of ids.
    let haveSenses = try readings.contains { try source.info(of: $0).id.sense != nil }
    if !haveSenses, let number = Int(sense), readings.indices.contains(number - 1), readings.count > 1 {
      try noteResolution(term, readings[number - 1])
      return [readings[number - 1]]
    }
    diagnostics.append(
      text.diagnostic(
        "unknown-term", "\"\(term.label)\" has no sense \"\(sense)\"", at: term.span,
        hint: readings.count == 1 ? "write \(term.label) without #" : "write one of its senses",
        choices: try choices(term.label, readings)))
    return []
  }

  /// What a label may mean, at the first level with a hit behind the ids.
  private func readings(of label: String) throws -> [NodeID] {
    for level in [NameLevel.preferredLabel, .anyLabel, .normalised, .identifier] {
      let found = try source.nodes(named: label, at: level)
      if !found.isEmpty { return found }
    }
    return []
  }

  private func noteResolution(_ term: TermSyntax, _ node: NodeID) throws {
    let label = try source.info(of: node).displayLabel
    let note = "\(term.written) = \(label)"
    if !notes.contains(note) { notes.append(note) }
  }

  private func fuzzyMatch(_ label: String) throws -> NodeID? {
    let wanted = Array(LabelKey.folded(label).unicodeScalars)
    var found: Set<NodeID> = []
    try source.forEachLabel { text, node in
      let other = Array(LabelKey.folded(text).unicodeScalars)
      if Suggestions.distance(wanted, other, bound: 1) != nil { found.insert(node) }
    }
    return found.count == 1 ? found.first : nil
  }

  // MARK: Errors

  private func reportUnknown(_ term: TermSyntax) throws {
    var finder = SuggestionFinder(name: term.label, limit: 3)
    try source.forEachLabel { label, _ in finder.consider(label) }
    let near = finder.best.map(\.text)
    let words = Set(term.label.split(separator: " ").map(String.init))
    var hint = near.first.map { "did you mean \"\($0)\"?" } ?? "see what is there: distinguo concepts"
    if let relation = source.relations.first(where: { words.contains($0.name) && words.count > 1 }) {
      hint = "a relation stands between brackets: A -[\(relation.name)]-> B"
    }
    diagnostics.append(
      text.diagnostic(
        "unknown-term", "there is no concept \"\(term.isIRI ? "<\(term.label)>" : term.written)\"", at: term.span,
        hint: hint,
        choices: near.dropFirst().map { Diagnostic.Choice($0) }))
  }

  private func reportAmbiguous(_ term: TermSyntax, _ found: [NodeID]) throws {
    diagnostics.append(
      text.diagnostic(
        "ambiguous-term", "\"\(term.label)\" has \(found.count) senses", at: term.span,
        hint: "write one of these, or \(SyntaxPrinter.label(term.label))#* for all",
        choices: try choices(term.label, found)))
  }

  private func choices(_ label: String, _ found: [NodeID]) throws -> [Diagnostic.Choice] {
    try found.enumerated().map { number, node in
      let info = try source.info(of: node)
      let documents = info.documentCount == 1 ? "(1 document)" : "(\(info.documentCount) documents)"
      if info.id.sense != nil {
        let gloss = info.gloss.map { "\($0)  " } ?? ""
        return Diagnostic.Choice(info.displayLabel, note: gloss + documents)
      }
      let gloss = info.gloss.map { ": \($0)" } ?? ""
      return Diagnostic.Choice(
        "\(SyntaxPrinter.label(label))#\(number + 1)", note: "\(info.displayLabel)\(gloss)  \(documents)")
    }
  }
}
