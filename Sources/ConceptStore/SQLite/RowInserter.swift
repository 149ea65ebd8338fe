import ConceptModel

/// Inserts many rows with few executions of a statement, which is about twice as fast as one execution a row.
///
/// Rows that would violate a constraint are left out; `finish` relies on it.
final class RowInserter {
  private let statement: Statement
  private let columns: Int32
  private let rows: Int32
  private var filled: Int32 = 0

  init(_ connection: Connection, into table: String, columns: Int, rows: Int = 64) throws(Diagnostic) {
    let row = "(" + Array(repeating: "?", count: columns).joined(separator: ",") + ")"
    statement = try connection.prepare(
      "INSERT OR IGNORE INTO \(table) VALUES " + Array(repeating: row, count: rows).joined(separator: ","), isKept: true
    )
    self.columns = Int32(columns)
    self.rows = Int32(rows)
  }

  /// Adds a row, whose values `bind` gives to the parameters behind an index.
  func add(_ bind: (borrowing Statement, Int32) -> Void) throws(Diagnostic) {
    bind(statement, filled * columns)
    filled += 1
    guard filled == rows else { return }
    _ = try statement.step()
    statement.reset()
    filled = 0
  }

  /// Inserts the rows that are still waiting; must be called behind the last one.
  func finish() throws(Diagnostic) {
    guard filled > 0 else { return }
    // No row of ours is all NULL, and no table takes one that is.
    for index in (filled * columns)..<(rows * columns) { statement.bind(.null, at: index + 1) }
    _ = try statement.step()
    statement.reset()
    filled = 0
  }
}
