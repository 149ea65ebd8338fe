/// The words that the rules of a set mention, numbered from 1; 0 stands for every other word.
///
/// Words are lower-case, with straight quotation marks. Looking a token up costs one hash of its bytes.
struct WordTable: Sendable {
  private(set) var words: [String] = [""]
  private var slots: [Int32]
  private var hashes: [UInt64] = [0]

  init() { slots = [Int32](repeating: 0, count: 1024) }

  /// The number of a word, added if it is new.
  mutating func insert(_ word: String) -> Int32 {
    var folded: [UInt8] = []
    WordTable.fold(Array(word.utf8)[...], into: &folded)
    let hash = WordTable.hash(folded)
    let known = find(hash, folded)
    if known != 0 { return known }
    if words.count * 2 > slots.count { grow() }
    words.append(String(decoding: folded, as: UTF8.self))
    hashes.append(hash)
    let number = Int32(words.count - 1)
    place(number, hash)
    return number
  }

  /// The number of a word in any case, or 0.
  func number(of word: String) -> Int32 {
    var folded: [UInt8] = []
    return number(of: word, buffer: &folded)
  }

  /// The same with scratch space, for many words in a row.
  func number(of word: String, buffer: inout [UInt8]) -> Int32 {
    buffer.removeAll(keepingCapacity: true)
    var isPlain = true
    for byte in word.utf8 {
      if byte >= 0x80 { isPlain = false }
      buffer.append(byte >= 0x41 && byte <= 0x5A ? byte + 32 : byte)
    }
    if !isPlain {
      buffer.removeAll(keepingCapacity: true)
      WordTable.fold(Array(word.utf8)[...], into: &buffer)
    }
    return find(WordTable.hash(buffer), buffer)
  }

  /// The number of the word at a range of a text; `buffer` is scratch space.
  func number(of text: [UInt8], _ range: Range<Int>, buffer: inout [UInt8]) -> Int32 {
    buffer.removeAll(keepingCapacity: true)
    WordTable.fold(text[range], into: &buffer)
    return find(WordTable.hash(buffer), buffer)
  }

  private func find(_ hash: UInt64, _ folded: [UInt8]) -> Int32 {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash && words[number].utf8.elementsEqual(folded) { return Int32(number) }
      slot = (slot + 1) & mask
    }
    return 0
  }

  private mutating func place(_ number: Int32, _ hash: UInt64) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = number
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for number in 1..<words.count { place(Int32(number), hashes[number]) }
  }

  /// FNV-1a, finalised so that its low bits are good.
  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return value ^ (value >> 29)
  }

  /// ASCII lower case; typographic quotation marks and dashes become the ASCII ones.
  private static func fold(_ bytes: ArraySlice<UInt8>, into folded: inout [UInt8]) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte < 0x80 {
        folded.append(byte >= 0x41 && byte <= 0x5A ? byte + 32 : byte)
        index += 1
      } else if byte == 0xE2 && index + 2 < bytes.endIndex && bytes[index + 1] == 0x80 {
        switch bytes[index + 2] {
        case 0x98, 0x99, 0xB2: folded.append(0x27)
        case 0x9C, 0x9D, 0x9E, 0xB3: folded.append(0x22)
        case 0x90...0x95: folded.append(0x2D)
        default: folded.append(contentsOf: bytes[index..<(index + 3)])
        }
        index += 3
      } else {
        folded.append(byte)
        index += 1
      }
    }
  }
}
