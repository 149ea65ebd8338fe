/// Tells the encoding of some bytes.
enum EncodingDetection {
  enum Choice: Equatable {
    /// An encoding with a decoder, the length of the byte order mark, and whether it was told from the letters alone.
    case encoding(TextEncoding, bomLength: Int, isGuess: Bool)
    /// A declared encoding without a decoder.
    case unsupported(String)
    /// Eight-bit text that is not Western European.
    case unknown
  }

  /// Byte order mark, then wide encodings by their zero bytes, then the declaration, then the letters.
  ///
  /// Valid UTF-8 with other than ASCII letters is UTF-8 whatever is declared: no other text looks like it by chance.
  static func detect(_ bytes: [UInt8], format: ProseFormat) -> Choice {
    if let mark = byteOrderMark(bytes) { return mark }
    if let wide = wideEncoding(bytes) { return .encoding(wide, bomLength: 0, isGuess: false) }
    let label = declaredLabel(bytes, format: format)
    let isASCIIOnly = !bytes.contains { $0 >= 0x80 }
    let validUTF8 = isASCIIOnly || String(validating: bytes, as: UTF8.self) != nil
    if validUTF8 && (!isASCIIOnly || label == nil) && !isEscaped(label) {
      return .encoding(.utf8, bomLength: 0, isGuess: false)
    }
    if let label {
      guard let declared = TextEncoding(label: label) else {
        return isASCIIOnly && !isEscaped(label) && !isEBCDIC(label)
          ? .encoding(.utf8, bomLength: 0, isGuess: false) : .unsupported(label)
      }
      switch declared {
      // A declaration that can be read as bytes is not in a two-byte encoding.
      case .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian, .utf8:
        return validUTF8 || looksLikeDamagedUTF8(bytes)
          ? .encoding(.utf8, bomLength: 0, isGuess: false) : guess(bytes)
      case .latin1, .windows1252: return .encoding(declared, bomLength: 0, isGuess: false)
      }
    }
    return looksLikeDamagedUTF8(bytes) ? .encoding(.utf8, bomLength: 0, isGuess: false) : guess(bytes)
  }

  private static func isEscaped(_ label: String?) -> Bool {
    guard let label = label?.lowercased() else { return false }
    return label.hasPrefix("iso-2022") || label.hasPrefix("hz-") || label == "utf-7"
  }

  private static func isEBCDIC(_ label: String) -> Bool { label.lowercased().hasPrefix("ebcdic") }

  static func byteOrderMark(_ bytes: [UInt8]) -> Choice? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .encoding(.utf8, bomLength: 3, isGuess: false) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]), bytes.count % 4 == 0 {
      return .encoding(.utf32LittleEndian, bomLength: 4, isGuess: false)
    }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return .encoding(.utf32BigEndian, bomLength: 4, isGuess: false) }
    if bytes.starts(with: [0xFF, 0xFE]) { return .encoding(.utf16LittleEndian, bomLength: 2, isGuess: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return .encoding(.utf16BigEndian, bomLength: 2, isGuess: false) }
    return nil
  }

  /// UTF-16 or UTF-32 without a mark, by where its zero bytes stand in the first 4 KB.
  static func wideEncoding(_ bytes: [UInt8]) -> TextEncoding? {
    let window = bytes.prefix(4096)
    guard window.count >= 8, window.contains(0) else { return nil }
    var zeros = [0, 0, 0, 0]
    for (index, byte) in window.enumerated() where byte == 0 { zeros[index % 4] += 1 }
    let quarter = window.count / 4
    if quarter > 0, zeros[0] >= quarter - 1, zeros[1] >= quarter * 9 / 10, zeros[3] <= quarter / 4 {
      return .utf32BigEndian
    }
    if quarter > 0, zeros[3] >= quarter - 1, zeros[2] >= quarter * 9 / 10, zeros[0] <= quarter / 4 {
      return .utf32LittleEndian
    }
    let even = zeros[0] + zeros[2]
    let odd = zeros[1] + zeros[3]
    // In text of any script, spaces and digits alone put zeros on one side and none on the other.
    let half = window.count / 2
    let hasLines = plausibleUTF16(bytes, bigEndian: even > odd)
    if odd * 20 >= half, even * 50 <= odd, hasLines { return .utf16LittleEndian }
    if even * 20 >= half, odd * 50 <= even, hasLines { return .utf16BigEndian }
    return nil
  }

  /// Whether the first units are characters of text rather than numbers of a binary file.
  private static func plausibleUTF16(_ bytes: [UInt8], bigEndian: Bool) -> Bool {
    var odd = 0
    var total = 0
    var index = 0
    while index + 1 < min(bytes.count, 4096) {
      let unit =
        bigEndian
        ? UInt32(bytes[index]) << 8 | UInt32(bytes[index + 1]) : UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index])
      total += 1
      if unit < 0x20 && ![9, 10, 12, 13].contains(unit) || unit >= 0xFFF0 || (0xE000...0xF8FF).contains(unit) {
        odd += 1
      }
      index += 2
    }
    return odd * 50 <= total
  }

  /// Whether most of the sequences of bytes above 0x7F are valid UTF-8: then the others are damage.
  static func looksLikeDamagedUTF8(_ bytes: [UInt8]) -> Bool {
    var good = 0
    var bad = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      let length = UTF8Encoding.sequenceLength(bytes, at: index)
      if length > 0 { good += 1 } else { bad += 1 }
      index += abs(length)
    }
    return good > 0 && good >= bad
  }

  /// Western European eight-bit text, or nothing.
  ///
  /// Western letters above 0x7F are few and stand beside ASCII letters; signs such as `¹` or `¾` inside a word, or words
  /// made of high letters alone, mean another code page.
  static func guess(_ bytes: [UInt8]) -> Choice {
    var letters = 0
    var high = 0
    var strange = 0
    for index in bytes.indices {
      let byte = bytes[index]
      if isLetter(byte) { letters += 1 }
      guard byte >= 0x80 else { continue }
      high += 1
      let before = index > 0 && isLetter(bytes[index - 1])
      let after = index + 1 < bytes.count && isLetter(bytes[index + 1])
      switch byte {
      case 0x81, 0x8D, 0x8F, 0x90, 0x9D: strange += 4
      case 0xA1...0xBF, 0xD7, 0xF7: if before && after { strange += 1 }
      case 0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F, 0xC0...0xFF:
        let highBefore = index > 0 && bytes[index - 1] >= 0xC0
        let highAfter = index + 1 < bytes.count && bytes[index + 1] >= 0xC0
        if highBefore || highAfter { strange += 1 }
        // Frequent in Turkish or Czech text of another code page, rare in Western text.
        if [0xD0, 0xDD, 0xDE, 0xF0, 0xFD, 0xFE, 0xEC, 0xF8].contains(byte) { strange += 1 }
      default: break
      }
    }
    let plausible = letters > 0 && high * 4 <= letters && strange * 5 <= high
    return plausible ? .encoding(.windows1252, bomLength: 0, isGuess: true) : .unknown
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0xFF: true
    default: false
    }
  }
}
