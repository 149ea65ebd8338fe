import ArgumentParser
import ConceptModel
import ConceptQuery
import Distinguo

/// Questions typed at a prompt.
struct PromptSession {
  let workspace: Workspace
  let answers: AnswerOptions
  let store: StoreOptions

  func run() throws {
    let session = try workspace.session()
    let history = PromptHistory(environment: Console.environment)
    var prompt = Prompt(history: history.lines()) { text in (try? session.completions(for: text)) ?? [] }
    store.note("Ask, for example: ?x ⊑+ deception    (Tab completes a name, help tells more, Ctrl-D ends)")
    while let line = question(&prompt) {
      let text = line.trimmed
      history.append(text)
      switch text {
      case "": continue
      case "exit", "quit": return
      case "help": Console.note(Self.help)
      default: try answer(text)
      }
    }
  }

  /// One question, which goes on in the next line while it cannot end; an empty line ends it all the same.
  private func question(_ prompt: inout Prompt) -> String? {
    guard var text = prompt.next() else { return nil }
    while !text.trimmed.isEmpty, QueryEngine.isUnfinished(text) {
      guard let more = prompt.next(continuing: text), !more.trimmed.isEmpty else { break }
      text += " " + more
    }
    return text
  }

  private func answer(_ text: String) throws {
    var question = text
    let explains = text.hasPrefix("explain ")
    if explains { question = String(text.dropFirst("explain ".count)).trimmed }
    do {
      if explains, let text = ExplainCommand.explanation(of: question) { return try Console.answer(text) }
      try answers.question(question, store: store, explains: explains).ask(try workspace.session())
    } catch let failure as QueryFailure {
      Console.report(failure.diagnostics)
    } catch let diagnostic as Diagnostic where diagnostic.code != BrokenPipe.code {
      Console.report(diagnostic)
    } catch is ExitCode {
      return
    }
  }

  private static let help = """
    scheming ⊑+ deception                      yes or no; ASCII: <:  and ->  <-  =  !=
    ?x ⊑ deception, ?x -[requires]-> ?y        a table of what fits
    path SG ~> loss of control                 how two concepts connect; all shortest paths A ~ B
    why MAPS → loss of control                 every quotation behind it
    describe scheming · compare A, B · conflations of A
    … where source = X, confidence >= 0.7      conditions; return ?x, count(?y)  order by ?x  limit 10
    explain QUERY                              the answer and how it was found
    Relations stand between -[ and ]->; Tab lists them. A line that ends in an operator or comma goes on.
    Arrows up and down: earlier questions, of earlier sessions too (DISTINGUO_HISTORY=off keeps none).
    Ctrl-C: drop the line. exit or Ctrl-D: leave.
    """
}
