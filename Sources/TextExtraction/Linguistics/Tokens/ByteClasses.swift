/// What a character is to the tokenizer.
enum CharacterClass: UInt8 {
  case letter, digit, space
  /// Punctuation and symbols of ASCII.
  case punctuation
  /// Quotation marks, dashes, bullets and the like above ASCII: each is a token.
  case mark
  /// Arrows, operators, pictographs: a run of them is a token.
  case symbol
  /// U+2019 and U+2018, which are apostrophes between letters.
  case apostrophe
}

/// One character of UTF-8 text as the tokenizer sees it.
struct ClassifiedCharacter {
  var kind: CharacterClass
  var length: Int
}

/// Reads characters of UTF-8 text; bytes that are not UTF-8 count as letters of one byte.
struct CharacterReader {
  let text: UnsafePointer<UInt8>
  let end: Int

  @inline(__always)
  func classify(_ index: Int) -> ClassifiedCharacter {
    let byte = text[index]
    if byte < 0x80 { return ClassifiedCharacter(kind: CharacterReader.ascii(byte), length: 1) }
    return classifyWide(index)
  }

  @inline(__always)
  static func ascii(_ byte: UInt8) -> CharacterClass {
    if isASCIILetter(byte) { return .letter }
    if isDigit(byte) { return .digit }
    // U+001C to U+001F are separators, white space to most software.
    if byte == 0x20 || byte >= 0x09 && byte <= 0x0D || byte >= 0x1C && byte <= 0x1F { return .space }
    return byte < 0x20 || byte == 0x7F ? .letter : .punctuation
  }

  private func classifyWide(_ index: Int) -> ClassifiedCharacter {
    let length = sequenceLength(index)
    if length == 1 { return ClassifiedCharacter(kind: .letter, length: 1) }
    return ClassifiedCharacter(kind: CharacterReader.wide(scalar(index, length)), length: length)
  }

  /// The length of the well-formed sequence at an index, or 1.
  func sequenceLength(_ index: Int) -> Int {
    let byte = text[index]
    let length = byte >= 0xF0 && byte < 0xF8 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 1
    if byte < 0xC2 || byte >= 0xF8 || index + length > end { return 1 }
    for offset in 1..<length where text[index + offset] & 0xC0 != 0x80 { return 1 }
    return length
  }

  /// The scalar of a well-formed sequence.
  func scalar(_ index: Int, _ length: Int) -> UInt32 {
    if length == 1 { return UInt32(text[index]) }
    var value = UInt32(text[index]) & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
    return value
  }

  /// The start of the character that ends before an index.
  func start(before index: Int, from lowest: Int) -> Int {
    var start = index - 1
    while start > lowest && index - start < 4 && text[start] & 0xC0 == 0x80 { start -= 1 }
    return start + sequenceLength(start) == index ? start : index - 1
  }

  static func wide(_ scalar: UInt32) -> CharacterClass {
    switch scalar {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .space
    case 0xAA, 0xB2, 0xB3, 0xB5, 0xB9, 0xBA, 0xBC...0xBE: .letter
    case 0xA1...0xBF: .mark
    case 0xD7, 0xF7: .symbol
    case 0x2018, 0x2019: .apostrophe
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F: .letter
    case 0x2010...0x205E, 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301F, 0xFF01...0xFF0F: .mark
    case 0x2190...0x2BFF, 0xFE0F, 0x1F000...0x1FAFF: .symbol
    case 0x20A0...0x20CF: .mark
    default: .letter
    }
  }
}

@inline(__always) func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
@inline(__always) func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
@inline(__always) func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
@inline(__always) func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
/// A byte of a word: an ASCII letter or digit, or part of a character above ASCII.
@inline(__always) func isWordByte(_ byte: UInt8) -> Bool { isASCIILetter(byte) || isDigit(byte) || byte >= 0x80 }
@inline(__always) func lowered(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }
