import ConceptModel

/// The part of a graph that fits into one picture.
struct DiagramPart {
  /// Node numbers, ascending.
  var nodes: [Int]
  /// The asserted and denied edges between them.
  var edges: [GraphView.Edge]
  /// How many more nodes could have been drawn.
  var omitted: Int

  /// Chooses the most central concepts that are connected to one another.
  ///
  /// Concepts are taken by centrality, then by the number of their edges; each further one must touch what is chosen
  /// already as long as there is such a concept, so that the picture does not fall into single dots.
  init(_ view: GraphView, limit: Int?) {
    let drawn = view.edges.filter { $0.polarity == .asserted || $0.polarity == .denied }
    var neighbours = [[Int]](repeating: [], count: view.nodes.count)
    for edge in drawn {
      neighbours[edge.subject].append(edge.object)
      neighbours[edge.object].append(edge.subject)
    }
    let connected = view.nodes.indices.filter { !neighbours[$0].isEmpty }
    // A graph without any edge is drawn as it is; else a lone node tells nothing and only takes room.
    let candidates = connected.isEmpty ? Array(view.nodes.indices) : connected
    guard let limit, candidates.count > limit else {
      nodes = candidates
      edges = drawn
      omitted = 0
      return
    }
    let kept = Self.choose(limit, from: candidates, view, neighbours)
    nodes = kept.sorted()
    edges = drawn.filter { kept.contains($0.subject) && kept.contains($0.object) }
    omitted = candidates.count - nodes.count
  }

  private static func choose(
    _ limit: Int, from candidates: [Int], _ view: GraphView, _ neighbours: [[Int]]
  ) -> Set<Int> {
    let order = candidates.sorted { a, b in
      let centralA = view.concept(view.nodes[a])?.centrality ?? 0
      let centralB = view.concept(view.nodes[b])?.centrality ?? 0
      if centralA != centralB { return centralA > centralB }
      if neighbours[a].count != neighbours[b].count { return neighbours[a].count > neighbours[b].count }
      return a < b
    }
    var kept: Set<Int> = []
    var touched: Set<Int> = []
    for _ in 0..<min(limit, order.count) {
      guard
        let next = order.first(where: { !kept.contains($0) && touched.contains($0) })
          ?? order.first(where: { !kept.contains($0) })
      else { break }
      kept.insert(next)
      touched.formUnion(neighbours[next])
    }
    return kept
  }
}
