import ConceptModel

/// A phrase that can stand at the end of a relation.
struct ArgumentPhrase {
  /// Bytes of the text, without determiner.
  var base: Range<Int>
  /// The same with prepositional complements.
  var full: Range<Int>
  /// The head token in its sentence; for a resolved pronoun, that of the pronoun.
  var token: Int
  /// The quotation has to reach back to this byte, when a pronoun was resolved.
  var antecedentStart: Int?
  var isDenied = false
  var certainty = 1.0
}

/// Turns captured tokens into argument phrases: coordination is spread out, pronouns are resolved or refused.
struct ArgumentReader {
  let grid: SentenceGrid
  let core: CoreWords
  let roles: PredicateRoles

  /// The phrases of a captured part, none when it is no possible argument.
  func phrases(of part: RuleMatch.Part, anaphora: Anaphora) -> [ArgumentPhrase] {
    guard let token = part.token else { return sequencePhrases(part) }
    var phrases: [ArgumentPhrase] = []
    for member in part.distributes ? coordination(from: transparent(token)) : [(transparent(token), false)] {
      let known = phrases.count
      if isInFormula(member.0) { continue }
      if let phrase = phrase(at: member.0) { phrases.append(phrase) }
      if phrases.count == known, let phrase = anaphora.resolve(member.0, in: grid) { phrases.append(phrase) }
      if phrases.count > known { phrases[known].isDenied = member.1 }
      for extra in slashed(behind: member.0) { phrases.append(extra) }
    }
    return phrases
  }

  // MARK: Sequence captures

  private func sequencePhrases(_ part: RuleMatch.Part) -> [ArgumentPhrase] {
    var phrases: [ArgumentPhrase] = []
    let chunks = grid.members(ofList: part.range, core: core)
    let isWhole = chunks.contains {
      part.range.lowerBound <= grid.chunks[$0].core && grid.chunks[$0].range.upperBound <= part.range.upperBound
    }
    if !isWhole { return partial(part.range) }
    for chunk in part.distributes ? chunks : Array(chunks.prefix(1)) {
      guard let head = possessed(by: chunk, in: part) else { continue }
      guard let phrase = phrase(at: head) else { continue }
      phrases.append(transparentPhrase(phrase, head: head) ?? phrase)
    }
    return phrases
  }

  /// The head of a phrase that neighbours caught, or of what it owns: "due to the Moon's gravity" speaks of gravity.
  ///
  /// Nil when the phrase is no argument by itself: the subject of a clause ("e.g., vendors must supply …") or the first
  /// half of a compound that a coordination shares ("speech and text understanding").
  private func possessed(by chunk: Int, in part: RuleMatch.Part) -> Int? {
    let head = grid.chunks[chunk].head
    let next = grid.chunks[chunk].range.upperBound
    guard next < grid.count else { return head }
    if grid.isParsed, grid.head[head] >= next {
      switch grid.arc[head] {
      case .compound where grid.form[next] == core.and || grid.form[next] == core.or: return nil
      case .nsubj, .nsubjPass: if isInBrackets(chunk, with: grid.head[head]) { return nil }
      default: break
      }
    }
    if grid.penn[next] == .pos, !part.ownsNext {
      guard next + 1 < grid.count, grid.chunkOf[next + 1] >= 0 else { return nil }
      return grid.chunks[grid.chunkOf[next + 1]].head
    }
    return head
  }

  /// Whether a phrase stands behind an opening bracket that closes behind another word.
  private func isInBrackets(_ chunk: Int, with other: Int) -> Bool {
    let close = (grid.chunks[chunk].range.upperBound..<grid.count).first { grid.form[$0] == core.closeBracket }
    guard let close, other < close else { return false }
    return (0..<grid.chunks[chunk].range.lowerBound).last {
      grid.form[$0] == core.openBracket || grid.form[$0] == core.closeBracket
    }.map { grid.form[$0] == core.openBracket } ?? false
  }

  private func transparentPhrase(_ phrase: ArgumentPhrase, head: Int) -> ArgumentPhrase? {
    let inner = transparent(head)
    return inner == head ? nil : self.phrase(at: inner)
  }

  /// A capture within a chunk ("rule" in "rule-based system").
  private func partial(_ range: Range<Int>) -> [ArgumentPhrase] {
    guard !range.isEmpty else { return [] }
    var start = range.lowerBound
    while start + 1 < range.upperBound, grid.tag[start] == .det || grid.tag[start] == .num { start += 1 }
    let tokens = start..<range.upperBound
    guard let head = tokens.last(where: { grid.tag[$0] == .noun || grid.tag[$0] == .propn }) ?? gerund(tokens) else {
      return []
    }
    guard !core.vagueHeads.contains(grid.form[head]) else { return [] }
    let bytes = grid.bytes(tokens)
    return [ArgumentPhrase(base: bytes, full: bytes, token: head)]
  }

  private func gerund(_ tokens: Range<Int>) -> Int? { tokens.last { grid.penn[$0] == .vbg } }

  // MARK: One phrase

  /// The phrase around a token, or nil when it names nothing: pronouns, bare numbers, clock times, vague nouns.
  func phrase(at token: Int) -> ArgumentPhrase? {
    let index = grid.chunkOf[token]
    guard index >= 0 else { return gerundPhrase(at: token) }
    let chunk = grid.chunks[index]
    guard !chunk.isPronoun, grid.tag[chunk.head] != .num, !isVague(chunk), !isClockTime(chunk) else { return nil }
    guard chunk.coreRange.count > 1 || grid.token(chunk.head).range.count > 1 else { return nil }
    if core.transparentHeads.contains(grid.lemma[chunk.head]), chunk.range.upperBound < grid.count,
      grid.form[chunk.range.upperBound] == core.of
    {
      return nil
    }
    let tokens = chunk.coreRange
    let full = chunk.named..<complementEnd(of: token, from: tokens.upperBound)
    return ArgumentPhrase(base: grid.bytes(tokens), full: grid.bytes(full), token: token)
  }

  /// Whether a phrase is a side of an equation or inequality ("y = a + bx"): it names a quantity there, no concept.
  private func isInFormula(_ token: Int) -> Bool {
    guard grid.chunkOf[token] >= 0 else { return false }
    let range = grid.chunks[grid.chunkOf[token]].range
    return range.lowerBound > 0 && isOperator(range.lowerBound - 1)
      || range.upperBound < grid.count && isOperator(range.upperBound)
  }

  private func isOperator(_ position: Int) -> Bool {
    let bytes = analyzedBytes(position)
    return bytes.count == 1 && [0x3D, 0x2B, 0x3C, 0x3E, 0x2A, 0x5E].contains(bytes.first ?? 0)
      || bytes.elementsEqual("×".utf8) || bytes.elementsEqual("±".utf8) || bytes.elementsEqual("≤".utf8)
      || bytes.elementsEqual("≥".utf8) || bytes.elementsEqual("−".utf8)
  }

  private func analyzedBytes(_ position: Int) -> ArraySlice<UInt8> {
    grid.analyzed.document.text[grid.token(position).range]
  }

  private func isVague(_ chunk: NounChunk) -> Bool {
    // "technical thing" is as vague as "thing"; "life form" is not a form.
    core.vagueHeads.contains(grid.form[chunk.head]) || core.vagueHeads.contains(grid.lemma[chunk.head])
  }

  private func isClockTime(_ chunk: NounChunk) -> Bool {
    core.clockUnits.contains(grid.form[chunk.head])
  }

  /// "modelling their mistakes", "overfitting".
  private func gerundPhrase(at token: Int) -> ArgumentPhrase? {
    guard grid.penn[token] == .vbg else { return nil }
    var end = token + 1
    if let object = grid.child(of: token, .obj), object > token, grid.chunkOf[object] >= 0 {
      let chunk = grid.chunks[grid.chunkOf[object]]
      guard !chunk.isPronoun, chunk.range.lowerBound - token <= 1 else { return nil }
      end = chunk.range.upperBound
    }
    let bytes = grid.bytes(token..<end)
    return ArgumentPhrase(base: bytes, full: bytes, token: token, certainty: 0.9)
  }

  /// The boundary behind the prepositional complements that follow a phrase without a gap.
  private func complementEnd(of token: Int, from boundary: Int) -> Int {
    var end = boundary
    var steps = 0
    while end + 1 < grid.count, steps < 3, grid.tag[end] == .adp || grid.form[end] == core.due {
      var next = end + 1
      while next < grid.count, grid.tag[next] == .adp { next += 1 }
      guard next < grid.count, grid.chunkOf[next] >= 0 else { break }
      let chunk = grid.chunks[grid.chunkOf[next]]
      guard chunk.range.lowerBound == next, !chunk.isPronoun else { break }
      let isOf = grid.form[end] == core.of
      guard !core.exemplifying.contains(grid.form[end]) else { break }
      let isDue = grid.form[end] == core.due && next == end + 2
      guard isOf || isDue || isInside(chunk.head, token) else { break }
      end = chunk.range.upperBound
      steps += 1
    }
    return end
  }

  /// Whether a token hangs below another by nominal arcs.
  private func isInside(_ token: Int, _ top: Int) -> Bool {
    guard grid.isParsed else { return false }
    var current = token
    for _ in 0..<4 {
      guard grid.arc[current] == .nmod || grid.arc[current] == .conj else { return false }
      current = grid.head[current]
      guard current >= 0 else { return false }
      if current == top { return true }
    }
    return false
  }

  // MARK: Heads and coordination

  /// "a kind of Y", "some combination of X and Y": the noun behind "of".
  func transparent(_ token: Int) -> Int {
    guard core.transparentHeads.contains(grid.lemma[token]), grid.tag[token] == .noun, grid.chunkOf[token] >= 0 else {
      return token
    }
    let end = grid.chunks[grid.chunkOf[token]].range.upperBound
    guard end + 1 < grid.count, grid.form[end] == core.of, grid.chunkOf[end + 1] >= 0 else { return token }
    let inner = grid.chunks[grid.chunkOf[end + 1]]
    return inner.isPronoun ? token : inner.head
  }

  /// The members of a coordination with whether each is denied ("not X but Y").
  func coordination(from token: Int) -> [(Int, Bool)] {
    var members = [(token, false)]
    guard grid.isParsed else { return members }
    var pending = [token]
    while let top = pending.popLast() {
      for child in grid.children(of: top) where grid.arc[child] == .conj && grid.isNominal(child) {
        guard isPlainConjunct(child, of: top) else { continue }
        members.append((child, turnsRound(child)))
        pending.append(child)
      }
    }
    for neighbour in neighbours(of: token) where !members.contains(where: { $0.0 == neighbour }) {
      members.append((neighbour, false))
    }
    members.sort { $0.0 < $1.0 }
    return members
  }

  /// What adjacency says where the tree does not: "heat, wind and smoke cause delays", "caused by heat, wind and smoke".
  private func neighbours(of token: Int) -> [Int] {
    guard grid.chunkOf[token] >= 0, grid.chunks[grid.chunkOf[token]].head == token else { return [] }
    let chunk = grid.chunks[grid.chunkOf[token]]
    switch grid.arc[token] {
    case .nsubj, .nsubjPass:
      guard let start = grid.listStart(upTo: chunk.range.upperBound, core: core), start < chunk.range.lowerBound,
        opensClause(start)
      else { return [] }
      return listed(start..<chunk.range.upperBound, around: token)
    case .obj, .obl, .oblAgent, .nmod, .conj:
      guard let end = grid.listEnd(from: chunk.range.lowerBound, core: core), end > chunk.range.upperBound else {
        return []
      }
      return listed(chunk.range.lowerBound..<end, around: token)
    default: return []
    }
  }

  private func opensClause(_ start: Int) -> Bool {
    guard start > 0 else { return true }
    switch grid.tag[start - 1] {
    case .punct, .sconj, .cconj, .adv: return true
    default: return grid.form[start - 1] == core.both || isTransparentOf(start - 1)
    }
  }

  /// "of" behind "some combination".
  private func isTransparentOf(_ position: Int) -> Bool {
    guard grid.form[position] == core.of, position > 0, grid.chunkOf[position - 1] >= 0 else { return false }
    return core.transparentHeads.contains(grid.lemma[position - 1])
  }

  private func listed(_ range: Range<Int>, around token: Int) -> [Int] {
    grid.members(ofList: range, core: core).map { grid.chunks[$0].head }.filter { head in
      switch grid.arc[head] {
      case .nsubj, .nsubjPass: return head == token || token > head
      case .nmod: return token > head
      case .conj: return range.contains(grid.head[head])
      default: return true
      }
    }
  }

  /// "Y but not Z", "not Y but Z", "Y, not Z": what is said of one member is denied of the other.
  private func turnsRound(_ child: Int) -> Bool {
    grid.children(of: child).contains {
      grid.arc[$0] == .cc && grid.form[$0] == core.but
        || grid.arc[$0] == .advmod && core.negators.contains(grid.form[$0])
    }
  }

  /// No finite verb and no opening of a clause lies between, and the conjunct has no copula or subject of its own.
  private func isPlainConjunct(_ child: Int, of top: Int) -> Bool {
    guard top < child else { return false }
    for inner in grid.children(of: child) {
      switch grid.arc[inner] {
      case .nsubj, .nsubjPass, .cop, .aux, .csubj, .expl: return false
      default: break
      }
    }
    for position in (top + 1)..<child {
      switch grid.penn[position] {
      case .vbz, .vbd, .vbp, .md:
        if grid.arc[position] != .amod { return false }
      default: break
      }
      if grid.tag[position] == .aux || grid.form[position] == core.semicolon { return false }
    }
    return true
  }

  /// "SG/GMG": the other members, glued with slashes.
  private func slashed(behind token: Int) -> [ArgumentPhrase] {
    guard grid.chunkOf[token] >= 0 else { return [] }
    var phrases: [ArgumentPhrase] = []
    var start = grid.chunks[grid.chunkOf[token]].range.lowerBound
    while start >= 2, grid.form[start - 1] == core.slash, grid.chunkOf[start - 2] >= 0 {
      let chunk = grid.chunks[grid.chunkOf[start - 2]]
      if let phrase = phrase(at: chunk.head) { phrases.append(phrase) }
      start = chunk.range.lowerBound
    }
    var end = grid.chunks[grid.chunkOf[token]].range.upperBound
    while end + 1 < grid.count, grid.form[end] == core.slash, grid.chunkOf[end + 1] >= 0 {
      let chunk = grid.chunks[grid.chunkOf[end + 1]]
      if let phrase = phrase(at: chunk.head) { phrases.append(phrase) }
      end = chunk.range.upperBound
    }
    return phrases
  }
}
