import ConceptModel

/// The rows of a table while it is made, as numbers of cells: a million rows are sorted without looking at their texts.
struct RankedRows {
  /// The number of cells that are shown; behind them in a row come the keys that order it.
  private let columns: Int
  private let width: Int
  private let descendingKeys: [Bool]
  /// The different values of every column and key, and where they are.
  private var values: [[Value]]
  private var places: [[Value: UInt32]]
  /// The rows, one after the other.
  private var rows: [UInt32] = []

  /// What a cell is made from.
  enum Value: Hashable {
    case binding(Binding)
    case cell(AnswerCell)
  }

  init(columns: Int, descendingKeys: [Bool]) {
    self.columns = columns
    self.descendingKeys = descendingKeys
    width = columns + descendingKeys.count
    values = Array(repeating: [], count: width)
    places = Array(repeating: [:], count: width)
  }

  /// Adds the next value, which belongs to a column or key.
  mutating func add(_ value: Value, at column: Int) {
    if let known = places[column][value] { return rows.append(known) }
    let place = UInt32(values[column].count)
    places[column][value] = place
    values[column].append(value)
    rows.append(place)
  }

  /// The different rows by their keys, then by their cells; a part of them.
  consuming func sorted(
    offset: Int, limit: Int?, _ cell: (Value) throws -> AnswerCell
  ) throws -> [[AnswerCell]] {
    guard width > 0 else { return [] }
    places = []
    let cells = try values.map { try $0.map(cell) }
    let ranks = cells.map(Self.ranks)
    let (rows, width, columns, descendingKeys) = (self.rows, self.width, self.columns, self.descendingKeys)
    func compare(_ a: Int, _ b: Int, _ column: Int) -> Int {
      Int(ranks[column][Int(rows[a + column])]) - Int(ranks[column][Int(rows[b + column])])
    }
    var starts = Array(stride(from: 0, to: rows.count, by: width))
    starts.sort { a, b in
      for (key, isDescending) in descendingKeys.enumerated() {
        let order = compare(a, b, columns + key)
        if order != 0 { return (order < 0) != isDescending }
      }
      for column in 0..<columns {
        let order = compare(a, b, column)
        if order != 0 { return order < 0 }
      }
      return false
    }
    var out: [[AnswerCell]] = []
    var skipped = 0
    var last: ArraySlice<UInt32>?
    for start in starts where out.count < limit ?? Int.max {
      let row = rows[start..<start + width]
      if row.elementsEqual(last ?? []) { continue }
      last = row
      skipped += 1
      guard skipped > offset else { continue }
      out.append((0..<columns).map { cells[$0][Int(rows[start + $0])] })
    }
    return out
  }

  /// The rank of every cell among those of its column.
  private static func ranks(_ cells: [AnswerCell]) -> [UInt32] {
    let order = cells.indices.sorted { AnswerCell.isBefore(cells[$0], cells[$1]) }
    var ranks = [UInt32](repeating: 0, count: cells.count)
    for (index, place) in order.enumerated() where index > 0 {
      let last = order[index - 1]
      ranks[place] = ranks[last] + (AnswerCell.isBefore(cells[last], cells[place]) ? 1 : 0)
    }
    return ranks
  }
}

extension AnswerCell {
  /// The order of cells: numbers by value, concepts by label and then id, everything else by text.
  static func isBefore(_ a: AnswerCell, _ b: AnswerCell) -> Bool {
    switch (a, b) {
    case (.integer(let x), .integer(let y)): return x < y
    case (.decimal(let x), .decimal(let y)): return x < y
    case (.concept(let x, let textX), .concept(let y, let textY)):
      return textX != textY ? scalarLess(textX, textY) : x < y
    case (.relation(_, _, let x), .relation(_, _, let y)) where a.text == b.text:
      return scalarLess(x ?? "", y ?? "")
    default: return scalarLess(a.text, b.text)
    }
  }
}
