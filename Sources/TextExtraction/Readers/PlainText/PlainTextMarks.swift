import ConceptModel

/// Footnote marks and addresses in plain text.
enum PlainTextMarks {
  /// Adds spans for `[2]` marks and bare addresses.
  static func find(_ document: inout Document) {
    let labels = Set(document.blocks.compactMap { if case .footnote(let label) = $0.kind { label } else { nil } })
    for index in document.blocks.indices where document.blocks[index].kind != .code {
      let spans = spans(document.text, document.blocks[index].range, labels: labels)
      document.blocks[index].spans.append(contentsOf: spans)
    }
  }

  private static func spans(_ text: [UInt8], _ range: Range<Int>, labels: Set<String>) -> [InlineSpan] {
    var spans: [InlineSpan] = []
    var index = range.lowerBound
    while index < range.upperBound {
      switch text[index] {
      case UInt8(ascii: "["):
        if let end = markEnd(text, index, range.upperBound) {
          let label = String(decoding: text[(index + 1)..<(end - 1)], as: UTF8.self)
          let isGlued = index > range.lowerBound && !ASCII.isSpace(text[index - 1])
          if labels.contains(label) || isGlued {
            spans.append(InlineSpan(kind: .footnoteMark(label: label), range: index..<end))
          }
          index = end
          continue
        }
      case UInt8(ascii: "h"):
        if let end = addressEnd(text, index, range) {
          let target = String(decoding: text[index..<end], as: UTF8.self)
          spans.append(InlineSpan(kind: .link(target: target), range: index..<end))
          index = end
          continue
        }
      default: break
      }
      index += 1
    }
    return spans
  }

  /// One to three digits in square brackets.
  private static func markEnd(_ text: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var index = start + 1
    while index < end, ASCII.isDigit(text[index]) { index += 1 }
    guard (1...3).contains(index - start - 1), index < end, text[index] == UInt8(ascii: "]") else { return nil }
    return index + 1
  }

  private static func addressEnd(_ text: [UInt8], _ start: Int, _ range: Range<Int>) -> Int? {
    guard start == range.lowerBound || !ASCII.isAlphanumeric(text[start - 1]) else { return nil }
    let rest = text[start..<range.upperBound]
    guard rest.starts(with: "http://".utf8) || rest.starts(with: "https://".utf8) else { return nil }
    var end = start + 7
    while end < range.upperBound, !ASCII.isSpace(text[end]), ![0x3C, 0x3E, 0x22, 0x29, 0x5D].contains(text[end]) {
      end += 1
    }
    while end > start, [0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F].contains(text[end - 1]) { end -= 1 }
    return end
  }
}
