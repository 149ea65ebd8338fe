/// Everyday English, for the contrast that tells technical terms from ordinary words.
enum GeneralEnglish {
  /// How often a lemma occurs in everyday English, by word class.
  struct Counts: Sendable {
    var noun = 0
    var adjective = 0
    var verb = 0
    var adverb = 0
    var all: Int { noun + adjective + verb + adverb }
  }

  private static let counts: [String: Counts] = {
    var table: [String: Counts] = [:]
    table.reserveCapacity(6_000)
    // Bytes and not characters: the table is read whenever a program starts.
    var text = GeneralEnglishTable.entries
    text.withUTF8 { bytes in
      for entry in bytes.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
        guard let colon = entry.lastIndex(of: 0x3A) else { continue }
        table[String(decoding: entry[..<colon], as: UTF8.self)] = counts(in: entry[(colon + 1)...])
      }
    }
    return table
  }()

  /// The counts of an entry such as `n12v3`.
  private static func counts(in entry: Slice<UnsafeBufferPointer<UInt8>>) -> Counts {
    var value = Counts()
    var kind = UInt8(ascii: "n")
    var number = 0
    func flush() {
      switch kind {
      case UInt8(ascii: "n"): value.noun = number
      case UInt8(ascii: "a"): value.adjective = number
      case UInt8(ascii: "v"): value.verb = number
      default: value.adverb = number
      }
    }
    for byte in entry {
      if ASCII.isDigit(byte) {
        number = number * 10 + Int(byte - 0x30)
      } else {
        if number > 0 { flush() }
        kind = byte
        number = 0
      }
    }
    flush()
    return value
  }

  /// The counts of a lower-case lemma; zero for words that are too rare to be listed.
  static func counts(of lemma: String) -> Counts { counts[lemma] ?? Counts() }

  /// How rare a lemma is in everyday English, from 0 (the commonest nouns) to 1 (not listed).
  static func rarity(of lemma: String) -> Double {
    let count = counts[lemma]?.all ?? 0
    guard count > 0 else { return 1 }
    // log2(204577 / 400) ≈ 9 for the commonest content words, 15.6 for the rarest listed ones.
    let bits = (Double(GeneralEnglishTable.total) / Double(count)).binaryLogarithm
    return min(1, max(0, (bits - 9) / 8))
  }

  /// Whether the word is at home in everyday English as a noun.
  static func isEverydayNoun(_ lemma: String) -> Bool { (counts[lemma]?.noun ?? 0) >= 8 }
}

extension Double {
  /// log₂ of a positive number, to about 1e-9, from the exponent and a series for the significand.
  ///
  /// The standard library has no logarithm without Foundation, and a fixed series gives the same bits everywhere.
  var binaryLogarithm: Double {
    guard self > 0, isFinite else { return 0 }
    // ln(m) = 2·(z + z³/3 + z⁵/5 + …) with z = (m − 1)/(m + 1), for m in [1, 2).
    let z = (significand - 1) / (significand + 1)
    let square = z * z
    var term = z
    var sum = 0.0
    var divisor = 1.0
    while divisor < 40 {
      sum += term / divisor
      term *= square
      divisor += 2
    }
    return Double(exponent) + 2 * sum * 1.4426950408889634
  }
}
