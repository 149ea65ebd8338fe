/// Lists in one column, as JSON arrays, so that `json_each` of SQLite reads them.
enum ListCoding {
  static func encode(_ numbers: [Int]) -> String {
    "[" + numbers.map { String($0) }.joined(separator: ",") + "]"
  }

  static func numbers(_ text: String) -> [Int] {
    text.utf8.dropFirst().dropLast().split(separator: UInt8(ascii: ",")).compactMap { Int(String($0) ?? "") }
  }

  static func encode(_ strings: [String]) -> String { encode(optional: strings.map(Optional.some)) }

  /// Encodes strings and nulls; every string is read back scalar by scalar as it was.
  static func encode(optional strings: [String?]) -> String {
    var out: [UInt8] = [UInt8(ascii: "[")]
    for (index, string) in strings.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      guard let string else {
        out += Array("null".utf8)
        continue
      }
      out.append(UInt8(ascii: "\""))
      for byte in string.utf8 {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
        case 0..<0x20:
          out += Array("\\u00".utf8) + [hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]]
        default: out.append(byte)
        }
      }
      out.append(UInt8(ascii: "\""))
    }
    out.append(UInt8(ascii: "]"))
    return String(decoding: out, as: UTF8.self)
  }

  static func strings(_ text: String) -> [String] { optionalStrings(text).compactMap { $0 } }

  /// Reads what `encode(optional:)` wrote.
  static func optionalStrings(_ text: String) -> [String?] {
    var result: [String?] = []
    var bytes = text.utf8.makeIterator()
    while let byte = bytes.next() {
      if byte == UInt8(ascii: "n") {
        result.append(nil)
      } else if byte == UInt8(ascii: "\"") {
        result.append(string(&bytes))
      }
    }
    return result
  }

  private static let hexDigits = Array("0123456789abcdef".utf8)

  private static func string(_ bytes: inout String.UTF8View.Iterator) -> String {
    var out: [UInt8] = []
    while let byte = bytes.next(), byte != UInt8(ascii: "\"") {
      guard byte == UInt8(ascii: "\\"), let escaped = bytes.next() else {
        out.append(byte)
        continue
      }
      guard escaped == UInt8(ascii: "u") else {
        out.append(escaped)
        continue
      }
      let digits = (0..<4).map { _ in hexDigits.firstIndex(of: bytes.next() ?? 0) ?? 0 }
      out.append(UInt8(truncatingIfNeeded: digits[2] << 4 | digits[3]))
    }
    return String(decoding: out, as: UTF8.self)
  }
}
