import ConceptModel

@testable import TextExtraction

/// Sentences with hand-written trees: one word a line, `form lemma UPOS XPOS head label`, sentences apart by blank lines.
///
/// A form that begins with `_` stands directly behind the word before it.
enum RuleTree {
  static func analyzed(_ source: String) -> AnalyzedDocument {
    var builder = Builder()
    var block: [Substring] = []
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy({ $0 == " " }) {
        builder.add(block)
        block = []
      } else {
        block.append(line)
      }
    }
    builder.add(block)
    return builder.finish()
  }

  /// The candidates of the built-in rules as `subject relation object`, with polarity and modality where they matter.
  static func relations(_ source: String, rules: RuleSet = .builtIn) -> [String] {
    let document = analyzed(source)
    return RelationFinder.find(in: document, rules: rules).map { candidate in
      func text(_ range: Range<Int>) -> String { String(decoding: document.document.text[range], as: UTF8.self) }
      var line = "\(text(candidate.subject)) \(candidate.relation) \(text(candidate.object))"
      if candidate.polarity != .asserted { line += " [\(candidate.polarity.rawValue)]" }
      if candidate.modality != .fact { line += " [\(candidate.modality.rawValue)]" }
      if candidate.hedged { line += " [hedged]" }
      if let holder = candidate.holder { line += " [by \(text(holder))]" }
      if candidate.isReportedOpinion { line += " [opinion]" }
      if candidate.isQuoted { line += " [quoted]" }
      return line
    }
  }

  private struct Builder {
    var text: [UInt8] = []
    var tokens: [Token] = []
    var sentences: [Sentence] = []
    var lemmas = Index()
    var penn = Index()
    var labels = Index()

    struct Index {
      var names: [String] = []
      mutating func number(_ name: String) -> Int {
        if let known = names.firstIndex(of: name) { return known }
        names.append(name)
        return names.count - 1
      }
    }

    mutating func add(_ lines: [Substring]) {
      guard !lines.isEmpty else { return }
      let first = tokens.count
      for line in lines {
        let fields = line.split(separator: " ").map(String.init)
        let isGlued = fields[0].hasPrefix("_") && fields[0].count > 1
        let form = isGlued ? String(fields[0].dropFirst()) : fields[0]
        if !isGlued && !text.isEmpty { text.append(0x20) }
        let start = text.count
        text.append(contentsOf: form.utf8)
        tokens.append(
          Token(
            start: UInt32(start), end: UInt32(text.count),
            tag: UniversalTag.allCases.first { $0.name == fields[2] } ?? .x, penn: UInt8(penn.number(fields[3])),
            dependency: UInt8(labels.number(fields[5])), arcConfidence: 255, head: (Int32(fields[4]) ?? 0) - 1,
            lemma: UInt32(lemmas.number(fields[1]))))
      }
      sentences.append(Sentence(block: 0, tokens: first..<tokens.count))
    }

    func finish() -> AnalyzedDocument {
      AnalyzedDocument(
        document: Document(
          info: DocumentInfo(id: DocumentID("tree")), text: text, offsets: .identity(count: text.count),
          sourceLines: LineIndex(text), blocks: [Block(kind: .paragraph, range: 0..<text.count)]),
        sentences: sentences, tokens: tokens, lemmas: lemmas.names, pennTags: penn.names, relationNames: labels.names)
    }
  }
}
