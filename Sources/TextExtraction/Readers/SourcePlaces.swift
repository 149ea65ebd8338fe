import ConceptModel

/// Diagnostics about a byte of a source.
enum SourcePlaces {
  /// A diagnostic whose place is the line and column of a byte; long lines are cut around it.
  static func diagnostic(
    _ level: Diagnostic.Level, code: String, message: String, file: String, bytes: [UInt8], offset: Int, hint: String
  ) -> Diagnostic {
    let bounded = max(0, min(offset, bytes.count))
    var line = 1
    var start = 0
    var index = 0
    while index < bounded {
      if bytes[index] == 0x0A || (bytes[index] == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)) {
        line += 1
        start = index + 1
      }
      index += 1
    }
    var end = bounded
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D, end - bounded < 60 { end += 1 }
    // The column counts from the line start; a line too long to print is shown as blanks up to the window.
    let shown = max(start, bounded - 120)
    let before = String(decoding: bytes[shown..<bounded], as: UTF8.self)
    let after = String(decoding: bytes[bounded..<end], as: UTF8.self)
    let skipped = String(decoding: bytes[start..<shown], as: UTF8.self).unicodeScalars.count
    let prefix = skipped == 0 ? before : "…" + before
    let column = prefix.unicodeScalars.count + 1
    let place = Diagnostic.Place(line: line, column: column, length: 1, source: printable(prefix + after))
    return Diagnostic(level, code: code, message: message, file: file, place: place, hint: hint)
  }

  /// The text with control characters replaced, one scalar for one.
  private static func printable(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      out.append(scalar.value < 0x20 && scalar != "\t" || scalar.value == 0x7F ? "\u{FFFD}" : scalar)
    }
    return String(out)
  }
}
