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
  public func repair() throws(Diagnostic) -> RepairReport {
    var report = try store.repair()
    try consolidate()
    report.rebuilt.append("concepts, assertions and findings")
    return report
  }
}
