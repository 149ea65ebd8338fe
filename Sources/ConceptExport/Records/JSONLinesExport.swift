import ConceptModel

/// Writes the JSON Lines records of a corpus: for each document its concepts, entities, abbreviations, definitions and
/// relations, each in order of place.
///
/// `extract` and `export --format jsonl` print the same lines.
public enum JSONLinesExport {
  /// Writes all records, documents by id.
  static func write(_ graph: ExtractionResult, to out: ByteWriter) {
    let records = Records(graph)
    for document in records.documents { records.write(document, to: out) }
  }

  /// Calls `body` with each document of `order` and the lines of its records; documents without records give no bytes.
  public static func forEachDocument(
    of graph: ExtractionResult, in order: [DocumentID], _ body: (DocumentID, [UInt8]) throws -> Void
  ) throws {
    let records = Records(graph)
    for document in order {
      var bytes: [UInt8] = []
      try withByteWriter(to: { bytes += $0 }) { records.write(document, to: $0) }
      try body(document, bytes)
    }
  }

  /// The record that tells whether a use carries a definition, with its line end.
  public static func senseRecord(document: DocumentID, matches: Bool, confidence: Double) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try withByteWriter(to: { bytes += $0 }) { out in
      var record = JSONObjectWriter(out)
      record.field("doc", document.value)
      record.field("kind", "sense")
      record.field("match", matches)
      record.field("confidence", confidence)
      record.end()
      out.literal("\n")
    }
    return bytes
  }

  private struct Place: Comparable {
    var document: DocumentID
    var start: Int
    var end: Int
    var index: Int
    static func < (a: Place, b: Place) -> Bool {
      if a.document != b.document { return a.document < b.document }
      return (a.start, a.end, a.index) < (b.start, b.end, b.index)
    }
  }

  private struct Records {
    let graph: ExtractionResult
    let labels: [ConceptID: String]
    let entities: [ConceptID: Entity]
    let mentions: [DocumentID: [Int]]
    let abbreviations: [DocumentID: [Int]]
    let definitions: [DocumentID: [Int]]
    let assertions: [DocumentID: [Int]]
    let documents: [DocumentID]

    init(_ graph: ExtractionResult) {
      self.graph = graph
      entities = Dictionary(graph.entities.map { ($0.id, $0) }) { first, _ in first }
      labels = Dictionary(
        graph.entities.map { ($0.id, $0.label) } + graph.concepts.map { ($0.id, $0.displayLabel) }
      ) { _, last in last }
      mentions = Self.byDocument(graph.mentions.map(\.evidence))
      abbreviations = Self.byDocument(graph.abbreviations.map(\.evidence))
      definitions = Self.byDocument(graph.definitions.map(\.evidence))
      assertions = Self.byDocument(graph.assertions.map(\.evidence))
      var all = Set(mentions.keys)
      all.formUnion(abbreviations.keys)
      all.formUnion(definitions.keys)
      all.formUnion(assertions.keys)
      documents = all.sorted()
    }

    private static func byDocument(_ evidence: [Evidence]) -> [DocumentID: [Int]] {
      let places = evidence.enumerated().map {
        Place(document: $1.document, start: $1.start, end: $1.end, index: $0)
      }
      var groups: [DocumentID: [Int]] = [:]
      for place in places.sorted() { groups[place.document, default: []].append(place.index) }
      return groups
    }

    func write(_ document: DocumentID, to out: ByteWriter) {
      let found = (mentions[document] ?? []).map { graph.mentions[$0] }
      for mention in found where entities[mention.concept] == nil { writeConcept(mention, to: out) }
      for mention in found {
        if let entity = entities[mention.concept] { writeEntity(mention, entity, to: out) }
      }
      for index in abbreviations[document] ?? [] { writeAbbreviation(graph.abbreviations[index], to: out) }
      for index in definitions[document] ?? [] { writeDefinition(graph.definitions[index], to: out) }
      for index in assertions[document] ?? [] { writeRelation(graph.assertions[index], to: out) }
    }

    private func open(_ kind: String, _ document: DocumentID, _ out: ByteWriter) -> JSONObjectWriter {
      var record = JSONObjectWriter(out)
      record.field("doc", document.value)
      record.field("kind", kind)
      return record
    }

    private func writePlace(_ evidence: Evidence, to record: inout JSONObjectWriter) {
      record.field("start", evidence.start)
      record.field("end", evidence.end)
      record.field("byteStart", evidence.bytes.lowerBound)
      record.field("byteEnd", evidence.bytes.upperBound)
    }

    private func writeConcept(_ mention: Mention, to out: ByteWriter) {
      var record = open("concept", mention.evidence.document, out)
      record.field("subject", mention.evidence.quote)
      record.field("concept", mention.concept.value)
      record.field("label", labels[mention.concept] ?? mention.concept.value)
      writePlace(mention.evidence, to: &record)
      record.field("confidence", mention.confidence)
      record.field("rule", mention.rule)
      record.end()
      out.literal("\n")
    }

    private func writeEntity(_ mention: Mention, _ entity: Entity, to out: ByteWriter) {
      var record = open("entity", mention.evidence.document, out)
      record.field("subject", mention.evidence.quote)
      record.field("entity", entity.id.value)
      record.field("type", entity.kind.rawValue)
      writePlace(mention.evidence, to: &record)
      record.field("rule", mention.rule)
      record.end()
      out.literal("\n")
    }

    private func writeAbbreviation(_ abbreviation: Abbreviation, to out: ByteWriter) {
      var record = open("abbreviation", abbreviation.evidence.document, out)
      record.field("subject", abbreviation.short)
      record.field("object", abbreviation.long)
      writePlace(abbreviation.evidence, to: &record)
      record.field("rule", abbreviation.rule)
      record.end()
      out.literal("\n")
    }

    private func writeDefinition(_ definition: Definition, to out: ByteWriter) {
      var record = open("definition", definition.evidence.document, out)
      record.field("subject", definition.term)
      record.field("concept", definition.concept.value)
      record.field("object", definition.text)
      record.field("genus", definition.genus)
      if !definition.conditions.isEmpty { record.field("conditions", definition.conditions) }
      record.field("quote", definition.evidence.quote)
      writePlace(definition.evidence, to: &record)
      record.field("confidence", definition.confidence)
      record.field("rule", definition.rule)
      record.end()
      out.literal("\n")
    }

    private func writeRelation(_ assertion: Assertion, to out: ByteWriter) {
      var record = open("relation", assertion.evidence.document, out)
      record.field("subject", assertion.subjectText)
      record.field("predicate", assertion.relation)
      record.field("object", assertion.objectText)
      record.field("subjectConcept", assertion.subject.value)
      record.field("objectConcept", assertion.object.value)
      record.field("subjectLabel", labels[assertion.subject] ?? assertion.subject.value)
      record.field("objectLabel", labels[assertion.object] ?? assertion.object.value)
      record.field("polarity", assertion.polarity.rawValue)
      if assertion.attribution != .author {
        record.name("attribution")
        var attribution = JSONObjectWriter(out)
        attribution.field("holder", assertion.attribution.holder)
        attribution.field("reporter", assertion.attribution.reporter)
        attribution.end()
      }
      record.field("modality", assertion.modality.rawValue)
      record.field("hedged", assertion.hedged)
      record.field("basis", assertion.basis.rawValue)
      record.field("quote", assertion.evidence.quote)
      writePlace(assertion.evidence, to: &record)
      record.field("surface", assertion.surface)
      record.field("confidence", assertion.confidence)
      record.field("rule", assertion.rule)
      record.end()
      out.literal("\n")
    }
  }
}
