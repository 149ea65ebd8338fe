import ConceptImport
import ConceptModel
import Foundation
import TestSupport
import Testing

/// A statement spelled out, to compare readings with.
func spelled(_ batch: StatementBatch, _ statement: StatementBatch.Statement) -> String {
  func term(_ slice: StatementBatch.Slice, _ kind: StatementBatch.TermKind) -> String {
    let text = batch.text(slice)
    switch kind {
    case .iri: return "<\(text)>"
    case .blankNode: return "_:\(text)"
    case .label: return "'\(text)'"
    case .literal: return "\"\(text)\"\(batch.text(statement.annotation))"
    }
  }
  var parts = [
    "\(statement.line)", term(statement.subject, statement.subjectKind),
    term(statement.predicate, statement.predicateKind), term(statement.object, statement.objectKind),
  ]
  if statement.graph.count > 0 { parts.append(term(statement.graph, statement.graphKind)) }
  return parts.joined(separator: " ")
}

func statements(_ text: String, as syntax: LineSyntax) throws(Diagnostic) -> [String] {
  try statements(Array(text.utf8), as: syntax)
}

func statements(_ bytes: [UInt8], as syntax: LineSyntax) throws(Diagnostic) -> [String] {
  var result: [String] = []
  try GraphReader.read(ByteSource(bytes: bytes, name: "test"), as: syntax) { batch in
    result += batch.statements.map { spelled(batch, $0) }
  }
  return result
}

@Suite struct NQuadsReaderTests {
  @Test func termsOfEveryKindAreRead() throws {
    let text = """
      # a comment
      <http://a/s> <http://a/p> <http://a/o> . # behind
      _:b.1-c\t<http://a/p>\t_:x.
      <http://a/s><http://a/p>"plain".

         <http://a/s> <http://a/p> "tagged"@en-GB .
      <http://a/s> <http://a/p> "3"^^<http://www.w3.org/2001/XMLSchema#integer> .
      <http://a/s> <http://a/p> "same"^^<http://www.w3.org/2001/XMLSchema#string> .
      <http://a/s> <http://a/p> "é 𝔄" .
      """
    #expect(
      try statements(text, as: .nTriples) == [
        "2 <http://a/s> <http://a/p> <http://a/o>", "3 _:b.1-c <http://a/p> _:x",
        "4 <http://a/s> <http://a/p> \"plain\"",
        "6 <http://a/s> <http://a/p> \"tagged\"@en-GB",
        "7 <http://a/s> <http://a/p> \"3\"http://www.w3.org/2001/XMLSchema#integer",
        "8 <http://a/s> <http://a/p> \"same\"", "9 <http://a/s> <http://a/p> \"é 𝔄\"",
      ])
  }

  @Test func escapesAreDecoded() throws {
    let text = #"<http://a/\u00E9\U0001D504> <http://a/p> "\t\b\n\r\f\"\'\\ \u00e9 \U0001D504 end" ."#
    #expect(
      try statements(text, as: .nTriples) == [
        "1 <http://a/é𝔄> <http://a/p> \"\t\u{8}\n\r\u{C}\"'\\ é 𝔄 end\""
      ])
  }

  @Test func graphsAreReadInQuadsOnly() throws {
    let text = "<a:s> <a:p> <a:o> <a:g> .\n<a:s> <a:p> \"o\"@en _:g .\n<a:s> <a:p> <a:o> .\n"
    #expect(
      try statements(text, as: .nQuads) == [
        "1 <a:s> <a:p> <a:o> <a:g>", "2 <a:s> <a:p> \"o\"@en _:g", "3 <a:s> <a:p> <a:o>",
      ])
    #expect(throws: Diagnostic.self) { try statements(text, as: .nTriples) }
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func linesAreCountedWhateverEndsThem(end: String) throws {
    let text = ["# one", "<a:s> <a:p> <a:o> .", "", "<a:s> <a:p> <a:q> ."].joined(separator: end)
    #expect(try statements(text, as: .nTriples) == ["2 <a:s> <a:p> <a:o>", "4 <a:s> <a:p> <a:q>"])
  }

  @Test(arguments: [
    ("<a:s> <a:p> <a:o>", 1, 18, "\".\" is missing"),
    ("<a:s> <a:p> .", 1, 13, "an object is missing"),
    ("\n<a:s> \"p\" <a:o> .", 2, 7, "the predicate must be an IRI"),
    ("<a:s> <a:p> <o> .", 1, 13, "the IRI is relative"),
    ("<a:s> <a:p> <a:o o> .", 1, 13, "\">\" is missing behind an IRI"),
    ("<a:é> <a:p> \"x\\q\" .", 1, 16, "there is no such escape"),
    ("<a:s> <a:p> \"x\\u12\" .", 1, 15, "an escape needs 4 hexadecimal digits"),
    ("<a:s> <a:p> \"\\uD800\" .", 1, 14, "the escape stands for no character"),
    ("<a:s> <a:p> \"open", 1, 13, "the closing quotation mark is missing"),
    ("<a:s> <a:p> \"x\"@ .", 1, 17, "the language tag is incomplete"),
    ("<a:s> <a:p> <a:o> . <a:s>", 1, 21, "a statement ends with its line"),
    ("<a:s> <a:p> <a:\\u0020> .", 1, 16, "an IRI may not hold this character, not even escaped"),
    ("_::x <a:p> <a:o> .", 1, 1, "the name of a blank node is missing"),
    ("_:-x <a:p> <a:o> .", 1, 1, "the name of a blank node is missing"),
  ])
  func errorsTellTheirPlace(text: String, line: Int, column: Int, message: String) throws {
    let error = #expect(throws: Diagnostic.self) { try statements(text, as: .nTriples) }
    #expect(error?.message == message)
    #expect(error?.place?.line == line && error?.place?.column == column)
    #expect(error?.hint != nil)
  }

  @Test func badEncodingIsRefusedWithItsOffset() throws {
    let bytes = Array("<a:s> <a:p> \"é".utf8) + [0xE9] + Array("\" .\n".utf8)
    let error = #expect(throws: Diagnostic.self) { try statements(bytes, as: .nTriples) }
    #expect(error?.code == "bad-encoding" && error?.message.contains("byte 15") == true)
  }

  @Test func aLargeInputIsReadInPiecesAndMarkedEvery256thLine() throws {
    var text = "\u{FEFF}"
    var scalars = 1
    var expected: [String] = []
    var starts: [(byte: Int, scalar: Int)] = []
    for line in 1...20_000 {
      starts.append((text.utf8.count, scalars))
      let added = "<http://example.org/é/\(line)> <http://example.org/p> \"value \\u00E9 \(line)\" .\r\n"
      text += added
      scalars += added.unicodeScalars.count
      expected.append("\(line) <http://example.org/é/\(line)> <http://example.org/p> \"value é \(line)\"")
    }
    var found: [String] = []
    var marks: [StatementBatch.LineMark] = []
    var pieces = 0
    try GraphReader.read(ByteSource(bytes: Array(text.utf8), name: "large"), as: .nTriples) { batch in
      found += batch.statements.map { spelled(batch, $0) }
      marks += batch.marks
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("large-\(UUID().uuidString).nt")
    try Data(text.utf8).write(to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    var streamed: [String] = []
    var streamedMarks: [StatementBatch.LineMark] = []
    try GraphReader.read(ByteSource(file: folder.path), as: .nTriples) { batch in
      streamed += batch.statements.map { spelled(batch, $0) }
      streamedMarks += batch.marks
      pieces += 1
    }
    #expect(found == expected && streamed == expected)
    #expect(pieces > 1)
    let wanted = stride(from: 0, to: starts.count, by: StatementBatch.markInterval).map {
      StatementBatch.LineMark(byte: starts[$0].byte, scalar: starts[$0].scalar)
    }
    #expect(marks == wanted && streamedMarks == wanted)
  }

  /// The syntax tests of the W3C: files with "bad" in their names must be refused, the others read.
  @Test(.enabled(if: SharedFolder.path != nil, "needs the shared folder"), arguments: ["rdf-n-triples", "rdf-n-quads"])
  func theSyntaxTestsOfTheStandardAreDecidedRightly(suite: String) throws {
    let root = try #require(SharedFolder.path) + "/conformance/rdf/rdf11/" + suite
    let names = try FileManager.default.subpathsOfDirectory(atPath: root).filter {
      $0.hasSuffix(".nt") || $0.hasSuffix(".nq")
    }.sorted()
    #expect(names.count > 20)
    for name in names {
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: root + "/" + name)))
      let syntax: LineSyntax = name.hasSuffix(".nt") ? .nTriples : .nQuads
      let isBad = name.contains("-bad-")
      #expect((try? statements(bytes, as: syntax)) == nil ? isBad : !isBad, "\(name)")
    }
  }
}
