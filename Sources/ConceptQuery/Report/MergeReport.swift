import ConceptGraph
import ConceptModel

/// `why same A, B`: the rules and quotations that joined two labels into one concept.
struct MergeReport {
  let context: QueryContext

  func report(_ first: (node: NodeID, name: String), _ second: (node: NodeID, name: String)) throws -> ReportAnswer {
    let title = "\(first.name) and \(second.name)"
    guard first.node == second.node else {
      let labels = (try context.node(first.node).notation, try context.node(second.node).notation)
      let section = ReportAnswer.Section(
        title: "two concepts", key: "concepts", columns: [], rows: [],
        empty: "they are not merged; what sources say: why \(labels.0) = \(labels.1)")
      return ReportAnswer(title: title, sections: [section], isAnswer: false)
    }
    let label = try context.label(of: first.node)
    var rows: [[AnswerCell]] = []
    for entry in try context.source.labels(of: first.node) {
      let isAsked = [first.name, second.name].contains { isSpelling($0, of: entry.text) }
      guard isAsked || entry.kind == .preferred else { continue }
      let place = entry.evidence
      rows.append([
        .text(entry.text), .text(entry.kind.rawValue), .text(entry.mergedBy ?? "preferred label"),
        .text(place?.document.value ?? ""), .text(place?.quote ?? ""),
        .text(place.map { "\($0.document.value):\($0.line):\($0.column)" } ?? ""),
      ])
    }
    let section = ReportAnswer.Section(
      title: "labels of \(label)", key: "labels",
      columns: ["label", "kind", "rule", "source", "quote", "position"], rows: rows, empty: "no label is recorded")
    return ReportAnswer(title: title, sections: [section])
  }

  private func isSpelling(_ name: String, of label: String) -> Bool {
    let bare = name.split(separator: "#").first.map(String.init) ?? name
    return LabelKey.folded(bare) == LabelKey.folded(label) || LabelKey.normalised(bare) == LabelKey.normalised(label)
  }
}
