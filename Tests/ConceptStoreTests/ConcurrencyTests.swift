import ConceptModel
import Foundation
import Testing

@testable import ConceptStore

@Suite struct ConcurrencyTests {
  private func document(_ name: String, _ count: Int = 1) -> StoredDocument {
    StoredDocument(
      info: DocumentInfo(id: DocumentID(name)), text: Array(repeating: 65, count: count),
      analysis: Array(repeating: 7, count: count))
  }

  @Test func aSecondWriterIsToldThatTheStoreIsLocked() throws {
    let folder = try TemporaryFolder()
    let first = try Store.open(folder.file("s"), mode: .write(create: true))
    let second = try Store.open(folder.file("s"), mode: .write(create: false))
    try first.write { () throws(Diagnostic) in
      do throws(Diagnostic) {
        try second.put(document: self.document("b"))
        Issue.record("two writers at once")
      } catch {
        #expect(error.code == "store-locked" && error.hint != nil)
      }
    }
    try second.put(document: document("b"))
    #expect(try first.documents().count == 1)
  }

  @Test func aSnapshotIsNotChangedByALaterWrite() throws {
    let folder = try TemporaryFolder()
    var values = RandomValues(seed: 21)
    let store = try Store.open(folder.file("s"), mode: .write(create: true))
    var result = values.result()
    result.assertions = (0..<50).map { _ in values.assertion() }
    try store.replaceDerived(with: result, findings: [])
    let before = try store.snapshot()
    func edges(_ graph: StoreSnapshot) throws -> Int {
      var count = 0
      try graph.forEachEdge(relation: nil, denied: false) { _ in
        count += 1
        return true
      }
      return count
    }
    let count = try edges(before)
    #expect(count > 0)
    try store.replaceDerived(with: ExtractionResult(), findings: [])
    #expect(try edges(before) == count)
    #expect(before.nodeCount > 0)
    let after = try store.snapshot()
    #expect(try edges(after) == 0)
    #expect(after.nodeCount == 0)
  }

  /// What `kill -9` leaves behind is the file and its log as they are at that moment: so they are copied in the middle
  /// of a transaction that has already spilled to the log, and opened.
  @Test func aKilledWriteLeavesTheStoreAsItWas() throws {
    let folder = try TemporaryFolder()
    let store = try Store.open(folder.file("s"), mode: .write(create: true))
    try store.put(document: document("first"))
    try store.connection.execute("PRAGMA cache_size = 2")
    try store.write { () throws(Diagnostic) in
      for index in 0..<40 {
        try store.connection.prepare("INSERT INTO meta VALUES (?, ?)").run(
          .text("k\(index)"), .blob(Array(repeating: 1, count: 20_000)))
      }
      try store.connection.execute("DELETE FROM document")
      for suffix in ["", "-wal"] {
        try? FileManager.default.copyItem(atPath: folder.file("s" + suffix), toPath: folder.file("killed" + suffix))
      }
    }
    #expect(try folder.bytes("killed-wal").count > 200_000, "the transaction has reached the log")
    let killed = try Store.open(folder.file("killed"), mode: .write(create: false))
    #expect(try killed.documents().map(\.id.value) == ["first"])
    #expect(try killed.connection.number("SELECT count(*) FROM meta WHERE key LIKE 'k%'") == 0)
    #expect(try killed.verify().damages.isEmpty)
    #expect(try killed.isDirty)
    #expect(try store.documents().isEmpty, "the survivor's transaction went through")
  }

  @Test func aFailedConsolidationChangesNothing() throws {
    let folder = try TemporaryFolder()
    var values = RandomValues(seed: 30)
    let store = try Store.open(folder.file("s"), mode: .write(create: true))
    var result = values.result()
    result.assertions = (0..<80).map { _ in values.assertion() }
    try store.replaceDerived(with: result, findings: [])
    try store.put(document: document("later"))
    let limit = try store.connection.number("PRAGMA page_count") ?? 0
    try store.connection.execute("PRAGMA max_page_count = \(limit)")
    var larger = result
    larger.assertions = (0..<3000).map { _ in values.assertion() }
    let error = #expect(throws: Diagnostic.self) { try store.replaceDerived(with: larger, findings: []) }
    #expect(error?.code == "disk-full")
    #expect(exactDump(try store.derived()) == exactDump(result))
    #expect(try store.isDirty)
  }
}
