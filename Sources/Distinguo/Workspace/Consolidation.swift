import ConceptGraph
import ConceptModel
import ConceptQuery
import ConceptStore

/// The size of a corpus.
public struct CorpusTotals: Sendable, Hashable {
  public var documents = 0
  public var concepts = 0
  public var assertions = 0
  public var findings = 0
}

extension Workspace {
  /// Brings what follows from the corpus up to date if anything changed or an earlier run did not come to it.
  func settle(changed: Bool) throws(Diagnostic) -> CorpusTotals {
    let isDirty = try store.isDirty
    if changed || isDirty { try consolidate() }
    return try totals()
  }

  /// Computes concepts, assertions and findings from all stored documents and nothing else.
  func consolidate() throws(Diagnostic) {
    var stated: [StatedDocument] = []
    let relations = try declaredRelations()
    try store.forEachAnalysis { analysis in
      if analysis.isNotation {
        stated.append(Notation.parse(analysis.content, info: analysis.info, relations: relations).document)
      }
    }
    try store.replaceDerived(with: StatedFacts.result(of: stated), findings: [])
  }

  func totals() throws(Diagnostic) -> CorpusTotals {
    let derived = try store.derived()
    return CorpusTotals(
      documents: try store.documents().count, concepts: derived.concepts.count,
      assertions: derived.assertions.count, findings: try store.findings().count)
  }
}
