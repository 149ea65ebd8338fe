import Foundation
@_spi(Training) import TextExtraction

/// A word of a treebank.
struct TreebankWord {
  var form: String
  var lemma: String
  var universal: String
  var penn: String
  var head: Int
  var relation: String
}

/// Reads the words of CoNLL-U files.
enum Treebank {
  static func read(_ path: String) throws -> [[TreebankWord]] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var sentences: [[TreebankWord]] = []
    var words: [TreebankWord] = []
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.isEmpty {
        if !words.isEmpty { sentences.append(words) }
        words.removeAll()
        continue
      }
      guard line.first != 0x23 else { continue }
      let columns = line.split(separator: 0x09, omittingEmptySubsequences: false).map { String(Substring($0)) }
      guard columns.count == 10, Int(columns[0]) != nil else { continue }
      words.append(
        TreebankWord(
          form: columns[1], lemma: columns[2], universal: columns[3], penn: columns[4],
          head: (Int(columns[6]) ?? 0) - 1, relation: columns[7]))
    }
    if !words.isEmpty { sentences.append(words) }
    return sentences
  }
}

/// A sentence as the nets see it.
struct Example {
  var features: [WordFeatures]
  /// The gold tag, or -1 for one that the model does not know.
  var tags: [Int]
  var heads: [Int]
  var labels: [Int]
  /// Rows of the vocabulary, -1 for words outside it.
  var words: [Int]
  /// Tags given by a tagger that has not seen the sentence.
  var predicted: [Int] = []
}

/// The names and words of a model.
struct Lexicon {
  var tagNames: [String] = []
  var labelNames: [String] = []
  /// Hashes in ascending order.
  var vocabulary: [UInt32] = []
  /// How often each word of the vocabulary stands in the training data.
  var counts: [Int] = []
  private var tagIndex: [String: Int] = [:]
  private var labelIndex: [String: Int] = [:]
  private var wordIndex: [UInt32: Int] = [:]

  init(_ sentences: [[TreebankWord]], vectors: WordVectors) {
    var tagCounts: [String: Int] = [:]
    var labelCounts: [String: Int] = [:]
    var wordCounts: [UInt32: Int] = [:]
    for word in sentences.joined() {
      tagCounts[word.universal + " " + word.penn, default: 0] += 1
      labelCounts[word.relation, default: 0] += 1
      wordCounts[word.features(isFirst: false).word, default: 0] += 1
    }
    tagNames = tagCounts.filter { $0.value >= 5 }.keys.sorted()
    labelNames = labelCounts.filter { $0.value >= 5 }.keys.sorted()
    let known = Set(wordCounts.filter { $0.value >= 2 }.keys).union(vectors.rows.keys)
    vocabulary = known.sorted()
    counts = vocabulary.map { wordCounts[$0] ?? 0 }
    for (index, name) in tagNames.enumerated() { tagIndex[name] = index }
    for (index, name) in labelNames.enumerated() { labelIndex[name] = index }
    for (index, hash) in vocabulary.enumerated() { wordIndex[hash] = index }
  }

  func example(_ sentence: [TreebankWord]) -> Example {
    let features = sentence.enumerated().map { $1.features(isFirst: $0 == 0) }
    return Example(
      features: features,
      tags: sentence.map { tagIndex[$0.universal + " " + $0.penn] ?? -1 },
      heads: sentence.map { $0.head < 0 ? sentence.count : $0.head },
      labels: sentence.map { labelIndex[$0.relation] ?? labelIndex[plain($0.relation)] ?? labelIndex["dep"] ?? 0 },
      words: features.map { wordIndex[$0.word] ?? -1 })
  }

  private func plain(_ relation: String) -> String { String(relation.prefix { $0 != ":" }) }

  var rootLabel: Int { labelIndex["root"] ?? 0 }
}

extension TreebankWord {
  func features(isFirst: Bool) -> WordFeatures {
    Array(form.utf8).withUnsafeBufferPointer { WordFeatures($0, isFirst: isFirst) }
  }
}

/// Pretrained word vectors, by the hash of their word.
struct WordVectors {
  var rows: [UInt32: [Float]] = [:]

  init(_ path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    for line in text.split(separator: "\n") {
      let columns = line.split(separator: " ")
      let features = Array(columns[0].utf8).withUnsafeBufferPointer { WordFeatures($0, isFirst: false) }
      // The file is ordered by frequency: of two words with one normal form the commoner counts.
      if rows[features.word] == nil { rows[features.word] = columns.dropFirst().compactMap { Float($0) } }
    }
  }

  /// Fills the rows of the known words with the first columns of their vectors, scaled to a length.
  func fill(_ table: Table, vocabulary: [UInt32], norm: Float) {
    for (index, hash) in vocabulary.enumerated() {
      guard let vector = rows[hash] else { continue }
      let part = vector.prefix(table.width)
      let length = part.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard length > 0 else { continue }
      for (column, value) in part.enumerated() {
        table.parameters.values[index * table.width + column] = value / length * norm
      }
    }
  }
}
