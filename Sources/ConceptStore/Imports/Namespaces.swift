/// The beginnings that many ids of imported nodes share, so that they are stored once.
struct Namespaces {
  /// Up to 256; the first is empty and stands for ids that share none of the others.
  private(set) var prefixes: [[UInt8]] = [[]]
  private var numbers: [Int] = []
  private var interner = ByteInterner()

  /// Finds the beginnings up to the last `/` or `#` that at least 16 of the given strings share.
  init(of names: ByteInterner, _ order: [UInt32]) {
    var counts: [Int] = []
    for number in order {
      names.withBytes(Int(number)) { bytes in
        let prefix = Int(interner.number(of: Self.prefix(of: bytes)))
        if prefix == counts.count { counts.append(0) }
        counts[prefix] += 1
      }
    }
    numbers = [Int](repeating: 0, count: counts.count)
    let frequent = counts.indices.filter { counts[$0] >= 16 && interner.starts[$0 + 1] > interner.starts[$0] }
    let chosen = frequent.sorted { counts[$0] != counts[$1] ? counts[$0] > counts[$1] : $0 < $1 }.prefix(255)
    for number in chosen.sorted() {
      numbers[number] = prefixes.count
      prefixes.append(interner.withBytes(number, Array.init))
    }
  }

  /// The number of the namespace of a string that was among the given ones.
  func number(for bytes: UnsafeBufferPointer<UInt8>) -> Int {
    interner.known(Self.prefix(of: bytes)).map { numbers[Int($0)] } ?? 0
  }

  private static func prefix(of bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let cut = bytes.lastIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "#") }
    return UnsafeBufferPointer(rebasing: bytes[..<(cut.map { $0 + 1 } ?? 0)])
  }
}
