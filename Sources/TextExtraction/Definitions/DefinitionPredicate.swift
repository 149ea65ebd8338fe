/// What a definition says its term is: the broader notion and where the rest begins.
struct DefinitionPredicate {
  enum Determiner { case indefinite, definite, bare }

  /// Positions of the genus without determiner; nil for "one that …".
  var genus: Range<Int>?
  var head: Int
  var determiner: Determiner
  /// The position behind the genus.
  var restStart: Int
  /// Whether something sets the term apart: a relative clause, a participle, a complement.
  var hasDifferentia: Bool
  /// Whether a relative clause or participle follows, the surest kind.
  var hasClause: Bool
  /// Whether "a kind of" was looked through.
  var isLookedThrough: Bool
  /// The first chunk, before looking through.
  var outer: NounChunk?
}

extension DefinitionPass {
  /// Reads the noun phrase that begins at a position as a genus with its differentia.
  func predicate(at start: Int, limit: Int) -> DefinitionPredicate? {
    var position = start
    var isLookedThrough = false
    while position + 2 < limit, grid.form[position + 1] == words.of,
      grid.form[position] == words.one || grid.form[position] == words.any
    {
      position += 2
      isLookedThrough = true
    }
    if position < limit, let bare = onePredicate(at: position, limit: limit) { return bare }
    guard let first = chunkStart(from: position, limit: limit) else { return nil }
    let outer = grid.chunks[grid.chunkOf[first]]
    guard outer.range.lowerBound == first || isLookedThrough, !outer.isPronoun else { return nil }
    let determiner = determiner(at: position)
    var chunk = outer
    // "the brain's control of …": the possessor is no genus.
    while chunk.range.upperBound + 1 < limit, grid.penn[chunk.range.upperBound] == .pos,
      grid.chunkOf[chunk.range.upperBound + 1] >= 0
    {
      chunk = grid.chunks[grid.chunkOf[chunk.range.upperBound + 1]]
    }
    while let inner = lookThrough(chunk, limit: limit) {
      chunk = inner
      isLookedThrough = true
    }
    var end = chunk.range.upperBound
    // "a tool or device that …": the genus is the first, the rest follows the last.
    while end + 1 < limit, grid.form[end] == words.or || grid.form[end] == words.and, grid.chunkOf[end + 1] >= 0,
      !grid.chunks[grid.chunkOf[end + 1]].isPronoun
    {
      end = grid.chunks[grid.chunkOf[end + 1]].range.upperBound
    }
    let (differs, clause) = differentia(at: end, limit: limit)
    // "the longest river in Africa" is a river.
    var genus = chunk.coreRange
    while genus.count > 1, genus.lowerBound < chunk.head, grid.penn[genus.lowerBound] == .jjs {
      genus = genus.lowerBound + 1..<genus.upperBound
    }
    return DefinitionPredicate(
      genus: genus, head: chunk.head, determiner: determiner, restStart: chunk.range.upperBound,
      hasDifferentia: differs, hasClause: clause, isLookedThrough: isLookedThrough, outer: outer)
  }

  /// The chunk that a phrase at a position leads to: "a large, mainstream organization" has two chunks for the tags.
  private func chunkStart(from start: Int, limit: Int) -> Int? {
    var position = start
    while position < limit, position - start < 8 {
      if grid.chunkOf[position] >= 0 { return position }
      let isPart =
        grid.tag[position] == .det || grid.tag[position] == .adj || grid.tag[position] == .adv
        || grid.tag[position] == .cconj || grid.form[position] == words.core.comma || grid.penn[position] == .vbn
      guard isPart, position > start || grid.tag[position] == .det else { return nil }
      position += 1
    }
    return nil
  }

  private func determiner(at position: Int) -> DefinitionPredicate.Determiner {
    switch grid.form[position] {
    case words.a, words.an, words.any, words.one: .indefinite
    case words.the: .definite
    default: .bare
    }
  }

  /// "one that …", "one in which …", "that which …", "those who …".
  private func onePredicate(at position: Int, limit: Int) -> DefinitionPredicate? {
    let form = grid.form[position]
    guard form == words.one || form == words.that || form == words.core.those, position + 1 < limit else { return nil }
    let next = position + 1
    let isRelative = words.relatives.contains(grid.form[next])
    let isPiedPiped = next + 1 < limit && grid.tag[next] == .adp && grid.form[next + 1] == words.which
    guard isRelative || isPiedPiped else { return nil }
    return DefinitionPredicate(
      genus: nil, head: position, determiner: .indefinite, restStart: next, hasDifferentia: true, hasClause: true,
      isLookedThrough: false, outer: nil)
  }

  /// The noun phrase behind "a kind of", "a term for", "the name given to".
  private func lookThrough(_ chunk: NounChunk, limit: Int) -> NounChunk? {
    var end = chunk.range.upperBound
    guard end + 1 < limit else { return nil }
    let lemma = grid.lemma[chunk.head]
    let isKind = words.transparentNouns.contains(lemma) && grid.form[end] == words.of
    // "the name given to …"
    let isGiven =
      words.namingUses.contains(grid.form[end])
      && (grid.form[end + 1] == words.to || grid.form[end + 1] == words.for_)
    if isGiven { end += 1 }
    let isWord = words.wordNouns.contains(lemma) && (grid.form[end] == words.for_ || isGiven)
    guard end + 1 < limit else { return nil }
    guard isKind || isWord, grid.chunkOf[end + 1] >= 0 else { return nil }
    let inner = grid.chunks[grid.chunkOf[end + 1]]
    return inner.isPronoun ? nil : inner
  }

  /// Whether what follows a genus sets its term apart, and whether it is a clause.
  private func differentia(at position: Int, limit: Int) -> (differs: Bool, isClause: Bool) {
    var position = position
    if position < limit, grid.form[position] == words.core.openBracket, let close = closing(of: position) {
      position = close + 1
    }
    guard position < limit else { return (false, false) }
    if grid.form[position] == words.core.comma { position += 1 }
    while position < limit, grid.tag[position] == .adv, !words.relatives.contains(grid.form[position]) { position += 1 }
    guard position < limit else { return (false, false) }
    if words.relatives.contains(grid.form[position]) { return (true, true) }
    switch grid.penn[position] {
    case .vbn, .vbg, .vbd: return (true, true)
    case .to: return (true, true)
    default: break
    }
    if grid.tag[position] == .adp {
      let isPiedPiped = position + 1 < limit && words.relatives.contains(grid.form[position + 1])
      return (true, isPiedPiped)
    }
    // "a force proportional to …": an adjective behind its noun.
    return (grid.tag[position] == .adj || grid.tag[position] == .sconj, false)
  }

  /// Where a defining text that begins at a position ends: before a semicolon, a contrast or a new main clause.
  func textEnd(from start: Int) -> Int {
    var depth = 0
    var position = start
    while position < limit {
      let form = grid.form[position]
      if form == words.core.openBracket || form == words.core.openSquare {
        depth += 1
      } else if form == words.core.closeBracket || form == words.core.closeSquare {
        if depth == 0 { return position }
        depth -= 1
      } else if depth == 0, position > start {
        if form == words.core.semicolon { return position }
        if form == words.core.comma, startsNewClause(position + 1) { return position }
      }
      position += 1
    }
    return limit
  }

  /// ", but …", ", and it is …": the definition is over.
  private func startsNewClause(_ position: Int) -> Bool {
    guard position + 1 < limit else { return false }
    let form = grid.form[position]
    if form == words.core.but || grid.tag[position] == .sconj && !words.relatives.contains(form) && form != words.as_ {
      return true
    }
    guard form == words.and || form == words.or, position + 2 < limit else { return false }
    guard grid.chunkOf[position + 1] >= 0 else { return false }
    let chunk = grid.chunks[grid.chunkOf[position + 1]]
    return chunk.range.upperBound < limit && isFinite(chunk.range.upperBound)
  }

  /// The parts of the differentia: each relative clause, participle or complement, split at coordinated verbs.
  func conditions(from start: Int, to end: Int) -> [Range<Int>] {
    var starts: [Int] = []
    var position = start
    var depth = 0
    while position < end {
      let form = grid.form[position]
      if form == words.core.openBracket { depth += 1 }
      if form == words.core.closeBracket { depth -= 1 }
      if depth == 0, position == start || beginsCondition(position, after: starts.last ?? start) {
        starts.append(position)
      }
      position += 1
    }
    var parts: [Range<Int>] = []
    for (index, low) in starts.enumerated() {
      var low = low
      var high = index + 1 < starts.count ? starts[index + 1] : end
      while low < high, isJoint(low) { low += 1 }
      while high > low, isJoint(high - 1) { high -= 1 }
      if high - low >= 2 { parts.append(low..<high) }
    }
    return parts
  }

  private func isJoint(_ position: Int) -> Bool {
    let form = grid.form[position]
    return form == words.core.comma || form == words.and || form == words.or
  }

  private func beginsCondition(_ position: Int, after last: Int) -> Bool {
    guard position > last + 1 else { return false }
    let form = grid.form[position]
    let before = grid.form[position - 1]
    let isJoined = isJoint(position - 1)
    if words.relatives.contains(form), form != words.that {
      return before == words.core.comma || isJoined || !words.relatives.contains(before)
    }
    if form == words.that { return isJoined }
    if isJoined, before != words.core.comma || isJoint(position - 2) {
      return isFinite(position) || grid.penn[position] == .vbg
    }
    return before == words.core.comma && (grid.penn[position] == .vbg || grid.penn[position] == .vbn)
  }
}
