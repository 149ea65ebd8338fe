import ConceptModel
import ConceptStore
import TextExtraction

/// How an ingest is done.
public struct IngestOptions: Sendable {
  /// How many documents are analysed at a time.
  public var jobs: Int
  /// Whether documents whose file is gone are dropped.
  public var prunes: Bool
  /// Whether only to say what would be done.
  public var isDryRun: Bool
  /// The rules by which relations are found.
  public var rules: ExtractionRules

  public init(
    jobs: Int = 2, prunes: Bool = false, isDryRun: Bool = false, rules: ExtractionRules = ExtractionRules()
  ) {
    self.jobs = max(1, jobs)
    self.prunes = prunes
    self.isDryRun = isDryRun
    self.rules = rules
  }

  /// The version of readers and rules that analyses are made by; another one makes an ingest read anew.
  var analysisVersion: String { rules.version }
}

/// What an ingest did.
public struct IngestReport: Sendable {
  public var added: [DocumentID] = []
  public var replaced: [DocumentID] = []
  public var removed: [DocumentID] = []
  public var unchanged = 0
  /// Files of kinds that are no documents.
  public var passedOver = 0
  /// Errors about inputs that were left out, and warnings about the others.
  public var diagnostics: [Diagnostic] = []
  /// Whether some input was left out.
  public var isIncomplete = false
  /// What the store holds now; nil after a dry run.
  public var totals: CorpusTotals?

}

extension Workspace {
  /// Reads the inputs into the store: new and changed documents are analysed, unchanged ones left alone.
  ///
  /// A document is stored in one transaction, and what follows from all documents in a last one, so that an interrupted
  /// ingest loses at most the document at hand. `progress` is called with the number of inputs done and the path of the next.
  /// - Throws: a diagnostic when the store cannot be written to; inputs that cannot be read are in the report.
  public func ingest(
    _ inputs: InputList, options: IngestOptions = IngestOptions(), progress: (Int, String) -> Void = { _, _ in }
  ) async throws -> IngestReport {
    var report = IngestReport()
    for problem in inputs.problems { report.note(problem) }
    let stored = try store.analysisVersions()
    var known: [String: String] = [:]
    for (info, version, isNotation) in stored where isNotation || version == options.analysisVersion {
      known[info.id.value] = info.sha256
      if !info.path.isEmpty { known[info.path] = info.sha256 }
    }
    var writer = IngestWriter(store: options.isDryRun ? nil : store, stored: stored.map(\.info))
    let notation = try storedNotation()
    try await writer.take(
      inputs, known: known, relations: notation, options: options, report: &report, progress: progress)
    if options.prunes { try writer.prune(keeping: inputs, report: &report) }
    if !options.isDryRun {
      for problem in try settle(changed: report.hasChanges) { report.note(problem) }
      report.totals = try totals()
    }
    return report
  }

  /// What an ingest into a store that is not there yet would do.
  public static func plan(_ inputs: InputList, options: IngestOptions) async throws -> IngestReport {
    var report = IngestReport()
    for problem in inputs.problems { report.note(problem) }
    var writer = IngestWriter(store: nil, stored: [])
    try await writer.take(inputs, known: [:], relations: [], options: options, report: &report) { _, _ in }
    return report
  }
}

extension IngestReport {
  /// Whether the store holds other documents than before.
  var hasChanges: Bool { !(added.isEmpty && replaced.isEmpty && removed.isEmpty) }

  mutating func note(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
    if diagnostic.level == .error { isIncomplete = true }
  }
}

/// Writes prepared inputs one after the other and keeps the account.
struct IngestWriter {
  /// Nil for a dry run.
  private let store: Store?
  private var storedIDs: Set<DocumentID>
  private let stored: [DocumentInfo]
  /// The input that every document of this run came from.
  private var origins: [DocumentID: String] = [:]

  init(store: Store?, stored: [DocumentInfo]) {
    self.store = store
    self.stored = stored
    storedIDs = Set(stored.map(\.id))
  }

  /// Prepares the inputs, several at a time, and takes them in their order.
  mutating func take(
    _ inputs: InputList, known: [String: String], relations: [(DocumentID, [UInt8])], options: IngestOptions,
    report: inout IngestReport, progress: (Int, String) -> Void
  ) async throws {
    let preparation = Preparation(
      known: known, relations: Workspace.declaredRelations(in: relations, replacedBy: Self.notation(among: inputs)),
      rules: options.rules)
    try await forEachInOrder(
      inputs.files, width: options.jobs, transform: { preparation.prepare($0) }
    ) { index, prepared in
      progress(index, inputs.files[index].path)
      try take(prepared, of: inputs.files[index], report: &report)
    }
    progress(inputs.files.count, "")
  }

  /// The notation files among the inputs: their relations hold for all of them, whichever comes first.
  private static func notation(among inputs: InputList) -> [(DocumentID, [UInt8])] {
    inputs.files.filter { $0.fileExtension == "facts" }.compactMap { file in
      (try? file.contents()).map { (file.id, $0) }
    }
  }

  private mutating func take(
    _ prepared: PreparedInput, of file: InputFile, report: inout IngestReport
  ) throws(Diagnostic) {
    switch prepared {
    case .unchanged: report.unchanged += 1
    case .passedOver: report.passedOver += 1
    case .refused(let diagnostics):
      for diagnostic in diagnostics { report.note(diagnostic) }
    case .documents(let documents, let diagnostics):
      for diagnostic in diagnostics { report.note(diagnostic) }
      for document in documents { try put(document, of: file, report: &report) }
      // Entries that a feed or a file of lines no longer has.
      let path = file.absolutePath
      let gone = stored.filter { $0.path == path && !path.isEmpty && origins[$0.id] != file.path }
      for info in gone { try remove(info.id, report: &report) }
    }
  }

  private mutating func put(
    _ document: StoredDocument, of file: InputFile, report: inout IngestReport
  ) throws(Diagnostic) {
    let id = document.info.id
    if let other = origins[id] {
      report.note(
        Diagnostic(
          code: "duplicate-document",
          message: other == file.path
            ? "\(file.path) has two documents with the id \(id); the second is left out"
            : "\(other) and \(file.path) would both be the document \(id); the second is left out",
          hint: "give one of them another id"))
      return
    }
    origins[id] = file.path
    try store?.put(document: document)
    if storedIDs.contains(id) { report.replaced.append(id) } else { report.added.append(id) }
  }

  /// Drops the documents whose file is gone from the disk or from the folders that were read.
  mutating func prune(keeping inputs: InputList, report: inout IngestReport) throws(Diagnostic) {
    let present = Set(inputs.files.map(\.absolutePath))
    let ids = Set(inputs.files.map(\.id))
    for info in stored where !info.path.isEmpty && storedIDs.contains(info.id) {
      if present.contains(info.path) || ids.contains(info.id) || origins[info.id] != nil { continue }
      let isBelow = inputs.folders.contains { info.path.hasPrefix($0 + "/") }
      if isBelow || System.entry(at: Array(info.path.utf8)) == nil { try remove(info.id, report: &report) }
    }
  }

  private mutating func remove(_ id: DocumentID, report: inout IngestReport) throws(Diagnostic) {
    guard storedIDs.remove(id) != nil else { return }
    try store?.remove(id)
    report.removed.append(id)
  }
}
