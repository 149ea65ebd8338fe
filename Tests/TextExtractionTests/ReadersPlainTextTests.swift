import ConceptModel
import Testing

@testable import TextExtraction

@Suite struct ReadersPlainTextTests {
  private let forum = """
    This is a special corner for short posts by Ada Moss. Only she can create top-level comments. Comments here also \
    appear on the Short Posts page and the All Posts page.
    14 comments, sorted by newest. Click to highlight new comments since:

    On sorting mushrooms

    People mix two things up when they sort mushrooms.[1] See the list below.

    Technical causes:

      1. Poor light (PL), where the colours look alike.
      2. Haste, where nobody looks twice.

      • First bullet
        • Nested bullet[2]

      1. ^

        A mushroom is a fungus with a cap.

      2. ^

        This note has two parts.

        Here is the second part.

    On baskets

    A basket holds them.[1]

      1. ^

        Wicker, mostly.

    """

  @Test func textIsTheFile() throws {
    let document = try Reading.document(forum, "txt")
    #expect(document.text == Array(forum.utf8))
    #expect(document.offsets == .identity(count: forum.utf8.count))
    #expect(DocumentInvariants.violation(document, source: Array(forum.utf8)) == nil)
  }

  @Test func furnitureIsKeptApart() throws {
    let document = try Reading.document(forum, "txt")
    #expect(Reading.texts(document, role: .furniture).count == 2)
    #expect(document.blocks.prefix(2).allSatisfy { $0.role == .furniture })
  }

  @Test func headingsByShape() throws {
    let document = try Reading.document(forum, "txt")
    let headings = document.blocks.filter { if case .heading = $0.kind { true } else { false } }
    #expect(headings.map { Reading.text(document, $0) } == ["On sorting mushrooms", "On baskets"])
    let basket = try Reading.block(document, "A basket holds them.[1]")
    #expect(basket.headings.map { Reading.text(document, document.blocks[$0]) } == ["On baskets"])
  }

  @Test func listsHangUnderWhatIntroducesThem() throws {
    let document = try Reading.document(forum, "txt")
    let item = try Reading.block(document, "Haste, where nobody looks twice.")
    #expect(item.kind == .listItem(depth: 1, ordinal: 2))
    let parent = try #require(item.parent)
    #expect(Reading.text(document, document.blocks[parent]) == "Technical causes:")
    let nested = try Reading.block(document, "Nested bullet[2]")
    #expect(nested.kind == .listItem(depth: 2, ordinal: nil))
    #expect(nested.parent.map { Reading.text(document, document.blocks[$0]) } == "First bullet")
  }

  @Test func footnotesAndTheirSections() throws {
    let document = try Reading.document(forum, "txt")
    let first = try Reading.block(document, "A mushroom is a fungus with a cap.")
    let second = try Reading.block(document, "This note has two parts.")
    let rest = try Reading.block(document, "Here is the second part.")
    let other = try Reading.block(document, "Wicker, mostly.")
    #expect(first.kind == .footnote(label: "1"))
    #expect(second.kind == .footnote(label: "2"))
    #expect(other.kind == .footnote(label: "1"))
    #expect(rest.parent.map { Reading.text(document, document.blocks[$0]) } == "This note has two parts.")
    #expect(first.section == 0)
    #expect(other.section == 1)
    let mark = try Reading.block(document, "A basket holds them.[1]")
    #expect(mark.section == other.section)
    #expect(mark.spans.map(\.kind) == [.footnoteMark(label: "1")])
  }

  @Test func wrappedLinesAreOneParagraph() throws {
    let text = """
      The first line of this paragraph was broken by hand at about the width of
      a page, so that the sentence goes on in the lines below it and only ends
      here.

      Short line
      Another one
      """
    let document = try Reading.document(text, "txt")
    #expect(document.blocks.count == 3)
    #expect(Reading.text(document, document.blocks[0]).hasSuffix("only ends\nhere."))
  }

  @Test func noBreakSpacesAreWhiteSpace() throws {
    let padding = String(repeating: "\u{A0}", count: 8)
    let document = try Reading.document("\(padding)Words here.\(padding)\n\(padding)\n• item one\n• item two\n", "txt")
    #expect(Reading.texts(document) == ["Words here.", "item one", "item two"])
  }

  @Test func quotedLinesAreQuotations() throws {
    let document = try Reading.document("> Someone said this.\n\nI answer that.\n", "txt")
    #expect(Reading.texts(document, role: .quotation) == ["Someone said this."])
    #expect(Reading.texts(document) == ["I answer that."])
  }

  @Test(arguments: [
    "3 min read", "Share", "Log in | Sign up", "Skip to main content", "27 comments",
    "We use cookies to improve your experience on this site. Accept all or manage preferences.",
    "© 2024 Moss Press. All rights reserved.",
  ])
  func furnitureByShape(line: String) {
    #expect(PageFurniture.isFurniture(Array(line.utf8)[...], isAtEdge: true))
  }

  @Test(arguments: [
    "A cookie is a small sweet biscuit.", "The vote was close and the result was contested.",
    "Two comments on the proof of the theorem follow.",
    "If a website uses cookies to keep a session, an attacker may ride on it unless the cookie is bound to the site.",
    "login()", "Reward hacking", "5 reasons to doubt the scale",
    "The tone of this post is more like a letter than a report about the model.", "Search", "Report",
  ])
  func proseIsNoFurniture(line: String) {
    #expect(!PageFurniture.isFurniture(Array(line.utf8)[...], isAtEdge: true))
  }

  @Test(arguments: [
    "This goes on and on", "What follows is meant to be like", "Result: nobody knows what to do with it",
  ])
  func sentencesAreNoHeadings(line: String) throws {
    let document = try Reading.document("Title of it all\n\n\(line)\n\nA paragraph follows here.\n", "txt")
    #expect(try Reading.block(document, line).kind == .paragraph)
  }
}
