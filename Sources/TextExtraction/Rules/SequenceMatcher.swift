import ConceptModel

/// What a pattern caught: for each capture a stretch of tokens or a predicate's argument.
struct RuleMatch {
  /// One captured phrase.
  struct Part {
    /// The tokens of a sequence capture; for a frame the chunk or word of the argument.
    var range: Range<Int>
    /// The head token, when the argument came from the tree.
    var token: Int?
    /// Whether the other members of a coordination count too.
    var distributes: Bool
    /// Whether the rule itself reads the "'s" behind it.
    var ownsNext = false
  }

  private var a: Part?
  private var b: Part?
  private var h: Part?
  private var x: Part?
  /// The word that stands for the match: the anchor or the predicate.
  var anchor = 0
  /// The tokens of the wording between the arguments, for `surface`.
  var wording: Range<Int> = 0..<0
  /// Further subjects, where the parser gave a verb several ("SG and GMG lead to …").
  var otherSubjects: [Int] = []
  /// How far the arcs that were used can be trusted, 0…1.
  var certainty = 1.0

  subscript(capture: Capture) -> Part? {
    get {
      switch capture {
      case .a: a
      case .b: b
      case .h: h
      case .x: x
      }
    }
    set {
      switch capture {
      case .a: a = newValue
      case .b: b = newValue
      case .h: h = newValue
      case .x: x = newValue
      }
    }
  }
}

/// Runs the compiled steps of sequence patterns over a sentence; backtracks, within a budget of steps.
struct SequenceMatcher {
  let grid: SentenceGrid
  let core: CoreWords
  private var match = RuleMatch()
  /// Where each capture was opened, one lane a capture.
  private var openings = SIMD4<Int32>(repeating: -1)
  private var budget = 0

  init(grid: SentenceGrid, core: CoreWords) {
    self.grid = grid
    self.core = core
  }

  /// The match whose anchor stands at a position, if the pattern matches there.
  mutating func match(_ pattern: SequencePattern, at position: Int) -> RuleMatch? {
    match = RuleMatch()
    match.anchor = position
    budget = 2000
    guard let end = run(pattern.right, 0, position, rightward: true) else { return nil }
    guard let start = run(pattern.left, 0, position, rightward: false) else { return nil }
    match.wording = start..<end
    return match
  }

  /// Runs steps from a boundary between tokens (the token to the right of it has the boundary's number).
  private mutating func run(_ steps: [SequenceStep], _ start: Int, _ from: Int, rightward: Bool) -> Int? {
    var step = start
    var position = from
    while budget > 0 {
      budget -= 1
      switch steps[step] {
      case .accept: return position
      case .test(let test):
        let token = rightward ? position : position - 1
        guard token >= 0, token < grid.count, test.accepts(token, in: grid) else { return nil }
        position += rightward ? 1 : -1
      case .phrase, .list:
        let isList = if case .list = steps[step] { true } else { false }
        guard let end = isList ? list(position, rightward) : phrase(position, rightward) else { return nil }
        position = end
      case .open(let capture): openings[capture.rawValue] = Int32(position)
      case .close(let capture):
        let isList = if case .list = steps[step - 1] { true } else { false }
        close(capture, at: position, isList: isList)
      case .fork(let other):
        let saved = (match, openings)
        if let end = run(steps, step + 1, position, rightward: rightward) { return end }
        (match, openings) = saved
        step = other
        continue
      case .forkLazy(let other):
        let saved = (match, openings)
        if let end = run(steps, other, position, rightward: rightward) { return end }
        (match, openings) = saved
      case .jump(let target):
        step = target
        continue
      case .refuse(let next):
        let saved = (match, openings)
        if run(steps, step + 1, position, rightward: rightward) != nil { return nil }
        (match, openings) = saved
        step = next
        continue
      case .sentenceStart: if position != 0 { return nil }
      case .sentenceEnd: if !isEnd(position) { return nil }
      }
      step += 1
    }
    return nil
  }

  private mutating func close(_ capture: Capture, at position: Int, isList: Bool) {
    let other = Int(openings[capture.rawValue])
    match[capture] = RuleMatch.Part(
      range: min(other, position)..<max(other, position), token: nil, distributes: isList)
  }

  private func isEnd(_ position: Int) -> Bool {
    (position..<grid.count).allSatisfy { grid.tag[$0] == .punct }
  }

  // MARK: Noun phrases

  /// The far boundary of the noun phrase that starts (or, leftwards, ends) at a boundary.
  private func phrase(_ position: Int, _ rightward: Bool) -> Int? {
    rightward ? grid.phraseEnd(from: position, core: core) : grid.phraseStart(upTo: position, core: core)
  }

  /// The far boundary of a coordination of noun phrases.
  private func list(_ position: Int, _ rightward: Bool) -> Int? {
    rightward ? grid.listEnd(from: position, core: core) : grid.listStart(upTo: position, core: core)
  }
}
