extension OpaqueSpan {
  /// The inline spans of a block that the tokenizer takes whole: code and mathematics without white space in them,
  /// footnote marks. Spans that overlap an earlier one are left out.
  static func spans(of block: Block, text: UnsafePointer<UInt8>, within range: Range<Int>) -> [OpaqueSpan] {
    var result: [OpaqueSpan] = []
    for span in block.spans {
      let marks: RawToken.Marks
      switch span.kind {
      case .code, .math: marks = .opaque
      case .footnoteMark: marks = [.opaque, .layout]
      default: continue
      }
      let clamped = span.range.clamped(to: range)
      let reader = CharacterReader(text: text, end: range.upperBound)
      guard !clamped.isEmpty, isSolid(clamped, reader) else { continue }
      result.append(OpaqueSpan(range: clamped, marks: marks))
    }
    result.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    var end = range.lowerBound
    result.removeAll { span in
      if span.range.lowerBound < end { return true }
      end = span.range.upperBound
      return false
    }
    return result
  }

  private static func isSolid(_ range: Range<Int>, _ reader: CharacterReader) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let character = reader.classify(index)
      if character.kind == .space { return false }
      index += character.length
    }
    return true
  }
}
