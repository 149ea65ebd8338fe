import ConceptModel

/// A table of names numbered in their order, so that its primary key serves as an index over the names too.
final class SortedNames {
  let count: Int
  private let row: Statement
  /// What names may begin with; the first one is empty.
  private let prefixes: [[UInt8]]

  /// The ids of the nodes that were read from documents.
  init(corpus connection: Connection) throws(Diagnostic) {
    count = (try connection.number("SELECT max(n) FROM node")).map { $0 + 1 } ?? 0
    row = try connection.prepare("SELECT 0, id FROM node WHERE n = ?", isKept: true)
    prefixes = [[]]
  }

  /// The ids of the imported nodes.
  init(imported connection: Connection) throws(Diagnostic) {
    count = (try connection.number("SELECT max(n) FROM imported_node")).map { $0 + 1 } ?? 0
    row = try connection.prepare("SELECT namespace, name FROM imported_node WHERE n = ?", isKept: true)
    var list: [[UInt8]] = []
    let rows = try connection.prepare("SELECT prefix FROM imported_namespace ORDER BY n")
    while try rows.step() { list.append(rows.blob(0)) }
    prefixes = list
  }

  /// The name with a number.
  func name(_ number: Int) throws(Diagnostic) -> String {
    row.bind(number, at: 1)
    defer { row.reset() }
    guard try row.step() else { return "" }
    let prefix = prefixes[row.integer(0)]
    return prefix.isEmpty ? row.text(1) : row.withBytes(1) { String(decoding: prefix + $0, as: UTF8.self) }
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
    let prefix = prefixes[row.integer(0)]
    var name = name
    return row.withBytes(1) { stored in
      name.withUTF8 { wanted in
        let common = min(prefix.count, wanted.count)
        for index in 0..<common where prefix[index] != wanted[index] {
          return prefix[index] < wanted[index] ? .before : .after
        }
        guard common == prefix.count else { return .after }
        for (a, b) in zip(stored, wanted[common...]) where a != b { return a < b ? .before : .after }
        let rest = wanted.count - common
        return stored.count == rest ? .same : stored.count < rest ? .before : .after
      }
    }
  }
}
