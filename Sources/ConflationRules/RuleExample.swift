import ConceptModel

/// One passage of an example and what extraction reads in it.
public struct ExamplePassage: Sendable {
  enum Reading: Sendable {
    case relation(subject: String, name: String, object: String, Polarity, Note)
    case definition(term: String, text: String, genus: String?, conditions: [String])
    case statement(TermStatementKind, terms: [String])
    case abbreviation(short: String, long: String)
    case use(term: String)
    case deprecation(term: String, replacement: String?)
  }

  /// What is special about an assertion.
  enum Note: Sendable, Hashable {
    case plain, hedged, may, inferred
    /// The words that carry the relation.
    case worded(String)
    /// Reported as somebody else's view.
    case attributed(String)
    /// Written by hand and attributed to a document.
    case stated(source: String)
  }

  let document: String
  /// More than one for a statement that rests on several passages.
  let quotes: [String]
  let reading: Reading

  /// A document says that the subject stands in the relation to the object.
  static func says(
    _ document: String, _ quote: String, _ subject: String, _ relation: String, _ object: String,
    _ polarity: Polarity = .asserted, _ note: Note = .plain
  ) -> ExamplePassage {
    ExamplePassage(
      document: document, quotes: [quote],
      reading: .relation(subject: subject, name: relation, object: object, polarity, note))
  }

  /// A document defines a term.
  static func defines(
    _ document: String, _ term: String, as text: String, genus: String? = nil, conditions: [String] = []
  ) -> ExamplePassage {
    let quote = "\(term) is \(text)"
    return ExamplePassage(
      document: document, quotes: [quote],
      reading: .definition(term: term, text: text, genus: genus, conditions: conditions))
  }

  /// A document speaks about words.
  static func speaks(
    _ document: String, _ kind: TermStatementKind, _ terms: [String], _ quotes: String...
  ) -> ExamplePassage {
    ExamplePassage(document: document, quotes: quotes, reading: .statement(kind, terms: terms))
  }

  static func abbreviates(_ document: String, _ short: String, _ long: String) -> ExamplePassage {
    ExamplePassage(
      document: document, quotes: ["\(long) (\(short))"], reading: .abbreviation(short: short, long: long))
  }

  static func uses(_ document: String, _ term: String, _ quote: String) -> ExamplePassage {
    ExamplePassage(document: document, quotes: [quote], reading: .use(term: term))
  }

  static func deprecates(_ document: String, _ term: String, use replacement: String?) -> ExamplePassage {
    let line = "@deprecated \(term)" + (replacement.map { " use \($0)" } ?? "")
    return ExamplePassage(
      document: document, quotes: [line], reading: .deprecation(term: term, replacement: replacement))
  }

  /// `warnedConflation` → `warned conflation`.
  private static func words(of kind: TermStatementKind) -> String {
    kind.rawValue.reduce(into: "") { out, letter in
      out += letter.isUppercase ? " " + letter.lowercased() : String(letter)
    }
  }

  /// What is read in the passage, in the notation.
  var readingText: String {
    switch reading {
    case .relation(let subject, let name, let object, let polarity, let note):
      let words =
        switch polarity {
        case .asserted: "\(subject) -[\(name)]-> \(object)"
        case .denied: "\(subject) -[not \(name)]-> \(object)"
        case .questioned: "asks: \(subject) -[\(name)]-> \(object)"
        case .hypothetical: "supposes: \(subject) -[\(name)]-> \(object)"
        }
      switch note {
      case .plain, .worded: return words
      case .hedged: return words + ", hedged"
      case .may: return words + ", as possible"
      case .inferred: return words + ", inferred"
      case .attributed(let holder): return words + ", according to \(holder)"
      case .stated(let source): return words + ", stated by hand with source = \(source)"
      }
    case .definition(let term, _, let genus, let conditions):
      return "defines \(term)" + (genus.map { " under \($0)" } ?? "")
        + (conditions.isEmpty ? "" : ", conditions: \(conditions.joined(separator: "; "))")
    case .statement(let kind, let terms): return "\(Self.words(of: kind)): \(terms.joined(separator: ", "))"
    case .abbreviation(let short, let long): return "\(short) = \(long)"
    case .use(let term): return "names \(term)"
    case .deprecation(let term, _): return "deprecates \(term)"
    }
  }
}

/// A little corpus on which a rule speaks or is silent: its test and its documentation.
public struct RuleExample: Sendable {
  /// The field of knowledge that the example is taken from.
  public let field: String
  let passages: [ExamplePassage]

  init(_ field: String, _ passages: ExamplePassage...) {
    self.field = field
    self.passages = passages
  }

  init(_ field: String, _ passages: [ExamplePassage]) {
    self.field = field
    self.passages = passages
  }

  /// The passages as lines `document: “quotation” (reading)`.
  public var lines: [String] {
    passages.map { passage in
      let quotes = passage.quotes.map { "“\($0)”" }.joined(separator: " … ")
      return "\(passage.document): \(quotes) (\(passage.readingText))"
    }
  }

  /// The corpus that extraction would give for the passages.
  public func corpus() -> ExtractionResult {
    var builder = ExampleCorpus()
    for passage in passages { builder.add(passage) }
    return builder.finished()
  }
}

/// Puts the passages of an example together; every passage is a line of its document.
private struct ExampleCorpus {
  private var result = ExtractionResult()
  private var concepts: [ConceptID: Concept] = [:]
  private var ends: [DocumentID: (line: Int, offset: Int, byte: Int)] = [:]

  mutating func add(_ passage: ExamplePassage) {
    let document = DocumentID(passage.document)
    let evidence = passage.quotes.map { place($0, in: document) }
    switch passage.reading {
    case .relation(let subject, let name, let object, let polarity, let note):
      add(Edge(subject: subject, name: name, object: object), polarity, note, evidence[0])
    case .definition(let term, let text, let genus, let conditions):
      let id = concept(term, in: document)
      result.definitions.append(
        Definition(
          concept: id, term: term, text: text, genus: genus, genusConcept: genus.map { concept($0, in: document) },
          conditions: conditions, confidence: 0.9, rule: "example", evidence: evidence[0]))
    case .statement(let kind, let terms):
      result.statements.append(
        TermStatement(
          kind: kind, concepts: terms.map { concept($0, in: document) }, terms: terms, evidence: evidence,
          confidence: 0.9, rule: "example"))
    case .abbreviation(let short, let long):
      result.abbreviations.append(
        Abbreviation(short: short, long: long, evidence: evidence[0], confidence: 0.9, rule: "example"))
    case .use(let term):
      let id = concept(term, in: document)
      result.mentions.append(Mention(concept: id, evidence: evidence[0], confidence: 0.9, rule: "example"))
    case .deprecation(let term, let replacement):
      let id = concept(term, in: document)
      concepts[id]?.deprecation = Deprecation(replacement: replacement)
    }
  }

  private struct Edge {
    var subject: String
    var name: String
    var object: String
  }

  private mutating func add(
    _ edge: Edge, _ polarity: Polarity, _ note: ExamplePassage.Note, _ evidence: Evidence
  ) {
    var assertion = Assertion(
      subject: concept(edge.subject, in: evidence.document), relation: edge.name,
      object: concept(edge.object, in: evidence.document), polarity: polarity, confidence: 0.9, rule: "example",
      surface: edge.name, subjectText: edge.subject, objectText: edge.object, evidence: evidence)
    switch note {
    case .plain: break
    case .worded(let surface): assertion.surface = surface
    case .hedged: assertion.hedged = true
    case .may: assertion.modality = .may
    case .inferred: assertion.basis = .inferred
    case .attributed(let holder): assertion.attribution = Attribution(holder: holder)
    case .stated(let source):
      assertion.basis = .stated
      assertion.source = DocumentID(source)
    }
    result.assertions.append(assertion)
  }

  private mutating func concept(_ term: String, in document: DocumentID) -> ConceptID {
    let parts = term.split(separator: "#", maxSplits: 1).map(String.init)
    let id = ConceptID(LabelKey.identifier(parts[0]) + (parts.count == 2 ? "#\(parts[1])" : ""))
    var concept = concepts[id] ?? Concept(id: id, label: parts[0])
    concept.mentions += 1
    if !concept.documents.contains(document) { concept.documents = (concept.documents + [document]).sorted() }
    concepts[id] = concept
    return id
  }

  private mutating func place(_ quote: String, in document: DocumentID) -> Evidence {
    let at = ends[document] ?? (line: 1, offset: 0, byte: 0)
    let end = at.offset + quote.unicodeScalars.count
    let endByte = at.byte + quote.utf8.count
    ends[document] = (line: at.line + 1, offset: end + 1, byte: endByte + 1)
    return Evidence(
      document: document, quote: quote, start: at.offset, end: end, bytes: at.byte..<endByte, line: at.line,
      column: 1)
  }

  func finished() -> ExtractionResult {
    var corpus = result
    corpus.concepts = concepts.values.sorted { $0.id < $1.id }
    corpus.documents = ends.keys.sorted().map { DocumentInfo(id: $0) }
    return corpus
  }
}
