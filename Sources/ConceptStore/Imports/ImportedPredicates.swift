import ConceptGraph
import ConceptModel

/// The predicates of the imported graphs and the relations that they became.
struct ImportedPredicates {
  /// The IRI or name of each predicate.
  private(set) var ids: [String] = []
  /// The place of each predicate's relation in the relation list; nil for predicates that only have literals.
  private(set) var relations: [RelationID?] = []
  /// Whether a predicate denies its relation.
  private(set) var isDenied: [Bool] = []
  private(set) var labelKinds: [LabelKind?] = []
  /// The predicates of each relation, as places in `ids`.
  private(set) var predicates: [RelationID: [Int]] = [:]

  /// Reads the predicates and appends the relations that they add to the list.
  ///
  /// A predicate under the store's own base, or named like a relation in an edge list, is that relation. Any other one
  /// goes by its local name if nothing else does, else by its whole IRI.
  init(_ connection: Connection, extending list: inout [Relation]) throws(Diagnostic) {
    var isRelation: [Bool] = []
    let rows = try connection.prepare("SELECT id, is_relation FROM imported_predicate ORDER BY n")
    while try rows.step() {
      ids.append(rows.text(0))
      isRelation.append(rows.flag(1))
    }
    guard !ids.isEmpty else { return }
    labelKinds = ids.map(Vocabulary.labelKind)
    relations = ids.map { _ in nil }
    isDenied = ids.map { _ in false }
    var names: [String: RelationID] = [:]
    for (index, relation) in list.enumerated() where names[relation.name] == nil {
      names[relation.name] = RelationID(UInt16(index))
    }
    let newcomers = ids.indices.filter { isRelation[$0] && !assign(ids[$0], to: $0, names) }
    var uses: [String: Int] = [:]
    for index in newcomers { uses[Vocabulary.localName(ids[index]), default: 0] += 1 }
    guard list.count + newcomers.count <= Int(UInt16.max) else {
      throw Diagnostic(
        code: "too-many-relations", message: "the imported graphs have more than 65,000 predicates",
        file: connection.path, hint: "remove one of the imported files with `distinguo remove`")
    }
    for index in newcomers {
      let local = Vocabulary.localName(ids[index])
      let isFree = uses[local] == 1 && names[local] == nil
      relations[index] = RelationID(UInt16(list.count))
      list.append(Vocabulary.relation(name: isFree ? local : ids[index], iri: ids[index]))
    }
    for index in ids.indices {
      if let relation = relations[index] { predicates[relation, default: []].append(index) }
    }
  }

  /// Gives a predicate the relation that it names, if there is one; false otherwise.
  private mutating func assign(_ id: String, to index: Int, _ names: [String: RelationID]) -> Bool {
    let name = id.hasPrefix(Vocabulary.relationBase) ? String(id.dropFirst(Vocabulary.relationBase.count)) : id
    if let known = names[name] {
      relations[index] = known
      return true
    }
    if name.hasPrefix("not-"), let known = names[String(name.dropFirst(4))] {
      relations[index] = known
      isDenied[index] = true
      return true
    }
    return false
  }
}
