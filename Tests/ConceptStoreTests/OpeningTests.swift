import ConceptModel
import Foundation
import Testing

@testable import ConceptStore

@Suite struct OpeningTests {
  private func code(_ path: String, _ mode: StoreMode) -> String {
    do throws(Diagnostic) {
      let store = try Store.open(path, mode: mode)
      _ = try store.documents()
      _ = try store.derived()
      return "ok"
    } catch {
      #expect(error.hint != nil && error.file == path, "\(error)")
      return error.code
    }
  }

  @Test func aMissingStoreIsMadeOnlyWhenAskedFor() throws {
    let folder = try TemporaryFolder()
    #expect(code(folder.file("none"), .read) == "no-store")
    #expect(code(folder.file("none"), .write(create: false)) == "no-store")
    #expect(folder.names.isEmpty)
    #expect(code(folder.file("no/where"), .write(create: true)) == "no-folder")
    #expect(code(folder.file("new"), .write(create: true)) == "ok")
    #expect(code(folder.file("new"), .read) == "ok")
    #expect(folder.names == ["new"], "the log is folded into the file when the last connection closes")
  }

  @Test(arguments: [StoreMode.read, .write(create: false), .write(create: true)])
  func foreignFilesAreRefusedAndLeftAlone(mode: StoreMode) throws {
    let folder = try TemporaryFolder()
    var values = RandomValues(seed: 5)
    try folder.write(Array("just some text, longer than a header".utf8), to: "text")
    try folder.write([1, 2, 3], to: "short")
    try folder.write((0..<9000).map { _ in UInt8(values.number(0...255)) }, to: "noise")
    try folder.write(
      Array("SQLite format 3\0".utf8) + (0..<5000).map { _ in UInt8(values.number(0...255)) }, to: "mock")
    do {
      let other = try Connection(path: folder.file("other"), access: .create)
      try other.execute("CREATE TABLE mine (x); INSERT INTO mine VALUES (1)")
    }
    do {
      let other = try Connection(path: folder.file("marked"), access: .create)
      try other.execute("PRAGMA application_id = 77; CREATE TABLE mine (x)")
    }
    let before = try folder.names.map { try folder.bytes($0) }
    for name in ["text", "short", "noise", "mock", "other", "marked"] {
      #expect(code(folder.file(name), mode) == "not-a-store", "\(name)")
    }
    #expect(code(folder.path, mode) == "store-is-folder")
    // A device has no size, which does not make it an empty store.
    #expect(code("/dev/null", mode) == "not-a-store")
    #expect(folder.names == ["marked", "mock", "noise", "other", "short", "text"])
    #expect(try folder.names.map { try folder.bytes($0) } == before)
  }

  @Test func anEmptyFileIsAnEmptyStore() throws {
    let folder = try TemporaryFolder()
    try folder.write([], to: "empty")
    #expect(code(folder.file("empty"), .read) == "ok")
    #expect(try folder.bytes("empty").isEmpty, "reading does not write")
    #expect(code(folder.file("empty"), .write(create: false)) == "ok")
    #expect(try folder.bytes("empty").count > 4096)
  }

  @Test(arguments: [StoreMode.read, .write(create: false)])
  func aStoreWhoseMakingWasKilledIsEmpty(mode: StoreMode) throws {
    let folder = try TemporaryFolder()
    // What a process leaves that is killed between the first page and the end of its transaction.
    do {
      let connection = try Connection(path: folder.file("made"), access: .create)
      try connection.execute("PRAGMA journal_mode = WAL")
    }
    try folder.write(try folder.bytes("made"), to: "s")
    var journal: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]
    journal += [0, 0, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 16, 0]
    try folder.write(journal + [UInt8](repeating: 0, count: 512 - journal.count), to: "s-journal")
    #expect(code(folder.file("s"), mode) == "ok")
  }

  @Test func aNewerStoreIsRefused() throws {
    let folder = try TemporaryFolder()
    do {
      let store = try Store.open(folder.file("s"), mode: .write(create: true))
      try store.connection.execute("PRAGMA user_version = 9999")
    }
    let before = try folder.bytes("s")
    #expect(code(folder.file("s"), .read) == "newer-store")
    #expect(code(folder.file("s"), .write(create: true)) == "newer-store")
    #expect(try folder.bytes("s") == before)
  }

  /// A version that the file does not have the layout of, or none, is told as such and nothing is done to the file.
  @Test(arguments: [0, -3, 1])
  func aStoreOfAWrongVersionIsReported(version: Int) throws {
    let folder = try TemporaryFolder()
    do {
      let store = try Store.open(folder.file("s"), mode: .write(create: true))
      try store.connection.execute("PRAGMA user_version = \(version)")
    }
    let before = try folder.bytes("s")
    for mode in [StoreMode.read, .write(create: true)] {
      let problem = #expect(throws: Diagnostic.self) { try Store.open(folder.file("s"), mode: mode) }
      #expect(problem?.code == "store-layout" && problem?.hint?.contains("distinguo ingest") ?? false)
    }
    #expect(try folder.bytes("s") == before)
  }

  /// A step that was released is never changed; another layout is another step, which raises the version.
  @Test func releasedLayoutsStayAsTheyAre() {
    let digests = Schema.migrations.map { migration in
      String(
        migration.statements.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 },
        radix: 16)
    }
    #expect(digests == ["be99a65d2f4e0b5d", "383b651f15c71839"])
    #expect(Schema.currentVersion == Schema.migrations.count)
  }

  @Test(arguments: [StoreMode.read, .write(create: false)])
  func anOlderStoreIsBroughtUpToDate(mode: StoreMode) throws {
    let folder = try TemporaryFolder()
    do {
      let old = try Connection(path: folder.file("s"), access: .create)
      try Schema.migrate(old, to: 1)
      #expect(try Schema.state(of: old) == .older(1))
      try old.execute(
        """
        INSERT INTO document VALUES (1, 'a.txt', '', '', 'text/plain', 'UTF-8', NULL, '[]', NULL, NULL, 0, '');
        INSERT INTO document_content VALUES (1, 'kept', x'', x'')
        """)
    }
    let store = try Store.open(folder.file("s"), mode: mode)
    #expect(try store.document(DocumentID("a.txt"))?.text == Array("kept".utf8))
    #expect(try store.connection.number("PRAGMA user_version") == Schema.currentVersion)
    #expect(try store.connection.number("SELECT count(*) FROM imported_file") == 0)
  }

  @Test func aTruncatedStoreIsReportedAsDamaged() throws {
    let folder = try TemporaryFolder()
    do {
      let store = try Store.open(folder.file("s"), mode: .write(create: true))
      var values = RandomValues(seed: 3)
      var result = ExtractionResult()
      result.assertions = (0..<500).map { _ in values.assertion() }
      try store.replaceDerived(with: result, findings: [])
    }
    let bytes = try folder.bytes("s")
    for part in [100, 4096, bytes.count / 2, bytes.count - 4096] {
      try folder.write(Array(bytes.prefix(part)), to: "cut")
      #expect(["store-corrupt", "not-a-store"].contains(code(folder.file("cut"), .read)), "\(part)")
    }
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may read everything"))
  func anUnreadableStoreIsReported() throws {
    let folder = try TemporaryFolder()
    _ = try Store.open(folder.file("s"), mode: .write(create: true))
    chmod(folder.file("s"), 0)
    #expect(code(folder.file("s"), .read) == "store-unreadable")
    chmod(folder.file("s"), 0o400)
    #expect(code(folder.file("s"), .read) == "ok")
  }

  @Test func writingToAStoreOpenedForReadingIsRefused() throws {
    let folder = try TemporaryFolder()
    _ = try Store.open(folder.file("s"), mode: .write(create: true))
    try folder.write([], to: "empty")
    for name in ["s", "empty"] {
      let store = try Store.open(folder.file(name), mode: .read)
      let error = #expect(throws: Diagnostic.self) {
        try store.put(document: StoredDocument(info: DocumentInfo(id: DocumentID("a")), text: []))
      }
      #expect(error?.code == "store-read-only")
    }
  }
}
