import ConceptGraph
import ConceptModel

/// Answers `why`: every assertion behind the hops of a chain, denials last.
struct EvidenceEvaluator {
  let context: QueryContext
  let chain: ChainAlgebra

  func run() throws -> (answer: EvidenceAnswer, isIncomplete: Bool) {
    if let edges = try statedEdges() { return (EvidenceAnswer(hops: try edges.compactMap(hop)), false) }
    let evaluator = try PathEvaluator(context: context, chain: chain)
    let paths = try evaluator.run()
    var seen: Set<EdgeKey> = []
    var hops: [EvidenceAnswer.Hop] = []
    for path in paths {
      for edge in path.path.edges where seen.insert(edge).inserted {
        if let hop = try hop(edge) { hops.append(hop) }
      }
    }
    return (EvidenceAnswer(hops: hops), evaluator.isIncomplete)
  }

  /// The edges that a chain of single hops between known concepts speaks of, stated or not; nil for other chains.
  private func statedEdges() throws -> [EdgeKey]? {
    guard chain.relationVariables.allSatisfy({ $0 == nil }), chain.conditions.isEmpty else { return nil }
    var edges: [EdgeKey] = []
    for (index, arrow) in chain.arrows.enumerated() {
      guard case .hop(let set) = arrow, case .nodes(let subjects) = chain.nodes[index],
        case .nodes(let objects) = chain.nodes[index + 1]
      else { return nil }
      for subject in subjects {
        for object in objects { edges += self.edges(set, subject, object) }
      }
    }
    var seen: Set<EdgeKey> = []
    return edges.filter { seen.insert($0).inserted }
  }

  private func edges(_ set: HopSet, _ subject: NodeID, _ object: NodeID) -> [EdgeKey] {
    var edges: [EdgeKey] = []
    for (number, relation) in context.source.relations.enumerated() {
      let id = RelationID(UInt16(number))
      if relation.isSymmetric, set.forward.contains(id) {
        edges.append(Hop(relation: id, direction: .either, node: object).edge(from: subject))
        continue
      }
      if set.forward.contains(id) { edges.append(EdgeKey(subject: subject, relation: id, object: object)) }
      if set.backward.contains(id) { edges.append(EdgeKey(subject: object, relation: id, object: subject)) }
    }
    return edges
  }

  private func hop(_ edge: EdgeKey) throws -> EvidenceAnswer.Hop? {
    let assertions = try context.evidence.assertionsOfAnyPolarity(edge)
    if assertions.isEmpty { return nil }
    let relation = context.relation(edge.relation)
    return EvidenceAnswer.Hop(
      from: try context.node(edge.subject), relation: relation.name, iri: relation.iri, sign: relation.sign,
      to: try context.node(edge.object), evidence: try assertions.map(context.evidenceOf))
  }
}

extension QueryContext {
  /// Paths with their evidence, as answers show them.
  func answers(_ found: [FoundPath]) throws -> [AnswerPath] {
    var known: [EdgeKey: (Double, [AnswerEvidence])] = [:]
    return try found.map { item in
      var hops: [AnswerHop] = []
      var before = item.path.start
      for hop in item.path.hops {
        let edge = hop.edge(from: before)
        let evidence = try known[edge] ?? (evidence.confidence(of: edge), evidence.assertions(of: edge).map(evidenceOf))
        known[edge] = evidence
        hops.append(
          AnswerHop(
            from: try node(before), to: try node(hop.node), relation: relation(hop.relation).name,
            iri: relation(hop.relation).iri, direction: hop.direction, isDenied: hop.isDenied, confidence: evidence.0,
            evidence: evidence.1))
        before = hop.node
      }
      return AnswerPath(
        start: try node(item.path.start), hops: hops, confidence: item.confidence, text: item.text)
    }
  }
}
