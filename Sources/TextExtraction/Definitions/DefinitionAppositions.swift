/// Definitions beside their term: "a republic, a regime in which …", "X (a method that …)", "X, which is a Y …".
extension DefinitionPass {
  /// What a comma, dash or colon may join to the phrase before it.
  func readApposition(at mark: Int) {
    guard mark > 0, mark + 3 < limit, !isGluedHyphen(mark) else { return }
    let form = grid.form[mark]
    let isComma = form == words.core.comma
    if isComma, grid.form[mark + 1] == words.which || grid.form[mark + 1] == words.who {
      readRelative(at: mark)
      return
    }
    if isComma, grid.form[mark + 1] == words.or { return readAlternative(at: mark) }
    guard let term = neighbour(before: mark), let predicate = predicate(at: mark + 1, limit: limit),
      predicate.hasDifferentia, isApposition(predicate, of: term, at: mark)
    else { return }
    let end = isComma ? appositionEnd(from: mark + 1, predicate: predicate) : dashEnd(from: mark + 1, mark: form)
    guard end - mark >= 4 else { return }
    let isColon = form == words.colonWord
    if isComma && continuesList(end) || isColon && isClause(mark + 1..<end, predicate) { return }
    let hasArticle = predicate.determiner == .indefinite
    let confidence = isColon ? 0.65 : hasArticle && predicate.hasClause ? 0.65 : 0.55
    add(
      term: term.tokens, text: mark + 1..<end, predicate: predicate, confidence: confidence,
      rule: isColon ? "DEF-colon" : isComma ? "DEF-apposition" : "DEF-dash")
  }

  private func isGluedHyphen(_ mark: Int) -> Bool {
    grid.form[mark] == words.dash && (grid.isGlued(mark) && grid.isGlued(mark - 1)) && grid.firstByte(mark) == 0x2D
  }

  /// The term that ends right before a mark.
  func neighbour(before mark: Int) -> DefinedTerm? {
    var end = mark
    if grid.form[end - 1] == words.core.closeBracket, let open = opening(of: end - 1), open > 0 { end = open }
    guard end > 0 else { return nil }
    var term: DefinedTerm?
    if isQuoteMark(end - 1) || grid.isQuoted[end - 1] {
      term = phrase(endingAt: end, verb: grid.count)
    } else if grid.chunkOf[end - 1] >= 0 {
      let chunk = grid.chunks[grid.chunkOf[end - 1]]
      guard chunk.range.upperBound == end, !chunk.isPronoun else { return nil }
      term = DefinedTerm(
        tokens: withoutDeterminer(chunk.range), start: chunk.range.lowerBound, head: chunk.head,
        determination: determination(chunk.range.lowerBound))
    }
    guard let term, isDefinable(term), !isDate(term) else { return nil }
    return term
  }

  private func isDate(_ term: DefinedTerm) -> Bool {
    term.tokens.contains { grid.tag[$0] == .num } && grid.tag[term.tokens.upperBound - 1] == .num
  }

  /// Whether a noun phrase behind a mark says what the term is, and is neither subject nor member of a list.
  private func isApposition(_ predicate: DefinitionPredicate, of term: DefinedTerm, at mark: Int) -> Bool {
    guard let genus = predicate.genus, predicate.head < limit else { return false }
    let lemma = grid.lemma[predicate.head]
    if words.discourseNouns.contains(lemma) || grid.tag[predicate.head] != .noun || words.emptyNouns.contains(lemma) {
      return false
    }
    if grid.isParsed {
      switch grid.arc[predicate.head] {
      case .nsubj, .nsubjPass: return false
      default: break
      }
    }
    if words.roles.contains(lemma), grid.tag[term.head] == .propn { return false }
    if grid.form[mark] == words.core.comma {
      switch predicate.determiner {
      case .indefinite: break
      case .definite: return words.definingNouns.contains(lemma) && predicate.hasClause
      case .bare: return predicate.hasClause && grid.penn[predicate.head] == .nns && genus.count >= 1 && isPlural(term)
      }
    } else if predicate.determiner == .bare {
      return predicate.hasClause && grid.penn[predicate.head] == .nns
    }
    return !isListed(term)
  }

  private func isPlural(_ term: DefinedTerm) -> Bool { grid.penn[term.head] == .nns || grid.penn[term.head] == .nnps }

  /// "…, B, a C": the term is itself a member of a list.
  private func isListed(_ term: DefinedTerm) -> Bool {
    guard term.start > 1 else { return false }
    let before = grid.form[term.start - 1]
    return before == words.core.comma && grid.chunkOf[term.start - 2] >= 0
  }

  /// Whether a list goes on behind an apposition: ", and a D".
  private func continuesList(_ end: Int) -> Bool {
    guard end + 1 < limit, grid.form[end] == words.core.comma else { return false }
    return grid.form[end + 1] == words.and || grid.form[end + 1] == words.or
  }

  /// The comma that closes an apposition, or the end of the text.
  private func appositionEnd(from start: Int, predicate: DefinitionPredicate) -> Int {
    let end = textEnd(from: start)
    var depth = 0
    for position in predicate.restStart + 1..<max(predicate.restStart + 1, end) {
      let form = grid.form[position]
      if form == words.core.openBracket { depth += 1 }
      if form == words.core.closeBracket { depth -= 1 }
      guard depth == 0, form == words.core.comma, position + 1 < end else { continue }
      if isFinite(position + 1) || grid.form[position + 1] == words.and { return position }
    }
    return end
  }

  private func dashEnd(from start: Int, mark: Int32) -> Int {
    let end = textEnd(from: start)
    guard mark != words.colonWord else { return end }
    return (start..<end).first { grid.form[$0] == mark && !isGluedHyphen($0) } ?? end
  }

  /// ", which is a Y …", ", which means …", ", which states that …".
  private func readRelative(at comma: Int) {
    let verb = comma + 2
    guard verb + 1 < limit, grid.form[comma + 1] == words.which, let term = neighbour(before: comma) else { return }
    var start = verb + 1
    while start < limit, words.softeners.contains(grid.form[start]) { start += 1 }
    if words.copulas.contains(grid.form[verb]) {
      guard !words.pastCopulas.contains(grid.form[verb]), let predicate = predicate(at: start, limit: limit),
        predicate.hasDifferentia || predicate.determiner == .indefinite,
        !words.discourseNouns.contains(grid.lemma[predicate.head]), predicate.outer.map({ !isJudged($0) }) ?? true
      else { return }
      add(
        term: term.tokens, text: start..<textEnd(from: start), predicate: predicate, confidence: 0.7,
        rule: "DEF-relative")
    } else if words.meaningVerbs.contains(grid.lemma[verb]), isFinite(verb) {
      if grid.form[start] == words.to || grid.form[start] == words.that { start += 1 }
      guard start < limit else { return }
      add(
        term: term.tokens, text: start..<textEnd(from: start), predicate: predicate(at: start, limit: limit),
        confidence: 0.65, rule: "DEF-relative")
    } else if grid.penn[verb] == .vbz || grid.penn[verb] == .vbp,
      term.determination != .definite || grid.tag[term.head] == .propn,
      !words.principleVerbs.contains(grid.lemma[verb]), grid.tag[verb] == .verb
    {
      add(
        term: term.tokens, text: verb..<textEnd(from: verb), confidence: 0.45, rule: "DEF-which-does")
    } else if words.principleVerbs.contains(grid.lemma[verb]), words.principleNouns.contains(grid.lemma[term.head]) {
      if grid.form[start] == words.that { start += 1 }
      guard start < limit else { return }
      add(
        term: term.tokens, text: start..<textEnd(from: start), confidence: 0.75, rule: "DEF-principle")
    }
  }

  /// "ageism, or prejudice toward individuals based solely on their age": a gloss, longer than a second name.
  private func readAlternative(at comma: Int) {
    guard let term = neighbour(before: comma), isGeneric(term), !isListed(term),
      let predicate = predicate(at: comma + 2, limit: limit), predicate.hasDifferentia,
      predicate.determiner != .definite
    else { return }
    let end = appositionEnd(from: comma + 2, predicate: predicate)
    guard end - comma >= 5 else { return }
    add(
      term: term.tokens, text: comma + 2..<end, predicate: predicate, confidence: 0.5, rule: "DEF-or")
  }

  func isJudged(_ chunk: NounChunk) -> Bool {
    (chunk.range.lowerBound..<chunk.head).contains {
      words.judgements.contains(grid.form[$0]) || words.selectors.contains(grid.form[$0]) || grid.penn[$0] == .jjs
    }
  }

  /// "X (a Y that …)" and "Long Form (LF), where …".
  func readBracket(at open: Int) {
    guard open > 0, let close = closing(of: open), close > open + 1, let term = neighbour(before: open) else { return }
    let content = open + 1..<close
    if content.count <= 2, close + 3 < limit, grid.form[close + 1] == words.core.comma {
      let next = grid.form[close + 2]
      let isPiedPiped = next == words.in_ && grid.form[close + 3] == words.which
      guard next == words.where_ || next == words.whereby || isPiedPiped else { return }
      add(
        term: term.tokens, text: close + 2..<textEnd(from: close + 2), confidence: 0.85, rule: "DEF-abbreviated-where")
      return
    }
    guard content.count >= 4, let predicate = predicate(at: open + 1, limit: close), predicate.hasClause,
      predicate.determiner == .indefinite
        || predicate.determiner == .definite && words.definingNouns.contains(grid.lemma[predicate.head]),
      !words.discourseNouns.contains(grid.lemma[predicate.head])
    else { return }
    add(term: term.tokens, text: content, predicate: predicate, confidence: 0.65, rule: "DEF-bracket")
  }

  /// "X, i.e., Y", "X (that is, Y)".
  func readThatIs(at position: Int) {
    var start = position + 1
    if grid.form[position] == words.that {
      guard start + 2 < limit, grid.form[start] == words.is_, grid.form[start + 1] == words.core.comma else { return }
      start += 1
    }
    while start < limit, grid.form[start] == words.core.comma { start += 1 }
    guard position > 1, start + 1 < limit else { return }
    let mark = grid.form[position - 1]
    guard mark == words.core.comma || mark == words.core.openBracket || mark == words.longDash,
      let term = neighbour(before: position - 1)
    else { return }
    var end = textEnd(from: start)
    if mark == words.core.comma, let comma = (start..<end).first(where: { grid.form[$0] == words.core.comma }) {
      end = comma
    }
    // A whole clause explains the clause before it, not its last noun.
    guard end - start >= 3, let predicate = predicate(at: start, limit: end), !isClause(start..<end, predicate) else {
      return
    }
    add(term: term.tokens, text: start..<end, predicate: predicate, confidence: 0.55, rule: "DEF-that-is")
  }

  private func isClause(_ range: Range<Int>, _ predicate: DefinitionPredicate) -> Bool {
    guard let verb = range.first(where: { isFinite($0) }) else { return false }
    return !(range.lowerBound..<verb).contains { words.relatives.contains(grid.form[$0]) || grid.tag[$0] == .sconj }
  }
}
