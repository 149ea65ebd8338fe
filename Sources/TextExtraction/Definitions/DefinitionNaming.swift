/// Reverse definitions: "Y is called X", "a Y known as X", "we call Y X".
extension DefinitionPass {
  func readNaming(at participle: Int) {
    guard grid.penn[participle] == .vbn || grid.penn[participle] == .vbd, let start = nameStart(after: participle),
      let term = term(startingAt: start), !grid.isQuoted[participle]
    else { return }
    if let be = auxiliary(before: participle) {
      readPassiveNaming(term, participle: participle, be: be)
    } else {
      readAttributiveNaming(term, participle: participle)
    }
  }

  /// The first position of the name behind "called", "known as", "referred to as".
  private func nameStart(after participle: Int) -> Int? {
    var position = participle + 1
    guard position < limit else { return nil }
    if grid.form[participle] == words.referred {
      guard position + 1 < limit, grid.form[position] == words.to, grid.form[position + 1] == words.as_ else {
        return nil
      }
      position += 2
    } else if grid.form[participle] == words.known {
      guard grid.form[position] == words.as_ else { return nil }
      position += 1
    } else if grid.form[position] == words.as_ {
      position += 1
    }
    return position < limit ? position : nil
  }

  /// "An event that …, is called the founder effect".
  private func readPassiveNaming(_ term: DefinedTerm, participle: Int, be: Int) {
    var first = be
    while first > 0,
      grid.tag[first - 1] == .aux || grid.penn[first - 1] == .md || grid.tag[first - 1] == .adv
        || grid.form[first - 1] == words.core.comma
    {
      first -= 1
    }
    let start = clauseStart(before: first)
    guard first - start >= 2, !hasHypothesis(participle) else { return }
    let opener = grid.form[start]
    // "This is called X", "this process is called X", "what is called X": the meaning stands elsewhere.
    let pointsBack = words.core.demonstratives.contains(opener) && (first - start < 5 || isKindNoun(start + 1))
    if grid.tag[start] == .pron || pointsBack || opener == words.what { return }
    let isAlias = (be..<participle).contains {
      words.namingAdverbs.contains(grid.form[$0]) && grid.form[$0] != words.usually
    }
    let predicate = predicate(at: start, limit: first)
    if let predicate, !predicate.hasDifferentia,
      isAlias || predicate.restStart == first && (predicate.genus?.count ?? 0) < 2
    {
      return
    }
    add(
      term: term.tokens, text: start..<first, predicate: predicate,
      confidence: isAlias ? 0.6 : 0.8, rule: "DEF-called")
  }

  private func isKindNoun(_ position: Int) -> Bool { words.transparentNouns.contains(grid.lemma[position]) }

  /// Where the clause that ends before a position begins, behind an adverbial and its comma.
  private func clauseStart(before end: Int) -> Int {
    var start = end
    var depth = 0
    while start > 0 {
      let form = grid.form[start - 1]
      if form == words.core.closeBracket { depth += 1 }
      if form == words.core.openBracket { depth -= 1 }
      if depth < 0 || depth == 0 && (form == words.core.semicolon || form == words.colonWord || form == words.longDash)
      {
        break
      }
      if depth == 0, form == words.and || form == words.core.but, start > 1, grid.form[start - 2] == words.core.comma {
        break
      }
      start -= 1
    }
    while start < end, grid.tag[start] == .adv || grid.tag[start] == .cconj || grid.form[start] == words.core.comma {
      start += 1
    }
    if start < end, grid.tag[start] == .adp || grid.tag[start] == .sconj,
      let comma = (start..<end).first(where: { grid.form[$0] == words.core.comma }), comma + 2 < end
    {
      return comma + 1
    }
    return start
  }

  /// "structures called nephridia", "a requirement known as the mita": the noun before is the genus.
  private func readAttributiveNaming(_ term: DefinedTerm, participle: Int) {
    var end = participle
    var isAlias = false
    while end > 0, grid.tag[end - 1] == .adv {
      if words.namingAdverbs.contains(grid.form[end - 1]) { isAlias = true }
      end -= 1
    }
    let isSetOff = end > 0 && grid.form[end - 1] == words.core.comma
    if isSetOff { end -= 1 }
    guard end > 0, !isAlias, grid.form[end - 1] != words.core.openBracket, grid.chunkOf[end - 1] >= 0 else { return }
    let inner = grid.chunks[grid.chunkOf[end - 1]]
    guard inner.range.upperBound == end, !inner.isPronoun else { return }
    var start = inner.range.lowerBound
    while start > 1, grid.form[start - 1] == words.of || grid.form[start - 1] == words.in_, grid.chunkOf[start - 2] >= 0
    {
      start = grid.chunks[grid.chunkOf[start - 2]].range.lowerBound
    }
    guard end - start >= 3, let predicate = predicate(at: start, limit: end), !isPersonName(term) else { return }
    add(
      term: term.tokens, text: start..<end, predicate: predicate, confidence: 0.5,
      rule: "DEF-named")
  }

  private func isPersonName(_ term: DefinedTerm) -> Bool {
    term.determination == .bare && term.tokens.allSatisfy { grid.tag[$0] == .propn }
  }
}
