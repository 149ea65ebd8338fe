import ConceptGraph

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The file beside a store that keeps its edges as arrays, so that another process need not make them again.
///
/// It is an aid and never the truth: it names the state of the store that it was made from, and one of another state, of
/// another version or with a damaged byte is not used. A failure to write it is not told.
struct ArrayFile {
  let path: String
  /// The state of the store and what else numbers depend on.
  let stamp: String

  /// What a file begins with: format and version.
  private static let magic: UInt64 = 0x3130_5952_5241_4744

  private var header: [UInt64] {
    var words = [Self.magic, 0, 0]
    for (index, byte) in stamp.utf8.enumerated() {
      let place = 1 + index & 1
      words[place] = (words[place] ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return words
  }

  // MARK: Writing

  /// Writes the arrays under a name of this process and then moves them to their place at once.
  func write(_ arrays: EdgeArrays, nodeCount: Int) {
    let temporary = "\(path).\(getpid())"
    guard let file = fopen(temporary, "wb") else { return }
    var words = header + [UInt64(nodeCount)]
    let parts = [arrays.asserted.out, arrays.asserted.into, arrays.denied.out, arrays.denied.into]
    words += parts.map { UInt64($0.count) }
    var isWhole = put(words, file)
    for part in parts {
      let offsets = part.offsets.map(UInt64.init)
      let ends = part.neighbours.map { UInt64($0.relation.raw) << 32 | UInt64($0.node.raw) }
      isWhole = isWhole && put(packed(offsets), file) && put(ends, file)
      isWhole = isWhole && put([Self.checksum(ends, Self.checksum(packed(offsets), 0))], file)
    }
    isWhole = fclose(file) == 0 && isWhole
    if !isWhole || rename(temporary, path) != 0 { unlink(temporary) }
  }

  /// Two offsets a word.
  private func packed(_ offsets: [UInt64]) -> [UInt64] {
    stride(from: 0, to: offsets.count, by: 2).map { offsets[$0] | ($0 + 1 < offsets.count ? offsets[$0 + 1] << 32 : 0) }
  }

  private func put(_ words: [UInt64], _ file: UnsafeMutablePointer<FILE>) -> Bool {
    words.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) == $0.count }
  }

  private static func checksum(_ words: [UInt64], _ start: UInt64) -> UInt64 {
    words.reduce(start) { ($0 ^ $1) &* 0x9E37_79B9_7F4A_7C15 }
  }

  // MARK: Reading

  /// The arrays, or nil when there is no file of this state that is whole.
  func read(nodeCount: Int, relationCount: Int) -> EdgeArrays? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, let words = get(8, from: descriptor), Array(words[..<3]) == header,
      words[3] == UInt64(nodeCount)
    else { return nil }
    let counts = words[4...].map(Int.init(truncatingIfNeeded:))
    let offsetWords = (nodeCount + 2) / 2
    // Sizes that the file does not have are not believed, whatever the header says.
    guard counts.allSatisfy({ $0 >= 0 && $0 <= Int(status.st_size) / 8 }),
      Int(status.st_size) == 8 * (8 + counts.reduce(0, +) + 4 * (offsetWords + 1))
    else { return nil }
    var parts: [Adjacency] = []
    for count in counts {
      guard let offsets = get(offsetWords, from: descriptor), let ends = get(count, from: descriptor),
        let sum = get(1, from: descriptor), sum[0] == Self.checksum(ends, Self.checksum(offsets, 0)),
        let part = adjacency(offsets, ends, nodeCount, relationCount)
      else { return nil }
      parts.append(part)
    }
    return EdgeArrays(
      asserted: EdgeArrays.Directions(out: parts[0], into: parts[1]),
      denied: EdgeArrays.Directions(out: parts[2], into: parts[3]))
  }

  private func adjacency(_ offsets: [UInt64], _ ends: [UInt64], _ nodeCount: Int, _ relationCount: Int) -> Adjacency? {
    var starts: [UInt32] = []
    starts.reserveCapacity(nodeCount + 2)
    for word in offsets {
      starts.append(UInt32(truncatingIfNeeded: word))
      starts.append(UInt32(truncatingIfNeeded: word >> 32))
    }
    starts.removeLast(starts.count - nodeCount - 1)
    var isSound = true
    let neighbours = ends.map { word in
      let end = (relation: UInt16(truncatingIfNeeded: word >> 32), node: UInt32(truncatingIfNeeded: word))
      if Int(end.relation) >= relationCount || Int(end.node) >= nodeCount { isSound = false }
      return Neighbour(relation: RelationID(end.relation), node: NodeID(end.node))
    }
    return isSound ? Adjacency(offsets: starts, neighbours: neighbours) : nil
  }

  private func get(_ count: Int, from descriptor: Int32) -> [UInt64]? {
    var filled = 0
    let words = [UInt64](unsafeUninitializedCapacity: count) { buffer, initialized in
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      while filled < 8 * count {
        let got = Self.readBytes(descriptor, bytes.baseAddress?.advanced(by: filled), 8 * count - filled)
        if got < 0 && errno == EINTR { continue }
        if got <= 0 { break }
        filled += got
      }
      initialized = filled == 8 * count ? count : 0
    }
    return filled == 8 * count ? words : nil
  }

  private static func readBytes(_ descriptor: Int32, _ target: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    #if canImport(Darwin)
      Darwin.read(descriptor, target, count)
    #elseif canImport(Musl)
      Musl.read(descriptor, target, count)
    #else
      Glibc.read(descriptor, target, count)
    #endif
  }
}
