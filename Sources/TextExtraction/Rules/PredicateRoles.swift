import ConceptModel

/// A word that plays a part for a predicate, and how far the arcs that say so can be trusted.
struct RoleFiller {
  var token: Int
  var certainty: Double

  init(_ token: Int, _ certainty: Double = 1) {
    self.token = token
    self.certainty = certainty
  }
}

/// Who does what to whom, whatever the wording: passives, control and raising, relative clauses, reduced relatives and
/// coordination are undone on demand.
struct PredicateRoles {
  let grid: SentenceGrid
  let core: CoreWords

  /// The words that fill a role of a predicate, best first.
  func fillers(of role: Role, for predicate: Int) -> [RoleFiller] {
    switch role {
    // "X is a method for Y" speaks of X, not of methods.
    case .itself: return grid.child(of: predicate, .cop) == nil ? [RoleFiller(predicate)] : []
    case .subject: return deepSubjects(of: predicate)
    case .object: return deepObjects(of: predicate, depth: 0)
    case .indirect: return children(of: predicate, .iobj)
    case .complement: return complements(of: predicate)
    case .infinitive: return infinitives(of: predicate)
    case .clause: return children(of: predicate, .ccomp)
    case .possessor: return children(of: predicate, .nmodPoss)
    case .compound: return children(of: predicate, .compound).filter { grid.tag[$0.token] != .punct }
    case .identity: return identities(of: predicate)
    case .preposition(let word): return obliques(of: predicate, word: word, depth: 0)
    case .gerund(let word): return gerunds(of: predicate, word: word)
    }
  }

  /// The words at the end of a path of roles.
  func fillers(of path: [Role], for predicate: Int) -> [RoleFiller] {
    var current = [RoleFiller(predicate)]
    for role in path {
      var next: [RoleFiller] = []
      for filler in current {
        for further in fillers(of: role, for: filler.token) {
          next.append(RoleFiller(further.token, further.certainty * filler.certainty))
        }
      }
      current = next
      if current.isEmpty { break }
    }
    return current
  }

  func children(of predicate: Int, _ label: Arc) -> [RoleFiller] {
    var found: [RoleFiller] = []
    for child in grid.children(of: predicate) where grid.arc[child] == label {
      found.append(RoleFiller(child, grid.certainty(child)))
    }
    return found
  }

  // MARK: Voice

  /// Whether what looks like the subject is what the verb is done to.
  func isPassive(_ verb: Int) -> Bool {
    for child in grid.children(of: verb) {
      if grid.arc[child] == .auxPass || grid.arc[child] == .nsubjPass { return true }
    }
    guard grid.penn[verb] == .vbn || grid.penn[verb] == .vbd else { return false }
    let hasObject = grid.child(of: verb, .obj) != nil
    // "the damage caused by …", whatever the parser makes of it.
    if isFollowedByAgent(verb), !hasObject { return true }
    switch grid.arc[verb] {
    // A past tense taken for a participle: "a lorry caused delays".
    case .acl where hasObject && !core.twoObjectVerbs.contains(grid.lemma[verb]): return false
    case .acl, .amod: return !grid.children(of: verb).contains { grid.arc[$0] == .nsubj || grid.arc[$0] == .aux }
    case .advcl, .xcomp, .ccomp:
      return grid.penn[verb] == .vbn
        && !grid.children(of: verb).contains { grid.arc[$0] == .aux || grid.arc[$0] == .nsubj || grid.arc[$0] == .obj }
    case .conj:
      let other = grid.head[verb]
      guard other >= 0, grid.penn[verb] == .vbn, grid.tag[other] == .verb else { return false }
      return !grid.children(of: verb).contains { grid.arc[$0] == .nsubj || grid.arc[$0] == .aux } && isPassive(other)
    default: return false
    }
  }

  private func isFollowedByAgent(_ verb: Int) -> Bool {
    guard verb + 1 < grid.count, grid.form[verb + 1] == core.by else { return false }
    return !grid.children(of: verb).contains { grid.arc[$0] == .aux }
  }

  // MARK: Subjects

  /// The subjects as they stand: of the clause itself, or inherited through control, coordination or a relative clause.
  func surfaceSubjects(of predicate: Int, depth: Int = 0) -> [RoleFiller] {
    guard depth < 5 else { return [] }
    var own: [RoleFiller] = []
    for child in grid.children(of: predicate) {
      switch grid.arc[child] {
      case .nsubj, .nsubjPass, .csubj:
        own.append(RoleFiller(antecedent(of: child) ?? child, grid.certainty(child)))
      case .compound where isMisplacedSubject(child, of: predicate): own.append(RoleFiller(child, 0.75))
      case .expl: if own.isEmpty && grid.lemma[child] != core.it { return [] }
      default: break
      }
    }
    if !own.isEmpty { return own }
    let parent = grid.head[predicate]
    if parent >= 0 {
      let inherited = inheritedSubjects(of: predicate, from: parent, depth: depth)
      if !inherited.isEmpty, grid.arc[predicate] != .advcl { return inherited }
    }
    // "for all the pain caused by the recession": the noun right before the participle.
    guard depth == 0, predicate > 0, grid.tag[predicate] == .verb, isFollowedByAgent(predicate),
      grid.chunkOf[predicate - 1] >= 0
    else { return parent >= 0 ? inheritedSubjects(of: predicate, from: parent, depth: depth) : [] }
    let chunk = grid.chunks[grid.chunkOf[predicate - 1]]
    return chunk.isPronoun || chunk.range.upperBound != predicate ? [] : [RoleFiller(outer(of: chunk), 0.85)]
  }

  private func inheritedSubjects(of predicate: Int, from parent: Int, depth: Int) -> [RoleFiller] {
    let arc = grid.certainty(predicate)
    func scaled(_ fillers: [RoleFiller], _ factor: Double) -> [RoleFiller] {
      fillers.map { RoleFiller($0.token, $0.certainty * factor * arc) }
    }
    switch grid.arc[predicate] {
    case .conj: return scaled(surfaceSubjects(of: parent, depth: depth + 1), 0.95)
    case .xcomp:
      if let object = grid.child(of: parent, .obj), object < predicate {
        return scaled([RoleFiller(antecedent(of: object) ?? object, grid.certainty(object))], 0.95)
      }
      return scaled(surfaceSubjects(of: parent, depth: depth + 1), 0.95)
    case .advcl:
      let isInfinitive = grid.hasMark(predicate, core.to)
      if isInfinitive && isPassive(parent) { return scaled(surfaceSubjects(of: parent, depth: depth + 1), 0.95) }
      guard grid.penn[predicate] == .vbg || grid.penn[predicate] == .vbn else { return [] }
      return scaled(surfaceSubjects(of: parent, depth: depth + 1), 0.75)
    case .acl, .amod:
      guard grid.isNominal(parent), grid.arc[predicate] == .acl || predicate > parent else { return [] }
      // "the role of supporting trade": the role supports nothing.
      if grid.penn[predicate] == .vbg, isIntroduced(predicate) { return [] }
      // "edits related to age, race, and status, designed to …": a comma parts the participle from the end of a list.
      if grid.arc[predicate] == .acl, grid.arc[parent] == .conj, grid.form[predicate - 1] == core.comma { return [] }
      return scaled([RoleFiller(bearer(of: parent))], grid.hasMark(predicate, core.to) ? 0.7 : 0.95)
    case .parataxis where grid.child(of: predicate, .cc) != nil:
      // "X suffers from this (and can be taken for Y)"
      return scaled(nearestSubjects(above: parent), 0.8)
    case .relative:
      // "the method we use" has a subject of its own; without one the antecedent is the subject.
      return scaled([RoleFiller(bearer(of: parent))], 0.8)
    default: return []
    }
  }

  /// Whether a clause has a conjunction or preposition of its own.
  private func isIntroduced(_ clause: Int) -> Bool {
    grid.children(of: clause).contains { grid.arc[$0] == .mark || grid.arc[$0] == .case_ }
  }

  private func nearestSubjects(above token: Int) -> [RoleFiller] {
    var node = token
    for _ in 0..<4 where node >= 0 {
      if grid.tag[node] == .verb || grid.child(of: node, .cop) != nil { return surfaceSubjects(of: node, depth: 3) }
      node = grid.head[node]
    }
    return []
  }

  /// A noun before a finite verb that the parser calls a compound of it.
  private func isMisplacedSubject(_ child: Int, of verb: Int) -> Bool {
    guard child < verb, grid.tag[child] == .noun || grid.tag[child] == .propn else { return false }
    switch grid.penn[verb] {
    case .vbz, .vbp, .vbd:
      return !grid.children(of: verb).contains { grid.arc[$0] == .nsubj || grid.arc[$0] == .nsubjPass }
    default: return false
    }
  }

  /// What a relative pronoun stands for.
  func antecedent(of token: Int) -> Int? {
    guard core.relativePronouns.contains(grid.form[token]), grid.tag[token] == .pron || grid.penn[token] == .wdt else {
      return nil
    }
    var clause = grid.head[token]
    for _ in 0..<4 where clause >= 0 {
      if grid.arc[clause] == .relative || grid.arc[clause] == .acl {
        return grid.head[clause] >= 0 ? bearer(of: grid.head[clause]) : nil
      }
      clause = grid.head[clause]
    }
    return nil
  }

  /// The head of a chunk, or that of the abstract noun before its "of".
  private func outer(of chunk: NounChunk) -> Int {
    let start = chunk.range.lowerBound
    guard start >= 2, grid.form[start - 1] == core.of, grid.chunkOf[start - 2] >= 0 else { return chunk.head }
    let before = grid.chunks[grid.chunkOf[start - 2]].head
    return grid.isAbstract(before) && !grid.isAbstract(chunk.head) ? before : chunk.head
  }

  /// What a clause on a noun is really said of: in "germs are organisms that cause disease" the germs, in "an infection
  /// of the airways caused by bacteria" the infection.
  private func bearer(of noun: Int) -> Int {
    if grid.child(of: noun, .cop) != nil, let subject = grid.child(of: noun, .nsubj), grid.tag[subject] != .pron {
      return subject
    }
    if let preposition = grid.preposition(of: noun), grid.form[preposition] == core.as_, grid.head[noun] >= 0,
      grid.tag[grid.head[noun]] == .noun || grid.tag[grid.head[noun]] == .propn
    {
      return grid.head[noun]
    }
    guard grid.arc[noun] == .nmod, let preposition = grid.preposition(of: noun), grid.form[preposition] == core.of
    else {
      return noun
    }
    let outer = grid.head[noun]
    guard outer >= 0, grid.tag[outer] == .noun else { return noun }
    return grid.isAbstract(outer) && !grid.isAbstract(noun) ? outer : noun
  }

  private func deepSubjects(of predicate: Int) -> [RoleFiller] {
    if grid.tag[predicate] == .verb {
      return isPassive(predicate) ? agents(of: predicate, depth: 0) : surfaceSubjects(of: predicate)
    }
    if grid.tag[predicate] == .adj || grid.tag[predicate] == .adv { return surfaceSubjects(of: predicate) }
    return subjects(ofNoun: predicate)
  }

  /// What a noun is said of: through a copula of its own or of the noun it is coordinated with, as an apposition, or
  /// as a second predicate ("became the cause").
  private func subjects(ofNoun noun: Int) -> [RoleFiller] {
    guard grid.preposition(of: noun) == nil || grid.arc[noun] == .xcomp else { return [] }
    let parent = grid.head[noun]
    switch grid.arc[noun] {
    case .appos where parent >= 0 && grid.child(of: noun, .cop) == nil:
      return [RoleFiller(parent, 0.7 * grid.certainty(noun))]
    case .xcomp: return surfaceSubjects(of: noun)
    case .conj where parent >= 0 && grid.child(of: noun, .cop) == nil:
      return grid.child(of: parent, .cop) == nil ? [] : surfaceSubjects(of: noun)
    default: return grid.child(of: noun, .cop) == nil ? [] : surfaceSubjects(of: noun)
    }
  }

  private func agents(of verb: Int, depth: Int) -> [RoleFiller] {
    var found: [RoleFiller] = []
    for child in grid.children(of: verb) where grid.arc[child] == .oblAgent || grid.arc[child] == .obl {
      guard let preposition = grid.preposition(of: child), grid.form[preposition] == core.by else { continue }
      found.append(RoleFiller(antecedent(of: child) ?? child, grid.certainty(child)))
    }
    if found.isEmpty, depth < 2 {
      for child in grid.children(of: verb) where grid.arc[child] == .conj && grid.penn[child] == .vbn {
        return agents(of: child, depth: depth + 1)
      }
    }
    return found
  }

  // MARK: Objects

  func deepObjects(of verb: Int, depth: Int) -> [RoleFiller] {
    guard depth < 3, grid.tag[verb] == .verb else { return [] }
    if isPassive(verb) { return surfaceSubjects(of: verb) }
    let own = children(of: verb, .obj).map { RoleFiller(antecedent(of: $0.token) ?? $0.token, $0.certainty) }
    if !own.isEmpty { return own }
    if grid.arc[verb] == .relative, grid.head[verb] >= 0, !hasRelativeSubject(verb), hasSubject(verb) {
      return [RoleFiller(grid.head[verb], 0.7 * grid.certainty(verb))]
    }
    let shared = sharedObjects(of: verb, depth: depth)
    return shared.isEmpty ? bareNominals(behind: verb) : shared
  }

  /// A noun phrase right behind a verb without preposition is its object, whatever the parser calls it.
  private func bareNominals(behind verb: Int) -> [RoleFiller] {
    for child in grid.children(of: verb) where child > verb && child - verb <= 6 {
      switch grid.arc[child] {
      case .nmod, .obl, .dep, .nmodUnmarked:
        guard grid.tag[child] == .noun || grid.tag[child] == .propn, grid.preposition(of: child) == nil else {
          continue
        }
        guard grid.chunkOf[child] >= 0, grid.chunks[grid.chunkOf[child]].range.lowerBound == verb + 1 else { continue }
        return [RoleFiller(child, 0.7 * grid.certainty(child))]
      default: continue
      }
    }
    return []
  }

  func hasSubject(_ verb: Int) -> Bool {
    grid.children(of: verb).contains { grid.arc[$0] == .nsubj || grid.arc[$0] == .nsubjPass }
  }

  private func hasRelativeSubject(_ verb: Int) -> Bool {
    grid.children(of: verb).contains { grid.arc[$0] == .nsubj && antecedent(of: $0) != nil }
  }

  /// "detect and reject outliers": the object that two verbs share stands behind the second.
  private func sharedObjects(of verb: Int, depth: Int) -> [RoleFiller] {
    if grid.children(of: verb).contains(where: { isComplementLabel(grid.arc[$0]) }) { return [] }
    if grid.arc[verb] == .conj, grid.head[verb] >= 0, let object = grid.child(of: grid.head[verb], .obj), object > verb
    {
      return [RoleFiller(object, 0.85 * grid.certainty(object))]
    }
    for child in grid.children(of: verb) where grid.arc[child] == .conj && grid.tag[child] == .verb {
      guard child - verb <= 4, !hasSubject(child), grid.penn[child] == grid.penn[verb] else { continue }
      return deepObjects(of: child, depth: depth + 1).map { RoleFiller($0.token, $0.certainty * 0.85) }
    }
    return []
  }

  private func isComplementLabel(_ label: Arc) -> Bool {
    label == .obl || label == .xcomp || label == .ccomp || label == .oblAgent
  }
}
