import ConceptModel

/// The documents that notation files stand for: the files themselves and the sources that they name.
public enum DocumentList {
  /// One entry for every file and every stated source, sorted by id; what several files say of a source is joined.
  public static func documents(of stated: [StatedDocument]) -> [DocumentInfo] {
    var byID: [DocumentID: DocumentInfo] = [:]
    for document in stated { byID[document.info.id] = document.info }
    for document in stated {
      for source in document.sources { add(source, to: &byID) }
      for fact in document.facts {
        if let id = fact.source, byID[id] == nil { byID[id] = DocumentInfo(id: id, mediaType: mediaType) }
      }
    }
    return byID.values.sorted { $0.id < $1.id }
  }

  /// The media type of a source that is only named, not ingested.
  static let mediaType = "application/x-stated-source"

  private static func add(_ source: StatedSource, to byID: inout [DocumentID: DocumentInfo]) {
    var info = byID[source.id] ?? DocumentInfo(id: source.id, mediaType: mediaType)
    info.title = info.title ?? source.title
    info.date = info.date ?? source.date
    for author in source.authors where !info.authors.contains(author) { info.authors.append(author) }
    if let field = source.fields.first(where: { $0.name == "role" }) {
      info.role = info.role ?? DocumentRole(rawValue: field.value)
    }
    byID[source.id] = info
  }
}

/// What is needed of IRIs without resolving them.
public enum IRI {
  /// The part behind the last `#`, `/` or `:`; the whole IRI when that is empty.
  public static func localName(of iri: String) -> String {
    let name = iri.unicodeScalars.reversed().prefix { $0 != "#" && $0 != "/" && $0 != ":" }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: name.reversed())
    return view.isEmpty ? iri : String(view)
  }

  /// Whether an identifier is an IRI rather than a concept id; concept ids have no colon.
  public static func isIRI(_ identifier: String) -> Bool { identifier.utf8.contains(0x3A) }
}
