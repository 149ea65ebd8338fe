import ConceptModel
import Testing

@testable import TextExtraction

@Suite struct ReadersDumpTests {
  @Test func dumpShowsKindRolePlaceAndText() throws {
    let document = try Reading.document("# Owls\n\nAn *owl* is a bird.\n\n> Hoo.\n", "md")
    #expect(
      DocumentDump.write(document) == """
        document sample
          type text/markdown, encoding UTF-8
          title Owls
        [0] heading 1 0..<4 line 1
            Owls
        [1] paragraph 6..<23 line 3 under 0
            An owl is a bird.
            · emphasis: owl
        [2] paragraph (quotation) 25..<29 line 5 under 0
            Hoo.

        """)
  }
}
