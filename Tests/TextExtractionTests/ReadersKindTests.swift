import ConceptModel
import Testing

@testable import TextExtraction

@Suite struct ReadersKindTests {
  @Test(arguments: [
    ("html", InputKind.prose(.html)), ("htm", .prose(.html)), ("xhtml", .prose(.html)), ("xml", .prose(.xml)),
    ("md", .prose(.markdown)), ("markdown", .prose(.markdown)), ("qmd", .prose(.markdown)), ("mdx", .prose(.markdown)),
    ("txt", .prose(.plainText)), ("facts", .facts), ("jsonl", .jsonLines),
  ])
  func byExtension(fileExtension: String, kind: InputKind) {
    #expect(DocumentReader.kind(of: Reading.source(Array("Some words.".utf8), fileExtension)) == kind)
  }

  @Test(arguments: [
    ("<!DOCTYPE html><p>Hi", InputKind.prose(.html)), ("  <html><body>x</body></html>", .prose(.html)),
    ("<?xml version=\"1.0\"?>\n<rss version=\"2.0\"></rss>", .prose(.xml)),
    ("<!-- a note --><feed xmlns=\"http://www.w3.org/2005/Atom\"></feed>", .prose(.xml)),
    ("---\ntitle: A\n---\n\nText.", .prose(.markdown)), ("# Head\n\n- one\n- two\n", .prose(.markdown)),
    ("{\"doc\":\"a\",\"text\":\"b\"}\n", .jsonLines), ("Just a line of text.\n", .prose(.plainText)),
    ("@source a \"A\"\nowl is-a bird\nx -[leads-to]-> y\n@pin a = b\n", .facts), ("", .prose(.plainText)),
  ])
  func byContent(text: String, kind: InputKind) {
    #expect(DocumentReader.kind(of: Reading.source(Array(text.utf8), nil)) == kind)
  }

  @Test func binaryFilesAreRefusedWithTheirKind() {
    let pdf = Reading.error(Array("%PDF-1.7 and so on".utf8), "txt")
    #expect(pdf?.code == "unsupported-input")
    #expect(pdf?.message.contains("PDF") == true)
    let zeros = [UInt8](repeating: 0, count: 64) + Array("abc".utf8)
    #expect(Reading.error(zeros, nil)?.message.contains("zero byte") == true)
    #expect(Reading.error([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "html")?.message.contains("PNG") == true)
  }

  @Test func programsAreNoProse() {
    #expect(Reading.error(Array("print(1)".utf8), "py")?.message.contains(".py") == true)
  }

  @Test func sizeLimitIsAnErrorWithANextStep() {
    let error = Reading.error(Array("too long".utf8), "txt", limits: ReadLimits(bytes: 4, depth: 10))
    #expect(error?.code == "document-too-large")
    #expect(error?.hint != nil)
  }

  @Test func notationIsNotProse() {
    #expect(Reading.error(Array("a is-a b".utf8), "facts")?.code == "not-prose")
  }
}
