import ConceptModel

/// The line that is being typed at the prompt: characters, a cursor and the lines typed before.
struct EditableLine {
  /// A key, as far as the prompt tells keys apart.
  enum Key: Equatable {
    case text(Character)
    case left, right, home, end, up, down
    case backspace, delete, eraseWord, eraseToStart, eraseToEnd
  }

  private(set) var characters: [Character] = []
  private(set) var cursor = 0
  /// Earlier lines, the latest last.
  private(set) var history: [String] = []
  /// How far back in the history the line shown is; 0 for the line that is being typed.
  private var depth = 0
  private var draft: [Character] = []

  /// - Parameter history: lines of earlier sessions, the latest last.
  init(history: [String] = []) { self.history = history }

  var text: String { String(characters) }

  /// Starts a new line after this one was entered; one that goes on from an earlier one takes its place in the history.
  mutating func enter(after beginning: String = "") {
    let line = beginning + text
    if !beginning.isEmpty, history.last.map({ $0 + " " }) == beginning { history.removeLast() }
    if !text.isEmpty || !beginning.isEmpty, history.last != line { history.append(line) }
    replace(with: [])
    depth = 0
  }

  mutating func replace(with line: [Character]) {
    characters = line
    cursor = line.count
  }

  mutating func press(_ key: Key) {
    switch key {
    case .text(let character):
      characters.insert(character, at: cursor)
      cursor += 1
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(characters.count, cursor + 1)
    case .home: cursor = 0
    case .end: cursor = characters.count
    case .up: recall(depth + 1)
    case .down: recall(depth - 1)
    case .backspace: erase(cursor - 1..<cursor)
    case .delete: erase(cursor..<cursor + 1)
    case .eraseToStart: erase(0..<cursor)
    case .eraseToEnd: erase(cursor..<characters.count)
    case .eraseWord: erase(wordStart..<cursor)
    }
  }

  /// The text up to the cursor.
  var beforeCursor: String { String(characters[..<cursor]) }

  /// Puts a text in the place of the last Unicode scalars before the cursor.
  mutating func complete(with text: String, replacing count: Int) {
    let kept = beforeCursor.unicodeScalars.dropLast(count)
    let line = Array(String(String.UnicodeScalarView(kept)) + text)
    characters.replaceSubrange(..<cursor, with: line)
    cursor = line.count
  }

  private var wordStart: Int {
    var index = cursor
    while index > 0 && characters[index - 1] == " " { index -= 1 }
    while index > 0 && characters[index - 1] != " " { index -= 1 }
    return index
  }

  private mutating func erase(_ range: Range<Int>) {
    guard range.lowerBound >= 0, range.upperBound <= characters.count else { return }
    characters.removeSubrange(range)
    cursor = range.lowerBound
  }

  private mutating func recall(_ wanted: Int) {
    guard wanted >= 0, wanted <= history.count else { return }
    if depth == 0 { draft = characters }
    depth = wanted
    replace(with: depth == 0 ? draft : Array(history[history.count - depth]))
  }
}
