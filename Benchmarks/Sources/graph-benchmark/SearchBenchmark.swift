import ConceptGraph
import ConceptModel
import ConceptStore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Answers the questions of a file over one store and prints, for each kind, the time a question and the answers.
///
/// A line of the file is a kind, a node or two and some predicates, all as IRIs between tabs. The answers are numbers
/// that other engines must agree on: how many neighbours, reached nodes or paths, or how long the paths are.
struct SearchBenchmark {
  let graph: StoreSnapshot
  let rounds: Int
  private let finders = Finders()

  init(graph: StoreSnapshot, rounds: Int) {
    self.graph = graph
    self.rounds = rounds
  }

  private final class Finders {
    var known: [[RelationID]: PathFinder] = [:]
  }

  private struct Question {
    var kind: String
    var nodes: [NodeID]
    var relations: [RelationID]
    /// The beginning of a label.
    var text = ""
  }

  /// Runs every kind of question `rounds` times and prints a line of JSON for each.
  func run(_ path: String) throws {
    let questions = try read(path)
    var kinds: [String] = []
    for question in questions where !kinds.contains(question.kind) { kinds.append(question.kind) }
    for kind in kinds {
      let chosen = questions.filter { $0.kind == kind }
      var answers: [[Int]] = []
      var milliseconds: [Double] = []
      for _ in 0..<rounds {
        let begin = Usage()
        answers = kind == "closures" ? try closures(chosen) : try chosen.map(answer)
        milliseconds.append((Usage().cpu - begin.cpu) * 1000 / Double(kind == "closures" ? 1 : chosen.count))
      }
      let median = milliseconds.sorted()[rounds / 2]
      print("{\"what\":\"\(kind)\",\"milliseconds\":\(median),\"answers\":\(answers)}")
    }
    print("{\"what\":\"memory\",\"peakBytes\":\(Usage().peakBytes),\"engine\":\"\(graph.engine)\"}")
  }

  private func read(_ path: String) throws -> [Question] {
    guard let file = fopen(path, "r") else {
      perror(path)
      exit(2)
    }
    defer { fclose(file) }
    var questions: [Question] = []
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    while getline(&line, &capacity, file) > 0, let line {
      let fields = String(cString: line).split(whereSeparator: { $0 == "\t" || $0 == "\n" }).map(String.init)
      let kind = fields.first ?? ""
      if kind == "labels", fields.count == 2 {
        questions.append(Question(kind: kind, nodes: [], relations: [], text: fields[1].lowercased()))
        continue
      }
      let nodeCount = ["neighbours", "closure", "closures"].contains(kind) ? 1 : 2
      let nodes = try fields.dropFirst().prefix(nodeCount).map { iri in
        guard let node = try graph.nodes(named: iri, at: .identifier).first else {
          print("no node \(iri)")
          exit(2)
        }
        return node
      }
      let wanted = fields.dropFirst(1 + nodeCount)
      let relations = graph.relations.indices.filter { index in
        wanted.isEmpty
          ? graph.relations[index].iri != nil : graph.relations[index].iri.map(wanted.contains) ?? false
      }
      questions.append(Question(kind: kind, nodes: nodes, relations: relations.map { RelationID(UInt16($0)) }))
    }
    return questions
  }

  private func hops(_ question: Question) -> HopSet {
    HopSet(forward: RelationSet(question.relations), backward: RelationSet())
  }

  private func finder(_ question: Question, atLeast lower: Int, _ mode: PathMode) throws -> PathFinder {
    let expression = PathExpression.repeated(.hop(hops(question)), lower: lower, upper: nil)
    return PathFinder(
      source: graph, automaton: try PositionAutomaton(parts: [expression], guards: []),
      evidence: StatementEvidence(), conditions: PathConditions(mode: mode), budget: SearchBudget())
  }

  /// One finder serves all questions over the same relations, as in the evaluation of a pattern.
  private func finder(of relations: [RelationID], _ question: Question) throws -> PathFinder {
    if let known = finders.known[relations] { return known }
    let made = try finder(question, atLeast: 0, .walk)
    finders.known[relations] = made
    return made
  }

  private func answer(_ question: Question) throws -> [Int] {
    switch question.kind {
    case "neighbours":
      var list: [Neighbour] = []
      try graph.successors(of: question.nodes[0], denied: false, into: &list)
      return [Set(list.map(\.node)).count]
    case "closure":
      return [try finder(of: question.relations, question).ends(from: question.nodes[0]) { _ in true }.count]
    case "within":
      return [
        try finder(of: question.relations, question).holds(from: question.nodes[0], to: question.nodes[1]) ? 1 : 0
      ]
    case "labels":
      var found: Set<NodeID> = []
      try graph.forEachLabel(with: LabelWord.words(ofPattern: question.text + "*")) { label, node in
        if label.lowercased().hasPrefix(question.text) { found.insert(node) }
      }
      return [found.count]
    case "path": return try lengths(question, .first(1))
    case "all shortest": return try lengths(question, .allShortest)
    case "three": return try lengths(question, .first(3))
    default: return []
    }
  }

  /// The lengths of the wanted paths; of all shortest ones the length and how many differ in their nodes.
  private func lengths(_ question: Question, _ choice: PathChoice) throws -> [Int] {
    var paths: [GraphPath] = []
    try finder(question, atLeast: 1, .simple).paths(
      from: question.nodes[0], to: question.nodes[1], choice, limit: 100_000
    ) { path in
      paths.append(path.path)
      return true
    }
    guard choice == .allShortest else { return paths.map(\.length) }
    return [paths.first?.length ?? -1, Set(paths.map(\.nodes)).count]
  }

  private func closures(_ questions: [Question]) throws -> [[Int]] {
    guard let first = questions.first, let arrays = try graph.wholeGraph() else { return [] }
    let closures = Closures(
      arrays: arrays, relations: graph.relations, hops: hops(first), nodeCount: graph.nodeCount,
      budget: SearchBudget(maximumStates: Int.max))
    var total = 0
    try closures.forEach(from: questions.map { $0.nodes[0] }, includesStart: true) { _, ends in
      total += ends.count
      return true
    }
    return [[total]]
  }
}

/// Evidence for a graph in which every edge is as good as any other; nodes go by their numbers.
private final class StatementEvidence: EdgeEvidence {
  var filters: Bool { false }
  var commonConfidence: Double? { 1 }
  func passes(_ edge: EdgeKey) -> Bool { true }
  func confidence(of edge: EdgeKey) -> Double { 1 }
  func text(of node: NodeID) -> String { String(node.raw) }
}
