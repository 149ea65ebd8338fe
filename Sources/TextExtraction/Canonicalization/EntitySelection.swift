import ConceptModel

/// Decides which capitalised runs name people and organisations, over the whole corpus.
struct EntitySelection {
  /// The kind of every accepted name.
  private(set) var kinds: [String: EntityKind] = [:]
  /// Surnames and other short forms, and the full name they stand for.
  private(set) var shortForms: [String: String] = [:]
  /// Proper nouns whose surroundings do not tell what they name, with what they would be.
  private var uncertain: [String: EntityKind] = [:]

  init(_ locals: [LocalExtraction]) {
    var cues: [String: NameCues] = [:]
    var counts: [String: Int] = [:]
    var ordinary: Set<String> = []
    for local in locals {
      ordinary.formUnion(local.ordinaryWords)
      for name in local.names {
        cues[name.text.inNormalizationFormC, default: []].formUnion(name.cues)
        counts[name.text.inNormalizationFormC, default: 0] += 1
      }
      for author in local.info.authors {
        cues[author.inNormalizationFormC, default: []].formUnion([.givenName, .compound, .byline])
      }
    }
    for (name, cue) in cues {
      let words = name.split(separator: " ").map { $0.lowercased() }
      if cue.contains(.organisation), cue.contains(.compound) {
        kinds[name] = .organisation
      } else if cue.contains(.compound) {
        let isPerson =
          cue.contains(.givenName) && words.count <= 4
          || !cue.isDisjoint(with: [.speaks, .cited, .byline, .owns]) && words.allSatisfy { !ordinary.contains($0) }
        if isPerson { kinds[name] = .person }
      } else if !cue.isDisjoint(with: [.speaks, .owns, .cited, .byline]) || cue.contains(.givenName),
        let word = words.first,
        !ordinary.contains(word), GeneralEnglish.counts(of: word).all == 0
      {
        kinds[name] = .person
      }
      // "Geneva", "the Cotonou talks": a word that is nothing but a name. States and cities are organisations.
      if kinds[name] == nil, cue.contains(.proper),
        words.contains(where: { !ordinary.contains($0) && GeneralEnglish.counts(of: $0).all == 0 })
      {
        uncertain[name] = cue.isDisjoint(with: [.located, .organisation]) ? .person : .organisation
      }
    }
    joinSurnames()
  }

  /// Accepts the proper nouns that no cue explains, but for those that are concepts: software, eponyms and the like.
  mutating func acceptUncertain(unless isConcept: (String) -> Bool) {
    for name in uncertain.keys.sorted(by: scalarLess) where kinds[name] == nil && shortForms[name] == nil {
      if !isConcept(name) { kinds[name] = uncertain[name] }
    }
  }

  /// A surname alone means the one full name that ends with it.
  private mutating func joinSurnames() {
    var byLast: [String: Set<String>] = [:]
    for (name, kind) in kinds where kind == .person {
      let words = name.split(separator: " ")
      if words.count > 1, let last = words.last { byLast[String(last), default: []].insert(name) }
    }
    for (last, names) in byLast {
      if names.count == 1, let full = names.first {
        shortForms[last] = full
        kinds[last] = nil
      } else if kinds[last] == nil {
        kinds[last] = .person
      }
    }
  }

  /// The full name and kind of a name as it stands, or nil when it names no entity.
  func entity(_ text: String) -> (name: String, kind: EntityKind)? {
    let name = shortForms[text] ?? text
    return kinds[name].map { (name, $0) }
  }

  /// Whether a phrase is nothing but a name ("Evan Hubinger", "Hubinger").
  func isName(_ text: String) -> Bool { entity(text) != nil }
}
