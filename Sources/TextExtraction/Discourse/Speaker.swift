import ConceptModel

/// Who speaks where in a document: the author, the author of a work under review, an opponent, a commenter.
///
/// Decided from lay-out and labels alone ("Opinion:", "Previous thought:", block quotations); what a sentence says
/// about its own source ("X argues that …") is up to the relation rules.
struct SpeakerMap {
  private let byBlock: [Attribution]
  /// The label at the start of each block, lower case, such as `motte`.
  let labels: [String?]

  /// The attribution of everything in a block.
  func attribution(ofBlock block: Int) -> Attribution { byBlock[block] }

  init(_ document: Document) {
    let labels = document.blocks.map { Self.label(of: document, $0) }
    var result = document.blocks.map { block -> Attribution in
      switch block.role {
      case .quotation: return Attribution(holder: "quoted source", reporter: nil)
      case .comment(let author): return Attribution(holder: author ?? "commenter")
      default: return .author
      }
    }
    for index in document.blocks.indices {
      if let label = labels[index], Self.isForeign(label) {
        result[index] = Attribution(holder: label)
      } else if let parent = document.blocks[index].parent, parent < index, let holder = result[parent].holder,
        labels[parent] != nil, labels[index] == nil
      {
        // Items under "Objection:" belong to the objection.
        result[index] = Attribution(holder: holder)
      }
    }
    Self.attributeReviews(document, labels, &result)
    self.labels = labels
    byBlock = result
  }

  /// In notes on other people's texts, what stands beside an "Opinion:" under one heading is the reviewed text's view.
  private static func attributeReviews(_ document: Document, _ labels: [String?], _ result: inout [Attribution]) {
    let opinions = labels.indices.filter { labels[$0].map { ownOpinion.contains($0) } ?? false }
    guard opinions.count >= 2 else { return }
    var reviewed: [Int: Int] = [:]
    for index in opinions {
      if let heading = document.blocks[index].headings.last { reviewed[heading] = index }
    }
    for (index, block) in document.blocks.enumerated() where result[index] == .author {
      guard let heading = block.headings.last, !opinions.contains(index) else { continue }
      let lead = leadingWord(document, block)
      if let opinion = reviewed[heading], index < opinion || reviewMarks.contains(lead) {
        result[index] = Attribution(holder: text(document, document.blocks[heading]))
      } else if reviewMarks.contains(lead) {
        result[index] = Attribution(holder: text(document, document.blocks[heading]))
      }
    }
  }

  private static let ownOpinion: Set<String> = [
    "opinion", "my opinion", "my take", "my view", "my thoughts", "my comment", "reviewer's opinion", "rohin's opinion",
    "comment", "commentary",
  ]
  /// One-word sentences that open a summary of somebody else's text.
  private static let reviewMarks: Set<String> = ["post", "paper", "article", "report", "book", "talk", "summary"]

  private static let foreignNouns: Set<String> = [
    "frame", "framing", "view", "views", "thought", "thoughts", "thinking", "belief", "position", "claim", "argument",
    "objection", "opinion", "assumption", "story", "reading", "interpretation", "intuition", "wisdom", "worry", "reply",
  ]
  private static let foreignAdjectives: Set<String> = [
    "opposing", "opposed", "previous", "old", "former", "past", "earlier", "alternative", "common", "naive", "naïve",
    "popular", "conventional", "traditional", "received", "mistaken", "wrong", "competing", "rival", "contrary",
    "opponent's", "critics'", "skeptical", "sceptical",
  ]
  private static let foreignLabels: Set<String> = [
    "motte", "bailey", "myth", "misconception", "objection", "counterargument", "counter-argument", "critics", "critic",
    "skeptic", "sceptic", "strawman", "opponents", "opponent",
  ]

  /// Whether what follows the label is a view that the author reports without holding it.
  static func isForeign(_ label: String) -> Bool {
    if foreignLabels.contains(label) { return true }
    let words = label.split(separator: " ").map(String.init)
    guard let noun = words.last, words.count >= 2, words.count <= 4 else { return false }
    return foreignNouns.contains(noun) && words.dropLast().contains { foreignAdjectives.contains($0) }
  }

  /// "Opposing frame" of a block that begins with "Opposing frame: …", lower case.
  private static func label(of document: Document, _ block: Block) -> String? {
    let bytes = document.text[block.range]
    guard let colon = bytes.prefix(42).firstIndex(of: 0x3A) else { return nil }
    let label = String(decoding: bytes[..<colon], as: UTF8.self)
    guard !label.isEmpty, label.split(separator: " ").count <= 4,
      label.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic || " '’-".unicodeScalars.contains($0) })
    else { return nil }
    return label.lowercased()
  }

  private static func leadingWord(_ document: Document, _ block: Block) -> String {
    let bytes = document.text[block.range].prefix(12)
    guard let stop = bytes.firstIndex(where: { $0 == 0x2E || $0 == 0x3A }) else { return "" }
    return String(decoding: bytes[..<stop], as: UTF8.self).lowercased()
  }

  private static func text(_ document: Document, _ block: Block) -> String {
    String(decoding: document.text[block.range], as: UTF8.self)
  }
}
