import ConceptModel

/// Text and runs as a decoder makes them.
struct DecodingSink {
  var text: [UInt8] = []
  var runs: [OffsetMap.Run] = []
  var replacements = 0
  var firstReplacement = 0

  /// Appends source bytes that are the same in UTF-8.
  mutating func literal(_ bytes: ArraySlice<UInt8>) {
    if bytes.isEmpty { return }
    runs.appendLiteral(text: text.count, length: bytes.count, source: bytes.startIndex)
    text.append(contentsOf: bytes)
  }

  /// Appends one scalar that stands for some source bytes.
  mutating func scalar(_ value: UInt32, source: Int, length: Int) {
    let start = text.count
    UTF8Encoding.append(value, to: &text)
    runs.appendOpaque(text: start, length: text.count - start, source: source, sourceLength: length)
  }

  /// Appends U+FFFD for source bytes that stand for nothing.
  mutating func replacement(source: Int, length: Int) {
    if replacements == 0 { firstReplacement = source }
    replacements += 1
    scalar(0xFFFD, source: source, length: length)
  }
}

extension [OffsetMap.Run] {
  /// Adds a run of equal bytes, joined to the last run where both sides go on.
  mutating func appendLiteral(text: Int, length: Int, source: Int) {
    if length == 0 { return }
    if let last = self.last, last.isLiteral, Int(last.text) + Int(last.textLength) == text,
      Int(last.source) + Int(last.sourceLength) == source
    {
      self[count - 1].textLength += UInt32(length)
      self[count - 1].sourceLength += UInt32(length)
    } else {
      append(OffsetMap.Run(text: text, textLength: length, source: source, sourceLength: length))
    }
  }

  /// Adds a run that maps as a whole.
  ///
  /// Equal lengths mean equal bytes, so a run of equal lengths and other bytes is split: its first byte stands for the
  /// whole source and the others for its end.
  mutating func appendOpaque(text: Int, length: Int, source: Int, sourceLength: Int) {
    if length == 0 { return }
    if length != sourceLength {
      append(OffsetMap.Run(text: text, textLength: length, source: source, sourceLength: sourceLength))
    } else if length == 1 {
      // One byte for another byte: no run can say so; the runs beside it bound its place.
      return
    } else {
      append(OffsetMap.Run(text: text, textLength: 1, source: source, sourceLength: sourceLength))
      append(OffsetMap.Run(text: text + 1, textLength: length - 1, source: source + sourceLength, sourceLength: 0))
    }
  }
}

/// The UTF-8 encoding form.
enum UTF8Encoding {
  /// Appends the bytes of a scalar value; what is no scalar value becomes U+FFFD.
  static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(value) else { return append(0xFFFD, to: &bytes) }
    bytes.append(contentsOf: UTF8.encode(scalar)!)
  }

  /// The length of the valid sequence at an index, or minus the length of the longest bad start of one.
  ///
  /// Bad sequences are cut as the Unicode Standard recommends (section 3.9, maximal subparts).
  static func sequenceLength(_ bytes: [UInt8], at index: Int) -> Int {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    let need: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: need = 1
    case 0xE0: (need, low) = (2, 0xA0)
    case 0xED: (need, high) = (2, 0x9F)
    case 0xE1...0xEF: need = 2
    case 0xF0: (need, low) = (3, 0x90)
    case 0xF1...0xF3: need = 3
    case 0xF4: (need, high) = (3, 0x8F)
    default: return -1
    }
    for step in 1...need {
      guard index + step < bytes.count, bytes[index + step] >= low, bytes[index + step] <= high else { return -step }
      (low, high) = (0x80, 0xBF)
    }
    return need + 1
  }
}

extension TextDecoder {
  static func decodeUTF8(_ bytes: [UInt8], from start: Int, file: String) -> DecodedText {
    if String(validating: bytes[start...], as: UTF8.self) != nil {
      if start == 0 { return DecodedText(bytes: bytes, map: .identity(count: bytes.count), encoding: "UTF-8") }
      let text = Array(bytes[start...])
      let run = OffsetMap.Run(text: 0, textLength: text.count, source: start, sourceLength: text.count)
      return DecodedText(bytes: text, map: OffsetMap(runs: text.isEmpty ? [] : [run]), encoding: "UTF-8")
    }
    var sink = DecodingSink()
    sink.text.reserveCapacity(bytes.count)
    var index = start
    var literalStart = start
    while index < bytes.count {
      let length = UTF8Encoding.sequenceLength(bytes, at: index)
      if length > 0 {
        index += length
      } else {
        sink.literal(bytes[literalStart..<index])
        sink.replacement(source: index, length: -length)
        index -= length
        literalStart = index
      }
    }
    sink.literal(bytes[literalStart..<index])
    return finish(sink, bytes, encoding: .utf8, file: file)
  }

  static func decodeUTF16(
    _ bytes: [UInt8], from start: Int, bigEndian: Bool, _ encoding: TextEncoding, file: String
  ) -> DecodedText {
    func unit(_ index: Int) -> UInt32 {
      let (a, b) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
      return bigEndian ? a << 8 | b : b << 8 | a
    }
    var sink = DecodingSink()
    var index = start
    while index + 1 < bytes.count {
      let first = unit(index)
      if first < 0xD800 || first > 0xDFFF {
        sink.scalar(first, source: index, length: 2)
        index += 2
      } else if first < 0xDC00, index + 3 < bytes.count, (0xDC00...0xDFFF).contains(unit(index + 2)) {
        sink.scalar(0x10000 + ((first - 0xD800) << 10) + (unit(index + 2) - 0xDC00), source: index, length: 4)
        index += 4
      } else {
        sink.replacement(source: index, length: 2)
        index += 2
      }
    }
    if index < bytes.count { sink.replacement(source: index, length: 1) }
    return finish(sink, bytes, encoding: encoding, file: file)
  }

  static func decodeUTF32(
    _ bytes: [UInt8], from start: Int, bigEndian: Bool, _ encoding: TextEncoding, file: String
  ) -> DecodedText {
    var sink = DecodingSink()
    var index = start
    while index + 3 < bytes.count {
      var value: UInt32 = 0
      for step in 0..<4 { value |= UInt32(bytes[index + step]) << UInt32(8 * (bigEndian ? 3 - step : step)) }
      if Unicode.Scalar(value) != nil {
        sink.scalar(value, source: index, length: 4)
      } else {
        sink.replacement(source: index, length: 4)
      }
      index += 4
    }
    if index < bytes.count { sink.replacement(source: index, length: bytes.count - index) }
    return finish(sink, bytes, encoding: encoding, file: file)
  }

  static func finish(_ sink: DecodingSink, _ bytes: [UInt8], encoding: TextEncoding, file: String) -> DecodedText {
    var decoded = DecodedText(bytes: sink.text, map: OffsetMap(runs: sink.runs), encoding: encoding.name)
    if sink.replacements > 0 {
      decoded.diagnostics.append(
        replacementWarning(
          bytes, at: sink.firstReplacement, count: sink.replacements, encoding: encoding.name, file: file))
    }
    return decoded
  }
}
