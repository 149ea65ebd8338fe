import ConceptModel

/// A source decoded to UTF-8, with the way back to its bytes.
struct DecodedText {
  /// Valid UTF-8 without a byte order mark.
  var bytes: [UInt8]
  /// From `bytes` to the source.
  var map: OffsetMap
  /// The IANA name of the encoding.
  var encoding: String
  var diagnostics: [Diagnostic] = []
}

/// The encodings with a decoder.
enum TextEncoding: Hashable {
  case utf8, utf16LittleEndian, utf16BigEndian, utf32LittleEndian, utf32BigEndian, latin1, windows1252

  var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .utf32LittleEndian: "UTF-32LE"
    case .utf32BigEndian: "UTF-32BE"
    case .latin1: "ISO-8859-1"
    case .windows1252: "windows-1252"
    }
  }

  /// The encoding that a label names, after the label table of the WHATWG Encoding Standard.
  ///
  /// UTF-16 without an order is little-endian there. A label that is unknown or has no decoder gives nil.
  init?(label: String) {
    switch label.lowercased() {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "us-ascii", "ascii", "ansi_x3.4-1968", "iso646-us", "646":
      self = .utf8
    case "utf-16", "utf-16le", "utf16", "ucs-2", "iso-10646-ucs-2", "unicode", "csunicode": self = .utf16LittleEndian
    case "utf-16be": self = .utf16BigEndian
    case "utf-32", "utf-32le", "utf32", "ucs-4", "iso-10646-ucs-4": self = .utf32LittleEndian
    case "utf-32be": self = .utf32BigEndian
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "iso88591", "latin1", "latin-1", "l1", "cp819", "ibm819",
      "iso-ir-100":
      self = .latin1
    case "windows-1252", "cp1252", "x-cp1252", "windows1252": self = .windows1252
    default: return nil
    }
  }
}

/// From source bytes to UTF-8.
enum TextDecoder {
  /// Decodes a source: byte order mark, then declaration, then the shape of the bytes.
  static func decode(_ source: SourceText, format: ProseFormat) throws(Diagnostic) -> DecodedText {
    let choice = EncodingDetection.detect(source.bytes, format: format)
    switch choice {
    case .encoding(let encoding, let bomLength, let isGuess):
      var decoded = decode(source.bytes, encoding, from: bomLength, file: source.id.value)
      if isGuess { decoded.diagnostics.insert(guessWarning(source, encoding), at: 0) }
      return decoded
    case .unsupported(let name):
      throw Diagnostic(
        code: "unsupported-encoding", message: "the input is declared to be in \(name), which has no decoder",
        file: source.id.value, hint: "convert it to UTF-8, for example with `iconv -f \(name) -t UTF-8`")
    case .unknown:
      throw Diagnostic(
        code: "unknown-encoding",
        message: "the encoding is not declared, and the bytes are neither Unicode nor Western European text",
        file: source.id.value, hint: "convert it to UTF-8, for example with `iconv -f ENCODING -t UTF-8`")
    }
  }

  private static func guessWarning(_ source: SourceText, _ encoding: TextEncoding) -> Diagnostic {
    Diagnostic(
      .warning, code: "guessed-encoding",
      message: "the encoding is not declared and the bytes are not UTF-8; read as \(encoding.name)",
      file: source.id.value, hint: "convert the file to UTF-8 if letters with accents look wrong")
  }

  /// Decodes bytes in a known encoding, starting behind a byte order mark.
  static func decode(_ bytes: [UInt8], _ encoding: TextEncoding, from start: Int, file: String) -> DecodedText {
    switch encoding {
    case .utf8: return decodeUTF8(bytes, from: start, file: file)
    case .latin1, .windows1252: return decodeSingleByte(bytes, encoding)
    case .utf16LittleEndian, .utf16BigEndian:
      return decodeUTF16(bytes, from: start, bigEndian: encoding == .utf16BigEndian, encoding, file: file)
    case .utf32LittleEndian, .utf32BigEndian:
      return decodeUTF32(bytes, from: start, bigEndian: encoding == .utf32BigEndian, encoding, file: file)
    }
  }

  /// The warning about bytes that stand for nothing in the encoding.
  static func replacementWarning(_ bytes: [UInt8], at offset: Int, count: Int, encoding: String, file: String)
    -> Diagnostic
  {
    var diagnostic = SourcePlaces.diagnostic(
      .warning, code: "bad-encoding",
      message:
        "\(count == 1 ? "one sequence is" : "\(count) sequences are") not valid \(encoding), the first at byte \(offset);"
        + " read as U+FFFD", file: file, bytes: bytes, offset: offset, hint: "save the file as UTF-8")
    // Lines of two-byte encodings cannot be shown as they stand.
    if encoding != "UTF-8" { diagnostic.place = nil }
    return diagnostic
  }
}
