import ConceptModel

/// What one document says on its own, before the corpus decides which phrases are concepts.
///
/// A pure function of the document's bytes and the rules; a store keeps it encoded, so that consolidating a corpus
/// never reads a document twice.
public struct LocalExtraction: Sendable, Equatable {
  /// The document.
  public var info: DocumentInfo
  /// The number of tokens that were analysed.
  public var tokenCount = 0
  /// The distinct spellings of the terms, in the order in which they first stand.
  var spellings: [LocalSpelling] = []
  var terms: [LocalTerm] = []
  var names: [LocalName] = []
  var abbreviations: [LocalAbbreviation] = []
  var definitions: [LocalDefinition] = []
  var relations: [LocalRelation] = []
  var statements: [LocalStatement] = []
  var scales: [LocalScale] = []
  /// Words that stand with a capital somewhere and in lower case elsewhere, lower case, sorted: they are no names.
  var ordinaryWords: [String] = []
  /// The heading paths that evidence refers to.
  var headingPaths: [[String]] = []

  init(info: DocumentInfo) { self.info = info }
}

/// A stretch of a document in all the coordinates that evidence needs.
struct Place: Sendable, Equatable, Hashable {
  /// Unicode code points of the text, end exclusive.
  var start: UInt32
  var end: UInt32
  /// Bytes of the source.
  var sourceStart: UInt32
  var sourceEnd: UInt32
  var line: UInt32
  var column: UInt32
  /// Index into `LocalExtraction.headingPaths`.
  var headings: UInt32
}

/// A spelling of a candidate term with its merge key.
struct LocalSpelling: Sendable, Equatable {
  var text: String
  var key: String
}

/// A candidate term at one place.
struct LocalTerm: Sendable, Equatable {
  /// Index into `LocalExtraction.spellings`.
  var spelling: UInt32
  var place: Place
  var sentence: UInt32
  var flags: TermCandidate.Flags
}

/// A run of capitalised words that could name a person, work or organisation.
struct LocalName: Sendable, Equatable {
  var text: String
  var place: Place
  var cues: NameCues
}

/// A passage with its place: the material of `Evidence`.
struct LocalPassage: Sendable, Equatable {
  var quote: String
  var place: Place
}

struct LocalAbbreviation: Sendable, Equatable {
  var short: String
  var long: String?
  var passage: LocalPassage
  var confidence: Double
  var rule: String
}

struct LocalDefinition: Sendable, Equatable {
  var term: String
  var text: String
  var genus: String?
  /// The lemma of the verb when the definition names an activity ("deceiving humans about …").
  var genusVerb: String?
  var conditions: [String]
  var scope: String?
  var attribution: Attribution
  var confidence: Double
  var rule: String
  var passage: LocalPassage
}

struct LocalRelation: Sendable, Equatable {
  var relation: String
  var subject: String
  var object: String
  /// With prepositional complements, where the phrase has them.
  var fullSubject: String?
  var fullObject: String?
  var polarity: Polarity
  var attribution: Attribution
  var modality: Modality
  var hedged: Bool
  var basis: Basis
  var confidence: Double
  var rule: String
  var surface: String?
  var passage: LocalPassage
}

struct LocalStatement: Sendable, Equatable {
  var kind: TermStatementKind
  var terms: [String]
  var passages: [LocalPassage]
  var attribution: Attribution
  var confidence: Double
  var rule: String
}

/// A scale written down by a source: "cold - cool - warm - hot".
struct LocalScale: Sendable, Equatable {
  var members: [String]
  /// Whether the text presents the members as degrees of one thing.
  var presentsDegrees: Bool
  var attribution: Attribution
  var passage: LocalPassage
}

/// What stands around a name and tells what it names.
struct NameCues: OptionSet, Sendable, Hashable {
  let rawValue: UInt16
  /// Subject of a verb of saying, "argues that".
  static let speaks = NameCues(rawValue: 1)
  /// Followed by "'s" and a word for a text or a thought.
  static let owns = NameCues(rawValue: 2)
  /// Followed by a year in brackets or "et al.".
  static let cited = NameCues(rawValue: 4)
  /// Begins with a given name.
  static let givenName = NameCues(rawValue: 8)
  /// Holds a word for an organisation.
  static let organisation = NameCues(rawValue: 16)
  /// Stands in quotation marks, a link or italics, or holds function words: a title.
  static let title = NameCues(rawValue: 32)
  /// Behind "by" or a title such as "Dr".
  static let byline = NameCues(rawValue: 64)
  /// Two or more words.
  static let compound = NameCues(rawValue: 128)
  /// All its words are tagged as proper nouns, and it does not open its sentence.
  static let proper = NameCues(rawValue: 256)
  /// Behind "in", "at", "from" or the like.
  static let located = NameCues(rawValue: 512)
}
