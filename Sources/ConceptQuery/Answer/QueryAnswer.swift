import ConceptGraph
import ConceptModel

/// The answer to a query: what was found, what to say beside it, and how the process should end.
public struct QueryAnswer: Sendable {
  /// What was found.
  public enum Body: Sendable {
    case ask(AskAnswer)
    case table(TableAnswer)
    case paths(PathsAnswer)
    case evidence(EvidenceAnswer)
    case report(ReportAnswer)
  }

  public var body: Body
  /// Lines for standard error: echoed sentences, name resolutions, hints, `no path`, `incomplete`.
  public var notes: [String]
  /// Whether a budget ended the search before the answer was complete.
  public var isIncomplete: Bool
  /// Counted work of the evaluation.
  public var statistics: QueryStatistics
  /// The options that formats need.
  var options: QueryOptions

  /// 0 for yes or some answer, 1 for no or none, 3 when the answer is incomplete.
  public var exitCode: Int32 {
    if isIncomplete { return 3 }
    switch body {
    case .ask(let ask): return ask.isYes ? 0 : 1
    case .table(let table): return table.rows.isEmpty ? 1 : 0
    case .paths(let paths): return paths.paths.isEmpty ? 1 : 0
    case .evidence(let evidence): return evidence.hops.contains { !$0.evidence.isEmpty } ? 0 : 1
    case .report(let report): return report.isAnswer ? 0 : 1
    }
  }
}

/// Counted work of one evaluation, the same on every machine.
public struct QueryStatistics: Hashable, Sendable {
  /// Expanded states of searches.
  public var states: Int
  /// Edges that were looked at.
  public var edges: Int
}

/// A value in an answer.
public enum AnswerCell: Hashable, Sendable {
  /// A concept: its id and its label.
  case concept(ConceptID, String)
  /// A relation: its name, and its IRI when an imported graph brought it.
  case relation(String, isDenied: Bool, iri: String? = nil)
  case integer(Int)
  case decimal(Double)
  case text(String)

  /// The value as in a cell of a table.
  public var text: String {
    switch self {
    case .concept(_, let label): label
    case .relation(let name, let isDenied, _): isDenied ? "not \(name)" : name
    case .integer(let number): String(number)
    case .decimal(let number): Decimals.text(number)
    case .text(let text): text
    }
  }
}

/// One assertion as evidence in an answer.
public struct AnswerEvidence: Hashable, Sendable {
  public var polarity: Polarity
  public var confidence: Double
  /// The document that counts as the source.
  public var source: DocumentID
  public var date: String?
  public var rule: String
  public var quote: String
  /// `file:line:column` of the quotation.
  public var position: String
  public var holder: String?
}

/// The answer to a yes-or-no question.
public struct AskAnswer: Hashable, Sendable {
  public var isYes: Bool
  /// Whether the search ended before the answer was known.
  public var isUnknown = false
  /// The documents that state what was asked, when it was a single hop between known concepts.
  public var sources: [DocumentID] = []
  /// The documents that deny it or state the opposite.
  public var opposed: [DocumentID] = []
  public var evidence: [AnswerEvidence] = []
  public var opposition: [AnswerEvidence] = []
  /// A shortest path that makes the answer yes, when what was asked is no single hop.
  public var witness: AnswerPath?
}

/// A table: columns with names and rows of cells.
public struct TableAnswer: Hashable, Sendable {
  /// Variables without `?`, aggregates as written.
  public var columns: [String]
  public var rows: [[AnswerCell]]
}

/// A hop of a path in an answer.
public struct AnswerHop: Hashable, Sendable {
  /// The node before the hop on the path.
  public var from: AnswerNode
  public var to: AnswerNode
  public var relation: String
  /// The IRI of the relation, when an imported graph brought it.
  public var iri: String?
  public var direction: HopDirection
  public var isDenied: Bool
  public var confidence: Double
  /// The passing assertions behind the hop, best first.
  public var evidence: [AnswerEvidence]

  /// The arrow as on a `paths` line.
  public var arrow: String {
    let name = (isDenied ? "not " : "") + relation
    switch direction {
    case .forward: return "-[\(name)]->"
    case .backward: return "<-[\(name)]-"
    case .either: return "-[\(name)]-"
    }
  }
}

/// A node in an answer.
public struct AnswerNode: Hashable, Sendable {
  public var id: ConceptID
  /// The preferred label, with its sense.
  public var label: String
  /// The label as the notation writes it.
  public var notation: String
}

/// A path in an answer.
public struct AnswerPath: Hashable, Sendable {
  public var start: AnswerNode
  public var hops: [AnswerHop]
  /// The weakest hop; 1 for a path without hops.
  public var confidence: Double
  /// The path as on a `paths` line, which parses back as a chain.
  public var text: String

  public var nodes: [AnswerNode] { [start] + hops.map(\.to) }
  /// The documents behind the hops, sorted.
  public var sources: [DocumentID] { Set(hops.flatMap { $0.evidence.map(\.source) }).sorted() }
}

/// The answer to a path query.
public struct PathsAnswer: Hashable, Sendable {
  public var paths: [AnswerPath]
}

/// The answer to `why`: all assertions behind the hops, denials last.
public struct EvidenceAnswer: Hashable, Sendable {
  public struct Hop: Hashable, Sendable {
    public var from: AnswerNode
    public var relation: String
    /// The IRI of the relation, when an imported graph brought it.
    public var iri: String?
    /// The sign of the relation, when it has one.
    public var sign: String?
    public var to: AnswerNode
    public var evidence: [AnswerEvidence]
  }

  public var hops: [Hop]
}

/// The answer of a statement with a fixed layout: titled sections of lines and tables.
public struct ReportAnswer: Hashable, Sendable {
  public struct Section: Hashable, Sendable {
    public var title: String
    /// A name for programs.
    public var key: String
    public var columns: [String]
    public var rows: [[AnswerCell]]
    /// What is said when there are no rows; nil leaves the section out.
    public var empty: String?
  }

  public var title: String
  public var sections: [Section]
  /// Whether the report answers what was asked.
  public var isAnswer = true
}

/// Why a query has no answer: problems with its text.
public struct QueryFailure: Error, Sendable {
  public var diagnostics: [Diagnostic]

  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// Always 2: the query is wrong.
  public var exitCode: Int32 { 2 }
  /// The problems as text, with carets.
  public var rendered: String { diagnostics.map { $0.rendered() }.joined(separator: "\n") }
}

/// Numbers as text without Foundation.
enum Decimals {
  /// A number with two decimals, rounded half up: `0.60`.
  static func fixed(_ number: Double) -> String {
    let hundredths = Int((max(0, number) * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// A number as short as it can be read back: `0.6`, `1`.
  static func text(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
    return String(number)
  }
}
