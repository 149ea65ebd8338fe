/// What the spelling of a string says about its being a short form.
struct AbbreviationShape {
  var letters = 0
  var uppers = 0
  var digits = 0
  var lowers = 0
  var words = 1
  /// Whether the last letter is an `s` after a capital: a plural such as `LLMs`.
  var isPlural = false
  /// Signs that no short form has, such as `=` and `%`.
  var hasForeignSign = false
  let length: Int

  init(_ text: [UInt8], _ range: Range<Int>) {
    length = range.count
    for index in range {
      let byte = text[index]
      if isUpper(byte) {
        uppers += 1
        letters += 1
      } else if isLower(byte) {
        lowers += 1
        letters += 1
      } else if isDigit(byte) {
        digits += 1
      } else if byte >= 0x80 {
        if byte & 0xC0 != 0x80 { letters += 1 }
        if byte == 0xE2 && !AbbreviationText.isWideMark(text, index) { hasForeignSign = true }
      } else if AbbreviationText.isSpace(text, index) {
        words += 1
      } else {
        switch byte {
        case 0x3C, 0x3D, 0x3E, 0x25, 0x7E, 0x5E, 0x7C, 0x24, 0x40, 0x5C, 0x7B, 0x7D, 0x21, 0x3F, 0x23, 0x5F, 0x3B, 0x2C,
          0x22:
          hasForeignSign = true
        default: break
        }
      }
    }
    if let last = range.last, range.count > 2, text[last] == 0x73 { isPlural = isUpper(text[last - 1]) }
  }

  /// Whether a string in brackets could be a short form of what stands before it.
  var couldBeShort: Bool {
    guard letters > 0, !hasForeignSign, length <= 16, words <= 2 else { return false }
    return uppers > 0 || digits > 0 || letters <= 6 && words == 1
  }

  /// Whether a word looks like an acronym wherever it stands: `QA`, `LLMs`, `IoT`, `mRF`, `2D`, `C4.5`.
  var isAcronym: Bool {
    guard !hasForeignSign, words == 1, letters + digits >= 2, letters + digits <= 10 else { return false }
    let small = isPlural ? lowers - 1 : lowers
    if uppers >= 2 { return small == 0 || small <= 2 && uppers + digits > small && letters <= 7 }
    return uppers == 1 && small == 0 && digits == 1 && letters == 1
  }

  /// Whether a string is a Roman numeral of the kind that numbers sections and types.
  static func isRomanNumeral(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    range.allSatisfy { text[$0] == 0x49 || text[$0] == 0x56 || text[$0] == 0x58 } && range.count <= 5
  }
}
