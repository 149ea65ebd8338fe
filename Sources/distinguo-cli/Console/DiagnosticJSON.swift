import ConceptModel

extension Collection where Element == Diagnostic {
  /// The problems as one JSON array of objects with code, message, line, column, length and choices.
  var json: String { "[" + map(\.json).joined(separator: ",") + "]" }
}

extension Diagnostic {
  /// One JSON object.
  var json: String {
    var members = ["\"code\":\(JSON.string(code))", "\"message\":\(JSON.string(message))"]
    if let file { members.append("\"file\":\(JSON.string(file))") }
    if let place {
      members.append("\"line\":\(place.line),\"column\":\(place.column),\"length\":\(place.length)")
    }
    if let hint { members.append("\"hint\":\(JSON.string(hint))") }
    members.append("\"choices\":[" + choices.map { JSON.string($0.text) }.joined(separator: ",") + "]")
    return "{" + members.joined(separator: ",") + "}"
  }
}

/// JSON strings (RFC 8259).
enum JSON {
  /// The text between quotation marks, with what has to be escaped escaped.
  static func string(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
