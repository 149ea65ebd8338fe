/// Parses one sentence at a time, what stands in brackets and quoted clauses apart from what is around them.
final class SentenceParsing {
  /// Enclosures within enclosures are taken apart this deep.
  private static let deepest = 3

  private let model: LanguageModel
  private let parser: Parser
  private let words: UnsafeMutablePointer<Int32>
  private let tags: UnsafeMutablePointer<UInt8>
  /// The token that a word of the parser stands for.
  private let places: UnsafeMutablePointer<Int32>
  private let labels: NamedLabels
  private let repairs: TreeRepairs
  private let missing: Set<Remedy>
  private let nounTag: UInt8
  private let nounWord: Int32

  /// The labels that arcs between the parts of a sentence get.
  private struct NamedLabels {
    var punct: UInt8
    var appos: UInt8
    var parataxis: UInt8
    var nmod: UInt8
    var dep: UInt8

    init(_ names: [String]) {
      func label(_ name: String) -> UInt8 { UInt8(truncatingIfNeeded: names.firstIndex(of: name) ?? 0) }
      punct = label("punct")
      appos = label("appos")
      parataxis = label("parataxis")
      nmod = label("nmod")
      dep = label("dep")
    }
  }

  init(_ nets: TrainedNets, without missing: Set<Remedy> = []) {
    self.missing = missing
    model = nets.model
    parser = Parser(nets.parser)
    words = .allocate(capacity: Parser.longest)
    tags = .allocate(capacity: Parser.longest)
    places = .allocate(capacity: Parser.longest)
    labels = NamedLabels(nets.model.labelNames)
    repairs = TreeRepairs(nets.model)
    nounTag = UInt8(truncatingIfNeeded: nets.model.tagNames.firstIndex(of: "NOUN NN") ?? 0)
    // What a quoted clause is to the words around it: a noun of which nothing more is known.
    let form = Array("statement".utf8).withUnsafeBufferPointer { WordFeatures($0, isFirst: false) }
    nounWord = Int32(max(0, nets.model.row(ofWord: form.word)))
  }

  deinit {
    words.deallocate()
    tags.deallocate()
    places.deallocate()
  }

  /// Gives the tokens of a sentence their heads; false when it is longer than the splitter makes them.
  func parse(
    _ tokens: UnsafeMutablePointer<Token>, _ tagged: UnsafePointer<TaggedWord>, _ range: Range<Int>,
    text: UnsafePointer<UInt8>
  ) -> Bool {
    let enclosures = EnclosureFinder(text: text, tokens: tokens).find(in: range)
    guard range.count <= Parser.longest else { return false }
    let part = Part(tokens: tokens, tagged: tagged, origin: range.lowerBound)
    let isolated = enclosures.filter { isSeparable($0, part) }
    var root = parse(part, range, isolated[...], depth: 0)
    tokens[root].head = -1
    root -= range.lowerBound
    if !missing.contains(.repairs) {
      repairs.mend(tokens + range.lowerBound, tagged + range.lowerBound, count: range.count, root: &root)
    }
    root += range.lowerBound
    tokens[root].head = -1
    tokens[root].dependency = UInt8(truncatingIfNeeded: model.rootLabel)
    return true
  }

  /// The tokens and tags of a sentence, and where it starts.
  private struct Part {
    var tokens: UnsafeMutablePointer<Token>
    var tagged: UnsafePointer<TaggedWord>
    var origin: Int

    func attach(_ token: Int, to head: Int, _ label: UInt8, _ confidence: UInt8 = 255) {
      tokens[token].head = Int32(truncatingIfNeeded: head - origin)
      tokens[token].dependency = label
      tokens[token].arcConfidence = confidence
    }
  }

  /// Whether an enclosure is parsed by itself.
  private func isSeparable(_ enclosure: Enclosure, _ part: Part) -> Bool {
    let inner = enclosure.open + 1..<enclosure.close
    guard !inner.isEmpty, !missing.contains(enclosure.kind == .brackets ? .brackets : .quotations) else {
      return false
    }
    if enclosure.kind == .brackets {
      // `word(s)` is one word with a bracket in it.
      return enclosure.open == part.origin || part.tokens[enclosure.open - 1].flags.contains(.spaceAfter)
    }
    // After `that`, `whether` or `if` the sentence goes on within the quotation marks.
    if enclosure.open > part.origin && part.tokens[enclosure.open - 1].tag == .sconj { return false }
    return inner.count >= 3 && inner.contains { isFinite($0, part) }
  }

  private func isFinite(_ index: Int, _ part: Part) -> Bool {
    let name = model.penn.names[Int(part.tokens[index].penn)]
    return name == "VBZ" || name == "VBP" || name == "VBD" || name == "MD"
  }

  /// Parses a range with the enclosures in it and returns its root.
  private func parse(_ part: Part, _ range: Range<Int>, _ enclosures: ArraySlice<Enclosure>, depth: Int) -> Int {
    var outer: [(enclosure: Enclosure, root: Int)] = []
    var rest = enclosures
    while let first = rest.popFirst() {
      guard depth < SentenceParsing.deepest else { break }
      let inner = first.open + 1..<first.close
      let isWhole = first.open == range.lowerBound && first.close >= range.upperBound - 2
      let nested = rest.prefix { $0.open < first.close }
      // What encloses everything leaves nothing to be parsed around it.
      if isWhole { continue }
      rest = rest.dropFirst(nested.count)
      outer.append((first, parse(part, inner, nested, depth: depth + 1)))
    }
    let root = parseOuter(part, range, outer)
    for (enclosure, innerRoot) in outer { join(part, enclosure, innerRoot, range, root) }
    // Lay-out before the first word was attached to the first token of the range.
    var index = range.lowerBound
    while index < range.upperBound && part.tokens[index].flags.contains(.layout) && index != root {
      part.attach(index, to: root, labels.punct)
      index += 1
    }
    return root
  }

  /// Parses the tokens of a range outside of enclosures; a quotation counts as one noun.
  private func parseOuter(_ part: Part, _ range: Range<Int>, _ enclosures: [(enclosure: Enclosure, root: Int)]) -> Int {
    var count = 0
    var index = range.lowerBound
    var next = 0
    var last = -1
    while index < range.upperBound {
      if next < enclosures.count && enclosures[next].enclosure.open == index {
        let (enclosure, root) = enclosures[next]
        if enclosure.kind == .quotation {
          add(nounWord, nounTag, root, &count)
        }
        index = enclosure.close + 1
        next += 1
        continue
      }
      if part.tokens[index].flags.contains(.layout) {
        // What stands before the first word is attached to the root in the end.
        part.attach(index, to: max(last, range.lowerBound), labels.punct)
      } else {
        add(part.tagged[index].word, part.tagged[index].tag, index, &count)
        last = index
      }
      index += 1
    }
    guard count > 0 else { return enclosures.first?.root ?? range.lowerBound }
    parser.parse(words: words, tags: tags, count: count)
    var root = Int(places[0])
    for word in 0..<count {
      let head = Int(parser.state.heads[word])
      let token = Int(places[word])
      if head == count {
        root = token
        part.tokens[token].arcConfidence = parser.confidences[word]
      } else {
        part.attach(
          token, to: Int(places[head]), UInt8(truncatingIfNeeded: parser.state.labels[word]), parser.confidences[word])
      }
    }
    return root
  }

  private func add(_ word: Int32, _ tag: UInt8, _ place: Int, _ count: inout Int) {
    words[count] = word
    tags[count] = tag
    places[count] = Int32(truncatingIfNeeded: place)
    count += 1
  }

  /// Attaches the marks of an enclosure, and what stands in brackets.
  private func join(_ part: Part, _ enclosure: Enclosure, _ inner: Int, _ range: Range<Int>, _ root: Int) {
    part.attach(enclosure.open, to: inner, labels.punct)
    part.attach(enclosure.close, to: inner, labels.punct)
    guard enclosure.kind == .brackets, inner != root else { return }
    let (head, label) = place(part, enclosure, inner, range, root)
    part.attach(inner, to: head == inner ? root : head, label, 128)
  }

  /// Where what stands in brackets hangs, by the habits of the treebanks: names for the noun before it, references and
  /// clauses on the sentence.
  private func place(
    _ part: Part, _ enclosure: Enclosure, _ inner: Int, _ range: Range<Int>, _ root: Int
  ) -> (head: Int, label: UInt8) {
    var previous = enclosure.open - 1
    while previous > range.lowerBound && part.tokens[previous].tag == .punct { previous -= 1 }
    guard previous >= range.lowerBound else { return (root, labels.parataxis) }
    if isReference(enclosure, inner, part) {
      // References in a row hang on the first of them.
      let isNext = part.tokens[previous].tag == .num && part.tokens[previous].flags.contains(.bracketed)
      return (isNext ? previous : root, labels.dep)
    }
    guard isNominal(previous, part) else { return (root, labels.parataxis) }
    switch part.tokens[inner].tag {
    case .noun, .propn: return (previous, labels.appos)
    case .num: return (previous, labels.nmod)
    case .verb, .aux: return (root, labels.parataxis)
    default: return (previous, labels.parataxis)
    }
  }

  /// `[12]`, `(Smith, 2019)`
  private func isReference(_ enclosure: Enclosure, _ inner: Int, _ part: Part) -> Bool {
    if enclosure.isSquare && part.tokens[inner].tag == .num { return true }
    return part.tokens[inner].tag == .propn
      && (enclosure.open + 1..<enclosure.close).contains { index in
        part.tokens[index].tag == .num && part.tokens[index].end - part.tokens[index].start == 4
      }
  }

  private func isNominal(_ index: Int, _ part: Part) -> Bool {
    let tag = part.tokens[index].tag
    return tag == .noun || tag == .propn || tag == .num
  }
}
