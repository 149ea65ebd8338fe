import ConceptModel

/// The kinds of several sources, put together, form a circle.
struct MergedCycle: ConflationRule {
  let about = RuleDescription(
    id: "TC309", name: "merged-cycle", kind: .contradiction, severity: .warning,
    condition:
      "The is-a claims of several sources form a circle of three or more terms, though no single source states all of it.",
    rationale: "Each source is sound by itself; together they make every term of the circle a kind of every other.",
    fix: "Find the step whose source uses a term more widely or more narrowly than the others.",
    thresholds: [longest],
    triggering: [
      RuleExample(
        "biology",
        .says("a.txt", "A shrub is a woody plant.", "shrub", "is-a", "woody plant"),
        .says("b.txt", "A woody plant is a tree.", "woody plant", "is-a", "tree"),
        .says("c.txt", "A tree is a tall shrub.", "tree", "is-a", "shrub")),
      RuleExample(
        "law",
        .says("a.txt", "A deed is a contract.", "deed", "is-a", "contract"),
        .says("a.txt", "A contract is an agreement.", "contract", "is-a", "agreement"),
        .says("b.txt", "Each agreement is a deed.", "agreement", "is-a", "deed")),
      RuleExample(
        "linguistics",
        .says("a.txt", "A dialect is a variety.", "dialect", "is-a", "variety"),
        .says("b.txt", "A variety is a language.", "variety", "is-a", "language"),
        .says("c.txt", "A language is a code.", "language", "is-a", "code"),
        .says("d.txt", "A code is a dialect.", "code", "is-a", "dialect")),
    ],
    silent: [
      RuleExample(
        "biology", .says("a.txt", "A shrub is a plant.", "shrub", "is-a", "plant"),
        .says("b.txt", "A tree is a plant.", "tree", "is-a", "plant"),
        .says("c.txt", "A plant is an organism.", "plant", "is-a", "organism")),
      RuleExample(
        "law", .says("a.txt", "A deed is a contract.", "deed", "is-a", "contract"),
        .says("b.txt", "A contract is a deed.", "contract", "is-a", "deed")),
      RuleExample(
        "linguistics", .says("a.txt", "A dialect is a variety.", "dialect", "is-a", "variety"),
        .says("b.txt", "A variety is a language.", "variety", "is-a", "language"),
        .says("c.txt", "A language may be a dialect.", "language", "is-a", "dialect", .asserted, .may)),
    ])

  private static let longest = RuleThreshold(
    "longest circle", 8, "steps; longer circles cannot be checked by reading")

  func findings(in corpus: CorpusIndex) -> [Finding] {
    var edges: [ConceptID: [ConceptID]] = [:]
    for triple in corpus.triples["is-a"] ?? [] {
      guard !corpus.worded(triple.subject, "is-a", triple.object).isEmpty,
        corpus.equating(triple.subject, triple.object).isEmpty
      else { continue }
      edges[triple.subject, default: []].append(triple.object)
    }
    return StrongComponents.of(edges).compactMap { component in
      guard component.count > 2, let circle = shortestCircle(through: component, edges) else { return nil }
      return report(circle, corpus)
    }
  }

  /// The shortest circle of three or more steps through the first concept of a component that lies on one.
  private func shortestCircle(through component: [ConceptID], _ edges: [ConceptID: [ConceptID]]) -> [ConceptID]? {
    let members = Set(component)
    for start in component {
      var paths: [[ConceptID]] = [[start]]
      var seen: Set<ConceptID> = []
      while !paths.isEmpty, paths[0].count <= Int(Self.longest.value) {
        var longer: [[ConceptID]] = []
        for path in paths {
          for next in edges[path[path.count - 1]] ?? [] where members.contains(next) {
            if next == start && path.count > 2 { return path }
            if next != start && !path.contains(next) && seen.insert(next).inserted { longer.append(path + [next]) }
          }
        }
        paths = longer
      }
    }
    return nil
  }

  private func report(_ circle: [ConceptID], _ corpus: CorpusIndex) -> Finding? {
    var sources: [Set<DocumentID>] = []
    var evidence: [Evidence] = []
    for (index, concept) in circle.enumerated() {
      let claims = corpus.worded(concept, "is-a", circle[(index + 1) % circle.count])
      guard let first = claims.first else { return nil }
      evidence.append(first.evidence)
      sources.append(Set(claims.map(\.effectiveSource)))
    }
    // A source that states the whole circle contradicts itself; that is not what merging did.
    let common = sources.dropFirst().reduce(sources[0]) { $0.intersection($1) }
    guard common.isEmpty else { return nil }
    let chain = (circle + [circle[0]]).map { "“\(corpus.label($0))”" }.joined(separator: " is a ")
    return finding(
      circle, terms: circle.map(corpus.label), message: "Sources together say that \(chain)", evidence: evidence)
  }
}
