import ConceptGraph
import ConceptModel

@testable import ConceptQuery

/// Graphs made of notation, for tests.
enum Fixture {
  /// The graph of some notation; problems of the notation are returned beside it.
  static func graph(
    _ notation: String, file: String = "facts.facts", findings: [Finding] = []
  ) -> (graph: MemoryGraph, problems: [Diagnostic]) {
    let (document, problems) = Notation.parse(Array(notation.utf8), info: DocumentInfo(id: DocumentID(file)))
    let result = StatedFacts.result(of: [document])
    return (MemoryGraph(result, findings: findings), problems + result.diagnostics)
  }

  /// What a query prints and how it ends, as a command line would show it.
  struct Outcome {
    var code: Int32
    var output: String
    var errors: String
    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  static func run(
    _ query: String, on graph: any GraphSource, format: OutputFormat = .text, options: QueryOptions = QueryOptions()
  ) throws -> Outcome {
    do {
      let answer = try QueryEngine(source: graph, options: options).run(query)
      return Outcome(
        code: answer.exitCode, output: try answer.formatted(format), errors: answer.notes.joined(separator: "\n"))
    } catch let failure as QueryFailure {
      return Outcome(code: failure.exitCode, output: "", errors: failure.rendered)
    }
  }
}
