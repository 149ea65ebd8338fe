/// How a lemma is made from a form: bytes off its end, others on.
@_spi(Training) public struct LemmaEdit: Hashable, Sendable {
  /// Whether the form is put into its normalised form (lower case) first.
  public var lowers: Bool
  public var strip: Int
  public var append: [UInt8]

  /// The bytes that an edit takes in a model file.
  public static let size = 16
  /// The longest `append` that fits.
  public static let longestAppend = 13
  /// The longest ending that a rule looks at.
  public static let longestEnding = 6

  public init(lowers: Bool, strip: Int, append: [UInt8]) {
    self.lowers = lowers
    self.strip = strip
    self.append = append
  }

  public var encoded: [UInt8] {
    let padding = [UInt8](repeating: 0, count: LemmaEdit.longestAppend - append.count)
    return [UInt8(strip), lowers ? 1 : 0, UInt8(append.count)] + append + padding
  }

  /// The key of a rule: for words of a fine-grained tag, in capitals or not, that end in some bytes or consist of them.
  public static func key(penn: Int, isCapital: Bool, isWhole: Bool, _ ending: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    hash = (hash ^ UInt32(truncatingIfNeeded: penn)) &* 0x0100_0193
    hash = (hash ^ (isCapital ? 2 : 1)) &* 0x0100_0193
    hash = (hash ^ (isWhole ? 0xFF : UInt32(truncatingIfNeeded: ending.count))) &* 0x0100_0193
    for byte in ending { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return WordFeatures.mix(hash)
  }
}

extension WordFeatures {
  /// Whether the shape is that of a word all in capitals.
  public var isCapital: Bool { shape & 2 != 0 }

  /// Writes the normalised form but for its digits: lower case, plain quotation marks.
  public static func normalize(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    output.removeAll(keepingCapacity: true)
    var index = 0
    while index < bytes.count {
      if let quote = plainQuote(bytes, index) {
        output.append(quote)
        index += 3
      } else {
        output.append(lowered(bytes[index]))
        index += 1
      }
    }
  }
}
