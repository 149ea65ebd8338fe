import ConceptModel
import Testing

@testable import TextExtraction

@Suite struct ReadersMarkdownTests {
  private let sample = """
    ---
    title: "On kites"
    authors:
      - Ada Moss
      - Ben Reed
    date_published: 2023-04-05
    tags: [wind, paper]
    ---

    A *kite* is a **toy**[^1] that flies in the wind &amp; on a `string`.
    It has no engine, see [the list](list.html) or [[Kite types|its types]].

    ## Parts {#sec-parts}

    A kite has:

    1. a frame
       - of wood
       - of carbon
    2. a sail

    > Kites are silly.

    > [!warning] Mind the wires
    > Never fly near wires.

    !!! note "A remark"
        The remark goes on here.

    ::: {.callout-tip}
    Keep the line short.
    :::

    | Part | Use |
    |------|-----|
    | sail | lift |

    The lift is $L = \\rho v^2$ as in [@moss_lift_2001], and ~~drag~~ is not.

    ```python
    fly(kite)  # [^2]
    ```

    [^1]: A toy is a thing to play with.
        It goes on here.
    """

  private func document() throws -> Document { try Reading.document(sample, "md") }

  @Test func frontMatter() throws {
    let info = try document().info
    #expect(info.title == "On kites")
    #expect(info.authors == ["Ada Moss", "Ben Reed"])
    #expect(info.date == "2023-04-05")
    #expect(info.mediaType == "text/markdown")
  }

  @Test func paragraphsAreDecodedAndJoined() throws {
    let document = try document()
    let text =
      "A kite is a toy[^1] that flies in the wind & on a string. It has no engine, see the list or its types."
    let block = try Reading.block(document, text)
    let spans = block.spans.map { ($0.kind, Reading.text(document, $0.range)) }
    #expect(spans.contains { $0 == .emphasis && $1 == "kite" })
    #expect(spans.contains { $0 == .strong && $1 == "toy" })
    #expect(spans.contains { $0 == .code && $1 == "string" })
    #expect(spans.contains { $0 == .footnoteMark(label: "1") && $1 == "[^1]" })
    #expect(spans.contains { $0 == .link(target: "list.html") && $1 == "the list" })
    #expect(spans.contains { $0 == .link(target: "Kite types") && $1 == "its types" })
  }

  @Test func everyRunLeadsToItsBytes() throws {
    let document = try document()
    #expect(DocumentInvariants.violation(document, source: Array(sample.utf8)) == nil)
    let text = String(decoding: document.text, as: UTF8.self)
    for word in ["&", "engine", "wires", "carbon", "lift", "goes on here"] {
      let range = try #require(text.range(of: word))
      let start = text[..<range.lowerBound].utf8.count
      let place = document.offsets.sourceRange(of: start..<(start + word.utf8.count))
      let source = String(decoding: Array(sample.utf8)[place], as: UTF8.self)
      #expect(source == (word == "&" ? "&amp;" : word))
    }
  }

  @Test func headingsLoseTheirAttributes() throws {
    let document = try document()
    let heading = try Reading.block(document, "Parts")
    #expect(heading.kind == .heading(level: 2))
    #expect(heading.headings.map { Reading.text(document, document.blocks[$0]) } == ["On kites"])
  }

  @Test func listsNestAndHangUnderTheirParagraph() throws {
    let document = try document()
    let frame = try Reading.block(document, "a frame")
    let wood = try Reading.block(document, "of wood")
    #expect(frame.kind == .listItem(depth: 1, ordinal: 1))
    #expect(frame.parent.map { Reading.text(document, document.blocks[$0]) } == "A kite has:")
    #expect(wood.kind == .listItem(depth: 2, ordinal: nil))
    #expect(wood.parent.map { Reading.text(document, document.blocks[$0]) } == "a frame")
    #expect(try Reading.block(document, "a sail").kind == .listItem(depth: 1, ordinal: 2))
  }

  @Test func quotationsAndBoxes() throws {
    let document = try document()
    #expect(Reading.texts(document, role: .quotation) == ["Kites are silly."])
    #expect(Reading.texts(document, role: .admonition(kind: "warning")) == ["Mind the wires", "Never fly near wires."])
    #expect(Reading.texts(document, role: .admonition(kind: "note")) == ["A remark", "The remark goes on here."])
    #expect(Reading.texts(document, role: .admonition(kind: "tip")) == ["Keep the line short."])
  }

  @Test func tablesMathematicsAndCode() throws {
    let document = try document()
    #expect(try Reading.block(document, "Use").kind == .tableCell(table: 0, row: 0, column: 1, isHeader: true))
    #expect(try Reading.block(document, "lift").kind == .tableCell(table: 0, row: 1, column: 1, isHeader: false))
    let lift = try #require(document.blocks.first { Reading.text(document, $0).hasPrefix("The lift is") })
    #expect(lift.spans.contains { $0.kind == .math && Reading.text(document, $0.range) == "L = \\rho v^2" })
    #expect(lift.spans.contains { $0.kind == .citation && Reading.text(document, $0.range) == "[@moss_lift_2001]" })
    #expect(lift.spans.contains { $0.kind == .deleted && Reading.text(document, $0.range) == "drag" })
    let code = try #require(document.blocks.first { $0.kind == .code })
    #expect(Reading.text(document, code) == "fly(kite)  # [^2]")
    #expect(code.spans.isEmpty)
  }

  @Test func footnoteText() throws {
    let document = try document()
    let note = try Reading.block(document, "A toy is a thing to play with. It goes on here.")
    #expect(note.kind == .footnote(label: "1"))
  }

  @Test func components() throws {
    let text = """
      import Definition from "@site/Definition";

      <Definition term="Soil creep" source="" number="1">

      Soil creep refers to the slow movement of soil.

      </Definition>

      <Figure src="a.png" caption="A *slope* seen from above" />

      <Note title="An aside" collapsed={true}>

      Within the note.

      </Note>

      Behind it.
      """
    let document = try Reading.document(text, "mdx")
    #expect(try Reading.block(document, "Soil creep").kind == .definitionTerm)
    let description = try Reading.block(document, "Soil creep refers to the slow movement of soil.")
    #expect(description.kind == .definitionDescription)
    #expect(description.parent.map { Reading.text(document, document.blocks[$0]) } == "Soil creep")
    #expect(try Reading.block(document, "A slope seen from above").kind == .caption)
    #expect(Reading.texts(document, role: .admonition(kind: "note")) == ["An aside", "Within the note."])
    #expect(Reading.texts(document, role: .furniture).count == 1)
    #expect(Reading.texts(document).last == "Behind it.")
    #expect(DocumentInvariants.violation(document, source: Array(text.utf8)) == nil)
  }

  @Test func htmlWithinMarkdown() throws {
    let text = """
      <div class="lead">

      A <dfn>cairn</dfn> is a pile<br>of stones.

      </div>

      <figure>
        <img src="x.png">
        <figcaption>A cairn in the hills</figcaption>
      </figure>

      <script>
      var hidden = 1;
      </script>

      <!-- nothing
      to see -->

      The end.
      """
    let document = try Reading.document(text, "md")
    #expect(Reading.texts(document) == ["A cairn is a pile of stones.", "A cairn in the hills", "The end."])
    #expect(document.blocks[0].spans.map(\.kind) == [.defined])
    #expect(document.blocks[1].kind == .caption)
  }

  @Test func captionsOfExecutableBlocks() throws {
    let text = """
      ```{r fig-one, fig.cap="Heights of *trees*", echo=FALSE}
      plot(trees)
      ```

      ```{python}
      #| fig-cap: "Widths of trees"
      plot(width)
      ```
      """
    let document = try Reading.document(text, "qmd")
    let captions = document.blocks.filter { $0.kind == .caption }
    #expect(captions.map { Reading.text(document, $0) } == ["Heights of trees", "Widths of trees"])
  }

  @Test func linesEndingWithCarriageReturns() throws {
    let text = "# Head\r\n\r\nOne line\r\nand another.\r\n\r\n- item\r\n"
    let document = try Reading.document(text, "md")
    #expect(Reading.texts(document) == ["Head", "One line and another.", "item"])
    #expect(DocumentInvariants.violation(document, source: Array(text.utf8)) == nil)
  }
}
