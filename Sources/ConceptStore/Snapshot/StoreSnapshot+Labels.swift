import ConceptGraph
import ConceptModel

extension StoreSnapshot {
  public func forEachLabel(_ body: (String, NodeID) throws -> Void) throws {
    let rows = try connection.prepare("SELECT text, node FROM label ORDER BY node, id")
    while try rows.step() {
      try body(rows.text(0), NodeID(numbers.node(derived: UInt32(truncatingIfNeeded: rows.integer(1)))))
    }
    if numbers.importedCount > 0 { try forEachImportedLabel(body) }
  }

  /// One pass over all literals beside all nodes: asking for the labels of every node takes six times as long.
  private func forEachImportedLabel(_ body: (String, NodeID) throws -> Void) throws {
    let isLabel = predicates.labelKinds.map { $0 != nil }
    let literals = try connection.prepare("SELECT s, p, value FROM imported_literal ORDER BY s")
    let nodes = try connection.prepare("SELECT n, id FROM imported_resource ORDER BY n")
    var hasLiteral = try literals.step()
    while try nodes.step() {
      let number = nodes.integer(0)
      let node = NodeID(numbers.node(imported: UInt32(truncatingIfNeeded: number)))
      var isNamed = false
      while hasLiteral, literals.integer(0) <= number {
        if literals.integer(0) == number, isLabel[literals.integer(1)] {
          isNamed = true
          try body(literals.text(2), node)
        }
        hasLiteral = try literals.step()
      }
      if !isNamed, let name = Self.nameFromIdentifier(nodes.text(1)) { try body(name, node) }
    }
  }

  /// Looks the words up in the full-text index over labels; a node with all of them gives all its labels.
  public func forEachLabel(with words: [LabelWord], _ body: (String, NodeID) throws -> Void) throws {
    if words.isEmpty { return try forEachLabel(body) }
    // Words that follow one another are a phrase.
    var match = ""
    for (index, word) in words.enumerated() {
      match += word.followsLast ? " " : index == 0 ? "\"" : " \""
      match += word.text
      let isLast = index + 1 == words.count || !words[index + 1].followsLast
      if isLast { match += word.isPrefix ? "\"*" : "\"" }
    }
    let derived = try connection.prepare("SELECT rowid FROM label_search WHERE label_search MATCH ? ORDER BY rowid")
    derived.bind(match, at: 1)
    while try derived.step() {
      let node = NodeID(numbers.node(derived: UInt32(truncatingIfNeeded: derived.integer(0))))
      for label in try labels(of: node) { try body(label.text, node) }
    }
    let imported = try connection.prepare(
      "SELECT rowid FROM imported_search WHERE imported_search MATCH ? ORDER BY rowid")
    imported.bind(match, at: 1)
    var texts: [String] = []
    while try imported.step() {
      let number = imported.integer(0)
      let node = NodeID(numbers.node(imported: UInt32(truncatingIfNeeded: number)))
      try labelTexts(ofImported: number, into: &texts)
      for text in texts { try body(text, node) }
    }
  }

  /// Replaces the list by the labels of an imported node as they stand, without kind, document or rank.
  private func labelTexts(ofImported number: Int, into texts: inout [String]) throws(Diagnostic) {
    texts.removeAll(keepingCapacity: true)
    let kept = try literalRows.ready()
    kept.row.bind(number, at: 1)
    defer { kept.row.reset() }
    while try kept.row.step() {
      if predicates.labelKinds[kept.row.integer(0)] != nil { texts.append(kept.row.text(1)) }
    }
    if texts.isEmpty, let name = Self.nameFromIdentifier(try importedNames.name(number)) { texts.append(name) }
  }
}
