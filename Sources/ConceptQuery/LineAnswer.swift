import ConceptGraph
import ConceptModel

extension QueryEngine {
  /// Answers one query as one line of JSON, for programs that ask many.
  ///
  /// The object has `query`, `code` (the exit code), one of `answer`, `rows`, `paths`, `evidence`, `report` or `error`,
  /// and `microseconds` of wall clock. Never throws: problems of the query or the source stand under `error`.
  public func runLine(_ text: String) -> String {
    let clock = ContinuousClock()
    let start = clock.now
    var members: [(String, JSONText)] = [("query", .string(text))]
    do {
      let answer = try run(text)
      members.append(("code", .integer(Int(answer.exitCode))))
      members.append((Self.key(answer), Self.value(answer)))
      if !answer.notes.isEmpty { members.append(("notes", .array(answer.notes.map { .string($0) }))) }
    } catch let failure as QueryFailure {
      members.append(("code", .integer(Int(failure.exitCode))))
      members.append(("error", .array(failure.diagnostics.map(\.json))))
    } catch let problem as Diagnostic {
      members.append(("code", .integer(2)))
      members.append(("error", .array([problem.json])))
    } catch {
      members.append(("code", .integer(70)))
      members.append(("error", .array([.object([("message", .string("\(error)"))])])))
    }
    let parts = (clock.now - start).components
    let microseconds = Int(parts.seconds) * 1_000_000 + Int(parts.attoseconds / 1_000_000_000_000)
    members.append(("microseconds", .integer(microseconds)))
    return JSONText.object(members).text
  }

  private static func key(_ answer: QueryAnswer) -> String {
    switch answer.body {
    case .ask: "answer"
    case .table: "rows"
    case .paths: "paths"
    case .evidence: "evidence"
    case .report: "report"
    }
  }

  private static func value(_ answer: QueryAnswer) -> JSONText {
    // A yes or no stands by itself; who says so is left to the full answer.
    if case .ask(let ask) = answer.body { return .string(ask.isUnknown ? "unknown" : ask.isYes ? "yes" : "no") }
    return JSONFormat(answer).value()
  }
}

extension Diagnostic {
  /// The problem as `--format json` prints it.
  var json: JSONText {
    var members: [(String, JSONText)] = [("code", .string(code)), ("message", .string(message))]
    if let place {
      members += [
        ("line", .integer(place.line)), ("column", .integer(place.column)), ("length", .integer(place.length)),
      ]
    }
    if let hint { members.append(("hint", .string(hint))) }
    let texts = choices.map { JSONText.string($0.text) }
    members.append(("choices", .array(texts)))
    return .object(members)
  }
}

extension QueryFailure {
  /// The problems as one JSON array of {code, message, line, column, length, choices}.
  public var json: String { JSONText.array(diagnostics.map(\.json)).text }
}
