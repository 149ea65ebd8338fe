import ConceptModel

/// Writes an extraction result and the findings over it into the emptied tables of the corpus.
final class CorpusWriter {
  let connection: Connection
  let result: ExtractionResult
  let findings: [Finding]
  let sources: Numbering
  let nodes: Numbering
  private(set) var relations = Numbering()
  private var headings = Numbering()
  private var passageCount = 0
  private let passageRow: Statement
  let labelRow: Statement

  init(_ connection: Connection, result: ExtractionResult, findings: [Finding]) throws(Diagnostic) {
    self.connection = connection
    self.result = result
    self.findings = findings
    sources = Numbering(sorting: Self.sourceNames(result, findings))
    nodes = Numbering(sorting: Self.nodeNames(result, findings))
    passageRow = try connection.prepare("INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    labelRow = try connection.prepare(
      """
      INSERT INTO label (node, concept, is_main, text, kind, documents, merged_by, passage, key)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    for relation in Relation.builtIn + result.relations { _ = relations.number(relation.name) }
    for assertion in result.assertions { _ = relations.number(assertion.relation) }
  }

  /// Empties the tables and writes everything anew.
  func write() throws(Diagnostic) {
    try clear()
    try writeNumberings()
    try writeConcepts()
    try writeEntities()
    try writeMentions()
    try writeDefinitions()
    try writeAssertions()
    try writeEdges()
    try writeStatements()
    try writeFindings()
    try writeDeclarations()
    try writeNames("heading", headings)
    try SearchIndex.rebuildCorpus(connection)
  }

  private func clear() throws(Diagnostic) {
    let tables = [
      "corpus_document", "source", "node", "relation", "declared_relation", "heading", "passage", "concept", "entity",
      "label", "mention", "abbreviation", "definition", "assertion", "statement", "finding", "finding_node",
      "diagnostic", "spo", "ops",
    ]
    try connection.execute(tables.map { "DELETE FROM \($0);" }.joined())
  }

  private func writeNumberings() throws(Diagnostic) {
    try writeNames("source", sources)
    try writeNames("node", nodes)
    try writeNames("relation", relations)
  }

  private func writeNames(_ table: String, _ numbering: Numbering) throws(Diagnostic) {
    let row = try connection.prepare("INSERT INTO \(table) VALUES (?, ?)")
    for (number, name) in numbering.names.enumerated() { try row.run(.integer(number), .text(name)) }
  }

  /// Stores a passage and returns its number; passages stored one after the other have consecutive numbers.
  func passage(_ evidence: Evidence) throws(Diagnostic) -> Int {
    let heading = evidence.headings.isEmpty ? nil : headings.number(ListCoding.encode(evidence.headings))
    try passageRow.run(
      .integer(passageCount), source(evidence.document), .text(evidence.quote), .integer(evidence.start),
      .integer(evidence.end), .integer(evidence.bytes.lowerBound), .integer(evidence.bytes.upperBound),
      .integer(evidence.line), .integer(evidence.column), .integer(optional: heading))
    passageCount += 1
    return passageCount - 1
  }

  func passage(optional evidence: Evidence?) throws(Diagnostic) -> Statement.Value {
    guard let evidence else { return .null }
    return .integer(try passage(evidence))
  }

  func passages(_ list: [Evidence]) throws(Diagnostic) -> Int {
    let first = passageCount
    for evidence in list { _ = try passage(evidence) }
    return first
  }

  func source(_ id: DocumentID) -> Statement.Value { .integer(optional: sources.known(id.value)) }
  func sourceList(_ ids: [DocumentID]) -> Statement.Value {
    .text(ListCoding.encode(ids.compactMap { sources.known($0.value) }))
  }
  func node(_ id: ConceptID) -> Statement.Value { .integer(optional: nodes.known(id.value)) }
  func nodeList(_ ids: [ConceptID]) -> Statement.Value {
    .text(ListCoding.encode(ids.compactMap { nodes.known($0.value) }))
  }

  private static func nodeNames(_ result: ExtractionResult, _ findings: [Finding]) -> [String] {
    var names = result.concepts.map(\.id.value) + result.entities.map(\.id.value)
    names += result.mentions.map(\.concept.value)
    names += result.definitions.flatMap { [$0.concept.value] + ($0.genusConcept.map { [$0.value] } ?? []) }
    names += result.assertions.flatMap { [$0.subject.value, $0.object.value] }
    names += result.statements.flatMap { $0.concepts.map(\.value) }
    names += findings.flatMap { $0.concepts.map(\.value) }
    return names
  }

  private static func sourceNames(_ result: ExtractionResult, _ findings: [Finding]) -> [String] {
    var ids = result.documents.map(\.id)
    for concept in result.concepts {
      ids += concept.documents
      for label in concept.labels {
        ids += label.documents
        if let evidence = label.evidence { ids.append(evidence.document) }
      }
    }
    ids += result.entities.flatMap(\.documents)
    ids += result.mentions.map(\.evidence.document)
    ids += result.abbreviations.map(\.evidence.document)
    ids += result.definitions.map(\.evidence.document)
    ids += result.assertions.map(\.evidence.document)
    ids += result.assertions.compactMap(\.source)
    ids += result.statements.flatMap { $0.evidence.map(\.document) }
    ids += findings.flatMap { $0.evidence.map(\.document) }
    return ids.map(\.value)
  }
}
