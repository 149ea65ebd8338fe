import ConceptModel

/// A first drawing on layers: broader concepts above narrower ones, neighbours near each other, lone nodes in a grid below.
///
/// A plain form of the method of Sugiyama, Tagawa and Toda (1981): longest-path layers over the is-a and part-of edges,
/// with edges that would close a cycle left out, then a fixed number of barycentre sweeps. Places are whole numbers
/// and depend on content alone.
struct LayeredLayout {
  struct Place {
    var x: Int
    var y: Int
    var width: Int
  }

  static let nodeHeight = 30
  private static let layerGap = 90
  private static let nodeGap = 40
  private static let sweeps = 8
  /// Rows wider than this many nodes are broken.
  private static let widest = 24

  private(set) var places: [Place]

  init(_ view: GraphView) {
    places = view.nodes.map { Place(x: 0, y: 0, width: max(60, 24 + 7 * $0.label.unicodeScalars.count)) }
    let drawn = view.edges.filter { ($0.polarity == .asserted || $0.polarity == .denied) && $0.subject != $0.object }
    var neighbours = [[Int]](repeating: [], count: view.nodes.count)
    for edge in drawn {
      neighbours[edge.subject].append(edge.object)
      neighbours[edge.object].append(edge.subject)
    }
    let layers = Self.layers(view, drawn, neighbours)
    arrange(layers, neighbours)
  }

  /// The layer of each node: 0 for the broadest; nodes without any edge get the last layer.
  private static func layers(_ view: GraphView, _ edges: [GraphView.Edge], _ neighbours: [[Int]]) -> [Int] {
    var broader = [[Int]](repeating: [], count: view.nodes.count)
    for edge in edges where edge.polarity == .asserted && isTaxonomic(view.relations[edge.relation].name) {
      broader[edge.subject].append(edge.object)
    }
    var layer = [Int](repeating: -1, count: view.nodes.count)
    var onStack = [Bool](repeating: false, count: view.nodes.count)
    for start in view.nodes.indices where layer[start] < 0 {
      var stack: [(node: Int, next: Int)] = [(start, 0)]
      onStack[start] = true
      while let top = stack.last {
        if top.next < broader[top.node].count {
          stack[stack.count - 1].next += 1
          let above = broader[top.node][top.next]
          if layer[above] < 0 && !onStack[above] {
            onStack[above] = true
            stack.append((above, 0))
          }
        } else {
          // An edge to a node still on the stack closes a cycle and does not count.
          layer[top.node] = (broader[top.node].filter { !onStack[$0] }.map { layer[$0] }.max() ?? -1) + 1
          onStack[top.node] = false
          stack.removeLast()
        }
      }
    }
    let last = (layer.max() ?? 0) + 1
    for node in view.nodes.indices where neighbours[node].isEmpty { layer[node] = last }
    return layer
  }

  static func isTaxonomic(_ relation: String) -> Bool {
    relation == "is-a" || relation == "part-of" || relation == "instance-of"
  }

  private mutating func arrange(_ layer: [Int], _ neighbours: [[Int]]) {
    var rows = [[Int]](repeating: [], count: (layer.max() ?? -1) + 1)
    for node in layer.indices { rows[layer[node]].append(node) }
    rows.removeAll(where: \.isEmpty)
    var position = [Double](repeating: 0, count: layer.count)
    for row in rows { Self.number(row, &position) }
    for _ in 0..<Self.sweeps {
      for index in rows.indices {
        let keys = rows[index].map { node -> (Double, Int) in
          let near = neighbours[node]
          let mean = near.isEmpty ? position[node] : near.reduce(0) { $0 + position[$1] } / Double(near.count)
          return (mean, node)
        }
        rows[index] = keys.sorted { $0 < $1 }.map(\.1)
        Self.number(rows[index], &position)
      }
    }
    setPlaces(rows)
  }

  private static func number(_ row: [Int], _ position: inout [Double]) {
    for (index, node) in row.enumerated() { position[node] = (Double(index) + 0.5) / Double(row.count) }
  }

  private mutating func setPlaces(_ rows: [[Int]]) {
    var y = 0
    for row in rows {
      for first in stride(from: 0, to: row.count, by: Self.widest) {
        let part = row[first..<min(first + Self.widest, row.count)]
        let width = part.reduce(0) { $0 + places[$1].width + Self.nodeGap } - Self.nodeGap
        var x = -width / 2
        for node in part {
          places[node].x = x
          places[node].y = y
          x += places[node].width + Self.nodeGap
        }
        y += Self.layerGap
      }
    }
  }
}
