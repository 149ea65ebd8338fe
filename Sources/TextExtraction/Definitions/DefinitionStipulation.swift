/// Definitions that a text lays down: "by X we mean Y", "let X be Y", "we call Y X".
extension DefinitionPass {
  func readStipulation(at position: Int) {
    switch grid.form[position] {
    case words.by: readByWeMean(at: position)
    case words.let_: readLet(at: position)
    default: readWeCall(at: position)
    }
  }

  /// "By X we mean Y".
  private func readByWeMean(at by: Int) {
    guard let term = term(startingAt: by + 1) else { return }
    var position = term.tokens.upperBound
    while position < limit, isQuoteMark(position) || grid.form[position] == words.core.comma { position += 1 }
    guard position + 2 < limit, grid.tag[position] == .pron || grid.tag[position] == .propn else { return }
    position += 1
    while position < limit, grid.tag[position] == .adv || grid.tag[position] == .aux { position += 1 }
    guard position + 1 < limit, grid.lemma[position] == words.mean || grid.form[position] == words.mean,
      !isNegated(position)
    else { return }
    var start = position + 1
    while start < limit, grid.tag[start] == .adv || grid.form[start] == words.that { start += 1 }
    // "By noon we mean to leave" says what is intended.
    guard start < limit, grid.form[start] != words.to else { return }
    add(
      term: term.tokens, text: start..<textEnd(from: start), predicate: predicate(at: start, limit: limit),
      confidence: 0.93, rule: "DEF-by-we-mean")
  }

  /// "Let X be Y", "let X denote Y".
  private func readLet(at verb: Int) {
    guard verb == 0 || grid.tag[verb - 1] == .punct || grid.tag[verb - 1] == .adv, let term = term(startingAt: verb + 1)
    else { return }
    let position = term.tokens.upperBound
    guard position + 2 < limit else { return }
    let lemma = grid.lemma[position]
    guard lemma == words.be || words.meaningVerbs.contains(lemma) || lemma == words.represent else { return }
    guard let predicate = predicate(at: position + 1, limit: limit) else { return }
    add(
      term: term.tokens, text: position + 1..<textEnd(from: position + 1), predicate: predicate, confidence: 0.8,
      rule: "DEF-let")
  }

  /// "We call Y X": the name is the complement of the verb.
  private func readWeCall(at pronoun: Int) {
    var verb = pronoun + 1
    while verb < limit, grid.tag[verb] == .adv || grid.tag[verb] == .aux { verb += 1 }
    guard verb + 2 < limit, grid.lemma[verb] == words.call, grid.isParsed, !isNegated(verb) else { return }
    guard let name = calledName(of: verb), name > verb + 1 else { return }
    var start = name
    if grid.chunkOf[name] >= 0 { start = grid.chunks[grid.chunkOf[name]].range.lowerBound }
    if start > 0, isQuoteMark(start - 1) { start -= 1 }
    guard start > verb + 2, let term = term(startingAt: start), let predicate = predicate(at: verb + 1, limit: start)
    else {
      return
    }
    add(
      term: term.tokens, text: verb + 1..<start, predicate: predicate, confidence: 0.75, rule: "DEF-we-call")
  }

  /// The complement of "call": what the parser says it is, else the second of two objects.
  private func calledName(of verb: Int) -> Int? {
    if let name = grid.child(of: verb, .xcomp) { return name }
    let objects = grid.children(of: verb).filter { grid.arc[$0] == .obj || grid.arc[$0] == .iobj }
    if objects.count >= 2 { return objects.last }
    // "… a model that hides its goals a schemer": two noun phrases side by side at the end, whatever the arcs say.
    guard let last = grid.chunks.last, last.range.upperBound == limit, last.range.lowerBound > verb + 2,
      grid.chunkOf[last.range.lowerBound - 1] >= 0
    else { return nil }
    return last.head
  }
}
