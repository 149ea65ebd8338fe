import ConceptGraph
import ConceptModel

/// `describe T`: labels, definitions with quotations, edges by relation, and senses.
struct DescribeReport {
  let context: QueryContext

  /// The most edges that are listed of one relation and direction.
  static let maximumEdges = 50

  func report(_ nodes: [NodeID]) throws -> ReportAnswer {
    var sections: [ReportAnswer.Section] = []
    for node in nodes {
      sections += [
        try labels(of: node), try definitions(of: node), try edges(of: node, denied: false),
        try edges(of: node, denied: true), try senses(of: node),
      ]
    }
    let titles = try nodes.map { try context.label(of: $0) }
    var title = titles.joined(separator: ", ")
    if nodes.count == 1, let gloss = try context.info(of: nodes[0]).gloss { title += ": \(gloss)" }
    return ReportAnswer(title: title, sections: sections)
  }

  private func labels(of node: NodeID) throws -> ReportAnswer.Section {
    let rows = try context.source.labels(of: node).map { label -> [AnswerCell] in
      [
        .text(label.text), .text(label.kind.rawValue), .text(label.mergedBy ?? ""),
        .text(label.documents.map(\.value).joined(separator: ", ")),
      ]
    }
    return ReportAnswer.Section(
      title: "labels", key: "labels", columns: ["label", "kind", "rule", "sources"], rows: rows, empty: nil)
  }

  func definitions(of node: NodeID) throws -> ReportAnswer.Section {
    let rows = try context.source.definitions(of: node).map { definition -> [AnswerCell] in
      let place = definition.evidence
      return [
        .text(definition.text), .text(definition.genus ?? ""), .decimal(definition.confidence),
        .text(place.document.value), .text(place.quote),
        .text("\(place.document.value):\(place.line):\(place.column)"),
      ]
    }
    return ReportAnswer.Section(
      title: "definitions", key: "definitions",
      columns: ["definition", "genus", "confidence", "source", "quote", "position"], rows: rows, empty: nil)
  }

  private struct EdgeGroup {
    var name: String
    var rows: [[AnswerCell]] = []
    var count = 0
  }

  private func edges(of node: NodeID, denied: Bool) throws -> ReportAnswer.Section {
    var neighbours: [(HopDirection, Neighbour)] = []
    var list: [Neighbour] = []
    try context.source.successors(of: node, denied: denied, into: &list)
    neighbours += list.map { (.forward, $0) }
    list = []
    try context.source.predecessors(of: node, denied: denied, into: &list)
    neighbours += list.map { (.backward, $0) }
    var seen: Set<EdgeKey> = []
    var groups: [[Int]: EdgeGroup] = [:]
    for (direction, neighbour) in neighbours {
      try context.budget.spend(edges: 1)
      let relation = context.relation(neighbour.relation)
      let hop = Hop(
        relation: neighbour.relation, direction: relation.isSymmetric ? .either : direction, isDenied: denied,
        node: neighbour.node)
      guard seen.insert(hop.edge(from: node)).inserted else { continue }
      let key = [Int(neighbour.relation.raw), Int(hop.direction.rawValue)]
      var group = groups[key] ?? EdgeGroup(name: arrow(relation, hop.direction, denied: denied))
      group.count += 1
      if group.rows.count < Self.maximumEdges { group.rows.append(try row(hop, node, group.name)) }
      groups[key] = group
    }
    var rows: [[AnswerCell]] = []
    for key in groups.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      guard let group = groups[key] else { continue }
      rows += group.rows
      if group.count > group.rows.count {
        rows.append([.text(group.name), .text("… and \(group.count - group.rows.count) more"), .text(""), .text("")])
      }
    }
    return ReportAnswer.Section(
      title: denied ? "denied" : "relations", key: denied ? "denied" : "relations",
      columns: ["relation", "concept", "confidence", "sources"], rows: rows,
      empty: denied ? nil : "nothing is stated about it")
  }

  private func arrow(_ relation: Relation, _ direction: HopDirection, denied: Bool) -> String {
    let name = (denied ? "not " : "") + relation.name
    switch direction {
    case .forward: return "-[\(name)]->"
    case .backward: return "<-[\(name)]-"
    case .either: return "-[\(name)]-"
    }
  }

  private func row(_ hop: Hop, _ node: NodeID, _ name: String) throws -> [AnswerCell] {
    let assertions = try context.evidence.assertions(of: hop.edge(from: node))
    let sources = Set(assertions.map(\.effectiveSource)).sorted()
    return [
      .text(name), try context.cell(hop.node), .decimal(assertions.first?.confidence ?? 0),
      .text(sources.map(\.value).joined(separator: ", ")),
    ]
  }

  private func senses(of node: NodeID) throws -> ReportAnswer.Section {
    let own = try context.source.labels(of: node).first { $0.kind == .preferred }?.text
    let others = try own.map { try context.source.nodes(named: $0, at: .anyLabel) } ?? []
    let rows = try others.filter { $0 != node }.map { other -> [AnswerCell] in
      let info = try context.info(of: other)
      return [.concept(info.id, info.displayLabel), .text(info.gloss ?? ""), .integer(info.documentCount)]
    }
    return ReportAnswer.Section(
      title: "other senses", key: "senses", columns: ["concept", "gloss", "documents"], rows: rows, empty: nil)
  }
}
