import ConceptModel
import Foundation
import TestSupport
import Testing

@testable import TextExtraction

/// What has to come out of the two texts that the tool was conceived for, and of the same texts with other terms.
@Suite(.enabled(if: SharedFolder.path != nil, "needs the shared folder")) struct SeedStructureTests {
  /// Other words for the terms of the texts, alike in form: the same verbs and nouns, the same initials in brackets.
  static let renaming: [(String, String)] = [
    ("deceiving", "perceiving"), ("Deceiving", "Perceiving"), ("deceptively", "perceptively"),
    ("Deceptively", "Perceptively"), ("deceptive", "perceptive"), ("Deceptive", "Perceptive"),
    ("deception", "perception"), ("deceive", "perceive"), ("scheming", "drifting"), ("Scheming", "Drifting"),
    ("alignment-faking", "adjustment-skewing"), ("Alignment-faking", "Adjustment-skewing"),
    ("training-gaming", "coaching-tuning"), ("training gaming", "coaching tuning"), ("training-game", "coaching-tune"),
    ("Specification gaming (SG)", "Calibration leaking (CL)"), ("SG", "CL"),
    ("Goal mis-generalization (GMG)", "Rate mis-calculation (RMC)"), ("GMG", "RMC"),
    ("Mis-aligned power-seeking (MAPS)", "Mis-aligned load-seeking (MALS)"), ("MAPS", "MALS"),
  ]

  private static func extract(renamed: Bool) throws -> ExtractionResult {
    let folder = try #require(SharedFolder.path) + "/seeds"
    var locals: [LocalExtraction] = []
    let analyzer = LinguisticAnalyzer()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      var text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
      if renamed { for (old, new) in renaming { text = text.replacingOccurrences(of: old, with: new) } }
      let source = SourceText(id: DocumentID(name), bytes: Array(text.utf8), fileExtension: "txt")
      for document in try DocumentReader.read(source) { locals.append(Extraction.local(analyzer.analyze(document))) }
    }
    return Extraction.consolidate(locals)
  }

  private static func edges(_ result: ExtractionResult) -> Set<String> {
    Set(result.assertions.filter { $0.polarity == .asserted }.map { "\($0.subject) \($0.relation) \($0.object)" })
  }

  private static func renamed(_ id: String) -> String {
    var text = id
    for (old, new) in renaming {
      let (from, to) = (old.replacingOccurrences(of: " (", with: "("), new.replacingOccurrences(of: " (", with: "("))
      let oldID = LabelKey.identifier(String(from.prefix { $0 != "(" }))
      let newID = LabelKey.identifier(String(to.prefix { $0 != "(" }))
      text = text.split(separator: " ").map { $0.replacingOccurrences(of: oldID, with: newID) }.joined(separator: " ")
    }
    return text
  }

  @Test func theWhiteboardIsThere() throws {
    let edges = try Self.edges(Self.extract(renamed: false))
    for edge in [
      "instrumental-deception is-a deception", "scheming requires training-gaming",
      "deceptive-ai different-from deceptively-aligned-ai", "specification-gaming is-a technical-causes",
    ] {
      #expect(edges.contains(edge), "\(edge)")
    }
    var reached: Set<String> = ["scheming"]
    var grew = true
    while grew {
      let next = edges.compactMap { edge -> String? in
        let parts = edge.split(separator: " ").map(String.init)
        return parts[1] == "is-a" && reached.contains(parts[0]) && !reached.contains(parts[2]) ? parts[2] : nil
      }
      grew = !next.isEmpty
      reached.formUnion(next)
    }
    #expect(reached.contains("deception"))
    let causes = edges.filter { $0.contains(" leads-to ") && $0.hasSuffix("power-seeking") }
    #expect(causes.contains { $0.hasPrefix("specification-gaming ") } && causes.contains { $0.hasPrefix("goal-mis") })
  }

  @Test func statementsAboutWordsAreThere() throws {
    let statements = try Self.extract(renamed: false).statements
    func has(_ kind: TermStatementKind, _ concepts: [String]) -> Bool {
      statements.contains { item in item.kind == kind && concepts.allSatisfy { item.concepts.map(\.value).contains($0) }
      }
    }
    #expect(has(.warnedConflation, ["scheming"]))
    #expect(has(.motteAndBailey, []))
    #expect(has(.rivalFramings, ["outer-alignment", "inner-alignment"]))
    #expect(has(.alternativeName, ["outer-evaluations", "dualistic-evaluations"]))
    #expect(has(.declaredSenses, ["scheming"]))
    #expect(has(.declaredSenses, ["deceptive-alignment"]))
  }

  @Test func theSameStructureComesOutOfOtherTerms() throws {
    let original = Set(try Self.edges(Self.extract(renamed: false)).map(Self.renamed))
    let renamed = Set(try Self.edges(Self.extract(renamed: true)).map(Self.renamed))
    let shared = original.intersection(renamed).count
    #expect(shared * 10 >= original.union(renamed).count * 9, "\(original.symmetricDifference(renamed).sorted())")
  }

  @Test func quotationsStandAtTheirPlaces() throws {
    let folder = try #require(SharedFolder.path) + "/seeds/"
    let result = try Self.extract(renamed: false)
    var texts: [DocumentID: [Unicode.Scalar]] = [:]
    for document in result.documents {
      texts[document.id] = Array(try String(contentsOfFile: folder + document.id.value, encoding: .utf8).unicodeScalars)
    }
    let evidence =
      result.assertions.map(\.evidence) + result.definitions.map(\.evidence) + result.mentions.map(\.evidence)
    #expect(evidence.count > 500)
    for item in evidence {
      let text = try #require(texts[item.document])
      var quote = String.UnicodeScalarView()
      quote.append(contentsOf: text[item.start..<item.end])
      #expect(String(quote) == item.quote)
    }
  }

  @Test func noNameIsAConcept() throws {
    let result = try Self.extract(renamed: false)
    let central = result.concepts.sorted { $0.centrality > $1.centrality }.prefix(100).map { $0.label.lowercased() }
    for name in [
      "evan hubinger", "hubinger", "carlsmith", "paul christiano", "alice", "bob", "yudkowsky", "comment", "people",
      "thing",
    ] {
      #expect(!central.contains(name), "\(name)")
    }
  }
}
