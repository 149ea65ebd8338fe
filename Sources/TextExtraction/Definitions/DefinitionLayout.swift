import ConceptModel

/// Definitions that the lay-out marks: "Term: meaning" lines, `<dfn>`, definition lists, definition boxes, footnotes.
extension DefinitionPass {
  /// "Term: meaning" at the start of a list item or of a paragraph whose term is set off.
  func readColon(_ block: Block) {
    guard startsBlock(grid.sentence),
      let colon = (1..<min(limit, 10)).first(where: { grid.form[$0] == words.colonWord }),
      limit - colon >= 4
    else { return }
    var high = colon
    while high > 0, isQuoteMark(high - 1) || grid.form[high - 1] == words.core.closeBracket { high = cutBracket(high) }
    var low = 0
    while low < high, grid.token(low).flags.contains(.layout) || isQuoteMark(low) || grid.form[low] == words.dash {
      low += 1
    }
    let tokens = withoutDeterminer(low..<max(low, high))
    guard low < high, tokens.count <= 6, tokens.allSatisfy({ isTermToken($0) }), !isLabel(tokens) else { return }
    let isSetOff = block.spans.contains { isEmphasis($0.kind) && $0.range.overlaps(grid.bytes(tokens)) }
    var isItem = false
    if case .listItem = block.kind { isItem = true }
    // "Sampling: the values are drawn at random": a clause describes the term and has no genus.
    var predicate = predicate(at: colon + 1, limit: limit).flatMap { isGenus($0) ? $0 : nil }
    let isDefining = predicate?.hasDifferentia ?? false
    // "Resource limits: Rate limiting and quotas in place": what there is to it, and of what kind it is only by chance.
    if let found = predicate, found.determiner == .bare, !found.hasClause,
      !words.definingNouns.contains(grid.lemma[found.head])
    {
      predicate?.genus = nil
    }
    guard isSetOff || isItem || isDefining, !isQuoteMark(colon + 1) else { return }
    let confidence = isDefining ? (isSetOff || isItem ? 0.8 : 0.7) : isSetOff ? 0.65 : 0.5
    guard isDefining || isSetOff else { return }
    add(term: tokens, text: colon + 1..<limit, predicate: predicate, confidence: confidence, rule: "DEF-glossary")
  }

  private func cutBracket(_ high: Int) -> Int {
    if grid.form[high - 1] == words.core.closeBracket, let open = opening(of: high - 1) { return open }
    return high - 1
  }

  private func isSubject(_ head: Int) -> Bool {
    grid.isParsed && (grid.arc[head] == .nsubj || grid.arc[head] == .nsubjPass)
  }

  /// Whether the noun phrase is what a definition opens with: no subject of a clause and no side of an equation.
  private func isGenus(_ predicate: DefinitionPredicate) -> Bool {
    guard !isSubject(predicate.head) else { return false }
    return predicate.restStart >= limit || grid.tag[predicate.restStart] != .sym && !isFinite(predicate.restStart)
  }

  private func isTermToken(_ position: Int) -> Bool {
    switch grid.tag[position] {
    case .noun, .propn, .adj, .adp, .det, .num: true
    case .verb: grid.penn[position] == .vbg || grid.penn[position] == .vbn
    case .punct, .sym: grid.form[position] == words.dash || grid.form[position] == words.core.slash
    default: false
    }
  }

  private func isLabel(_ tokens: Range<Int>) -> Bool {
    // "Classical vs. client-side forgery: …" is a topic.
    if tokens.contains(where: { words.versus.contains(grid.form[$0]) }) { return true }
    guard tokens.contains(where: { grid.tag[$0] == .noun || grid.tag[$0] == .propn || grid.penn[$0] == .vbg }) else {
      return true
    }
    return words.labels.contains(grid.lemma[tokens.upperBound - 1])
      || words.labels.contains(grid.form[tokens.lowerBound])
  }

  private func isEmphasis(_ kind: InlineSpan.Kind) -> Bool {
    switch kind {
    case .emphasis, .strong, .defined, .code: true
    default: false
    }
  }

  private func startsBlock(_ sentence: Int) -> Bool {
    sentence == 0 || analyzed.sentences[sentence - 1].block != analyzed.sentences[sentence].block
  }

  /// Makes candidates whose term is set off surer, and takes the sentence around a `<dfn>` that no rule read.
  func raiseMarked(_ block: Block, since first: Int) {
    guard !block.spans.isEmpty else { return }
    let sentence = grid.bytes(0..<grid.count)
    for span in block.spans where span.range.overlaps(sentence) && isEmphasis(span.kind) {
      var isKnown = false
      for index in first..<found.count where found[index].term.overlaps(span.range) {
        isKnown = true
        let least = span.kind == .defined ? 0.9 : min(0.95, found[index].confidence + 0.1)
        found[index].confidence = max(found[index].confidence, least)
      }
      if span.kind == .defined, !isKnown, limit >= 5 {
        found.append(
          DefinitionCandidate(
            term: span.range, text: grid.bytes(0..<limit), quote: grid.bytes(0..<limit), confidence: 0.6,
            rule: "DEF-markup"))
      }
    }
  }

  /// Definition lists and boxes, and footnotes that say what the word with their mark means.
  func readLayout() {
    let blocks = analyzed.document.blocks
    var firstSentence: [Int: Int] = [:]
    for index in analyzed.sentences.indices.reversed() { firstSentence[analyzed.sentences[index].block] = index }
    for (index, block) in blocks.enumerated() {
      switch block.kind {
      case .definitionDescription:
        guard let parent = block.parent, parent < blocks.count, blocks[parent].kind == .definitionTerm else { continue }
        addBlock(term: blocks[parent].range, block, firstSentence[index], confidence: 0.93, rule: "DEF-list")
      case .footnote(let label):
        readFootnote(label, block, firstSentence[index])
      default:
        if case .admonition(let kind) = block.role, kind == "definition" { readBox(index, firstSentence[index]) }
      }
    }
    readTables(firstSentence: firstSentence)
  }

  func addBlock(term: Range<Int>, _ block: Block, _ sentence: Int?, confidence: Double, rule: String) {
    let text = block.range
    guard !term.isEmpty, !text.isEmpty else { return }
    var candidate = DefinitionCandidate(
      term: term, text: text, quote: min(term.lowerBound, text.lowerBound)..<max(term.upperBound, text.upperBound),
      confidence: confidence, rule: rule)
    if let sentence {
      grid.load(sentence)
      limit = grid.count
      while limit > 0, grid.tag[limit - 1] == .punct { limit -= 1 }
      // "Given samples of size n …, the distribution of …" sets a scene first.
      let isScene = limit > 0 && grid.text(0..<1).lowercased() == "given"
      if limit > 0, !isScene, let predicate = predicate(at: 0, limit: limit), isGenus(predicate) {
        candidate.genus = predicate.genus.map { grid.bytes($0) }
        candidate.conditions = conditions(from: predicate.restStart, to: limit).map { grid.bytes($0) }
      }
    }
    found.append(candidate)
  }

  /// A box of kind "definition" that no rule read: its first word set off is the term.
  private func readBox(_ index: Int, _ sentence: Int?) {
    let block = analyzed.document.blocks[index]
    for candidate in found.indices where block.range.contains(found[candidate].quote.lowerBound) {
      found[candidate].confidence = max(found[candidate].confidence, 0.9)
    }
    if found.contains(where: { block.range.contains($0.quote.lowerBound) }) { return }
    guard let span = block.spans.first(where: { isEmphasis($0.kind) }) else { return }
    addBlock(term: span.range, block, sentence, confidence: 0.75, rule: "DEF-box")
  }

  /// A footnote that is a bare noun phrase ("A system that …") defines the phrase that carries its mark.
  private func readFootnote(_ label: String, _ note: Block, _ sentence: Int?) {
    guard let sentence else { return }
    grid.load(sentence)
    limit = grid.count
    while limit > 0, grid.tag[limit - 1] == .punct { limit -= 1 }
    var start = 0
    while start < limit, grid.token(start).flags.contains(.layout) { start += 1 }
    guard limit - start >= 4, let predicate = predicate(at: start, limit: limit), predicate.hasClause,
      predicate.determiner == .indefinite, !isSubject(predicate.head),
      !(start..<predicate.restStart).contains(where: { isFinite($0) })
    else { return }
    let genus = predicate.genus.map { grid.bytes($0) }
    let parts = conditions(from: predicate.restStart, to: limit).map { grid.bytes($0) }
    let text = grid.bytes(start..<limit)
    guard let term = marked(by: label, section: note.section, before: note.range.lowerBound) else { return }
    found.append(
      DefinitionCandidate(
        term: term, text: text, genus: genus, conditions: parts,
        quote: text, confidence: 0.7, rule: "DEF-footnote"))
  }

  /// The noun phrase that carries a footnote mark.
  private func marked(by label: String, section: Int, before place: Int) -> Range<Int>? {
    for (index, block) in analyzed.document.blocks.enumerated() where block.section == section {
      for span in block.spans where span.kind == .footnoteMark(label: label) {
        return phrase(endingAt: span.range.lowerBound, block: index)
      }
    }
    return nil
  }

  private func phrase(endingAt byte: Int, block: Int) -> Range<Int>? {
    guard
      let sentence = analyzed.sentences.firstIndex(where: { sentence in
        sentence.block == block
          && sentence.tokens.contains { analyzed.tokens[$0].end <= byte }
          && sentence.tokens.last.map { Int(analyzed.tokens[$0].end) >= byte } ?? false
      })
    else { return nil }
    grid.load(sentence)
    limit = grid.count
    guard let last = (0..<grid.count).last(where: { Int(grid.token($0).end) <= byte && grid.tag[$0] != .punct }),
      let term = neighbour(before: last + 1)
    else { return nil }
    return grid.bytes(term.tokens)
  }
}
