import ConceptModel

extension Consolidation {
  mutating func addAbbreviations() {
    for (number, local) in locals.enumerated() {
      for item in local.abbreviations {
        result.abbreviations.append(
          Abbreviation(
            short: item.short, long: item.long, evidence: evidence(item.passage, document: number),
            confidence: item.confidence, rule: item.rule))
      }
    }
  }

  /// One mention for every place where an accepted phrase stands; the longest accepted one where phrases nest.
  mutating func addMentions() {
    for (number, local) in locals.enumerated() {
      var covered: UInt32 = 0
      let concepts = local.spellings.map { mentioned($0, document: number) }
      let order = local.terms.indices.sorted { a, b in
        let (x, y) = (local.terms[a].place, local.terms[b].place)
        return x.start != y.start ? x.start < y.start : x.end > y.end
      }
      for term in order.lazy.map({ local.terms[$0] }) {
        guard term.place.start >= covered, let id = concepts[Int(term.spelling)] else { continue }
        let hood = keys[id].map { selection.termhood($0) } ?? 1
        guard hood >= ConceptSelection.threshold || statedIDs.contains(id) else { continue }
        if selection.isChanceModifier(local.spellings[Int(term.spelling)].key) { continue }
        covered = term.place.end
        result.mentions.append(
          Mention(
            concept: id,
            evidence: evidence(quote: local.spellings[Int(term.spelling)].text, term.place, document: number),
            confidence: min(0.95, 0.4 + 0.2 * hood), rule: term.flags.contains(.nested) ? "TERM-nested" : "TERM-phrase")
        )
      }
      for name in local.names {
        guard let id = resolver.entity(name.text) else { continue }
        result.mentions.append(
          Mention(
            concept: id, evidence: evidence(quote: name.text, name.place, document: number), confidence: 0.8,
            rule: "NAME-cues"))
      }
    }
  }

  private mutating func mentioned(_ term: LocalSpelling, document: Int) -> ConceptID? {
    if entities.isName(term.text) { return nil }
    if let long = resolver.localAbbreviations[document]?[term.text] ?? resolver.abbreviations[term.text] {
      return resolver.concepts[resolver.table.key(long)] ?? resolver.concepts[term.key]
    }
    return resolver.concepts[term.key]
  }

  mutating func addDefinitions() {
    for (number, local) in locals.enumerated() {
      for item in local.definitions {
        guard let id = resolver.concept(item.term, document: number) else { continue }
        let genus =
          item.genus.flatMap { genusConcept($0, in: item.text, document: number) } ?? activity(item, document: number)
        result.definitions.append(
          Definition(
            concept: id, term: item.term, text: item.text, genus: item.genus, genusConcept: genus == id ? nil : genus,
            conditions: item.conditions, scope: item.scope, attribution: item.attribution, confidence: item.confidence,
            rule: item.rule, evidence: evidence(item.passage, document: number)))
        if let genus, genus != id, statesKind(item), isKind(item.term, of: item.genus, definition: item.text) {
          result.assertions.append(
            Assertion(
              subject: id, relation: "is-a", object: genus, attribution: item.attribution,
              basis: item.genusVerb == nil ? .explicit : .paraphrase, confidence: item.confidence * 0.9,
              rule: item.rule,
              surface: item.genus ?? item.genusVerb, subjectText: item.term,
              objectText: item.genus ?? item.genusVerb ?? "",
              evidence: evidence(item.passage, document: number)))
        }
      }
    }
  }

  /// The concept of a genus: with its complement where the corpus has that as a term ("the total sum of squares" is a sum
  /// of squares), else of the phrase.
  private mutating func genusConcept(_ genus: String, in text: String, document: Int) -> ConceptID? {
    if let place = text.firstRange(of: genus), text[place.upperBound...].hasPrefix(" of ") {
      let complement = text[place.upperBound...].split(separator: " ").prefix(3)
        .prefix { $0 == "of" || !$0.contains(where: { ",.;:()".contains($0) }) }
      let head = genus.split(separator: " ").last.map(String.init) ?? genus
      for length in stride(from: complement.count, to: 1, by: -1) {
        let rest = complement.prefix(length).joined(separator: " ")
        for phrase in [genus + " " + rest, head + " " + rest] {
          if let id = resolver.concepts[resolver.table.key(phrase)] { return id }
        }
      }
    }
    return resolver.concept(genus, document: document)
  }

  /// Whether a definition says of what kind its term is: "a series of glands" tells what it is made of, and a phrase that
  /// is its own head with something before it ("the sample is a random sample") tells which one is meant.
  private mutating func isKind(_ term: String, of genus: String?, definition: String) -> Bool {
    guard let genus else { return true }
    let head = LabelKey.singular(genus.split(separator: " ").last.map { $0.lowercased() } ?? "")
    if Self.sums.contains(head), let place = definition.firstRange(of: genus),
      definition[place.upperBound...].hasPrefix(" of ")
    {
      return false
    }
    return !resolver.table.key(genus).hasSuffix(" " + resolver.table.key(term))
  }

  /// Whether a definition is sure enough and its rule reads a genus off its text: "Term: text" does when the text sets the term
  /// apart from others of its kind, which the rule says by its confidence.
  private func statesKind(_ item: LocalDefinition) -> Bool {
    if Self.withoutKind.contains(item.rule) || item.confidence < 0.6 { return false }
    return item.rule != "DEF-glossary" || item.confidence >= 0.78
  }

  /// Definition rules whose defining text opens with a part or a topic and not with a kind.
  private static let withoutKind: Set<String> = ["DEF-constitution", "DEF-used-to-mean"]

  /// Nouns that count or gather what stands behind "of".
  private static let sums: Set<String> = [
    "series", "range", "number", "couple", "percent", "percentage", "part", "portion", "half", "majority", "handful",
  ]

  /// The concept of the activity that a definition names by a verb: "deceiving humans about …" is deception.
  private mutating func activity(_ item: LocalDefinition, document: Int) -> ConceptID? {
    guard let verb = item.genusVerb else { return nil }
    for noun in Nominalisation.nouns(of: verb) {
      if let id = resolver.concepts[resolver.table.key(noun)] { return id }
    }
    return nil
  }

  mutating func addRelations() {
    for (number, local) in locals.enumerated() {
      for item in local.relations { addRelation(item, document: number) }
    }
  }

  private mutating func addRelation(_ item: LocalRelation, document: Int) {
    let isProvenance = Self.provenance.contains(item.relation)
    guard
      let subject = end(
        item.subject, full: item.fullSubject, document, allowEntity: isProvenance || item.relation == "instance-of"),
      let object = end(item.object, full: item.fullObject, document, allowEntity: isProvenance), subject != object
    else { return }
    guard isAboutConcepts(item, subject, object, document) else { return }
    result.assertions.append(
      Assertion(
        subject: subject, relation: item.relation, object: object, polarity: item.polarity,
        attribution: item.attribution, modality: item.modality, hedged: item.hedged, basis: item.basis,
        confidence: item.confidence, rule: item.rule, surface: item.surface, subjectText: item.subject,
        objectText: item.object, evidence: evidence(item.passage, document: document)))
  }

  /// Relations between notions as such: they hold of the whole phrase or not at all.
  private static let ofWholes: Set<String> = ["is-a", "instance-of", "same-as", "different-from"]
  /// Relations that the wording gives to anything whatever; between other than terms they say nothing.
  private static let betweenTerms: Set<String> = [
    "used-for", "requires", "evaluates", "evidence-for", "evidence-against", "applies-to", "maps-to", "addresses",
    "contrasts-with", "part-of", "leads-to", "causes", "undermines",
  ]
  /// Relations that also everyday nouns stand in, when the text is about them: "the fire caused the damage".
  private static let betweenThings: Set<String> = ["part-of", "leads-to", "causes", "undermines"]
  /// A document of fewer words names most of its concepts once; in a longer one they come back.
  static let shortDocument = 400

  /// Whether the ends of a relation are what the sentence speaks of, and speak of the field.
  private mutating func isAboutConcepts(
    _ item: LocalRelation, _ subject: ConceptID, _ object: ConceptID, _ document: Int
  ) -> Bool {
    if Self.ofWholes.contains(item.relation) {
      // "the variance is also called variation due to error": variation alone is not meant.
      if isCut(item.subject, item.fullSubject, subject) { return false }
      if item.relation != "is-a", item.relation != "instance-of", isCut(item.object, item.fullObject, object) {
        return false
      }
      // "the distribution is a binomial distribution": one distribution, not all of them.
      if resolver.table.key(item.object).hasSuffix(" " + resolver.table.key(item.subject)) { return false }
    }
    let isShort = locals[document].tokenCount < Self.shortDocument
    // What an exercise supposes and a question asks is about its own case unless it speaks of the field.
    if !isShort, item.polarity == .hypothetical || item.polarity == .questioned,
      !isTermLike(subject, recurs: true) || !isTermLike(object, recurs: true)
    {
      return false
    }
    guard Self.betweenTerms.contains(item.relation) else { return true }
    if isShort, Self.betweenThings.contains(item.relation) { return true }
    return isTermLike(subject, recurs: !isShort) && isTermLike(object, recurs: !isShort)
  }

  /// Whether a concept is a term of the field, and one that the corpus comes back to or says something about.
  private func isTermLike(_ id: ConceptID, recurs: Bool) -> Bool {
    guard let key = keys[id], !statedIDs.contains(id) else { return true }
    return selection.isEnd(key) && (!recurs || isEstablished(key, relations: 1))
  }

  /// Whether a phrase lost a complement that belongs to its meaning.
  private mutating func isCut(_ phrase: String, _ full: String?, _ id: ConceptID) -> Bool {
    guard let full, let base = full.firstRange(of: phrase) else { return false }
    let complement = full[base.upperBound...].split(separator: " ").first ?? ""
    return Self.binding.contains(String(complement)) && resolver.concepts[resolver.table.key(full)] != id
  }

  private static let binding: Set<String> = ["of", "due", "between", "for", "about"]

  private mutating func end(_ text: String, full: String?, _ document: Int, allowEntity: Bool) -> ConceptID? {
    if let full, full != text {
      if let id = resolver.concepts[resolver.table.key(full)] { return id }
      // "specific gravity", "large sample": appraisals that belong to the name where the corpus has it as a term.
      if let base = full.firstRange(of: text), base.lowerBound > full.startIndex {
        let key = resolver.table.key(String(full[..<base.upperBound]))
        if selection.isTerm(key), let id = resolver.concepts[key] { return id }
      }
    }
    // A quoted scenario can play the part of a term; what it is about is the first concept that it names.
    if text.split(separator: " ").count > 6 { return resolver.concepts(inside: text, document: document).first }
    if let id = resolver.concept(text, document: document) { return id }
    return allowEntity ? resolver.entity(text) : nil
  }

  static let provenance = Set(Relation.builtIn.filter(\.isProvenance).map(\.name))

  mutating func addStatements() {
    for (number, local) in locals.enumerated() {
      for item in local.statements {
        var concepts: [ConceptID] = []
        for term in item.terms {
          let isPassage = term.split(separator: " ").count > 6
          let found =
            isPassage
            ? Array(resolver.concepts(inside: term, document: number).prefix(1))
            : [resolver.concept(term, document: number)].compactMap { $0 }
          for id in found where !concepts.contains(id) { concepts.append(id) }
        }
        result.statements.append(
          TermStatement(
            kind: item.kind, concepts: concepts, terms: item.terms,
            evidence: item.passages.map { evidence($0, document: number) }, attribution: item.attribution,
            confidence: item.confidence, rule: item.rule))
      }
    }
  }

  /// Fills in the documents, counts, glosses and centrality of concepts and entities.
  mutating func finishConcepts() {
    var mentions: [ConceptID: Int] = [:]
    var documents: [ConceptID: Set<DocumentID>] = [:]
    for mention in result.mentions {
      mentions[mention.concept, default: 0] += 1
      documents[mention.concept, default: []].insert(mention.evidence.document)
    }
    var edges: [ConceptID: Double] = [:]
    for assertion in result.assertions {
      for id in [assertion.subject, assertion.object] {
        edges[id, default: 0] += assertion.confidence
        documents[id, default: []].insert(assertion.evidence.document)
      }
    }
    var glosses: [ConceptID: Definition] = [:]
    for definition in result.definitions {
      documents[definition.concept, default: []].insert(definition.evidence.document)
      if let best = glosses[definition.concept], best.confidence >= definition.confidence { continue }
      glosses[definition.concept] = definition
    }
    for index in result.concepts.indices {
      let id = result.concepts[index].id
      result.concepts[index].mentions = mentions[id] ?? 0
      result.concepts[index].documents = (documents[id] ?? []).sorted()
      result.concepts[index].gloss = glosses[id]?.text
      result.concepts[index].centrality = centrality(
        id, mentions: mentions[id] ?? 0, documents: documents[id]?.count ?? 0, edges: edges[id] ?? 0)
    }
    for index in result.entities.indices {
      result.entities[index].documents = (documents[result.entities[index].id] ?? []).sorted()
    }
    result.concepts.removeAll { $0.documents.isEmpty && !statedIDs.contains($0.id) }
    result.entities.removeAll { $0.documents.isEmpty }
  }

  /// Where a concept stands between 0 and 1: what defines, relates and discusses it, then how often it occurs.
  ///
  /// Occurrence counts in proportion to how technical the words are, and an everyday noun that nothing in the corpus
  /// defines, abbreviates, scales or discusses stays low however often it occurs.
  private func centrality(_ id: ConceptID, mentions: Int, documents: Int, edges: Double) -> Double {
    let stats = keys[id].flatMap { table[$0] }
    let evidence = Double(
      (stats?.definitions ?? 0) + (stats?.abbreviations ?? 0) + (stats?.scales ?? 0) + (stats?.defined ?? 0)
        + (statedIDs.contains(id) ? 2 : 0))
    let discussed = Double(stats?.statements ?? 0)
    let technical = stats.map { selection.rarity($0.words) } ?? 0.5
    var weight =
      1.4 * (1 + evidence).binaryLogarithm + 1.2 * (1 + discussed).binaryLogarithm + 0.8 * (1 + edges).binaryLogarithm
      + technical * (0.6 * Double(mentions + 1).binaryLogarithm + 0.5 * Double(documents).squareRoot())
      + ((stats?.words.count ?? 1) > 1 ? 0.3 : 0) + ((stats?.heading ?? 0) > 0 ? 0.3 : 0)
    if let word = stats?.words.last, stats?.words.count == 1, evidence == 0, discussed == 0,
      GeneralEnglish.counts(of: word).noun > 0
    {
      weight *= 0.35
    }
    return weight / (weight + 5)
  }

  mutating func sortResult() {
    // Products of factors print with a tail of digits that mean nothing.
    for index in result.assertions.indices { result.assertions[index].confidence.roundToThousandths() }
    for index in result.definitions.indices { result.definitions[index].confidence.roundToThousandths() }
    for index in result.mentions.indices { result.mentions[index].confidence.roundToThousandths() }
    result.assertions = AssertionOrder.withoutRepeats(result.assertions)
    result.concepts.sort { $0.id < $1.id }
    result.entities.sort { $0.id < $1.id }
    result.mentions.sort { Self.isBefore($0.evidence, $1.evidence, $0.concept.value, $1.concept.value) }
    result.abbreviations.sort { Self.isBefore($0.evidence, $1.evidence, $0.short, $1.short) }
    result.definitions.sort { Self.isBefore($0.evidence, $1.evidence, $0.concept.value, $1.concept.value) }
    result.statements.sort {
      Self.isBefore(
        $0.evidence[0], $1.evidence[0], $0.kind.rawValue + $0.terms.joined(), $1.kind.rawValue + $1.terms.joined())
    }
  }

  private static func isBefore(_ a: Evidence, _ b: Evidence, _ textA: String, _ textB: String) -> Bool {
    if a.document != b.document { return a.document < b.document }
    if a.start != b.start { return a.start < b.start }
    if a.end != b.end { return a.end < b.end }
    return scalarLess(textA, textB)
  }
}

extension Double {
  fileprivate mutating func roundToThousandths() { self = (self * 1000).rounded() / 1000 }
}

/// The order of assertions, and which of two about the same thing in the same passage stays.
enum AssertionOrder {
  /// Sorted by document, place and triple; of several with one triple and overlapping passages the surest stays.
  static func withoutRepeats(_ assertions: [Assertion]) -> [Assertion] {
    let sorted = assertions.sorted(by: isBefore)
    var best: [String: Int] = [:]
    var kept: [Assertion] = []
    for assertion in sorted {
      let symmetric = symmetricRelations.contains(assertion.relation)
      let ends =
        symmetric && assertion.object < assertion.subject
        ? (assertion.object, assertion.subject) : (assertion.subject, assertion.object)
      let key =
        "\(assertion.evidence.document)\u{1}\(ends.0)\u{1}\(assertion.relation)\u{1}\(ends.1)\u{1}\(assertion.polarity)"
      if let index = best[key], kept[index].evidence.end > assertion.evidence.start {
        if assertion.confidence > kept[index].confidence { kept[index] = assertion }
      } else {
        best[key] = kept.count
        kept.append(assertion)
      }
    }
    return kept.sorted(by: isBefore)
  }

  private static let symmetricRelations = Set(Relation.builtIn.filter(\.isSymmetric).map(\.name))

  private static func isBefore(_ a: Assertion, _ b: Assertion) -> Bool {
    if a.evidence.document != b.evidence.document { return a.evidence.document < b.evidence.document }
    if a.evidence.start != b.evidence.start { return a.evidence.start < b.evidence.start }
    if a.evidence.end != b.evidence.end { return a.evidence.end < b.evidence.end }
    if a.subject != b.subject { return a.subject < b.subject }
    if a.relation != b.relation { return scalarLess(a.relation, b.relation) }
    if a.object != b.object { return a.object < b.object }
    if a.polarity != b.polarity { return scalarLess(a.polarity.rawValue, b.polarity.rawValue) }
    return scalarLess(a.rule, b.rule)
  }
}
