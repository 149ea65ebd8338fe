import ConceptModel

/// The bytes of one input with its name: what readers start from.
public struct SourceText: Sendable {
  public var id: DocumentID
  /// An absolute path or a URI; empty for text that came from elsewhere.
  public var path: String
  public var bytes: [UInt8]
  /// The file name extension in lower case without the dot, or nil when it is to be told from the content.
  public var fileExtension: String?

  public init(id: DocumentID, path: String = "", bytes: [UInt8], fileExtension: String? = nil) {
    self.id = id
    self.path = path
    self.bytes = bytes
    self.fileExtension = fileExtension
  }
}

/// A document as read: its text, the blocks of the text, and the way back to the source bytes.
public struct Document: Sendable {
  public var info: DocumentInfo
  /// The text as read, UTF-8. For plain text the decoded file itself; else the blocks, joined by blank lines.
  public var text: [UInt8]
  /// From text bytes to source bytes.
  public var offsets: OffsetMap
  /// The line starts of the source, for printing places.
  public var sourceLines: LineIndex
  /// The blocks in text order; they do not overlap, and what lies between them is white space or marks such as bullets.
  public var blocks: [Block]
  public var diagnostics: [Diagnostic]

  public init(
    info: DocumentInfo, text: [UInt8], offsets: OffsetMap, sourceLines: LineIndex, blocks: [Block],
    diagnostics: [Diagnostic] = []
  ) {
    self.info = info
    self.text = text
    self.offsets = offsets
    self.sourceLines = sourceLines
    self.blocks = blocks
    self.diagnostics = diagnostics
  }
}

/// A paragraph, heading, list item, cell or the like.
public struct Block: Sendable, Hashable {
  /// What the block is.
  public enum Kind: Sendable, Hashable {
    case paragraph
    /// Level from 1.
    case heading(level: Int)
    /// Depth from 1; ordinal is the number of a numbered item, nil for a bullet.
    case listItem(depth: Int, ordinal: Int?)
    case definitionTerm
    case definitionDescription
    /// Row and column from 0; `isHeader` for `<th>` and the head row of a Markdown table.
    case tableCell(table: Int, row: Int, column: Int, isHeader: Bool)
    case caption
    /// A footnote's text; the label is what its marks in the body carry (`2`), unique together with `section`.
    case footnote(label: String)
    case code
    case math
  }

  /// Whether the block belongs to the author's running text.
  public enum Role: Sendable, Hashable {
    case body
    /// Navigation, vote counts, share buttons, cookie notes: kept as text, never analysed.
    case furniture
    /// A block quotation: someone else's words.
    case quotation
    /// A comment below a post; the name of its writer when it is known.
    case comment(author: String?)
    /// An entry of a list of references.
    case reference
    /// A box that sets its text apart (definition, note, warning), with its kind in lower case.
    case admonition(kind: String)
  }

  public var kind: Kind
  public var role: Role
  /// Bytes of `Document.text`, without the bullet, number or footnote mark.
  public var range: Range<Int>
  /// The indexes of the heading blocks above this one, outermost first.
  public var headings: [Int]
  /// The block that this one hangs under: the item above a nested item, the term of a definition, the paragraph that
  /// introduces a list ("Technical causes:").
  public var parent: Int?
  /// The part of the document within which footnote labels are unique; forum pages start anew with every post.
  public var section: Int
  public var spans: [InlineSpan]

  public init(
    kind: Kind, role: Role = .body, range: Range<Int>, headings: [Int] = [], parent: Int? = nil, section: Int = 0,
    spans: [InlineSpan] = []
  ) {
    self.kind = kind
    self.role = role
    self.range = range
    self.headings = headings
    self.parent = parent
    self.section = section
    self.spans = spans
  }
}

/// Mark-up within a block.
public struct InlineSpan: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case emphasis, strong, code, math
    /// `<dfn>` and what plays its part in other vocabularies.
    case defined
    /// `<abbr title=…>`.
    case abbreviation(expansion: String?)
    case link(target: String)
    /// The mark of a footnote, `[2]` or a superscript number.
    case footnoteMark(label: String)
    /// `<cite>` or the title of a work.
    case citation
    /// `<q>`.
    case quotation
    /// A struck-out or hidden passage.
    case deleted
  }
  public var kind: Kind
  /// Bytes of `Document.text`.
  public var range: Range<Int>

  public init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}
