import ConceptModel
import ConceptStore
import TextExtraction

extension Workspace {
  /// How much the store holds.
  public func statistics() throws(Diagnostic) -> StoreStatistics { try store.statistics() }

  /// Finds every quotation again and tells which source files have changed since they were read.
  public func verify() throws(Diagnostic) -> VerificationReport {
    try store.verify { info in
      if info.path.isEmpty { return .unknown }
      let path = Array(info.path.utf8)
      guard System.entry(at: path) != nil else { return .gone }
      // Imports of earlier versions have none.
      if info.sha256.isEmpty { return .unknown }
      guard let digest = try? Self.digest(of: info.path) else { return .unknown }
      return digest == info.sha256 ? .unchanged : .changed
    }
  }

  /// Makes everything anew that follows from the documents: indexes, concepts, assertions, findings.
  ///
  /// From a damaged file the documents and imported graphs that can still be read go to a new one; what is lost stands in
  /// the report.
  /// - Throws: a diagnostic when there is no store, or one too damaged to be read at all; it is then left as it is.
  public static func repair(at path: String) throws(Diagnostic) -> RepairReport {
    do {
      return try openForWriting(path, create: false).repair()
    } catch  where error.code == "store-corrupt" {
      var report = try Store.salvage(path)
      try openForWriting(path, create: false).consolidate()
      report.rebuilt.append("concepts, assertions and findings")
      return report
    }
  }

  private func repair() throws(Diagnostic) -> RepairReport {
    var report = try store.repair()
    try consolidate()
    report.rebuilt.append("concepts, assertions and findings")
    if !report.remaining.isEmpty { throw Diagnostic(code: "store-corrupt", message: report.remaining[0]) }
    return report
  }
}
