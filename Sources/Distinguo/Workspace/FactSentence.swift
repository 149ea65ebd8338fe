import ConceptGraph
import ConceptModel

/// Facts as English sentences: the echo that tells a user what was understood.
enum FactSentence {
  static func sentence(of fact: StatedFact, relations: [Relation]) -> String {
    let a = name(fact.subject)
    let b = name(fact.object)
    switch fact.relation {
    case "abbreviates": return "\(a) is short for \(b)."
    case "alternative-of": return "\(a) is another name for \(b)."
    default: break
    }
    let reading = relations.first { $0.name == fact.relation }?.reading ?? "A \(fact.relation) B"
    let plain =
      fact.evidence.quote.contains { "⊂⊃⊆⊇".contains($0) } && fact.relation == "is-a"
      ? "\(a) has all the conditions of \(b): every case of \(a) is a case of \(b)"
      : substituting(a, b, in: reading)
    switch fact.polarity {
    case .asserted: return plain + "."
    case .denied: return "It is denied that \(plain)."
    case .questioned: return "It is asked whether \(plain)."
    case .hypothetical: return "It is supposed that \(plain)."
    }
  }

  private static func name(_ term: StatedTerm) -> String {
    (term.isIRI ? "<\(term.label)>" : term.label) + (term.sense.map { "#\($0)" } ?? "")
  }

  /// Puts the names in the places of the words A and B.
  private static func substituting(_ a: String, _ b: String, in reading: String) -> String {
    let words = reading.split(separator: " ", omittingEmptySubsequences: false)
    let names: [Substring: String] = ["A": a, "A,": a + ",", "B": b, "B,": b + ","]
    return words.enumerated().map { index, word in
      let next = index + 1 < words.count ? names[words[index + 1]] : nil
      // "a" before a name that begins with a vowel letter; sounds are out of reach.
      if word == "a", let first = next?.first, "aeioAEIO".contains(first) { return "an" }
      return names[word] ?? String(word)
    }.joined(separator: " ")
  }
}

extension AddReport {
  /// Adds a sentence for every fact, and a warning where other sources say the reverse.
  mutating func describe(_ document: StatedDocument, in workspace: Workspace) throws {
    let relations = try workspace.declaredRelations()
    for fact in document.facts {
      let sentence = FactSentence.sentence(of: fact, relations: relations)
      if !sentences.contains(sentence) { sentences.append(sentence) }
    }
    let directed = Set(relations.filter { $0.isTransitive && !$0.isSymmetric }.map(\.name))
    for fact in document.facts where directed.contains(fact.relation) && fact.polarity == .asserted {
      guard try workspace.leads(from: fact.object, to: fact.subject, over: fact.relation) else { continue }
      let reverse = "\(fact.object.label) -[\(fact.relation)+]-> \(fact.subject.label)"
      diagnostics.append(
        Diagnostic(
          .warning, code: "reverse-stated", message: "sources say the reverse: \(reverse)",
          hint: "see who: distinguo why '\(reverse)'"))
    }
  }
}

extension Workspace {
  /// Whether asserted edges of a relation lead from one term to the other, in one step or more.
  func leads(from start: StatedTerm, to end: StatedTerm, over relation: String) throws -> Bool {
    let graph = try store.snapshot()
    func node(_ term: StatedTerm) throws -> NodeID? {
      let name = term.label + (term.sense.map { "#\($0)" } ?? "")
      for level in NameLevel.allCases {
        let nodes = try graph.nodes(named: name, at: level)
        if !nodes.isEmpty { return nodes.count == 1 ? nodes[0] : nil }
      }
      return nil
    }
    guard let from = try node(start), let to = try node(end), from != to,
      let number = graph.relations.firstIndex(where: { $0.name == relation })
    else { return false }
    var seen: Set<NodeID> = [from]
    var queue = [from]
    var neighbours: [Neighbour] = []
    while let next = queue.popLast() {
      neighbours.removeAll(keepingCapacity: true)
      try graph.successors(of: next, denied: false, into: &neighbours)
      for neighbour in neighbours where Int(neighbour.relation.raw) == number {
        if neighbour.node == to { return true }
        if seen.insert(neighbour.node).inserted { queue.append(neighbour.node) }
      }
    }
    return false
  }
}
