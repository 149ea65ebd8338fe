import ConceptModel

/// The first paths of one length in the order of answers, without listing all that tie with them.
///
/// Best first over partial paths: the key of a partial path, the best weakest hop of any of its ends and its text so
/// far, is never behind that of a path made from it, so that paths come out in their order. What the rest of a path can
/// be worth is known for every state and number of hops; the work is polynomial for walks, and for other modes as long
/// as the mode refuses few of them.
struct BestOfLength {
  private struct Partial: PartialPath {
    var parent: Int32
    var hop: Hop
    var state: Int32
    var length: Int32
    var confidence: Double
    var bound: Double
    var text: [UInt8]
  }

  private struct RestKey: Hashable {
    var node: NodeID
    var state: Int32
    var hops: Int32
  }

  private let search: PairSearch
  private let mode: PathMode
  private let text: PathText
  private let length: Int32
  private let expander: HopExpander
  /// The best weakest hop of the walks of so many hops from a state to the end; nil when there are none.
  private var rests: [RestKey: Double?] = [:]
  private var partials: [Partial] = []
  private var heap: [Int32] = []

  init(search: PairSearch, mode: PathMode, text: PathText, length: Int) {
    self.search = search
    self.mode = mode
    self.text = text
    self.length = Int32(clamping: length)
    expander = search.forward.expander
  }

  /// Up to so many paths, best first.
  mutating func paths(_ count: Int) throws -> [GraphPath] {
    let state = try expander.automaton.start(at: search.start)
    guard let bound = try rest(RestKey(node: search.start, state: state, hops: length)) else { return [] }
    let first = Hop(relation: RelationID(0), direction: .forward, node: search.start)
    let name = Array(try text.text(of: search.start).utf8)
    push(Partial(parent: -1, hop: first, state: state, length: 0, confidence: 1, bound: bound, text: name))
    var found: [GraphPath] = []
    while found.count < count, let number = pop() {
      if partials[Int(number)].length == length {
        found.append(path(number))
      } else {
        try extend(number)
      }
      partials[Int(number)].text = []
    }
    return found
  }

  private mutating func extend(_ number: Int32) throws {
    let partial = partials[Int(number)]
    var hops: [Hop] = []
    try expander.hops(from: partial.hop.node, into: &hops)
    for hop in hops {
      guard let state = try expander.automaton.step(partial.state, hop.hopClass, to: hop.node) else { continue }
      let left = length - partial.length - 1
      guard let rest = try rest(RestKey(node: hop.node, state: state, hops: left)),
        partials.allow(hop, after: number, mode: mode, end: search.end)
      else {
        continue
      }
      let edge = hop.edge(from: partial.hop.node)
      let confidence = min(partial.confidence, try expander.evidence.confidence(of: edge))
      push(
        Partial(
          parent: number, hop: hop, state: state, length: partial.length + 1, confidence: confidence,
          bound: min(confidence, rest), text: partial.text + Array(try text.text(of: hop).utf8)))
    }
  }

  private mutating func rest(_ key: RestKey) throws -> Double? {
    if let known = rests[key] { return known }
    var best: Double?
    if key.hops == 0 {
      best = key.node == search.end && expander.automaton.isAccepting[Int(key.state)] ? 1 : nil
    } else if key.hops == length || mayGoOn(key.node) {
      var hops: [Hop] = []
      try expander.hops(from: key.node, into: &hops)
      for hop in hops {
        guard let state = try expander.automaton.step(key.state, hop.hopClass, to: hop.node),
          let bound = search.remaining(hop.node, expander.automaton.states[Int(state)])?.bound, bound < key.hops,
          let rest = try rest(RestKey(node: hop.node, state: state, hops: key.hops - 1))
        else { continue }
        let whole = min(try expander.evidence.confidence(of: hop.edge(from: key.node)), rest)
        best = max(best ?? whole, whole)
      }
    }
    rests[key] = .some(best)
    return best
  }

  /// Whether a path may go through a node.
  private func mayGoOn(_ node: NodeID) -> Bool {
    if search.avoided.contains(node) { return false }
    // Without repeated nodes, a path that has come to its end goes no further.
    return !((mode == .simple || mode == .acyclic) && node == search.end)
  }

  private func path(_ number: Int32) -> GraphPath {
    GraphPath(start: search.start, hops: partials.hops(upTo: number))
  }

  // MARK: The heap

  private func isBefore(_ a: Int32, _ b: Int32) -> Bool {
    let (x, y) = (partials[Int(a)], partials[Int(b)])
    if x.bound != y.bound { return x.bound > y.bound }
    if x.text != y.text { return x.text.lexicographicallyPrecedes(y.text) }
    return path(a).nodes.lexicographicallyPrecedes(path(b).nodes)
  }

  private mutating func push(_ partial: Partial) {
    partials.append(partial)
    heap.append(Int32(partials.count - 1))
    var child = heap.count - 1
    while child > 0, isBefore(heap[child], heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func pop() -> Int32? {
    guard let top = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return top }
    heap[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
        if isBefore(heap[child], heap[least]) { least = child }
      }
      if least == parent { return top }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}
