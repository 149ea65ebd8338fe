/// The quoting rules of the formats; every label and quotation passes through one of them.
extension ByteWriter {
  /// Appends text for XML content or a double-quoted attribute: mark-up characters as entities, characters that XML 1.0
  /// forbids as U+FFFD, and tab, line feed and carriage return as references, so that attributes keep them.
  public func appendXML(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var clean = 0
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        let width = Self.xmlSpecialWidth(byte, bytes, index)
        if width > 0 {
          append(UnsafeBufferPointer(rebasing: bytes[clean..<index]))
          appendXMLSpecial(byte)
          clean = index + width
          index = clean
        } else {
          index += 1
        }
      }
      append(UnsafeBufferPointer(rebasing: bytes[clean..<bytes.count]))
    }
  }

  /// The bytes to replace at `index`: 0 for an ordinary byte, 3 for U+FFFE and U+FFFF.
  @inline(__always)
  private static func xmlSpecialWidth(_ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    if byte < 0x20 || byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 { return 1 }
    if byte == 0xEF && index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE { return 3 }
    return 0
  }

  private func appendXMLSpecial(_ byte: UInt8) {
    switch byte {
    case 0x26: literal("&amp;")
    case 0x3C: literal("&lt;")
    case 0x3E: literal("&gt;")
    case 0x22: literal("&quot;")
    case 0x09: literal("&#9;")
    case 0x0A: literal("&#10;")
    case 0x0D: literal("&#13;")
    default: literal("\u{FFFD}")
    }
  }

  /// Appends a JSON string with its quotation marks (RFC 8259); `<`, `>` and `&` too are escaped when `inHTML` is set,
  /// so that no text can end a script element.
  public func appendJSON(_ text: String, inHTML: Bool = false) {
    append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { bytes in
      var clean = 0
      for index in bytes.indices {
        let byte = bytes[index]
        let special =
          byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F
          || inHTML && (byte == 0x3C || byte == 0x3E || byte == 0x26)
        guard special else { continue }
        append(UnsafeBufferPointer(rebasing: bytes[clean..<index]))
        appendJSONSpecial(byte)
        clean = index + 1
      }
      append(UnsafeBufferPointer(rebasing: bytes[clean..<bytes.count]))
    }
    append(UInt8(ascii: "\""))
  }

  private func appendJSONSpecial(_ byte: UInt8) {
    switch byte {
    case 0x22: literal("\\\"")
    case 0x5C: literal("\\\\")
    case 0x08: literal("\\b")
    case 0x09: literal("\\t")
    case 0x0A: literal("\\n")
    case 0x0C: literal("\\f")
    case 0x0D: literal("\\r")
    default: appendHexEscape(byte)
    }
  }

  private func appendHexEscape(_ byte: UInt8) {
    literal("\\u00")
    append(Self.hexDigit(byte >> 4))
    append(Self.hexDigit(byte & 15))
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 55 + value }

  /// Appends the inside of an N-Triples, Turtle or TriG string (RDF 1.1 N-Triples, production 9).
  public func appendRDFString(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var clean = 0
      for index in bytes.indices {
        let byte = bytes[index]
        guard byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F else { continue }
        append(UnsafeBufferPointer(rebasing: bytes[clean..<index]))
        appendJSONSpecial(byte)
        clean = index + 1
      }
      append(UnsafeBufferPointer(rebasing: bytes[clean..<bytes.count]))
    }
  }

  /// Appends one CSV field (RFC 4180): quoted when it holds a comma, a quotation mark, a line end or outer white space.
  public func appendCSV(_ text: String) {
    var needsQuotes = false
    for byte in text.utf8 where byte == 0x2C || byte == 0x22 || byte == 0x0A || byte == 0x0D { needsQuotes = true }
    if text.utf8.first == 0x20 || text.utf8.last == 0x20 { needsQuotes = true }
    guard needsQuotes else { return append(text) }
    append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == 0x22 { append(byte) }
      append(byte)
    }
    append(UInt8(ascii: "\""))
  }
}

/// A number as the shortest decimal that reads back as the same value, without `.0`.
func decimal(_ number: Double) -> String {
  if abs(number) < 1e15, Double(Int(number)) == number { return String(Int(number)) }
  return number.description
}

/// The text on one line: line ends and tabs become spaces, other control characters U+FFFD.
///
/// What goes to a terminal or a diagram passes through here, so that no document can move the cursor or colour the screen.
public func singleLine(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isControl) else { return text }
  var out = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: out.append(" ")
    default: out.append(isControl(scalar) ? "\u{FFFD}" : scalar)
    }
  }
  return String(out)
}

/// Whether a scalar steers a terminal or the direction of text, or is a noncharacter, rather than standing for a character.
private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
  default: scalar.value & 0xFFFE == 0xFFFE
  }
}
