/// What is known about a document apart from its text.
public struct DocumentInfo: Hashable, Sendable {
  /// The identifier, unique within a store.
  public var id: DocumentID
  /// Where the document was read, an absolute path or a URI; never exported.
  public var path: String
  /// SHA-256 of the source bytes in lower-case hexadecimal.
  public var sha256: String
  /// The media type that the reader decided on, such as `text/html`.
  public var mediaType: String
  /// The IANA name of the character encoding that the source was decoded with.
  public var encoding: String
  /// The title that the document gives itself.
  public var title: String?
  /// The authors in the order in which the document names them.
  public var authors: [String]
  /// The date of publication, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
  public var date: String?
  /// The kind of text, when known.
  public var role: DocumentRole?

  public init(
    id: DocumentID, path: String = "", sha256: String = "", mediaType: String = "text/plain",
    encoding: String = "UTF-8", title: String? = nil, authors: [String] = [], date: String? = nil,
    role: DocumentRole? = nil
  ) {
    self.id = id
    self.path = path
    self.sha256 = sha256
    self.mediaType = mediaType
    self.encoding = encoding
    self.title = title
    self.authors = authors
    self.date = date
    self.role = role
  }
}

/// The part that a document plays in its field.
public enum DocumentRole: String, Hashable, Sendable, CaseIterable {
  case canonical, survey, blog, notes, draft
}
