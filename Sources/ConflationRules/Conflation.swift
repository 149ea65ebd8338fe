import ConceptModel

/// Runs conflation rules over a corpus.
public enum Conflation {
  /// The findings of the rules, most severe first, then by rule, terms and place; equal corpora give equal findings.
  ///
  /// A finding about the same concepts and the same passages as that of an earlier rule of the catalog is left out:
  /// what a source says in so many words comes before what is concluded from comparing.
  public static func findings(
    in corpus: ExtractionResult, rules: [any ConflationRule] = ConflationCatalog.rules
  ) -> [Finding] {
    let index = CorpusIndex(corpus)
    var kept: [Finding] = []
    var passages: Set<Passages> = []
    var ids: Set<String> = []
    for rule in rules {
      for finding in rule.findings(in: index) {
        let key = Passages(
          concepts: finding.concepts.sorted(), terms: finding.concepts.isEmpty ? finding.terms : [],
          places: finding.evidence.map { Passages.Place(document: $0.document, start: $0.start, end: $0.end) })
        guard passages.insert(key).inserted, ids.insert(finding.id).inserted else { continue }
        kept.append(finding)
      }
    }
    return kept.sorted(by: isBefore)
  }

  private struct Passages: Hashable {
    struct Place: Hashable {
      var document: DocumentID
      var start: Int
      var end: Int
    }
    var concepts: [ConceptID]
    var terms: [String]
    var places: Set<Place>

    init(concepts: [ConceptID], terms: [String], places: [Place]) {
      self.concepts = concepts
      self.terms = terms
      self.places = Set(places)
    }
  }

  /// The order of reports.
  static func isBefore(_ a: Finding, _ b: Finding) -> Bool {
    if a.severity != b.severity { return a.severity < b.severity }
    if a.rule != b.rule { return scalarLess(a.rule, b.rule) }
    if a.terms != b.terms { return scalarLess(a.terms.joined(separator: "\u{1}"), b.terms.joined(separator: "\u{1}")) }
    for (first, second) in zip(a.evidence, b.evidence) where first != second {
      return Evidence.isBefore(first, second)
    }
    return scalarLess(a.id, b.id)
  }
}
