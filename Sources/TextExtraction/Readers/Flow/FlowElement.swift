/// What an element of any mark-up means for the text: the common ground of HTML, Markdown and the XML vocabularies.
enum FlowElement: Hashable, Sendable {
  /// A boundary between blocks and nothing else.
  case block
  /// A part with a heading of its own; headings without a level take theirs from the depth of these.
  case section
  /// The start of a separate text (an article, a post): its headings and footnotes are its own.
  case article
  case paragraph
  /// Level 0 takes the level from the sections around.
  case heading(level: Int)
  case list(ordered: Bool, start: Int)
  case item(ordinal: Int?)
  case term, description
  case table, row
  case cell(isHeader: Bool)
  case caption
  case quote
  case code
  case displayMath
  /// A note tied to its marks by its label, or by the id that the marks point to.
  case footnote(label: String?, id: String?)
  case reference
  case admonition(kind: String)
  case comment
  /// The writer of the comment around.
  case commentAuthor
  /// A page header: its headings and sentences are text, the rest is furniture.
  case header
  case furniture
  /// Text that is no text: scripts and styles.
  case hidden
  case span(SpanElement)
  /// Inline mark-up without a meaning.
  case inline
  /// Inline mark-up that always stands apart, such as the fields of a reference.
  case field
  /// An unknown element: inline within text, a block elsewhere.
  case unknown
  case lineBreak
  /// A line break of the lay-out, where a hyphen may divide a word.
  case layoutBreak
  case metadata(MetadataField)
}

/// Inline mark-up with a meaning.
enum SpanElement: Hashable, Sendable {
  case emphasis, strong, code, math, defined, citation, quotation, deleted
  case abbreviation(expansion: String?)
  case link(target: String)
  /// A mark whose label is given, or is the text; the target is the id that it points to.
  case footnoteMark(label: String?, target: String?)
}

/// Fields that go to `DocumentInfo` and not into the text.
enum MetadataField: Hashable, Sendable {
  case title, author, date, year, month, day, surname, givenName, link
}
