@_spi(Training) import TextExtraction

/// Rules that turn a form with its fine-grained tag into a lemma, learned from the word types of the training data.
struct LemmaRules {
  private struct Group: Hashable {
    var penn: Int
    var isCapital: Bool
  }
  private struct WordType {
    var normal: [UInt8]
    var edit: LemmaEdit
  }

  private(set) var rules: [UInt32: LemmaEdit] = [:]

  init(_ sentences: [[TreebankWord]], lexicon: Lexicon) {
    let penns = PennTags(lexicon.tagNames).names
    let index = Dictionary(uniqueKeysWithValues: penns.enumerated().map { ($1, $0) })
    var counts: [Group: [[UInt8]: [LemmaEdit: Int]]] = [:]
    var normal: [UInt8] = []
    for word in sentences.joined() {
      guard let penn = index[word.penn] else { continue }
      let form = Array(word.form.utf8)
      form.withUnsafeBufferPointer { WordFeatures.normalize($0, into: &normal) }
      guard let edit = LemmaRules.edit(form: form, normal: normal, lemma: Array(word.lemma.utf8)) else { continue }
      let group = Group(penn: penn, isCapital: word.features(isFirst: false).isCapital)
      counts[group, default: [:]][normal, default: [:]][edit, default: 0] += 1
    }
    for (group, types) in counts {
      learn(group, types.map { WordType(normal: $0.key, edit: LemmaRules.commonest($0.value)) })
    }
  }

  /// Orders edits, so that ties fall the same way on every run.
  private static func isBefore(_ a: LemmaEdit, _ b: LemmaEdit) -> Bool {
    a.encoded.lexicographicallyPrecedes(b.encoded)
  }

  private static func commonest(_ counts: [LemmaEdit: Int]) -> LemmaEdit {
    let best = counts.max { $0.value == $1.value ? isBefore($1.key, $0.key) : $0.value < $1.value }
    return best?.key ?? LemmaEdit(lowers: true, strip: 0, append: [])
  }

  private static func edit(form: [UInt8], normal: [UInt8], lemma: [UInt8]) -> LemmaEdit? {
    let lower = zip(normal, lemma).prefix { $0 == $1 }.count
    let kept = zip(form, lemma).prefix { $0 == $1 }.count
    let keeps = kept > lower
    let strip = keeps ? form.count - kept : normal.count - lower
    let append = Array(lemma.dropFirst(keeps ? kept : lower))
    guard strip < 256, append.count <= LemmaEdit.longestAppend else { return nil }
    return LemmaEdit(lowers: !keeps, strip: strip, append: append)
  }

  private mutating func learn(_ group: Group, _ types: [WordType]) {
    var byEnding: [[UInt8]: [LemmaEdit: Int]] = [:]
    for type in types {
      for length in 0...min(LemmaEdit.longestEnding, type.normal.count) {
        byEnding[Array(type.normal.suffix(length)), default: [:]][type.edit, default: 0] += 1
      }
    }
    var kept: [[UInt8]: LemmaEdit] = [:]
    for ending in byEnding.keys.sorted(by: { ($0.count, $0.description) < ($1.count, $1.description) }) {
      guard let counts = byEnding[ending] else { continue }
      let best = LemmaRules.commonest(counts)
      let share = counts[best] ?? 0
      let total = counts.values.reduce(0, +)
      let isReliable = share >= 2 && share * 10 >= total * 6
      let shorter = LemmaRules.apply(kept, to: ending, below: ending.count)
      if ending.isEmpty || isReliable && shorter != best { kept[ending] = best }
    }
    for (ending, edit) in kept { add(group, ending, isWhole: false, edit) }
    for type in types where LemmaRules.apply(kept, to: type.normal, below: LemmaEdit.longestEnding + 1) != type.edit {
      add(group, type.normal, isWhole: true, type.edit)
    }
  }

  private static func apply(_ kept: [[UInt8]: LemmaEdit], to word: [UInt8], below limit: Int) -> LemmaEdit? {
    for length in stride(from: min(limit - 1, word.count), through: 0, by: -1) {
      if let edit = kept[Array(word.suffix(length))] { return edit }
    }
    return nil
  }

  private mutating func add(_ group: Group, _ ending: [UInt8], isWhole: Bool, _ edit: LemmaEdit) {
    let key = ending.withUnsafeBufferPointer {
      LemmaEdit.key(penn: group.penn, isCapital: group.isCapital, isWhole: isWhole, $0)
    }
    rules[key] = edit
  }
}
