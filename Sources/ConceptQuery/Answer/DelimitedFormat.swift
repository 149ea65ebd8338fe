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
    case .table(let table): return text(table)
    case .paths(let paths): return text(HopTable.table(paths))
    case .evidence(let evidence): return text(EvidenceTable.table(evidence))
    case .report(let report): return (["section", "row", "field", "value"], numbered(report))
    }
  }

  private func text(_ table: TableAnswer) -> (columns: [String], rows: [[String]]) {
    (table.columns, table.rows.map { $0.map(\.text) })
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

  static func table(_ answer: PathsAnswer) -> TableAnswer {
    var rows: [[AnswerCell]] = []
    for (number, path) in answer.paths.enumerated() {
      if path.hops.isEmpty {
        let node = AnswerCell.concept(path.start.id, path.start.label)
        rows.append([
          .integer(number + 1), .integer(0), node, .text(""), .text(""), node, .decimal(1), .text(""), .text(""),
        ])
      }
      for (index, hop) in path.hops.enumerated() {
        let best = hop.evidence.first
        rows.append([
          .integer(number + 1), .integer(index + 1), .concept(hop.from.id, hop.from.label),
          .relation(hop.relation, isDenied: hop.isDenied, iri: hop.iri), .text(direction(hop.direction)),
          .concept(hop.to.id, hop.to.label), .decimal(hop.confidence), .text(best?.source.value ?? ""),
          .text(best?.quote ?? ""),
        ])
      }
    }
    return TableAnswer(columns: columns, rows: rows)
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

  static func table(_ answer: EvidenceAnswer) -> TableAnswer {
    var rows: [[AnswerCell]] = []
    for (index, hop) in answer.hops.enumerated() {
      for evidence in hop.evidence {
        rows.append([
          .integer(index + 1), .concept(hop.from.id, hop.from.label),
          .relation(hop.relation, isDenied: false, iri: hop.iri), .concept(hop.to.id, hop.to.label),
          .text(evidence.polarity.rawValue), .decimal(evidence.confidence), .text(evidence.source.value),
          .text(evidence.date ?? ""), .text(evidence.rule), .text(evidence.quote), .text(evidence.position),
        ])
      }
    }
    return TableAnswer(columns: columns, rows: rows)
  }
}
