import ConceptModel

/// One document of a JSON Lines input.
public struct JSONInputLine: Sendable, Hashable {
  /// The identifier of the document; `FILE#LINE` where the line gives none.
  public var doc: String
  /// The text.
  public var text: String
  /// The word or phrase that is asked about, with `start` and `end` in code points of the text.
  public var target: String?
  public var start: Int?
  public var end: Int?
  /// The definition that the target is held against, with broader terms.
  public var definition: String?
  public var hypernyms: [String]
  /// The line's number in the file, from 1.
  public var line: Int
  /// From the UTF-8 bytes of the text to the bytes of the file.
  public var offsets: OffsetMap
  /// SHA-256 of the line's bytes.
  public var sha256: String

  public init(
    doc: String, text: String, target: String? = nil, start: Int? = nil, end: Int? = nil, definition: String? = nil,
    hypernyms: [String] = [], line: Int = 1, offsets: OffsetMap? = nil, sha256: String = ""
  ) {
    self.doc = doc
    self.text = text
    self.target = target
    self.start = start
    self.end = end
    self.definition = definition
    self.hypernyms = hypernyms
    self.line = line
    self.offsets = offsets ?? .identity(count: text.utf8.count)
    self.sha256 = sha256
  }
}

/// JSON Lines: one object with a `text` a line.
public enum JSONLines {
  /// Reads the lines of a file; a bad line is a diagnostic with its place, and the others are read.
  public static func parse(_ bytes: [UInt8], file: String) -> (lines: [JSONInputLine], diagnostics: [Diagnostic]) {
    var lines: [JSONInputLine] = []
    var diagnostics: [Diagnostic] = []
    var seen: [String: Int] = [:]
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var number = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      number += 1
      defer { start = end + 1 }
      if bytes[start..<end].allSatisfy(ASCII.isSpace) { continue }
      do throws(JSONFailure) {
        let line = try read(bytes, start..<end, number: number, file: file)
        if let earlier = seen[line.doc] {
          throw JSONFailure(message: "the document \(line.doc) was given on line \(earlier) already", offset: start)
        }
        seen[line.doc] = number
        lines.append(line)
      } catch {
        let place = place(bytes, line: start..<end, number: number, offset: error.offset)
        diagnostics.append(
          Diagnostic(
            code: "bad-json-line", message: "line \(number) is left out: \(error.message)", file: file, place: place,
            hint: "write one object with \"doc\" and \"text\" a line"))
      }
    }
    return (lines, diagnostics)
  }

  private static func read(
    _ bytes: [UInt8], _ range: Range<Int>, number: Int, file: String
  ) throws(JSONFailure) -> JSONInputLine {
    if String(validating: bytes[range], as: UTF8.self) == nil {
      throw JSONFailure(message: "it is not valid UTF-8", offset: range.lowerBound)
    }
    var parser = JSONParser(bytes, range: range)
    guard case .object(let members) = try parser.parseDocument() else {
      throw JSONFailure(message: "it is no object", offset: range.lowerBound)
    }
    var fields: [String: JSONValue] = [:]
    for member in members { fields[member.name] = member.value }
    guard case .string(let text)? = fields["text"] else {
      throw JSONFailure(message: "\"text\" is missing or no string", offset: range.lowerBound)
    }
    var line = JSONInputLine(doc: "\(file)#\(number)", text: text.string, line: number)
    line.offsets = OffsetMap(runs: text.runs)
    line.sha256 = SHA256.hexadecimal(of: Array(bytes[range]))
    switch fields["doc"] ?? fields["id"] {
    case .string(let id)?: line.doc = id.string
    case .number(_, let digits)?: line.doc = digits
    case nil, .null?: break
    default: throw JSONFailure(message: "\"doc\" is no string", offset: range.lowerBound)
    }
    line.target = string(fields["target"])
    line.definition = string(fields["definition"])
    line.start = integer(fields["start"])
    line.end = integer(fields["end"])
    if case .array(let items)? = fields["hypernyms"] { line.hypernyms = items.compactMap { string($0) } }
    return line
  }

  private static func string(_ value: JSONValue?) -> String? {
    if case .string(let text)? = value { text.string } else { nil }
  }

  private static func integer(_ value: JSONValue?) -> Int? {
    if case .number(let number, _)? = value { Int(exactly: number) } else { nil }
  }

  private static func place(_ bytes: [UInt8], line: Range<Int>, number: Int, offset: Int) -> Diagnostic.Place {
    let bounded = max(line.lowerBound, min(offset, line.upperBound))
    var place =
      SourcePlaces.diagnostic(
        .error, code: "", message: "", file: "", bytes: Array(bytes[line]), offset: bounded - line.lowerBound, hint: ""
      ).place ?? Diagnostic.Place(line: 1, column: 1, length: 1, source: "")
    place.line = number
    return place
  }
}

extension Document {
  /// The document of a JSON line: plain text whose offsets lead to the bytes of the file.
  public init(line: JSONInputLine, path: String = "", sourceLines: LineIndex) {
    let text = Array(line.text.utf8)
    let info = DocumentInfo(
      id: DocumentID(line.doc), path: path, sha256: line.sha256, mediaType: "text/plain", encoding: "UTF-8")
    self.init(
      info: info, text: text, offsets: line.offsets, sourceLines: sourceLines,
      blocks: PlainTextReader.blocks(of: text))
    PlainTextReader.settle(&self)
  }

  /// A document of plain text that is its own source.
  public init(plainText: String, id: DocumentID) {
    let text = Array(plainText.utf8)
    self.init(
      info: DocumentInfo(id: id, sha256: SHA256.hexadecimal(of: text)), text: text,
      offsets: .identity(count: text.count), sourceLines: LineIndex(text), blocks: PlainTextReader.blocks(of: text))
    PlainTextReader.settle(&self)
  }
}
