/// What a diagnostic code means, for `explain` and the reference.
public struct DiagnosticExplanation: Hashable, Sendable {
  /// The part of the program that the code comes from.
  public enum Topic: String, Hashable, Sendable, CaseIterable {
    case notation = "Notation and queries"
    case reading = "Reading documents"
    case rules = "Rules files"
    case store = "The store"
    case graphs = "Imported graphs"
    case command = "The command line"
  }

  public var code: String
  public var topic: Topic
  /// What is wrong, in one sentence.
  public var meaning: String
  /// What to do next, in one sentence.
  public var advice: String

  public init(_ code: String, _ topic: Topic, _ meaning: String, _ advice: String) {
    self.code = code
    self.topic = topic
    self.meaning = meaning
    self.advice = advice
  }
}

/// Every diagnostic code with its explanation.
///
/// A new code is one line here; a test compares this list with the codes that the sources use.
public enum DiagnosticCatalog {
  /// All explanations by topic, then code.
  public static let all: [DiagnosticExplanation] = (notation + reading + rules + ruleParts + store + graphs + command)
    .sorted {
      let topics = DiagnosticExplanation.Topic.allCases
      let first = topics.firstIndex(of: $0.topic) ?? 0
      let second = topics.firstIndex(of: $1.topic) ?? 0
      return first != second ? first < second : scalarLess($0.code, $1.code)
    }

  /// The explanation of a code, whatever the case of its letters.
  public static func explanation(of code: String) -> DiagnosticExplanation? {
    let key = LabelKey.folded(code)
    return all.first { LabelKey.folded($0.code) == key }
  }

  /// `docs/Diagnostics.md`.
  public static func markdown() -> String {
    var out = """
      # Diagnostics

      This page is generated from the catalog of codes; a test compares the two, and another one compares the catalog
      with the codes that the sources use. `distinguo explain CODE` prints an entry. Conflation rules have their own
      page, [Rules.md](Rules.md).

      """
    for topic in DiagnosticExplanation.Topic.allCases {
      out += "\n## \(topic.rawValue)\n\n| code | meaning | next step |\n|---|---|---|\n"
      for entry in all where entry.topic == topic {
        out += "| `\(entry.code)` | \(cell(entry.meaning)) | \(cell(entry.advice)) |\n"
      }
    }
    return out
  }

  /// A bar would end the cell of a table.
  private static func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  private static let notation: [DiagnosticExplanation] = [
    .init(
      "syntax", .notation, "The text is not in the notation at the marked place.",
      "Write what the mark asks for; `distinguo check FILE` finds all such places."),
    .init(
      "unknown-term", .notation, "No concept has this name or a name like it.",
      "Take one of the suggestions, or look with `distinguo concepts` and `find ?x where ?x like \"*part*\"`."),
    .init(
      "ambiguous-term", .notation, "Several concepts or senses have this name.",
      "Write one of the listed senses, or `name#*` for all of them."),
    .init(
      "unknown-relation", .notation, "The relation is not in the closed list.",
      "Take the suggestion, or print the list with `distinguo relations`; `@relation` declares a new one."),
    .init(
      "unknown-source", .notation, "No document or stated source has this name.",
      "Print the names with `distinguo documents`."),
    .init(
      "unknown-field", .notation, "Facts and conditions have no field of this name.",
      "Use source, author, date, confidence, agreed-by, rule, polarity, modality, length or quote."),
    .init(
      "bad-value", .notation, "The value does not fit its field.",
      "Write a number from 0 to 1 for confidence, a date as YYYY-MM-DD, a whole number for counts."),
    .init(
      "infinite", .notation, "The query asks for all walks of an unbounded pattern, of which there is no end.",
      "Drop the word `walk`, or bound the repetition: `⊑{1,4}`."),
    .init(
      "too-large", .notation, "A repetition is larger than the engine unrolls, or a query has more than 1000 arrows.",
      "Use a smaller bound, or `+` for any number of steps."),
    .init(
      "not-expressible", .notation, "The other query language cannot say what this query asks.",
      "Ask it here, or follow the steps that the message names, or choose another format."),
    .init(
      "reverse-stated", .notation, "Sources state the fact the other way round.",
      "Check the direction: `A ⊑ B` says that every A is a B, `A ⊂ B` that A's conditions are among B's."),
    .init(
      "not-prose", .notation, "A notation file was given where a text is wanted.",
      "Give it to `add`, `import` or `ingest`."),
  ]

  private static let reading: [DiagnosticExplanation] = [
    .init(
      "unreadable-file", .reading, "A file could not be opened or read.",
      "Check that it exists and that you may read it."),
    .init(
      "missing-file", .reading, "There is no file or folder at a path that was named.",
      "Check the spelling and the folder that the command runs in."),
    .init(
      "no-folder", .reading, "The folder that a file should be made in does not exist.",
      "Make the folder first."),
    .init(
      "link-loop", .reading, "A link leads back to a folder above it.",
      "Nothing need be done: the link is not followed."),
    .init(
      "unsupported-input", .reading, "The content is of a kind that no reader takes.",
      "Convert it to HTML, Markdown, XML or plain text first."),
    .init(
      "bad-encoding", .reading, "Bytes of the input are not valid in its character encoding and were replaced.",
      "Save the file as UTF-8, or declare the encoding that it is in."),
    .init(
      "guessed-encoding", .reading, "The encoding is not declared, and one was chosen that fits the bytes.",
      "Convert the file to UTF-8 if letters with accents look wrong."),
    .init(
      "unknown-encoding", .reading, "The encoding is not declared, and the bytes fit none of the usual ones.",
      "Convert the file to UTF-8."),
    .init(
      "unsupported-encoding", .reading, "The input is declared to be in an encoding that has no decoder.",
      "Convert the file to UTF-8."),
    .init(
      "document-too-large", .reading, "A document is larger than the limit for its kind.",
      "Split it, or convert it to JSON Lines with one document a line."),
    .init(
      "too-deep", .reading, "Mark-up is nested deeper than any real document is.",
      "Look at the named place; the text below it is kept without its structure."),
    .init(
      "malformed-xml", .reading, "The XML is not well-formed.",
      "Correct it at the named place."),
    .init(
      "unsafe-xml", .reading, "The XML declares entities or other things that are never followed.",
      "Remove the declarations if you trust the document."),
    .init(
      "bad-json-line", .reading, "A line is not a JSON object of the expected shape and is left out.",
      "Write one object a line with at least `text`."),
    .init(
      "long-sentence", .reading, "Sentences of hundreds of words were read in parts.",
      "Nothing is lost, but relations across the parts are not seen: check for lists or tables without punctuation."),
    .init(
      "duplicate-document", .reading, "Two inputs lead to one document id.",
      "Ingest their common folder, or rename one of them."),
    .init(
      "unknown-document", .reading, "The store has no document of this name.",
      "Print the names with `distinguo documents`."),
    .init(
      "damaged-analysis", .reading, "The stored analysis of a document cannot be read.",
      "Run `distinguo repair`."),
  ]

  private static let rules: [DiagnosticExplanation] = [
    .init(
      "bad-rule", .rules, "The head of a rule cannot be understood.",
      "Write `rule ID` with an id that no other rule has."),
    .init(
      "bad-pattern", .rules, "A pattern cannot be understood at the marked place.",
      "Compare it with the patterns that `distinguo rules` prints."),
    .init(
      "bad-condition", .rules, "A condition of a rule cannot be understood.",
      "Write words, lists or tags, with a bar between alternatives."),
    .init(
      "bad-relation", .rules, "The declaration of a relation in a rules file cannot be understood.",
      "Name a relation of the closed list."),
    .init(
      "known-relation", .rules, "A rules file declares a relation that exists already with other properties.",
      "Drop the line, or choose another name."),
    .init(
      "bad-list", .rules, "A word list cannot be understood.",
      "Write `list NAME` and the words behind it."),
    .init(
      "bad-example", .rules, "An example is not a sentence in quotation marks with what is expected of it.",
      "Write `match \"…\" => A -> B` or `leave \"…\"`."),
    .init(
      "bad-scope", .rules, "A rule names a scope that does not exist.",
      "Take one of those that the message lists."),
    .init(
      "bad-basis", .rules, "A rule names a basis that does not exist.",
      "Write explicit, paraphrase or inferred."),
    .init(
      "bad-confidence", .rules, "The confidence of a rule is no number from 0 to 1.",
      "Write a number such as 0.8."),
  ]

  private static let ruleParts: [DiagnosticExplanation] = [
    .init(
      "open-quotation", .rules, "A quotation in a rules file does not end on its line.",
      "Add the closing mark."),
    .init(
      "unknown-list", .rules, "A pattern names a list that is not defined above it.",
      "Define the list first."),
    .init(
      "unknown-rule-keyword", .rules, "A line of a rules file begins with a word that means nothing there.",
      "Take one of the words that the message lists."),
    .init(
      "rule-outside", .rules, "A line belongs into a rule and stands before the first one.",
      "Put it under a line `rule ID`."),
    .init(
      "rule-without-relation", .rules, "A rule does not say which relation it finds.",
      "Add a line such as `relation is-a`."),
    .init(
      "rule-without-pattern", .rules, "A rule has no pattern.",
      "Add one."),
    .init(
      "rule-without-example", .rules, "A rule has no sentence that it matches, or none that it leaves alone.",
      "Add at least one of each."),
    .init(
      "pattern-without-anchor", .rules, "A pattern has no word by which sentences that could match are found.",
      "Name at least one word or lemma."),
    .init(
      "example-failed", .rules, "An example of a rule does not give what is written behind it.",
      "Correct the pattern or the example; `distinguo rules test FILE` shows both."),
    .init(
      "example-matched", .rules, "A rule matches a sentence that it should leave alone.",
      "Narrow the pattern."),
  ]

  private static let store: [DiagnosticExplanation] = [
    .init(
      "no-store", .store, "There is no store at this path.",
      "Make one with `distinguo ingest`, `import` or `add`, or name another with `--db`."),
    .init(
      "not-a-store", .store, "The file is not a Distinguo store.",
      "Name another file with `--db`; this one was left alone."),
    .init(
      "store-is-folder", .store, "The path of the store is a folder.",
      "Name a file with `--db`."),
    .init(
      "newer-store", .store, "The store was written by a newer version of the program.",
      "Use that version, or build the store anew."),
    .init(
      "store-corrupt", .store, "The store is damaged.",
      "Run `distinguo repair`, or ingest the documents anew."),
    .init(
      "store-unreadable", .store, "The store cannot be opened.",
      "Check that you may read it."),
    .init(
      "store-read-only", .store, "The store or its folder may not be written to.",
      "Check the rights of both."),
    .init(
      "store-locked", .store, "Another process is writing to the store.",
      "Wait until it is done and try again."),
    .init(
      "store-disk-error", .store, "Reading or writing the store failed below the database.",
      "Check the disk; what was stored before is untouched."),
    .init(
      "store-value-too-large", .store, "A document or value is larger than a store can hold.",
      "Split the document."),
    .init(
      "store-layout", .store, "The tables of the store are not those that its version has.",
      "Delete the file and ingest the sources again."),
    .init(
      "imports-left-out", .store, "Imported graphs are too large for an export that is made in memory.",
      "Export them as ntriples, nquads, turtle, graphml or csv."),
    .init(
      "store-failed", .store, "The database refused an operation.",
      "Run `distinguo verify`; report the message if it comes again."),
    .init(
      "disk-full", .store, "There is no room left for the store.",
      "Make room; nothing was lost."),
    .init(
      "dirty-store", .store, "An ingest did not finish, so that answers leave out what it had begun.",
      "Run `distinguo ingest` again, or `distinguo repair`."),
    .init(
      "unfinished-ingest", .store, "An ingest did not finish.",
      "Run `distinguo ingest` again, or `distinguo repair`."),
    .init(
      "same-id", .store, "Two things in the store have one id.",
      "Rename one of the documents."),
    .init(
      "quote-not-found", .store, "A stored quotation is not at its place in the source.",
      "Ingest the changed source again."),
  ]

  private static let graphs: [DiagnosticExplanation] = [
    .init(
      "bad-statement", .graphs, "A statement of an imported graph cannot be read.",
      "Correct it at the named place."),
    .init(
      "bad-record", .graphs, "A line of an edge list cannot be read.",
      "Correct it at the named place."),
    .init(
      "no-header", .graphs, "An edge list has no header with subject, relation and object.",
      "Give it one as its first line."),
    .init(
      "unreadable-input", .graphs, "An input of an import could not be read to its end.",
      "Check the file, or the program that writes it."),
    .init(
      "too-many-relations", .graphs, "The imported graphs have more predicates than one store can hold.",
      "Split them over several stores."),
    .init(
      "graph-too-large", .graphs, "The imported graphs have more resources than one store can hold.",
      "Split them over several stores."),
  ]

  private static let command: [DiagnosticExplanation] = [
    .init(
      "not-written", .command, "An output could not be written.",
      "Check the folder and the room on the disk."),
    .init(
      "unreadable", .command, "An input could not be read.",
      "Check that it exists and that you may read it."),
    .init(
      "unwritable", .command, "A file could not be written.",
      "Check the folder and the room on the disk."),
    .init(
      "graphviz-missing", .command, "A picture was asked for, and the program `dot` of Graphviz is not installed.",
      "Install it (`apt install graphviz`, `brew install graphviz`), or export with `--format dot`."),
    .init(
      "graphviz-failed", .command, "Graphviz did not accept the drawing.",
      "Export with `--format dot` and run `dot -Tsvg` on the file to see why."),
    .init(
      "unknown-rule", .command, "There is no rule or diagnostic code of this name.",
      "Print the rules with `distinguo rules`."),
    .init(
      "internal", .command, "The program found itself in a state that it does not know.",
      "Report what you did; the store is as it was before."),
  ]
}
