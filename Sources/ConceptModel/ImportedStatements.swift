/// A term of an imported graph.
public enum ImportedTerm: Hashable, Sendable {
  case iri(String)
  /// The label behind `_:`; it names one node within its file.
  case blankNode(String)
  /// A literal with its annotation: empty for a plain string, `@` and a language tag, or the IRI of a datatype.
  case literal(String, annotation: String)
  /// A name as it stands in an edge list: it becomes a concept, or a relation in the place of a predicate.
  case label(String)
}

/// A run of statements of an imported file, as slices of one array of bytes.
///
/// Readers hand over thousands of statements at once, so that no call is made for each across targets.
public struct StatementBatch: Sendable {
  /// Bytes of the batch.
  public struct Slice: Sendable {
    public var start: UInt32
    public var count: UInt32
    public init(start: Int, count: Int) {
      self.start = UInt32(truncatingIfNeeded: start)
      self.count = UInt32(truncatingIfNeeded: count)
    }
    public static let none = Slice(start: 0, count: 0)
    public var range: Range<Int> { Int(start)..<(Int(start) + Int(count)) }
  }

  public enum TermKind: UInt8, Sendable { case iri, blankNode, literal, label }

  /// Subject, predicate and object with the line of the file that they stand on.
  public struct Statement: Sendable {
    public var subject: Slice
    public var predicate: Slice
    public var object: Slice
    /// The annotation of a literal; see `ImportedTerm.literal`.
    public var annotation: Slice
    /// The name of the graph; empty for the default graph.
    public var graph: Slice
    public var subjectKind: TermKind
    public var predicateKind: TermKind
    public var objectKind: TermKind
    public var graphKind: TermKind
    /// From 1.
    public var line: UInt32
    /// The index of the statement's note in `notes`, or -1.
    public var note: Int32

    public init(
      subject: Slice, subjectKind: TermKind, predicate: Slice, predicateKind: TermKind, object: Slice,
      objectKind: TermKind, annotation: Slice = .none, graph: Slice = .none, graphKind: TermKind = .iri, line: Int,
      note: Int = -1
    ) {
      self.subject = subject
      self.subjectKind = subjectKind
      self.predicate = predicate
      self.predicateKind = predicateKind
      self.object = object
      self.objectKind = objectKind
      self.annotation = annotation
      self.graph = graph
      self.graphKind = graphKind
      self.line = UInt32(truncatingIfNeeded: line)
      self.note = Int32(truncatingIfNeeded: note)
    }
  }

  /// What a line of an edge list says beyond its triple.
  public struct Note: Hashable, Sendable {
    public var confidence: Double?
    public var source: String?
    public var quote: String?
    public init(confidence: Double? = nil, source: String? = nil, quote: String? = nil) {
      self.confidence = confidence
      self.source = source
      self.quote = quote
    }
  }

  /// The place in the file at which a line begins.
  public struct LineMark: Hashable, Sendable {
    public var byte: Int
    public var scalar: Int
    public init(byte: Int, scalar: Int) {
      self.byte = byte
      self.scalar = scalar
    }
  }

  /// A mark is kept for the lines 1, 257, 513, …
  public static let markInterval = 256

  public var bytes: [UInt8] = []
  public var statements: [Statement] = []
  public var notes: [Note] = []
  /// The marks of the lines that the batch covers, after those of the batches before.
  public var marks: [LineMark] = []

  public init() {}

  /// Appends a statement of terms that a reader has as strings.
  public mutating func append(
    _ subject: ImportedTerm, _ predicate: ImportedTerm, _ object: ImportedTerm, graph: ImportedTerm? = nil,
    line: Int, note: Note? = nil
  ) {
    let (first, firstKind, _) = append(subject)
    let (second, secondKind, _) = append(predicate)
    let (third, thirdKind, annotation) = append(object)
    let (name, nameKind, _) = graph.map { append($0) } ?? (.none, .iri, .none)
    if let note { notes.append(note) }
    statements.append(
      Statement(
        subject: first, subjectKind: firstKind, predicate: second, predicateKind: secondKind, object: third,
        objectKind: thirdKind, annotation: annotation, graph: name, graphKind: nameKind, line: line,
        note: note == nil ? -1 : notes.count - 1))
  }

  private mutating func append(_ term: ImportedTerm) -> (Slice, TermKind, Slice) {
    switch term {
    case .iri(let text): return (append(text), .iri, .none)
    case .blankNode(let text): return (append(text), .blankNode, .none)
    case .label(let text): return (append(text), .label, .none)
    case .literal(let text, let annotation): return (append(text), .literal, append(annotation))
    }
  }

  private mutating func append(_ text: String) -> Slice {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    return Slice(start: start, count: bytes.count - start)
  }

  /// The text of a slice.
  public func text(_ slice: Slice) -> String { String(decoding: bytes[slice.range], as: UTF8.self) }
}
