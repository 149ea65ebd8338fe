import ConceptModel

/// A table of names numbered in their order, so that its primary key serves as an index over the names too.
final class SortedNames {
  let count: Int
  private let row: Statement

  init(_ connection: Connection, table: String) throws(Diagnostic) {
    count = (try connection.number("SELECT max(n) FROM \(table)")).map { $0 + 1 } ?? 0
    row = try connection.prepare("SELECT id FROM \(table) WHERE n = ?", isKept: true)
  }

  /// The name with a number.
  func name(_ number: Int) throws(Diagnostic) -> String {
    row.bind(number, at: 1)
    defer { row.reset() }
    return try row.step() ? row.text(0) : ""
  }

  /// The number of a name, or nil when the table does not hold it.
  func number(of name: String) throws(Diagnostic) -> Int? {
    let (position, isSame) = try lowerBound(of: name, from: 0)
    return isSame ? position : nil
  }

  /// The number of the first name that does not come before the given one, and whether it is the same.
  ///
  /// Searches in growing steps from `start`, so that looking names up in their order costs little more than a scan.
  func lowerBound(of name: String, from start: Int) throws(Diagnostic) -> (position: Int, isSame: Bool) {
    var low = start
    var step = start == 0 ? count : 1
    var high = start
    while high < count {
      high = min(count, low + step)
      guard high < count, try order(of: high, name) == .before else { break }
      low = high + 1
      step *= 2
    }
    var isSame = high < count ? try order(of: high, name) == .same : false
    while low < high {
      let middle = (low + high) / 2
      switch try order(of: middle, name) {
      case .before: low = middle + 1
      case .same: (high, isSame) = (middle, true)
      case .after: (high, isSame) = (middle, false)
      }
    }
    return (low, isSame)
  }

  private enum Order { case before, same, after }

  /// How the name with a number stands to another one.
  private func order(of number: Int, _ name: String) throws(Diagnostic) -> Order {
    row.bind(number, at: 1)
    defer { row.reset() }
    guard try row.step() else { return .after }
    var name = name
    return row.withBytes(0) { stored in
      name.withUTF8 { wanted in
        for (a, b) in zip(stored, wanted) where a != b { return a < b ? .before : .after }
        return stored.count == wanted.count ? .same : stored.count < wanted.count ? .before : .after
      }
    }
  }
}
