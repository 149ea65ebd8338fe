import ConceptGraph
import ConceptModel
import ConceptStore
import ConflationRules
import TextExtraction

/// The size of a corpus.
public struct CorpusTotals: Sendable, Hashable {
  public var documents = 0
  public var concepts = 0
  public var assertions = 0
  public var findings = 0
}

extension Workspace {
  /// Brings what follows from the corpus up to date if anything changed or an earlier run did not come to it.
  ///
  /// Gives the problems of the corpus as a whole, such as a stated fact about a label with several senses.
  func settle(changed: Bool) throws(Diagnostic) -> [Diagnostic] {
    let isDirty = try store.isDirty
    return changed || isDirty ? try consolidate() : []
  }

  /// Computes concepts, assertions and findings from all stored documents and nothing else.
  @discardableResult
  func consolidate() throws(Diagnostic) -> [Diagnostic] {
    var locals: [LocalExtraction] = []
    var stated: [StatedDocument] = []
    let relations = try declaredRelations()
    try store.forEachAnalysis { (analysis) throws(Diagnostic) in
      if analysis.isNotation {
        stated.append(Self.parse(notation: analysis.content, info: analysis.info, relations: relations).document)
      } else {
        locals.append(try LocalExtraction(decoding: analysis.content))
      }
    }
    let result = Extraction.consolidate(locals, stated: StatedFacts.result(of: stated))
    try store.replaceDerived(with: result, findings: Conflation.findings(in: result))
    return result.diagnostics
  }

  func totals() throws(Diagnostic) -> CorpusTotals {
    let counts = try store.statistics()
    return CorpusTotals(
      documents: counts.documents + counts.notationFiles, concepts: counts.concepts, assertions: counts.assertions,
      findings: counts.findings)
  }
}
