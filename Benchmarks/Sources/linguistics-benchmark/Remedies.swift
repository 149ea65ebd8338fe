import ConceptModel
import Foundation
@_spi(Training) import TextExtraction

/// What the remedies around the nets are worth, on sentences with arcs checked by hand.
///
///     linguistics-benchmark remedies Benchmarks/checked-arcs.tsv
enum RemedyReport {
  private struct Checked {
    var remedy: String
    var text: String
    var arcs: [String]
  }

  /// Prints a table: for each remedy the arcs found with and without it, on the sentences that are about it and on all.
  static func run(_ path: String) throws {
    var sentences: [Checked] = []
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
      let columns = line.split(separator: "\t").map { String($0) }
      guard columns.count == 3 else { continue }
      let arcs = columns[2].split(separator: " ").map { String($0) }
      sentences.append(Checked(remedy: columns[0], text: columns[1], arcs: arcs))
    }
    let wanted = sentences.reduce(0) { $0 + $1.arcs.count }
    let all = LinguisticAnalyzer()
    let found = sentences.map { count($0, all) }
    print("| without | its own sentences: arcs | with it | without it | all \(wanted) arcs: with it | without it |")
    print("|---|---|---|---|---|---|")
    for remedy in Remedy.allCases {
      let lacking = sentences.map { count($0, LinguisticAnalyzer(without: [remedy])) }
      let own = sentences.indices.filter { sentences[$0].remedy == remedy.rawValue }
      let size = own.reduce(0) { $0 + sentences[$1].arcs.count }
      let withIt = own.reduce(0) { $0 + found[$1] }
      let without = own.reduce(0) { $0 + lacking[$1] }
      print(
        "| \(remedy.rawValue) | \(size) | \(withIt) | \(without) | \(found.reduce(0, +)) | \(lacking.reduce(0, +)) |")
    }
    let none = LinguisticAnalyzer(without: Set(Remedy.allCases))
    let bare = sentences.reduce(0) { $0 + count($1, none) }
    print("| all of them | \(wanted) | \(found.reduce(0, +)) | \(bare) | | |")
  }

  private static func count(_ checked: Checked, _ analyzer: LinguisticAnalyzer) -> Int {
    let found = arcs(analyzer.analyze(LinguisticsBenchmark.document(checked.text)))
    return checked.arcs.count { found.contains($0) }
  }

  private static func arcs(_ analyzed: AnalyzedDocument) -> Set<String> {
    func form(_ index: Int) -> String {
      String(decoding: analyzed.document.text[analyzed.tokens[index].range], as: UTF8.self).lowercased()
    }
    var result: Set<String> = []
    for sentence in analyzed.sentences {
      for index in sentence.tokens {
        let token = analyzed.tokens[index]
        let head = token.head < 0 ? "root" : form(sentence.tokens.lowerBound + Int(token.head))
        let relation = analyzed.relationNames[Int(token.dependency)].prefix { $0 != ":" }
        result.insert("\(relation)(\(head),\(form(index)))")
      }
    }
    return result
  }
}
