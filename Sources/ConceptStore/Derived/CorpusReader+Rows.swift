import ConceptModel

extension CorpusReader {
  /// Everything that `CorpusWriter` wrote, in the order in which it was given.
  func result() throws(Diagnostic) -> ExtractionResult {
    var result = ExtractionResult()
    result.documents = try documents()
    result.concepts = try concepts()
    result.entities = try entities()
    result.mentions = try mentions()
    result.abbreviations = try abbreviations()
    result.definitions = try definitions(where: "TRUE")
    result.assertions = try assertions(where: "TRUE")
    result.statements = try statements()
    result.relations = try declaredRelations()
    result.diagnostics = try diagnostics()
    return result
  }

  func documents() throws(Diagnostic) -> [DocumentInfo] {
    try rows("SELECT \(DocumentInfo.columnNames) FROM corpus_document ORDER BY ordinal") { row in
      DocumentInfo(row: row, from: 0)
    }
  }

  private func concepts() throws(Diagnostic) -> [Concept] {
    var labels = try rows(
      """
      SELECT text, kind, documents, merged_by, passage, concept FROM label
      WHERE concept IS NOT NULL AND NOT is_main ORDER BY id
      """
    ) { (row) throws(Diagnostic) in (concept: row.integer(5), label: try self.label(row)) }[...]
    return try rows(
      """
      SELECT ordinal, node, label, gloss, documents, mentions, centrality, is_deprecated, replacement
      FROM concept ORDER BY ordinal
      """
    ) { (row) throws(Diagnostic) in
      var concept = Concept(
        id: try self.node(row.integer(1)), label: row.text(2), gloss: row.text(optional: 3),
        documents: try self.sourceList(row.text(4)), mentions: row.integer(5), centrality: row.real(6),
        deprecation: row.flag(7) ? Deprecation(replacement: row.text(optional: 8)) : nil)
      while let next = labels.first, next.concept == row.integer(0) {
        concept.labels.append(next.label)
        labels.removeFirst()
      }
      return concept
    }
  }

  /// Reads the columns text, kind, documents, merged_by, passage.
  func label(_ row: borrowing Statement) throws(Diagnostic) -> ConceptLabel {
    ConceptLabel(
      text: row.text(0), kind: try named(row.text(1)), documents: try sourceList(row.text(2)),
      mergedBy: row.text(optional: 3), evidence: try optionalPassage(row.integer(optional: 4)))
  }

  private func optionalPassage(_ id: Int?) throws(Diagnostic) -> Evidence? {
    guard let id else { return nil }
    return try passage(id)
  }

  private func entities() throws(Diagnostic) -> [Entity] {
    try rows("SELECT node, label, kind, documents FROM entity ORDER BY ordinal") { (row) throws(Diagnostic) in
      Entity(
        id: try self.node(row.integer(0)), label: row.text(1), kind: try self.named(row.text(2)),
        documents: try self.sourceList(row.text(3)))
    }
  }

  private func mentions() throws(Diagnostic) -> [Mention] {
    try rows("SELECT node, passage, confidence, rule FROM mention ORDER BY ordinal") { (row) throws(Diagnostic) in
      Mention(
        concept: try self.node(row.integer(0)), evidence: try self.passage(row.integer(1)), confidence: row.real(2),
        rule: row.text(3))
    }
  }

  private func abbreviations() throws(Diagnostic) -> [Abbreviation] {
    try rows(
      "SELECT short, long, passage, confidence, rule FROM abbreviation ORDER BY ordinal"
    ) { (row) throws(Diagnostic) in
      Abbreviation(
        short: row.text(0), long: row.text(optional: 1), evidence: try self.passage(row.integer(2)),
        confidence: row.real(3), rule: row.text(4))
    }
  }

  func definitions(where condition: String, _ parameters: [Int] = []) throws(Diagnostic) -> [Definition] {
    try rows(
      """
      SELECT node, term, text, genus, genus_node, conditions, scope, holder, reporter, confidence, rule, passage
      FROM definition WHERE \(condition) ORDER BY ordinal
      """, parameters
    ) { (row) throws(Diagnostic) in
      var definition = Definition(
        concept: try self.node(row.integer(0)), term: row.text(1), text: row.text(2), genus: row.text(optional: 3),
        conditions: ListCoding.strings(row.text(5)), scope: row.text(optional: 6),
        attribution: Attribution(holder: row.text(optional: 7), reporter: row.text(optional: 8)),
        confidence: row.real(9), rule: row.text(10), evidence: try self.passage(row.integer(11)))
      if let genus = row.integer(optional: 4) { definition.genusConcept = try self.node(genus) }
      return definition
    }
  }

  func assertions(where condition: String, _ parameters: [Int] = []) throws(Diagnostic) -> [Assertion] {
    try rows(
      """
      SELECT subject, relation.name, object, polarity, holder, reporter, modality, hedged, basis, confidence, rule,
        surface, subject_text, object_text, source, date, passage
      FROM assertion CROSS JOIN relation ON relation.n = relation WHERE \(condition) ORDER BY ordinal
      """, parameters
    ) { (row) throws(Diagnostic) in
      var assertion = Assertion(
        subject: try self.node(row.integer(0)), relation: row.text(1), object: try self.node(row.integer(2)),
        polarity: try self.named(row.text(3)),
        attribution: Attribution(holder: row.text(optional: 4), reporter: row.text(optional: 5)),
        modality: try self.named(row.text(6)), hedged: row.flag(7), basis: try self.named(row.text(8)),
        confidence: row.real(9), rule: row.text(10), surface: row.text(optional: 11), subjectText: row.text(12),
        objectText: row.text(13), date: row.text(optional: 15), evidence: try self.passage(row.integer(16)))
      if let source = row.integer(optional: 14) { assertion.source = try self.source(source) }
      return assertion
    }
  }

  private func statements() throws(Diagnostic) -> [TermStatement] {
    try rows(
      """
      SELECT kind, concepts, terms, holder, reporter, confidence, rule, passage, passages
      FROM statement ORDER BY ordinal
      """
    ) { (row) throws(Diagnostic) in
      TermStatement(
        kind: try self.named(row.text(0)), concepts: try self.nodeList(row.text(1)),
        terms: ListCoding.strings(row.text(2)),
        evidence: try self.passages(from: row.integer(7), count: row.integer(8)),
        attribution: Attribution(holder: row.text(optional: 3), reporter: row.text(optional: 4)),
        confidence: row.real(5), rule: row.text(6))
    }
  }

  func findings(where condition: String, _ parameters: [Int] = []) throws(Diagnostic) -> [Finding] {
    try rows(
      """
      SELECT id, rule, kind, severity, terms, concepts, message, fix, passage, passages
      FROM finding WHERE \(condition) ORDER BY ordinal
      """, parameters
    ) { (row) throws(Diagnostic) in
      Finding(
        id: row.text(0), rule: row.text(1), kind: try self.named(row.text(2)), severity: try self.named(row.text(3)),
        terms: ListCoding.strings(row.text(4)), concepts: try self.nodeList(row.text(5)), message: row.text(6),
        fix: row.text(optional: 7), evidence: try self.passages(from: row.integer(8), count: row.integer(9)))
    }
  }

  func declaredRelations() throws(Diagnostic) -> [Relation] {
    try rows(
      """
      SELECT name, reading, sign, is_symmetric, is_transitive, is_bridge, is_provenance, inverse, super_relation,
        macro, iri FROM declared_relation ORDER BY ordinal
      """
    ) { row in
      Relation(
        name: row.text(0), reading: row.text(1), sign: row.text(optional: 2), isSymmetric: row.flag(3),
        isTransitive: row.flag(4), isBridge: row.flag(5), isProvenance: row.flag(6), inverse: row.text(optional: 7),
        superRelation: row.text(optional: 8), macro: row.text(optional: 9), iri: row.text(optional: 10))
    }
  }

  private func diagnostics() throws(Diagnostic) -> [Diagnostic] {
    try rows(
      """
      SELECT level, code, message, file, line, "column", length, source, hint, choices
      FROM diagnostic ORDER BY ordinal
      """
    ) { (row) throws(Diagnostic) in
      let choices = ListCoding.optionalStrings(row.text(9))
      let place = row.integer(optional: 4).map {
        Diagnostic.Place(line: $0, column: row.integer(5), length: row.integer(6), source: row.text(7))
      }
      return Diagnostic(
        try self.named(row.text(0)), code: row.text(1), message: row.text(2), file: row.text(optional: 3),
        place: place, hint: row.text(optional: 8),
        choices: stride(from: 0, to: choices.count - 1, by: 2).map {
          Diagnostic.Choice(choices[$0] ?? "", note: choices[$0 + 1])
        })
    }
  }
}
