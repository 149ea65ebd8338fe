import ConceptImport
import ConceptModel
import Testing

@Suite struct EdgeListReaderTests {
  @Test func columnsAreFoundByTheHeader() throws {
    let text = """
      object,Relation,subject
      deception,is-a,scheming
      loss of control,leads to,"SG, mostly"
      <http://a/b>,⊑,https://example.org/x
      urn:x:1,<http://a/p>,plain: text
      """
    #expect(
      try statements(text, as: .csv) == [
        "2 'scheming' 'is-a' 'deception'", "3 'SG, mostly' 'leads-to' 'loss of control'",
        "4 <https://example.org/x> 'is-a' <http://a/b>", "5 'plain: text' <http://a/p> <urn:x:1>",
      ])
  }

  @Test func quotedFieldsHoldAnything() throws {
    let text = "subject,relation,object\r\n\"a \"\"b\"\"\",is-a,\"two\nlines\"\r\n\r\nx,is-a,\"\u{E9},y\"\r\n"
    #expect(
      try statements(text, as: .csv) == ["2 'a \"b\"' 'is-a' 'two\nlines'", "5 'x' 'is-a' '\u{E9},y'"])
  }

  @Test func notesAreKeptWithTheirStatements() throws {
    let text =
      "subject\trelation\tobject\tconfidence\tsource\tquote\na\tis-a\tb\t0.5\tdoc-1\tas said\nc\tis-a\td\t\t\t\n"
    var notes: [StatementBatch.Note?] = []
    try GraphReader.read(ByteSource(bytes: Array(text.utf8), name: "t"), as: .tsv) { batch in
      notes += batch.statements.map { $0.note < 0 ? nil : batch.notes[Int($0.note)] }
    }
    #expect(notes == [StatementBatch.Note(confidence: 0.5, source: "doc-1", quote: "as said"), nil])
  }

  @Test(arguments: [
    ("", "no-header", nil, nil),
    ("subject,object\n", "no-header", 1, 1),
    ("subject,relation,object\na,is-a\n", "bad-record", 2, 3),
    ("subject,relation,object\na,is-a,b,c\n", "bad-record", 2, 8),
    ("subject,relation,object\na,,b\n", "bad-record", 2, 3),
    ("subject,relation,object,confidence\na,is-a,b,1.5\n", "bad-record", 2, 10),
    ("subject,relation,object\na,is-a,\"b\n", "syntax", 2, 8),
    ("subject,relation,object\na,is-a,\"b\"c\n", "syntax", 2, 8),
  ])
  func errorsTellTheirPlace(text: String, code: String, line: Int?, column: Int?) throws {
    let error = #expect(throws: Diagnostic.self) { try statements(text, as: .csv) }
    #expect(error?.code == code)
    #expect(error?.place?.line == line && error?.place?.column == column)
    #expect(error?.hint != nil)
  }

  @Test func recordsThatCrossPiecesAreReadOnce() throws {
    // A quoted field of 3 MB spans several reads of the input.
    let long = String(repeating: "line of text\n", count: 240_000)
    let text = "subject,relation,object\nfirst,is-a,x\n\"\(long)\",is-a,b\nlast,is-a,c\n"
    let path = "/dev/null"
    #expect(throws: Diagnostic.self) { try GraphReader.read(ByteSource(file: path), as: .csv) { _ in } }
    let found = try statements(text, as: .csv)
    #expect(found.count == 3)
    #expect(found.last == "240004 'last' 'is-a' 'c'")
  }
}
