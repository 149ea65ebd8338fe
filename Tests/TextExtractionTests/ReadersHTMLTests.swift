import ConceptModel
import Testing

@testable import TextExtraction

@Suite struct ReadersHTMLTests {
  private let page = """
    <!DOCTYPE html><html><head><title>Dunes – The Sand Journal</title>
    <meta name="author" content="Ada Moss"><meta property="article:published_time" content="2022-03-04T10:00:00Z">
    <script>var x = "<p>never</p>";</script><style>p { color: red }</style></head>
    <body><nav><ul><li><a href="/">Home</a></li><li><a href="/a">About</a></li></ul></nav>
    <div class="cookie-banner">We use cookies on this site.</div>
    <main><article>
    <h1>Dunes</h1>
    <p>A <dfn>dune</dfn> is a hill of <em>loose</em> sand&nbsp;&mdash; see <abbr title="parabolic dune">PD</abbr><sup><a
      href="#fn7">1</a></sup>.</p>
    <h2>Kinds</h2>
    <p>There are two kinds:</p>
    <ul><li>Barchans<ul><li>small ones</li></ul></li><li><p>Parabolic dunes</p><p>They open to the wind.</p></li></ul>
    <dl><dt>Slip face</dt><dd>The steep side of a dune.</dd></dl>
    <blockquote><p>Sand never sleeps.</p></blockquote>
    <table><tr><th>Kind</th><th>Wind</th></tr><tr><td>Barchan</td><td>one way</td></tr></table>
    <aside>An aside of the author.</aside>
    <pre><code>a  b
      c</code></pre>
    <div class="share-buttons"><a href="#">Tweet this</a></div>
    <section class="footnotes"><ol><li id="fn7"><p>PD for short. <a href="#fnref7">↩</a></p></li></ol></section>
    </article>
    <section class="comments"><h2>2 comments</h2><div class="comment"><span class="author">Ben</span><p>I disagree about
    sand.</p></div></section></main>
    <aside>Buy our <b>shovels</b>.</aside><footer>© 2022 The Sand Journal</footer></body></html>
    """

  private func document() throws -> Document { try Reading.document(page, "html") }

  @Test func metadata() throws {
    let info = try document().info
    #expect(info.title == "Dunes")
    #expect(info.authors == ["Ada Moss"])
    #expect(info.date == "2022-03-04")
  }

  @Test func bodyIsTheArticle() throws {
    let document = try document()
    #expect(
      Reading.texts(document) == [
        "Dunes", "A dune is a hill of loose sand — see PD1.", "Kinds", "There are two kinds:", "Barchans", "small ones",
        "Parabolic dunes", "They open to the wind.", "Slip face", "The steep side of a dune.", "Kind", "Wind",
        "Barchan",
        "one way", "a  b\n  c", "PD for short.",
      ])
    #expect(Reading.texts(document, role: .quotation) == ["Sand never sleeps."])
    #expect(Reading.texts(document, role: .admonition(kind: "aside")) == ["An aside of the author."])
    let text = String(decoding: document.text, as: UTF8.self)
    #expect(!text.contains("never</p>") && !text.contains("color"))
    let furniture = Reading.texts(document, role: .furniture)
    for wanted in ["Home", "We use cookies on this site.", "Tweet this", "Buy our shovels.", "2 comments"] {
      #expect(furniture.contains(wanted))
    }
  }

  @Test func spans() throws {
    let document = try document()
    let block = try Reading.block(document, "A dune is a hill of loose sand — see PD1.")
    let spans = block.spans.map { ($0.kind, Reading.text(document, $0.range)) }
    #expect(spans.contains { $0 == .defined && $1 == "dune" })
    #expect(spans.contains { $0 == .emphasis && $1 == "loose" })
    #expect(spans.contains { $0 == .abbreviation(expansion: "parabolic dune") && $1 == "PD" })
    #expect(spans.contains { $0 == .footnoteMark(label: "1") && $1 == "1" })
  }

  @Test func structure() throws {
    let document = try document()
    #expect(try Reading.block(document, "PD for short.").kind == .footnote(label: "1"))
    let barchans = try Reading.block(document, "Barchans")
    #expect(barchans.parent.map { Reading.text(document, document.blocks[$0]) } == "There are two kinds:")
    #expect(barchans.headings.map { Reading.text(document, document.blocks[$0]) } == ["Dunes", "Kinds"])
    let small = try Reading.block(document, "small ones")
    #expect(small.kind == .listItem(depth: 2, ordinal: nil))
    #expect(small.parent.map { Reading.text(document, document.blocks[$0]) } == "Barchans")
    let second = try Reading.block(document, "They open to the wind.")
    #expect(second.kind == .paragraph)
    #expect(second.parent.map { Reading.text(document, document.blocks[$0]) } == "Parabolic dunes")
    let meaning = try Reading.block(document, "The steep side of a dune.")
    #expect(meaning.kind == .definitionDescription)
    #expect(meaning.parent.map { Reading.text(document, document.blocks[$0]) } == "Slip face")
    #expect(try Reading.block(document, "Wind").kind == .tableCell(table: 0, row: 0, column: 1, isHeader: true))
    #expect(try Reading.block(document, "one way").kind == .tableCell(table: 0, row: 1, column: 1, isHeader: false))
    #expect(try Reading.block(document, "I disagree about sand.").role == .comment(author: "Ben"))
  }

  @Test func offsetsLeadThroughEntitiesAndMarkUp() throws {
    let document = try document()
    let source = Array(page.utf8)
    #expect(DocumentInvariants.violation(document, source: source) == nil)
    let text = String(decoding: document.text, as: UTF8.self)
    for (word, bytes) in [("—", "&mdash;"), ("loose sand", "loose</em> sand"), ("steep side", "steep side")] {
      let range = try #require(text.range(of: word))
      let start = text[..<range.lowerBound].utf8.count
      let place = document.offsets.sourceRange(of: start..<(start + word.utf8.count))
      #expect(String(decoding: source[place], as: UTF8.self) == bytes)
    }
  }

  @Test func deepNestingIsKeptFlatAndReported() throws {
    let depth = 3_000
    let html =
      String(repeating: "<div>", count: depth) + "<p>deep</p>" + String(repeating: "</div>", count: depth)
      + "<p>after</p>"
    let document = try Reading.document(html, "html")
    #expect(Reading.texts(document) == ["deep", "after"])
    #expect(document.diagnostics.map(\.code) == ["too-deep"])
  }

  @Test func brokenMarkupLosesNoText() throws {
    let html =
      "<p>one <b>two <i>three</b> four</i><p>five <table><tr><td>six</table> seven <li>eight &unknown; &amp nine"
    let document = try Reading.document(html, "html")
    let text = document.blocks.map { Reading.text(document, $0) }.joined(separator: " ")
    for word in ["one", "two", "three", "four", "five", "six", "seven", "eight", "&unknown;", "nine"] {
      #expect(text.contains(word), "\(word) is lost")
    }
    #expect(DocumentInvariants.violation(document, source: Array(html.utf8)) == nil)
  }

  @Test func linkedDataGivesAuthorAndDate() throws {
    let html = """
      <html><head><title>T</title><script type="application/ld+json">{"@graph":[{"@type":"Article","headline":"Real title",
      "author":[{"name":"Cy Vale"}],"datePublished":"2020-01-02"}]}</script></head><body><p>Text of it.</p></body></html>
      """
    let info = try Reading.document(html, "html").info
    #expect(info.title == "Real title")
    #expect(info.authors == ["Cy Vale"])
    #expect(info.date == "2020-01-02")
  }

  @Test(arguments: [
    ("Tue, 02 Jan 2024 10:00:00 GMT", "2024-01-02"), ("2 January 2024", "2024-01-02"),
    ("January 2, 2024", "2024-01-02"),
    ("2024-01", "2024-01"), ("March 2021", "2021-03"), ("1999", "1999"), ("12th Mar 2020", "2020-03-12"),
  ])
  func dates(text: String, date: String) { #expect(DateShape.parse(text) == date) }

  @Test(arguments: ["no date", "12345", ""])
  func noDates(text: String) { #expect(DateShape.parse(text) == nil) }

  @Test func forumPostsWithTheirOwnFootnotes() throws {
    func post(_ n: Int) -> String {
      """
      <article><h2>Post \(n)</h2><p>Words of post \(n)<span class="footnote-reference"><sup><a href="#fn-\(n)-1">[1]</a></sup></span>.</p>
      <ol class="footnotes"><li class="footnote-item" id="fn-\(n)-1"><span class="footnote-back-link"><a
      href="#fnref-\(n)-1">^</a></span><div class="footnote-content"><p>Note of post \(n).</p></div></li></ol></article>
      """
    }
    let document = try Reading.document("<html><body>\(post(1))\(post(2))</body></html>", "html")
    let first = try Reading.block(document, "Note of post 1.")
    let second = try Reading.block(document, "Note of post 2.")
    #expect(first.kind == .footnote(label: "1") && second.kind == .footnote(label: "1"))
    #expect(first.section != second.section)
    let words = try Reading.block(document, "Words of post 2[1].")
    #expect(words.section == second.section)
  }

  @Test func commentsBeginWithTheLinkedNameOfTheirWriter() throws {
    let html = """
      <html><body><main><h1>Page</h1><p>The text of the page.</p><section class="comments"><h2>Comments</h2>
      <div class="comment"><p><a href="/u/cy">Cy Vale</a></p><p>I doubt it.</p><p>Still.</p></div>
      <div class="comment"><p><a href="/x">See this long page for more.</a></p></div></section></main></body></html>
      """
    let document = try Reading.document(html, "html")
    #expect(Reading.texts(document, role: .comment(author: "Cy Vale")) == ["I doubt it.", "Still."])
    #expect(Reading.texts(document, role: .comment(author: nil)) == ["See this long page for more."])
    #expect(Reading.texts(document, role: .furniture) == ["Comments", "Cy Vale"])
  }

  @Test func textBehindTheEndOfThePageIsRead() throws {
    let html = "<html><body><p>one</p></body></html>\n<p>two &eacute;</p><html><body><div>three</div></body></html>"
    let document = try Reading.document(html, "html")
    #expect(Reading.texts(document) == ["one", "two é", "three"])
    #expect(DocumentInvariants.violation(document, source: Array(html.utf8)) == nil)
  }

  @Test func falseMetaCharsetChangesNothing() throws {
    let html = "<html><head><meta charset=\"windows-1251\"></head><body><p>Größe – “so”</p></body></html>"
    #expect(Reading.texts(try Reading.document(html, "html")) == ["Größe – “so”"])
  }

  @Test func floodsOfAttributesAreCut() throws {
    let attributes = (0..<5_000).map { "a\($0)='x'" }.joined(separator: " ")
    let html = "<p \(attributes)>one</p><p title=\"a > b\">two</p>"
    let document = try Reading.document(html, "html")
    #expect(Reading.texts(document) == ["one", "two"])
    #expect(document.diagnostics.map(\.code) == ["too-many-attributes"])
    #expect(DocumentInvariants.violation(document, source: Array(html.utf8)) == nil)
    let prose = "<p>" + String(repeating: "a < b and c ", count: 3_000) + "</p>"
    #expect(AttributeFlood.blanked(Array(prose.utf8)).first == nil)
  }
}
