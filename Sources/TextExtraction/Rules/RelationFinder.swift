import ConceptModel

/// Finds the relations that the rules see in an analysed document.
///
/// Candidates come in text order and, for one wording, one per pair of arguments and relation: the surest rule wins.
public enum RelationFinder {
  /// All relation candidates of a document.
  public static func find(in analyzed: AnalyzedDocument, rules: RuleSet = .builtIn) -> [RelationCandidate] {
    var pass = RelationPass(analyzed, rules: rules)
    return pass.run()
  }

  /// The candidates of one rule alone.
  static func find(in analyzed: AnalyzedDocument, rules: RuleSet, only rule: String) -> [RelationCandidate] {
    var pass = RelationPass(analyzed, rules: rules)
    pass.only = rule
    return pass.run()
  }
}

/// One pass over a document: the grid and the readers that work on it.
struct RelationPass {
  let rules: RuleSet
  let grid: SentenceGrid
  let roles: PredicateRoles
  let reader: ArgumentReader
  let stances: StanceReader
  let frames: FrameMatcher
  var sequences: SequenceMatcher
  var anaphora: Anaphora
  var found: [RelationCandidate] = []
  /// How many patterns were tried: the work that the word index did not save.
  private(set) var attempts = 0
  /// The id of the one rule to run, when not all of them.
  var only: String?

  init(_ analyzed: AnalyzedDocument, rules: RuleSet) {
    self.rules = rules
    grid = SentenceGrid(analyzed, table: rules.table, core: rules.core)
    roles = PredicateRoles(grid: grid, core: rules.core)
    reader = ArgumentReader(grid: grid, core: rules.core, roles: roles)
    stances = StanceReader(grid: grid, core: rules.core, roles: roles)
    frames = FrameMatcher(grid: grid, core: rules.core)
    sequences = SequenceMatcher(grid: grid, core: rules.core)
    anaphora = Anaphora(core: rules.core)
  }

  mutating func run() -> [RelationCandidate] {
    let analyzed = grid.analyzed
    var previousBlock = -1
    for index in analyzed.sentences.indices where !analyzed.sentences[index].tokens.isEmpty {
      let block = analyzed.sentences[index].block
      if block != previousBlock { anaphora.candidates = [] }
      previousBlock = block
      grid.load(index)
      let start = found.count
      readSentence()
      keepBest(from: start)
      let isNeeded = index + 1 < analyzed.sentences.count && mayRefer(analyzed.sentences[index + 1])
      anaphora.candidates = isNeeded ? Anaphora.candidates(of: grid, roles: roles, reader: reader) : []
    }
    return found
  }

  /// Whether a sentence holds a word that may point back: a pronoun, or "former" and "latter".
  private func mayRefer(_ sentence: Sentence) -> Bool {
    grid.analyzed.tokens[sentence.tokens].contains { token in
      token.tag == .pron || token.tag == .det
        || token.tag != .punct && token.range.count == 6 && isPointer(grid.analyzed.document.text[token.range])
    }
  }

  private func isPointer(_ word: ArraySlice<UInt8>) -> Bool {
    word.elementsEqual("former".utf8) || word.elementsEqual("latter".utf8)
  }

  private mutating func readSentence() {
    for position in 0..<grid.count {
      let form = Int(grid.form[position])
      let lemma = Int(grid.lemma[position])
      if form > 0 { matchSequences(rules.sequenceIndex[form], at: position) }
      if lemma > 0, lemma != form { matchSequences(rules.sequenceIndex[lemma], at: position) }
      if lemma > 0, grid.isParsed { matchFrames(rules.frameIndex[lemma], at: position) }
    }
  }

  private mutating func matchSequences(_ entries: [Int32], at position: Int) {
    attempts += entries.count
    for number in entries {
      let entry = rules.entries[Int(number)]
      guard case .sequence(let pattern) = entry.pattern else { continue }
      if let match = sequences.match(pattern, at: position) { emit(match, rules.rules[entry.rule]) }
    }
  }

  private mutating func matchFrames(_ entries: [Int32], at position: Int) {
    attempts += entries.count
    for number in entries {
      let entry = rules.entries[Int(number)]
      guard case .frame(let pattern) = entry.pattern else { continue }
      if let match = frames.match(pattern, at: position) { emit(match, rules.rules[entry.rule]) }
    }
  }

  // MARK: From match to candidates

  private mutating func emit(_ match: RuleMatch, _ rule: Rule) {
    if let only, only != rule.id { return }
    guard rule.conditions.allSatisfy({ holds($0, match) }) else { return }
    guard var a = match[.a], var b = match[.b] else { return }
    a.ownsNext = b.range.lowerBound == a.range.upperBound + 1
    b.ownsNext = a.range.lowerBound == b.range.upperBound + 1
    var subjects = reader.phrases(of: a, anaphora: anaphora)
    for other in match.otherSubjects {
      subjects.append(
        contentsOf: reader.phrases(
          of: RuleMatch.Part(range: other..<(other + 1), token: other, distributes: true), anaphora: anaphora))
    }
    guard !subjects.isEmpty else { return }
    let objects = reader.phrases(of: b, anaphora: anaphora)
    guard !objects.isEmpty else { return }
    let anchor = a.token == nil ? clauseHead(of: match.anchor) : match.anchor
    if isFormula(match.wording) { return }
    var stance =
      rule.heedsClause
      ? stances.stance(of: anchor, arguments: [a.token, b.token].compactMap { $0 })
      : Stance(isQuoted: grid.isQuoted[match.anchor])
    // "There is no test to determine luck."
    if !rule.heedsClause, stances.isDenied(head(of: a)) || stances.isDenied(head(of: b)) { stance.isDenied = true }
    for subject in subjects {
      for object in objects where !subject.base.overlaps(object.base) {
        found.append(candidate(match, rule, stance, subject, object))
      }
    }
  }

  /// Whether a wording is a sign that the sentence has twice: "E = m = c" computes and names nothing.
  private func isFormula(_ wording: Range<Int>) -> Bool {
    guard wording.count == 1, grid.text(wording) == "=" else { return false }
    let form = grid.form[wording.lowerBound]
    return (0..<grid.count).contains { $0 != wording.lowerBound && grid.form[$0] == form }
  }

  /// The predicate that governs a token.
  private func clauseHead(of token: Int) -> Int {
    guard grid.isParsed else { return token }
    var node = token
    while grid.head[node] >= 0, grid.tag[node] != .verb, grid.child(of: node, .cop) == nil { node = grid.head[node] }
    return node
  }

  private func candidate(
    _ match: RuleMatch, _ rule: Rule, _ stance: Stance, _ subject: ArgumentPhrase, _ object: ArgumentPhrase
  ) -> RelationCandidate {
    var stance = stance
    if subject.isDenied != object.isDenied { stance.isDenied.toggle() }
    var relation = rule.relation
    if stance.isDenied, let denied = rule.deniedRelation {
      relation = denied
      stance.isDenied = false
    }
    let start = min(
      Int(grid.token(0).start), subject.antecedentStart ?? .max, object.antecedentStart ?? .max)
    let certainty = match.certainty * subject.certainty * object.certainty
    let holder = match[.h]?.token ?? stance.holder
    return RelationCandidate(
      subject: subject.base, object: object.base, fullSubject: subject.full, fullObject: object.full,
      relation: relation, surface: grid.bytes(match.wording), quote: start..<Int(grid.token(grid.count - 1).end),
      polarity: stance.polarity, modality: stance.modality, hedged: stance.hedged, basis: rule.basis,
      confidence: rule.confidence * (0.6 + 0.4 * certainty), rule: rule.id,
      holder: holder.flatMap { reader.phrase(at: $0)?.base }, isReportedOpinion: stance.isReportedOpinion,
      isQuoted: stance.isQuoted)
  }

  /// Of equal triples of the sentence, keeps the surest.
  private mutating func keepBest(from start: Int) {
    guard found.count - start > 1 else { return }
    var kept: [RelationCandidate] = []
    for candidate in found[start...] {
      let twin = kept.firstIndex {
        $0.relation == candidate.relation && $0.subject == candidate.subject && $0.object == candidate.object
      }
      guard let twin else {
        kept.append(candidate)
        continue
      }
      if candidate.confidence > kept[twin].confidence { kept[twin] = candidate }
    }
    found.replaceSubrange(start..., with: kept)
  }

  // MARK: Conditions

  private func holds(_ condition: CaptureCondition, _ match: RuleMatch) -> Bool {
    guard let part = match[condition.capture] else { return true }
    return satisfies(condition, part, match) != condition.isNegated
  }

  private func satisfies(_ condition: CaptureCondition, _ part: RuleMatch.Part, _ match: RuleMatch) -> Bool {
    let head = self.head(of: part)
    switch condition.property {
    case .lemma: return condition.words.contains(grid.lemma[head])
    case .word: return condition.words.contains(grid.form[head])
    case .tag: return condition.tags.contains(grid.tag[head])
    case .number: return condition.flag && (grid.penn[head] == .nns || grid.penn[head] == .nnps)
    case .attached: return isAttached(head, to: match[condition.capture == .a ? .b : .a])
    case .determiner:
      guard grid.chunkOf[head] >= 0 else { return condition.flag }
      let first = grid.chunks[grid.chunkOf[head]].range.lowerBound
      let isDeterminer = grid.tag[first] == .det || grid.penn[first] == .prpPoss
      return isDeterminer ? condition.words.contains(grid.form[first]) : condition.flag
    case .name: return isName(head)
    case .abstract: return condition.words.contains(grid.lemma[head]) || grid.isAbstract(head)
    case .spelled: return isSpelled(head)
    case .judged: return condition.words.contains(grid.lemma[head]) && isJudged(head)
    case .arc: return grid.isParsed && condition.arcs.contains(grid.arc[head])
    }
  }

  /// Proper nouns only, and no abbreviation: "Paris", not "RLHF".
  private func isName(_ head: Int) -> Bool {
    guard grid.tag[head] == .propn else { return false }
    // A capital at the start of a sentence says nothing about a single word.
    if head == 0, grid.chunkOf[head] < 0 || grid.chunks[grid.chunkOf[head]].range.count == 1 { return false }
    let range = grid.chunkOf[head] >= 0 ? grid.chunks[grid.chunkOf[head]].coreRange : head..<(head + 1)
    guard range.allSatisfy({ grid.tag[$0] == .propn || grid.tag[$0] == .punct || grid.penn[$0] == .nnp }) else {
      return false
    }
    return grid.analyzed.document.text[grid.bytes(range)].contains { (0x61...0x7A).contains($0) }
  }

  /// Whether the words between determiner and head praise or blame: "a powerful method", "not a trivial task".
  private func isJudged(_ head: Int) -> Bool {
    guard grid.chunkOf[head] >= 0 else { return false }
    let modifiers = grid.chunks[grid.chunkOf[head]].range.lowerBound..<head
    return modifiers.contains {
      rules.core.judging.contains(grid.form[$0]) || rules.core.evaluative.contains(grid.form[$0])
    }
      && !modifiers.contains { grid.tag[$0] == .noun || grid.tag[$0] == .propn }
  }

  /// Whether one word of the phrase has three letters or more and neither digits nor signs.
  private func isSpelled(_ head: Int) -> Bool {
    let range = grid.chunkOf[head] >= 0 ? grid.chunks[grid.chunkOf[head]].coreRange : head..<(head + 1)
    return range.contains { isWord($0) }
  }

  private func isWord(_ position: Int) -> Bool {
    let word = grid.analyzed.document.text[grid.token(position).range]
    return word.count > 2
      && word.allSatisfy { (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || $0 == 0x2D || $0 == 0x27 }
  }

  /// Whether a token hangs below the head of the other part, by way of nominals and reduced relatives.
  private func isAttached(_ token: Int, to other: RuleMatch.Part?) -> Bool {
    guard grid.isParsed, let other else { return true }
    let top = head(of: other)
    var node = token
    for _ in 0..<5 {
      switch grid.arc[node] {
      case .nmod, .obl, .obj, .acl, .appos, .conj, .nmodPoss, .dep, .advcl: node = grid.head[node]
      default: return false
      }
      if node == top { return true }
      if node < 0 { return false }
    }
    return false
  }

  private func head(of part: RuleMatch.Part) -> Int {
    if let token = part.token { return token }
    if let chunk = grid.members(ofList: part.range, core: rules.core).first { return grid.chunks[chunk].head }
    return max(part.range.lowerBound, part.range.upperBound - 1)
  }
}
