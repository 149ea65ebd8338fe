import ConceptModel

/// How a sentence stands to a claim made in it: who says it, how surely, and whether it is denied.
struct Stance {
  var isDenied = false
  var isQuestioned = false
  var isHypothetical = false
  var modality = Modality.fact
  var hedged = false
  /// The head token of the phrase that names the holder.
  var holder: Int?
  var isReportedOpinion = false
  var isQuoted = false

  var polarity: Polarity {
    if isHypothetical { return .hypothetical }
    if isQuestioned { return .questioned }
    return isDenied ? .denied : .asserted
  }
}

/// Reads stance by climbing from a predicate to the root of its sentence.
struct StanceReader {
  let grid: SentenceGrid
  let core: CoreWords
  let roles: PredicateRoles

  /// The stance of the sentence to the claim that a predicate makes about some arguments.
  func stance(of predicate: Int, arguments: [Int]) -> Stance {
    var stance = Stance()
    stance.isQuoted = grid.isQuoted[predicate]
    guard grid.isParsed else {
      stance.isQuestioned = endsInQuestion
      return stance
    }
    stance.isQuestioned = endsInQuestion && !isInsideNominal(predicate)
    for argument in arguments where hasDenyingDeterminer(argument) { stance.isDenied.toggle() }
    var node = predicate
    for _ in 0..<8 {
      // "not the first to suspect that …" denies nothing of what is suspected.
      readChildren(
        of: node, denies: node == predicate || !core.singularAdjectives.contains(grid.lemma[node]), into: &stance)
      guard let parent = climb(from: node, into: &stance) else { break }
      node = parent
    }
    return stance
  }

  private var endsInQuestion: Bool {
    var last = grid.count - 1
    while last > 0,
      grid.form[last] == core.quote || grid.form[last] == core.quotes
        || grid.form[last] == core.closeBracket
    { last -= 1 }
    return last >= 0 && grid.form[last] == core.question
  }

  private func isInsideNominal(_ predicate: Int) -> Bool {
    var node = predicate
    while node >= 0 {
      if grid.arc[node] == .relative || grid.arc[node] == .acl { return true }
      node = grid.head[node]
    }
    return false
  }

  /// Whether a phrase says of itself that there is none.
  func isDenied(_ token: Int) -> Bool { token >= 0 && token < grid.count && hasDenyingDeterminer(token) }

  /// "no method", "neither approach".
  private func hasDenyingDeterminer(_ token: Int) -> Bool {
    guard grid.chunkOf[token] >= 0 else { return false }
    let chunk = grid.chunks[grid.chunkOf[token]]
    if chunk.range.contains(where: { core.denyingDeterminers.contains(grid.form[$0]) }) { return true }
    let before = chunk.range.lowerBound - 1
    return before >= 0 && core.neither == grid.form[before]
  }

  // MARK: What hangs on the predicate

  private func readChildren(of node: Int, denies: Bool, into stance: inout Stance) {
    for child in grid.children(of: node) {
      let word = grid.form[child]
      switch grid.arc[child] {
      case .advmod, .aux, .auxPass, .cop, .preconj, .det, .cc, .dep, .mark: break
      case .obl, .nmod: readSource(child, into: &stance)
      case .advcl: readCondition(child, into: &stance)
      case .parataxis: readParenthesis(child, of: node, into: &stance)
      default: continue
      }
      let isBefore = child < node || grid.arc[child] == .advmod && child == node + 1
      if denies, core.negators.contains(word), isBefore || grid.arc[child] == .cc, !isCancelled(child) {
        stance.isDenied.toggle()
      }
      if core.hedges.contains(word) { stance.hedged = true }
      if grid.arc[child] == .mark, word == core.whether { stance.isQuestioned = true }
      if grid.arc[child] == .mark, word == core.that, isSaidByOthers(before: child) { stance.isReportedOpinion = true }
      if grid.arc[child] == .aux { readModal(word, into: &stance) }
    }
  }

  /// "it is believed by some that …", wherever the parser hangs the clause.
  private func isSaidByOthers(before that: Int) -> Bool {
    var position = that - 1
    while position > 0, that - position <= 4 {
      if core.reportingVerbs.contains(grid.lemma[position]), grid.penn[position] == .vbn {
        return grid.form[position + 1] == core.by || grid.lemma[position - 1] == core.be
      }
      position -= 1
    }
    return false
  }

  /// "not only", "not just", "not merely".
  private func isCancelled(_ negator: Int) -> Bool {
    guard negator + 1 < grid.count else { return false }
    let next = grid.text((negator + 1)..<(negator + 2))
    return next == "only" || next == "just" || next == "merely" || next == "simply"
  }

  private func readModal(_ word: Int32, into stance: inout Stance) {
    if core.canModals.contains(word) { if stance.modality == .fact { stance.modality = .can } }
    if core.mayModals.contains(word) { stance.modality = .may }
    if core.shouldModals.contains(word) { stance.modality = .should }
    if core.wouldModals.contains(word), stance.modality == .fact {
      stance.modality = .may
      stance.hedged = true
    }
  }

  /// "according to X", "in X's view".
  private func readSource(_ child: Int, into stance: inout Stance) {
    guard let preposition = grid.preposition(of: child), stance.holder == nil else { return }
    if grid.form[preposition] == core.according { setHolder(child, verb: nil, into: &stance) }
    if grid.form[preposition] == core.in_, core.reportingNouns.contains(grid.lemma[child]),
      let owner = grid.child(of: child, .nmodPoss)
    {
      setHolder(owner, verb: nil, into: &stance)
    }
  }

  private func readCondition(_ clause: Int, into stance: inout Stance) {
    guard grid.hasMark(clause, core.if_) || grid.hasMark(clause, core.unless) else {
      readDefinedBy(clause, into: &stance)
      return
    }
    // "If X, Y causes Z" asserts under a condition; "Y would cause Z" supposes.
    if stance.modality == .may && stance.hedged { stance.isHypothetical = true }
    stance.hedged = true
  }

  /// "as defined by Carlsmith".
  private func readDefinedBy(_ clause: Int, into stance: inout Stance) {
    guard stance.holder == nil, grid.penn[clause] == .vbn, grid.hasMark(clause, core.as_) else { return }
    guard let agent = roles.fillers(of: .subject, for: clause).first else { return }
    setHolder(agent.token, verb: nil, into: &stance)
  }

  /// "X, argues Y, causes Z."
  private func readParenthesis(_ verb: Int, of node: Int, into stance: inout Stance) {
    guard core.reportingVerbs.contains(grid.lemma[verb]), stance.holder == nil else { return }
    guard let subject = grid.child(of: verb, .nsubj), !hasComplement(verb) else { return }
    setHolder(subject, verb: verb, into: &stance)
  }

  private func hasComplement(_ verb: Int) -> Bool {
    grid.child(of: verb, .ccomp) != nil || grid.child(of: verb, .obj) != nil
  }

  // MARK: What the predicate hangs on

  /// The next predicate up, or nil when the claim stands on its own.
  private func climb(from node: Int, into stance: inout Stance) -> Int? {
    let parent = grid.head[node]
    guard parent >= 0 else { return nil }
    switch grid.arc[node] {
    case .xcomp:
      readGovernor(parent, into: &stance)
      return parent
    case .ccomp, .csubj:
      if grid.hasMark(node, core.if_) { stance.isQuestioned = true }
      readGovernor(parent, into: &stance)
      readReport(parent, into: &stance)
      return parent
    case .advcl:
      if isHypotheticalClause(node) { stance.isHypothetical = true }
      if core.denyingAdjectives.contains(grid.lemma[parent]), grid.hasMark(node, core.that) { stance.isDenied.toggle() }
      return nil
    case .acl: return climbClaim(node, noun: parent, into: &stance)
    case .conj:
      let hasOwn = grid.children(of: node).contains { grid.arc[$0] == .nsubj || grid.arc[$0] == .nsubjPass }
      guard grid.tag[parent] == .verb || grid.child(of: parent, .cop) != nil else { return nil }
      if hasOwn { return skipToReport(parent, into: &stance) }
      readSharedChildren(of: parent, for: node, into: &stance)
      return skipToReport(parent, into: &stance)
    default: return nil
    }
  }

  /// Negation and modals of the first of two coordinated verbs reach the second, unless "but" or "and" ends them.
  private func readSharedChildren(of first: Int, for second: Int, into stance: inout Stance) {
    let coordinator = grid.child(of: second, .cc).map { grid.form[$0] } ?? 0
    for child in grid.children(of: first) where child < first {
      if grid.arc[child] == .aux { readModal(grid.form[child], into: &stance) }
      if core.negators.contains(grid.form[child]), coordinator == core.or, !isCancelled(child) {
        stance.isDenied.toggle()
      }
    }
  }

  /// The claim is coordinated with another: only what governs both counts.
  private func skipToReport(_ node: Int, into stance: inout Stance) -> Int? {
    climb(from: node, into: &stance)
  }

  private func isHypotheticalClause(_ node: Int) -> Bool {
    grid.children(of: node).contains { grid.arc[$0] == .mark && core.hypotheticalMarks.contains(grid.form[$0]) }
  }

  /// "the claim that X causes Y".
  private func climbClaim(_ node: Int, noun: Int, into stance: inout Stance) -> Int? {
    guard core.reportingNouns.contains(grid.lemma[noun]), grid.hasMark(node, core.that) else { return nil }
    stance.hedged = true
    if let owner = grid.child(of: noun, .nmodPoss) { setHolder(owner, verb: nil, into: &stance) }
    if stance.holder == nil { stance.isReportedOpinion = true }
    let governor = grid.head[noun]
    guard governor >= 0 else { return nil }
    if core.denyingAdjectives.contains(grid.lemma[governor]) || core.denyingVerbs.contains(grid.lemma[governor]) {
      stance.isDenied.toggle()
    }
    return nil
  }

  /// "fails to", "seems to", "it is false that", "suppose that".
  private func readGovernor(_ governor: Int, into stance: inout Stance) {
    let lemma = grid.lemma[governor]
    if core.denyingVerbs.contains(lemma) || core.denyingAdjectives.contains(lemma) { stance.isDenied.toggle() }
    if core.hedgingVerbs.contains(lemma) || core.hedgingAdjectives.contains(lemma) { stance.hedged = true }
    // Who seeks to reduce drag has not reduced it yet.
    if core.attemptingVerbs.contains(lemma) { stance.isHypothetical = true }
    if core.hypotheticalVerbs.contains(lemma), isImperativeOrWish(governor) { stance.isHypothetical = true }
  }

  private func isImperativeOrWish(_ verb: Int) -> Bool {
    grid.penn[verb] == .vb
      || grid.children(of: verb).contains {
        grid.arc[$0] == .nsubj && core.firstPersons.contains(grid.form[$0])
      }
  }

  private func readReport(_ verb: Int, into stance: inout Stance) {
    guard core.reportingVerbs.contains(grid.lemma[verb]), stance.holder == nil else { return }
    if roles.isPassive(verb) {
      // "it is often said that …"
      if let agent = roles.fillers(of: .subject, for: verb).first {
        return setHolder(agent.token, verb: verb, into: &stance)
      }
      stance.isReportedOpinion = true
      stance.hedged = true
      return
    }
    guard let subject = roles.surfaceSubjects(of: verb).first else { return }
    setHolder(subject.token, verb: verb, into: &stance)
  }

  private func setHolder(_ token: Int, verb: Int?, into stance: inout Stance) {
    if core.firstPersons.contains(grid.form[token]) { return }
    if core.genericHolders.contains(grid.lemma[token]) || core.genericHolders.contains(grid.form[token]) {
      stance.isReportedOpinion = true
    }
    guard grid.tag[token] != .pron else { return }
    stance.holder = token
  }
}
