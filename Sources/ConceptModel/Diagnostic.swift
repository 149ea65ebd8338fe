/// A problem with an input: what is wrong, where, and one thing to do next.
///
/// All user-visible errors and warnings have this one shape; `rendered()` draws it with a caret line.
public struct Diagnostic: Hashable, Sendable, Error {
  /// How bad it is.
  public enum Level: String, Hashable, Sendable { case error, warning, note }

  public var level: Level
  /// A stable code such as `unknown-relation`; `distinguo explain CODE` tells about it.
  public var code: String
  /// What is wrong, in one sentence without a full stop at the end.
  public var message: String
  /// The file (or `query`) that the problem is in.
  public var file: String?
  /// The place in the file, when it is known.
  public var place: Place?
  /// The next step, printed behind the carets.
  public var hint: String?
  /// The possible readings or suggested spellings, best first.
  public var choices: [Choice]

  /// One reading or spelling that the user may have meant.
  public struct Choice: Hashable, Sendable {
    public var text: String
    public var note: String?
    public init(_ text: String, note: String? = nil) {
      self.text = text
      self.note = note
    }
  }

  /// A stretch of one line.
  public struct Place: Hashable, Sendable {
    /// From 1.
    public var line: Int
    /// In Unicode scalars, from 1.
    public var column: Int
    /// In Unicode scalars, at least 1.
    public var length: Int
    /// The text of the line without its end.
    public var source: String
    public init(line: Int, column: Int, length: Int, source: String) {
      self.line = line
      self.column = column
      self.length = max(1, length)
      self.source = source
    }
  }

  public init(
    _ level: Level = .error, code: String, message: String, file: String? = nil, place: Place? = nil,
    hint: String? = nil, choices: [Choice] = []
  ) {
    self.level = level
    self.code = code
    self.message = message
    self.file = file
    self.place = place
    self.hint = hint
    self.choices = choices
  }

  /// The diagnostic as text of one or more lines, without a line end behind the last.
  ///
  /// The shape is `error[code]: message`, ` --> file:line:column`, the source line and a caret line with the hint.
  public func rendered() -> String {
    var lines = ["\(level.rawValue)[\(code)]: \(message)"]
    if let place {
      if let file { lines.append(" --> \(file):\(place.line):\(place.column)") }
      let number = String(place.line)
      let margin = String(repeating: " ", count: number.count)
      let scalars = Array(place.source.unicodeScalars)
      let before = scalars.prefix(place.column - 1)
      let marked = scalars.dropFirst(place.column - 1).prefix(place.length)
      let indent = before.map { $0 == "\t" ? "\t" : String(repeating: " ", count: displayWidth(of: $0)) }.joined()
      let width = max(1, marked.reduce(0) { $0 + displayWidth(of: $1) })
      lines.append("\(margin) |")
      lines.append("\(number) | \(place.source)")
      let carets = String(repeating: "^", count: width)
      lines.append("\(margin) | \(indent)\(carets)\(hint.map { " \($0)" } ?? "")")
    } else {
      if let file { lines.append(" --> \(file)") }
      if let hint { lines.append("  \(hint)") }
    }
    for choice in choices { lines.append("    \(choice.text)\(choice.note.map { "  \($0)" } ?? "")") }
    return lines.joined(separator: "\n")
  }
}

/// The number of terminal columns that a scalar takes: 0 for combining marks, 2 for East Asian wide forms and emoji.
///
/// Follows the wide and fullwidth ranges of Unicode Standard Annex #11.
public func displayWidth(of scalar: Unicode.Scalar) -> Int {
  if (0x20..<0x7F).contains(scalar.value) { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control: return 0
  default: break
  }
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
    0x1F900...0x1F9FF, 0x20000...0x3FFFD:
    return 2
  default: return 1
  }
}
