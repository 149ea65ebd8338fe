import ConceptModel

extension RuleSet {
  /// Runs the examples of the rules; what does not come out as written is told with its place.
  public func checkExamples(analyzer: LinguisticAnalyzer) -> [Diagnostic] {
    checkExamples { analyzer.analyze(RuleExample.document(of: $0)) }
  }

  /// The same over any analysis.
  func checkExamples(analyze: (String) -> AnalyzedDocument) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for rule in rules {
      for example in rule.examples {
        let analyzed = analyze(example.text)
        let found = RelationFinder.find(in: analyzed, rules: self, only: rule.id)
        if let problem = example.problem(with: found, in: analyzed, rule: rule) { diagnostics.append(problem) }
      }
    }
    return diagnostics
  }
}

extension RuleExample {
  /// The sentence as a document of one paragraph.
  static func document(of text: String) -> Document {
    let bytes = Array(text.utf8)
    return Document(
      info: DocumentInfo(id: DocumentID("example")), text: bytes, offsets: .identity(count: bytes.count),
      sourceLines: LineIndex(bytes), blocks: [Block(kind: .paragraph, range: 0..<bytes.count)])
  }

  func problem(with found: [RelationCandidate], in analyzed: AnalyzedDocument, rule: Rule) -> Diagnostic? {
    func text(_ range: Range<Int>) -> String { String(decoding: analyzed.document.text[range], as: UTF8.self) }
    let pairs = found.map { Pair(subject: text($0.subject), object: text($0.object)) }
    let shown = pairs.isEmpty ? "nothing" : pairs.map { "\($0.subject) -> \($0.object)" }.joined(separator: "; ")
    if !matches {
      guard !pairs.isEmpty else { return nil }
      return Diagnostic(
        code: "example-matched", message: "rule \(rule.id) finds \(shown) in a sentence that it should leave alone",
        file: rule.file, place: place, hint: "narrow the pattern or add a where line")
    }
    let missing = expected.filter { !pairs.contains($0) }
    guard pairs.isEmpty || !missing.isEmpty else { return nil }
    return Diagnostic(
      code: "example-failed", message: "rule \(rule.id) finds \(shown)", file: rule.file, place: place,
      hint: missing.isEmpty
        ? "the sentence should match"
        : "expected \(missing.map { "\($0.subject) -> \($0.object)" }.joined(separator: "; "))")
  }
}
