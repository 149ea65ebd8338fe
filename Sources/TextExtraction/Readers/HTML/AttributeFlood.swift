/// Start tags with more attributes than any document needs.
///
/// The parser compares every attribute with all before it, so that their number squared is the cost.
enum AttributeFlood {
  /// The most attributes of one element that are read.
  static let limit = 1_000

  /// The bytes with the attributes beyond the limit blanked, and the first tag that had so many.
  ///
  /// Nothing moves: offsets stay as they are.
  static func blanked(_ bytes: [UInt8]) -> (bytes: [UInt8], first: Int?) {
    var out = bytes
    var first: Int?
    var index = 0
    while index + 1 < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), ASCII.isLetter(bytes[index + 1]) else {
        index += 1
        continue
      }
      let start = index
      let (end, cut) = tag(bytes, from: start + 1)
      if let cut, end < bytes.count {
        first = first ?? start
        for at in cut..<end { out[at] = 0x20 }
      }
      index = end
    }
    return (out, first)
  }

  /// The bracket that ends a tag, and where its attributes are too many.
  private static func tag(_ bytes: [UInt8], from start: Int) -> (end: Int, cut: Int?) {
    var index = start
    var words = 0
    var cut: Int?
    while index < bytes.count, bytes[index] != UInt8(ascii: ">"), bytes[index] != UInt8(ascii: "<") {
      let byte = bytes[index]
      if ASCII.isSpace(byte) {
        words += index + 1 < bytes.count && !ASCII.isSpace(bytes[index + 1]) ? 1 : 0
        if words > limit, cut == nil { cut = index }
      } else if byte == 0x22 || byte == 0x27, bytes[index - 1] == UInt8(ascii: "=") {
        guard let close = bytes[(index + 1)...].firstIndex(of: byte) else { return (bytes.count, nil) }
        index = close
      }
      index += 1
    }
    return (index, cut)
  }
}
