import ConceptGraph
import ConceptModel

/// Answers as JSON: a list of objects for tables and paths, one object for the rest.
struct JSONFormat {
  let answer: QueryAnswer

  init(_ answer: QueryAnswer) { self.answer = answer }

  func value() -> JSONText {
    switch answer.body {
    case .ask(let ask): return self.ask(ask)
    case .table(let table): return rows(table)
    case .paths(let paths): return .array(paths.paths.map(path))
    case .evidence(let evidence): return .array(evidence.hops.map(hop))
    case .report(let report): return self.report(report)
    }
  }

  private func ask(_ ask: AskAnswer) -> JSONText {
    var members: [(String, JSONText)] = [("answer", .string(ask.isUnknown ? "unknown" : ask.isYes ? "yes" : "no"))]
    if !ask.evidence.isEmpty {
      members.append(("sources", .array(ask.sources.map { .string($0.value) })))
      members.append(("evidence", .array(ask.evidence.map(evidence))))
    }
    if !ask.opposition.isEmpty {
      members.append((ask.isYes ? "disputed" : "denied", .array(ask.opposed.map { .string($0.value) })))
      members.append(("opposition", .array(ask.opposition.map(evidence))))
    }
    return .object(members)
  }

  private func rows(_ table: TableAnswer) -> JSONText {
    .array(table.rows.map { row in .object(Array(zip(table.columns, row.map(cell)))) })
  }

  func cell(_ cell: AnswerCell) -> JSONText {
    switch cell {
    case .integer(let number): .integer(number)
    case .decimal(let number): .number(number)
    case .concept, .relation, .text: .string(cell.text)
    }
  }

  private func path(_ path: AnswerPath) -> JSONText {
    .object([
      ("nodes", .array(path.nodes.map { .string($0.label) })), ("edges", .array(path.hops.map(edge))),
      ("length", .integer(path.hops.count)), ("confidence", .number(path.confidence)), ("text", .string(path.text)),
    ])
  }

  /// An edge in its stored direction; `reversed` tells that the path crosses it the other way.
  private func edge(_ hop: AnswerHop) -> JSONText {
    let isReversed = hop.direction == .backward
    var members: [(String, JSONText)] = [
      ("from", .string(isReversed ? hop.to.label : hop.from.label)), ("relation", .string(hop.relation)),
      ("to", .string(isReversed ? hop.from.label : hop.to.label)), ("reversed", .boolean(isReversed)),
    ]
    if hop.isDenied { members.append(("denied", .boolean(true))) }
    members.append(("confidence", .number(hop.confidence)))
    members.append(("evidence", .array(hop.evidence.map(evidence))))
    return .object(members)
  }

  private func evidence(_ evidence: AnswerEvidence) -> JSONText {
    var members: [(String, JSONText)] = [
      ("polarity", .string(evidence.polarity.rawValue)), ("confidence", .number(evidence.confidence)),
      ("source", .string(evidence.source.value)),
    ]
    if let date = evidence.date { members.append(("date", .string(date))) }
    if let holder = evidence.holder { members.append(("holder", .string(holder))) }
    members.append(("rule", .string(evidence.rule)))
    members.append(("quote", .string(evidence.quote)))
    members.append(("position", .string(evidence.position)))
    return .object(members)
  }

  private func hop(_ hop: EvidenceAnswer.Hop) -> JSONText {
    .object([
      ("from", .string(hop.from.label)), ("relation", .string(hop.relation)), ("to", .string(hop.to.label)),
      ("evidence", .array(hop.evidence.map(evidence))),
    ])
  }

  private func report(_ report: ReportAnswer) -> JSONText {
    var members: [(String, JSONText)] = [("title", .string(report.title))]
    var seen: Set<String> = []
    for section in report.sections {
      let rows = section.rows.map { row in JSONText.object(Array(zip(section.columns, row.map(cell)))) }
      // Several concepts give sections of one key; each further one is numbered.
      var key = section.key
      var number = 2
      while !seen.insert(key).inserted {
        key = "\(section.key)-\(number)"
        number += 1
      }
      members.append((key, .array(rows)))
    }
    return .object(members)
  }
}

/// Answers as SPARQL 1.1 Query Results JSON, so that SPARQL clients can read them.
struct SRJFormat {
  let answer: QueryAnswer

  init(_ answer: QueryAnswer) { self.answer = answer }

  func value() -> JSONText {
    switch answer.body {
    case .ask(let ask): return .object([("head", .object([])), ("boolean", .boolean(ask.isYes))])
    case .table(let table): return self.table(table)
    case .paths(let paths): return table(HopTable.table(paths))
    case .evidence(let evidence): return table(EvidenceTable.table(evidence))
    case .report(let report):
      let rows = report.sections.flatMap { section in
        section.rows.enumerated().flatMap { number, row in
          zip(section.columns, row).map { [section.key, String(number + 1), $0, $1.text] }
        }
      }
      return plain(["section", "row", "field", "value"], rows)
    }
  }

  private func table(_ table: TableAnswer) -> JSONText {
    var names: [String] = []
    let columns = table.columns.map(variable)
    for (index, name) in columns.enumerated() {
      names.append(name)
      if hasLabels(table, index) { names.append("\(name)_label") }
    }
    let bindings = table.rows.map { row -> JSONText in
      var members: [(String, JSONText)] = []
      for (index, cell) in row.enumerated() where cell != .text("") {
        members.append((columns[index], term(cell)))
        if hasLabels(table, index), case .concept(_, let label) = cell {
          members.append(("\(columns[index])_label", literal(label)))
        }
      }
      return .object(members)
    }
    return document(names, bindings)
  }

  private func hasLabels(_ table: TableAnswer, _ column: Int) -> Bool {
    answer.options.addsLabels && table.rows.contains { if case .concept = $0[column] { true } else { false } }
  }

  /// `count(?x)` as a variable name.
  private func variable(_ column: String) -> String {
    guard column.hasPrefix("count(?") else { return column }
    return "count_" + column.dropFirst(7).dropLast()
  }

  private func plain(_ columns: [String], _ rows: [[String]]) -> JSONText {
    document(
      columns,
      rows.map { row in
        .object(zip(columns, row).filter { !$1.isEmpty }.map { ($0, literal($1)) })
      })
  }

  private func document(_ names: [String], _ bindings: [JSONText]) -> JSONText {
    .object([
      ("head", .object([("vars", .array(names.map { .string($0) }))])),
      ("results", .object([("bindings", .array(bindings))])),
    ])
  }

  private func term(_ cell: AnswerCell) -> JSONText {
    switch cell {
    case .concept(let id, _): return resource(id)
    case .relation(let name, let isDenied, let iri):
      let relation = Relation(name: name, reading: "", iri: iri)
      return uri(iris.relation(relation, polarity: isDenied ? .denied : .asserted))
    case .integer(let number): return literal(String(number), type: "integer")
    case .decimal(let number): return literal(Decimals.text(number), type: "decimal")
    case .text(let text): return literal(text)
    }
  }

  private func resource(_ id: ConceptID) -> JSONText {
    if id.value.hasPrefix("_:") {
      return .object([("type", .string("bnode")), ("value", .string(String(id.value.dropFirst(2))))])
    }
    return uri(iris.concept(id))
  }

  private var iris: IRIMinter { IRIMinter(base: answer.options.baseIRI) }

  /// The IRI that stands between angle brackets.
  private func uri(_ term: String) -> JSONText {
    .object([("type", .string("uri")), ("value", .string(String(term.dropFirst().dropLast())))])
  }

  private func literal(_ text: String, type: String? = nil) -> JSONText {
    var members: [(String, JSONText)] = [("type", .string("literal")), ("value", .string(text))]
    if let type { members.append(("datatype", .string("http://www.w3.org/2001/XMLSchema#\(type)"))) }
    return .object(members)
  }
}
