/// The words of an element's class, id and role.
struct AttributeWords {
  /// Whole class names, id and role in lower case.
  private(set) var all: Set<String> = []
  private(set) var role: String?
  private var parts: [[String]] = []

  init(_ attributes: [MarkupAttribute]) {
    for attribute in attributes {
      switch attribute.name {
      case "class", "id", "role", "itemprop":
        for word in attribute.value.split(whereSeparator: \.isWhitespace).prefix(40) { add(word) }
        if attribute.name == "role" { role = attribute.value.lowercased() }
      default: continue
      }
    }
  }

  private mutating func add(_ word: Substring) {
    all.insert(word.lowercased())
    var pieces: [String] = []
    var piece = ""
    var previous: Character = " "
    for character in word {
      if character == "-" || character == "_" || character == ":" || (character.isUppercase && previous.isLowercase) {
        if !piece.isEmpty { pieces.append(piece.lowercased()) }
        piece = ""
      }
      if character != "-" && character != "_" && character != ":" { piece.append(character) }
      previous = character
    }
    if !piece.isEmpty { pieces.append(piece.lowercased()) }
    parts.append(pieces)
  }

  /// Whether a class says that the element is no part of the text: `share-buttons`, `site-nav`, `cookie_notice`.
  ///
  /// Classes that say what a page has (`has-sidebar`, `page-navbar`) do not count.
  var isFurniture: Bool {
    parts.contains { pieces in
      guard pieces.count <= 4, let first = pieces.first, !Self.layoutPrefixes.contains(first) else { return false }
      let last = pieces[pieces.count - 1]
      return HTMLElements.furnitureWords.contains(first) || HTMLElements.furnitureWords.contains(last)
    }
  }

  private static let layoutPrefixes: Set<String> = [
    "has", "with", "no", "is", "page", "layout", "without", "wp", "nav",
  ]

  /// Whether the element holds comments or one of them.
  var isComment: Bool { parts.contains { $0.contains { HTMLElements.commentWords.contains($0) } } }

  /// Whether the element is a single comment.
  var isCommentItem: Bool {
    parts.contains { pieces in
      pieces == ["comment"]
        || pieces.contains("comment")
          && pieces.contains { ["item", "body", "content", "text", "node", "entry"].contains($0) }
    } || parts.contains { $0 == ["comments", "item"] }
  }

  /// The kind of box that a class names, if any: `callout-warning` gives `warning`.
  var admonition: String? {
    var found: String?
    for pieces in parts {
      guard let first = pieces.first, HTMLElements.admonitionWords.contains(first), pieces.count <= 3 else { continue }
      if first == "callout" || first == "admonition" {
        found = pieces.count > 1 && pieces[1] != "style" ? pieces[1] : found ?? "note"
      } else if found == nil || found == "note" {
        found = first
      }
    }
    return found
  }
}

extension HTMLElements {
  /// Whether an element says that the text proper is within it.
  static func isMain(_ name: String, _ words: AttributeWords, _ attributes: [MarkupAttribute]) -> Bool {
    if words.isComment { return false }
    return name == "main" || name == "article" || words.role == "main" || name == "d-article" || name == "d-title"
      || name == "d-appendix" || words.all.contains("articlebody") || words.all.contains("entry-content")
      || words.all.contains("post-content") || words.all.contains("mw-parser-output")
      || words.all.contains("markdown-body")
  }
}
