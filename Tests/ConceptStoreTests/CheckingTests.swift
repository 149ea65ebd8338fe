import ConceptModel
import Testing

@testable import ConceptStore

@Suite struct CheckingTests {
  private let text = "Schéming is 𝔄 deception. It requires awareness."

  private func evidence(_ quote: String, at start: Int, in document: String = "a.txt") -> Evidence {
    Evidence(
      document: DocumentID(document), quote: quote, start: start, end: start + quote.unicodeScalars.count,
      bytes: 0..<0, line: 1, column: 1)
  }

  private func assertion(_ evidence: Evidence, _ basis: Basis = .explicit) -> Assertion {
    Assertion(
      subject: ConceptID("a"), relation: "is-a", object: ConceptID("b"), basis: basis, rule: "r", subjectText: "a",
      objectText: "b", evidence: evidence)
  }

  private func store(_ folder: TemporaryFolder, _ assertions: [Assertion]) throws -> Store {
    let store = try Store.open(folder.file("s"), mode: .write(create: true))
    try store.put(document: StoredDocument(info: DocumentInfo(id: DocumentID("a.txt")), text: Array(text.utf8)))
    var result = ExtractionResult()
    result.assertions = assertions
    try store.replaceDerived(with: result, findings: [])
    return store
  }

  @Test func quotationsAreFoundAgainByScalars() throws {
    let folder = try TemporaryFolder()
    let good = [evidence("Schéming is 𝔄", at: 0), evidence("deception", at: 14), evidence(text, at: 0)]
    let report = try store(folder, good.map { assertion($0) }).verify()
    #expect(report.isSound && report.confirmed == 3)
  }

  @Test func quotationsThatAreNotThereAreListedWithTheReason() throws {
    let folder = try TemporaryFolder()
    let wrong = evidence("deception", at: 13)
    let beyond = evidence("awareness.", at: 40)
    let lost = evidence("anything", at: 0, in: "gone.txt")
    let report = try store(folder, [wrong, beyond, lost].map { assertion($0) }).verify()
    #expect(!report.isSound && report.confirmed == 0)
    #expect(report.failures.map(\.reason) == [.otherWords, .outsideText, .noText])
    #expect(report.failures.map(\.evidence) == [wrong, beyond, lost])
  }

  @Test func statedFactsOfSourcesThatWereNotIngestedAreNotCheckable() throws {
    let folder = try TemporaryFolder()
    let elsewhere = evidence("said elsewhere", at: 0, in: "carlsmith-2023")
    let placeless = evidence("requires awareness", at: 0)
    let made = evidence("never said", at: 0)
    let report = try store(folder, [elsewhere, placeless, made].map { assertion($0, .stated) }).verify()
    #expect(report.notCheckable.map(\.evidence) == [elsewhere])
    #expect(report.failures.map(\.evidence) == [made])
    #expect(report.confirmed == 1, "a stated quotation may stand anywhere in its source")
  }

  @Test func sourcesThatChangedAreReported() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder, [])
    #expect(try store.verify().changedSources.isEmpty)
    let report = try store.verify { $0.id.value == "a.txt" ? .gone : .unchanged }
    #expect(report.changedSources.map(\.state) == [.gone])
    #expect(report.isSound)
  }

  @Test func repairBringsDerivedTablesBack() throws {
    let folder = try TemporaryFolder()
    var values = RandomValues(seed: 8)
    let store = try Store.open(folder.file("s"), mode: .write(create: true))
    var result = values.result()
    result.assertions = (0..<100).map { _ in values.assertion() }
    try store.replaceDerived(with: result, findings: [])
    let counts = "SELECT (SELECT count(*) FROM spo) * 10000 + (SELECT count(*) FROM ops)"
    let search = "SELECT count(*) FROM quote_search WHERE quote_search MATCH 'deception'"
    let before = [try store.connection.number(counts), try store.connection.number(search)]
    let numbers = try NodeNumbers(reading: store.connection)
    try store.connection.execute("DELETE FROM ops; DELETE FROM spo; DELETE FROM meta WHERE key = 'numbering'")
    try store.connection.execute("INSERT INTO quote_search (quote_search) VALUES ('delete-all')")
    let report = try store.repair()
    #expect(report.remaining.isEmpty && !report.rebuilt.isEmpty)
    #expect([try store.connection.number(counts), try store.connection.number(search)] == before)
    #expect(try NodeNumbers(reading: store.connection) == numbers)
  }

  @Test func statisticsCount() throws {
    let folder = try TemporaryFolder()
    let store = try store(
      folder, [assertion(evidence("deception", at: 14)), assertion(evidence("It requires", at: 25))])
    let statistics = try store.statistics()
    #expect(statistics.documents == 1 && statistics.assertions == 2 && statistics.edges == 1)
    #expect(statistics.nodes == 2 && statistics.deniedEdges == 0)
  }
}
