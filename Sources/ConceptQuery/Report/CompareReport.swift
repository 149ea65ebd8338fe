import ConceptGraph
import ConceptModel

/// `compare A, B`: fixed questions about two concepts, side by side.
struct CompareReport {
  let context: QueryContext

  func report(_ first: NodeID, _ second: NodeID) throws -> ReportAnswer {
    let names = (try context.label(of: first), try context.label(of: second))
    var sections: [ReportAnswer.Section] = []
    sections.append(try stated("same-as", "=", first, second, names))
    sections.append(try stated("different-from", "≠", first, second, names))
    for (name, sign, key) in [
      ("is-a", "⊑+", "kinds"), ("requires", "-[requires]->", "requirements"), ("leads-to", "→", "effects"),
    ] {
      sections.append(try shared(name, sign, key, first, second, names))
    }
    sections.append(try definitions(first, second, names))
    sections.append(try path(first, second, names))
    return ReportAnswer(title: "\(names.0) and \(names.1)", sections: sections)
  }

  /// `why A = B` and `why A ≠ B`.
  private func stated(
    _ relation: String, _ sign: String, _ first: NodeID, _ second: NodeID, _ names: (String, String)
  ) throws -> ReportAnswer.Section {
    var rows: [[AnswerCell]] = []
    if let id = context.relationID(relation) {
      let edge = Hop(relation: id, direction: .either, node: second).edge(from: first)
      for assertion in try context.evidence.assertionsOfAnyPolarity(edge) {
        let evidence = try context.evidenceOf(assertion)
        rows.append([
          .text(evidence.polarity.rawValue), .decimal(evidence.confidence), .text(evidence.source.value),
          .text(evidence.quote), .text(evidence.position),
        ])
      }
    }
    return ReportAnswer.Section(
      title: "\(names.0) \(sign) \(names.1)", key: relation,
      columns: ["polarity", "confidence", "source", "quote", "position"], rows: rows, empty: "nobody states it")
  }

  /// What both reach over a relation, and what only one of them does.
  private func shared(
    _ relation: String, _ sign: String, _ key: String, _ first: NodeID, _ second: NodeID, _ names: (String, String)
  ) throws -> ReportAnswer.Section {
    let left = try reached(relation, from: first)
    let right = try reached(relation, from: second)
    var rows: [[AnswerCell]] = []
    func add(_ who: String, _ nodes: [NodeID]) throws {
      let cells = try nodes.map { try context.cell($0) }.sorted(by: AnswerCell.isBefore)
      rows += cells.map { [.text(who), $0] }
    }
    try add("both", left.filter(right.contains))
    try add("only \(names.0)", left.filter { !right.contains($0) })
    try add("only \(names.1)", right.filter { !left.contains($0) })
    return ReportAnswer.Section(
      title: "\(sign) of both", key: key, columns: ["whose", "concept"], rows: rows, empty: "nothing is stated")
  }

  private func reached(_ relation: String, from node: NodeID) throws -> [NodeID] {
    guard let id = context.relationID(relation) else { return [] }
    let hop = PathExpression.hop(HopSet(forward: RelationSet([id]), backward: RelationSet()))
    let expression = relation == "is-a" ? PathExpression.repeated(hop, lower: 1, upper: nil) : hop
    return try context.bareFinder(expression).ends(from: node) { _ in true }
  }

  private func definitions(
    _ first: NodeID, _ second: NodeID, _ names: (String, String)
  ) throws -> ReportAnswer.Section {
    let describe = DescribeReport(context: context)
    var rows: [[AnswerCell]] = []
    for (node, name) in [(first, names.0), (second, names.1)] {
      rows += try describe.definitions(of: node).rows.map { [.text(name)] + $0 }
    }
    return ReportAnswer.Section(
      title: "definitions", key: "definitions",
      columns: ["concept", "definition", "genus", "confidence", "source", "quote", "position"], rows: rows,
      empty: "neither is defined")
  }

  /// `path A ~ B`.
  private func path(_ first: NodeID, _ second: NodeID, _ names: (String, String)) throws -> ReportAnswer.Section {
    let resolver = RelationResolver(source: context.source, text: NotationText("", file: nil))
    let route = PathExpression.repeated(.hop(resolver.connecting.undirected), lower: 1, upper: nil)
    let finder = try context.finder(parts: [route], conditions: PathConditions(mode: .simple))
    var rows: [[AnswerCell]] = []
    try finder.paths(from: first, to: second, .first(1), limit: 1) { found in
      rows.append([.text(found.text), .integer(found.path.length), .decimal(found.confidence)])
      return false
    }
    return ReportAnswer.Section(
      title: "\(names.0) ~ \(names.1)", key: "path", columns: ["path", "length", "confidence"], rows: rows,
      empty: "no path")
  }
}

/// `conflations [of T]`: the findings of the corpus rules, each with its quotations.
struct ConflationsReport {
  let context: QueryContext

  func report(_ nodes: [NodeID]?) throws -> ReportAnswer {
    var findings: [Finding] = []
    if let nodes {
      for node in nodes {
        for finding in try context.source.findings(about: node) where !findings.contains(finding) {
          findings.append(finding)
        }
      }
    } else {
      findings = try context.source.findings(about: nil)
    }
    let rows = findings.map { finding -> [AnswerCell] in
      let quotes = finding.evidence.map { "\($0.document.value):\($0.line):\($0.column) \"\($0.quote)\"" }
      return [
        .text(finding.severity.rawValue), .text(finding.rule), .text(finding.kind.rawValue),
        .text(finding.terms.joined(separator: ", ")), .text(finding.message), .text(finding.fix ?? ""),
        .text(quotes.joined(separator: " | ")),
      ]
    }
    let names = try nodes.map { try $0.map { try context.label(of: $0) }.joined(separator: ", ") }
    let section = ReportAnswer.Section(
      title: "conflations", key: "conflations",
      columns: ["severity", "rule", "type", "terms", "message", "fix", "quotes"], rows: rows,
      empty: "no conflation is known\(names.map { " of \($0)" } ?? "")")
    return ReportAnswer(title: names.map { "conflations of \($0)" } ?? "conflations", sections: [section])
  }
}
