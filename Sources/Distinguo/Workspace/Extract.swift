import ConceptExport
import ConceptGraph
import ConceptModel
import TextExtraction

/// A stage of reading that can be looked at (`extract --dump`).
public enum ExtractionStage: String, Sendable, CaseIterable {
  case document, sentences, mentions, assertions
}

/// What is written by `extract`.
public enum ExtractionOutput: Sendable, Hashable {
  /// The JSON Lines records of the corpus.
  case records
  /// Tokens, tags, lemmas and heads in CoNLL-U.
  case conllu
  case dump(ExtractionStage)
}

/// Inputs read into memory: what a store would hold, without one.
public struct MemoryCorpus: Sendable {
  /// In the order of the inputs; the lines of a JSON Lines file in the order of the file.
  public private(set) var order: [DocumentID] = []
  public private(set) var diagnostics: [Diagnostic] = []
  /// Whether some input was left out.
  public private(set) var isIncomplete = false
  private let rules: ExtractionRules
  private var documents: [Document] = []
  /// The lines of each document that ask whether a use carries a definition.
  private var questions: [DocumentID: [JSONInputLine]] = [:]
  private var notation: [(DocumentID, [UInt8])] = []

  /// Reads the inputs; errors are kept and the others still read.
  public init(reading inputs: InputList, asLines: Bool = false, rules: ExtractionRules = ExtractionRules()) {
    self.rules = rules
    for problem in inputs.problems { note(problem) }
    for file in inputs.files {
      do throws(Diagnostic) {
        try read(file, asLines: asLines)
      } catch {
        note(error)
      }
    }
  }

  private mutating func read(_ file: InputFile, asLines: Bool) throws(Diagnostic) {
    let bytes = try file.contents()
    let source = SourceText(
      id: file.id, path: file.absolutePath, bytes: bytes, fileExtension: asLines ? "jsonl" : file.fileExtension)
    if DocumentReader.kind(of: source) == .facts {
      notation.append((file.id, bytes))
      order.append(file.id)
      return
    }
    if DocumentReader.kind(of: source) == .jsonLines {
      for line in JSONLines.parse(bytes, file: file.path).lines where line.target != nil && line.definition != nil {
        questions[DocumentID(line.doc), default: []].append(line)
      }
    }
    for document in try DocumentReader.read(source) {
      for diagnostic in document.diagnostics { note(diagnostic) }
      order.append(document.info.id)
      documents.append(document)
    }
  }

  private mutating func note(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
    if diagnostic.level == .error { isIncomplete = true }
  }

  /// Writes what was read out of the corpus; returns what the analysis has to say about it.
  @discardableResult
  public func write(_ output: ExtractionOutput, jobs: Int, to sink: any ByteSink) async throws -> [Diagnostic] {
    switch output {
    case .conllu:
      return try await forEachAnalysis(jobs: jobs, wholeText: true) { analyzed in
        var bytes: [UInt8] = []
        CoNLLU.write(analyzed, into: &bytes)
        return bytes
      } consume: {
        try sink.write($0)
      }
    case .dump(.document):
      for document in documents { try sink.write(Array(DocumentDump.write(document).utf8)) }
      return []
    case .dump(.sentences):
      return try await forEachAnalysis(jobs: jobs) { analyzed in
        Array(AnalysisDump.write(analyzed).utf8)
      } consume: {
        try sink.write($0)
      }
    case .dump(.mentions):
      let (result, notes) = try await consolidated(jobs: jobs)
      try sink.write(Array(StageDump.mentions(result).utf8))
      return notes
    case .dump(.assertions):
      let (result, notes) = try await consolidated(jobs: jobs)
      try sink.write(Array(StageDump.assertions(result).utf8))
      return notes
    case .records:
      let (result, notes) = try await consolidated(jobs: jobs)
      try JSONLinesExport.forEachDocument(of: result, in: order) { document, bytes in
        try sink.write(bytes)
        for question in questions[document] ?? [] { try sink.write(try Self.senseRecord(question)) }
      }
      return notes
    }
  }

  /// Whether the use in a line carries the line's definition, as a JSON record.
  private static func senseRecord(_ line: JSONInputLine) throws -> [UInt8] {
    let judged = SenseMatcher.judge(use: line.text, definition: line.definition ?? "", hypernyms: line.hypernyms)
    let confidence = (judged.confidence * 100).rounded() / 100
    return try JSONLinesExport.senseRecord(
      document: DocumentID(line.doc), matches: judged.matches, confidence: confidence)
  }

  /// The consolidated corpus.
  public func result(jobs: Int) async throws -> ExtractionResult { try await consolidated(jobs: jobs).result }

  private func consolidated(jobs: Int) async throws -> (result: ExtractionResult, notes: [Diagnostic]) {
    var locals: [LocalExtraction] = []
    let notes = try await forEachAnalysis(
      jobs: jobs, { [rules] in Extraction.local($0, rules: rules.set) }, consume: { locals.append($0) })
    let relations = Workspace.declaredRelations(in: notation)
    let stated = notation.map { id, bytes in
      Workspace.parse(notation: bytes, info: DocumentInfo(id: id), relations: relations).document
    }
    return (Extraction.consolidate(locals, stated: StatedFacts.result(of: stated)), notes)
  }

  /// Analyses the documents in their order; returns what the analysis has to say about them.
  private func forEachAnalysis<Output: Sendable>(
    jobs: Int, wholeText: Bool = false, _ transform: @escaping @Sendable (AnalyzedDocument) -> Output,
    consume: (Output) throws -> Void
  ) async throws -> [Diagnostic] {
    let analyzer = LinguisticAnalyzer()
    var notes: [Diagnostic] = []
    try await forEachInOrder(
      documents, width: jobs,
      transform: { document in
        let analyzed = analyzer.analyze(wholeText ? document.wholeText : document)
        return (transform(analyzed), analyzed.diagnostics)
      },
      consume: { _, output in
        try consume(output.0)
        notes += output.1
      })
    return notes
  }
}
