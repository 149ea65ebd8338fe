import ConceptModel

/// One extraction rule: patterns, the relation that they give, and the examples that prove it.
public struct Rule: Sendable {
  /// The stable id that records carry, such as `LEADS-VERB`.
  public var id: String
  /// A relation of the closed list, or one declared in the same rule text.
  public var relation: String
  /// The relation that a negated match asserts instead (`different-from` for "is not the same as"), if any.
  public var deniedRelation: String?
  /// The probability that a match is right, 0…1, before the parser's own doubt is counted in.
  public var confidence: Double
  public var basis: Basis
  /// What the rule is for, one line.
  public var summary: String
  /// Whether negation, questions and conditions around the match touch it; false for wordings inside noun phrases.
  public var heedsClause: Bool
  public var examples: [RuleExample]
  /// The file and line that the rule stands in.
  public var file: String
  public var line: Int
  var patterns: [RulePattern]
  var conditions: [CaptureCondition]
}

/// A sentence with the relations that a rule must, or must not, find in it.
public struct RuleExample: Sendable, Hashable {
  /// Whether the rule has to match.
  public var matches: Bool
  public var text: String
  /// What must be found, as `A` and `B` written in the text; empty when any match will do.
  public var expected: [Pair]
  var place: Diagnostic.Place?

  /// A subject and an object as a term would be written.
  public struct Pair: Sendable, Hashable {
    public var subject: String
    public var object: String
  }
}

/// What a rule looks for.
enum RulePattern: Sendable {
  case sequence(SequencePattern)
  case frame(FramePattern)
}

/// A demand on a captured phrase, from a `where` line.
///
/// `name`: all its words are proper nouns, and it is no abbreviation. `attached`: it hangs below the other argument in the
/// tree, if there is a tree. `abstract`: its head ends as abstract nouns do, or is in the list.
/// `spelled`: it has a word of three letters or more, so it is no formula. `judged`: its head is one of the words, behind
/// adjectives of praise or blame.
struct CaptureCondition: Sendable {
  enum Property: String, CaseIterable, Sendable {
    case lemma, word, tag, determiner, number, name, attached, abstract, arc, spelled, judged
  }
  var capture: Capture
  var property: Property
  var isNegated: Bool
  var words: WordSet
  var tags: Set<UniversalTag>
  var arcs: Set<Arc> = []
  /// `none` among the determiners, `plural` among the numbers.
  var flag: Bool
}

/// The named parts of a match: A and B are the relation's subject and object, H the holder of the view.
enum Capture: Int, Sendable, CaseIterable {
  case a, b, h, x

  init?(letter: Character) {
    switch letter {
    case "A": self = .a
    case "B": self = .b
    case "H": self = .h
    case "X": self = .x
    default: return nil
    }
  }
}

/// A test of one token.
indirect enum TokenTest: Sendable {
  case any
  case form(WordSet)
  case lemma(WordSet)
  /// Form or lemma is a member of a list.
  case member(WordSet)
  case tag(UniversalTag)
  case penn(PennTag)
  case not(TokenTest)
  case both(TokenTest, TokenTest)
  case either(TokenTest, TokenTest)
  /// Nothing but the letter case: starts with a capital.
  case capitalized
  /// No white space before the token.
  case glued

  func accepts(_ position: Int, in grid: SentenceGrid) -> Bool {
    switch self {
    case .any: return true
    case .form(let set): return set.contains(grid.form[position])
    case .lemma(let set): return set.contains(grid.lemma[position])
    case .member(let set): return set.contains(grid.form[position]) || set.contains(grid.lemma[position])
    case .tag(let tag): return grid.tag[position] == tag
    case .penn(let tag): return grid.penn[position] == tag
    case .not(let test): return !test.accepts(position, in: grid)
    case .both(let left, let right): return left.accepts(position, in: grid) && right.accepts(position, in: grid)
    case .either(let left, let right): return left.accepts(position, in: grid) || right.accepts(position, in: grid)
    case .capitalized: return (0x41...0x5A).contains(grid.firstByte(position))
    case .glued: return position > 0 && grid.isGlued(position - 1)
    }
  }
}

/// A pattern over neighbouring tokens and phrases, split at its anchor: the word that triggers it.
struct SequencePattern: Sendable {
  /// Words of which one starts the right half.
  var triggers: [Int32]
  /// Runs leftwards from the token before the anchor.
  var left: [SequenceStep]
  /// Runs rightwards from the anchor.
  var right: [SequenceStep]
}

/// An instruction of a compiled sequence pattern.
enum SequenceStep: Sendable {
  case test(TokenTest)
  /// A base noun phrase.
  case phrase
  /// A coordination of noun phrases, or a single one.
  case list
  case open(Capture)
  case close(Capture)
  /// Tries the next step first, then the step at the index.
  case fork(Int)
  /// Tries the step at the index first, then the next.
  case forkLazy(Int)
  case jump(Int)
  /// Fails if the steps up to `.accept` match from here; goes on at the index otherwise.
  case refuse(Int)
  case sentenceStart
  case sentenceEnd
  case accept
}

/// A pattern over a predicate and its arguments, whatever their order and voice.
struct FramePattern: Sendable {
  enum Kind: String, CaseIterable, Sendable { case verb, adjective, noun, copula }
  var kind: Kind
  /// Lemmas of the predicate; the second word is a particle ("bring about") or 0.
  var predicates: [Predicate]
  var arguments: [Argument]

  struct Predicate: Sendable {
    var lemma: Int32
    var particle: Int32
  }

  struct Argument: Sendable {
    enum Presence: Sendable { case required, optional, absent }
    var presence: Presence
    /// Alternatives, each a path of roles from the predicate.
    var paths: [[Role]]
    var filler: Filler
  }

  enum Filler: Sendable {
    case anything
    case capture(Capture)
    /// The argument is a coordination of exactly two, split over two captures.
    case pair(Capture, Capture)
    case words(WordSet)
  }
}

/// The part that a phrase plays for a predicate, after passives, relative clauses, control and the like are undone.
enum Role: Sendable, Hashable {
  /// Who or what acts, or what a copula speaks of.
  case subject
  /// What the verb is done to.
  case object
  case indirect
  /// A second predicate: "is called Y", "considers X a Y", the nominal of a copula.
  case complement
  /// The predicate itself.
  case itself
  /// The clause that depends as an infinitive: "used to V".
  case infinitive
  /// A finite clause: "shows that …".
  case clause
  /// The possessor: "X's cause".
  case possessor
  /// A noun before the predicate noun: "deception risk".
  case compound
  /// For a noun that is the subject of a copula: what it is said to be.
  case identity
  /// A nominal with this preposition.
  case preposition(Int32)
  /// A gerund clause with this preposition: "for computing Y".
  case gerund(Int32)
}
