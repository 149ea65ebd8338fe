/// The words of a text that carry its content, as stems: how definitions are compared.
///
/// The measure between two texts is the overlap coefficient (Szymkiewicz–Simpson): shared stems divided by the stems of
/// the smaller set. Stems are made by cutting plain English endings, so that `measured`, `measures` and `measurement`
/// agree; they are keys, not words.
public enum ContentWords {
  /// The set of stems of a text without function words and without the words of `dropped`.
  public static func stems(_ text: String, without dropped: Set<String> = []) -> Set<String> {
    var stems: Set<String> = []
    for word in words(text) where !functionWords.contains(word) {
      let stem = Self.stem(word)
      if stem.count > 1 && !dropped.contains(stem) { stems.insert(stem) }
    }
    return stems
  }

  /// The lower-case words of a text; hyphens and punctuation part words.
  public static func words(_ text: String) -> [String] {
    LabelKey.folded(text).unicodeScalars.split { !($0.properties.isAlphabetic || $0.properties.numericType != nil) }
      .map { String(Substring($0)) }
  }

  /// Shared stems divided by the stems of the smaller set; 0 when either is empty.
  public static func overlap(_ a: Set<String>, _ b: Set<String>) -> Double {
    let smaller = min(a.count, b.count)
    return smaller == 0 ? 0 : Double(a.intersection(b).count) / Double(smaller)
  }

  /// Shared stems divided by all stems (Jaccard); 0 when both are empty.
  public static func similarity(_ a: Set<String>, _ b: Set<String>) -> Double {
    let all = a.union(b).count
    return all == 0 ? 0 : Double(a.intersection(b).count) / Double(all)
  }

  /// The key of a word: singular, without one ending of inflection or derivation, without a final e.
  public static func stem(_ word: String) -> String {
    var stem = LabelKey.singular(word)
    for ending in endings where stem.utf8.count >= ending.utf8.count + 4 && stem.hasSuffix(ending) {
      stem.removeLast(ending.count)
      break
    }
    if stem.hasSuffix("our") && stem.count > 4 { stem = stem.dropLast(3) + "or" }
    if stem.hasSuffix("e") && stem.count > 3 { stem.removeLast() }
    if stem.hasSuffix("is") && stem.count > 5 { stem = stem.dropLast(2) + "iz" }
    let last = stem.suffix(2)
    if stem.count > 4, last.count == 2, last.first == last.last, !"aeioulsz".contains(last.first ?? "a") {
      stem.removeLast()
    }
    return stem
  }

  /// Endings in the order in which they are tried: longer ones first.
  private static let endings = [
    "ations", "ation", "ements", "ement", "ments", "ment", "ingly", "ings", "ing", "edly", "ed", "ly",
  ]

  /// Words that hold sentences together and say little about what is defined.
  public static let functionWords: Set<String> = Set(
    """
    a an the this that these those such some any each every all both either neither no not nor and or but if then than
    as at by for from in into of off on onto out over per through to toward towards under up upon via with within
    without about above across after against along among around before behind below beneath beside between beyond
    during except like near since until is are was were be been being am do does did done has have had having can could
    may might must shall should will would it its itself he she they them their theirs his her him we us our you your i
    me my one ones who whom whose which what when where why how whether there here so too very more most less least much
    many few several other others another same own also only just even still yet often usually typically generally
    sometimes always never e g i.e etc called known
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
