import ConceptModel

/// Whether two long forms are one but for spelling, number and left-out words.
enum LongForm {
  static func isSame(_ a: String, _ b: String, letters: Int) -> Bool {
    let first = content(a)
    let second = content(b)
    if first.isEmpty || second.isEmpty { return true }
    let stems = first.map(ContentWords.stem)
    let otherStems = second.map(ContentWords.stem)
    if Set(stems).isSubset(of: otherStems) || Set(otherStems).isSubset(of: stems) { return true }
    if first.count == second.count && zip(first, second).allSatisfy({ isSameWord($0, $1) }) { return true }
    let joined = first.joined()
    let otherJoined = second.joined()
    return min(joined.count, otherJoined.count) >= 10
      && editDistance(Array(joined.utf8), Array(otherJoined.utf8), atMost: letters) <= letters
  }

  /// Whether a long form can be the name of something: it neither begins nor ends with a function word.
  static func isName(_ long: String) -> Bool {
    let words = ContentWords.words(long)
    guard let first = words.first, let last = words.last else { return false }
    return !ContentWords.functionWords.contains(first) && !ContentWords.functionWords.contains(last)
  }

  private static func content(_ text: String) -> [String] {
    ContentWords.words(text).filter { !ContentWords.functionWords.contains($0) }
  }

  /// Equal stems, or one word cut short of the other (`net`, `network`).
  private static func isSameWord(_ a: String, _ b: String) -> Bool {
    let (a, b) = (LabelKey.singular(a), LabelKey.singular(b))
    if ContentWords.stem(a) == ContentWords.stem(b) { return true }
    return min(a.count, b.count) >= 3 && (a.hasPrefix(b) || b.hasPrefix(a))
  }

  /// The Levenshtein distance, or any larger number once it exceeds `limit`.
  static func editDistance(_ a: [UInt8], _ b: [UInt8], atMost limit: Int) -> Int {
    guard abs(a.count - b.count) <= limit else { return limit + 1 }
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      var least = row[0]
      for (j, y) in b.enumerated() {
        let cost = x == y ? diagonal : min(diagonal, row[j], row[j + 1]) + 1
        diagonal = row[j + 1]
        row[j + 1] = cost
        least = min(least, cost)
      }
      if least > limit { return limit + 1 }
    }
    return row[b.count]
  }
}
