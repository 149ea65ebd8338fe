import ConceptModel
import Foundation
import TextExtraction

/// Reads lines of `{"doc", "text"}` and prints the analysis as CoNLL-U, for `score.py`.
@main
struct Analyze {
  struct Line: Decodable {
    var doc: String
    var text: String
  }

  static func main() throws {
    guard CommandLine.arguments.count == 2, let data = FileManager.default.contents(atPath: CommandLine.arguments[1])
    else {
      FileHandle.standardError.write(Data("usage: distinguo-analyze FILE.jsonl\n".utf8))
      exit(2)
    }
    let analyzer = LinguisticAnalyzer()
    var output: [UInt8] = []
    for line in data.split(separator: 0x0A) {
      let input = try JSONDecoder().decode(Line.self, from: line)
      CoNLLU.write(analyzer.analyze(document(input)), into: &output)
    }
    FileHandle.standardOutput.write(Data(output))
  }

  /// One block for the whole line; the tokenizer breaks sentences at blank lines.
  static func document(_ line: Line) -> Document {
    let text = Array(line.text.utf8)
    return Document(
      info: DocumentInfo(id: DocumentID(line.doc)), text: text, offsets: .identity(count: text.count),
      sourceLines: LineIndex(text), blocks: [Block(kind: .paragraph, range: 0..<text.count)])
  }
}
