import ConceptModel

/// How the two sequences of nodes in a store, read from documents and imported, make one sequence in the order of ids.
///
/// Each sequence is numbered by itself, so that a new consolidation leaves a large import as it is. What joins them is
/// a list of runs: few, because the ids of an import mostly stand together.
struct NodeNumbers: Equatable {
  /// A stretch of nodes that lie in one of the sequences, or in both.
  struct Run: Equatable {
    enum Membership: UInt32 { case derived = 1, imported, both }
    var node: UInt32
    var derived: UInt32
    var imported: UInt32
    var membership: Membership
  }

  private(set) var runs: [Run] = []
  private(set) var derivedCount = 0
  private(set) var importedCount = 0
  private(set) var count = 0

  /// The number of a node that was read from documents.
  func node(derived number: UInt32) -> UInt32 {
    if runs.count == 1 { return number }
    let run = runs[last { $0.derived <= number }]
    return run.node + (number - run.derived)
  }

  /// The number of an imported node.
  func node(imported number: UInt32) -> UInt32 {
    if runs.count == 1 { return number }
    let run = runs[last { $0.imported <= number }]
    return run.node + (number - run.imported)
  }

  /// The numbers of a node in the two sequences; nil where it does not occur.
  func places(of node: UInt32) -> (derived: Int?, imported: Int?) {
    guard node < count else { return (nil, nil) }
    let run = runs[runs.count == 1 ? 0 : last { $0.node <= node }]
    let offset = node - run.node
    return (
      run.membership == .imported ? nil : Int(run.derived + offset),
      run.membership == .derived ? nil : Int(run.imported + offset)
    )
  }

  /// The last run that satisfies a condition which holds for a prefix of the runs.
  private func last(_ condition: (Run) -> Bool) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if condition(runs[middle]) { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// Joins the next derived node, which stands before the imported node `position` or is the same.
  mutating func append(derivedBefore position: Int, isSame: Bool) {
    appendImported(upTo: position)
    extend(isSame ? .both : .derived)
    derivedCount += 1
    importedCount += isSame ? 1 : 0
    count += 1
  }

  /// Joins the imported nodes up to a number that stand before the next derived node.
  mutating func appendImported(upTo position: Int) {
    guard position > importedCount else { return }
    extend(.imported)
    count += position - importedCount
    importedCount = position
  }

  private mutating func extend(_ membership: Run.Membership) {
    guard runs.last?.membership != membership else { return }
    runs.append(
      Run(
        node: UInt32(count), derived: UInt32(derivedCount), imported: UInt32(importedCount), membership: membership))
  }
}

extension NodeNumbers {
  private static let key = "numbering"

  /// Reads the numbering of a store.
  init(reading connection: Connection) throws(Diagnostic) {
    let statement = try connection.prepare("SELECT value FROM meta WHERE key = ?")
    statement.bind(Self.key, at: 1)
    guard try statement.step() else { return }
    let words: [UInt32] = statement.withBytes(0) { bytes in
      stride(from: 0, to: bytes.count - bytes.count % 4, by: 4).map { index in
        (0..<4).reduce(0) { $0 | UInt32(bytes[index + $1]) << UInt32(8 * $1) }
      }
    }
    guard words.count >= 3, words.count % 4 == 3 else {
      throw StoreFailure.corrupt(connection.path, detail: "the numbering of nodes is incomplete")
    }
    count = Int(words[0])
    derivedCount = Int(words[1])
    importedCount = Int(words[2])
    for index in stride(from: 3, to: words.count, by: 4) {
      guard let membership = Run.Membership(rawValue: words[index + 3]) else {
        throw StoreFailure.corrupt(connection.path, detail: "the numbering of nodes is damaged")
      }
      runs.append(
        Run(node: words[index], derived: words[index + 1], imported: words[index + 2], membership: membership))
    }
  }

  private func save(_ connection: Connection) throws(Diagnostic) {
    var words = [UInt32(count), UInt32(derivedCount), UInt32(importedCount)]
    for run in runs { words += [run.node, run.derived, run.imported, run.membership.rawValue] }
    let bytes = words.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> UInt32(8 * $0)) } }
    try connection.prepare("INSERT OR REPLACE INTO meta VALUES (?, ?)").run(.text(Self.key), .blob(bytes))
  }

  /// Joins the two sequences anew and stores the outcome; part of every transaction that changes one of them.
  static func rebuild(_ connection: Connection) throws(Diagnostic) {
    var numbers = NodeNumbers()
    let imported = try SortedNames(imported: connection)
    let derived = try connection.prepare("SELECT id FROM node ORDER BY n")
    while try derived.step() {
      let (position, isSame) = try imported.lowerBound(of: derived.text(0), from: numbers.importedCount)
      numbers.append(derivedBefore: position, isSame: isSame)
    }
    numbers.appendImported(upTo: imported.count)
    try numbers.save(connection)
  }
}
