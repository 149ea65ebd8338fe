import ConceptModel

/// The rows of a table while it is made, as numbers of cells: a million rows are sorted without looking at their texts.
struct RankedRows {
  /// The number of cells that are shown; behind them in a row come the keys that order it.
  private let columns: Int
  private let width: Int
  private let descendingKeys: [Bool]
  /// The different cells of every column and key, and where they are.
  private var cells: [[AnswerCell]]
  private var places: [[AnswerCell: UInt32]]
  /// The rows, one after the other.
  private var rows: [UInt32] = []

  init(columns: Int, descendingKeys: [Bool]) {
    self.columns = columns
    self.descendingKeys = descendingKeys
    width = columns + descendingKeys.count
    cells = Array(repeating: [], count: width)
    places = Array(repeating: [:], count: width)
  }

  /// Adds the next cell, which belongs to a column or key; returns the place at which the column has it.
  @discardableResult
  mutating func add(_ cell: AnswerCell, at column: Int) -> UInt32 {
    var place = UInt32(cells[column].count)
    if let known = places[column][cell] {
      place = known
    } else {
      places[column][cell] = place
      cells[column].append(cell)
    }
    rows.append(place)
    return place
  }

  /// Adds the next cell by its place in the column.
  mutating func add(place: UInt32, at column: Int) { rows.append(place) }

  /// The different rows by their keys, then by their cells; a part of them.
  func sorted(offset: Int, limit: Int?) -> [[AnswerCell]] {
    guard width > 0 else { return [] }
    let ranks = cells.map(Self.ranks)
    let (rows, width, columns) = (self.rows, self.width, self.columns)
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
