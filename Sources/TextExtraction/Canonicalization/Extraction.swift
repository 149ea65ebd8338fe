import ConceptModel

/// From analysed documents to one concept graph.
public enum Extraction {
  /// What one analysed document says on its own.
  public static func local(_ analyzed: AnalyzedDocument, rules: RuleSet = .builtIn) -> LocalExtraction {
    LocalFindings(analyzed, rules: rules).extraction()
  }

  /// One concept graph out of the documents of a corpus, in any order, and of what notation files state.
  ///
  /// Stated concepts keep their ids and labels; prose that uses one of their labels speaks of them.
  public static func consolidate(
    _ locals: [LocalExtraction], stated: ExtractionResult = ExtractionResult()
  ) -> ExtractionResult {
    var consolidation = Consolidation(locals, stated: stated)
    return consolidation.run()
  }
}

/// Gathers everything that one document says.
struct LocalFindings {
  private let analyzed: AnalyzedDocument
  private let document: WordedDocument
  private let rules: RuleSet
  private let places: PlaceFinder
  private let speakers: SpeakerMap
  private let standings: PassageStanding
  private let candidates: [[TermCandidate]]
  private let related: [RelationCandidate]
  private let abbreviated: [AbbreviationCandidate]
  private var local: LocalExtraction

  init(_ source: AnalyzedDocument, rules: RuleSet) {
    var analyzed = source
    analyzed.markCitations()
    self.analyzed = analyzed
    self.rules = rules
    places = PlaceFinder(analyzed.document)
    speakers = SpeakerMap(analyzed.document)
    standings = PassageStanding(analyzed.document)
    document = WordedDocument(analyzed)
    let finder = TermCandidateFinder(document)
    candidates = analyzed.sentences.indices.map { finder.candidates(inSentence: $0) }
    related = RelationFinder.find(in: analyzed, rules: rules)
    abbreviated = AbbreviationFinder.find(in: analyzed)
    local = LocalExtraction(info: analyzed.document.info)
  }

  func extraction() -> LocalExtraction {
    var copy = self
    copy.local.tokenCount = analyzed.tokens.count
    copy.local.headingPaths = places.headingPaths
    copy.addTerms()
    copy.addNames()
    copy.addAbbreviations()
    copy.addDefinitions()
    copy.addRelations()
    copy.addStatements()
    copy.addLayout()
    return copy.local
  }

  private mutating func addTerms() {
    var numbers: [String: UInt32] = [:]
    // "machine translation (MT)": name and short form are one mention.
    var bracketed: [Int: Int] = [:]
    for item in abbreviated {
      guard let long = item.long, item.short.lowerBound == long.upperBound + 2,
        item.evidence.upperBound == item.short.upperBound + 1
      else { continue }
      bracketed[long.upperBound] = item.evidence.upperBound
    }
    for (sentence, list) in candidates.enumerated() {
      for candidate in list {
        var candidate = candidate
        if let end = bracketed[candidate.range.upperBound] { candidate.range = candidate.range.lowerBound..<end }
        let text = places.string(candidate.range)
        let number = numbers[text] ?? UInt32(local.spellings.count)
        if Int(number) == local.spellings.count {
          numbers[text] = number
          local.spellings.append(LocalSpelling(text: text, key: MergeKey.of(TermPhrase.stripped(text))))
        }
        local.terms.append(
          LocalTerm(
            spelling: number, place: places.place(candidate.range), sentence: UInt32(sentence), flags: candidate.flags))
      }
    }
  }

  private mutating func addNames() {
    let finder = NameCandidateFinder(document)
    var capitalised: Set<String> = []
    var lower: Set<String> = []
    for index in analyzed.sentences.indices {
      for found in finder.names(inSentence: index) {
        local.names.append(
          LocalName(text: places.string(found.range), place: places.place(found.range), cues: found.cues))
      }
      for word in document.words[index] where word.tag != .punct {
        if word.isCapitalised { capitalised.insert(word.form) } else { lower.insert(word.form) }
      }
    }
    local.ordinaryWords = capitalised.intersection(lower).sorted(by: scalarLess)
  }

  private mutating func addAbbreviations() {
    for item in abbreviated {
      local.abbreviations.append(
        LocalAbbreviation(
          short: places.string(item.short), long: item.long.map { places.string($0).collapsingSpaces() },
          passage: places.passage(item.evidence), confidence: item.confidence, rule: item.rule))
    }
  }

  private mutating func addDefinitions() {
    let rejected = rejectedPassages()
    let found = DefinitionFinder.find(in: analyzed)
    let fields = formFields(found)
    for item in found where standings[item.quote] == .states {
      if item.rule == "DEF-glossary", fields.contains(places.string(item.term).lowercased()) { continue }
      // What is denied, asked or supposed about the term in the same words is no definition of it.
      let stance = related.first { $0.quote.overlaps(item.quote) && $0.subject.overlaps(item.term) }
      if stance.map({ $0.polarity != .asserted }) ?? false || rejected.contains(where: { $0.overlaps(item.quote) }) {
        continue
      }
      local.definitions.append(
        LocalDefinition(
          term: places.string(item.term), text: places.string(item.text).collapsingSpaces(),
          genus: item.genus.map { places.string($0).collapsingSpaces() }, genusVerb: activityVerb(item),
          conditions: item.conditions.map { places.string($0).collapsingSpaces() },
          scope: item.scope.map { places.string($0).collapsingSpaces() },
          attribution: stance.map { attribution(of: $0) } ?? attribution(at: item.quote),
          confidence: item.confidence, rule: item.rule, passage: places.passage(item.quote)))
    }
  }

  /// The labels that come back with ever other texts, "Impact: …" under one heading after another: fields of a form, which
  /// what is written in them does not define.
  private func formFields(_ definitions: [DefinitionCandidate]) -> Set<String> {
    let terms = definitions.filter { $0.rule == "DEF-glossary" }.map { places.string($0.term).lowercased() }
    return Set(Dictionary(grouping: terms) { $0 }.filter { $0.value.count > 2 }.keys)
  }

  /// The lemma of the gerund that a definition opens with, when it names an activity: "deceiving humans about …".
  private func activityVerb(_ item: DefinitionCandidate) -> String? {
    let start = item.genus?.lowerBound ?? item.text.lowerBound
    guard let sentence = analyzed.sentences.first(where: { analyzed.bytes(of: $0.tokens).contains(start) }),
      let opening = sentence.tokens.first(where: {
        Int(analyzed.tokens[$0].start) >= start && ![.punct, .adv, .det].contains(analyzed.tokens[$0].tag)
      }), analyzed.tokens[opening].tag == .verb, analyzed.penn(opening) == "VBG",
      !["amod", "compound"].contains(analyzed.dependency(opening))
    else { return nil }
    return analyzed.lemma(opening)
  }

  private mutating func addRelations() {
    let rejected = rejectedPassages()
    for item in related {
      let standing = standings[item.quote]
      if standing == .cites { continue }
      var attribution = attribution(of: item)
      var polarity = item.polarity
      if standing == .supposes, polarity == .asserted || polarity == .denied {
        polarity = .hypothetical
      } else if polarity == .asserted, item.relation != "conflated-with",
        rejected.contains(where: { $0.overlaps(item.quote) })
      {
        // "… This is incorrect.": the author denies what the sentence before said.
        polarity = .denied
        attribution = .author
      }
      local.relations.append(
        LocalRelation(
          relation: item.relation, subject: places.string(item.subject), object: places.string(item.object),
          fullSubject: item.fullSubject == item.subject ? nil : places.string(item.fullSubject),
          fullObject: item.fullObject == item.object ? nil : places.string(item.fullObject), polarity: polarity,
          attribution: attribution, modality: item.modality, hedged: item.hedged, basis: item.basis,
          confidence: item.confidence, rule: item.rule, surface: places.string(item.surface),
          passage: places.passage(item.quote)))
    }
  }

  /// Who holds a view: whom the sentence names, else whoever speaks in its block.
  private func attribution(of item: RelationCandidate) -> Attribution {
    let speaker = attribution(at: item.quote)
    if let holder = item.holder {
      return Attribution(holder: TermPhrase.stripped(places.string(holder)), reporter: speaker.holder)
    }
    if item.isReportedOpinion { return Attribution(holder: "people in general", reporter: speaker.holder) }
    if item.isQuoted, speaker == .author { return Attribution(holder: "quoted source") }
    return speaker
  }

  /// The sentences that the next one calls wrong ("This is incorrect.").
  private func rejectedPassages() -> [Range<Int>] {
    var found: [Range<Int>] = []
    for index in analyzed.sentences.indices.dropFirst()
    where analyzed.sentences[index].block == analyzed.sentences[index - 1].block {
      let words = document.words[index].filter { $0.tag != .punct }.map(\.form)
      guard (3...7).contains(words.count), ["this", "that", "it"].contains(words[0]),
        ["is", "was", "'s", "’s"].contains(words[1])
      else { continue }
      let rest = words.dropFirst(2).drop {
        ["simply", "just", "clearly", "plainly", "of", "course", "a", "an", "completely", "however"].contains($0)
      }
      let verdict = rest.joined(separator: " ")
      if Self.verdicts.contains(verdict) { found.append(analyzed.bytes(of: analyzed.sentences[index - 1].tokens)) }
    }
    return found
  }

  private static let verdicts: Set<String> = [
    "incorrect", "wrong", "false", "untrue", "not true", "not correct", "not right", "mistaken", "mistake",
    "misconception",
    "not the case", "myth", "error", "misunderstanding", "confusion", "not so",
  ]

  private mutating func addStatements() {
    let found = TermStatementFinder(document: document, candidates: candidates).find()
    for item in found where standings[item.passages[0]] == .states {
      let attribution = attribution(at: item.passages[0])
      let passages = item.passages.map { places.passage($0) }
      // Stating a view in order to reject it ("Motte: …") is still the author's statement about words.
      local.statements.append(
        LocalStatement(
          kind: item.kind, terms: item.terms, passages: passages,
          attribution: item.kind == .motteAndBailey ? .author : attribution, confidence: item.confidence,
          rule: item.rule))
      for relation in item.relations {
        local.relations.append(
          LocalRelation(
            relation: relation.relation, subject: item.terms[relation.subject], object: item.terms[relation.object],
            polarity: .asserted, attribution: attribution, modality: .fact, hedged: false, basis: .explicit,
            confidence: item.confidence, rule: item.rule, passage: passages[passages.count - 1]))
      }
    }
  }

  private mutating func addLayout() {
    let reader = LayoutReader(document, candidates: candidates)
    for item in reader.lists() + reader.tables() where standings[item.passage] == .states {
      local.relations.append(
        LocalRelation(
          relation: item.relation, subject: places.string(item.subject), object: places.string(item.object),
          polarity: .asserted, attribution: attribution(at: item.passage), modality: .fact, hedged: false,
          basis: .inferred, confidence: item.confidence, rule: item.rule, surface: places.string(item.surface),
          passage: places.passage(item.passage)))
    }
    for item in reader.scales() where standings[item.passage] == .states {
      local.scales.append(
        LocalScale(
          members: item.members.map { places.string($0) }, presentsDegrees: item.presentsDegrees,
          attribution: speakers.attribution(ofBlock: item.block), passage: places.passage(item.passage)))
    }
  }

  private func attribution(at range: Range<Int>) -> Attribution {
    let blocks = analyzed.document.blocks
    guard let index = blocks.lastIndex(where: { $0.range.lowerBound <= range.lowerBound }) else { return .author }
    return speakers.attribution(ofBlock: index)
  }
}
