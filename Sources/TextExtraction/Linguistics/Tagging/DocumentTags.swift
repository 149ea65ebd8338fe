/// Evens out the tags of frequent pairs of words over a document.
///
/// A tagger sees five words at a time and may call the first word of `learning rate` a verb in one sentence and a noun
/// in the next. A pair that a document uses as a name three times or more, in most of its places, is a name in all of
/// them.
struct DocumentTags {
  let model: LanguageModel
  let words: UnsafeMutablePointer<TaggedWord>
  let count: Int

  private struct Pair: Hashable {
    var left: Int32
    var right: Int32
  }

  private struct Votes {
    var total = 0
    /// How often each pair of tags was given.
    var tags: [UInt16: Int] = [:]
  }

  func evenOut() {
    // Below three uses of a pair there is nothing to even out.
    guard count >= 6 else { return }
    var candidates: Set<Pair> = []
    for index in 1..<count where isDoubtful(index - 1) { candidates.insert(pair(index)) }
    guard !candidates.isEmpty else { return }
    var votes: [Pair: Votes] = [:]
    for index in 1..<count where isNominalOrVerb(index - 1) && candidates.contains(pair(index)) {
      votes[pair(index), default: Votes()].total += 1
      votes[pair(index), default: Votes()].tags[tags(index), default: 0] += 1
    }
    for index in 1..<count where isDoubtful(index - 1) {
      guard let vote = votes[pair(index)], vote.total >= 3, let tags = winner(vote) else { continue }
      words[index - 1].tag = UInt8(truncatingIfNeeded: tags >> 8)
      words[index].tag = UInt8(truncatingIfNeeded: tags)
    }
  }

  private func pair(_ index: Int) -> Pair { Pair(left: words[index - 1].word, right: words[index].word) }

  private func tags(_ index: Int) -> UInt16 { UInt16(words[index - 1].tag) << 8 | UInt16(words[index].tag) }

  private func universal(_ index: Int) -> UniversalTag { model.universalTags[Int(words[index].tag)] }

  private func isNominal(_ tag: UniversalTag) -> Bool { tag == .noun || tag == .propn || tag == .adj }

  /// A verb before a noun, or a noun before a verb: what a name of two words is mistaken for.
  private func isDoubtful(_ index: Int) -> Bool {
    let left = universal(index)
    let right = universal(index + 1)
    return left == .verb && (right == .noun || right == .propn) || isNominal(left) && right == .verb
      || left == .verb && right == .verb
  }

  private func isNominalOrVerb(_ index: Int) -> Bool {
    let left = universal(index)
    let right = universal(index + 1)
    return (isNominal(left) || left == .verb) && (isNominal(right) || right == .verb)
  }

  /// The nominal pair of tags that more than six in ten of the uses have.
  private func winner(_ votes: Votes) -> UInt16? {
    let best = votes.tags.max { $0.value == $1.value ? $0.key > $1.key : $0.value < $1.value }
    guard let best, best.value * 10 > votes.total * 6 else { return nil }
    let left = model.universalTags[Int(best.key >> 8)]
    let right = model.universalTags[Int(best.key & 0xFF)]
    return isNominal(left) && (right == .noun || right == .propn) ? best.key : nil
  }
}
