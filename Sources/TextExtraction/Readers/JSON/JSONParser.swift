import ConceptModel

/// A JSON value with the places of its strings.
enum JSONValue {
  case null
  case bool(Bool)
  case number(Double, text: String)
  case string(JSONText)
  case array([JSONValue])
  case object([(name: String, value: JSONValue)])
}

/// A string of JSON: its bytes, and the way back to the bytes between the quotation marks.
struct JSONText {
  var bytes: [UInt8]
  var runs: [OffsetMap.Run]
  var string: String { String(decoding: bytes, as: UTF8.self) }
}

/// Why some bytes are not JSON, and where.
struct JSONFailure: Error {
  var message: String
  var offset: Int
}

/// A strict parser of RFC 8259 over a range of bytes.
struct JSONParser {
  private let bytes: [UInt8]
  private let end: Int
  private var index: Int
  private var depth = 0

  init(_ bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    index = range.lowerBound
    end = range.upperBound
  }

  /// The one value of the range; anything behind it is an error.
  mutating func parseDocument() throws(JSONFailure) -> JSONValue {
    let value = try parseValue()
    skipSpace()
    guard index == end else { throw JSONFailure(message: "there is text behind the value", offset: index) }
    return value
  }

  private mutating func skipSpace() {
    while index < end, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
  }

  private mutating func parseValue() throws(JSONFailure) -> JSONValue {
    skipSpace()
    guard index < end else { throw JSONFailure(message: "a value is missing", offset: index) }
    depth += 1
    defer { depth -= 1 }
    guard depth <= 200 else { throw JSONFailure(message: "values are nested too deep", offset: index) }
    switch bytes[index] {
    case UInt8(ascii: "{"): return try parseObject()
    case UInt8(ascii: "["): return try parseArray()
    case UInt8(ascii: "\""): return .string(try parseString())
    case UInt8(ascii: "t"): return try parseWord("true", .bool(true))
    case UInt8(ascii: "f"): return try parseWord("false", .bool(false))
    case UInt8(ascii: "n"): return try parseWord("null", .null)
    default: return try parseNumber()
    }
  }

  private mutating func parseWord(_ word: String, _ value: JSONValue) throws(JSONFailure) -> JSONValue {
    guard bytes[index..<end].starts(with: word.utf8) else {
      throw JSONFailure(message: "this is no JSON value", offset: index)
    }
    index += word.utf8.count
    return value
  }

  private mutating func parseObject() throws(JSONFailure) -> JSONValue {
    var members: [(name: String, value: JSONValue)] = []
    index += 1
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object(members) }
    while true {
      skipSpace()
      guard index < end, bytes[index] == UInt8(ascii: "\"") else {
        throw JSONFailure(message: "the name of a member is missing", offset: index)
      }
      let name = try parseString().string
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw JSONFailure(message: "a colon is missing", offset: index) }
      members.append((name, try parseValue()))
      skipSpace()
      if take(UInt8(ascii: "}")) { return .object(members) }
      guard take(UInt8(ascii: ",")) else { throw JSONFailure(message: "a comma or } is missing", offset: index) }
    }
  }

  private mutating func parseArray() throws(JSONFailure) -> JSONValue {
    var items: [JSONValue] = []
    index += 1
    skipSpace()
    if take(UInt8(ascii: "]")) { return .array(items) }
    while true {
      items.append(try parseValue())
      skipSpace()
      if take(UInt8(ascii: "]")) { return .array(items) }
      guard take(UInt8(ascii: ",")) else { throw JSONFailure(message: "a comma or ] is missing", offset: index) }
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard index < end, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func parseNumber() throws(JSONFailure) -> JSONValue {
    let start = index
    func digits(_ index: inout Int) -> Bool {
      let from = index
      while index < end, ASCII.isDigit(bytes[index]) { index += 1 }
      return index > from
    }
    _ = take(UInt8(ascii: "-"))
    let whole = index
    var valid = digits(&index)
    if valid, bytes[whole] == UInt8(ascii: "0"), index - whole > 1 { valid = false }
    if valid, take(UInt8(ascii: ".")) { valid = digits(&index) }
    if valid, index < end, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      valid = digits(&index)
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard valid, let value = Double(text) else {
      throw JSONFailure(message: "this is no JSON value", offset: start)
    }
    return .number(value, text: text)
  }

  // MARK: Strings

  private mutating func parseString() throws(JSONFailure) -> JSONText {
    let opening = index
    index += 1
    var text = JSONText(bytes: [], runs: [])
    while index < end {
      let start = index
      while index < end, bytes[index] >= 0x20, bytes[index] != 0x22, bytes[index] != 0x5C { index += 1 }
      text.runs.appendLiteral(text: text.bytes.count, length: index - start, source: start)
      text.bytes.append(contentsOf: bytes[start..<index])
      guard index < end else { break }
      if take(UInt8(ascii: "\"")) { return text }
      guard bytes[index] == 0x5C else {
        throw JSONFailure(message: "a control character stands in a string", offset: index)
      }
      try parseEscape(into: &text)
    }
    throw JSONFailure(message: "a string is not closed", offset: opening)
  }

  private mutating func parseEscape(into text: inout JSONText) throws(JSONFailure) {
    let start = index
    guard index + 1 < end else { throw JSONFailure(message: "a string is not closed", offset: index) }
    var scalar: UInt32
    switch bytes[index + 1] {
    case UInt8(ascii: "n"): scalar = 0x0A
    case UInt8(ascii: "t"): scalar = 0x09
    case UInt8(ascii: "r"): scalar = 0x0D
    case UInt8(ascii: "b"): scalar = 0x08
    case UInt8(ascii: "f"): scalar = 0x0C
    case 0x22, 0x5C, 0x2F: scalar = UInt32(bytes[index + 1])
    case UInt8(ascii: "u"):
      scalar = try parseUnit(at: index + 2)
      index += 4
      if (0xD800...0xDBFF).contains(scalar), index + 3 < end, bytes[index + 2] == 0x5C,
        bytes[index + 3] == UInt8(ascii: "u")
      {
        let low = try parseUnit(at: index + 4)
        if (0xDC00...0xDFFF).contains(low) {
          scalar = 0x10000 + ((scalar - 0xD800) << 10) + (low - 0xDC00)
          index += 6
        }
      }
    default: throw JSONFailure(message: "there is no such escape", offset: index)
    }
    index += 2
    let from = text.bytes.count
    UTF8Encoding.append(scalar, to: &text.bytes)
    text.runs.appendOpaque(
      text: from, length: text.bytes.count - from, source: start, sourceLength: index - start)
  }

  private func parseUnit(at start: Int) throws(JSONFailure) -> UInt32 {
    guard start + 4 <= end else { throw JSONFailure(message: "an escape needs four digits", offset: start) }
    var value: UInt32 = 0
    for byte in bytes[start..<(start + 4)] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
      default: throw JSONFailure(message: "an escape needs four digits", offset: start)
      }
    }
    return value
  }
}
