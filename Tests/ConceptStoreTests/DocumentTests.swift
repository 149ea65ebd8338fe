import ConceptModel
import Testing

@testable import ConceptStore

@Suite struct DocumentTests {
  @Test func aDocumentComesBackAsItWasPut() throws {
    let folder = try TemporaryFolder()
    var values = RandomValues(seed: 1)
    let notation = StoredDocument(
      info: values.info(DocumentID("b.facts")), text: Array("A ⊑ B\0\n".utf8), isNotation: true)
    let prose = StoredDocument(
      info: values.info(DocumentID("a.md")), text: Array("Scheming is deception.".utf8), offsets: [0, 255, 7],
      analysis: (0..<5000).map { UInt8($0 % 256) }, analysisVersion: "7")
    do {
      let store = try Store.open(folder.file("s"), mode: .write(create: true))
      try store.put(document: notation)
      try store.put(document: prose)
    }
    let store = try Store.open(folder.file("s"), mode: .read)
    #expect(try store.documents() == [prose.info, notation.info])
    #expect(try store.document(DocumentID("a.md")) == prose)
    #expect(try store.document(DocumentID("b.facts")) == notation)
    #expect(try store.document(DocumentID("c")) == nil)
    let analyses = try store.analyses()
    #expect(analyses.map(\.content) == [prose.analysis, notation.text])
    #expect(analyses.map(\.isNotation) == [false, true])
    #expect(analyses.map(\.analysisVersion) == ["7", ""])
  }

  @Test func puttingAgainReplacesAndRemovingForgets() throws {
    let folder = try TemporaryFolder()
    let store = try Store.open(folder.file("s"), mode: .write(create: true))
    let id = DocumentID("a.txt")
    try store.put(document: StoredDocument(info: DocumentInfo(id: id, sha256: "1"), text: [65]))
    try store.put(document: StoredDocument(info: DocumentInfo(id: id, sha256: "2"), text: [66]))
    #expect(try store.documents().map(\.sha256) == ["2"])
    #expect(try store.document(id)?.text == [66])
    #expect(try store.remove(id))
    #expect(try store.remove(id) == false)
    #expect(try store.documents().isEmpty)
    #expect(try store.connection.number("SELECT count(*) FROM document_content") == 0)
  }

  @Test func theDirtyMarkStandsUntilConsolidation() throws {
    let folder = try TemporaryFolder()
    let store = try Store.open(folder.file("s"), mode: .write(create: true))
    #expect(try store.isDirty == false)
    try store.put(document: StoredDocument(info: DocumentInfo(id: DocumentID("a")), text: []))
    #expect(try store.isDirty)
    try store.replaceDerived(with: ExtractionResult(), findings: [])
    #expect(try store.isDirty == false)
    try store.remove(DocumentID("a"))
    #expect(try store.isDirty)
  }
}
