import ConceptModel

/// The `y:` mark-up that gives nodes and edges a shape, a label and a first place in yEd.
///
/// yEd reads titles from `y:NodeLabel` and `y:EdgeLabel` only; the GraphML schema does not know these elements.
struct YEdGraphics {
  static let namespaces = " xmlns:y=\"http://www.yworks.com/xml/graphml\""
  static let keys = """
    <key id="n_graphics" for="node" yfiles.type="nodegraphics"/>
    <key id="e_graphics" for="edge" yfiles.type="edgegraphics"/>

    """

  private let view: GraphView
  private let layout: LayeredLayout

  init(_ view: GraphView) {
    self.view = view
    layout = LayeredLayout(view)
  }

  func node(_ index: Int) -> String {
    let place = layout.places[index]
    let node = view.nodes[index]
    let shape = node.entity == nil ? "roundrectangle" : "rectangle"
    let fill = node.entity == nil ? "#E8F0FA" : "#F4F1E6"
    return """
      <data key="n_graphics"><y:ShapeNode><y:Geometry height="\(LayeredLayout.nodeHeight)" \
      width="\(place.width)" x="\(place.x)" y="\(place.y)"/><y:Fill color="\(fill)" transparent="false"/>\
      <y:BorderStyle color="#44546A" type="line" width="1.0"/>\
      <y:NodeLabel fontSize="12" textColor="#000000">\(xmlText(node.label))</y:NodeLabel>\
      <y:Shape type="\(shape)"/></y:ShapeNode></data>
      """
  }

  func edge(_ edge: GraphView.Edge) -> String {
    let style = EdgeStyle(relation: view.relations[edge.relation], polarity: edge.polarity)
    let line = edge.polarity == .denied ? "dashed" : "line"
    return """
      <data key="e_graphics"><y:PolyLineEdge><y:LineStyle color="#44546A" type="\(line)" width="1.0"/>\
      <y:Arrows source="none" target="\(style.yEdArrow)"/>\
      <y:EdgeLabel fontSize="10" textColor="#000000">\(xmlText(view.caption(edge)))</y:EdgeLabel>\
      <y:BendStyle smoothed="false"/></y:PolyLineEdge></data>
      """
  }

  private func xmlText(_ text: String) -> String {
    var bytes: [UInt8] = []
    let writer = ByteWriter(capacity: 256) { bytes += $0 }
    writer.appendXML(text)
    // The sink only grows an array, so that it has no error to throw.
    try? writer.finish()
    return String(decoding: bytes, as: UTF8.self)
  }
}
