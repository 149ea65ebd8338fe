import ConceptModel

/// Names near to a misspelt one.
public enum Suggestions {
  /// The candidates nearest to a name, best first: by edit distance, shared words and common beginning.
  ///
  /// Candidates that are too far away are left out; ties are in the order of Unicode scalars.
  public static func nearest(to name: String, among candidates: [String], limit: Int) -> [String] {
    var finder = SuggestionFinder(name: name, limit: limit)
    for candidate in candidates { finder.consider(candidate) }
    return finder.best.map(\.text)
  }

  /// The number of insertions, deletions, substitutions and swaps of neighbours between two words, or nil above a bound.
  public static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], bound: Int) -> Int? {
    if abs(a.count - b.count) > bound { return nil }
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var older = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    var row = previous
    for i in 1...a.count {
      row[0] = i
      var smallest = i
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        row[j] = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { row[j] = min(row[j], older[j - 2] + 1) }
        smallest = min(smallest, row[j])
      }
      if smallest > bound { return nil }
      (older, previous, row) = (previous, row, older)
    }
    return previous[b.count] <= bound ? previous[b.count] : nil
  }
}

/// Keeps the few best candidates for a name while many go by.
struct SuggestionFinder {
  struct Scored {
    var text: String
    var score: Int
  }

  private let folded: [Unicode.Scalar]
  private let words: Set<Substring>
  private let bound: Int
  private let limit: Int
  private(set) var best: [Scored] = []

  init(name: String, limit: Int) {
    let key = LabelKey.folded(name)
    folded = Array(key.unicodeScalars)
    words = Set(key.split(separator: " ").filter { $0.utf8.count > 2 })
    bound = max(1, min(4, folded.count / 3))
    self.limit = limit
  }

  mutating func consider(_ candidate: String) {
    let key = LabelKey.folded(candidate)
    guard let score = score(key) else { return }
    if best.contains(where: { $0.text == candidate }) { return }
    let scored = Scored(text: candidate, score: score)
    let place = best.firstIndex {
      scored.score < $0.score || scored.score == $0.score && scalarLess(candidate, $0.text)
    }
    best.insert(scored, at: place ?? best.count)
    if best.count > limit { best.removeLast() }
  }

  /// Smaller is nearer; nil when the names have little in common.
  private func score(_ key: String) -> Int? {
    let other = Array(key.unicodeScalars)
    if let distance = Suggestions.distance(folded, other, bound: bound) { return distance * 10 }
    if folded.count >= 3, other.starts(with: folded) { return 25 + min(20, other.count - folded.count) }
    let shared = key.split(separator: " ").reduce(0) { $0 + (words.contains($1) ? 1 : 0) }
    if shared > 0 { return 60 - 10 * min(4, shared) + min(9, abs(other.count - folded.count)) }
    if folded.count >= 4, other.count >= 4, folded.prefix(4) == other.prefix(4) { return 70 }
    return nil
  }
}
