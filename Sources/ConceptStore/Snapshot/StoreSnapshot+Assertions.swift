import ConceptGraph
import ConceptModel

extension StoreSnapshot {
  public var documents: [DocumentInfo] {
    get throws {
      var known: Set<DocumentID> = []
      var result: [DocumentInfo] = []
      for info in try reader.documents() where known.insert(info.id).inserted { result.append(info) }
      for file in Set(passages.graphs.map(\.file)).sorted() {
        let info = try passages.file(file).info
        if known.insert(info.id).inserted { result.append(info) }
      }
      // Sources that are only named: facts may be attributed to documents that were never ingested.
      let names = try reader.rows(
        "SELECT id FROM source WHERE n IN (SELECT g FROM spo) UNION SELECT source FROM imported_note"
      ) { row in row.text(optional: 0) }
      for name in names {
        guard let name, known.insert(DocumentID(name)).inserted else { continue }
        result.append(DocumentInfo(id: DocumentID(name), mediaType: ""))
      }
      return result.sorted { $0.id < $1.id }
    }
  }

  public func assertions(
    subject: NodeID, relation: RelationID, object: NodeID, polarity: Polarity?
  ) throws -> [Assertion] {
    let from = numbers.places(of: subject.raw)
    let to = numbers.places(of: object.raw)
    var result: [Assertion] = []
    if let s = from.derived, let o = to.derived {
      for number in corpusRelations.indices where corpusRelations[number] == relation {
        result += try reader.assertions(
          where: "subject = ? AND relation = ? AND object = ?", [s, number, o])
      }
    }
    if let s = from.imported, let o = to.imported, let numbers = predicates.predicates[relation] {
      for number in numbers { result += try importedAssertions(s, number, o) }
    }
    if let polarity { result.removeAll { $0.polarity != polarity } }
    return Self.sorted(result)
  }

  /// Best confidence first, then by document and place; equal ones keep their order.
  static func sorted(_ assertions: [Assertion]) -> [Assertion] {
    assertions.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      if x.confidence != y.confidence { return x.confidence > y.confidence }
      if x.effectiveSource != y.effectiveSource { return x.effectiveSource < y.effectiveSource }
      return (x.evidence.start, x.evidence.line, a.offset) < (y.evidence.start, y.evidence.line, b.offset)
    }.map(\.element)
  }

  private func importedAssertions(_ s: Int, _ p: Int, _ o: Int) throws(Diagnostic) -> [Assertion] {
    var quads: [(graph: Int, line: Int)] = []
    try quadRows.ready().row.forEachRow(.integer(s), .integer(p), .integer(o)) { row in
      quads.append((row.integer(0), row.integer(1)))
    }
    guard !quads.isEmpty else { return [] }
    var base = try importedAssertion(s, p, o)
    let statement = NTriples.line(base.subject.value, predicates.ids[p], base.object.value)
    var result: [Assertion] = []
    for quad in quads {
      base.evidence = try passages.evidence(graph: quad.graph, line: quad.line, statement: statement)
      let noted = hasNotes ? try notes(of: base, [s, p, o, quad.graph], statement) : []
      result += noted.isEmpty ? [base] : noted
    }
    return result
  }

  /// What all assertions of an imported triple have in common.
  private func importedAssertion(_ s: Int, _ p: Int, _ o: Int) throws(Diagnostic) -> Assertion {
    let relation = predicates.relations[p].map { relations[Int($0.raw)].name } ?? predicates.ids[p]
    return Assertion(
      subject: ConceptID(try importedNames.name(s)), relation: relation, object: ConceptID(try importedNames.name(o)),
      polarity: predicates.isDenied[p] ? .denied : .asserted, basis: .stated, rule: Self.importRule,
      subjectText: try importedLabel(s), objectText: try importedLabel(o),
      evidence: Evidence(document: DocumentID(""), quote: "", start: 0, end: 0, bytes: 0..<0, line: 1, column: 1))
  }

  /// The assertions of the lines of an edge list that give a confidence, a source or a quotation of their own.
  private func notes(
    of base: Assertion, _ key: [Int], _ statement: String
  ) throws(Diagnostic) -> [Assertion] {
    try reader.rows(
      """
      SELECT line, confidence, source, quote FROM imported_note
      WHERE s = ? AND p = ? AND o = ? AND g = ? ORDER BY line
      """, key
    ) { (row) throws(Diagnostic) in
      var assertion = base
      if !row.isNull(1) { assertion.confidence = row.real(1) }
      assertion.source = row.text(optional: 2).map(DocumentID.init)
      assertion.evidence = try self.passages.evidence(graph: key[3], line: row.integer(0), statement: statement)
      guard let quote = row.text(optional: 3) else { return assertion }
      // Words of another document, whose place in it the edge list does not tell.
      if let source = assertion.source {
        assertion.evidence = Evidence(
          document: source, quote: quote, start: 0, end: 0, bytes: 0..<0, line: row.integer(0), column: 1)
      }
      return assertion
    }
  }

  private func importedLabel(_ number: Int) throws(Diagnostic) -> String {
    let resource = try importedResource(number)
    return resource.labels.first?.text ?? resource.id.value
  }

  /// Imported edges have the confidence 1, unless a line of an edge list says otherwise.
  public func confidence(of edge: EdgeKey) throws -> Double? {
    guard !hasNotes, numbers.places(of: edge.subject.raw).derived == nil else { return nil }
    return 1
  }

  public var commonConfidence: Double? { !hasNotes && numbers.derivedCount == 0 ? 1 : nil }

  public var holders: [String] {
    get throws {
      try reader.rows("SELECT DISTINCT holder FROM assertion WHERE holder IS NOT NULL ORDER BY holder") { row in
        row.text(0)
      }
    }
  }

  public var rules: [String] {
    get throws {
      let found = try reader.rows("SELECT DISTINCT rule FROM assertion ORDER BY rule") { row in row.text(0) }
      return numbers.importedCount == 0 || found.contains(Self.importRule)
        ? found : (found + [Self.importRule]).sorted(by: scalarLess)
    }
  }

  /// The rule of what imported graphs assert.
  private static let importRule = "import"

  public func definitions(of node: NodeID) throws -> [Definition] {
    guard let number = numbers.places(of: node.raw).derived else { return [] }
    return try reader.definitions(where: "node = ?", [number])
  }

  public func findings(about node: NodeID?) throws -> [Finding] {
    var list: [Finding]
    if let node {
      guard let number = numbers.places(of: node.raw).derived else { return [] }
      list = try reader.findings(
        where: "ordinal IN (SELECT finding FROM finding_node WHERE node = ?)", [number])
    } else {
      list = try reader.findings(where: "TRUE")
    }
    // A stable sort: findings of one severity keep the order in which they were stored.
    list = list.enumerated().sorted { ($0.element.severity.rank, $0.offset) < ($1.element.severity.rank, $1.offset) }
      .map(\.element)
    return list
  }
}
