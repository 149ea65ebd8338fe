import ConceptModel

/// Marks that CommonMark leaves as text: footnotes `[^x]`, citations `[@key]` and `@key`.
enum MarkdownMarks {
  static func find(_ flow: inout FlowBuilder) {
    for index in flow.blocks.indices {
      let block = flow.blocks[index]
      if block.kind == .code || block.kind == .math { continue }
      let found = spans(flow.text, block.range).filter { span in
        !block.spans.contains { ($0.kind == .code || $0.kind == .math) && $0.range.overlaps(span.range) }
      }
      if found.isEmpty { continue }
      flow.blocks[index].spans = (block.spans + found).sorted {
        ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
      }
    }
  }

  private static func spans(_ text: [UInt8], _ range: Range<Int>) -> [InlineSpan] {
    var spans: [InlineSpan] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte == UInt8(ascii: "["), index + 2 < range.upperBound, text[index + 1] == UInt8(ascii: "^"),
        let close = text[index..<range.upperBound].prefix(64).firstIndex(of: UInt8(ascii: "]")), close > index + 2
      {
        let label = String(decoding: text[(index + 2)..<close], as: UTF8.self)
        spans.append(InlineSpan(kind: .footnoteMark(label: label), range: index..<(close + 1)))
        index = close + 1
      } else if byte == UInt8(ascii: "["), let close = citationEnd(text, index, range.upperBound) {
        spans.append(InlineSpan(kind: .citation, range: index..<close))
        index = close
      } else if byte == UInt8(ascii: "@"), let close = keyEnd(text, index, range) {
        spans.append(InlineSpan(kind: .citation, range: index..<close))
        index = close
      } else {
        index += 1
      }
    }
    return spans
  }

  /// `[@key, p. 3; -@other]`: brackets around at least one key.
  private static func citationEnd(_ text: [UInt8], _ start: Int, _ end: Int) -> Int? {
    let window = text[start..<min(end, start + 400)]
    guard let close = window.firstIndex(of: UInt8(ascii: "]")) else { return nil }
    var at = start + 1
    while at < close, text[at] != UInt8(ascii: "@") { at += 1 }
    guard at + 1 < close, at - start <= 40, ASCII.isLetter(text[at + 1]) || ASCII.isDigit(text[at + 1]),
      [0x5B, 0x2D, 0x20, 0x3B].contains(text[at - 1])
    else { return nil }
    return close + 1
  }

  /// A bare `@key` with at least one digit, underscore or hyphen, so that names of accounts are no citations.
  private static func keyEnd(_ text: [UInt8], _ start: Int, _ range: Range<Int>) -> Int? {
    if start > range.lowerBound, ASCII.isAlphanumeric(text[start - 1]) { return nil }
    var end = start + 1
    var hasMark = false
    while end < range.upperBound, ASCII.isAlphanumeric(text[end]) || [0x5F, 0x2D, 0x3A].contains(text[end]) {
      if !ASCII.isLetter(text[end]) { hasMark = true }
      end += 1
    }
    return hasMark && end > start + 3 ? end : nil
  }
}
