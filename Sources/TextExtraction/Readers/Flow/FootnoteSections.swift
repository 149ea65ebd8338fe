import ConceptModel

/// Numbers the parts of a document within which footnote labels are unique.
enum FootnoteSections {
  /// Starts a new part behind a run of footnotes when a later run uses one of its labels again.
  static func number(_ blocks: inout [Block]) {
    var section = 0
    var labels: Set<String> = []
    var lastNote: Int?
    var partStart = 0
    for index in blocks.indices {
      guard case .footnote(let label) = blocks[index].kind else { continue }
      if labels.contains(label), let end = lastNote {
        let boundary = endOfNote(blocks, from: end)
        assign(section, to: partStart..<boundary, in: &blocks)
        section += 1
        partStart = boundary
        labels.removeAll()
      }
      labels.insert(label)
      lastNote = index
    }
    // What follows the last note and has marks with labels that are taken belongs to a part without notes.
    guard let end = lastNote else { return }
    let boundary = endOfNote(blocks, from: end)
    assign(section, to: partStart..<boundary, in: &blocks)
    let reuses = section > 0 && blocks[boundary...].contains { !marks(of: $0).isDisjoint(with: labels) }
    assign(reuses ? section + 1 : section, to: boundary..<blocks.count, in: &blocks)
  }

  /// The block behind a footnote and what hangs under it.
  private static func endOfNote(_ blocks: [Block], from note: Int) -> Int {
    var end = note + 1
    while end < blocks.count, let parent = blocks[end].parent, parent >= note { end += 1 }
    return end
  }

  private static func assign(_ section: Int, to range: Range<Int>, in blocks: inout [Block]) {
    for index in range { blocks[index].section = section }
  }

  private static func marks(of block: Block) -> Set<String> {
    var labels: Set<String> = []
    for span in block.spans { if case .footnoteMark(let label) = span.kind { labels.insert(label) } }
    return labels
  }
}
