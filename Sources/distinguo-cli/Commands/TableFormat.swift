import ArgumentParser
import ConceptModel

/// The formats of plain listings.
enum TableFormat: String, ExpressibleByArgument, CaseIterable {
  case text, csv, tsv

  /// The rows under a header; for people in aligned columns, else as RFC 4180 CSV or IANA TSV.
  func table(header: [String], rows: [[String]]) -> String {
    switch self {
    case .text: return Self.aligned(rows)
    case .csv: return ([header] + rows).map { $0.map(Self.csvCell).joined(separator: ",") + "\r\n" }.joined()
    case .tsv: return ([header] + rows).map { $0.map(Self.tsvCell).joined(separator: "\t") + "\n" }.joined()
    }
  }

  /// Columns padded to the display width of their widest cell, two spaces apart.
  private static func aligned(_ rows: [[String]]) -> String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in rows.map { width(of: oneLine($0[column])) }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let text = oneLine(cell)
        return column == row.count - 1 ? text : text + String(repeating: " ", count: widths[column] - width(of: text))
      }
      var line = cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  private static func width(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + displayWidth(of: $1) }
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func csvCell(_ text: String) -> String {
    let isPlain = !text.unicodeScalars.contains { "\",\r\n".unicodeScalars.contains($0) }
    return isPlain
      ? text : "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  private static func tsvCell(_ text: String) -> String { oneLine(text) }
}
