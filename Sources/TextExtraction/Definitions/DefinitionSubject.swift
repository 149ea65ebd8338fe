/// The phrase that a definition is about, as read from the words before a verb.
struct DefinedTerm {
  enum Determination { case bare, indefinite, definite, quoted }

  /// Positions of the term, without determiner and quotation marks.
  var tokens: Range<Int>
  /// The first position of the whole phrase.
  var start: Int
  var head: Int
  var determination: Determination
  /// "In reinforcement learning, …": positions without the comma.
  var scope: Range<Int>?
  /// How surely the phrase is the subject of a clause that is asserted, 0…1.
  var certainty = 1.0
  /// Whether the phrase was introduced by "the term", "the word".
  var isNamedAsWord = false
}

extension DefinitionPass {
  /// The term whose clause continues with the verb at a position, or nil when what stands there cannot be defined.
  func subject(before verb: Int) -> DefinedTerm? {
    var end = verb
    while end > 0, grid.tag[end - 1] == .adv || words.softeners.contains(grid.form[end - 1]) { end -= 1 }
    end = skipAsides(before: end)
    if end > 0, var term = phrase(endingAt: end, verb: verb) {
      term = withoutWordNoun(term)
      if isDefinable(term), readLeadIn(&term) { return term }
    }
    return parsedSubject(of: verb)
  }

  /// The subject that the parser gives the verb, when asides of any kind stand between the two.
  private func parsedSubject(of verb: Int) -> DefinedTerm? {
    guard grid.isParsed, verb < grid.count else { return nil }
    let isAuxiliary = grid.arc[verb] == .cop || grid.arc[verb] == .aux || grid.arc[verb] == .auxPass
    let top = isAuxiliary && grid.head[verb] >= 0 ? grid.head[verb] : verb
    guard let head = grid.child(of: top, .nsubj) ?? grid.child(of: top, .nsubjPass), head < verb,
      grid.chunkOf[head] >= 0
    else { return nil }
    let chunk = grid.chunks[grid.chunkOf[head]]
    guard chunk.head == head, var term = term(startingAt: chunk.range.lowerBound) else { return nil }
    let next = term.tokens.upperBound
    let opensAside =
      next < verb
      && (grid.form[next] == words.core.comma || grid.form[next] == words.core.openBracket
        || grid.form[next] == words.core.openSquare || grid.form[next] == words.or)
    guard opensAside, readLeadIn(&term) else { return nil }
    term.certainty *= 0.95
    return term
  }

  /// Steps back over "(…)" and over ", also called …," behind a subject.
  private func skipAsides(before end: Int) -> Int {
    var end = end
    for _ in 0..<2 {
      guard end > 1 else { return end }
      if grid.form[end - 1] == words.core.closeBracket || grid.form[end - 1] == words.core.closeSquare {
        guard let open = opening(of: end - 1), open > 0 else { return end }
        end = open
      } else if grid.form[end - 1] == words.core.comma, let comma = asideStart(before: end - 1) {
        end = comma
      } else {
        return end
      }
    }
    return end
  }

  /// The bracket that opens what closes at a position.
  func opening(of close: Int) -> Int? {
    var depth = 0
    var position = close
    while position >= 0 {
      let form = grid.form[position]
      if form == words.core.closeBracket || form == words.core.closeSquare { depth += 1 }
      if form == words.core.openBracket || form == words.core.openSquare {
        depth -= 1
        if depth == 0 { return position }
      }
      position -= 1
    }
    return nil
  }

  /// The bracket that closes what opens at a position.
  func closing(of open: Int) -> Int? {
    var depth = 0
    for position in open..<grid.count {
      let form = grid.form[position]
      if form == words.core.openBracket || form == words.core.openSquare { depth += 1 }
      if form == words.core.closeBracket || form == words.core.closeSquare {
        depth -= 1
        if depth == 0 { return position }
      }
    }
    return nil
  }

  /// The comma that opens an aside such as ", or soil base," or ", also known as Y,".
  private func asideStart(before close: Int) -> Int? {
    var position = close - 1
    while position > 0, close - position < 24 {
      if grid.form[position] == words.core.comma {
        let next = grid.form[position + 1]
        let opens =
          next == words.or || next == words.which || words.namingParticiples.contains(next)
          || words.namingAdverbs.contains(next) || next == words.ie
          || (next == words.a || next == words.an || next == words.the) && position + 1 < close
          || (grid.tag[position + 1] == .adp || grid.tag[position + 1] == .adv)
            && !(position + 1..<close).contains { isFinite($0) }
        if opens { return grid.chunkOf[position - 1] >= 0 || isQuoteMark(position - 1) ? position : nil }
      }
      position -= 1
    }
    return nil
  }

  func isQuoteMark(_ position: Int) -> Bool {
    grid.form[position] == words.core.quote || grid.form[position] == words.core.quotes
  }

  /// The noun phrase or quotation that ends before a position.
  func phrase(endingAt end: Int, verb: Int) -> DefinedTerm? {
    if isQuoteMark(end - 1) || grid.isQuoted[end - 1] && grid.chunkOf[end - 1] < 0 {
      return quotedPhrase(endingAt: end)
    }
    guard grid.chunkOf[end - 1] >= 0 else { return gerundPhrase(endingAt: end) }
    let chunk = grid.chunks[grid.chunkOf[end - 1]]
    guard chunk.range.upperBound == end, !chunk.isPronoun else { return nil }
    var start = chunk.range.lowerBound
    var head = chunk.head
    var termEnd = end
    var outer = chunk
    var steps = 0
    while start > 1, steps < 4 {
      let link = grid.form[start - 1]
      let before = grid.chunkOf[start - 2]
      guard before >= 0, grid.chunks[before].range.upperBound == start - 1, !grid.chunks[before].isPronoun else {
        break
      }
      if grid.tag[start - 1] == .adp && link != words.as_ {
        outer = grid.chunks[before]
        head = outer.head
      } else if link == words.or {
        outer = grid.chunks[before]
        head = outer.head
        termEnd = outer.range.upperBound
      } else if link == words.and, verb < grid.count, grid.form[verb] == words.is_ {
        outer = grid.chunks[before]
      } else {
        break
      }
      start = outer.range.lowerBound
      steps += 1
    }
    return DefinedTerm(
      tokens: withoutDeterminer(start..<termEnd), start: start, head: head, determination: determination(start))
  }

  /// The positions of a phrase behind its article.
  func withoutDeterminer(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start + 1 < range.upperBound,
      grid.tag[start] == .det || isQuoteMark(start) || words.pointingDeterminers.contains(grid.form[start])
    {
      start += 1
    }
    return start..<range.upperBound
  }

  func determination(_ start: Int) -> DefinedTerm.Determination {
    switch grid.form[start] {
    case words.a, words.an, words.any: .indefinite
    case words.the: .definite
    default: isQuoteMark(start) ? .quoted : .bare
    }
  }

  /// `"X"` and `the term "X"`.
  private func quotedPhrase(endingAt end: Int) -> DefinedTerm? {
    let close = isQuoteMark(end - 1) ? end - 1 : end
    var open = close - 1
    while open >= 0, !isQuoteMark(open), close - open < 10 { open -= 1 }
    guard open >= 0, isQuoteMark(open), open + 1 < close else { return nil }
    var term = DefinedTerm(tokens: open + 1..<close, start: open, head: close - 1, determination: .quoted)
    if open > 0, grid.chunkOf[open - 1] >= 0 {
      let chunk = grid.chunks[grid.chunkOf[open - 1]]
      if words.wordNouns.contains(grid.lemma[chunk.head]) {
        term.start = chunk.range.lowerBound
        term.isNamedAsWord = true
      }
    }
    return term
  }

  /// "Sandbagging means …": a gerund at the start of its clause.
  private func gerundPhrase(endingAt end: Int) -> DefinedTerm? {
    guard grid.penn[end - 1] == .vbg else { return nil }
    var start = end - 1
    while start > 0, grid.isGlued(start - 1), grid.tag[start - 1] != .punct || grid.form[start - 1] == words.dash {
      start -= 1
    }
    // "a bill of lading": the gerund is the complement of a noun.
    if start > 1, grid.form[start - 1] == words.of, grid.chunkOf[start - 2] >= 0 {
      let outer = grid.chunks[grid.chunkOf[start - 2]]
      if outer.range.upperBound == start - 1, !outer.isPronoun {
        return DefinedTerm(
          tokens: withoutDeterminer(outer.range.lowerBound..<end), start: outer.range.lowerBound, head: outer.head,
          determination: determination(outer.range.lowerBound))
      }
    }
    return DefinedTerm(tokens: start..<end, start: start, head: end - 1, determination: .bare)
  }

  /// "the term X", "the concept of X": X.
  private func withoutWordNoun(_ term: DefinedTerm) -> DefinedTerm {
    var term = term
    let first = term.tokens.lowerBound
    guard term.tokens.count > 1, words.wordNouns.contains(grid.lemma[first]) else { return term }
    let next = first + 1
    if grid.form[next] == words.of, next + 1 < term.tokens.upperBound {
      term.tokens = withoutDeterminer(next + 1..<term.tokens.upperBound)
    } else if grid.chunkOf[next] == grid.chunkOf[first], grid.chunkOf[first] >= 0 {
      term.tokens = next..<term.tokens.upperBound
    } else {
      return term
    }
    if let chunk = grid.chunkOf[term.tokens.lowerBound] >= 0 ? grid.chunks[grid.chunkOf[term.tokens.lowerBound]] : nil {
      term.head = min(chunk.head, term.tokens.upperBound - 1)
    }
    term.isNamedAsWord = true
    return term
  }

  /// Whether a phrase can be a term: it names a kind and neither points back nor picks out.
  func isDefinable(_ term: DefinedTerm) -> Bool {
    guard !term.tokens.isEmpty, term.tokens.count <= 9 else { return false }
    if term.determination == .quoted || term.isNamedAsWord { return hasLetters(term.tokens) }
    let first = grid.form[term.start]
    if words.pointingDeterminers.contains(first) || grid.penn[term.start] == .prpPoss { return false }
    if grid.tag[term.start] == .num && term.tokens.count > 1 && term.determination == .bare { return false }
    if grid.tag[term.head] == .pron || grid.tag[term.head] == .num { return false }
    let headLemma = grid.lemma[term.head]
    // "time" alone and "the main problem" are no terms, "residence time" is one.
    let isPlain = term.tokens.count == 1 || term.determination == .definite && term.tokens.lowerBound == term.head
    if words.emptyNouns.contains(headLemma), isPlain || words.discourseHeads.contains(headLemma) { return false }
    if words.stageNouns.contains(grid.lemma[term.head]) && term.determination != .indefinite { return false }
    let lead = term.tokens.lowerBound
    if grid.tag[lead] == .adj || grid.tag[lead] == .adv || grid.tag[lead] == .num, lead != term.head {
      let isSelector = words.selectors.contains(grid.form[lead]) || words.judgements.contains(grid.form[lead])
      if isSelector || grid.penn[lead] == .jjs
        || words.mildJudgements.contains(grid.form[lead]) && term.determination == .definite
      {
        return false
      }
    }
    // "the two most important laws"
    if term.determination == .definite, term.tokens.contains(where: { words.selectors.contains(grid.form[$0]) }) {
      return false
    }
    return hasLetters(term.tokens)
  }

  func hasLetters(_ tokens: Range<Int>) -> Bool {
    grid.bytes(tokens).contains { isASCIILetter(analyzed.document.text[$0]) || analyzed.document.text[$0] >= 0x80 }
  }

  /// Reads what stands before the subject; false when the clause is hypothetical or the phrase is no subject.
  private func readLeadIn(_ term: inout DefinedTerm) -> Bool {
    var position = term.start
    // "as well", "Thus", "first": adverbs right before the subject.
    while position > 0, grid.tag[position - 1] == .adv || grid.token(position - 1).flags.contains(.layout) {
      position -= 1
    }
    while position > 0, isQuoteMark(position - 1) || grid.form[position - 1] == words.core.openBracket { position -= 1 }
    guard position > 0 else { return true }
    let before = grid.form[position - 1]
    switch before {
    case words.core.comma: return readPhraseBeforeComma(position - 1, &term)
    case words.colonWord, words.core.semicolon, words.longDash, words.doubleDash, words.dash, words.period:
      term.certainty = 0.9
      return !startsConditional(0, position)
    case words.and, words.core.but:
      term.certainty = position == 1 ? 1 : 0.85
      return position == 1
        || position >= 2 && grid.form[position - 2] == words.core.comma && !startsConditional(0, position)
    case words.that:
      term.certainty = 0.75
      return !startsConditional(0, position)
    default:
      let isSubordinate = grid.tag[position - 1] == .sconj || grid.tag[position - 1] == .cconj
      guard isSubordinate, !words.conditionals.contains(before) else {
        // "1 A clade is …": a number or letter of the lay-out.
        return position <= 2
          && (0..<position).allSatisfy { grid.tag[$0] == .num || grid.tag[$0] == .punct || grid.tag[$0] == .x }
      }
      term.certainty = 0.7
      return true
    }
  }

  private func startsConditional(_ from: Int, _ to: Int) -> Bool {
    (from..<to).contains { words.conditionals.contains(grid.form[$0]) && (grid.tag[$0] == .sconj || $0 == from) }
  }

  /// "In physics, …", "For example, …", "As shown above, …".
  private func readPhraseBeforeComma(_ comma: Int, _ term: inout DefinedTerm) -> Bool {
    var start = comma
    while start > 0, grid.form[start - 1] != words.core.semicolon, grid.form[start - 1] != words.colonWord {
      start -= 1
    }
    guard start < comma else { return true }
    let first = grid.form[start]
    if words.conditionals.contains(first) { return false }
    let isPhrase = !(start..<comma).contains { isFinite($0) }
    let opener = grid.tag[start]
    if isPhrase {
      // A bare noun phrase before the comma makes a list or an apposition, not an adverbial.
      if opener != .adp && opener != .adv && opener != .sconj && opener != .cconj && opener != .verb && opener != .intj
      {
        return false
      }
      if first == words.in_ || first == words.within || first == words.for_ && grid.lemma[start + 1] != words.core.kind
      {
        let isExample = start + 2 == comma && grid.tag[start + 1] == .noun && first == words.for_
        if !isExample { term.scope = start..<comma }
      }
      return true
    }
    term.certainty = 0.85
    return opener == .sconj || opener == .adp || opener == .adv
  }

  /// Whether a finite verb stands at a position.
  func isFinite(_ position: Int) -> Bool {
    switch grid.penn[position] {
    case .vbz, .vbp, .vbd, .md: true
    default: grid.tag[position] == .aux && grid.form[position] != words.be
    }
  }
}
