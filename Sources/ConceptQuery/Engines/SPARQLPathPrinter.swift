import ConceptGraph
import ConceptModel

/// Prints a path query as SPARQL 1.1 queries of fixed length, to be run in order.
///
/// SPARQL returns ends, not paths; but a path of known length is an ordinary join. One query a length: stop at the first
/// with rows for the shortest, after k rows for shortest k, at the bound for all.
final class SPARQLPathPrinter {
  private let printer: SPARQLPrinter
  private let chain: ChainAlgebra
  private(set) var losses: [String] = []

  /// Unbounded patterns are printed up to this many hops.
  static let maximumHops = 4
  /// The most different sequences of relations of one length.
  static let maximumWords = 64

  init(printer: SPARQLPrinter, chain: ChainAlgebra) {
    self.printer = printer
    self.chain = chain
  }

  func text() throws -> String {
    guard chain.nodes.count == 2, chain.relationVariables.allSatisfy({ $0 == nil }) else {
      throw NotExpressible("a path over named inner nodes", hint: "print its parts one by one")
    }
    try printer.context.algebra.checkPathClauses()
    let filter = printer.hopFilter()
    let expression = printer.context.underPolarity(chain.arrows[0])
    let words = try WordList(expression, maximumLength: bound(of: expression))
    var queries: [String] = []
    for (length, list) in words.byLength where chain.lengths.allSatisfy({ $0.allows(length) }) {
      queries.append("# length \(length)\n" + (try query(list, length: length, filter)))
    }
    if queries.isEmpty { throw NotExpressible("a path without hops") }
    losses.append(Loss.order)
    if !words.isComplete { losses.append(Loss.bounded(words.bound)) }
    if chain.selector != .all && chain.selector != .allShortest { losses.append(Loss.ties) }
    return queries.joined(separator: "\n")
  }

  private func bound(of expression: PathExpression) -> Int {
    let wanted = chain.lengths.compactMap(\.maximum).min() ?? Self.maximumHops
    return max(1, min(wanted, Self.maximumHops))
  }

  private func query(_ words: [[HopSet]], length: Int, _ filter: HopFilter) throws -> String {
    let ends = (try end(0), try end(1))
    let nodes = [ends.0] + (1..<max(1, length)).map { "?n\($0)" } + (length > 0 ? [ends.1] : [])
    var branches: [String] = []
    for word in words {
      var lines: [String] = []
      for (index, set) in word.enumerated() {
        lines.append(try hop(set, nodes[index], nodes[index + 1], index, naming: comparesEdges(nodes)))
      }
      branches.append(lines.joined(separator: "\n    "))
    }
    var body = branches.count == 1 ? "  \(branches[0])" : branches.map { "  { \($0) }" }.joined(separator: " UNION\n")
    if length == 0 { body = "  \(HopFilter.zeroLength(ends.0, ends.1))" }
    body += try distinctness(nodes)
    if chain.isSameSource {
      body = "  GRAPH ?d {\n\(body)\n  }"
    } else if let document = filter.document {
      body = "  GRAPH \(printer.document(document)) {\n\(body)\n  }"
    }
    return "SELECT DISTINCT * {\n\(body)\n}\n"
  }

  private func end(_ side: Int) throws -> String {
    let term = chain.nodes[side]
    if case .nodes(let nodes) = term, nodes.count > 1 {
      throw NotExpressible("a set at the end of a path", hint: "print one query a member")
    }
    return try printer.term(term)
  }

  /// Whether the edges of a path of these nodes are compared with each other, not only its nodes.
  private func comparesEdges(_ nodes: [String]) -> Bool {
    let ends = (nodes[0], nodes[nodes.count - 1])
    let mayClose = ends.0.hasPrefix("?") || ends.1.hasPrefix("?") || ends.0 == ends.1
    return chain.mode == .trail ? nodes.count > 2 : chain.mode == .simple && mayClose && nodes.count == 3
  }

  /// One hop; with `naming`, the ends of its edge in stored direction go by names of their own.
  private func hop(_ set: HopSet, _ from: String, _ to: String, _ index: Int, naming: Bool) throws -> String {
    func names(_ subject: String, _ object: String) -> String {
      naming ? " BIND(\(subject) AS ?_f\(index)) BIND(\(object) AS ?_t\(index))" : ""
    }
    let predicates = printer.names(of: set)
    let forward = predicates.forward + predicates.either
    let backward = predicates.backward + predicates.either
    var parts: [String] = []
    let variable = "?r\(index)"
    if !forward.isEmpty {
      parts.append(
        "{ \(from) \(variable) \(to) FILTER(\(variable) IN (\(forward.joined(separator: ", "))))\(names(from, to)) }")
    }
    if !backward.isEmpty {
      parts.append(
        "{ \(to) \(variable) \(from) FILTER(\(variable) IN (\(backward.joined(separator: ", "))))\(names(to, from)) }")
    }
    if parts.isEmpty { throw NotExpressible("a relation that nothing has") }
    return parts.joined(separator: " UNION ")
  }

  /// Inner nodes differ from each other, from the ends and from what is avoided.
  private func distinctness(_ nodes: [String]) throws -> String {
    guard nodes.count > 1 else { return "" }
    var lines: [String] = []
    let inner = Array(nodes.dropFirst().dropLast())
    let avoided = try chain.avoided.sorted().map(printer.name)
    for (index, node) in inner.enumerated() {
      var others = avoided
      if chain.mode == .simple || chain.mode == .acyclic {
        others += [nodes[0], nodes[nodes.count - 1]] + inner.prefix(index)
      }
      if !others.isEmpty { lines.append("FILTER(\(node) NOT IN (\(others.joined(separator: ", "))))") }
    }
    if chain.mode == .acyclic { lines.append("FILTER(\(nodes[0]) != \(nodes[nodes.count - 1]))") }
    if comparesEdges(nodes) {
      // No path takes an edge twice: a way there and back over one edge is no cycle.
      for second in 1..<(nodes.count - 1) {
        for first in 0..<second {
          lines.append(
            "FILTER(!(?r\(first) = ?r\(second) && ?_f\(first) = ?_f\(second) && ?_t\(first) = ?_t\(second)))")
        }
      }
    }
    return lines.isEmpty ? "" : "\n  " + lines.joined(separator: "\n  ")
  }
}

/// The words of a path expression up to a length, as sequences of hop sets.
struct WordList {
  private(set) var byLength: [(Int, [[HopSet]])] = []
  /// Whether there are no longer words.
  private(set) var isComplete = true
  let bound: Int

  init(_ expression: PathExpression, maximumLength: Int) throws {
    bound = maximumLength
    // One more length tells whether the list is complete.
    var words: Set<[HopSet]> = try WordList.words(expression, maximumLength + 1)
    isComplete = !words.contains { $0.count > maximumLength }
    words = words.filter { $0.count <= maximumLength }
    for length in 0...maximumLength {
      let list = words.filter { $0.count == length }
      if list.count > SPARQLPathPrinter.maximumWords { throw NotExpressible("an expression with so many alternatives") }
      let sorted = list.sorted { a, b in
        let keys = (a.map(WordList.key), b.map(WordList.key))
        return keys.0.lexicographicallyPrecedes(keys.1)
      }
      if !sorted.isEmpty { byLength.append((length, sorted)) }
    }
  }

  /// A text that orders hop sets by content.
  private static func key(_ set: HopSet) -> String {
    (0..<256).map { number -> String in
      let id = RelationID(UInt16(number))
      return set.forward.contains(id) ? "f" : set.backward.contains(id) ? "b" : "-"
    }.joined()
  }

  private static func words(_ expression: PathExpression, _ limit: Int) throws -> Set<[HopSet]> {
    var out: Set<[HopSet]>
    switch expression {
    case .hop(let set): out = limit >= 1 ? [[set]] : []
    case .sequence(let parts):
      out = [[]]
      for part in parts { out = try joined(out, words(part, limit), limit) }
    case .alternation(let parts): out = try parts.reduce(into: []) { $0.formUnion(try words($1, limit)) }
    case .repeated(let inner, let lower, let upper):
      let once = try words(inner, limit)
      var rounds: Set<[HopSet]> = [[]]
      for _ in 0..<min(lower, limit + 1) { rounds = try joined(rounds, once, limit) }
      out = lower > limit && !once.contains([]) ? [] : rounds
      var count = lower
      while count < (upper ?? Int.max) {
        rounds = try joined(rounds, once, limit)
        if rounds.isSubset(of: out) { break }
        out.formUnion(rounds)
        count += 1
      }
    }
    if out.count > 4 * SPARQLPathPrinter.maximumWords {
      throw NotExpressible("an expression with so many alternatives")
    }
    return out
  }

  private static func joined(_ a: Set<[HopSet]>, _ b: Set<[HopSet]>, _ limit: Int) throws -> Set<[HopSet]> {
    var out: Set<[HopSet]> = []
    for x in a { for y in b where x.count + y.count <= limit { out.insert(x + y) } }
    if out.count > 4 * SPARQLPathPrinter.maximumWords {
      throw NotExpressible("an expression with so many alternatives")
    }
    return out
  }
}
