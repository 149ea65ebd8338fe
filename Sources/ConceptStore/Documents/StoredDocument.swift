import ConceptModel

/// A document as the store keeps it: what depends on that document alone.
public struct StoredDocument: Hashable, Sendable {
  public var info: DocumentInfo
  /// The text as read, UTF-8; for a notation file the notation itself.
  public var text: [UInt8]
  /// The way back to the source bytes, in an encoding that the store does not look into.
  public var offsets: [UInt8]
  /// What was found in the document, in an encoding that the store does not look into.
  public var analysis: [UInt8]
  /// The version of the rules that made the analysis; an ingest compares it to know what to read anew.
  public var analysisVersion: String
  /// Whether the text is a notation file (`.facts`).
  public var isNotation: Bool

  public init(
    info: DocumentInfo, text: [UInt8], offsets: [UInt8] = [], analysis: [UInt8] = [], analysisVersion: String = "",
    isNotation: Bool = false
  ) {
    self.info = info
    self.text = text
    self.offsets = offsets
    self.analysis = analysis
    self.analysisVersion = analysisVersion
    self.isNotation = isNotation
  }
}

/// A document's analysis, or its notation, as consolidation reads it.
public struct StoredAnalysis: Hashable, Sendable {
  public var info: DocumentInfo
  public var isNotation: Bool
  /// The version of the rules that made the analysis.
  public var analysisVersion: String
  /// The analysis; for a notation file its text.
  public var content: [UInt8]
}
