/// Options of executable code blocks (knitr, Quarto) that hold prose.
enum ChunkOptions {
  /// The caption that a code block gives its figure: `fig.cap="…"` in its head, or `#| fig-cap: "…"` below.
  static func caption(_ bytes: [UInt8], _ line: MarkdownLine, isHead: Bool) -> Range<Int>? {
    let range = line.start..<line.end
    if isHead {
      guard bytes[range].contains(UInt8(ascii: "{")) else { return nil }
      for key in ["fig.cap", "fig-cap"] as [StaticString] {
        if let at = ASCII.find(key, in: bytes, range) {
          return value(bytes, (at + key.utf8CodeUnitCount)..<line.end, separator: UInt8(ascii: "="))
        }
      }
      return nil
    }
    guard bytes[range].starts(with: "#|".utf8) else { return nil }
    for key in ["fig-cap", "tbl-cap"] as [StaticString] {
      if let at = ASCII.find(key, in: bytes, range) {
        return value(bytes, (at + key.utf8CodeUnitCount)..<line.end, separator: UInt8(ascii: ":"))
      }
    }
    return nil
  }

  /// The quoted string, or the rest of the line behind a colon.
  private static func value(_ bytes: [UInt8], _ range: Range<Int>, separator: UInt8) -> Range<Int>? {
    var index = range.lowerBound
    while index < range.upperBound, ASCII.isSpace(bytes[index]) { index += 1 }
    guard index < range.upperBound, bytes[index] == separator else { return nil }
    index += 1
    while index < range.upperBound, ASCII.isSpace(bytes[index]) { index += 1 }
    guard index < range.upperBound else { return nil }
    let quote = bytes[index]
    guard quote == 0x22 || quote == 0x27 else {
      return separator == UInt8(ascii: ":") ? index..<range.upperBound : nil
    }
    var close = index + 1
    while close < range.upperBound, bytes[close] != quote || bytes[close - 1] == 0x5C { close += 1 }
    return close < range.upperBound ? (index + 1)..<close : nil
  }
}
