import ConceptModel

/// What an input is, told from its name and its bytes.
public enum InputKind: Sendable, Hashable {
  /// Running text in one of the formats that have a reader.
  case prose(ProseFormat)
  /// The notation for facts stated by hand.
  case facts
  /// One JSON object a line, each a document.
  case jsonLines
  /// Nothing that can be read; the reason is a clause such as "it is a PDF file".
  case unsupported(reason: String)
}

/// The formats of running text.
public enum ProseFormat: String, Sendable, Hashable, CaseIterable {
  case plainText, markdown, html, xml

  /// The media type that documents of the format are recorded with.
  public var mediaType: String {
    switch self {
    case .plainText: "text/plain"
    case .markdown: "text/markdown"
    case .html: "text/html"
    case .xml: "application/xml"
    }
  }
}

/// The bounds that keep one hostile input from taking all memory or time.
public struct ReadLimits: Sendable, Hashable {
  /// The largest source, in bytes.
  public var bytes: Int
  /// The deepest nesting that is kept as structure; below it the text is kept flat.
  public var depth: Int
  /// The longest attribute value that is looked at, in bytes.
  public var attributeBytes: Int
  /// How often entities that the document itself declares may be replaced.
  public var entityReplacements: Int

  public init(bytes: Int, depth: Int, attributeBytes: Int = 65_536, entityReplacements: Int = 100_000) {
    self.bytes = bytes
    self.depth = depth
    self.attributeBytes = attributeBytes
    self.entityReplacements = entityReplacements
  }

  /// 64 MB a document and 1,000 levels.
  public static let standard = ReadLimits(bytes: 64 << 20, depth: 1_000)
}

/// The first stage: bytes to documents.
public enum DocumentReader {
  /// Tells what an input is: by its extension where that is known, else by its first bytes.
  public static func kind(of source: SourceText) -> InputKind { InputKindDetection.kind(of: source) }

  /// Reads an input into its documents: one, or one for every entry of a feed and every line of JSON Lines.
  ///
  /// Problems that leave something readable are in `Document.diagnostics`. An input that cannot be read at all throws
  /// one error that names the file, the reason and the next step. Notation files are not prose and are refused here.
  public static func read(_ source: SourceText, limits: ReadLimits = .standard) throws(Diagnostic) -> [Document] {
    guard source.bytes.count <= limits.bytes else {
      throw Diagnostic(
        code: "document-too-large",
        message: "the input has \(source.bytes.count) bytes, more than the limit of \(limits.bytes)",
        file: source.id.value, hint: "split it, or convert it to JSON Lines with one document a line")
    }
    switch kind(of: source) {
    case .prose(let format): return try read(source, as: format, limits: limits)
    case .jsonLines: return try readJSONLines(source)
    case .facts:
      throw Diagnostic(
        code: "not-prose", message: "a notation file holds facts and no prose", file: source.id.value,
        hint: "read it with `distinguo add` or `distinguo ingest`")
    case .unsupported(let reason):
      throw Diagnostic(
        code: "unsupported-input", message: "the input cannot be read: \(reason)", file: source.id.value,
        hint: "convert it to HTML, XML, Markdown or plain text")
    }
  }

  /// Reads an input as a given format whatever its name and content say.
  static func read(_ source: SourceText, as format: ProseFormat, limits: ReadLimits) throws(Diagnostic) -> [Document] {
    let decoded = try TextDecoder.decode(source, format: format)
    var info = DocumentInfo(
      id: source.id, path: source.path, sha256: SHA256.hexadecimal(of: source.bytes), mediaType: format.mediaType,
      encoding: decoded.encoding)
    if format == .html && source.fileExtension == "xhtml" { info.mediaType = "application/xhtml+xml" }
    let lines = LineIndex(source.bytes)
    let input = ReaderInput(info: info, decoded: decoded, source: source, sourceLines: lines, limits: limits)
    switch format {
    case .plainText: return [PlainTextReader.read(input)]
    case .markdown: return [MarkdownReader.read(input)]
    case .html: return [HTMLReader.read(input)]
    case .xml: return try XMLReader.read(input)
    }
  }

  private static func readJSONLines(_ source: SourceText) throws(Diagnostic) -> [Document] {
    let (lines, diagnostics) = JSONLines.parse(source.bytes, file: source.id.value)
    let index = LineIndex(source.bytes)
    var documents = lines.map { Document(line: $0, path: source.path, sourceLines: index) }
    if documents.isEmpty, let first = diagnostics.first { throw first }
    if !documents.isEmpty { documents[0].diagnostics += diagnostics }
    return documents
  }
}

/// What every reader starts from.
struct ReaderInput {
  var info: DocumentInfo
  var decoded: DecodedText
  var source: SourceText
  var sourceLines: LineIndex
  var limits: ReadLimits

  /// A warning about a place of the decoded text.
  func diagnostic(
    _ level: Diagnostic.Level, code: String, message: String, at decodedOffset: Int, hint: String
  ) -> Diagnostic {
    let offset = decoded.map.sourceRange(of: decodedOffset..<decodedOffset).lowerBound
    return SourcePlaces.diagnostic(
      level, code: code, message: message, file: source.id.value, bytes: source.bytes, offset: offset, hint: hint)
  }
}
