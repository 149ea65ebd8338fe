/// Writes scale-free concept graphs as N-Triples, the same bytes for the same seed.
///
/// Nodes join one after the other and choose their neighbours by preferential attachment (Barabási and Albert, 1999):
/// five edges a node, eight predicates of uneven frequency, and a label of two or three words a node. A kind is named
/// after what it is a kind of; edges of all other predicates go either way, so that the graph has cycles.
struct ConceptGraphGenerator {
  private var state: UInt64
  private let edges: Int

  init(edges: Int, seed: UInt64) {
    self.edges = edges
    state = seed
  }

  static let predicates = [
    "isA", "isA", "isA", "isA", "leadsTo", "leadsTo", "partOf", "partOf", "requires", "usedFor", "about", "causes",
    "precedes",
  ]

  private static let words = [
    "reward", "model", "alignment", "goal", "training", "policy", "agent", "robust", "value", "signal", "latent",
    "proxy", "control", "risk", "search", "network", "gradient", "safety", "oversight", "task", "error", "belief",
    "state", "causal", "deep", "sparse", "shift", "drift", "probe", "audit", "bound", "prior", "cluster", "kernel",
    "margin", "teacher", "student", "world", "memory", "plan",
  ]

  static func iri(_ node: Int) -> String {
    let digits = String(node)
    return "http://example.org/concept/" + String(repeating: "0", count: max(0, 7 - digits.count)) + digits
  }

  private mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  /// Calls `write` with the text of the graph in pieces of about a megabyte.
  mutating func generate(_ write: ([UInt8]) -> Void) {
    var out: [UInt8] = []
    var ends: [Int32] = [0]
    var written = 0
    var node = 0
    while written < edges {
      node += 1
      for _ in 0..<5 where written < edges {
        let other = next(4) == 0 ? next(node) : Int(ends[next(ends.count)])
        let predicate = Self.predicates[next(Self.predicates.count)]
        let isTurned = next(2) == 0 && predicate != "isA"
        let (subject, object) = isTurned ? (other, node) : (node, other)
        out += "<\(Self.iri(subject))> <http://example.org/vocabulary#\(predicate)> <\(Self.iri(object))> .\n".utf8
        ends.append(Int32(other))
        ends.append(Int32(node))
        written += 1
      }
      if out.count > 1 << 20 {
        write(out)
        out.removeAll(keepingCapacity: true)
      }
    }
    for labelled in 0...node {
      let count = 2 + next(2)
      let label = (0..<count).map { _ in Self.words[next(Self.words.count)] }.joined(separator: " ")
      out += "<\(Self.iri(labelled))> <http://www.w3.org/2000/01/rdf-schema#label> \"\(label) \(labelled)\" .\n".utf8
      if out.count > 1 << 20 {
        write(out)
        out.removeAll(keepingCapacity: true)
      }
    }
    write(out)
  }
}
