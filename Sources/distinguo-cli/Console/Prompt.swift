import ConceptModel

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reads lines from a terminal, with editing, history and completion of names.
struct Prompt {
  private var sign = "? "
  private var line = EditableLine()
  /// The lines of the same question above this one.
  private var before = ""
  /// What could stand at the end of a text, best first, and how many scalars of the text it takes the place of.
  private let complete: (String) -> [(text: String, replaces: Int)]

  static var isAvailable: Bool { isatty(0) == 1 && Console.isTerminal }

  /// - Parameter history: lines of earlier sessions, the latest last.
  init(history: [String] = [], complete: @escaping (String) -> [(text: String, replaces: Int)]) {
    line = EditableLine(history: history)
    self.complete = complete
  }

  /// The next line, or nil at the end of input (Ctrl-D on an empty line).
  ///
  /// With `beginning`, the line goes on where that ended, for completion and in the history too.
  mutating func next(continuing beginning: String? = nil) -> String? {
    sign = beginning == nil ? "? " : "… "
    before = beginning.map { $0 + " " } ?? ""
    var saved = termios()
    guard tcgetattr(0, &saved) == 0 else { return nil }
    var raw = saved
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    raw.c_iflag &= ~tcflag_t(ICRNL | IXON)
    tcsetattr(0, TCSANOW, &raw)
    defer { tcsetattr(0, TCSANOW, &saved) }
    while true {
      draw()
      guard let byte = read() else { return nil }
      switch byte {
      case 0x0D, 0x0A: return finish()
      case 0x03:
        Console.note("")
        line.replace(with: [])
      case 0x04 where line.characters.isEmpty:
        Console.note("")
        return nil
      case 0x09: tabulate()
      case 0x1B: escape()
      default:
        if let key = Self.control[byte] {
          line.press(key)
        } else if byte >= 0x20 {
          readCharacter(first: byte)
        }
      }
    }
  }

  private static let control: [UInt8: EditableLine.Key] = [
    0x01: .home, 0x02: .left, 0x04: .delete, 0x05: .end, 0x06: .right, 0x08: .backspace, 0x0B: .eraseToEnd,
    0x0E: .down, 0x10: .up, 0x15: .eraseToStart, 0x17: .eraseWord, 0x7F: .backspace,
  ]

  private mutating func finish() -> String {
    Console.note("")
    let text = line.text
    line.enter(after: before)
    return text
  }

  /// A key that sends ESC and more: arrows, Home, End, Delete.
  private mutating func escape() {
    guard let second = read(), second == 0x5B || second == 0x4F, let third = read() else { return }
    switch third {
    case 0x41: line.press(.up)
    case 0x42: line.press(.down)
    case 0x43: line.press(.right)
    case 0x44: line.press(.left)
    case 0x46: line.press(.end)
    case 0x48: line.press(.home)
    case 0x30...0x39:
      _ = read()
      if third == 0x33 { line.press(.delete) }
      if third == 0x31 || third == 0x37 { line.press(.home) }
      if third == 0x34 || third == 0x38 { line.press(.end) }
    default: break
    }
  }

  /// One name: it is put in; several: they are listed.
  private mutating func tabulate() {
    let candidates = complete(before + line.beforeCursor)
    if candidates.count == 1 {
      line.complete(with: candidates[0].text, replacing: candidates[0].replaces)
    } else if !candidates.isEmpty {
      Console.note("\r\n" + candidates.map(\.text).joined(separator: "\r\n"))
    }
  }

  private mutating func readCharacter(first: UInt8) {
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var bytes = [first]
    while bytes.count < length, let next = read() { bytes.append(next) }
    for character in String(decoding: bytes, as: UTF8.self) { line.press(.text(character)) }
  }

  private func read() -> UInt8? {
    var byte: UInt8 = 0
    #if canImport(Darwin)
      return Darwin.read(0, &byte, 1) == 1 ? byte : nil
    #elseif canImport(Glibc)
      return Glibc.read(0, &byte, 1) == 1 ? byte : nil
    #else
      return Musl.read(0, &byte, 1) == 1 ? byte : nil
    #endif
  }

  /// Draws the line anew and puts the cursor in its place.
  private func draw() {
    // A line that is wider than the terminal is shown around the cursor.
    let room = max(8, Console.columns - 3)
    var first = 0
    while Self.width(line.characters[first..<line.cursor]) > room { first += 1 }
    var last = line.characters.count
    while Self.width(line.characters[first..<last]) > room { last -= 1 }
    let behind = Self.width(line.characters[line.cursor..<last])
    let back = behind > 0 ? "\u{1B}[\(behind)D" : ""
    let bytes = Array("\r\u{1B}[2K\(sign)\(String(line.characters[first..<last]))\(back)".utf8)
    bytes.withUnsafeBytes { buffer in _ = write(2, buffer.baseAddress, buffer.count) }
  }

  private static func width(_ characters: ArraySlice<Character>) -> Int {
    characters.reduce(0) { width, character in
      width + character.unicodeScalars.reduce(0) { $0 + displayWidth(of: $1) }
    }
  }
}
