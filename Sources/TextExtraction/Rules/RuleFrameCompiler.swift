import ConceptModel

/// Reads a `frame` line: `verb lead|result (subject: A, to|in: B)`.
struct FrameParser {
  var tokens: [RuleToken]
  var index = 0
  var table: WordTable
  let lists: [String: WordSet]
  var failure: (token: RuleToken, message: String, hint: String)?
  var captures: Set<Capture> = []

  private var current: RuleToken { tokens[min(index, tokens.count - 1)] }

  private mutating func fail(_ message: String, _ hint: String) {
    if failure == nil { failure = (current, message, hint) }
    index = tokens.count - 1
  }

  private mutating func take(_ sign: Character) -> Bool {
    guard current.kind == .sign(sign) else { return false }
    index += 1
    return true
  }

  mutating func parse() -> FramePattern? {
    guard case .word(let name) = current.kind, let kind = FramePattern.Kind(rawValue: name) else {
      fail("a frame starts with its kind", "verb, adjective, noun or copula")
      return nil
    }
    index += 1
    var predicates: [FramePattern.Predicate] = []
    if kind == .copula {
      predicates = [FramePattern.Predicate(lemma: table.insert("be"), particle: 0)]
    } else {
      repeat { predicates.append(contentsOf: predicate()) } while take("|")
    }
    guard take("(") else {
      fail("the arguments stand in round brackets", "write (subject: A, object: B)")
      return nil
    }
    var arguments: [FramePattern.Argument] = []
    repeat { if let argument = argument() { arguments.append(argument) } } while take(",")
    if !take(")") { fail("this bracket is not closed", "add )") }
    if current.kind != .end && failure == nil { fail("the frame ends with its arguments", "remove the rest") }
    return failure == nil ? FramePattern(kind: kind, predicates: predicates, arguments: arguments) : nil
  }

  private mutating func predicate() -> [FramePattern.Predicate] {
    defer { index += 1 }
    switch current.kind {
    case .word(let word): return [FramePattern.Predicate(lemma: table.insert(word), particle: 0)]
    case .quoted(let text):
      let words = text.split(separator: " ").map(String.init)
      guard words.count == 2 else { break }
      return [FramePattern.Predicate(lemma: table.insert(words[0]), particle: table.insert(words[1]))]
    case .list(let name):
      guard let set = list(name) else { return [] }
      return set.numbers.map { FramePattern.Predicate(lemma: $0, particle: 0) }
    default: break
    }
    fail("a predicate is a lemma, \"verb particle\" or @list", "write verb lead|@causing (…)")
    return []
  }

  private mutating func list(_ name: String) -> WordSet? {
    if let set = lists[name] { return set }
    let near = lists.keys.sorted().min { editDistance($0, name) < editDistance($1, name) }
    fail("there is no list @\(name)", near.map { "did you mean @\($0)?" } ?? "define it: list @\(name): …")
    return nil
  }

  private mutating func argument() -> FramePattern.Argument? {
    let presence: FramePattern.Argument.Presence = take("?") ? .optional : take("!") ? .absent : .required
    var paths = [path()]
    while take("|") { paths.append(path()) }
    guard failure == nil else { return nil }
    let filler = take(":") ? filler() : .anything
    return FramePattern.Argument(presence: presence, paths: paths, filler: filler)
  }

  private mutating func path() -> [Role] {
    var roles: [Role] = []
    repeat {
      guard case .word(let name) = current.kind else {
        fail("a role is missing", "subject, object, complement, a preposition …")
        return []
      }
      index += 1
      roles.append(role(name))
    } while take(".")
    return roles
  }

  private mutating func role(_ name: String) -> Role {
    switch name {
    case "subject": return .subject
    case "object": return .object
    case "indirect": return .indirect
    case "complement": return .complement
    case "itself": return .itself
    case "to-do": return .infinitive
    case "clause": return .clause
    case "possessor": return .possessor
    case "compound": return .compound
    case "identity": return .identity
    default:
      if name.hasSuffix("-doing") { return .gerund(table.insert(String(name.dropLast(6)))) }
      return .preposition(table.insert(name))
    }
  }

  private mutating func filler() -> FramePattern.Filler {
    if case .word(let word) = current.kind, word.count == 1, let letter = word.first, letter.isUppercase {
      guard let capture = Capture(letter: letter) else {
        fail("there is no capture \(letter)", "A and B are subject and object, H the holder, X anything")
        return .anything
      }
      index += 1
      captures.insert(capture)
      guard take("&") else { return .capture(capture) }
      guard case .word(let other) = current.kind, let second = other.first.flatMap(Capture.init(letter:)) else {
        fail("a pair names two captures", "write between: A & B")
        return .anything
      }
      index += 1
      captures.insert(second)
      return .pair(capture, second)
    }
    var words = WordSet()
    repeat {
      switch current.kind {
      case .word(let word): words.insert(table.insert(word))
      case .list(let name): for number in list(name)?.numbers ?? [] { words.insert(number) }
      default:
        fail("an argument is a capture, words or a @list", "write object: A or object: rise|@list")
        return .anything
      }
      index += 1
    } while take("|")
    return .words(words)
  }
}

extension RuleCompiler {
  /// Compiles a `frame` line.
  mutating func frame(_ line: RuleLine) -> FramePattern? {
    var parser = FrameParser(tokens: tokens(of: line), table: set.table, lists: set.lists)
    let pattern = parser.parse()
    set.table = parser.table
    if let failure = parser.failure {
      report(
        line.place(column: failure.token.column, length: failure.token.length), "bad-pattern", failure.message,
        hint: failure.hint)
      return nil
    }
    guard parser.captures.contains(.a), parser.captures.contains(.b) else {
      report(
        line.place(column: line.restColumn, length: line.rest.unicodeScalars.count), "bad-pattern",
        "a pattern captures A and B", hint: "write (subject: A, object: B)")
      return nil
    }
    return pattern
  }

  /// Reads `where B determiner a|an|none`.
  mutating func condition(_ line: RuleLine) -> [CaptureCondition] {
    var tokens = tokens(of: line)
    func bad(_ token: RuleToken, _ message: String, _ hint: String) -> [CaptureCondition] {
      report(line.place(column: token.column, length: token.length), "bad-condition", message, hint: hint)
      return []
    }
    guard case .word(let name) = tokens[0].kind, let capture = name.first.flatMap(Capture.init(letter:)) else {
      return bad(tokens[0], "a condition starts with a capture", "where B lemma not @vague")
    }
    guard tokens.count > 1, case .word(let key) = tokens[1].kind,
      let property = CaptureCondition.Property(rawValue: key)
    else {
      return bad(
        tokens[min(1, tokens.count - 1)], "a condition names a property of the capture",
        CaptureCondition.Property.allCases.map(\.rawValue).joined(separator: ", "))
    }
    tokens.removeFirst(2)
    var result = CaptureCondition(
      capture: capture, property: property, isNegated: false, words: WordSet(), tags: [], flag: false)
    if tokens.first?.kind == .word("not") {
      result.isNegated = true
      tokens.removeFirst()
    }
    for token in tokens where token.kind != .sign("|") && token.kind != .end {
      if let problem = add(token, to: &result) { return bad(token, problem.message, problem.hint) }
    }
    return [result]
  }

  /// Adds one value to a condition, or tells what is wrong with it.
  private mutating func add(
    _ token: RuleToken, to condition: inout CaptureCondition
  ) -> (message: String, hint: String)? {
    switch token.kind {
    case .word("none"), .word("plural"): condition.flag = true
    case .word(let word) where condition.property == .tag:
      guard let tag = UniversalTag.allCases.first(where: { $0.name == word }) else {
        return ("there is no tag \(word)", "Universal Dependencies tags: NOUN, VERB, ADJ …")
      }
      condition.tags.insert(tag)
    case .word(let word) where condition.property == .arc, .quoted(let word) where condition.property == .arc:
      condition.arcs.insert(Arc(label: word))
    case .word(let word), .quoted(let word): condition.words.insert(set.table.insert(word))
    case .list(let list):
      guard let words = set.lists[list] else {
        return ("there is no list @\(list)", "define it: list @\(list): …")
      }
      for number in words.numbers { condition.words.insert(number) }
    default: return ("this is no value", "words, @lists or tags, with | between them")
    }
    return nil
  }
}
