import ConceptModel

/// The terms of N-Triples: IRIREF, BLANK_NODE_LABEL, STRING_LITERAL_QUOTE, LANGTAG.
extension NQuadsParser {
  mutating func parseIRI() throws(Diagnostic) -> StatementBatch.Slice {
    let open = offset
    offset += 1
    let start = offset
    var decodedStart: Int?
    while true {
      let byte = current
      if byte == UInt8(ascii: ">") { break }
      if byte == UInt8(ascii: "\\") {
        let escape = offset
        if decodedStart == nil { decodedStart = beginDecoded(start..<offset) }
        offset += 1
        let scalar = try parseCodePoint()
        guard scalar.value > 0x20, !Self.isExcludedFromIRI(UInt8(truncatingIfNeeded: scalar.value), scalar) else {
          throw failure("an IRI may not hold this character, not even escaped", "encode it as %XX", at: escape)
        }
        appendDecoded(scalar)
        continue
      }
      guard byte > 0x20 else {
        throw failure("\">\" is missing behind an IRI", "an IRI holds no spaces; write %20", at: open)
      }
      guard !Self.isExcludedFromIRI(byte, nil) else {
        throw failure("an IRI may not hold this character", "encode it as %XX")
      }
      if decodedStart != nil { appendDecoded(byte) }
      offset += 1
    }
    let slice = decodedStart.map { decoded(from: $0) } ?? StatementBatch.Slice(start: start, count: offset - start)
    guard hasScheme(slice) else {
      throw failure("the IRI is relative", "write it in full, with its scheme such as https:", at: open)
    }
    offset += 1
    return slice
  }

  /// `<`, `>`, `"`, `{`, `}`, `|`, `^`, `` ` `` and `\`; `scalar` is given for what an escape stands for.
  private static func isExcludedFromIRI(_ byte: UInt8, _ scalar: Unicode.Scalar?) -> Bool {
    if let scalar, !scalar.isASCII { return false }
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "\\"):
      return true
    default: return false
    }
  }

  /// Whether the text begins with a scheme and a colon (RFC 3986, section 3.1).
  private func hasScheme(_ slice: StatementBatch.Slice) -> Bool {
    for (index, byte) in batch.bytes[slice.range].enumerated() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): continue
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        if index == 0 { return false }
      case UInt8(ascii: ":"): return index > 0
      default: return false
      }
    }
    return false
  }

  mutating func parseBlankNode() throws(Diagnostic) -> StatementBatch.Slice {
    let open = offset
    guard byte(offset + 1) == UInt8(ascii: ":") else { throw failure("\":\" is missing", "write _:name") }
    offset += 2
    let start = offset
    var lastEnd = offset
    while true {
      let first = offset == start
      if current == UInt8(ascii: ".") && !first {
        offset += 1
        continue
      }
      guard let width = nameCharacter(isFirst: first) else { break }
      offset += width
      lastEnd = offset
    }
    // Full stops belong to the label only between other characters.
    offset = lastEnd
    guard offset > start else { throw failure("the name of a blank node is missing", "write _:name", at: open) }
    return StatementBatch.Slice(start: start, count: offset - start)
  }

  /// The width of the character at the present place if a blank node label may hold it there.
  private func nameCharacter(isFirst: Bool) -> Int? {
    let first = current
    if first < 0x80 {
      switch first {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        return 1
      case UInt8(ascii: "-"): return isFirst ? nil : 1
      default: return nil
      }
    }
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var value = UInt32(first) & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07)
    for index in 1..<width { value = value << 6 | UInt32(byte(offset + index) & 0x3F) }
    switch value {
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F,
      0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      return width
    case 0xB7, 0x300...0x36F, 0x203F...0x2040: return isFirst ? nil : width
    default: return nil
    }
  }

  mutating func parseString() throws(Diagnostic) -> StatementBatch.Slice {
    let open = offset
    offset += 1
    let start = offset
    var decodedStart: Int?
    while true {
      let byte = current
      if byte == UInt8(ascii: "\"") { break }
      guard byte != 0x0A, byte != 0x0D else {
        throw failure("the closing quotation mark is missing", "write a line end as \\n", at: open)
      }
      if byte == UInt8(ascii: "\\") {
        if decodedStart == nil { decodedStart = beginDecoded(start..<offset) }
        offset += 1
        try parseEscape()
        continue
      }
      if decodedStart != nil { appendDecoded(byte) }
      offset += 1
    }
    let slice = decodedStart.map { decoded(from: $0) } ?? StatementBatch.Slice(start: start, count: offset - start)
    offset += 1
    return slice
  }

  private mutating func parseEscape() throws(Diagnostic) {
    let byte: UInt8
    switch current {
    case UInt8(ascii: "t"): byte = 0x09
    case UInt8(ascii: "b"): byte = 0x08
    case UInt8(ascii: "n"): byte = 0x0A
    case UInt8(ascii: "r"): byte = 0x0D
    case UInt8(ascii: "f"): byte = 0x0C
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"): byte = current
    case UInt8(ascii: "u"), UInt8(ascii: "U"): return appendDecoded(try parseCodePoint())
    default: throw failure("there is no such escape", "use \\t \\b \\n \\r \\f \\\" \\' \\\\ \\uXXXX or \\UXXXXXXXX")
    }
    appendDecoded(byte)
    offset += 1
  }

  /// `uXXXX` or `UXXXXXXXX` behind a backslash.
  private mutating func parseCodePoint() throws(Diagnostic) -> Unicode.Scalar {
    let open = offset - 1
    let digits: Int
    switch current {
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U"): digits = 8
    default: throw failure("there is no such escape in an IRI", "use \\uXXXX or %XX", at: open)
    }
    offset += 1
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = Self.hexValue(current) else {
        throw failure("an escape needs \(digits) hexadecimal digits", "fill it up with zeros", at: open)
      }
      value = value << 4 | digit
      offset += 1
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw failure("the escape stands for no character", "write it as one \\UXXXXXXXX, not as two halves", at: open)
    }
    return scalar
  }

  private static func hexValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  /// A language tag with its `@`, or the IRI of a datatype; nothing for a plain string and for `xsd:string`.
  mutating func parseAnnotation() throws(Diagnostic) -> StatementBatch.Slice {
    if current == UInt8(ascii: "@") { return try parseLanguage() }
    guard current == UInt8(ascii: "^") else { return .none }
    guard byte(offset + 1) == UInt8(ascii: "^"), byte(offset + 2) == UInt8(ascii: "<") else {
      throw failure("the datatype is missing", "write ^^<https://…>")
    }
    offset += 2
    let datatype = try parseIRI()
    return batch.bytes[datatype.range].elementsEqual("http://www.w3.org/2001/XMLSchema#string".utf8) ? .none : datatype
  }

  private mutating func parseLanguage() throws(Diagnostic) -> StatementBatch.Slice {
    let start = offset
    var isFirst = true
    repeat {
      offset += 1
      let part = offset
      while Self.isLetter(current) || !isFirst && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(current) {
        offset += 1
      }
      guard offset > part else { throw failure("the language tag is incomplete", "write it like @en or @en-GB") }
      isFirst = false
    } while current == UInt8(ascii: "-")
    return StatementBatch.Slice(start: start, count: offset - start)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
