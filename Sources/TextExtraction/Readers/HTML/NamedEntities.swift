internal import CLibXML2

/// Character references by name and number.
enum NamedEntities {
  /// The scalars that a name stands for: the entities of HTML 4, which libxml2 knows, and frequent later ones.
  static func scalars(_ name: String) -> [UInt32]? {
    if let later = laterEntities[name] { return later }
    guard let entry = htmlEntityLookup(name) else { return nil }
    return [UInt32(entry.pointee.value)]
  }

  private static let laterEntities: [String: [UInt32]] = [
    "apos": [0x27], "lbrack": [0x5B], "lsqb": [0x5B], "rbrack": [0x5D], "rsqb": [0x5D], "lbrace": [0x7B],
    "rbrace": [0x7D], "lpar": [0x28], "rpar": [0x29], "num": [0x23], "dollar": [0x24], "percnt": [0x25],
    "ast": [0x2A], "plus": [0x2B], "comma": [0x2C], "period": [0x2E], "sol": [0x2F], "bsol": [0x5C], "colon": [0x3A],
    "semi": [0x3B], "equals": [0x3D], "quest": [0x3F], "commat": [0x40], "Hat": [0x5E], "lowbar": [0x5F],
    "grave": [0x60], "vert": [0x7C], "verbar": [0x7C], "Tab": [0x09], "NewLine": [0x0A], "excl": [0x21],
    "dash": [0x2010], "horbar": [0x2015], "hairsp": [0x200A], "numsp": [0x2007], "puncsp": [0x2008],
    "NoBreak": [0x2060], "check": [0x2713], "star": [0x2606], "phone": [0x260E], "epsi": [0x3B5],
    "varepsilon": [0x3F5], "infintie": [0x29DD], "le": [0x2264], "leq": [0x2264], "geq": [0x2265], "neq": [0x2260],
    "approx": [0x2248], "rightarrow": [0x2192], "leftarrow": [0x2190], "Rightarrow": [0x21D2], "in": [0x2208],
    "subset": [0x2282], "supset": [0x2283], "sqsube": [0x2291], "sqsupe": [0x2292], "hyphen": [0x2010],
    "ccaron": [0x10D], "Ccaron": [0x10C], "rcaron": [0x159], "zcaron": [0x17E], "Zcaron": [0x17D], "ecaron": [0x11B],
    "cacute": [0x107], "sacute": [0x15B], "nacute": [0x144], "lstrok": [0x142], "Lstrok": [0x141], "amacr": [0x101],
    "emacr": [0x113], "imacr": [0x12B], "omacr": [0x14D], "umacr": [0x16B], "inodot": [0x131], "gbreve": [0x11F],
  ]

  /// The number of a reference as the HTML standard reads it: 0x80 to 0x9F are Windows-1252, bad ones U+FFFD.
  static func numeric(_ value: UInt32) -> UInt32 {
    if (0x80...0x9F).contains(value) { return TextDecoder.windows1252Controls[Int(value) - 0x80] }
    return value == 0 || Unicode.Scalar(value) == nil ? 0xFFFD : value
  }

  /// Decodes the reference at an index of some bytes: what it stands for in UTF-8, and its length.
  ///
  /// A name needs its semicolon; what is no reference gives nil.
  static func reference(in bytes: [UInt8], at start: Int, end: Int) -> (bytes: [UInt8], length: Int)? {
    guard start + 2 < end, bytes[start] == UInt8(ascii: "&") else { return nil }
    var index = start + 1
    var scalars: [UInt32]?
    if bytes[index] == UInt8(ascii: "#") {
      index += 1
      let isHex = index < end && bytes[index] | 0x20 == UInt8(ascii: "x")
      if isHex { index += 1 }
      let digits = index
      while index < end, isHex ? isHexDigit(bytes[index]) : ASCII.isDigit(bytes[index]) { index += 1 }
      guard index > digits, index - digits <= 10 else { return nil }
      let number = UInt64(String(decoding: bytes[digits..<index], as: UTF8.self), radix: isHex ? 16 : 10) ?? 0
      scalars = [numeric(UInt32(min(number, 0x110000)))]
    } else {
      while index < end, ASCII.isAlphanumeric(bytes[index]), index - start < 34 { index += 1 }
      scalars = self.scalars(String(decoding: bytes[(start + 1)..<index], as: UTF8.self))
    }
    guard let scalars, index < end, bytes[index] == UInt8(ascii: ";") else { return nil }
    var out: [UInt8] = []
    for scalar in scalars { UTF8Encoding.append(scalar, to: &out) }
    return (out, index + 1 - start)
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    ASCII.isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66)
  }
}
