/// The nouns that name what a verb does: `deceive` → `deception`, `optimize` → `optimization`, `train` → `training`.
enum Nominalisation {
  /// The candidate nouns of a verb lemma, most regular first; the caller keeps those that the corpus knows.
  ///
  /// Follows the regular suffix patterns of English word formation.
  static func nouns(of verb: String) -> [String] {
    var nouns: [String] = []
    func add(_ ending: String, _ replacement: String) {
      if verb.hasSuffix(ending), verb.utf8.count > ending.utf8.count + 1 {
        nouns.append(verb.dropLast(ending.count) + replacement)
      }
    }
    add("ceive", "ception")
    add("scribe", "scription")
    add("solve", "solution")
    add("duce", "duction")
    add("pose", "position")
    add("ify", "ification")
    add("ize", "ization")
    add("ise", "isation")
    add("ate", "ation")
    add("mit", "mission")
    add("vert", "version")
    add("pel", "pulsion")
    add("de", "sion")
    add("nd", "nsion")
    add("ct", "ction")
    add("fy", "faction")
    add("y", "iance")
    add("er", "erence")
    add("ear", "earance")
    add("e", "ion")
    add("e", "ation")
    add("e", "al")
    add("e", "ure")
    add("t", "tion")
    nouns += [
      verb + "ment", verb + "ance", verb + "ence", verb + "ation", verb + "ion", verb + "al", verb + "ure", verb,
    ]
    if verb.hasSuffix("e") {
      nouns += [verb.dropLast() + "ement", verb.dropLast() + "ing"]
    } else {
      nouns.append(verb + "ing")
      if let last = verb.last { nouns.append(verb + String(last) + "ing") }
    }
    return nouns
  }
}
