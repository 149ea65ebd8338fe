import ConceptModel
import ConceptStore
import TextExtraction

extension Workspace {
  /// The documents and imported graphs, by id.
  public func documents() throws(Diagnostic) -> [DocumentInfo] {
    (try store.documents() + store.imports().map(\.info)).sorted { $0.id < $1.id }
  }

  /// Drops documents with everything that was read out of them.
  /// - Throws: a diagnostic when there is no document of that id; nothing is then dropped.
  public func remove(_ ids: [DocumentID]) throws(Diagnostic) -> CorpusTotals {
    let known = Set(try documents().map(\.id))
    for id in ids where !known.contains(id) {
      throw Diagnostic(
        code: "unknown-document", message: "there is no document \(id) in the store",
        hint: "list them with: distinguo documents")
    }
    for id in ids { try store.remove(id) }
    _ = try settle(changed: false)
    return try totals()
  }

  /// The concepts, the most central first.
  public func concepts(limit: Int? = nil) throws(Diagnostic) -> [Concept] {
    let sorted = try store.derived().concepts.sorted {
      $0.centrality == $1.centrality ? $0.id < $1.id : $0.centrality > $1.centrality
    }
    return limit.map { Array(sorted.prefix($0)) } ?? sorted
  }

  /// The ids of the built-in extraction rules, which a condition of a question may name whether or not they found anything.
  public static var ruleIDs: [String] { RuleSet.builtIn.rules.map(\.id) }

  /// The closed list of relations: built-in ones, those that notation files declare and those of imported graphs.
  public func relations() throws(Diagnostic) -> [Relation] { try store.snapshot().relations }
}
