import ConceptModel

/// The key under which spelling variants of one label meet: case, hyphens, plural, -ise/-ize, British and American.
///
/// Two labels with the same merge key are the same concept unless a notation file splits them; `mergeRules` names the
/// differences so that `why same A, B` can say what joined them.
enum MergeKey {
  /// The merge key of a label.
  static func of(_ label: String) -> String {
    let words = LabelKey.normalised(label).split(separator: " ").map(String.init)
    var out: [String] = []
    var index = 0
    while index < words.count {
      // "mis-generalization", "de-risk": a prefix that is written both ways joins the word behind it.
      if index + 1 < words.count, joiningPrefixes.contains(words[index]),
        label.contains("-") || label.contains("\u{2010}") || label.contains("\u{2011}")
      {
        out.append(spelling(words[index] + words[index + 1]))
        index += 2
      } else {
        out.append(spelling(words[index]))
        index += 1
      }
    }
    return out.joined(separator: " ")
  }

  /// The names of the merging rules that explain why two labels with one key are one concept, in a fixed order.
  static func rules(between a: String, and b: String) -> [String] {
    guard a != b else { return [] }
    var names: [String] = []
    if a.lowercased() == b.lowercased() { return ["case"] }
    let (foldedA, foldedB) = (LabelKey.folded(a), LabelKey.folded(b))
    if foldedA == foldedB { return ["hyphen"] }
    let (normalA, normalB) = (LabelKey.normalised(a), LabelKey.normalised(b))
    if normalA == normalB { return ["plural"] }
    if normalA != foldedA || normalB != foldedB { names.append("plural") }
    let (wordsA, wordsB) = (normalA.split(separator: " "), normalB.split(separator: " "))
    if wordsA.count != wordsB.count { names.append("prefix-hyphen") }
    if wordsA.map({ spelling(String($0)) }) != wordsA.map(String.init)
      || wordsB.map({ spelling(String($0)) }) != wordsB.map(String.init)
    {
      names.append("spelling")
    }
    return names.isEmpty ? ["variant"] : names
  }

  private static let joiningPrefixes: Set<String> = [
    "mis", "re", "pre", "post", "anti", "non", "co", "sub", "de", "un", "over", "under", "inter", "intra", "multi",
    "meta", "semi", "hyper", "cyber", "micro", "macro", "out", "auto", "bio", "neuro",
  ]

  /// One word in American spelling: `generalisation` → `generalization`, `behaviour` → `behavior`.
  static func spelling(_ word: String) -> String {
    guard word.utf8.count > 5 else { return word }
    for (ending, replacement) in endings where word.hasSuffix(ending) {
      let stem = word.dropLast(ending.utf8.count)
      guard stem.isEmpty || stem.utf8.count >= 3, !keptStems.contains(String(stem) + ending) else { return word }
      return stem + replacement
    }
    return word
  }

  private static let endings: [(String, String)] = [
    ("isations", "ization"), ("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("iser", "izer"),
    ("isers", "izer"), ("ise", "ize"), ("yse", "yze"), ("ysing", "yzing"), ("ysed", "yzed"), ("avioural", "avioral"),
    ("aviour", "avior"), ("olour", "olor"), ("avour", "avor"), ("abour", "abor"), ("umour", "umor"),
    ("eighbour", "eighbor"), ("elling", "eling"), ("elled", "eled"), ("eller", "eler"), ("ogue", "og"),
    ("centre", "center"), ("defence", "defense"), ("offence", "offense"), ("licence", "license"),
    ("fulfilment", "fulfillment"), ("judgement", "judgment"), ("programme", "program"),
  ]

  /// Words that end like British spellings but are spelled so everywhere.
  private static let keptStems: Set<String> = [
    "exercise", "exercising", "exercised", "promise", "promised", "promising", "premise", "enterprise", "precise",
    "concise", "otherwise", "likewise", "expertise", "surprise", "surprised", "surprising", "comprise", "comprised",
    "compromise", "compromised", "compromising", "supervise", "supervised", "supervising", "unsupervised", "advertise",
    "advertising",
    "advise", "advised", "adviser", "revise", "revised", "revising", "devise", "devised", "disguise", "disguised",
    "improvise", "televise",
    "raise", "raised", "raising", "praise", "noise", "arise", "arising", "rising", "wise", "rise", "demise",
    "merchandise",
    "semisupervised", "self supervised", "circumcise", "excise", "incise", "treatise", "paradise", "franchise",
    "dialogue",
    "monologue", "spelling", "dwelling", "selling", "telling", "excelling", "compelling", "propelling", "rebelling",
  ]
}
