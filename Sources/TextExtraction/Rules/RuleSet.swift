import ConceptModel

/// A compiled set of extraction rules with an index from words to the rules that they may start.
public struct RuleSet: Sendable {
  /// The rules in the order in which they were written.
  public internal(set) var rules: [Rule]
  /// Relations that the rule texts declare beyond the closed list.
  public internal(set) var relations: [Relation]
  var lists: [String: WordSet]
  var table: WordTable
  let core: CoreWords
  /// For each word number the patterns that it triggers, as indexes into `entries`.
  var sequenceIndex: [[Int32]] = []
  var frameIndex: [[Int32]] = []
  var entries: [Entry] = []

  /// One pattern of one rule; a class, so that trying it copies nothing.
  final class Entry: Sendable {
    let rule: Int
    let pattern: RulePattern

    init(rule: Int, pattern: RulePattern) {
      self.rule = rule
      self.pattern = pattern
    }
  }

  init() {
    rules = []
    relations = []
    lists = [:]
    table = WordTable()
    core = CoreWords(in: &table)
  }

  /// The rules that every run uses.
  public static let builtIn: RuleSet = {
    var set = RuleSet()
    for part in BuiltInRules.parts {
      let problems = set.read(part.text, file: part.name)
      assert(problems.isEmpty, problems.map { $0.rendered() }.joined(separator: "\n"))
    }
    return set
  }()

  /// Reads rule text; rules with errors are left out and told about.
  ///
  /// Lists of the built-in rules may be used. The result holds the rules of the text alone; join it with
  /// `RuleSet.builtIn.adding(_:)`.
  public static func parse(_ text: String, file: String) -> (RuleSet, [Diagnostic]) {
    var set = RuleSet.builtIn
    set.removeRules()
    let diagnostics = set.read(text, file: file)
    return (set, diagnostics)
  }

  /// This set with the rules of another behind its own; a rule with the id of an earlier one takes its place.
  public func adding(_ other: RuleSet) -> RuleSet {
    // Both number words alike only if one grew out of the other; reading the text again is always right.
    var sum = self
    for source in other.sources { _ = sum.read(source.text, file: source.name) }
    return sum
  }

  /// The texts that the rules of this set were read from.
  var sources: [BuiltInRules.Part] = []

  /// The problems of the built-in rule texts; empty unless a text is broken.
  public static func builtInDiagnostics() -> [Diagnostic] {
    var set = RuleSet()
    return BuiltInRules.parts.flatMap { set.read($0.text, file: $0.name) }
  }

  private mutating func removeRules() {
    rules = []
    sources = []
    rebuildIndex()
  }

  /// Reads rule text into this set.
  mutating func read(_ text: String, file: String) -> [Diagnostic] {
    var compiler = RuleCompiler(set: self, file: file, text: text)
    compiler.compile()
    self = compiler.set
    sources.append(BuiltInRules.Part(name: file, text: text))
    rebuildIndex()
    return compiler.diagnostics
  }

  private mutating func rebuildIndex() {
    entries = []
    sequenceIndex = [[Int32]](repeating: [], count: table.words.count)
    frameIndex = [[Int32]](repeating: [], count: table.words.count)
    for (ruleIndex, rule) in rules.enumerated() {
      for pattern in rule.patterns {
        let entry = Int32(entries.count)
        entries.append(Entry(rule: ruleIndex, pattern: pattern))
        switch pattern {
        case .sequence(let sequence):
          for word in Set(sequence.triggers).sorted() { sequenceIndex[Int(word)].append(entry) }
        case .frame(let frame):
          for word in Set(frame.predicates.map(\.lemma)).sorted() { frameIndex[Int(word)].append(entry) }
        }
      }
    }
  }
}
