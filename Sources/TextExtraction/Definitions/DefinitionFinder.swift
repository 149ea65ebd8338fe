import ConceptModel

/// Finds the passages of a document that say what a term means.
///
/// The rules read tags and base noun phrases; heads are used where the sentence was parsed. `DefinitionRule.all` lists
/// the rules with passages that show them.
public enum DefinitionFinder {
  /// The candidates in text order; for one term and overlapping passages the surest one.
  public static func find(in analyzed: AnalyzedDocument) -> [DefinitionCandidate] {
    let pass = DefinitionPass(analyzed)
    for index in analyzed.sentences.indices {
      let sentence = analyzed.sentences[index]
      let block = analyzed.document.blocks[sentence.block]
      guard sentence.tokens.count >= 3, block.role != .reference, block.role != .furniture else { continue }
      pass.readSentence(index, block: block)
    }
    pass.readLayout()
    return pass.finish()
  }
}

/// One pass over a document.
final class DefinitionPass {
  let analyzed: AnalyzedDocument
  let words: DefinitionWords
  let grid: SentenceGrid
  var found: [DefinitionCandidate] = []
  /// Where the sentence at hand ends for the rules: its closing marks are left out.
  var limit = 0

  init(_ analyzed: AnalyzedDocument, words: DefinitionWords = .standard) {
    self.analyzed = analyzed
    self.words = words
    grid = SentenceGrid(analyzed, table: words.table, core: words.core)
  }

  func readSentence(_ index: Int, block: Block) {
    grid.load(index)
    limit = grid.count
    while limit > 0, isClosing(limit - 1) { limit -= 1 }
    let isQuestion = (limit..<grid.count).contains { grid.form[$0] == words.question }
    if isQuestion || limit < 3 { return }
    let first = found.count
    for position in 0..<limit { readTriggers(at: position) }
    readColon(block)
    raiseMarked(block, since: first)
  }

  /// Tries the rules whose anchor can be the word at a position.
  private func readTriggers(at position: Int) {
    let form = grid.form[position]
    if form == 0 { return readVerbs(at: position) }
    if words.copulas.contains(form) { readCopula(at: position) }
    if words.namingParticiples.contains(form) { readNaming(at: position) }
    readVerbs(at: position)
    if form == words.core.comma || form == words.longDash || form == words.dash || form == words.doubleDash
      || form == words.colonWord
    {
      readApposition(at: position)
    }
    if form == words.core.openBracket { readBracket(at: position) }
    if form == words.ie || form == words.that { readThatIs(at: position) }
    if form == words.by || form == words.let_ || form == words.we { readStipulation(at: position) }
  }

  private func isClosing(_ position: Int) -> Bool {
    let token = grid.token(position)
    if token.flags.contains(.layout) { return true }
    guard grid.tag[position] == .punct else { return false }
    switch grid.firstByte(position) {
    case 0x2E, 0x21, 0x3F, 0x3A, 0x3B: return true
    case 0xE2: return true
    case 0x22: return position + 1 < grid.count || grid.count > 1 && grid.form[position - 1] == words.period
    default: return false
    }
  }

  /// The candidates in text order, without the weaker of two that say the same of the same term.
  func finish() -> [DefinitionCandidate] {
    let sorted = found.sorted {
      ($0.term.lowerBound, -$0.confidence, $0.text.lowerBound, $0.text.upperBound)
        < ($1.term.lowerBound, -$1.confidence, $1.text.lowerBound, $1.text.upperBound)
    }
    var kept: [DefinitionCandidate] = []
    for candidate in sorted {
      let repeats = kept.suffix(8).contains {
        $0.term.overlaps(candidate.term)
          && ($0.text.overlaps(candidate.text) || $0.quote.overlaps(candidate.quote) && !$0.isPartial)
      }
      if !repeats { kept.append(candidate) }
    }
    return kept.sorted { ($0.quote.lowerBound, $0.term.lowerBound) < ($1.quote.lowerBound, $1.term.lowerBound) }
  }

  /// Adds a candidate of the sentence at hand.
  func add(
    term: Range<Int>, text: Range<Int>, predicate: DefinitionPredicate? = nil, scope: Range<Int>? = nil,
    isPartial: Bool = false, confidence: Double, rule: String
  ) {
    let text = trimmed(text)
    guard !term.isEmpty, text.count >= 2 else { return }
    let termBytes = grid.bytes(term)
    let textBytes = grid.bytes(text)
    let scopeBytes = scope.map { grid.bytes($0) }
    let low = min(termBytes.lowerBound, textBytes.lowerBound, scopeBytes?.lowerBound ?? .max)
    let high = max(termBytes.upperBound, textBytes.upperBound)
    let genus = predicate?.genus.map { grid.bytes($0) }
    let parts = predicate.map { conditions(from: $0.restStart, to: text.upperBound).map { grid.bytes($0) } } ?? []
    found.append(
      DefinitionCandidate(
        term: termBytes, text: textBytes, genus: genus, conditions: parts, scope: scopeBytes, quote: low..<high,
        isPartial: isPartial, confidence: confidence, rule: rule))
  }

  /// Positions without marks and references to figures at the end.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, grid.tag[low] == .punct, !isOpening(low) { low += 1 }
    while high > low, isTrailing(high - 1, from: low) { high -= 1 }
    return low..<high
  }

  private func isOpening(_ position: Int) -> Bool {
    switch grid.firstByte(position) {
    case 0x22, 0x28, 0x5B, 0xE2: true
    default: false
    }
  }

  private func isTrailing(_ position: Int, from low: Int) -> Bool {
    if grid.token(position).flags.contains(.layout) { return true }
    guard grid.tag[position] == .punct else { return false }
    switch grid.firstByte(position) {
    case 0x29: return !(low..<position).contains { grid.form[$0] == words.core.openBracket }
    case 0x5D: return !(low..<position).contains { grid.form[$0] == words.core.openSquare }
    case 0x22, 0xE2: return !grid.isQuoted[max(low, position - 1)]
    default: return true
    }
  }
}
