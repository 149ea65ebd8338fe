import ConceptModel

extension Consolidation {
  /// Modifiers that take a thing out of its class: a fake diamond is no diamond.
  private static let privative: Set<String> = [
    "fake", "false", "pseudo", "quasi", "mock", "alleged", "apparent", "so-called", "would-be", "former", "counterfeit",
    "artificial",
    "simulated", "virtual", "anti", "non", "counter", "near", "almost", "supposed", "putative", "partial", "failed",
    "imaginary", "fictional", "toy", "no", "post", "pre", "ex",
  ]

  private static let prepositions: Set<String> = [
    "of", "for", "in", "on", "to", "with", "from", "by", "at", "as", "between", "under", "over", "without", "via",
    "and", "or",
  ]

  /// `instrumental deception is-a deception`: a phrase is a kind of its head.
  ///
  /// Drawn only to heads that the corpus itself treats as classes (defined, on a scale, an object of another is-a), for
  /// not every phrase in a text is meant as a step of a taxonomy.
  mutating func addHeadInclusions() {
    let classes = classConcepts()
    var firstMention: [ConceptID: Mention] = [:]
    var counts: [ConceptID: [DocumentID: Int]] = [:]
    let long = Set(locals.filter { $0.tokenCount >= Self.shortDocument }.map(\.info.id))
    for mention in result.mentions {
      if firstMention[mention.concept] == nil { firstMention[mention.concept] = mention }
      // In an abstract every phrase that matters comes back; that makes none of them the name of a kind.
      guard long.contains(mention.evidence.document) else { continue }
      counts[mention.concept, default: [:]][mention.evidence.document, default: 0] += 1
    }
    for concept in result.concepts {
      guard let key = keys[concept.id], let mention = firstMention[concept.id] else { continue }
      let words = key.split(separator: " ").map(String.init)
      // "interaction of systems" is headed by its first noun.
      guard words.count > 1, isName(key, mentions: counts[concept.id]?.values.max() ?? 0),
        !Self.privative.contains(words[0]), !words.contains(where: Self.prepositions.contains)
      else { continue }
      for start in 1..<words.count {
        guard let head = resolver.concepts[words[start...].joined(separator: " ")], head != concept.id else { continue }
        // "SAML system", "language model": that an everyday noun heads the phrase says nothing of a class of the field.
        let isClass =
          start < words.count - 1 || isDefined(words[start])
          || !TermFilter.isScaffolding(words[start]) && !GeneralEnglish.isEverydayNoun(words[start])
        if classes.contains(head), isClass {
          result.assertions.append(
            Assertion(
              subject: concept.id, relation: "is-a", object: head, basis: .inferred, confidence: 0.7,
              rule: "HEAD-inclusion",
              surface: mention.evidence.quote, subjectText: mention.evidence.quote,
              objectText: words[start...].joined(separator: " "), evidence: mention.evidence))
        }
        break
      }
    }
  }

  private func isDefined(_ key: String) -> Bool {
    guard let stats = table[key] else { return false }
    return stats.definitions + stats.abbreviations + stats.scales + stats.defined > 0
  }

  /// Whether a document uses a phrase as the name of a kind: again and again, or where it says what it means.
  private func isName(_ key: String, mentions: Int) -> Bool {
    guard let stats = table[key] else { return true }
    return mentions >= Self.leastMentions
      || stats.definitions + stats.abbreviations + stats.scales + stats.statements + stats.defined > 0
  }

  private static let leastMentions = 3

  /// Whether the corpus uses a phrase more than once or says something about it.
  ///
  /// A phrase seen once is as often a chance description ("the remaining task") as the name of a kind.
  ///
  /// `relations` is how many of its relations are the one at hand and prove nothing.
  func isEstablished(_ key: String, relations: Int = 0) -> Bool {
    guard let stats = table[key] else { return true }
    let evidence =
      stats.definitions + stats.abbreviations + stats.scales + stats.statements + stats.defined + stats.emphasised
      + stats.quoted + max(0, stats.relations - relations)
    return stats.frequency + stats.nested >= 2 || evidence > 0
  }

  private func classConcepts() -> Set<ConceptID> {
    var classes: Set<ConceptID> = []
    for definition in result.definitions where definition.confidence >= 0.5 { classes.insert(definition.concept) }
    for assertion in result.assertions where assertion.polarity == .asserted {
      switch assertion.relation {
      case "is-a", "instance-of", "example-of": classes.insert(assertion.object)
      case "precedes-on-spectrum":
        classes.insert(assertion.subject)
        classes.insert(assertion.object)
      default: continue
      }
    }
    return classes
  }

  /// Neighbours on a scale, and the inclusion that a scale of degrees suggests.
  ///
  /// A scale is read as inclusion (each member is a kind of the one before) when its text presents it as degrees of one
  /// thing, some step is an is-a on other evidence, and none is denied. Freezing - cold - warm - hot stays an order.
  mutating func addScales() {
    for (number, local) in locals.enumerated() {
      for scale in local.scales {
        var members: [ConceptID?] = []
        for member in scale.members { members.append(resolver.concept(member, document: number)) }
        let place = evidence(scale.passage, document: number)
        let steps = zip(members.indices, members.indices.dropFirst()).compactMap { a, b in
          members[a].flatMap { first in members[b].map { (first, $0, scale.members[a], scale.members[b]) } }
        }
        for (low, high, lowText, highText) in steps where low != high {
          result.assertions.append(
            Assertion(
              subject: low, relation: "precedes-on-spectrum", object: high, attribution: scale.attribution,
              confidence: 0.9, rule: "LAY-scale", surface: "-", subjectText: lowText, objectText: highText,
              evidence: place))
        }
        guard scale.presentsDegrees, steps.count == scale.members.count - 1 else { continue }
        let independent = steps.map { hasIndependentInclusion($0.1, in: $0.0) }
        let isContradicted = steps.contains { step in
          result.assertions.contains {
            $0.subject == step.1 && $0.object == step.0 && $0.relation == "is-a" && $0.polarity == .denied
          }
        }
        guard independent.contains(true), !isContradicted else { continue }
        for (index, (low, high, lowText, highText)) in steps.enumerated() where low != high && !independent[index] {
          result.assertions.append(
            Assertion(
              subject: high, relation: "is-a", object: low, attribution: scale.attribution, basis: .inferred,
              confidence: 0.6,
              rule: "LAY-scale-inclusion", surface: "-", subjectText: highText, objectText: lowText, evidence: place))
        }
        for (index, (low, high, lowText, highText)) in steps.enumerated() where low != high && independent[index] {
          result.assertions.append(
            Assertion(
              subject: high, relation: "is-a", object: low, attribution: scale.attribution, basis: .inferred,
              confidence: 0.75,
              rule: "LAY-scale-inclusion", surface: "-", subjectText: highText, objectText: lowText, evidence: place))
        }
      }
    }
  }

  /// Whether head noun or definition say that the first concept is a kind of the second.
  private func hasIndependentInclusion(_ narrow: ConceptID, in broad: ConceptID) -> Bool {
    if let narrowKey = keys[narrow], let broadKey = keys[broad], narrowKey.hasSuffix(" " + broadKey) { return true }
    return result.assertions.contains {
      $0.subject == narrow && $0.object == broad && $0.relation == "is-a" && $0.polarity == .asserted
        && $0.rule != "LAY-scale-inclusion"
    }
  }
}
