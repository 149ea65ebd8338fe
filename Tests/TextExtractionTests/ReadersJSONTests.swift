import ConceptModel
import Testing

@testable import TextExtraction

@Suite struct ReadersJSONTests {
  @Test func linesWithAllFields() throws {
    let file = """
      {"doc":"a","text":"An owl is a bird.","target":"owl","start":3,"end":6,"definition":"a bird","hypernyms":["animal","being"]}

      {"doc":7,"text":"x"}
      """
    let (lines, diagnostics) = JSONLines.parse(Array(file.utf8), file: "in.jsonl")
    #expect(diagnostics.isEmpty)
    #expect(lines.map(\.doc) == ["a", "7"])
    #expect(lines[0].target == "owl")
    #expect(lines[0].start == 3 && lines[0].end == 6)
    #expect(lines[0].hypernyms == ["animal", "being"])
    #expect(lines[1].line == 3)
  }

  @Test(arguments: [
    ("{\"doc\":\"a\"}", "\"text\" is missing"), ("{\"text\":\"a\",}", "name of a member"), ("[1]", "no object"),
    ("{\"text\":\"a\\q\"}", "escape"), ("{\"text\":\"a\"} x", "behind the value"), ("{\"text\":01}", "no JSON value"),
    ("{\"text\":\"a", "not closed"),
  ])
  func badLinesAreNamedAndTheOthersRead(line: String, problem: String) throws {
    let file = "{\"doc\":\"one\",\"text\":\"first\"}\n\(line)\n{\"doc\":\"two\",\"text\":\"second\"}\n"
    let (lines, diagnostics) = JSONLines.parse(Array(file.utf8), file: "in.jsonl")
    #expect(lines.map(\.text) == ["first", "second"])
    let diagnostic = try #require(diagnostics.first)
    #expect(diagnostic.place?.line == 2)
    #expect(diagnostic.message.contains(problem))
    #expect(diagnostic.message.contains("line 2"))
  }

  @Test func textLeadsBackToTheBytesOfTheFile() throws {
    let file = "{\"doc\":\"d\",\"text\":\"Caf\\u00e9 \\ud834\\udd1e \\\"ok\\\"\\nÖl\"}\n"
    let bytes = Array(file.utf8)
    let document = try #require(try DocumentReader.read(Reading.source(bytes, "jsonl")).first)
    #expect(String(decoding: document.text, as: UTF8.self) == "Café 𝄞 \"ok\"\nÖl")
    #expect(document.info.id.value == "d")
    #expect(DocumentInvariants.violation(document, source: bytes) == nil)
    let accent = document.offsets.sourceRange(of: 3..<5)
    #expect(String(decoding: bytes[accent], as: UTF8.self) == "\\u00e9")
    let clef = document.offsets.sourceRange(of: 6..<10)
    #expect(String(decoding: bytes[clef], as: UTF8.self) == "\\ud834\\udd1e")
  }

  @Test func plainTextOfALineHasBlocks() {
    let document = Document(plainText: "Causes:\n\n- one thing\n- another thing\n", id: DocumentID("x"))
    #expect(document.blocks.map { Reading.text(document, $0) } == ["Causes:", "one thing", "another thing"])
    #expect(document.blocks[1].parent == 0)
  }

  @Test func repeatedDocumentsAreAnErrorThatNamesTheFirst() throws {
    let (lines, diagnostics) = JSONLines.parse(
      Array("{\"doc\":\"a\",\"text\":\"x\"}\n{\"doc\":\"a\",\"text\":\"y\"}".utf8), file: "f")
    #expect(lines.count == 1)
    #expect(diagnostics.first?.message.contains("on line 1") == true)
  }
}
