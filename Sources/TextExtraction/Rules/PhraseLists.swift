/// Noun phrases and their coordinations by adjacency: what the parser's `conj` arcs are too unsure for.
extension SentenceGrid {
  private func isOpening(_ position: Int, _ core: CoreWords) -> Bool {
    form[position] == core.openBracket || form[position] == core.openSquare
  }

  private func isClosing(_ position: Int, _ core: CoreWords) -> Bool {
    form[position] == core.closeBracket || form[position] == core.closeSquare
  }

  private func isQuotationMark(_ position: Int, _ core: CoreWords) -> Bool {
    form[position] == core.quote || form[position] == core.quotes
  }

  /// The boundary behind a short bracket that starts here ("(SG)", "[3]"), or the position itself.
  func behindBracket(_ position: Int, core: CoreWords) -> Int {
    guard position < count, isOpening(position, core) else { return position }
    var end = position + 1
    while end < count && end - position <= 8 {
      if isClosing(end, core) { return end + 1 }
      end += 1
    }
    return position
  }

  /// The boundary before a short bracket that ends here, or the position itself.
  private func beforeBracket(_ position: Int, core: CoreWords) -> Int {
    guard position > 0, isClosing(position - 1, core) else { return position }
    var start = position - 2
    while start >= 0 && position - start <= 9 {
      if isOpening(start, core) { return start }
      start -= 1
    }
    return position
  }

  /// The boundary behind the noun phrase that starts at a position.
  func phraseEnd(from position: Int, core: CoreWords) -> Int? {
    guard position < count else { return nil }
    if isQuotationMark(position, core), position + 1 < count, chunkOf[position] < 0 {
      guard let end = phraseEnd(from: position + 1, core: core) else { return nil }
      return end < count && isQuotationMark(end, core) ? end + 1 : end
    }
    let chunk = chunkOf[position]
    guard chunk >= 0, !chunks[chunk].isPronoun, position <= chunks[chunk].core else { return nil }
    return behindBracket(chunks[chunk].range.upperBound, core: core)
  }

  /// The boundary before the noun phrase that ends at a position.
  func phraseStart(upTo position: Int, core: CoreWords) -> Int? {
    let end = beforeBracket(position, core: core)
    guard end > 0 else { return nil }
    if isQuotationMark(end - 1, core) {
      guard let start = phraseStart(upTo: end - 1, core: core), start < end - 1 else { return nil }
      return start > 0 && isQuotationMark(start - 1, core) ? start - 1 : start
    }
    let chunk = chunkOf[end - 1]
    guard chunk >= 0, !chunks[chunk].isPronoun, chunks[chunk].range.upperBound == end else { return nil }
    return chunks[chunk].range.lowerBound
  }

  /// The boundary behind "A, B(,) and C" that starts at a position; without a coordinator only the first phrase
  /// counts, unless a bracket or the sentence ends with the list.
  func listEnd(from position: Int, core: CoreWords) -> Int? {
    guard var end = itemEnd(from: position, core: core) else { return nil }
    var safe = end
    var sawComma = false
    while end < count {
      var next = end
      var coordinated = false
      if form[next] == core.comma { next += 1 }
      if next < count, isCoordinator(next, core) {
        next = behindCoordinator(next, core)
        coordinated = true
      }
      if next == end, form[end] == core.slash { next += 1 }
      guard next > end, let item = itemEnd(from: next, core: core), !startsClause(behind: item) || coordinated else {
        break
      }
      if coordinated && startsClause(behind: item) && sawComma == false && form[end] == core.comma { break }
      sawComma = sawComma || !coordinated
      end = item
      if coordinated || form[max(0, next - 1)] == core.slash { safe = end }
    }
    if end >= count || isClosing(end, core) || form[end] == core.etc || isLast(end) || endsOpenList(end, core) {
      safe = end
    }
    return safe
  }

  private func isLast(_ position: Int) -> Bool {
    (position..<count).allSatisfy { tag[$0] == .punct }
  }

  /// ", etc." or "…" behind the list.
  private func endsOpenList(_ position: Int, _ core: CoreWords) -> Bool {
    position + 1 < count && form[position] == core.comma && form[position + 1] == core.etc
  }

  /// A noun phrase with its "of" complement.
  private func itemEnd(from position: Int, core: CoreWords) -> Int? {
    guard let end = phraseEnd(from: position, core: core) else { return nil }
    if end < count, form[end] == core.of, let further = phraseEnd(from: end + 1, core: core) { return further }
    return end
  }

  /// Whether a finite verb follows: then the phrase is the subject of a new clause.
  private func startsClause(behind position: Int) -> Bool {
    guard position < count else { return false }
    if tag[position] == .aux { return true }
    return tag[position] == .verb && (penn[position] == .vbz || penn[position] == .vbp || penn[position] == .vbd)
  }

  private func isCoordinator(_ position: Int, _ core: CoreWords) -> Bool {
    form[position] == core.and || form[position] == core.or || form[position] == core.ampersand
      || form[position] == core.as_ && position + 2 < count && form[position + 2] == core.as_
  }

  private func behindCoordinator(_ position: Int, _ core: CoreWords) -> Int {
    if form[position] == core.as_ { return position + 3 }
    // "and/or"
    if position + 2 < count, form[position + 1] == core.slash { return position + 3 }
    return position + 1
  }

  /// The boundary before "A, B(,) and C" that ends at a position.
  func listStart(upTo position: Int, core: CoreWords) -> Int? {
    guard var start = phraseStart(upTo: position, core: core) else { return nil }
    // "meditation, or alcohol and other drugs": the list that "and other" closes has commas only.
    let isClosed =
      position + 1 < count
      && (isCoordinator(position, core) || form[position] == core.comma && isCoordinator(position + 1, core))
    while start > 0 {
      var next = start
      if next > 0, form[next - 1] == core.and || form[next - 1] == core.or || form[next - 1] == core.ampersand {
        if isClosed { break }
        next -= 1
      }
      if next > 0, form[next - 1] == core.comma || form[next - 1] == core.slash { next -= 1 }
      guard next < start, let item = phraseStart(upTo: next, core: core) else { break }
      start = item
    }
    return start
  }

  /// The chunks that are members of a list, without those inside brackets or behind "of".
  func members(ofList range: Range<Int>, core: CoreWords) -> [Int] {
    var members: [Int] = []
    var depth = 0
    var position = range.lowerBound
    while position < range.upperBound {
      if isOpening(position, core) { depth += 1 }
      if isClosing(position, core) { depth -= 1 }
      let chunk = chunkOf[position]
      if chunk >= 0 {
        let isComplement = position > range.lowerBound && form[chunks[chunk].range.lowerBound - 1] == core.of
        if depth <= 0 && !isComplement { members.append(chunk) }
        position = chunks[chunk].range.upperBound
      } else {
        position += 1
      }
    }
    return members
  }
}
