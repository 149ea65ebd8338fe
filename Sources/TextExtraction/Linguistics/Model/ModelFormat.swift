/// The parts of a model file, in file order.
///
/// The file is little-endian: the magic number, the number of sections, then offset and length of each section in
/// bytes, then the sections, each starting at a multiple of 16.
@_spi(Training) public enum ModelSection: Int, CaseIterable, Sendable {
  /// Lines `NOUN NN`, one for each tag of the tagger.
  case tagNames
  /// Lines such as `nsubj:pass`, one for each label of the parser.
  case labelNames
  /// `Int32`: shifts and units, see `ModelParameter`.
  case parameters
  /// `UInt32`: the hashes of the words, ascending; a word's row is its position.
  case vocabulary
  /// `UInt8` for each word: the row of the tags it has been seen with.
  case ambiguity
  /// `Int8` embeddings of the tagger.
  case taggerWords, taggerSuffixes, taggerAffixes, taggerShapes, taggerAmbiguity, taggerTags
  /// `Int16` hidden weights slot by slot and in it unit by unit, `Int16` biases, `Int16` output weights by output row, `Int32` biases.
  case taggerHidden, taggerHiddenBias, taggerOutput, taggerOutputBias
  /// `Int8` embeddings of the parser, shared by its two nets.
  case parserWords, parserTags, parserLabels
  case actionHidden, actionHiddenBias, actionOutput, actionOutputBias
  case arcHidden, arcHiddenBias, arcOutput, arcOutputBias
  /// `UInt8`: the chance that an arc is right by the margin of its move, in steps of `marginUnit`.
  case confidence
  /// `UInt32` hashes of word ends, ascending; `UInt16` edit for each; edits of `LemmaEdit.size` bytes.
  case lemmaKeys, lemmaRules, lemmaEdits
}

/// The places of the `parameters` section: how far products of an embedding table and its weights are shifted right
/// to give pre-activations in units of 1/512, for each slot of each net, and what a score of one is in the tagger and a sixteenth in the action net.
@_spi(Training) public enum ModelParameter {
  public static let taggerShifts = 0
  public static let actionShifts = 32
  public static let arcShifts = 80
  public static let marginUnit = 120
  /// The unit of the tagger's scores.
  public static let tagUnit = 121
  public static let count = 128
}

/// The sizes of the nets.
@_spi(Training) public enum ModelShape {
  public static let magic: UInt32 = 0x314D_4C44  // "DLM1"
  public static let preactivationScale = 512

  public static let taggerHidden = 64
  public static let taggerWord = 32
  public static let taggerSuffix = 16
  public static let taggerAffix = 8
  public static let taggerShape = 8
  public static let taggerAmbiguity = 16
  public static let taggerTag = 16
  public static let ambiguityRows = 256

  public static let actionHidden = 128
  public static let arcHidden = 64
  public static let parserWord = 48
  public static let parserTag = 16
  public static let parserLabel = 12
  /// The nodes of the action net, of its 16, that are seen with their words and not only their tags.
  public static let actionWords = 10
  public static let arcWords = 8
  public static let arcTags = 12
  /// Seven labels and the direction of the arc.
  public static let arcLabels = 8
}

/// A slot of a net's input: which table it reads and where the word stands that it describes.
@_spi(Training) public struct TaggerSlot: Sendable {
  public enum Table: Sendable { case word, suffix3, suffix4, suffix2, prefix3, shape, ambiguity, tag }
  public var table: Table
  /// The position of the word, or of the earlier tag, relative to the word to be tagged.
  public var position: Int

  public var width: Int {
    switch table {
    case .word: ModelShape.taggerWord
    case .suffix3, .suffix4: ModelShape.taggerSuffix
    case .suffix2, .prefix3: ModelShape.taggerAffix
    case .shape: ModelShape.taggerShape
    case .ambiguity: ModelShape.taggerAmbiguity
    case .tag: ModelShape.taggerTag
    }
  }

  /// The tagger's input, in the order of its weights.
  public static let all: [TaggerSlot] =
    (-2...2).map { TaggerSlot(table: .word, position: $0) }
    + [0, -1, 1].map { TaggerSlot(table: .suffix3, position: $0) }
    + [TaggerSlot(table: .suffix4, position: 0), TaggerSlot(table: .suffix2, position: 0)]
    + [TaggerSlot(table: .prefix3, position: 0)]
    + [0, -1, 1].map { TaggerSlot(table: .shape, position: $0) }
    + [0, -1, 1, 2].map { TaggerSlot(table: .ambiguity, position: $0) }
    + [-1, -2].map { TaggerSlot(table: .tag, position: $0) }
}

/// The fine-grained tags of a model's tags, each once, in the order in which they first come.
@_spi(Training) public struct PennTags: Sendable {
  public var names: [String] = []
  /// For each tag of the model the index of its fine-grained tag.
  public var index: [UInt8] = []

  public init(_ tagNames: [String]) {
    for name in tagNames {
      let penn = name.split(separator: " ").last.map(String.init) ?? "_"
      let place = names.firstIndex(of: penn) ?? names.count
      if place == names.count { names.append(penn) }
      index.append(UInt8(truncatingIfNeeded: place))
    }
  }
}
