/// Tables whose headed columns relate their cells: "Cause | Effect", "Threat | Countermeasure".
extension LayoutReader {
  /// A relation between what stands below two headings of one table.
  private struct ColumnPair {
    var relation: String
    var subjects: Set<String>
    var objects: Set<String>
  }

  /// The first pair whose headings both stand in a table is read, whichever column comes first.
  private static let pairs: [ColumnPair] = [
    ColumnPair(
      relation: "leads-to", subjects: ["cause", "causes", "risk factor", "risk factors", "trigger", "triggers"],
      objects: [
        "effect", "effects", "consequence", "consequences", "outcome", "outcomes", "result", "results", "disease",
        "diseases", "complication", "complications", "hazard", "hazards",
      ]),
    ColumnPair(
      relation: "same-as", subjects: ["term", "concept", "preferred term", "word", "name", "notion"],
      objects: [
        "synonym", "synonyms", "also known as", "also called", "other name", "other names", "alternative name",
        "alternative names", "alternative term", "alternative terms", "aka", "a.k.a", "alias", "aliases",
      ]),
    ColumnPair(
      relation: "contrasts-with", subjects: ["term", "concept", "word", "notion", "property"],
      objects: ["opposite", "opposites", "antonym", "antonyms", "counterpart", "contrast", "contrasts with"]),
    ColumnPair(
      relation: "is-a", subjects: ["term", "concept", "species", "narrower term", "subtype", "subclass", "notion"],
      objects: [
        "broader term", "kind of", "type of", "genus", "family", "class", "category", "supertype", "superclass",
      ]),
    ColumnPair(
      relation: "example-of",
      subjects: ["example", "examples", "instance", "instances", "typical examples", "common examples"],
      objects: [
        "type", "types", "kind", "kinds", "category", "categories", "class", "classes", "concept", "term", "group",
      ]
    ),
    ColumnPair(
      relation: "part-of",
      subjects: ["part", "parts", "component", "components", "element", "elements", "organ", "organs"],
      objects: ["whole", "system", "systems", "part of", "belongs to", "structure"]),
    ColumnPair(
      relation: "addresses",
      subjects: [
        "mitigation", "mitigations", "countermeasure", "countermeasures", "defence", "defences", "defense", "defenses",
        "solution", "solutions", "remedy", "remedies", "treatment", "treatments", "control", "controls", "safeguard",
        "safeguards", "therapy",
      ],
      objects: [
        "threat", "threats", "risk", "risks", "problem", "problems", "vulnerability", "vulnerabilities", "attack",
        "attacks",
        "disease", "diseases", "disorder", "disorders", "condition", "symptom", "symptoms", "weakness",
      ]),
    ColumnPair(
      relation: "used-for",
      subjects: [
        "method", "methods", "technique", "techniques", "tool", "tools", "algorithm", "algorithms", "instrument",
        "instruments", "device", "drug", "drugs", "test", "tests", "procedure", "material", "materials",
      ],
      objects: [
        "purpose", "use", "uses", "used for", "application", "applications", "goal", "task", "tasks", "indication",
        "indications",
      ]),
    ColumnPair(
      relation: "requires", subjects: ["term", "concept", "method", "technique", "task", "step", "property", "skill"],
      objects: ["requires", "prerequisite", "prerequisites", "requirement", "requirements", "depends on"]),
  ]

  /// A relation for each row and each term of its cells.
  func tables() -> [LayoutRelation] {
    var found: [LayoutRelation] = []
    for table in TableGrid.all(in: analyzed.document) {
      let headings = table.headings(in: analyzed.document)
      for pair in Self.pairs {
        guard let subject = headings.first(where: { pair.subjects.contains($0.title) })?.column,
          let object = headings.first(where: { pair.objects.contains($0.title) })?.column,
          let heading = table.rows[table.headRow]?[object]
        else { continue }
        for row in table.bodyRows {
          guard let left = table.rows[row]?[subject], let right = table.rows[row]?[object] else { continue }
          found += relations(pair.relation, left, right, heading: heading)
        }
        break
      }
    }
    return found
  }

  private func relations(_ relation: String, _ subject: Int, _ object: Int, heading: Int) -> [LayoutRelation] {
    let blocks = analyzed.document.blocks
    let (left, right) = (blocks[subject].range, blocks[object].range)
    let passage = min(left.lowerBound, right.lowerBound)..<max(left.upperBound, right.upperBound)
    return terms(ofCell: subject).flatMap { a in
      terms(ofCell: object).map { b in
        LayoutRelation(
          relation: relation, subject: a, object: b, passage: passage, surface: blocks[heading].range, confidence: 0.75,
          rule: "LAY-table")
      }
    }
  }

  /// The terms of a cell that holds nothing else, parted by commas, semicolons, bullets or coordination.
  private func terms(ofCell block: Int) -> [Range<Int>] {
    let inside = (sentencesOfBlock[block] ?? []).flatMap { words[$0] }
    guard inside.count <= 30 else { return [] }
    var terms: [Range<Int>] = []
    for part in inside.split(whereSeparator: { Self.separators.contains($0.form) }) {
      let phrase = part.drop { $0.tag == .det || $0.tag == .punct }
      let core = phrase.prefix { $0.tag != .punct || $0.form == "-" }
      // A bracket behind a term explains it; anything else makes the cell a sentence.
      guard !core.isEmpty else { continue }
      guard core.count == phrase.count || phrase.dropFirst(core.count).first.map({ "(.".contains($0.form) }) ?? true,
        let range = Self.termRange(core)
      else { return [] }
      terms.append(range)
    }
    return terms.count <= 6 ? terms : []
  }

  private static let separators: Set<String> = [",", ";", "/", "•", "·", "and", "or"]
}
