extension DefinitionRule {
  /// Rules that go by the lay-out or the mark-up; the examples are Markdown-like lines, tests build the blocks.
  static let layouts: [DefinitionRule] = [
    DefinitionRule(
      id: "DEF-glossary",
      pattern: "A block that begins with a term, a colon and a noun phrase that something sets apart.",
      matches: [
        Example("Proxy: a variable that stands in for another one.", "Proxy", "a variable that", genus: "variable")
      ],
      rejects: ["Note: a variable that is not used stays.", "Opinion: the model that they used was wrong."])
  ]

  /// The ids of the rules that need blocks or mark-up and therefore have no examples in plain text.
  static let structural = ["DEF-list", "DEF-box", "DEF-footnote", "DEF-markup", "DEF-table"]
}
