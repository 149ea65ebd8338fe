import ConceptModel

/// Splits documents into sentences and words and says what the words are and how they hang together.
///
/// The same text gives the same analysis on every machine. A value may be used from several tasks at once.
public struct LinguisticAnalyzer: Sendable {
  public init() {}

  /// Analyses the blocks of running text; furniture and code are left alone.
  public func analyze(_ document: Document) -> AnalyzedDocument {
    let scratch = AnalysisScratch()
    return scratch.analyze(document)
  }

  /// Whether the sentences of a block are analysed.
  static func isProse(_ block: Block) -> Bool {
    block.role != .furniture && block.kind != .code
  }
}
