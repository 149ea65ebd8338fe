import ConceptModel

/// Title, authors and date of a page, from the best of the places that give them.
struct HTMLMetadata {
  private var titles: [(rank: Int, value: String)] = []
  private var authors: [(rank: Int, value: String)] = []
  private var dates: [(rank: Int, value: String)] = []
  private var json: [UInt8] = []
  private var isJSON = false
  var hasTitleElement = false
  /// The text of the first element that is marked as naming the author.
  var byline: String?

  mutating func note(_ name: String, _ attributes: [MarkupAttribute], inComment: Bool) {
    switch name {
    case "script": isJSON = attributes["type"]?.lowercased() == "application/ld+json"
    case "time":
      if !inComment, let value = attributes["datetime"] { dates.append((5, value)) }
    case "meta": noteMeta(attributes)
    default: break
    }
  }

  private mutating func noteMeta(_ attributes: [MarkupAttribute]) {
    guard let key = (attributes["name"] ?? attributes["property"] ?? attributes["itemprop"])?.lowercased(),
      let value = attributes["content"].map({ FlowBuilder.collapsed(Array($0.utf8)) }), !value.isEmpty
    else { return }
    switch key {
    case "citation_title", "dc.title", "dcterms.title": titles.append((0, value))
    case "og:title": titles.append((1, value))
    case "citation_author", "dc.creator", "dcterms.creator": authors.append((0, value))
    case "author", "article:author", "parsely-author", "sailthru.author":
      if !value.hasPrefix("http") { authors.append((2, value)) }
    case "citation_publication_date", "citation_date", "article:published_time", "datepublished":
      dates.append((0, value))
    case "dc.date", "dcterms.date", "dcterms.issued", "date", "pubdate", "dc.date.issued": dates.append((2, value))
    default: break
    }
  }

  /// Keeps the text of linked-data scripts; true when the text is taken.
  mutating func collect(_ text: ArraySlice<UInt8>, isScript: Bool) -> Bool {
    guard isScript else { return false }
    if isJSON, json.count < 1 << 18 { json.append(contentsOf: text) }
    return true
  }

  /// Writes what is best known to the flow.
  mutating func settle(_ flow: inout FlowBuilder) {
    readLinkedData()
    let heading = flow.blocks.first { $0.kind == .heading(level: 1) && $0.role == .body }
      .map { String(decoding: flow.text[$0.range], as: UTF8.self) }
    let element = flow.metadata.titles.first
    var title = best(titles).first ?? element
    // A page title often has the site's name beside the heading.
    if let heading, heading.utf8.count < 300, title.map({ $0 != heading && $0.contains(heading) }) ?? true {
      title = heading
    }
    flow.metadata.titles = title.map { [$0] } ?? []
    flow.metadata.authors = []
    for name in best(authors) { flow.addAuthor(name) }
    if flow.metadata.authors.isEmpty, let byline { readByline(byline, &flow) }
    flow.metadata.dates = dates.sorted { $0.rank < $1.rank }.map(\.value) + flow.metadata.dates
    if flow.metadata.dates.isEmpty, let byline { flow.metadata.dates = [byline] }
  }

  private func best(_ values: [(rank: Int, value: String)]) -> [String] {
    guard let rank = values.map(\.rank).min() else { return [] }
    return values.filter { $0.rank == rank }.map(\.value)
  }

  /// "by Ada Lovelace, Mar 31 2016": the words before the date.
  private func readByline(_ line: String, _ flow: inout FlowBuilder) {
    var words = line.split(separator: " ").map(String.init)
    if let first = words.first?.lowercased(), ["by", "author:", "authors:", "written"].contains(first) {
      words.removeFirst()
    }
    if words.first?.lowercased() == "by" { words.removeFirst() }
    var name: [String] = []
    for word in words {
      if word.contains(where: \.isNumber) || DateShape.isMonth(word) || word == "|" || word == "·" { break }
      name.append(word)
    }
    let joined = name.joined(separator: " ")
    for part in joined.replacing(" and ", with: ", ").split(separator: ",") {
      let author = part.split(separator: " ").joined(separator: " ")
      if author.split(separator: " ").count <= 5, author.first?.isUppercase == true { flow.addAuthor(author) }
    }
  }

  // MARK: JSON-LD

  private mutating func readLinkedData() {
    guard !json.isEmpty else { return }
    var parser = JSONParser(json, range: 0..<json.count)
    guard let value = try? parser.parseDocument() else { return }
    read(value)
  }

  private mutating func read(_ value: JSONValue) {
    switch value {
    case .array(let items): for item in items { read(item) }
    case .object(let members):
      for member in members {
        switch member.name {
        case "@graph": read(member.value)
        case "headline": if case .string(let text) = member.value { titles.append((1, text.string)) }
        case "datePublished": if case .string(let text) = member.value { dates.append((1, text.string)) }
        case "author": readAuthor(member.value)
        default: continue
        }
      }
    default: break
    }
  }

  private mutating func readAuthor(_ value: JSONValue) {
    switch value {
    case .string(let text): authors.append((1, text.string))
    case .array(let items): for item in items { readAuthor(item) }
    case .object(let members):
      for member in members where member.name == "name" {
        if case .string(let text) = member.value { authors.append((1, text.string)) }
      }
    default: break
    }
  }
}

extension DateShape {
  /// Whether a word is the name of a month or its first three letters.
  static func isMonth(_ word: String) -> Bool {
    let letters = word.filter(\.isLetter).lowercased()
    return letters.utf8.count >= 3 && parse("\(letters) 2000") != "2000"
  }
}
