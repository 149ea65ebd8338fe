import ConceptModel
import Foundation
import TestSupport
import Testing

@testable import TextExtraction

@Suite struct LinguisticsModelTests {
  /// FNV-1a of the model file that is checked in: a new model comes with a new number here and new figures below.
  static let modelHash: UInt64 = 8227665955755462207

  private func modelBytes() throws -> [UInt8] {
    let path = SharedFolder.packageRoot + "/Sources/CLanguageModel/english.model"
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  @Test func modelIsTheOneThatWasMeasured() throws {
    let bytes = try modelBytes()
    let hash = bytes.reduce(into: 0xCBF2_9CE4_8422_2325 as UInt64) { $0 = ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    #expect(hash == Self.modelHash, "the model file has the hash \(hash)")
    #expect(bytes.count < 3_000_000)
  }

  @Test func damagedModelsAreRefused() throws {
    let bytes = try modelBytes()
    for damage in [0, 4, 8, 12, 20, 60] {
      var copy = bytes
      copy[damage] ^= 0x55
      #expect(copy.withUnsafeBytes { LanguageModel($0) } == nil, "byte \(damage)")
    }
    #expect(Array(bytes.prefix(1000)).withUnsafeBytes { LanguageModel($0) } == nil)
    #expect([UInt8]().withUnsafeBytes { LanguageModel($0) } == nil)
  }

  @Test func sameAnalysisWhateverCameBefore() async throws {
    let texts = (0..<24).map { "Text \($0) says that model \($0 % 5) learns the word x\($0)y from data (set \($0))." }
    func output(_ text: String) -> [UInt8] {
      var bytes: [UInt8] = []
      CoNLLU.write(LinguisticAnalyzer().analyze(paragraph(text)), into: &bytes)
      return bytes
    }
    let alone = texts.map(output)
    let together = await withTaskGroup(of: (Int, [UInt8]).self) { group in
      for (index, text) in texts.enumerated().reversed() { group.addTask { (index, output(text)) } }
      return await group.reduce(into: [Int: [UInt8]]()) { $0[$1.0] = $1.1 }
    }
    for (index, bytes) in alone.enumerated() { #expect(together[index] == bytes) }
  }

  /// Accuracy on the development parts, of sentences given one by one as raw text, in percent of all words (F1).
  @Test(
    .enabled(if: SharedFolder.path != nil, "needs the shared folder"),
    arguments: [
      ("ud-ewt", ["words": 99.0, "UPOS": 94.0, "lemma": 95.6, "UAS": 83.2, "LAS": 79.7]),
      ("ud-gum", ["words": 99.7, "UPOS": 96.4, "lemma": 97.9, "UAS": 83.9, "LAS": 80.7]),
    ])
  func reachesItsFigures(_ set: String, _ expected: [String: Double]) throws {
    let folder = try #require(SharedFolder.path) + "/eval/\(set)/dev/"
    var scores = TreebankScores(gold: try String(contentsOfFile: folder + "gold.conllu", encoding: .utf8))
    let analyzer = LinguisticAnalyzer()
    var output: [UInt8] = []
    for line in try String(contentsOfFile: folder + "docs.jsonl", encoding: .utf8).split(separator: "\n") {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      CoNLLU.write(analyzer.analyze(paragraph(object?["text"] as? String ?? "")), into: &output)
    }
    scores.compare(String(decoding: output, as: UTF8.self))
    for (measure, value) in expected.sorted(by: { $0.key < $1.key }) {
      let reached = scores.f1(measure)
      #expect(reached > value - 0.5, "\(measure) \(reached)")
    }
  }
}

/// Compares words, tags and arcs by where they stand among the characters of a text that are not white space.
private struct TreebankScores {
  struct Word {
    var tag: Substring
    var lemma: Substring
    var relation: Substring
    /// The place of the head's characters, nil for the root.
    var head: Range<Int>?
  }

  private var gold: [Range<Int>: Word]
  private var right: [String: Int] = [:]
  private var found = 0

  init(gold text: String) { gold = Self.words(text) }

  mutating func compare(_ text: String) {
    let words = Self.words(text)
    found = words.count
    for (place, word) in words {
      guard let other = gold[place] else { continue }
      right["words", default: 0] += 1
      right["UPOS", default: 0] += word.tag == other.tag ? 1 : 0
      right["lemma", default: 0] += word.lemma == other.lemma ? 1 : 0
      guard word.head == other.head else { continue }
      right["UAS", default: 0] += 1
      right["LAS", default: 0] += word.relation == other.relation ? 1 : 0
    }
  }

  func f1(_ measure: String) -> Double { 200 * Double(right[measure] ?? 0) / Double(found + gold.count) }

  /// The words of CoNLL-U by place; words of a multiword token share out its characters.
  private static func words(_ text: String) -> [Range<Int>: Word] {
    var result: [Range<Int>: Word] = [:]
    var places: [Range<Int>] = []
    var rows: [[Substring]] = []
    var position = 0
    var shared: (last: Int, end: Int)?
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      guard !line.isEmpty else {
        for (place, row) in zip(places, rows) {
          let head = Int(row[6]) ?? 0
          result[place] = Word(
            tag: row[3], lemma: row[2], relation: row[7].prefix { $0 != ":" }, head: head > 0 ? places[head - 1] : nil)
        }
        places.removeAll()
        rows.removeAll()
        shared = nil
        continue
      }
      // A word may be `#`; a comment has no columns.
      let columns = line.split(separator: 0x09, omittingEmptySubsequences: false).map { Substring($0) }
      guard columns.count == 10 else { continue }
      let length = columns[1].unicodeScalars.filter { !$0.properties.isWhitespace }.count
      if let dash = columns[0].firstIndex(of: "-") {
        shared = (Int(columns[0][columns[0].index(after: dash)...]) ?? 0, position + length)
        continue
      }
      var end = position + length
      if let part = shared, let number = Int(columns[0]) {
        end = number == part.last ? part.end : min(end, part.end - (part.last - number))
        if number == part.last { shared = nil }
      }
      places.append(position..<max(position, end))
      rows.append(columns)
      position = max(position, end)
    }
    return result
  }
}
