import ConceptModel

/// Cuts an input into pieces of whole lines and checks that they are UTF-8.
struct LineChunks {
  let source: ByteSource
  /// What was read and not yet handed out.
  private var rest: [UInt8] = []
  private var isAtEnd = false
  private let size: Int
  /// The place in the file of the piece that was handed out last.
  private(set) var byte = 0
  private(set) var nextByte = 0
  /// Whether the piece that was handed out last is ASCII.
  private(set) var isASCII = true

  init(_ source: ByteSource, size: Int = 1 << 20) {
    self.source = source
    self.size = size
  }

  /// Whether the input begins with a byte order mark, which is then skipped.
  private(set) var hasMark = false

  /// The next whole lines behind what a reader left over of the piece before; nil at the end.
  mutating func next(after left: ArraySlice<UInt8> = []) throws(Diagnostic) -> [UInt8]? {
    if !left.isEmpty {
      rest.insert(contentsOf: left, at: 0)
      nextByte -= left.count
    }
    while !isAtEnd {
      let isFirst = nextByte == 0 && left.isEmpty
      if try !source.read(size, into: &rest) { isAtEnd = true }
      if isFirst, rest.starts(with: [0xEF, 0xBB, 0xBF]) {
        rest.removeFirst(3)
        nextByte = 3
        hasMark = true
      }
      // A carriage return at the very end may be half of a line end.
      guard let last = rest.dropLast().lastIndex(where: { $0 == 0x0A || $0 == 0x0D }), !isAtEnd else { continue }
      let end = rest[last] == 0x0D && rest[last + 1] == 0x0A ? last + 2 : last + 1
      let piece = Array(rest[..<end])
      rest.removeSubrange(..<end)
      return try handOut(piece)
    }
    guard !rest.isEmpty else { return nil }
    let piece = rest
    rest = []
    return try handOut(piece)
  }

  /// Whether nothing follows the piece that was handed out last.
  var isLast: Bool { isAtEnd && rest.isEmpty }

  private mutating func handOut(_ piece: [UInt8]) throws(Diagnostic) -> [UInt8] {
    byte = nextByte
    nextByte += piece.count
    isASCII = Self.isASCII(piece)
    guard isASCII || String(validating: piece, as: UTF8.self) != nil else {
      throw Diagnostic(
        code: "bad-encoding", message: "the file is not UTF-8 at byte \(byte + Self.validPrefix(piece))",
        file: source.name, hint: "convert it, for example with `iconv -f ISO-8859-1 -t UTF-8`")
    }
    return piece
  }

  private static func isASCII(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      var seen: UInt64 = 0
      while offset + 8 <= buffer.count {
        seen |= buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        offset += 8
      }
      while offset < buffer.count {
        seen |= UInt64(buffer[offset])
        offset += 1
      }
      return seen & 0x8080_8080_8080_8080 == 0
    }
  }

  private static func validPrefix(_ bytes: [UInt8]) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var count = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { count += UTF8.width(scalar) }
    return count
  }
}

/// Counts lines and keeps the marks of `StatementBatch`.
struct LineCounter {
  /// The number of the present line, from 1; 0 before the first.
  private(set) var line = 0
  /// Where the present line begins in its piece.
  private(set) var start = 0
  private var lastMark = StatementBatch.LineMark(byte: 0, scalar: 0)
  /// The place of `lastMark` in the present piece; negative when it lies in an earlier one.
  private var lastOffset = 0

  init(hasMark: Bool = false) {
    if hasMark { lastMark = StatementBatch.LineMark(byte: 3, scalar: 1) }
  }

  /// Takes note of a line that begins at an offset of the present piece.
  mutating func begin(
    at offset: Int, in piece: [UInt8], isASCII: Bool, marks: inout [StatementBatch.LineMark]
  ) {
    line += 1
    start = offset
    guard (line - 1) % StatementBatch.markInterval == 0 else { return }
    count(upTo: offset, in: piece, isASCII: isASCII)
    marks.append(lastMark)
  }

  /// Takes note that the present piece ends at `end` and the next one begins there.
  mutating func finish(_ end: Int, in piece: [UInt8], isASCII: Bool) {
    count(upTo: end, in: piece, isASCII: isASCII)
    lastOffset = 0
  }

  private mutating func count(upTo offset: Int, in piece: [UInt8], isASCII: Bool) {
    var scalars = offset - lastOffset
    if !isASCII {
      for byte in piece[lastOffset..<offset] where byte & 0xC0 == 0x80 { scalars -= 1 }
    }
    lastMark = StatementBatch.LineMark(byte: lastMark.byte + offset - lastOffset, scalar: lastMark.scalar + scalars)
    lastOffset = offset
  }
}
