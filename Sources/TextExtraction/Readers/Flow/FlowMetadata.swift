import ConceptModel

/// What a parser learns about the document beside its text.
struct FlowMetadata {
  var titles: [String] = []
  var authors: [String] = []
  var dates: [String] = []
  var link: String?
  /// The text of the field that is open.
  var field: [UInt8] = []
  var surname: String?
  var givenName: String?
  var dateParts: (year: Int?, month: Int?, day: Int?) = (nil, nil, nil)
  var commentAuthorStart: Int?
  /// Where a hyphen at a line end may divide a word.
  var divided: Int?
  var openField: MetadataField?
}

extension FlowBuilder {
  mutating func beginMetadata(_ field: MetadataField, _ frame: inout FlowFrame) {
    frame.isHidden = true
    metadata.openField = field
    metadata.field.removeAll()
  }

  /// Takes text into the open field; true when there is one.
  mutating func collect(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard metadata.openField != nil else { return false }
    if metadata.field.count + bytes.count <= 4096 { metadata.field.append(contentsOf: bytes) }
    return true
  }

  mutating func endMetadata(_ field: MetadataField) {
    let value = Self.collapsed(metadata.field)
    metadata.field.removeAll()
    metadata.openField = nil
    if value.isEmpty { return }
    switch field {
    case .title: metadata.titles.append(value)
    case .author: addAuthor(value)
    case .date: metadata.dates.append(value)
    case .link: metadata.link = metadata.link ?? value
    case .surname: metadata.surname = value
    case .givenName: metadata.givenName = metadata.givenName.map { $0 + " " + value } ?? value
    case .year: metadata.dateParts.year = Int(value)
    case .month: metadata.dateParts.month = Int(value)
    case .day: metadata.dateParts.day = Int(value)
    }
  }

  /// Joins the parts of a name that came in fields of their own.
  mutating func endName() {
    let parts = [metadata.givenName, metadata.surname].compactMap { $0 }
    metadata.givenName = nil
    metadata.surname = nil
    if !parts.isEmpty { addAuthor(parts.joined(separator: " ")) }
  }

  /// Joins the parts of a date that came in fields of their own.
  mutating func endDate() {
    let parts = metadata.dateParts
    metadata.dateParts = (nil, nil, nil)
    guard let year = parts.year, (1000...2999).contains(year) else { return }
    metadata.dates.append(DateShape.date(year: year, month: parts.month, day: parts.day))
  }

  mutating func addAuthor(_ name: String) {
    let trimmed = name.hasPrefix("by ") || name.hasPrefix("By ") ? String(name.dropFirst(3)) : name
    if !trimmed.isEmpty, trimmed.utf8.count <= 200, !metadata.authors.contains(trimmed) {
      metadata.authors.append(trimmed)
    }
  }

  /// The bytes as a string with white space collapsed and trimmed.
  static func collapsed(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let width = spaceWidth(bytes, index, bytes.count)
      if width > 0 {
        if let last = out.last, last != 0x20 { out.append(0x20) }
        index += width
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    if out.last == 0x20 { out.removeLast() }
    return String(decoding: out, as: UTF8.self)
  }
}

/// Dates as documents write them, brought to `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
enum DateShape {
  /// The date in a string: ISO 8601, RFC 822 (`Tue, 02 Jan 2024 …`), `2 January 2024`, `January 2, 2024`, `2024`.
  static func parse(_ string: String) -> String? {
    let words = string.split { !($0.isLetter || $0.isNumber) }.map(String.init)
    let bytes = Array(string.utf8.drop { ASCII.isSpace($0) })
    if bytes.count >= 4, bytes.prefix(4).allSatisfy(ASCII.isDigit), bytes.count == 4 || !ASCII.isDigit(bytes[4]) {
      return isoDate(bytes)
    }
    var year: Int?
    var month: Int?
    var day: Int?
    for word in words {
      if let number = Int(
        word.hasSuffix("th") || word.hasSuffix("st") || word.hasSuffix("nd") || word.hasSuffix("rd")
          ? String(word.dropLast(2)) : word)
      {
        if (1000...2999).contains(number), word.utf8.count == 4 {
          year = year ?? number
        } else if (1...31).contains(number), year == nil || month != nil {
          day = day ?? number
        }
      } else if month == nil, word.utf8.count >= 3 {
        let lowered = word.lowercased()
        month = months.firstIndex { $0.hasPrefix(lowered) || lowered == $0 }.map { $0 + 1 }
      }
    }
    guard let year else { return nil }
    return date(year: year, month: month, day: month == nil ? nil : day)
  }

  private static func isoDate(_ bytes: [UInt8]) -> String? {
    func number(_ from: Int, _ count: Int) -> Int? {
      guard bytes.count >= from + count else { return nil }
      return Int(String(decoding: bytes[from..<(from + count)], as: UTF8.self))
    }
    guard let year = number(0, 4) else { return nil }
    guard bytes.count >= 7, bytes[4] == 0x2D || bytes[4] == 0x2F, let month = number(5, 2), (1...12).contains(month)
    else { return date(year: year, month: nil, day: nil) }
    guard bytes.count >= 10, bytes[7] == bytes[4], let day = number(8, 2) else {
      return date(year: year, month: month, day: nil)
    }
    return date(year: year, month: month, day: day)
  }

  /// The parts as a date; parts out of range are left out.
  static func date(year: Int, month: Int?, day: Int?) -> String {
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    guard let month, (1...12).contains(month) else { return "\(year)" }
    guard let day, (1...31).contains(day) else { return "\(year)-\(two(month))" }
    return "\(year)-\(two(month))-\(two(day))"
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
}
