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
    let text = try connection.prepare("INSERT INTO imported_search (rowid, labels) VALUES (?, ?)", isKept: true)
    let literals = try connection.prepare("SELECT s, p, value FROM imported_literal ORDER BY s")
    let nodes = try connection.prepare("SELECT n, id FROM imported_resource ORDER BY n")
    var keys: [UInt64] = []
    var hasLiteral = try literals.step()
    var labels: [UInt8] = []
    while try nodes.step() {
      let number = nodes.integer(0)
      labels.removeAll(keepingCapacity: true)
      func add(_ label: UnsafeBufferPointer<UInt8>) {
        keys.append(UInt64(LabelHash.of(label)) << 32 | UInt64(number))
        if !labels.isEmpty { labels.append(0x0A) }
        labels.append(contentsOf: label)
      }
      while hasLiteral, literals.integer(0) <= number {
        if literals.integer(0) == number, isLabel.contains(literals.integer(1)) { literals.withBytes(2, add) }
        hasLiteral = try literals.step()
      }
      if labels.isEmpty, var name = StoreSnapshot.nameFromIdentifier(nodes.text(1)) { name.withUTF8(add) }
      guard !labels.isEmpty else { continue }
      text.bind(number, at: 1)
      labels.withUnsafeBufferPointer { text.bind($0, isText: true, at: 2) }
      _ = try text.step()
      text.reset()
    }
    var none: [UInt32] = []
    PackedRows.sort(&keys, &none, bits: 64)
    let inserter = try RowInserter(connection, into: "imported_key", columns: 2)
    for packed in keys {
      try inserter.add { row, index in
        row.bind(Int(packed >> 32), at: index + 1)
        row.bind(Int(packed & 0xFFFF_FFFF), at: index + 2)
      }
    }
    try inserter.finish()
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
