import ConceptGraph
import ConceptModel

extension StoreSnapshot {
  public func info(of node: NodeID) throws -> NodeInfo {
    let places = numbers.places(of: node.raw)
    if let number = places.derived, let info = try corpusInfo(number) { return info }
    guard let number = places.imported else {
      let id = ConceptID(try places.derived.map { try corpusNames.name($0) } ?? "")
      return NodeInfo(id: id, displayLabel: id.value)
    }
    let resource = try importedResource(number)
    return NodeInfo(
      id: resource.id, displayLabel: resource.labels.first?.text ?? resource.id.value, gloss: resource.gloss,
      documentCount: try documentCount(ofImported: number))
  }

  private func corpusInfo(_ number: Int) throws(Diagnostic) -> NodeInfo? {
    let concept = try connection.prepare("SELECT label, gloss, documents FROM concept WHERE node = ? LIMIT 1")
    concept.bind(number, at: 1)
    let id = ConceptID(try corpusNames.name(number))
    if try concept.step() {
      let label = concept.text(0)
      return NodeInfo(
        id: id, displayLabel: id.sense.map { "\(label)#\($0)" } ?? label, gloss: concept.text(optional: 1),
        documentCount: ListCoding.numbers(concept.text(2)).count)
    }
    let entity = try connection.prepare("SELECT label, documents FROM entity WHERE node = ? LIMIT 1")
    entity.bind(number, at: 1)
    guard try entity.step() else { return nil }
    return NodeInfo(
      id: id, displayLabel: entity.text(0), isEntity: true,
      documentCount: ListCoding.numbers(entity.text(1)).count)
  }

  private func documentCount(ofImported number: Int) throws(Diagnostic) -> Int {
    if importedFileCount == 1 { return 1 }
    let rows = try connection.prepare(
      """
      SELECT count(DISTINCT file) FROM imported_graph WHERE n IN (
        SELECT g FROM imported_spo WHERE s = ?1 UNION SELECT g FROM imported_literal WHERE s = ?1)
      """)
    rows.bind(number, at: 1)
    return try rows.step() ? max(1, rows.integer(0)) : 1
  }

  public func labels(of node: NodeID) throws -> [ConceptLabel] {
    let places = numbers.places(of: node.raw)
    var result: [ConceptLabel] = []
    if let number = places.derived {
      result = try reader.rows(
        """
        SELECT text, kind, documents, merged_by, passage, is_main,
          (SELECT documents FROM concept WHERE concept.ordinal = label.concept)
        FROM label WHERE node = ? ORDER BY id
        """, [number]
      ) { (row) throws(Diagnostic) in
        var label = try self.reader.label(row)
        if row.flag(5), let documents = row.text(optional: 6) {
          label.documents = try self.reader.sourceList(documents)
        }
        return label
      }
    }
    guard let number = places.imported else { return result }
    for var label in try importedResource(number).labels where !result.contains(where: { $0.text == label.text }) {
      if !result.isEmpty && label.kind == .preferred && places.derived != nil { label.kind = .alternative }
      result.append(label)
    }
    return result
  }

  public var entities: Set<NodeID> {
    get throws {
      let rows = try reader.rows("SELECT node FROM entity WHERE node NOT IN (SELECT node FROM concept)") { row in
        row.integer(0)
      }
      return Set(rows.map { NodeID(numbers.node(derived: UInt32(truncatingIfNeeded: $0))) })
    }
  }

  public func nodes(named name: String, at level: NameLevel) throws -> [NodeID] {
    var found: Set<UInt32> = []
    switch level {
    case .identifier:
      let name = name.hasPrefix(Vocabulary.conceptBase) ? String(name.dropFirst(Vocabulary.conceptBase.count)) : name
      if let number = try corpusNames.number(of: name) { found.insert(numbers.node(derived: UInt32(number))) }
      if let number = try importedNames.number(of: name) { found.insert(numbers.node(imported: UInt32(number))) }
      if found.isEmpty { found = try nodes(ofSense: name) }
    case .preferredLabel:
      let rows = try corpusLabels(named: name, where: "text = ?2 AND kind = 'preferred'")
      found.formUnion(rows)
      found.formUnion(try importedNodes(named: name) { $0.kind == .preferred && $0.text == name })
    case .anyLabel:
      found.formUnion(try corpusLabels(named: name, where: "text = ?2"))
      found.formUnion(try importedNodes(named: name) { $0.text == name })
    case .normalised:
      let key = LabelKey.normalised(name)
      found.formUnion(try corpusLabels(named: name, where: "?2 IS NOT NULL"))
      found.formUnion(try importedNodes(named: name) { LabelKey.normalised($0.text) == key })
    }
    return found.sorted().map(NodeID.init)
  }

  /// The nodes that `label#sense` names: the label spelled in any way that the look-up knows, the sense exactly.
  private func nodes(ofSense name: String) throws(Diagnostic) -> Set<UInt32> {
    guard let cut = name.lastIndex(of: "#") else { return [] }
    let label = String(name[..<cut])
    let sense = String(name[name.index(after: cut)...])
    for condition in ["text = ?2 AND kind = 'preferred'", "text = ?2", "?2 IS NOT NULL"] {
      var found: Set<UInt32> = []
      for node in try corpusLabels(named: label, where: condition) {
        guard let number = numbers.places(of: node).derived else { continue }
        if ConceptID(try corpusNames.name(number)).sense == sense { found.insert(node) }
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  private func corpusLabels(named name: String, where condition: String) throws(Diagnostic) -> [UInt32] {
    guard numbers.derivedCount > 0 else { return [] }
    let rows = try connection.prepare("SELECT DISTINCT node FROM label WHERE key = ?1 AND \(condition)")
    rows.bind(LabelKey.normalised(name), at: 1)
    rows.bind(name, at: 2)
    var result: [UInt32] = []
    while try rows.step() { result.append(numbers.node(derived: UInt32(truncatingIfNeeded: rows.integer(0)))) }
    return result
  }

  private func importedNodes(
    named name: String, where condition: (ConceptLabel) -> Bool
  ) throws(Diagnostic) -> [UInt32] {
    guard numbers.importedCount > 0 else { return [] }
    let rows = try connection.prepare("SELECT node FROM imported_key WHERE key = ?")
    rows.bind(LabelHash.of(name), at: 1)
    var result: [UInt32] = []
    while try rows.step() {
      // Different keys may have one hash: the labels themselves decide.
      let number = rows.integer(0)
      if try importedResource(number).labels.contains(where: condition) {
        result.append(numbers.node(imported: UInt32(truncatingIfNeeded: number)))
      }
    }
    return result
  }
}
