import ConceptModel
import Synchronization

/// Splits documents into sentences and words and says what the words are and how they hang together.
///
/// The same text gives the same analysis on every machine. A value may be used from several tasks at once.
public struct LinguisticAnalyzer: Sendable {
  private let pool: ScratchPool

  public init() { pool = .shared }

  /// An analyser that lacks some of the remedies around the nets, to measure what they are worth.
  @_spi(Training) public init(without remedies: Set<Remedy>) { pool = ScratchPool(without: remedies) }

  /// Analyses the blocks of running text; furniture and code are left alone.
  public func analyze(_ document: Document) -> AnalyzedDocument {
    let scratch = pool.take()
    defer { pool.give(scratch) }
    return scratch.analyze(document)
  }

  /// Whether the sentences of a block are analysed.
  static func isProse(_ block: Block) -> Bool {
    block.role != .furniture && block.kind != .code
  }
}

/// What stands around the nets to mend what they are known to get wrong.
@_spi(Training) public enum Remedy: String, CaseIterable, Sendable {
  /// Quoted clauses are parsed apart.
  case quotations
  /// What stands in brackets is parsed apart.
  case brackets
  /// `i.e.` and `e.g.` are adverbs, signs and arrows are symbols.
  case fixedTags = "fixed tags"
  /// A pair of words has one tag in a document.
  case documentTags = "document tags"
  /// A statement has a finite verb.
  case finiteVerbs = "finite verbs"
  /// Impossible arcs are moved.
  case repairs
}

/// The trained weights with everything that is computed from them once in a process.
struct TrainedNets: Sendable {
  let model: LanguageModel
  let tagger: TaggerWeights
  let parser: ParserWeights

  static let english: TrainedNets? = LanguageModel.english.map { TrainedNets($0) }

  init(_ model: LanguageModel) {
    self.model = model
    tagger = TaggerWeights(model)
    parser = ParserWeights(model)
  }
}

/// Working memories that wait for the next document: what they have cached makes it faster.
private final class ScratchPool: Sendable {
  static let shared = ScratchPool(without: [])
  /// Memories kept between documents; more tasks than this make their own.
  private static let limit = 8
  /// Each memory is in the hands of one task at a time: of the pool, or of the one that took it.
  private struct Entry: @unchecked Sendable { let scratch: AnalysisScratch }
  private let idle = Mutex<[Entry]>([])
  private let missing: Set<Remedy>

  init(without remedies: Set<Remedy>) { missing = remedies }

  func take() -> AnalysisScratch {
    idle.withLock { $0.popLast() }?.scratch ?? AnalysisScratch(TrainedNets.english, without: missing)
  }

  func give(_ scratch: AnalysisScratch) {
    let entry = Entry(scratch: scratch)
    idle.withLock { if $0.count < ScratchPool.limit { $0.append(entry) } }
  }
}
