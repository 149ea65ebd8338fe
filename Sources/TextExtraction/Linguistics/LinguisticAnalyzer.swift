import ConceptModel
import Synchronization

/// Splits documents into sentences and words and says what the words are and how they hang together.
///
/// The same text gives the same analysis on every machine. A value may be used from several tasks at once.
public struct LinguisticAnalyzer: Sendable {
  public init() {}

  /// Analyses the blocks of running text; furniture and code are left alone.
  public func analyze(_ document: Document) -> AnalyzedDocument {
    let scratch = ScratchPool.shared.take()
    defer { ScratchPool.shared.give(scratch) }
    return scratch.analyze(document)
  }

  /// Whether the sentences of a block are analysed.
  static func isProse(_ block: Block) -> Bool {
    block.role != .furniture && block.kind != .code
  }
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
  static let shared = ScratchPool()
  /// Memories kept between documents; more tasks than this make their own.
  private static let limit = 8
  /// Each memory is in the hands of one task at a time: of the pool, or of the one that took it.
  private struct Entry: @unchecked Sendable { let scratch: AnalysisScratch }
  private let idle = Mutex<[Entry]>([])

  func take() -> AnalysisScratch {
    idle.withLock { $0.popLast() }?.scratch ?? AnalysisScratch(TrainedNets.english)
  }

  func give(_ scratch: AnalysisScratch) {
    let entry = Entry(scratch: scratch)
    idle.withLock { if $0.count < ScratchPool.limit { $0.append(entry) } }
  }
}
