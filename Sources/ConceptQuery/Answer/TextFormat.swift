import ConceptGraph
import ConceptModel

/// Answers for people: aligned columns, path lines with their hops, quotations below.
struct TextFormat {
  let answer: QueryAnswer

  init(_ answer: QueryAnswer) { self.answer = answer }

  func text() -> String {
    let lines: [String]
    switch answer.body {
    case .ask(let ask): lines = self.ask(ask)
    case .table(let table): lines = TextTable.lines([table.columns] + table.rows.map { $0.map(\.text) })
    case .paths(let paths): lines = paths.paths.flatMap(path)
    case .evidence(let evidence): lines = evidence.hops.flatMap(hop)
    case .report(let report): lines = self.report(report)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  // MARK: Yes or no

  private func ask(_ ask: AskAnswer) -> [String] {
    if ask.isUnknown { return ["no answer within the budget"] }
    var first = ask.isYes ? "yes" : "no"
    if !ask.opposed.isEmpty {
      first += ", \(ask.isYes ? "disputed" : "denied") by \(ask.opposed.map(\.value).joined(separator: ", "))"
    }
    var lines = [first]
    if !ask.sources.isEmpty { lines.append("sources: \(ask.sources.map(\.value).joined(separator: ", "))") }
    lines += evidence(ask.evidence, mark: nil)
    if let witness = ask.witness, !witness.hops.isEmpty { lines += path(witness) }
    lines += evidence(ask.opposition, mark: "against")
    return lines
  }

  private func evidence(_ list: [AnswerEvidence], mark: String?) -> [String] {
    TextTable.lines(
      list.map { item in
        let word = item.polarity == .asserted ? mark : mark ?? item.polarity.rawValue
        return [
          "  \(Decimals.fixed(item.confidence))", item.source.value, item.date ?? "",
          (word.map { "\($0): " } ?? "") + "\"\(oneLine(item.quote))\"",
        ]
      }, hasHeader: false)
  }

  private func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  // MARK: Paths

  private func path(_ path: AnswerPath) -> [String] {
    var line = path.start.notation
    for hop in path.hops { line += " \(Self.sign(hop)) \(hop.to.notation)" }
    if path.hops.isEmpty { return ["\(line)   0 hops"] }
    let hops = path.hops.count == 1 ? "1 hop" : "\(path.hops.count) hops"
    line += "   \(hops), weakest \(Decimals.fixed(path.confidence))"
    let rows = path.hops.enumerated().map { index, hop -> [String] in
      let best = hop.evidence.first
      return [
        "  \(index + 1).", Decimals.fixed(hop.confidence), best?.source.value ?? "",
        best.map { "\"\(oneLine($0.quote))\"" } ?? "",
      ]
    }
    return [line] + TextTable.lines(rows, hasHeader: false)
  }

  /// The sign of a hop's relation where it has one, else its arrow.
  static func sign(_ hop: AnswerHop) -> String {
    let signs: [String: (String, String)] = [
      "is-a": ("⊑", "⊒"), "leads-to": ("→", "←"), "same-as": ("=", "="), "different-from": ("≠", "≠"),
      "maps-to": ("≈", "≈"), "conflated-with": ("≬", "≬"),
    ]
    guard !hop.isDenied, let pair = signs[hop.relation] else { return hop.arrow }
    return hop.direction == .backward ? pair.1 : pair.0
  }

  // MARK: Evidence

  private func hop(_ hop: EvidenceAnswer.Hop) -> [String] {
    let arrow = hop.sign ?? "-[\(hop.relation)]->"
    let head = "\(hop.from.notation) \(arrow) \(hop.to.notation)"
    // A question or a supposition supports nothing.
    let sources = Set(hop.evidence.filter { $0.polarity == .asserted }.map(\.source)).count
    let denials = hop.evidence.filter { $0.polarity == .denied }.count
    let documents = sources == 1 ? "1 document" : "\(sources) documents"
    let against = denials == 0 ? "no denial" : denials == 1 ? "1 denial" : "\(denials) denials"
    let padding = String(repeating: " ", count: max(3, 58 - TextTable.width(head)))
    return ["\(head)\(padding)\(documents), \(against)"] + evidence(hop.evidence, mark: nil)
  }

  // MARK: Reports

  private func report(_ report: ReportAnswer) -> [String] {
    var lines = report.title.isEmpty ? [] : [report.title]
    for section in report.sections {
      if section.rows.isEmpty {
        if let empty = section.empty { lines += ["", "\(section.title): \(empty)"] }
        continue
      }
      lines += ["", section.title]
      lines += TextTable.lines(
        section.rows.map { row in ["  " + oneLine(row.first?.text ?? "")] + row.dropFirst().map { oneLine($0.text) } },
        hasHeader: false)
    }
    return lines
  }
}

/// Columns aligned by display width.
enum TextTable {
  static func lines(_ rows: [[String]], hasHeader: Bool = true) -> [String] {
    guard let first = rows.first else { return [] }
    var widths = first.map(width)
    for row in rows.dropFirst() {
      for (index, cell) in row.enumerated() {
        if index < widths.count { widths[index] = max(widths[index], width(cell)) } else { widths.append(width(cell)) }
      }
    }
    return rows.map { row in
      var line = ""
      for (index, cell) in row.enumerated() {
        line += cell
        if index + 1 < row.count {
          line += String(repeating: " ", count: max(0, widths[index] - width(cell)) + 2)
        }
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }

  static func width(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + displayWidth(of: $1) } }
}
