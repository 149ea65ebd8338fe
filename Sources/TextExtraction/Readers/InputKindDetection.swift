/// Tells what an input is.
enum InputKindDetection {
  static func kind(of source: SourceText) -> InputKind {
    if let reason = binaryReason(source.bytes) { return .unsupported(reason: reason) }
    if let known = source.fileExtension.flatMap({ byExtension[$0] }) {
      // A page saved under `.xml`, and a feed saved under `.html`, are read as what they are.
      if known == .prose(.xml), rootIsPage(source.bytes) { return .prose(.html) }
      if known == .prose(.html), source.fileExtension != "xhtml", rootIsFeed(source.bytes) { return .prose(.xml) }
      return known
    }
    if let name = source.fileExtension, notProse.contains(name) {
      return .unsupported(reason: "files of the kind .\(name) hold no running text")
    }
    return sniff(source.bytes)
  }

  private static let byExtension: [String: InputKind] = [
    "html": .prose(.html), "htm": .prose(.html), "xhtml": .prose(.html), "xml": .prose(.xml), "md": .prose(.markdown),
    "markdown": .prose(.markdown), "qmd": .prose(.markdown), "mdx": .prose(.markdown), "rmd": .prose(.markdown),
    "txt": .prose(.plainText), "text": .prose(.plainText), "facts": .facts, "jsonl": .jsonLines,
    "ndjson": .jsonLines, "rss": .prose(.xml), "atom": .prose(.xml), "tei": .prose(.xml), "cnxml": .prose(.xml),
    "nxml": .prose(.xml), "jats": .prose(.xml), "docbook": .prose(.xml), "dbk": .prose(.xml),
  ]

  /// Extensions of programs and data that people keep beside their texts.
  private static let notProse: Set<String> = [
    "c", "cc", "cfg", "conf", "cpp", "css", "csv", "db", "dot", "dtd", "ent", "gexf", "go", "graphml", "h", "ini",
    "ipynb",
    "java", "jpeg", "jpg", "js", "json", "jsonld", "jsx", "lock", "map", "nq", "nt", "png", "py", "query", "r", "rb",
    "rdf", "rng", "rq", "rs", "scss", "sh", "sqlite", "svg", "swift", "toml", "trig", "ts", "tsv", "tsx", "ttl", "xsd",
    "xsl", "xslt", "yaml", "yml",
  ]

  // MARK: Binary files

  private static let signatures: [(bytes: [UInt8], name: String)] = [
    (Array("%PDF-".utf8), "a PDF file"), ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image"),
    (Array("GIF8".utf8), "a GIF image"), (Array("RIFF".utf8), "a media file"), ([0x1F, 0x8B], "a gzip archive"),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or office document"), ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    (Array("SQLite format 3\0".utf8), "an SQLite database"), ([0xD0, 0xCF, 0x11, 0xE0], "an office document"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz archive"), (Array("BZh".utf8), "a bzip2 archive"),
    (Array("{\\rtf".utf8), "an RTF document"), ([0x4C, 0x6F, 0xA7, 0x94], "an EBCDIC document"),
  ]

  private static func binaryReason(_ bytes: [UInt8]) -> String? {
    for signature in signatures where bytes.starts(with: signature.bytes) { return "it is \(signature.name)" }
    if EncodingDetection.byteOrderMark(bytes) != nil || EncodingDetection.wideEncoding(bytes) != nil { return nil }
    let window = bytes.prefix(8192)
    if let zero = window.firstIndex(of: 0) {
      // One stray zero in a long text is damage; several, or one in a short one, are not text.
      let zeros = window.reduce(0) { $0 + ($1 == 0 ? 1 : 0) }
      if zeros * 200 > window.count { return "it is a binary file (a zero byte at offset \(zero))" }
    }
    let controls = window.reduce(0) { $0 + ($1 < 0x20 && !ASCII.isSpace($1) && $1 != 0x1B && $1 != 0x0B ? 1 : 0) }
    return controls * 10 > window.count && window.count >= 16 ? "it is a binary file (control characters)" : nil
  }

  // MARK: Text by content

  private static func sniff(_ bytes: [UInt8]) -> InputKind {
    if let markup = sniffMarkup(bytes) { return markup }
    let head = asciiHead(bytes)
    if head.first == UInt8(ascii: "{"), isJSONLine(bytes) { return .jsonLines }
    if looksLikeNotation(head) { return .facts }
    return .prose(looksLikeMarkdown(head) ? .markdown : .plainText)
  }

  /// The first 4 KB without byte order mark and leading space; zero bytes of wide encodings are left out.
  private static func asciiHead(_ bytes: [UInt8]) -> [UInt8] {
    var head = bytes.prefix(8192).filter { $0 != 0 && $0 != 0xFE && $0 != 0xFF }[...]
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
    return Array(head.drop { ASCII.isSpace($0) })
  }

  private static func sniffMarkup(_ bytes: [UInt8]) -> InputKind? {
    let head = asciiHead(bytes)
    guard head.first == UInt8(ascii: "<") else { return nil }
    var index = 0
    // Behind the declaration, comments and the document type stands the root element.
    while index < head.count {
      while index < head.count, ASCII.isSpace(head[index]) { index += 1 }
      let rest = head[index...]
      if rest.starts(with: "<!--".utf8) {
        guard let end = ASCII.find("-->", in: head, index..<head.count) else { return .prose(.html) }
        index = end + 3
      } else if rest.starts(with: "<?".utf8) {
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return .prose(.xml) }
        index = end + 1
      } else if ASCII.find("<!doctype", in: head, index..<min(index + 9, head.count)) != nil {
        if ASCII.find("html", in: head, index..<min(index + 20, head.count)) != nil { return .prose(.html) }
        return .prose(.xml)
      } else {
        break
      }
    }
    guard index < head.count, head[index] == UInt8(ascii: "<") else { return nil }
    let name = head[(index + 1)...].prefix { ASCII.isAlphanumeric($0) || $0 == 0x3A || $0 == 0x2D }
    let root = String(decoding: name, as: UTF8.self).lowercased()
    if root.isEmpty { return nil }
    if htmlRoots.contains(root) { return .prose(.html) }
    return head.starts(with: "<?xml".utf8) || ASCII.find("xmlns", in: head, index..<head.count) != nil
      || xmlRoots.contains(root) ? .prose(.xml) : .prose(.html)
  }

  private static let htmlRoots: Set<String> = [
    "html", "head", "body", "div", "p", "h1", "h2", "title", "meta", "main", "table", "ul", "ol", "span", "a", "script",
  ]
  private static let xmlRoots: Set<String> = [
    "rss", "feed", "rdf:rdf", "tei", "article", "document", "book", "chapter", "section", "channel",
  ]

  /// Whether the root of a file is that of a page, whatever its name says.
  private static func rootIsPage(_ bytes: [UInt8]) -> Bool {
    let head = asciiHead(bytes).prefix(1024)
    let range = 0..<head.count
    return ASCII.find("<html", in: Array(head), range) != nil
      || ASCII.find("<!doctype html", in: Array(head), range) != nil
  }

  private static func rootIsFeed(_ bytes: [UInt8]) -> Bool {
    let head = asciiHead(bytes)
    return ASCII.find("<html", in: head, 0..<head.count) == nil
      && (ASCII.find("<rss", in: head, 0..<head.count) != nil || ASCII.find("<feed", in: head, 0..<head.count) != nil)
  }

  private static func isJSONLine(_ bytes: [UInt8]) -> Bool {
    let line = bytes.prefix { $0 != 0x0A }
    var parser = JSONParser(Array(line), range: 0..<line.count)
    guard case .object(let members)? = try? parser.parseDocument() else { return false }
    return members.contains { $0.name == "text" }
  }

  /// Front matter, or at least two kinds of Markdown block marks.
  private static func looksLikeMarkdown(_ head: [UInt8]) -> Bool {
    var marks: Set<String> = []
    let lines = head.split(separator: 0x0A, maxSplits: 400)
    if let first = lines.first, first.elementsEqual("---".utf8),
      lines.dropFirst().contains(where: { $0.contains(0x3A) })
    {
      return true
    }
    for line in lines {
      if line.starts(with: "# ".utf8) || line.starts(with: "## ".utf8) || line.starts(with: "### ".utf8) {
        marks.insert("heading")
      }
      if line.starts(with: "```".utf8) { marks.insert("fence") }
      if line.starts(with: "- ".utf8) || line.starts(with: "* ".utf8) { marks.insert("bullet") }
      if line.starts(with: "> ".utf8) { marks.insert("quote") }
      if line.starts(with: "|".utf8) { marks.insert("table") }
      if ASCII.find("](", in: Array(line), 0..<line.count) != nil { marks.insert("link") }
      if ASCII.find("**", in: Array(line), 0..<line.count) != nil { marks.insert("strong") }
    }
    return marks.count >= 2 && !marks.isDisjoint(with: ["heading", "link", "strong", "fence"])
  }

  /// Lines that begin with the directives of the notation, or whose relation stands in square brackets.
  private static func looksLikeNotation(_ head: [UInt8]) -> Bool {
    let lines = head.split(separator: 0x0A, maxSplits: 50).filter { !$0.allSatisfy(ASCII.isSpace) && $0.first != 0x23 }
    guard !lines.isEmpty else { return false }
    let directives = ["@source ", "@reading ", "@pin ", "@split ", "@deprecated ", "@relation "]
    let stated = lines.filter { line in
      directives.contains { line.starts(with: $0.utf8) }
        || (ASCII.find("-[", in: Array(line), 0..<line.count) != nil
          && ASCII.find("]->", in: Array(line), 0..<line.count) != nil)
    }
    return stated.count * 2 > lines.count
  }
}
