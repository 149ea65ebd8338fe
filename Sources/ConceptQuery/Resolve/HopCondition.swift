import ConceptGraph
import ConceptModel

/// A condition of `where` on the assertions behind a hop.
enum HopCondition: Hashable, Sendable {
  case source(Comparison, Set<DocumentID>)
  case author(Comparison, Set<String>)
  case date(Comparison, [String])
  case confidence(Comparison, [Double])
  /// On the number of documents behind an edge rather than on one assertion.
  case agreedBy(Comparison, [Int])
  case rule(Comparison, Set<String>)
  case modality(Comparison, Set<Modality>)
  case polarity(Set<Polarity>)
  case quote(Comparison, [String])

  /// Whether an assertion meets the condition.
  func holds(_ assertion: Assertion, _ documents: DocumentFacts) throws -> Bool {
    switch self {
    case .source(let comparison, let ids): return comparison.isMember(ids.contains(assertion.effectiveSource))
    case .author(let comparison, let names):
      return comparison.isMember(try documents.holders(of: assertion).contains { names.contains($0) })
    case .date(let comparison, let values):
      guard let date = try documents.date(of: assertion) else { return false }
      return values.isEmpty || comparison.holds(date: date, values)
    case .confidence(let comparison, let values): return comparison.holds(assertion.confidence, values)
    case .agreedBy: return true
    case .rule(let comparison, let names): return comparison.isMember(names.contains(assertion.rule))
    case .modality(let comparison, let values): return comparison.isMember(values.contains(assertion.modality))
    case .polarity(let polarities): return polarities.contains(assertion.polarity)
    case .quote(let comparison, let texts):
      return comparison.isMember(texts.contains { Glob($0).matches(assertion.evidence.quote) })
    }
  }
}

extension Comparison {
  /// For comparisons that ask for membership only.
  func isMember(_ member: Bool) -> Bool { self == .unequal || self == .isNotIn ? !member : member }

  /// Compares dates at the precision of the value: 2024-12 is in 2024 and not after it.
  func holds(date: String, _ values: [String]) -> Bool {
    let cut = values.map { String(date.prefix($0.count)) }
    switch self {
    case .equal, .isIn: return zip(cut, values).contains { $0 == $1 }
    case .unequal, .isNotIn: return !zip(cut, values).contains { $0 == $1 }
    case .less: return zip(cut, values).allSatisfy { $0 < $1 }
    case .atMost: return zip(cut, values).allSatisfy { $0 <= $1 }
    case .greater: return zip(cut, values).allSatisfy { $0 > $1 }
    case .atLeast: return zip(cut, values).allSatisfy { $0 >= $1 }
    }
  }
}

/// Dates and authors of documents, for conditions on assertions.
///
/// The list of documents is read when the first question about one comes.
final class DocumentFacts {
  private let source: any GraphSource
  private var list: [DocumentInfo]?

  init(_ source: any GraphSource) { self.source = source }

  /// The documents of the source, sorted by id.
  func documents() throws -> [DocumentInfo] {
    if let list { return list }
    let documents = try source.documents
    list = documents
    return documents
  }

  private func info(_ id: DocumentID) throws -> DocumentInfo? {
    let list = try documents()
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if list[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < list.count && list[low].id == id ? list[low] : nil
  }

  func date(of assertion: Assertion) throws -> String? {
    if let date = assertion.date { return date }
    return try info(assertion.effectiveSource)?.date
  }

  /// Who holds the view: the named holder, else the authors of the document.
  func holders(of assertion: Assertion) throws -> [String] {
    if let holder = assertion.attribution.holder { return [holder] }
    return try info(assertion.effectiveSource)?.authors ?? []
  }
}

/// The evidence of edges under the conditions of one query.
final class HopEvidence: EdgeEvidence {
  private let source: any GraphSource
  private let conditions: [HopCondition]
  private let documents: DocumentFacts
  /// Only assertions of this document count, for `same-source`.
  let document: DocumentID?
  /// The evidence under all conditions but `document`, which measures confidence.
  private let whole: HopEvidence?
  private let symmetric: [Bool]
  private var known: [EdgeKey: (passes: Bool, confidence: Double)] = [:]

  init(
    source: any GraphSource, conditions: [HopCondition], documents: DocumentFacts, document: DocumentID? = nil,
    whole: HopEvidence? = nil
  ) {
    self.whole = whole
    self.source = source
    self.conditions = conditions
    self.documents = documents
    self.document = document
    symmetric = source.relations.map(\.isSymmetric)
  }

  var filters: Bool { document != nil || conditions.contains { if case .polarity = $0 { false } else { true } } }

  func passes(_ edge: EdgeKey) throws -> Bool { try measure(edge).passes }

  func confidence(of edge: EdgeKey) throws -> Double {
    if let whole { return try whole.confidence(of: edge) }
    return try measure(edge).confidence
  }

  var commonConfidence: Double? {
    conditions.isEmpty && document == nil && whole == nil ? source.commonConfidence : nil
  }

  func text(of node: NodeID) throws -> String { NodeText.notation(try source.info(of: node)) }

  private func measure(_ edge: EdgeKey) throws -> (passes: Bool, confidence: Double) {
    if let measured = known[edge] { return measured }
    // Without conditions the source may know the confidence without its assertions.
    if conditions.isEmpty, document == nil, let confidence = try source.confidence(of: edge) {
      known[edge] = (passes: true, confidence: confidence)
      return (passes: true, confidence: confidence)
    }
    let passing = try assertions(of: edge)
    var passes = !passing.isEmpty
    for case .agreedBy(let comparison, let values) in conditions where passes {
      // All documents agree or not, whichever of them a path is looked for in.
      let agreeing = try whole?.assertions(of: edge) ?? passing
      passes = comparison.holds(Set(agreeing.map(\.effectiveSource)).count, values)
    }
    let measured = (passes: passes, confidence: passing.first?.confidence ?? 0)
    known[edge] = measured
    return measured
  }

  /// The passing assertions of an edge with its polarity, best first.
  func assertions(of edge: EdgeKey) throws -> [Assertion] {
    let polarity: Polarity = edge.isDenied ? .denied : .asserted
    return try all(edge, polarity: polarity).filter(meets)
  }

  /// Whether an assertion meets every condition on assertions, polarity aside.
  private func meets(_ assertion: Assertion) throws -> Bool {
    if let document, assertion.effectiveSource != document { return false }
    return try conditions.allSatisfy { condition in
      if case .polarity = condition { return true }
      return try condition.holds(assertion, documents)
    }
  }

  /// The assertions about an edge of any polarity that meet the conditions, best first; denials last.
  func assertionsOfAnyPolarity(_ edge: EdgeKey) throws -> [Assertion] {
    let found = try all(edge, polarity: nil).filter { assertion in
      try meets(assertion)
        && conditions.allSatisfy {
          if case .polarity(let wanted) = $0 { wanted.contains(assertion.polarity) } else { true }
        }
    }
    return found.filter { $0.polarity != .denied } + found.filter { $0.polarity == .denied }
  }

  /// The assertions about a triple; of a symmetric relation in both orders.
  private func all(_ edge: EdgeKey, polarity: Polarity?) throws -> [Assertion] {
    var found = try source.assertions(
      subject: edge.subject, relation: edge.relation, object: edge.object, polarity: polarity)
    if symmetric[Int(edge.relation.raw)], edge.subject != edge.object {
      let turned = try source.assertions(
        subject: edge.object, relation: edge.relation, object: edge.subject, polarity: polarity)
      if !turned.isEmpty { found = (found + turned).sorted(by: MemoryGraph.bestFirst) }
    }
    return found
  }
}

/// How nodes are written.
enum NodeText {
  /// The preferred label with its sense, quoted where the notation needs it.
  static func notation(_ info: NodeInfo) -> String {
    guard let sense = info.id.sense, info.displayLabel.hasSuffix("#\(sense)"), !IRI.isIRI(info.id.value) else {
      return SyntaxPrinter.label(info.displayLabel)
    }
    return SyntaxPrinter.label(String(info.displayLabel.dropLast(sense.count + 1))) + "#\(sense)"
  }
}
