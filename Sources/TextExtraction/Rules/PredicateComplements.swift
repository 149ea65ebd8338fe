import ConceptModel

/// Complements, clauses and prepositional phrases of a predicate.
extension PredicateRoles {
  // MARK: Complements and clauses

  func complements(of predicate: Int) -> [RoleFiller] {
    if grid.tag[predicate] != .verb { return [RoleFiller(predicate)] }
    var found: [RoleFiller] = []
    for child in grid.children(of: predicate) {
      let isNominal = grid.tag[child] == .noun || grid.tag[child] == .propn || grid.tag[child] == .adj
      if grid.arc[child] == .xcomp && isNominal && !grid.hasMark(child, core.to) {
        found.append(RoleFiller(child, grid.certainty(child)))
      }
      if grid.arc[child] == .obj && isPassive(predicate) { found.append(RoleFiller(child, grid.certainty(child))) }
    }
    return found
  }

  func infinitives(of predicate: Int) -> [RoleFiller] {
    var found: [RoleFiller] = []
    for child in grid.children(of: predicate) where grid.hasMark(child, core.to) {
      switch grid.arc[child] {
      case .xcomp, .advcl, .acl, .ccomp: found.append(RoleFiller(child, grid.certainty(child)))
      default: break
      }
    }
    // "causes the Moon to orbit": the parser hangs the infinitive on the object.
    if found.isEmpty, core.objectControl.contains(grid.lemma[predicate]),
      let object = grid.child(of: predicate, .obj)
    {
      for child in grid.children(of: object) where grid.arc[child] == .acl && grid.hasMark(child, core.to) {
        found.append(RoleFiller(child, grid.certainty(child)))
      }
    }
    return found
  }

  func gerunds(of predicate: Int, word: Int32) -> [RoleFiller] {
    var found: [RoleFiller] = []
    for child in grid.children(of: predicate) where grid.penn[child] == .vbg {
      let isIntroduced = grid.hasMark(child, word) || grid.preposition(of: child).map { grid.form[$0] == word } ?? false
      if isIntroduced { found.append(RoleFiller(child, grid.certainty(child))) }
    }
    if found.isEmpty, grid.tag[predicate] == .verb {
      for object in deepObjects(of: predicate, depth: 0) where object.token > predicate {
        found.append(contentsOf: gerunds(of: object.token, word: word))
      }
    }
    return found
  }

  func identities(of noun: Int) -> [RoleFiller] {
    let predicate = grid.head[noun]
    guard predicate >= 0, grid.arc[noun] == .nsubj || grid.arc[noun] == .nsubjOuter else { return [] }
    guard grid.child(of: predicate, .cop) != nil, grid.tag[predicate] == .noun || grid.tag[predicate] == .propn else {
      return []
    }
    return [RoleFiller(predicate, grid.certainty(noun))]
  }

  // MARK: Prepositions

  func obliques(of predicate: Int, word: Int32, depth: Int) -> [RoleFiller] {
    var found: [RoleFiller] = []
    for child in grid.children(of: predicate) where isOblique(child) {
      guard let preposition = grid.preposition(of: child), grid.form[preposition] == word else { continue }
      found.append(RoleFiller(antecedent(of: child) ?? child, grid.certainty(child)))
    }
    guard found.isEmpty, depth < 2 else { return found }
    if grid.tag[predicate] == .verb { found = obliquesOnObject(of: predicate, word: word) }
    if found.isEmpty { found = sharedObliques(of: predicate, word: word, depth: depth) }
    return found
  }

  private func isOblique(_ token: Int) -> Bool {
    switch grid.arc[token] {
    case .obl, .oblAgent, .nmod, .nmodUnmarked: return true
    case .advcl, .xcomp, .ccomp: return grid.tag[token] == .noun || grid.tag[token] == .propn
    default: return false
    }
  }

  /// "use X for Y": the parser may hang "for Y" on X.
  func obliquesOnObject(of verb: Int, word: Int32) -> [RoleFiller] {
    guard word != core.of else { return [] }
    var found: [RoleFiller] = []
    for holder in grid.children(of: verb) where holder > verb {
      guard grid.arc[holder] == .obj || grid.arc[holder] == .obl || grid.arc[holder] == .xcomp else { continue }
      for child in grid.children(of: holder) where grid.arc[child] == .nmod && child > holder {
        guard let preposition = grid.preposition(of: child), grid.form[preposition] == word else { continue }
        found.append(RoleFiller(child, 0.85 * grid.certainty(child)))
      }
    }
    return found
  }

  /// "leads or contributes to Y": the phrase hangs on the other verb.
  private func sharedObliques(of predicate: Int, word: Int32, depth: Int) -> [RoleFiller] {
    for child in grid.children(of: predicate) where grid.arc[child] == .conj && grid.tag[child] == grid.tag[predicate] {
      guard child > predicate, child - predicate <= 4, !hasSubject(child) else { continue }
      return obliques(of: child, word: word, depth: depth + 1).map { RoleFiller($0.token, $0.certainty * 0.85) }
    }
    return []
  }
}
