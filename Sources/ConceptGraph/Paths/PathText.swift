import ConceptModel

/// The text of hops and paths as on a `paths` line, which decides between paths of one length and confidence.
final class PathText {
  private let evidence: any EdgeEvidence
  private let names: [String]
  private var nodes: [NodeID: String] = [:]

  init(source: any GraphSource, evidence: any EdgeEvidence) {
    self.evidence = evidence
    names = source.relations.map(\.name)
  }

  func text(of node: NodeID) throws -> String {
    if let known = nodes[node] { return known }
    let text = try evidence.text(of: node)
    nodes[node] = text
    return text
  }

  /// The arrow of a hop without its node, such as ` -[is-a]-> `.
  func arrow(_ hop: Hop) -> String {
    let name = (hop.isDenied ? "not " : "") + names[Int(hop.relation.raw)]
    switch hop.direction {
    case .forward: return " -[\(name)]-> "
    case .backward: return " <-[\(name)]- "
    case .either: return " -[\(name)]- "
    }
  }

  func text(of hop: Hop) throws -> String { try arrow(hop) + text(of: hop.node) }

  func text(of path: GraphPath) throws -> String {
    var out = try text(of: path.start)
    for hop in path.hops { out += try text(of: hop) }
    return out
  }
}
