/// Statements as lines of N-Triples (RDF 1.1 N-Triples), the form in which imported quads are quoted and exported.
enum NTriples {
  /// A resource as an IRI in angle brackets or a blank node; concept ids stand under the base of the store.
  static func resource(_ id: String) -> String {
    if id.hasPrefix("_:") { return id }
    return "<\(id.utf8.contains(UInt8(ascii: ":")) ? id : Vocabulary.conceptBase + percentEncoded(id))>"
  }

  static func predicate(_ id: String) -> String {
    "<\(id.utf8.contains(UInt8(ascii: ":")) ? id : Vocabulary.relationBase + percentEncoded(id))>"
  }

  static func line(_ subject: String, _ predicate: String, _ object: String) -> String {
    "\(resource(subject)) \(Self.predicate(predicate)) \(resource(object)) ."
  }

  /// A name with the characters escaped that an IRI may not hold, and `#` and `%`, which mean something in it.
  static func percentEncoded(_ name: String) -> String {
    let reserved = Set("<>\"{}|^`\\#% ".utf8)
    guard name.utf8.contains(where: { $0 <= 0x20 || reserved.contains($0) }) else { return name }
    var out: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in name.utf8 {
      if byte <= 0x20 || reserved.contains(byte) {
        out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The name that `percentEncoded` was given.
  static func percentDecoded(_ name: Substring) -> String {
    guard name.utf8.contains(UInt8(ascii: "%")) else { return String(name) }
    var out: [UInt8] = []
    var bytes = Array(name.utf8)[...]
    while let byte = bytes.popFirst() {
      if byte == UInt8(ascii: "%"), bytes.count >= 2,
        let value = UInt8(String(decoding: bytes.prefix(2), as: UTF8.self), radix: 16)
      {
        out.append(value)
        bytes = bytes.dropFirst(2)
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
