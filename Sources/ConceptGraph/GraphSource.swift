import ConceptModel

/// The dense number of a concept, entity or imported resource within one graph source.
public struct NodeID: Hashable, Sendable, Comparable {
  public let raw: UInt32
  public init(_ raw: UInt32) { self.raw = raw }
  public static func < (a: NodeID, b: NodeID) -> Bool { a.raw < b.raw }
}

/// The dense number of a relation within one graph source: its index in `GraphSource.relations`.
public struct RelationID: Hashable, Sendable, Comparable {
  public let raw: UInt16
  public init(_ raw: UInt16) { self.raw = raw }
  public static func < (a: RelationID, b: RelationID) -> Bool { a.raw < b.raw }
}

/// A distinct (subject, relation, object, polarity).
public struct EdgeKey: Hashable, Sendable {
  public var subject: NodeID
  public var relation: RelationID
  public var object: NodeID
  /// Only `.asserted` and `.denied` edges are indexed for traversal.
  public var isDenied: Bool
  public init(subject: NodeID, relation: RelationID, object: NodeID, isDenied: Bool = false) {
    self.subject = subject
    self.relation = relation
    self.object = object
    self.isDenied = isDenied
  }
}

/// The end of an edge as seen from a node.
public struct Neighbour: Hashable, Sendable {
  public var relation: RelationID
  public var node: NodeID
  public init(relation: RelationID, node: NodeID) {
    self.relation = relation
    self.node = node
  }
}

/// What a graph source tells about a node.
public struct NodeInfo: Sendable {
  /// The concept id or, for an imported resource, its IRI.
  public var id: ConceptID
  /// The preferred label, with `#sense` when the label has several senses.
  public var displayLabel: String
  public var isEntity: Bool
  public var gloss: String?
  public var documentCount: Int
  public init(
    id: ConceptID, displayLabel: String, isEntity: Bool = false, gloss: String? = nil, documentCount: Int = 0
  ) {
    self.id = id
    self.displayLabel = displayLabel
    self.isEntity = isEntity
    self.gloss = gloss
    self.documentCount = documentCount
  }
}

/// The levels of the name look-up of the language reference, section 3.4.
public enum NameLevel: Int, Sendable, CaseIterable {
  case identifier = 1, preferredLabel, anyLabel, normalised
}

/// A graph that questions are asked of: the store's b-trees, or arrays in memory.
///
/// Implementations answer from one consistent snapshot, in an order that depends on content alone: neighbours by
/// relation and then node, nodes numbered in the order of their ids.
public protocol GraphSource: AnyObject {
  /// The closed list of this graph: built-in, declared and imported relations.
  var relations: [Relation] { get }
  /// The documents and stated sources that assertions may name, sorted by id.
  var documents: [DocumentInfo] { get throws }
  /// Nodes are numbered 0 ..< nodeCount.
  var nodeCount: Int { get }

  func info(of node: NodeID) throws -> NodeInfo
  /// The nodes that are people or works and no concepts.
  var entities: Set<NodeID> { get throws }
  /// Every label of the node with its kind.
  func labels(of node: NodeID) throws -> [ConceptLabel]
  /// The nodes that a name leads to at one level of the look-up, ascending.
  func nodes(named name: String, at level: NameLevel) throws -> [NodeID]
  /// Calls `body` with every (label, node) pair of the graph; for suggestions and globs.
  func forEachLabel(_ body: (String, NodeID) throws -> Void) throws
  /// Calls `body` with every pair whose label has all of some words; a source without an index gives others as well.
  func forEachLabel(with words: [LabelWord], _ body: (String, NodeID) throws -> Void) throws

  /// Appends the ends of the asserted (or denied) edges that leave the node, as stored.
  func successors(of node: NodeID, denied: Bool, into list: inout [Neighbour]) throws
  /// Appends the other ends of the asserted (or denied) edges that arrive at the node, as stored.
  func predecessors(of node: NodeID, denied: Bool, into list: inout [Neighbour]) throws
  /// Appends only the ends over some relations, given ascending; a source with an index by relation need not read the rest.
  func successors(of node: NodeID, over wanted: [RelationID], denied: Bool, into list: inout [Neighbour]) throws
  /// Appends only the other ends over some relations, given ascending.
  func predecessors(of node: NodeID, over wanted: [RelationID], denied: Bool, into list: inout [Neighbour]) throws
  /// Calls `body` with every edge of the relation (nil: of all), until it returns false.
  func forEachEdge(relation: RelationID?, denied: Bool, _ body: (EdgeKey) throws -> Bool) throws
  /// The assertions behind an edge of any polarity that concern the triple, best confidence first, then by document and place.
  ///
  /// `polarity` nil asks for all of them.
  func assertions(subject: NodeID, relation: RelationID, object: NodeID, polarity: Polarity?) throws -> [Assertion]

  func definitions(of node: NodeID) throws -> [Definition]
  /// The findings about a concept, or all of them, most severe first.
  func findings(about node: NodeID?) throws -> [Finding]

  /// The holders that assertions are attributed to, sorted; asked for only to check a name in a condition.
  var holders: [String] { get throws }
  /// The ids of the rules by which assertions were found, sorted; asked for only to check a name in a condition.
  var rules: [String] { get throws }

  /// All edges in arrays, when the source has them at hand; it may come to have them while it is read.
  var arrays: EdgeArrays? { get }
  /// All edges in arrays, made now if they must be: for questions that look at the whole graph.
  func wholeGraph() throws -> EdgeArrays?
  /// What the edges are read from, in words.
  var engine: String { get }
  /// The confidence of the best assertion of an edge, or nil when the source must be asked for the assertions.
  func confidence(of edge: EdgeKey) throws -> Double?
  /// The confidence of every edge, when all edges are known to have the same.
  var commonConfidence: Double? { get }
}

extension GraphSource {
  /// Asks every node; a source that keeps them apart should look there.
  public var entities: Set<NodeID> {
    get throws { Set(try (0..<nodeCount).map { NodeID(UInt32($0)) }.filter { try info(of: $0).isEntity }) }
  }

  /// Gives every label.
  public func forEachLabel(with words: [LabelWord], _ body: (String, NodeID) throws -> Void) throws {
    try forEachLabel(body)
  }

  /// No arrays.
  public var arrays: EdgeArrays? { nil }
  /// For a source in memory.
  public var engine: String { "arrays in memory" }
  /// The arrays that are at hand.
  public func wholeGraph() throws -> EdgeArrays? { arrays }
  /// Unknown without the assertions.
  public func confidence(of edge: EdgeKey) throws -> Double? { nil }
  /// Unknown without the assertions.
  public var commonConfidence: Double? { nil }

  /// Reads all ends and keeps those over the wanted relations.
  public func successors(
    of node: NodeID, over wanted: [RelationID], denied: Bool, into list: inout [Neighbour]
  ) throws {
    let start = list.count
    try successors(of: node, denied: denied, into: &list)
    keep(wanted, in: &list, from: start)
  }

  /// Reads all ends and keeps those over the wanted relations.
  public func predecessors(
    of node: NodeID, over wanted: [RelationID], denied: Bool, into list: inout [Neighbour]
  ) throws {
    let start = list.count
    try predecessors(of: node, denied: denied, into: &list)
    keep(wanted, in: &list, from: start)
  }

  private func keep(_ wanted: [RelationID], in list: inout [Neighbour], from start: Int) {
    guard wanted.count < relations.count else { return }
    let set = RelationSet(wanted)
    var kept = start
    for index in start..<list.count where set.contains(list[index].relation) {
      list[kept] = list[index]
      kept += 1
    }
    list.removeSubrange(kept...)
  }

  /// Collects the holders from every assertion; a source that can look them up should do so instead.
  public var holders: [String] { get throws { try names { $0.attribution.holder } } }

  /// Collects the rules from every assertion; a source that can look them up should do so instead.
  public var rules: [String] { get throws { try names(\.rule) } }

  /// What assertions say, sorted, each once.
  private func names(_ name: (Assertion) -> String?) throws -> [String] {
    var names: Set<String> = []
    for denied in [false, true] {
      try forEachEdge(relation: nil, denied: denied) { edge in
        let found = try assertions(
          subject: edge.subject, relation: edge.relation, object: edge.object, polarity: nil)
        for assertion in found { if let found = name(assertion) { names.insert(found) } }
        return true
      }
    }
    return names.sorted(by: scalarLess)
  }
}
