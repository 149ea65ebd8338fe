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
}
