import ConceptModel
import Testing

@testable import TextExtraction

/// Short ways to read a text in a test.
enum Reading {
  static func source(_ bytes: [UInt8], _ fileExtension: String?, id: String = "sample") -> SourceText {
    SourceText(id: DocumentID(id), bytes: bytes, fileExtension: fileExtension)
  }

  static func document(_ text: String, _ fileExtension: String?) throws -> Document {
    try #require(try DocumentReader.read(source(Array(text.utf8), fileExtension)).first)
  }

  static func text(_ document: Document, _ range: Range<Int>) -> String {
    String(decoding: document.text[range], as: UTF8.self)
  }

  static func text(_ document: Document, _ block: Block) -> String { text(document, block.range) }

  /// The texts of the blocks with a role.
  static func texts(_ document: Document, role: Block.Role = .body) -> [String] {
    document.blocks.filter { $0.role == role }.map { text(document, $0) }
  }

  /// The first block with a text.
  static func block(_ document: Document, _ wanted: String) throws -> Block {
    try #require(document.blocks.first { text(document, $0) == wanted }, "no block \"\(wanted)\"")
  }

  static func error(_ bytes: [UInt8], _ fileExtension: String?, limits: ReadLimits = .standard) -> Diagnostic? {
    do {
      _ = try DocumentReader.read(source(bytes, fileExtension), limits: limits)
      return nil
    } catch {
      return error
    }
  }
}

/// What holds of every document whatever its source.
enum DocumentInvariants {
  /// The first broken promise of a document, or nil.
  static func violation(_ document: Document, source: [UInt8]) -> String? {
    runViolation(document, source) ?? blockViolation(document)
  }

  private static func runViolation(_ document: Document, _ source: [UInt8]) -> String? {
    var end = 0
    for run in document.offsets.runs {
      let text = Int(run.text)..<(Int(run.text) + Int(run.textLength))
      let bytes = Int(run.source)..<(Int(run.source) + Int(run.sourceLength))
      if text.lowerBound < end { return "runs overlap at \(text.lowerBound)" }
      end = text.upperBound
      if text.upperBound > document.text.count || bytes.upperBound > source.count { return "a run leaves the text" }
      if run.isLiteral, document.text[text] != source[bytes] { return "a literal run differs at \(text.lowerBound)" }
    }
    return nil
  }

  private static func blockViolation(_ document: Document) -> String? {
    var end = 0
    for (index, block) in document.blocks.enumerated() {
      if block.range.isEmpty || block.range.lowerBound < end || block.range.upperBound > document.text.count {
        return "block \(index) is empty, overlaps or leaves the text"
      }
      end = block.range.upperBound
      if String(validating: document.text[block.range], as: UTF8.self) == nil { return "block \(index) cuts a scalar" }
      if block.parent.map({ $0 >= index }) ?? false { return "block \(index) hangs under a later one" }
      if block.headings.contains(where: { $0 >= index }) { return "block \(index) stands under a later heading" }
      for span in block.spans where !block.range.contains(span.range.lowerBound) || span.range.upperBound > end {
        return "a span leaves block \(index)"
      }
    }
    return nil
  }
}
