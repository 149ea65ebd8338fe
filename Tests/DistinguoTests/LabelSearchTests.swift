import Foundation
import Testing

/// Globs over labels find the same with the full-text index of a store as by looking at every label.
@Suite struct LabelSearchTests {
  private static let words = [
    "world", "drift", "Audit", "GPT-4", "café", "co-operation", "R&D", "don't", "wind (light)", "É",
  ]

  @Test func globsFindWhatTheyMatch() throws {
    let tool = try Tool()
    defer { tool.remove() }
    var stated: [String] = []
    var imported: [String] = []
    for (number, first) in Self.words.enumerated() {
      for (place, second) in Self.words.enumerated() where number != place {
        if (number + place) % 2 == 0 {
          stated.append("\(first) \(second)")
        } else {
          imported.append("\(second)  \(first)")
        }
      }
    }
    try tool.write(stated.map { "\"\($0)\" ⊑ thing\n" }.joined(), to: "x.facts")
    let lines = imported.enumerated().map { number, label in
      "<http://e/\(number)> <http://www.w3.org/2004/02/skos/core#altLabel> \"\(label)\" .\n"
        + "<http://e/\(number)> <http://www.w3.org/2004/02/skos/core#prefLabel> \"item \(number)\" .\n"
    }
    // Resources without a label go by the local name of their IRI.
    let unnamed = "<http://e/v#WindTurbine> <http://e/p> <http://e/v/Café_au_lait> .\n"
    try tool.write(lines.joined() + unnamed, to: "x.nt")
    #expect(try tool.run("import", "x.facts", "x.nt").code == 0)
    let named = ["thing": "thing", "WindTurbine": "WindTurbine", "Café_au_lait": "Café_au_lait"].merging(
      stated.map { ($0, $0) } + imported.enumerated().flatMap { [($1, "item \($0)"), ("item \($0)", "item \($0)")] }
    ) { $1 }
    for pattern in [
      "world*", "WORLD drift", "*drift", "*drift*", "drift audit", "gpt-4*", "gpt 4*", "?orld drift", "caf*", "café*",
      "*-operation world*", "co-op*", "r&d*", "don't*", "wind (light)*", "* (light)", "é*", "e*", "*", "item 1?",
      "world  a*", "windt*", "*turbine", "café_*", "*_lait",
      "world * a*", "no such label",
    ] {
      let query = "find ?x where ?x like \"\(pattern)\""
      let found = try tool.run("query", "--format", "csv", query)
      // Case is folded as for the glob; fnmatch knows no other wildcards in these patterns.
      let wanted = Set(named.filter { fnmatch(pattern.lowercased(), $0.key.lowercased(), 0) == 0 }.values)
      let rows = found.output.split(separator: "\n").dropFirst().map { String($0).replacing("\"", with: "") }
      #expect(Set(rows) == wanted && rows.count == wanted.count, "\(pattern): \(rows) \(wanted)")
    }
  }
}
