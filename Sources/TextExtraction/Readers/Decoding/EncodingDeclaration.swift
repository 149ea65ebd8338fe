extension EncodingDetection {
  /// The label of an XML declaration or of an HTML `meta` in the first 2 KB, in lower case.
  static func declaredLabel(_ bytes: [UInt8], format: ProseFormat) -> String? {
    switch format {
    case .plainText, .markdown: return nil
    case .xml: return xmlDeclaration(bytes)
    case .html: return xmlDeclaration(bytes) ?? metaCharset(bytes)
    }
  }

  private static func xmlDeclaration(_ bytes: [UInt8]) -> String? {
    var start = 0
    while start < min(bytes.count, 64), ASCII.isSpace(bytes[start]) { start += 1 }
    guard bytes[start...].starts(with: "<?xml".utf8) else { return nil }
    let end = bytes[start...].prefix(512).firstIndex(of: UInt8(ascii: ">")) ?? min(bytes.count, start + 512)
    return value(after: "encoding", in: bytes, start..<end)
  }

  private static func metaCharset(_ bytes: [UInt8]) -> String? {
    let window = min(bytes.count, 4096)
    var index = 0
    while let found = ASCII.find("<meta", in: bytes, index..<window) {
      let end = bytes[found..<window].firstIndex(of: UInt8(ascii: ">")) ?? window
      if let label = value(after: "charset", in: bytes, found..<end) { return label }
      index = found + 5
    }
    return nil
  }

  /// The word behind `name =`, with or without quotation marks.
  private static func value(after name: StaticString, in bytes: [UInt8], _ range: Range<Int>) -> String? {
    guard let at = ASCII.find(name, in: bytes, range) else { return nil }
    var index = at + name.utf8CodeUnitCount
    while index < range.upperBound, ASCII.isSpace(bytes[index]) { index += 1 }
    guard index < range.upperBound, bytes[index] == UInt8(ascii: "=") else { return nil }
    index += 1
    while index < range.upperBound, ASCII.isSpace(bytes[index]) || bytes[index] == 0x22 || bytes[index] == 0x27 {
      index += 1
    }
    let start = index
    while index < range.upperBound,
      ASCII.isAlphanumeric(bytes[index]) || [0x2D, 0x5F, 0x2E, 0x3A].contains(bytes[index])
    {
      index += 1
    }
    return index > start ? String(decoding: bytes[start..<index], as: UTF8.self).lowercased() : nil
  }
}

/// Tests and searches on ASCII bytes.
enum ASCII {
  @inline(__always) static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }
  @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  @inline(__always) static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
  @inline(__always) static func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }
  @inline(__always) static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
  @inline(__always) static func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }

  /// The first place of a lower-case ASCII word in a range, whatever its case there.
  static func find(_ word: StaticString, in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    let needle = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard range.count >= needle.count, let first = needle.first else { return nil }
    for start in range.lowerBound...(range.upperBound - needle.count) {
      guard lowered(bytes[start]) == first else { continue }
      if (0..<needle.count).allSatisfy({ lowered(bytes[start + $0]) == needle[$0] }) { return start }
    }
    return nil
  }

  @inline(__always) static func lowered(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }
}
