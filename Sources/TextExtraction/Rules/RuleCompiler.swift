import ConceptModel

/// Reads rule text line by line into a rule set; what is wrong becomes a diagnostic with its place.
struct RuleCompiler {
  var set: RuleSet
  let file: String
  let lines: [RuleLine]
  private(set) var diagnostics: [Diagnostic] = []

  init(set: RuleSet, file: String, text: String) {
    self.set = set
    self.file = file
    lines = RuleLine.lines(of: text)
  }

  mutating func compile() {
    // Lists and relations first, so that a rule may stand above what it uses.
    for line in lines where !line.isIndented {
      switch line.keyword {
      case "list": readList(line)
      case "relation": readRelation(line)
      case "rule": break
      default:
        report(
          line.keywordPlace, "unknown-rule-keyword", "a rules file has no \"\(line.keyword)\" lines",
          hint: "write list, relation or rule")
      }
    }
    var index = 0
    while index < lines.count {
      let line = lines[index]
      index += 1
      guard !line.isIndented, line.keyword == "rule" else { continue }
      var body: [RuleLine] = []
      while index < lines.count && lines[index].isIndented {
        body.append(lines[index])
        index += 1
      }
      readRule(line, body: body)
    }
    if let stray = lines.first, stray.isIndented {
      report(
        stray.keywordPlace, "rule-outside", "this line belongs to no rule", hint: "start with `rule ID summary`")
    }
  }

  mutating func report(_ place: Diagnostic.Place, _ code: String, _ message: String, hint: String?) {
    diagnostics.append(Diagnostic(code: code, message: message, file: file, place: place, hint: hint))
  }

  private var errorCount: Int { diagnostics.count }

  mutating func tokens(of line: RuleLine) -> [RuleToken] {
    var open: Diagnostic.Place?
    let tokens = line.tokens { open = $0 }
    if let open { report(open, "open-quotation", "this quotation does not end", hint: "add a \"") }
    return tokens
  }

  // MARK: Lists and relations

  private mutating func readList(_ line: RuleLine) {
    let parts = line.rest.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let name = parts[0].split(separator: " ").first else {
      return report(
        line.keywordPlace, "bad-list", "a list needs a name and words", hint: "list @name: word word word")
    }
    let key = name.hasPrefix("@") ? String(name.dropFirst()) : String(name)
    var words = set.lists[key] ?? WordSet()
    for word in parts[1].split(separator: " ") {
      if word.hasPrefix("@") {
        guard let other = set.lists[String(word.dropFirst())] else {
          report(line.keywordPlace, "unknown-list", "there is no list \(word)", hint: "define it above this line")
          continue
        }
        for number in other.numbers { words.insert(number) }
      } else {
        words.insert(set.table.insert(String(word)))
      }
    }
    set.lists[key] = words
  }

  private mutating func readRelation(_ line: RuleLine) {
    let tokens = tokens(of: line)
    guard case .word(let name) = tokens[0].kind, case .quoted(let reading) = tokens[1].kind else {
      return report(
        line.keywordPlace, "bad-relation", "a relation needs a name and a reading",
        hint: "relation name \"A does something to B\" symmetric transitive")
    }
    let flags = tokens.dropFirst(2).compactMap { if case .word(let flag) = $0.kind { flag } else { nil } }
    let isKnown = knownRelations.contains { $0.name == name }
    guard !isKnown else {
      return report(
        line.place(column: tokens[0].column, length: tokens[0].length), "known-relation",
        "there is a relation \"\(name)\" already", hint: "use it as it is")
    }
    set.relations.append(
      Relation(
        name: name, reading: reading, isSymmetric: flags.contains("symmetric"),
        isTransitive: flags.contains("transitive")))
  }

  var knownRelations: [Relation] { Relation.builtIn + set.relations }

  // MARK: Rules

  private mutating func readRule(_ header: RuleLine, body: [RuleLine]) {
    let before = errorCount
    let words = header.rest.split(separator: " ", maxSplits: 1)
    guard let id = words.first else {
      return report(header.keywordPlace, "bad-rule", "a rule needs an id", hint: "rule ID summary")
    }
    var rule = Rule(
      id: String(id), relation: "", deniedRelation: nil, confidence: 0.7, basis: .explicit,
      summary: words.count > 1 ? unquoted(words[1]) : "", heedsClause: true, examples: [], file: file,
      line: header.number, patterns: [], conditions: [])
    for line in body { readLine(line, into: &rule) }
    if rule.relation.isEmpty {
      report(header.keywordPlace, "rule-without-relation", "rule \(id) names no relation", hint: "add `relation is-a`")
    }
    if rule.patterns.isEmpty && errorCount == before {
      report(
        header.keywordPlace, "rule-without-pattern", "rule \(id) has no pattern", hint: "add a sequence or frame line")
    }
    if !rule.examples.contains(where: \.matches) || rule.examples.allSatisfy(\.matches) {
      report(
        header.keywordPlace, "rule-without-example", "rule \(id) needs a sentence that matches and one that does not",
        hint: "add a match line and a reject line")
    }
    guard errorCount == before else { return }
    if let index = set.rules.firstIndex(where: { $0.id == rule.id }) {
      set.rules[index] = rule
    } else {
      set.rules.append(rule)
    }
  }

  private mutating func readLine(_ line: RuleLine, into rule: inout Rule) {
    switch line.keyword {
    case "relation": rule.relation = relationName(line)
    case "denied": rule.deniedRelation = relationName(line)
    case "confidence": rule.confidence = confidence(line)
    case "basis": rule.basis = basis(line)
    case "scope": rule.heedsClause = scope(line)
    case "where": rule.conditions.append(contentsOf: condition(line))
    case "match", "reject": rule.examples.append(contentsOf: example(line))
    case "sequence": if let pattern = sequence(line) { rule.patterns.append(.sequence(pattern)) }
    case "frame": if let pattern = frame(line) { rule.patterns.append(.frame(pattern)) }
    default:
      report(
        line.keywordPlace, "unknown-rule-keyword", "a rule has no \"\(line.keyword)\" line",
        hint: "relation, denied, confidence, basis, scope, sequence, frame, where, match or reject")
    }
  }

  private mutating func relationName(_ line: RuleLine) -> String {
    let name = line.rest
    if knownRelations.contains(where: { $0.name == name }) { return name }
    let near = knownRelations.map(\.name).min { editDistance($0, name) < editDistance($1, name) }
    report(
      line.place(column: line.restColumn, length: name.unicodeScalars.count), "unknown-relation",
      "there is no relation \"\(name)\"",
      hint: near.map { "did you mean \"\($0)\"?   (list: distinguo relations)" })
    return name
  }

  private mutating func confidence(_ line: RuleLine) -> Double {
    if let value = Double(line.rest), value > 0, value <= 1 { return value }
    report(
      line.place(column: line.restColumn, length: line.rest.unicodeScalars.count), "bad-confidence",
      "a confidence lies between 0 and 1", hint: "write a number such as 0.8")
    return 0.5
  }

  private mutating func basis(_ line: RuleLine) -> Basis {
    if let basis = Basis(rawValue: line.rest), basis != .stated { return basis }
    report(
      line.place(column: line.restColumn, length: line.rest.unicodeScalars.count), "bad-basis",
      "a rule's basis is explicit, paraphrase or inferred", hint: "write one of the three")
    return .explicit
  }

  private mutating func scope(_ line: RuleLine) -> Bool {
    if line.rest != "clause" && line.rest != "phrase" {
      report(
        line.place(column: line.restColumn, length: line.rest.unicodeScalars.count), "bad-scope",
        "a rule's scope is clause or phrase", hint: "clause: negation around the match counts; phrase: it does not")
    }
    return line.rest != "phrase"
  }

  /// `"Sentence." => A -> B; C -> D`.
  private mutating func example(_ line: RuleLine) -> [RuleExample] {
    guard line.rest.hasPrefix("\""), let close = line.rest.dropFirst().lastIndex(of: "\"") else {
      report(
        line.keywordPlace, "bad-example", "an example is a sentence in quotation marks", hint: "match \"…\" => A -> B")
      return []
    }
    let text = String(line.rest[line.rest.index(after: line.rest.startIndex)..<close])
    let tail = line.rest[line.rest.index(after: close)...]
    var pairs: [RuleExample.Pair] = []
    if let arrow = tail.firstRange(of: "=>") {
      for part in tail[arrow.upperBound...].split(separator: ";") {
        guard let middle = part.firstRange(of: "->") else {
          report(line.keywordPlace, "bad-example", "an expected relation is written A -> B", hint: "=> A -> B; C -> D")
          continue
        }
        pairs.append(
          RuleExample.Pair(
            subject: trimmed(part[..<middle.lowerBound]), object: trimmed(part[middle.upperBound...])))
      }
    }
    return [
      RuleExample(
        matches: line.keyword == "match", text: text, expected: pairs,
        place: line.place(column: line.restColumn, length: text.unicodeScalars.count + 2))
    ]
  }

  private func unquoted(_ text: Substring) -> String {
    let plain = trimmed(text)
    return plain.count > 1 && plain.hasPrefix("\"") && plain.hasSuffix("\"")
      ? String(plain.dropFirst().dropLast()) : plain
  }

  private func trimmed(_ text: Substring) -> String {
    text.split(separator: " ").joined(separator: " ")
  }
}

extension StringProtocol {
  /// The first place of a short text within this one.
  func firstRange(of part: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      start = index(after: start)
    }
    return nil
  }
}

/// The least number of single-character changes from one word to another (Levenshtein).
func editDistance(_ a: String, _ b: String) -> Int {
  let left = Array(a.unicodeScalars)
  let right = Array(b.unicodeScalars)
  var row = Array(0...right.count)
  for (i, x) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, y) in right.enumerated() {
      let substitution = diagonal + (x == y ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(substitution, diagonal + 1, row[j] + 1)
    }
  }
  return row[right.count]
}
