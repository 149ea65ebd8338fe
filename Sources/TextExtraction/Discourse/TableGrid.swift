/// A table of a document: its cells by row and column.
struct TableGrid {
  /// The block of every cell.
  private(set) var rows: [Int: [Int: Int]] = [:]
  /// The first row, which holds the headings where there are any.
  var headRow: Int { rows.keys.min() ?? 0 }
  /// The rows below the headings, from the top.
  var bodyRows: [Int] { rows.keys.sorted().filter { $0 != headRow } }

  /// All tables of a document that are no page furniture, in text order.
  static func all(in document: Document) -> [TableGrid] {
    var tables: [Int: TableGrid] = [:]
    for (index, block) in document.blocks.enumerated() {
      guard case .tableCell(let table, let row, let column, _) = block.kind, block.role != .furniture else { continue }
      tables[table, default: TableGrid()].rows[row, default: [:]][column] = index
    }
    return tables.keys.sorted().compactMap { tables[$0] }
  }

  /// The headings by column, in lower case and with single spaces.
  func headings(in document: Document) -> [(column: Int, title: String)] {
    (rows[headRow] ?? [:]).sorted { $0.key < $1.key }.map { column, block in
      let text = String(decoding: document.text[document.blocks[block].range], as: UTF8.self)
      return (column, text.lowercased().collapsingSpaces().trimmingTrailing { ":*.".contains($0) })
    }
  }
}
