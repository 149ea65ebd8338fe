/// A word that a wanted label has for certain, by which an index over labels narrows a search for it.
public struct LabelWord: Hashable, Sendable {
  /// Letters and digits of ASCII in lower case.
  public var text: String
  /// Whether the word of the label may go on behind it.
  public var isPrefix: Bool
  /// Whether nothing but separators stands between it and the word before.
  public var followsLast: Bool

  public init(_ text: String, isPrefix: Bool = false, followsLast: Bool = false) {
    self.text = text
    self.isPrefix = isPrefix
    self.followsLast = followsLast
  }

  /// The words that every text matching a pattern has, with `*` for any characters and `?` for one; case is folded.
  ///
  /// A word counts when it begins at the beginning or behind a separator; one that ends at a wildcard may go on. Only
  /// ASCII is looked at, on which every tokenizer agrees: a word beside another character is left out.
  public static func words(ofPattern pattern: String) -> [LabelWord] {
    var words: [LabelWord] = []
    var word: String?
    var beginsHere = true
    var isAfterWord = false
    for scalar in Array(pattern.lowercased().unicodeScalars) + [" "] {
      switch scalar {
      case "a"..."z", "0"..."9":
        if beginsHere { word = "" }
        word?.unicodeScalars.append(scalar)
        beginsHere = false
      case "*", "?":
        if let found = word { words.append(LabelWord(found, isPrefix: true, followsLast: isAfterWord)) }
        (word, beginsHere, isAfterWord) = (nil, false, false)
      case " ", "-", ",", "(", ")", "/", "\"":
        if let found = word { words.append(LabelWord(found, followsLast: isAfterWord)) }
        // What was left out stands between.
        isAfterWord = word != nil || beginsHere && isAfterWord
        (word, beginsHere) = (nil, true)
      default: (word, beginsHere, isAfterWord) = (nil, false, false)
      }
    }
    return words
  }
}
