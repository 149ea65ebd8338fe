import ConceptModel

/// From analysed documents to one concept graph.
public enum Extraction {
  /// What one analysed document says on its own.
  public static func local(_ analyzed: AnalyzedDocument) -> LocalExtraction {
    LocalFindings(analyzed).extraction()
  }

  /// One concept graph out of the documents of a corpus, in any order.
  public static func consolidate(_ locals: [LocalExtraction]) -> ExtractionResult {
    var consolidation = Consolidation(locals)
    return consolidation.run()
  }
}

/// Gathers everything that one document says.
struct LocalFindings {
  private let analyzed: AnalyzedDocument
  private let places: PlaceFinder
  private let speakers: SpeakerMap
  private let candidates: [[TermCandidate]]
  private var local: LocalExtraction

  init(_ analyzed: AnalyzedDocument) {
    self.analyzed = analyzed
    places = PlaceFinder(analyzed.document)
    speakers = SpeakerMap(analyzed.document)
    let finder = TermCandidateFinder(analyzed)
    candidates = analyzed.sentences.indices.map { finder.candidates(inSentence: $0) }
    local = LocalExtraction(info: analyzed.document.info)
  }

  func extraction() -> LocalExtraction {
    var copy = self
    copy.local.tokenCount = analyzed.tokens.count
    copy.local.headingPaths = places.headingPaths
    copy.addTerms()
    copy.addNames()
    copy.addStatements()
    copy.addLayout()
    return copy.local
  }

  private mutating func addTerms() {
    for (number, list) in candidates.enumerated() {
      for candidate in list {
        local.terms.append(
          LocalTerm(
            text: places.string(candidate.range), place: places.place(candidate.range), sentence: UInt32(number),
            flags: candidate.flags))
      }
    }
  }

  private mutating func addNames() {
    let finder = NameCandidateFinder(analyzed)
    var capitalised: Set<String> = []
    var lower: Set<String> = []
    for index in analyzed.sentences.indices {
      for found in finder.names(inSentence: index) {
        local.names.append(
          LocalName(text: places.string(found.range), place: places.place(found.range), cues: found.cues))
      }
      for word in analyzed.words(of: analyzed.sentences[index]) where word.tag != .punct {
        if word.isCapitalised { capitalised.insert(word.form) } else { lower.insert(word.form) }
      }
    }
    local.ordinaryWords = capitalised.intersection(lower).sorted(by: scalarLess)
  }

  private mutating func addStatements() {
    let found = TermStatementFinder(analyzed: analyzed, candidates: candidates).find()
    for item in found {
      let attribution = attribution(at: item.passages[0])
      let passages = item.passages.map { places.passage($0) }
      // Stating a view in order to reject it ("Motte: …") is still the author's statement about words.
      local.statements.append(
        LocalStatement(
          kind: item.kind, terms: item.terms, passages: passages,
          attribution: item.kind == .motteAndBailey ? .author : attribution, confidence: item.confidence, rule: item.rule))
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
    let reader = LayoutReader(analyzed, candidates: candidates)
    for item in reader.lists() {
      local.relations.append(
        LocalRelation(
          relation: item.relation, subject: places.string(item.subject), object: places.string(item.object),
          polarity: .asserted, attribution: attribution(at: item.passage), modality: .fact, hedged: false,
          basis: .inferred, confidence: item.confidence, rule: item.rule, surface: places.string(item.surface),
          passage: places.passage(item.passage)))
    }
    for item in reader.scales() {
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
