import ConceptModel

/// Writes a readable part of a corpus as a Mermaid flowchart.
struct MermaidExport {
  static func write(_ view: GraphView, options: ExportOptions, to out: ByteWriter) {
    let part = DiagramPart(view, limit: options.nodeLimit)
    if let title = options.title { out.append("---\ntitle: \(yaml(title))\n---\n") }
    let taxonomic = part.edges.filter { LayeredLayout.isTaxonomic(view.relations[$0.relation].name) }
    out.append("flowchart \(taxonomic.count * 3 >= part.edges.count && !taxonomic.isEmpty ? "BT" : "LR")\n")
    if part.omitted > 0 {
      out.append("  %% the \(part.nodes.count) most central of \(part.nodes.count + part.omitted) connected concepts\n")
    }
    for node in part.nodes {
      let label = label(view.nodes[node].label)
      out.append(view.nodes[node].entity == nil ? "  n\(node)(\"\(label)\")\n" : "  n\(node)[\"\(label)\"]\n")
    }
    for edge in part.edges {
      let caption = label(view.caption(edge))
      let style = EdgeStyle(relation: view.relations[edge.relation], polarity: edge.polarity)
      let arrow: String
      if edge.polarity == .denied {
        arrow = style.isDirected ? "-. \"\(caption)\" .->" : "-. \"\(caption)\" .-"
      } else {
        arrow = style.isDirected ? "-- \"\(caption)\" -->" : "-- \"\(caption)\" ---"
      }
      out.append("  n\(edge.subject) \(arrow) n\(edge.object)\n")
    }
  }

  /// A label between quotation marks: Mermaid reads `#name;` and `#number;` as characters, and mark-up otherwise.
  private static func label(_ text: String) -> String {
    var out = ""
    for scalar in singleLine(text).unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ", "-", ".", ",", "(", ")", "/", "?": out.unicodeScalars.append(scalar)
      default:
        if scalar.value < 0x80 { out += "#\(scalar.value);" } else { out.unicodeScalars.append(scalar) }
      }
    }
    return out
  }

  private static func yaml(_ text: String) -> String {
    var out = "\""
    for scalar in singleLine(text).unicodeScalars {
      if scalar == "\"" || scalar == "\\" { out += "\\" }
      out.unicodeScalars.append(scalar)
    }
    return out + "\""
  }
}
