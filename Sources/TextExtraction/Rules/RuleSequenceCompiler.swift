import ConceptModel

extension RuleCompiler {
  /// Compiles a `sequence` line.
  mutating func sequence(_ line: RuleLine) -> SequencePattern? {
    var parser = SequenceParser(tokens: tokens(of: line), table: set.table, lists: set.lists)
    let node = parser.parse()
    set.table = parser.table
    if let failure = parser.failure {
      report(
        line.place(column: failure.token.column, length: failure.token.length), "bad-pattern", failure.message,
        hint: failure.hint)
      return nil
    }
    let whole = line.place(column: line.restColumn, length: line.rest.unicodeScalars.count)
    guard parser.captures.contains(.a), parser.captures.contains(.b) else {
      report(whole, "bad-pattern", "a pattern captures A and B", hint: "write A:NP … B:NP")
      return nil
    }
    let parts: [SequenceNode] = if case .concat(let parts) = node { parts } else { [node] }
    guard let anchor = anchor(among: parts) else {
      report(
        whole, "pattern-without-anchor", "a pattern needs a word that must be there",
        hint: "add a word, a @list or a <lemma> outside of ? and *")
      return nil
    }
    var left: [SequenceStep] = []
    for part in parts[..<anchor.index].reversed() { emit(part, rightward: false, into: &left) }
    left.append(.accept)
    var right: [SequenceStep] = []
    for part in parts[anchor.index...] { emit(part, rightward: true, into: &right) }
    right.append(.accept)
    return SequencePattern(triggers: anchor.words.numbers, left: left, right: right)
  }

  /// The top-level part that makes the best trigger: the one whose words are fewest and longest.
  private func anchor(among parts: [SequenceNode]) -> (index: Int, words: WordSet)? {
    var best: (index: Int, words: WordSet, cost: Double)?
    for (index, part) in parts.enumerated() {
      guard let words = literals(startingOf: part) else { continue }
      let cost = words.numbers.reduce(0.0) { $0 + triggerCost(set.table.words[Int($1)]) }
      if best == nil || cost < (best?.cost ?? 0) { best = (index, words, cost) }
    }
    return best.map { ($0.index, $0.words) }
  }

  /// A guess at how often a word stands in a text.
  private func triggerCost(_ word: String) -> Double {
    if [",", "the", "of", "and", "a", "to", "in", "is", "be", "(", ")", "."].contains(word) { return 50 }
    if ["as", "for", "that", "with", "on", "by", "or", "from", "it", "not"].contains(word) { return 10 }
    return 1 / Double(1 + word.utf8.count)
  }

  /// The words of which one must begin the node, or nil when it may begin otherwise.
  private func literals(startingOf node: SequenceNode) -> WordSet? {
    switch node {
    case .test(_, let literals): return literals
    case .concat(let parts): return parts.first.flatMap { literals(startingOf: $0) }
    case .choice(let branches):
      var union = WordSet()
      for branch in branches {
        guard let words = literals(startingOf: branch) else { return nil }
        for number in words.numbers { union.insert(number) }
      }
      return union
    case .repeated(let inner, let least, _): return least > 0 ? literals(startingOf: inner) : nil
    case .capture(_, let inner): return literals(startingOf: inner)
    case .phrase, .list, .refuse, .start, .end: return nil
    }
  }

  private func emit(_ node: SequenceNode, rightward: Bool, into steps: inout [SequenceStep]) {
    switch node {
    case .test(let test, _): steps.append(.test(test))
    case .phrase: steps.append(.phrase)
    case .list: steps.append(.list)
    case .start: steps.append(.sentenceStart)
    case .end: steps.append(.sentenceEnd)
    case .capture(let capture, let inner):
      steps.append(.open(capture))
      emit(inner, rightward: rightward, into: &steps)
      steps.append(.close(capture))
    case .concat(let parts):
      for part in rightward ? parts : parts.reversed() { emit(part, rightward: rightward, into: &steps) }
    case .choice(let branches): emitChoice(branches, rightward: rightward, into: &steps)
    case .repeated(let inner, let least, let most):
      for _ in 0..<least { emit(inner, rightward: rightward, into: &steps) }
      emitOptional(inner, least: least, most: most, rightward: rightward, into: &steps)
    case .refuse(let inner):
      let hole = steps.count
      steps.append(.accept)
      emit(inner, rightward: rightward, into: &steps)
      steps.append(.accept)
      steps[hole] = .refuse(steps.count)
    }
  }

  private func emitChoice(_ branches: [SequenceNode], rightward: Bool, into steps: inout [SequenceStep]) {
    var jumps: [Int] = []
    for (number, branch) in branches.enumerated() {
      let hole = steps.count
      if number + 1 < branches.count { steps.append(.accept) }
      emit(branch, rightward: rightward, into: &steps)
      if number + 1 < branches.count {
        jumps.append(steps.count)
        steps.append(.accept)
        steps[hole] = .fork(steps.count)
      }
    }
    for jump in jumps { steps[jump] = .jump(steps.count) }
  }

  private func emitOptional(
    _ inner: SequenceNode, least: Int, most: Int?, rightward: Bool, into steps: inout [SequenceStep]
  ) {
    if let most {
      var holes: [Int] = []
      for _ in least..<max(least, most) {
        holes.append(steps.count)
        steps.append(.accept)
        emit(inner, rightward: rightward, into: &steps)
      }
      for hole in holes { steps[hole] = .fork(steps.count) }
    } else {
      let hole = steps.count
      steps.append(.accept)
      emit(inner, rightward: rightward, into: &steps)
      steps.append(.jump(hole))
      steps[hole] = .fork(steps.count)
    }
  }
}
