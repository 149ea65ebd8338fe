import ConceptModel

/// Builds an `ExtractionResult` by hand, passage by passage, for tests of the stages behind extraction.
///
/// Each document's text is the quotations given for it, one a line, so that every place is the true place.
public struct CorpusBuilder {
  public private(set) var result = ExtractionResult()
  private var ends: [DocumentID: (line: Int, scalar: Int, byte: Int)] = [:]
  private var concepts: [ConceptID: Concept] = [:]

  public init() {}

  public mutating func document(
    _ id: String, title: String? = nil, authors: [String] = [], date: String? = nil, role: DocumentRole? = nil
  ) {
    result.documents.append(
      DocumentInfo(id: DocumentID(id), title: title, authors: authors, date: date, role: role))
  }

  /// Makes or changes a concept; its id is made from the label and the sense.
  @discardableResult
  public mutating func concept(
    _ label: String, sense: String? = nil, abbreviation: String? = nil, gloss: String? = nil, mentions: Int? = nil,
    centrality: Double? = nil
  ) -> ConceptID {
    let id = ConceptID(LabelKey.identifier(label) + (sense.map { "#\($0)" } ?? ""))
    var concept = concepts[id] ?? Concept(id: id, label: label)
    if let abbreviation { concept.labels.append(ConceptLabel(text: abbreviation, kind: .abbreviation)) }
    if let gloss { concept.gloss = gloss }
    if let mentions { concept.mentions = mentions }
    if let centrality { concept.centrality = centrality }
    concepts[id] = concept
    return id
  }

  /// Adds a passage to a document and returns its place.
  public mutating func quote(_ text: String, in document: String) -> Evidence {
    let id = DocumentID(document)
    if ends[id] == nil && !result.documents.contains(where: { $0.id == id }) { self.document(document) }
    let at = ends[id] ?? (line: 1, scalar: 0, byte: 0)
    let end = at.scalar + text.unicodeScalars.count
    let endByte = at.byte + text.utf8.count
    let lineEnds = text.unicodeScalars.count { $0 == "\n" }
    ends[id] = (line: at.line + 1 + lineEnds, scalar: end + 1, byte: endByte + 1)
    return Evidence(
      document: id, quote: text, start: at.scalar, end: end, bytes: at.byte..<endByte, line: at.line, column: 1)
  }

  /// Adds an assertion whose evidence is `quote`; `change` sets what is not ordinary about it.
  public mutating func assertion(
    _ subject: String, _ relation: String, _ object: String, in document: String, quote: String,
    confidence: Double = 0.9, change: (inout Assertion) -> Void = { _ in }
  ) {
    let first = concept(split(subject).label, sense: split(subject).sense)
    let second = concept(split(object).label, sense: split(object).sense)
    var assertion = Assertion(
      subject: first, relation: relation, object: second, confidence: confidence, rule: "TEST", subjectText: subject,
      objectText: object, evidence: self.quote(quote, in: document))
    change(&assertion)
    for end in [first, second] { see(end, in: assertion.evidence.document) }
    result.assertions.append(assertion)
  }

  public mutating func definition(
    _ term: String, _ text: String, genus: String? = nil, conditions: [String] = [], in document: String,
    change: (inout Definition) -> Void = { _ in }
  ) {
    let id = concept(split(term).label, sense: split(term).sense)
    let genusID = genus.map { concept($0) }
    var definition = Definition(
      concept: id, term: split(term).label, text: text, genus: genus, genusConcept: genusID, conditions: conditions,
      confidence: 0.9, rule: "TEST", evidence: quote("\(split(term).label) is \(text).", in: document))
    change(&definition)
    see(id, in: definition.evidence.document)
    result.definitions.append(definition)
  }

  public mutating func statement(
    _ kind: TermStatementKind, _ terms: [String], in document: String, quotes: [String]
  ) {
    let ids = terms.map { concept(split($0).label, sense: split($0).sense) }
    let evidence = quotes.map { quote($0, in: document) }
    for id in ids { see(id, in: DocumentID(document)) }
    result.statements.append(
      TermStatement(
        kind: kind, concepts: ids, terms: terms, evidence: evidence, confidence: 0.9, rule: "TEST"))
  }

  public mutating func abbreviation(_ short: String, _ long: String?, in document: String) {
    let text = long.map { "\($0) (\(short))" } ?? short
    result.abbreviations.append(
      Abbreviation(short: short, long: long, evidence: quote(text, in: document), confidence: 0.9, rule: "TEST"))
  }

  public mutating func mention(_ label: String, in document: String) {
    let id = concept(label)
    see(id, in: DocumentID(document))
    result.mentions.append(
      Mention(concept: id, evidence: quote(label, in: document), confidence: 0.9, rule: "TEST"))
  }

  public mutating func entity(_ label: String, _ kind: EntityKind, in document: String) {
    let id = ConceptID(LabelKey.identifier(label))
    result.entities.append(Entity(id: id, label: label, kind: kind, documents: [DocumentID(document)]))
    result.mentions.append(
      Mention(concept: id, evidence: quote(label, in: document), confidence: 0.9, rule: "TEST"))
  }

  /// The corpus with its concepts and documents sorted by id.
  public func corpus() -> ExtractionResult {
    var corpus = result
    let entities = Set(corpus.entities.map(\.id))
    corpus.concepts = concepts.values.filter { !entities.contains($0.id) }.sorted { $0.id < $1.id }
    corpus.documents.sort { $0.id < $1.id }
    return corpus
  }

  private mutating func see(_ id: ConceptID, in document: DocumentID) {
    guard var concept = concepts[id] else { return }
    concept.mentions += 1
    if !concept.documents.contains(document) {
      concept.documents.append(document)
      concept.documents.sort()
    }
    concepts[id] = concept
  }

  private func split(_ term: String) -> (label: String, sense: String?) {
    let parts = term.split(separator: "#", maxSplits: 1).map(String.init)
    return parts.count == 2 ? (parts[0], parts[1]) : (term, nil)
  }
}
