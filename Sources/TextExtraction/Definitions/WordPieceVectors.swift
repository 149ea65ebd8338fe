internal import CSenseVectors

/// Static vectors of word pieces, read in place from the embedded file.
///
/// A text is cut into lower-case words and single punctuation marks, a word into the longest pieces from the left
/// (`pretends` → `pretend`, `##s`); words that cannot be cut into known pieces are left out.
struct WordPieceVectors: @unchecked Sendable {
  // Unchecked: the bytes are constant for the life of the process.
  private let names: UnsafePointer<UInt8>
  private let offsets: UnsafePointer<UInt8>
  private let rows: UnsafePointer<Int8>
  private let scales: [Float]
  let count: Int

  static let dimensions = 64
  static let english = WordPieceVectors()
  /// Longer words are left out: none has a vector, and cutting them takes time.
  private static let longestWord = 48

  private init() {
    guard let base = distinguo_sense_vectors() else { preconditionFailure("the word vectors are part of the program") }
    let bytes = UnsafeRawBufferPointer(start: base, count: distinguo_sense_vectors_size())
    func word(_ place: Int) -> UInt32 {
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
    }
    count = Int(word(4))
    scales = (0..<Self.dimensions).map { Float(bitPattern: word(12 + 4 * $0)) }
    let table = 12 + 4 * Self.dimensions
    let matrix = table + 4 * (count + 1)
    offsets = (base + table).assumingMemoryBound(to: UInt8.self)
    rows = (base + matrix).assumingMemoryBound(to: Int8.self)
    names = (base + matrix + count * Self.dimensions).assumingMemoryBound(to: UInt8.self)
  }

  private func offset(_ piece: Int) -> Int {
    let place = offsets + 4 * piece
    return Int(place[0]) | Int(place[1]) << 8 | Int(place[2]) << 16 | Int(place[3]) << 24
  }

  /// The sum of the vectors of a text's pieces, or nil when none is known; its direction is that of their mean.
  func sum(of text: [UInt8]) -> [Float]? {
    var total = [Int32](repeating: 0, count: Self.dimensions)
    var known = 0
    for word in Self.words(of: text) {
      for piece in pieces(of: word) {
        known += 1
        let row = rows + piece * Self.dimensions
        for column in 0..<Self.dimensions { total[column] += Int32(row[column]) }
      }
    }
    guard known > 0 else { return nil }
    return (0..<Self.dimensions).map { Float(total[$0]) * scales[$0] }
  }

  /// The cosine of two vectors, 0 when one of them is zero.
  static func cosine(_ a: [Float], _ b: [Float]) -> Double {
    var product = 0.0
    var left = 0.0
    var right = 0.0
    for index in a.indices {
      product += Double(a[index]) * Double(b[index])
      left += Double(a[index]) * Double(a[index])
      right += Double(b[index]) * Double(b[index])
    }
    return left > 0 && right > 0 ? product / (left.squareRoot() * right.squareRoot()) : 0
  }

  /// The words and punctuation marks of a text, lower case, accents of Latin letters dropped.
  static func words(of text: [UInt8]) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    var index = 0
    while index < text.count {
      let byte = text[index]
      let (code, length) = LetterFolding.fold(text, at: index, end: text.count)
      if code != 0, byte < 0x80 || byte == 0xC3 {
        word.append(code)
      } else {
        if !word.isEmpty { words.append(word) }
        word = []
        if byte > 0x20 && byte < 0x7F { words.append([byte]) }
      }
      index += length
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// The rows of a word's pieces, empty when it cannot be cut into known ones.
  func pieces(of word: [UInt8]) -> [Int] {
    guard word.count <= Self.longestWord else { return [] }
    var found: [Int] = []
    var start = 0
    while start < word.count {
      var end = word.count
      var row: Int?
      while end > start {
        row = self.row(of: (start == 0 ? [] : [0x23, 0x23]) + word[start..<end])
        if row != nil { break }
        end -= 1
      }
      guard let row else { return [] }
      found.append(row)
      start = end
    }
    return found
  }

  /// The row of a piece, by binary search.
  private func row(of name: [UInt8]) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      let order = compare(middle, name)
      if order == 0 { return middle }
      if order < 0 { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// Below, at or above zero as a piece's name sorts before, with or after another.
  private func compare(_ piece: Int, _ name: [UInt8]) -> Int {
    let start = offset(piece)
    let length = offset(piece + 1) - start
    for index in 0..<min(length, name.count) where names[start + index] != name[index] {
      return Int(names[start + index]) - Int(name[index])
    }
    return length - name.count
  }
}
