/// "X is a Y that …": the copula rules.
extension DefinitionPass {
  func readCopula(at verb: Int) {
    var position = verb + 1
    var isSoftened = false
    while position < limit, words.softeners.contains(grid.form[position]) {
      isSoftened = true
      position += 1
    }
    guard position < limit, grid.form[position] != words.not, !grid.isQuoted[verb] else { return }
    guard let term = subject(before: verb), !hasHypothesis(verb) else { return }
    let isPast = words.pastCopulas.contains(grid.form[verb])
    if grid.form[position] == words.when || grid.form[position] == words.where_ {
      if !isPast { readWhen(term, verb: verb, from: position) }
      return
    }
    if let predicate = predicate(at: position, limit: limit) {
      guard var confidence = judge(predicate, of: term, isPast: isPast) else { return }
      confidence *= term.certainty
      add(
        term: term.tokens, text: position..<textEnd(from: position), predicate: predicate, scope: term.scope,
        confidence: confidence, rule: "DEF-copula")
    } else if grid.penn[position] == .vbg, !isPast, isSoftened || isActivity(term), grid.tag[position] == .verb {
      // "Alignment-faking is basically just deceiving humans about …": the gerund is the genus.
      add(
        term: term.tokens, text: position..<textEnd(from: position), scope: term.scope,
        confidence: (isSoftened ? 0.75 : 0.6) * term.certainty, rule: "DEF-gerund")
    }
  }

  /// "X is when …", "X is where …".
  private func readWhen(_ term: DefinedTerm, verb: Int, from position: Int) {
    guard limit - position >= 4, term.determination != .definite || term.isNamedAsWord else { return }
    add(
      term: term.tokens, text: position..<textEnd(from: position), scope: term.scope, confidence: 0.75 * term.certainty,
      rule: "DEF-when")
  }

  /// Whether the clause is set up as a supposition.
  func hasHypothesis(_ verb: Int) -> Bool {
    guard grid.isParsed else { return false }
    return grid.children(of: grid.head[verb] >= 0 && grid.arc[verb] == .cop ? grid.head[verb] : verb).contains {
      grid.arc[$0] == .mark && words.conditionals.contains(grid.form[$0])
    }
  }

  /// Whether a term names an activity: a gerund or a noun made from a verb.
  private func isActivity(_ term: DefinedTerm) -> Bool {
    guard term.determination == .bare else { return false }
    let bytes = analyzed.document.text[grid.token(term.tokens.upperBound - 1).range]
    return bytes.count > 5 && bytes.suffix(3).elementsEqual("ing".utf8)
  }

  /// The confidence that "term is predicate" defines the term, or nil when it judges, locates or identifies.
  private func judge(_ predicate: DefinitionPredicate, of term: DefinedTerm, isPast: Bool) -> Double? {
    if predicate.genus == nil { return term.determination == .definite ? 0.6 : 0.75 }
    let lemma = grid.lemma[predicate.head]
    if words.discourseNouns.contains(lemma) && !predicate.hasClause { return nil }
    if let outer = predicate.outer, picksOut(outer, in: predicate), !isExtreme(outer, predicate, of: term) {
      return nil
    }
    // "a third test is the Rorschach test", "the model is one component": one of several is named, nothing defined.
    if isOneOfSeveral(term) || isCounted(predicate) { return nil }
    if isPerson(predicate.head, term) { return nil }
    if grid.tag[predicate.head] == .num || grid.tag[predicate.head] == .pron { return nil }
    if isPast && !(predicate.hasDifferentia && predicate.determiner != .bare && isNamed(term)) { return nil }
    let base = confidence(predicate, of: term)
    return isPast ? base.map { $0 * 0.7 } : base
  }

  private func confidence(_ predicate: DefinitionPredicate, of term: DefinedTerm) -> Double? {
    let isGeneric = term.determination != .definite || isNamed(term)
    switch predicate.determiner {
    case .indefinite:
      if predicate.hasClause { return isGeneric ? 0.9 : 0.75 }
      if predicate.hasDifferentia { return isGeneric ? 0.85 : 0.65 }
      return isGeneric ? (hasModifier(predicate) || predicate.isLookedThrough ? 0.7 : 0.6) : nil
    case .definite:
      let isDefining = words.definingNouns.contains(grid.lemma[predicate.head])
      guard predicate.hasDifferentia || predicate.isLookedThrough else { return nil }
      if isDefining { return isGeneric ? 0.88 : 0.75 }
      return isGeneric ? 0.75 : predicate.hasClause ? 0.6 : 0.5
    case .bare:
      guard grid.penn[predicate.head] == .nns || grid.penn[predicate.head] == .nn else { return nil }
      // "the variable is gender, where 1 stands for women": a value and no kind.
      let isPlace = predicate.restStart < limit && grid.form[predicate.restStart] == words.where_
      if predicate.hasClause, !isPlace { return isGeneric ? 0.8 : 0.65 }
      if predicate.hasDifferentia, !isPlace { return isGeneric ? 0.65 : nil }
      return isGeneric && hasModifier(predicate) && predicate.isLookedThrough ? 0.55 : nil
    }
  }

  /// "third projective test", "another example".
  private func isOneOfSeveral(_ term: DefinedTerm) -> Bool {
    (term.start..<term.tokens.upperBound).contains { Self.ordinals.contains(grid.text($0..<($0 + 1))) }
  }

  private static let ordinals: Set<String> = [
    "first", "second", "third", "fourth", "fifth", "last", "final", "next", "another", "other", "one",
  ]

  /// "one component of the pipeline", but "one of …" and "one that …".
  private func isCounted(_ predicate: DefinitionPredicate) -> Bool {
    guard let outer = predicate.outer, grid.form[outer.range.lowerBound] == words.one else { return false }
    return outer.range.count > 1
  }

  private func hasModifier(_ predicate: DefinitionPredicate) -> Bool { (predicate.genus?.count ?? 0) > 1 }

  /// Whether a term is a proper name.
  private func isNamed(_ term: DefinedTerm) -> Bool { grid.tag[term.head] == .propn }

  /// "the most common X", "an important Y", "the first Z": a judgement or a choice among things.
  private func picksOut(_ chunk: NounChunk, in predicate: DefinitionPredicate) -> Bool {
    let isDescribed = predicate.determiner == .indefinite && predicate.hasDifferentia
    for position in chunk.range.lowerBound..<chunk.head {
      let form = grid.form[position]
      if words.judgements.contains(form) || words.selectors.contains(form) || grid.penn[position] == .jjs {
        return true
      }
      if words.mildJudgements.contains(form) && !isDescribed { return true }
      // "one of several points in the cycle at which …" is a kind, "many of the things" is not.
      if words.pointingDeterminers.contains(form) && !predicate.isLookedThrough || grid.penn[position] == .prpPoss {
        return form != words.core.those
      }
    }
    return false
  }

  /// "An atom is the smallest unit of an element that …": the end of a scale, which says what the term is.
  private func isExtreme(_ chunk: NounChunk, _ predicate: DefinitionPredicate, of term: DefinedTerm) -> Bool {
    guard predicate.determiner == .definite, predicate.hasDifferentia, predicate.genus != nil,
      term.determination != .definite || isNamed(term)
    else { return false }
    return (chunk.range.lowerBound..<chunk.head).allSatisfy { position in
      let form = grid.form[position]
      if words.judgements.contains(form) || words.mildJudgements.contains(form) { return false }
      if grid.penn[position] == .jjs { return grid.text(position..<position + 1).hasSuffix("est") }
      return !words.selectors.contains(form)
    }
  }

  /// "Smith is a professor of …": who somebody is, and no definition.
  private func isPerson(_ head: Int, _ term: DefinedTerm) -> Bool {
    guard words.roles.contains(grid.lemma[head]), term.determination == .bare else { return false }
    return term.tokens.allSatisfy { grid.tag[$0] == .propn || grid.tag[$0] == .punct }
  }
}
