/// Verbs that define: "refers to", "is defined as", "consists of", "occurs when", "requires".
extension DefinitionPass {
  func readVerbs(at position: Int) {
    guard grid.tag[position] == .verb else { return }
    let lemma = grid.lemma[position]
    guard lemma > 0, !grid.isQuoted[position] else { return }
    if words.meaningVerbs.contains(lemma) {
      readMeaning(at: position)
    } else if words.constitutionVerbs.contains(lemma) {
      readConstitution(at: position)
    } else if words.demandVerbs.contains(lemma) {
      readDemand(at: position)
    } else if lemma == words.define {
      readDefine(at: position)
    } else if lemma == words.use || grid.form[position] == words.used {
      readUse(at: position)
    } else if words.conceivingParticiples.contains(grid.form[position]) {
      readConceived(at: position)
    }
  }

  /// "X refers to Y", "X means Y", "X denotes Y".
  private func readMeaning(at verb: Int) {
    guard isFinite(verb), let start = meaningStart(after: verb), !isNegated(verb) else { return }
    guard let term = subject(before: verb), isGeneric(term) || term.determination == .definite, !hasHypothesis(verb)
    else {
      return
    }
    let isMean = grid.lemma[verb] == words.mean
    // "Smith means that …" and "the result means that …" explain; a definite subject of "mean" rarely is a term.
    if isMean && term.determination == .definite && !term.isNamedAsWord { return }
    // "interval for the population mean when …": the noun, taken for a verb that does not agree with its subject.
    if isMean, grid.penn[verb] == .vbp, grid.penn[term.head] == .nn, !term.isNamedAsWord { return }
    let predicate = predicate(at: start, limit: limit)
    add(
      term: term.tokens, text: start..<textEnd(from: start), predicate: predicate, scope: term.scope,
      confidence: (isMean ? 0.75 : 0.88) * term.certainty, rule: "DEF-means")
  }

  /// The first position of what a meaning verb gives, or nil when the verb has no such complement.
  private func meaningStart(after verb: Int) -> Int? {
    var start = verb + 1
    while start < limit, grid.tag[start] == .adv { start += 1 }
    guard start + 1 < limit else { return nil }
    if grid.lemma[verb] == words.refer {
      guard grid.form[start] == words.to else { return nil }
      return start + 1
    }
    if grid.form[start] == words.that { start += 1 }
    guard start + 1 < limit, grid.tag[start] != .punct || isQuoteMark(start), grid.tag[start] != .adp else {
      return nil
    }
    return start
  }

  func isNegated(_ verb: Int) -> Bool {
    (max(0, verb - 3)..<verb).contains { words.core.negators.contains(grid.form[$0]) }
  }

  /// Whether a term stands for a kind as such.
  func isGeneric(_ term: DefinedTerm) -> Bool { term.determination != .definite || term.isNamedAsWord }

  /// "X consists of Y", "X involves Y", "X occurs when …", "X describes Y": they say what something comes to.
  private func readConstitution(at verb: Int) {
    guard grid.penn[verb] == .vbz || grid.penn[verb] == .vbp, !isNegated(verb), let term = subject(before: verb),
      term.certainty > 0.8, !hasHypothesis(verb)
    else { return }
    let next = verb + 1
    guard next + 1 < limit else { return }
    let lemma = grid.lemma[verb]
    var start = verb
    var confidence = 0.5
    var predicate: DefinitionPredicate?
    switch lemma {
    case words.consist:
      guard grid.form[next] == words.of else { return }
      start = next + 1
      predicate = self.predicate(at: start, limit: limit)
      confidence = isGeneric(term) ? 0.6 : 0.5
    case words.occur, words.happen:
      guard grid.form[next] == words.when, isGeneric(term) else { return }
      start = next
      confidence = 0.65
    case words.describe, words.represent:
      guard isGeneric(term), grid.chunkOf[next] >= 0 else { return }
      start = next
      predicate = self.predicate(at: start, limit: limit)
      confidence = 0.55
    case words.involve:
      guard isGeneric(term), term.start == 0 || term.scope != nil else { return }
      confidence = 0.5
    default: return
    }
    add(
      term: term.tokens, text: start..<textEnd(from: start), predicate: predicate, scope: term.scope,
      confidence: confidence * term.certainty, rule: "DEF-constitution")
  }

  /// "X requires Y" of a term: a necessary condition.
  private func readDemand(at verb: Int) {
    guard grid.penn[verb] == .vbz || grid.penn[verb] == .vbp, !isNegated(verb), let term = subject(before: verb),
      term.determination == .quoted || term.isNamedAsWord || isActivityTerm(term), term.certainty > 0.8,
      !hasHypothesis(verb), verb + 1 < limit
    else { return }
    var start = verb + 1
    if grid.form[start] == words.that { start += 1 }
    add(
      term: term.tokens, text: start..<textEnd(from: start), scope: term.scope, isPartial: true, confidence: 0.55,
      rule: "DEF-demands")
  }

  private func isActivityTerm(_ term: DefinedTerm) -> Bool {
    guard term.determination == .bare, term.start == 0 || term.scope != nil else { return false }
    return grid.penn[term.head] == .vbg || isGerundNoun(term.tokens.upperBound - 1)
  }

  private func isGerundNoun(_ position: Int) -> Bool {
    let bytes = analyzed.document.text[grid.token(position).range]
    return bytes.count > 5 && bytes.suffix(3).elementsEqual("ing".utf8)
  }

  // MARK: Define

  /// "X is defined as Y" and "we define X as Y".
  private func readDefine(at verb: Int) {
    if grid.penn[verb] == .vbn, let be = auxiliary(before: verb) {
      readPassive(at: verb, be: be, confidence: 0.93, rule: "DEF-defined")
    } else if isFinite(verb) || grid.penn[verb] == .vb || grid.penn[verb] == .vbg {
      readActive(at: verb)
    }
  }

  /// The form of "be" before a participle, adverbs between passed over.
  func auxiliary(before participle: Int) -> Int? {
    var position = participle - 1
    while position > 0, grid.tag[position] == .adv || words.softeners.contains(grid.form[position]) { position -= 1 }
    guard position >= 0, grid.lemma[position] == words.be || words.copulas.contains(grid.form[position]) else {
      return nil
    }
    return position
  }

  /// "X is (can be) defined as Y": the subject before the auxiliaries, the definition behind "as" or "to be".
  private func readPassive(at verb: Int, be: Int, confidence: Double, rule: String) {
    var first = be
    while first > 0, grid.tag[first - 1] == .aux || grid.penn[first - 1] == .md || grid.tag[first - 1] == .adv {
      first -= 1
    }
    guard !(first..<verb).contains(where: { words.core.negators.contains(grid.form[$0]) }) else { return }
    guard let start = asStart(after: verb), let term = subject(before: first), !hasHypothesis(verb) else { return }
    let predicate = predicate(at: start, limit: limit)
    add(
      term: term.tokens, text: start..<textEnd(from: start), predicate: predicate, scope: term.scope,
      confidence: confidence * term.certainty, rule: rule)
  }

  /// The position behind "as" or "to be" within a few words of a verb.
  private func asStart(after verb: Int) -> Int? {
    var position = verb + 1
    while position < min(limit - 1, verb + 8) {
      let form = grid.form[position]
      if form == words.as_ || form == words.by && position == verb + 1 { return position + 1 }
      if form == words.to, grid.form[position + 1] == words.be { return position + 2 }
      if form == words.core.comma || grid.tag[position] == .verb { return nil }
      position += 1
    }
    return nil
  }

  /// "Smith defines X as Y", "define marriage as a contract".
  private func readActive(at verb: Int) {
    var start = verb + 1
    if start < limit, isQuoteMark(start) { start += 1 }
    guard start < limit, !isNegated(verb), let term = term(startingAt: start) else { return }
    var position = max(term.tokens.upperBound, term.start)
    while position < limit, isQuoteMark(position) { position += 1 }
    if position < limit, grid.form[position] == words.core.openBracket, let close = closing(of: position) {
      position = close + 1
    }
    guard position + 1 < limit else { return }
    if grid.form[position] == words.as_ {
      position += 1
    } else if grid.form[position] == words.to, grid.form[position + 1] == words.be {
      position += 2
    } else {
      return
    }
    let predicate = predicate(at: position, limit: limit)
    add(
      term: term.tokens, text: position..<textEnd(from: position), predicate: predicate, confidence: 0.88,
      rule: "DEF-we-define")
  }

  /// A term that begins at a position: a noun phrase with "of" complements, or a quotation.
  func term(startingAt start: Int) -> DefinedTerm? {
    guard start < limit else { return nil }
    if isQuoteMark(start) || start > 0 && isQuoteMark(start - 1) {
      let first = isQuoteMark(start) ? start + 1 : start
      var end = first
      while end < limit, !isQuoteMark(end) { end += 1 }
      guard end > first, end - first <= 8 else { return nil }
      let head = grid.tag[end - 1] == .punct && end - 1 > first ? end - 2 : end - 1
      return DefinedTerm(tokens: first..<head + 1, start: start, head: head, determination: .quoted)
    }
    guard grid.chunkOf[start] >= 0 else { return gerundTerm(startingAt: start) }
    let chunk = grid.chunks[grid.chunkOf[start]]
    guard chunk.range.lowerBound == start, !chunk.isPronoun else { return nil }
    var end = chunk.range.upperBound
    if end + 1 < limit, grid.form[end] == words.of, grid.chunkOf[end + 1] >= 0 {
      end = grid.chunks[grid.chunkOf[end + 1]].range.upperBound
    }
    var term = DefinedTerm(
      tokens: withoutDeterminer(start..<end), start: start, head: chunk.head, determination: determination(start))
    if words.wordNouns.contains(grid.lemma[chunk.head]), end < limit, isQuoteMark(end),
      let quoted = self.term(startingAt: end)
    {
      term = quoted
    } else if words.wordNouns.contains(grid.lemma[term.tokens.lowerBound]), term.tokens.count > 1 {
      term.tokens = term.tokens.lowerBound + 1..<term.tokens.upperBound
      term.isNamedAsWord = true
    }
    return isDefinable(term) ? term : nil
  }

  private func gerundTerm(startingAt start: Int) -> DefinedTerm? {
    guard grid.penn[start] == .vbg else { return nil }
    return DefinedTerm(tokens: start..<start + 1, start: start, head: start, determination: .bare)
  }

  // MARK: Use, conceive

  /// "X is used to mean Y", "we use X to refer to Y", "the term X is used for Y".
  private func readUse(at verb: Int) {
    if grid.penn[verb] == .vbn, let be = auxiliary(before: verb) {
      guard let term = subject(before: be),
        term.isNamedAsWord || term.determination == .quoted || namesMeaning(after: verb),
        let start = useStart(after: verb), !isNegated(verb)
      else { return }
      let predicate = predicate(at: start, limit: limit)
      add(
        term: term.tokens, text: start..<textEnd(from: start), predicate: predicate, scope: term.scope,
        confidence: (term.isNamedAsWord || term.determination == .quoted ? 0.88 : 0.7) * term.certainty,
        rule: "DEF-used-to-mean")
    } else if isFinite(verb) || grid.penn[verb] == .vb {
      guard let term = term(startingAt: verb + 1), namesMeaning(after: term.tokens.upperBound - 1),
        let start = useStart(after: term.tokens.upperBound - 1), !isNegated(verb)
      else { return }
      add(
        term: term.tokens, text: start..<textEnd(from: start), predicate: predicate(at: start, limit: limit),
        confidence: 0.85, rule: "DEF-used-to-mean")
    }
  }

  /// Whether "to mean", "to refer to", "to denote", "to describe" follows.
  private func namesMeaning(after position: Int) -> Bool {
    var next = position + 1
    while next < limit, isQuoteMark(next) || grid.tag[next] == .adv { next += 1 }
    guard next + 1 < limit, grid.form[next] == words.to else { return false }
    let lemma = grid.lemma[next + 1]
    return words.meaningVerbs.contains(lemma) || lemma == words.describe
  }

  private func useStart(after position: Int) -> Int? {
    var next = position + 1
    while next < limit, isQuoteMark(next) || grid.tag[next] == .adv { next += 1 }
    guard next + 2 < limit else { return nil }
    if grid.form[next] == words.for_ || grid.form[next] == words.as_ && grid.chunkOf[next + 1] >= 0 {
      return grid.form[next] == words.for_ ? next + 1 : nil
    }
    guard namesMeaning(after: position) else { return nil }
    return grid.form[next + 2] == words.to ? next + 3 : next + 2
  }

  /// "X is understood as Y", "X can be thought of as Y".
  private func readConceived(at verb: Int) {
    guard grid.penn[verb] == .vbn, let be = auxiliary(before: verb) else { return }
    readPassive(at: verb, be: be, confidence: 0.6, rule: "DEF-understood-as")
  }
}
