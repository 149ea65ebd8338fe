import ConceptModel

/// One sentence laid out for matching: tags, labels and heads as small numbers, children as linked lists.
///
/// One grid serves all sentences of a document in turn; positions count tokens of the sentence from 0.
final class SentenceGrid {
  let analyzed: AnalyzedDocument
  private let lemmaNumbers: [Int32]
  private let pennTags: [PennTag]
  private let arcs: [Arc]
  private let table: WordTable
  private let core: CoreWords
  private var buffer: [UInt8] = []

  private(set) var sentence = 0
  private(set) var first = 0
  private(set) var count = 0
  private(set) var isParsed = false
  private(set) var form: [Int32] = []
  private(set) var lemma: [Int32] = []
  private(set) var tag: [UniversalTag] = []
  private(set) var penn: [PennTag] = []
  private(set) var arc: [Arc] = []
  private(set) var head: [Int] = []
  private(set) var firstChild: [Int] = []
  private(set) var nextSibling: [Int] = []
  private(set) var isQuoted: [Bool] = []
  /// The chunk that a token belongs to, or -1.
  var chunkOf: [Int] = []
  var chunks: [NounChunk] = []

  init(_ analyzed: AnalyzedDocument, table: WordTable, core: CoreWords) {
    self.analyzed = analyzed
    self.table = table
    self.core = core
    var scratch: [UInt8] = []
    lemmaNumbers = analyzed.lemmas.map { table.number(of: $0, buffer: &scratch) }
    pennTags = analyzed.pennTags.map { PennTag(name: $0) }
    arcs = analyzed.relationNames.map { Arc(label: $0) }
  }

  /// Lays a sentence out; what was there before is gone.
  func load(_ index: Int) {
    let source = analyzed.sentences[index]
    sentence = index
    first = source.tokens.lowerBound
    count = source.tokens.count
    isParsed = source.isParsed
    form.removeAll(keepingCapacity: true)
    lemma.removeAll(keepingCapacity: true)
    tag.removeAll(keepingCapacity: true)
    penn.removeAll(keepingCapacity: true)
    arc.removeAll(keepingCapacity: true)
    head.removeAll(keepingCapacity: true)
    for position in source.tokens {
      let token = analyzed.tokens[position]
      form.append(table.number(of: analyzed.document.text, token.range, buffer: &buffer))
      lemma.append(Int(token.lemma) < lemmaNumbers.count ? lemmaNumbers[Int(token.lemma)] : 0)
      tag.append(token.tag)
      penn.append(Int(token.penn) < pennTags.count ? pennTags[Int(token.penn)] : .other)
      arc.append(Int(token.dependency) < arcs.count ? arcs[Int(token.dependency)] : .other)
      let isInside = token.head >= 0 && Int(token.head) < count
      head.append(isInside ? Int(token.head) : -1)
    }
    linkChildren()
    markQuotations()
    NounChunk.find(in: self, core: core)
  }

  private func linkChildren() {
    firstChild.removeAll(keepingCapacity: true)
    nextSibling.removeAll(keepingCapacity: true)
    firstChild.append(contentsOf: repeatElement(-1, count: count))
    nextSibling.append(contentsOf: repeatElement(-1, count: count))
    guard isParsed else { return }
    for position in stride(from: count - 1, through: 0, by: -1) {
      let parent = head[position]
      guard parent >= 0 else { continue }
      nextSibling[position] = firstChild[parent]
      firstChild[parent] = position
    }
  }

  /// Marks what stands between quotation marks of this sentence; a mark without a partner counts for nothing.
  private func markQuotations() {
    isQuoted.removeAll(keepingCapacity: true)
    isQuoted.append(contentsOf: repeatElement(false, count: count))
    var open = -1
    for position in 0..<count where form[position] == core.quote || form[position] == core.quotes {
      if open >= 0 {
        for inner in (open + 1)..<max(open + 1, position) { isQuoted[inner] = true }
        open = -1
      } else {
        open = position
      }
    }
    for position in 0..<count where token(position).flags.contains(.quoted) { isQuoted[position] = true }
  }

  func token(_ position: Int) -> Token { analyzed.tokens[first + position] }

  /// Whether a token belongs to a footnote mark, bullet or citation: no word of the sentence.
  func isApparatus(_ position: Int) -> Bool { !token(position).flags.isDisjoint(with: [.layout, .citation]) }

  /// The bytes of the document's text from one token up to, not including, another.
  func bytes(_ positions: Range<Int>) -> Range<Int> {
    guard !positions.isEmpty else { return 0..<0 }
    return Int(token(positions.lowerBound).start)..<Int(token(positions.upperBound - 1).end)
  }

  func text(_ positions: Range<Int>) -> String {
    String(decoding: analyzed.document.text[bytes(positions)], as: UTF8.self)
  }

  /// Whether no white space separates a token from the next one.
  func isGlued(_ position: Int) -> Bool {
    position + 1 < count && token(position).end == token(position + 1).start
  }

  /// The first byte of a token.
  func firstByte(_ position: Int) -> UInt8 { analyzed.document.text[Int(token(position).start)] }

  /// Whether a token of five letters or more ends in "ing".
  func endsInIng(_ position: Int) -> Bool {
    let range = token(position).range
    return range.count > 4 && analyzed.document.text[range].suffix(3).elementsEqual("ing".utf8)
  }

  func children(of position: Int) -> Children { Children(grid: self, upcoming: firstChild[position]) }

  /// The first child of a token with a label.
  func child(of position: Int, _ label: Arc) -> Int? {
    var child = firstChild[position]
    while child >= 0 {
      if arc[child] == label { return child }
      child = nextSibling[child]
    }
    return nil
  }

  /// The preposition of a nominal: its first `case` child, counted with what is fixed to it ("because of").
  func preposition(of position: Int) -> Int? { child(of: position, .case_) }

  /// The word that introduces a clause, such as "if" or "to".
  func hasMark(_ position: Int, _ word: Int32) -> Bool {
    children(of: position).contains { arc[$0] == .mark && form[$0] == word }
  }

  func isNominal(_ position: Int) -> Bool {
    switch tag[position] {
    case .noun, .propn, .pron, .num, .sym, .x: return true
    case .adj: return chunkOf[position] >= 0 && chunks[chunkOf[position]].head == position
    default: return false
    }
  }

  /// Whether a noun names an event, state or property by its ending.
  func isAbstract(_ position: Int) -> Bool {
    AbstractNouns.contains(analyzed.lemmas[Int(token(position).lemma)])
  }

  /// The confidence of the arc above a token, 0…1.
  func certainty(_ position: Int) -> Double { Double(token(position).arcConfidence) / 255 }

  /// The children of one token from left to right.
  struct Children: Sequence, IteratorProtocol {
    let grid: SentenceGrid
    var upcoming: Int

    mutating func next() -> Int? {
      guard upcoming >= 0 else { return nil }
      defer { upcoming = grid.nextSibling[upcoming] }
      return upcoming
    }
  }
}
