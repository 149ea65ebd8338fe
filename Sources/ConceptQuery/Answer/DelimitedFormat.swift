import ConceptGraph
import ConceptModel

/// Answers as CSV or TSV: a header row, then one row a solution, hop or assertion.
struct DelimitedFormat {
  let answer: QueryAnswer
  let separator: String

  func text() -> String {
    let (columns, rows) = table
    return ([columns] + rows).map { $0.map(field).joined(separator: separator) + "\n" }.joined()
  }

  private var table: (columns: [String], rows: [[String]]) {
    switch answer.body {
    case .ask(let ask):
      return (
        ["answer", "sources", "opposed"],
        [
          [
            ask.isYes ? "yes" : "no", ask.sources.map(\.value).joined(separator: " "),
            ask.opposed.map(\.value).joined(separator: " "),
          ]
        ]
      )
    case .table(let table): return (table.columns, table.rows.map { $0.map(\.text) })
    case .paths(let paths): return (HopTable.columns, HopTable.rows(paths))
    case .evidence(let evidence): return (EvidenceTable.columns, EvidenceTable.rows(evidence))
    case .report(let report): return (["section", "row", "field", "value"], numbered(report))
    }
  }

  /// One line a field, so that sections of different widths share one table.
  private func numbered(_ report: ReportAnswer) -> [[String]] {
    var rows: [[String]] = []
    for section in report.sections {
      for (number, row) in section.rows.enumerated() {
        for (column, cell) in zip(section.columns, row) where !cell.text.isEmpty {
          rows.append([section.key, String(number + 1), column, cell.text])
        }
      }
    }
    return rows
  }

  private func field(_ text: String) -> String {
    if separator == "\t" {
      return text.replacing("\t", with: " ").replacing("\n", with: " ").replacing("\r", with: " ")
    }
    // RFC 4180: quote what holds a separator, a quotation mark or a line end.
    guard text.unicodeScalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}

/// Paths unnested: one row a hop.
enum HopTable {
  static let columns = ["path", "hop", "from", "relation", "direction", "to", "confidence", "source", "quote"]

  static func rows(_ answer: PathsAnswer) -> [[String]] {
    var rows: [[String]] = []
    for (number, path) in answer.paths.enumerated() {
      if path.hops.isEmpty {
        rows.append([String(number + 1), "0", path.start.label, "", "", path.start.label, "1", "", ""])
      }
      for (index, hop) in path.hops.enumerated() {
        let best = hop.evidence.first
        rows.append([
          String(number + 1), String(index + 1), hop.from.label, (hop.isDenied ? "not " : "") + hop.relation,
          direction(hop.direction), hop.to.label, Decimals.text(hop.confidence), best?.source.value ?? "",
          best?.quote ?? "",
        ])
      }
    }
    return rows
  }

  static func direction(_ direction: HopDirection) -> String {
    switch direction {
    case .forward: "forward"
    case .backward: "backward"
    case .either: "either"
    }
  }
}

/// Evidence: one row an assertion.
enum EvidenceTable {
  static let columns = [
    "hop", "from", "relation", "to", "polarity", "confidence", "source", "date", "rule", "quote", "position",
  ]

  static func rows(_ answer: EvidenceAnswer) -> [[String]] {
    var rows: [[String]] = []
    for (index, hop) in answer.hops.enumerated() {
      for evidence in hop.evidence {
        rows.append([
          String(index + 1), hop.from.label, hop.relation, hop.to.label, evidence.polarity.rawValue,
          Decimals.text(evidence.confidence), evidence.source.value, evidence.date ?? "", evidence.rule,
          evidence.quote, evidence.position,
        ])
      }
    }
    return rows
  }
}
