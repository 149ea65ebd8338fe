import ConceptModel

/// Matches frame patterns at a predicate.
struct FrameMatcher {
  let grid: SentenceGrid
  let core: CoreWords
  let roles: PredicateRoles

  init(grid: SentenceGrid, core: CoreWords) {
    self.grid = grid
    self.core = core
    roles = PredicateRoles(grid: grid, core: core)
  }

  /// The match of a pattern whose trigger word stands at a position.
  func match(_ pattern: FramePattern, at trigger: Int) -> RuleMatch? {
    guard let predicate = predicate(pattern, at: trigger) else { return nil }
    var match = RuleMatch()
    match.anchor = predicate
    for argument in pattern.arguments {
      let isFound = fill(argument, of: predicate, in: &match)
      switch argument.presence {
      case .required: if !isFound { return nil }
      case .absent: if isFound { return nil }
      case .optional: break
      }
    }
    guard let a = match[.a]?.token, let b = match[.b]?.token, a != b else { return nil }
    if hidesInfinitive(pattern, behind: b) { return nil }
    match.wording = wording(of: predicate, trigger: trigger, before: b)
    return match
  }

  /// "causes the Moon to orbit", when the tagger takes the verb for a noun and the pattern wants no infinitive.
  private func hidesInfinitive(_ pattern: FramePattern, behind object: Int) -> Bool {
    guard grid.chunkOf[object] >= 0 else { return false }
    let end = grid.chunks[grid.chunkOf[object]].range.upperBound
    guard end < grid.count, grid.form[end] == core.to else { return false }
    return pattern.arguments.contains { $0.presence == .absent && $0.paths.contains { $0.last == .infinitive } }
  }

  private func predicate(_ pattern: FramePattern, at trigger: Int) -> Int? {
    switch pattern.kind {
    case .copula:
      // "with the staff being a team" states nothing.
      guard grid.arc[trigger] == .cop, grid.head[trigger] >= 0, grid.penn[trigger] != .vbg else { return nil }
      let predicate = grid.head[trigger]
      // "the request is for a loan", "it was like a carnival"
      guard grid.preposition(of: predicate) == nil, !picksOut(predicate), !speaksOfOneCase(before: trigger) else {
        return nil
      }
      return grid.tag[predicate] == .noun || grid.tag[predicate] == .propn ? predicate : nil
    case .verb: guard grid.tag[trigger] == .verb else { return nil }
    case .adjective:
      guard grid.tag[trigger] == .adj || grid.tag[trigger] == .adv || grid.penn[trigger] == .vbn else { return nil }
    case .noun: guard grid.tag[trigger] == .noun || grid.tag[trigger] == .propn else { return nil }
    }
    let lemma = grid.lemma[trigger]
    for candidate in pattern.predicates where candidate.lemma == lemma {
      if candidate.particle == 0 || hasParticle(candidate.particle, trigger) { return trigger }
    }
    return nil
  }

  /// "students who are voters": a clause without a comma says which ones are meant and not what they are.
  private func picksOut(_ predicate: Int) -> Bool {
    guard grid.arc[predicate] == .relative else { return false }
    let pronoun = grid.children(of: predicate).first { grid.tag[$0] == .pron && $0 < predicate } ?? predicate
    return pronoun > 0 && grid.tag[pronoun - 1] != .punct
  }

  /// "In this case, the parameter is a proportion": true of the case at hand alone.
  private func speaksOfOneCase(before verb: Int) -> Bool {
    (0..<max(0, verb - 2)).contains { position in
      core.onePointers.contains(grid.form[position]) && core.caseNouns.contains(grid.lemma[position + 1])
        && position > 0 && grid.tag[position - 1] == .adp
    }
  }

  /// "bring about", whatever the parser calls the second word.
  private func hasParticle(_ particle: Int32, _ verb: Int) -> Bool {
    if verb + 1 < grid.count, grid.form[verb + 1] == particle { return true }
    return grid.children(of: verb).contains { grid.arc[$0] == .particle && grid.form[$0] == particle }
  }

  private func fill(_ argument: FramePattern.Argument, of predicate: Int, in match: inout RuleMatch) -> Bool {
    for path in argument.paths {
      let fillers = roles.fillers(of: path, for: predicate)
      guard !fillers.isEmpty else { continue }
      switch argument.filler {
      case .anything: return true
      case .words(let words):
        if fillers.contains(where: { words.contains(grid.lemma[$0.token]) || words.contains(grid.form[$0.token]) }) {
          return true
        }
      case .capture(let capture):
        let best = fillers[0]
        match[capture] = part(of: best.token)
        match.certainty = min(match.certainty, best.certainty)
        if fillers.count > 1, path.last == .subject { match.otherSubjects = fillers.dropFirst().map(\.token) }
        return true
      case .pair(let first, let second):
        if let pair = pair(of: fillers) {
          match[first] = RuleMatch.Part(range: pair.0..<(pair.0 + 1), token: pair.0, distributes: false)
          match[second] = RuleMatch.Part(range: pair.1..<(pair.1 + 1), token: pair.1, distributes: false)
          return true
        }
      }
    }
    return false
  }

  private func part(of token: Int) -> RuleMatch.Part {
    RuleMatch.Part(range: token..<(token + 1), token: token, distributes: true)
  }

  /// The two members of "A and B".
  private func pair(of fillers: [RoleFiller]) -> (Int, Int)? {
    let first = fillers[0].token
    let conjuncts = grid.children(of: first).filter { grid.arc[$0] == .conj && grid.isNominal($0) }
    if conjuncts.count == 1 { return (first, conjuncts[0]) }
    // The parser may hang the second member elsewhere: take the phrase behind "and" that follows at once.
    guard conjuncts.isEmpty, grid.chunkOf[first] >= 0 else { return nil }
    let end = grid.chunks[grid.chunkOf[first]].range.upperBound
    guard end + 1 < grid.count, grid.form[end] == core.and, grid.chunkOf[end + 1] >= 0 else { return nil }
    return (first, grid.chunks[grid.chunkOf[end + 1]].head)
  }

  /// The predicate with its auxiliaries and the preposition that follows, as it stands.
  private func wording(of predicate: Int, trigger: Int, before object: Int) -> Range<Int> {
    var start = min(predicate, trigger)
    for child in grid.children(of: predicate) where child < start && start - child <= 3 {
      switch grid.arc[child] {
      case .aux, .auxPass, .cop, .advmod: start = min(start, child)
      default: break
      }
    }
    var end = trigger == predicate ? predicate + 1 : trigger + 1
    if end < grid.count, grid.tag[end] == .adp || grid.tag[end] == .part, end < object { end += 1 }
    return start..<max(end, start + 1)
  }
}
