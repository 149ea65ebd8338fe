import ConceptModel

/// A word or sign of a pattern line with its place.
struct RuleToken: Equatable {
  enum Kind: Equatable {
    case word(String)
    case quoted(String)
    case list(String)
    case sign(Character)
    case end
  }
  var kind: Kind
  /// Scalars from the start of the line, from 0.
  var column: Int
  var length: Int
}

/// One line of rule text, cut into a keyword and the tokens behind it.
struct RuleLine {
  var number: Int
  var source: String
  /// The first word.
  var keyword: String
  var keywordColumn: Int
  var isIndented: Bool
  /// The line behind the keyword.
  var rest: String
  var restColumn: Int

  func place(column: Int, length: Int) -> Diagnostic.Place {
    Diagnostic.Place(line: number, column: column + 1, length: length, source: source)
  }

  var keywordPlace: Diagnostic.Place { place(column: keywordColumn, length: keyword.unicodeScalars.count) }

  /// The lines of a text that hold anything; `#` starts a comment.
  static func lines(of text: String) -> [RuleLine] {
    var lines: [RuleLine] = []
    let rows = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    for (index, row) in rows.enumerated() {
      let scalars = Array(row.unicodeScalars)
      guard let start = scalars.firstIndex(where: { $0 != " " && $0 != "\t" }), scalars[start] != "#" else { continue }
      let end = scalars[start...].firstIndex { $0 == " " || $0 == "\t" } ?? scalars.count
      let rest = scalars[end...].firstIndex { $0 != " " && $0 != "\t" } ?? scalars.count
      lines.append(
        RuleLine(
          number: index + 1, source: String(row), keyword: string(scalars[start..<end]), keywordColumn: start,
          isIndented: start > 0, rest: string(scalars[rest...]), restColumn: rest))
    }
    return lines
  }

  /// The tokens of the rest of the line; a quotation without end is told through `problem`.
  func tokens(problem: (Diagnostic.Place) -> Void) -> [RuleToken] {
    var tokens: [RuleToken] = []
    let scalars = Array(rest.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      let start = index
      index += 1
      if scalar == " " || scalar == "\t" { continue }
      if scalar == "#" { break }
      var kind = RuleToken.Kind.sign(Character(scalar))
      if scalar == "\"" {
        while index < scalars.count && scalars[index] != "\"" { index += 1 }
        if index == scalars.count { problem(place(column: restColumn + start, length: index - start)) }
        kind = .quoted(RuleLine.string(scalars[(start + 1)..<index]))
        index = min(index + 1, scalars.count)
      } else if scalar == "@" || RuleLine.isWordPart(scalar) {
        while index < scalars.count && RuleLine.isWordPart(scalars[index]) { index += 1 }
        let word = RuleLine.string(scalars[start..<index])
        kind = scalar == "@" ? .list(String(word.dropFirst())) : .word(word)
      }
      tokens.append(RuleToken(kind: kind, column: restColumn + start, length: index - start))
    }
    tokens.append(RuleToken(kind: .end, column: restColumn + scalars.count, length: 1))
    return tokens
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var scalars = scalars
    while scalars.last == " " || scalars.last == "\t" { scalars.removeLast() }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-" || scalar == "'"
      || scalar == "_"
  }
}
