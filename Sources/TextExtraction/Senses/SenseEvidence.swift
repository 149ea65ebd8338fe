import ConceptModel

/// Tells whether two documents that define one label speak of two things.
///
/// One document uses a word in one sense (Gale, Church and Yarowsky 1992), so the question is put to pairs of documents.
/// Rival definitions of one thing are no less different in wording than those of homographs; what parts the two is that
/// homographs come from texts about different matters. Both kinds of evidence are asked for, and where they leave doubt
/// the answer is no: a split that is wrong hides edges, one that is missing is still reported as a finding.
struct SenseEvidence {
  /// What a document says about the matter that it treats.
  private struct Profile {
    var concepts: Set<ConceptID> = []
    /// The number of concepts in the document, weighed by how few others share them.
    var weight = 0.0
  }

  private let locals: [LocalExtraction]
  private let numbers: [DocumentID: Int]
  private var profiles: [Profile]
  private let rarity: [ConceptID: Double]

  init(_ locals: [LocalExtraction], mentions: [Mention]) {
    self.locals = locals
    numbers = Dictionary(uniqueKeysWithValues: locals.enumerated().map { ($1.info.id, $0) })
    profiles = Array(repeating: Profile(), count: locals.count)
    for mention in mentions {
      if let number = numbers[mention.evidence.document] { profiles[number].concepts.insert(mention.concept) }
    }
    var documents: [ConceptID: Int] = [:]
    for profile in profiles { for id in profile.concepts { documents[id, default: 0] += 1 } }
    let count = Double(locals.count)
    rarity = documents.mapValues { (1 + count / Double($0)).binaryLogarithm }
    for index in profiles.indices { profiles[index].weight = weight(profiles[index].concepts) }
  }

  /// Whether the definitions of a concept in one document and those in another can only be of two things.
  func areUnrelated(_ a: [Definition], _ b: [Definition], isKind: (ConceptID, ConceptID) -> Bool) -> Bool {
    guard let first = a.first, let second = b.first, let one = numbers[first.evidence.document],
      let other = numbers[second.evidence.document],
      sharedConcepts(one, other, without: first.concept) <= Self.sharedConceptLimit
    else { return false }
    let wordsA = a.map { words(of: $0) }
    let wordsB = b.map { words(of: $0) }
    guard (wordsA + wordsB).allSatisfy({ $0.count >= Self.leastWords }),
      wordsA.allSatisfy({ x in wordsB.allSatisfy { x.isDisjoint(with: $0) } })
    else { return false }
    for x in a {
      for y in b {
        if let genus = x.genusConcept, let rival = y.genusConcept, isKind(genus, rival) || isKind(rival, genus) {
          return false
        }
      }
    }
    let alike = a.flatMap { x in b.map { WordVectors.english.similarity(x.text, $0.text) } }.max() ?? 1
    if alike >= Self.likenessLimit { return false }
    // Documents of many concepts are compared by those; short ones by what all their words are about.
    if min(profiles[one].concepts.count, profiles[other].concepts.count) >= Self.manyConcepts { return true }
    return alike + WordVectors.english.similarity(matter(one, first), matter(other, first)) < Self.shortLikenessLimit
  }

  /// How much of what the smaller of two documents speaks of the other speaks of too, but for one concept: 0…1.
  func sharedConcepts(_ a: Int, _ b: Int, without id: ConceptID) -> Double {
    let shared = profiles[a].concepts.intersection(profiles[b].concepts).subtracting([id])
    let smaller = min(profiles[a].weight, profiles[b].weight) - (rarity[id] ?? 0)
    return smaller > 0 ? weight(shared) / smaller : 0
  }

  func number(of document: DocumentID) -> Int? { numbers[document] }

  /// Of 1,301 pairs of documents of one field (security, physics, statistics, psychology) 1.2 % share as little; of
  /// 2,704 pairs of two fields 38 % do (`Benchmarks/shared_concepts.py`).
  private static let sharedConceptLimit = 0.02
  /// Above this cosine two definitions are about like things; homographs lie between 0 and 0.45.
  private static let likenessLimit = 0.45
  /// For short documents, the sum of the cosines of the definitions and of the documents: a few sentences about one
  /// matter may share no word, which takes the sum down to 0.35.
  private static let shortLikenessLimit = 0.3
  private static let manyConcepts = 30
  private static let leastWords = 3

  private func weight(_ concepts: Set<ConceptID>) -> Double {
    // In a fixed order: sums of floating-point numbers depend on it.
    concepts.sorted().reduce(0) { $0 + (rarity[$1] ?? 0) }
  }

  private func words(of definition: Definition) -> Set<String> {
    ContentWords.stems(definition.text + " " + (definition.genus ?? ""))
  }

  /// The phrases of a document without the defined term.
  private func matter(_ document: Int, _ definition: Definition) -> String {
    let term = LabelKey.folded(definition.term)
    return locals[document].spellings.map(\.text).filter { !LabelKey.folded($0).contains(term) }.joined(separator: " ")
  }
}
