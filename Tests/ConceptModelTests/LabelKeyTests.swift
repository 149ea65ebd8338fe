import Testing

@testable import ConceptModel

@Suite struct LabelKeyTests {
  @Test(arguments: [
    ("Mis-aligned  AI", "mis aligned ai"), ("Rate‑limit", "rate limit"), ("ﬁne\u{00A0}tuning", "fine tuning"),
    ("ＡＩ", "ai"), ("Café", "café"),
  ])
  func foldsTypography(label: String, key: String) { #expect(LabelKey.folded(label) == key) }

  @Test(arguments: [
    ("reward models", "reward model"), ("policies", "policy"), ("bias", "bias"), ("biases", "bias"),
    ("classes", "class"), ("class", "class"), ("boxes", "box"), ("cases", "case"), ("causes", "cause"),
    ("phases", "phase"), ("analysis", "analysis"), ("physics", "physics"), ("sizes", "size"), ("virus", "virus"),
    ("AIs", "ai"), ("deceptive AIs", "deceptive ai"), ("GPUs", "gpu"), ("GPT4s", "gpt4"), ("his", "his"),
    ("MAPS", "map"),
    ("As", "as"), ("branches", "branch"), ("responses", "response"), ("alias", "alias"), ("gas", "gas"),
    ("viruses", "virus"),
  ])
  func singularOfTheLastWord(label: String, key: String) { #expect(LabelKey.normalised(label) == key) }

  @Test(arguments: [
    ("alignment faking", "alignment-faking"), ("SG/GMG", "sg-gmg"), ("p-value", "p-value"), ("C++", "c"),
    ("≠", "concept"),
  ])
  func identifiers(label: String, id: String) { #expect(LabelKey.identifier(label) == id) }

  @Test func caretLine() {
    let diagnostic = Diagnostic(
      code: "unknown-relation", message: "there is no relation \"led-to\"", file: "q.query",
      place: .init(line: 3, column: 6, length: 6, source: "?x -[led-to]-> ?y"), hint: "did you mean \"leads-to\"?")
    #expect(
      diagnostic.rendered() == """
        error[unknown-relation]: there is no relation "led-to"
         --> q.query:3:6
          |
        3 | ?x -[led-to]-> ?y
          |      ^^^^^^ did you mean "leads-to"?
        """)
  }
}
