import ConceptModel

/// Prints a document for `--dump document`: its head, then each block with its kind, place and text.
public enum DocumentDump {
  /// The document as lines of text, the same for the same document.
  public static func write(_ document: Document) -> String {
    var out = "document \(document.info.id.value)\n"
    out += "  type \(document.info.mediaType), encoding \(document.info.encoding)\n"
    if let title = document.info.title { out += "  title \(title)\n" }
    for author in document.info.authors { out += "  author \(author)\n" }
    if let date = document.info.date { out += "  date \(date)\n" }
    for diagnostic in document.diagnostics { out += "  \(diagnostic.level.rawValue) \(diagnostic.message)\n" }
    for index in document.blocks.indices { out += describe(document, index) }
    return out
  }

  private static func describe(_ document: Document, _ index: Int) -> String {
    let block = document.blocks[index]
    let source = document.offsets.sourceRange(of: block.range)
    var line = "[\(index)] \(name(block.kind))"
    if block.role != .body { line += " (\(name(block.role)))" }
    line += " \(block.range.lowerBound)..<\(block.range.upperBound)"
    line += " line \(document.sourceLines.line(at: source.lowerBound).number)"
    if !block.headings.isEmpty { line += " under \(block.headings.map(String.init).joined(separator: "/"))" }
    if let parent = block.parent { line += " parent \(parent)" }
    if block.section != 0 { line += " section \(block.section)" }
    line += "\n    \(shown(document.text[block.range]))\n"
    for span in block.spans { line += "    · \(name(span.kind)): \(shown(document.text[span.range]))\n" }
    return line
  }

  private static func shown(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "⏎").replacing("\n", with: "⏎")
  }

  private static func name(_ kind: Block.Kind) -> String {
    switch kind {
    case .paragraph: "paragraph"
    case .heading(let level): "heading \(level)"
    case .listItem(let depth, let ordinal): "item \(depth)\(ordinal.map { " number \($0)" } ?? "")"
    case .definitionTerm: "term"
    case .definitionDescription: "description"
    case .tableCell(let table, let row, let column, let isHeader):
      "\(isHeader ? "header " : "")cell \(table):\(row):\(column)"
    case .caption: "caption"
    case .footnote(let label): "footnote \(label)"
    case .code: "code"
    case .math: "math"
    }
  }

  private static func name(_ role: Block.Role) -> String {
    switch role {
    case .body: "body"
    case .furniture: "furniture"
    case .quotation: "quotation"
    case .comment(let author): "comment\(author.map { " by \($0)" } ?? "")"
    case .reference: "reference"
    case .admonition(let kind): kind
    }
  }

  private static func name(_ kind: InlineSpan.Kind) -> String {
    switch kind {
    case .emphasis: "emphasis"
    case .strong: "strong"
    case .code: "code"
    case .math: "math"
    case .defined: "defined"
    case .abbreviation(let expansion): "abbreviation\(expansion.map { " of \($0)" } ?? "")"
    case .link(let target): "link to \(target)"
    case .footnoteMark(let label): "mark \(label)"
    case .citation: "citation"
    case .quotation: "quotation"
    case .deleted: "deleted"
    }
  }
}
