import ConceptModel

/// The layout of a store file and the way from older layouts to it.
///
/// `user_version` holds the number of the last migration; `application_id` marks the file as ours.
enum Schema {
  /// "DstG", at byte 68 of the file.
  static let applicationID = 0x4473_7447

  /// One step from a layout to the next. Steps are never changed once released: a new layout is a new step.
  struct Migration {
    var name: String
    var statements: String
  }

  static let migrations = [
    Migration(name: "documents and what was read from them", statements: documentTables + corpusTables),
    Migration(name: "imported graphs", statements: importTables),
  ]

  static var currentVersion: Int { migrations.count }

  /// Where a file stands.
  enum State: Equatable {
    case empty, current
    case older(Int), newer(Int)
    /// Marked as ours, and without a version that ever was.
    case unversioned
    case foreign
  }

  /// Tells what kind of database a connection has opened, without writing to it.
  static func state(of connection: Connection) throws(Diagnostic) -> State {
    let application = try connection.number("PRAGMA application_id") ?? 0
    let version = try connection.number("PRAGMA user_version") ?? 0
    if application == 0 && version == 0 {
      return try connection.number("SELECT count(*) FROM sqlite_master") == 0 ? .empty : .foreign
    }
    guard application == applicationID else { return .foreign }
    guard version > 0 else { return .unversioned }
    if version == currentVersion { return .current }
    return version < currentVersion ? .older(version) : .newer(version)
  }

  /// Brings an empty or older store to a version in one transaction.
  static func migrate(_ connection: Connection, to target: Int = currentVersion) throws(Diagnostic) {
    try connection.transaction { () throws(Diagnostic) in
      // Read again under the lock: another process may have migrated meanwhile.
      let version = try connection.number("PRAGMA user_version") ?? 0
      guard version < target else { return }
      for migration in migrations[version..<target] { try connection.execute(migration.statements) }
      try connection.execute("PRAGMA application_id = \(applicationID); PRAGMA user_version = \(target)")
    }
  }

  /// One row a document, its large parts apart so that listings do not read them.
  private static let documentTables = """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
    CREATE TABLE document (
      n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, path TEXT NOT NULL, sha256 TEXT NOT NULL,
      media_type TEXT NOT NULL, encoding TEXT NOT NULL, title TEXT, authors TEXT NOT NULL, date TEXT, role TEXT,
      is_notation INTEGER NOT NULL, analysis_version TEXT NOT NULL);
    CREATE TABLE document_content (
      document INTEGER PRIMARY KEY, text TEXT NOT NULL, offsets BLOB NOT NULL, analysis BLOB NOT NULL);

    """

  /// What consolidation made of all documents. `ordinal` is the place in the array of the extraction result;
  /// `source` and `node` number document and concept ids in their order.
  private static let corpusTables = """
    CREATE TABLE corpus_document (
      ordinal INTEGER PRIMARY KEY, id TEXT NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL,
      media_type TEXT NOT NULL, encoding TEXT NOT NULL, title TEXT, authors TEXT NOT NULL, date TEXT, role TEXT);
    CREATE TABLE source (n INTEGER PRIMARY KEY, id TEXT NOT NULL);
    CREATE TABLE node (n INTEGER PRIMARY KEY, id TEXT NOT NULL);
    CREATE TABLE relation (n INTEGER PRIMARY KEY, name TEXT NOT NULL);
    CREATE TABLE declared_relation (
      ordinal INTEGER PRIMARY KEY, name TEXT NOT NULL, reading TEXT NOT NULL, sign TEXT,
      is_symmetric INTEGER NOT NULL, is_transitive INTEGER NOT NULL, is_bridge INTEGER NOT NULL,
      is_provenance INTEGER NOT NULL, inverse TEXT, super_relation TEXT, macro TEXT, iri TEXT);
    CREATE TABLE heading (n INTEGER PRIMARY KEY, path TEXT NOT NULL);
    CREATE TABLE passage (
      id INTEGER PRIMARY KEY, source INTEGER NOT NULL, quote TEXT NOT NULL, start INTEGER NOT NULL,
      "end" INTEGER NOT NULL, byte_start INTEGER NOT NULL, byte_end INTEGER NOT NULL, line INTEGER NOT NULL,
      "column" INTEGER NOT NULL, heading INTEGER);
    CREATE TABLE concept (
      ordinal INTEGER PRIMARY KEY, node INTEGER NOT NULL, label TEXT NOT NULL, gloss TEXT, documents TEXT NOT NULL,
      mentions INTEGER NOT NULL, centrality REAL, is_deprecated INTEGER NOT NULL, replacement TEXT);
    CREATE TABLE entity (
      ordinal INTEGER PRIMARY KEY, node INTEGER NOT NULL, label TEXT NOT NULL, kind TEXT NOT NULL,
      documents TEXT NOT NULL);
    CREATE TABLE label (
      id INTEGER PRIMARY KEY, node INTEGER NOT NULL, concept INTEGER, is_main INTEGER NOT NULL, text TEXT NOT NULL,
      kind TEXT NOT NULL, documents TEXT NOT NULL, merged_by TEXT, passage INTEGER, key TEXT NOT NULL);
    CREATE TABLE mention (
      ordinal INTEGER PRIMARY KEY, node INTEGER NOT NULL, passage INTEGER NOT NULL, confidence REAL,
      rule TEXT NOT NULL);
    CREATE TABLE abbreviation (
      ordinal INTEGER PRIMARY KEY, short TEXT NOT NULL, long TEXT, passage INTEGER NOT NULL, confidence REAL,
      rule TEXT NOT NULL);
    CREATE TABLE definition (
      ordinal INTEGER PRIMARY KEY, node INTEGER NOT NULL, term TEXT NOT NULL, text TEXT NOT NULL, genus TEXT,
      genus_node INTEGER, conditions TEXT NOT NULL, scope TEXT, holder TEXT, reporter TEXT, confidence REAL,
      rule TEXT NOT NULL, passage INTEGER NOT NULL);
    CREATE TABLE assertion (
      ordinal INTEGER PRIMARY KEY, subject INTEGER NOT NULL, relation INTEGER NOT NULL, object INTEGER NOT NULL,
      polarity TEXT NOT NULL, holder TEXT, reporter TEXT, modality TEXT NOT NULL, hedged INTEGER NOT NULL,
      basis TEXT NOT NULL, confidence REAL, rule TEXT NOT NULL, surface TEXT, subject_text TEXT NOT NULL,
      object_text TEXT NOT NULL, source INTEGER, date TEXT, passage INTEGER NOT NULL);
    CREATE TABLE statement (
      ordinal INTEGER PRIMARY KEY, kind TEXT NOT NULL, concepts TEXT NOT NULL, terms TEXT NOT NULL, holder TEXT,
      reporter TEXT, confidence REAL, rule TEXT NOT NULL, passage INTEGER NOT NULL, passages INTEGER NOT NULL);
    CREATE TABLE finding (
      ordinal INTEGER PRIMARY KEY, id TEXT NOT NULL, rule TEXT NOT NULL, kind TEXT NOT NULL, severity TEXT NOT NULL,
      terms TEXT NOT NULL, concepts TEXT NOT NULL, message TEXT NOT NULL, fix TEXT, passage INTEGER NOT NULL,
      passages INTEGER NOT NULL);
    CREATE TABLE finding_node (node INTEGER, finding INTEGER, PRIMARY KEY (node, finding)) WITHOUT ROWID;
    CREATE TABLE diagnostic (
      ordinal INTEGER PRIMARY KEY, level TEXT NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL, file TEXT,
      line INTEGER, "column" INTEGER, length INTEGER, source TEXT, hint TEXT, choices TEXT NOT NULL);
    CREATE TABLE spo (
      s INTEGER, p INTEGER, o INTEGER, g INTEGER, PRIMARY KEY (s, p, o, g)) WITHOUT ROWID;
    CREATE TABLE ops (o INTEGER, p INTEGER, s INTEGER, PRIMARY KEY (o, p, s)) WITHOUT ROWID;
    CREATE INDEX label_by_key ON label (key, node);
    CREATE INDEX label_by_node ON label (node);
    CREATE INDEX concept_by_node ON concept (node);
    CREATE INDEX entity_by_node ON entity (node);
    CREATE INDEX definition_by_node ON definition (node);
    CREATE INDEX assertion_by_triple ON assertion (subject, relation, object);
    CREATE VIRTUAL TABLE label_search USING fts5 (labels, content = '', tokenize = 'unicode61 remove_diacritics 2');
    CREATE VIRTUAL TABLE quote_search USING fts5 (quote, content = '', tokenize = 'unicode61 remove_diacritics 2');

    """

  /// Graphs made by others: resources, literals, and quads over their numbers; a graph is a file or a named graph in it.
  /// An id is kept as one of few namespaces and the name behind it. `lines` holds the places of every 256th line, from which the passage behind a quad is found when asked for.
  private static let importTables = """
    CREATE TABLE imported_file (
      n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, path TEXT NOT NULL, sha256 TEXT NOT NULL,
      media_type TEXT NOT NULL, encoding TEXT NOT NULL, title TEXT, authors TEXT NOT NULL, date TEXT, role TEXT,
      statements INTEGER NOT NULL, size INTEGER NOT NULL, lines BLOB NOT NULL);
    CREATE TABLE imported_graph (n INTEGER PRIMARY KEY, file INTEGER NOT NULL, name TEXT);
    CREATE TABLE imported_namespace (n INTEGER PRIMARY KEY, prefix TEXT NOT NULL);
    CREATE TABLE imported_node (n INTEGER PRIMARY KEY, namespace INTEGER NOT NULL, name TEXT NOT NULL);
    CREATE VIEW imported_resource AS SELECT m.n AS n, prefix || name AS id
      FROM imported_node m CROSS JOIN imported_namespace s ON s.n = namespace;
    CREATE TABLE imported_predicate (n INTEGER PRIMARY KEY, id TEXT NOT NULL, is_relation INTEGER NOT NULL);
    CREATE TABLE imported_spo (
      s INTEGER, p INTEGER, o INTEGER, g INTEGER, line INTEGER, PRIMARY KEY (s, p, o, g)) WITHOUT ROWID;
    CREATE TABLE imported_ops (o INTEGER, p INTEGER, s INTEGER, PRIMARY KEY (o, p, s)) WITHOUT ROWID;
    CREATE TABLE imported_literal (
      s INTEGER NOT NULL, p INTEGER, value TEXT, annotation TEXT, g INTEGER, line INTEGER,
      PRIMARY KEY (s, p, value, annotation, g)) WITHOUT ROWID;
    CREATE TABLE imported_note (
      s INTEGER, p INTEGER, o INTEGER, g INTEGER, line INTEGER, confidence REAL, source TEXT, quote TEXT,
      PRIMARY KEY (s, p, o, g, line)) WITHOUT ROWID;
    CREATE TABLE imported_key (key INTEGER, node INTEGER, PRIMARY KEY (key, node)) WITHOUT ROWID;
    CREATE VIRTUAL TABLE imported_search USING fts5 (
      labels, content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2');

    """
}
