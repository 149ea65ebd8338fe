import ConceptModel

/// A base noun phrase read off the tags: from its determiner to its last noun, without complements.
struct NounChunk: Sendable {
  /// Positions in the sentence.
  var range: Range<Int>
  /// The first position behind determiners, possessives, quantifiers and evaluative adjectives.
  var core: Int
  /// The first position behind determiners alone: "specific" in "the specific gravity" may be part of the name.
  var named: Int
  /// The last noun.
  var head: Int
  var isPronoun: Bool

  var coreRange: Range<Int> { core..<range.upperBound }

  /// Finds the chunks of the grid's sentence and notes for each token which one it belongs to.
  static func find(in grid: SentenceGrid, core: CoreWords) {
    grid.chunks.removeAll(keepingCapacity: true)
    grid.chunkOf = [Int](repeating: -1, count: grid.count)
    var position = 0
    while position < grid.count {
      guard let chunk = chunk(at: position, in: grid, core: core) else {
        position += 1
        continue
      }
      for inner in chunk.range { grid.chunkOf[inner] = grid.chunks.count }
      grid.chunks.append(chunk)
      position = chunk.range.upperBound
    }
  }

  /// The chunk that starts at a position, if one does.
  private static func chunk(at start: Int, in grid: SentenceGrid, core: CoreWords) -> NounChunk? {
    if grid.isApparatus(start) { return nil }
    if grid.tag[start] == .pron && grid.penn[start] != .prpPoss
      || grid.penn[start] == .dt && isBareDemonstrative(start, grid)
    {
      return NounChunk(range: start..<(start + 1), core: start, named: start, head: start, isPronoun: true)
    }
    var position = start
    var lastNoun = -1
    var end = start
    scan: while position < grid.count {
      switch kind(of: position, in: grid, core: core, hasNoun: lastNoun >= 0) {
      case .noun:
        lastNoun = position
        end = position + 1
      case .modifier: if lastNoun >= 0 && !isGluedOn(position, grid, core) { break scan }
      case .glue: if position == start && grid.form[start] != core.quote { break scan }
      case .opener: if position != start && !continuesDeterminers(position, from: start, grid) { break scan }
      case .stop: break scan
      }
      position += 1
    }
    guard lastNoun >= 0 else { return adjectiveChunk(at: start, in: grid, core: core) }
    let head = lastNoun
    if let opening = openingMark(of: start..<head, in: grid, core: core) {
      return NounChunk(range: opening..<end, core: opening, named: opening, head: head, isPronoun: false)
    }
    let coreStart = coreStart(start..<end, head: head, in: grid, core: core)
    let named = (start..<coreStart).first { grid.tag[$0] == .adj } ?? coreStart
    return NounChunk(range: start..<end, core: coreStart, named: named, head: head, isPronoun: false)
  }

  /// "the “plus four” method": where a phrase begins whose first words are the end of a short quotation.
  private static func openingMark(of range: Range<Int>, in grid: SentenceGrid, core: CoreWords) -> Int? {
    func isMark(_ position: Int) -> Bool { grid.form[position] == core.quote || grid.form[position] == core.quotes }
    guard range.lowerBound > 0, let closing = range.first(where: isMark), closing > range.lowerBound,
      grid.isQuoted[range.lowerBound], !range[(closing + 1)...].contains(where: isMark)
    else { return nil }
    let opening = (max(0, range.lowerBound - 4)..<range.lowerBound).last(where: isMark)
    guard let opening, grid.chunkOf[opening] < 0, (opening + 1..<closing).allSatisfy({ grid.isQuoted[$0] }) else {
      return nil
    }
    return opening
  }

  private enum Part { case noun, modifier, glue, opener, stop }

  private static func kind(of position: Int, in grid: SentenceGrid, core: CoreWords, hasNoun: Bool) -> Part {
    let word = grid.form[position]
    if grid.isApparatus(position) { return .stop }
    if isInnerHyphenated(position, grid, core) { return .glue }
    if core.connectors.contains(word) || isVerbInDisguise(position, in: grid, core: core) { return .stop }
    if core.exampleNouns.contains(word), position > 0, grid.form[position - 1] == core.for_ { return .stop }
    switch grid.tag[position] {
    case .noun, .propn: return .noun
    case .num: return .modifier
    case .sym, .x: return word == core.slash || word == core.hyphen ? glueOrStop(position, grid, core, hasNoun) : .stop
    case .adj: return hasNoun && isGerundHead(position, grid, core) ? .noun : .modifier
    case .verb: return hasNoun && isGerundHead(position, grid, core) ? .noun : verbPart(position, in: grid, core: core)
    case .adv: return hasNoun ? .stop : adverbPart(position, in: grid)
    case .det: return word == core.both || word == core.either || word == core.neither ? .stop : .opener
    case .pron: return grid.penn[position] == .prpPoss ? .opener : .stop
    case .punct, .adp, .part, .cconj:
      if word == core.hyphen || word == core.slash { return glueOrStop(position, grid, core, hasNoun) }
      if word == core.quote || word == core.quotes { return quotePart(position, in: grid, core: core) }
      if grid.penn[position] == .pos && isEponym(position, in: grid, core: core) { return .glue }
      return grid.isGlued(position) && position > 0 && isHyphenated(position, grid, core) ? .glue : .stop
    default: return isHyphenated(position, grid, core) ? .glue : .stop
    }
  }

  /// "X-based", "state-of-the-art": a word between hyphens without white space.
  private static func isHyphenated(_ position: Int, _ grid: SentenceGrid, _ core: CoreWords) -> Bool {
    let before = position > 0 && grid.form[position - 1] == core.hyphen && grid.isGlued(position - 1)
    let after = position + 1 < grid.count && grid.form[position + 1] == core.hyphen && grid.isGlued(position)
    return before || after
  }

  /// "the anxiety stems from", "the mixture consists of": third persons that taggers take for plurals.
  private static func isVerbInDisguise(_ position: Int, in grid: SentenceGrid, core: CoreWords) -> Bool {
    guard position > 0, position + 1 < grid.count, grid.tag[position] == .noun else { return false }
    guard grid.tag[position - 1] == .noun || grid.tag[position - 1] == .propn else { return false }
    let next = grid.form[position + 1]
    return core.verbsWithOf.contains(grid.form[position]) && next == core.of
      || core.verbsWithFrom.contains(grid.form[position]) && next == core.from
      || core.verbsWithTo.contains(grid.form[position]) && next == core.to
      || core.verbsWithWith.contains(grid.form[position]) && next == core.with
  }

  /// "of" and "the" in "state-of-the-art": hyphens on both sides.
  private static func isInnerHyphenated(_ position: Int, _ grid: SentenceGrid, _ core: CoreWords) -> Bool {
    guard position > 0, position + 1 < grid.count else { return false }
    return grid.form[position - 1] == core.hyphen && grid.isGlued(position - 1)
      && grid.form[position + 1] == core.hyphen
      && grid.isGlued(position)
  }

  private static func isGluedOn(_ position: Int, _ grid: SentenceGrid, _ core: CoreWords) -> Bool {
    isHyphenated(position, grid, core) || grid.tag[position] == .num || leadsToNoun(position + 1, grid)
  }

  /// Whether nouns follow at once: "machine learned models", "model free learning".
  private static func leadsToNoun(_ position: Int, _ grid: SentenceGrid) -> Bool {
    position < grid.count && (grid.tag[position] == .noun || grid.tag[position] == .propn)
      && grid.isParsed && grid.arc[position - 1] == .amod
  }

  private static func glueOrStop(_ position: Int, _ grid: SentenceGrid, _ core: CoreWords, _ hasNoun: Bool) -> Part {
    guard position > 0, position + 1 < grid.count, grid.isGlued(position - 1), grid.isGlued(position) else {
      return .stop
    }
    // "SG/GMG" is a pair of terms, "inner/outer alignment" one phrase.
    if grid.form[position] == core.slash && hasNoun && grid.tag[position - 1] != .adj { return .stop }
    return .glue
  }

  private static func verbPart(_ position: Int, in grid: SentenceGrid, core: CoreWords) -> Part {
    if isHyphenated(position, grid, core) { return .glue }
    let penn = grid.penn[position]
    if penn == .nnp || penn == .nnps { return .modifier }
    guard penn == .vbn || penn == .vbg || penn == .vbd else { return .stop }
    if grid.isParsed {
      let label = grid.arc[position]
      return (label == .amod || label == .compound) && grid.head[position] > position ? .modifier : .stop
    }
    guard penn == .vbn, position + 1 < grid.count else { return .stop }
    return grid.tag[position + 1] == .noun ? .modifier : .stop
  }

  private static func adverbPart(_ position: Int, in grid: SentenceGrid) -> Part {
    guard position + 1 < grid.count else { return .stop }
    let next = grid.tag[position + 1]
    if next == .punct && grid.isGlued(position) { return .modifier }
    return next == .adj || next == .verb && grid.arc[position + 1] == .amod && grid.isParsed ? .modifier : .stop
  }

  /// A quotation mark inside a phrase ("the "correct" model") or around its last word ("the term "scheming"").
  private static func quotePart(_ position: Int, in grid: SentenceGrid, core: CoreWords) -> Part {
    let isOpening = position + 1 < grid.count && grid.isQuoted[position + 1]
    if isOpening {
      var close = position + 1
      while close < grid.count && grid.isQuoted[close] {
        guard grid.tag[close] == .noun || grid.tag[close] == .adj || grid.tag[close] == .propn else { return .stop }
        close += 1
      }
      guard position > 0, close + 1 < grid.count else { return .stop }
      let next = grid.tag[close + 1]
      return next == .noun || next == .adj ? .glue : .stop
    }
    guard position > 0, grid.isQuoted[position - 1], position + 1 < grid.count else { return .stop }
    var open = position - 1
    while open >= 0 && grid.isQuoted[open] { open -= 1 }
    return open > 0 && grid.tag[position + 1] == .noun ? .glue : .stop
  }

  private static func isEponym(_ position: Int, in grid: SentenceGrid, core: CoreWords) -> Bool {
    guard position > 0, position + 1 < grid.count, grid.tag[position - 1] == .propn else { return false }
    return core.eponymHeads.contains(grid.lemma[position + 1])
  }

  /// "accuracy checking and …", "surface fitting shows": a form in -ing behind a singular noun that nothing follows which
  /// could be its object is the head of a compound.
  private static func isGerundHead(_ position: Int, _ grid: SentenceGrid, _ core: CoreWords) -> Bool {
    guard position > 0, grid.isParsed, grid.tag[position - 1] == .noun, grid.penn[position - 1] == .nn,
      grid.penn[position] == .vbg || grid.tag[position] == .adj, grid.endsInIng(position),
      grid.child(of: position, .obj) == nil
    else { return false }
    guard position + 1 < grid.count else { return true }
    if grid.tag[position] == .adj { return grid.child(of: position, .compound) == position - 1 }
    switch grid.tag[position + 1] {
    case .cconj, .aux: return true
    case .punct: return grid.form[position + 1] != core.hyphen && grid.form[position + 1] != core.quote
    case .verb: return [.vbz, .vbp, .vbd].contains(grid.penn[position + 1])
    default: return false
    }
  }

  private static func isBareDemonstrative(_ position: Int, _ grid: SentenceGrid) -> Bool {
    guard grid.isParsed else { return false }
    switch grid.arc[position] {
    case .nsubj, .nsubjPass, .obj, .obl: return true
    default: return false
    }
  }

  private static func continuesDeterminers(_ position: Int, from start: Int, _ grid: SentenceGrid) -> Bool {
    for earlier in start..<position where grid.tag[earlier] != .det && grid.tag[earlier] != .pron { return false }
    return true
  }

  /// An adjective used as a noun ("the poor", "the unconscious").
  private static func adjectiveChunk(at start: Int, in grid: SentenceGrid, core: CoreWords) -> NounChunk? {
    guard grid.isParsed, grid.tag[start] == .det, start + 1 < grid.count, grid.tag[start + 1] == .adj else {
      return nil
    }
    switch grid.arc[start + 1] {
    case .nsubj, .nsubjPass, .obj, .obl, .nmod: break
    default:
      // "an official who …", "an adult is …": an article and no noun to come.
      guard grid.form[start] == core.a || grid.form[start] == core.an, start + 2 < grid.count else { return nil }
      switch grid.tag[start + 2] {
      case .pron, .adp, .aux, .sconj: break
      case .punct where grid.form[start + 2] != core.comma && grid.form[start + 2] != core.hyphen: break
      default: return nil
      }
    }
    return NounChunk(
      range: start..<(start + 2), core: start + 1, named: start + 1, head: start + 1, isPronoun: false)
  }

  /// "for computing optical flow": the gerund is no part of the phrase, whatever the parser says.
  private static func isGerund(_ position: Int, _ range: Range<Int>, in grid: SentenceGrid) -> Bool {
    guard position == range.lowerBound, position > 0 else { return false }
    return grid.tag[position - 1] == .adp || grid.tag[position - 1] == .sconj
  }

  /// Whether a quotation mark has its partner within the phrase.
  private static func closes(_ position: Int, before head: Int, in grid: SentenceGrid, core: CoreWords) -> Bool {
    position + 1 < head && (position + 1..<head).contains { grid.form[$0] == grid.form[position] }
  }

  /// Steps over what is not part of a term; never past the head.
  private static func coreStart(_ range: Range<Int>, head: Int, in grid: SentenceGrid, core: CoreWords) -> Int {
    var position = range.lowerBound
    while position < head {
      let isHyphened = grid.form[position + 1] == core.hyphen && grid.isGlued(position)
      let word = grid.form[position]
      let isSkipped: Bool
      switch grid.tag[position] {
      case .det, .pron: isSkipped = true
      case .punct: isSkipped = !closes(position, before: head, in: grid, core: core)
      case .num: isSkipped = !isHyphened && grid.tag[position + 1] != .punct
      case .adv: isSkipped = !isHyphened
      case .verb where grid.penn[position] == .vbg && isGerund(position, range, in: grid): isSkipped = true
      case .adj, .verb, .noun, .propn:
        isSkipped =
          !isHyphened && (core.quantifiers.contains(word) || core.evaluative.contains(word))
          && !isPartOfName(position, in: grid)
      default: isSkipped = false
      }
      guard isSkipped else { break }
      position += 1
    }
    // "four” method": what stands before a mark without its partner was cut off from its beginning.
    var marks = (position..<head).filter { grid.form[$0] == core.quote || grid.form[$0] == core.quotes }
    if marks.count % 2 == 1, let last = marks.popLast() { return last + 1 }
    return position
  }

  /// "Central Limit Theorem": capitals inside a sentence hold a name together.
  private static func isPartOfName(_ position: Int, in grid: SentenceGrid) -> Bool {
    position > 0 && ASCII.isUpper(grid.firstByte(position)) && ASCII.isUpper(grid.firstByte(position + 1))
  }
}
