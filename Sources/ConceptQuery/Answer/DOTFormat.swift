import ConceptGraph
import ConceptModel

/// Paths as one directed graph in the DOT language of Graphviz, edges in stored direction, quotations as tooltips.
struct DOTFormat {
  let answer: QueryAnswer

  init(_ answer: QueryAnswer) { self.answer = answer }

  func text() throws(Diagnostic) -> String {
    guard case .paths(let paths) = answer.body else { throw answer.notPaths("dot") }
    var nodes: [AnswerNode] = []
    var seenNodes: Set<ConceptID> = []
    var lines: [String] = []
    var seenEdges: Set<String> = []
    for path in paths.paths {
      for node in path.nodes where seenNodes.insert(node.id).inserted { nodes.append(node) }
      for hop in path.hops {
        let line = edge(hop)
        if seenEdges.insert(line).inserted { lines.append(line) }
      }
    }
    let declared = nodes.map { "  \(quoted($0.id.value)) [label=\(quoted($0.label))];\n" }
    return "digraph paths {\n  rankdir=LR;\n" + declared.joined() + lines.joined() + "}\n"
  }

  private func edge(_ hop: AnswerHop) -> String {
    // A symmetric edge is drawn once, whichever way paths cross it.
    var ends = hop.direction == .backward ? (hop.to.id, hop.from.id) : (hop.from.id, hop.to.id)
    if hop.direction == .either, ends.1 < ends.0 { ends = (ends.1, ends.0) }
    var attributes = ["label=\(quoted((hop.isDenied ? "not " : "") + hop.relation))"]
    if hop.direction == .either { attributes.append("dir=none") }
    if hop.isDenied { attributes.append("style=dashed") }
    if let best = hop.evidence.first {
      attributes.append("tooltip=\(quoted("\(best.source.value): \(best.quote)"))")
    }
    return "  \(quoted(ends.0.value)) -> \(quoted(ends.1.value)) [\(attributes.joined(separator: ", "))];\n"
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
  }
}
