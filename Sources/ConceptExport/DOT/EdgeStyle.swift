import ConceptModel

/// How an edge is drawn: never told by colour alone, the arrow head and the caption say the same.
struct EdgeStyle {
  /// A Graphviz arrow shape.
  var arrow: String
  /// A Graphviz line style.
  var line: String
  var color: String
  var isDirected: Bool
  /// Whether the edge decides the levels of the drawing.
  var ranks: Bool

  init(relation: Relation, polarity: Polarity) {
    isDirected = !relation.isSymmetric
    ranks = LayeredLayout.isTaxonomic(relation.name) || !relation.isSymmetric && relation.isBridge
    line = "solid"
    color = "#44546a"
    switch relation.name {
    case "is-a": arrow = "onormal"
    case "instance-of", "example-of":
      arrow = "onormal"
      line = "dotted"
    case "part-of": arrow = "odiamond"
    case "leads-to", "causes":
      arrow = "normal"
      color = "#8a4b08"
    case "undermines", "evidence-against", "argues-against":
      arrow = "tee"
      color = "#8a4b08"
    case "requires": arrow = "dot"
    case "same-as", "maps-to":
      arrow = "none"
      line = "bold"
      color = "#1d6b45"
    case "different-from", "contrasts-with", "conflated-with":
      arrow = "none"
      line = "dotted"
      color = "#a03030"
    default: arrow = relation.isSymmetric ? "none" : "vee"
    }
    if polarity == .denied {
      line = "dashed"
      color = "#a03030"
    }
  }

  /// The arrow in yEd's names.
  var yEdArrow: String {
    switch arrow {
    case "onormal": "white_delta"
    case "odiamond": "white_diamond"
    case "normal": "standard"
    case "tee": "t_shape"
    case "dot": "circle"
    case "none": "none"
    default: "plain"
    }
  }

  /// The arrow in words, for the legend.
  var arrowInWords: String {
    switch arrow {
    case "onormal": line == "dotted" ? "hollow head, dotted line" : "hollow head"
    case "odiamond": "hollow diamond"
    case "normal": "filled head"
    case "tee": "bar"
    case "dot": "filled dot"
    case "none": line == "dotted" ? "dotted line, no head" : "thick line, no head"
    default: "open head"
    }
  }
}
