import ConceptModel

extension FlowBuilder {
  /// The finished document: open elements closed, footnotes tied, sections numbered, offsets led back to the source.
  mutating func document(_ input: ReaderInput) -> Document {
    closeBlock()
    removeTrailingSeparator()
    labelFootnotes()
    var info = input.info
    info.title = info.title ?? metadata.titles.first
    if info.authors.isEmpty { info.authors = metadata.authors }
    info.date = info.date ?? metadata.dates.lazy.compactMap(DateShape.parse).first
    let map = OffsetMap(runs: runs).composed(with: input.decoded.map)
    var document = Document(
      info: info, text: text, offsets: map, sourceLines: input.sourceLines, blocks: blocks,
      diagnostics: input.decoded.diagnostics)
    PageFurniture.mark(&document)
    FootnoteSections.number(&document.blocks)
    if deepest > depthLimit {
      document.diagnostics.append(
        Diagnostic(
          .warning, code: "too-deep",
          message: "elements are nested \(deepest) deep, more than \(depthLimit); the text below is kept flat",
          file: input.source.id.value, hint: "simplify the mark-up if its structure matters"))
    }
    return document
  }

  private mutating func removeTrailingSeparator() {
    while let last = text.last, last == 0x0A, blocks.last.map({ $0.range.upperBound < text.count }) ?? true {
      text.removeLast()
    }
  }

  /// Gives each footnote the label that its marks carry.
  private mutating func labelFootnotes() {
    var unmarked = 0
    for index in blocks.indices {
      guard case .footnote(let label) = blocks[index].kind else { continue }
      if let tied = tiedLabel(facts[index].ids) {
        blocks[index].kind = .footnote(label: tied)
      } else if label.isEmpty {
        // A note without a mark hangs under the block that it stood in.
        unmarked += 1
        blocks[index].kind = blocks[index].parent == nil ? .paragraph : .footnote(label: "note-\(unmarked)")
      }
    }
  }
}

extension FlowBuilder {
  private func tiedLabel(_ ids: [String]) -> String? {
    for id in ids { if let label = markTargets[id], !label.isEmpty { return label } }
    return nil
  }
}

extension OffsetMap {
  /// The map from the text to the bytes that `next` maps to, where this one maps to what `next` maps from.
  func composed(with next: OffsetMap) -> OffsetMap {
    if next.runs.count == 1, let only = next.runs.first, only.isLiteral, only.text == 0 {
      if only.source == 0 { return self }
      return OffsetMap(
        runs: runs.map {
          Run(
            text: Int($0.text), textLength: Int($0.textLength), source: Int($0.source) + Int(only.source),
            sourceLength: Int($0.sourceLength))
        })
    }
    var out: [Run] = []
    out.reserveCapacity(runs.count)
    for run in runs {
      let lower = Int(run.source)
      let upper = lower + Int(run.sourceLength)
      guard run.isLiteral else {
        let range = next.sourceRange(of: lower..<upper)
        out.appendOpaque(
          text: Int(run.text), length: Int(run.textLength), source: range.lowerBound, sourceLength: range.count)
        continue
      }
      var index = next.firstRun(endingAfter: lower)
      while index < next.runs.count, Int(next.runs[index].text) < upper {
        next.runs[index].compose(lower..<upper, textStart: Int(run.text), into: &out)
        index += 1
      }
    }
    return OffsetMap(runs: out)
  }

  private func firstRun(endingAfter offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if Int(runs[middle].text) + Int(runs[middle].textLength) <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension OffsetMap.Run {
  /// Adds the part of this run that lies in a range of the text in between.
  fileprivate func compose(_ range: Range<Int>, textStart: Int, into out: inout [OffsetMap.Run]) {
    let from = max(range.lowerBound, Int(text))
    let to = min(range.upperBound, Int(text) + Int(textLength))
    guard to > from else { return }
    let at = textStart + from - range.lowerBound
    if isLiteral {
      out.appendLiteral(text: at, length: to - from, source: Int(source) + from - Int(text))
    } else {
      out.append(
        OffsetMap.Run(text: at, textLength: to - from, source: Int(source), sourceLength: Int(sourceLength)))
    }
  }
}
