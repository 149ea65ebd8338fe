/// What the tagger and the parser see of a word: hashes of its normalised form and of its ends, and its shape.
///
/// The normalised form is in lower case with every digit as `0` and typographic quotation marks as `'` and `"`.
/// Trainer and analyser share this code; a change here calls for a new model.
@_spi(Training) public struct WordFeatures: Sendable {
  /// FNV-1a of the normalised form, mixed.
  public var word: UInt32
  /// FNV-1a (64 bits) of the form as written.
  public var form: UInt64
  /// Rows of the table for endings of three and four bytes.
  public var suffix3: UInt16
  public var suffix4: UInt16
  /// Rows of the table for endings of two bytes and beginnings of three.
  public var suffix2: UInt16
  public var prefix3: UInt16
  /// The row that stands for the word where the vocabulary does not have it.
  public var bucket: UInt16
  /// A set of `WordShape` bits.
  public var shape: UInt16

  public static let suffixRows = 4096
  public static let affixRows = 1024
  public static let bucketRows = 512
  public static let shapeRows = 512

  public init(_ bytes: UnsafeBufferPointer<UInt8>, isFirst: Bool) {
    var hash: UInt32 = 0x811C_9DC5
    var formHash: UInt64 = 0xCBF2_9CE4_8422_2325
    // The first three and the last four bytes of the normalised form; older bytes fall out at the top.
    var head: UInt32 = 0
    var tail: UInt32 = 0
    var length = 0
    var index = 0
    var shape = WordShape()
    while index < bytes.count {
      let byte = bytes[index]
      formHash = (formHash ^ UInt64(byte)) &* 0x100_0000_01B3
      var normal = lowered(byte)
      if byte >= 0x80 {
        if let quote = WordFeatures.plainQuote(bytes, index) {
          formHash = (formHash ^ UInt64(bytes[index + 2])) &* 0x100_0000_01B3
          normal = quote
          index += 2
        }
      } else if isDigit(byte) {
        normal = 0x30
      }
      shape.add(normal == 0x27 || normal == 0x22 ? normal : byte, isInitial: length == 0)
      hash = (hash ^ UInt32(normal)) &* 0x0100_0193
      if length < 3 { head = head << 8 | UInt32(normal) }
      tail = tail << 8 | UInt32(normal)
      length += 1
      index += 1
    }
    word = WordFeatures.mix(hash)
    form = formHash
    let mask: (Int) -> UInt32 = { length >= $0 ? UInt32(truncatingIfNeeded: (1 as UInt64) << UInt64($0 * 8) - 1) : ~0 }
    let suffix = WordFeatures.mix(tail & mask(3) ^ 0x5350_0003)
    suffix3 = UInt16(suffix % UInt32(WordFeatures.suffixRows))
    suffix4 = UInt16(WordFeatures.mix(tail ^ 0x9E37_0004) % UInt32(WordFeatures.suffixRows))
    suffix2 = UInt16(WordFeatures.mix(tail & mask(2) ^ 0x7F4A_0002) % UInt32(WordFeatures.affixRows))
    prefix3 = UInt16(WordFeatures.mix(head ^ 0x1234_0003) % UInt32(WordFeatures.affixRows))
    bucket = UInt16(suffix >> 16) % UInt16(WordFeatures.bucketRows)
    self.shape = shape.bits(isFirst: isFirst)
  }

  /// The ASCII quotation mark for U+2018, U+2019, U+201C, U+201D at an index.
  static func plainQuote(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt8? {
    guard index + 2 < bytes.count, bytes[index] == 0xE2, bytes[index + 1] == 0x80 else { return nil }
    switch bytes[index + 2] {
    case 0x98, 0x99: return 0x27
    case 0x9C, 0x9D: return 0x22
    default: return nil
    }
  }

  /// The finaliser of MurmurHash3.
  @inline(__always)
  static func mix(_ value: UInt32) -> UInt32 {
    var hash = value
    hash ^= hash >> 16
    hash = hash &* 0x85EB_CA6B
    hash ^= hash >> 13
    hash = hash &* 0xC2B2_AE35
    return hash ^ hash >> 16
  }
}

/// The shape of a word, gathered byte by byte.
private struct WordShape {
  private var capitals = 0
  private var lowercase = 0
  private var digits = 0
  private var others = 0
  private var hasHyphen = false
  private var startsWithCapital = false

  @inline(__always)
  mutating func add(_ byte: UInt8, isInitial: Bool) {
    if isLower(byte) || byte >= 0x80 {
      lowercase += 1
    } else if isUpper(byte) {
      capitals += 1
      if isInitial { startsWithCapital = true }
    } else if isDigit(byte) {
      digits += 1
    } else if byte == 0x2D {
      hasHyphen = true
    } else {
      others += 1
    }
  }

  func bits(isFirst: Bool) -> UInt16 {
    let letters = capitals + lowercase
    var bits: UInt16 = startsWithCapital ? 1 : 0
    if capitals > 1 && lowercase == 0 { bits |= 2 }
    if digits > 0 { bits |= 4 }
    if digits > 0 && letters == 0 { bits |= 8 }
    if hasHyphen { bits |= 16 }
    if others > 0 { bits |= 32 }
    if capitals > (startsWithCapital ? 1 : 0) && lowercase > 0 { bits |= 64 }
    if isFirst { bits |= 128 }
    if letters + digits == 0 { bits |= 256 }
    return bits
  }
}
