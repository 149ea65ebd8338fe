import ConceptModel

/// When a rule runs unless it is asked for by id.
public enum RuleProfile: String, Sendable, CaseIterable {
  /// On a draft, judged against a corpus.
  case author
  /// On the sources of a corpus against each other.
  case corpus
  /// On the vocabulary itself.
  case vocab
  /// Every rule.
  case all
}

/// A number that a rule compares with, printed wherever the rule is explained and in its findings.
public struct RuleThreshold: Sendable, Hashable {
  public let name: String
  public let value: Double
  /// What is measured, in a few words.
  public let meaning: String

  public init(_ name: String, _ value: Double, _ meaning: String) {
    self.name = name
    self.value = value
    self.meaning = meaning
  }
}

/// What a rule is, apart from its logic: the source of `explain`, the reference and the tests.
public struct RuleDescription: Sendable {
  /// Such as `TC301`.
  public let id: String
  /// Such as `same-vs-different`.
  public let name: String
  public let kind: FindingKind
  /// The severity of an ordinary finding; some rules raise it by one.
  public let severity: Severity
  public let profile: RuleProfile
  /// The condition in one sentence.
  public let condition: String
  /// Why it matters to a reader.
  public let rationale: String
  /// What to do about it.
  public let fix: String
  public let thresholds: [RuleThreshold]
  /// The share of accepted findings with where and on how many it was measured, once that was done.
  public let measuredPrecision: String?
  /// Passages on which the rule speaks, at least three.
  public let triggering: [RuleExample]
  /// Passages on which it is silent, at least three.
  public let silent: [RuleExample]

  public init(
    id: String, name: String, kind: FindingKind, severity: Severity, profile: RuleProfile = .corpus,
    condition: String, rationale: String, fix: String, thresholds: [RuleThreshold] = [],
    measuredPrecision: String? = nil, triggering: [RuleExample], silent: [RuleExample]
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.severity = severity
    self.profile = profile
    self.condition = condition
    self.rationale = rationale
    self.fix = fix
    self.thresholds = thresholds
    self.measuredPrecision = measuredPrecision
    self.triggering = triggering
    self.silent = silent
  }
}

/// One rule that finds confusions of terms in a consolidated corpus.
///
/// A rule reads the index and nothing else, keeps no state, and gives the same findings in the same order every time.
public protocol ConflationRule: Sendable {
  var about: RuleDescription { get }
  func findings(in corpus: CorpusIndex) -> [Finding]
}

extension ConflationRule {
  public var id: String { about.id }

  /// A finding of this rule with its fingerprint.
  ///
  /// - Parameters:
  ///   - terms: What the finding is about, as printed; for concepts their labels.
  ///   - raised: Whether the severity is one higher than usual.
  func finding(
    _ concepts: [ConceptID], terms: [String], message: String, fix: String? = nil, evidence: [Evidence],
    severity: Severity? = nil, raised: Bool = false
  ) -> Finding {
    let usual = severity ?? about.severity
    let level: Severity = raised ? (usual == .note ? .warning : .error) : usual
    return Finding(
      id: Fingerprint.make(rule: about.id, concepts: concepts, terms: terms, evidence: evidence), rule: about.id,
      kind: about.kind, severity: level, terms: terms, concepts: concepts, message: message, fix: fix ?? about.fix,
      evidence: evidence)
  }
}

/// The name under which a finding is found again in a later run.
enum Fingerprint {
  /// The 64-bit FNV-1a hash, in hexadecimal, of the rule, the concepts (or terms, when no concept is known) and the
  /// quotations with case, typography and spacing levelled; neither place nor order counts.
  static func make(rule: String, concepts: [ConceptID], terms: [String], evidence: [Evidence]) -> String {
    let names = concepts.isEmpty ? terms.map(LabelKey.normalised) : concepts.map(\.value)
    let quotes = evidence.map { "\($0.document.value)\u{1}\(LabelKey.folded($0.quote))" }
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    for part in [rule] + names.sorted(by: scalarLess) + ["\u{2}"] + quotes.sorted(by: scalarLess) {
      for byte in Array(part.utf8) + [0] { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
