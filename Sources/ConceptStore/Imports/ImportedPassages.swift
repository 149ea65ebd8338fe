import ConceptModel

/// Finds the passage behind an imported quad: the line of its file, read again when asked for.
///
/// The store keeps the number of the line with the quad and the places of every 256th line of the file; nothing else.
final class ImportedPassages {
  /// One imported file.
  struct File {
    var info: DocumentInfo
    var statements: Int
    var size: Int
    /// For each stored line its first byte and first scalar, eight bytes each, least significant first.
    fileprivate var marks: [UInt8]

    fileprivate var markCount: Int { marks.count / 16 }

    fileprivate func mark(_ index: Int) -> StatementBatch.LineMark {
      func word(_ offset: Int) -> Int { (0..<8).reduce(0) { $0 | Int(marks[offset + $1]) << (8 * $1) } }
      return StatementBatch.LineMark(byte: word(16 * index), scalar: word(16 * index + 8))
    }
  }

  private let connection: Connection
  /// The file of each graph number and the name of the graph in it, nil for its default graph.
  private(set) var graphs: [(file: Int, name: String?)] = []
  private var files: [Int: File] = [:]
  private var isReadable: [Int: Bool] = [:]

  init(_ connection: Connection) throws(Diagnostic) {
    self.connection = connection
    let rows = try connection.prepare("SELECT file, name FROM imported_graph ORDER BY n")
    while try rows.step() { graphs.append((rows.integer(0), rows.text(optional: 1))) }
  }

  func file(_ number: Int) throws(Diagnostic) -> File {
    if let known = files[number] { return known }
    let row = try connection.prepare(
      "SELECT \(DocumentInfo.columnNames), statements, size, lines FROM imported_file WHERE n = ?")
    row.bind(number, at: 1)
    guard try row.step() else {
      throw StoreFailure.corrupt(connection.path, detail: "imported file \(number) is missing")
    }
    let file = File(
      info: DocumentInfo(row: row, from: 0), statements: row.integer(9), size: row.integer(10), marks: row.blob(11))
    files[number] = file
    return file
  }

  static func encode(_ marks: [StatementBatch.LineMark]) -> [UInt8] {
    marks.flatMap { mark in
      [mark.byte, mark.scalar].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } }
    }
  }

  /// The passage of a line of a graph's file; `statement` stands for it when the file is gone or has changed.
  func evidence(graph: Int, line: Int, statement: String) throws(Diagnostic) -> Evidence {
    guard graph < graphs.count else {
      throw StoreFailure.corrupt(connection.path, detail: "graph \(graph) is missing")
    }
    let number = graphs[graph].file
    let file = try file(number)
    if isReadable[number] == nil { isReadable[number] = StoreFile.size(of: file.info.path) == file.size }
    if isReadable[number] == true, let found = Self.find(line: line, of: file) { return found }
    return Evidence(
      document: file.info.id, quote: statement, start: 0, end: statement.unicodeScalars.count, bytes: 0..<0,
      line: line, column: 1)
  }

  private static func find(line: Int, of file: File) -> Evidence? {
    let interval = StatementBatch.markInterval
    let index = (line - 1) / interval
    guard line >= 1, index < file.markCount else { return nil }
    let mark = file.mark(index)
    let limit = (index + 1 < file.markCount ? file.mark(index + 1).byte : file.size) - mark.byte
    guard let bytes = StoreFile.read(file.info.path, from: mark.byte, count: limit) else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      guard let (start, lineEnd) = range(ofLine: (line - 1) % interval, in: bytes) else { return nil }
      var end = lineEnd
      while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
      let first = bytes[start..<end].firstIndex { $0 > 0x20 } ?? start
      let scalar = mark.scalar + scalars(bytes, 0..<first)
      return Evidence(
        document: file.info.id, quote: String(decoding: bytes[first..<end], as: UTF8.self), start: scalar,
        end: scalar + scalars(bytes, first..<end), bytes: (mark.byte + first)..<(mark.byte + end), line: line,
        column: scalars(bytes, start..<first) + 1)
    }
  }

  /// Where a line begins and ends; a line feed, a carriage return or both end it.
  private static func range(ofLine number: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (Int, Int)? {
    var start = 0
    var line = 0
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      guard byte == 0x0A || byte == 0x0D else {
        offset += 1
        continue
      }
      if line == number { return (start, offset) }
      if byte == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A { offset += 1 }
      offset += 1
      start = offset
      line += 1
    }
    return line == number ? (start, bytes.count) : nil
  }

  private static func scalars(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    for index in range where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
