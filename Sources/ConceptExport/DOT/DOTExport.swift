import ConceptModel

/// Writes a corpus in the DOT language of Graphviz.
struct DOTExport {
  private let view: GraphView
  private let part: DiagramPart
  private let options: ExportOptions
  private let out: ByteWriter

  static func write(_ view: GraphView, options: ExportOptions, to out: ByteWriter) {
    DOTExport(
      view: view, part: DiagramPart(view, limit: options.nodeLimit), options: options, out: out
    ).write()
  }

  private func write() {
    out.literal("digraph distinguo {\n")
    out.append("  graph [rankdir=\(rankdir), fontname=\"Helvetica\", nodesep=0.2, ranksep=0.7")
    if let caption {
      out.literal(", labelloc=b, label=")
      quoted(Self.label(caption, wrap: nil))
    }
    out.literal("]\n")
    out.literal(
      "  node [shape=box, style=\"rounded,filled\", fillcolor=\"#e8f0fa\", color=\"#44546a\", fontname=\"Helvetica\", fontsize=11]\n"
    )
    out.literal("  edge [fontname=\"Helvetica\", fontsize=9, color=\"#44546a\", arrowsize=0.8]\n")
    writeNodes()
    let ranked = ranked
    for edge in part.edges {
      writeEdge(edge, isFree: !ranked.contains(edge.subject) || !ranked.contains(edge.object))
    }
    if options.legend && !part.edges.isEmpty { writeLegend() }
    out.literal("}\n")
  }

  /// Small taxonomies read from the bottom up; others from left to right, where wide boxes stack better.
  private var rankdir: String {
    let taxonomic = part.edges.filter { LayeredLayout.isTaxonomic(view.relations[$0.relation].name) }
    let isSmall = part.nodes.count <= Self.smallDrawing
    return isSmall && taxonomic.count * 3 >= part.edges.count && !taxonomic.isEmpty ? "BT" : "LR"
  }

  private static let smallDrawing = 20

  /// The nodes whose level other than symmetric edges decide.
  private var ranked: Set<Int> {
    var nodes: Set<Int> = []
    for edge in part.edges where EdgeStyle(relation: view.relations[edge.relation], polarity: edge.polarity).ranks {
      nodes.insert(edge.subject)
      nodes.insert(edge.object)
    }
    return nodes
  }

  private var caption: String? {
    let rest =
      part.omitted > 0
      ? "the \(part.nodes.count) most central of \(part.nodes.count + part.omitted) connected concepts" : nil
    let lines = [options.title, rest].compactMap { $0 }
    return lines.isEmpty ? nil : lines.joined(separator: ": ")
  }

  private func writeNodes() {
    let groups = clusters()
    for (number, group) in groups.enumerated() {
      let inCluster = group.title != nil
      if let title = group.title {
        out.append("  subgraph cluster_\(number) {\n    label=")
        quoted(Self.label(title, wrap: nil))
        out.literal(" style=rounded color=\"#a0a8b4\" fontname=\"Helvetica\" fontsize=10\n")
      }
      for node in group.nodes { writeNode(node, indent: inCluster ? "    " : "  ") }
      if inCluster { out.literal("  }\n") }
    }
  }

  private func writeNode(_ index: Int, indent: String) {
    let node = view.nodes[index]
    out.append(indent)
    quoted(Self.name(node.id.value))
    out.literal(" [label=")
    quoted(Self.label(node.label, wrap: 22))
    if node.entity != nil { out.literal(", shape=note, style=filled, fillcolor=\"#f4f1e6\"") }
    if let gloss = view.concept(node)?.gloss {
      out.literal(", tooltip=")
      quoted(Self.label(gloss, wrap: nil))
    }
    out.literal("]\n")
  }

  /// - Parameter isFree: Whether an end has no level of its own yet, so that the edge may decide it.
  private func writeEdge(_ edge: GraphView.Edge, isFree: Bool) {
    let style = EdgeStyle(relation: view.relations[edge.relation], polarity: edge.polarity)
    out.literal("  ")
    quoted(Self.name(view.nodes[edge.subject].id.value))
    out.literal(" -> ")
    quoted(Self.name(view.nodes[edge.object].id.value))
    out.literal(" [label=")
    quoted(Self.label(view.caption(edge), wrap: nil))
    out.append(", arrowhead=\(style.arrow), style=\(style.line), color=\"\(style.color)\"")
    if !style.isDirected { out.literal(", dir=none") }
    if !style.ranks && !isFree { out.literal(", constraint=false") }
    let best = view.best(edge)
    out.literal(", tooltip=")
    quoted(Self.label("\(best.evidence.quote) (\(best.effectiveSource))", wrap: nil))
    out.literal("]\n")
  }

  /// The nodes by cluster, those without one first.
  private func clusters() -> [(title: String?, nodes: [Int])] {
    let titles: [Int: String]
    switch options.clusters {
    case .none: titles = [:]
    case .source: titles = Clusters.bySource(view, part)
    case .topConcept: titles = Clusters.byTopConcept(view, part)
    }
    var groups: [String: [Int]] = [:]
    for node in part.nodes { if let title = titles[node] { groups[title, default: []].append(node) } }
    let free = part.nodes.filter { titles[$0] == nil }
    var result: [(title: String?, nodes: [Int])] = [(nil, free)]
    for title in groups.keys.sorted(by: scalarLess) { result.append((title, groups[title] ?? [])) }
    return result
  }

  private func writeLegend() {
    var seen: [(relation: Int, denied: Bool)] = []
    for edge in part.edges {
      let denied = edge.polarity == .denied
      if !seen.contains(where: { $0.relation == edge.relation && $0.denied == denied }) {
        seen.append((edge.relation, denied))
      }
    }
    seen.sort { ($0.relation, $0.denied ? 1 : 0) < ($1.relation, $1.denied ? 1 : 0) }
    out.literal(
      "  legend [shape=plaintext, style=\"\", fontsize=9, label=<<table border=\"0\" cellborder=\"0\" cellspacing=\"1\">"
    )
    for entry in seen {
      let relation = view.relations[entry.relation]
      let style = EdgeStyle(relation: relation, polarity: entry.denied ? .denied : .asserted)
      let words = entry.denied ? "dashed line" : style.arrowInWords
      let name = (entry.denied ? "not " : "") + relation.name
      let reading = entry.denied ? "a source denies: \(relation.reading)" : relation.reading
      out.literal("<tr><td align=\"left\"><b>")
      out.appendXML(singleLine(name))
      out.literal("</b></td><td align=\"left\">")
      out.appendXML(singleLine("\(reading) (\(words))"))
      out.literal("</td></tr>")
    }
    out.literal("</table>>]\n")
  }

  private func quoted(_ text: String) {
    out.literal("\"")
    out.append(text)
    out.literal("\"")
  }

  /// The inside of a quoted node name: only the quotation mark needs an escape there; a backslash is doubled all the
  /// same, lest one at the end swallow the closing mark.
  private static func name(_ text: String) -> String {
    var out = ""
    for scalar in singleLine(text).unicodeScalars {
      if scalar == "\"" || scalar == "\\" { out.unicodeScalars.append("\\") }
      out.unicodeScalars.append(scalar)
    }
    return out
  }

  /// The inside of a quoted label: Graphviz reads `\n`-like escapes and `&name;` references there, so that both
  /// introducers are escaped; lines are broken at spaces.
  static func label(_ text: String, wrap: Int?) -> String {
    var out = ""
    var width = 0
    for word in singleLine(text).split(separator: " ", omittingEmptySubsequences: true) {
      if !out.isEmpty {
        let breaks = wrap.map { width + 1 + word.count > $0 } ?? false
        out += breaks ? "\\n" : " "
        width = breaks ? 0 : width + 1
      }
      width += word.count
      for scalar in word.unicodeScalars {
        switch scalar {
        case "\"": out += "\\\""
        case "\\": out += "\\\\"
        case "&": out += "&amp;"
        case "<": out += "&lt;"
        case ">": out += "&gt;"
        default: out.unicodeScalars.append(scalar)
        }
      }
    }
    return out
  }
}

/// The two ways in which a diagram groups its concepts.
enum Clusters {
  /// Each concept under the document with most assertions about it, the first of them in a tie.
  static func bySource(_ view: GraphView, _ part: DiagramPart) -> [Int: String] {
    var counts: [Int: [DocumentID: Int]] = [:]
    for edge in part.edges {
      for index in edge.assertions {
        let source = view.graph.assertions[index].effectiveSource
        counts[edge.subject, default: [:]][source, default: 0] += 1
        counts[edge.object, default: [:]][source, default: 0] += 1
      }
    }
    return counts.compactMapValues { counts in
      counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.first?.key.value
    }
  }

  /// Each concept under the broadest concept above it; concepts with nothing above or below them stay free.
  static func byTopConcept(_ view: GraphView, _ part: DiagramPart) -> [Int: String] {
    var broader: [Int: [Int]] = [:]
    var hasNarrower: Set<Int> = []
    for edge in part.edges where edge.polarity == .asserted && view.relations[edge.relation].name == "is-a" {
      broader[edge.subject, default: []].append(edge.object)
      hasNarrower.insert(edge.object)
    }
    var titles: [Int: String] = [:]
    for node in part.nodes where broader[node] != nil || hasNarrower.contains(node) {
      var top = node
      var seen: Set<Int> = [node]
      while let next = broader[top]?.first(where: { !seen.contains($0) }) {
        seen.insert(next)
        top = next
      }
      titles[node] = view.nodes[top].label
    }
    return titles
  }
}
