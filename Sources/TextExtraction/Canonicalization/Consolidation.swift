import ConceptModel

/// Makes one concept graph out of what the documents of a corpus say one by one.
///
/// A pure function: the order of the documents never shows, because they are sorted first and every choice is made by
/// counts and then by text.
struct Consolidation {
  let locals: [LocalExtraction]
  let stated: ExtractionResult
  let statedIDs: Set<ConceptID>
  var table: TermTable
  let selection: ConceptSelection
  var entities: EntitySelection
  var resolver: TermResolver
  /// The key of every concept.
  var keys: [ConceptID: String] = [:]
  var result = ExtractionResult()

  init(_ unsorted: [LocalExtraction], stated: ExtractionResult) {
    self.stated = stated
    statedIDs = Set(stated.concepts.map(\.id))
    locals = unsorted.sorted { $0.info.id < $1.info.id }
    table = TermTable(locals)
    entities = EntitySelection(locals)
    selection = ConceptSelection(table: table)
    resolver = TermResolver(
      concepts: [:], abbreviations: [:], localAbbreviations: [:], entities: entities, entityIDs: [:], table: table)
  }

  /// Runs all steps in their order.
  mutating func run() -> ExtractionResult {
    result.documents = locals.map(\.info)
    let abbreviations = AbbreviationTable(locals, stated: stated, table: &table)
    let chosen = chooseConcepts(abbreviations)
    var table = table
    entities.acceptUncertain { chosen[table.key($0)] != nil || abbreviations.unique[$0] != nil }
    resolver = TermResolver(
      concepts: chosen, abbreviations: abbreviations.unique, localAbbreviations: abbreviations.byDocument,
      entities: entities, entityIDs: entityIDs(), table: table)
    addAbbreviations()
    addMentions()
    addDefinitions()
    addRelations()
    addStatements()
    addScales()
    addHeadInclusions()
    splitSenses()
    finishConcepts()
    addStated()
    sortResult()
    return result
  }

  /// The concepts of the corpus with their labels; returns the concept of every merge key.
  private mutating func chooseConcepts(_ abbreviations: AbbreviationTable) -> [String: ConceptID] {
    var accepted: [(key: String, label: String)] = []
    for (key, stats) in zip(table.keys, table.statistics) {
      guard selection.isNode(key), !isNameKey(stats) else { continue }
      // A short form is its long form, when that is a concept; else it stands for itself.
      if let long = abbreviations.longKey(ofShortKey: key), selection.isNode(long), table[long].map(isNameKey) != true {
        continue
      }
      accepted.append((key, LabelChoice.preferred(stats)))
    }
    // Ids clash when labels differ only in signs; the label order decides who keeps the plain one.
    accepted.sort { scalarLess($0.label, $1.label) || $0.label == $1.label && scalarLess($0.key, $1.key) }
    var ids = statedKeys()
    var taken: [String: Int] = [:]
    for concept in stated.concepts { taken[concept.id.value] = 1 }
    for (id, concepts) in Dictionary(grouping: ids.keys, by: { ids[$0] ?? ConceptID("") }) {
      keys[id] = concepts.sorted(by: scalarLess).first { table[$0] != nil } ?? concepts.sorted(by: scalarLess).first
    }
    for concept in stated.concepts where concept.id.sense == nil {
      result.concepts.append(merged(concept, abbreviations))
    }
    for (key, label) in accepted where ids[key] == nil {
      let base = LabelKey.identifier(label)
      taken[base, default: 0] += 1
      let number = taken[base] ?? 1
      let id = ConceptID(number == 1 ? base : "\(base)-\(number)")
      ids[key] = id
      keys[id] = key
      var concept = Concept(id: id, label: label)
      concept.labels = labels(of: key, preferred: label, abbreviations)
      result.concepts.append(concept)
    }
    return ids
  }

  /// The merge keys under which stated concepts are found; a label of several senses leads to none of them.
  private mutating func statedKeys() -> [String: ConceptID] {
    var owners: [String: Set<ConceptID>] = [:]
    for concept in stated.concepts {
      owners[table.key(concept.label), default: []].insert(concept.id)
      for label in concept.labels where label.kind != .abbreviation {
        owners[table.key(label.text), default: []].insert(concept.id)
      }
    }
    return owners.compactMapValues { $0.count == 1 ? $0.first : nil }.filter {
      $0.value.sense == nil && !$0.key.isEmpty
    }
  }

  /// A stated concept with the spellings and short forms that the prose has for it.
  private func merged(_ concept: Concept, _ abbreviations: AbbreviationTable) -> Concept {
    guard let key = keys[concept.id] else { return concept }
    var copy = concept
    let known = Set([concept.label.lowercased()] + concept.labels.map { $0.text.lowercased() })
    copy.labels += labels(of: key, preferred: concept.label, abbreviations).filter {
      !known.contains($0.text.lowercased())
    }
    return copy
  }

  /// Appends what notation files state: senses, assertions, relations and their documents.
  private mutating func addStated() {
    let known = Set(result.concepts.map(\.id))
    result.concepts += stated.concepts.filter { !known.contains($0.id) }
    let entities = Set(result.entities.map(\.id))
    result.entities += stated.entities.filter { !entities.contains($0.id) }
    let documents = Set(result.documents.map(\.id))
    result.documents += stated.documents.filter { !documents.contains($0.id) }
    result.documents.sort { $0.id < $1.id }
    result.assertions += stated.assertions
    result.definitions += stated.definitions
    result.statements += stated.statements
    result.relations = stated.relations
    result.diagnostics = stated.diagnostics
    var statedDocuments: [ConceptID: Set<DocumentID>] = [:]
    for concept in stated.concepts { statedDocuments[concept.id] = Set(concept.documents) }
    for index in result.concepts.indices {
      guard let more = statedDocuments[result.concepts[index].id] else { continue }
      result.concepts[index].documents = more.union(result.concepts[index].documents).sorted()
    }
  }

  /// Whether most spellings of the key are names of people or organisations.
  private func isNameKey(_ stats: TermStatistics) -> Bool {
    var names = 0
    var all = 0
    for (form, count) in stats.forms.merging(stats.displayForms, uniquingKeysWith: +) {
      all += count
      if entities.isName(form) { names += count }
    }
    return names * 2 > all
  }

  /// The other spellings and the short forms of a concept, each with the rule that joined it.
  private func labels(of key: String, preferred: String, _ abbreviations: AbbreviationTable) -> [ConceptLabel] {
    guard let stats = table[key] else { return [] }
    var labels: [ConceptLabel] = []
    var seen: Set<String> = [preferred]
    for form in stats.forms.merging(stats.displayForms, uniquingKeysWith: +).keys.sorted(by: scalarLess) {
      let text = TermPhrase.stripped(form).inNormalizationFormC
      // A capital at the start of a sentence is no other spelling.
      guard !text.isEmpty, text.lowercased() != preferred.lowercased(), seen.insert(text.lowercased()).inserted else {
        continue
      }
      labels.append(
        ConceptLabel(
          text: text, kind: .variant, mergedBy: MergeKey.rules(between: preferred, and: text).joined(separator: "+")))
    }
    for short in abbreviations.shorts(ofLongKey: key) {
      guard seen.insert(short.text).inserted else { continue }
      labels.append(
        ConceptLabel(
          text: short.text, kind: .abbreviation, documents: short.documents.map { locals[$0].info.id },
          mergedBy: "abbreviation", evidence: evidence(short.passage, document: short.documents[0])))
    }
    return labels
  }

  private mutating func entityIDs() -> [String: ConceptID] {
    var ids: [String: ConceptID] = [:]
    var taken = Set(result.concepts.map(\.id.value))
    for name in entities.kinds.keys.sorted(by: scalarLess) {
      guard let kind = entities.kinds[name] else { continue }
      let base = LabelKey.identifier(name)
      var id = base
      var number = 2
      while !taken.insert(id).inserted {
        id = "\(base)-\(number)"
        number += 1
      }
      ids[name] = ConceptID(id)
      result.entities.append(Entity(id: ConceptID(id), label: name, kind: kind))
    }
    return ids
  }

  /// A passage of a document as evidence.
  func evidence(_ passage: LocalPassage, document: Int) -> Evidence {
    evidence(quote: passage.quote, passage.place, document: document)
  }

  /// A place of a document as evidence.
  func evidence(quote: String, _ place: Place, document: Int) -> Evidence {
    let local = locals[document]
    let headings = Int(place.headings)
    return Evidence(
      document: local.info.id, quote: quote, start: Int(place.start), end: Int(place.end),
      bytes: Int(place.sourceStart)..<Int(place.sourceEnd), line: Int(place.line), column: Int(place.column),
      headings: headings < local.headingPaths.count ? local.headingPaths[headings] : [])
  }
}

/// The choice of the spelling that a concept is shown with.
enum LabelChoice {
  /// The commonest spelling in running text; singular and lower case where the text knows them.
  static func preferred(_ stats: TermStatistics) -> String {
    var counts: [String: Int] = [:]
    for (form, count) in stats.forms { counts[TermPhrase.stripped(form).inNormalizationFormC, default: 0] += count * 4 }
    for (form, count) in stats.displayForms {
      counts[TermPhrase.stripped(form).inNormalizationFormC, default: 0] += count
    }
    counts[""] = nil
    let lower = Set(counts.keys.map { $0.lowercased() }.filter { counts[$0] != nil })
    var merged: [String: Int] = [:]
    for (form, count) in counts {
      // "Deceptive alignment" at the start of a sentence is "deceptive alignment".
      let lowered = loweredStart(form)
      let target =
        lower.contains(form.lowercased())
        ? form.lowercased() : counts[lowered] != nil || isPlainCapital(form, stats) ? lowered : form
      merged[target, default: 0] += count
    }
    let singulars = merged.filter { LabelKey.normalised($0.key) == LabelKey.folded($0.key) }
    let pool = singulars.isEmpty ? merged : singulars
    return pool.sorted { $0.value > $1.value || $0.value == $1.value && scalarLess($0.key, $1.key) }.first?.key
      ?? stats.words.joined(separator: " ").inNormalizationFormC
  }

  /// Whether the capital of the first word can only come from its place: never seen capitalised in running text.
  private static func isPlainCapital(_ form: String, _ stats: TermStatistics) -> Bool {
    let words = form.split(separator: " ")
    // "Retrieval Augmented Generation" is capitalised throughout, as a name or a title.
    guard stats.forms[form] == nil, let first = words.first,
      !words.dropFirst().contains(where: { $0.first?.isUppercase == true })
    else { return false }
    let letters = first.unicodeScalars
    return letters.first?.properties.isUppercase == true
      && letters.dropFirst().allSatisfy { !$0.properties.isUppercase }
      && letters.count > 1
  }

  private static func loweredStart(_ form: String) -> String {
    guard let first = form.first, first.isUppercase else { return form }
    let rest = form.dropFirst()
    if let second = rest.first, second.isUppercase { return form }
    return first.lowercased() + rest
  }
}

/// The short forms of a corpus and what they stand for.
struct AbbreviationTable {
  /// A short form of one long form.
  struct Short {
    var text: String
    var documents: [Int]
    var passage: LocalPassage
  }

  /// Short forms with a single long form in the whole corpus.
  private(set) var unique: [String: String] = [:]
  /// What each document itself says.
  private(set) var byDocument: [Int: [String: String]] = [:]
  private var shortsByLong: [String: [Short]] = [:]
  private var longByShortKey: [String: String] = [:]

  init(_ locals: [LocalExtraction], stated: ExtractionResult, table: inout TermTable) {
    var longs: [String: [String: String]] = [:]
    for concept in stated.concepts {
      for label in concept.labels where label.kind == .abbreviation {
        longs[label.text, default: [:]][table.key(concept.label)] = concept.label
      }
    }
    for (number, local) in locals.enumerated() {
      for item in local.abbreviations {
        guard let long = item.long, item.confidence >= 0.5 else { continue }
        let key = table.key(long)
        guard !key.isEmpty, key != table.key(item.short) else { continue }
        let short = Self.singular(item.short)
        longs[short, default: [:]][key] = longs[short]?[key] ?? long
        if byDocument[number]?[short] == nil { byDocument[number, default: [:]][short] = long }
        if let index = shortsByLong[key]?.firstIndex(where: { $0.text == short }) {
          if shortsByLong[key]?[index].documents.last != number { shortsByLong[key]?[index].documents.append(number) }
        } else {
          shortsByLong[key, default: []].append(Short(text: short, documents: [number], passage: item.passage))
        }
      }
    }
    for (short, meanings) in longs where meanings.count == 1 {
      if let (key, long) = meanings.first {
        unique[short] = long
        longByShortKey[table.key(short)] = key
      }
    }
  }

  /// The short forms of a long form, by text.
  func shorts(ofLongKey key: String) -> [Short] {
    (shortsByLong[key] ?? []).sorted { scalarLess($0.text, $1.text) }
  }

  /// The key of the long form that a short form's key stands for, when there is only one.
  func longKey(ofShortKey key: String) -> String? { longByShortKey[key] }

  private static func singular(_ short: String) -> String {
    guard short.count > 2, short.hasSuffix("s"), let before = short.dropLast().last, before.isUppercase else {
      return short
    }
    return String(short.dropLast())
  }
}
