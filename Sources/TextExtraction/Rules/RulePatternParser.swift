import ConceptModel

/// A parsed sequence pattern before it is turned into steps.
indirect enum SequenceNode {
  case test(TokenTest, literals: WordSet?)
  case phrase
  case list
  case capture(Capture, SequenceNode)
  case concat([SequenceNode])
  case choice([SequenceNode])
  case repeated(SequenceNode, min: Int, max: Int?)
  case refuse(SequenceNode)
  case start
  case end
}

/// Reads the pattern of one `sequence` line.
struct SequenceParser {
  var tokens: [RuleToken]
  var index = 0
  var table: WordTable
  let lists: [String: WordSet]
  /// The first error: the token it stands at, what is wrong, what to do.
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

  mutating func parse() -> SequenceNode {
    let node = choice()
    if current.kind != .end && failure == nil {
      fail("the pattern should end here", "remove the rest or open a bracket")
    }
    return node
  }

  private mutating func choice() -> SequenceNode {
    var branches = [concat()]
    while take("|") { branches.append(concat()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func concat() -> SequenceNode {
    var parts: [SequenceNode] = []
    while failure == nil, current.kind != .end, current.kind != .sign("|"), current.kind != .sign(")") {
      parts.append(contentsOf: repeated())
    }
    if parts.isEmpty && failure == nil { fail("a part of the pattern is empty", "write a word, NP, LIST or [test]") }
    return .concat(parts)
  }

  private mutating func repeated() -> [SequenceNode] {
    var nodes = atom()
    guard let last = nodes.last else { return [] }
    if take("?") {
      nodes[nodes.count - 1] = .repeated(last, min: 0, max: 1)
    } else if take("*") {
      nodes[nodes.count - 1] = .repeated(last, min: 0, max: nil)
    } else if take("+") {
      nodes[nodes.count - 1] = .repeated(last, min: 1, max: nil)
    } else if take("{") {
      nodes[nodes.count - 1] = bounded(last)
    }
    return nodes
  }

  private mutating func bounded(_ node: SequenceNode) -> SequenceNode {
    guard let low = number(), take(","), let high = number(), take("}"), low <= high else {
      fail("a repetition is written {0,3}", "two numbers, the smaller first")
      return node
    }
    return .repeated(node, min: low, max: high)
  }

  private mutating func number() -> Int? {
    guard case .word(let text) = current.kind, let value = Int(text) else { return nil }
    index += 1
    return value
  }

  private mutating func atom() -> [SequenceNode] {
    let token = current
    index += 1
    switch token.kind {
    case .word("NP"): return [.phrase]
    case .word("LIST"): return [.list]
    case .word(let word): return wordOrCapture(word)
    case .quoted(let text): return text.split(separator: " ").map { literal(String($0)) }
    case .list(let name):
      guard let set = list(name) else { return [] }
      return [.test(.member(set), literals: set)]
    case .sign("<"): return lemma()
    case .sign("["): return test()
    case .sign("("):
      let inner = choice()
      if !take(")") { fail("this bracket is not closed", "add )") }
      return [inner]
    case .sign("!"):
      let inner = atom()
      return inner.first.map { [.refuse($0)] } ?? []
    case .sign("^"): return [.start]
    case .sign("$"): return [.end]
    default:
      index -= 1
      fail("this cannot start a part of a pattern", "write a word, \"quoted\", @list, NP, LIST, <lemma>, [test] or (…)")
      return []
    }
  }

  private mutating func wordOrCapture(_ word: String) -> [SequenceNode] {
    guard word.count == 1, let letter = word.first, letter.isUppercase else { return [literal(word)] }
    guard let capture = Capture(letter: letter) else {
      index -= 1
      fail("there is no capture \(letter)", "A and B are subject and object, H the holder, X anything")
      return []
    }
    guard take(":") else {
      fail("a capture is followed by a colon", "write \(letter):NP")
      return []
    }
    captures.insert(capture)
    let inner = repeated()
    return inner.isEmpty ? [] : [.capture(capture, inner.count == 1 ? inner[0] : .concat(inner))]
  }

  private mutating func literal(_ word: String) -> SequenceNode {
    var set = WordSet()
    set.insert(table.insert(word))
    return .test(.form(set), literals: set)
  }

  private mutating func list(_ name: String) -> WordSet? {
    if let set = lists[name] { return set }
    index -= 1
    let near = lists.keys.sorted().min { editDistance($0, name) < editDistance($1, name) }
    fail("there is no list @\(name)", near.map { "did you mean @\($0)?" } ?? "define it: list @\(name): …")
    return nil
  }

  private mutating func lemma() -> [SequenceNode] {
    var set = WordSet()
    repeat {
      guard case .word(let word) = current.kind else {
        fail("a lemma is written <be> or <be|have>", "put a word between the angles")
        return []
      }
      set.insert(table.insert(word))
      index += 1
    } while take("|")
    if !take(">") { fail("this angle is not closed", "add >") }
    return [.test(.lemma(set), literals: set)]
  }

  /// `[tag=NOUN & !word=of]`.
  private mutating func test() -> [SequenceNode] {
    if take("]") { return [.test(.any, literals: nil)] }
    let test = either()
    if !take("]") { fail("this token test is not closed", "add ]") }
    return [.test(test, literals: nil)]
  }

  private mutating func either() -> TokenTest {
    var test = both()
    while take("|") { test = .either(test, both()) }
    return test
  }

  private mutating func both() -> TokenTest {
    var test = single()
    while take("&") { test = .both(test, single()) }
    return test
  }

  private mutating func single() -> TokenTest {
    if take("!") { return .not(single()) }
    if take("(") {
      let inner = either()
      if !take(")") { fail("this bracket is not closed", "add )") }
      return inner
    }
    if case .list(let name) = current.kind {
      index += 1
      return list(name).map { .member($0) } ?? .any
    }
    guard case .word(let key) = current.kind else {
      fail("a token test names word, lemma, tag, penn, capital or glued", "write [tag=NOUN]")
      return .any
    }
    index += 1
    if key == "capital" { return .capitalized }
    if key == "glued" { return .glued }
    guard take("=") else {
      fail("a token test has the form name=value", "write [\(key)=…]")
      return .any
    }
    return value(of: key)
  }

  private mutating func value(of key: String) -> TokenTest {
    let text: String
    switch current.kind {
    case .word(let word), .quoted(let word): text = word
    default:
      fail("a value is missing", "write a word behind =")
      return .any
    }
    defer { index += 1 }
    var set = WordSet()
    switch key {
    case "word", "lemma":
      set.insert(table.insert(text))
      return key == "word" ? .form(set) : .lemma(set)
    case "tag":
      if let tag = UniversalTag.allCases.first(where: { $0.name == text }) { return .tag(tag) }
      fail("there is no tag \(text)", "Universal Dependencies tags: NOUN, VERB, ADJ …")
    case "penn":
      if let tag = PennTag.names[text] { return .penn(tag) }
      fail("there is no fine tag \(text)", "Penn tags such as VBG, NNS")
    default: fail("a token has no \(key)", "word, lemma, tag, penn, capital or glued")
    }
    return .any
  }
}
