import ConceptModel

/// The 64-bit FNV-1a hash of byte strings, each ended by a zero byte, as 16 hexadecimal digits.
struct ContentHash {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ text: String) {
    for byte in text.utf8 { mix(byte) }
    mix(0)
  }

  private mutating func mix(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }

  var hexadecimal: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The id of an assertion: triple, polarity, document and span, so that the order of ingestion never shows.
  static func id(of assertion: Assertion) -> String {
    var hash = ContentHash()
    for part in [
      assertion.subject.value, assertion.relation, assertion.object.value, assertion.polarity.rawValue,
      assertion.evidence.document.value, assertion.source?.value ?? "", String(assertion.evidence.start),
      String(assertion.evidence.end),
    ] { hash.add(part) }
    return hash.hexadecimal
  }
}
