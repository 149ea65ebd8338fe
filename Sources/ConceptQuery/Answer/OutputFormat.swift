import ConceptGraph
import ConceptModel

/// The formats in which answers are written.
public enum OutputFormat: String, CaseIterable, Sendable {
  case text, paths, csv, tsv, json, srj, dot
}

extension QueryAnswer {
  /// The answer as text for standard output, with a line end behind every line.
  ///
  /// Throws a `Diagnostic` with the code `not-expressible` when the format does not suit the answer.
  public func formatted(_ format: OutputFormat) throws(Diagnostic) -> String {
    switch format {
    case .text: return TextFormat(self).text()
    case .paths: return try pathLines()
    case .csv: return DelimitedFormat(answer: self, separator: ",").text()
    case .tsv: return DelimitedFormat(answer: self, separator: "\t").text()
    case .json: return JSONFormat(self).value().text + "\n"
    case .srj: return SRJFormat(self).value().text + "\n"
    case .dot: return try DOTFormat(self).text()
    }
  }

  private func pathLines() throws(Diagnostic) -> String {
    guard case .paths(let answer) = body else { throw notPaths("paths") }
    return answer.paths.map { $0.text + "\n" }.joined()
  }

  func notPaths(_ format: String) -> Diagnostic {
    Diagnostic(
      code: "not-expressible", message: "the format \(format) is for paths, and this is not a path query",
      hint: "use --format text, csv, json or srj, or write path before the pattern")
  }
}
