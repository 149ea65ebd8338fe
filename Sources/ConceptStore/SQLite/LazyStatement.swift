import ConceptModel

/// A statement that is executed many times, owned by a class so that it can be kept in one.
final class KeptStatement {
  let row: Statement

  init(_ connection: Connection, _ sql: String) throws(Diagnostic) {
    row = try connection.prepare(sql, isKept: true)
  }
}

/// A statement that is compiled when it is first executed: a single question needs few of those that a snapshot has.
final class LazyStatement {
  private let connection: Connection
  private let sql: String
  private var kept: KeptStatement?

  init(_ connection: Connection, _ sql: String) {
    self.connection = connection
    self.sql = sql
  }

  func ready() throws(Diagnostic) -> KeptStatement {
    if let kept { return kept }
    let made = try KeptStatement(connection, sql)
    kept = made
    return made
  }
}
