internal import CWordVectors

/// Static vectors of word pieces: the mean over a text is a rough sign of what the text is about.
///
/// A weak signal, never proof of anything by itself. Immutable, and so free to be shared between tasks.
struct WordVectors: Sendable {
  static let english = WordVectors()

  /// The row of every piece; `##` begins a piece that continues a word.
  private let rows: [String: Int]
  private let scales: [Double]
  private var width: Int { scales.count }

  private init() {
    let text = UnsafeRawBufferPointer(start: distinguo_word_pieces(), count: distinguo_word_pieces_size())
    let pieces = String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    var rows: [String: Int] = [:]
    rows.reserveCapacity(pieces.count)
    for (row, piece) in pieces.enumerated() where !piece.isEmpty { rows[String(piece)] = row }
    self.rows = rows
    let bytes = UnsafeRawBufferPointer(start: distinguo_word_vector_scales(), count: 4 * distinguo_word_vector_width())
    scales = stride(from: 0, to: bytes.count, by: 4).map { offset in
      let bits = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[offset + $1]) << UInt32(8 * $1) }
      return Double(Float(bitPattern: bits))
    }
  }

  /// The cosine between the mean vectors of two texts, -1…1; 0 when one of them has no known piece.
  func similarity(_ a: String, _ b: String) -> Double {
    let first = mean(of: a)
    let second = mean(of: b)
    var product = 0.0
    var firstSquare = 0.0
    var secondSquare = 0.0
    for index in 0..<width {
      product += first[index] * second[index]
      firstSquare += first[index] * first[index]
      secondSquare += second[index] * second[index]
    }
    let norm = (firstSquare * secondSquare).squareRoot()
    return norm > 0 ? product / norm : 0
  }

  /// The sum of the vectors of all pieces of a text; its direction is that of the mean.
  private func mean(of text: String) -> [Double] {
    var sum = [Double](repeating: 0, count: width)
    let vectors = UnsafeBufferPointer(start: distinguo_word_vectors(), count: distinguo_word_vectors_size())
    for word in Self.words(of: text) {
      for row in pieces(of: word) where (row + 1) * width <= vectors.count {
        for index in 0..<width { sum[index] += Double(vectors[row * width + index]) * scales[index] }
      }
    }
    return sum
  }

  /// The longest known pieces from the left; a word with an unknown remainder has none (WordPiece).
  private func pieces(of word: [Character]) -> [Int] {
    var found: [Int] = []
    var start = 0
    while start < word.count {
      var end = word.count
      var row: Int?
      while end > start, row == nil {
        row = rows[(start > 0 ? "##" : "") + String(word[start..<end])]
        if row == nil { end -= 1 }
      }
      guard let row else { return [] }
      found.append(row)
      start = end
    }
    return found
  }

  /// Lower-case words without accents; every sign of punctuation is a word of its own.
  static func words(of text: String) -> [[Character]] {
    var words: [[Character]] = []
    var word: [Character] = []
    func isLetter(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
    }
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.generalCategory == .nonspacingMark { continue }
      if isLetter(scalar) {
        word.append(plain[scalar] ?? Character(scalar))
        continue
      }
      if !word.isEmpty { words.append(word) }
      word = []
      if !scalar.properties.isWhitespace { words.append([Character(scalar)]) }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// The letters of European languages without their marks.
  private static let plain: [Unicode.Scalar: Character] = {
    let groups: [(Character, String)] = [
      ("a", "àáâãäåāăą"), ("c", "çćĉċč"), ("d", "ď"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥ"), ("i", "ìíîïĩīĭį"),
      ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľ"), ("n", "ñńņň"), ("o", "òóôõöōŏő"), ("r", "ŕŗř"), ("s", "śŝşš"), ("t", "ţť"),
      ("u", "ùúûüũūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
    ]
    var plain: [Unicode.Scalar: Character] = [:]
    for (letter, marked) in groups {
      for scalar in marked.unicodeScalars { plain[scalar] = letter }
    }
    return plain
  }()
}
