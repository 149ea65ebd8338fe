import ConceptModel

/// The tables that follow from others in the same file and that `repair` makes anew.
enum EdgeTables {
  /// Both orders of the edges, from the assertions; an insert in key order keeps the pages full.
  static let fillFromAssertions = """
    DELETE FROM spo;
    DELETE FROM ops;
    INSERT OR IGNORE INTO spo
      SELECT subject, relation * 2 + (polarity = 'denied'), object, coalesce(assertion.source, passage.source)
      FROM assertion CROSS JOIN passage ON passage.id = assertion.passage
      WHERE polarity IN ('asserted', 'denied') ORDER BY 1, 2, 3, 4;
    INSERT INTO ops SELECT DISTINCT o, p, s FROM spo ORDER BY o, p, s;
    """

  /// The reverse order of the imported quads.
  static let fillImportedReverse = """
    DELETE FROM imported_ops;
    INSERT INTO imported_ops SELECT DISTINCT o, p, s FROM imported_spo ORDER BY o, p, s;
    """
}

/// The full-text indexes over labels and quotations.
enum SearchIndex {
  /// Labels a row a node, joined by line ends; quotations of everything but mentions.
  static func rebuildCorpus(_ connection: Connection) throws(Diagnostic) {
    try connection.execute(
      """
      INSERT INTO label_search (label_search) VALUES ('delete-all');
      INSERT INTO label_search (rowid, labels)
        SELECT node, group_concat(text, char(10)) FROM label GROUP BY node ORDER BY node;
      INSERT INTO quote_search (quote_search) VALUES ('delete-all');
      INSERT INTO quote_search (rowid, quote)
        SELECT id, quote FROM passage WHERE id NOT IN (SELECT passage FROM mention) ORDER BY id;
      """)
  }

  /// The labels of imported resources, a row a node; a resource without any goes by its local name.
  static func rebuildImported(_ connection: Connection) throws(Diagnostic) {
    try connection.execute(
      """
      DELETE FROM imported_key;
      INSERT INTO imported_search (imported_search) VALUES ('delete-all');
      """)
    let isLabel = try labelPredicates(connection)
    let key = try connection.prepare("INSERT OR IGNORE INTO imported_key VALUES (?, ?)")
    let text = try connection.prepare("INSERT INTO imported_search (rowid, labels) VALUES (?, ?)")
    let literals = try connection.prepare("SELECT p, value FROM imported_literal WHERE s = ?")
    let nodes = try connection.prepare("SELECT n, id FROM imported_node ORDER BY n")
    while try nodes.step() {
      let number = nodes.integer(0)
      var labels: [String] = []
      try literals.forEachRow(.integer(number)) { row in
        if isLabel.contains(row.integer(0)) { labels.append(row.text(1)) }
      }
      if labels.isEmpty, let name = StoreSnapshot.nameFromIdentifier(nodes.text(1)) { labels.append(name) }
      guard !labels.isEmpty else { continue }
      for label in labels { try key.run(.integer(LabelHash.of(label)), .integer(number)) }
      try text.run(.integer(number), .text(labels.joined(separator: "\n")))
    }
  }

  private static func labelPredicates(_ connection: Connection) throws(Diagnostic) -> Set<Int> {
    var result: Set<Int> = []
    let rows = try connection.prepare("SELECT n, id FROM imported_predicate")
    while try rows.step() {
      if Vocabulary.labelKind(of: rows.text(1)) != nil { result.insert(rows.integer(0)) }
    }
    return result
  }
}
