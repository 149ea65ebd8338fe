import ConceptModel
import Testing

@testable import ConceptStore

@Suite struct RoundTripTests {
  @Test(arguments: 1...15)
  func randomResultsComeBackExactly(seed: Int) throws {
    let folder = try TemporaryFolder()
    var values = RandomValues(seed: UInt64(seed))
    let store = try Store.open(folder.file("s"), mode: .write(create: true))
    // Twice, so that a second result leaves nothing of the first behind.
    for _ in 0..<2 {
      let result = values.result()
      let findings = values.list(upTo: 12) { $0.finding() }
      try store.replaceDerived(with: result, findings: findings)
      #expect(exactDump(try store.derived()) == exactDump(result))
      #expect(exactDump(try store.findings()) == exactDump(findings))
    }
    #expect(try store.connection.text("PRAGMA integrity_check") == "ok")
  }

  @Test func edgesAreTheDistinctAssertedAndDeniedTriplesWithTheirSources() throws {
    let folder = try TemporaryFolder()
    var values = RandomValues(seed: 99)
    let store = try Store.open(folder.file("s"), mode: .write(create: true))
    var result = ExtractionResult()
    result.assertions = (0..<400).map { _ in values.assertion() }
    try store.replaceDerived(with: result, findings: [])
    var expected: Set<String> = []
    for item in result.assertions where item.polarity == .asserted || item.polarity == .denied {
      expected.insert(
        [
          item.subject.value, item.relation, "\(item.polarity == .denied)", item.object.value,
          item.effectiveSource.value,
        ].joined(separator: " "))
    }
    var stored: [String] = []
    let rows = try store.connection.prepare(
      """
      SELECT a.id, r.name, p % 2, b.id, d.id FROM spo, node a, node b, relation r, source d
      WHERE a.n = s AND b.n = o AND r.n = p / 2 AND d.n = g
      """)
    while try rows.step() {
      stored.append(
        [rows.text(0), rows.text(1), "\(rows.flag(2))", rows.text(3), rows.text(4)].joined(separator: " "))
    }
    #expect(stored.sorted() == expected.sorted())
    #expect(
      try store.connection.number("SELECT count(*) FROM ops")
        == store.connection.number("SELECT count(*) FROM (SELECT DISTINCT s, p, o FROM spo)"))
  }

  @Test func listsOfHardTextsSurviveTheirColumn() {
    let hard: [String?] = ["", nil, "null", "\"", "\\", "\\u0000", "\u{0}\u{1F}", "a,b]", "née", "ne\u{301}e", nil]
    #expect(exactDump(ListCoding.optionalStrings(ListCoding.encode(optional: hard))) == exactDump(hard))
    #expect(ListCoding.numbers(ListCoding.encode([Int]())) == [])
    #expect(ListCoding.numbers(ListCoding.encode([0, 17, 99_999])) == [0, 17, 99_999])
  }
}
