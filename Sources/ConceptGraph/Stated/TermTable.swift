import ConceptModel

/// The labels of notation files on their way to concepts.
struct TermTable {
  /// A group of labels that name one thing.
  struct Group {
    var label: String
    var sense: String?
    var isIRI = false
    var gloss: String?
    /// Other spellings with the rule that joined them.
    var labels: [ConceptLabel] = []
    var documents: Set<DocumentID> = []
    var mentions = 0
    var deprecation: Deprecation?
    /// Whether it stands only where people and works stand, and as which of them.
    var entityKind: EntityKind?
    var isConcept = false
    var id = ConceptID("")
  }

  /// A spelling with a count, so that the most frequent one becomes the preferred label.
  private struct Spelling {
    var count = 0
    var documents: Set<DocumentID> = []
  }

  private var spellings: [StatedTerm: Spelling] = [:]
  private var labelFacts: [StatedFact] = []
  private var facts: [StatedFact] = []
  private var pins: [StatedPin] = []
  private var splits: [StatedSplit] = []
  private var deprecations: [StatedDeprecation] = []
  private(set) var groups: [Group] = []
  /// The groups that a term may mean.
  private var groupsOfTerm: [StatedTerm: [Int]] = [:]
  /// Sense-less keys to groups, for level 4 of the look-up.
  private var groupsOfKey: [String: [Int]] = [:]
  /// The folded short or second forms that stand for several labels, so that `AF#2` is a reading and no sense.
  private var severalReadings: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []

  // MARK: Collecting

  mutating func collect(_ document: StatedDocument) {
    for fact in document.facts {
      if fact.relation == "abbreviates" || fact.relation == "alternative-of" {
        labelFacts.append(fact)
        note(fact.object, in: fact, counts: false)
      } else {
        facts.append(fact)
        note(fact.subject, in: fact, counts: true)
        note(fact.object, in: fact, counts: true)
      }
    }
    pins += document.pins
    splits += document.splits
    deprecations += document.deprecations
  }

  private mutating func note(_ term: StatedTerm, in fact: StatedFact, counts: Bool) {
    spellings[term, default: Spelling()].count += counts ? 1 : 0
    spellings[term, default: Spelling()].documents.insert(fact.source ?? fact.evidence.document)
  }

  // MARK: Resolving

  mutating func resolve() {
    // Two spellings with one key are one label already.
    let names = labelFacts.filter { TermTable.mergeKey($0.subject.label) != TermTable.mergeKey($0.object.label) }
    var longForms: [String: Set<String>] = [:]
    for fact in names {
      longForms[LabelKey.folded(fact.subject.label), default: []].insert(TermTable.mergeKey(fact.object.label))
    }
    let shortForms = Set(longForms.keys)
    let split = Set(splits.map { LabelKey.folded($0.label) })
    severalReadings = Set(longForms.filter { $1.count > 1 }.keys).subtracting(split)
    let parted = Set(spellings.keys.filter { $0.sense != nil }.map(\.label) + splits.map(\.label))
    let partedKeys = Set(parted.map(TermTable.mergeKey))
    let terms = spellings.keys.sorted { TermTable.order($0, $1) }
    for term in terms where term.isIRI { addGroup(term) }
    // A label that is declared as another one's short or second form is no concept of its own.
    // Nor is a label whose senses are told apart: it means the only sense, or it is not clear which.
    for term in terms where !term.isIRI {
      let isOther =
        shortForms.contains(LabelKey.folded(term.label)) || partedKeys.contains(TermTable.mergeKey(term.label))
      if term.sense != nil ? !isNumberedReading(term) : !isOther { joinOrAdd(term) }
    }
    for split in splits { addSplit(split) }
    for fact in labelFacts { addLabel(fact) }
    for pin in pins { apply(pin) }
    for deprecation in deprecations { apply(deprecation) }
    nameGroups()
  }

  /// Whether a term is a number behind a label that only stands for others. Questions count the readings of such a label;
  /// a fact cannot, because a further reading would change what it says.
  private func isNumberedReading(_ term: StatedTerm) -> Bool {
    guard let sense = term.sense, Int(sense) != nil else { return false }
    return severalReadings.contains(LabelKey.folded(term.label))
  }

  static func order(_ a: StatedTerm, _ b: StatedTerm) -> Bool {
    if a.label != b.label { return scalarLess(a.label, b.label) }
    return scalarLess(a.sense ?? "", b.sense ?? "")
  }

  /// The key under which spellings are one label; the plural is levelled unless the last word is in capitals to its end,
  /// as in `MAPS`.
  static func mergeKey(_ label: String) -> String {
    let last = label.split(separator: " ").last.map(String.init) ?? label
    let isAcronym = last.unicodeScalars.allSatisfy { $0.properties.isUppercase }
    return isAcronym ? LabelKey.folded(label) : LabelKey.normalised(label)
  }

  private static func key(_ label: String, _ sense: String?) -> String {
    mergeKey(label) + (sense.map { "#\($0)" } ?? "")
  }

  private mutating func addGroup(_ term: StatedTerm) {
    var group = Group(label: term.label, sense: term.sense, isIRI: term.isIRI)
    group.documents = spellings[term]?.documents ?? []
    group.mentions = spellings[term]?.count ?? 0
    groups.append(group)
    groupsOfTerm[term] = [groups.count - 1]
  }

  private mutating func joinOrAdd(_ term: StatedTerm) {
    let key = TermTable.key(term.label, term.sense)
    guard let index = groupsOfKey[key]?.first else {
      addGroup(term)
      groupsOfKey[key] = [groups.count - 1]
      return
    }
    groupsOfTerm[term] = [index]
    let spelling = spellings[term] ?? Spelling()
    let rule = LabelKey.folded(term.label) == LabelKey.folded(groups[index].label) ? "case-or-hyphen" : "plural"
    groups[index].documents.formUnion(spelling.documents)
    guard term.label != groups[index].label, !groups[index].labels.contains(where: { $0.text == term.label }) else {
      groups[index].mentions += spelling.count
      return
    }
    // The most frequent spelling is preferred; of equals the first in Unicode order, which came first.
    let preferred = StatedTerm(label: groups[index].label, sense: term.sense)
    var variant = term.label
    if spelling.count > (spellings[preferred]?.count ?? 0) {
      variant = groups[index].label
      groups[index].label = term.label
    }
    groups[index].mentions += spelling.count
    let documents = spellings[StatedTerm(label: variant, sense: term.sense)]?.documents ?? []
    groups[index].labels.append(
      ConceptLabel(text: variant, kind: .variant, documents: documents.sorted(), mergedBy: rule))
  }

  private mutating func addSplit(_ split: StatedSplit) {
    let term = StatedTerm(label: split.label, sense: split.sense)
    if groupsOfTerm[term] == nil { joinOrAdd(term) }
    if let index = groupsOfTerm[term]?.first { groups[index].gloss = split.gloss }
  }

  private mutating func addLabel(_ fact: StatedFact) {
    guard let target = one(fact.object, in: fact) else { return }
    let label = fact.subject.label
    if groups[target].label == label, label != fact.object.label {
      // The commoner of two spellings is preferred unless it is declared to be the other one's alternative.
      groups[target].labels.removeAll { $0.text == fact.object.label }
      groups[target].label = fact.object.label
    }
    let isAbbreviation = fact.relation == "abbreviates"
    let isKnown = groups[target].labels.contains { $0.text == label } || groups[target].label == label
    if !isKnown {
      groups[target].labels.append(
        ConceptLabel(
          text: label, kind: isAbbreviation ? .abbreviation : .alternative,
          documents: [fact.source ?? fact.evidence.document], mergedBy: isAbbreviation ? "abbreviation" : "alternative",
          evidence: fact.evidence))
    }
    let key = TermTable.key(label, nil)
    if !(groupsOfKey[key] ?? []).contains(target) { groupsOfKey[key, default: []].append(target) }
  }

  /// `@pin A = B`: everything that A named is B from now on.
  private mutating func apply(_ pin: StatedPin) {
    let target = groupFor(TermTable.term(pin.target))
    let label = TermTable.term(pin.label)
    let old = lookUp(label).filter { $0 != target }
    for index in old
    where groups[index].label == label.label || LabelKey.folded(groups[index].label) == LabelKey.folded(label.label) {
      merge(index, into: target, rule: "pin")
    }
    if !groups[target].labels.contains(where: { $0.text == label.label }) && groups[target].label != label.label {
      groups[target].labels.append(ConceptLabel(text: label.label, kind: .alternative, mergedBy: "pin"))
    }
    groupsOfTerm[label] = [target]
    groupsOfKey[TermTable.key(label.label, label.sense)] = [target]
  }

  private mutating func merge(_ index: Int, into target: Int, rule: String) {
    let old = groups[index]
    groups[target].documents.formUnion(old.documents)
    groups[target].mentions += old.mentions
    let known = Set(groups[target].labels.map(\.text) + [groups[target].label])
    var moved = old.labels
    if old.label != groups[target].label {
      moved.append(
        ConceptLabel(text: old.label, kind: .alternative, documents: old.documents.sorted(), mergedBy: rule))
    }
    groups[target].labels += moved.filter { !known.contains($0.text) }
    for (term, members) in groupsOfTerm where members.contains(index) {
      groupsOfTerm[term] = TermTable.replacing(index, by: target, in: members)
    }
    for (key, members) in groupsOfKey where members.contains(index) {
      groupsOfKey[key] = TermTable.replacing(index, by: target, in: members)
    }
    groups[index].mentions = -1
  }

  private static func replacing(_ index: Int, by target: Int, in members: [Int]) -> [Int] {
    Set(members.map { $0 == index ? target : $0 }).sorted()
  }

  private mutating func apply(_ deprecation: StatedDeprecation) {
    let target = groupFor(TermTable.term(deprecation.label))
    groups[target].deprecation = Deprecation(replacement: deprecation.replacement)
  }

  private mutating func groupFor(_ term: StatedTerm) -> Int {
    if let known = lookUp(term).first { return known }
    addGroup(term)
    groupsOfKey[TermTable.key(term.label, term.sense)] = [groups.count - 1]
    return groups.count - 1
  }

  /// A label with its sense, from `label#sense`.
  static func term(_ written: String) -> StatedTerm {
    let parts = written.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty else { return StatedTerm(label: written) }
    return StatedTerm(label: String(parts[0]), sense: String(parts[1]))
  }

  /// The groups that a term may mean: itself, else what its key leads to, else the senses of its label.
  func lookUp(_ term: StatedTerm) -> [Int] {
    if let exact = groupsOfTerm[term] { return exact }
    let key = TermTable.key(term.label, term.sense)
    if let found = groupsOfKey[key] { return found }
    guard term.sense == nil else { return [] }
    return groups.indices.filter {
      groups[$0].sense != nil && groups[$0].mentions >= 0 && TermTable.mergeKey(groups[$0].label) == key
    }
  }

  /// Gives ids in the order of labels; a clash gets `-2` and so on.
  private mutating func nameGroups() {
    var taken: [String: String] = [:]
    let order = groups.indices.sorted {
      TermTable.order(
        StatedTerm(label: groups[$0].label, sense: groups[$0].sense),
        StatedTerm(label: groups[$1].label, sense: groups[$1].sense))
    }
    for index in order where groups[index].mentions >= 0 {
      if groups[index].isIRI {
        groups[index].id = ConceptID(groups[index].label)
        continue
      }
      let base = LabelKey.identifier(groups[index].label)
      let owner = TermTable.mergeKey(groups[index].label)
      var candidate = base
      var number = 2
      while let holder = taken[candidate], !(holder == owner && groups[index].sense != nil) {
        candidate = "\(base)-\(number)"
        number += 1
      }
      taken[candidate] = owner
      groups[index].id = ConceptID(candidate + (groups[index].sense.map { "#\($0)" } ?? ""))
    }
  }
}

// MARK: - The result

extension TermTable {
  mutating func result(of documents: [StatedDocument]) -> ExtractionResult {
    var result = ExtractionResult()
    for fact in facts {
      guard let subject = one(fact.subject, in: fact), let object = one(fact.object, in: fact) else { continue }
      note(fact.relation, subject, object)
      result.assertions.append(
        StatedFacts.assertion(for: fact, subject: groups[subject].id, object: groups[object].id))
    }
    let most = groups.map(\.mentions).max() ?? 0
    for group in groups where group.mentions >= 0 {
      if let kind = group.entityKind, !group.isConcept {
        result.entities.append(
          Entity(id: group.id, label: group.label, kind: kind, documents: group.documents.sorted()))
      } else {
        result.concepts.append(concept(group, most: most))
      }
    }
    result.concepts.sort { $0.id < $1.id }
    result.entities.sort { $0.id < $1.id }
    result.assertions = MemoryGraph.sorted(result.assertions)
    result.documents = DocumentList.documents(of: documents)
    collectRelations(documents, into: &result)
    result.diagnostics = diagnostics
    return result
  }

  private func concept(_ group: Group, most: Int) -> Concept {
    let kinds = LabelKind.allCases
    let labels = group.labels.sorted { a, b in
      let ranks = (kinds.firstIndex(of: a.kind) ?? 0, kinds.firstIndex(of: b.kind) ?? 0)
      return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : scalarLess(a.text, b.text)
    }
    let label = group.isIRI ? IRI.localName(of: group.label) : group.label
    return Concept(
      id: group.id, label: label, labels: labels, gloss: group.gloss, documents: group.documents.sorted(),
      mentions: group.mentions, centrality: most > 0 ? Double(group.mentions) / Double(most) : 0,
      deprecation: group.deprecation)
  }

  /// The one concept that a term of a fact means; several or none are reported.
  private mutating func one(_ term: StatedTerm, in fact: StatedFact) -> Int? {
    var found = lookUp(term)
    if found.count == 1 { return found[0] }
    let evidence = fact.evidence
    var hint = "write the one that is meant"
    if isNumberedReading(term) {
      found = lookUp(StatedTerm(label: term.label)).sorted { groups[$0].id < groups[$1].id }
      if let number = term.sense.flatMap({ Int($0) }), found.indices.contains(number - 1) {
        hint = "readings are counted in questions only: write \(groups[found[number - 1]].label)"
      }
    }
    let choices = found.map { groups[$0] }.map { group in
      Diagnostic.Choice(group.label + (group.sense.map { "#\($0)" } ?? ""), note: group.gloss)
    }
    let line = evidence.quote.split(separator: "\n", omittingEmptySubsequences: false).first.map(String.init) ?? ""
    diagnostics.append(
      Diagnostic(
        .error, code: found.isEmpty ? "unknown-term" : "ambiguous-term",
        message: found.isEmpty
          ? "\"\(term.label)\" names no concept"
          : "\"\(term.label)\" has \(found.count) readings; the fact is left out",
        file: evidence.document.value,
        place: Diagnostic.Place(
          line: evidence.line, column: evidence.column, length: line.unicodeScalars.count,
          source: String(repeating: " ", count: evidence.column - 1) + line),
        hint: hint, choices: choices))
    return nil
  }

  /// Notes whether the ends of a relation stand as concepts or as people and works.
  private mutating func note(_ relation: String, _ subject: Int, _ object: Int) {
    var kinds: (EntityKind?, EntityKind?)
    switch relation {
    case "defined-by": kinds = (nil, .person)
    case "authored-by": kinds = (.work, .person)
    case "proposes", "argues-for", "argues-against": kinds = (.person, nil)
    case "about": kinds = (.work, nil)
    default: kinds = (nil, nil)
    }
    if let kind = kinds.0 { groups[subject].entityKind = kind } else { groups[subject].isConcept = true }
    if let kind = kinds.1 { groups[object].entityKind = kind } else { groups[object].isConcept = true }
  }

  private mutating func collectRelations(_ documents: [StatedDocument], into result: inout ExtractionResult) {
    for document in documents {
      for relation in document.relations {
        guard let known = result.relations.first(where: { $0.name == relation.name }) else {
          result.relations.append(relation)
          continue
        }
        if known != relation {
          diagnostics.append(
            Diagnostic(
              .error, code: "bad-value", message: "the relation \(relation.name) is declared in two ways",
              file: document.info.id.value, hint: "repeat the other declaration unchanged"))
        }
      }
    }
    result.relations.sort { scalarLess($0.name, $1.name) }
  }
}
