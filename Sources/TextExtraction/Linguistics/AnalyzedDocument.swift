import ConceptModel

/// Universal part-of-speech tags (Universal Dependencies v2).
public enum UniversalTag: UInt8, Sendable, CaseIterable {
  case adj, adp, adv, aux, cconj, det, intj, noun, num, part, pron, propn, punct, sconj, sym, verb, x

  /// The name as in CoNLL-U, `NOUN`.
  public var name: String { "\(self)".uppercased() }
}

/// A token with its analysis: a range of the document's text and what the linguistic core says about it.
public struct Token: Sendable {
  /// Bytes of `Document.text`.
  public var start: UInt32
  public var end: UInt32
  public var tag: UniversalTag
  /// Index into `AnalyzedDocument.pennTags` (fine-grained Penn tags such as `NNS`).
  public var penn: UInt8
  /// Index into `AnalyzedDocument.relationNames` (dependency labels such as `nsubj:pass`).
  public var dependency: UInt8
  /// How sure the parser was of the arc, 0…255 for 0…1.
  public var arcConfidence: UInt8
  /// The head within the sentence, from 0; -1 for the root.
  public var head: Int32
  /// Index into `AnalyzedDocument.lemmas`.
  public var lemma: UInt32
  public var flags: Flags

  /// Facts about the token's surroundings that the text itself gives.
  public struct Flags: OptionSet, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }
    /// White space follows.
    public static let spaceAfter = Flags(rawValue: 1)
    /// Inside quotation marks within the sentence.
    public static let quoted = Flags(rawValue: 2)
    /// Inside round or square brackets.
    public static let bracketed = Flags(rawValue: 4)
    /// A footnote mark, bullet or other piece of lay-out.
    public static let layout = Flags(rawValue: 8)
    /// Part of a citation: "(Smith, 2002; Jones, 2004)", "[@smith2002]".
    public static let citation = Flags(rawValue: 16)
  }

  public init(
    start: UInt32, end: UInt32, tag: UniversalTag = .x, penn: UInt8 = 0, dependency: UInt8 = 0,
    arcConfidence: UInt8 = 0, head: Int32 = -1, lemma: UInt32 = 0, flags: Flags = []
  ) {
    self.start = start
    self.end = end
    self.tag = tag
    self.penn = penn
    self.dependency = dependency
    self.arcConfidence = arcConfidence
    self.head = head
    self.lemma = lemma
    self.flags = flags
  }

  public var range: Range<Int> { Int(start)..<Int(end) }
}

/// A sentence: a run of tokens within one block.
public struct Sentence: Sendable {
  /// Index into `Document.blocks`.
  public var block: Int
  /// Indexes into `AnalyzedDocument.tokens`.
  public var tokens: Range<Int>
  /// False without a model: the tokens have no heads then. Long sentences are cut so that each part can be parsed.
  public var isParsed: Bool

  public init(block: Int, tokens: Range<Int>, isParsed: Bool = true) {
    self.block = block
    self.tokens = tokens
    self.isParsed = isParsed
  }
}

/// A document with sentences, tokens, tags, lemmas and dependency arcs.
public struct AnalyzedDocument: Sendable {
  public var document: Document
  public var sentences: [Sentence]
  public var tokens: [Token]
  /// The distinct lemmas, UTF-8 strings indexed by `Token.lemma`.
  public var lemmas: [String]
  /// The fine-grained tag names of the model, indexed by `Token.penn`.
  public var pennTags: [String]
  /// The dependency labels of the model, indexed by `Token.dependency`.
  public var relationNames: [String]
  /// What could not be analysed as it stands, such as sentences of hundreds of words.
  public var diagnostics: [Diagnostic] = []

  public init(
    document: Document, sentences: [Sentence], tokens: [Token], lemmas: [String], pennTags: [String],
    relationNames: [String]
  ) {
    self.document = document
    self.sentences = sentences
    self.tokens = tokens
    self.lemmas = lemmas
    self.pennTags = pennTags
    self.relationNames = relationNames
  }
}
