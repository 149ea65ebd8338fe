import ConceptModel

/// The strongly connected components of a directed graph.
enum StrongComponents {
  /// The components of two or more members, each sorted, in the order of their first members.
  ///
  /// Tarjan's algorithm (1972) with a stack of its own, so that long chains need no deep recursion.
  static func of(_ edges: [ConceptID: [ConceptID]]) -> [[ConceptID]] {
    var search = Search(edges: edges)
    for start in edges.keys.sorted() where search.order[start] == nil { search.visit(start) }
    return search.components.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private struct Search {
    let edges: [ConceptID: [ConceptID]]
    var order: [ConceptID: Int] = [:]
    var low: [ConceptID: Int] = [:]
    var open: [ConceptID] = []
    var isOpen: Set<ConceptID> = []
    var components: [[ConceptID]] = []

    init(edges: [ConceptID: [ConceptID]]) { self.edges = edges }

    mutating func visit(_ start: ConceptID) {
      var stack: [(node: ConceptID, next: Int)] = []
      enter(start, &stack)
      while let (node, next) = stack.last {
        let successors = edges[node] ?? []
        if next < successors.count {
          stack[stack.count - 1].next += 1
          let successor = successors[next]
          if order[successor] == nil {
            enter(successor, &stack)
          } else if isOpen.contains(successor) {
            low[node] = min(low[node] ?? 0, order[successor] ?? 0)
          }
        } else {
          stack.removeLast()
          if let parent = stack.last?.node { low[parent] = min(low[parent] ?? 0, low[node] ?? 0) }
          if low[node] == order[node] { close(node) }
        }
      }
    }

    private mutating func enter(_ node: ConceptID, _ stack: inout [(node: ConceptID, next: Int)]) {
      let number = order.count
      order[node] = number
      low[node] = number
      open.append(node)
      isOpen.insert(node)
      stack.append((node, 0))
    }

    private mutating func close(_ root: ConceptID) {
      var component: [ConceptID] = []
      while let node = open.popLast() {
        isOpen.remove(node)
        component.append(node)
        if node == root { break }
      }
      if component.count > 1 { components.append(component) }
    }
  }
}
