import ConceptModel
import Foundation
import TextExtraction

/// How often arcs of a confidence are right: the confidence is calibrated where the two agree.
///
///     linguistics-benchmark reliability EVAL-FOLDER/ud-ewt/dev EVAL-FOLDER/ud-gum/dev
enum ArcReliability {
  private struct Line: Decodable {
    var doc: String
    var text: String
  }
  private struct Place: Hashable {
    var start: Int
    var end: Int
  }
  private struct Bin {
    var arcs = 0
    var right = 0
    var confidence = 0
  }

  /// The lower bounds of the bins, of 255.
  private static let bounds = [0, 140, 166, 192, 217, 230, 242, 250, 254]

  /// Prints a table: confidence, arcs and share of right heads for all folders together, on words that were found.
  static func run(_ folders: [String]) throws {
    var bins = [Bin](repeating: Bin(), count: bounds.count)
    for folder in folders {
      let gold = try goldHeads(folder + "/gold.conllu")
      var position = 0
      let analyzer = LinguisticAnalyzer()
      for line in try Data(contentsOf: URL(fileURLWithPath: folder + "/docs.jsonl")).split(separator: 0x0A) {
        let text = try JSONDecoder().decode(Line.self, from: line).text
        count(analyzer.analyze(LinguisticsBenchmark.document(text)), gold, &position, &bins)
      }
    }
    print("| confidence | arcs | mean confidence, % | right heads, % |\n|---|---|---|---|")
    for (index, bin) in bins.enumerated() where bin.arcs > 0 {
      let upper = index + 1 < bounds.count ? bounds[index + 1] - 1 : 255
      print(
        "| \(bounds[index])–\(upper) | \(bin.arcs) | \(percent(Double(bin.confidence) / 255, bin.arcs))"
          + " | \(percent(Double(bin.right), bin.arcs)) |")
    }
    let total = bins.reduce(0) { $0 + $1.arcs }
    let error = bins.reduce(0.0) { $0 + abs(Double($1.confidence) / 255 - Double($1.right)) } / Double(max(1, total))
    print("\nExpected calibration error: \(percent(error, 1)) points, \(total) arcs.")
  }

  private static func percent(_ part: Double, _ whole: Int) -> String {
    String(Double(Int((part / Double(max(1, whole)) * 1000).rounded())) / 10)
  }

  private static func count(
    _ analyzed: AnalyzedDocument, _ gold: [Place: Place?], _ position: inout Int, _ bins: inout [Bin]
  ) {
    var places: [Place] = []
    for token in analyzed.tokens {
      let length = characters(String(decoding: analyzed.document.text[token.range], as: UTF8.self))
      places.append(Place(start: position, end: position + length))
      position += length
    }
    for sentence in analyzed.sentences {
      for index in sentence.tokens where analyzed.tokens[index].head >= 0 {
        guard let head = gold[places[index]] else { continue }
        let token = analyzed.tokens[index]
        let bin = bounds.lastIndex { $0 <= Int(token.arcConfidence) } ?? 0
        bins[bin].arcs += 1
        bins[bin].confidence += Int(token.arcConfidence)
        bins[bin].right += head == places[sentence.tokens.lowerBound + Int(token.head)] ? 1 : 0
      }
    }
  }

  private static func characters(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.properties.isWhitespace ? 0 : 1) }
  }

  /// The place of each word's head among the characters that are not white space, nil for roots; words of a multiword
  /// token that stand nowhere by themselves are left out.
  private static func goldHeads(_ path: String) throws -> [Place: Place?] {
    var result: [Place: Place?] = [:]
    var places: [Place?] = []
    var heads: [Int] = []
    var position = 0
    var hidden = 0
    func close() {
      for (place, head) in zip(places, heads) {
        guard let place else { continue }
        if head == 0 { result[place] = .some(nil) } else if let other = places[head - 1] { result[place] = other }
      }
      places.removeAll()
      heads.removeAll()
    }
    for line in try String(contentsOfFile: path, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      if line.isEmpty { close() }
      guard columns.count == 10 else { continue }
      let length = characters(String(columns[1]))
      if let dash = columns[0].firstIndex(of: "-") {
        hidden = (Int(columns[0][columns[0].index(after: dash)...]) ?? 0) - (Int(columns[0][..<dash]) ?? 0) + 1
        position += length
        continue
      }
      heads.append(Int(columns[6]) ?? 0)
      if hidden > 0 {
        hidden -= 1
        places.append(nil)
      } else {
        places.append(Place(start: position, end: position + length))
        position += length
      }
    }
    close()
    return result
  }
}
