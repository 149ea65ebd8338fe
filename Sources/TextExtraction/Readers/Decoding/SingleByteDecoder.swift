extension TextDecoder {
  /// Decodes Latin-1 and Windows-1252, which differ in 0x80 to 0x9F alone.
  ///
  /// Text that is declared to be Latin-1 and uses that range was written in Windows-1252 (WHATWG Encoding Standard);
  /// the encoding is then reported as such.
  static func decodeSingleByte(_ bytes: [UInt8], _ encoding: TextEncoding) -> DecodedText {
    var sink = DecodingSink()
    sink.text.reserveCapacity(bytes.count + bytes.count / 8)
    var index = 0
    var usesControls = false
    while index < bytes.count {
      let literalStart = index
      while index < bytes.count, bytes[index] < 0x80 { index += 1 }
      sink.literal(bytes[literalStart..<index])
      guard index < bytes.count else { break }
      let byte = bytes[index]
      if byte < 0xA0 { usesControls = true }
      sink.scalar(byte < 0xA0 ? windows1252Controls[Int(byte) - 0x80] : UInt32(byte), source: index, length: 1)
      index += 1
    }
    let actual: TextEncoding = usesControls ? .windows1252 : encoding
    return DecodedText(bytes: sink.text, map: OffsetMap(runs: sink.runs), encoding: actual.name)
  }

  /// What 0x80 to 0x9F stand for in Windows-1252; the five unused bytes stand for their own numbers.
  static let windows1252Controls: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]
}
