import ConceptModel

extension CorpusWriter {
  func writeConcepts() throws(Diagnostic) {
    let row = try connection.prepare("INSERT INTO concept VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (ordinal, concept) in result.concepts.enumerated() {
      try row.run(
        .integer(ordinal), node(concept.id), .text(concept.label), .text(optional: concept.gloss),
        sourceList(concept.documents), .integer(concept.mentions), .real(concept.centrality),
        .flag(concept.deprecation != nil), .text(optional: concept.deprecation?.replacement))
      let main = ConceptLabel(text: concept.label, kind: .preferred)
      try write(label: main, of: concept.id, concept: ordinal, isMain: true)
      for label in concept.labels { try write(label: label, of: concept.id, concept: ordinal, isMain: false) }
    }
  }

  func writeEntities() throws(Diagnostic) {
    let row = try connection.prepare("INSERT INTO entity VALUES (?, ?, ?, ?, ?)")
    for (ordinal, entity) in result.entities.enumerated() {
      try row.run(
        .integer(ordinal), node(entity.id), .text(entity.label), .text(entity.kind.rawValue),
        sourceList(entity.documents))
      let main = ConceptLabel(text: entity.label, kind: .preferred)
      try write(label: main, of: entity.id, concept: nil, isMain: true)
    }
  }

  private func write(
    label: ConceptLabel, of id: ConceptID, concept: Int?, isMain: Bool
  ) throws(Diagnostic) {
    try labelRow.run(
      node(id), .integer(optional: concept), .flag(isMain), .text(label.text), .text(label.kind.rawValue),
      sourceList(label.documents), .text(optional: label.mergedBy), try passage(optional: label.evidence),
      .text(LabelKey.normalised(label.text)))
  }

  func writeMentions() throws(Diagnostic) {
    let row = try connection.prepare("INSERT INTO mention VALUES (?, ?, ?, ?, ?)")
    for (ordinal, mention) in result.mentions.enumerated() {
      try row.run(
        .integer(ordinal), node(mention.concept), .integer(try passage(mention.evidence)), .real(mention.confidence),
        .text(mention.rule))
    }
    let short = try connection.prepare("INSERT INTO abbreviation VALUES (?, ?, ?, ?, ?, ?)")
    for (ordinal, item) in result.abbreviations.enumerated() {
      try short.run(
        .integer(ordinal), .text(item.short), .text(optional: item.long), .integer(try passage(item.evidence)),
        .real(item.confidence), .text(item.rule))
    }
  }

  func writeDefinitions() throws(Diagnostic) {
    let row = try connection.prepare("INSERT INTO definition VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (ordinal, item) in result.definitions.enumerated() {
      try row.run(
        .integer(ordinal), node(item.concept), .text(item.term), .text(item.text), .text(optional: item.genus),
        item.genusConcept.map(node) ?? .null, .text(ListCoding.encode(item.conditions)), .text(optional: item.scope),
        .text(optional: item.attribution.holder), .text(optional: item.attribution.reporter), .real(item.confidence),
        .text(item.rule), .integer(try passage(item.evidence)))
    }
  }

  func writeAssertions() throws(Diagnostic) {
    let row = try connection.prepare(
      "INSERT INTO assertion VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (ordinal, item) in result.assertions.enumerated() {
      try row.run(
        .integer(ordinal), node(item.subject), .integer(optional: relations.known(item.relation)), node(item.object),
        .text(item.polarity.rawValue), .text(optional: item.attribution.holder),
        .text(optional: item.attribution.reporter), .text(item.modality.rawValue), .flag(item.hedged),
        .text(item.basis.rawValue), .real(item.confidence), .text(item.rule), .text(optional: item.surface),
        .text(item.subjectText), .text(item.objectText), item.source.map(source) ?? .null,
        .text(optional: item.date), .integer(try passage(item.evidence)))
    }
  }

  /// The two orders of the asserted and denied edges; a denied edge has an odd predicate number.
  func writeEdges() throws(Diagnostic) {
    try connection.execute(EdgeTables.fillFromAssertions)
  }

  func writeStatements() throws(Diagnostic) {
    let row = try connection.prepare("INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (ordinal, item) in result.statements.enumerated() {
      try row.run(
        .integer(ordinal), .text(item.kind.rawValue), nodeList(item.concepts), .text(ListCoding.encode(item.terms)),
        .text(optional: item.attribution.holder), .text(optional: item.attribution.reporter), .real(item.confidence),
        .text(item.rule), .integer(try passages(item.evidence)), .integer(item.evidence.count))
    }
  }

  func writeFindings() throws(Diagnostic) {
    let row = try connection.prepare("INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    let link = try connection.prepare("INSERT OR IGNORE INTO finding_node VALUES (?, ?)")
    for (ordinal, item) in findings.enumerated() {
      try row.run(
        .integer(ordinal), .text(item.id), .text(item.rule), .text(item.kind.rawValue),
        .text(item.severity.rawValue), .text(ListCoding.encode(item.terms)), nodeList(item.concepts),
        .text(item.message), .text(optional: item.fix), .integer(try passages(item.evidence)),
        .integer(item.evidence.count))
      for concept in item.concepts { try link.run(node(concept), .integer(ordinal)) }
    }
  }

  /// Documents, relations of notation files, and diagnostics.
  func writeDeclarations() throws(Diagnostic) {
    let document = try connection.prepare("INSERT INTO corpus_document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (ordinal, info) in result.documents.enumerated() {
      document.bind(ordinal, at: 1)
      for (index, value) in info.columns.enumerated() { document.bind(value, at: Int32(index + 2)) }
      _ = try document.step()
      document.reset()
    }
    let relation = try connection.prepare("INSERT INTO declared_relation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (ordinal, item) in result.relations.enumerated() {
      try relation.run(
        .integer(ordinal), .text(item.name), .text(item.reading), .text(optional: item.sign),
        .flag(item.isSymmetric), .flag(item.isTransitive), .flag(item.isBridge), .flag(item.isProvenance),
        .text(optional: item.inverse), .text(optional: item.superRelation), .text(optional: item.macro),
        .text(optional: item.iri))
    }
    let row = try connection.prepare("INSERT INTO diagnostic VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (ordinal, item) in result.diagnostics.enumerated() {
      try row.run(
        .integer(ordinal), .text(item.level.rawValue), .text(item.code), .text(item.message),
        .text(optional: item.file), .integer(optional: item.place?.line), .integer(optional: item.place?.column),
        .integer(optional: item.place?.length), .text(optional: item.place?.source), .text(optional: item.hint),
        .text(ListCoding.encode(optional: item.choices.flatMap { [$0.text, $0.note] })))
    }
  }
}
