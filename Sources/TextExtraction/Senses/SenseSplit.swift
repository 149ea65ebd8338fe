import ConceptModel

extension Consolidation {
  /// Splits the concepts that documents define as unrelated things into senses, `bank#1` and `bank#2`.
  ///
  /// Numbers follow the ids of the first document of each sense. A document that uses the label without defining it goes
  /// to the sense whose documents share most with it. What notation files state about a label is never split.
  mutating func splitSenses() {
    var defining: [ConceptID: [DocumentID: [Definition]]] = [:]
    let bases = Set(stated.concepts.map(\.id.base))
    for item in result.definitions
    where item.genus != nil && item.confidence >= 0.6 && !bases.contains(item.concept.base) {
      defining[item.concept, default: [:]][item.evidence.document, default: []].append(item)
    }
    let candidates = defining.filter { $0.value.count > 1 }
    if candidates.isEmpty { return }
    let evidence = SenseEvidence(locals, mentions: result.mentions)
    let kinds = KindGraph(result.assertions)
    var senses: [ConceptID: [DocumentID: ConceptID]] = [:]
    for id in candidates.keys.sorted() {
      let documents = (candidates[id] ?? [:]).sorted { $0.key < $1.key }
      let groups = groups(of: documents.map(\.value)) { evidence.areUnrelated($0, $1, isKind: kinds.isKind) }
      guard groups.count > 1 else { continue }
      let byGroup = groups.map { $0.map { documents[$0].key } }
      senses[id] = assign(id, byGroup, evidence)
    }
    if !senses.isEmpty { rename(senses) }
  }

  /// The connected groups of items of which some pair is not unrelated, each in order, by their first item.
  private func groups<Item>(of items: [Item], areUnrelated: (Item, Item) -> Bool) -> [[Int]] {
    var group = Array(items.indices)
    for a in items.indices {
      for b in items.indices.dropFirst(a + 1) where group[a] != group[b] && !areUnrelated(items[a], items[b]) {
        let (kept, gone) = (min(group[a], group[b]), max(group[a], group[b]))
        for index in group.indices where group[index] == gone { group[index] = kept }
      }
    }
    return Dictionary(grouping: items.indices, by: { group[$0] }).sorted { $0.key < $1.key }.map(\.value)
  }

  /// The sense that a concept has in each document.
  private func assign(
    _ id: ConceptID, _ groups: [[DocumentID]], _ evidence: SenseEvidence
  ) -> [DocumentID: ConceptID] {
    var assigned: [DocumentID: ConceptID] = [:]
    for (index, group) in groups.enumerated() {
      for document in group { assigned[document] = ConceptID("\(id.value)#\(index + 1)") }
    }
    let numbers = groups.map { $0.compactMap { evidence.number(of: $0) } }
    for (number, local) in locals.enumerated() where assigned[local.info.id] == nil {
      let likeness = numbers.map { $0.map { evidence.sharedConcepts(number, $0, without: id) }.max() ?? 0 }
      let best = likeness.indices.max { likeness[$0] < likeness[$1] || likeness[$0] == likeness[$1] && $0 > $1 } ?? 0
      assigned[local.info.id] = ConceptID("\(id.value)#\(best + 1)")
    }
    return assigned
  }

  /// Puts the senses in the place of their concepts everywhere.
  private mutating func rename(_ senses: [ConceptID: [DocumentID: ConceptID]]) {
    func sense(_ id: ConceptID, _ document: DocumentID) -> ConceptID { senses[id]?[document] ?? id }
    for index in result.mentions.indices {
      result.mentions[index].concept = sense(result.mentions[index].concept, result.mentions[index].evidence.document)
    }
    for index in result.definitions.indices {
      let item = result.definitions[index]
      result.definitions[index].concept = sense(item.concept, item.evidence.document)
      result.definitions[index].genusConcept = item.genusConcept.map { sense($0, item.evidence.document) }
    }
    for index in result.assertions.indices {
      let item = result.assertions[index]
      result.assertions[index].subject = sense(item.subject, item.evidence.document)
      result.assertions[index].object = sense(item.object, item.evidence.document)
    }
    for index in result.statements.indices {
      let item = result.statements[index]
      guard let document = item.evidence.first?.document else { continue }
      result.statements[index].concepts = item.concepts.map { sense($0, document) }
    }
    result.concepts = result.concepts.flatMap { concept -> [Concept] in
      guard let byDocument = senses[concept.id] else { return [concept] }
      return Set(byDocument.values).sorted().map { id in
        keys[id] = keys[concept.id]
        var copy = concept
        copy.id = id
        copy.labels = concept.labels.filter { label in
          label.documents.isEmpty || label.documents.contains { byDocument[$0] == id }
        }
        return copy
      }
    }
  }
}

/// The asserted is-a edges of a corpus, to tell whether one concept is a kind of another.
private struct KindGraph {
  private var broader: [ConceptID: Set<ConceptID>] = [:]

  init(_ assertions: [Assertion]) {
    for item in assertions where item.relation == "is-a" && item.polarity == .asserted {
      broader[item.subject, default: []].insert(item.object)
    }
  }

  func isKind(_ concept: ConceptID, of other: ConceptID) -> Bool {
    var seen: Set<ConceptID> = [concept]
    var waiting = [concept]
    while let next = waiting.popLast() {
      if next == other { return true }
      for id in broader[next] ?? [] where seen.insert(id).inserted { waiting.append(id) }
    }
    return false
  }
}
