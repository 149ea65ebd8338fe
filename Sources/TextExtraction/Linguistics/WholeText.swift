import ConceptModel

extension Document {
  /// The document with everything in it but code as running text: furniture is a paragraph, a bullet or number belongs
  /// to what follows it on its line, and other text between the blocks is a paragraph of its own.
  ///
  /// Extraction looks at the author's text alone; a linguistic analysis that is printed has no right to leave words out.
  public var wholeText: Document {
    var result = self
    result.blocks = []
    var position = 0
    for block in blocks {
      var own = block
      own.headings = []
      own.parent = nil
      if own.role == .furniture { own.role = .body }
      let gap = position..<max(position, own.range.lowerBound)
      position = max(position, own.range.upperBound)
      let joins = LinguisticAnalyzer.isProse(own) && !own.range.isEmpty
      let line = joins ? lineStart(in: gap) : gap.upperBound
      result.appendParagraph(gap.lowerBound..<line)
      if let first = firstCharacter(in: line..<gap.upperBound) { own.range = first..<own.range.upperBound }
      result.blocks.append(own)
    }
    result.appendParagraph(position..<text.count)
    return result
  }

  private mutating func appendParagraph(_ range: Range<Int>) {
    guard let first = firstCharacter(in: range) else { return }
    blocks.append(Block(kind: .paragraph, range: first..<range.upperBound))
  }

  /// The start of the last line that begins in a range.
  private func lineStart(in range: Range<Int>) -> Int {
    text[range].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? range.lowerBound
  }

  private func firstCharacter(in range: Range<Int>) -> Int? { text[range].firstIndex { $0 > 0x20 } }
}
