import ConceptModel
import Foundation
import TestSupport
import Testing

@testable import ConceptExport

@Suite struct RecordTests {
  @Test func csvGolden() throws { try expectGolden(try text(weighingCorpus(), .csv), "weighing.csv") }

  @Test func csvCellsComeBack() throws {
    let rows = parseCSV(try text(hostileCorpus(), .csv))
    #expect(rows[0].joined(separator: ",") == CSVExport.header)
    #expect(rows.count == hostileLabels.count + 1)
    #expect(rows.allSatisfy { $0.count == rows[0].count })
    #expect(Set(rows.dropFirst().map { $0[0] } + rows.dropFirst().map { $0[2] }) == Set(hostileLabels))
  }

  @Test func jsonLinesGolden() throws { try expectGolden(try text(weighingCorpus(), .jsonl), "weighing.jsonl") }

  @Test func everyLineIsAnObjectThatHoldsItsLabel() throws {
    let lines = try text(hostileCorpus(), .jsonl).split(separator: "\n")
    var labels: Set<String> = []
    for line in lines {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      if object["kind"] as? String == "relation" { labels.insert(try #require(object["subject"] as? String)) }
    }
    #expect(labels == Set(hostileLabels))
  }

  @Test func oneDocumentAtATimeGivesTheSameLines() throws {
    var joined: [UInt8] = []
    let order = [DocumentID("handbook.md"), DocumentID("nothing.txt"), DocumentID("ward.txt")]
    try JSONLinesExport.forEachDocument(of: weighingCorpus(), in: order) { _, bytes in joined += bytes }
    #expect(joined == (try Exporter().bytes(weighingCorpus(), as: .jsonl)))
  }

  @Test func selectionKeepsWhatItNames() throws {
    let edge = GraphSelection.Edge(
      subject: ConceptID("mass"), relation: "different-from", object: ConceptID("weight"))
    let selection = GraphSelection(concepts: [], edges: [edge])
    let part = selection.applied(to: weighingCorpus())
    #expect(part.concepts.map(\.id.value) == ["mass", "weight"])
    #expect(part.assertions.map(\.relation) == ["different-from"])
    #expect(part.definitions.map(\.concept.value) == ["mass"])
    #expect(part.entities.isEmpty)
    #expect(try text(weighingCorpus(), .csv, ExportOptions(selection: selection)).split(separator: "\r\n").count == 2)
  }

  /// A reader of RFC 4180, written for the test alone.
  private func parseCSV(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var quoted = false
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if quoted {
        if scalar == "\"", index < scalars.count, scalars[index] == "\"" {
          cell.append(scalar)
          index += 1
        } else if scalar == "\"" {
          quoted = false
        } else {
          cell.append(scalar)
        }
      } else if scalar == "\"" {
        quoted = true
      } else if scalar == "," {
        row.append(String(cell))
        cell = .init()
      } else if scalar == "\n" {
        if cell.last == "\r" { cell.removeLast() }
        rows.append(row + [String(cell)])
        row = []
        cell = .init()
      } else {
        cell.append(scalar)
      }
    }
    return rows
  }
}

@Suite struct RDFTests {
  @Test func nquadsGolden() throws { try expectGolden(try text(weighingCorpus(), .nquads), "weighing.nq") }

  @Test func statementsComeBack() throws {
    for corpus in [weighingCorpus(), hostileCorpus()] {
      var expected: [[String?]] = []
      try RDFView(corpus, options: ExportOptions()).forEach(named: true) { quad in
        let object: String
        switch quad.object {
        case .node(let text): object = text
        case .literal(let text, let suffix): object = "\"\(text)\"\(suffix)"
        }
        expected.append([quad.subject, quad.predicate, object, quad.graph])
      }
      let read = try parseNQuads(try text(corpus, .nquads))
      #expect(read.count == expected.count)
      #expect(read == expected)
    }
  }

  @Test func labelsComeBackThroughEscapes() throws {
    let lines = try text(hostileCorpus(), .ntriples).split(separator: "\n")
    let labels = lines.filter { $0.contains("prefLabel") }.map { line -> String in
      unescape(String(line.drop { $0 != "\"" }.dropFirst().dropLast("\"@en .".count)))
    }
    #expect(Set(labels) == Set(hostileLabels))
  }

  @Test func edgesStandInTheGraphOfEveryDocumentThatAssertsThem() throws {
    let quads = try text(weighingCorpus(), .nquads)
    let triple = "<urn:distinguo:c:weight> <urn:distinguo:r:is-a> <urn:distinguo:c:force>"
    #expect(quads.contains("\(triple) .\n"))
    #expect(quads.contains("\(triple) <urn:distinguo:d:handbook.md> .\n"))
    #expect(quads.contains("\(triple) <urn:distinguo:d:ward.txt> .\n"))
    #expect(quads.contains("<urn:distinguo:c:mass> <urn:distinguo:r:not-is-a> <urn:distinguo:c:force> .\n"))
  }

  @Test func assertionIdsComeFromContent() throws {
    var corpus = weighingCorpus()
    let before = Set(corpus.assertions.map(ContentHash.id(of:)))
    corpus.assertions.reverse()
    #expect(Set(corpus.assertions.map(ContentHash.id(of:))) == before)
    #expect(before.count == corpus.assertions.count)
  }

  @Test(arguments: [
    ("alignment-faking", "<urn:distinguo:c:alignment-faking>"), ("bank#river", "<urn:distinguo:c:bank#river>"),
    ("a b>c", "<urn:distinguo:c:a%20b%3Ec>"), ("https://example.org/x#y", "<https://example.org/x#y>"),
    ("_:b1", "<_:b1>"), ("x#y#z", "<urn:distinguo:c:x#y%23z>"), ("größe", "<urn:distinguo:c:größe>"),
  ])
  func iris(id: String, iri: String) {
    let expected = id.hasPrefix("_:") ? id : iri
    #expect(IRIMinter().concept(ConceptID(id)) == expected)
  }
}

/// A strict reader of the N-Quads that we write: terms split by single spaces, literals checked for raw control characters.
func parseNQuads(_ text: String) throws -> [[String?]] {
  try text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { line in
    var terms: [String] = []
    var rest = line[...]
    while rest != "." {
      let term = try #require(readTerm(&rest))
      terms.append(term)
      try #require(rest.first == " ")
      rest.removeFirst()
    }
    try #require(terms.count == 3 || terms.count == 4)
    return [terms[0], terms[1], unescape(terms[2]), terms.count == 4 ? terms[3] : nil]
  }
}

private func readTerm(_ rest: inout Substring) -> String? {
  let scalars = rest.unicodeScalars
  var end = scalars.startIndex
  switch scalars.first {
  case "<":
    guard let close = scalars.firstIndex(of: ">") else { return nil }
    let inside = scalars[scalars.index(after: end)..<close]
    if inside.contains(where: { $0.value <= 0x20 || "<>\"{}|^`\\".unicodeScalars.contains($0) }) { return nil }
    end = scalars.index(after: close)
  case "\"":
    end = scalars.index(after: end)
    while end < scalars.endIndex, scalars[end] != "\"" {
      if scalars[end].value < 0x20 { return nil }
      if scalars[end] == "\\" { end = scalars.index(after: end) }
      end = scalars.index(after: end)
    }
    guard end < scalars.endIndex else { return nil }
    while end < scalars.endIndex, scalars[end] != " " { end = scalars.index(after: end) }
  default: return nil
  }
  let term = String(scalars[..<end])
  rest = Substring(scalars[end...])
  return term
}

private func unescape(_ text: String) -> String {
  var out = String.UnicodeScalarView()
  var scalars = text.unicodeScalars[...]
  while let scalar = scalars.popFirst() {
    guard scalar == "\\", let escape = scalars.popFirst() else {
      out.append(scalar)
      continue
    }
    switch escape {
    case "n": out.append("\n")
    case "r": out.append("\r")
    case "t": out.append("\t")
    case "b": out.append("\u{8}")
    case "f": out.append("\u{C}")
    case "u":
      out.append(Unicode.Scalar(UInt32(String(scalars.prefix(4)), radix: 16)!)!)
      scalars = scalars.dropFirst(4)
    default: out.append(escape)
    }
  }
  return String(out)
}
