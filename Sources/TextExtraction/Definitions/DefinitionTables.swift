/// Tables whose headed columns pair terms with their meanings: "Term | Definition".
extension DefinitionPass {
  private static let termHeaders: Set<String> = [
    "term", "terms", "concept", "concepts", "word", "name", "notion", "expression", "key term", "key terms", "symbol",
    "phrase", "label", "type", "kind",
  ]
  private static let meaningHeaders: Set<String> = [
    "definition", "definitions", "meaning", "meanings", "description", "explanation", "what it means", "gloss",
    "what it is",
  ]
  /// Columns that name their rows but hold something else as often: only beside a column that is headed as a meaning.
  private static let looseHeaders: Set<String> = ["name", "symbol", "label", "type", "kind", "word"]

  /// What stands in a cell that has no meaning of its own.
  private static let fillers: Set<String> = [
    "same", "the same", "same as above", "as above", "see above", "ditto", "idem", "none", "n/a", "na", "tbd", "todo",
    "unknown",
  ]

  /// Reads every row of a table with a column of terms and a column of meanings.
  func readTables(firstSentence: [Int: Int]) {
    for table in TableGrid.all(in: analyzed.document) {
      guard let columns = columns(of: table) else { continue }
      for row in table.bodyRows {
        guard let term = table.rows[row]?[columns.term], let meaning = table.rows[row]?[columns.meaning] else {
          continue
        }
        let block = analyzed.document.blocks[term]
        let text = analyzed.string(analyzed.document.blocks[meaning].range).lowercased().collapsingSpaces()
        guard (1...60).contains(block.range.count), BlockShapes.wordCount(analyzed.document.text[block.range]) <= 6,
          text.contains(where: \.isLetter), !Self.fillers.contains(text)
        else { continue }
        addBlock(
          term: block.range, analyzed.document.blocks[meaning], firstSentence[meaning], confidence: columns.confidence,
          rule: "DEF-table")
      }
    }
  }

  private func columns(of table: TableGrid) -> (term: Int, meaning: Int, confidence: Double)? {
    var term: (column: Int, isLoose: Bool)?
    var meaning: (column: Int, isPlain: Bool)?
    for (column, title) in table.headings(in: analyzed.document) {
      if term == nil, Self.termHeaders.contains(title) { term = (column, Self.looseHeaders.contains(title)) }
      if meaning == nil, Self.meaningHeaders.contains(title) { meaning = (column, title == "description") }
    }
    guard let term, let meaning, term.column < meaning.column else { return nil }
    // A list of fields has "Name" and "Description" too.
    if term.isLoose && meaning.isPlain { return nil }
    return (term.column, meaning.column, meaning.isPlain ? 0.75 : 0.9)
  }
}
