/// A word between tagging and parsing.
struct TaggedWord {
  /// Its row of the parser's words.
  var word: Int32
  /// Its tag among the model's tags.
  var tag: UInt8
  /// Written in capitals throughout.
  var isCapital: Bool
  /// Among the words that the model knows.
  var isKnown: Bool
}

/// Tags one sentence at a time.
final class SentenceTagging {
  let model: LanguageModel
  private let tagger: Tagger
  private let features: UnsafeMutablePointer<WordFeatures>
  private let rows: UnsafeMutablePointer<Int32>
  private let tags: UnsafeMutablePointer<UInt8>
  /// The tokens that are words or marks of the text and not lay-out.
  private let places: UnsafeMutablePointer<Int32>
  private let layoutTags: (mark: UInt8, number: UInt8)
  private let foreignAdverb: UInt8?
  private let symbol: UInt8?
  private let noun: UInt8?
  private let findsVerbs: Bool
  /// How far below the score of a noun that of a verb may lie for the noun to be taken for one.
  private let finiteReach: Int32

  init(_ nets: TrainedNets, without missing: Set<Remedy> = []) {
    model = nets.model
    tagger = Tagger(nets.tagger)
    features = .allocate(capacity: Tagger.longest)
    rows = .allocate(capacity: Tagger.longest)
    tags = .allocate(capacity: Tagger.longest)
    places = .allocate(capacity: Tagger.longest)
    func tag(_ name: String) -> UInt8? { nets.model.tagNames.firstIndex(of: name).map { UInt8($0) } }
    layoutTags = (tag("PUNCT :") ?? 0, tag("NUM CD") ?? 0)
    foreignAdverb = missing.contains(.fixedTags) ? nil : tag("ADV FW")
    symbol = missing.contains(.fixedTags) ? nil : tag("SYM SYM")
    noun = missing.contains(.fixedTags) ? nil : tag("NOUN NN")
    findsVerbs = !missing.contains(.finiteVerbs)
    // 4.6 units: a reading as a verb that is a hundred times less likely than the best one.
    finiteReach = Int32(clamping: Int(nets.model.parameters[ModelParameter.tagUnit]) * 23 / 5)
  }

  deinit {
    features.deallocate()
    rows.deallocate()
    tags.deallocate()
    places.deallocate()
  }

  /// Tags the tokens of a sentence; what is longer than the tagger takes is tagged piece by piece.
  func tag(
    _ tokens: UnsafePointer<Token>, _ range: Range<Int>, text: UnsafePointer<UInt8>,
    into words: UnsafeMutablePointer<TaggedWord>
  ) {
    var count = 0
    var isFirst = true
    for index in range {
      let start = Int(tokens[index].start)
      if tokens[index].flags.contains(.layout) {
        let tag = isDigit(text[start]) ? layoutTags.number : layoutTags.mark
        words[index] = TaggedWord(word: Int32(model.vocabulary.count), tag: tag, isCapital: false, isKnown: false)
        continue
      }
      let form = UnsafeBufferPointer(start: text + start, count: tokens[index].range.count)
      features[count] = WordFeatures(form, isFirst: isFirst)
      rows[count] = Int32(truncatingIfNeeded: model.row(ofWord: features[count].word))
      places[count] = Int32(truncatingIfNeeded: index)
      isFirst = false
      count += 1
      if count == Tagger.longest { flush(&count, text: text, tokens, into: words) }
    }
    flush(&count, text: text, tokens, into: words)
  }

  private func flush(
    _ count: inout Int, text: UnsafePointer<UInt8>, _ tokens: UnsafePointer<Token>,
    into words: UnsafeMutablePointer<TaggedWord>
  ) {
    tagger.tag(features, words: rows, count: count, into: tags)
    if findsVerbs && endsStatement(count, tokens, text) { findVerb(count) }
    for index in 0..<count {
      let isKnown = rows[index] >= 0
      let bucket = Int32(truncatingIfNeeded: model.vocabulary.count + Int(features[index].bucket))
      let token = tokens[Int(places[index])]
      if let foreignAdverb, isLatinAbbreviation(token, text) { tags[index] = foreignAdverb }
      if let noun, index > 0, isBaseVerb(index), callsForNoun(tokens[Int(places[index - 1])], index - 1, text) {
        tags[index] = noun
      }
      if let noun, index > 1, namesItself(index, of: count) { tags[index] = noun }
      if let symbol, MathSymbols.fill(token.range, text) { tags[index] = symbol }
      words[Int(places[index])] = TaggedWord(
        word: isKnown ? rows[index] : bucket, tag: tags[index], isCapital: features[index].isCapital, isKnown: isKnown)
    }
    count = 0
  }

  /// Whether the words are a whole sentence with a full stop.
  private func endsStatement(_ count: Int, _ tokens: UnsafePointer<Token>, _ text: UnsafePointer<UInt8>) -> Bool {
    guard count >= 4 else { return false }
    let last = tokens[Int(places[count - 1])]
    return last.end - last.start == 1 && text[Int(last.start)] == 0x2E
  }

  /// Sees to it that a statement has a finite verb: where the tagger found no verb, the plural noun or participle after
  /// a noun that is nearest to one is it (`The delay worries many engineers.`), unless it is far from it.
  private func findVerb(_ count: Int) {
    var best = -1
    for index in 0..<count {
      switch pennName(index) {
      case "VBZ", "VBP", "VBD", "MD", "VB": return
      case "NNS", "VBN":
        // A subject stands before it and something after it.
        guard index > 0, index < count - 2, isNoun(index - 1), !isNoun(index + 1) else { continue }
        if best < 0 || tagger.finiteDistances[index] < tagger.finiteDistances[best] { best = index }
      default: continue
      }
    }
    guard best > 0, tagger.finiteDistances[best] < finiteReach else { return }
    tags[best] = tagger.finiteTags[best]
  }

  private func isBaseVerb(_ index: Int) -> Bool {
    let name = pennName(index)
    return name == "VB" || name == "VBP"
  }

  /// Whether no verb can stand right behind a word: an article, or a preposition that has no other use.
  private func callsForNoun(_ token: Token, _ index: Int, _ text: UnsafePointer<UInt8>) -> Bool {
    let tag = model.universalTags[Int(tags[index])]
    guard tag == .adp || tag == .sconj || tag == .det, token.range.count <= 7 else { return false }
    let form = String(
      decoding: UnsafeBufferPointer(start: text + Int(token.start), count: token.range.count), as: UTF8.self)
    return Self.nounCallers.contains(form.lowercased())
  }

  /// "a civil wrong that …", "a constant which …": an adjective between another one behind an article and a relative
  /// pronoun is the noun that both belong to.
  private func namesItself(_ index: Int, of count: Int) -> Bool {
    guard index + 1 < count, pennName(index) == "JJ", pennName(index - 1) == "JJ", pennName(index - 2) == "DT" else {
      return false
    }
    let next = pennName(index + 1)
    return next == "WDT" || next == "WP"
  }

  private static let nounCallers: Set<String> = [
    "a", "an", "the", "of", "for", "by", "with", "from", "into", "between", "via", "without", "through", "within",
  ]

  private func pennName(_ index: Int) -> String { model.penn.names[Int(model.penn.index[Int(tags[index])])] }

  private func isNoun(_ index: Int) -> Bool {
    let tag = model.universalTags[Int(tags[index])]
    return tag == .noun || tag == .propn
  }

  /// `i.e.` and `e.g.`, with or without the last stop.
  private func isLatinAbbreviation(_ token: Token, _ text: UnsafePointer<UInt8>) -> Bool {
    let start = Int(token.start)
    let length = Int(token.end) - start
    guard length == 3 || length == 4 && text[start + 3] == 0x2E, text[start + 1] == 0x2E else { return false }
    let first = lowered(text[start])
    let last = lowered(text[start + 2])
    return first == 0x69 && last == 0x65 || first == 0x65 && last == 0x67
  }
}
