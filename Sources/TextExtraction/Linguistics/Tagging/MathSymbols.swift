/// Tells tokens that are mathematical signs or arrows: `≠`, `=≠=`, `→`, `⊂`.
enum MathSymbols {
  /// Whether a token consists of such signs alone; signs of ASCII (`=`, `-`, `>`), which are much
  /// else besides, count only beside one of the others.
  static func fill(_ range: Range<Int>, _ text: UnsafePointer<UInt8>) -> Bool {
    guard text[range.lowerBound] >= 0x80 || isPart(text[range.lowerBound]) else { return false }
    let reader = CharacterReader(text: text, end: range.upperBound)
    var index = range.lowerBound
    var hasSign = false
    while index < range.upperBound {
      if text[index] < 0x80 {
        guard isPart(text[index]) else { return false }
        index += 1
        continue
      }
      let length = reader.sequenceLength(index)
      guard isSign(reader.scalar(index, length)) else { return false }
      hasSign = true
      index += length
    }
    return hasSign
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2B, 0x2D, 0x2F, 0x3C, 0x3D, 0x3E, 0x7C, 0x7E: true
    default: false
    }
  }

  /// The general category Sm and the arrows, by block; a variation selector may follow.
  private static func isSign(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAC, 0xB1, 0xD7, 0xF7, 0xFE0E, 0xFE0F: true
    case 0x2190...0x22FF, 0x2794, 0x2798...0x27AF, 0x27B1...0x27BE, 0x27C0...0x27FF, 0x2900...0x2AFF, 0x2B00...0x2B4F:
      true
    default: false
    }
  }
}
